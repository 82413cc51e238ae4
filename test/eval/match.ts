/**
 * Offline scorer of claim matching: the figures of the evaluation's match.mjs without a service, on node:sqlite with the store's own SQL.
 *   node test/eval/match.ts [--data clef2021] [--split dev] [--holes] [--bare]
 */
import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { gunzipSync } from "node:zlib";
import {
  indexed,
  queryTerms,
  type RawCandidate,
  type ScoredCandidate,
  type Searchable,
  score,
  type TermStatistics,
} from "../../shared/match/index.ts";
import { idOf, rowNumber } from "../../shared/model/id.ts";
import { CANDIDATES_SQL, candidatesOf, frequenciesSql, SAMPLE_RATE, searchFor } from "../../workers/store/claims/search.ts";
import { evaluationFolder } from "../support/evaluation.ts";

interface Doc {
  id: string;
  text?: string;
  title?: string;
  subtitle?: string;
  lang?: string;
}
export interface Query {
  id: string;
  split: string;
  text: string;
}
export interface MatchSet {
  claims: Searchable[];
  queries: Query[];
  gold: Map<string, Set<string>>;
}

/** A retrieval set by name, or null where the evaluation data is not at hand. */
export function loadSet(name: string): MatchSet | null {
  const rows = <T>(file: string): T[] =>
    gunzipSync(readFileSync(`${evaluationFolder}/data/match/${name}/${file}.jsonl.gz`))
      .toString("utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as T);
  if (!existsSync(`${evaluationFolder}/data/match/${name}`)) return null;
  const gold = new Map<string, Set<string>>();
  for (const { query, doc, rel } of rows<{ query: string; doc: string; rel: number }>("qrels"))
    if (rel) gold.set(query, (gold.get(query) ?? new Set()).add(doc));
  return {
    gold,
    queries: rows<Query>("queries").filter((query) => gold.has(query.id)),
    claims: rows<Doc>("docs")
      .filter((doc) => doc.text || doc.title)
      .map((doc) => ({
        claimId: doc.id,
        text: doc.text || doc.title || "",
        phrasings: [(doc.text && doc.title) || "", doc.subtitle ?? ""].filter(Boolean),
        lang: doc.lang ?? "en",
      })),
  };
}

/** The store's search over claims, in memory; by so many of a text's rarest words only, where told. */
export function openIndex(claims: Searchable[], most = Number.POSITIVE_INFINITY) {
  const db = new DatabaseSync(":memory:");
  db.exec(readFileSync(new URL("../../schema/0004_search.sql", import.meta.url), "utf8"));
  db.exec("BEGIN");
  const insert = db.prepare("INSERT INTO claim_search (rowid, words, claim_id, scored) VALUES (?, ?, ?, ?)");
  const sample = db.prepare("INSERT INTO claim_search_sample (rowid, words) VALUES (?, ?)");
  for (const claim of claims) {
    const row = rowNumber(idOf("c", "ref", claim.claimId));
    insert.run(row, indexed(claim), claim.claimId, JSON.stringify({ ...claim, ref: claim.claimId }));
    if (row % SAMPLE_RATE === 0) sample.run(row, indexed(claim));
  }
  db.exec("COMMIT");
  const search = db.prepare(CANDIDATES_SQL);
  return (text: string, lang: string | null): { candidates: RawCandidate[]; statistics: TermStatistics; rowsRead: number } => {
    const asked = queryTerms(text, lang);
    const list = JSON.stringify(asked);
    const known = db.prepare(frequenciesSql(asked.length)).all(list) as { term: string; doc: number | null }[];
    const frequency = new Map(asked.map((term) => [term, 0]));
    for (const { term, doc } of known) frequency.set(term, doc ?? 0);
    const rarest = [...known].sort((a, b) => (a.doc ?? 0) - (b.doc ?? 0)).flatMap(({ term, doc }) => (doc ? [term] : []));
    const candidates = candidatesOf(search.all(JSON.stringify([searchFor(rarest.slice(0, most), frequency)])), [rarest]).get(rarest) ?? [];
    return {
      candidates,
      statistics: { claims: claims.length, frequency },
      // The list and the vocabulary, and the candidates.
      rowsRead: asked.length + known.length + candidates.length + 1,
    };
  };
}

const round = (value: number) => Number(value.toFixed(4));
const quantile = (values: number[], q: number) => [...values].sort((a, b) => a - b)[Math.floor(q * (values.length - 1))] ?? 0;

/** Expected calibration error over 10 bins of equal width (Guo et al. 2017, arXiv:1706.04599). */
export function calibrationError(pairs: { score: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, score: 0, right: 0 }));
  for (const pair of pairs) {
    const bin = bins[Math.min(9, Math.floor(pair.score * 10))];
    if (!bin) continue;
    bin.n++;
    bin.score += pair.score;
    bin.right += Number(pair.right);
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.score - bin.right), 0) / Math.max(1, pairs.length);
}

