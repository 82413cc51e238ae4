/** Watches on claims: the sources that can be searched are searched for a claim's rarest words, as often as sources are visited. */
import { tokens } from "../../shared/match/terms/tokens.ts";
import { persist } from "../pipeline/persist.ts";
import { adapters } from "../sources/index.ts";
import { selectClaims, summaryOf } from "../store/claims/claims.ts";
import { selectFrequencies, statisticsOf } from "../store/claims/search.ts";
import type { NewVisit } from "../store/crawl/visits.ts";
import { selectWatches, type Watches, watchesOf } from "../store/crawl/watches.ts";
import { type Db, whileConflicting } from "../store/d1.ts";
import { endFollows, putFollows } from "../store/desk/follows.ts";
import { hostOfUrl } from "./leased-host.ts";
import { FIRST_INTERVAL } from "./politeness.ts";

/** Number of words in one search: services find posts that have all of them. */
const MAX_WORDS = 4;
/** Number of searches per claim. */
const MAX_SEARCHES = 20;

/** The rarest words of a claim, which the fewest claims have, as they are written there and in their order. */
async function rarestWords(db: Db, text: string, lang: string | null): Promise<string[]> {
  const found = new Map(
    tokens(text, lang)
      .filter(({ shown }) => /\p{L}/u.test(shown))
      .map((token) => [token.term, token] as const),
  );
  const rows = await db.rows(selectFrequencies(db, [...found.keys()]));
  const { frequency } = statisticsOf(rows, 0);
  const rank = ({ term, name }: { term: string; name: boolean }) => (frequency.get(term) ?? 0) * 2 - (name ? 1 : 0);
  const chosen = new Set([...found.values()].sort((a, b) => rank(a) - rank(b) || b.shown.length - a.shown.length).slice(0, MAX_WORDS));
  return [...found.values()].filter((token) => chosen.has(token)).map(({ shown }) => shown);
}

/** The caller's list of followed claims; on a developer's machine somebody may have none of their own. */
const follower = (db: Db) => db.by ?? "local";
/**
 * Starts to watch a claim, or the one that it was merged into; the caller follows it from now on. If it is already watched, its words are chosen
 * again.
 */
export async function watchClaim(db: Db, id: string, now: number): Promise<void> {
  await whileConflicting(() => watch(db, id, now));
  await db.batch([putFollows(db, follower(db), [id], now)]);
}
async function watch(db: Db, id: string, now: number): Promise<void> {
  const row = await db.first(selectClaims(db, [id]));
  if (!row) return;
  const claim = summaryOf(row);
  if (claim.mergedInto) return watch(db, claim.mergedInto, now);
  const words = await rarestWords(db, claim.text, claim.lang);
  await persist(db, { crawl: { watched: [{ claimId: claim.id, words }] } }, { unmerged: [claim.id] }, now);
  await planWatches(db, watchesOf(await db.batch(selectWatches(db))), now);
}
/** Ends the watch on a claim; the caller no longer follows it. */
export async function unwatchClaim(db: Db, claimId: string, now: number): Promise<void> {
  await persist(db, { crawl: { unwatched: [claimId] } }, {}, now);
  await planWatches(db, watchesOf(await db.batch(selectWatches(db))), now);
  await db.batch([endFollows(db, follower(db), [claimId])]);
}

/** Brings the planned searches in line with the watched open claims and the current sources. Writes nothing if they already are. */
export async function planWatches(db: Db, { watches, sources, searches }: Watches, now: number): Promise<void> {
  const wanted = new Map(watches.flatMap(({ claimId, words }) => searchesOf(claimId, words, sources, now)).map((v) => [v.subject, v]));
  const stands = ({ subject, kind, config }: { subject: string; kind: string; config: string }) => {
    const one = wanted.get(subject);
    return one !== undefined && one.kind === kind && JSON.stringify(one.config) === config;
  };
  const there = new Set(searches.filter(stands).map((s) => s.subject));
  const planned = [...wanted.values()].filter((v) => !there.has(v.subject));
  const endedSearches = searches.filter((s) => !there.has(s.subject)).map((s) => s.subject);
  if (planned.length + endedSearches.length) await persist(db, { crawl: { endedSearches, planned } }, {}, now);
}

/** One search for each source that can be searched; only one if two sources would get the same request. */
function searchesOf(claimId: string, words: string[], sources: { id: string; kind: string; config: unknown }[], now: number): NewVisit[] {
  const out = new Map<string, NewVisit>();
  for (const { id, kind, config } of sources) {
    const adapter = adapters[kind];
    const own = adapter?.config.safeParse(config);
    const search = own?.success && words.length ? adapter?.searches?.(words, own.data) : null;
    const checked = search ? adapter?.config.safeParse(search) : undefined;
    if (!adapter || !checked?.success) continue;
    const key = JSON.stringify([kind, checked.data]);
    const first = adapter.requests(checked.data, { since: null, now, secrets: {} })[0];
    const host = first && hostOfUrl(first.url);
    if (!host || out.has(key) || out.size >= MAX_SEARCHES) continue;
    const visit = { purpose: "watch", subject: `${claimId}.${id}`, kind, config: checked.data, host, dueAt: now };
    out.set(key, { ...visit, interval: FIRST_INTERVAL, goodAt: null });
  }
  return [...out.values()];
}
