/** Finds hedges, negations and credits in a compared text, by the reader's cue lists, narrowed to cues whose change changes the meaning. */

import { chinese, english, packOf, wholeWords } from "../../lang/index.ts";
import { attributionsIn } from "../../read/attribution/attributions.ts";
import { tokenSentences } from "../../read/tokens.ts";
import { simplified } from "../../text/chinese/scripts.ts";
import { LastEntries, oncePer } from "../../text/once-per.ts";
import { overlap } from "../../text/span.ts";

export interface Cue {
  start: number;
  end: number;
  key: string;
}
export interface Credit extends Cue {
  /** The credited words. */
  contentStart: number;
  contentEnd: number;
  /** The words that name the speaker. */
  speaker: string;
}
/** Patterns of one language. */
interface Patterns {
  hedges: RegExp;
  /** Passages that look like a hedge or a negation but are not. */
  noCue: RegExp;
  /** Passages that look like a hedge and are none. */
  noHedge: RegExp | null;
  negations: RegExp;
  credits: RegExp | null;
}

const patternsOf = oncePer((lang: string): Patterns | null => {
  const { tag, comparison, hedging, unspaced } = packOf(lang === "und" ? "en" : lang) ?? {};
  if (!comparison) return null;
  const words = (source: string) => wholeWords(source, "giu", unspaced);
  // The lists of hedges of the other languages include words whose loss does not change the meaning.
  const read = hedging && (tag === "en" || tag === "zh") ? `${hedging.hedges}|${hedging.weakHedges}|` : "";
  return {
    hedges: words(`${read}${comparison.hedges}`),
    noCue: words(comparison.noCue),
    noHedge: comparison.noHedge ? words(comparison.noHedge) : null,
    negations: words(comparison.negations),
    credits: comparison.credits ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${comparison.credits})\\s+(?=\\S)`, "giu") : null,
  };
});

/** Verbs that take only an object or an infinitive report an act, not a statement. */
const SAYS = new Set(
  Object.entries(english.grammar.verbs).flatMap(([frames, verbs]) => (/^\w*[qtbw]/.test(frames) ? verbs.split(" ") : [])),
);
const DOES = new Set(
  Object.values(english.grammar.verbs)
    .flatMap((verbs) => verbs.split(" "))
    .filter((verb) => !SAYS.has(verb)),
);

/** Words that are no speaker's name. */
const NOBODY = new RegExp(`^(?:${english.comparison.nobody})$`, "i");
/** "A video shows" describes the video. Whoever posts the video says the same without these words. */
const PICTURE = new RegExp(`\\b(?:${english.comparison.pictures})$`, "i");
const SHOWS = new RegExp(`^(?:${english.comparison.shows})$`);
const MAX_CUES = 60;

function cuesMatching(text: string, pattern: RegExp, without: readonly Cue[]): Cue[] {
  const out: Cue[] = [];
  // Most passages have none, and `matchAll` copies the pattern.
  if (text.search(pattern) < 0) return out;
  for (const match of text.matchAll(pattern)) {
    const cue = { start: match.index, end: match.index + match[0].length, key: simplified(match[0].toLowerCase()) };
    if (out.length < MAX_CUES && !without.some((w) => overlap(w, cue))) out.push(cue);
  }
  return out;
}

interface Doubts {
  hedges: readonly Cue[];
  negations: readonly Cue[];
}
/** The doubts of the last passages, because several steps ask for a sentence or a claim; of passages up to this length, in UTF-16 units. */
const recent = new LastEntries<string, Doubts>(500);
const MAX_CACHED = 1_000;
/** The hedges and negations of a compared text, in order. A hedge with a negative word ("could not be verified") is no negation. */
export const doubtsIn = (written: string, lang: string): Doubts =>
  written.length > MAX_CACHED ? readDoubts(written, lang) : recent.of(`${lang} ${written}`, () => readDoubts(written, lang));

function readDoubts(written: string, lang: string): Doubts {
  const patterns = patternsOf(lang);
  if (!patterns) return { hedges: [], negations: [] };
  // The lists have straight apostrophes.
  const text = written.replaceAll("’", "'");
  const none = cuesMatching(text, patterns.noCue, []);
  const hedges = cuesMatching(text, patterns.hedges, patterns.noHedge ? [...none, ...cuesMatching(text, patterns.noHedge, none)] : none);
  return { hedges, negations: cuesMatching(text, patterns.negations, [...none, ...hedges]) };
}

/** Who is credited with what, in the order of the text. */
export function creditsIn(text: string, lang: string): Credit[] {
  const sentences = tokenSentences(text);
  if (lang === "zh" || lang === "ja")
    return (
      attributionsIn(text, sentences, lang)
        .map(({ start, end, speaker, cue }) => credit(text, speaker, cue, start, end))
        // 据…称 is found twice, by 据 and by 称; the first one counts.
        .filter((one, i, all) => !all.slice(0, i).some((earlier) => overlap(earlier, one)))
    );
  if (lang === "en" || lang === "und")
    return attributionsIn(text, sentences, lang).flatMap(({ speaker, cue, lemma, start, end }) => {
      if (!speaker || DOES.has(lemma) || (PICTURE.test(speaker.text) && SHOWS.test(lemma)) || NOBODY.test(speaker.text)) return [];
      return [credit(text, speaker, cue, start, end)];
    });
  const pattern = patternsOf(lang)?.credits;
  if (!pattern) return [];
  return sentences.flatMap((sentence) => {
    const raw = sentence.text;
    return cuesMatching(raw, pattern, []).map((cue) => {
      const tail = /^[^,;.]{1,60}/.exec(raw.slice(cue.end))?.[0] ?? "";
      const who = { start: sentence.start + cue.end, end: sentence.start + cue.end + tail.length };
      return credit(text, who, { start: sentence.start + cue.start, end: sentence.start + cue.end }, sentence.start, sentence.end);
    });
  });
}

function credit(
  text: string,
  who: { start: number; end: number } | null,
  how: { start: number; end: number },
  contentStart: number,
  contentEnd: number,
): Credit {
  const first = Math.min(who?.start ?? how.start, how.start);
  const end = Math.max(who?.end ?? how.end, how.end);
  const start = simplified(text[first - 1] ?? "") === chinese.chinese.citing ? first - 1 : first;
  return {
    start,
    end,
    key: simplified(text.slice(start, end).toLowerCase()),
    contentStart,
    contentEnd,
    speaker: who ? text.slice(who.start, who.end) : "",
  };
}
