/**
 * Answers that anybody may have, kept in the data centre that made them (developers.cloudflare.com/workers/runtime-apis/cache).
 *
 * The Cache API can drop one address, and a claim has many: its pages, formats, cards, languages. So each address contains two generations: the
 * claim's, and one that all share. A generation is a random word, kept too; to drop it makes every answer under it unreachable. Other data
 * centres drop theirs when the generation ends by itself.
 */

/** Longest time (s) that another data centre shows what was changed here. */
const GENERATION_SECONDS = 60;
/** Longest time (s) that an answer is kept under one generation. */
const ANSWER_SECONDS = 3600;
/** Not a real host: the addresses are names in the cache. */
const NAMES = "https://answers.whence.invalid";
/** The generation of every answer; ends where words may be in any of them. */
const ALL = "all";
/** The generation of all look-ups; ends with each change of a claim. */
export const LOOK_UPS = "lookup";
/** The Cache-Tag of answers about a claim, or of look-ups. */
export const tagOf = (subject: string): string => (subject === LOOK_UPS ? subject : `claim-${subject}`);

/** The part of the Cache API that is used. */
interface AnswerCache {
  match(name: string): Promise<Response | undefined>;
  put(name: string, answer: Response): Promise<void>;
  delete(name: string): Promise<boolean>;
}
/** Null where there is none: a Worker in a test's own process. */
function answerCache(): AnswerCache | null {
  const all = (globalThis as unknown as { caches?: { default?: AnswerCache } }).caches;
  return all?.default ?? null;
}

const generationName = (of: string) => `${NAMES}/generation/${of}`;

/**
 * Generations that this isolate has just seen: a story that everybody reads is answered with one look into the cache in place of three. Another isolate of
 * the same data centre drops what was changed so many ms later.
 */
const RECENT_MS = 1000;
const MAX_RECENT = 1000;
const recent = new Map<string, { word: string; until: number }>();
/** Counts what was dropped: what was looked up meanwhile is not remembered. */
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

/** The generation of a claim, or of all answers; a new one where none is kept. */
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

/** Where an answer about a claim, or a look-up, is kept; `variant` tells apart all that an answer depends on. Null without a cache. */
export async function nameOfAnswer(subject: string, variant: string): Promise<string | null> {
  const cache = answerCache();
  if (!cache) return null;
  const [all, own] = await Promise.all([generation(cache, ALL), generation(cache, subject)]);
  return `${NAMES}/${all}/${own}/${encodeURIComponent(variant)}`;
}

/** The header that holds an answer's own Cache-Control while it is kept under ours. */
const OWN_CONTROL = "x-own-cache-control";

/** The answer of that name, as it was kept; undefined where none is. */
export async function keptAnswer(name: string): Promise<Response | undefined> {
  const kept = await answerCache()?.match(name);
  if (!kept) return undefined;
  const answer = new Response(kept.body, kept);
  answer.headers.set("cache-control", kept.headers.get(OWN_CONTROL) ?? "no-store");
  answer.headers.delete(OWN_CONTROL);
  return answer;
}

/** Keeps a copy of an answer under a name. */
export async function keepAnswer(name: string, answer: Response): Promise<void> {
  const copy = new Response(answer.body, answer);
  copy.headers.set(OWN_CONTROL, answer.headers.get("cache-control") ?? "no-store");
  copy.headers.set("cache-control", `max-age=${ANSWER_SECONDS}`);
  copy.headers.delete("server-timing");
  await answerCache()?.put(name, copy);
}

/** Drops what is kept of claims; all of every claim with null. What was written stands even if the cache fails: that is logged. */
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
