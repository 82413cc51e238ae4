/**
 * Whether a page takes up a claim, decided over the whole page: a single sentence of an article shares little with a claim; its headline, first
 * lines and repeated terms together share much. A logistic model (page-weights.json, fitted by test/eval/fit-page-links.ts).
 */
import { doubtsIn } from "../changes/compare/cues.ts";
import { logistic } from "../logistic.ts";
import type { Decision } from "../model/match.ts";
import type { ResponseType } from "../model/response.ts";
import { responseCuesIn } from "../read/responses/response-cues.ts";
import { languageOf } from "../text/language.ts";
import { once } from "../text/once-per.ts";
import { sentences } from "../text/segment.ts";
import { lacksEvent, lacksName, namesAcross, nameWordsIn, pageAcross, tellsOfEvent } from "./compare/across.ts";
import { kinship } from "./compare/word-forms.ts";
import type { ScoredCandidate } from "./index.ts";
import weights from "./page-weights.json" with { type: "json" };
import { scaledIdf } from "./terms/idf.ts";
import { terms } from "./terms/terms.ts";
import { baseLang, UNSPACED } from "./terms/tokens.ts";
import { langOfWording } from "./wording.ts";

/** What a claim says and what the page's single passages scored against it. */
interface PageCandidate {
  text: string;
  phrasings: readonly string[];
  lang: string | null;
  hits: readonly PageHit[];
}
export interface PageHit {
  isTitle: boolean;
  /** Calibrated probability that this passage alone makes the claim. */
  score: number;
  /** A number, name, date or negation differs. */
  differs: boolean;
  /** The passage alone is sure to make it. */
  isLinked: boolean;
}
interface PageText {
  title: string | null;
  text: string;
  lang: string | null;
  /** Whether its reading found a claim or a response. */
  tellsOfClaims: boolean;
}

/** Names of the model's inputs, in order. */
export const PAGE_FEATURES = [
  "best",
  "title",
  "hits",
  "differs",
  "agrees",
  "lead",
  "titleCover",
  "leadCover",
  "bodyCover",
  "sentenceCover",
  "rareCover",
  "termCover",
  "bestTermCover",
  "numberMissing",
  "nameMissing",
  "length",
  "sentencesOn",
  "event",
] as const;

/** Maximum number of characters of a page: news says what it is about at its start. */
const MAX_BODY = 6_000;
const LEAD_SENTENCES = 3;
/** Number of the rarest terms of a claim: these are what it is about. */
const RARE_TERMS = 5;
/** A sentence is on a claim if it has one of its names, and of its other words at least this share by rarity. */
const MIN_SHARE_ON = 0.2;
/** Minimum score of a passage for `suggested`. */
const MIN_AGREEING = 0.2;
const MAX_SENTENCES = 40;
const logit = (p: number) => Math.log(Math.min(0.995, Math.max(0.005, p)) / (1 - Math.min(0.995, Math.max(0.005, p))));

