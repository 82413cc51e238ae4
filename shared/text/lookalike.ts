/** Handles that readers may confuse. A look-alike is a warning, never evidence of identity. */

/**
 * Characters that look alike in common fonts: a part of the confusables of UTS #39
 * (https://www.unicode.org/reports/tr39/), and the usual ASCII pairs.
 */
const LOOKALIKES = "0oοо 1liιіӏ aаα cсϲ eе5 pрρ xхχ yуγ jјϳ sѕ5 hһ dԁ kк mм nη uυ vνѵ gq9 z2 b6 8b _-.".split(" ");
const PAIRS: [string, string][] = [
  ["m", "rn"],
  ["w", "vv"],
  ["d", "cl"],
];
/** Each spelling costs a lookup in an index. */
const MAX_SPELLINGS = 200;

/** Spellings that differ from a handle (lower case) in one place by a look-alike, at most 200. */
export function lookalikes(handle: string): string[] {
  const found = new Set<string>();
  const add = (text: string) => text && text !== handle && found.size < MAX_SPELLINGS && found.add(text);
  const own = handle.slice(0, 60);
  for (const [one, two] of PAIRS)
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const)
      for (let at = own.indexOf(from); at >= 0; at = own.indexOf(from, at + 1)) add(own.slice(0, at) + to + own.slice(at + from.length));
  for (let at = 0; at < own.length; at++) {
    const char = own[at] ?? "";
    if (char === "_" || char === "-" || char === ".") add(own.slice(0, at) + own.slice(at + 1));
    for (const group of LOOKALIKES)
      if (group.includes(char)) for (const other of group) if (other !== char) add(own.slice(0, at) + other + own.slice(at + 1));
  }
  add(`${own}_`);
  add(`_${own}`);
  return [...found];
}
