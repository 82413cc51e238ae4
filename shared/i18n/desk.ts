/** What the desk says to editors: one language so far, in one place. */

import type { Standing } from "../model/response.ts";
import type { Certainty, Stance } from "../model/sighting.ts";
import type { Sureness } from "../review/decision.ts";

const relative = new Intl.RelativeTimeFormat("en");
/** "just now", "2 minutes ago", "3 days ago". */
function agoInWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return "just now";
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
    unsure: "about half of those like this are right, or it was not measured",
    doubtful: "fewer than 3 of 10 like this are right",
  } satisfies Record<Sureness, string>,
  /** The same, counted from what people decided. */
  sureCounted: (accepted: number, decided: number) => `${accepted} of ${decided} like this were right, by what was decided in 90 days`,
  sureShort: (accepted: number, decided: number) => `${Math.round((100 * accepted) / decided)} % like it were right`,
  kinds: { response: "Response", appearance: "Appearance", source: "Source", claim: "New claim" },
  kindsMany: { response: "Responses", appearance: "Appearances", source: "Sources", claim: "New claims" },
  stances: {
    support: "supports it",
    deny: "denies it",
    query: "asks about it",
    comment: "comments on it",
    observe: "only reports it",
  } satisfies Record<Stance, string>,
  standings: {
    subject: "whom it concerns",
    originator: "who started it",
    amplifier: "who passed it on",
    publisher: "the publisher",
    third_party: "a third party",
    fact_checker: "a fact-checker",
    regulator: "an authority",
    platform: "the platform",
  } satisfies Record<Standing, string>,
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
  states: { proposed: "proposed", open: "open", settled: "settled", archived: "archived" } as Record<string, string>,
  lineStates: { suggested: "waits", confirmed: "public", rejected: "dropped" } as Record<string, string>,
  /** On a timeline that only we see. */
  kept: "kept",
  /** Why an editor rejects: what a key from 1 to 6 stands for. */
  whyNot: ["not their words", "about something else", "wrong person", "says the opposite", "a joke, or irony", "not worth it"],
  did: {
    accept: "accepted",
    ask: "asked for a second look at",
    reject: "rejected",
    later: "put off",
    wait: "put back to wait",
    edit: "changed",
    merge: "merged",
    split: "split",
    undo: "taken back",
    add: "added",
    small: "found it a small change:",
    matters: "found that it matters:",
  } as Record<string, string>,
  didSomething: "decided",
  /** "Jonas Weber rejected it 2 minutes ago."; how long ago in ms. */
  didIt: (who: string, did: string, ms: number, why: string | null) => `${who} ${did} it ${agoInWords(ms)}${why ? `: ${why}` : ""}.`,
  takeItBack: "Take it back",
  changedSince: "It does not wait any more, or was changed since you saw it.",
  /** What a decision was about, where no line tells it. */
  decided: {
    sighting: "a line",
    edge: "a source",
    claim: "the claim",
    document: "what is known of a document",
    embed: "how the embed shows it",
    owner: "who is on it",
    note: "a note",
    verdict: "a rating",
  },
  things: (n: number) => `${n} things`,
  tookBack: (what: string) => `took back a decision on ${what}`,
  because: (why: string) => `because: ${why}`,
  isUndone: "taken back",
  undo: "Undo",
  somebody: "Somebody",
  oneLetterKeys: "Keys of one letter",
  timesIn: "Times are those of",
  isOnIt: (name: string) => `${name} is on it`,
  takeIt: "Take it",
  reviewFound: "Review the claim that was found",
  noHistory: "Nobody has decided anything here yet.",
  stanceLabel: "Stance",
  /** What may be said otherwise of a line. */
  fields: {
    certainty: "How certain",
    saidBy: "Said by, if it only tells of it",
    who: "Who",
    described: "Described as",
    type: "Does what",
    standing: "Speaking as",
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
    human: "an editor says so",
    unknown: "not known",
  } as Record<string, string>,
  readersSee: "readers see it at once",
  readersWithLink: "who has the link sees it at once",
  onlyUs: "only we see it",
  nothingPublic: "nothing public changes",
};
