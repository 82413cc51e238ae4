/**
 * `npm run bench -- --beside[=100000]`: the same work by Whence, by node:sqlite and by PostgreSQL 15 (tsvector, pg_trgm) in one run: storing posts,
 * looking up the claim of a text among so many claims, and the rows of a timeline's page. CPU ms; of PostgreSQL that of its session and of psql.
 * Whence is measured on workerd with its D1, and in this process on node:sqlite, which has no plumbing either. Skips PostgreSQL where it is not
 * installed (POSTGRES names the folder of its programs).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { indexed, queryTerms } from "../../../shared/match/index.ts";
import { rowNumber } from "../../../shared/model/id.ts";
import { CANDIDATES_SQL, frequenciesSql, SAMPLE_RATE, searchFor } from "../../../workers/store/claims/search.ts";
import { migrations } from "../../support/instance.ts";
import * as corpus from "../corpus.ts";
import { openInProcess, replay } from "../inprocess.ts";
import { claimLines, HOT_SIGHTINGS, importLines, seedHot, taken } from "../seed.ts";
import { type Bundle, build, type Running, start } from "../worker.ts";
import { hasPostgres, type Postgres, startPostgres } from "./postgres.ts";

/** Texts whose claim is looked up, posts that are stored, pages that are asked for. */
const TEXTS = 200;
const POSTS = 20_000;
/** Of them those that are stored before it is measured, so that all code is compiled. */
const FIRST_POSTS = 8000;
const PAGES = 100;
/** Pages that are asked for before, so that all code is compiled. */
const WARM = 500;
const BATCH = 1000;

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

interface Row {
  what: string;
  Whence: string;
  "Whence in this process": string;
  "node:sqlite": string;
  PostgreSQL: string;
  ratio: string;
}
const ms = (value: number, digits = 3) => value.toFixed(digits);

/** Storage of posts in bulk: the whole request, its statements alone on SQLite, and one table with two indexes in PostgreSQL. */
async function storing(bundle: Bundle, postgres: Postgres | null): Promise<Row> {
  const whence = await start(bundle);
  const floor = await openInProcess(bundle, true);
  let [used, inProcess, uncounted] = [0, 0, 0];
  for (let i = 0; i < POSTS; i += BATCH) {
    const lines = corpus
      .documentLines(i, i + BATCH, 100)
      .map((line, k) => ({ ...line, repostOf: undefined, text: corpus.postOf(100, i + k) }));
    const body = corpus.ndjson(lines);
    if (i === FIRST_POSTS) [used, inProcess, uncounted] = [0, 0, floor.kept?.length ?? 0];
    const [before, from] = [whence.cpu(), cpu()];
    await floor.send("/v1/import?read=false", body, {});
    inProcess += cpu() - from;
    await importLines(whence, lines, BATCH, "?read=false");
    used += whence.cpu() - before;
  }
  const count = POSTS - FIRST_POSTS;
  const raw = replay(floor.kept ?? [], uncounted) / count;
  floor.close();
  await whence.stop();
  const rows = (from: number) =>
    Array.from({ length: BATCH }, (_, k) => `(${from + k}, ${quoted(corpus.postUrl(from + k))}, ${quoted(corpus.postOf(100, from + k))})`);
  const stored = await postgres?.run(
    `CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE post (id bigint PRIMARY KEY, url text UNIQUE, body text);
     CREATE INDEX ON post USING gin (to_tsvector('simple', body)); CREATE INDEX ON post USING gin (body gin_trgm_ops);
     ${Array.from({ length: count / BATCH }, (_, k) => `INSERT INTO post VALUES ${rows(FIRST_POSTS + k * BATCH).join(",")};`).join("\n")}`,
  );
  const own = used / count;
  const alike = inProcess / count;
  return {
    what: `storing a post, ${BATCH} a request`,
    Whence: ms(own),
    "Whence in this process": ms(alike),
    "node:sqlite": ms(raw),
    PostgreSQL: stored ? ms((stored.backend + stored.client) / count) : "–",
    ratio: `${(alike / raw).toFixed(1)} × the statements alone (at most 3), ${(own / raw).toFixed(1)} × with workerd and D1`,
  };
}

/** The search index of so many claims, as the product fills it. */
function searchIndex(claims: number): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const sql of migrations().filter((one) => /claim_search|claim_vocab/.test(one))) db.exec(sql);
  const insert = db.prepare("INSERT INTO claim_search (rowid, words, claim_id, scored) VALUES (?, ?, ?, ?)");
  const sample = db.prepare("INSERT INTO claim_search_sample (rowid, words) VALUES (?, ?)");
  db.exec("BEGIN");
  for (let i = 0; i < claims; i++) {
    const claim = { claimId: `c${corpus.claimKey(i)}`, text: corpus.claimText(i), phrasings: [], lang: "en" };
    const row = rowNumber(claim.claimId);
    insert.run(row, indexed(claim), claim.claimId, JSON.stringify({ ...claim, ref: null }));
    if (row % SAMPLE_RATE === 0) sample.run(row, indexed(claim));
  }
  db.exec("COMMIT");
  return db;
}

