/**
 * What a page and a claim have in common: the inputs of the models of page.ts. They are the claim's words in the headline, the first lines, the
 * whole page and its best sentence, weighed by idf, and the scores of the page's single passages.
 */
import { doubtsIn } from "../changes/compare/cues.ts";
import { logit } from "../logistic.ts";
import { type AnswerWords, answerProbability } from "../read/gates/answer-words.ts";
import { responseCuesIn } from "../read/responses/response-cues.ts";
import { languageOf } from "../text/language.ts";
import { LastEntries, once } from "../text/once-per.ts";
import { sentences } from "../text/segment.ts";
import { lacksName, nameWordsIn, pageAcross, tellsOfEvent } from "./compare/across.ts";
import { relatedness } from "./compare/word-forms.ts";
import { scaledIdf } from "./terms/idf.ts";
import { terms } from "./terms/terms.ts";
import { baseLang } from "./terms/tokens.ts";
import { langOfWording } from "./wording.ts";

/** What a claim says, and the scores of the page's single passages against it. */
export interface PageCandidate {
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
/** The words of a page or a post that is decided on. */
export interface DocumentText {
  title: string | null;
  text: string;
  lang: string | null;
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
/**
 * Further inputs; the English model uses three of them. How much of the claim's words the page and its best sentence have, counting other forms
 * and parts of compounds (the page without the claim's names); whether the first lines hedge; how much of the page answers; whether it lacks a
 * name of the claim; its length; whether it is in the claim's language.
 */
export const FORM_FEATURES = ["toldInForms", "sentenceInForms", "hedges", "answers", "lacksName", "textLength", "sameLanguage"] as const;
type FormFeature = (typeof FORM_FEATURES)[number];

/** The probability, by words, that the page's likeliest sentence answers a claim, and that its title does. */
export const ANSWER_FEATURES = ["likeliestAnswer", "titleAnswers"] as const;
/** Their values if no table has the words of the page's language: about the mean of our stories, and too low to count as an answer. */
const ANSWERS_UNREAD = [0.75, 0.45];

/** How many characters of a page are read: news states its topic at the start. */
const MAX_BODY = 6_000;
const LEAD_SENTENCES = 3;
/** How many of a claim's rarest terms show what it is about. */
const RARE_TERMS = 5;
/** Minimum share by idf of a claim's other words in a sentence on the claim, which must also have one of its names. */
const MIN_SHARE_ON = 0.2;
/** Minimum score of a passage for `suggested`. */
export const MIN_AGREEING = 0.2;
const MAX_SENTENCES = 40;
const MAX_ANSWERS = 4;
/** Length of a full article in characters; a shorter page is a brief. */
const FULL_LENGTH = 1500;
const clipped = (p: number) => logit(p, 0.005);

/** The terms of the last wordings: the pages of a story are compared with the same claims. */
const worded = new LastEntries<string, { found: ReadonlySet<string>; names: ReadonlySet<string> }>(500);
/** The terms of a wording, and which of them it writes as names. */
const wordingOf = (wording: string, lang: string | null) =>
  worded.of(`${lang} ${wording}`, () => {
    const capitals = nameWordsIn(wording, baseLang(lang)) ?? wording.match(/(?<=[\p{L}\p{N},'’] )\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
    return { found: new Set(terms(wording, lang)), names: new Set(capitals.flatMap((name) => terms(name, lang))) };
  });

/** A page's terms by place, computed once for all claims that it is compared with. */
export interface PreparedPage {
  page: DocumentText;
  title: ReadonlySet<string>;
  lead: ReadonlySet<string>;
  body: ReadonlySet<string>;
  sentences: readonly ReadonlySet<string>[];
  /** How rare a term is. */
  weigh: (term: string) => number;
  /** Data for comparison with claims in other languages. */
  across: () => ReturnType<typeof pageAcross>;
  /** Whether its first lines hedge; in how many places it answers, up to `MAX_ANSWERS`; whether it answers or hedges anywhere. */
  hedges: () => boolean;
  answers: () => number;
  isOpen: () => boolean;
  /** The probability, by words, that its title and each sentence answer a claim; null if no table has the words of its language. */
  answerProbabilities: () => readonly number[] | null;
}
/** Prepares a page for comparison with claims. `words`: the table of words that show answers in its language. */
export function preparePage(page: DocumentText, words: AnswerWords | null = null): PreparedPage {
  const body = page.text.slice(0, MAX_BODY);
  const read = sentences(body).slice(0, MAX_SENTENCES);
  const parts = read.map((one) => new Set(terms(one.text, page.lang)));
  const across = once(() => pageAcross({ title: page.title, text: body, lang: baseLang(page.lang) }));
  const title = new Set(page.title ? terms(page.title, page.lang) : []);
  const hedgesIn = (text: string) => doubtsIn(text, baseLang(page.lang)).hedges.length > 0;
  const answers = once(() => Math.min(MAX_ANSWERS, responseCuesIn(body, baseLang(page.lang)).length));
  return {
    page,
    title,
    lead: new Set([...title, ...parts.slice(0, LEAD_SENTENCES).flatMap((part) => [...part])]),
    body: new Set([...title, ...parts.flatMap((part) => [...part])]),
    sentences: [title, ...parts],
    weigh: scaledIdf({ claims: 0, frequency: new Map() }),
    across,
    hedges: once(() => hedgesIn(across().lead())),
    answers,
    isOpen: once(() => answers() > 0 || hedgesIn(across().text)),
    answerProbabilities: once(
      () => words && [page.title ?? "", ...read.map((one) => one.text)].map((text) => answerProbability(words, text)),
    ),
  };
}

/** The inputs of the model for one claim. `others`: the best single score of any other claim. */
export function pageFeatures(prepared: PreparedPage, candidate: PageCandidate, others: number): number[] {
  const { weigh } = prepared;
  const { hits } = candidate;
  const best = Math.max(0, ...hits.map((h) => h.score));
  const strongest = hits.find((h) => h.score === best);
  let found: number[] | null = null;
  for (const wording of [candidate.text, ...candidate.phrasings.slice(0, 4)]) {
    const lang = langOfWording(wording, candidate.lang, prepared.page.lang);
    const { found: wanted, names } = wordingOf(wording, lang);
    if (!wanted.size) continue;
    const total = [...wanted].reduce((sum, term) => sum + weigh(term), 0);
    const cover = (held: ReadonlySet<string>) => [...wanted].reduce((sum, term) => sum + (held.has(term) ? weigh(term) : 0), 0) / total;
    const rare = [...wanted].sort((a, b) => weigh(b) - weigh(a)).slice(0, RARE_TERMS);
    const share = (of: Iterable<string>, held: ReadonlySet<string>) => {
      const list = [...of];
      return list.filter((term) => held.has(term)).length / list.length;
    };
    const missing = [...wanted].filter((term) => !prepared.body.has(term));
    const all = new Set([...names, ...openingName(wording, lang)]);
    const values = [
      cover(prepared.title),
      cover(prepared.lead),
      cover(prepared.body),
      Math.max(0, ...prepared.sentences.map(cover)),
      share(rare, prepared.body),
      share(wanted, prepared.lead),
      Math.max(0, ...prepared.sentences.map((held) => share(wanted, held))),
      Number(missing.some((term) => /\d/.test(term))),
      // An English claim without names has words that fit many things.
      names.size
        ? missing.filter((term) => names.has(term)).length / names.size
        : Number(!all.size && baseLang(prepared.page.lang) === "en"),
      Math.min(1, wanted.size / 12),
      shareOn(prepared.sentences, { wanted, names: all }, weigh),
    ];
    if (!found || (values[1] ?? 0) > (found[1] ?? 0)) found = values;
  }
  return [
    clipped(best),
    clipped(Math.max(0, ...hits.filter((h) => h.isTitle).map((h) => h.score))),
    Math.min(4, hits.filter((h) => h.score >= MIN_AGREEING).length) / 4,
    Number(strongest?.differs ?? false),
    Number(hits.some((h) => h.score >= MIN_AGREEING && !h.differs)),
    Math.max(-6, Math.min(4, clipped(best) - clipped(Math.max(0.1, others)))),
    ...(found ?? new Array<number>(PAGE_FEATURES.length - 7).fill(0)),
    tellsOfEvent(prepared.across(), { text: candidate.text, lang: langOfClaim(candidate) }),
  ];
}

/** The first word of a wording, which has a capital even if it is no name. */
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

/** The base language of a claim ("zh" for "zh-Hant"): of the stored tag, else detected from its words. */
export const langOfClaim = ({ lang, text }: { lang: string | null; text: string }) => baseLang(lang ?? languageOf(text));
/** Whether a page and a claim are both in English. */
export const isEnglish = ({ lang }: Pick<DocumentText, "lang">, claim: Pick<PageCandidate, "lang" | "text">): boolean =>
  baseLang(lang) === "en" && langOfClaim(claim) === "en";
/** The inputs of the models that `pageFeatures` does not give. `asked`: the names of those that are needed. */
export function formFeatures(
  prepared: PreparedPage,
  claim: Pick<PageCandidate, "text" | "lang">,
  asked: readonly FormFeature[] = FORM_FEATURES,
): number[] {
  const lang = langOfClaim(claim);
  const { found, names } = wordingOf(claim.text, lang);
  const forms = [...found].map((term) => ({ term, weight: prepared.weigh(term), kin: once(() => relatedWords(term, prepared.body)) }));
  const shareIn = (wanted: typeof forms, held: ReadonlySet<string>) => {
    const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
    return wanted.reduce((sum, { term, weight, kin }) => sum + inForms(term, kin, held) * weight, 0) / Math.max(total, Number.MIN_VALUE);
  };
  const values: Record<FormFeature, () => number> = {
    toldInForms: () =>
      shareIn(
        forms.filter(({ term }) => !names.has(term)),
        prepared.body,
      ),
    sentenceInForms: () => Math.max(0, ...prepared.sentences.map((held) => shareIn(forms, held))),
    hedges: () => Number(prepared.hedges()),
    answers: () => prepared.answers() / MAX_ANSWERS,
    lacksName: () => Number(lacksName(prepared.across(), { text: claim.text, lang })),
    textLength: () => Math.min(1, prepared.page.text.length / FULL_LENGTH),
    sameLanguage: () => Number(baseLang(prepared.page.lang) === lang),
  };
  return asked.map((name) => values[name]());
}
/** The values of `ANSWER_FEATURES`, in order, from the words of the page's sentences. */
export function answerFeatures(prepared: PreparedPage): number[] {
  const probabilities = prepared.answerProbabilities();
  return probabilities ? [Math.max(...probabilities), probabilities[0] ?? 0] : ANSWERS_UNREAD;
}
/** The words of a page that are akin to a term (another form, or part of a compound), and how much of it each has, closest first. */
const relatedWords = (term: string, held: ReadonlySet<string>) =>
  [...held]
    .map((other) => ({ other, much: relatedness(term, other) }))
    .filter(({ much }) => much > 0)
    .sort((a, b) => b.much - a.much);
/** How much of a term is in a set of the page's words, 0 to 1. */
const inForms = (term: string, kin: () => ReturnType<typeof relatedWords>, held: ReadonlySet<string>): number =>
  held.has(term) ? 1 : (kin().find(({ other }) => held.has(other))?.much ?? 0);
