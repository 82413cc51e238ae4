/**
 * A party as a text describes it: name, role and affiliation from a noun phrase and its apposition, by one grammar over the words of each
 * language. A name alone does not establish an identity.
 */

import { type CueGrammar, chinese, english, NOTHING, sourcesOf, wholeWords } from "../../lang/index.ts";
import { NOBODY, type Party, partyWith } from "../../model/party.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { LastEntries, oncePer } from "../../text/once-per.ts";
import { ALIAS, NAME_PART } from "../attribution/cue-patterns.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { bodyOfName, DEMONYM, kindOfName } from "./name-kinds.ts";

const { naming, describing } = english.grammar;
/** Longest phrase, in UTF-16 units, and how far into an apposition a role may begin. */
const MAX_PHRASE = 200;
const MAX_TITLE_OFFSET = 60;
/** The words by which a language describes parties. */
type PartyWords = Pick<CueGrammar, "article" | "of" | "roles" | "anonymous" | "organisations" | "outlets"> & Partial<CueGrammar>;
const ENGLISH: PartyWords = { ...english.parties, article: naming.determiners, of: `${naming.of}|${naming.at}` };
const HONORIFIC = new RegExp(`^(?:${sourcesOf(({ parties }) => parties?.honorifics).spaced})\\s+(?=\\p{Upper})`, "u");
const ROLE_WORD = new RegExp(`^(?:${english.parties.roles}|${describing.shortTitles}|(?:${english.grammar.titles})(?<=\\.))$`, "iu");
const TITLE = new RegExp(`^(?:(?:${english.grammar.titles})\\s+)+(?=\\p{Upper})`, "u");
/** A name without the titles and offices before it. */
function untitled(name: string): string {
  const words = name.split(" ");
  return words
    .slice(words.findLastIndex((word) => ROLE_WORD.test(word)) + 1)
    .join(" ")
    .replace(TITLE, "");
}
/** Offices followed by their field, which is not an employer: "ministra de Sanidad". */
const PORTFOLIO = new RegExp(`^(?:${sourcesOf(({ parties }) => parties?.portfolio).spaced})`, "iu");
const LETTERS = "[\\p{Alpha}\\p{N}.'’&-]*";
const FULL = `\\p{Upper}[\\p{Alpha}.'’-]+\\s+(?:\\p{Upper}[\\p{Alpha}.'’-]*\\s+){0,2}${NAME_PART}[\\p{Alpha}.'’-]+`;
const FULL_NAME = new RegExp(`^${FULL}`, "u");
const ENDS_FULL = new RegExp(`(?:^|\\s)${FULL}$`, "u");

