/** Visits once a page or post that a sighted document links to or reports. When it was seen, it replaces the node that was only reported. */

import { canonicalUrl } from "../../../shared/url.ts";
import { once } from "./once.ts";
import { configurationOf, keyOfUrl } from "./visited.ts";

/** One visit; an article that turns out to be another document than the reported one replaces it. */
export const follow = once("follow", (visit, { taken }) => {
  const made = configurationOf(visit);
  const [only] = taken;
  // A page that states another canonical address is the document at that address; a thread resolves its own posts by their ids.
  if (typeof made === "string" || made.adapter.kind !== "article" || taken.length !== 1 || !only || only.id === visit.subject) return {};
  const { url } = made.address;
  return {
    changes: {
      aliases: [{ key: keyOfUrl(url), name: canonicalUrl(url) ?? url, target: only.id }],
      reparented: [{ id: visit.subject, resolvedId: only.id }],
      changed: { arrived: [visit.subject, only.id], reposted: [only.id] },
    },
  };
});
