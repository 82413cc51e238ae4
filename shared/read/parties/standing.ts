/** The relation of a responding party to the claim. */

import { anyLanguage, english, packs, patternOf, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import { type ResponseType, responseTypes, type Standing, saysNothing } from "../../model/response.ts";
import { hasHan } from "../../text/chinese/characters.ts";
import { hasName } from "../../text/names/places.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { namesAnother, nameWords } from "../../timeline/party-names.ts";
import { allNamesIn, type NameMention } from "../gates/names.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { kindOfName } from "./name-kinds.ts";
import { describedAs, isAuthor } from "./same-party.ts";

/** "autor del hilo", "auteur du message", "Urheber des Videos". */
const AUTHOR = patternOf(({ parties }) => parties?.authorOf);
const REGULATOR = patternOf(({ parties }) => parties?.regulator);
/** "A former employee of Acme" does not answer for Acme. */
const BESIDE = patternOf(({ parties }) => parties?.beside);
const FACT_CHECKER = patternOf(({ parties }) => parties?.factChecker);
const amplifier = sourcesOf(({ parties }) => parties?.amplifier);
const AMPLIFIER = new RegExp(`(?<!\\p{Alpha})(?:${amplifier.spaced})|${amplifier.unspaced}`, "iu");
const PLATFORM = patternOf(({ parties }) => [parties?.namedPlatforms, parties?.platformWords].filter(Boolean).join("|") || undefined, "u");

/** Words with capitals that stand together: "Lumen Bank", "Senator Ruth Okafor". */
const NAMES = /\p{Upper}[\p{Alpha}\p{M}\p{N}’'.&-]*(?:\s\p{Upper}[\p{Alpha}\p{M}\p{N}’'.&-]*)*/gu;
/**
 * Whether a name shares a word with one in a text and each has another word that the other lacks: "Lumen Foods" and "Lumen Bank", "Joan Okafor" and
 * "Ruth Okafor".
 */
function isOtherName(name: string, text: string): boolean {
  const mine = (name.match(NAMES) ?? []).flatMap(nameWords);
  const near = (text.match(NAMES) ?? []).map(nameWords).filter((theirs) => theirs.some((word) => mine.includes(word)));
  // "The water" of a claim is no name that a Board of Water has.
  if (near.length === 0 && mine.length > 2) return shared(stemsOf(name), stemsOf(text)) < 2;
  const isWithin = (short: readonly string[], long: readonly string[]) => short.every((word) => long.includes(word));
  return near.length > 0 && near.every((theirs) => !isWithin(theirs, mine) && !isWithin(mine, theirs));
}

