import { passage } from "../graph/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

/** Words by which a text gives credit, looked for from a little before a link to its end. */
const CREDIT =
  /(?:\b(?:via|source|h\/t|hat tip|according to|reported|reports|first|original|translat\w*|posted|wrote|thread)\b|来源|出处|原文|原帖|转自|引自|译自|据)/iu;
const BEFORE = 60;
/** A link in the text is a citation more often than not; one that stands outside of it (a list, a card) says less. */
const CREDITED = 0.85;
const IN_TEXT = 0.7;
const OUTSIDE = 0.35;

/** Whether the words before a link, in its own sentence, or its own words give credit. */
function givesCredit(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const sentence = before.slice(before.search(/[^.!?。！？\n]*$/u));
  return CREDIT.test(sentence + text.slice(start, end));
}

export const citation = {
  type: "citation",
  label: "links to",
  detect: ({ document, linked }: RelateInput): EdgeFinding[] =>
    linked.map(({ link, document: parent }): EdgeFinding => {
      const { start } = link;
      const placed = start !== null && document.text.slice(start, start + link.text.length) === link.text;
      const quote = placed ? passage(document.text, start, start + link.text.length) : null;
      const credited = quote !== null && start !== null && givesCredit(document.text, start, start + link.text.length);
      const plain = start === null ? "It links there, outside of its text." : "It links there.";
      return {
        childId: document.id,
        parentId: parent.id,
        type: "citation",
        basis: "link",
        confidence: credited ? CREDITED : start === null ? OUTSIDE : IN_TEXT,
        evidence: { quote, why: credited ? "It links there and gives it credit." : plain },
      };
    }),
} satisfies EdgeKind;
