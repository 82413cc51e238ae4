/** The cluster of a page: the texts that tell of the same thing, and what these state. */
import { isPost } from "../model/document.ts";
import type { Quote } from "../model/quote.ts";
import { languageOf } from "../text/language.ts";
import { quoteOf } from "../text/quote-selector.ts";
import { byTime } from "../timeline/order.ts";
import { candidatesOf } from "./candidates.ts";
import { clusterOf, follows, type Member } from "./cluster.ts";
import { likeness, profileOf } from "./profile.ts";
import { ownersOf, type Wording, wordingsOf } from "./wording.ts";

/** A text of a page with its first document. */
export interface PageText extends Member {
  documentId: string;
}
/** The cluster of a page. */
export interface Cluster {
  /** The claim that its texts state, in the words of one of them; null where they agree on none. */
  wording: Wording | null;
  /** Texts in sight that belong to the cluster. */
  size: number;
  /** The words of the page itself that state the claim best. */
  quote: Quote | null;
  /** The first documents of texts whose cluster this page may have changed. */
  neighbours: string[];
}

/** Length of the start of a page's text that is read for its topic. */
const MAX_BODY = 5000;

/** A page's text as it is compared; null for a post. */
export function pageText(
  document: { id: string; kind: string; lang: string | null },
  id: string,
  at: number,
  title: string | null,
  text: string,
): PageText | null {
  if (isPost(document)) return null;
  const body = text.slice(0, MAX_BODY);
  const lang = document.lang ?? languageOf(body);
  return { id, at, title, body, lang, documentId: document.id, profile: profileOf(title, body, lang) };
}

type InSight = (member: PageText) => PageText[];
const clusterInSight = (member: PageText, inSight: InSight) => clusterOf(member.id, inSight(member)) as PageText[];

/** The leader of a text's cluster. */
export const leaderOf = (member: PageText, inSight: InSight): PageText => clusterInSight(member, inSight)[0] ?? member;

/** The texts of a leader's cluster whose wordings are the likeliest. */
export function likeliestOwners(leader: PageText, inSight: InSight): PageText[] {
  const cluster = clusterInSight(leader, inSight);
  const likeliest = new Set(ownersOf(wordingsOf(cluster)));
  return cluster.filter(({ id }) => likeliest.has(id));
}

/** The cluster of a text with that leader. `inSight`: the texts that one is compared with, itself among them. */
export function clusterFor(member: PageText, leader: PageText, inSight: InSight): Cluster {
  const cluster = clusterInSight(leader, inSight);
  const wording = wordingIn(leader, cluster, inSight);
  const beside = clusterInSight(member, inSight);
  const members = cluster.some(({ id }) => id === member.id) ? cluster : [...cluster, member];
  return { wording, size: members.length, quote: wording && quoteIn(member, wording), neighbours: neighboursOf(member, members, beside) };
}

/** The likeliest wording by a text that belongs to the cluster in its own sight, too: else no document of the claim would have its words. */
function wordingIn(leader: PageText, cluster: PageText[], inSight: InSight): Wording | null {
  const wordings = wordingsOf(cluster);
  const likeliest = new Set([leader.id, ...ownersOf(wordings)]);
  const owners = cluster.filter((one) => likeliest.has(one.id) && follows(one.id, leader.id, inSight(one)));
  return wordings.find(({ memberId }) => owners.some(({ id }) => id === memberId)) ?? null;
}

/** The documents whose cluster a text changes; none if the others would state the same without it. */
function neighboursOf(member: PageText, members: PageText[], beside: PageText[]): string[] {
  const others = members.filter(({ id }) => id !== member.id).sort(byTime);
  const [now, before] = [wordingsOf(members.sort(byTime))[0], wordingsOf(others)[0]];
  const changed = others.length < 2 || now?.text !== before?.text;
  return changed ? [...new Set([...others, ...beside].map(({ documentId }) => documentId))].filter((id) => id !== member.documentId) : [];
}

/** The words of a page that are most similar to a wording. */
function quoteIn(member: PageText, wording: Wording): Quote | null {
  const own = candidatesOf(member).map((one) => ({ one, alike: likeness(one.profile, wording.profile) }));
  const best = own.reduce((a, b) => (b.alike > a.alike ? b : a), own[0] ?? { one: null, alike: 0 }).one;
  if (!best) return null;
  const at = best.place === 0 ? -1 : member.body.indexOf(best.quote);
  return at < 0 ? { exact: best.quote, prefix: "", suffix: "" } : quoteOf(member.body, at, at + best.quote.length);
}
