/** Which words state what a cluster of texts tells: a headline or a sentence of its leads, as somebody wrote it. */

import { doubtsIn } from "../changes/compare/cues.ts";
import { packOf } from "../lang/index.ts";
import { baseLang } from "../match/terms/tokens.ts";
import { responseCuesIn } from "../read/responses/response-cues.ts";
import { sentences, words } from "../text/segment.ts";
import type { Member } from "./cluster.ts";
import { likeness, type Profile, termsOf, weighted } from "./profile.ts";
import weights from "./weights.json" with { type: "json" };

/** A headline or a sentence that may word a claim. */
interface Candidate {
  /** As it is proposed: a headline without its label and the name of its site, a sentence without its full stop. */
  text: string;
  /** The same words as they stand in the title or the text. */
  quote: string;
  /** 0: the title; else the number of the sentence. */
  place: number;
  /** The id of the text that has it. */
  memberId: string;
  lang: string;
  profile: Profile;
}

const LEAD_SENTENCES = 3;
const MAX_LEAD = 2000;
/** Words of a wording: fewer say nothing, more are a paragraph. A Han character counts half. */
const [MIN_WORDS, MAX_WORDS] = [4, 30];
const MIN_TERMS = 3;
/** Texts whose words are compared to choose a wording: the earliest. */
const MAX_SAMPLE = 6;

/** Of a language without such words nothing matches. */
const NO_CUES = { untrue: "(?!)", dependent: "(?!)", labels: "(?!)" };
const compiled = new Map<string, { label: RegExp; dependent: RegExp; untrue: RegExp }>();
function cuesOf(lang: string) {
  const base = baseLang(lang);
  let found = compiled.get(base);
  if (!found) {
    const pack = packOf(base);
    const cues = pack?.wording ?? NO_CUES;
    const whole = (source: string) => (pack?.unspaced ? `(?:${source})` : `(?<!\\p{L})(?:${source})(?!\\p{L})`);
    found = {
      label: new RegExp(`^(?:[【[(]?(?:${cues.labels})[】\\])]?\\s*[:：|–—-]\\s*|【[^】]{1,8}】\\s*)+`, "iu"),
      dependent: new RegExp(`^["“'‘«„]?${whole(cues.dependent)}`, "iu"),
      untrue: new RegExp(whole(cues.untrue), "iu"),
    };
    compiled.set(base, found);
  }
  return found;
}

