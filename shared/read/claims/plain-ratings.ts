/** The ratings that a fact check states in its text: "Our verdict: Misleading", "Rating" over "False", "We rate this claim as false". */
import { readingPackOf, wholeWords } from "../../lang/index.ts";
import type { ReadClaim, Reading, Review } from "../../model/reading.ts";
import { oncePer } from "../../text/once-per.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";

/** Paragraphs that are searched for labels. */
const MAX_PARAGRAPHS = 400;
const MAX_CLAIM = 1000;

/** A rating, and the claim that its page puts before it, if it labels one. */
interface PlainRating {
  claim: string | null;
  label: string;
}

const patternsOf = oncePer((tag: string) => {
  const pack = readingPackOf(tag);
  const labels = pack.labels;
  if (!labels) return null;
  const { claim, rating, untrue, rated, rates, check } = labels;
  const [space, whole] = pack.unspaced ? ["", ""] : ["(?:[\\p{Alpha}\\p{N}.]{1,30}(?:['’]s?)? ){0,2}", "(?![\\p{Alpha}\\p{N}])"];
  const label = `^\\P{Alpha}{0,4}${space}(?:${rating})${whole}`;
  const value = `["“«'‘*]{0,2}(?:${untrue}|${rated})${whole}`;
  return {
    claim: new RegExp(`^\\P{Alpha}{0,4}(?:${claim})${whole} ?(?:[:：]\\s{0,9}|$)`, "iu"),
    // "Calificación de Daily Check: Falso"
    rating: new RegExp(`${label}(?:(?: [\\p{Alpha}\\p{N}.’'&-]{1,30}){0,5} ?[:：–—-]\\s{0,9}| ?$)`, "iu"),
    value: new RegExp(`^${value}(?=["”»'’*!]{0,3}\\s{0,3}(?:$|[.!;,|()–—。！，；（]))`, "iu"),
    sentence: new RegExp(`(?:^|[.!?。！？] ?)(?:${rates}) ?(?:[:：] ?)?(${value})`, "iu"),
    // Labels that stand in one line: "Claim: … Verdict: False".
    between: new RegExp(`(?<=[.!?。！？"”|–—])\\s{0,3}(?=${space}(?:${rating}) ?[:：])`, "iu"),
    check: wholeWords(check, "iu", pack.unspaced),
  };
});

/** The ratings in a text, in its order, each once; none where different ones are given of one claim. Linear. */
export function plainRatings(text: string, title: string | null, lang: string, kind: string): PlainRating[] {
  const words = patternsOf(lang);
  if (!words) return [];
  const lines = text
    .split("\n", MAX_PARAGRAPHS)
    .flatMap((line) => line.split(words.between))
    .map((line) => line.trim())
    .filter(Boolean);
  const found: PlainRating[] = [];
  let claim: string | null = null;
  let claims = 0;
  for (const [i, line] of lines.entries()) {
    // What a label stands before, in its line or in the next one.
    const behind = (label: RegExpExecArray) => line.slice(label[0].length).trim() || (lines[i + 1] ?? "");
    const ofClaim = words.claim.exec(line);
    const ofRating = words.rating.exec(line);
    if (ofClaim) {
      claim = unquoted(behind(ofClaim));
      claims++;
    }
    const said = ofRating ? words.value.exec(behind(ofRating))?.[0] : words.sentence.exec(line)?.at(-1);
    if (said) found.push({ claim, label: said.replace(/^\P{Alpha}+/u, "") });
  }
  if (kind !== "fact_check" && claims === 0 && !(title !== null && words.check.test(title))) return [];
  // If ratings come before their claims, only the layout shows which rating belongs to which claim.
  if (found[0]?.claim === null && claims > 1) return [];
  const byClaim = Map.groupBy(found, (one) => one.claim ?? claim);
  return [...byClaim].flatMap(([of, all]) => {
    const [first] = all;
    const isOne = first && all.every(({ label }) => label.toLowerCase() === first.label.toLowerCase());
    return isOne ? [{ claim: of, label: first.label }] : [];
  });
}
/** A claim without the marks around it and its stop. */
const unquoted = (words: string): string | null =>
  words
    .slice(0, MAX_CLAIM)
    .replace(/^["“«„'‘「]+|(?<!["”»“'’」.。])["”»“'’」.。]+$/gu, "")
    .trim() || null;

/** Minimum number of stems that a claim must share with the headline to be the claim that the page rates. */
const MIN_IN_TITLE = 2;
/** The ratings in a page's text, as reviews of its claims: of the labelled claim, else of the claim of its headline, or of its only claim. */
export function reviewsInText({ text, title, lang }: Reading["document"], kind: string, stated: readonly ReadClaim[]): Review[] {
  const titleStems = stemsOf(title ?? "");
  const best = stated.reduce<{ text: string; common: number } | null>((most, claim) => {
    const common = shared(stemsOf(claim.text), titleStems);
    return common > (most?.common ?? MIN_IN_TITLE - 1) ? { text: claim.text, common } : most;
  }, null);
  const main = best?.text ?? (stated.length === 1 ? stated[0]?.text : undefined);
  return plainRatings(text, title, lang, kind).flatMap(({ claim, label }) => {
    const rated = claim ?? main;
    return rated === undefined ? [] : [{ claim: rated, label, appearances: [] }];
  });
}