/** Rarity of the wording's terms, and which of them the wording writes as names. */
function wordingOf(wording: string, lang: string | null, weigh: (term: string) => number) {
  const found = new Set(terms(wording, lang));
  const capitals = nameWordsIn(wording, baseLang(lang)) ?? wording.match(/(?<=[\p{L}\p{N},'’] )\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
  const names = new Set(capitals.flatMap((name) => terms(name, lang)));
  return { found, names, total: [...found].reduce((sum, term) => sum + weigh(term), 0) };
}

/** A page's terms by place, analysed once for all claims that it is compared with. */
interface PreparedPage {
  page: PageText;
  title: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  body: ReadonlySet<string>;
  sentences: readonly ReadonlySet<string>[];
  /** Data for comparing claims in other languages than English. */
  across: () => ReturnType<typeof pageAcross>;
  /** Whether it tells that something is claimed or answered. */
  isOnClaims: () => boolean;
}
export function preparePage(page: PageText): PreparedPage {
  const body = page.text.slice(0, MAX_BODY);
  const parts = sentences(body)
    .slice(0, MAX_SENTENCES)
    .map((one) => new Set(terms(one.text, page.lang)));
  const across = once(() => pageAcross({ title: page.title, text: body, lang: baseLang(page.lang) }));
  const title = new Set(page.title ? terms(page.title, page.lang) : []);
  return {
    page,
    title,
    lead: new Set([...title, ...parts.slice(0, LEAD_SENTENCES).flatMap((part) => [...part])]),
    body: new Set([...title, ...parts.flatMap((part) => [...part])]),
    sentences: [title, ...parts],
    across,
    isOnClaims: once(() => page.tellsOfClaims || hedgesOrAnswers(across().lead(), baseLang(page.lang))),
  };
}

/** The inputs of the model for one claim; `others` is the best single score of any other claim. */
export function pageFeatures(prepared: PreparedPage, candidate: PageCandidate, others: number): number[] {
  const weigh = scaledIdf({ claims: 0, frequency: new Map() });
  const { hits } = candidate;
  const best = Math.max(0, ...hits.map((h) => h.score));
  const strongest = hits.find((h) => h.score === best);
  let found: number[] | null = null;
  for (const wording of [candidate.text, ...candidate.phrasings.slice(0, 4)]) {
    const lang = langOfWording(wording, candidate.lang, prepared.page.lang);
    const { found: wanted, names, total } = wordingOf(wording, lang, weigh);
    if (!wanted.size) continue;
    const cover = (held: ReadonlySet<string>) => [...wanted].reduce((sum, term) => sum + (held.has(term) ? weigh(term) : 0), 0) / total;
    const rare = [...wanted].sort((a, b) => weigh(b) - weigh(a)).slice(0, RARE_TERMS);
    const share = (of: Iterable<string>, held: ReadonlySet<string>) => {
      const list = [...of];
      return list.filter((term) => held.has(term)).length / list.length;
    };
    const missing = [...wanted].filter((term) => !prepared.body.has(term));
    const values = [
      cover(prepared.title),
      cover(prepared.lead),
      cover(prepared.body),
      Math.max(0, ...prepared.sentences.map(cover)),
      share(rare, prepared.body),
      share(wanted, prepared.lead),
      Math.max(0, ...prepared.sentences.map((held) => share(wanted, held))),
      Number(missing.some((term) => /\d/.test(term))),
      names.size ? missing.filter((term) => names.has(term)).length / names.size : 0,
      Math.min(1, wanted.size / 12),
      shareOn(prepared.sentences, { wanted, names: new Set([...names, ...openingName(wording, lang)]) }, weigh),
    ];
    if (!found || (values[1] ?? 0) > (found[1] ?? 0)) found = values;
  }
  return [
    logit(best),
    logit(Math.max(0, ...hits.filter((h) => h.isTitle).map((h) => h.score))),
    Math.min(4, hits.filter((h) => h.score >= MIN_AGREEING).length) / 4,
    Number(strongest?.differs ?? false),
    Number(hits.some((h) => h.score >= MIN_AGREEING && !h.differs)),
    Math.max(-6, Math.min(4, logit(best) - logit(Math.max(0.1, others)))),
    ...(found ?? new Array<number>(PAGE_FEATURES.length - 7).fill(0)),
    tellsOfEvent(prepared.across(), { text: candidate.text, lang: langOfClaim(candidate) }),
  ];
}

/** The first word of a wording, which has a capital whether it is a name or not. */
const openingName = (wording: string, lang: string | null): string[] => terms(/^\p{Lu}[\p{L}\p{N}-]*/u.exec(wording)?.[0] ?? "", lang);
/** The share of sentences that are on a claim. */
function shareOn(
  read: PreparedPage["sentences"],
  { wanted, names }: { wanted: ReadonlySet<string>; names: ReadonlySet<string> },
  weigh: (term: string) => number,
): number {
  const others = [...wanted].filter((term) => !names.has(term));
  const sum = (some: readonly string[]) => some.reduce((total, term) => total + weigh(term), 0);
  const needed = MIN_SHARE_ON * sum(others);
  const isOn = (held: ReadonlySet<string>) =>
    [...names].some((name) => held.has(name)) && sum(others.filter((term) => held.has(term))) > needed;
  return read.filter(isOn).length / read.length;
}

const fitted: Readonly<Record<string, number>> = { intercept: weights.intercept, ...weights.weights };

/**
 * Fitted on English: other languages inflect more and their stems are cut less well, so that pages which take a claim up share fewer terms with it. Of
 * 65 documents on eight invented rumours in six languages 45 link from here on, none wrongly, in place of 38 from `linked`.
 */
const MIN_LINKED_ELSEWHERE = 0.7;
/** Minimum share of a claim's words in a sentence that states the claim with another number or name. */
const MIN_COVERAGE = 0.65;
/** From this probability on, one sentence alone states the claim, whatever the page is about: an item of a newsletter, for example. */
const STATED_COVERAGE = 0.85;
/**
 * From this probability on a page takes a claim up if another page on the same story does so in its own words, and it is on the claim (`isOn`). 46 more
 * pages of train and 10 of dev are right, one of train is on another rumour. Of 22 stories that nobody had looked at 29 more pages of 286 are right, and
 * one is not on the claim; from 0.7 on 20 and one.
 */
const MIN_LIKELY = 0.6;
/**
 * Whether some sentence of a page is on the claim, its best passage differs in nothing and fits no other claim better, and the page has the claim's kind
 * of event or all of its figures.
 */
const isOn = (values: readonly number[]) => {
  const value = (name: (typeof PAGE_FEATURES)[number]) => values[PAGE_FEATURES.indexOf(name)] ?? 0;
  return value("sentencesOn") > 0 && value("differs") === 0 && value("lead") >= 0 && !(value("event") < 0 && value("numberMissing") > 0);
};
const agreesAlone = (hit: PageHit) => hit.score >= MIN_AGREEING && !hit.differs;
const disagrees = (hit: PageHit) => hit.score >= MIN_AGREEING && hit.differs;
const isPromising = (hit: PageHit) => hit.isLinked || agreesAlone(hit);
/**
 * Whether a page takes a claim up: from the fitted threshold on if some passage agrees in every number, name and date; from a lower one if a
 * passage alone is sure, so that a mistyped number does not hide a copy.
 */
function decidePage(
  page: PreparedPage,
  candidate: PageCandidate,
  others: number,
): { decision: Decision; score: number; isLikely: boolean } {
  const values = pageFeatures(page, candidate, others);
  const score = logistic(fitted, PAGE_FEATURES, values);
  const coverage = values[PAGE_FEATURES.indexOf("bestTermCover")] ?? 0;
  const agrees = candidate.hits.some(agreesAlone);
  const isSure = candidate.hits.some((hit) => hit.isLinked && (!hit.differs || coverage >= MIN_COVERAGE));
  const minLinked = baseLang(page.page.lang) === "en" ? weights.linked : MIN_LINKED_ELSEWHERE;
  const isLinked = (agrees && score >= minLinked) || (isSure && (score >= weights.confirmed || coverage >= STATED_COVERAGE));
  const isTakenUp = isElsewhere(page.page, candidate)
    ? (isLinked || (agrees && retells(page, candidate))) && !isBeside(page, candidate, coverage)
    : isLinked;
  const isLikely =
    !isTakenUp && agrees && isOn(values) && score >= MIN_LIKELY && !(isElsewhere(page.page, candidate) && lacksNameOf(page, candidate));
  return { decision: isTakenUp ? "linked" : "suggested", score, isLikely };
}

/**
 * Minimum share of a claim's words that the start of a page on rumours, or all of it, has in some form. Of 34 pages of our own stories in
 * other languages 23 link in place of 19.
 */
const [MIN_RETOLD, MIN_RETOLD_BODY] = [0.4, 0.7];
/** Whether a page that tells of claims has much of this one in other forms, and nothing against it. */
function retells(page: PreparedPage, { text, hits }: PageCandidate): boolean {
  if (!page.isOnClaims() || hits.some(disagrees)) return false;
  const wanted = terms(text, page.page.lang);
  const told = (held: ReadonlySet<string>) =>
    wanted.reduce(
      (sum, term) => sum + (held.has(term) ? 1 : [...held].reduce((most, other) => Math.max(most, kinship(term, other)), 0)),
      0,
    );
  return told(page.lead) >= MIN_RETOLD * wanted.length || told(page.body) >= MIN_RETOLD_BODY * wanted.length;
}
/**
 * Whether a page in a claim's language is about something beside it: it lacks one of the claim's names, or has few of its words and no event of its kind,
 * or tells of nothing that is claimed.
 */
function isBeside(page: PreparedPage, claim: PageCandidate, coverage: number): boolean {
  const own = { text: claim.text, lang: langOfClaim(claim) };
  return lacksNameOf(page, claim) || (coverage < MIN_COVERAGE && (lacksEvent(page.across(), own) || !page.isOnClaims()));
}
const lacksNameOf = (page: PreparedPage, claim: PageCandidate) => lacksName(page.across(), { text: claim.text, lang: langOfClaim(claim) });
/** Responses that only a claim has: what is confirmed or investigated may be anything. */
const ANSWERS = new Set<ResponseType>(["denial", "clarification", "correction", "retraction", "apology", "no_comment", "explanation"]);
/** Whether the first words of a page hedge or answer. */
function hedgesOrAnswers(lead: string, lang: string): boolean {
  return doubtsIn(lead, lang).hedges.length > 0 || responseCuesIn(lead, lang).some(({ type }) => ANSWERS.has(type));
}

/** Minimum number of letters to detect the language of a claim ("Trams dissolve" is too short). Chinese needs fewer. */
const MIN_LANGUAGE_LETTERS = 40;
/** The probability for a page with a claim's names, figures and kind of event. */
const NAMES_PROBABILITY = 0.9;
const langOfClaim = ({ lang, text }: { lang: string | null; text: string }) => baseLang(lang ?? languageOf(text));
/** Whether a claim has no wording in the page's language. */
const isForeign = ({ lang }: PageText, claim: ScoredCandidate) =>
  baseLang(lang) !== langOfClaim(claim) &&
  (claim.text.length >= MIN_LANGUAGE_LETTERS || UNSPACED.test(claim.text)) &&
  !claim.phrasings.some((wording) => langOfWording(wording, claim.lang, lang) === lang);
/** The shared names by which a page takes up a claim if one of the two is not in English; null if it does not. The model is fitted on English. */
function namesTakenUp({ page, across }: PreparedPage, claim: ScoredCandidate, hits: readonly PageHit[]): string[] | null {
  if (hits.some(disagrees) || !(isForeign(page, claim) || isElsewhere(page, claim))) return null;
  return namesAcross(across(), { text: claim.text, lang: langOfClaim(claim) });
}
/** Whether a page and a claim are in one language, and it is not English. */
const isElsewhere = ({ lang }: PageText, claim: { lang: string | null; text: string }) =>
  baseLang(lang) !== "en" && baseLang(lang) === langOfClaim(claim);

/** Maximum number of names in the reasons. */
const MAX_SHOWN_NAMES = 5;
/** A claim that a passage of a page may state. */
interface Passage {
  candidates: ScoredCandidate[];
  isTitle: boolean;
}
/**
 * Candidates whose decision changes by the page: if the page takes the claim up, its best passage is linked; if only a passage would link it and
 * the whole page does not support that, it waits for a person.
 */
export function decideByPage(page: PageText, passages: Passage[]): Map<ScoredCandidate, ScoredCandidate> {
  const decided = new Map<ScoredCandidate, ScoredCandidate>();
  const found = Map.groupBy(
    passages.flatMap(({ candidates, isTitle }) => candidates.map((candidate) => ({ candidate, isTitle }))),
    ({ candidate }) => candidate.claimId,
  );
  if (!found.size) return decided;
  const prepared = preparePage(page);
  const bestOf = (all: { candidate: ScoredCandidate }[]) => Math.max(...all.map((one) => one.candidate.score));
  const [first, second = 0] = [...found.values()].map(bestOf).sort((a, b) => b - a);
  for (const all of found.values()) {
    const others = bestOf(all) === first ? second : (first ?? 0);
    const hits = all.map(({ candidate: { score, differs, decision }, isTitle }) => ({
      isTitle,
      score,
      differs,
      isLinked: decision === "linked",
    }));
    const candidates = all.map((one) => one.candidate);
    const [claim] = candidates as [ScoredCandidate];
    const names = namesTakenUp(prepared, claim, hits);
    if (names) {
      const both = `both have ${names.slice(0, MAX_SHOWN_NAMES).join(", ")}`;
      const best = candidates.reduce((a, b) => (a.score >= b.score ? a : b));
      const reasons = isForeign(page, claim) ? [`is in another language, and ${both}`] : [both, ...best.reasons];
      decided.set(best, { ...best, decision: "linked", score: Math.max(NAMES_PROBABILITY, best.score), reasons });
      continue;
    }
    // Without a passage that agrees or that is sure, no page takes a claim up.
    if (!hits.some(isPromising)) continue;
    const { decision, score, isLikely } = decidePage(prepared, { ...claim, hits }, others);
    // The first of the best passages that are sure, or in which nothing differs, represents the page.
    const best = candidates
      .filter((one) => !one.differs || one.decision === "linked")
      .reduce<ScoredCandidate | null>((a, b) => (a && a.score >= b.score ? a : b), null);
    for (const one of candidates)
      if (decision === "linked" && one === best) decided.set(one, { ...one, decision, score: Math.max(score, one.score) });
      else if (isLikely && one === best) decided.set(one, { ...one, decision, likely: score });
      else if (one.decision === "linked" && decision !== "linked") decided.set(one, { ...one, decision: "suggested" });
  }
  return decided;
}
