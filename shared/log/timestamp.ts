/** Time stamps by RFC 3161: the request to an authority, and the token in its answer. Both are DER, in which all lengths are short here. */

/** SHA-256 (2.16.840.1.101.3.4.2.1) as an AlgorithmIdentifier. */
const SHA256 = [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00];
const sequence = (bytes: number[]) => [0x30, bytes.length, ...bytes];
const bytesOfHex = (hex: string) => (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));

/** The request to stamp a SHA-256 (hexadecimal), with the authority's certificates in the token. `nonce`: eight random bytes. */
export function timestampRequest(sha256: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const imprint = sequence([...SHA256, 0x04, 32, ...bytesOfHex(sha256)]);
  // Never negative: the first bit is clear.
  const number = [0x02, nonce.length, ((nonce[0] ?? 0) & 0x7f) | 0x40, ...nonce.slice(1)];
  return Uint8Array.from(sequence([0x02, 1, 1, ...imprint, ...number, 0x01, 1, 0xff]));
}

interface Element {
  tag: number;
  /** Offsets at which the content begins and ends. */
  from: number;
  to: number;
}
function elementAt(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  const count = first < 0x80 ? 0 : first - 0x80;
  if (count > 3) return null;
  let length = count ? 0 : first;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  const from = at + 2 + count;
  return from + length <= bytes.length ? { tag, from, to: from + length } : null;
}
function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  for (let at = 0; at + part.length <= bytes.length; at++) if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}

/**
 * The token of an authority's answer, which stamps this SHA-256; null if it was not granted, or stamps something else. Its signature is not checked.
 */
export function timestampToken(answer: Uint8Array, sha256: string): Uint8Array | null {
  const whole = elementAt(answer, 0);
  const info = whole?.tag === 0x30 ? elementAt(answer, whole.from) : null;
  const status = info?.tag === 0x30 ? elementAt(answer, info.from) : null;
  // 0: granted; 1: granted with changes.
  if (!whole || !info || status?.tag !== 0x02 || (answer[status.from] ?? 9) > 1 || status.to - status.from !== 1) return null;
  const token = elementAt(answer, info.to);
  if (token?.tag !== 0x30 || token.to !== whole.to) return null;
  const bytes = answer.slice(info.to, token.to);
  return holds(bytes, [...SHA256, 0x04, 32, ...bytesOfHex(sha256)]) ? bytes : null;
}
