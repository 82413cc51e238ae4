/** Finds the people whom a note mentions: "@Ana Ruiz", or "@Ana" if only one person has that first name. */

interface Named {
  id: string;
  name: string;
}
const folded = (text: string) => text.normalize("NFKC").toLowerCase();
/** A name ends where neither a letter nor a digit follows. */
const endsAt = (text: string, at: number) => !/^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));

/** The people that a text names with an @, each once, in the order of the text. The longest name that fits is meant. */
export function mentionsIn(text: string, people: readonly Named[]): string[] {
  const firsts = Map.groupBy(people, ({ name }) => folded(name.split(/\s+/)[0] ?? ""));
  const calls = people.flatMap(({ id, name }) => {
    const first = folded(name.split(/\s+/)[0] ?? "");
    return [{ id, called: folded(name) }, ...(firsts.get(first)?.length === 1 ? [{ id, called: first }] : [])];
  });
  calls.sort((a, b) => b.called.length - a.called.length);
  const words = folded(text);
  const found = new Set<string>();
  for (let at = words.indexOf("@"); at >= 0; at = words.indexOf("@", at + 1)) {
    // A mail address mentions nobody.
    if (/[\p{L}\p{N}._-]$/u.test(words.slice(0, at))) continue;
    const call = calls.find(({ called }) => called && words.startsWith(called, at + 1) && endsAt(words, at + 1 + called.length));
    if (call) found.add(call.id);
  }
  return [...found];
}
