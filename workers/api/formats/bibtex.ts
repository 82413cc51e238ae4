import type { Format } from "./format.ts";
import { dateOf, documentsIn, type Event, urlOf, whoOf, wordsOf } from "./words.ts";

const SPECIAL: Record<string, string> = {
  "\\": "\\textbackslash{}",
  // BibTeX counts braces, also those after a backslash: one that no other closes would swallow the entries after it.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "%": "\\%",
  "&": "\\&",
  $: "\\$",
  "#": "\\#",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};
/** A value in braces: letters beyond ASCII stay as they are, what TeX would read is escaped. */
const value = (text: string) =>
  `{${text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/[\\{}<>|%&$#_^~]/g, (c) => SPECIAL[c] ?? c)}}`;

function entryOf(e: Event): string {
  const date = dateOf(e);
  const url = urlOf(e);
  const words = wordsOf(e);
  const fields: [string, string | null][] = [
    // Braces keep the name of an account or a newsroom in one piece.
    ["author", `{${value(whoOf(e))}}`],
    ["title", value(e.title ?? (words || "Untitled"))],
    ["year", date === null ? null : `{${date.slice(0, 4)}}`],
    ["date", date === null ? null : `{${date.slice(0, 10)}}`],
    ["howpublished", e.place || e.platform ? value(e.place ?? e.platform ?? "") : null],
    ["url", url === null ? null : `{${url.replace(/[{}\\]/g, encodeURIComponent)}}`],
    ["language", e.lang === null ? null : value(e.lang)],
    ["note", value(e.verb)],
  ];
  return `@misc{${e.document},\n${fields.flatMap(([name, text]) => (text === null ? [] : [`  ${name} = ${text}`])).join(",\n")}\n}\n`;
}

/** BibTeX: an entry for each document, in the order of the timeline. */
export const bibtex: Format = {
  label: "BibTeX",
  suffix: "bib",
  type: "application/x-bibtex; charset=utf-8",
  write: ({ events }) => documentsIn(events).map(entryOf).join("\n"),
};
