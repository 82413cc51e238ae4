/** Finds attributions in English sentences: subject, verb and complement by word order, after the frames of cues.en.ts. */
import type { Span } from "../model.ts";
import { en } from "./cues.en.ts";
import {
  AUXILIARY,
  firstSubject,
  fold,
  isAdverb,
  isTime,
  type Phrase,
  phraseAfter,
  phraseBefore,
  type Subject,
  subjectBefore,
} from "./phrases.ts";
import type { Token, TokenSentence } from "./tokens.ts";
import { type VerbForm, verbForm } from "./verbs.ts";

export interface Attribution {
  sentence: number;
  /** Token ranges in that sentence. */
  speaker: Phrase | null;
  antecedent: Phrase | null;
  cue: Phrase;
  lemma: string;
  /** UTF-16 offsets of what is said, which may reach into other sentences. */
  start: number;
  end: number;
  /** The content stands before its cue. */
  backward: boolean;
  /** For scripts without spaces, where tokens are no words. */
  speakerSpan?: Span | null;
  cueSpan?: Span;
}

/** Longest clause, in tokens. */
const REACH = 120;
const WH = /^(?:what|whether|how|why|if|who|whom|when|where|which)$/;
const ADJECTIVE = new RegExp(`^(?:${en.adjectives})$`);
const NOUN = new RegExp(`^(?:${en.nouns})$`);
const SUBJECTLIKE =
  /^(?:he|she|they|it|we|i|you|who|the|a|an|his|her|their|mr\.|mrs\.|ms\.|dr\.|president|officials|critics|some|others|one)$/;
const startsPhrase = (token: Token | undefined) =>
  token !== undefined &&
  token.kind === "word" &&
  (/^[\p{Lu}@]/u.test(token.text) || SUBJECTLIKE.test(token.lower) || /^(?:former|spokes\w+|senior|another)$/.test(token.lower));

/** Past adverbs, times and set phrases between a verb and its complement: "said on Monday in a statement that". */
function skipAdjuncts(tokens: Token[], from: number): number {
  let at = from;
  for (let steps = 0; steps < 6; steps++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) break;
    if (isTime(token) || (isAdverb(token) && token.lower !== "to" && token.lower !== "this" && token.lower !== "all")) at++;
    else if (/^(?:in|on|at|during|via|through|after|before|by|from|to|with)$/.test(token.lower) && next) {
      const phrase = isTime(next) ? { to: at + 2 } : phraseAfter(tokens, at + 1);
      if (!phrase || phrase.to - at > 9) break;
      const after = tokens[phrase.to];
      if (
        !after ||
        !(after.lower === "that" || after.kind === "quote" || /^[,:]$/.test(after.text) || isTime(after) || /^(?:on|in)$/.test(after.lower))
      )
        break;
      at = phrase.to;
    } else break;
  }
  return at;
}

/** Past the person spoken to: "told reporters that", "asked him whether". */
function skipAddressee(tokens: Token[], from: number): number {
  const token = tokens[from];
  if (token?.kind !== "word") return from;
  if (
    /^(?:him|her|me|us|them|you|reporters|voters|viewers|supporters|investors|customers|employees|users|readers|everyone|people|lawmakers|journalists|cnn|reuters|bloomberg)$/.test(
      token.lower,
    )
  )
    return from + 1;
  if (token.lower === "that" || WH.test(token.lower)) return from;
  const phrase = phraseAfter(tokens, from);
  if (!phrase || phrase.to - from > 8) return from;
  return phrase.to;
}

