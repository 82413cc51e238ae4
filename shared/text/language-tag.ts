/**
 * The primary subtag of a BCP 47 tag in lower case (RFC 5646 §2.2.1): "en" of "en-GB"; "und" of none, of what is no tag, and of the tags that
 * name no language: of many, of no words, of one without a code. Tables by language are asked with it, so that no tag finds what every object
 * has ("constructor").
 */
export function primaryTag(tag: string | null | undefined): string {
  return /^(?!mul|zxx|mis)[a-z]{2,3}(?=-|$)/i.exec(tag ?? "")?.[0].toLowerCase() ?? "und";
}

/** The tag as it was sent where it names a language; null where it is none or names none, which is to be told from the text then. */
export const namedTag = (tag: string | null | undefined): string | null => (primaryTag(tag) === "und" ? null : (tag ?? null));
