/**
 * Asks a web archive whether it has captured the stored text of a sighted page, and when: the page existed by that time, whatever date it
 * states. If there is no capture and a login for the archive is set, one is requested, and looked up again the day after.
 */

import { DAY } from "../../../shared/durations.ts";
import { pageOf } from "../../../shared/html/page.ts";
import { textIdOf } from "../../../shared/model/id.ts";
import { fold } from "../../../shared/text/fold.ts";
import { sentences } from "../../../shared/text/segment.ts";
import type { Archived } from "../../../shared/timeline/availability.ts";
import { inputOf } from "../../pipeline/read.ts";
import { nothing } from "../../sources/wire/document.ts";
import { capturedAt, captureRequest, capturesOf, capturesRequest, saveRefusal, saveRequest } from "../../sources/wire/wayback.ts";
import { isOver } from "./once.ts";
import { availabilityEnding, type Purpose } from "./purpose.ts";
import { storedOf } from "./visited.ts";

/** Stored with the visit: what was found, or when a capture was requested. */
interface Memo {
  archived?: Archived;
  asked?: number;
}
const urlOf = (config: unknown) => (config as { url: string }).url;

export const archive: Purpose = {
  purpose: "archive",
  begin: ({ config }, { archive: base }) => (base ? [capturesRequest(base, urlOf(config))] : "no archive is configured"),
  found(visit, answer, { archive: base, secrets, now }) {
    const { step, body } = answer.request;
    const url = urlOf(visit.config);
    const why = (text: string) => ({ ...nothing(), skipped: [{ item: url, why: text }] });
    if (body) {
      const refusal = saveRefusal(answer);
      if (refusal !== null) return why(refusal);
      visit.memo = { asked: now } satisfies Memo;
      return nothing();
    }
    const captures = step === undefined ? capturesOf(answer) : step.split(" ").filter(Boolean);
    if (!captures || !base) return why("the archive's index cannot be read");
    if (captures.length) return { ...nothing(), next: [captureRequest(base, captures, url)] };
    const login = secrets["ARCHIVE_LOGIN"];
    return login && !visit.memo ? { ...nothing(), next: [saveRequest(base, url, login)] } : nothing();
  },
  async weigh(db, visit, found, answer) {
    const captured = answer.request.step === undefined ? null : capturedAt(answer);
    if (!captured) return found;
    const { document, capture } = await storedOf(db, visit);
    if (document?.seen !== "observed" || !capture) return nothing();
    const { text } = pageOf(inputOf(document, capture));
    const there = fold(pageOf(inputOf(document, { format: "html", body: answer.text })).text);
    const parts = sentences(text);
    // The page may have been changed since the capture, so the capture must contain the whole stored text.
    if (!parts.length || !parts.every((part) => there.includes(fold(part.text)))) return found;
    visit.memo = { archived: { ...captured, textId: textIdOf(text) } } satisfies Memo;
    return nothing();
  },
  ended(before, after, run, now) {
    const { archived, asked = 0 } = (before.memo ?? {}) as Memo;
    if (asked >= run.began) after.dueAt = now + DAY;
    else if (archived || isOver(run, after)) after.dueAt = null;
    return archived ? availabilityEnding({ kind: "archived", id: before.subject, archived }) : {};
  },
};