const wordsOf = oncePer((grammar: PartyWords) => {
  const { article, roles, anonymous, organisations, outlets, carriers, agentEndings, councillor } = grammar;
  const isEnglish = grammar === ENGLISH;
  const of = `(?:${grammar.of})(?:\\s?(?:${article}))?`;
  const first = isEnglish ? `(?:${naming.prefixes})?` : "";
  const joined = isEnglish ? `(?:(?:${naming.withinBodies}|&) ){0,2}` : "";
  const name = `${first}\\p{Upper}${LETTERS}(?:\\s+${joined}${NAME_PART}${LETTERS}){0,6}(?: \\p{N}{1,2}(?![\\p{Alpha}\\p{N}]))?`;
  const [end, inPlace] = isEnglish ? ["(?=,|$)", `|${naming.inPlace}`] : ["", ""];
  const space = "(?:\\s+|(?<=['’]))";
  return {
    article: new RegExp(`^(?:(?:${article})${space})+`, "iu"),
    role: wholeWords(roles, "iu"),
    carrier: wholeWords(`^(?:${carriers ?? NOTHING})`, "iu"),
    anonymous: wholeWords(anonymous, "iu"),
    organisation: wholeWords(organisations, "iu"),
    outlet: wholeWords(outlets, "u"),
    relative: new RegExp(relativeOf(grammar), "u"),
    /** In English a name ends its phrase; elsewhere adjectives follow it. */
    name: new RegExp(isEnglish ? `(?<![\\p{Alpha}\\p{N}-])${name}$` : name, "u"),
    /** A full name that begins an apposition; in English it is all of it, as "Acme's Head of Art" is none. */
    apposed: new RegExp(`^${FULL}${end}`, "u"),
    /** Words in an apposition before a full name: "le socialiste Jean Roche", "der Norweger Jon Aske". */
    describedName: new RegExp(`^(?:${article})${space}(?:\\p{Alpha}+(?<!(?:${organisations}))\\s)(?=${FULL}(?:,|$))`, "u"),
    /** In languages with capitalised nouns, a noun for a role before a name: "Stadtkämmerer Jonas Feld". */
    agent: new RegExp(
      `^\\p{Upper}[\\p{Alpha}-]+(?:${agentEndings ?? NOTHING}|(?<councillor>${councillor ?? NOTHING}))(?=\\s+\\p{Upper}\\p{Alpha}+\\s+${NAME_PART})`,
      "u",
    ),
    endsWithOf: new RegExp(`\\s(?:${of})$|d['’]$${inPlace}`, "u"),
    /** "Consejera delegada para Europa": the name behind a preposition is not the holder's. */
    behindPreposition: new RegExp(`\\s(?:${grammar.prepositions ?? NOTHING}|${of})(?:\\s(?:${article}))?\\s$`, "iu"),
    holdsOf: new RegExp(`(?:^|\\s)(?:${of})(?:\\s|$)|['’]`, "u"),
    /** The field of an office, "of", and whose office it is: "of generative AI at Meta". */
    owner: isEnglish
      ? new RegExp(
          `^(?<field>(?:.{0,60}?\\s)?)(?:${of})${space}(?:(?=\\p{Lower})(?:${organisations}|${english.grammar.companyWords}) (?=\\p{Upper}))?(?<who>${first}\\p{Upper}[\\p{Alpha}\\p{N}.&'’ -]{0,60}$|(?:${naming.theirsOrThe}) \\p{Alpha}+$)`,
          "u",
        )
      : new RegExp(`^(?<field>\\s*)(?:${of})${space}(?<who>(?:\\p{Lower}+\\s+)?${name.replace("{0,6}", "{0,3}")})`, "iu"),
    /** Adjectives between an office and whose it is: "presidente executivo do banco". */
    adjectives: new RegExp(`^(?: (?!(?:${of}) )\\p{Lower}+){1,2}(?= (?:${of})(?:\\s|(?<=['’])))`, "u"),
  };
});
/** Beginnings of a clause that describes a party: "que", or a participle whose agent follows ("liderada pelo presidente Rui Costa"). */
function relativeOf({ relatives = NOTHING, participleForm, by, capitalNouns }: PartyWords): string {
  const relative = `\\s(?:${relatives})\\s`;
  if (capitalNouns || !participleForm) return relative;
  return `${relative}|\\s\\p{Lower}{3,}${participleForm.replace("$", "")} (?:${by})(?:\\s|(?<=['’]))`;
}

/** Words before an English noun phrase that do not belong to it: a closing bracket, a place and a dash, a conjunction, a day; and words after it. */
const LEAD = new RegExp(
  `^(?:[^()]{0,40}\\)|.{1,40} [-–—]|(?:${naming.lead}),?|\\d\\d(?= \\p{Upper})|(?:${english.time.weekdays.replaceAll(";", "|")})(?=.*\\s\\p{Lower}+$))\\s+`,
  "iu",
);
const TRAIL = new RegExp(`(?<!\\s)\\s+(?:${naming.trail})$`, "i");
/** A day behind a subject: "Acme on Tuesday". */
const DAY_BEHIND = new RegExp(`(?<!\\s)\\s+(?:${naming.beforeDay})\\s+(?:${english.time.weekdays.replaceAll(";", "|")})$`, "iu");
/** Words after a name that do not belong to it: "Jane Roe MP", but "the Salby MP". */
const POSTNOMINAL = new RegExp(`(?<=\\p{Upper}\\p{Lower}+),? (?:${describing.postnominals})(?=,|$)`, "u");
/** "A user named Pellow". */
const CALLED = new RegExp(`^(?:${english.parties.alias})$`);
/** Words before a verb or participle that describes the party: "who said", "a supposed". */
const NO_SUBJECT = new RegExp(`^(?:${describing.relatives}|${english.pronouns.definite})$`, "i");
/**
 * The words before the first reporting verb in lower case ("the company says in a new blog"), or after one at the beginning ("says our insider").
 * Verbs after "who" describe the party.
 */
