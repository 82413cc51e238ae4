/**
 * Caches public answers in the data centre that made them (developers.cloudflare.com/workers/runtime-apis/cache).
 *
 * The Cache API can drop one address, and a claim has many: its pages, formats, cards, languages. So each address contains two generations: the
 * claim's, and one that all share. A generation is a random word, which is cached too; dropping it makes every answer under it unreachable.
 * In other data centres a generation expires.
 */

/** Longest time (s) for which another data centre may serve an outdated answer. */
const GENERATION_SECONDS = 60;
/** Longest time (s) for which an answer is cached under one generation. */
const ANSWER_SECONDS = 3600;
/** Not a real host: the addresses are names in the cache. */
const NAMES = "https://answers.whence.invalid";
/** The name of the generation that all answers share; it is dropped if a change may concern any of them. */
const ALL = "all";
/** The name of the generation of all lookups; it is dropped with each change of a claim. */
export const LOOK_UPS = "lookup";
/** The Cache-Tag of answers about a claim, or of lookups. */
export const tagOf = (subject: string): string => (subject === LOOK_UPS ? subject : `claim-${subject}`);

/** The part of the Cache API that is used. */
interface AnswerCache {
  match(name: string): Promise<Response | undefined>;
  put(name: string, answer: Response): Promise<void>;
  delete(name: string): Promise<boolean>;
}
/** The cache; null if there is none, as in a test's own process. */
function answerCache(): AnswerCache | null {
  const all = (globalThis as unknown as { caches?: { default?: AnswerCache } }).caches;
  return all?.default ?? null;
}

const generationName = (of: string) => `${NAMES}/generation/${of}`;

/**
 * Generations that this isolate has just seen, so that a popular story needs one access to the cache instead of three. Other isolates of the
 * same data centre notice a change this many ms later.
 */
const RECENT_MS = 1000;
/** Maximum number of these generations. */
const MAX_RECENT = 1000;
const recent = new Map<string, { word: string; until: number }>();
/** Counts the drops, so that a generation that was looked up during a drop is not remembered. */
let drops = 0;
function remember(of: string, word: string, dropsBefore: number): string {
  if (recent.size >= MAX_RECENT) recent.clear();
  if (drops === dropsBefore) recent.set(of, { word, until: Date.now() + RECENT_MS });
  return word;
}
function forget(generations: readonly string[]): void {
  drops++;
  for (const of of generations) recent.delete(of);
}

/** The generation of a claim, or of all answers; a new one if none is cached. */
async function generation(cache: AnswerCache, of: string): Promise<string> {
  const known = recent.get(of);
  if (known && known.until > Date.now()) return known.word;
  const before = drops;
  const kept = await cache.match(generationName(of));
  if (kept) return remember(of, await kept.text(), before);
  const begun = crypto.randomUUID();
  await cache.put(generationName(of), new Response(begun, { headers: { "cache-control": `max-age=${GENERATION_SECONDS}` } }));
  return begun;
}

/**
 * The address in the cache of an answer about a claim, or of a lookup; `variant` names everything else that the answer depends on. Null without a
 * cache.
 */
export async function nameOfAnswer(subject: string, variant: string): Promise<string | null> {
  const cache = answerCache();
  if (!cache) return null;
  const [all, own] = await Promise.all([generation(cache, ALL), generation(cache, subject)]);
  return `${NAMES}/${all}/${own}/${encodeURIComponent(variant)}`;
}

/** The header for the answer's own Cache-Control while it is cached under another. */
const OWN_CONTROL = "x-own-cache-control";

/** The cached answer under a name; undefined if there is none. */
export async function keptAnswer(name: string): Promise<Response | undefined> {
  const kept = await answerCache()?.match(name);
  if (!kept) return undefined;
  const answer = new Response(kept.body, kept);
  answer.headers.set("cache-control", kept.headers.get(OWN_CONTROL) ?? "no-store");
  answer.headers.delete(OWN_CONTROL);
  return answer;
}

/** Caches a copy of an answer under a name. */
export async function keepAnswer(name: string, answer: Response): Promise<void> {
  const copy = new Response(answer.body, answer);
  copy.headers.set(OWN_CONTROL, answer.headers.get("cache-control") ?? "no-store");
  copy.headers.set("cache-control", `max-age=${ANSWER_SECONDS}`);
  copy.headers.delete("server-timing");
  await answerCache()?.put(name, copy);
}

/**
 * Drops the cached answers about claims; with null those of all claims. A failure of the cache is only logged, because the write is already
 * committed.
 */
export async function dropAnswers(claimIds: Iterable<string> | null): Promise<void> {
  const cache = answerCache();
  if (!cache) return;
  const changed = claimIds === null ? [ALL] : [...new Set(claimIds)];
  const generations = claimIds === null || !changed.length ? changed : [...changed, LOOK_UPS];
  forget(generations);
  try {
    await Promise.all(generations.map((of) => cache.delete(generationName(of))));
    forget(generations);
  } catch (error) {
    console.error(JSON.stringify({ event: "cache.drop_failed", claims: generations.slice(0, 20), error: String(error) }));
  }
}
