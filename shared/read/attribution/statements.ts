/** Statements: what is said in a text, by whom, in whose words. English by word order, other languages by their words of saying. */

import { tongueOf } from "../../lang/index.ts";
import type { Party, Span } from "../../model/model.ts";
import type { Statement } from "../../model/reading.ts";
import { quotations } from "../../text/quotations.ts";
import { certaintyOf, hedgesIn } from "../claims/certainty.ts";
import { newCast } from "../parties/coreference.ts";
import { introduce, introduceNamed } from "../parties/introductions.ts";
import { namesIn } from "../parties/name-shapes.ts";
import { NOBODY } from "../parties/party.ts";
import { kindOfAnswer } from "../responses/response-cues.ts";
import { type Token, type TokenSentence, tokenSentences } from "../tokens.ts";
import { type Block, blocksOf } from "./block-quotes.ts";
import { hanAttributions, presentedIn } from "./chinese.ts";
import { tongueAttributions } from "./cue-grammar.ts";
import { type Attribution, attributions } from "./english.ts";
import { firstSubject } from "./first-subject.ts";
import { SELF, signatureOf } from "./issuer.ts";
import { type Phrase, phraseAfter } from "./noun-phrases.ts";
import { type Turn, turnsOf } from "./speaker-labels.ts";

/** A statement with where it stands and how it was found. */
export interface Said extends Statement {
  /** Index of the sentence of its cue. */
  sentence: number;
  cue: Span;
}
/** Sentences that are looked at for claims and answers: over three times the longest article of PolNeAR. */
export const MOST_SENTENCES = 600;
/** A text taken apart once, for all that reads it. */
export interface Parts {
  text: string;
  lang: string;
  title: string | null;
  sentences: TokenSentence[];
  said: Said[];
  /** The statements whose cue stands in a sentence. */
  saidIn(sentence: number): Said[];
  blocks: Block[];
  /** Who speaks in an interview or a transcript. */
  turns: Turn[];
  /** The organisation that "the company" would be at the end of the text. */
  house(): Party;
  /** Who a phrase names at an offset of the text, with what the text said of them before. */
  partyAt(phrase: string, apposition: string, at: number): Party;
}

/** The passage `[start, end)` of a text. */
export const spanOf = (text: string, start: number, end: number): Span => ({ text: text.slice(start, end), start, end });

