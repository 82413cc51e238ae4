/** The tables of words of answers as the Worker has them, and readings with them. */
import { readFileSync } from "node:fs";
import type { PageInput } from "../../shared/html/page.ts";
import type { Reading } from "../../shared/model/reading.ts";
import { ANSWER_LANGUAGES, type AnswerWordsFile, answerWordsOf } from "../../shared/read/gates/answer-words.ts";
import { readDocument, withAnswers } from "../../shared/read/index.ts";
import { oncePer } from "../../shared/text/once-per.ts";

export const tableOf = (lang: string): AnswerWordsFile =>
  JSON.parse(readFileSync(new URL(`../../workers/public/answers/${lang}.json`, import.meta.url), "utf8")) as AnswerWordsFile;
export const answerWordsIn = oncePer((lang: string) => answerWordsOf(tableOf(lang)));

/** A page as read, with the answers to its own claims. */
export function readPage(input: PageInput): Reading {
  const reading = readDocument(input);
  const [lang = ""] = reading.document.lang.split("-");
  return ANSWER_LANGUAGES.includes(lang) ? withAnswers(reading, input.kind, answerWordsIn(lang)) : reading;
}
