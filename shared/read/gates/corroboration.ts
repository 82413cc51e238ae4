/**
 * An act that a document reports too faintly to wait for a person does so if another document of the claim reports the same act of
 * the same party well. `test/eval/rumours/fit-answers.ts` measures this. Whether an act is reported well does not depend on faint reports,
 * so the order of arrival does not matter.
 */
import { digest } from "../../model/id.ts";
import type { State } from "../../model/state.ts";
import { isStopWord } from "../../text/stop-words.ts";
import { type Acting, isSameAct } from "../../timeline/acts.ts";
import { nameWords, shortFormsOf } from "../../timeline/party-names.ts";
import weights from "./answer-weights.json" with { type: "json" };

/** An act as a document reports it. */
export interface ReportedAct extends Acting {
  documentId: string;
}

/**
 * Whether a document reports an act well: a person or a rule confirmed it, or the fitted models are sure enough. A
 * fainter report that waits supports no other one.
 */
export const isClear = ({ state, score }: { state: State; score: number | null }): boolean =>
  state === "confirmed" || (state === "suggested" && (score === null || score >= weights.well));

const wordsOf = (name: string | null): string[] =>
  nameWords(name ?? "").filter((word) => word.length > SMALL_WORD && !isStopWord(word, "en"));
const SMALL_WORD = 2;
const ofType = ({ type }: Acting, words: readonly string[]): string[] =>
  [...new Set(words)].map((word) => digest(`${type} ${word}`).slice(0, 10));

/** The keys of a faint report: its type with a word by which others would name its party. */
export function keysOf(act: Acting): string[] {
  const { kind, name, affiliation, description, role } = act.actor;
  const of = (words: string | null) => wordsOf(words).slice(0, 1);
  if (kind === "person" && name !== null) return ofType(act, [...nameWords(name).slice(-1), ...of(affiliation)]);
  return ofType(act, of(name ?? affiliation ?? description ?? role));
}
/** The keys of all reports that may be of the same act as this one. */
export function possibleKeysOf(act: Acting): string[] {
  const { name, affiliation, description, role } = act.actor;
  return ofType(
    act,
    [name, affiliation, description, role].map((words) => nameWords(words ?? "")).flatMap((words) => [...words, ...shortFormsOf(words)]),
  );
}

/** Whether another document of the claim reports well what this one reports faintly. */
export function isCorroborated(act: Acting, documentId: string, clear: readonly ReportedAct[]): boolean {
  const keys = keysOf(act);
  return clear.some(
    (other) => other.documentId !== documentId && isSameAct(act, other) && possibleKeysOf(other).some((key) => keys.includes(key)),
  );
}
