/** Clusters texts on the same thing by average linkage (Sokal & Michener 1958). It depends on the texts alone, not on the order of arrival. */

import { sumOf } from "../collections.ts";
import { DAY } from "../durations.ts";
import { latinNames } from "../match/terms/names-by-sound.ts";
import { baseLang } from "../match/terms/tokens.ts";
import { oncePerObject } from "../text/once-per.ts";
import { byTime } from "../timeline/order.ts";
import { leadOf, leadProfile, likeness, type Profile, sharedTerms, termsByPlace } from "./profile.ts";

/** A text to be clustered. */
export interface Member {
  /** Id of the text. */
  id: string;
  /** When it was published, in ms; later than any date if that is not known. Ties go by id. */
  at: number;
  title: string | null;
  body: string;
  lang: string;
  profile: Profile;
}

/**
 * The minimum similarity (cosine) of two texts. Lower values join clusters on different rumours, higher ones split the articles of one rumour.
 */
const MIN_LIKENESS = 0.22;

/**
 * The minimum similarity if one of the texts is not in English: without word frequencies of its language, texts are less similar.
 */
const MIN_OTHER_LIKENESS = 0.18;

/** Articles on one thing appear within this many days. */
const NEAR_DAYS = 14;
/** How much more alike texts must be with each doubling of these days. */
const MORE_EACH_DOUBLING = 0.5;
/** Maximum factor of required similarity: texts that alike are copies. */
const MAX_TIME_FACTOR = 2.5;
/**
 * The factor by which two texts must be more alike because of the time between them. Texts on one subject are alike even if they
 * report different days. Of 491 pairs joined among 924 articles on an election, 365 were more than ten days apart; of these 36 were
 * checked, and none was on one thing.
 */
function timeFactor(one: Member, other: Member): number {
  const days = Math.abs(one.at - other.at) / DAY;
  if (days <= NEAR_DAYS || one.at >= NO_DATE || other.at >= NO_DATE) return 1;
  return Math.min(MAX_TIME_FACTOR, 1 + MORE_EACH_DOUBLING * Math.log2(days / NEAR_DAYS));
}
/** The last instant that a Date can have. */
const NO_DATE = 8.64e15;
const areEnglish = (...both: [Member, Member]) => both.every(({ lang }) => baseLang(lang) === "en");
const minLikeness = (one: Member, other: Member) => (areEnglish(one, other) ? MIN_LIKENESS : MIN_OTHER_LIKENESS) * timeFactor(one, other);

/** Minimum number of terms that a text must have besides the repeated ones. */
const MIN_OWN_TERMS = 10;

/** Minimum number of common terms, because all texts on one place share a few names. */
const MIN_SHARED_TERMS = 6;

const leadFor = oncePerObject((member: Member) => leadOf(member.body));

const likenessTo = oncePerObject((one: Member) => oncePerObject((other: Member) => likenessOf(one, other)));
/** `likenessOf`, cached for each pair: a text is clustered with its own neighbours and with those of others. */
const ownLikeness = (one: Member, other: Member): number => (one.id < other.id ? likenessTo(one)(other) : likenessTo(other)(one));
/**
 * The similarity of two texts by their own words: a paragraph on the place or the outlet that both contain does not count. Texts with little else
 * are copies of each other, and are compared as a whole.
 */
function likenessOf(one: Member, other: Member): number {
  const shared = sharedTerms(one.profile, other.profile);
  const byWords = () => (shared < MIN_SHARED_TERMS ? 0 : byTitles(one, other));
  const found = areComparedByNames(one, other) ? byNames(one, other, shared) : byWords();
  // The same names and words recur in later months, so shared names and titles add nothing then.
  const more = timeFactor(one, other) > 1 ? Math.min(1, found) : found;
  const whole = more * likeness(one.profile, other.profile);
  if (whole < minLikeness(one, other)) return 0;
  const ownLead = leadFor(one);
  const otherLead = leadFor(other);
  if (!ownLead.some((sentence) => otherLead.includes(sentence))) return whole;
  const restOf = (member: Member, lead: string[], others: string[]) =>
    leadProfile(
      member.title,
      lead.filter((sentence) => !others.includes(sentence)),
      member.lang,
    );
  const a = restOf(one, ownLead, otherLead);
  const b = restOf(other, otherLead, ownLead);
  if (a.size < MIN_OWN_TERMS || b.size < MIN_OWN_TERMS) return whole;
  return sharedTerms(a, b) < MIN_SHARED_TERMS ? 0 : Math.min(whole, more * likeness(a, b));
}

/** A text that has more than this share of the other's title counts as more alike. */
const HALF = 0.5;
/**
 * The factor by which two texts are more alike because one has most of the other's title. With it, 42 of 54 pages on ten English stories cluster
 * with most others, without it 35.
 */
function byTitles(one: Member, other: Member): number {
  const titleIn = ({ title }: Terms, { text }: Terms) => sumOf(title(), ([term, weight]) => (text().has(term) ? weight * weight : 0));
  const ownTerms = termsByPlace(one);
  const otherTerms = termsByPlace(other);
  return Math.max(1, HALF + titleIn(ownTerms, otherTerms), HALF + titleIn(otherTerms, ownTerms));
}
type Terms = ReturnType<typeof termsByPlace>;

