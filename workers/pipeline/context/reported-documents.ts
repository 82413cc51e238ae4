/** Ids, order and rows of what a document only tells of. */
import { idOf } from "../../../shared/model/id.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import type { Party } from "../../../shared/model/party.ts";
import type { Reading, ReadReported, ReadResponse } from "../../../shared/model/reading.ts";
import { fold } from "../../../shared/text/segment.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import { placeholder } from "../accept/rows.ts";

/** The id of the claim that a proposition makes: the same words are the same claim, whoever reads them. */
export function claimIdOf(text: string): string {
  return idOf("c", "text", fold(text));
}

/** Characters of a sentence that two texts have by copying, and not by chance; a Han character says about as much as three letters. */
const OWN_WORDS = 40;
const weight = (text: string) => text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);

/**
 * The ids of the reported documents of a reading, in its order: by their URL where it is told; else by what is told of them, the claim and the
 * sentence, so that a copy of a text tells of the same and not of others; by the teller where the sentence is a short one.
 */
export function reportedIdsOf(tellerId: string, reading: Reading | null): string[] {
  const seen = new Map<string, number>();
  return (reading?.reported ?? []).map((told) => {
    const byUrl = told.url ? idOfUrl(told.url) : null;
    if (byUrl) return byUrl;
    const sentence = fold(told.passage.text);
    const teller = weight(sentence) < OWN_WORDS ? tellerId : `${sentence}\n${fold(reading?.claims[told.claim]?.text ?? "")}`;
    const key = [told.platform ?? "", fold(told.place ?? ""), fold(told.actor.name ?? ""), fold(told.actor.description ?? "")];
    const count = (seen.get(key.join("\n")) ?? 0) + 1;
    seen.set(key.join("\n"), count);
    return idOf("d", "told", teller, ...key, count);
  });
}

/** How people would name a party: "Ahmad Al-Dahle", else "supposed Meta whistleblower". */
export function nameOf(party: Party): string | null {
  return party.name ?? party.description;
}

/** A row for a document that is known only because this one tells of it. */
export function reportedDocument(told: ReadReported, id: string, tellerId: string): StoredDocument {
  const url = told.url && canonicalUrl(told.url);
  return {
    ...placeholder(id, url || null, url ? tellerId : null),
    kind: "post",
    platform: told.platform ?? nativeId(url || null)?.platform ?? null,
    author: nameOf(told.actor),
    lang: told.lang,
    published: told.publishedAt,
    family: told.platform ? null : hostOf(url || null),
    told: {
      by: tellerId,
      sentence: told.passage.text.slice(0, 500),
      place: told.place,
      actorKind: told.actor.kind,
      description: told.actor.description,
      translated: told.translated,
    },
  };
}

/**
 * Sort keys (ms) for what a document tells of. A thing with a time of its own stands there; one without stands just before its teller.
 * In a chain what spread comes after what it spread from, and a response after the appearances of its claim; else the order told holds.
 */
export function toldTimes(reading: Reading, tellerAt: number): { reported: number[]; responses: number[] } {
  const { reported, responses, order } = reading;
  const chain = (i: number): number => {
    let depth = 0;
    for (let at = reported[i]?.parent ?? null; at !== null && depth < reported.length; at = reported[at]?.parent ?? null) depth++;
    return depth;
  };
  type Item = { list: "reported" | "responses"; index: number; told: ReadReported | ReadResponse; rank: number };
  const items: Item[] = order.flatMap(({ list, index }) => {
    const told = list === "reported" ? reported[index] : responses[index];
    return told ? [{ list, index, told, rank: list === "reported" ? chain(index) : reported.length + 1 }] : [];
  });
  items.sort((a, b) => a.rank - b.rank);
  const out = { reported: reported.map(() => tellerAt), responses: responses.map(() => tellerAt) };
  let next = tellerAt;
  for (const item of items.reverse()) {
    const { earliest, latest } = item.told.publishedAt;
    // What a page says of itself later, such as its correction.
    if (earliest !== null && earliest >= tellerAt && latest === null) {
      out[item.list][item.index] = tellerAt + 1;
      continue;
    }
    next = Math.min(item.told.publishedAt.earliest ?? next - 1, next - 1);
    out[item.list][item.index] = next;
  }
  return out;
}