const QUOTED = /["“”«»「」『』]|''|[‘']/u;
function manner(text: string, content: Span): Statement["kind"] {
  const words = content.text.trim();
  const inside = quotations(content.text);
  const quoted = inside.reduce((sum, q) => sum + q.end - q.start, 0);
  if (!QUOTED.test(words) || quoted === 0)
    return /["“「『]\s*$/.test(text.slice(Math.max(0, content.start - 2), content.start)) ? "direct" : "indirect";
  return quoted >= words.length * 0.75 ? "direct" : "mixed";
}

/** Where an apposition may stand: the words after a phrase, up to the sentence's end. */
const APPOSITION = 120;
export function appositionAfter(text: string, end: number): string {
  const after = text.slice(end, end + APPOSITION);
  return /^,\s/.test(after)
    ? (after.slice(1).split(/[.;:—!?"“”\n]|(?<!\s),?\s+(?:who|which|said|says|told|tells|has|had|was|is|also|denied|wrote|added)\b/u)[0] ??
        "")
    : "";
}

const phraseSpan = (text: string, tokens: Token[], phrase: Phrase): Span => {
  const first = tokens[phrase.from] as Token;
  const last = tokens[phrase.to - 1] as Token;
  return spanOf(text, first.start, last.end);
};

/** A block quote as a statement of whom its introduction names: the agent ("by …"), the last speaker, or the subject. */
function blockStatement(
  text: string,
  sentence: TokenSentence,
  index: number,
  block: Block,
  said: Said[],
  meet: (phrase: string, at: number) => Party,
): Said {
  const { tokens } = sentence;
  const by = tokens.findLastIndex((token) => token.lower === "by");
  const agent = by >= 0 ? phraseAfter(tokens, by + 1) : null;
  const last = said.findLast((s) => s.sentence === index && s.speaker)?.speaker ?? null;
  const phrase = agent ?? (last ? null : firstSubject(tokens, tokens.length));
  const span = phrase && phraseSpan(text, tokens, phrase);
  const colon = tokens.at(-1);
  const content = spanOf(text, block.start, block.end);
  return {
    speaker: span ? { ...span, party: meet(span.text, span.start + 1) } : last,
    cue: spanOf(text, colon?.start ?? sentence.start, sentence.end),
    content,
    kind: "direct",
    type: null,
    certainty: certaintyOf(content.text.slice(0, 400)),
    hedges: hedgesIn(content.text.slice(0, 400)),
    sentence: index,
    rule: "block",
  };
}

/** "LENA HOLT" as names are written. */
const titled = (text: string) => text.replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase());

/** What somebody says in a turn of an interview or transcript. */
function turnStatement(text: string, lang: string, index: number, { label, start, end }: Turn, party: Party): Said {
  const content = spanOf(text, start, end);
  const words = content.text.slice(0, 400);
  return {
    speaker: { ...label, party },
    cue: spanOf(text, label.end, label.end + 1),
    content,
    kind: "direct",
    type: kindOfAnswer("", words, lang),
    certainty: certaintyOf(words),
    hedges: hedgesIn(words),
    sentence: index,
    rule: "turn",
  };
}

/** Takes a text apart: sentences, statements with resolved speakers, and a way to ask for parties. */
export function partsOf(text: string, lang: string, title: string | null = null): Parts {
  const sentences = tokenSentences(text);
  const han = lang.startsWith("zh") || lang.startsWith("ja");
  const tongue = tongueOf(lang);
  const found: Attribution[] = han
    ? hanAttributions(text, sentences)
    : tongue
      ? tongueAttributions(text, sentences, tongue, lang)
      : attributions(sentences);
  const blocks = blocksOf(text, sentences);
  const cast = newCast(tongue, text);
  const names = namesIn(sentences);
  // A lone capitalised word that only ever begins sentences ("Airline says …") is no name to remember.
  const met = (phrase: string, apposition: string, at: number) =>
    /^\p{Lu}\p{Ll}+$/u.test(phrase) && !names.has(phrase) && starts.has(at)
      ? cast.meetAt(phrase, apposition, at)
      : cast.meet(phrase, apposition, at, true);
  const starts = new Set(sentences.map((sentence) => sentence.start));
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of found) bySentence.set(attribution.sentence, [...(bySentence.get(attribution.sentence) ?? []), attribution]);
  const said: Said[] = [];
  const turns = turnsOf(text, lang);
  let presented: Party | null = null;
  /** "HOLT" is Lena Holt; "A" is whoever the text has presented before its first turn. */
  const speakerOf = ({ label, answers }: Turn, at: number): Party => {
    if (!answers) {
      const party = cast.meetAt(/\p{Ll}/u.test(label.text) ? label.text : titled(label.text), "", at);
      // "CALLER": a word that names nobody.
      return party.name?.toLowerCase() === label.text.toLowerCase() && !/[ @\p{Script=Han}]/u.test(label.text)
        ? { ...NOBODY, description: label.text }
        : party;
    }
    if (han) presented ??= presentedIn(text.slice(0, turns[0]?.start));
    presented ??= cast.meetAt(han ? "他" : tongue ? (tongue.he.split("|")[0] ?? "") : "he", "", turns[0]?.start ?? at);
    return presented;
  };
  // A headline that is no part of the text names people all the same.
  if (title && !text.includes(title))
    for (const sentence of tokenSentences(title))
      if (tongue === null) introduce(cast, title, sentence, names, appositionAfter);
      else introduceNamed(cast, title, sentence, tongue);
  const signed = signatureOf(text);
  /** "We", "I": who speaks in this turn, or who signs. */
  const self = (phrase: string, at: number): Party | null => {
    if (!SELF.test(phrase)) return null;
    const turn = turns.find(({ start, end, asks }) => start <= at && at < end && !asks);
    return turn ? speakerOf(turn, turn.start) : signed ? cast.meetAt(signed, "", text.length) : null;
  };
  const partyAt = (phrase: string, apposition: string, at: number) => self(phrase, at) ?? cast.meetAt(phrase, apposition, at);
  sentences.forEach((sentence, index) => {
    if (tongue === null) introduce(cast, text, sentence, names, appositionAfter);
    else introduceNamed(cast, text, sentence, tongue);
    for (const attribution of bySentence.get(index) ?? []) {
      const tokens = sentence.tokens;
      const cue = attribution.cueSpan ?? phraseSpan(text, tokens, attribution.cue);
      const content = spanOf(text, attribution.start, attribution.end);
      const speaker = attribution.speakerSpan ?? (attribution.speaker && phraseSpan(text, tokens, attribution.speaker));
      const named = attribution.antecedent ? phraseSpan(text, tokens, attribution.antecedent) : speaker;
      const block = /^(?:I|we|my|our)(?:['’]\w+)?$/i.test(named?.text ?? "")
        ? blocks.find((b) => index >= b.from && index < b.to)
        : undefined;
      const author = block && said.find((s) => s.rule === "block" && s.content.start === block.start)?.speaker?.party;
      const around = `${cue.text} ${content.text.slice(0, 400)}`;
      said.push({
        speaker: speaker &&
          named && {
            ...speaker,
            party: author ?? self(named.text, named.start) ?? met(named.text, appositionAfter(text, named.end), named.start),
          },
        cue,
        content,
        kind: manner(text, content),
        type: kindOfAnswer(cue.text, content.text.slice(0, 400), lang),
        certainty: certaintyOf(around),
        hedges: hedgesIn(around),
        sentence: index,
        rule: attribution.lemma,
      });
    }
    const turn = turns.find(({ label }) => label.start >= sentence.start && label.start < sentence.end);
    if (turn && !turn.asks) said.push(turnStatement(text, lang, index, turn, speakerOf(turn, sentence.start)));
    const block = blocks.find((b) => b.intro === index && !turn);
    if (block) said.push(blockStatement(text, sentence, index, block, said, (phrase, at) => partyAt(phrase, "", at)));
  });
  const byCue = new Map<number, Said[]>();
  for (const one of said) byCue.set(one.sentence, [...(byCue.get(one.sentence) ?? []), one]);
  return {
    text,
    lang,
    title,
    sentences,
    said,
    saidIn: (sentence) => byCue.get(sentence) ?? [],
    blocks,
    turns,
    house: () => cast.meetAt(tongue?.house ?? (han ? "该公司" : "the company"), "", text.length),
    partyAt,
  };
}

/** The statement as the model has it. */
export function statementOf({ sentence: _sentence, ...statement }: Said): Statement {
  return statement;
}
