/** Erasing a document on request: logical at once; the bytes leave the database's recovery window later (30 days, 7 on the free plan). */

import { placesOf } from "../../shared/cluster/same-statement.ts";
import { idOfUrl } from "../../shared/model/identity.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { fingerprint } from "../../shared/text/fingerprint.ts";
import { type ErasableRows, eraseDocument, selectErasable } from "../store/access/erase.ts";
import type { Db, Row } from "../store/d1.ts";
import { insertEvents } from "../store/jobs/events.ts";

/** Takes every word of a document out of the store, and of what is known only from it; it does not come back. False if there is none. */
export async function erase(db: Db, id: string, reason: string, now: number): Promise<boolean> {
  const [found = [], texts = [], told = [], claims = [], onceTold = []] = (await db.batch(selectErasable(db, id))) as ErasableRows;
  const document = found[0];
  if (!document) return false;
  const at = document.published_earliest as number | null;
  const month = (at === null ? null : parseTime(new Date(at).toISOString().slice(0, 7), "unknown")) ?? UNKNOWN_TIME;
  const urlId = document.url ? idOfUrl(String(document.url)) : null;
  await db.batch([
    ...eraseDocument(
      db,
      {
        id,
        otherIds: urlId && urlId !== id ? [urlId] : [],
        kind: String(document.kind),
        reason,
        accountId: document.account_id as string | null,
        month,
        told: told.map((row) => String(row.id)),
        onceTold: onceTold.map((row) => String(row.id)),
        ownTexts: texts.filter((t) => t.own).map(inItsBands),
        sharedTexts: texts.filter((t) => !t.own).map(inItsBands),
        claims: claims.map((row) => String(row.claim_id)),
      },
      now,
    ),
    insertEvents(db, [{ type: "document.erased", subject: id, detail: {} }], now),
  ]);
  return true;
}

const inItsBands = ({ id, body }: Row) => ({
  id: String(id),
  bands: [...(fingerprint(String(body))?.bands ?? []), ...placesOf(String(body))],
});
