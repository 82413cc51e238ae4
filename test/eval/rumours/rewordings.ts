/**
 * Sentences in which a party answers a claim, and ones that only look like it, put into articles: what tells an act is then told apart from what the
 * few annotated articles that hold one have in common. The same for a seed.
 */
import type { ResponseType } from "../../../shared/model/response.ts";

/** P is the party, R the rumour ("the report"), C the claim as a clause, Q who tells of the act, asks for it or is answered. */
const FRAMES: Partial<Record<ResponseType, string[]>> = {
  denial: [
    "P denied R.",
    "P strongly denied that C.",
    "P told reporters it is not true that C.",
    "P said there was no evidence that C.",
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
    "Q reported that P denied R.",
    "Q said P had denied that C.",
    "P told Q that R was not true.",
    "According to Q, P has denied R.",
    "P laughed off Q's claim that C.",
    "P rejected Q's report.",
    "R, first published by Q, was denied by P.",
    'R has been refuted as "false" by P.',
    "Quoting P, Q reported that R was false.",
    "P quoted by Q cast doubt on R.",
    'In a letter to Q, P called R "entirely false".',
    "Q said that C, a claim that P denied.",
    "Q said that C, a claim quickly rejected by P.",
    "Q said that C, a claim P said was false.",
    "Q said that C, but P denied it.",
    "Q's claim that C was dismissed by P.",
    "P denied Q's claim that C.",
    'P said that Q\'s claim was "categorically false".',
    "Q stood by R in response to P's denial.",
    "Q repeated that C, although P had denied it.",
    "While Q claims that C, P says there is no evidence of it.",
    "P confirmed that R was not true.",
    "P said it had checked and confirmed that R was false.",
    "P said that Q had confirmed that R was false.",
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
    "Q reached out to P, but has not heard back.",
    "Q asked P about R, but P declined to comment.",
    "Q said it was looking into R, and P had no comment.",
    "P declined to comment to Q.",
    "P told Q that it could not confirm R.",
    "P told Q it had no further details on R.",
    "P said it had nothing to confirm R.",
    "Q said that C, and P declined to comment on it.",
    "P did not respond to Q's request for comment.",
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
    "P told Q it was looking into R.",
    "Q had no comment, and P said it was investigating R.",
    "Q said that C, and P said it was looking into it.",
  ],
  confirmation: [
    "P confirmed R.",
    "P later confirmed that C.",
    "It is true that C, P said.",
    "P confirmed that C.",
    "P has confirmed to the newspaper that C.",
    "P acknowledged that C.",
    '"Yes, it is true," P said.',
    "P admitted that C.",
    "R was confirmed by P.",
    "P confirmed R to Q.",
    "Q said P had confirmed that C.",
    "P confirmed what Q had reported.",
    "P confirmed Q's claim that C.",
  ],
  explanation: [
    "P explained that R arose from a misunderstanding.",
    "P said R was the result of a mix-up.",
    "P blamed R on a translation error.",
    '"It was meant as a joke," P explained.',
    "P told Q that R was a misunderstanding.",
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
  retraction: [
    "P retracted R.",
    "P pulled its report after Q denied it.",
    "P has since withdrawn its story.",
    "P took back R.",
    "P retracted the story on Friday.",
  ],
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
  "At the time, P denied R.",
  "P denied a similar report in March.",
  "Q says P will comment on R soon.",
  "Q has asked P to deny R.",
  "Q said P was first asked about R last year.",
  "P claims that C.",
  "P says that Q owes it an apology for R.",
  "P called for Q to apologise for R.",
  "P demanded that Q retract R.",
  "P denied that a meeting had been planned.",
  "P denied that the fire had anything to do with its work.",
  "P was suspended for a month.",
  "P removed a fallen tree.",
  "P acknowledged that it had been a hard year.",
  "P confirmed the time of its next meeting.",
  "No officials have confirmed R.",
  "P said that it had bought the house three years ago.",
  "P was checking the tyres of a truck.",
  '"Q owes us an apology," P said.',
  "A fire near P was investigated last week.",
  "P said that a theft in another town was being investigated.",
  "P was investigated in another case years ago.",
  "P said that it had waited to confirm another story.",
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
  "Sources close to S",
  "A source close to S",
  "A friend of S",
  "Two S employees",
  "Reps for S",
];
/** Who else such a sentence names: an outlet or an authority. */
const OTHERS = [
  "Reuters",
  "CNN",
  "The Daily Herald",
  "the Guardian",
  "a local newspaper",
  "Channel 4",
  "The Morning Post",
  "the ministry",
  "N",
  "Rep. N",
  "a lawmaker",
  "the website",
];

export interface Reworded {
  type: ResponseType;
  sentence: string;
  /** False for one that only looks like it. */
  isAnswer: boolean;
  /** Names by which its party is the right one. */
  names: string[];
}

const lower = (words: string) =>
  words.replace(/^(?:The|A|Local|Police|These|There)\b/, (word) => (word === "Police" ? "police" : word.toLowerCase()));

/** Prepositions behind which an article leaves the rest of a claim out; and a person's two names, of which it repeats the last. */
const TAIL = /^(.{20,}?) (?:in|on|at|by|for|with|after|during|because|from|near|and) .*$/;
const FULL_NAME = /(?<![\p{L}-])\p{Lu}\p{Ll}+ (?=\p{Lu}\p{Ll}+)/gu;
/** A claim as an article repeats it: with last names alone, or without its end, each half of the time. */
function repeated(claim: string, next: () => number): string {
  const short = next() < 0.5 ? claim.replace(FULL_NAME, "") : claim;
  return next() < 0.5 ? (TAIL.exec(short)?.[1] ?? short) : short;
}

/** A sentence about a claim, by a party that may concern it. */
export function reworded({ claim, subject }: { claim: string; subject: string | null }, next: () => number): Reworded {
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const isAnswer = next() < 0.65;
  const type = next() < 0.4 ? "denial" : one(Object.keys(FRAMES) as ResponseType[]);
  const frame = isAnswer ? one(FRAMES[type] ?? []) : one(LOOK_ALIKES);
  const name = `${one(FIRST)} ${one(LAST)}`;
  const form = one(subject ? PARTIES : PARTIES.filter((p) => !p.includes("S")));
  const party = form.replace("S", () => subject ?? "").replace("N", () => name);
  const other = one(OTHERS).replace("N", () => `${one(FIRST)} ${one(LAST)}`);
  const names = [
    form.includes("N") ? name : "",
    form.includes("S") ? (subject ?? "") : "",
    !/[SN]/.test(form) ? form.replace(/^(?:The|A) /, "") : "",
  ].filter(Boolean);
  const put = (words: string, sign: string, value: string) => {
    const at = words.search(new RegExp(`(?<![A-Za-z])${sign}(?![A-Za-z])`));
    return at < 0 ? words : words.slice(0, at) + (at > 0 && words[at - 1] !== '"' ? lower(value) : value) + words.slice(at + 1);
  };
  let sentence = put(put(put(put(frame, "R", one(RUMOUR)), "C", repeated(claim, next)), "Q", other), "P", party);
  sentence = sentence.replace(/,([.])$/, "$1").replace(/^(["“]?)\p{Ll}/u, (start) => start.toUpperCase());
  return { type, sentence, isAnswer, names };
}
