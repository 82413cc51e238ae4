/** How newsrooms show the stories of claims: one row of settings per claim. */
import { type EmbedSettings, withoutWords } from "../../../shared/timeline/story/embed-settings.ts";
import type { Db, Row } from "../d1.ts";

export interface EmbedRow {
  claimId: string;
  settings: EmbedSettings;
}
/** The settings of a claim: (settings, changed_at), one row or none. */
export function selectEmbed(db: Db, claimId: string) {
  return db.statement("SELECT settings, changed_at FROM claim_embed WHERE claim_id = ?1", claimId);
}
/** The settings of claims: (claim_id, settings). */
export function selectEmbeds(db: Db, claimIds: readonly string[]) {
  return db.statement("SELECT e.claim_id, e.settings FROM json_each(?1) j CROSS JOIN claim_embed e ON e.claim_id = j.value", claimIds);
}
/** Settings as of an instant (ms; null: now). They have no versions: later ones come without their words, which may say what was not known yet. */
export function settingsOf(row: Row | undefined, asOf: number | null = null): EmbedSettings {
  const settings = row ? (JSON.parse(String(row.settings)) as EmbedSettings) : {};
  return asOf === null || Number(row?.changed_at) <= asOf ? settings : withoutWords(settings);
}
/** Stores the settings of claims. */
export function putEmbeds(db: Db, rows: readonly EmbedRow[], now: number) {
  return db.statement(
    `INSERT INTO claim_embed (claim_id, settings, changed_at) SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1) WHERE true
     ON CONFLICT (claim_id) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at`,
    rows.map((row) => [row.claimId, JSON.stringify(row.settings)]),
    now,
  );
}