/** Average precision of the first five, of candidates in order and so many right claims. */
export function averagePrecision(right: boolean[], gold: number): number {
  let hits = 0;
  let sum = 0;
  right.slice(0, 5).forEach((is, i) => {
    if (is) sum += ++hits / (i + 1);
  });
  return sum / Math.min(gold, 5);
}

/**
 * The figures of match.mjs for one split, with and without holes (and with claims bare of phrasings), and the calibration error of all 20 candidates
 * and of the first.
 */
export function evaluate(given: MatchSet, split: string, holes: boolean, bare = false) {
  const set = bare ? { ...given, claims: given.claims.map((claim) => ({ ...claim, phrasings: [] })) } : given;
  const queries = set.queries.filter((query) => query.split === split);
  const holed = new Set(holes ? queries.filter((_, i) => i % 2).map((query) => query.id) : []);
  const left = new Set([...holed].flatMap((id) => [...(set.gold.get(id) ?? [])]));
  const search = openIndex(set.claims.filter((claim) => !left.has(claim.claimId)));
  let [ap, p1, r20, n, linked, linkedRight, suggestedRight, holeCount, falseLinks] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  const pairs: { score: number; right: boolean }[] = [];
  const firsts: typeof pairs = [];
  const times: number[] = [];
  const read: number[] = [];
  for (const query of queries) {
    const { candidates, statistics, rowsRead } = search(query.text, null);
    const started = performance.now();
    const scored: ScoredCandidate[] = score(query.text, null, candidates, statistics).slice(0, 20);
    times.push(performance.now() - started);
    read.push(rowsRead);
    const right = set.gold.get(query.id) ?? new Set();
    const judged = scored.map((one) => ({ score: one.score, right: right.has(one.claimId) }));
    pairs.push(...judged);
    firsts.push(...judged.slice(0, 1));
    const hot = scored.filter((one) => one.decision === "linked");
    if ([...right].some((id) => left.has(id))) {
      holeCount++;
      if (hot.length) falseLinks++;
      continue;
    }
    n++;
    ap += averagePrecision(
      judged.map((one) => one.right),
      right.size,
    );
    p1 += Number(judged[0]?.right ?? false);
    r20 += Number(judged.some((one) => one.right));
    linked += hot.length;
    linkedRight += hot.filter((one) => right.has(one.claimId)).length;
    suggestedRight += Number(scored.some((one) => one.decision !== "none" && right.has(one.claimId)));
  }
  return {
    split,
    queries: n,
    MAP5: round(ap / n),
    P1: round(p1 / n),
    R20: round(r20 / n),
    linkPrecision: linked ? round(linkedRight / linked) : null,
    linkRecall: round(linkedRight / n),
    linkOrSuggestRecall: round(suggestedRight / n),
    ...(holes ? { holes: holeCount, falseLinkRate: round(falseLinks / Math.max(1, holeCount)) } : {}),
    calibrationError: round(calibrationError(pairs)),
    calibrationErrorOfFirst: round(calibrationError(firsts)),
    p50ms: round(quantile(times, 0.5)),
    p95ms: round(quantile(times, 0.95)),
    rowsReadP50: quantile(read, 0.5),
    rowsReadP95: quantile(read, 0.95),
    rowsReadMax: quantile(read, 1),
  };
}

if (import.meta.main) {
  const arg = (name: string, fallback: string) => {
    const at = process.argv.indexOf(`--${name}`);
    return at < 0 ? fallback : (process.argv[at + 1] ?? fallback);
  };
  const name = arg("data", "clef2021");
  const set = loadSet(name);
  if (!set) console.log(`No evaluation data in ${evaluationFolder}`);
  else
    console.log(
      JSON.stringify({
        eval: "match",
        data: name,
        ...evaluate(set, arg("split", "dev"), process.argv.includes("--holes"), process.argv.includes("--bare")),
      }),
    );
}