/** "The company", "the club"; a word for who speaks for one: "Konzernsprecherin"; and the articles, which a description lacks. */
const COMPANY = new RegExp(`^(?:${anyLanguage(({ pronouns }) => pronouns?.it)})$`, "iu");
const COMPANY_SPEAKER = patternOf(({ parties }) => parties?.companySpeaker);
const ARTICLES = packs.flatMap(({ cueGrammar }) => cueGrammar?.article.replaceAll("['’]", "'").split("|") ?? []);
const BEFORE_NOUN = ["", ...ARTICLES.filter((one) => /^\p{Alpha}+'?$/u.test(one)).map((one) => (one.endsWith("'") ? one : `${one} `))];
/** Whether a common noun is one for a company or a club, in any language. */
export const isCompany = (noun: string): boolean => BEFORE_NOUN.some((article) => COMPANY.test(article + noun));
/** A person's name has no article, which "Der Flugzeugbauer Aerovant" has. */
const ARTICLE_BEFORE = new RegExp(`(?<!\\p{Alpha})(?:${sourcesOf(({ parties }) => parties?.subjectArticle).spaced})\\s$`, "u");
const isPersonIn = ({ name, start }: NameMention, claim: string): boolean => {
  const [, ...rest] = name.split(" ");
  const isWhole = !ARTICLE_BEFORE.test(claim.slice(0, start)) && !(rest.length === 2 && ARTICLE_BEFORE.test(`${name.split(" ")[0]} `));
  return isWhole && kindOfName(name) === "person";
};
/** Whether a description without a name means the subject of the claim: "the company", "a spokesman for the group", "the mayor" in a claim about one. */
function isOfSubject({ name, description, affiliation }: Party, claim: string): boolean {
  if (name !== null && affiliation === null) return false;
  const words = affiliation ?? description ?? "";
  if (/\p{Upper}/u.test(words.slice(1)) || words === "") return false;
  const noun = words.replace(/^\P{Alpha}*(?:\p{Alpha}{1,3}['’ ])?/u, "");
  if (hasHan(noun) ? claim.includes(noun) : !noun.includes(" ") && hasName(claim, noun)) return true;
  return COMPANY_SPEAKER.test(noun) || (isCompany(noun) && !allNamesIn(claim).some((one) => isPersonIn(one, claim)));
}

/** Whether an act shows that its party did not begin the claim: it denies or examines the claim, or says nothing. */
const isAgainst = (type: ResponseType | null) =>
  type !== null && type !== "retraction" && (responseTypes[type].stance === "deny" || type === "investigation" || saysNothing(type));

/** A party that answers a claim, with the passage that says so and what the page reports of the claim. `type`: what the party does. */
interface Answering {
  party: Party;
  claim: ReadClaim;
  reported: readonly ReadReported[];
  title: string | null;
  passage: string;
  type: ResponseType | null;
}
const describedBy = ({ party }: Answering) => describedAs(party).join(" ");

/** Whether the party made the claim. */
function isOriginator({ party, claim, reported, type }: Answering): boolean {
  const called = party.name ?? party.description;
  return (
    (party.kind === "anonymous" && !isAgainst(type)) ||
    isAuthor(claim.attributedTo, party) ||
    AUTHOR.test(party.description ?? "") ||
    reported.some(({ role, actor }) => role === "assert" && actor.kind !== "unknown" && (actor.name ?? actor.description) === called)
  );
}

/** Whether words on the claim have a name of the party or of its affiliation. A person with the same last name is another one. */
function isNamedOn(words: string, name: string | null, { party, claim }: Answering): boolean {
  const isAnother = name === party.name && party.kind === "person" && name !== null && namesAnother(claim.text, name);
  if (name === null || isAnother) return false;
  return hasName(words, name) || (shared(stemsOf(name), stemsOf(words)) > 0 && !isOtherName(name, words));
}

/** Whether the claim is about the party. */
function isSubject(asked: Answering): boolean {
  const { party, claim } = asked;
  const { name, affiliation, description, role } = party;
  const isBeside = BESIDE.test(`${description ?? ""} ${role ?? ""}`);
  const isRegulator = REGULATOR.test(describedBy(asked));
  return (
    (!isBeside && isNamedOn(claim.text, affiliation, asked)) ||
    (!isBeside && !isRegulator && isOfSubject(party, claim.text)) ||
    (isRegulator ? name !== null && hasName(claim.text, name) : isNamedOn(claim.text, name, asked)) ||
    (party.kind === "organisation" && shared(stemsOf(description ?? ""), stemsOf(claim.text)) > 1) ||
    (name === null &&
      description !== null &&
      claim.text.toLowerCase().startsWith(`${english.grammar.naming.the} ${description.toLowerCase()} `))
  );
}

/** Whether the claim names nobody, and the headline names the party as its subject. */
function isSubjectOfTitle(asked: Answering): boolean {
  const { party, claim, title } = asked;
  if (title === null || /.\p{Upper}/su.test(claim.text)) return false;
  const called = party.affiliation ?? party.name ?? party.description;
  // Chinese has no capitals by which a claim would show that it names somebody.
  return hasHan(claim.text) ? hasName(title, called ?? "") : isNamedOn(title, called, asked);
}

function isPlatform(asked: Answering): boolean {
  const { name } = asked.party;
  const lang = hasHan(name ?? "") ? "zh" : "en";
  return placesIn(name ? `on ${name}` : "", lang).some(({ platform }) => platform !== null) || PLATFORM.test(describedBy(asked));
}

/** The first of these that holds is a party's relation to the claim. */
const STANDINGS: readonly [Standing, (asked: Answering) => boolean][] = [
  ["originator", isOriginator],
  ["fact_checker", (asked) => FACT_CHECKER.test(describedBy(asked))],
  // "The Larkhaven Post" shares a word with a claim about Larkhaven, but is not its subject.
  ["publisher", ({ party, claim }) => party.kind === "outlet" && !hasName(claim.text, party.name ?? "")],
  ["subject", isSubject],
  ["publisher", ({ party }) => party.kind === "outlet"],
  ["amplifier", ({ passage }) => AMPLIFIER.test(passage)],
  ["platform", isPlatform],
  ["regulator", (asked) => REGULATOR.test(describedBy(asked))],
  ["publisher", ({ party: { affiliation } }) => affiliation !== null && kindOfName(affiliation) === "outlet"],
  ["subject", isSubjectOfTitle],
];
/** The relation of the actor to the claim. */
export const standingOf = (asked: Answering): Standing => STANDINGS.find(([, holds]) => holds(asked))?.[0] ?? "third_party";
