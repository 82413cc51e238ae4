/** Answers to claims that a text is known to make, in words that reading by itself takes for no claim. */
import { chinese, packOf } from "../../lang/index.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse } from "../../model/reading.ts";
import { type Standing, saysNothing } from "../../model/response.ts";
import { UNKNOWN_TIME } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { analyseText } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { standingOf } from "../parties/standing.ts";
import { negates, saysNot } from "./implicit-denials.ts";
import { isSameParty, responsesIn } from "./responses.ts";

/** A claim, and the passage of the text that makes it. */
interface KnownClaim {
  text: string;
  passage: string;
}

/** An answer to a claim speaks of it: two of its words, or hardly a word of anything else beside who answers ("“That is not true,” said …"). */
const MIN_SHARED_STEMS = 2;
const MAX_OTHER_STEMS = 3;
/** Whose words on a claim are an answer to it. */
const ANSWERABLE = new Set<Standing>(["subject", "regulator", "platform"]);
const POINTS_BACK = new RegExp(chinese.pronouns.pointing, "u");
/** An act that ended this long before its document, in ms, answered something else. */
const EARLIER_MS = 7 * 86_400_000;
const QUOTED = /["“«„「][^"“”»」]{0,2000}["“”»」]/gu;

function speaksOf({ passage: told, actor }: ReadResponse, claim: string): boolean {
  const plain = told.text.replace(QUOTED, " ");
  const said = stemsOf(plain);
  const who = stemsOf([actor.name, actor.description, actor.role, actor.affiliation].filter(Boolean).join(" "));
  const common = shared(said, stemsOf(claim), who);
  return common >= MIN_SHARED_STEMS || said.size - common - shared(said, who) <= MAX_OTHER_STEMS || POINTS_BACK.test(plain);
}

/**
 * Whether an answer in a text that is about the claim may be to it though it has none of its words: it names "the reports", whom the claim concerns gives it, or nobody says anything. Not in English, where articles are read by fitted models.
 */
function mayMean({ type, standing, passage, publishedAt }: ReadResponse, { lang, publishedAt: day }: Reading["document"]): boolean {
  const pack = packOf(lang);
  if (!pack?.claims?.anaphor || pack.tag === "en") return false;
  if (publishedAt.latest !== null && day?.earliest && publishedAt.latest < day.earliest - EARLIER_MS) return false;
  if (standing === "subject" || saysNothing(type)) return true;
  const anaphor = new RegExp(pack.unspaced ? pack.claims.anaphor : `(?<!\\p{L})(?:${pack.claims.anaphor})(?!\\p{L})`, "iu");
  return anaphor.test(passage.text);
}

/**
 * The responses of a text that was read to these claims, with their indices; `claims` are others that it may answer, and a release is its sender's own words. A text in which nobody answers costs
 * nothing.
 */
export function responsesToKnown(
  known: readonly KnownClaim[],
  { document, reported }: Pick<Reading, "document" | "reported">,
  claims: readonly ReadClaim[],
  isRelease = false,
): ReadResponse[] {
  if (!known.length) return [];
  const { text, lang, title, publishedAt } = document;
  const analysis = { ...analyseText(text, lang, title), ...(isRelease ? { release: { site: document.site } } : {}) };
  const own = known.map((claim): ReadClaim => {
    const start = Math.max(0, text.indexOf(claim.passage));
    const quote = spanOf(text, start, text.startsWith(claim.passage, start) ? start + claim.passage.length : start);
    return { text: claim.text, quote, stance: "observe", certainty: "unstated", hedges: [], attributedTo: null, cue: quote, rule: "known" };
  });
  const about = lang.startsWith("en") ? {} : { about: claims.length };
  const cued = responsesIn(analysis, [...claims, ...own], reported, headlinesOf(analysis, title), publishedAt, about);
  const answers = cued.flatMap((answer) => {
    const claim = answer.claim - claims.length;
    const to = known[claim];
    return to && (speaksOf(answer, to.text) || mayMean(answer, document)) ? [{ ...answer, claim }] : [];
  });
  if (lang.startsWith("en")) return answers;
  return [...answers, ...own.flatMap((claim, i) => plainAnswers(analysis, claim, i, answers, reported))];
}

/** What those whom a claim concerns say of it without a word that answers, and what the sender of a statement writes of it: one for each party. */
function plainAnswers(
  analysis: TextAnalysis,
  claim: ReadClaim,
  index: number,
  answers: readonly ReadResponse[],
  reported: ReadReported[],
): ReadResponse[] {
  const { text, title } = analysis;
  const issuer = issuerOf(analysis);
  const passages = [
    ...analysis.statements.map(({ speaker, content, cue }) => ({ party: speaker?.party ?? null, content, cue })),
    ...analysis.sentences.map(({ start, end }) => ({ party: issuer, content: spanOf(text, start, end), cue: spanOf(text, start, start) })),
  ];
  const found: ReadResponse[] = [];
  const wanted = stemsOf(claim.text);
  for (const { party, content, cue } of passages) {
    if (!party) continue;
    const own = analysis.release !== undefined && party === issuer;
    const not = own ? saysNot(content.text) : negates(claim.text, content.text);
    const type = not ? "denial" : "clarification";
    if ([...answers, ...found].some((other) => own || isSameParty(other.actor, party))) continue;
    const who = stemsOf([party.name, party.description, party.affiliation].filter(Boolean).join(" "));
    if (shared(stemsOf(content.text), wanted, who) < MIN_SHARED_STEMS) continue;
    const standing = standingOf(party, claim, reported, title, content.text);
    if (!own && !ANSWERABLE.has(standing)) continue;
    found.push({
      claim: index,
      type,
      actor: party,
      standing,
      quotes: [],
      cue,
      rule: "plain",
      passage: content,
      url: null,
      publishedAt: UNKNOWN_TIME,
    });
  }
  return found;
}
