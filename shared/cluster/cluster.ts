/** Texts that tell of the same thing: leader clustering (Hartigan 1975) in the order of time, so that the order of arrival does not show. */
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
 * The least likeness to a leader. On train (70 rumours, 534 articles): 0.97 of a rumour's articles in one cluster, of a cluster's articles 0.97 on one
 * rumour; at 0.20 0.966 and 0.959, at 0.25 0.956 and 0.986.
 */
const MIN_LIKENESS = 0.22;

/**
 * The same for texts of which one is not in English: without frequencies of their language's words they are less alike. On the eight rumours of lang
 * 0.62 of a rumour's texts are in one cluster, at 0.22 0.55; none is with those of another rumour, nor at 0.13.
 */
const MIN_OTHER_LIKENESS = 0.18;
const minLikeness = (one: Member, other: Member) =>
  baseLang(one.lang) === "en" && baseLang(other.lang) === "en" ? MIN_LIKENESS : MIN_OTHER_LIKENESS;

/** Terms of a text that says something beside what it repeats. */
const MIN_OWN_TERMS = 10;

/** The least number of terms in common: a few names are shared by all that is told of a place. 0.98 of the pairs on one rumour have eight, by 0.22 or more alike. */
const MIN_SHARED_TERMS = 6;

const leads = new WeakMap<Member, string[]>();
function leadFor(member: Member): string[] {
  const lead = leads.get(member) ?? leadOf(member.body);
  leads.set(member, lead);
  return lead;
}

/**
 * How alike two texts are by what each says itself: a paragraph on the place or the outlet that both have says nothing of what they tell. Texts
 * that have little else are copies of one another, and compared whole.
 */
function ownLikeness(one: Member, other: Member): number {
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

/** The leader of each text: the earliest text of its cluster. A text joins the likest leader before it, or leads. */
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

/** Whether a text follows a leader, of what it has in sight itself. */
export const follows = (id: string, leaderId: string, members: readonly Member[]): boolean => clusterOf(id, members)[0]?.id === leaderId;

/** Those of the texts that follow the same leader as one of them, earliest first. */
export function clusterOf(id: string, members: readonly Member[]): Member[] {
  const leaders = leadersOf(members);
  const leader = leaders.get(id);
  return members.filter((member) => leaders.get(member.id) === leader).sort(byTime);
}
