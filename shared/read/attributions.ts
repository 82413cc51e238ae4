/** Finds attributions in English sentences: subject, verb and complement by word order, after the frames of cues.en.ts. */
import type { Span } from "../model.ts";
import { clauseEnd, clauseFrom, closesHere, complement, REACH, startsPhrase, trimmedEnd } from "./clauses.ts";
import { before, goesOn } from "./contents.ts";
import { en } from "./cues.en.ts";
import { firstSubject } from "./first-subject.ts";
import {
  AUXILIARY,
  fold,
  isAdverb,
  isFunctionWord,
  type Phrase,
  phraseAfter,
  phraseBefore,
  type Subject,
  subjectBefore,
} from "./phrases.ts";
import type { Token, TokenSentence } from "./tokens.ts";
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
  /** The content stands before its cue. */
  backward: boolean;
  /** For scripts without spaces, where tokens are no words. */
  speakerSpan?: Span | null;
  cueSpan?: Span;
}

const ADJECTIVE = new RegExp(`^(?:${en.adjectives})$`);
const NOUN = new RegExp(`^(?:${en.nouns})$`);

/** After a quotation and "said", any small word that is no grammar begins the speaker: "said deputy mayor Ann Roe". */
const startsSpeaker = (token: Token | undefined) => token?.kind === "word" && !isFunctionWord(token);

/** What shows things by itself: "the filings show Acme knew". Of a person's finding or showing, few are attributions. */
const EVIDENCE =
  /^(?:polls?|surveys?|stud(?:y|ies)|reports?|records?|data|videos?|emails?|documents?|filings?|results|figures|analys[ie]s|research|numbers|reviews?|estimates|statistics|footage|photos?|images?|papers?|tests?|benchmarks?|logs|files|screenshots?|messages?|investigations?|audits?|census|research|memos?|transcripts?|evidence)$/;
const SHOWING = /^(?:show|reveal|find|suggest|indicate|demonstrate|prove)$/;
const PARTICLE: Record<string, string> = { point: "out", put: "it", shoot: "back", fire: "back", hit: "back", go: "on" };
/** Where somebody speaks. */
const SETTING = /^(?:statement|interview|tweet|post|speech|email|letter|conference|debate|rally|video|call|note|memo)$/;
/** Characters of a quotation that is somebody's words rather than a term: shorter ones are nobody's more often than not. */
const LONG = 40;
const startsClause = (token: Token | undefined) =>
  token?.kind === "word" && !/^(?:that|to|in|on|at|by|for|of|with|up|how|what|why|whether|and|or)$/.test(token.lower);

