/** Parties as Spanish, German, French and Portuguese texts describe them. No identity is claimed by a name. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { ALIAS, wholeWords } from "../attribution/cue-grammar-phrases.ts";

const NAME =
  /\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+(?:de la|de los|de|del|des|da|do|dos|das|von der|von|van|du|la|le)?\s?\p{Lu}[\p{L}\p{N}.'’&-]*){0,5}/u;
/** Offices of which a branch is a part, not an employer: "ministra de Sanidad". */
const PORTFOLIO = /^(?:vice-?|ex-?)?(?:ministr|concej|consej|secr[eé]t[aá]ri|vereador|adjoint|conseill)/iu;
const HONORIFIC = /^(?:Me|M\.|Mme|Dr\.?|Dra\.?|Sr\.?|Sra\.?|Herrn?|Frau|Don|Doña|Dom|Dona)\s+(?=\p{Lu})/u;
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]+(?:\s+(?:de|del|da|do|von|van|di|la)){0,2}\s+\p{Lu}[\p{L}'’-]+/u;
/** German names of those who act, before their names: "Stadtkämmerer Jonas Feld". */
const AGENT = /^\p{Lu}[\p{L}-]+(?:in|er|ent|or|eur|rat|ist|mann|frau)(?=\s+\p{Lu}\p{L}+\s+(?:von |van |zu )?\p{Lu})/u;
/** A full name behind what a role is of: "portavoz de la empresa Ana Ruiz"; in German, where a noun is a capital too, "Leiterin der Behörde Jana Kurz". */
const CLOSING_NAME = "\\s+(\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?:\\s+(?:(?:de la|de|del|da|do|von|van)\\s)?\\p{Lu}\\p{Ll}[\\p{L}'’-]*)+)$";
const CLOSING = new RegExp(`^(?:\\s+\\p{Ll}[\\p{L}'’-]*)+${CLOSING_NAME}`, "u");
const CLOSING_GERMAN = new RegExp(`^\\s+(?:der|des|dem|den|im|am|beim|vom|von)\\s+\\p{Lu}[\\p{L}-]+${CLOSING_NAME}`, "u");
const HANDLE = /(?:^|\s)(@[\p{L}\p{N}_.]+)/u;
interface Words {
  article: RegExp;
  role: RegExp;
  carrier: RegExp;
  anonymous: RegExp;
  organisation: RegExp;
  outlet: RegExp;
  of: RegExp;
}
const compiled = new WeakMap<CueGrammar, Words>();
function wordsOf(grammar: CueGrammar): Words {
  let found = compiled.get(grammar);
  if (!found) {
    found = {
      article: new RegExp(`^(?:(?:${grammar.article})(?:\\s+|(?<=['’])))+`, "iu"),
      role: wholeWords(grammar.roles, "iu"),
      carrier: wholeWords(`^(?:${grammar.carriers})`, "iu"),
      anonymous: wholeWords(grammar.anonymous, "iu"),
      organisation: wholeWords(grammar.organisations, "iu"),
      outlet: wholeWords(grammar.outlets, "u"),
      of: new RegExp(
        `^\\s*(?:${grammar.of})\\s*((?:\\p{Ll}+\\s+)?\\p{Lu}[\\p{L}\\p{N}.&'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{N}.&'’-]*){0,3})`,
        "iu",
      ),
    };
    compiled.set(grammar, found);
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
export function cueGrammarParty(phrase: string, apposition: string, grammar: CueGrammar): Party {
  const words = wordsOf(grammar);
  const text = phrase.slice(0, 200).replace(/\s+/g, " ").trim();
  const [head = "", ...rest] = text.split(/,\s*/);
  const appended = [...rest, apposition].filter(Boolean).join(", ").slice(0, 200);
  // What follows "que" tells more of it and names nobody.
  const plain = (head.split(/\s(?:que|qui|quem|quien|donde|où)\s/u)[0] ?? "").replace(HONORIFIC, "");
  const bare = plain.replace(words.article, "").trim();
  const titled = HONORIFIC.test(head);
  if (!bare) return party("unknown", null, null);
  const handle = HANDLE.exec(head);
  if (handle) return party("account", handle[1] as string, bare);
  if (words.carrier.test(bare)) return party("unknown", null, bare);
  const role = words.role.exec(bare);
  if (words.anonymous.test(bare) && !role) return party("anonymous", ALIAS.exec(text)?.[1] ?? null, bare);
  if (role) {
    const after = bare.slice(role.index + role[0].length);
    const closing = (grammar.capitalNouns ? CLOSING_GERMAN : CLOSING).exec(after)?.[1];
    if (closing && !words.of.exec(after)?.[1]?.startsWith(closing)) {
      const owner = /^\s+(?:del?|d[aou]|d['’]|der|des|von|vom)\s+(.+)$/u.exec(after.slice(0, -closing.length).trimEnd())?.[1] ?? null;
      return party("person", closing, null, role[0], owner);
    }
    const owner = words.of.exec(after)?.[1]?.replace(words.article, "") ?? null;
    const tail = owner ? after.slice(after.indexOf(owner) + owner.length) : after;
    // "portavoz de la empresa, Carmen Ruiz", "Nordwerk-Sprecherin Anna Weber", "Anna Weber, Sprecherin"
    const name = /^[\s\p{Ll}'’-]{0,40}$/u.test(tail) ? NAME.exec(/^\p{Lu}/u.test(appended) ? appended : "") : NAME.exec(tail);
    const compound = /^(\p{Lu}[\p{L}\p{N}]+)-/u.exec(bare)?.[1] ?? null;
    const before = bare.slice(0, role.index).trim().replace(/-$/, "");
    if (PORTFOLIO.test(role[0]))
      return party(
        "person",
        name?.[0] ?? null,
        name ? null : bare,
        bare
          .slice(
            role.index,
            owner ? bare.indexOf(owner) + owner.length : name && !tail.includes(name[0]) ? undefined : role.index + role[0].length,
          )
          .trim(),
      );
    return party("person", name?.[0] ?? null, name ? null : bare, role[0], owner ?? compound ?? (/^\p{Lu}/u.test(before) ? before : null));
  }
  const agent = grammar.capitalNouns ? AGENT.exec(bare)?.[0] : null;
  if (agent && (/rat$/.test(agent) || !words.organisation.test(agent)))
    return party("person", bare.slice(agent.length).trim(), null, agent);
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
  const organisation = words.organisation.exec(bare);
  // "El tesorero, Andrés Luque": whatever a small noun is, the full name after it is who holds it.
  const apposed = !organisation && !grammar.capitalNouns && /^\p{Ll}/u.test(bare) ? FULL_NAME.exec(appended)?.[0] : null;
  if (apposed) return party("person", apposed, null, bare);
  if (organisation?.index !== 0 && words.outlet.test(bare)) return party("outlet", run ?? bare, run ? null : bare);
  if (organisation) {
    // In German every noun is a capital: the whole phrase is the name only where more than its kind stands there.
    const kind = organisation[0];
    // "la mairie de Valmont" is no Valmont; "L'exploitant, Agrial Nord" is called so.
    if (
      !grammar.capitalNouns &&
      organisation.index === 0 &&
      /\sd(?:[eoa]s?|el|es|u|e la)\s$|d['’]$/u.test(bare.slice(0, bare.indexOf(run ?? "")))
    )
      return party("organisation", null, bare);
    const named = run && (run.length > kind.length || !run.includes(kind) || (run === kind && kind.includes(" "))) ? run : null;
    const called = named || !/^\p{Lu}/u.test(appended) ? null : (NAME.exec(appended)?.[0] ?? null);
    return party("organisation", named ?? called, named ? null : bare);
  }
  // "Vecinos de Peñalba", "la cofradía de Marvela": named after a place, or not at all.
  if (
    run &&
    !grammar.capitalNouns &&
    (bare.startsWith(run)
      ? /^\p{Lu}\p{Ll}+[aeo]s d[aeo]/u.test(run)
      : /\sd(?:[eoa]s?|el|es|u)\s|['’]/u.test(bare.slice(0, bare.indexOf(run))))
  )
    return party("unknown", null, bare);
  // "la Répression des fraudes"
  if (run && !grammar.capitalNouns && bare !== plain && bare.startsWith(run) && /^\p{Lu}\p{Ll}+ d(?:es|e|u|os|as|el) \p{Ll}+$/u.test(bare))
    return party("organisation", bare, null);
  // "Circula no WhatsApp um vídeo": a capital that only begins the sentence.
  if (!run || (bare.startsWith(run) && !run.includes(" ") && / \p{Ll}/u.test(bare.slice(run.length)))) return party("unknown", null, bare);
  if (titled && plain.startsWith(run)) return party("person", run, null);
  // "die Satireseite": every German noun is a capital.
  if (grammar.capitalNouns && bare !== plain && !/[\s\d-]|\p{Lu}.*\p{Lu}/u.test(bare)) return party("unknown", null, bare);
  // "la Guardia Civil": a person's name has no article in the news.
  if (bare !== plain && bare.startsWith(run)) return party("organisation", run, null);
  return /^\p{Lu}[\p{L}.'’-]+\s+(?:\p{L}+\s+)?\p{Lu}/u.test(run) && !/\p{Lu}{2}/u.test(run)
    ? party("person", run, null)
    : party("organisation", run, null);
}
