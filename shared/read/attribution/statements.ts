/** Statements: content, speaker and wording. English is read by word order, other languages by their cue words. */

import { sumOf } from "../../collections.ts";
import { chinese, cueGrammarOf, english } from "../../lang/index.ts";
import type { Pronouns } from "../../lang/pack/parties.ts";
import { NOBODY, type Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { Reading, Statement } from "../../model/reading.ts";
import { oncePerObject } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { holds, spanOf } from "../../text/span.ts";
import type { LocatedStatement, TextAnalysis } from "../analysis.ts";
import { certaintyOf, hedgesIn } from "../claims/certainty.ts";
import { writingTime } from "../dates/writing-time.ts";
import { nameTestOf } from "../parties/capital-nouns.ts";
import { Coreference } from "../parties/coreference.ts";
import { addCueGrammarMentions, addNameMentions } from "../parties/name-mentions.ts";
import { runningNames } from "../parties/name-shapes.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import { type TokenSentence, tokenSentences } from "../tokens.ts";
import { attributionsIn } from "./attributions.ts";
import { type Block, blocksOf } from "./block-quotes.ts";
import { isRelease, SELF, signatureOf } from "./issuer.ts";
import { appositionAfter, phraseAfter, phraseSpan, subjectBefore } from "./phrases/noun-phrases.ts";
import { firstSubject } from "./phrases/subjects.ts";
import { verbForm } from "./phrases/verbs.ts";
import type { Attribution } from "./sentence-reader.ts";

/** How much of a statement is searched for hedges and response cues, in UTF-16 units. */
const MAX_CUE_PASSAGE = 400;
/** Minimum share of quoted text in direct speech. */
const MIN_DIRECT_SHARE = 0.75;
const QUOTED = /["“”«»「」『』]|''|[‘']/u;
/** Whether a statement is in the speaker's words (direct), in the writer's (indirect), or in both (mixed). */
function kindOfSpeech(text: string, content: Span): Statement["kind"] {
  const words = content.text.trim();
  const inside = quotations(content.text);
  const quoted = sumOf(inside, (q) => q.end - q.start);
  if (!QUOTED.test(words) || quoted === 0)
    return /["“「『]\s*$/.test(text.slice(Math.max(0, content.start - 2), content.start)) ? "direct" : "indirect";
  return quoted >= words.length * MIN_DIRECT_SHARE ? "direct" : "mixed";
}

/** An attribution whose speaker is known as a statement. */
export function attributedStatement(
  { text, lang }: { text: string; lang: string },
  { sentence, cue, lemma, start, end }: Pick<Attribution, "sentence" | "cue" | "lemma" | "start" | "end">,
  speaker: LocatedStatement["speaker"],
): LocatedStatement {
  const content = spanOf(text, start, end);
  const words = content.text.slice(0, MAX_CUE_PASSAGE);
  const passage = `${cue.text} ${words}`;
  return {
    speaker,
    cue,
    content,
    kind: kindOfSpeech(text, content),
    type: responseTypeOf(cue.text, words, lang),
    certainty: certaintyOf(passage),
    hedges: hedgesIn(passage),
    sentence,
    rule: lemma,
  };
}

/** A block quote as a statement. Its speaker is the agent in the introduction ("by …"), else its last speaker, else its subject. */
function blockStatement(
  text: string,
  { tokens }: TokenSentence,
  block: Block,
  said: readonly LocatedStatement[],
  speakers: Speakers,
): LocatedStatement {
  const by = tokens.findLastIndex((token) => token.lower === "by");
  const agent = by >= 0 ? phraseAfter(tokens, by + 1) : null;
  const last = said.findLast((one) => one.speaker)?.speaker ?? null;
  const saying = tokens.findLastIndex((token) => /[qt]/.test(verbForm(token.lower)?.frames ?? ""));
  const phrase = agent ?? (last ? null : (saying > 0 && subjectBefore(tokens, saying)) || firstSubject(tokens, tokens.length));
  const span = phrase && phraseSpan(text, tokens, phrase);
  const colon = tokens.at(-1);
  const content = spanOf(text, block.start, block.end);
  const words = content.text.slice(0, MAX_CUE_PASSAGE);
  return {
    speaker: span ? { ...span, party: speakers.partyAt(span.text, "", span.start + 1) } : last,
    cue: spanOf(text, colon?.start ?? block.start, colon?.end ?? block.start),
    content,
    kind: "direct",
    type: null,
    certainty: certaintyOf(words),
    hedges: hedgesIn(words),
    sentence: block.intro,
    rule: "block",
  };
}

/**
 * "We believe" within somebody's statement means that speaker; elsewhere it means the writer, whom the text does not name. In a release it means its
 * sender.
 */
export const withoutSelf = (text: string, statements: LocatedStatement[]): LocatedStatement[] =>
  isRelease(text) ? statements : statements.map((said) => bySelf(said, statements));
function bySelf(said: LocatedStatement, statements: readonly LocatedStatement[]): LocatedStatement {
  const { speaker } = said;
  if (!speaker || !SELF.test(speaker.text)) return said;
  const outer = statements.filter((other) => other.speaker && !SELF.test(other.speaker.text) && holds(other.content, speaker.start));
  const party = (outer.find((other) => other.speaker?.party.name) ?? outer[0])?.speaker?.party;
  return { ...said, speaker: { ...speaker, party: party ?? NOBODY } };
}

/** Resolves speakers: "we" in a signed statement to the signer, and phrases by coreference. */
type Speakers = ReturnType<typeof speakersOf>;
function speakersOf(text: string, sentences: TokenSentence[], names: ReadonlySet<string>, coreference: Coreference) {
  const starts = new Set(sentences.map((sentence) => sentence.start));
  const signature = signatureOf(text);
  /** "We", "I": the signer. */
  const self = (phrase: string): Party | null => (signature && SELF.test(phrase) ? coreference.resolve(signature, "", text.length) : null);
  return {
    partyAt: (phrase: string, apposition: string, at: number) => self(phrase) ?? coreference.resolve(phrase, apposition, at),
    /** Like `partyAt`, and also remembers the speaker for later mentions. */
    addSpeaker: (phrase: string, apposition: string, at: number) =>
      self(phrase) ??
      // A single capitalised word that only begins sentences ("Airline says …") is not remembered as a name.
      (/^\p{Upper}\p{Lower}+$/u.test(phrase) && !names.has(phrase) && starts.has(at)
        ? coreference.resolve(phrase, apposition, at)
        : coreference.addMention(phrase, apposition, at, { spoke: true })),
  };
}

/** Splits a text into sentences and statements with resolved speakers, and makes parties available. `lang` is a BCP 47 tag. */
export function analyseText(
  text: string,
  lang: string,
  title: string | null = null,
  writtenAt: TextAnalysis["writtenAt"] = () => null,
): TextAnalysis {
  const sentences = tokenSentences(text);
  const grammar = cueGrammarOf(lang);
  const isChinese = lang.startsWith("zh") || lang.startsWith("ja");
  const isEnglish = !grammar && !isChinese;
  const pronouns: Pronouns = grammar ?? (isChinese ? chinese.pronouns : english.pronouns);
  const running = runningNames({ text, sentences });
  const coreference = new Coreference(grammar, running, text, nameTestOf({ text, lang }));
  const speakers = speakersOf(text, sentences, running.words, coreference);
  const addMentions = (of: string, sentence: TokenSentence) =>
    grammar ? addCueGrammarMentions(coreference, sentence, grammar) : addNameMentions(coreference, of, sentence, running);
  // A headline outside the text still introduces names.
  if (title && !text.includes(title)) for (const sentence of tokenSentences(title)) addMentions(title, sentence);
  const found = attributionsIn(text, sentences, lang);
  const blocks = blocksOf({ text, sentences });
  const bySentence = Map.groupBy(found, ({ sentence }) => sentence);
  const statements: LocatedStatement[] = [];
  sentences.forEach((sentence, index) => {
    addMentions(text, sentence);
    const said = (bySentence.get(index) ?? []).map((attribution) => {
      const { speaker, named } = attribution;
      const party = named && speakers.addSpeaker(named.text, appositionAfter(text, named.end), named.start);
      return attributedStatement({ text, lang }, attribution, speaker && party && { ...speaker, party });
    });
    // In other languages only the introducing verb shows the speaker of a block quote.
    const block = blocks.find(({ intro }) => intro === index && (isEnglish || said.some(({ speaker }) => speaker)));
    statements.push(...said, ...(block ? [blockStatement(text, sentence, block, said, speakers)] : []));
  });
  const spoken = isChinese ? statements : withoutSelf(text, statements);
  const byCue = Map.groupBy(spoken, ({ sentence }) => sentence);
  return {
    text,
    lang,
    title,
    sentences,
    statements: spoken,
    statementsIn: (sentence) => byCue.get(sentence) ?? [],
    mainOrganisation: () => coreference.resolve(pronouns.theCompany, "", text.length),
    partyAt: speakers.partyAt,
    writtenAt,
  };
}

/** The analysis of a document, cached by the object, for reading it and for later questions. The document must not change. */
export const analysisOf = oncePerObject((document: Pick<Reading["document"], "text" | "lang" | "title" | "publishedAt" | "modifiedAt">) =>
  analyseText(document.text, document.lang, document.title, writingTime(document)),
);

/** Converts a statement to its form in the data model. */
export function statementOf({ sentence: _sentence, ...statement }: LocatedStatement): Statement {
  return statement;
}
