/** Features of an article, its headline or both towards a claim. */
import { articleFeatures, claimFeatures } from "./article.ts";
import type { Claim, Put } from "./claim.ts";
import type { Features } from "./features.ts";
import { headlineFeatures } from "./headline.ts";

/** Named features; null for a missing text or headline. */
export function documentFeatures(text: string | null, title: string | null, claim: Claim): Features {
  const out: Features = new Map([["bias", 1]]);
  const put: Put = (name, value) => {
    const n = Number(value);
    if (n !== 0) out.set(name, n);
  };
  claimFeatures(claim, put);
  if (text === null) put("no text", true);
  else articleFeatures(text, claim, put);
  if (title === null) put("no title", true);
  else headlineFeatures(title, claim, put);
  return out;
}