/** The claim of a text: the product's two statements, FTS5 asked for all words, tsvector, and trigrams. */
async function lookingUp(claims: number, postgres: Postgres | null): Promise<Row[]> {
  const db = searchIndex(claims);
  const texts = Array.from({ length: TEXTS }, (_, i) => corpus.postOf(claims, 1e8 + i));
  const timed = (ask: (text: string) => void) => {
    for (const text of texts.slice(0, 20)) ask(text);
    const before = cpu();
    for (const text of texts) ask(text);
    return (cpu() - before) / TEXTS;
  };
  const own = timed((text) => {
    const terms = queryTerms(text, "en");
    const known = db.prepare(frequenciesSql(terms.length)).all(JSON.stringify(terms)) as { term: string; doc: number | null }[];
    const found = searchFor(terms, new Map(known.map(({ term, doc }) => [term, doc ?? 0])));
    db.prepare(CANDIDATES_SQL).all(JSON.stringify([found]));
  });
  const any = (words: string[], or: string, quote: string) => words.map((word) => quote + word + quote).join(or);
  const wordsOf = (text: string) => [...new Set(text.toLowerCase().match(/[a-z0-9]+/g))];
  const all = db.prepare("SELECT scored FROM claim_search WHERE claim_search MATCH ?1 ORDER BY rank LIMIT 40");
  const naive = timed((text) => all.all(any(wordsOf(text), " OR ", '"')));
  db.close();
  const base = { Whence: "", "Whence in this process": ms(own), "node:sqlite": ms(naive) };
  if (!postgres) return [{ what: `claim look-up among ${claims}`, ...base, PostgreSQL: "–", ratio: "" }];
  const values = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, k) => `(${from + k}, ${quoted(corpus.claimText(from + k))})`).join(",");
  const inserts = Array.from(
    { length: Math.ceil(claims / 5000) },
    (_, k) => `INSERT INTO claim (id, body) VALUES ${values(k * 5000, Math.min(claims, k * 5000 + 5000))};`,
  );
  await postgres.run(
    `CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE claim (id bigint PRIMARY KEY, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED);
     ${inserts.join("\n")} CREATE INDEX ON claim USING gin (words); CREATE INDEX ON claim USING gin (body gin_trgm_ops); VACUUM ANALYZE claim;`,
  );
  const byWords = (text: string) => {
    const query = `to_tsquery('simple', ${quoted(any(wordsOf(text), " | ", ""))})`;
    return `SELECT id FROM claim WHERE words @@ ${query} ORDER BY ts_rank(words, ${query}) DESC LIMIT 40;`;
  };
  const byTrigrams = (text: string) =>
    `SELECT id FROM claim WHERE ${quoted(text)} %> body ORDER BY word_similarity(body, ${quoted(text)}) DESC LIMIT 40;`;
  const asked = async (sql: (text: string) => string, count: number) =>
    (await postgres.run(texts.slice(0, count).map(sql).join("\n"))).backend / count;
  await asked(byWords, 20);
  const [tsvector, trigrams] = [await asked(byWords, TEXTS), await asked(byTrigrams, 20)];
  const row = (name: string, value: number): Row => ({
    what: `claim look-up among ${claims}; ${name}`,
    ...base,
    PostgreSQL: ms(value),
    ratio: `${(own / value).toFixed(2)} of PostgreSQL, ${(own / naive).toFixed(2)} of FTS5 asked for all words (below 1)`,
  });
  return [row("tsvector", tsvector), row("pg_trgm", trigrams)];
}

/** A Worker that answers a page's rows as they are: what workerd and D1 take of a page whoever asks. */
const BARE = `export default { async fetch(request, { DB }) {
  const claim = new URL(request.url).searchParams.get("claim");
  const { results } = await DB.prepare("SELECT * FROM sighting WHERE claim_id = ?1 AND replaced_at = 9007199254740991 AND listed = 1 ORDER BY at, id LIMIT 50").bind(claim).all();
  return Response.json(results);
} }`;
/** Stores a claim with 20 pages of sightings; gives its id. */
async function seedPages(whence: Pick<Running, "call">): Promise<string> {
  await importLines(whence, claimLines(0, 4), 4);
  await importLines(whence, corpus.documentLines(0, HOT_SIGHTINGS, 4), BATCH, "?read=false");
  return seedHot(whence);
}

