/** Resolves a pronoun, a short name or "the company" to one of the parties named so far. */

import { anyLanguage, type CueGrammar, chinese, english, patternOf, sourcesOf } from "../../lang/index.ts";
import { NOBODY, type Party } from "../../model/party.ts";
import { namePlaces } from "../../text/names/places.ts";
import { oncePer } from "../../text/once-per.ts";
import { withoutThe } from "../../text/outlet-article.ts";
import type { NameTest } from "./capital-nouns.ts";
import { kindOfName } from "./name-kinds.ts";
import { isCommon, isSmallWord, leadOf, type RunningNames } from "./name-shapes.ts";
import { partyOf } from "./party.ts";
import { mayMean } from "./same-party.ts";

const { naming, describing } = english.grammar;
/** Words beside a name of two capitalised words that is not a person's: "Acme Foods said it", "a spokeswoman for Transport North". */
const OF = new RegExp(`(?<!\\p{Alpha})${describing.ofBody} $`, "u");
const AFTER = new RegExp(`^(?:(?:['’]s?)? (?:${describing.bodysOwn})\\b|${describing.thing})`, "u");
/** How many characters beside a name are searched. */
const REACH = 100;
/** Whether a text treats a name as an organisation. */
const organisedIn = (text: string, name: string): boolean =>
  [...namePlaces(text, name)].some(
    ({ start, end }) => OF.test(text.slice(Math.max(0, start - REACH), start)) || AFTER.test(text.slice(end, end + REACH)),
  );

const HE = new RegExp(`^(?:${english.pronouns.he}|${chinese.pronouns.he})$`, "i");
const IT = new RegExp(`^(?:${english.pronouns.it}|${chinese.pronouns.it})$`, "i");
/** Limit of remembered parties: a text with more is hostile or a list. */
const MAX_MENTIONS = 400;
/** Maximum distance back to the speaker that "it" means, in UTF-16 units. */
const NEAR_PRONOUN = 200;
const GENERATION = new RegExp(`,? (?:${english.grammar.naming.generations})$`, "i");
/** A full name in the form in which short ones are compared with it. */
const fullForm = oncePer((name: string) => name.toLowerCase().replace(GENERATION, ""), MAX_MENTIONS);
/** "Al-Dahle" is a short form of "Ahmad Al-Dahle", and "Roe" of "Ann Roe III". */
function isShortFor(short: string, full: string): boolean {
  const a = short.toLowerCase();
  const b = fullForm(full);
  return a === b || b.endsWith(` ${a}`) || b.startsWith(`${a} `);
}
/** "Apple" is no short form of "Apple Watch" if the text goes on to use both. A short form is used alone only after the full name. */
function areTwoNames(text: string, short: string, full: string): boolean {
  const alone = [...namePlaces(text, short)].find(({ start }) => !text.startsWith(full, start));
  return alone !== undefined && text.indexOf(full, alone.start) >= 0;
}
/** The beginning of a definite description. */
const definiteIn = oncePer(
  (grammar: CueGrammar) => new RegExp(`^(?!(?:${grammar.indefinite})(?!\\p{Alpha}))(?:${grammar.article})(?:\\s|(?<=['’]))`, "iu"),
);
/** Places of publication are seldom "the company" of a story. */
const PLATFORM = new RegExp(`^(?:${anyLanguage(({ parties }) => parties?.namedPlatforms)})$`, "iu");
/** Authorities and unions, which "the company" does not mean. */
const NO_COMPANY = patternOf(({ parties }) => [parties?.regulator, parties?.noCompany].filter(Boolean).join("|") || undefined);
/** Chinese words for a person, or for something that carries a statement; they are no organisation. */
const NO_THING = new RegExp(
  `^(?:${chinese.names.surnames}\\p{Script=Han}{1,2}|\\p{Script=Han}{0,4}(?:${chinese.chinese.rumourNouns}|${chinese.chinese.noThing}))$`,
  "u",
);
const { definite } = english.pronouns;
/** "On" and "in", with their space, before a place of publication. */
const ON = sourcesOf(({ mentions }) => mentions?.join).spaced;
/** "The company" alone means one that was named before; "the consumer protection agency" names another. */
const BARE_COMPANY = new RegExp(`^(?:${definite})\\s+(?:${english.grammar.companyWords})$`, "i");
const CORPORATE = new RegExp(`^(?:${describing.anyCompany})$`);
const PAPER = new RegExp(`^(?:${describing.pointing})\\s+(?:${describing.papersAlone})$`, "i");
const POSTER = new RegExp(`^${describing.posters}$`, "i");
const BEHIND_HEAD = new RegExp(` (?:${naming.of}|${naming.at}) .*$`, "iu");
/** The noun of a name in lower case: "ministry" of "Ministry of Health", "hospital" of "St Anne's Hospital". */
const headOf = (name: string) => name.replace(BEHIND_HEAD, "").split(" ").at(-1)?.toLowerCase();
const isOrganised = (party: Party) => party.kind === "organisation" || party.kind === "outlet";

