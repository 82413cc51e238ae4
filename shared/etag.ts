/** Whether an If-None-Match header has an ETag (RFC 9110, 13.1.2: weak comparison with each of a list, or `*`). */
export function matchesEtag(header: string | null | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header != null && (header.trim() === "*" || header.split(",").some((tag) => bare(tag) === bare(etag)));
}
