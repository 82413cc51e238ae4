/** Internationalised host names as people write them (RFC 5891): "xn--mnchen-3ya.example" is "münchen.example". */
import { domainToUnicode } from "node:url";

/** Labels of other scripts stay encoded: some of their letters look like Latin ones, so a name could pass for another. */
const READABLE = /^(?:[\p{Script=Latin}\p{Nd}-]+|[\p{Script=Han}\p{Nd}-]+)$/u;

/** A host name as it is shown: labels in Latin letters with accents, or in Chinese, are decoded. */
export function unicodeHost(host: string): string {
  const label = (one: string) => {
    const letters = domainToUnicode(one);
    return one.startsWith("xn--") && READABLE.test(letters) ? letters : one;
  };
  return host.split(".").map(label).join(".");
}
