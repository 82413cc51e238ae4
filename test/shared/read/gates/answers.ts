/** Invented articles that tell of one act of answering a rumour, in many wordings: who did what is known of each. */
import type { ResponseType } from "../../../../shared/model/response.ts";

interface Rumour {
  claim: string;
  title: string;
  /** What is said to be so, as a clause. */
  clause: string;
  before: string;
  after: string;
}
const RUMOURS: Rumour[] = [
  {
    claim: "Norvik Ferries will close its night line to Aland",
    title: "Norvik Ferries said to close night line to Aland",
    clause: "it will close its night line to Aland",
    before:
      "Norvik Ferries will close its night line to Aland in the spring, the harbour paper Kaibladet reported on Tuesday. The paper cited two crew members who had seen the new timetable. The line carries some 400 travellers a night and has been running since 1962.",
    after:
      "Regular travellers were worried. Many of them work on the other side and sleep on board, and the last train leaves before the day boat arrives. A petition had 3,000 signatures by Wednesday noon.",
  },
  {
    claim: "The Halden bakery mixes sawdust into its rye bread",
    title: "Sawdust in the rye bread?",
    clause: "its rye bread holds sawdust",
    before:
      "A video that has been watched two million times says that the Halden bakery mixes sawdust into its rye bread. In it a man who does not show his face holds a loaf over a candle. The video first appeared on Sunday on a cooking forum and was soon on every phone in town.",
    after:
      "Shops in three towns took the bread off their shelves all the same. One grocer said that customers had asked for it back within a day. The bakery has made rye bread since 1911 and sells it in forty towns along the coast.",
  },
];
const PARTIES: Record<string, [words: string, names: string[]][]> = {
  "Norvik Ferries will close its night line to Aland": [
    ["Norvik Ferries", ["Norvik Ferries"]],
    ["A spokesman for Norvik Ferries", ["Norvik Ferries"]],
    ["Norvik Ferries spokeswoman Ida Moen", ["Norvik Ferries", "Ida Moen"]],
  ],
  "The Halden bakery mixes sawdust into its rye bread": [
    ["The bakery", ["bakery", "Halden"]],
    ["Lena Brandt, who runs the Halden bakery,", ["Lena Brandt", "Halden", "bakery"]],
    ["The food inspectorate", ["food inspectorate", "inspectorate"]],
  ],
};
/** P is the party, C what is said to be so. */
const FRAMES: Partial<Record<ResponseType, string[]>> = {
  denial: [
    "P denied that C.",
    "P has denied the report.",
    "P rejected the report on Wednesday.",
    "P dismissed the rumour as baseless.",
    'P called the report "nonsense".',
    "The report was denied by P.",
    '"That is not true," P said.',
    "In a statement, P said the report was false.",
    "P told the radio that there was no truth in the report.",
    "There is no truth to the report, according to P.",
    "P said the report was untrue.",
    "On Wednesday P flatly denied the claim.",
  ],
  no_comment: [
    "P declined to comment.",
    "P declined to comment on the report.",
    "P did not respond to a request for comment.",
    "P did not immediately return calls.",
    "P would not comment on the report.",
    "P could not be reached for comment.",
    "Asked about the report, P refused to comment.",
    "P has not yet responded to questions.",
  ],
  investigation: [
    "P said it was looking into the report.",
    "P is investigating the report.",
    "P has opened an investigation into the claim.",
    "P said it was investigating the claim.",
  ],
  confirmation: [
    "P confirmed that C.",
    "P has confirmed the report.",
    "P confirmed the report on Wednesday.",
    "P confirmed on Wednesday that C.",
  ],
};
const MIDDLE = (words: string) => words.replace(/^(The|A) /, (article) => article.toLowerCase());

export interface Answered {
  claim: string;
  title: string;
  text: string;
  sentence: string;
  type: ResponseType;
  names: string[];
}
/** Every rumour with every party in every wording. */
export const answered: Answered[] = RUMOURS.flatMap(({ claim, title, clause, before, after }) =>
  (PARTIES[claim] ?? []).flatMap(([words, names]) =>
    Object.entries(FRAMES).flatMap(([type, frames]) =>
      frames.map((frame): Answered => {
        const at = frame.indexOf("P");
        const party = at === 0 ? words : MIDDLE(words);
        const sentence = frame
          .replace("P", () => party)
          .replace(/\bC\b/, () => clause)
          .replace(/,\./, ".");
        return { claim, title, text: `${before}\n\n${sentence}\n\n${after}`, sentence, type: type as ResponseType, names };
      }),
    ),
  ),
);
/** The same articles without an answer: sentences that only look like one. */
export const unanswered: Answered[] = RUMOURS.flatMap(({ claim, title, before, after }) =>
  [
    "If the report is wrong, somebody will have to deny it.",
    "It would be easy for them to deny it.",
    "Two years ago the town denied a permit to build a second harbour.",
    "Nobody had asked the mayor about the fire at the school, which he says was investigated.",
    "The man in the yellow coat said that he would not go there again.",
    "A judge dismissed another lawsuit about the old lighthouse last year.",
    "Readers did not agree on what to make of it.",
    "The hotel confirmed the booking by e-mail, one traveller said.",
  ].map((sentence): Answered => ({ claim, title, text: `${before}\n\n${sentence}\n\n${after}`, sentence, type: "denial", names: [] })),
);
