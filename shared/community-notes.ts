/**
 * Community Notes, as X's public files have them (communitynotes.x.com/guide/en/under-the-hood/download-data).
 *
 * How they map to the model: a note is a document about a post, so it answers that post. It stays a comment whatever its rating: most notes are
 * never shown, and one that is not shown is one contributor's word. When raters find a note helpful, the platform shows it: that is a rating
 * by a third party, a verdict. It rates a post, not a proposition, and the files do not contain the post's words; so a verdict is
 * recorded only if a person has decided which claim the post makes.
 */

import { isoTime } from "./iso.ts";

/** The cell under a column of a row. */
type Get = (column: string) => string | undefined;

interface Note {
  id: string;
  post: string;
  author: string | undefined;
  /** RFC 3339. */
  createdAt: string | undefined;
  misleading: boolean;
  summary: string;
}
export const NOTE_COLUMNS = ["noteId", "tweetId", "classification", "summary"] as const;
export const STATUS_COLUMNS = ["noteId", "currentStatus"] as const;
/** The address of a note. */
export const noteUrl = (id: string): string => `https://x.com/i/birdwatch/n/${id}`;
/** The address of the post that a note is about. */
export const notedPost = (id: string): string => `https://x.com/i/status/${id}`;

/** Milliseconds since 1970 as RFC 3339; undefined for -1 and other text that is no time. */
function instantOf(ms: string | undefined): string | undefined {
  return ms && /^\d{12,13}$/.test(ms) ? isoTime(Number(ms)) : undefined;
}

/** A note from a row of the notes file, or the column that is wrong. */
export function noteOf(get: Get): Note | { column: string; why: string } {
  const [id, post, summary, classification] = [get("noteId"), get("tweetId"), get("summary"), get("classification")];
  if (!id || !/^\d{1,20}$/.test(id)) return { column: "noteId", why: "must be the number of a note" };
  if (!post || !/^\d{2,20}$/.test(post)) return { column: "tweetId", why: "must be the number of a post" };
  if (!summary) return { column: "summary", why: "is empty" };
  const misleading = classification === "MISINFORMED_OR_POTENTIALLY_MISLEADING";
  return { id, post, author: get("noteAuthorParticipantId"), createdAt: instantOf(get("createdAtMillis")), misleading, summary };
}

/** A note as a document of the model. */
export function documentOfNote({ id, post, author, createdAt, summary }: Note) {
  return {
    kind: "comment" as const,
    platform: "communitynotes",
    platformId: id,
    url: noteUrl(id),
    ...(author ? { author: { id: author } } : {}),
    text: summary,
    ...(createdAt ? { publishedAt: createdAt } : {}),
    replyTo: notedPost(post),
  };
}

interface NoteRating {
  noteId: string;
  /** Whether the note was shown once and was hidden later. */
  withdrawn: boolean;
  /** When its current status began. */
  at: string | undefined;
}
const HELPFUL = "CURRENTLY_RATED_HELPFUL";

/** The rating in a row of the status history; null for a note that was never shown. */
export function ratingOf(get: Get): NoteRating | null {
  const noteId = get("noteId");
  const first = get("firstNonNMRStatus");
  const current = get("currentStatus");
  const latest = get("mostRecentNonNMRStatus");
  if (!noteId || (first !== HELPFUL && current !== HELPFUL && latest !== HELPFUL)) return null;
  if (current !== HELPFUL) return { noteId, withdrawn: true, at: instantOf(get("timestampMillisOfCurrentStatus")) };
  let since: string | undefined;
  if (first === HELPFUL) since = get("timestampMillisOfFirstNonNMRStatus");
  else if (latest === HELPFUL) since = get("timestampMillisOfLatestNonNMRStatus");
  return { noteId, withdrawn: false, at: instantOf(since) ?? instantOf(get("timestampMillisOfCurrentStatus")) };
}

/** The label of a rated note, in words. */
export function labelOf(note: Pick<Note, "misleading">, rating: Pick<NoteRating, "withdrawn">): string {
  if (rating.withdrawn) return "Note no longer shown";
  return note.misleading ? "Misleading, says a note rated helpful" : "Not misleading, says a note rated helpful";
}
