/** In words: whether a document is still there as we captured it. */
import { type Availability, availabilityState, type LastVisit } from "../timeline/availability.ts";
import { messagesOf } from "./general/messages.ts";
import { instantInWords, type LocaleOptions } from "./time.ts";

/** For a timeline row: a few words; "" while it is unchanged. */
export function noticedInWords(seen: Availability | null | undefined, options: LocaleOptions): string {
  if (!seen) return "";
  const { gone, corrected, changed } = messagesOf(options.lang).noticed;
  if (seen.gone !== undefined) return gone;
  if (seen.corrected !== undefined) return corrected;
  return seen.changed !== undefined ? changed : "";
}

/** For a document's page, in English: what was seen, and when; "" for a document that was never visited again and never changed. */
export function availabilityInWords(seen: Availability | null, visit: LastVisit | null, options: LocaleOptions): string {
  const state = availabilityState(seen, visit);
  const when = (ms: number | null | undefined) => (ms == null ? "a time not known" : instantInWords(ms, options));
  const history = [
    seen?.changed !== undefined && `another text was first seen ${when(seen.changed)}`,
    seen?.corrected !== undefined && `its own correction was first seen ${when(seen.corrected)}`,
  ];
  const now = () => {
    if (state === "gone") return `gone: present at ${when(seen?.present)}, absent at ${when(seen?.absent)}`;
    if (state === "unknown" || state === "blocked") {
      const absent = seen?.absent !== undefined && `absent at ${when(seen.absent)}, to be looked at again`;
      return `not known (${absent || (visit?.why ?? "the last visit could not tell")}); last seen ${when(visit?.goodAt)}`;
    }
    return state === "live" || (state === "changed" && visit?.outcome) ? `yes, at ${when(visit?.goodAt)}` : null;
  };
  return [now(), ...history].filter(Boolean).join("; ");
}
