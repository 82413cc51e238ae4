/** Internationalised host names as people write them (RFC 5891): "xn--mnchen-3ya.example" is "münchen.example". */
import { domainToUnicode } from "node:url";

/**
 * Labels of other scripts stay encoded, and those with a Latin letter from U+0180 on or an "ı": some look like plain ones, so a name could pass for
 * another. The few of Romanian and Vietnamese stay encoded with them.
 */
const READABLE = /^(?:[a-z0-9\u00df-\u0130\u0132-\u017f-]+|[\p{Script=Han}\p{Nd}-]+)$/u;

/** A host name as it is shown: labels in Latin letters with accents, or in Chinese, are decoded. */
export function unicodeHost(host: string): string {
  const label = (one: string) => {
    const letters = domainToUnicode(one);
    return one.startsWith("xn--") && READABLE.test(letters) ? letters : one;
  };
  return host.split(".").map(label).join(".");
}
