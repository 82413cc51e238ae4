/**
 * A small newsroom with everything in it that writes can meet: two claims, a victim of erasures with reposts, quotes, copies, pages, decisions of
 * persons.
 */
import { Instance } from "./instance.ts";

const HOLDS = "replaced_at = 9007199254740991";
export const at = (minute: number) => new Date(Date.UTC(2025, 4, 1, 6, minute)).toISOString();
/** The id of the victim's post, which tells its time: the minutes of all others count from it. */
const VICTIM = 1_909_302_532_306_092_107n;
let posts = 0n;
/** A post on X; of each call a new one, whose id tells the minute. */
export function post(handle: string, text: string, minute: number, more: object = {}) {
  const platformId = VICTIM + ((BigInt(minute * 60_000) << 22n) | ++posts);
  return { platform: "x", platformId: String(platformId), author: { handle }, publishedAt: at(minute), ...(text ? { text } : {}), ...more };
}
export const FERRY = "The ferry of Rimstad runs on rainwater";
export const DAIRY = "Caustic soda leaked into the school milk of Orrin";
export const BRIDGE = "The bridge of Halmar closes because its bolts were sold";
/** Words that only the victim has; a copy of its text shares the first of them. */
export const SECRET = "grommetwise";
export const AUTHOR = ["quillfeather", "Quill Feather"];
const SHARED = "It smells of nothing at all, and its captain laughed when somebody asked him what diesel costs these days";
export const victimPost = {
  platform: "x",
  platformId: String(VICTIM),
  url: "https://x.com/quillfeather/status/1909302532306092107",
  author: { handle: "quillfeather", name: "Quill Feather", id: "77001" },
  publishedAt: at(0),
  text: `${FERRY}, a ${SECRET} engineer at the yard told me. ${SHARED}`,
};
/** A page about the ferry. */
export const plainPage = {
  kind: "article",
  url: "https://gazette.example/ferry",
  title: "Ferry of Rimstad runs on rainwater, posts claim",
  publishedAt: at(60),
  html: `<html><body><article><h1>Ferry of Rimstad runs on rainwater, posts claim</h1><p>The ferry of Rimstad runs on rainwater, posts said on Thursday, and the harbour office of Rimstad did not want to talk about them.</p><p>Harbour master Bo Lind denied it. "This is simply not true", he said.</p></article></body></html>`,
};
/** A page that links to the victim and prints its words. */
export const linkingPage = {
  kind: "article",
  url: "https://tribune.example/ferry-1",
  title: "Ferry of Rimstad runs on rainwater, a post claims",
  publishedAt: at(61),
  html: `<html><body><article><h1>Ferry of Rimstad runs on rainwater, a post claims</h1><p>The ferry of Rimstad runs on rainwater, a <a href="${victimPost.url}">post on X</a> said on Thursday, and the mayor did not want to talk about it.</p><p>"The ferry of Rimstad runs on rainwater, a ${SECRET} engineer at the yard told me", the post reads.</p><p>Pilot Siv Dahl denied it. "This is simply not true", she said.</p></article></body></html>`,
};

/** A post that nothing is known of. */
export const idlePost = post("idle", "The kettle sang to itself all night, and then it was quiet", 12);

export interface World {
  ferry: string;
  dairy: string;
  victim: string;
  repost: string;
  quote: string;
  other: string;
  near: string;
  article: string;
  idle: string;
  /** Reported by the article: a post that nobody sent. */
  placeholder: string;
}

