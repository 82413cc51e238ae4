/** The contract of a platform: how its addresses name a post, and the time in a post's id. */

/** A canonical URL in parts. */
export interface Address {
  host: string;
  /** The parts of the path, without empty ones. */
  path: readonly string[];
  query: URLSearchParams;
}
interface PostName {
  /** The platform's own id of the post. */
  id: string;
  /** The author's handle as in the address, still encoded; null if the address has none. */
  handle: string | null;
}
export interface Platform {
  /** The name of the platform in documents. */
  name: string;
  /** Hosts in their canonical spelling; empty if its servers may have any name. */
  hosts: readonly string[];
  /** Other hosts of the same pages, each with its canonical host. */
  aliases: Readonly<Record<string, string>>;
  /** Parameters that identify a page of its hosts; all others are dropped. Null: the general rules hold. */
  parameters: readonly string[] | null;
  /** Parameters that name a comment below a post: it is not the post, nor by its author. */
  comments?: readonly string[];
  /** The post that an address names; null for its other pages. */
  postOf(address: Address): PostName | null;
  /** The time that an id carries; null if it carries none. */
  timeOf(id: string): { ms: number; precision: "millisecond" | "second" } | null;
}

/** For platforms whose ids carry no time. */
export const noTime = (): null => null;
/** The name of a post, if there is an id. */
export const named = (id: string | undefined | null, handle: string | undefined | null = null): PostName | null =>
  id ? { id, handle: handle || null } : null;

/** The number that letters of an alphabet encode, as in URL-safe base 64 and base 62; null if a letter is not in the alphabet. */
export function numberIn(alphabet: string, letters: string): bigint | null {
  let value = 0n;
  for (const letter of letters) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return null;
    value = value * BigInt(alphabet.length) + BigInt(digit);
  }
  return value;
}
