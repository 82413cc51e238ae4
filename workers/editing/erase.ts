/** Erasing a document on request: logical at once; the bytes leave the database's recovery window later (30 days, 7 on the free plan). */

import { bucketsOf } from "../../shared/cluster/buckets.ts";
import { mentionsIn } from "../../shared/edges/evidence/account-mentions.ts";
import { idOfUrl } from "../../shared/model/identity.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { fingerprint } from "../../shared/text/fingerprint.ts";
import { noChanges, noConditions, persist } from "../pipeline/persist.ts";
import { type Erasure, selectErasable } from "../store/access/erase.ts";
import { selectTombstones } from "../store/access/tombstones.ts";
import { spreadChanges } from "../store/claims/spread.ts";
import { type Db, type Row, whileConflicting } from "../store/d1.ts";
import { documentOf, type StoredDocument } from "../store/documents/documents.ts";
import { accountKey } from "../store/relations/dependencies.ts";
import { sightingOf } from "../store/relations/sightings.ts";

/**
 * Takes every word of a document out of the store, and of what is known only from it; it does not come back. False if there is none; one that is
 * erased already stays so.
 */
export function erase(db: Db, id: string, reason: string, now: number): Promise<boolean> {
  return whileConflicting(() => eraseOnce(db, id, reason, now));
}

async function eraseOnce(db: Db, id: string, reason: string, now: number): Promise<boolean> {
  const [dead = [], found = [], texts = [], aliases = [], reported = [], claims = [], sightings = []] = await db.batch([
    selectTombstones(db, [id]),
    ...selectErasable(db, id),
  ]);
  if (!found[0]) return false;
  if (dead.length) return true;
  const document = documentOf(found[0]);
  const { published, url, accountId, platform, handle, kind } = document;
  const at = published.earliest;
  const month = (at === null ? null : parseTime(new Date(at).toISOString().slice(0, 7), "unknown")) ?? UNKNOWN_TIME;
  const addresses = [...(url ? [url] : []), ...aliases.map((row) => String(row.name))];
  const otherIds = new Set(addresses.flatMap((address) => idOfUrl(address) ?? []));
  otherIds.delete(id);
  const current = reported.filter((row) => row.current === 1).map((row) => String(row.id));
  const live = sightings.map(sightingOf);
  const before = live.filter((s) => s.listed);
  const after = before.map((s) => ({ ...s, published: month, lang: null }));
  const erasure: Erasure = {
    id,
    otherIds: [...otherIds],
    addresses,
    kind,
    reason,
    account: accountId ? { id: accountId, platform, handle } : null,
    month,
    reported: current,
    onceReported: reported.map((row) => String(row.id)).filter((one) => !current.includes(one)),
    ...textsOf(id, texts),
    claims: claims.map((row) => String(row.claim_id)),
    spread: spreadChanges(after, before),
    dependencies: mentionedIn(document, texts),
  };
  const changes = noChanges();
  changes.erasure = erasure;
  changes.events = [{ type: "document.erased", subject: id, detail: {} }];
  const readTexts = texts.map((row) => ({ id: String(row.id), next: row.next as string | null }));
  await persist(
    db,
    changes,
    {
      ...noConditions(),
      erasable: { id, texts: readTexts, reports: reported.length, aliases: aliases.length },
      sightings: { documentIds: [id], live },
      unchanged: live,
    },
    now,
  );
  return true;
}

/** Its texts: those that go with it, and those that another document is the first with from now on. Of a text that another one had first nothing changes. */
function textsOf(id: string, rows: Row[]): Pick<Erasure, "ownTexts" | "inherited"> {
  const out: Pick<Erasure, "ownTexts" | "inherited"> = { ownTexts: [], inherited: [] };
  for (const row of rows) {
    if (row.first_document_id !== id) continue;
    const body = String(row.body);
    const text = { textId: String(row.id), buckets: { text: fingerprint(body)?.bands ?? [], statement: bucketsOf(body) } };
    const next = row.next === null ? null : (JSON.parse(String(row.next)) as [id: string, at: number]);
    if (next) out.inherited.push({ ...text, documentId: next[0], at: next[1] });
    else out.ownTexts.push(text);
  }
  return out;
}

/** The accounts that a post names, which it depends on. */
function mentionedIn({ platform, published }: StoredDocument, texts: Row[]): Erasure["dependencies"] {
  const until = published.latest;
  if (platform === null || until === null) return [];
  const handles = new Set(texts.flatMap((row) => mentionsIn(String(row.body)).map((mention) => mention.handle)));
  return [...handles].map((handle) => ({ key: accountKey(platform, handle), until }));
}