/** One past the last token of the clause that starts at `from`. */
function clauseEnd(tokens: Token[], from: number): number {
  const ceiling = Math.min(tokens.length, from + REACH);
  for (let at = from + 1; at < ceiling; at++) {
    const token = tokens[at] as Token;
    if (token.text === ";" || (token.text === "." && at === tokens.length - 1)) return at;
    const after = tokens[at + 1];
    if (token.text === "," && after) {
      if (after.lower === "according") return at;
      const verb = verbForm(after.lower);
      if (verb?.form === "ing" && /[qt]/.test(verb.frames)) return at;
      if (verb && verb.form === "past" && verb.frames.includes("b") && startsPhrase(tokens[at + 2])) return at;
      if (startsPhrase(after)) {
        const phrase = phraseAfter(tokens, at + 1);
        const said = phrase && verbForm(tokens[phrase.to]?.lower ?? "");
        if (said && said.form !== "base" && said.frames.includes("b") && !tokens[phrase.to + 1]?.lower.match(/^that$/)) return at;
      }
      if (/^(?:and|but|while|though|although)$/.test(after.lower)) {
        const second = verbForm(tokens[at + 2]?.lower ?? "");
        if (second && (second.form === "past" || second.form === "s") && /[qt]/.test(second.frames)) return at;
        if (after.lower !== "and") return at;
        if (startsPhrase(tokens[at + 2])) {
          const phrase = phraseAfter(tokens, at + 2);
          const said = phrase && verbForm(tokens[phrase.to]?.lower ?? "");
          if (said && said.form !== "base" && /[qt]/.test(said.frames)) return at;
        }
      }
    }
    if (token.lower === "and" || token.lower === "but") {
      const second = verbForm(after?.lower ?? "");
      if (second && (second.form === "past" || second.form === "s") && /[qti]/.test(second.frames) && at > from + 1) return at;
    }
  }
  return ceiling;
}