function beforeVerb(head: string): string {
  const words = head.split(" ");
  const verb = words.findIndex((word, i) => {
    const form = verbForm(word)?.form;
    return (form === "s" || form === "past") && !NO_SUBJECT.test(words[i - 1] ?? "") && !CALLED.test(word);
  });
  if (verb < 0) return head;
  return verb > 0 ? words.slice(0, verb).join(" ").replace(TRAIL, "") : words.slice(1).join(" ");
}

/** A noun phrase split into its parts. */
interface PhraseParts {
  grammar: PartyWords;
  words: ReturnType<typeof wordsOf>;
  /** The phrase up to its first comma, without its relative clause; and without its article. */
  plain: string;
  bare: string;
  /** The words after the first comma, and the apposition. */
  appended: string;
  /** The name in `bare`, and the words before it. */
  run: string | null;
  lead: string;
}
function partsOf(phrase: string, apposition: string, grammar: PartyWords): PhraseParts {
  const words = wordsOf(grammar);
  const isEnglish = grammar === ENGLISH;
  const text = phrase
    .slice(0, MAX_PHRASE)
    .replace(/\s+|\s?\([^()]{0,60}\)/g, " ")
    .replace(/ (?=,)/g, "")
    .replace(/^[\s,;:—–-]+|(?<![\s,;:—–-])[\s,;:—–-]+$/g, "");
  const [head = "", ...rest] = (
    isEnglish ? text.replace(LEAD, "").replace(words.article.test(text) ? TRAIL : POSTNOMINAL, "") : text
  ).split(/,\s+/);
  const plain = isEnglish ? beforeVerb(head).replace(DAY_BEHIND, "") : (head.split(words.relative)[0] ?? "").replace(HONORIFIC, "");
  const bare = plain.replace(words.article, "").trim();
  const behind = [...rest, apposition].filter((part) => part && !/^\s*\d+\s*$/.test(part)).join(", ");
  const [nearest = ""] = behind.trim().split(",");
  // "To the East Room, a witness confirmed": a clause describes no party.
  const isClause = isEnglish && beforeVerb(nearest) !== nearest;
  const appended = isClause ? "" : behind.trim().slice(0, MAX_PHRASE).replace(words.describedName, "");
  const run = words.name.exec(bare)?.[0] ?? null;
  return { grammar, words, plain, bare, appended, run, lead: (run === null ? bare : bare.slice(0, bare.lastIndexOf(run))).trim() };
}

/** The parties of the last phrases of a language: a text names the same ones in many sentences. */
const known = oncePer((_: CueGrammar | null) => new LastEntries<string, Party>(500));
/** The party that a noun phrase names, helped by the apposition after it: "Ana Ruiz, portavoz de Nortia"; in English without a `grammar`. */
export const partyOf = (phrase: string, apposition = "", grammar: CueGrammar | null = null): Party =>
  // A copy, which callers complete.
  ({ ...known(grammar).of(`${phrase}\0${apposition}`, () => readParty(phrase, apposition, grammar)) });
function readParty(phrase: string, apposition: string, grammar: CueGrammar | null): Party {
  if (!grammar && hasHan(phrase)) return chineseParty(phrase.trim());
  const parts = partsOf(phrase, apposition, grammar ?? ENGLISH);
  if (!parts.bare) return NOBODY;
  return unnamed(parts, phrase) ?? roleHolder(parts) ?? titledPerson(parts) ?? organisationOf(parts) ?? namedOrUnknown(parts);
}

