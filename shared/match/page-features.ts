/**
 * What a page and a claim have in common: the inputs of the models of page.ts. They are the claim's words in the headline, the first lines, the
 * whole page and its best sentence, weighed by idf, and the scores of the page's single passages.
 */
import { doubtsIn } from "../changes/compare/cues.ts";
import { sumOf } from "../collections.ts";
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
const lastWordings = new LastEntries<string, { wanted: ReadonlySet<string>; names: ReadonlySet<string> }>(500);
/** The terms of a wording, and which of them it writes as names. */
const wordingOf = (wording: string, lang: string | null) =>
  lastWordings.of(`${lang} ${wording}`, () => {
    const capitals = nameWordsIn(wording, baseLang(lang)) ?? wording.match(/(?<=[\p{L}\p{N},'’] )\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
    return { wanted: new Set(terms(wording, lang)), names: new Set(capitals.flatMap((name) => terms(name, lang))) };
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
  const read = sentences(body)
    .slice(0, MAX_SENTENCES)
    .map(({ text }) => text);
  const parts = read.map((sentence) => new Set(terms(sentence, page.lang)));
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
    answerProbabilities: once(() => words && [page.title ?? "", ...read].map((sentence) => answerProbability(words, sentence))),
  };
}

type Weigh = PreparedPage["weigh"];
/** The terms that a part of the page has. */
const termsIn = (list: readonly string[], part: ReadonlySet<string>) => list.filter((term) => part.has(term));
/** The terms of a list that are in a part of the page, as a share of all. */
const shareIn = (list: readonly string[], part: ReadonlySet<string>) => termsIn(list, part).length / list.length;

/** How much of a wording a page has, in the order of `PAGE_FEATURES` from `titleCover` to `sentencesOn`; null if it has no terms. */
function coverFeatures(prepared: PreparedPage, wording: string, lang: string | null): number[] | null {
  const { page, title, lead, body, weigh } = prepared;
  const { wanted, names } = wordingOf(wording, lang);
  if (!wanted.size) return null;
  const list = [...wanted];
  const total = sumOf(list, weigh);
  const cover = (part: ReadonlySet<string>) => sumOf(termsIn(list, part), weigh) / total;
  const rare = list.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, RARE_TERMS);
  const missing = list.filter((term) => !body.has(term));
  const allNames = new Set([...names, ...openingName(wording, lang)]);
  // An English claim without names has words that fit many things.
  const isVague = allNames.size === 0 && baseLang(page.lang) === "en";
  return [
    cover(title),
    cover(lead),
    cover(body),
    Math.max(0, ...prepared.sentences.map(cover)),
    shareIn(rare, body),
    shareIn(list, lead),
    Math.max(0, ...prepared.sentences.map((sentence) => shareIn(list, sentence))),
    Number(missing.some((term) => /\d/.test(term))),
    names.size ? termsIn(missing, names).length / names.size : Number(isVague),
    Math.min(1, wanted.size / 12),
    shareOn(prepared.sentences, { wanted: list, names: allNames }, weigh),
  ];
}
/** The place of `leadCover` among these. */
const LEAD_COVER = 1;

/** The inputs of the model for one claim. `others`: the best single score of any other claim. */
export function pageFeatures(prepared: PreparedPage, candidate: PageCandidate, others: number): number[] {
  const { hits } = candidate;
  const best = Math.max(0, ...hits.map((h) => h.score));
  const strongest = hits.find((h) => h.score === best);
  // The wording that the first lines have most of.
  let found: number[] | null = null;
  for (const wording of [candidate.text, ...candidate.phrasings.slice(0, 4)]) {
    const values = coverFeatures(prepared, wording, langOfWording(wording, candidate.lang, prepared.page.lang));
    if (values && (!found || (values[LEAD_COVER] ?? 0) > (found[LEAD_COVER] ?? 0))) found = values;
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
  { wanted, names }: { wanted: readonly string[]; names: ReadonlySet<string> },
  weigh: Weigh,
): number {
  const others = wanted.filter((term) => !names.has(term));
  const needed = MIN_SHARE_ON * sumOf(others, weigh);
  const isOn = (sentence: ReadonlySet<string>) =>
    [...names].some((name) => sentence.has(name)) && sumOf(termsIn(others, sentence), weigh) > needed;
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
  const { wanted, names } = wordingOf(claim.text, lang);
  const forms = [...wanted].map((term) => ({ term, weight: prepared.weigh(term), kin: once(() => relatedWords(term, prepared.body)) }));
  const coverInForms = (list: typeof forms, part: ReadonlySet<string>) => {
    const total = sumOf(list, ({ weight }) => weight);
    return sumOf(list, ({ term, weight, kin }) => inForms(term, kin, part) * weight) / Math.max(total, Number.MIN_VALUE);
  };
  const nameless = forms.filter(({ term }) => !names.has(term));
  const values: Record<FormFeature, () => number> = {
    toldInForms: () => coverInForms(nameless, prepared.body),
    sentenceInForms: () => Math.max(0, ...prepared.sentences.map((sentence) => coverInForms(forms, sentence))),
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
const relatedWords = (term: string, body: ReadonlySet<string>) =>
  [...body]
    .map((other) => ({ other, much: relatedness(term, other) }))
    .filter(({ much }) => much > 0)
    .sort((a, b) => b.much - a.much);
/** How much of a term is in a part of the page, 0 to 1. */
const inForms = (term: string, kin: () => ReturnType<typeof relatedWords>, part: ReadonlySet<string>): number =>
  part.has(term) ? 1 : (kin().find(({ other }) => part.has(other))?.much ?? 0);
