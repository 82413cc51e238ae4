import { ownProperty } from "../../../shared/own-property.ts";
import type { Format } from "./format.ts";
import { dateOf, documentsIn, type Event, urlOf, whoOf, wordsOf } from "./words.ts";

/** Types of RIS that reference managers know for what is published on the web. */
const TYPES: Record<string, string> = { article: "NEWS", transcript: "GEN", other: "GEN" };
const typeOf = (kind: string) => ownProperty(TYPES, kind) ?? "ELEC";
/** On one line: a line that begins with a tag would be a field of its own. */
const line = (text: string) => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

function entryOf(e: Event): string {
  const date = dateOf(e);
  const url = urlOf(e);
  const words = wordsOf(e);
  const day = date === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date);
  const fields: [string, string | null][] = [
    ["TY", typeOf(e.kind)],
    ["ID", e.document],
    ["AU", line(whoOf(e))],
    ["TI", line(e.title ?? words) || "Untitled"],
    ["PY", day?.[1] ?? null],
    ["DA", day ? `${day[1]}/${day[2] ?? ""}/${day[3] ?? ""}/` : null],
    ["T2", e.place === null ? e.platform : line(e.place)],
    ["UR", url],
    ["LA", e.lang],
    ["AB", words ? line(words) : null],
    ["KW", e.lane],
    ["ER", ""],
  ];
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`])).join("\r\n");
}

/** RIS, which reference managers read: an entry for each document, in the order of the timeline. */
export const ris: Format = {
  label: "RIS",
  suffix: "ris",
  type: "application/x-research-info-systems; charset=utf-8",
  write: ({ events }) => `${documentsIn(events).map(entryOf).join("\r\n\r\n")}\r\n`,
};
