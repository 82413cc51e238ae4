/** Trims the words after a proposition that tell how it was reported: they are no part of the claim. */
import { sourcesOf } from "../../lang/index.ts";
import { wordCount } from "../../text/segment.ts";

const tail = sourcesOf(({ claims }) => claims?.tail);
const verdict = sourcesOf(({ claims }) => claims?.verdict);
/** ", after a post on Facebook said so", ", una acusación", "，引发热议"; and the verdict on a clause: "son falsos". */
const TAIL = new RegExp(`(?<!\\s),\\s+(?:${tail.spaced})|[，,](?:${tail.unspaced})|(?<!\\s),?\\s(?:${verdict.spaced})(?!\\p{L})`, "iu");
/** Fewest words of a proposition. */
const MIN_WORDS = 3;
const MIN_CHINESE_CHARACTERS = 6;

/** The proposition without the reporting words after a comma. */
export function withoutReportingTail(text: string): string {
  const at = TAIL.exec(text)?.index ?? -1;
  if (/\p{Script=Han}/u.test(text)) return at >= MIN_CHINESE_CHARACTERS ? text.slice(0, at) : text;
  return at > 0 && wordCount(text.slice(0, at)) >= MIN_WORDS ? text.slice(0, at) : text;
}