/** "The supposed employee Ann Roe": the name may be wrong. */
const PRETENDED = new RegExp(`\\b(?:${describing.pretended})\\b`, "i");
const ANONYMOUS_OF = new RegExp(`^(?:(?:${describing.beforeAnonymous})\\s*)*(\\p{Upper}[\\p{Alpha}\\p{N}]*)\\s`, "u");
/** "A hospital worker". */
const UNNAMED = new RegExp(
  `^(?:${describing.some})\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${english.parties.people})\\b(?!\\s+(?:(?:${describing.called})\\s+)?\\p{Upper}\\p{Alpha}+\\s+\\p{Upper})`,
  "u",
);
/** "Acme's Berlin office": a part of an organisation, or an office that speaks for a person. */
const OFFICE = new RegExp(`^(.{2,60}?)['’]s?\\s+(?:[\\w-]+\\s+){0,3}(${describing.offices})$`, "u");
const ONE_OF_OFFICE = new RegExp(`^(?:${describing.oneOfOffice})$`);
/** An account, the carrier of a claim, an anonymous party, or an office: the words alone decide. */
function unnamed({ grammar, words, plain, bare }: PhraseParts, phrase: string): Party | null {
  const handle = /(?:^|\s)(@[\p{Alpha}\p{N}_.]+|u\/[\w-]+)/u.exec(plain)?.[1];
  if (handle) return partyWith("account", handle, bare);
  if (words.carrier.test(bare)) return partyWith("unknown", null, bare);
  const isEnglish = grammar === ENGLISH;
  const isNamed = isEnglish && ENDS_FULL.test(bare) && !PRETENDED.test(bare);
  const alias = ALIAS.exec(phrase)?.[1] ?? null;
  if (words.anonymous.test(bare) && !isNamed)
    return partyWith("anonymous", alias, bare, { affiliation: (isEnglish && ANONYMOUS_OF.exec(bare)?.[1]) || null });
  if (!isEnglish) return null;
  if (UNNAMED.test(plain)) return partyWith("anonymous", alias, bare);
  const [, owner = "", office = ""] = OFFICE.exec(plain) ?? [];
  if (!owner) return null;
  const isOne = ONE_OF_OFFICE.test(office);
  return partyWith(isOne ? "person" : "organisation", null, plain, { role: isOne ? office : null, affiliation: owner });
}

