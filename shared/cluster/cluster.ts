/** Clusters texts on the same thing: leader clustering (Hartigan 1975) in the order of publication, so that the order of arrival does not matter. */
import { baseLang } from "../match/terms/tokens.ts";
import { byTime } from "../timeline/order.ts";
import { leadOf, leadProfile, likeness, type Profile, sharedTerms } from "./profile.ts";

/** A text on its way into a cluster. */
export interface Member {
  /** Id of the text. */
  id: string;
  /** When it was published, ms; ties go by id. */
  at: number;
  title: string | null;
  body: string;
  lang: string;
  profile: Profile;
}

/**
 * The minimum similarity (cosine) to a leader. Lower values join clusters on different rumours, higher ones split the articles of one rumour.
 */
const MIN_LIKENESS = 0.22;

/**
 * The minimum similarity if one of the texts is not in English: without word frequencies of its language, texts are less similar.
 */
const MIN_OTHER_LIKENESS = 0.18;
const minLikeness = (one: Member, other: Member) =>
  baseLang(one.lang) === "en" && baseLang(other.lang) === "en" ? MIN_LIKENESS : MIN_OTHER_LIKENESS;

/** Minimum number of terms that a text must have besides those that it repeats. */
const MIN_OWN_TERMS = 10;

/** Minimum number of common terms, because all texts on one place share a few names. */
const MIN_SHARED_TERMS = 6;

const leads = new WeakMap<Member, string[]>();
function leadFor(member: Member): string[] {
  const lead = leads.get(member) ?? leadOf(member.body);
  leads.set(member, lead);
  return lead;
}

const likenesses = new WeakMap<Member, WeakMap<Member, number>>();
/** `likenessOf`, once for each two objects: a text is clustered with what it has in sight itself, and with what the others have. */
function ownLikeness(one: Member, other: Member): number {
  let known = likenesses.get(one);
  if (!known) likenesses.set(one, (known = new WeakMap()));
  const found = known.get(other) ?? likenessOf(one, other);
  known.set(other, found);
  return found;
}
/**
 * The similarity of two texts by their own words: a paragraph on the place or the outlet that both contain does not count. Texts that have
 * little else are copies of one another, and are compared whole.
 */
function likenessOf(one: Member, other: Member): number {
  const whole = likeness(one.profile, other.profile);
  if (whole < minLikeness(one, other) || sharedTerms(one.profile, other.profile) < MIN_SHARED_TERMS) return 0;
  const [mine, theirs] = [leadFor(one), leadFor(other)];
  if (!mine.some((sentence) => theirs.includes(sentence))) return whole;
  const restOf = (member: Member, lead: string[], others: string[]) =>
    leadProfile(
      member.title,
      lead.filter((sentence) => !others.includes(sentence)),
      member.lang,
    );
  const [a, b] = [restOf(one, mine, theirs), restOf(other, theirs, mine)];
  if (a.size < MIN_OWN_TERMS || b.size < MIN_OWN_TERMS) return whole;
  return sharedTerms(a, b) < MIN_SHARED_TERMS ? 0 : Math.min(whole, likeness(a, b));
}

/** Whether one of two texts would follow the other, if that led a cluster; with a margin, whether by so much more than it needs. */
export const isAlike = (one: Member, other: Member, margin = 0): boolean => ownLikeness(one, other) >= minLikeness(one, other) + margin;

/** The leader of each text: the earliest text of its cluster. A text joins the most similar leader before it, or becomes a leader. */
function leadersOf(members: readonly Member[]): Map<string, Member> {
  const leaders: Member[] = [];
  const found = new Map<string, Member>();
  for (const member of [...members].sort(byTime)) {
    let [best, most] = [member, 0];
    for (const leader of leaders) {
      const alike = ownLikeness(member, leader);
      if (alike >= minLikeness(member, leader) && alike >= most) [best, most] = [leader, alike];
    }
    if (best === member) leaders.push(member);
    found.set(member.id, best);
  }
  return found;
}

/** The cluster of each text, earliest first. */
export function clustersOf(members: readonly Member[]): Map<string, Member[]> {
  const leaders = leadersOf(members);
  const clusters = Map.groupBy([...members].sort(byTime), ({ id }) => leaders.get(id));
  return new Map(members.map(({ id }) => [id, clusters.get(leaders.get(id)) ?? []]));
}

/** Whether a text follows a leader, of what it has in sight itself. */
export const follows = (id: string, leaderId: string, members: readonly Member[]): boolean => clusterOf(id, members)[0]?.id === leaderId;

/** Those of the texts that follow the same leader as one of them, earliest first. */
export function clusterOf(id: string, members: readonly Member[]): Member[] {
  const leaders = leadersOf(members);
  const leader = leaders.get(id);
  return members.filter((member) => leaders.get(member.id) === leader).sort(byTime);
}
