/** The fitted models that are too large for the bundle. They are assets: an isolate reads each when it first needs it. */

import { type AttributionFile, type AttributionModels, attributionModelsOf } from "../../../shared/read/attribution/fitted/choice.ts";
import {
  ANSWER_LANGUAGES,
  type AnswerModels,
  type AnswerWords,
  type AnswerWordsFile,
  answerWordsOf,
} from "../../../shared/read/gates/answer-words.ts";
import type { StanceNetworks } from "../../../shared/read/stance/network.ts";

interface Assets {
  fetch: (url: string) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;
}
let assets: Assets | null = null;
let networks: StanceNetworks | null = null;
let attribution: AttributionModels | null = null;
let answerModels: AnswerModels | null = null;
const answerWords = new Map<string, AnswerWords>();
/** Sets where the models are: the assets of the Worker, which are the same in all invocations. */
export function configureModels({ ASSETS }: { ASSETS: Assets }): void {
  assets = ASSETS;
}

/** The JSON of an asset. Throws if it is missing, or if there are no assets. */
async function read(path: string): Promise<unknown> {
  const answer = await assets?.fetch(`https://assets/${path}.json`);
  if (!answer?.ok) throw new Error(`no ${path}.json among the assets: ${answer?.status ?? "none are bound"}`);
  return await answer.json();
}

/** The words of answers in some languages, by language; a language without such a table is left out. Throws if a table is missing. */
export async function answerWordsFor(languages: Iterable<string>): Promise<ReadonlyMap<string, AnswerWords>> {
  const found = new Map<string, AnswerWords>();
  for (const lang of new Set(languages)) {
    if (!ANSWER_LANGUAGES.includes(lang)) continue;
    const words = answerWords.get(lang) ?? (await readAnswerWords(lang));
    answerWords.set(lang, words);
    found.set(lang, words);
  }
  return found;
}
async function readAnswerWords(lang: string): Promise<AnswerWords> {
  const table = (await read(`answers/${lang}`)) as AnswerWordsFile;
  // The table of English contains its own models; the other languages share theirs.
  if (!table.models) answerModels ??= (await read("answers/models")) as AnswerModels;
  return answerWordsOf(table, answerModels);
}

/** The networks that judge stances. Throws if they are missing. */
export async function stanceNetworks(): Promise<StanceNetworks> {
  networks ??= (await read("models/stance")) as StanceNetworks;
  return networks;
}

/** The models that find who says what in English. Throws if they are missing. */
export async function attributionModels(): Promise<AttributionModels> {
  attribution ??= attributionModelsOf((await read("models/attribution")) as AttributionFile);
  return attribution;
}
