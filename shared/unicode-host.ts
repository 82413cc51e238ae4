/** Internationalised host names as people write them (RFC 5891): "xn--mnchen-3ya.example" is "münchen.example". */

/** The parameters of Punycode (RFC 3492, section 5). */
const BASE = 36;
const MIN = 1;
const MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST = 128;
/** Labels of other scripts stay encoded: some of their letters look like Latin ones, so a name could pass for another. */
const READABLE = /^(?:[\p{Script=Latin}\p{Nd}-]+|[\p{Script=Han}\p{Nd}-]+)$/u;

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / length);
  let bias = 0;
  for (; rest > ((BASE - MIN) * MAX) / 2; bias += BASE) rest = Math.floor(rest / (BASE - MIN));
  return bias + Math.floor(((BASE - MIN + 1) * rest) / (rest + SKEW));
}

/** The letters that a label encodes behind "xn--"; null if it encodes none. */
function decoded(code: string): string | null {
  const cut = Math.max(0, code.lastIndexOf("-"));
  const points = [...code.slice(0, cut)].map((letter) => letter.codePointAt(0) ?? 0);
  let [point, at, bias] = [FIRST, 0, FIRST_BIAS];
  for (let i = cut && cut + 1; i < code.length; ) {
    const before = at;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = Number.parseInt(code[i++] ?? "", BASE);
      // "a" is 0 and "0" is 26, where a number in base 36 has "0" first.
      const value = digit < 10 ? digit + 26 : digit - 10;
      if (Number.isNaN(value)) return null;
      at += value * weight;
      const least = Math.min(MAX, Math.max(MIN, k - bias));
      if (value < least) break;
      weight *= BASE - least;
    }
    const length = points.length + 1;
    bias = adapted(at - before, length, before === 0);
    point += Math.floor(at / length);
    if (point > 0x10ffff) return null;
    points.splice(at % length, 0, point);
    at = (at % length) + 1;
  }
  return String.fromCodePoint(...points);
}

/** A host name as it is shown: labels in Latin letters with accents, or in Chinese, are decoded. */
export function unicodeHost(host: string): string {
  const label = (one: string) => {
    const letters = one.startsWith("xn--") ? decoded(one.slice(4)) : null;
    return letters !== null && READABLE.test(letters) ? letters : one;
  };
  return host.split(".").map(label).join(".");
}
