import { passage } from "./evidence/passage.ts";
import { creditsOf, isSiteOf } from "./evidence/source-credit.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Words by which a text gives credit, looked for from a little before a link to its end. */
const CREDIT =
  /(?:\b(?:via|source|h\/t|hat tip|according to|reported|reports|first|original|translat\w*|posted|wrote|thread|quelle|laut|zuerst|berichtet|selon|d['’]après|rapporte|révélé|fuente|según|informó|publicó)\b|来源|出处|原文|原帖|转自|引自|译自|据)/iu;
const BEFORE = 60;
/** A link in the text is a citation more often than not; one that stands outside of it (a list, a card) says less. */
const NAMED = 0.9;
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
  detect: ({ document, linked, reading }: RelateInput): EdgeFinding[] => {
    const named = linked.length ? creditsOf(document.text) : [];
    // The address of its original, which a page names in its head, cites nothing: that is syndication's.
    const cited = linked.filter(({ link }) => link.start !== null || link.url !== reading?.document.original);
    return cited.map(({ link, document: parent }): EdgeFinding => {
      const outlet = named.find(({ name }) => name !== null && isSiteOf(name, parent.url));
      const { start } = link;
      const placed = start !== null && document.text.slice(start, start + link.text.length) === link.text;
      const quote = placed ? passage(document.text, start, start + link.text.length) : null;
      const credited = quote !== null && start !== null && givesCredit(document.text, start, start + link.text.length);
      const plain = start === null ? "It links there, outside of its text." : "It links there.";
      const [confidence, why] = outlet
        ? [NAMED, `It names ${outlet.name} as its source and links there.`]
        : reading?.reported.some((told) => told.url === link.url)
          ? [NAMED, "It tells of it and links there."]
          : credited
            ? [CREDITED, "It links there and gives it credit."]
            : [start === null ? OUTSIDE : IN_TEXT, plain];
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