/** The first page of a timeline, and its rows alone: by a bare Worker, and by PostgreSQL. */
async function paging(bundle: Bundle, postgres: Postgres | null): Promise<Row[]> {
  const state = mkdtempSync(join(tmpdir(), "whence-page-"));
  const each = async (used: () => number, get: () => Promise<unknown>) => {
    for (let i = 0; i < WARM; i++) await get();
    const before = used();
    for (let i = 0; i < PAGES; i++) await get();
    return (used() - before) / PAGES;
  };
  const whence = await start(bundle, { state });
  const claim = await seedPages(whence);
  const path = `/v1/claims/${claim}/timeline?limit=50`;
  const get = (of: string) => whence.call("GET", of, undefined, { "accept-encoding": "identity" });
  const own = await each(whence.cpu, () => taken(get(path)));
  // What a request takes that asks the database nothing, and one that asks it once for next to nothing.
  const [unasked, once] = [await each(whence.cpu, () => get("/v1/nothing")), await each(whence.cpu, () => taken(get("/healthz")))];
  await whence.stop();
  // As in production a reader's page is kept by the edge.
  const edge = await start(bundle, { state, bindings: { WHENCE_ENV: "production" } });
  const kept = await each(edge.cpu, async () => {
    const answer = await fetch(edge.url + path, { headers: { "accept-encoding": "identity" } });
    if (!answer.ok || !(await answer.text()).includes("events")) throw new Error(`a reader's timeline: ${answer.status}`);
  });
  await edge.stop();
  const bare = await start({ code: BARE, bytes: 0, gzip: 0 }, { state });
  const plumbing = await each(bare.cpu, () => taken(bare.call("GET", `/?claim=${claim}`, undefined, { "accept-encoding": "identity" })));
  await bare.stop();
  rmSync(state, { recursive: true });
  const floor = await openInProcess(bundle, false);
  const asked = async (...request: Parameters<typeof floor.call>) => {
    const { status, text, headers } = await floor.call(...request);
    return { status, headers, body: JSON.parse(text), read: 0, written: 0, calls: 0 };
  };
  await seedPages({ call: asked });
  const alike = await each(cpu, () => floor.call("GET", path));
  floor.close();
  const row = { what: "timeline, page of 50", Whence: ms(own), "Whence in this process": ms(alike), "node:sqlite": "" };
  const bareWorker = `a bare Worker with its rows ${ms(plumbing)}; no call of D1 ${ms(unasked)}, one ${ms(once)}; a reader's, kept by the edge ${ms(kept)}`;
  if (!postgres) return [{ ...row, PostgreSQL: "–", ratio: bareWorker }];
  const shown = quoted(
    JSON.stringify({ platform: "x", handle: "somebody", url: corpus.postUrl(1), excerpt: corpus.postOf(4, 1), published: {} }),
  );
  await postgres.run(
    `CREATE TABLE document (id bigint PRIMARY KEY, url text, author text, shown jsonb);
     CREATE TABLE sighting (claim bigint, at bigint, id bigint, document bigint, role text, stance text, detail jsonb, PRIMARY KEY (claim, at, id));
     INSERT INTO document SELECT i, 'https://x.com/' || i, 'a' || i, ${shown}::jsonb FROM generate_series(1, 100000) i;
     INSERT INTO sighting SELECT i % 100, i, i, i, 'assert', 'support', ${shown}::jsonb FROM generate_series(1, 100000) i; VACUUM ANALYZE;`,
  );
  const page = "SELECT * FROM sighting s JOIN document d ON d.id = s.document WHERE s.claim = 7 ORDER BY s.at, s.id LIMIT 50;\n";
  const few = await postgres.run(page.repeat(10));
  const many = await postgres.run(page.repeat(10 + PAGES));
  const rows = (many.backend + many.client - few.backend - few.client) / PAGES;
  const ratio = `${(alike / rows).toFixed(1)} × PostgreSQL's rows alone (at most 4), ${(own / rows).toFixed(1)} × with workerd and D1; ${bareWorker}`;
  return [{ ...row, PostgreSQL: ms(rows), ratio }];
}

export async function beside(claims: number): Promise<void> {
  const postgres = hasPostgres() ? await startPostgres() : null;
  if (!postgres) console.log("PostgreSQL is skipped: POSTGRES names no folder with its programs, and psql is needed");
  try {
    const bundle = await build();
    const rows = [await storing(bundle, postgres), ...(await lookingUp(claims, postgres)), ...(await paging(bundle, postgres))];
    console.table(rows);
  } finally {
    postgres?.stop();
  }
}
