/** The tables of words of answers, and the models that ask them, as the Worker has them. */
import { readFileSync } from "node:fs";
import { type AnswerModels, type AnswerWordsFile, answerWordsOf } from "../../shared/read/gates/answer-words.ts";
import { oncePer } from "../../shared/text/once-per.ts";

const fileOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../workers/public/answers/${name}.json`, import.meta.url), "utf8"));
export const tableOf = (lang: string) => fileOf(lang) as AnswerWordsFile;
export const answerWordsIn = oncePer((lang: string) => answerWordsOf(tableOf(lang), fileOf("models") as AnswerModels));