/** Capitalised words that belong to the role after them: "Deputy", "Prime". */
const TITLES = new RegExp(`(?:^| )(?:(?:${describing.officeTitles}) ?){1,3}$`, "u");
/** Whose office it is, and the office: "Cruz’s Iowa director", "the airport's head". */
const POSSESSIVE = /^(\p{Upper}[^,]{0,60}?|\p{Lower}[\p{Alpha}-]{2,30})(?:['’]s|(?<=s)['’])\s+(.+)$/u;
/** The same before the noun, and the lower-case words between: "Detroit police", "Acme generative AI". */
const OWNER_BEFORE = new RegExp(
  `^(?!(?:${describing.officeTitles})\\b)(?:\\p{Lower}[\\p{Lower}-]{0,20} )?(\\p{Upper}.{0,60}?(?: (?:${describing.bodiesOfOne}))?)(?: (\\p{Lower}[\\p{Lower} -]{0,60}))?$`,
  "u",
);
/** "Thrown out of the chair after he": a clause is no role. */
const NO_ROLE = new RegExp(`^\\w+ (?:${english.grammar.words.particles})\\b|\\b(?:${english.pronouns.he}|${describing.noRole})\\b`);
/** "Secretary of State Ann Roe". */
const OFFICE_HOLDER = new RegExp(`^\\p{Upper}\\S* ${naming.of} (?:\\p{Upper}\\S+ ){1,4}?(${FULL})$`, "u");
/** Words behind a role that are no part of it. */
const BEHIND_ROLE = new RegExp(`(?<!\\s)\\s+(?:${naming.behindName})$`);
interface Role {
  role: string;
  affiliation: string | null;
  /** Where it begins, the name behind it, and whether nothing but small words is behind it. */
  at: number;
  name: string;
  isOpen: boolean;
}
const OPEN = /^[\s\p{Lower}'’-]{0,40}$/u;
/** "Futbolista Jon Arce": a person's full name without the word before it. */
function withoutJob(owner: string, organisation: RegExp): string {
  const [job = ""] = /^\p{Lower}+ (?=\p{Upper})/u.exec(owner) ?? [];
  const name = owner.slice(job.length);
  return job && !organisation.test(job) && kindOfName(name) === "person" ? name : owner;
}
/** A role in a phrase, and whose it is. A name behind it is no part of it, unless the phrase is an apposition. */
function roleIn({ grammar, words }: PhraseParts, phrase: string, isApposed: boolean): Role | null {
  const text = phrase.trim().replace(words.article, "");
  return grammar === ENGLISH ? englishRoleIn(text, words, isApposed) : otherRoleIn(text, words, isApposed, grammar.capitalNouns);
}
/** The first word for a role in a phrase, and the words before it. */
function roleWordIn(text: string, { role }: PhraseParts["words"]): { noun: string; at: number; before: string } {
  const { 0: noun = "", index: at = 0 } = role.exec(text) ?? {};
  return { noun, at, before: text.slice(0, at).trim().replace(/-$/, "") };
}
/** Whose office it is, by the words before it, and the lower-case words between: "Acme generative AI chief". */
function ownerBefore(before: string): { whose: string; between: string } | null {
  const [, whose = "", between = ""] = OWNER_BEFORE.exec(before.replace(TITLES, "")) ?? [];
  return whose && !DEMONYM.test(whose) ? { whose, between } : null;
}
function englishRoleIn(text: string, words: PhraseParts["words"], isApposed: boolean): Role | null {
  const [, possessor = "", possessed = ""] = POSSESSIVE.exec(text) ?? [];
  if (possessor) {
    const own = englishRoleIn(possessed.replace(words.article, ""), words, isApposed);
    return own && { ...own, affiliation: possessor.replace(/^(?=\p{Lower})/u, "the ") };
  }
  const { noun, at, before } = roleWordIn(text, words);
  // "A former agent for President Ann Roe": the office is another's.
  if (!noun || NO_ROLE.test(text) || words.endsWithOf.test(` ${before}`)) return null;
  const after = text.slice(at + noun.length);
  const holder = OFFICE_HOLDER.exec(`${noun}${after}`)?.[1] ?? "";
  if (holder && kindOfName(holder) === "person")
    return { role: text.slice(0, -holder.length).trim(), affiliation: null, at, name: holder, isOpen: false };
  const { field = "", who: owner = "" } = words.owner.exec(after)?.groups ?? {};
  const tail = owner ? after.slice(after.indexOf(owner) + owner.length) : after;
  const held = words.name.exec(tail)?.[0] ?? "";
  const run = untitled(isApposed ? "" : held);
  // "Senator Ann Roe of Ohio"
  const told = FULL_NAME.exec(field.trim())?.[0] === field.trim() ? field.trim() : "";
  const behind = (owner ? field.slice(0, field.trimEnd().length - told.length) : tail.slice(0, tail.length - run.length)).trimEnd();
  const own = owner ? null : ownerBefore(before);
  const title = own ? `${`${own.between} ${TITLES.exec(before)?.[0].trim() ?? ""}`.trim()} ` : text.slice(0, at);
  return {
    role: `${title}${noun}${behind.replace(BEHIND_ROLE, "")}`.trim(),
    affiliation: owner || (own?.whose ?? null),
    at,
    name: words.endsWithOf.test(behind) ? "" : told || run,
    isOpen: OPEN.test(tail),
  };
}
/** The same in other languages, where the role is the noun alone: "portavoz de Nortia", "Nordwerk-Sprecherin". */
function otherRoleIn(text: string, words: PhraseParts["words"], isApposed: boolean, capitalNouns: boolean | undefined): Role | null {
  const { noun, at, before } = roleWordIn(text, words);
  if (!noun) return null;
  const behind = text.slice(at + noun.length);
  const after = capitalNouns ? behind : behind.replace(words.adjectives, "");
  const whom = (words.owner.exec(after)?.groups?.["who"] ?? "").replace(words.article, "");
  const tail = whom ? after.slice(after.indexOf(whom) + whom.length) : after;
  const { 0: name = "", index = 0 } = words.name.exec(tail) ?? {};
  const isOthers = words.behindPreposition.test(tail.slice(0, index));
  const held = isOthers ? "" : name;
  const isOpen = isOthers || OPEN.test(tail);
  if (PORTFOLIO.test(noun)) {
    const end = whom ? text.indexOf(whom) + whom.length : at + noun.length;
    return { role: text.slice(at, end), affiliation: null, at, name: held, isOpen };
  }
  const owner = withoutJob(whom, words.organisation) || (ownerBefore(before)?.whose ?? null);
  return { role: noun, affiliation: owner, at, name: untitled(isApposed ? "" : held), isOpen };
}

/** "portavoz de la empresa, Carmen Ruiz", "Nordwerk-Sprecherin Anna Weber", "Acme spokeswoman Jane Roe" */
function roleHolder(parts: PhraseParts): Party | null {
  const { words, bare, appended, run } = parts;
  const found = roleIn(parts, bare, false);
  if (!found) return null;
  const { role, affiliation, isOpen } = found;
  const name = untitled(found.name || (isOpen && words.apposed.exec(appended)?.[0]) || "") || null;
  // "A spokesperson for the shopping centre, Alder Mall"
  if (name && !found.name && kindOfName(name) === "organisation") return partyWith("person", null, bare, { role, affiliation: name });
  // "The Hollywood Reporter", but not "the Washington Post Reporter".
  if (!name && run === bare && bodyOfName(bare) === "outlet" && bodyOfName(affiliation ?? "") !== "outlet")
    return partyWith("outlet", bare, null);
  return partyWith("person", name, name ? null : bare, { role, affiliation });
}

/** A person's name after the name of the person's organisation: "Acme's Jane Roe". */
const OWNED = /^(.+?)(?:['’]s|(?<=s)['’]) (\p{Upper}.*)$/u;
/** "Stadtkämmerer Jonas Feld", "Ana Ruiz, portavoz de Nortia", "El tesorero, Andrés Luque" */
function titledPerson(parts: PhraseParts): Party | null {
  const { grammar, words, bare, appended, run } = parts;
  const { 0: agent, groups } = words.agent.exec(bare) ?? {};
  if (agent && (groups?.["councillor"] || !words.organisation.test(agent)))
    return partyWith("person", bare.slice(agent.length).trim(), null, { role: agent });
  // "Acme's Jane Roe"
  const [, owner = "", member = ""] = OWNED.exec((grammar === ENGLISH && run) || "") ?? [];
  if (member && kindOfName(member) === "person") return partyWith("person", member, null, { affiliation: owner });
  // "According to the Herald, police spokesman Jane Roe said": a newspaper holds no office.
  const title = run && kindOfName(bare) !== "outlet" ? roleIn(parts, appended.split(",")[0] ?? "", true) : null;
  if (run && title && title.at < MAX_TITLE_OFFSET) {
    const { role, affiliation } = title;
    return partyWith("person", untitled(run) || run, grammar === ENGLISH ? appended : null, { role, affiliation });
  }
  // A full name after a lower-case noun is the person who holds that role, whatever it is.
  const isNoun = !grammar.capitalNouns && /^\p{Lower}/u.test(bare) && !words.organisation.test(bare) && !(run && grammar === ENGLISH);
  const apposed = isNoun ? words.apposed.exec(appended)?.[0] : null;
  return apposed ? partyWith("person", untitled(apposed), null, { role: bare }) : null;
}

/** A name that is all of an apposition. */
const APPOSED = /^\p{Upper}[\p{Alpha}\p{N}&.'’-]*(?: \p{Upper}[\p{Alpha}\p{N}&.'’-]*){0,3}(?=,|$)/u;
const CAPITAL_THE = new RegExp(`^${naming.capitalThe} `);
const PAPERS = new RegExp(`(?:^|\\s)${describing.papers}$`);
const COMPANY = new RegExp(`^(?:\\S+\\s+){0,3}(?:${english.grammar.companyWords})s?(?: ${naming.of} .*)?$`, "i");
/** An outlet or an organisation by a word for its kind: "la empresa Nortia", "die Stadtverwaltung". */
function organisationOf({ grammar, words, plain, bare, appended, run, lead }: PhraseParts): Party | null {
  const organisation = words.organisation.exec(bare);
  const isEnglish = grammar === ENGLISH;
  const isPlace = !grammar.capitalNouns && words.endsWithOf.test(lead);
  // "The Verge": a capital article belongs to the name of an outlet.
  const name = run === bare && CAPITAL_THE.test(plain) ? plain : run;
  const isOutlet = words.outlet.test(isEnglish ? (name ?? "") : bare) || (name !== null && PAPERS.test(lead));
  if (organisation?.index !== 0 && isOutlet && !(isEnglish && isPlace)) return partyWith("outlet", name, name ? null : bare);
  if (isEnglish && run && !isPlace) return null;
  // "The dam's operator, Acme"
  if (!organisation) return isEnglish && COMPANY.test(plain) ? partyWith("organisation", APPOSED.exec(appended)?.[0] ?? null, bare) : null;
  const kind = organisation[0];
  // "la mairie de Valmont" does not name Valmont.
  if (isPlace && (isEnglish || organisation.index === 0)) return partyWith("organisation", null, bare);
  // German capitalises every noun: the whole phrase is the name only if it has more words than the word for its kind.
  const named = run && (run.length > kind.length || !run.includes(kind) || kind.includes(" ")) ? run : null;
  return partyWith("organisation", named, named ? null : bare);
}

