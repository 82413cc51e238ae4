/** What the latest capture of a document shows of its own history: that its text changed, and that it corrects itself. */

import { noticesIn } from "../../shared/html/notices.ts";
import { isPost } from "../../shared/model/document.ts";
import type { Availability } from "../../shared/timeline/availability.ts";
import type { StoredDocument } from "../store/documents/documents.ts";
import type { EventRow } from "../store/jobs/events.ts";
import type { Capture } from "./read.ts";
import { READER } from "./reader.ts";

export interface Noticed {
  availability: Availability;
  /** What is new in it. */
  patch: Availability;
  events: EventRow[];
}
/** What of it the document's row does not know yet; null for nothing. The same capture gives the same, however often it is read. */
export function noticedIn(document: StoredDocument, capture: Capture, textId: string | null, text: string): Noticed | null {
  const { id, availability: known } = document;
  const changed = capture.beforeId !== null && textId !== null && capture.beforeId !== textId && known?.changed !== capture.seenAt;
  const notices = isPost(document) ? [] : noticesIn(text);
  const correction = notices.find((notice) => notice.kind !== "update");
  const corrected = correction && known?.corrected === undefined ? correction : null;
  if (!changed && !corrected) return null;
  // The log is for good: what may be erased some day, the words, is not in it.
  const told = [...new Set(notices.map(({ kind }) => kind))];
  const events: EventRow[] = [];
  if (changed) events.push({ type: "document.changed", subject: id, detail: { revision: capture.seq, notices: told }, by: READER });
  if (corrected)
    events.push({ type: "document.corrected", subject: id, detail: { revision: capture.seq, kind: corrected.kind }, by: READER });
  const patch = { ...(changed ? { changed: capture.seenAt } : {}), ...(corrected ? { corrected: capture.seenAt } : {}) };
  return { availability: { ...known, ...patch }, patch, events };
}