/** Trims marks that close a sentence or a clause, unless the content ends in a quotation. */
function trimmedEnd(tokens: Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && /^[.,;:!?—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  return end;
}

/** The offset where the clause that starts at offset `start` of a sentence ends, without its closing marks. */
export function clauseEndAt(sentence: TokenSentence, start: number): number {
  const { tokens } = sentence;
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return start;
  return (tokens[trimmedEnd(tokens, from, clauseEnd(tokens, from)) - 1] as Token).end;
}

interface Complement {
  from: number;
  to: number;
}
/** What a verb at `verb` says after itself, by its frames; null where nothing of that shape follows. */
function complement(tokens: Token[], verb: number, form: VerbForm): Complement | null {
  let at = verb + 1;
  const { frames, prepositions } = form;
  const direct = tokens[at];
  if (!direct) return null;
  const end = (from: number): Complement | null => {
    const to = trimmedEnd(tokens, from, clauseEnd(tokens, from));
    return to > from ? { from, to } : null;
  };
  if (form.lemma === "tell" || form.lemma === "ask" || form.lemma === "warn" || form.lemma === "remind" || form.lemma === "assure") {
    const past = skipAddressee(tokens, at);
    const after = tokens[skipAdjuncts(tokens, past)];
    if (
      past > at &&
      after &&
      (after.lower === "that" ||
        WH.test(after.lower) ||
        after.kind === "quote" ||
        /^[:,]$/.test(after.text) ||
        after.lower === "to" ||
        (form.lemma === "tell" && startsPhrase(after)))
    ) {
      at = past;
    }
  }
  at = skipAdjuncts(tokens, at);
  let token = tokens[at];
  if (!token) return null;
  if (/^[,:]$/.test(token.text) && tokens[at + 1]?.kind === "quote") token = tokens[++at] as Token;
  if (token.kind === "quote") return /[qc]/.test(frames) ? end(at) : null;
  if (token.text === ":" && /[qt]/.test(frames)) return tokens[at + 1] ? end(at + 1) : null;
  if (token.lower === "that" || (token.text === "," && tokens[at + 1]?.lower === "that"))
    return /[tc]/.test(frames) ? end(token.text === "," ? at + 1 : at) : null;
  if (WH.test(token.lower) && frames.includes("w")) return end(at);
  if (token.lower === "to" && frames.includes("i")) return end(at);
  const first = tokens[verb + 1] as Token;
  if (prepositions.has(first.lower))
    return tokens[verb + 2] && first.kind === "word" ? end(first.lower === "that" ? verb + 1 : verb + 2) : null;
  if (token.kind !== "word" || WH.test(token.lower)) return null;
  if (
    /^(?:in|on|at|by|for|from|with|of|after|before|during|about|as|to|and|or|but|because|than|when|into|under|over|against)$/.test(
      token.lower,
    )
  )
    return null;
  if (frames.includes("c")) return end(at);
  if (
    /[tb]/.test(frames) &&
    /^(?:he|she|they|it|we|i|you|there|this|the|his|her|their|its|a|no)$/.test(token.lower) &&
    frames.includes("t")
  )
    return end(at);
  return null;
}

/** Whether nothing that a verb could say follows it: a mark, an adjunct, or the person spoken to. */
function closesHere(tokens: Token[], from: number, lemma: string): boolean {
  const at = lemma === "tell" ? skipAddressee(tokens, from) : from;
  const next = tokens[at];
  return (
    next === undefined ||
    next.kind !== "word" ||
    (isTime(next) && next.lower !== "this") ||
    isAdverb(next) ||
    /^(?:in|on|at|during|after|before|of|with|as|when|while|from|by|via|through|about|and|while)$/.test(next.lower)
  );
}

/** A sentence that is nothing but quotation. */
const onlyQuote = (sentence: TokenSentence | undefined) =>
  sentence !== undefined && sentence.tokens[0]?.kind === "quote" && sentence.tokens.every((t) => t.kind !== "word");

/** What stands before its cue: the quotation, or the clause up to the comma before `reach`. Offsets, or null. */
function before(all: TokenSentence[], index: number, reach: number): { start: number; end: number } | null {
  const tokens = all[index]?.tokens ?? [];
  let end = reach;
  while (end > 0 && /^[,—–-]+$/.test(tokens[end - 1]?.text ?? "")) end--;
  if (end === 0) {
    const previous = all[index - 1];
    if (!onlyQuote(previous) || previous?.paragraph !== all[index]?.paragraph) return null;
    return { start: previous?.start ?? 0, end: previous?.end ?? 0 };
  }
  const last = tokens[end - 1] as Token;
  if (end === reach && last.kind !== "quote") return null;
  let from = end - 1;
  const floor = Math.max(0, end - REACH);
  if (last.kind === "quote") {
    while (from > floor && tokens[from - 1]?.kind === "quote") from--;
    // "the plan was a "mistake," she said": a quotation that ends a clause is part of it.
    const lead = tokens[from - 1];
    if (lead && lead.kind === "word") from = 0;
  } else {
    while (from > floor && tokens[from - 1]?.text !== ";") from--;
  }
  while (from < end - 1 && (/^(?:and|but|so|yet|still)$/.test(tokens[from]?.lower ?? "") || tokens[from]?.text === ",")) from++;
  return { start: (tokens[from] as Token).start, end: last.end };
}

/** Takes in the quotations that go on after the cue, in the same sentence and in the next ones of the paragraph. */
function goesOn(all: TokenSentence[], index: number, after: number, end: number): number {
  const sentence = all[index] as TokenSentence;
  const tokens = sentence.tokens;
  let last = end;
  for (let at = after; at < Math.min(tokens.length, after + 25); at++) {
    const token = tokens[at] as Token;
    if (verbForm(token.lower)?.frames.includes("b") && at > after) break;
    if (token.kind !== "quote") continue;
    last = token.end;
    break;
  }
  for (let next = index + 1; next < Math.min(all.length, index + 12); next++) {
    const other = all[next] as TokenSentence;
    if (!onlyQuote(other)) break;
    if (other.paragraph !== sentence.paragraph && /[”"»]$/.test(all[next - 1]?.tokens.findLast((t) => t.kind === "quote")?.text ?? "”"))
      break;
    last = other.end;
  }
  return last;
}

/** The attributions of the sentences, in order. */
export function attributions(all: TokenSentence[]): Attribution[] {
  const out: Attribution[] = [];
  all.forEach((sentence, index) => {
    const tokens = sentence.tokens;
    let lastSpeaker: Phrase | null = null;
    let lastAntecedent: Phrase | null = null;
    let coveredTo = -1;
    const push = (
      speaker: Phrase | null,
      antecedent: Phrase | null,
      cue: Phrase,
      lemma: string,
      start: number,
      end: number,
      backward: boolean,
    ) => {
      out.push({ sentence: index, speaker, antecedent, cue, lemma, start, end, backward });
      if (!speaker) return;
      lastSpeaker = speaker;
      lastAntecedent = antecedent;
    };
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      if (token.kind !== "word") continue;
      if (token.lower === "according" && tokens[at + 1]?.lower === "to") {
        const source = phraseAfter(tokens, at + 2);
        if (!source) continue;
        const cue = { from: at, to: at + 2 };
        if (at <= 1) {
          let from = source.to;
          while (from < tokens.length - 1 && tokens[from]?.text !== ",") from++;
          if (tokens[from + 1])
            push(
              source,
              null,
              cue,
              "according",
              (tokens[from + 1] as Token).start,
              (tokens[trimmedEnd(tokens, from + 1, tokens.length) - 1] as Token).end,
              false,
            );
        } else {
          const content = before(all, index, at) ?? {
            start: (tokens[Math.max(0, at - REACH)] as Token).start,
            end: (tokens[at - 1] as Token).end,
          };
          push(source, null, cue, "according", content.start, content.end, true);
        }
        at = source.to - 1;
        continue;
      }
      if (/'s$|’s$|^(?:his|her|their|its|my|our)$/.test(token.lower) || NOUN.test(token.lower)) {
        const noun = NOUN.test(token.lower)
          ? at
          : NOUN.test(tokens[at + 1]?.lower ?? "")
            ? at + 1
            : NOUN.test(tokens[at + 2]?.lower ?? "")
              ? at + 2
              : -1;
        if (noun > at && tokens[noun + 1]?.lower === "that") {
          const owner =
            /s$/.test(token.lower) && !/^(?:his|its)$/.test(token.lower) ? phraseBefore(tokens, at + 1) : { from: at, to: at + 1 };
          const to = trimmedEnd(tokens, noun + 1, clauseEnd(tokens, noun + 1));
          push(owner, null, { from: noun, to: noun + 1 }, "claim", (tokens[noun + 1] as Token).start, (tokens[to - 1] as Token).end, false);
          at = noun;
          continue;
        }
      }
      const form = verbForm(token.lower);
      if (!form || (at > 0 && /^\p{Lu}/u.test(token.text) && !/^\p{Lu}+$/u.test(token.text))) {
        if (
          ADJECTIVE.test(token.lower) &&
          /^(?:is|are|was|were|be|been|am|'m)$/.test(fold(tokens[at - 1] ?? token)) &&
          /^(?:that|about|of)$/.test(tokens[at + 1]?.lower ?? "")
        ) {
          const subject = subjectBefore(tokens, at - 1);
          const to = trimmedEnd(tokens, at + 1, clauseEnd(tokens, at + 1));
          const from = tokens[at + 1]?.lower === "that" ? at + 1 : at + 2;
          if (subject && to > from)
            push(
              subject,
              subject.antecedent,
              { from: at - 1, to: at + 1 },
              "be",
              (tokens[from] as Token).start,
              (tokens[to - 1] as Token).end,
              false,
            );
        }
        continue;
      }
      const previous = tokens[at - 1];
      // "…," said Jane Roe.
      if (
        previous &&
        (previous.kind === "quote" || previous.text === ",") &&
        form.form !== "ing" &&
        form.form !== "base" &&
        form.frames.includes("b") &&
        startsPhrase(tokens[at + 1]) &&
        !/^(?:he|she|they|it|i|we)$/.test(tokens[at + 2]?.lower ?? "")
      ) {
        const speaker = phraseAfter(tokens, at + 1);
        const content = before(all, index, at);
        if (speaker && content) {
          const end =
            previous.kind === "quote" || tokens[at - 2]?.kind === "quote" ? goesOn(all, index, speaker.to, content.end) : content.end;
          push(speaker, null, { from: at, to: at + 1 }, form.lemma, content.start, end, true);
          coveredTo = Math.max(coveredTo, end);
          at = speaker.to - 1;
          continue;
        }
      }
      let subject: Subject | null = null;
      if (form.form === "ing") {
        const lead = fold(previous ?? token);
        if (/^(?:is|are|was|were|be|been|am)$/.test(lead) || isAdverb(previous ?? token)) subject = subjectBefore(tokens, at);
        else if (/^[,—–]$/.test(lead) || /^(?:by|in|while|when|after|before|and|without)$/.test(lead)) {
          const phrase: Phrase | null = lastSpeaker ?? firstSubject(tokens, at);
          subject = phrase && { ...phrase, antecedent: phrase === lastSpeaker ? lastAntecedent : null, reach: at };
        } else if (at === 0) {
          let comma = 1;
          while (comma < tokens.length && tokens[comma]?.text !== ",") comma++;
          const phrase = phraseAfter(tokens, comma + 1);
          subject = phrase && { ...phrase, antecedent: null, reach: 0 };
        }
      } else {
        subject = subjectBefore(tokens, at);
        if (!subject && previous && form.form !== "base" && /^(?:and|but|,|then|also|later)$/.test(previous.lower)) {
          const phrase: Phrase | null = lastSpeaker ?? firstSubject(tokens, at);
          if (phrase && phrase.to < at && previous.text !== ",")
            subject = { ...phrase, antecedent: phrase === lastSpeaker ? lastAntecedent : null, reach: at };
        }
      }
      if (!subject) continue;
      let cueFrom = at;
      while (cueFrom > 0 && AUXILIARY.has(fold(tokens[cueFrom - 1] as Token)) && cueFrom > subject.to) cueFrom--;
      const cue = { from: cueFrom, to: at + 1 };
      // "…," she said, "…": the quotation before belongs to it as well.
      const lead = tokens[subject.reach - 1];
      const backwards =
        lead?.kind === "quote" &&
        /[,?!]["”]?\W*$/.test(lead.text) &&
        form.frames.includes("b") &&
        (tokens[at + 1]?.kind !== "word" || closesHere(tokens, at + 1, form.lemma));
      const said = backwards ? null : complement(tokens, at, form);
      if (said) {
        const first = tokens[said.from] as Token;
        const last = tokens[said.to - 1] as Token;
        let end = last.end;
        if (last.kind === "quote" && said.to >= tokens.length - 1) end = goesOn(all, index, tokens.length, end);
        push(subject, subject.antecedent, cue, form.lemma, first.start, end, false);
        continue;
      }
      if (!form.frames.includes("b") || form.form === "ing" || !closesHere(tokens, at + 1, form.lemma)) continue;
      const content = before(all, index, subject.reach);
      if (!content) continue;
      const quoted = tokens.slice(0, subject.reach).some((t) => t.kind === "quote") || subject.reach === 0;
      let end = quoted ? goesOn(all, index, at + 1, content.end) : content.end;
      let start = content.start;
      if (!quoted && tokens[at + 1]?.text === "," && tokens[at + 2] && at + 2 < tokens.length - 1) {
        // "The board, she said, never met": what follows goes on.
        const to = trimmedEnd(tokens, at + 2, clauseEnd(tokens, at + 2));
        end = (tokens[to - 1] as Token).end;
        if (subject.reach <= 4) start = (tokens[at + 2] as Token).start;
      }
      push(subject, subject.antecedent, cue, form.lemma, start, end, true);
    }
    if (coveredTo < 0 && onlyQuote(sentence) && !out.some((a) => a.end >= sentence.end && a.start <= sentence.start)) {
      // left for the assembler: a quotation without a speaker of its own
    }
  });
  return out;
}
