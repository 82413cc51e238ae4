/**
 * Multiplies an instance: its rows again and again under other ids, handles, near-duplicate buckets and, in claims, other rare words. So B-trees,
 * indexes and the full-text index have the size of a large instance, and every row is one that the product itself wrote. The variety of topics
 * is that of the sample.
 */
import { DatabaseSync } from "node:sqlite";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** Ids anywhere in a text: a letter and 26 characters in base 32. Aliases and whole hashes begin like one. */
const ID = /(?<![0-9a-z])([acdnopstv])([0-9a-hj-km-np-tv-z]{8})(?=[0-9a-hj-km-np-tv-z]{18}(?![0-9a-z]))/g;
const SPAN = 2 ** 40;
/** How far copy `k` lies from the original: any odd number of that size spreads the copies over the whole range. */
const distance = (k: number) => (k * 618_970_019_642) % SPAN;

function moved(eight: string, k: number): string {
  let value = 0;
  for (const char of eight) value = value * 32 + ALPHABET.indexOf(char);
  value = (value + distance(k)) % SPAN;
  let out = "";
  for (let i = 0; i < 8; i++) {
    out = ALPHABET[value % 32] + out;
    value = Math.floor(value / 32);
  }
  return out;
}
const withIds = (text: string, k: number) => text.replace(ID, (_, letter: string, eight: string) => letter + moved(eight, k));

/** Rows that an instance has once, what is derived, and what is not the story's. */
const NOT_COPIED = /^(sqlite_|_cf_|claim_search|claim_vocab|precondition|coverage|crawl_cursor|api_key|idempotency|upkeep|event_block|d1_)/;
/** Columns that are copied in a way of their own: SQL of the new value; `k` numbers the copy. */
const CHANGED: Record<string, string> = {
  "alias.key": "substr(key, 1, 4) || moved_hash(substr(key, 5), k)",
  "document.handle": "handle || '_' || k",
  "text_bucket.bucket": "(bucket + k * 2654435761157) % 4503599627370496",
  "dependency.key": `iif(key GLOB 'bucket:*', 'bucket:' || ((substr(key, 8) + k * 2654435761157) % 4503599627370496), with_ids(key, k))`,
  "statement_bucket.bucket": "(bucket + k * 26544357611) % 1125899906842624",
  "event.seq": "seq + k * (SELECT max(seq) FROM sample.event)",
  "event.at": "(SELECT max(at) FROM sample.event)",
  "claim.text": "renamed(text, k)",
  "claim_summary.text": "renamed(text, k)",
  "phrasing.text": "renamed(text, k)",
};

/** Words of at most three claims: what tells claims apart. */
function rareWords(db: DatabaseSync): Set<string> {
  const claims = new Map<string, number>();
  for (const { text } of db.prepare("SELECT text FROM sample.claim_summary").all())
    for (const word of new Set(String(text).match(/\p{L}{4,}/gu))) claims.set(word, (claims.get(word) ?? 0) + 1);
  return new Set([...claims].flatMap(([word, count]) => (count <= 3 ? [word] : [])));
}
/** A number in letters, so that a word with it is a word. None of them is the end of another word: with an s it would be a plural. */
const letters = (k: number) => k.toString(16).replace(/./g, (digit) => "bcfghjkmnpqrvwxz"[Number.parseInt(digit, 16)] ?? "");

/** INSERT of copy `:k` of a table. Columns without an id in any row are copied as they are. */
function copySql(db: DatabaseSync, table: string): string {
  const columns = db.prepare("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0").all(table);
  const values = columns.map(({ name, type }) => {
    const changed = CHANGED[`${table}.${name}`];
    if (changed !== undefined) return changed.replace(/\bk\b/g, ":k");
    if (type !== "TEXT") return name;
    const some = db.prepare(`SELECT 1 FROM sample.${table} WHERE has_id(${name}) LIMIT 1`).get();
    return some ? `with_ids(${name}, :k)` : name;
  });
  return `INSERT OR IGNORE INTO main.${table} (${columns.map(({ name }) => name).join(", ")}) SELECT ${values.join(", ")} FROM sample.${table}`;
}

export interface Multiplied {
  documents: number;
  claims: number;
  bytes: number;
}
/** What a database holds; a process may have it open. */
export function sizeOf(file: string): Multiplied {
  const db = new DatabaseSync(file, { readOnly: true });
  const [row] = db
    .prepare(
      `SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM claim_summary) AS claims,
        (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size) AS bytes`,
    )
    .all() as unknown as Multiplied[];
  db.close();
  return row ?? { documents: 0, claims: 0, bytes: 0 };
}

/** Moves what the write-ahead log holds into the file, so that it can be copied. */
export function checkpoint(file: string): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  db.close();
}

/**
 * Adds the copies `from` to `to` of a sample to a database that holds the sample already. No process may have the file open; the search
 * index is to be rebuilt afterwards.
 */
export function multiply(file: string, sample: string, from: number, to: number): void {
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1500000; PRAGMA temp_store = MEMORY");
  db.prepare("ATTACH ? AS sample").run(sample);
  const rare = rareWords(db);
  const text = (value: unknown) => String(value);
  db.function("has_id", { deterministic: true }, (value) => (typeof value === "string" && value.search(ID) >= 0 ? 1 : 0));
  db.function("with_ids", { deterministic: true }, (value, k) => (value === null ? null : withIds(text(value), Number(k))));
  db.function("moved_hash", { deterministic: true }, (hash, k) => moved(text(hash).slice(0, 8), Number(k)) + text(hash).slice(8));
  db.function("renamed", { deterministic: true }, (words, k) =>
    text(words).replace(/\p{L}{4,}/gu, (word) => (rare.has(word) ? word + letters(Number(k)) : word)),
  );
  const tables = db
    .prepare("SELECT name FROM sample.sqlite_master WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !NOT_COPIED.test(name));
  // A table without ids, or without rows, has nothing that a copy could be told apart by.
  const copies = tables.flatMap((table) => {
    const sql = copySql(db, table);
    return sql.includes(":k") ? [db.prepare(sql)] : [];
  });
  for (let k = from; k <= to; k++) {
    db.exec("BEGIN");
    for (const copy of copies) copy.run({ ":k": k });
    db.exec("COMMIT");
  }
  db.exec(
    `UPDATE suggestion_count SET waiting = (SELECT waiting FROM sample.suggestion_count o WHERE (o.claim_id, o.kind, o.band)
      = (suggestion_count.claim_id, suggestion_count.kind, suggestion_count.band)) * ${to + 1} WHERE claim_id = ''`,
  );
  // The search of documents is copied, too: a sweep would otherwise add all copies again.
  db.exec("UPDATE log_cursor SET seq = (SELECT max(seq) FROM event)");
  db.close();
}
