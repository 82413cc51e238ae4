/** When a told event happened: what its own sentence says, else no later than the document that tells of it. */
import type { PublishedTime, Span } from "../model.ts";
import { range } from "../time.ts";
import { timesIn } from "./dates.ts";

/** The time that a passage states, never more exact than its words; else the open range that ends when its document was published. */
export function timeTold({ lang }: { lang: string }, told: Span, published: PublishedTime | null): PublishedTime {
  const stated = timesIn(told.text.slice(0, 2000), published, lang).at(0)?.time;
  if (stated && !(published?.latest && stated.earliest !== null && stated.earliest > published.latest)) return stated;
  return range(null, published?.latest ?? null, "text");
}
