/**
 * Near-copies by shingles of three words (Broder 1997). They are looked up by a text's four first shingles in a weighted order. They are compared
 * by the 64 minima of MinHash: first in 8 bands of 2, of which one must be equal, then all of them.
 */
import { LastEntries } from "./once-per.ts";
import { words } from "./segment.ts";

/** The data by which near-copies of a text are looked up and compared. */
export interface Fingerprint {
  /** Four integers below 2^52. Two texts that share one are candidates. */
  buckets: number[];
  /** 64 minima of 16 bits, base64 (172 characters). */
  signature: string;
}

const ROWS = 64;
const BUCKETS = 4;
/**
 * Minimum length in words; shorter texts ("so true") are equal by chance and get no fingerprint. A character of a script
 * without spaces is half a word.
 */
const MIN_WORDS = 8;
/** Maximum number of words that are read: more would not find more copies. */
const MAX_WORDS = 2_000;
/** The same in UTF-16 units. */
const MAX_UNITS = 20_000;
/** Scripts without spaces. Their segmentation into words depends on the context, so their characters are the tokens. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
/** Weight of a shingle: three words, five characters of an unspaced script, or a mixture of the same weight. */
const SPAN = 15;
const WORD = 5;
const CHARACTER = 3;
/** Shortened links differ in every copy of a post. */
const LINK = /https?:\/\/[^\s]+/giu;

/** The finaliser of murmur3: a bijection of 32 bits in which each bit of the input changes half of the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Multiplier (odd) and addend of each of the 64 hash functions. Never change them: every stored signature depends on them. */
const FACTOR = Uint32Array.from({ length: ROWS }, (_, i) => mix(0x9e3779b9 + i) | 1);
const ADDEND = Uint32Array.from({ length: ROWS }, (_, i) => mix(0x7f4a7c15 - i));

