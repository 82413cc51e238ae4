/** Erasing a document on request: logical at once; the bytes leave the database's recovery window later (30 days, 7 on the free plan). */

import { isoTime } from "../../shared/iso.ts";
import { idOfUrl } from "../../shared/model/identity.ts";
import { settledStance } from "../../shared/model/sighting.ts";
import { type PublishedTime, parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { redact } from "../../shared/text/names/redact.ts";
import { mentionsIn } from "../../shared/text/posts/account-mentions.ts";
import { REMOVED } from "../../shared/timeline/availability.ts";
import { clearedSettings } from "../../shared/timeline/story/embed-settings.ts";
import { type Changes, persist } from "../pipeline/persist.ts";
import { type Erasure, type Rewording, selectErasable } from "../store/access/erase.ts";
import { selectTombstones } from "../store/access/tombstones.ts";
import { selectClaims, selectPhrasingsOf, summaryOf } from "../store/claims/claims.ts";
import { type EmbedRow, selectEmbeds, settingsOf } from "../store/claims/embeds.ts";
import { type Note, noteOf, selectNotesOf } from "../store/claims/notes.ts";
import { spreadChanges } from "../store/claims/spread.ts";
import { type Db, type Row, whileConflicting } from "../store/d1.ts";
import { documentOf, type StoredDocument } from "../store/documents/documents.ts";
import { bodyOf } from "../store/documents/packing.ts";
import { textBuckets } from "../store/documents/texts.ts";
import { accountKey } from "../store/relations/dependencies.ts";
import { selectLatestSightings } from "../store/relations/sightings.ts";
import { type SightingRow, sightingOf } from "../store/relations/stored-sighting.ts";
import { indexChanges } from "./claims/search-index.ts";

/**
 * Removes every word of a document from the store, and of documents known only from it; the document is not accepted again. False if there is
 * no such document. An erased one stays erased, and loses the reasons that were given since for decisions about it.
 */
export function erase(db: Db, id: string, reason: string, now: number): Promise<boolean> {
  return whileConflicting(() => eraseOnce(db, id, reason, now));
}

async function eraseOnce(db: Db, id: string, reason: string, now: number): Promise<boolean> {
  const rows = await db.load({ tombstones: selectTombstones(db, [id]), ...selectErasable(db, id) });
  const [row] = rows.documents;
  if (!row) return false;
  const placeholders = rows.placeholders.map((one) => String(one.id));
  if (rows.tombstones.length) {
    // Who decided on its lines since then may have given a reason in its words.
    await persist(db, { erasedAgain: [id, ...placeholders] }, {}, now);
    return true;
  }
  const document = documentOf(row);
  const texts = await Promise.all(rows.texts.map(async (text): Promise<Row> => ({ ...text, body: await bodyOf(text) })));
  const live = rows.sightings.map(sightingOf);
  const claims = rows.claims.map(({ claim_id: claimId }) => String(claimId));
  const own = textsOf(id, texts);
  const titles = valuesOf(document, "title");
  const authors = valuesOf(document, "author");
  const bodies = [...bodiesOf(own, texts), ...titles];
  const { platform, handle, nativeId, accountId, url } = document;
  const addresses = [...(url ? [url] : []), ...rows.aliases.map(({ name }) => String(name))];
  const otherIds = [...new Set(addresses.flatMap((address) => idOfUrl(address) ?? []))].filter((other) => other !== id);
  const names = [...addresses, ...titles, ...authors, ...[handle, nativeId].flatMap((name) => name ?? [])];
  const reported = (current: 0 | 1) => rows.reported.flatMap((one) => (one.current === current ? String(one.id) : []));
  const gone = [id, ...placeholders, ...otherIds, ...reported(1)];
  const wordings = await wordingsOf(db, { id, bodies, claims, gone }, now);
  const month = monthOf(document.published.earliest);
  const erasure: Erasure = {
    id,
    otherIds,
    addresses,
    placeholders: [...new Set([...placeholders, ...otherIds])],
    kind: document.kind,
    reason,
    account: accountId ? { id: accountId, platform, handle } : null,
    month,
    live,
    reported: reported(1),
    onceReported: reported(0),
    ...own,
    claims,
    spread: withoutTime(live, month),
    dependencies: mentionedIn(document, texts),
    reworded: wordings.reworded,
    ...redacted(wordings, new Set(live.map((s) => s.id)), (words) => redact(words, names, bodies)),
  };
  const notes = { claims, count: wordings.notes.length };
  const events = [{ type: "document.erased", subject: id, detail: {} }];
  await persist(
    db,
    { erasure, unphrased: wordings.lost, index: wordings.index, events },
    {
      claims: wordings.versions,
      erasable: { id, texts, reports: rows.reported.length, aliases: rows.aliases.length, placeholders: rows.placeholders.length, notes },
      sightings: { documentIds: [id], live },
      unchanged: live,
    },
    now,
  );
  return true;
}

/** The change in the counts of its lines: of their time only the month stays, and neither language nor an unsure stance. */
function withoutTime(live: readonly SightingRow[], month: PublishedTime): Erasure["spread"] {
  const before = live.filter((s) => s.listed);
  const after = before.map((sighting) => ({
    ...sighting,
    published: (sighting.published.earliest ?? sighting.published.latest) === null ? UNKNOWN_TIME : month,
    lang: null,
    stance: settledStance(sighting) ?? ("observe" as const),
    stanceUnsure: false,
  }));
  return spreadChanges(after, before);
}

/** The month (UTC) of an instant (ms): all that stays of the publication time. */
function monthOf(at: number | null): PublishedTime {
  return (at === null ? null : parseTime(isoTime(at).slice(0, 7), "unknown")) ?? UNKNOWN_TIME;
}

/** Notes and embed settings that contain erased words, now without them. */
function redacted(
  { embeds, notes }: Pick<Wordings, "embeds" | "notes">,
  erasedSightings: ReadonlySet<string>,
  without: (words: string) => string,
): Pick<Erasure, "embeds" | "notes"> {
  const mayStay = (words: string) => without(words) === words;
  return {
    embeds: embeds.flatMap(({ claimId, settings }): EmbedRow[] => {
      const cleared = clearedSettings(settings, erasedSightings, mayStay);
      return JSON.stringify(cleared) === JSON.stringify(settings) ? [] : [{ claimId, settings: cleared }];
    }),
    notes: notes.flatMap((note) => (mayStay(note.text) ? [] : { ...note, text: without(note.text) })),
  };
}

/** Maximum number of a claim's sightings that are searched for a wording. */
const MAX_LINES = 100;

/** The texts on its claims that may repeat its words, and what changes in them. */
interface Wordings {
  /** Wordings of claims that stand in its texts or titles, and in no quote of another document of the claim. */
  lost: { claimId: string; text: string }[];
  /** Proposed claims whose words stand in it alone, with those of another of their documents. */
  reworded: Rewording[];
  /** The new search entries of claims that lose a wording. */
  index: Changes["index"];
  /** Versions of these claims, and of those with embed settings. */
  versions: [string, string][];
  notes: Note[];
  embeds: EmbedRow[];
}
/** The wordings, notes and settings of its claims. */
async function wordingsOf(
  db: Db,
  { id, bodies, claims, gone }: Pick<Erasure, "id" | "claims"> & { bodies: string[]; gone: string[] },
  now: number,
): Promise<Wordings> {
  const stored = claims.length
    ? await db.load({
        phrasings: selectPhrasingsOf(db, claims),
        notes: selectNotesOf(db, claims),
        embeds: selectEmbeds(db, claims),
        summaries: selectClaims(db, claims),
      })
    : { phrasings: [], notes: [], embeds: [], summaries: [] };
  const said = stored.phrasings.map((row) => ({ claimId: String(row.claim_id), text: String(row.text) }));
  const found = said.filter(({ text }) => bodies.some((body) => body.includes(text)));
  const embeds = stored.embeds.map((row): EmbedRow => ({ claimId: String(row.claim_id), settings: settingsOf(row) }));
  // A proposal may have the words of a clause, with a capital.
  const isErased = (text: string) => bodies.some((body) => body.toLowerCase().includes(text.toLowerCase()));
  const summaries = stored.summaries.map((row) => summaryOf(row));
  const proposed = summaries.filter(({ status, text }) => status === "proposed" && isErased(text));
  const ids = [...new Set([...found.map(({ claimId }) => claimId), ...proposed.map((claim) => claim.id)])];
  const shown = embeds.map(({ claimId }) => claimId);
  const lines = await db.batch(ids.map((one) => selectLatestSightings(db, one, MAX_LINES, null)));
  // Lines that keep their words: what stands in another document that we hold are its words, too.
  const isLeft = (s: SightingRow) => s.excerpt !== REMOVED && s.toldBy?.documentId !== id && !gone.includes(s.documentId);
  const others = new Map(ids.map((one, i) => [one, (lines[i] ?? []).map(sightingOf).filter(isLeft)]));
  const reworded = proposed.flatMap(({ id: claimId, text: before }): Rewording[] => {
    const words = (others.get(claimId) ?? []).flatMap((s) => s.quote?.exact ?? s.excerpt ?? []);
    // Lines come with the latest first.
    return words.some((one) => one.includes(before)) ? [] : [{ claimId, before, after: words.at(-1) ?? REMOVED }];
  });
  const lost = found.filter(({ claimId, text }) => !others.get(claimId)?.some((s) => s.quote?.exact.includes(text)));
  const changed = summaries.filter((claim) => lost.some(({ claimId }) => claimId === claim.id));
  const left = new Map(
    changed.map((claim) => [claim.id, new Set(said.flatMap((one) => (one.claimId === claim.id && !lost.includes(one) ? one.text : [])))]),
  );
  return {
    lost,
    index: indexChanges(
      changed.map((claim) => ({ ...claim, recordedAt: now })),
      left,
    ),
    reworded,
    // A wording that stays because of another document's words does not if that one is erased meanwhile.
    versions: summaries
      .filter((claim) => ids.includes(claim.id) || shown.includes(claim.id))
      .map((claim): [string, string] => [claim.id, claim.version]),
    notes: stored.notes.map(noteOf),
    embeds,
  };
}

/** The titles or authors that a document has and had: as read, and as people corrected them. */
function valuesOf(document: StoredDocument, field: "title" | "author"): string[] {
  const values = [document[field], ...(document.corrections?.[field] ?? []).map(({ value }) => value)];
  return [...new Set(values)].filter((value): value is string => typeof value === "string");
}

/** The bodies of the texts that are deleted with it. */
function bodiesOf({ ownTexts }: Pick<Erasure, "ownTexts">, rows: Row[]): string[] {
  const own = new Set(ownTexts.map((text) => text.textId));
  return rows.flatMap((row) => (own.has(String(row.id)) ? String(row.body) : []));
}

/** Its texts: those that are deleted with it, and those that get another first document. Texts that another document had first stay. */
function textsOf(id: string, rows: Row[]): Pick<Erasure, "ownTexts" | "inherited"> {
  const out: Pick<Erasure, "ownTexts" | "inherited"> = { ownTexts: [], inherited: [] };
  for (const row of rows) {
    if (row.first_document_id !== id) continue;
    const body = String(row.body);
    const text = { textId: String(row.id), buckets: textBuckets(body) };
    const next = row.next === null ? null : (JSON.parse(String(row.next)) as [id: string, at: number]);
    if (next) out.inherited.push({ ...text, documentId: next[0], at: next[1] });
    else out.ownTexts.push(text);
  }
  return out;
}

/** The dependencies of a post on the accounts that it names. */
function mentionedIn({ platform, published }: StoredDocument, texts: Row[]): Erasure["dependencies"] {
  const until = published.latest;
  if (platform === null || until === null) return [];
  const handles = new Set(texts.flatMap((row) => mentionsIn(String(row.body)).map((mention) => mention.handle)));
  return [...handles].map((handle) => ({ key: accountKey(platform, handle), until }));
}
