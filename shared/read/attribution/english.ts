/** Finds attributions in English sentences: subject, verb and complement by word order, after the frames of cues.en.ts. */

import { en } from "../../lang/cues.en.ts";
import type { Span } from "../../model/model.ts";
import type { Token, TokenSentence } from "../tokens.ts";
import { clauseEnd, clauseFrom, closesHere, complement, REACH, startsPhrase, trimmedEnd } from "./clauses.ts";
import { before, goesOn } from "./content-span.ts";
import { firstSubject } from "./first-subject.ts";
import {
  fold,
  isAuxiliary,
  isFunctionWord,
  isTime,
  type Phrase,
  phraseAfter,
  phraseBefore,
  type Subject,
  subjectBefore,
} from "./noun-phrases.ts";
import { subjectOf } from "./reporting-subject.ts";
import { verbForm } from "./verbs.ts";

/** Limits against hostile text: the longest article of PolNeAR has under 150 attributions, and its sentences stay under 150 tokens. */
const MOST = 300;
const MOST_IN_SENTENCE = 20;
const LONGEST = 250;

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
  /** For scripts without spaces, where tokens are no words. */
  speakerSpan?: Span | null;
  cueSpan?: Span;
}

const ADJECTIVE = new RegExp(`^(?:${en.adjectives})$`);
const NOUN = new RegExp(`^(?:${en.nouns})s?$`);

/** After a quotation and "said", any small word that is no grammar begins the speaker: "said deputy mayor Ann Roe". */
const startsSpeaker = (token: Token | undefined) => token?.kind === "word" && !isFunctionWord(token);

const PARTICLE: Record<string, string> = { point: "out", put: "it", shoot: "back", fire: "back", go: "on" };
/** Characters of a quotation that is somebody's words rather than a term: shorter ones are nobody's more often than not. */
const LONG = 40;
const title = (token: Token | undefined) => token?.kind === "quote" || /^\p{Lu}/u.test(token?.text ?? "");

/** What somebody is said to hope or want is a part of what is said, and no statement of its own. */
const inner = (all: Attribution[], one: Attribution) =>
  !(verbForm(one.lemma)?.frames ?? "q").includes("q") &&
  all.some(
    (other) =>
      other !== one &&
      other.sentence === one.sentence &&
      other.start <= one.start &&
      other.end >= one.end - 2 &&
      other.cue.to <= one.cue.from,
  );

