/** The cluster of a page: the texts on the same thing, and what they state. */
import type { Quote } from "../model/quote.ts";
import { languageOf } from "../text/language.ts";
import { sentenceQuoteOf } from "../text/quote-selector.ts";
import { candidatesOf } from "./candidates.ts";
import { clusterOf, clustersOf, follows, isAlike, type Member } from "./cluster.ts";
import { likeness, profileOf } from "./profile.ts";
import { ownersOf, type Wording, wordingsOf } from "./wording.ts";

/** A text of a page, with its first document. */
export interface PageText extends Member {
  documentId: string;
}
/** The cluster of a page. */
export interface Cluster {
  /** The claim that its texts state, in the words of one of them; null if they agree on none. */
  wording: Wording | null;
  /** Number of texts in the cluster; 1 if there are too few, or only two that are not alike enough. */
  size: number;
  /** The words of the page itself that state the claim best. */
  quote: Quote | null;
  /** The first documents of the other texts of the cluster. */
  otherPages: string[];
  /** The same, and those of similar texts that may join it. */
  others: string[];
  /** The first documents of texts whose cluster, or what that states, changes because of new texts. */
  changed: string[];
}

/** The minimum probability that a wording states the claim of a cluster. */
const MIN_WORDING = 0.3;
/** What the texts of a cluster propose together, if they are sure enough of it. */
export const proposalOf = ({ size, wording }: Cluster): Wording | null =>
  size > 1 && wording && wording.probability >= MIN_WORDING ? wording : null;

/** Length of the start of a page's text that is read for its topic. */
const MAX_BODY = 5000;

/** Prepares a text for comparison. */
export function pageText(
  document: { id: string; lang: string | null },
  id: string,
  at: number,
  title: string | null,
  text: string,
): PageText {
  const body = text.slice(0, MAX_BODY);
  const lang = document.lang ?? languageOf(body);
  return { id, at, title, body, lang, documentId: document.id, profile: profileOf(title, body, lang) };
}

/**
 * How much more than the minimum two pages must be alike to propose a claim without a third one. Of the pairs among 2,000 pages beside a story,
 * 11 of 12 that were less alike were about two things; of the others, two in eight.
 */
const PAIR_MARGIN = 0.08;
function areEnough([one, other, third]: readonly PageText[]): boolean {
  return one !== undefined && other !== undefined && (third !== undefined || isAlike(one, other, PAIR_MARGIN));
}

type NeighboursOf = (member: PageText) => PageText[];
const clusterAround = (member: PageText, neighboursOf: NeighboursOf) => clusterOf(member.id, neighboursOf(member));

/** The leader of a text's cluster. */
export const leaderOf = (member: PageText, neighboursOf: NeighboursOf): PageText => clusterAround(member, neighboursOf)[0] ?? member;

/** The texts of a leader's cluster whose wordings are the likeliest. */
export function likeliestOwners(leader: PageText, neighboursOf: NeighboursOf): PageText[] {
  const cluster = clusterAround(leader, neighboursOf);
  const likeliest = new Set(ownersOf(wordingsOf(cluster)));
  return cluster.filter(({ id }) => likeliest.has(id));
}

/**
 * The cluster of a text that has this leader. `neighboursOf`: the texts that a text is compared with, itself included;
 * `newIds`: ids of texts that were not held before.
 */
export function clusterFor(member: PageText, leader: PageText, neighboursOf: NeighboursOf, newIds: ReadonlySet<string>): Cluster {
  const cluster = clusterAround(leader, neighboursOf);
  const alike = neighboursOf(member).filter((one) => isAlike(member, one));
  const members = cluster.some(({ id }) => id === member.id) ? cluster : [...cluster, member];
  const wording = areEnough(members) ? wordingIn(leader, cluster, neighboursOf) : null;
  const documentsOf = (texts: PageText[]) =>
    [...new Set(texts.map(({ documentId }) => documentId))].filter((id) => id !== member.documentId);
  return {
    wording,
    size: areEnough(members) ? members.length : 1,
    quote: wording && quoteIn(member, wording),
    otherPages: documentsOf(members),
    others: documentsOf([...members, ...alike]),
    changed: documentsOf([member, leader].flatMap((one) => changedIn(neighboursOf(one), newIds))),
  };
}

/** The likeliest wording from a text that its own neighbours put into the cluster too. Otherwise no document of the claim would have its words. */
function wordingIn(leader: PageText, cluster: PageText[], neighboursOf: NeighboursOf): Wording | null {
  const wordings = wordingsOf(cluster);
  const likeliest = new Set([leader.id, ...ownersOf(wordings)]);
  const owners = cluster.filter((one) => likeliest.has(one.id) && follows(one.id, leader.id, neighboursOf(one)));
  return wordings.find(({ memberId }) => owners.some(({ id }) => id === memberId)) ?? null;
}

/** The held neighbours of a text that follow another leader because of new texts, or whose cluster then states something else. */
function changedIn(neighbours: readonly PageText[], newIds: ReadonlySet<string>): PageText[] {
  const held = neighbours.filter(({ id }) => !newIds.has(id));
  if (held.length === neighbours.length) return [];
  const after = clustersOf(neighbours);
  const before = clustersOf(held);
  const stated = new Map<readonly PageText[], string | null>();
  const statedBy = (cluster: readonly PageText[]) => {
    if (!stated.has(cluster)) stated.set(cluster, areEnough(cluster) ? (wordingsOf(cluster)[0]?.text ?? null) : null);
    return stated.get(cluster);
  };
  return held.filter(({ id }) => {
    const now = after.get(id) ?? [];
    const then = before.get(id) ?? [];
    return now[0]?.id !== then[0]?.id || (now.length !== then.length && statedBy(now) !== statedBy(then));
  });
}

/** The words of a page that are most similar to a wording. */
function quoteIn(member: PageText, wording: Wording): Quote | null {
  const own = candidatesOf(member).map((one) => ({ one, alike: likeness(one.profile, wording.profile) }));
  const best = own.reduce((a, b) => (b.alike > a.alike ? b : a), own[0] ?? { one: null, alike: 0 }).one;
  if (!best) return null;
  const at = best.place === 0 ? -1 : member.body.indexOf(best.quote);
  return at < 0 ? { exact: best.quote, prefix: "", suffix: "" } : sentenceQuoteOf(member.body, at, at + best.quote.length);
}
