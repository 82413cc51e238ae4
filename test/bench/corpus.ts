/** A made-up corpus, the same in every run: claims, posts that make them, edited copies, reposts. Its words belong to no language. */
import { random } from "../support/random.ts";

const SYLLABLES = "ba de fi go ku la me ni po ru sa te vi wo zu bra cle dri flo gru pla ste tri vor shi kan lem nor pas tul".split(" ");
/** The word of a rank: rank 0 is the most common. */
function word(rank: number): string {
  let rest = rank + 30;
  let out = "";
  while (rest > 0) {
    out += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return out;
}
/** A rank by Zipf's law over 20,000 words: the inverse of its harmonic distribution, near enough. */
const zipf = (uniform: number) => Math.floor(20_000 ** uniform) - 1;
const phrase = (next: () => number, length: number) => Array.from({ length }, () => word(zipf(next()))).join(" ");

/** The commonest words. */
export const commonWords = (count: number) => Array.from({ length: count }, (_, rank) => word(rank)).join(" ");

/** Documents for each claim of the corpus. */
const PER_CLAIM = 50;
export const claimsOf = (documents: number) => Math.max(4, Math.floor(documents / PER_CLAIM));

export function claimText(claim: number): string {
  const next = random(claim * 7919 + 1);
  const name = word(1000 + Math.floor(next() * 19_000));
  return `${name[0]?.toUpperCase()}${name.slice(1)} ${phrase(next, 9)}`;
}
/** 26 characters for an id of a claim. */
export const claimKey = (claim: number) =>
  Array.from({ length: 26 }, (_, at) => "0123456789abcdef"[Math.floor(random(claim * 31 + at)() * 16)]).join("");
export const claimLine = (claim: number) => ({ type: "claim", ref: `bench:claim:${claim}`, text: claimText(claim) });

/** X ids are a clock: one post every 30 s from April 2025 on. */
const FIRST = 1_907_000_000_000_000_000n;
export const postId = (i: number) => String(FIRST + BigInt(i) * (30_000n << 22n));
export const postUrl = (i: number) => `https://x.com/${author(i)}/status/${postId(i)}`;
const author = (i: number) => `bench_${(i * 31) % 5000}`;

export type Sort = "post" | "copy" | "repost";
/** What document i is: half new posts, 15 % copies with some words changed, 35 % bare reposts of an earlier post. */
export function sortOf(i: number): Sort {
  const share = random(i * 104_729 + 7)();
  return i < 10 || share < 0.5 ? "post" : share < 0.65 ? "copy" : "repost";
}
function original(i: number): number {
  const next = random(i * 15_485_863 + 3);
  for (let at = Math.floor(i * next()); ; at = at > 0 ? at - 1 : 0) if (sortOf(at) === "post") return at;
}
/** A post that makes one of so many claims, the earlier the likelier. */
export function postOf(claims: number, i: number): string {
  const next = random(i * 6_700_417 + 11);
  const words = claimText(Math.floor(claims * next() ** 2)).split(" ");
  // A post says its claim in most of its words, among words of its own.
  const said = words.filter((_, at) => at === 0 || next() < 0.85).join(" ");
  return `${phrase(next, 6)}, ${said}: ${phrase(next, 10)} n${i}`;
}
/** Document i of a corpus of so many claims, as a document input. */
export function document(i: number, claims: number) {
  const sort = sortOf(i);
  const base = { kind: "post", platform: "x", platformId: postId(i), url: postUrl(i), author: { handle: author(i) } };
  if (sort === "repost") return { ...base, repostOf: postUrl(original(i)) };
  if (sort === "post") return { ...base, lang: "en", text: postOf(claims, i) };
  const words = postOf(claims, original(i)).split(" ");
  words[words.length - 2] = `edited${i}`;
  return { ...base, lang: "en", text: words.join(" ") };
}
export const ndjson = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join("\n");
export const documentLines = (from: number, to: number, claims: number) =>
  Array.from({ length: to - from }, (_, at) => ({ type: "document", ...document(from + at, claims) }));
