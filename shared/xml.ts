/** Characters that XML 1.0 cannot contain. */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text in which nothing is markup. */
export const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text or markup without the characters that XML cannot hold. */
export const xmlCharacters = (text: string): string => text.replace(NO_XML, "");

/** Text as it may stand in an XML element or a quoted attribute. */
export function xmlText(text: string): string {
  return escaped(xmlCharacters(text)).replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
}
