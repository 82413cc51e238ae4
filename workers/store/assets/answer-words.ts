/** The tables of words by which answers are read. They are assets: an isolate reads one when it first meets its language. */
import {
  ANSWER_LANGUAGES,
  type AnswerModels,
  type AnswerWords,
  type AnswerWordsFile,
  answerWordsOf,
} from "../../../shared/read/gates/answer-words.ts";

interface Assets {
  fetch: (url: string) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;
}
let assets: Assets | null = null;
const held = new Map<string, AnswerWords>();
let models: AnswerModels | null = null;
/** Sets where the tables are: the assets of the Worker, which are the same in all invocations. */
export function configureAnswerWords({ ASSETS }: { ASSETS: Assets }): void {
  assets = ASSETS;
}

async function fileOf(from: Assets, name: string): Promise<unknown> {
  const answer = await from.fetch(`https://assets/answers/${name}.json`);
  if (!answer.ok) throw new Error(`no answers/${name}.json among the assets: ${answer.status}`);
  return answer.json();
}

/** The tables of some languages, by language; none where there are no assets. Throws if a table is missing among them. */
export async function answerWordsFor(languages: Iterable<string>): Promise<ReadonlyMap<string, AnswerWords>> {
  const wanted = [...new Set(languages)].filter((lang) => ANSWER_LANGUAGES.includes(lang));
  for (const lang of wanted) {
    if (held.has(lang) || !assets) continue;
    const table = (await fileOf(assets, lang)) as AnswerWordsFile;
    // The models of English lie in its table.
    if (!table.acts) models ??= (await fileOf(assets, "models")) as AnswerModels;
    held.set(lang, answerWordsOf(table, table.acts ? null : models));
  }
  return new Map(
    wanted.flatMap((lang) => {
      const words = held.get(lang);
      return words ? [[lang, words] as const] : [];
    }),
  );
}
