/**
 * The primary subtag of a BCP 47 tag in lower case (RFC 5646 §2.2.1): "en" of "en-GB"; "und" of none and of what is no tag. Tables by
 * language are asked with it, so that no tag finds what every object has ("constructor").
 */
export function primaryTag(tag: string | null | undefined): string {
  return /^[a-z]{2,3}(?=-|$)/i.exec(tag ?? "")?.[0].toLowerCase() ?? "und";
}
