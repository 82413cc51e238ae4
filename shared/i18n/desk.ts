/** What the desk says to editors: one language so far, in one place. */

import type { Certainty, Stance } from "../model/sighting.ts";
import type { Sureness } from "../review/decision.ts";
import { en as general } from "./general/en.ts";
import { counter } from "./plural.ts";
import { en } from "./story/en.ts";

const counted = counter("en");

let format: Intl.RelativeTimeFormat | null = null;
/** "just now", "2 minutes ago", "3 days ago". */
function agoInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return "just now";
  const relative = (format ??= new Intl.RelativeTimeFormat("en"));
  if (minutes < 60) return relative.format(-minutes, "minute");
  return minutes < 1440 ? relative.format(-Math.round(minutes / 60), "hour") : relative.format(-Math.round(minutes / 1440), "day");
}

export const desk = {
  sure: {
    "near-certain": "near certain",
    likely: "likely",
    unsure: "unsure",
    doubtful: "doubtful",
  } satisfies Record<Sureness, string>,
  /** How often the machine is right when it says so. */
  sureMeans: {
    "near-certain": "about 19 of 20 like this are right",
    likely: "about 8 of 10 like this are right",
    unsure: "about half like this are right, or it was not measured",
    doubtful: "fewer than 3 of 10 like this are right",
  } satisfies Record<Sureness, string>,
  /** The same, counted from what people decided. */
  sureCounted: (accepted: number, decided: number) => `in the last 90 days, editors accepted ${accepted} of ${decided} like this`,
  sureShort: (accepted: number, decided: number) => `${Math.round((100 * accepted) / decided)} % like this were accepted`,
  kinds: { response: "Response", appearance: "Appearance", source: "Source", claim: "New claim" },
  kindsMany: { response: "Responses", appearance: "Appearances", source: "Sources", claim: "New claims" },
  stances: {
    support: "supports it",
    deny: "denies it",
    query: "asks about it",
    comment: "comments on it",
    observe: "only reports it",
  } satisfies Record<Stance, string>,
  /** The same, where a machine is not sure of it. */
  stancesUnsure: {
    support: "may support it",
    deny: "may deny it",
    query: "may ask about it",
    comment: "may only comment on it",
    observe: "may only report it",
  } satisfies Record<Stance, string>,
  /** As readers are told. */
  standings: en.list.standings,
  certainties: {
    certain: "as certain",
    somewhat: "with some doubt",
    uncertain: "with a hedge",
    unstated: "not said",
  } satisfies Record<Certainty, string>,
  actorKinds: {
    person: "a person",
    organisation: "an organisation",
    outlet: "an outlet",
    account: "an account",
    anonymous: "anonymous",
    unknown: "not known",
  } as Record<string, string>,
  visibilities: { private: "only us", unlisted: "with the link", public: "public" } as Record<string, string>,
  states: general.revisions.statuses as Record<string, string>,
  lineStates: { suggested: "waiting", confirmed: "public", rejected: "dropped" } as Record<string, string>,
  /** On a timeline that only we see. */
  kept: "kept",
  /** Why an editor rejects: what a key from 1 to 6 stands for. */
  whyNot: ["not their words", "about something else", "wrong person", "says the opposite", "a joke, or irony", "not worth it"],
  did: {
    accept: "accepted",
    ask: "asked for a second look at",
    reject: "rejected",
    later: "postponed",
    wait: "put back for review",
    edit: "changed",
    merge: "merged",
    split: "split off",
    undo: "undone",
    add: "added",
    small: "called it a small change:",
    matters: "said that it matters:",
  } as Record<string, string>,
  didSomething: "decided",
  undid: "undid a decision on",
  /** "Jonas Weber rejected it 2 minutes ago."; how long ago in ms. */
  didIt: (who: string, did: string, ms: number, why: string | null) => `${who} ${did} it ${agoInWords(ms)}${why ? `: ${why}` : ""}.`,
  takeItBack: "Undo their decision",
  changedSince: "It does not wait for review any more, or has changed since you saw it.",
  /** What a decision was about, where no line tells it. */
  decided: {
    sighting: "a line",
    edge: "a source",
    claim: "the claim",
    document: "details of a document",
    embed: "the embed",
    owner: "the owner",
    note: "a note",
    verdict: "a rating",
  },
  things: (n: number) => `${n} things`,
  documents: (n: number) => (n === 1 ? "a document" : `${n} documents`),
  linesToo: (kept: number, dropped: number) =>
    [kept > 0 && `${counted(kept, "line", "lines")} accepted`, dropped > 0 && `${counted(dropped, "line", "lines")} dropped`]
      .filter(Boolean)
      .join(", "),
  tookBack: (what: string) => `undid a decision on ${what}`,
  because: (why: string) => `because: ${why}`,
  isUndone: "undone",
  undo: "Undo",
  somebody: "Somebody",
  oneLetterKeys: "One-letter keys",
  timesIn: "Time zone:",
  isOnIt: (name: string) => `Owner: ${name}`,
  takeIt: "Take it",
  reviewFound: "Review the claim that was found",
  noHistory: "No decisions yet.",
  filter: "Filter",
  stanceLabel: "Stance",
  mentions: "mentions it",
  /** What may be said otherwise of a line. */
  fields: {
    wording: "The wording",
    status: "The state",
    certainty: "How certain",
    saidBy: "Said by, if it only reports it",
    who: "Who",
    described: "Described as",
    type: "Response",
    standing: "Role",
    when: "When they said it",
  },
  /** Kinds of evidence for a time. */
  bases: {
    id: "the post’s id",
    archive: "a web archive",
    platform: "the platform",
    jsonld: "the page’s data",
    meta: "the page’s metadata",
    time: "a time on the page",
    url: "the address",
    feed: "a feed",
    text: "the text",
    human: "an editor",
    unknown: "not known",
  } as Record<string, string>,
  readersSee: "readers see it at once",
  readersWithLink: "people with the link see it",
  onlyUs: "only editors see it",
  nothingPublic: "nothing public changes",
};