const DEFINITE = new RegExp(`^(?:${definite})\\s|^(?:${chinese.pronouns.definite})`, "i");
const ARTICLE = new RegExp(`^(?:${naming.article})\\s`, "i");
const PERSONAL = new RegExp(`^(?:${naming.personal})\\s`, "i");
const THEIRS = new RegExp(`^(?:${naming.theirs})\\s`, "i");
const HEAD = new RegExp(`^(?:${describing.heads})`, "i");
const THING = new RegExp(`^(?:${naming.theirs.split("|")[0]})`, "i");
const OWNED = new RegExp(`^(?:${naming.theirsOrThe}) `, "i");
const OFFICE_HOLDER = new RegExp(`^${describing.officeHolders}`, "i");
/** "The Post contacted a police officer. …": the next "he" is that officer, who has no name. */
const ASKED = new RegExp(
  `(?<!\\p{Alpha})(?:${describing.contacts}) ((?:[\\p{Alpha}’'-]+ ){0,4}?(?:${english.parties.roles}|${english.parties.people}))(?![\\p{Alpha}-]| \\p{Upper})(?=[^.!?]{0,100}[.!?])`,
  "gu",
);

interface Mention {
  start: number;
  party: Party;
  /** Whether the text may be about this party. */
  salient: boolean;
  spoke: boolean;
}

/**
 * The parties that a text names, collected in reading order. `text` is the whole text. `grammar` is that of its
 * language; null for English and Chinese.
 */
export class Coreference {
  private readonly grammar: CueGrammar | null;
  private readonly running: RunningNames;
  private readonly text: string;
  /** Distinguishes names from nouns if both have a capital. */
  private readonly isName: NameTest | null;
  private readonly isOrganisation = oncePer((name: string) => organisedIn(this.text, name));
  private readonly he: RegExp;
  private readonly it: RegExp;
  private readonly mentions: Mention[] = [];
  /** Whether two names (one string, a line each) mean two things, although the second begins with the first. */
  private readonly areTwo = oncePer((names: string) => areTwoNames(this.text, ...(names.split("\n") as [string, string])));

  constructor(grammar: CueGrammar | null, running: RunningNames, text: string, isName: NameTest | null) {
    this.isName = isName;
    this.grammar = grammar;
    this.running = running;
    this.text = text;
    this.he = grammar ? new RegExp(`^(?:${grammar.he})$`, "iu") : HE;
    this.it = grammar ? new RegExp(`^(?:${grammar.it})$`, "iu") : IT;
  }

  /** Adds the party that a phrase describes, completed from earlier mentions. */
  addMention(phrase: string, apposition: string, start: number, { spoke = false, salient = true } = {}): Party {
    const party = this.resolve(phrase, apposition, start);
    if (this.mentions.length >= MAX_MENTIONS) return party;
    // "Acme spokeswoman Jane Roe": the text has named Acme together with her.
    const { affiliation } = party;
    const isNew = (name: string) => /^\p{Upper}/u.test(name) && !this.mentions.some((mention) => mention.party.name === name);
    if (salient && party.role && affiliation && isNew(affiliation)) {
      const kind = kindOfName(affiliation) === "outlet" ? "outlet" : "organisation";
      this.mentions.push({ start, party: { ...NOBODY, kind, name: affiliation }, salient, spoke: false });
    }
    if (party.kind !== "unknown" || spoke) this.mentions.push({ start, party, salient, spoke });
    return party;
  }

