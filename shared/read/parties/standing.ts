/** The relation of a responding party to the claim. */
import { anyLanguage, english, packs, patternOf, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import { type ResponseType, responseTypes, type Standing, saysNothing } from "../../model/response.ts";
import { hasName } from "../../text/names/places.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { namesAnother, nameWords } from "../../timeline/party-names.ts";
import { allNamesIn, type NameMention } from "../gates/names.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { kindOfName } from "./name-kinds.ts";
import { isAuthor } from "./same-party.ts";

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
/** What a text calls whom its claim names, without a name of its own: "the company", "a spokesman for the group", "the mayor" in a claim about one. */
function isOfSubject({ name, description, affiliation }: Party, claim: string): boolean {
  if (name !== null && affiliation === null) return false;
  const words = affiliation ?? description ?? "";
  if (/\p{Upper}/u.test(words.slice(1)) || words === "") return false;
  const noun = words.replace(/^\P{Alpha}*(?:\p{Alpha}{1,3}['’ ])?/u, "");
  if (/\p{Script=Han}/u.test(noun) ? claim.includes(noun) : !noun.includes(" ") && hasName(claim, noun)) return true;
  return COMPANY_SPEAKER.test(noun) || (isCompany(noun) && !allNamesIn(claim).some((one) => isPersonIn(one, claim)));
}

/** Whether who performs an act did not begin the claim: it denies it, examines it or says nothing. */
const isAgainst = (type: ResponseType | null) =>
  type !== null && type !== "retraction" && (responseTypes[type].stance === "deny" || type === "investigation" || saysNothing(type));

/** The relation of the actor to the claim; `type`: what it does. */
export function standingOf(
  party: Party,
  claim: ReadClaim,
  reported: ReadReported[],
  title: string | null,
  passage: string,
  type: ResponseType | null = null,
): Standing {
  const words = [party.name, party.affiliation, party.description, party.role].filter(Boolean).join(" ");
  const claimStems = stemsOf(claim.text);
  const isBeside = BESIDE.test([party.description, party.role].filter(Boolean).join(" "));
  const isAnother = party.kind === "person" && party.name !== null && namesAnother(claim.text, party.name);
  const own = (name: string | null, text = claim.text, stems = claimStems) =>
    name !== null &&
    !(isAnother && name === party.name) &&
    (hasName(text, name) || (shared(stemsOf(name), stems) > 0 && !isOtherName(name, text)));
  if (
    (party.kind === "anonymous" && !isAgainst(type)) ||
    isAuthor(claim.attributedTo, party) ||
    AUTHOR.test(party.description ?? "") ||
    reported.some(
      (r) =>
        r.role === "assert" && r.actor.kind !== "unknown" && (r.actor.name ?? r.actor.description) === (party.name ?? party.description),
    )
  )
    return "originator";
  if (FACT_CHECKER.test(words)) return "fact_checker";
  // "The Larkhaven Post" shares a word with a claim about Larkhaven, and is not whom that concerns.
  if (party.kind === "outlet" && !hasName(claim.text, party.name ?? "")) return "publisher";
  if (
    (!isBeside && own(party.affiliation)) ||
    (!isBeside && !REGULATOR.test(words) && isOfSubject(party, claim.text)) ||
    (REGULATOR.test(words) ? party.name !== null && hasName(claim.text, party.name) : own(party.name)) ||
    (party.kind === "organisation" && shared(stemsOf(party.description ?? ""), claimStems) > 1) ||
    (party.name === null &&
      party.description !== null &&
      claim.text.toLowerCase().startsWith(`${english.grammar.naming.the} ${party.description.toLowerCase()} `))
  )
    return "subject";
  if (party.kind === "outlet") return "publisher";
  if (AMPLIFIER.test(passage)) return "amplifier";
  if (party.name && placesIn(`on ${party.name}`, /\p{Script=Han}/u.test(party.name) ? "zh" : "en").some((place) => place.platform !== null))
    return "platform";
  if (PLATFORM.test(words)) return "platform";
  if (REGULATOR.test(words)) return "regulator";
  if (party.affiliation !== null && kindOfName(party.affiliation) === "outlet") return "publisher";
  // Of a claim that names nobody the headline may say whom it concerns.
  const named = /.\p{Upper}/su.test(claim.text) ? null : title;
  const called = party.affiliation ?? party.name ?? party.description;
  // Chinese has no capitals by which a claim would show that it names somebody.
  if (named !== null && (/\p{Script=Han}/u.test(claim.text) ? hasName(named, called ?? "") : own(called, named, stemsOf(named))))
    return "subject";
  return "third_party";
}
