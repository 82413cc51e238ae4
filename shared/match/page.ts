/**
 * Whether a page takes up a claim, decided over the whole page. A single sentence of an article shares little with a claim; its headline, first
 * lines and repeated terms together share much. A logistic model (page-weights.json, fitted by test/eval/fit-page-links.ts).
 */
import { logistic } from "../logistic.ts";
import type { AnswerWords } from "../read/gates/answer-words.ts";
import { lacksName, namesAcross } from "./compare/across.ts";
import type { ScoredCandidate } from "./index.ts";
import {
  ANSWER_FEATURES,
  answerFeatures,
  type DocumentText,
  FORM_FEATURES,
  formFeatures,
  isEnglish,
  langOfClaim,
  MIN_AGREEING,
  PAGE_FEATURES,
  type PageCandidate,
  type PageHit,
  type PreparedPage,
  pageFeatures,
  preparePage,
} from "./page-features.ts";
import weights from "./page-weights.json" with { type: "json" };
import { baseLang, UNSPACED } from "./terms/tokens.ts";
import { langOfWording } from "./wording.ts";

type Fitted = Readonly<Record<string, number>>;
const { answering, otherLanguages: OTHER } = weights;
/**
 * English has two models: one for the story alone, because nobody has answered a first report yet, and one for pages
 * that answer, which have other words.
 */
const english: readonly Fitted[] = [
  { intercept: weights.intercept, ...weights.weights },
  { intercept: answering.intercept, ...answering.weights },
];
const other: readonly Fitted[] = [{ intercept: OTHER.intercept, ...OTHER.weights }];
/** Minimum share of a claim's words in a sentence that states the claim with another number or name. */
const MIN_COVERAGE = 0.65;
/** From this share of the claim's words on, one sentence alone states the claim, whatever the page is about: an item of a newsletter, for example. */
const STATED_COVERAGE = 0.85;
/**
 * Minimum probability for a page to take up a claim because another page on the same story does so in its own words; it must also be on the claim
 * (`isOn`). At 0.6 three more pages of train link rightly, and two more link to another rumour's claim.
 */
const MIN_LIKELY = 0.75;
const valueIn = (values: readonly number[]) => (name: (typeof PAGE_FEATURES)[number]) => values[PAGE_FEATURES.indexOf(name)] ?? 0;
/**
 * Whether some sentence of a page is on the claim, its best passage does not differ and fits no other claim better, and the page has the claim's
 * kind of event or all of its figures.
 */
const isOn = (values: readonly number[]) => {
  const value = valueIn(values);
  return value("sentencesOn") > 0 && value("differs") === 0 && value("lead") >= 0 && !(value("event") < 0 && value("numberMissing") > 0);
};
const agreesAlone = (hit: PageHit) => hit.score >= MIN_AGREEING && !hit.differs;
const disagrees = (hit: PageHit) => hit.score >= MIN_AGREEING && hit.differs;
const isPromising = (hit: PageHit) => hit.isLinked || agreesAlone(hit);
/** Whether some passage agrees in every number, name and date, or none differs. */
export const agree = (hits: readonly PageHit[]): boolean => hits.some(agreesAlone) || !hits.some(disagrees);
/**
 * If no passage of an English page has this probability, the page's own never reaches 0.6 and is not computed. Of 16,277
 * pairs of train and dev a fifth remain.
 */
const MIN_PASSAGE = 0.05;
interface PageDecision {
  isTakenUp: boolean;
  score: number;
  isLikely: boolean;
  isAside: boolean;
}
/**
 * Whether a page takes up a claim. It does from the fitted threshold on, if some passage agrees in every number, name and date, or none differs.
 * A lower threshold is enough if a passage alone is sure, so that a mistyped number does not hide a copy. A page without most of the claim in one
 * sentence must also hedge or answer, by cues or by the words of a sentence, and in English have a name of the claim; else it may be on the same
 * people and places only. In other languages a hedge counts only in the first lines. `isAside`: the page has neither the claim's kind of event
 * nor most of its words in one sentence.
 */
