/** The documents that a text reports: their ids, and the words that it quotes of them. */
import { idOf } from "../../model/id.ts";
import { idOfUrl } from "../../model/identity.ts";
import type { Reading, ReadReported } from "../../model/reading.ts";
import { type Fingerprint, fingerprint } from "../../text/fingerprint.ts";
import { fold } from "../../text/fold.ts";

/** Two texts that share a sentence of this length copied it; shorter ones may be chance. A Han character says about as much as three letters. */
const MIN_COPIED_LENGTH = 40;
const lengthOf = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * The documents that a reading reports, each with its id. The id comes from the URL where one is given, else from the claim and the sentence, so
 * that a copy of a text reports the same documents. Where the sentence is short it comes from the reporting document.
 */
export function reportedIn(reportingId: string, reading: Reading | null): { id: string; reported: ReadReported }[] {
  const counts = new Map<string, number>();
  return (reading?.reported ?? []).map((reported) => {
    const byUrl = reported.url ? idOfUrl(reported.url) : null;
    if (byUrl) return { id: byUrl, reported };
    const sentence = fold(reported.passage.text);
    const source =
      lengthOf(sentence) < MIN_COPIED_LENGTH ? reportingId : `${sentence}\n${fold(reading?.claims[reported.claim]?.text ?? "")}`;
    const { platform, place, actor } = reported;
    const key = [platform ?? "", fold(place ?? ""), fold(actor.name ?? ""), fold(actor.description ?? "")];
    const count = (counts.get(key.join("\n")) ?? 0) + 1;
    counts.set(key.join("\n"), count);
    return { id: idOf("d", "told", source, ...key, count), reported };
  });
}

/** Passages of one text that are looked for. */
const MAX_PASSAGES = 3;
/** The words of a reported document. */
export interface Quoted {
  /** The id of the reported document. */
  id: string;
  reported: ReadReported;
  words: string;
  print: Fingerprint;
}

/** The words that a document quotes of those it reports, if untranslated and without an address. At least 8 words: fewer may be anybody's. */
export function quotedIn(reportingId: string, reading: Reading | null): Quoted[] {
  const all = reportedIn(reportingId, reading).flatMap(({ id, reported }): Quoted[] => {
    const words = reported.quote && !reported.translated && !reported.url ? fold(reported.quote.text) : "";
    const print = fingerprint(words);
    return print ? [{ id, reported, words, print }] : [];
  });
  return all.slice(0, MAX_PASSAGES);
}
