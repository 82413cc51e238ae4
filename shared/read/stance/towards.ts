/**
 * Stances of texts towards claims when the link between text and claim is known. What decides first: the whole text (`stanceTowards`), the whole text
 * and, if it is about something else, a passage (`stanceOfPassage`) or the sentence of a claim (`stanceOfPage`), or that sentence alone
 * (`stanceOfSentence`).
 */
import { negatesWordForWord } from "../../match/compare/polarity.ts";
import { isPost } from "../../model/document.ts";
import type { ReadClaim, Reading, StanceLabel } from "../../model/reading.ts";
import type { StanceRead } from "../../model/sighting.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { REVIEW_RULE } from "../claims/worth-filing.ts";
import type { AnswerWords } from "../gates/answer-words.ts";
import { canBeJudged } from "../gates/answers.ts";
import { isOfNamesake } from "../parties/namesakes.ts";
import type { StanceNetworks } from "./network.ts";
import { isOtherLanguage, stanceOf } from "./stance.ts";

/** A page with its reading. `title`: its known title; `words`: the table of its language. */
interface Page {
  reading: Reading;
  title: string | null;
  kind: string;
  words: AnswerWords | null;
  networks: StanceNetworks;
}

/** A text's stance towards a claim. */
export const stanceTowards = (claim: string, page: Page): StanceRead => readAs(judged(claim, page), claim, page);

/**
 * A text that is read as support is a denial if every passage that says the claim word for word negates it. A text about a namesake takes no stance.
 */
function readAs(
  { label, sure }: { label: StanceLabel; sure: boolean },
  claim: string,
  { reading: { document }, title, kind }: Page,
): StanceRead {
  if (label === "support" && isOfNamesake(title, document.text, claim))
    return { stance: isPost({ kind }) ? "comment" : "observe", stanceUnsure: true };
  if (label === "support" && negatesWordForWord(document.text, claim, document.lang)) return { stance: "deny", stanceUnsure: true };
  return { stance: label === "unrelated" ? "observe" : label, stanceUnsure: !sure };
}

/** A page's stance towards a claim that a passage of it states (`said`). If the page is about something else, the passage decides. */
export function stanceOfPassage(said: { text: string }, about: string, page: Page): StanceRead {
  const whole = judged(about, page);
  const { lang } = page.reading.document;
  const own = whole.label === "unrelated" ? stanceOf(said.text, about, { kind: page.kind, lang, networks: page.networks }) : whole;
  return readAs(own, about, page);
}

function judged(about: string, { reading, title, kind, words, networks }: Page) {
  const { text, lang } = reading.document;
  return stanceOf(text, about, { kind, lang, title, words, networks, reading });
}

/** The stance of a whole page towards a claim, which may be one of its own. For a text that cannot be judged, the stance of the claim's sentence. */
export function stanceOfPage(claim: ReadClaim, about: string, page: Page): StanceRead {
  if (claim.rule === REVIEW_RULE) return { stance: claim.stance, stanceUnsure: false };
  const whole = judged(about, page);
  const isJudged = canBeJudged(page.reading, page.kind) || (page.words !== null && isOtherLanguage(page.reading.document.lang));
  return isJudged && whole.label !== "unrelated" ? readAs(whole, about, page) : stanceOfSentence(claim, about, page);
}

/** The stance of a claim's own sentence; sure if the page as a whole has the same stance. */
export function stanceOfSentence({ stance, rule }: ReadClaim, about: string, page: Page): StanceRead {
  if (rule === REVIEW_RULE) return { stance, stanceUnsure: false };
  const { label, sure } = judged(about, page);
  return { stance, stanceUnsure: !sure || label !== stance };
}

/**
 * Indices of the claims that a headline may be about: the one with the most shared words; all of them for a single claim or without a
 * headline.
 */
export function claimsOfHeadline(title: string | null, claims: string[]): Set<number> {
  const all = claims.map((_, i) => i);
  if (!title || claims.length < 2) return new Set(all);
  const inTitle = stemsOf(title);
  const counts = claims.map((text) => shared(stemsOf(text), inTitle));
  const most = Math.max(...counts);
  const [only, ...more] = all.filter((i) => counts[i] === most);
  return new Set(more.length || only === undefined ? [] : [only]);
}
