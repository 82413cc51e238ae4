/** Parties as texts in Spanish, German, French, Portuguese and Italian describe them. A name alone does not establish an identity. */

import { type CueGrammar, sourcesOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { oncePer } from "../../text/once-per.ts";
import { ALIAS, NAME_PART, ofPhrase } from "../attribution/cue-patterns.ts";
import { partyWith } from "./party.ts";

const NAME = new RegExp(
  `\\p{Upper}[\\p{Alpha}\\p{N}.'’&-]*(?:\\s+${NAME_PART}[\\p{Alpha}\\p{N}.'’&-]*){0,5}(?: \\p{N}{1,2}(?![\\p{Alpha}\\p{N}]))?`,
  "u",
);
/** Offices followed by their field, which is not an employer: "ministra de Sanidad". */
const PORTFOLIO = new RegExp(`^(?:${sourcesOf(({ parties }) => parties?.portfolio).spaced})`, "iu");
const HONORIFIC = new RegExp(`^(?:${sourcesOf(({ parties }) => parties?.honorifics).spaced})\\s+(?=\\p{Upper})`, "u");
const FULL_NAME = new RegExp(`^\\p{Upper}[\\p{Alpha}.'’-]+\\s+${NAME_PART}[\\p{Alpha}'’-]+`, "u");
/** Longest phrase, in UTF-16 units, and how far into an apposition a role may begin. */
const MAX_PHRASE = 200;
const MAX_TITLE_OFFSET = 30;
const HANDLE = /(?:^|\s)(@[\p{Alpha}\p{N}_.]+)/u;
/** Beginnings of a clause that describes a party: "que", or a participle whose agent follows ("liderada pelo presidente Rui Costa"). */
function describing({ relatives, participleForm, by, capitalNouns }: CueGrammar): string {
  const relative = `\\s(?:${relatives})\\s`;
  if (capitalNouns || !participleForm) return relative;
  return `${relative}|\\s\\p{Lower}{3,}${participleForm.replace("$", "")} (?:${by})(?:\\s|(?<=['’]))`;
}
const wordsOf = oncePer((grammar: CueGrammar) => ({
  article: new RegExp(`^(?:(?:${grammar.article})(?:\\s+|(?<=['’])))+`, "iu"),
  role: wholeWords(grammar.roles, "iu"),
  carrier: wholeWords(`^(?:${grammar.carriers})`, "iu"),
  anonymous: wholeWords(grammar.anonymous, "iu"),
  organisation: wholeWords(grammar.organisations, "iu"),
  outlet: wholeWords(grammar.outlets, "u"),
  relative: new RegExp(describing(grammar), "u"),
  /** Words in an apposition before a full name: "le socialiste Jean Roche", "der Norweger Jon Aske". */
  describedName: new RegExp(
    `^(?:${grammar.article})(?:\\s|(?<=['’]))(?:\\p{Alpha}+(?<!(?:${grammar.organisations}))\\s)(?=\\p{Upper}\\p{Lower}[\\p{Alpha}'’-]*\\s${NAME_PART}[\\p{Alpha}'’-]+(?:,|$))`,
    "u",
  ),
  /** In languages with capitalised nouns, a noun for a role before a name: "Stadtkämmerer Jonas Feld". */
  agent: new RegExp(
    `^\\p{Upper}[\\p{Alpha}-]+(?:${grammar.agentEndings ?? "(?!)"}|(?<councillor>${grammar.councillor ?? "(?!)"}))(?=\\s+\\p{Upper}\\p{Alpha}+\\s+${NAME_PART})`,
    "u",
  ),
  endsWithOf: new RegExp(`\\s(?:${ofPhrase(grammar)})\\s$|d['’]$`, "u"),
  holdsOf: new RegExp(`\\s(?:${ofPhrase(grammar)})\\s|['’]`, "u"),
  of: new RegExp(
    `^\\s*(?:${ofPhrase(grammar)})(?:\\s+|(?<=['’]))((?:\\p{Lower}+\\s+)?\\p{Upper}[\\p{Alpha}\\p{N}.&'’-]*(?:\\s+\\p{Upper}[\\p{Alpha}\\p{N}.&'’-]*){0,3})`,
    "iu",
  ),
}));

/** A noun phrase split into its parts. */
interface PhraseParts {
  grammar: CueGrammar;
  words: ReturnType<typeof wordsOf>;
  /** The phrase up to its first comma, without its relative clause and its article. */
  plain: string;
  bare: string;
  /** The words after the first comma, and the apposition. */
  appended: string;
  /** The first run of capitalised words in `bare`. */
  run: string | null;
}

/** The party that a noun phrase names, helped by the apposition after it: "Ana Ruiz, portavoz de Nortia". */
export function cueGrammarParty(phrase: string, apposition: string, grammar: CueGrammar): Party {
  const words = wordsOf(grammar);
  const text = phrase
    .slice(0, MAX_PHRASE)
    .replace(/\s+|\s?\([^()]{0,60}\)/g, " ")
    .replace(/ (?=,)/g, "")
    .trim();
  const [head = "", ...rest] = text.split(/,\s*/);
  const appended = [...rest, apposition].filter(Boolean).join(", ").slice(0, MAX_PHRASE).replace(words.describedName, "");
  // The relative clause after "que" describes the party and names nobody.
  const plain = (head.split(words.relative)[0] ?? "").replace(HONORIFIC, "");
  const bare = plain.replace(words.article, "").trim();
  if (!bare) return partyWith("unknown", null, null);
  const handle = HANDLE.exec(head)?.[1];
  if (handle) return partyWith("account", handle, bare);
  if (words.carrier.test(bare)) return partyWith("unknown", null, bare);
  const role = words.role.exec(bare);
  if (words.anonymous.test(bare)) return partyWith("anonymous", ALIAS.exec(text)?.[1] ?? null, bare);
  const parts = { grammar, words, plain, bare, appended, run: NAME.exec(bare)?.[0] ?? null };
  if (role) return roleHolder(parts, role);
  return titledPerson(parts) ?? organisationOf(parts) ?? namedOrUnknown(parts);
}

/** "portavoz de la empresa, Carmen Ruiz", "Nordwerk-Sprecherin Anna Weber", "Anna Weber, Sprecherin" */
function roleHolder({ words, bare, appended }: PhraseParts, role: RegExpExecArray): Party {
  const after = bare.slice(role.index + role[0].length);
  const owner = words.of.exec(after)?.[1]?.replace(words.article, "") ?? null;
  const tail = owner ? after.slice(after.indexOf(owner) + owner.length) : after;
  const name = NAME.exec(/^[\s\p{Lower}'’-]{0,40}$/u.test(tail) ? (/^\p{Upper}/u.test(appended) ? appended : "") : tail)?.[0] ?? null;
  const description = name ? null : bare;
  if (PORTFOLIO.test(role[0])) {
    const end = owner ? bare.indexOf(owner) + owner.length : name && !tail.includes(name) ? undefined : role.index + role[0].length;
    return partyWith("person", name, description, { role: bare.slice(role.index, end).trim() });
  }
  const compound = /^(\p{Upper}[\p{Alpha}\p{N}]+)-/u.exec(bare)?.[1] ?? null;
  const before = bare.slice(0, role.index).trim().replace(/-$/, "");
  return partyWith("person", name, description, {
    role: role[0],
    affiliation: owner ?? compound ?? (/^\p{Upper}/u.test(before) ? before : null),
  });
}

/** "Stadtkämmerer Jonas Feld", "Ana Ruiz, portavoz de Nortia", "El tesorero, Andrés Luque" */
function titledPerson({ grammar, words, bare, appended, run }: PhraseParts): Party | null {
  const { 0: agent, groups } = words.agent.exec(bare) ?? {};
  if (agent && (groups?.["councillor"] || !words.organisation.test(agent)))
    return partyWith("person", bare.slice(agent.length).trim(), null, { role: agent });
  const title = words.role.exec(appended);
  if (title && run && appended.indexOf(title[0]) < MAX_TITLE_OFFSET) {
    const owner = words.of.exec(appended.slice(title.index + title[0].length))?.[1]?.replace(words.article, "") ?? null;
    return partyWith("person", run, null, { role: title[0], affiliation: owner });
  }
  // A full name after a lower-case noun is the person who holds that role, whatever it is.
  const apposed =
    !grammar.capitalNouns && /^\p{Lower}/u.test(bare) && !words.organisation.test(bare) ? FULL_NAME.exec(appended)?.[0] : null;
  return apposed ? partyWith("person", apposed, null, { role: bare }) : null;
}

/** An outlet or an organisation by a word for its kind: "la empresa Nortia", "die Stadtverwaltung". */
function organisationOf({ grammar, words, bare, run }: PhraseParts): Party | null {
  const organisation = words.organisation.exec(bare);
  if (organisation?.index !== 0 && words.outlet.test(bare)) return partyWith("outlet", run ?? bare, run ? null : bare);
  if (!organisation) return null;
  const kind = organisation[0];
  // "la mairie de Valmont" does not name Valmont.
  const place = !grammar.capitalNouns && organisation.index === 0 && words.endsWithOf.test(bare.slice(0, bare.indexOf(run ?? "")));
  if (place) return partyWith("organisation", null, bare);
  // German capitalises every noun: the whole phrase is the name only if it has more words than the word for its kind.
  const named = run && (run.length > kind.length || !run.includes(kind) || kind.includes(" ")) ? run : null;
  return partyWith("organisation", named, named ? null : bare);
}

/** A phrase without a word for its kind: a person, an organisation, or a party without a name. */
function namedOrUnknown({ grammar, words, plain, bare, run }: PhraseParts): Party {
  const unknown = partyWith("unknown", null, bare);
  if (!run) return unknown;
  const hasArticle = bare !== plain;
  if (!grammar.capitalNouns) {
    // "Vecinos de Peñalba", "la cofradía de Marvela": the name is a place, or there is none.
    const before = bare.slice(0, bare.indexOf(run));
    const place = before ? words.holdsOf.test(before) : /^\p{Upper}\p{Lower}+[aeo]s d[aeo]/u.test(run);
    if (place) return unknown;
  }
  // "Circula no WhatsApp um vídeo": the capital only marks the beginning of the sentence.
  if (bare.startsWith(run) && !run.includes(" ") && / \p{Lower}/u.test(bare.slice(run.length))) return unknown;
  // "la Guardia Civil": a person's name has no article in the news.
  if (hasArticle && bare.startsWith(run)) return partyWith("organisation", run, null);
  const isPerson = /^\p{Upper}[\p{Alpha}.'’-]+\s+(?:\p{Alpha}+\s+)?\p{Upper}/u.test(run) && !/\p{Upper}{2}/u.test(run);
  return partyWith(isPerson ? "person" : "organisation", run, null);
}
