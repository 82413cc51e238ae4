/** Two of our own articles that tell of one answer by the party that the claim names: one too faintly to count alone, also under
 * the headline of the other, and one well, in other words. */

import { type LikelyResponse, likelyResponses } from "../../../../shared/read/gates/answers.ts";
import { isClear } from "../../../../shared/read/gates/corroboration.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { answered } from "./answers.ts";

export const CLAIM = "Norvik Ferries will close its night line to Aland";
const PARTY = "Norvik Ferries";
export interface Article {
  title: string;
  text: string;
}
/** What else an article says, headline first, as little like the other one as two papers are. */
const AROUND = [
  [
    "Norvik Ferries said to close night line to Aland",
    "Norvik Ferries will close its night line to Aland in the spring, it was said on Tuesday. Two crew members had seen the new timetable. The line carries some 400 travellers a night and has been running since 1962.",
    "Regular travellers were worried. Many of them work on the other side and sleep on board, and the last train leaves before the day boat arrives. A petition had 3,000 signatures by Wednesday noon.",
  ],
  [
    "Half an island reads a timetable from the wall of a mess",
    "Will Norvik Ferries close its night line to Aland? So a timetable has it that a deckhand photographed on a wall of the crew's mess, and that half of the island had on its phones by breakfast. The mayor of Mariehamn learned of it from her hairdresser.",
    "Freight goes by day in any case, and the brewery sends its lorries over the bridge. For nurses on late shifts there is no other way home, though, and the union of hotel staff has called a meeting for Friday evening at the old customs house.",
  ],
] as const;
/** Words that hardly tell of an answer. */
const HARDLY = [
  { type: "denial", sentence: "Norvik Ferries sees nothing in it." },
  { type: "denial", sentence: "Norvik Ferries says that its night line is safe." },
  { type: "denial", sentence: "Norvik Ferries laughed at the story." },
  { type: "no_comment", sentence: "Norvik Ferries had little to say." },
] as const;
const articles = [...answered.filter(({ claim }) => claim === CLAIM), ...HARDLY].flatMap(({ sentence, type }) =>
  AROUND.map(([title, before, after], paper) => ({ paper, type, title, text: `${before}\n\n${sentence}\n\n${after}` })),
);

/** The only answer of that party that an article is read to tell of, if no other party is read to answer in it for sure. */
function toldBy({ title, text }: Article): LikelyResponse | null {
  const page = { kind: "article", url: "https://site.example/1", title, text, html: null, lang: "en", publishedAt: null, author: null };
  const reading = readDocument({ ...page, site: null } as never);
  const found = likelyResponses({ reading, kind: "article", claims: [CLAIM], isCorroborated: () => true }, answerWordsIn("en"));
  const [only, ...more] = found.filter(({ isFaint, response: { actor } }) => !isFaint || actor.name === PARTY);
  return only && !more.length && only.response.actor.name === PARTY ? only : null;
}
const told = articles.flatMap((one) => {
  const answer = toldBy(one);
  return answer?.response.type === one.type ? [{ ...one, answer }] : [];
});
type Told = (typeof told)[number];
const isWell = ({ answer }: Told) => isClear({ state: "suggested", score: answer.probability });
const pairs = told
  .filter(({ answer }) => answer.isFaint)
  .sort((a, b) => a.answer.probability - b.answer.probability)
  .flatMap((faint) => {
    const well = told.find(
      (one) => one.type === faint.type && one.paper !== faint.paper && isWell(one) && toldBy({ ...faint, title: one.title })?.isFaint,
    );
    const besides = told.find((one) => one.type !== faint.type && isWell(one));
    return well && besides ? [{ faint, well, besides }] : [];
  });
const [first] = pairs;
if (!first) throw new Error("none of our own articles tells of an answer that faintly");
export const { faint, well, besides }: { faint: Told; well: Told; besides: Told } = first;
