/**
 * Sentences in which a party answers a claim, and ones that only look like it, put into articles: what tells an act is then told apart from what the few
 * annotated articles that hold one have in common. The same for a seed.
 */
import type { ResponseType } from "../../../shared/model/response.ts";

/** P is the party, R the rumour ("the report"), C the claim as a clause. */
const FRAMES: Partial<Record<ResponseType, string[]>> = {
  denial: [
    "P denied R.",
    "P denied that C.",
    "P denies that C.",
    "P has repeatedly denied R.",
    "P rejected R.",
    "P dismissed R as nonsense.",
    "P refuted R.",
    "P disputed R.",
    "P said R was false.",
    "P said R was not true.",
    "P says R is completely untrue.",
    "P told reporters that R was wrong.",
    "P insisted that R had no basis.",
    'P called R "absolute rubbish".',
    'P described R as "pure invention".',
    '"This is false," P said.',
    '"R is not true," said P.',
    "R was rejected by P.",
    "R has been denied by P.",
    "R is untrue, according to P.",
    "In an e-mail, P denied R.",
    "P issued a statement denying R.",
    "P shot down R.",
    "P laughed off R.",
    "P took to Twitter to deny R.",
    "However, P said that nothing of the kind had happened.",
    "P confirmed that R was a hoax.",
    "P said there was no truth to R.",
  ],
  no_comment: [
    "P declined to comment.",
    "P declined comment.",
    "P refused to comment on R.",
    "P would not comment on R.",
    "P did not respond to a request for comment.",
    "P has not responded to R.",
    "P did not return calls seeking comment.",
    "P could not be reached.",
    "P was not immediately available for comment.",
    "P would neither confirm nor deny R.",
    "P had no comment on R.",
    "Reached by phone, P declined to discuss R.",
    '"We have no comment," P said.',
    "P has yet to comment on R.",
  ],
  investigation: [
    "P is looking into R.",
    "P said it was investigating.",
    "P is investigating R.",
    "P launched an investigation into R.",
    "P was trying to verify R.",
    "P said it was looking into R.",
    '"We are looking into it," P said.',
    "P has begun an inquiry into R.",
  ],
  confirmation: [
    "P confirmed R.",
    "P confirmed that C.",
    "P has confirmed to the newspaper that C.",
    "P acknowledged that C.",
    '"Yes, it is true," P said.',
    "P admitted that C.",
    "R was confirmed by P.",
  ],
  explanation: [
    "P explained that R arose from a misunderstanding.",
    "P said R was the result of a mix-up.",
    "P blamed R on a translation error.",
    '"It was meant as a joke," P explained.',
  ],
  clarification: [
    "P clarified that R had been taken out of context.",
    "P wanted to make clear what had been said.",
    'P said in a clarification: "We were misquoted."',
  ],
  correction: [
    "P later corrected its story.",
    "P has issued a correction.",
    "P updated its article and corrected R.",
    "P published a correction on Friday.",
  ],
  retraction: ["P retracted R.", "P has since withdrawn its story.", "P took back R.", "P retracted the story on Friday."],
  apology: ["P apologised for R.", "P has apologized.", '"We are sorry for the mistake," P said.', "P issued an apology."],
  takedown: ["P removed the post.", "P has since deleted the video.", "P took down the story.", "The post was removed by P."],
};
/** What looks like an answer and is none. */
const LOOK_ALIKES = [
  "If P denied R, few would believe it.",
  "Whether P will deny R remains to be seen.",
  "P would have to deny R, one reader wrote.",
  "In 2009 P denied a report on something else entirely.",
  "Years ago P denied similar stories.",
  "P was denied a permit for a new building last year.",
  "P confirmed its figures for the second quarter.",
  "P rejected an offer for the building next door.",
  "P said that the weather had been fine.",
  "P refused to pay the fine.",
  "P is investigating a fire in another town.",
  "P did not say anything of that kind about the weather.",
  "P explained how the new machine works.",
  "Nobody asked P about R.",
  "P told a joke about R.",
  "P will speak at a conference in May.",
  "P shared R with its followers.",
  "P was the first to publish R.",
  "P apologised for a late train last winter.",
  "P corrected the spelling of a street.",
];
const RUMOUR = [
  "the report",
  "the reports",
  "the rumor",
  "the rumors",
  "the claim",
  "the claims",
  "the story",
  "the allegations",
  "these reports",
  "the speculation",
];
const FIRST = ["Anna", "David", "Maria", "James", "Sofia", "Peter", "Laura", "Omar"];
const LAST = ["Keller", "Morgan", "Santos", "Whitfield", "Novak", "Haddad", "Lindgren", "Price"];
/** S is whom the claim concerns, N somebody's name. Beside it the names by which the party is right. */
const PARTIES = [
  "S",
  "A spokesman for S",
  "A spokeswoman for S",
  "S spokesman N",
  "S officials",
  "N, a lawyer for S,",
  "N, a spokeswoman for S,",
  "A representative of S",
  "S's publicist",
  "Police",
  "The police",
  "The ministry",
  "The company",
  "N",
  "Local officials",
  "The White House",
  "The hospital",
];

export interface Reworded {
  type: ResponseType;
  sentence: string;
  /** False for one that only looks like it. */
  isAnswer: boolean;
  /** Names by which its party is the right one. */
  names: string[];
}

/** Mulberry32. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const lower = (words: string) =>
  words.replace(/^(?:The|A|Local|Police|These|There)\b/, (word) => (word === "Police" ? "police" : word.toLowerCase()));

/** A sentence about a claim, by a party that may concern it. */
export function reworded({ claim, subject }: { claim: string; subject: string | null }, next: () => number): Reworded {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const isAnswer = next() < 0.65;
  const type = next() < 0.4 ? "denial" : one(Object.keys(FRAMES) as ResponseType[]);
  const frame = isAnswer ? one(FRAMES[type] ?? []) : one(LOOK_ALIKES);
  const name = `${one(FIRST)} ${one(LAST)}`;
  const form = one(subject ? PARTIES : PARTIES.filter((p) => !p.includes("S")));
  const party = form.replace("S", () => subject ?? "").replace("N", () => name);
  const names = [
    form.includes("N") ? name : "",
    form.includes("S") ? (subject ?? "") : "",
    !/[SN]/.test(form) ? form.replace(/^(?:The|A) /, "") : "",
  ].filter(Boolean);
  const put = (words: string, sign: string, value: string) => {
    const at = words.search(new RegExp(`(?<![A-Za-z])${sign}(?![A-Za-z])`));
    return at < 0 ? words : words.slice(0, at) + (at > 0 && words[at - 1] !== '"' ? lower(value) : value) + words.slice(at + 1);
  };
  let sentence = put(put(put(frame, "R", one(RUMOUR)), "C", claim), "P", party);
  sentence = sentence.replace(/,([.])$/, "$1").replace(/^(["“]?)\p{Ll}/u, (start) => start.toUpperCase());
  return { type, sentence, isAnswer, names };
}
