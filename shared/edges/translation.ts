import { anyLanguage, patternOf, sourcesOf } from "../lang/index.ts";
import { primaryTag } from "../text/language-tag.ts";
import { sharedAnchors } from "./evidence/anchors.ts";
import { passage, quoteOfSpan } from "./evidence/passage.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./kind.ts";

/** How a post marks itself as a translation: in its first or last lines. */
const MARK = patternOf(({ sources }) => sources?.translation);
const MARK_WINDOW = 600;
/** Kinds of documents whose whole text may be a translation. An article contains only translated passages. */
const WHOLE = new Set(["post", "comment", "transcript", "other"]);
const CONFIDENCE = {
  /** As high as the confidence of a link with credit, so that this edge, which says more, is preferred. */
  named: 0.9,
  reported: 0.75,
  /** Confidence by shared anchors: the start, the step for each anchor, and the maximum. */
  anchors: 0.25,
  anchorStep: 0.03,
  maxAnchors: 0.5,
  /** The text says that it is a translation, but not of which document. */
  unknownOriginal: 0.45,
};
const MAX_SHOWN_ANCHORS = 6;
const note = sourcesOf(({ sources }) => sources?.translationNote);
const STRONG = new RegExp(
  `${anyLanguage(({ sources }) => sources?.translationOf)}|[[(【（](?:${note.spaced}|${note.unspaced})[\\])】）]`,
  "iu",
);

const otherLanguage = (a: string | null, b: string | null) =>
  [a, b].every((lang) => primaryTag(lang) !== "und") && primaryTag(a) !== primaryTag(b);

/** Whether the whole document is a translation of this reported one. */
export function rendersReported({ document, reading, reportedIds }: RelateInput, index: number): boolean {
  const item = reading?.reported[index];
  if (!item?.translated || !WHOLE.has(document.kind) || reportedIds[index] === undefined || item.parent !== null) return false;
  return !item.lang || !document.lang || otherLanguage(item.lang, document.lang);
}

function candidates({ linked, quoteOf, replyTo }: RelateInput): { document: Neighbour; basis: EdgeFinding["basis"]; how: string }[] {
  return [
    ...(quoteOf ? [{ document: quoteOf, basis: "stated" as const, how: "quotes" }] : []),
    ...(replyTo ? [{ document: replyTo, basis: "stated" as const, how: "answers" }] : []),
    ...linked.map(({ document }) => ({ document, basis: "link" as const, how: "links to" })),
  ];
}

/**
 * Texts in another language that it links to, quotes or answers, with the same numbers and names. This is only a hint: a comment on a text shares
 * them too.
 */
function byAnchors(input: RelateInput, marked: ReadonlySet<string | null>): EdgeFinding[] {
  const { document, texts } = input;
  return candidates(input).flatMap(({ document: parent, how }): EdgeFinding[] => {
    const text = texts.get(parent.id);
    if (!text || marked.has(parent.id) || !otherLanguage(document.lang, parent.lang)) return [];
    const shared = sharedAnchors(document.text, text);
    if (!shared) return [];
    const why = `It ${how} a text in another language (${parent.lang}); both have ${shared.slice(0, MAX_SHOWN_ANCHORS).join(", ")}.`;
    const confidence = Math.min(CONFIDENCE.maxAnchors, CONFIDENCE.anchors + CONFIDENCE.anchorStep * shared.length);
    return [
      { childId: document.id, parentId: parent.id, type: "translation", basis: "similarity", confidence, evidence: { quote: null, why } },
    ];
  });
}

/** Finds the text in another language that it renders. */
export const translation = {
  type: "translation",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, reading, reportedIds } = input;
    const out: EdgeFinding[] = [];
    const head = document.text.slice(0, MARK_WINDOW);
    const tailAt = Math.max(head.length, document.text.length - MARK_WINDOW);
    const strong = STRONG.exec(head);
    const mark = MARK.exec(head) ?? MARK.exec(document.text.slice(tailAt));
    if (mark && WHOLE.has(document.kind)) {
      const start = document.text.startsWith(mark[0], mark.index) ? mark.index : tailAt + mark.index;
      const quote = passage(document.text, start, start + mark[0].length);
      for (const { document: parent, basis, how } of candidates(input)) {
        if (!otherLanguage(document.lang, parent.lang)) continue;
        const why = `It calls itself a translation and ${how} a text in another language (${parent.lang}).`;
        out.push({
          childId: document.id,
          parentId: parent.id,
          type: "translation",
          basis,
          confidence: CONFIDENCE.named,
          evidence: { quote, why },
        });
      }
    }
    out.push(...byAnchors(input, new Set(out.map((edge) => edge.parentId))));
    reading?.reported.forEach((item, index) => {
      const parentId = reportedIds[index];
      if (parentId === undefined || !rendersReported(input, index)) return;
      const evidence = { quote: quoteOfSpan(document.text, item.passage), why: "It says that it gives a translation of it." };
      out.push({ childId: document.id, parentId, type: "translation", basis: "stated", confidence: CONFIDENCE.reported, evidence });
    });
    if (strong && !out.length && !candidates(input).length && WHOLE.has(document.kind)) {
      const quote = passage(document.text, strong.index, strong.index + strong[0].length);
      const evidence = { quote, why: "It calls itself a translation; of what is not known to us." };
      out.push({
        childId: document.id,
        parentId: null,
        type: "translation",
        basis: "stated",
        confidence: CONFIDENCE.unknownOriginal,
        evidence,
      });
    }
    return out;
  },
} satisfies EdgeKind;
