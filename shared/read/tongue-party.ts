/** Parties as Spanish, German, French and Portuguese texts describe them. No identity is claimed by a name. */
import type { Party } from "../model.ts";
import type { Tongue } from "./cues.ts";
import { wholeWords } from "./tongue.ts";

const NAME = /\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+(?:de|del|da|do|dos|von|van|du|la|le)?\s?\p{Lu}[\p{L}\p{N}.'’&-]*){0,3}/u;
const HANDLE = /(?:^|\s)(@[\p{L}\p{N}_.]+)/u;
interface Words {
  article: RegExp;
  role: RegExp;
  anonymous: RegExp;
  organisation: RegExp;
  outlet: RegExp;
  of: RegExp;
}
const compiled = new WeakMap<Tongue, Words>();
function wordsOf(tongue: Tongue): Words {
  let found = compiled.get(tongue);
  if (!found) {
    found = {
      article: new RegExp(`^(?:(?:${tongue.article})(?:\\s+|(?<=['’])))+`, "iu"),
      role: wholeWords(tongue.roles, "iu"),
      anonymous: wholeWords(tongue.anonymous, "iu"),
      organisation: wholeWords(tongue.organisations, "iu"),
      outlet: wholeWords(tongue.outlets, "u"),
      of: new RegExp(
        `^\\s*(?:${tongue.of})\\s*((?:\\p{Ll}+\\s+)?\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{N}.&'’-]*){0,3})`,
        "iu",
      ),
    };
    compiled.set(tongue, found);
  }
  return found;
}

const party = (
  kind: Party["kind"],
  name: string | null,
  description: string | null,
  role: string | null = null,
  affiliation: string | null = null,
): Party => ({
  kind,
  name,
  description,
  role,
  affiliation,
});

/** The party that a noun phrase names, helped by the apposition after it: "Ana Ruiz, portavoz de Nortia". */
export function tonguePartyOf(phrase: string, apposition: string, tongue: Tongue): Party {
  const words = wordsOf(tongue);
  const text = phrase.slice(0, 200).replace(/\s+/g, " ").trim();
  const [head = "", ...rest] = text.split(/,\s*/);
  const appended = [...rest, apposition].filter(Boolean).join(", ").slice(0, 200);
  const bare = head.replace(words.article, "").trim();
  if (!bare) return party("unknown", null, null);
  const handle = HANDLE.exec(head);
  if (handle) return party("account", handle[1] as string, bare);
  const role = words.role.exec(bare);
  if (words.anonymous.test(bare) && !role) return party("anonymous", null, bare);
  if (role) {
    const after = bare.slice(role.index + role[0].length);
    const owner = words.of.exec(after)?.[1]?.replace(words.article, "") ?? null;
    const tail = owner ? after.slice(after.indexOf(owner) + owner.length) : after;
    // "portavoz de la empresa, Carmen Ruiz", "Nordwerk-Sprecherin Anna Weber", "Anna Weber, Sprecherin"
    const name = /^\s*(?:\p{Ll}+\s+)?$/u.test(tail) ? NAME.exec(/^\p{Lu}/u.test(appended) ? appended : "") : NAME.exec(tail);
    const compound = /^(\p{Lu}[\p{L}\p{N}]+)-/u.exec(bare)?.[1] ?? null;
    const before = bare.slice(0, role.index).trim().replace(/-$/, "");
    return party("person", name?.[0] ?? null, name ? null : bare, role[0], owner ?? compound ?? (/^\p{Lu}/u.test(before) ? before : null));
  }
  const title = words.role.exec(appended);
  const run = NAME.exec(bare)?.[0] ?? null;
  if (title && run && appended.indexOf(title[0]) < 30)
    return party(
      "person",
      run,
      null,
      title[0],
      words.of.exec(appended.slice(title.index + title[0].length))?.[1]?.replace(words.article, "") ?? null,
    );
  if (words.outlet.test(bare)) return party("outlet", run ?? bare, run ? null : bare);
  const organisation = words.organisation.exec(bare);
  if (organisation) {
    // In German every noun is a capital: the whole phrase is the name only where more than its kind stands there.
    const named = run && run.length > organisation[0].length ? run : null;
    return party("organisation", named, named ? null : bare);
  }
  // "Circula no WhatsApp um vídeo": a capital that only begins the sentence.
  if (!run || (bare.startsWith(run) && !run.includes(" ") && / \p{Ll}/u.test(bare.slice(run.length)))) return party("unknown", null, bare);
  return /^\p{Lu}[\p{L}.'’-]+\s+(?:\p{L}+\s+)?\p{Lu}/u.test(run) && !/\p{Lu}{2}/u.test(run)
    ? party("person", run, null)
    : party("organisation", run, null);
}