function hashWord(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** The hash, weight and letters of each token. */
interface Tokens {
  hashes: number[];
  weights: number[];
  letters: number[];
}
/** The tokens of a text; null if there are too few. */
function tokens(text: string): Tokens | null {
  const head = text.length > MAX_UNITS ? text.slice(0, MAX_UNITS) : text;
  const hashes: number[] = [];
  const weights: number[] = [];
  const letters: number[] = [];
  let length = 0;
  for (const word of words(head.replace(LINK, " "))) {
    const parts = UNSPACED.test(word) ? [...word] : [word];
    for (const part of parts) {
      hashes.push(hashWord(part));
      letters.push(Math.min(LONG_WORD, part.length));
      weights.push(parts.length > 1 || UNSPACED.test(part) ? CHARACTER : WORD);
      length += weights[weights.length - 1] === WORD ? 1 : 0.5;
    }
    if (hashes.length >= MAX_WORDS) break;
  }
  return length < MIN_WORDS ? null : { hashes, weights, letters };
}

/** Beyond this number of letters, longer words are not rarer. */
const LONG_WORD = 9;
/** Exponent by which shingles of long words come first. Many texts share those of short words (the shortest words are the commonest: Zipf 1935). */
const RARITY = 3;

interface Shingle {
  /** 32 bits, and 20 more that do not follow from them. A chance hit is rarer than one in 10^9 lookups among a million texts. */
  hash: number;
  more: number;
  /** Number of letters in its words. */
  letters: number;
}
/** The distinct shingles of a text. */
function shinglesOf({ hashes, weights, letters }: Tokens): Shingle[] {
  const found = new Map<number, Shingle>();
  for (let start = 0; start < hashes.length; start++) {
    const one = { hash: 0x2545f491, more: 0x3c6ef372, letters: 0 };
    let weight = 0;
    for (let end = start; end < hashes.length && weight < SPAN; end++) {
      one.hash = mix(Math.imul(one.hash, 31) + (hashes[end] ?? 0));
      one.more = Math.imul(one.more ^ (hashes[end] ?? 0), 0x01000193);
      one.letters += letters[end] ?? 0;
      weight += weights[end] ?? 0;
    }
    if (weight < SPAN) break;
    if (!found.has(one.hash)) found.set(one.hash, one);
  }
  return [...found.values()];
}

/** The 64 minima over the shingles, 32 bits each. */
function minima(shingles: Shingle[]): Uint32Array {
  const out = new Uint32Array(ROWS).fill(0xffffffff);
  for (const { hash: shingle } of shingles)
    for (let row = 0; row < ROWS; row++) {
      const product = Math.imul(shingle ^ (ADDEND[row] ?? 0), FACTOR[row] ?? 1);
      const hash = (product ^ (product >>> 15)) >>> 0;
      if (hash < (out[row] ?? 0)) out[row] = hash;
    }
  return out;
}

/** The buckets of a text: a sample of its shingles by an order that is the same for all texts (weighted bottom-k: Cohen and Kaplan 2007). */
function bucketsOf(shingles: Shingle[]): number[] {
  // Exponentially distributed, so that the chance to come first is in proportion to the weight.
  const rankOf = ({ hash, letters }: Shingle) => -Math.log((mix(hash ^ 0x51ed270b) + 1) / 0x1_0000_0001) / Math.max(1, letters) ** RARITY;
  const least = shingles.map((shingle) => ({ ...shingle, rank: rankOf(shingle) })).sort((a, b) => a.rank - b.rank);
  // A text that repeats one phrase has fewer shingles.
  return Array.from({ length: BUCKETS }, (_, i) => {
    const { hash = 0, more = 0 } = least[i % least.length] ?? {};
    const round = Math.floor(i / least.length);
    return (mix(more + round) & 0xfffff) * 0x1_0000_0000 + hash;
  });
}

/**
 * The fingerprint of a text in folded form: case, width and invisible characters make no difference, and links are left out. Null for texts under
 * 8 words (16 characters of an unspaced script). Reads the first 2,000 words.
 */
export function fingerprint(text: string): Fingerprint | null {
  return text.length > MAX_UNITS ? fingerprintOf(text) : recent.of(text, () => fingerprintOf(text));
}
/** The fingerprints of the last texts: both the search for copies and storing a text need them. */
const recent = new LastEntries<string, Fingerprint | null>(50);
function fingerprintOf(text: string): Fingerprint | null {
  const found = tokens(text);
  if (!found) return null;
  const shingles = shinglesOf(found);
  let bytes = "";
  for (const min of minima(shingles)) {
    const short = (min ^ (min >>> 16)) & 0xffff;
    bytes += String.fromCharCode(short >> 8, short & 0xff);
  }
  return { buckets: bucketsOf(shingles), signature: btoa(bytes) };
}

/**
 * The estimated Jaccard index of two texts' shingles, 0..1: the share of equal minima, with a standard error of at most 0.0625. Collisions of 16
 * bits (1 in 65,536) are negligible. 0 if either is not a signature.
 */
export function similarity(a: string, b: string): number {
  const x = bytesOf(a);
  const y = bytesOf(b);
  if (x === null || y === null) return 0;
  let equal = 0;
  for (let row = 0; row < ROWS; row++) if (isEqual(x, y, row)) equal++;
  return equal / ROWS;
}
const isEqual = (x: string, y: string, row: number) => x[2 * row] === y[2 * row] && x[2 * row + 1] === y[2 * row + 1];

/** Minimum similarity of two texts for the detectors to look at them. */
const MIN_SIMILARITY = 0.1;
const BANDS = 8;
/**
 * The similarity of texts that may come from each other, else 0. It is found for nine in ten pairs that share half of their shingles, and for one
 * in four that share a fifth, as texts on one topic with the same quotations do.
 */
export function nearness(a: string, b: string): number {
  const x = bytesOf(a);
  const y = bytesOf(b);
  if (x === null || y === null) return 0;
  const isNear = Array.from({ length: BANDS }, (_, band) => 2 * band).some((row) => isEqual(x, y, row) && isEqual(x, y, row + 1));
  const found = isNear ? similarity(a, b) : 0;
  return found >= MIN_SIMILARITY ? found : 0;
}

function bytesOf(signature: string): string | null {
  if (!/^[A-Za-z0-9+/]{171}=$/.test(signature)) return null;
  return atob(signature);
}
