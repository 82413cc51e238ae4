/** How newsrooms show the stories of claims: one row of settings per claim. */
import type { EmbedSettings } from "../../../shared/timeline/story/embed-settings.ts";
import type { Db, Row } from "../d1.ts";

export interface EmbedRow {
  claimId: string;
  settings: EmbedSettings;
}
/** The settings of a claim: (settings), one row or none. */
export function selectEmbed(db: Db, claimId: string) {
  return db.statement("SELECT settings FROM claim_embed WHERE claim_id = ?1", claimId);
}
export function settingsOf(row: Row | undefined): EmbedSettings {
  return row ? (JSON.parse(String(row.settings)) as EmbedSettings) : {};
}
export function putEmbeds(db: Db, rows: readonly EmbedRow[], now: number) {
  return db.statement(
    `INSERT INTO claim_embed (claim_id, settings, changed_at) SELECT value ->> 0, value ->> 1, ?2 FROM json_each(?1) WHERE true
     ON CONFLICT (claim_id) DO UPDATE SET settings = excluded.settings, changed_at = excluded.changed_at`,
    rows.map((row) => [row.claimId, JSON.stringify(row.settings)]),
    now,
  );
}
