/**
 * The assessment word of a claim: it sums up what was said about the claim, never whether it is true. The first rule that fits decides:
 *
 * 1. retracted: the originator or a publisher retracts it. 2. corrected: the originator or a publisher corrects it.
 * 3. The subject confirms it: confirmed, or disputed if the subject also denies it.
 * 4. The subject confirms a part and denies nothing: partly confirmed.
 * 5. Somebody other than the subject denies it (third parties, fact-checkers, regulators, platforms; evidence and fact-checks that deny):
 *    disputed if anything supports it, else denied.
 * 6. Only the subject denies it: denied if nothing supports it, else unverified, because the word of the accused settles nothing. The denial
 *    is listed among the events.
 *
 * Only responses that were observed, or that a person confirmed, change the word. Responses of the subject that are only reported are listed
 * under "unverified". Verdicts are shown but do not count here. An amplifier's response does not count: it is about the amplifier's own post.
 */

import { byTime } from "./order.ts";
import type { Assessment, ResponseView, SightingView } from "./views.ts";

const SOURCES = new Set(["originator", "publisher"]);
const OTHERS = new Set(["third_party", "fact_checker", "regulator", "platform"]);
const CONFIRMS = new Set(["confirmation", "partial_confirmation"]);
const DENIES = new Set(["denial", "correction", "retraction"]);

/** The assessment word and the events that it rests on, in the order of time. Rejected rows do not count. */
export function assess(sightings: readonly SightingView[], responses: readonly ResponseView[]): Assessment {
  const said = responses.filter((r) => r.state !== "rejected");
  const held = said.filter((r) => r.seen === "observed" || r.state === "confirmed");
  const pick = (standing: (s: string) => boolean, type: (t: string) => boolean) => held.filter((r) => standing(r.standing) && type(r.type));
  const answer = (word: Assessment["word"], ...events: { at: number; id: string }[][]): Assessment => ({
    word,
    eventIds: [...new Map(events.flat().map((e) => [e.id, e])).values()].sort(byTime).map((e) => e.id),
  });
  const source = (s: string) => SOURCES.has(s);
  const subject = (s: string) => s === "subject";

  const retracted = pick(source, (t) => t === "retraction");
  if (retracted.length) return answer("retracted", retracted);
  const corrected = pick(source, (t) => t === "correction");
  if (corrected.length) return answer("corrected", corrected);
  const denied = pick(subject, (t) => DENIES.has(t));
  const confirmed = pick(subject, (t) => t === "confirmation");
  if (confirmed.length) return answer(denied.length ? "disputed" : "confirmed", confirmed, denied);
  const partly = pick(subject, (t) => t === "partial_confirmation");
  if (partly.length && !denied.length) return answer("partly_confirmed", partly);

  const standing = sightings.filter((s) => s.state !== "rejected" && s.role !== "respond");
  const weighty = standing.filter((s) => s.role === "evidence" || s.kind === "fact_check");
  const against = [
    ...pick(
      (s) => OTHERS.has(s),
      (t) => DENIES.has(t),
    ),
    ...weighty.filter((s) => s.stance === "deny" && !s.stanceUnsure),
  ];
  const supported =
    standing.some((s) => s.stance === "support") ||
    pick(
      (s) => OTHERS.has(s),
      (t) => t === "confirmation",
    ).length > 0;
  if (against.length) return answer(supported ? "disputed" : "denied", against, denied);
  if (denied.length) return answer(supported ? "unverified" : "denied", denied);
  return answer(
    "unverified",
    said.filter((r) => subject(r.standing) && (DENIES.has(r.type) || CONFIRMS.has(r.type))),
  );
}
