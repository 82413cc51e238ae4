/** The tables of words of answers as the Worker has them. */
import { readFileSync } from "node:fs";
import { type AnswerWordsFile, answerWordsOf } from "../../shared/read/gates/answer-words.ts";
import { oncePer } from "../../shared/text/once-per.ts";

export const tableOf = (lang: string): AnswerWordsFile =>
  JSON.parse(readFileSync(new URL(`../../workers/public/answers/${lang}.json`, import.meta.url), "utf8")) as AnswerWordsFile;
export const answerWordsIn = oncePer((lang: string) => answerWordsOf(tableOf(lang)));