const DESCRIBES = new RegExp(`^(?:${english.grammar.words.opensApposition})\\s`);
/** A phrase without a word for its kind: a person, an organisation, or a party without a name. */
function namedOrUnknown({ grammar, words, plain, bare, appended, run, lead }: PhraseParts): Party {
  const unknown = partyWith("unknown", null, bare);
  if (!run) return unknown;
  // "Vecinos de Peñalba", "la cofradía de Marvela": the name is a place, or there is none.
  if (!grammar.capitalNouns && (grammar === ENGLISH ? words.endsWithOf : words.holdsOf).test(lead)) return unknown;
  if (grammar === ENGLISH) {
    const name = untitled(run) || run;
    // "ClearCheck, a fact-checking group"
    const described = DESCRIBES.test(appended) ? appended : "";
    return partyWith(name === run ? kindOfName(run) : "person", name, [lead, described].filter(Boolean).join(", ") || null);
  }
  if (!grammar.capitalNouns && !lead && /^\p{Upper}\p{Lower}+[aeo]s d[aeo]/u.test(run)) return unknown;
  // "Circula no WhatsApp um vídeo": the capital only marks the beginning of the sentence.
  if (bare.startsWith(run) && !run.includes(" ") && / \p{Lower}/u.test(bare.slice(run.length))) return unknown;
  // "la Guardia Civil": a person's name has no article in the news.
  if (bare !== plain && bare.startsWith(run)) return partyWith("organisation", run, null);
  const isPerson = /^\p{Upper}[\p{Alpha}.'’-]+\s+(?:\p{Alpha}+\s+)?\p{Upper}/u.test(run) && !/\p{Upper}{2}/u.test(run);
  return partyWith(isPerson ? "person" : "organisation", run, null);
}

const LINKERS = new RegExp(`(?<!${chinese.chinese.linkers})${chinese.chinese.linkers}+$`, "u");
/** "Acme 相关负责人" belongs to Acme. */
const BEFORE_ROLE = new RegExp(`(?<=.)(?:${chinese.chinese.beforeRole})$`, "u");
const CHINESE_ROLE = new RegExp(chinese.parties.roles, "gu");
const CHINESE_ANONYMOUS = new RegExp(chinese.parties.anonymous, "u");
/** A Chinese noun phrase: "某公司发言人张三", "知情人士", "网友". */
function chineseParty(text: string): Party {
  if (CHINESE_ANONYMOUS.test(text)) return partyWith("anonymous", null, text);
  // "某公司董事长、总经理张三": he belongs to the company, and has the last of these roles.
  const roles = [...text.matchAll(CHINESE_ROLE)];
  const role = roles.at(-1);
  if (role) {
    const owner = text.slice(0, roles[0]?.index).replace(LINKERS, "").replace(BEFORE_ROLE, "").split(chinese.chinese.of)[0];
    const name = text.slice(role.index + role[0].length).trim();
    const isName = /^[\p{Script=Han}·]{2,5}$|^[\p{Alpha}·. ]{2,30}$/u.test(name);
    return partyWith("person", isName ? name : null, isName ? null : text, { role: role[0], affiliation: owner || null });
  }
  return partyWith(kindOfName(text), text, null);
}
