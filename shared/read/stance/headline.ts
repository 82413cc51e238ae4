/** Features of a headline for its article's stance towards a claim. */
import { foldScripts } from "../../text/segment.ts";
import { clip, saysItself, share } from "./article.ts";
import { type Claim, capitalised, conflictOf, idf, weightedShareIn } from "./claim.ts";
import { contradicts } from "./contradiction.ts";
import { allCues, bitsOf, CUE_CLASSES, countCues, type MarkedSentence, markedPassage } from "./marked-text.ts";
import type { Put } from "./network.ts";
import { isContent, QUESTION_WORDS, WORDS } from "./words.ts";

const MAX_LENGTH = 400;
const MAX_WORDS = 60;
const MAIN_CLASSES = 7;
/** Denials at the beginning of a headline. "No water in the lake" reports that something is absent. */
const OPENS = new RegExp(`^(?:${WORDS.headline.opens})`, "u");
const STARTS_WITH_LABEL = new RegExp(`^\\W*${WORDS.headline.label}\\b[^:]{0,12}:`, "i");
const ENDS_WITH_LABEL = new RegExp(`[:;,—-]\\s*${WORDS.headline.credit}\\W*$`, "i");
const QUOTATION = /["“‘']\p{Alpha}[^"”’]{2,}["”’']/u;

const NEGATES = bitsOf("negation");
const FALSE = bitsOf("refute", "contradict", "denies", "hoax", "refusal");
const UNSURE = bitsOf("hedge", "report:", "unverified", "doubt");

/** Puts the features of a headline towards a claim; their names all begin with "title:". */
export function headlineFeatures(title: string, claim: Claim, put: Put): void {
  const sentence = markedPassage(title, MAX_LENGTH, MAX_WORDS);
  const here = new Set(sentence.stems.filter((stem) => claim.weights.has(stem)));
  const covered = weightedShareIn(claim, here);
  put("title:covers", covered);
  put("title:found", clip(here.size, 8) / 8);
  put("title:none", here.size === 0);
  topicFeatures(title, sentence, claim, put);
  formFeatures(title, sentence, put);
  const { all, unquoted } = countCues([sentence]);
  CUE_CLASSES.forEach((name, c) => {
    put(`title:${name}`, (all[c] ?? 0) > 0);
    if (c < MAIN_CLASSES || name === "hoax" || name === "refusal") put(`title:${name} unquoted`, (unquoted[c] ?? 0) > 0);
  });
  conflictFeatures(title, sentence, claim, covered, put);
  put("title:negation conflict", conflictOf(claim, sentence));
}

/** How much of the headline is about the claim. */
function topicFeatures(title: string, { words, stems }: MarkedSentence, claim: Claim, put: Put): void {
  let all = 0;
  let shared = 0;
  let own = 0;
  words.forEach((word, i) => {
    const stem = stems[i] ?? "";
    if (!isContent(word)) return;
    const weight = claim.weights.get(stem) ?? idf(word);
    all += weight;
    if (claim.weights.has(stem)) shared += weight;
    else own++;
  });
  put("title:own words", clip(own, 12) / 12);
  put("title:about", all ? shared / all : 0);
  const isHere = (stem: string) => stems.includes(stem);
  const isOther = (stem: string) => !claim.names.has(stem) && !claim.weights.has(stem);
  put("title:names", share(claim.names, isHere));
  put("title:other names", share(capitalised(title), isOther));
  const numbers = words.filter((word) => /^\d/.test(word));
  put("title:other number", numbers.length > 0 && claim.numbers.size > 0 && !numbers.some((number) => claim.numbers.has(number)));
}

function formFeatures(title: string, { words }: MarkedSentence, put: Put): void {
  const asking = QUESTION_WORDS.has(words[0] ?? "");
  put("title:asks", /[?？]/.test(title));
  put("title:question word", asking);
  put("title:question", asking && /[?？]\W*$/.test(title));
  put("title:colon", /[:：]/.test(title));
  put("title:starts with label", STARTS_WITH_LABEL.test(title));
  put("title:ends with label", ENDS_WITH_LABEL.test(title));
  put("title:opens", OPENS.test(foldScripts(title).trim()));
  put("title:quotes", QUOTATION.test(title));
  put("title:length", clip(words.length, 20) / 20);
}

/** Differences between headline and claim. */
function conflictFeatures(title: string, sentence: MarkedSentence, claim: Claim, covered: number, put: Put): void {
  const cues = allCues(sentence);
  const has = (bits: number) => (cues & bits) !== 0;
  const beyond = (...names: string[]) => has(bitsOf(...names)) && (claim.cues & bitsOf(...names)) === 0;
  const negationDiffers = has(NEGATES) !== ((claim.cues & NEGATES) !== 0);
  const claimFalse = (claim.cues & FALSE) !== 0;
  put("title:negation differs", negationDiffers);
  put("title:negation differs, by cover", negationDiffers ? covered : 0);
  put("title:falsehood differs", has(FALSE) !== claimFalse);
  put("title:falsehood differs, by cover", has(FALSE) !== claimFalse ? covered : 0);
  put("title:both false", has(FALSE) && claimFalse);
  put("title:unsure, claim not", has(UNSURE) && (claim.cues & UNSURE) === 0);
  const plain = !has(UNSURE | FALSE | NEGATES | bitsOf("report")) && !/[?？]/.test(title);
  put("title:plain, by cover", plain ? covered : 0);
  const opposes = sentence.stems.some((stem) => claim.opposites.has(stem));
  put("title:opposite", opposes);
  const says = saysItself(claim.cues);
  put("title:report beyond claim", !says && has(bitsOf("report", "told")));
  put("title:hedge beyond claim", !says && has(bitsOf("hedge", "report:", "unverified")));
  put("title:denies, claim not", has(bitsOf("denies", "refusal")) && !claimFalse);
  put("title:refutes, claim not", has(bitsOf("refute", "hoax", "contradict")) && !claimFalse);
  put("title:cancelled, claim not", beyond("cancelled"));
  put("title:doubt, claim not", beyond("doubt"));
  const folded = foldScripts(title.slice(0, MAX_LENGTH));
  put("title:contradicts", contradicts(folded, "any"));
  put("title:contradicts in own voice", contradicts(folded, "headline"));
}
