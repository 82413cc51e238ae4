/**
 * The primary subtag of a BCP 47 tag in lower case (RFC 5646 §2.2.1), also as pages misspell it: "en" for "en-GB" and "en_US". "und" for null,
 * for invalid tags, and for tags that name no language (mul, zxx, mis). Safe as a key of tables by language: it is never a property that every
 * object has ("constructor").
 */
export function primaryTag(tag: string | null | undefined): string {
  // The usual form.
  if (tag && /^[a-z]{2}$/.test(tag)) return tag;
  return /^\s{0,3}(?!mul|zxx|mis)([a-z]{2,3})(?:[-_,;]|\s{0,3}$)/i.exec(tag ?? "")?.[1]?.toLowerCase() ?? "und";
}

/** The tag itself if it names a language, else null: the language is then detected from the text. */
export const namedTag = (tag: string | null | undefined): string | null => (primaryTag(tag) === "und" ? null : (tag ?? null));