/** "… | The Daily Post", "… - Example.com": the name of the site, behind a headline. */
const SITE_TAIL = /\s(?:[|]|[–—-])\s[^|–—]{2,30}$/u;
/** "(VIDEO)", "[Updated]". */
const BRACKETED_LABEL = /[([]\p{L}{4,10}[)\]]$/u;
function headline(title: string, lang: string): string {
  const bare = title.replace(cuesOf(lang).label, "").trim().replace(BRACKETED_LABEL, "").trim();
  const short = bare.replace(SITE_TAIL, "");
  return countOf(short) >= MIN_WORDS ? short : bare;
}
const countOf = (text: string) => words(text).length - (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 4;

/** The headline and the lead sentences of a text that stand alone. */
export function candidatesOf(member: Pick<Member, "id" | "title" | "body" | "lang">): Candidate[] {
  const { title, body, lang } = member;
  const found: Candidate[] = [];
  const add = (text: string, quote: string, place: number) => {
    const count = countOf(text);
    if (count < MIN_WORDS || count > MAX_WORDS || found.some((one) => one.text === text) || cuesOf(lang).dependent.test(text)) return;
    const terms = new Set(termsOf(text, lang).map(({ term }) => term));
    if (terms.size < MIN_TERMS) return;
    const profile = weighted(new Map([...terms].map((term) => [term, 1])));
    found.push({ text, quote, place, memberId: member.id, lang, profile });
  };
  if (title) add(headline(title, lang), title, 0);
  sentences(body.slice(0, MAX_LEAD))
    .slice(0, LEAD_SENTENCES)
    .forEach(({ text }, i) => {
      add(text.replace(/\s+/g, " ").replace(/(?<![,;.])[.。]+$/u, ""), text, i + 1);
    });
  return found;
}

/** What is known of a candidate, as numbers; the names are keys of weights.json. */
export const FEATURES = [
  "likeOthers",
  "likestOther",
  "likeCluster",
  "likeOwnText",
  "title",
  "length",
  "question",
  "colon",
  "quotation",
  "negated",
  "denied",
  "untrue",
  "hedged",
] as const;

/** Of a text that stands alone there are no others to compare with. */
const [USUAL_MEAN, USUAL_MOST] = [0.3, 0.4];

/** The features of a candidate, in the order of FEATURES. `pool` holds the candidates of the whole cluster, `cluster` its mean profile. */
export function featuresOf(one: Candidate, pool: readonly Candidate[], own: Profile, cluster: Profile): number[] {
  const byMember = new Map<string, number>();
  for (const other of pool)
    if (other.memberId !== one.memberId)
      byMember.set(other.memberId, Math.max(byMember.get(other.memberId) ?? 0, likeness(one.profile, other.profile)));
  const likes = [...byMember.values()];
  const { negations, hedges } = doubtsIn(one.text, one.lang);
  const flag = (is: boolean) => (is ? 1 : 0);
  return [
    likes.length ? likes.reduce((sum, like) => sum + like, 0) / likes.length : USUAL_MEAN,
    likes.length ? Math.max(...likes) : USUAL_MOST,
    likeness(one.profile, cluster),
    likeness(one.profile, own),
    flag(one.place === 0),
    Math.log(one.profile.size),
    flag(/[?？]/u.test(one.text)),
    flag(/:\s|：/u.test(one.text)),
    flag(/["“”«»„「」]/u.test(one.text)),
    flag(negations.length > 0),
    flag(responseCuesIn(one.text, one.lang).some(({ type }) => type === "denial")),
    flag(cuesOf(one.lang).untrue.test(one.text)),
    flag(hedges.length > 0),
  ];
}

/** The mean of profiles, made one long. */
export function meanProfile(profiles: readonly Profile[]): Profile {
  const sum = new Map<string, number>();
  for (const profile of profiles) for (const [term, weight] of profile) sum.set(term, (sum.get(term) ?? 0) + weight);
  const norm = Math.sqrt([...sum.values()].reduce((squares, weight) => squares + weight * weight, 0)) || 1;
  for (const [term, weight] of sum) sum.set(term, weight / norm);
  return sum;
}

const fitted: Record<string, number> = weights.weights;
/** The probability that a candidate with these features states what the cluster is about. */
function probabilityOf(features: readonly number[]): number {
  const z = FEATURES.reduce((sum, name, i) => sum + (fitted[name] ?? 0) * (features[i] ?? 0), fitted["intercept"] ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/** Texts whose words may word a cluster, beside its leader's: those with the likeliest. */
const MAX_OWNERS = 2;
/** The ids of the texts with the likeliest wordings. */
export const ownersOf = (wordings: readonly Wording[]): string[] =>
  [...new Set(wordings.map(({ memberId }) => memberId))].slice(0, MAX_OWNERS);

export interface Wording extends Candidate {
  probability: number;
}
/** The candidates of a cluster's earliest texts, likeliest first; equal words once. */
export function wordingsOf(members: readonly Member[]): Wording[] {
  const sample = members.slice(0, MAX_SAMPLE);
  const pool = sample.flatMap(candidatesOf);
  const cluster = meanProfile(sample.map(({ profile }) => profile));
  const own = new Map(sample.map(({ id, profile }) => [id, profile]));
  return pool
    .map((one) => ({ ...one, probability: probabilityOf(featuresOf(one, pool, own.get(one.memberId) ?? cluster, cluster)) }))
    .sort((a, b) => b.probability - a.probability || (a.text < b.text ? -1 : 1));
}