  /** Resolves the party of a phrase at an offset, without adding it. */
  resolve(phrase: string, apposition: string, start: number): Party {
    const text = phrase.trim().replace(/['’]s$/, "");
    if (this.he.test(text)) return this.person(text, start);
    if (this.it.test(text)) return this.thing(text, apposition, start);
    const party = this.described(text, apposition, start);
    // "A video on TikTok says": the place is not the speaker.
    if (party.name && PLATFORM.test(party.name) && new RegExp(`\\s(?:${ON})${party.name}$`, "i").test(text))
      return { ...NOBODY, description: text.replace(ARTICLE, "") };
    if (party.name) return this.withEarlierMention(party, party.name, start);
    // "Her office": the office of the person whom "her" means.
    if (party.affiliation === null && PERSONAL.test(text) && party.kind !== "person")
      party.affiliation = this.latest(start, (p) => p.kind === "person" && p.name !== null)?.name ?? null;
    return this.roleHolder(party, text, start) ?? this.unnamed(party, text, start);
  }

  /** The last party mentioned before an offset that passes a test, and not before another offset. */
  private latest(start: number, test: (party: Party) => boolean, from = 0): Party | null {
    return this.mentions.findLast((mention) => mention.start >= from && mention.start < start && test(mention.party))?.party ?? null;
  }

  /** The party that the text is about: the last salient organisation; in English the last outlet if there is no such organisation. */
  private organisation(start: number): Party | null {
    const last = (test: (party: Party) => boolean) =>
      this.mentions.findLast(
        ({ start: at, salient, party }) =>
          at < start &&
          salient &&
          party.name !== null &&
          !PLATFORM.test(party.name) &&
          !(this.grammar && NO_COMPANY.test(party.name)) &&
          test(party),
      )?.party ?? null;
    return last(({ kind }) => kind === "organisation") ?? (this.grammar ? null : last(isOrganised));
  }

  /** "The company" is the last organisation; "the ministry" is the last organisation that was called a ministry. */
  private organisationCalled(words: string, start: number): Party | null {
    const noun = words.trim().split(/\s+/).pop()?.toLowerCase() ?? "";
    if (CORPORATE.test(noun) || IT.test(noun)) return this.organisation(start);
    const isBody = (p: Party) => isOrganised(p) || p.kind === "unknown";
    return (
      // "The hospital" is St Anne's Hospital, not the Hospital Doctors' Union.
      this.latest(start, (p) => isBody(p) && p.name !== null && headOf(p.name) === noun) ??
      this.latest(start, (p) => isBody(p) && `${p.name ?? ""} ${p.description ?? ""}`.toLowerCase().includes(noun))
    );
  }

  /** "He", "she". */
  private person(text: string, start: number): Party {
    const asked = this.grammar ? null : this.askedBefore(start);
    if (asked) return asked;
    return (
      this.latest(start, (p) => p.kind === "person" && p.name !== null && mayMean(text, p, this.grammar)) ??
      this.latest(
        start,
        (p) => (p.kind === "person" || p.kind === "anonymous" || p.kind === "account") && mayMean(text, p, this.grammar),
      ) ?? { ...NOBODY, description: text }
    );
  }

  /** A party that the sentences before say was asked, if nobody has been named since. */
  private askedBefore(start: number): Party | null {
    const from = Math.max(0, start - NEAR_PRONOUN);
    const [, who = "", at = 0] =
      [...this.text.slice(from, start).matchAll(ASKED)]
        .map(({ 0: all, 1: phrase, index }) => [all, phrase, from + index] as const)
        .at(-1) ?? [];
    return who && !this.latest(start, ({ kind, name }) => kind === "person" && name !== null, at) ? partyOf(who) : null;
  }

  /** "It", "they", "the company" as pronouns. */
  private thing(text: string, apposition: string, start: number): Party {
    const { grammar } = this;
    // "Nextdoor said it had suspended": the speaker just named, of any kind.
    const fits = ({ kind, name, description }: Party) =>
      !NO_THING.test(name ?? "") &&
      (grammar
        ? kind === "organisation" && !NO_COMPANY.test(name ?? description ?? "")
        : kind !== "person" &&
          (kind !== "anonymous" || name !== null || !THING.test(text)) &&
          !PLATFORM.test((description ?? "").split(" ")[0] ?? ""));
    const speaker = this.mentions.findLast(
      ({ start: at, spoke, party }) => at < start && start - at < NEAR_PRONOUN && spoke && fits(party),
    );
    if (speaker) return speaker.party;
    const organisation = this.organisation(start);
    if (organisation) return organisation;
    return grammar ? partyOf(text, apposition, grammar) : { ...NOBODY, description: text };
  }

  /** A party with only its name. A common word is no name, and "Actor Jane Roe" loses the actor. */
  private asNamed(party: Party, start: number): Party {
    const { name, kind } = party;
    if (name === null || kind === "account") return party;
    if (isSmallWord(name)) return NOBODY;
    if (isCommon(this.running, name)) return { ...party, name: null, description: party.description ?? name };
    const lead = kind === "person" ? leadOf(this.running, name, this.text.slice(Math.max(0, start - 5), start)) : 0;
    const words = name.split(" ");
    return lead ? { ...party, name: words.slice(lead).join(" "), description: party.description ?? words.slice(0, lead).join(" ") } : party;
  }

  /** In languages with capitalised nouns, a party whose name is a noun has no name: "laut Studie". */
  private nounOrName(party: Party): Party {
    const { name, kind, role, description } = party;
    if (name === null || role !== null || (kind !== "organisation" && kind !== "person")) return party;
    if (this.isName?.(name) === "noun") return { ...party, kind: "unknown", name: null, description: description ?? name };
    return party;
  }

  /** The party that a phrase describes, with the affiliation that the text gave earlier. */
  private described(text: string, apposition: string, start: number): Party {
    const { grammar } = this;
    const named = partyOf(text, apposition, grammar);
    const party = grammar ? this.nounOrName(named) : this.asNamed(named, start);
    const { kind, name, role, description } = party;
    if (!grammar && kind === "person" && name?.includes(" ") && role === null && description === null && this.isOrganisation(name))
      party.kind = "organisation";
    if ((party.affiliation && IT.test(withoutThe(party.affiliation))) || OWNED.test(party.affiliation ?? ""))
      party.affiliation = this.organisationCalled(party.affiliation ?? "", start)?.name ?? party.affiliation;
    // "Chief executive Jane Roe said": of the organisation that the story is about.
    if (party.name && party.role && party.affiliation === null && HEAD.test(party.role))
      party.affiliation = this.organisation(start)?.name ?? null;
    if (party.role && party.affiliation === null && THEIRS.test(text))
      party.affiliation = this.organisationCalled("its", start)?.name ?? null;
    return party;
  }

  /** "Acme" makes the "Acme Pad 4": a name with a number is another thing. */
  private isOther(name: string, longer: string): boolean {
    return longer.startsWith(`${name} `) && (/\d/.test(longer.slice(name.length)) || this.areTwo(`${name}\n${longer}`));
  }

  /** "Mayor Roe" is no other Roe than the mayor, if the text has named two of that last name. */
  private isNamesake({ name, role }: Party, { name: short, role: office }: Party, start: number): boolean {
    if (office === null || role?.toLowerCase() === office.toLowerCase()) return false;
    return (
      this.latest(
        start,
        (p) => p.name !== name && p.role?.toLowerCase() === office.toLowerCase() && isShortFor(short ?? "", p.name ?? ""),
      ) !== null
    );
  }

  /** A named party, completed from earlier mentions of the same name. */
  private withEarlierMention(party: Party, name: string, start: number): Party {
    const isMeant = (p: Party) => p.name !== null && isShortFor(name, p.name) && !this.isOther(name, p.name);
    const earlier = this.latest(start, (p) => isMeant(p) && !this.isNamesake(p, party, start));
    if (!earlier) return party;
    return {
      ...earlier,
      role: earlier.role ?? party.role,
      affiliation: earlier.affiliation ?? party.affiliation,
      description: earlier.description ?? party.description,
      kind: party.kind === "person" ? "person" : earlier.kind,
    };
  }

  /**
   * "The spokeswoman": the named person with that role, else a spokeswoman of the organisation that the text is about.
   * Null if the phrase has no role.
   */
  private roleHolder(party: Party, text: string, start: number): Party | null {
    if (!party.role) return null;
    const role = party.role.toLowerCase();
    const { grammar } = this;
    const isHeadFirst = grammar !== null && !grammar.capitalNouns;
    // Romance languages have the office first: "ministro" is short for "ministro de Economía".
    const isShort = (one: string, other: string) => other.endsWith(one) || (isHeadFirst && other.startsWith(`${one} `));
    const isSame = (other: string) => isShort(role, other.toLowerCase()) || isShort(other.toLowerCase(), role);
    const isDefinite = grammar ? definiteIn(grammar) : DEFINITE;
    const earlier = isDefinite.test(text) ? this.latest(start, (p) => p.role !== null && p.name !== null && isSame(p.role)) : null;
    if (earlier) return earlier;
    return { ...party, affiliation: party.affiliation ?? (OFFICE_HOLDER.test(text) ? (this.organisation(start)?.name ?? null) : null) };
  }

  /** A description without a name: "the paper", "the company", "the poster". */
  private unnamed(party: Party, text: string, start: number): Party {
    if (PAPER.test(text)) return this.latest(start, (p) => p.kind === "outlet") ?? party;
    if (BARE_COMPANY.test(text)) return this.organisationCalled(text, start) ?? party;
    if (POSTER.test(text)) return this.latest(start, (p) => p.kind === "anonymous" || p.kind === "account") ?? party;
    return party;
  }
}
