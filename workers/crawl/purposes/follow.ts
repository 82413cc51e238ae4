/** A page or post that a sighted document links to or tells of: seen once, it takes the place of what we only knew of. */
import { canonicalUrl } from "../../../shared/url.ts";
import { resolvePlaceholder } from "../../store/documents/resolve.ts";
import { once } from "./once.ts";
import { isMentionedUnnamed, keyOfUrl } from "./visited.ts";

export const follow = once("follow", (db, visit, { taken }, now) => {
  const made = isMentionedUnnamed(visit);
  const [only] = taken;
  // A page that says that it stands at another address is the document there; a thread resolves its own posts by their ids.
  if (typeof made === "string" || made.adapter.kind !== "article" || taken.length !== 1 || !only || only.id === visit.subject) return [];
  const { url } = made.told;
  return resolvePlaceholder(db, { id: visit.subject, resolvedId: only.id, key: keyOfUrl(url), url: canonicalUrl(url) ?? url }, now);
});
