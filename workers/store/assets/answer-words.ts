/** The tables of words by which answers are read. They are assets: an isolate reads one when it first meets its language. */
import { ANSWER_LANGUAGES, type AnswerWords, type AnswerWordsFile, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";

interface Assets {
  fetch: (url: string) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>;
}
let assets: Assets | null = null;
const held = new Map<string, AnswerWords>();
/** Sets where the tables are: the assets of the Worker, which are the same in all invocations. */
export function configureAnswerWords({ ASSETS }: { ASSETS: Assets }): void {
  assets = ASSETS;
}

/** The tables of some languages, by language; none where there are no assets. Throws if a table is missing among them. */
export async function answerWordsFor(languages: Iterable<string>): Promise<ReadonlyMap<string, AnswerWords>> {
  const wanted = [...new Set(languages)].filter((lang) => ANSWER_LANGUAGES.includes(lang));
  for (const lang of wanted) {
    if (held.has(lang) || !assets) continue;
    const answer = await assets.fetch(`https://assets/answers/${lang}.json`);
    if (!answer.ok) throw new Error(`no table of answers in ${lang} among the assets: ${answer.status}`);
    held.set(lang, answerWordsOf((await answer.json()) as AnswerWordsFile));
  }
  return new Map(
    wanted.flatMap((lang) => {
      const words = held.get(lang);
      return words ? [[lang, words] as const] : [];
    }),
  );
}