function decidePage(page: PreparedPage, candidate: PageCandidate, others: number): PageDecision {
  const values = pageFeatures(page, candidate, others);
  const isOfEnglish = isEnglish(page.page, candidate);
  const { linked, confirmed, answered } = isOfEnglish ? weights : OTHER;
  const score = probability(isOfEnglish ? english : other, page, candidate, values);
  const value = valueIn(values);
  const coverage = value("bestTermCover");
  const agrees = agree(candidate.hits);
  const isSure = candidate.hits.some((hit) => hit.isLinked && (!hit.differs || coverage >= MIN_COVERAGE));
  const isStated = (agrees && score >= linked) || (isSure && (score >= confirmed || coverage >= STATED_COVERAGE));
  const hasName = !isOfEnglish || value("nameMissing") < 1;
  const answersByWords = () => (answerFeatures(page)[0] ?? 0) >= answered;
  const isOpen = () => (isOfEnglish ? page.isOpen() : page.hedges() || page.answers() > 0) || answersByWords();
  const isTakenUp = isStated && (coverage >= MIN_COVERAGE || (hasName && isOpen()));
  const lacksOne = () =>
    isElsewhere(page.page, candidate) && lacksName(page.across(), { text: candidate.text, lang: langOfClaim(candidate) });
  const isLikely = !isTakenUp && agrees && isOn(values) && score >= MIN_LIKELY && !lacksOne();
  const isAside = value("event") < 0 && coverage < MIN_COVERAGE;
  return { isTakenUp, score, isLikely, isAside };
}

/** Minimum share of a claim's words in a page for which other forms are compared. Of 2,265 pairs of our stories below it ten are right. */
const MIN_COMMON = 0.1;
/** The highest probability that the models for the languages of page and claim give. */
function probability(models: readonly Fitted[], page: PreparedPage, candidate: PageCandidate, values: readonly number[]): number {
  const isFar = valueIn(values)("bodyCover") < MIN_COMMON;
  const asked = isFar ? [] : FORM_FEATURES.filter((name) => models.some((model) => model[name]));
  const names = [...PAGE_FEATURES, ...asked, ...(isFar ? [] : ANSWER_FEATURES)];
  const all = [...values, ...formFeatures(page, candidate, asked), ...(isFar ? [] : answerFeatures(page))];
  return Math.max(...models.map((model) => logistic(model, names, all)));
}

/** Minimum number of letters to detect the language of a claim ("Trams dissolve" is too short). Chinese needs fewer. */
const MIN_LANGUAGE_LETTERS = 40;
/** The probability of a claim whose names, figures and kind of event a page has. */
const NAMES_PROBABILITY = 0.9;
/** Whether a claim has no wording in the page's language. */
const isForeign = ({ lang }: DocumentText, claim: ScoredCandidate) =>
  baseLang(lang) !== langOfClaim(claim) &&
  (claim.text.length >= MIN_LANGUAGE_LETTERS || UNSPACED.test(claim.text)) &&
  !claim.phrasings.some((wording) => langOfWording(wording, claim.lang, lang) === lang);
/** The shared names by which a page takes up a claim if one of the two is not in English; null if it does not. */
function namesTakenUp({ page, across }: PreparedPage, claim: ScoredCandidate, hits: readonly PageHit[]): string[] | null {
  if (hits.some(disagrees) || !(isForeign(page, claim) || isElsewhere(page, claim))) return null;
  return namesAcross(across(), { text: claim.text, lang: langOfClaim(claim) });
}
/** Whether a page and a claim are in one language, and it is not English. */
const isElsewhere = ({ lang }: DocumentText, claim: { lang: string | null; text: string }) =>
  baseLang(lang) !== "en" && baseLang(lang) === langOfClaim(claim);

/** Maximum number of names in the reasons. */
const MAX_SHOWN_NAMES = 5;
/** A claim that a passage of a page may state. */
interface Passage {
  candidates: ScoredCandidate[];
  isTitle: boolean;
}
/** What a passage says of a claim, for the decision over its page. */
const hitOf = ({ score, differs, decision, isButForNumber = false }: ScoredCandidate, isTitle: boolean): PageHit => ({
  isTitle,
  score,
  differs,
  isLinked: decision === "linked" || isButForNumber,
});
const better = (a: ScoredCandidate, b: ScoredCandidate) => (a.score >= b.score ? a : b);