/** The attributions of the sentences, in order. */
export function attributions(all: TokenSentence[]): Attribution[] {
  const out: Attribution[] = [];
  all.forEach((sentence, index) => {
    if (out.length >= MOST) return;
    const tokens = sentence.tokens.length > LONGEST ? sentence.tokens.slice(0, LONGEST) : sentence.tokens;
    const room = out.length + MOST_IN_SENTENCE;
    let last: Subject | null = null;
    const push = (
      speaker: (Phrase & { antecedent?: Phrase | null }) | null,
      cue: Phrase,
      lemma: string,
      start: number,
      end: number,
      /** Token from which quotations that go on are looked for; -1 for none. */
      after = -1,
    ) => {
      const more = after < 0 ? null : goesOn(all, index, after);
      // The words on both sides of the cue are one, unless more stands between them than there is of them.
      const joined = more !== null && more.start - end < end - start + more.end - more.start;
      const one = { sentence: index, speaker, antecedent: speaker?.antecedent ?? null, cue, lemma };
      out.push({ ...one, start, end: joined ? more.end : end });
      if (more && !joined) out.push({ ...one, start: more.start, end: more.end });
      if (speaker) last = { ...speaker, antecedent: one.antecedent, reach: speaker.from };
    };
    /** The tokens from `from` up to `to` as what is said. */
    const pushClause = (speaker: Parameters<typeof push>[0], cue: Phrase, lemma: string, from: number, to: number, after = -1) =>
      push(speaker, cue, lemma, (tokens[from] as Token).start, (tokens[to - 1] as Token).end, after);
    for (let at = 0; at < tokens.length && out.length < room; at++) {
      const token = tokens[at] as Token;
      // "Ann Roe: “…”"
      if (token.text === ":" && tokens[at + 1]?.kind === "quote" && out.at(-1)?.sentence !== index) {
        const near = phraseBefore(tokens, at);
        // "a message to Trump: “…”" is nothing that Trump says.
        const told = near && /^(?:to|at|about|of|for|with|against|on)$/.test(tokens[near.from - 1]?.lower ?? "");
        const who = told || !/^\p{Lu}/u.test(near ? (tokens[near.to - 1]?.text ?? "") : "") ? firstSubject(tokens, at) : near;
        const words = tokens[at + 1] as Token;
        if (who && words.end - words.start > 20) push(who, { from: at, to: at + 1 }, "quote", words.start, words.end, tokens.length);
      }
      if (token.kind !== "word") continue;
      if (token.lower === "according" && tokens[at + 1]?.lower === "to") {
        const source = phraseAfter(tokens, at + 2);
        if (!source) continue;
        const cue = { from: at, to: at + 2 };
        if (at <= 1) {
          let from = source.to;
          while (from < tokens.length - 1 && tokens[from]?.text !== ",") from++;
          if (tokens[from + 1]) pushClause(source, cue, "according", from + 1, trimmedEnd(tokens, from + 1, tokens.length));
        } else {
          const content = before(all, index, at) ?? {
            start: (tokens[Math.max(0, at - REACH)] as Token).start,
            end: (tokens[at - 1] as Token).end,
          };
          push(source, cue, "according", content.start, content.end);
        }
        at = source.to - 1;
        continue;
      }
      if (/'s$|’s$|^(?:his|her|their|its|my|our)$/.test(token.lower)) {
        const noun = NOUN.test(tokens[at + 1]?.lower ?? "") ? at + 1 : NOUN.test(tokens[at + 2]?.lower ?? "") ? at + 2 : -1;
        if (noun > at && tokens[noun + 1]?.lower === "that") {
          const owner =
            /s$/.test(token.lower) && !/^(?:his|its)$/.test(token.lower) ? phraseBefore(tokens, at + 1) : { from: at, to: at + 1 };
          const to = trimmedEnd(tokens, noun + 1, clauseEnd(tokens, noun + 1));
          pushClause(owner, { from: noun, to: noun + 1 }, "claim", noun + 1, to);
          at = noun;
          continue;
        }
      }
      const form = verbForm(token.lower);
      // "Roe Says Mayor Knew": a verb in a headline.
      const titled = form && form.form !== "base" && form.frames.startsWith("qt") && title(tokens[at - 1]) && title(tokens[at + 1]);
      if (!form || (at > 0 && title(token) && token.text !== token.text.toUpperCase() && !titled)) {
        if (
          ADJECTIVE.test(token.lower) &&
          /^(?:is|are|was|were|be|been|am|'m)$/.test(fold(tokens[at - 1] ?? token)) &&
          /^(?:that|about|of)$/.test(tokens[at + 1]?.lower ?? "")
        ) {
          const subject = subjectBefore(tokens, at - 1);
          const to = trimmedEnd(tokens, at + 1, clauseEnd(tokens, at + 1));
          const from = tokens[at + 1]?.lower === "that" ? at + 1 : at + 2;
          if (subject && to > from) pushClause(subject, { from: at - 1, to: at + 1 }, "be", from, to);
        }
        continue;
      }
      const previous = tokens[at - 1];
      // "strongly denied reports that": a noun.
      if (form.form === "s" && previous && /[ct]/.test(verbForm(previous.lower)?.frames ?? "") && verbForm(previous.lower)?.form !== "base")
        continue;
      // "…," said Jane Roe.
      if (
        previous &&
        (previous.kind === "quote" || previous.text === ",") &&
        form.form !== "ing" &&
        form.form !== "base" &&
        form.frames.includes("b") &&
        (startsPhrase(tokens[at + 1]) || (previous.kind === "quote" && startsSpeaker(tokens[at + 1]))) &&
        !/^(?:he|she|they|it|i|we)$/.test(tokens[at + 2]?.lower ?? "") &&
        // "Roe, in a letter, said he had seen it": a clause.
        !(previous.text === "," && /^(?:he|she|they|it|i|we|his|her|their|its|.*day)$/.test(tokens[at + 1]?.lower ?? "")) &&
        // "“…,” Ann Roe, head of art, told the Courier": whom one tells stands after the verb.
        !(previous.text === "," && form.lemma === "tell")
      ) {
        const speaker = phraseAfter(tokens, at + 1);
        const content = before(all, index, at);
        const then = speaker ? tokens[speaker.to] : undefined;
        // "Roe, head of art, insisted the studio had bought it": a clause follows, not a speaker.
        const clause =
          previous.text === "," &&
          then?.kind === "word" &&
          !/^(?:who|whose|that|which|in|at|on|during|after|before|from|to|with|of|as|when|while)$/.test(then.lower) &&
          !isTime(then);
        if (speaker && content && !clause) {
          const quoted = previous.kind === "quote" || tokens[at - 2]?.kind === "quote";
          push(speaker, { from: at, to: at + 1 }, form.lemma, content.start, content.end, quoted ? speaker.to : -1);
          at = speaker.to - 1;
          continue;
        }
      }
      // "declined to say": the first verb has attributed it.
      if (previous?.lower === "to" && form.form === "base" && verbForm(tokens[at - 2]?.lower ?? "")?.frames.includes("i")) continue;
      const subject = subjectOf(tokens, at, form, last);
      if (!subject) continue;
      // "he points out": the particle belongs to the verb, and others attribute nothing without theirs.
      const wanted = PARTICLE[form.lemma];
      const particle = wanted !== undefined && tokens[at + 1]?.lower === wanted ? 1 : 0;
      if (wanted && !particle && tokens[at + 1]?.lower !== "to") continue;
      let cueFrom = at;
      while (cueFrom > subject.to && isAuxiliary(tokens[cueFrom - 1] as Token)) cueFrom--;
      const cue = { from: cueFrom, to: at + 1 + particle };
      // "…," she said, "…": the quotation before belongs to it as well.
      const lead = tokens[subject.reach - 1];
      const backwards =
        lead?.kind === "quote" &&
        /[,?!]["”]?\W*$/.test(lead.text) &&
        form.frames.includes("b") &&
        (tokens[cue.to]?.kind !== "word" ||
          closesHere(tokens, cue.to, form.lemma) ||
          (form.lemma === "tell" && tokens.slice(cue.to, cue.to + 8).every((t) => t.lower !== "that" && t.kind !== "quote")) ||
          (/[^h]ing$/.test(tokens[cue.to]?.lower ?? "") && tokens[cue.to - 1] === token));
      // "As the secretary explained, three taxes were postponed."
      const as = tokens[0]?.lower === "as" && subject.from <= 2 && tokens[cue.to]?.text === "," ? clauseFrom(tokens, cue.to + 1) : null;
      const said = backwards ? null : (as ?? complement(tokens, cue.to - 1, form));
      if (said) {
        const open = tokens[said.to - 1]?.kind === "quote" && said.to >= tokens.length - 1;
        pushClause(subject, cue, form.lemma, said.from, said.to, open ? tokens.length : -1);
        continue;
      }
      if (!form.frames.includes("b") || form.form === "ing" || !(backwards || closesHere(tokens, cue.to, form.lemma))) continue;
      const content = before(all, index, subject.reach);
      if (!content) continue;
      const quoted = tokens.slice(0, subject.reach).some((t) => t.kind === "quote") || subject.reach === 0;
      let end = content.end;
      let start = content.start;
      if (!quoted && tokens[at + 1]?.text === "," && tokens[at + 2] && at + 2 < tokens.length - 1) {
        // "The board, she said, never met": what follows goes on.
        const to = trimmedEnd(tokens, at + 2, clauseEnd(tokens, at + 2));
        end = (tokens[to - 1] as Token).end;
        if (subject.reach <= 4) start = (tokens[at + 2] as Token).start;
      }
      push(subject, cue, form.lemma, start, end, quoted ? at + 1 : -1);
    }
    // A long quotation that no verb of saying claims is of whom the sentence is about: "She shared a verse with them: “…”".
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "quote" || token.end - token.start < LONG || out.length >= room) continue;
      if (out.some((one) => one.start < token.end && token.start < one.end)) continue;
      const who: Phrase | null = last ?? (at > 0 ? firstSubject(tokens, at) : phraseAfter(tokens, 1));
      if (who) push(who, at > 0 ? { from: at - 1, to: at } : { from: 1, to: 2 }, "quote", token.start, token.end);
    }
  });
  return out.filter((one) => !inner(out, one));
}
