/** Answers to claims that a text is known to make, in words that reading by itself takes for no claim. */
import { chinese, packOf } from "../../lang/index.ts";
import type { ReadClaim, Reading, ReadReported, ReadResponse } from "../../model/reading.ts";
import { UNKNOWN_TIME } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import type { TextAnalysis } from "../analysis.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { analyseText } from "../attribution/statements.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { standingOf } from "../parties/standing.ts";
import { saysNot } from "./implicit-denials.ts";
import { responsesIn } from "./responses.ts";

/** A claim, and the passage of the text that makes it. */
interface KnownClaim {
  text: string;
  passage: string;
}

/** An answer to a claim speaks of it: two of its words, or hardly a word of anything else beside who answers ("“That is not true,” said …"). */
const MIN_SHARED_STEMS = 2;
const MAX_OTHER_STEMS = 3;
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
 * Whether an answer in a text that is about the claim may be to it though it has none of its words: it names "the reports". Not in English, where articles are read by fitted models.
 */
function mayMean({ passage, publishedAt }: ReadResponse, { lang, publishedAt: day }: Reading["document"]): boolean {
  const pack = packOf(lang);
  if (!pack?.claims?.anaphor || pack.tag === "en") return false;
  if (publishedAt.latest !== null && day?.earliest && publishedAt.latest < day.earliest - EARLIER_MS) return false;
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
  const cued = responsesIn(analysis, [...claims, ...own], reported, headlinesOf(analysis, title), publishedAt);
  const answers = cued.flatMap((answer) => {
    const claim = answer.claim - claims.length;
    const to = known[claim];
    return to && (speaksOf(answer, to.text) || mayMean(answer, document)) ? [{ ...answer, claim }] : [];
  });
  if (lang.startsWith("en") || !isRelease) return answers;
  return [...answers, ...own.flatMap((claim, i) => plainAnswers(analysis, claim, i, answers, reported))];
}

/** What the sender of a statement writes of a claim without a word that answers, where nothing else in it does: one sentence. */
function plainAnswers(
  analysis: TextAnalysis,
  claim: ReadClaim,
  index: number,
  answers: readonly ReadResponse[],
  reported: ReadReported[],
): ReadResponse[] {
  const { text, title } = analysis;
  const party = issuerOf(analysis);
  if (!party || answers.length) return [];
  const wanted = stemsOf(claim.text);
  const who = stemsOf([party.name, party.description, party.affiliation].filter(Boolean).join(" "));
  const sentence = analysis.sentences.find(({ start, end }) => shared(stemsOf(text.slice(start, end)), wanted, who) >= MIN_SHARED_STEMS);
  if (!sentence) return [];
  const passage = spanOf(text, sentence.start, sentence.end);
  return [
    {
      claim: index,
      type: saysNot(passage.text) ? "denial" : "clarification",
      actor: party,
      standing: standingOf(party, claim, reported, title, passage.text),
      quotes: [],
      cue: spanOf(text, sentence.start, sentence.start),
      rule: "plain",
      passage,
      url: null,
      publishedAt: UNKNOWN_TIME,
    },
  ];
}