/** What changes in the best candidate of a page that takes up its claim by names. */
function linkedByNames(page: DocumentText, claim: ScoredCandidate, best: ScoredCandidate, names: string[]): Partial<ScoredCandidate> {
  const both = `both have ${names.slice(0, MAX_SHOWN_NAMES).join(", ")}`;
  const reasons = isForeign(page, claim) ? [`is in another language, and ${both}`] : [both, ...best.reasons];
  return { decision: "linked", score: Math.max(NAMES_PROBABILITY, best.score), reasons };
}
/** The passage that represents a page: the best of those that are sure, or in which nothing differs. */
function bestOf(candidates: ScoredCandidate[]): ScoredCandidate | undefined {
  const [first, ...rest] = candidates.filter((one) => !one.differs || one.decision === "linked" || one.isButForNumber);
  return first && rest.reduce(better, first);
}
/** What the decision of its page changes in a candidate; null for nothing. `isBest`: it is that of the passage that represents the page. */
function changeBy(page: PageDecision, one: ScoredCandidate, isBest: boolean): Partial<ScoredCandidate> | null {
  if (isBest && page.isTakenUp) return { decision: one.isButForNumber ? "suggested" : "linked", score: Math.max(page.score, one.score) };
  if (one.isButForNumber) return { isButForNumber: false };
  if (isBest && page.isLikely) return { decision: "suggested", likely: page.score };
  return one.decision === "linked" && !page.isTakenUp ? { decision: "suggested" } : null;
}

/**
 * The candidates whose decision the page changes. If the page takes up a claim, its best passage is linked. If only a passage would link it and
 * the whole page does not support that, the candidate waits for a person. So does a claim aside if the page is likelier to take up another one,
 * because it mostly concerns the same people. `words`: the table of answers in the page's language; null if there is none.
 */
export function decideByPage(page: DocumentText, passages: Passage[], words: AnswerWords | null): Map<ScoredCandidate, ScoredCandidate> {
  const found = Map.groupBy(
    passages.flatMap(({ candidates, isTitle }) => candidates.map((candidate) => ({ candidate, hit: hitOf(candidate, isTitle) }))),
    ({ candidate }) => candidate.claimId,
  );
  const decided = new Map<ScoredCandidate, ScoredCandidate>();
  if (!found.size) return decided;
  const prepared = preparePage(page, words);
  const change = (one: ScoredCandidate, by: Partial<ScoredCandidate> | null) => by && decided.set(one, { ...one, ...by });
  const highest = (all: { hit: PageHit }[]) => Math.max(...all.map(({ hit }) => hit.score));
  const [first = 0, second = 0] = [...found.values()].map(highest).sort((a, b) => b - a);
  const takenUp: { candidates: ScoredCandidate[]; score: number; isAside: boolean }[] = [];
  for (const all of found.values()) {
    const hits = all.map(({ hit }) => hit);
    const candidates = all.map(({ candidate }) => candidate);
    const [claim] = candidates as [ScoredCandidate];
    const names = namesTakenUp(prepared, claim, hits);
    if (names) {
      const best = candidates.reduce(better);
      change(best, linkedByNames(page, claim, best, names));
      continue;
    }
    // If a passage differs and none agrees or is sure, the page does not take up the claim.
    const isWeak = hits.some(disagrees) || (isEnglish(page, claim) && highest(all) < MIN_PASSAGE);
    if (isWeak && !hits.some(isPromising)) continue;
    const decision = decidePage(prepared, { ...claim, hits }, highest(all) === first ? second : first);
    const best = bestOf(candidates);
    for (const one of candidates) change(one, changeBy(decision, one, one === best));
    if (decision.isTakenUp) takenUp.push({ candidates, ...decision });
  }
  for (const { candidates, score, isAside } of takenUp)
    if (isAside && takenUp.some((other) => other.score > score))
      for (const one of candidates) if ((decided.get(one) ?? one).decision === "linked") change(one, { decision: "suggested" });
  return decided;
}
