/** Where a claim arrived, in the order of arrival: its documents by platform, and those of newsrooms together. */
import { isNews, NEWS_PLACE, type StoryDocument } from "./story.ts";

/** The place of documents that are on no platform and are no news. */
export const WEB_PLACE = "web";

/** The place of a document: its platform's name, "news", or "web". */
export function placeOf({ event }: StoryDocument): string {
  if (event.platform && event.platform !== WEB_PLACE) return event.platform;
  return isNews(event) ? NEWS_PLACE : WEB_PLACE;
}

export interface Arrival {
  place: string;
  /** In the order of the story. */
  documents: StoryDocument[];
  /** The first of them with a known time. */
  first: StoryDocument | null;
}

const knownBy = ({ time }: StoryDocument) => time.latest ?? Number.POSITIVE_INFINITY;

/** The places of the documents that we have, in the order of arrival. */
export function arrivalsOf(documents: readonly StoryDocument[]): Arrival[] {
  const held = documents.filter((d) => d.observed);
  const places = [...Map.groupBy(held, placeOf)].map(([place, own]): Arrival => {
    const dated = own.filter((d) => d.time.earliest !== null && d.time.latest !== null);
    const first = dated.reduce<StoryDocument | null>((min, d) => (min && knownBy(min) <= knownBy(d) ? min : d), null);
    return { place, documents: own, first };
  });
  const at = ({ first }: Arrival) => (first ? knownBy(first) : Number.POSITIVE_INFINITY);
  return places.sort((a, b) => at(a) - at(b) || b.documents.length - a.documents.length);
}
