/** Spanish, German, French and Portuguese: the propositions that a sentence shows by what answers or raises them of its subject. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { spanOf } from "../../text/span.ts";
import type { TextAnalysis } from "../analysis.ts";
import { phraseEndingAt, phraseStartingAt, wholeWords } from "../attribution/cue-grammar-phrases.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import type { Draft } from "./claims.ts";
import { withoutReportingTail } from "./clause-trimming.ts";

interface Words {
  /** What raises a clause without a subject: "ha sido acusado de", "räumte ein,". */
  raised: RegExp;
  according: RegExp;
  carriers: RegExp;
  that: RegExp;
}
const compiled = new WeakMap<CueGrammar, Words>();
function wordsOf(grammar: CueGrammar): Words {
  let found = compiled.get(grammar);
  if (!found) {
    found = {
      raised: new RegExp(`(?<!\\p{L})(?:${grammar.raised})(?:\\s+|(?<=['’]))`, "giu"),
      according: wholeWords(`^(?:${grammar.according})$`, "iu"),
      carriers: wholeWords(grammar.carriers, "iu"),
      that: new RegExp(`(?<!\\p{L})(?:${grammar.carriers}),? (?:de que|wonach (?:sie|er|es)) (?=\\S)`, "giu"),
    };
    compiled.set(grammar, found);
  }
  return found;
}
/** A Spanish or Portuguese verb that begins its clause: its subject is the one that the sentence has. */
const VERB = /^(?:\p{Ll}+(?:ó|aron|ieron|ou|eu|iu|aram|eram|iram)|ha[nb]?|habían?|habrían?|teriam?|tinham?)\s/u;
/** "abgelaufenes Pulver verkauft habe": the verb of a German clause stands at its end. */
const LAST = /^(.{3,200}?) (habe|hat|haben|hätten?|sei|ist|wurde|werde)$/u;
/** "auf Reddit hat die Molkerei …": in German the verb stands before its subject where something else begins. */
const TURNED = /^(?:(?:auf|in|bei|im) \p{Lu}[\p{L}\p{N}.-]* )?(hat|haben|habe|hätten?|ist|sei|soll|wird|wurde) (?=\S)/u;
const MIN_WORDS = 4;
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The drafts of one sentence that words of accusing, owning up and being sorry give. */
export function cueGrammarAnswered(analysis: TextAnalysis, sentence: TokenSentence, index: number, grammar: CueGrammar): Draft[] {
  const { text } = analysis;
  const words = wordsOf(grammar);
  const raw = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500));
  const out: Draft[] = [];
  /** Where the clause that begins at an offset of the sentence ends. */
  const endOf = (from: number) =>
    from + withoutReportingTail(raw.slice(from).split(/[;:]\s|[.!?]$/u)[0] ?? "").replace(/(?<![\s,])[\s,]+$/u, "").length;
  const add = (at: number, from: number, to: number, said: string, rule: string, attributedTo: Party | null = null) => {
    if (wordCount(said) < MIN_WORDS) return;
    const cue = spanOf(text, sentence.start + at, sentence.start + from);
    const [start, end] = [sentence.start + from, sentence.start + to];
    out.push({ start, end, sentence: index, text: said, attributedTo, refuted: false, cue, rule });
  };
  for (const match of raw.matchAll(words.raised)) {
    const from = match.index + match[0].length;
    const to = endOf(from);
    const clause = raw.slice(from, to);
    const mood = /^ayer\s/u.test(clause) ? undefined : grammar.moods.find(([bare]) => bare.test(clause));
    const owner = mood && phraseEndingAt(text, sentence.start, sentence.start + match.index, grammar);
    if (owner) add(match.index, from, to, `${owner.text.split(",")[0]} ${clause.replace(mood[0], mood[1])}`, "raised");
  }
  for (const match of raw.matchAll(words.that)) {
    const from = match.index + match[0].length;
    const to = endOf(from);
    const clause = raw.slice(from, to);
    const last = grammar.capitalNouns ? LAST.exec(clause) : null;
    const bare = last || (!grammar.capitalNouns && VERB.test(clause));
    const denial = bare && responseCuesIn(raw.slice(0, match.index), analysis.lang).find((cue) => cue.type === "denial");
    const owner = denial && phraseEndingAt(text, sentence.start, sentence.start + denial.start, grammar);
    if (owner) add(match.index, from, to, `${owner.text.split(",")[0]} ${last ? `${last[2]} ${last[1]}` : clause}`, "raised");
  }
  for (const { speaker, cue, content } of analysis.statementsIn(index)) {
    if (!speaker || !words.according.test(cue.text) || content.start < sentence.start || content.end > sentence.end) continue;
    const carrier = words.carriers.test(speaker.text);
    if (!carrier && speaker.party.kind !== "anonymous") continue;
    const [from, to] = [content.start - sentence.start, endOf(content.start - sentence.start)];
    const clause = raw.slice(from, to);
    const turned = grammar.capitalNouns ? TURNED.exec(clause) : null;
    const subject = turned && phraseStartingAt(clause, turned[0].length, clause.length, grammar);
    const said = turned && subject ? `${subject.text} ${turned[1]}${clause.slice(subject.end)}` : clause;
    add(cue.start - sentence.start, from, to, said, "according", carrier ? null : speaker.party);
  }
  return out;
}
