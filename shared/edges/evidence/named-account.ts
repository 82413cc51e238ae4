/** Chooses the document of a named account that is the likely parent. */

import { DAY } from "../../durations.ts";
import { bit } from "../../logistic.ts";
import { addresseesOf, type Mention, type Naming } from "../../text/posts/account-mentions.ts";
import { words } from "../../text/segment.ts";
import { byText, orderOf } from "../../timeline/order.ts";
import type { EdgeFinding, Neighbour, RelateInput } from "../kind.ts";
import { passage } from "./passage.ts";

/** A document of the named account, with the start of its text. */
interface Candidate {
  document: Neighbour;
  text: string;
}
export interface Named {
  mention: Mention;
  /** A few of its latest documents before the post, in any order. */
  candidates: Candidate[];
}
interface NamedParent {
  document: Neighbour;
  confidence: number;
}

/** Maximum age of a candidate in ms: people answer and repeat what is new. */
export const MAX_CANDIDATE_AGE = 14 * DAY;
/** A reply within this time, in ms, was written before the candidate was read. */
const MIN_REPLY_TIME = 10_000;

/** Whether a document is earlier, at least probably. Order is never guessed: a document of unknown order is no candidate. */
function isEarlier(document: Neighbour, own: Pick<Neighbour, "published">): boolean {
  const order = orderOf(document.published, own.published);
  return order === "before" || order === "likely before";
}

/** Words that say what a post is about. */
const contentWords = (text: string) => new Set(words(text).filter((word) => word.length > 3 || /\p{sc=Han}/u.test(word)));
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((word) => b.has(word)).length;
/** How many words of content two posts share, up to 4. */
const sharedContent = (a: string, b: string) => Math.min(4, shared(contentWords(a), contentWords(b)));

/** The fraction of the quoted words that the candidate has: 0..1. */
function quotedShare(mention: Mention, own: string, candidate: string): number {
  const quoted = new Set(words(mention.words ? own.slice(mention.words.start, mention.words.end) : ""));
  return quoted.size ? shared(quoted, new Set(words(candidate))) / quoted.size : 0;
}

/**
 * How well a candidate fits as the post that is answered. The score weighs the people whom both address (an answer repeats those of its
 * parent), whether the candidate addressed the author or opened a conversation, common words, and the time to write the answer. The weights
 * were fitted on RumourEval 2019 train.
 */
function answers(mention: Mention, own: { handle: string | null; text: string; at: number }, candidate: Candidate): number {
  const mine = addresseesOf(own.text);
  const theirs = addresseesOf(candidate.text);
  const spoke = own.handle !== null && theirs.has(own.handle);
  const opened = theirs.size === 0;
  mine.delete(mention.handle);
  theirs.delete(mention.handle);
  if (own.handle !== null) theirs.delete(own.handle);
  const all = new Set([...mine, ...theirs]).size;
  const same = all ? shared(mine, theirs) / all : 1;
  const fast = own.at - (candidate.document.published.earliest ?? own.at) < MIN_REPLY_TIME;
  return same + 0.5 * bit(spoke) + 0.4 * bit(opened) + 0.05 * sharedContent(own.text, candidate.text) - 0.5 * bit(fast);
}

/** Maximum confidence by kind of mention, and factors for rival candidates and for an old one. */
const CONFIDENCE: Record<Naming, number> = { words: 0.9, credit: 0.65, answer: 0.75 };
const RIVALS_FACTOR = 0.8;
const STALE_FACTOR = 0.7;
/** A candidate with a smaller share of the quoted words is less sure: the account may have said them elsewhere. */
const SURE_QUOTED_SHARE = 0.6;
const MIN_QUOTED_SHARE = 0.3;

/**
 * The candidate that best fits what the post quotes, credits or answers; among equals the latest. Null if none was published before the post,
 * or none has the quoted words.
 */
function namedParent(
  { mention, candidates }: Named,
  own: { id: string; handle: string | null; text: string; published: Neighbour["published"] },
): NamedParent | null {
  const at = own.published.latest;
  if (at === null) return null;
  const scored = candidates
    .filter(({ document }) => document.id !== own.id && isEarlier(document, own))
    .map((candidate) => {
      const fits: Record<Naming, () => number> = {
        words: () => quotedShare(mention, own.text, candidate.text),
        answer: () => answers(mention, { ...own, at }, candidate),
        credit: () => sharedContent(own.text, candidate.text),
      };
      return { ...candidate, fit: fits[mention.how]() };
    })
    .sort(
      (a, b) =>
        b.fit - a.fit ||
        (b.document.published.earliest ?? 0) - (a.document.published.earliest ?? 0) ||
        byText(a.document.id, b.document.id),
    );
  const [best, next] = scored;
  if (!best || (mention.how === "words" && mention.words !== null && best.fit < MIN_QUOTED_SHARE)) return null;
  let confidence = CONFIDENCE[mention.how];
  if (mention.how === "words") confidence *= best.fit >= SURE_QUOTED_SHARE ? 1 : RIVALS_FACTOR;
  else if (next) confidence *= RIVALS_FACTOR;
  if (at - (best.document.published.earliest ?? at) > DAY && best.fit < SURE_QUOTED_SHARE) confidence *= STALE_FACTOR;
  return { document: best.document, confidence };
}

/** Confidence of an edge to a named account, if it is not known which of its posts is meant. */
const POST_UNKNOWN = 0.5;
/** The reasons for an edge to a named account: where one of its posts fits, and where none is known; null: there is no edge then. */
interface NamedWhy {
  known: (name: string) => string;
  unknown: ((name: string) => string) | null;
}
/** The edges of a post to those whom it names in one way, each to the post of theirs that fits best. */
export function edgesToNamed(
  { document, named }: Pick<RelateInput, "document" | "named">,
  type: EdgeFinding["type"],
  how: Naming,
  { known, unknown }: NamedWhy,
): EdgeFinding[] {
  return named
    .filter(({ mention }) => mention.how === how)
    .flatMap((one): EdgeFinding[] => {
      const found = namedParent(one, document);
      const why = found ? known : unknown;
      if (!why) return [];
      const { start, end, words: said } = one.mention;
      const name = document.text.slice(start, end);
      return [
        {
          childId: document.id,
          parentId: found?.document.id ?? null,
          type,
          basis: "stated",
          confidence: found?.confidence ?? POST_UNKNOWN,
          evidence: { quote: passage(document.text, start, said?.end ?? end), why: why(name), ...(!found && { name }) },
        },
      ];
    });
}