/** Whether two texts are compared by their names: not in English, so that words have no known frequencies, and in scripts whose capitals show names. */
const areComparedByNames = (...both: [Member, Member]) => !areEnglish(...both) && !both.some(({ lang }) => baseLang(lang) === "zh");
const namesFor = oncePerObject(({ title, body, lang }: Member) => latinNames([title, body].join("\n"), lang));
/** Number of common names that neither raises nor lowers the similarity by terms. */
const USUAL_NAMES = 3;
/**
 * The factor by which two texts are more alike because of the names and terms that they share. It finds 0.75 of the pairs of our stories that are
 * on one thing, where six common terms or more find 0.69, with as many pages outside the claim and none of another story.
 */
function byNames(one: Member, other: Member, shared: number): number {
  const otherNames = namesFor(other);
  const names = [...namesFor(one)].filter((name) => otherNames.has(name)).length;
  return (Math.sqrt((1 + shared) / (1 + MIN_SHARED_TERMS)) * (1 + names)) / (1 + USUAL_NAMES);
}

/** How close two texts are, as a multiple of the likeness at which two texts alone are a cluster: from 1 on they are one. */
export const closeness = (one: Member, other: Member): number => ownLikeness(one, other) / minLikeness(one, other);
/** Whether two texts would be a cluster if there were no others. `margin`: by how much they must exceed the minimum. */
export const isAlike = (one: Member, other: Member, margin = 0): boolean => ownLikeness(one, other) >= minLikeness(one, other) + margin;

/**
 * Minimum mean closeness of the texts of two groups, as multiples of the minimum of each pair. A lower value joins rumours that share a name; 0.8
 * splits one of the rumours in other languages.
 */
const MIN_MEAN = 2 / 3;
/**
 * Two groups of at least this many texts are two rumours about one person, not one rumour, if they are less close to each other than
 * `MIN_OF_WITHIN` allows. Of 718 articles on 89 rumours, 49 were grouped with another rumour before, and 8 are now. A smaller number or a larger
 * share splits articles of one rumour (docs/tried/claims.md).
 */
const MIN_PARTED = 5;
/** How close two groups must be to be joined, as a share of the closeness within the looser of them. */
const MIN_OF_WITHIN = 0.75;
/** The groups of texts, each earliest first. The two groups that are closest on average are joined, as long as they are close enough. */
function groupsOf<T extends Member>(members: readonly T[]): T[][] {
  const sorted = [...members].sort(byTime);
  const groups = sorted.map((member) => [member]);
  // The sum of closeness between each two groups, and (`within`) within each group.
  const sums = sorted.map(() => sorted.map(() => 0));
  for (const [i, one] of sorted.entries())
    for (const [j, other] of sorted.slice(0, i).entries()) {
      const close = closeness(one, other);
      (sums[i] as number[])[j] = close;
      (sums[j] as number[])[i] = close;
    }
  const within = sorted.map(() => 0);
  const sizeOf = (i: number) => groups[i]?.length ?? 0;
  const meanOf = (i: number, j: number) => {
    const pairs = sizeOf(i) * sizeOf(j);
    return pairs && (sums[i]?.[j] ?? 0) / pairs;
  };
  const meanWithin = (i: number) => (within[i] ?? 0) / ((sizeOf(i) * (sizeOf(i) - 1)) / 2);
  const areParted = (i: number, j: number, mean: number) =>
    Math.min(sizeOf(i), sizeOf(j)) >= MIN_PARTED && mean < MIN_OF_WITHIN * Math.min(meanWithin(i), meanWithin(j));
  for (;;) {
    let into = 0;
    let from = 0;
    let most = MIN_MEAN;
    for (let j = 1; j < groups.length; j++)
      for (let i = 0; i < j; i++) {
        const mean = meanOf(i, j);
        if (mean > most && !areParted(i, j, mean)) [into, from, most] = [i, j, mean];
      }
    if (!from) return groups.filter(({ length }) => length).map((group) => group.sort(byTime));
    within[into] = (within[into] ?? 0) + (within[from] ?? 0) + (sums[into]?.[from] ?? 0);
    groups[into]?.push(...(groups[from]?.splice(0) ?? []));
    sums[into] = sums[into]?.map((sum, k) => sum + (sums[from]?.[k] ?? 0)) ?? [];
    for (const row of sums) row[into] = (row[into] ?? 0) + (row[from] ?? 0);
  }
}

/** The cluster of each text, earliest first. The first text is its leader. */
export const clustersOf = <T extends Member>(members: readonly T[]): Map<string, T[]> =>
  new Map(groupsOf(members).flatMap((group) => group.map(({ id }) => [id, group] as const)));

/** The cluster of one of the texts. */
export const clusterOf = <T extends Member>(id: string, members: readonly T[]): T[] => clustersOf(members).get(id) ?? [];

/** Whether a text's own neighbours put it into the cluster of a leader. */
export const follows = (id: string, leaderId: string, members: readonly Member[]): boolean => clusterOf(id, members)[0]?.id === leaderId;
