import { patternOf } from "../lang/index.ts";
import { hostOf } from "../url.ts";
import { passage } from "./evidence/passage.ts";
import { creditsOf, isOfOutlet } from "./evidence/source-credit.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./kind.ts";

/** Words that give credit, in or shortly before a link. */
const CREDIT = patternOf(({ sources }) => sources?.credit);
const WINDOW_BEFORE_LINK = 60;
/** Confidences: a link in the text is mostly a citation; a link outside of it (in a list or a card) is weaker evidence. */
const CONFIDENCE = { named: 0.9, credited: 0.85, inText: 0.7, outside: 0.35 };

/** Link shorteners: where such a link leads is not known. On X it may also be the picture of the post itself. */
const SHORTENER = /^(?:t\.co|bit\.ly|buff\.ly|dlvr\.it|fb\.me|goo\.gl|is\.gd|lnkd\.in|ow\.ly|tinyurl\.com|trib\.al)$/;
const isUnknown = ({ seen, url }: Neighbour) => seen === "reported" && SHORTENER.test(hostOf(url) ?? "");

/** Whether the words before a link in its sentence, or the link's own words, give credit. */
function givesCredit(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WINDOW_BEFORE_LINK), start);
  const sentence = before.slice(before.search(/[^.!?。！？\n]*$/u));
  return CREDIT.test(sentence + text.slice(start, end));
}

/** Finds the documents that it links to. */
export const citation = {
  type: "citation",
  detect: ({ document, linked, reading }: RelateInput): EdgeFinding[] => {
    const named = linked.length ? creditsOf(document.text) : [];
    // The address of the original in a page's head is no citation but syndication.
    const cited = linked.filter(
      ({ link, document: parent }) => (link.start !== null || link.url !== reading?.document.original) && !isUnknown(parent),
    );
    return cited.map(({ link, document: parent }): EdgeFinding => {
      const outlet = named.find(({ name }) => name !== null && isOfOutlet(name, parent));
      const { start } = link;
      const placed = start !== null && document.text.slice(start, start + link.text.length) === link.text;
      const quote = placed ? passage(document.text, start, start + link.text.length) : null;
      const credited = quote !== null && start !== null && givesCredit(document.text, start, start + link.text.length);
      const evidence = () => {
        if (outlet) return { confidence: CONFIDENCE.named, why: `It names ${outlet.name} as its source and links there.` };
        if (reading?.reported.some((reported) => reported.url === link.url))
          return { confidence: CONFIDENCE.named, why: "It tells of it and links there." };
        if (credited) return { confidence: CONFIDENCE.credited, why: "It links there and gives it credit." };
        if (start === null) return { confidence: CONFIDENCE.outside, why: "It links there, outside of its text." };
        return { confidence: CONFIDENCE.inText, why: "It links there." };
      };
      const { confidence, why } = evidence();
      return {
        childId: document.id,
        parentId: parent.id,
        type: "citation",
        basis: "link",
        confidence,
        evidence: { quote: outlet ? passage(document.text, outlet.start, outlet.end) : quote, why },
      };
    });
  },
} satisfies EdgeKind;