/** The attributions of the sentences, in order. */
export function attributions(all: TokenSentence[]): Attribution[] {
  const out: Attribution[] = [];
  all.forEach((sentence, index) => {
    if (out.length >= MOST) return;
    const tokens = sentence.tokens.length > LONGEST ? sentence.tokens.slice(0, LONGEST) : sentence.tokens;
    const room = out.length + MOST_IN_SENTENCE;
    let lastSpeaker: Phrase | null = null;
    let lastAntecedent: Phrase | null = null;
    const push = (
      speaker: Phrase | null,
      antecedent: Phrase | null,
      cue: Phrase,
      lemma: string,
      start: number,
      end: number,
      backward: boolean,
      /** Token from which quotations that go on are looked for; -1 for none. */
      after = -1,
    ) => {
      const more = after < 0 ? null : goesOn(all, index, after);
      // The words on both sides of the cue are one, unless more stands between them than there is of them.
      const joined = more !== null && more.start - end < end - start + more.end - more.start;
      out.push({ sentence: index, speaker, antecedent, cue, lemma, start, end: joined ? more.end : end, backward });
      if (more && !joined)
        out.push({ sentence: index, speaker, antecedent, cue, lemma, start: more.start, end: more.end, backward: false });
      if (!speaker) return;
      lastSpeaker = speaker;
      lastAntecedent = antecedent;
    };
    for (let at = 0; at < tokens.length && out.length < room; at++) {
      const token = tokens[at] as Token;
      // "Ann Roe: “…”"
      if (token.text === ":" && tokens[at + 1]?.kind === "quote" && out.at(-1)?.sentence !== index) {
        const near = phraseBefore(tokens, at);
        // "a message to Trump: “…”" is nothing that Trump says.
        const told = near && /^(?:to|at|about|of|for|with|against|on)$/.test(tokens[near.from - 1]?.lower ?? "");
        const who = told || !/^\p{Lu}/u.test(near ? (tokens[near.to - 1]?.text ?? "") : "") ? firstSubject(tokens, at) : near;
        const last = tokens[at + 1] as Token;
        if (who && last.end - last.start > 20)
          push(who, null, { from: at, to: at + 1 }, "quote", last.start, last.end, false, tokens.length);
      }
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
        (startsPhrase(tokens[at + 1]) || (previous.kind === "quote" && startsSpeaker(tokens[at + 1]))) &&
        !/^(?:he|she|they|it|i|we)$/.test(tokens[at + 2]?.lower ?? "") &&
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
          (/^(?:had|has|have|is|was|were|are|will|would|could|can|did|does|should|may|might)$/.test(then.lower) || /ed$/.test(then.lower));
        if (speaker && content && !clause) {
          const quoted = previous.kind === "quote" || tokens[at - 2]?.kind === "quote";
          push(speaker, null, { from: at, to: at + 1 }, form.lemma, content.start, content.end, true, quoted ? speaker.to : -1);
          at = speaker.to - 1;
          continue;
        }
      }
      // "declined to say": the first verb has attributed it.
      if (previous?.lower === "to" && form.form === "base" && verbForm(tokens[at - 2]?.lower ?? "")?.frames.includes("i")) continue;
      let subject: Subject | null = null;
      if (form.form === "ing") {
        const lead = fold(previous ?? token);
        if (/^(?:is|are|was|were|be|been|am)$|^\w+'(?:s|re|m)$/.test(lead) || isAdverb(previous ?? token))
          subject = subjectBefore(tokens, at);
        else if (/^[,—–]$|,["”]$/.test(lead) || /^(?:by|in|while|when|after|before|and|without)$/.test(lead)) {
          const phrase: Phrase | null = lastSpeaker ?? firstSubject(tokens, at);
          subject = phrase && { ...phrase, antecedent: phrase === lastSpeaker ? lastAntecedent : null, reach: at };
        } else if (at === 0) {
          let comma = 1;
          while (comma < tokens.length && tokens[comma]?.text !== ",") comma++;
          const phrase = phraseAfter(tokens, comma + 1);
          subject = phrase && { ...phrase, antecedent: null, reach: 0 };
        }
      } else {
        // "went on to say"
        const on =
          previous?.lower === "to" && tokens[at - 2]?.lower === "on" && /^(?:went|goes|go|gone)$/.test(tokens[at - 3]?.lower ?? "");
        subject = subjectBefore(tokens, on ? at - 3 : at);
        // "and in a statement credited him": no statement speaks.
        const setting =
          subject !== null &&
          /^(?:in|on|at|during)$/.test(tokens[subject.from - 1]?.lower ?? tokens[subject.from]?.lower ?? "") &&
          SETTING.test(tokens[subject.to - 1]?.lower ?? "");
        if (setting) {
          const phrase: Phrase | null = lastSpeaker ?? firstSubject(tokens, at);
          subject = phrase && phrase.to < at ? { ...phrase, antecedent: phrase === lastSpeaker ? lastAntecedent : null, reach: at } : null;
        }
        if (!subject && previous && form.form !== "base" && /^(?:and|but|,|then|also|later)$/.test(previous.lower)) {
          const phrase: Phrase | null = lastSpeaker ?? firstSubject(tokens, at);
          if (phrase && phrase.to < at && previous.text !== ",")
            subject = { ...phrase, antecedent: phrase === lastSpeaker ? lastAntecedent : null, reach: at };
        }
      }
      if (!subject) continue;
      // "he points out": the particle belongs to the verb, and others attribute nothing without theirs.
      const wanted = PARTICLE[form.lemma];
      const particle = wanted !== undefined && tokens[at + 1]?.lower === wanted ? 1 : 0;
      if (wanted && !particle && tokens[at + 1]?.lower !== "to") continue;
      let cueFrom = at;
      while (cueFrom > 0 && AUXILIARY.has(fold(tokens[cueFrom - 1] as Token)) && cueFrom > subject.to) cueFrom--;
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
      const evidence =
        SHOWING.test(form.lemma) &&
        EVIDENCE.test(tokens[(subject.antecedent ?? subject).to - 1]?.lower ?? "") &&
        startsClause(tokens[at + 1]);
      // "As the secretary explained, three taxes were postponed."
      const as = tokens[0]?.lower === "as" && subject.from <= 2 && tokens[cue.to]?.text === "," ? clauseFrom(tokens, cue.to + 1) : null;
      const said = backwards ? null : (as ?? complement(tokens, cue.to - 1, form) ?? (evidence ? clauseFrom(tokens, at + 1) : null));
      if (said) {
        const first = tokens[said.from] as Token;
        const last = tokens[said.to - 1] as Token;
        const open = last.kind === "quote" && said.to >= tokens.length - 1;
        push(subject, subject.antecedent, cue, form.lemma, first.start, last.end, false, open ? tokens.length : -1);
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
      push(subject, subject.antecedent, cue, form.lemma, start, end, true, quoted ? at + 1 : -1);
    }
    // A long quotation that no verb of saying claims is of whom the sentence is about: "She shared a verse with them: “…”".
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== "quote" || token.end - token.start < LONG || out.length >= room) continue;
      if (out.some((one) => one.start < token.end && token.start < one.end)) continue;
      const who: Phrase | null = lastSpeaker ?? (at > 0 ? firstSubject(tokens, at) : phraseAfter(tokens, 1));
      if (who)
        push(
          who,
          who === lastSpeaker ? lastAntecedent : null,
          at > 0 ? { from: at - 1, to: at } : { from: 1, to: 2 },
          "quote",
          token.start,
          token.end,
          false,
        );
    }
  });
  return out;
}
