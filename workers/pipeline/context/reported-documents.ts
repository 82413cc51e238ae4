/** The documents that a text reports: their ids, order and rows, and the posts that have the words which it quotes of them. */
import { idOf } from "../../../shared/model/id.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import type { Party } from "../../../shared/model/party.ts";
import type { Reading, ReadReported, ReadResponse } from "../../../shared/model/reading.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { fold } from "../../../shared/text/segment.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { Row } from "../../store/d1.ts";
import { documentOf, type StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../../store/documents/placeholder.ts";
import { bucketKey } from "../../store/relations/dependencies.ts";
import type { Work } from "../read.ts";

/** The id of the claim that a proposition makes: the same words are the same claim, whoever reads them. */
export function claimIdOf(text: string): string {
  return idOf("c", "text", fold(text));
}

/** From this length on two texts share a sentence by copying, not by chance; a Han character says about as much as three letters. */
const MIN_COPIED_LENGTH = 40;
const lengthOf = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * The ids of the reported documents of a reading, in its order: by the URL where one is given; else by what is reported of them, the claim
 * and the sentence, so that a copy of a text reports the same documents and not others; by the reporting document where the sentence is short.
 */
export function reportedIdsOf(reportingId: string, reading: Reading | null): string[] {
  const counts = new Map<string, number>();
  return (reading?.reported ?? []).map((reported) => {
    const byUrl = reported.url ? idOfUrl(reported.url) : null;
    if (byUrl) return byUrl;
    const sentence = fold(reported.passage.text);
    const source =
      lengthOf(sentence) < MIN_COPIED_LENGTH ? reportingId : `${sentence}\n${fold(reading?.claims[reported.claim]?.text ?? "")}`;
    const { platform, place, actor } = reported;
    const key = [platform ?? "", fold(place ?? ""), fold(actor.name ?? ""), fold(actor.description ?? "")];
    const count = (counts.get(key.join("\n")) ?? 0) + 1;
    counts.set(key.join("\n"), count);
    return idOf("d", "told", source, ...key, count);
  });
}

/** How people would name a party: "Ahmad Al-Dahle", else "supposed Meta whistleblower". */
export function nameOf(party: Party): string | null {
  return party.name ?? party.description;
}

/** A row for a document that is known only because another one reports it. */
export function reportedDocument(reported: ReadReported, id: string, reportingId: string): StoredDocument {
  const url = reported.url && canonicalUrl(reported.url);
  return {
    ...placeholder(id, url || null),
    kind: "post",
    platform: reported.platform ?? nativeId(url || null)?.platform ?? null,
    author: nameOf(reported.actor),
    lang: reported.lang,
    published: reported.publishedAt,
    family: reported.platform ? null : hostOf(url || null),
    told: {
      by: reportingId,
      sentence: reported.passage.text.slice(0, 500),
      place: reported.place,
      actorKind: reported.actor.kind,
      description: reported.actor.description,
      translated: reported.translated,
    },
  };
}

/**
 * Sort keys (ms) for what a document reports. A thing with a time of its own stands there; one without stands just before the reporting document.
 * In a chain what spread comes after what it spread from, and a response after the appearances of its claim; else the order of the text holds.
 */
export function reportedTimes(reading: Reading, reportingAt: number): { reported: number[]; responses: number[] } {
  const { reported, responses, order } = reading;
  const chain = (i: number): number => {
    let depth = 0;
    for (let at = reported[i]?.parent ?? null; at !== null && depth < reported.length; at = reported[at]?.parent ?? null) depth++;
    return depth;
  };
  type Item = { list: "reported" | "responses"; index: number; read: ReadReported | ReadResponse; rank: number };
  const items: Item[] = order.flatMap(({ list, index }) => {
    const read = list === "reported" ? reported[index] : responses[index];
    return read ? [{ list, index, read, rank: list === "reported" ? chain(index) : reported.length + 1 }] : [];
  });
  items.sort((a, b) => a.rank - b.rank);
  const out = { reported: reported.map(() => reportingAt), responses: responses.map(() => reportingAt) };
  let next = reportingAt;
  for (const { list, index, read } of items.reverse()) {
    const { earliest, latest } = read.publishedAt;
    // What a page says of itself later, such as its correction.
    if (earliest !== null && earliest >= reportingAt && latest === null) {
      out[list][index] = reportingAt + 1;
      continue;
    }
    next = Math.min(earliest ?? next - 1, next - 1);
    out[list][index] = next;
  }
  return out;
}

/** Passages of one text that are looked for. */
const MAX_PASSAGES = 3;
/** A post up to this many times as long as the passage has it as its own words; a longer one may discuss somebody else's. */
const MAX_LENGTH_RATIO = 3;
/** The day that a text gives may be that of another time zone. */
const DAY = 86_400_000;

/** The words of a reported document. */
export interface Quoted {
  /** The id of the reported document. */
  id: string;
  reported: ReadReported;
  words: string;
  print: Fingerprint;
}

/** The words of what a document reports, where it gives them untranslated and no address: at least 8 words, fewer are anybody's. */
export function quotedIn({ document, reading }: Work): Quoted[] {
  const ids = reportedIdsOf(document.id, reading);
  const all = (reading?.reported ?? []).flatMap((reported, i): Quoted[] => {
    const words = reported.quote && !reported.translated && !reported.url ? fold(reported.quote.text) : "";
    const print = fingerprint(words);
    return print ? [{ id: ids[i] ?? "", reported, words, print }] : [];
  });
  return all.slice(0, MAX_PASSAGES);
}

/** The keys of the buckets in which texts with the quoted words come. */
export const bandKeys = ({ print }: Quoted): string[] => print.bands.map(bucketKey);

/** Of the rows of `selectTextsWithFirst` the posts that have the words, earliest first: of the reported platform, and not later than reported. */
export function holdersOf({ words, reported }: Quoted, reporting: StoredDocument, rows: Row[]): StoredDocument[] {
  const until = Math.min(
    reporting.published.latest ?? Number.POSITIVE_INFINITY,
    (reported.publishedAt.latest ?? Number.POSITIVE_INFINITY) + DAY,
  );
  const at = (d: StoredDocument) => d.published.earliest ?? Number.POSITIVE_INFINITY;
  return rows
    .filter((row) => {
      const body = fold(String(row.body ?? ""));
      return body.includes(words) && body.length <= MAX_LENGTH_RATIO * words.length;
    })
    .map(documentOf)
    .filter((d) => d.seen === "observed" && d.id !== reporting.id && d.platform === reported.platform && at(d) < until)
    .sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
}
