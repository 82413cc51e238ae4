/**
 * Where the content of an attribution verb begins and ends in its sentence, by the verb's frames. Walks are bounded, so linear in the
 * text.
 */

import { english } from "../../../lang/index.ts";
import type { Range } from "../../../text/span.ts";
import { isWrittenAsName, type Token, type TokenSentence } from "../../tokens.ts";
import { isQuotation } from "../sentence-reader.ts";
import { isAdverb, isTime, type Phrase, phraseAfter, type Subject } from "./noun-phrases.ts";
import { type VerbForm, verbForm } from "./verbs.ts";
import { isOf, WORDS } from "./word-classes.ts";

/** Longest clause, in tokens. */
const MAX_CLAUSE = 120;
/** Whether a token may begin the noun phrase of a speaker. */
export const startsPhrase = (token: Token | undefined) =>
  token !== undefined && token.kind === "word" && (token.text.startsWith("@") || isWrittenAsName(token) || isOf(token, "subjects"));

/** "In a statement", "in a letter": the statement follows these words. */
export const SAID_IN = new RegExp(`^(?:${english.grammar.nouns}|${english.claims.postNouns}|${english.grammar.words.saidIn})$`);

/** The index past adverbs, times and set phrases between a verb and its complement: "said on Monday in a statement that". */
function skipAdjuncts(tokens: Token[], from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) break;
    if (isTime(token) || (isAdverb(token) && !isOf(token, "finite") && token.lower !== "to" && token.lower !== "all")) at++;
    else if (isOf(token, "opensTime") && next) {
      // "during this week's debate", "on Monday"
      let lead = at + 1;
      while (isTime(tokens[lead] ?? next) && tokens[lead]) lead++;
      const phrase = lead > at + 1 && !/['’]s$/.test(tokens[lead]?.text ?? "") ? { to: lead } : phraseAfter(tokens, lead);
      if (!phrase || phrase.to - at > 9) break;
      const after = tokens[phrase.to];
      if (
        !after ||
        !(
          (lead > at + 1 && phrase.to === lead) ||
          isOf(after, "opensContent") ||
          /^[,:]$/.test(after.text) ||
          isTime(after) ||
          isOf(after, "beforeTime") ||
          (SAID_IN.test(tokens[phrase.to - 1]?.lower ?? "") && startsPhrase(after))
        )
      )
        break;
      at = phrase.to;
    } else break;
  }
  return at;
}

/** The index after the addressee: "told reporters that", "asked him whether". */
const skipAddressee = (tokens: Token[], from: number): number =>
  isOf(tokens[from], "objects") ? from + 1 : (phraseAfter(tokens, from)?.to ?? from);

/** The index after the last token of the clause that starts at token `from`. */
export function clauseEnd(tokens: Token[], from: number): number {
  const ceiling = Math.min(tokens.length, from + MAX_CLAUSE);
  for (let at = from + 1; at < ceiling; at++) {
    const token = tokens[at] as Token;
    const after = tokens[at + 1];
    if (token.text === ";") return at;
    if (token.text === "," && after) {
      const verb = verbForm(after.lower);
      // "…, according to", "…, telling reporters": the clause ends before the comma.
      if (isOf(after, "closesClause") || (verb?.form === "ing" && /[qtc]/.test(verb.frames))) return at;
      if (isOf(after, "contrasts") && tokens[at + 2]?.lower !== "that") return at;
    }
    if (token.lower === "and" || token.lower === "but") {
      const second = verbForm(after?.lower ?? "");
      if (second && (second.form === "past" || second.form === "s") && /[qtic]/.test(second.frames)) return at;
    }
  }
  return ceiling;
}