/** Makes the world; gives the file of its database. */
export async function makeWorld(): Promise<{ saved: string; world: World }> {
  const i = new Instance();
  const claim = async (ref: string, text: string) => (await i.call<{ id: string }>("POST", "/v1/claims", { ref, text })).body.id;
  const add = async (document: object) => {
    const answer = await i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body.id;
  };
  const [ferry, dairy] = [await claim("ferry", FERRY), await claim("dairy", DAIRY)];
  const victim = await add(victimPost);
  const repost = await add(post("anna", "", 5, { repostOf: victimPost.url }));
  const quote = await add(post("bert", "Look at this", 6, { quoteOf: victimPost.url }));
  const other = await add(post("cora", `${DAIRY}, and parents were told nothing`, 7));
  const near = await add(post("dora", `${FERRY}, an engineer at the yard told me. ${SHARED}`, 8));
  const article = await add(plainPage);
  const idle = await add(idlePost);
  const absent = "https://x.com/nobody/status/1909302532306099999";
  await add(post("emil", `${FERRY}? See this`, 9, { quoteOf: absent }));
  await i.call("POST", "/v1/sightings", { claim: ferry, document: quote });
  await i.call("POST", `/v1/claims/${ferry}/verdicts`, { publisher: "Checkers", label: "false", url: "https://checkers.example/ferry" });
  await i.settle();
  const [found] = i.sql<{ id: string }>("SELECT id FROM document WHERE native_id LIKE '%1909302532306099999'");
  const violations = await i.violations();
  if (violations.length) throw new Error(JSON.stringify(violations));
  const saved = i.save();
  i.close();
  return { saved, world: { ferry, dairy, victim, repost, quote, other, near, article, idle, placeholder: found?.id ?? "" } };
}

/** The claim that a claim leads to by its merges. */
export function finalClaim(i: Instance, id: string): string {
  const [row] = i.sql<{ merged_into: string | null }>(`SELECT merged_into FROM claim WHERE id = ? AND ${HOLDS}`, id);
  return row?.merged_into ? finalClaim(i, row.merged_into) : id;
}
export const claimOf = (i: Instance, id: string) =>
  i.sql<{ text: string; status: string; visibility: string; subject: string | null; merged_into: string | null }>(
    `SELECT text, status, visibility, subject, merged_into FROM claim WHERE id = ? AND ${HOLDS}`,
    id,
  )[0];
export const wordingsOf = (i: Instance, id: string) =>
  i.sql<{ text: string }>("SELECT text FROM phrasing WHERE claim_id = ?", id).map((row) => row.text);
export const isErased = (i: Instance, id: string) => i.sql("SELECT 1 FROM tombstone WHERE id = ?", id).length > 0;
export const sightingOf = (i: Instance, claim: string, document: string) =>
  i.sql<{ state: string; listed: number; method: string }>(
    `SELECT state, listed, method FROM sighting WHERE claim_id = ? AND document_id = ? AND ${HOLDS}`,
    claim,
    document,
  )[0];

/** What must be so whatever was done in whatever order. */
export async function faultsOf(i: Instance): Promise<string[]> {
  const faults = (await i.violations()).map((violation) => `verify: ${JSON.stringify(violation)}`);
  for (const { id, claims } of i.sql<{ id: string; claims: number }>(
    `SELECT c.id, count(s.id) AS claims FROM claim c JOIN sighting s ON s.claim_id = c.id AND s.${HOLDS} AND s.state <> 'rejected'
     WHERE c.${HOLDS} AND c.merged_into IS NOT NULL GROUP BY c.id`,
  ))
    faults.push(`${claims} sightings on the merged claim ${id}`);
  for (const { claim_id: id } of i.sql<{ claim_id: string }>(
    `SELECT v.claim_id FROM verdict v JOIN claim c ON c.id = v.claim_id AND c.${HOLDS} WHERE v.${HOLDS} AND c.merged_into IS NOT NULL`,
  ))
    faults.push(`a verdict on the merged claim ${id}`);
  // The index has every wording of every claim that is followed.
  for (const { id, text } of i.sql<{ id: string; text: string }>(
    `SELECT id, text FROM claim WHERE ${HOLDS} AND merged_into IS NULL AND status <> 'proposed'`,
  )) {
    const [row] = i.sql<{ scored: string }>("SELECT scored FROM claim_search WHERE claim_id = ?", id);
    const scored = row ? (JSON.parse(row.scored) as { text: string; phrasings: string[] }) : null;
    if (scored?.text !== text || JSON.stringify(scored.phrasings.toSorted()) !== JSON.stringify(wordingsOf(i, id).toSorted()))
      faults.push(`the index of ${id} differs`);
  }
  return faults;
}
