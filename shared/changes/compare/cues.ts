/** Hedges, negations and credits of a compared text: the reader's cue lists, narrowed to cues whose change changes the sense. */

import { chinese, english } from "../../lang/index.ts";
import { chineseAttributions } from "../../read/attribution/chinese.ts";
import { attributions } from "../../read/attribution/english.ts";
import { tokenSentences } from "../../read/tokens.ts";

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
  /** Passages that look like a hedge or a negation and are none. */
  not: RegExp;
  negations: RegExp;
  credits: RegExp | null;
}

const PATTERNS: Record<string, Patterns> = {
  en: {
    hedges: new RegExp(
      `\\b(?:${english.hedging.hedges}|${english.hedging.weakHedges}|it is (?:claimed|rumou?red)|is said to|are said to|(?:about|around|roughly|approximately|nearly|almost|an estimated|up to|as many as)(?= [$€£]?\\d))\\b`,
      "giu",
    ),
    not: /\b(?:in May|May \d+|\d+ May|could(?:n'| no)t|appear(?:s|ed)? (?:on|in|at|before|next)|not only|not just|no doubt|no matter|no more than|no less than|no fewer than|not least|no\. ?\d|without (?:a )?doubt)\b/giu,
    negations:
      /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|fail(?:s|ed)? to|refus(?:e|es|ed|ing) to|(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca)n't)\b/giu,
    credits: /\b(?:according to|as reported by|as told by|citing|cited by|quoting|per)\s+(?=\S)/giu,
  },
  zh: {
    hedges: new RegExp(
      `${chinese.hedging.hedges}|${chinese.hedging.weakHedges}|未获证实|尚无定论|真假未知|真实性存疑|有待证实|有待核实`,
      "gu",
    ),
    not: /不(?:但|仅|过|管|论|久|少|断|同|得不|料|禁|由|妨|止|光|只|到|满|足)|无(?:论|疑|人机|线|数|限|锡)|非(?:常|洲|凡|得)|未(?:来|必不)|没关系|差不多|要不|(?<=[是能会])不(?=[是能会])|应该(?:说|指出)/gu,
    negations: /并非|并不|并未|并没有|没有|否认|从未|从不|不是|不会|不|没|未|无|非|拒绝|毫无|绝无/gu,
    credits: null,
  },
  es: {
    hedges:
      /\b(?:supuestamente|presuntamente|al parecer|aparentemente|presunt[oa]s?|supuest[oa]s?|rumores?|sin confirmar|podrían?|habrían?(?= \p{L}+[dtsch]o(?!\p{L}))|quizás?|tal vez|posiblemente|probablemente)(?![\p{L}])/giu,
    not: /\b(?:no sólo|no solo|no obstante)\b/giu,
    negations: /\b(?:no|nunca|jamás|ningún|ninguna|nadie|nada|tampoco|niega|niegan|negó|negaron|desmiente|desmintió)(?![\p{L}])/giu,
    credits: /\b(?:según|de acuerdo con|citando a)\s+(?=\S)/giu,
  },
  fr: {
    hedges:
      /\b(?:prétendument|apparemment|présumée?s?|soi-disant|rumeurs?|selon des rumeurs|pourrait|pourraient|(?:aur|ser)ai(?:en)?t(?= (?:\p{L}+ ){0,2}\p{L}+(?:é|[iut]s?)e?s?(?!\p{L}))|peut-être|probablement|non confirmée?s?)(?![\p{L}])/giu,
    not: /\bnon seulement\b/giu,
    negations: /\b(?:pas|jamais|aucune?|personne|rien|nie|nient|dément|démenti)(?![\p{L}])/giu,
    credits: /\b(?:selon|d'après)\s+(?=\S)/giu,
  },
  pt: {
    hedges:
      /\b(?:supostamente|supost[oa]s?|alegadamente|aparentemente|rumor(?:es)?|boatos?|poderiam?|teriam?(?= \p{L}+[dts]o(?!\p{L}))|talvez|possivelmente|provavelmente|não confirmad[oa]s?)(?![\p{L}])/giu,
    not: /\bnão (?:só|obstante)\b/giu,
    negations: /\b(?:não|nunca|jamais|nenhuma?|ninguém|nada|nega|negam|negou|negaram|desmente|desmentiu)(?![\p{L}])/giu,
    credits: /\b(?:segundo|de acordo com|conforme)\s+(?=\S)/giu,
  },
  de: {
    hedges:
      /\b(?:angeblich|mutmaßlich(?:e[rnms]?)?|anscheinend|offenbar|Gerüchte?n?|soll|sollen|könnte|könnten|vielleicht|vermutlich|wohl|unbestätigt(?:e[rnms]?)?)(?![\p{L}])/giu,
    not: /\bnicht nur\b/giu,
    negations: /\b(?:nicht|nie|niemals|kein(?:e[rnms]?)?|niemand|nichts|bestreitet|bestreiten|bestritt|dementiert)(?![\p{L}])/giu,
    credits: /\b(?:laut|zufolge|nach Angaben)\s+(?=\S)/giu,
  },
};
const patternsOf = (lang: string): Patterns | undefined => PATTERNS[lang === "und" ? "en" : lang];

/** Verbs that only take an object or an infinitive report what somebody does, not what somebody says. */
const SAYS = new Set(english.grammar.verbs.filter(([frames]) => /^\w*[qtbw]/.test(frames)).flatMap(([, verbs]) => verbs.split(" ")));
const DOES = new Set(english.grammar.verbs.flatMap(([, verbs]) => verbs.split(" ")).filter((verb) => !SAYS.has(verb)));

/** Words that name no speaker. */
const NOBODY = /^(?:i|we|you|that|this|which|who|it|there)$/i;
/** "A video shows" describes the video, and whoever posts the video says the same without it. */
const PICTURE = /\b(?:videos?|photo(?:graph)?s?|pictures?|images?|clips?|footage|screenshots?|recording)$/i;
const SHOWS = /^(?:show|depict|document|portray|capture|picture)$/;
const MAX_CUES = 60;

function cuesMatching(text: string, pattern: RegExp, without: readonly Cue[]): Cue[] {
  const out: Cue[] = [];
  for (const match of text.matchAll(pattern)) {
    const cue = { start: match.index, end: match.index + match[0].length, key: match[0].toLowerCase() };
    if (out.length < MAX_CUES && !without.some((w) => w.start < cue.end && cue.start < w.end)) out.push(cue);
  }
  return out;
}

/** The hedges and negations of a compared text, in order. A hedge with a negative ("could not be verified") is no negation. */
export function doubtsIn(text: string, lang: string): { hedges: Cue[]; negations: Cue[] } {
  const patterns = patternsOf(lang);
  if (!patterns) return { hedges: [], negations: [] };
  const none = cuesMatching(text, patterns.not, []);
  const doubts = cuesMatching(
    text,
    patterns.hedges,
    none.filter((cue) => !/^could/.test(cue.key) || !/^could ?n['o]t be/i.test(text.slice(cue.start, cue.start + 14))),
  );
  return {
    hedges: doubts,
    negations: cuesMatching(text, patterns.negations, [...none.filter((cue) => !/^could/.test(cue.key)), ...doubts]),
  };
}

/** Who is credited with what, in the order of the text. */
export function creditsIn(text: string, lang: string): Credit[] {
  const sentences = tokenSentences(text);
  if (lang === "zh" || lang === "ja")
    return (
      chineseAttributions(text, sentences)
        .flatMap(({ start, end, speakerSpan, cueSpan }) => (cueSpan ? [credit(text, speakerSpan ?? null, cueSpan, start, end)] : []))
        // 据…称 is found twice, by 据 and by 称.
        .filter((one, i, all) => !all.slice(0, i).some((earlier) => earlier.start < one.end && one.start < earlier.end))
    );
  if (lang === "en" || lang === "und")
    return attributions(sentences).flatMap(({ sentence, speaker, cue, lemma, start, end }) => {
      if (DOES.has(lemma)) return [];
      const tokens = sentences[sentence]?.tokens ?? [];
      const range = (phrase: { from: number; to: number } | null) => {
        const [first, last] = [tokens[phrase?.from ?? -1], tokens[(phrase?.to ?? 0) - 1]];
        return first && last ? { start: first.start, end: last.end } : null;
      };
      const [who, how] = [range(speaker), range(cue)];
      if (who && PICTURE.test(text.slice(who.start, who.end)) && SHOWS.test(lemma)) return [];
      return who && how && !NOBODY.test(text.slice(who.start, who.end)) ? [credit(text, who, how, start, end)] : [];
    });
  const pattern = patternsOf(lang)?.credits;
  if (!pattern) return [];
  return sentences.flatMap((sentence) => {
    const raw = text.slice(sentence.start, sentence.end);
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
  const [first, end] = [Math.min(who?.start ?? how.start, how.start), Math.max(who?.end ?? how.end, how.end)];
  const start = text[first - 1] === "据" ? first - 1 : first;
  return {
    start,
    end,
    key: text.slice(start, end).toLowerCase(),
    contentStart,
    contentEnd,
    speaker: who ? text.slice(who.start, who.end) : "",
  };
}