/** The index `to` moved back before marks that close a sentence or a clause, unless the content ends in a quotation. */
export function trimmedEnd(tokens: Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && /^[.,;:!?—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  return end;
}

/** The end of the clause that starts at offset `start` of a sentence, without its closing marks. */
export function clauseEndAt(sentence: TokenSentence, start: number): number {
  const { tokens } = sentence;
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return start;
  return (tokens[trimmedEnd(tokens, from, clauseEnd(tokens, from)) - 1] as Token).end;
}

/** The clause that starts at `from`. Null if nothing but closing marks is left. */
export function clauseFrom(tokens: Token[], from: number): Phrase | null {
  const end = clauseEnd(tokens, from);
  // "he was "excited" as he faced a test": the writer adds the clause after the last quoted words.
  const quote = tokens.findLastIndex((token, i) => i >= from && i < end && token.kind === "quote");
  const after = tokens[quote + 1];
  const added =
    after !== undefined &&
    ((/[,.]["”]$/.test(tokens[quote]?.text ?? "") && (quote === from || isOf(after, "opensAdded"))) || /^[,—–-]+$/.test(after.lower));
  const to = trimmedEnd(tokens, from, quote >= from && added ? quote + 1 : end);
  return to > from ? { from, to } : null;
}

/**
 * Where the main clause continues after a subordinate one: "While Roe said it was safe, the board …", "Roe, who said it was safe,
 * resigned".
 */
export function beforeMainClause(tokens: Token[], said: Phrase, { antecedent, reach }: Subject): Phrase {
  if (antecedent === null && !isOf(tokens[reach - 1], "subordinators")) return said;
  const comma = tokens.findIndex((token, i) => i > said.from && i < said.to && token.text === "," && startsPhrase(tokens[i + 1]));
  return comma < 0 ? said : { from: said.from, to: comma };
}

/** The object of criticising, praising or calling: a noun phrase. If `alone`, the verb takes nothing else, and a further clause ends it. */
function objectFrom(tokens: Token[], from: number, alone: boolean): Phrase | null {
  const clause = clauseFrom(tokens, from);
  if (!clause || !alone) return clause;
  const ends = tokens.findIndex(({ lower }, at) => {
    if (at <= from || at >= clause.to) return false;
    return lower === "but" || /^-+$/.test(lower) || (lower === "as" && isOf(tokens[at + 1], "personal"));
  });
  return ends < 0 ? clause : { from, to: trimmedEnd(tokens, from, ends) };
}

/** The index at which the content begins after an addressee: "told reporters that", "told a town hall in Salem that". Null if there is no content. */
function behindAddressee(tokens: Token[], verb: number, { lemma }: VerbForm): number | null {
  const at = verb + 1;
  const past = skipAddressee(tokens, at);
  if (past === at) return at;
  const after = tokens[skipAdjuncts(tokens, past)];
  // "told a town hall in Salem, New Hampshire, that": skip the place where it was told.
  const that = tokens.findIndex((t, i) => i >= past && (t.lower === "that" || t.kind === "quote" || verbForm(t.lower) !== null));
  if (tokens[that]?.lower === "that" && after && !isOf(after, "questionWords") && !startsPhrase(after)) return that;
  const tells = lemma === "tell";
  if (after && (opensTold(after) || (tells && startsPhrase(after)) || (past === at + 1 && isOf(after, "opensClause")))) return past;
  return tells && (after === undefined || /^[.!?]$/.test(after.lower)) ? null : at;
}
const opensTold = ({ lower, kind, text }: Token): boolean =>
  lower === "that" || WORDS.questionWords.has(lower) || kind === "quote" || /^[:,]$/.test(text) || lower === "to";

/** The content after the verb at `verb`, by the verb's frames. Null if no frame fits. */
export function complement(tokens: Token[], verb: number, form: VerbForm): Phrase | null {
  const { frames, prepositions } = form;
  const first = tokens[verb + 1];
  const begin = first && WORDS.addressing.has(form.lemma) ? behindAddressee(tokens, verb, form) : verb + 1;
  if (!first || begin === null) return null;
  let at = skipAdjuncts(tokens, begin);
  let token = tokens[at];
  if (!token) return null;
  const end = (from: number) => clauseFrom(tokens, from);
  if (/^[,:]$/.test(token.text) && tokens[at + 1]?.kind === "quote") token = tokens[++at] as Token;
  if (token.kind === "quote") return /[qc]/.test(frames) ? end(at) : null;
  if (token.lower === "that") return /[tc]/.test(frames) ? end(at) : null;
  if (isOf(token, "questionWords") && frames.includes("w")) return end(at);
  if (token.lower === "to" && frames.includes("i")) return end(at);
  if (prepositions.has(first.lower)) return objectFrom(tokens, verb + 2, !frames.includes("b"));
  if (token.kind !== "word" || isOf(token, "noClause")) return null;
  if (frames.includes("c")) return objectFrom(tokens, at, !/[bt]/.test(frames));
  return frames.includes("t") && opensClause(tokens, at) ? end(at) : null;
}

/** Whether a clause begins at a word without "that", as a nearby verb shows: "The survey suggests they agree", "suggests the plan was ready". */
function opensClause(tokens: Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.lower === "there" || isOf(token, "personal")) return true;
  const begins = isWrittenAsName(token) || isOf(token, "determiners");
  return begins && tokens.slice(at + 1, at + 8).some((t) => isOf(t, "finite"));
}

/** Whether the verb has no content after it: only a mark, an adjunct or an addressee follows. */
export function closesHere(tokens: Token[], from: number, lemma: string): boolean {
  const at = WORDS.addressing.has(lemma) ? skipAddressee(tokens, from) : from;
  const next = tokens[at];
  return (
    next === undefined || next.kind !== "word" || (isTime(next) && next.lower !== "this") || isAdverb(next) || isOf(next, "behindVerb")
  );
}

/** The content before the cue: the quotation, or the clause up to the comma before `reach`. As offsets; null for none. */
export function contentBefore(sentences: TokenSentence[], index: number, reach: number): Range | null {
  const tokens = sentences[index]?.tokens ?? [];
  let end = reach;
  while (end > 0 && /^[,—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  if (end === 0) {
    const previous = sentences[index - 1];
    if (!previous || !isQuotation(previous) || previous.paragraph !== sentences[index]?.paragraph) return null;
    return { start: previous.start, end: previous.end };
  }
  const last = tokens[end - 1] as Token;
  if (end === reach && last.kind !== "quote") return null;
  // "the plan was a "mistake," she said": a quotation that ends a clause is part of it.
  const from = last.kind !== "quote" || tokens[end - 2]?.kind === "word" ? 0 : end - 1;
  return { start: (tokens[from] as Token).start, end: last.end };
}
