import { primaryTag } from "../text/language-tag.ts";
import { sharedAnchors } from "./evidence/anchors.ts";
import { passage, quoteOfSpan } from "./evidence/passage.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./kind.ts";

/** How a post marks itself as a translation, in the languages that spread stories; about itself, so within its first lines or its last. */
const MARK =
  /(?:\b(?:my translation|(?:machine |google |deepl |auto-?)?translat(?:ed|ion|ing)(?: (?:of|from|by|below|with))?|traduction|traduit de|traducción|traducido|übersetzung|übersetzt|traduzione|tradução)\b|翻译|译文|译自|转译|перевод|翻訳|번역)/iu;
const WITHIN = 600;
/** Kinds whose text may be a translation as a whole; an article prints a translated passage. */
const WHOLE = new Set(["post", "comment", "transcript", "other"]);
/** No less than that it links there: that says the same and less. */
const NAMED = 0.9;
const TOLD = 0.75;
const ANCHORED = 0.25;
const MOST_ANCHORED = 0.5;
const MOST_TOLD = 6;
/** That it is a translation is said; of what is not known. */
const UNKNOWN = 0.45;
const STRONG =
  /(?:\b(?:(?:my|machine|google|deepl|auto-?) ?translat(?:ed|ion)|translat(?:ed|ion) (?:of|from|by|below)|traduit d[eu]|traducido d[el]|übersetzt aus|übersetzung (?:von|aus|eines))\b|[[(【（](?:translat(?:ed|ion)|翻译|译文|搬运)[\])】）]|译自|转译自|翻译自)/iu;

const otherLanguage = (a: string | null, b: string | null) =>
  [a, b].every((lang) => primaryTag(lang) !== "und") && primaryTag(a) !== primaryTag(b);

/** Whether a reported root is what the whole document renders, so that it is translated rather than told of. */
export function rendersReported({ document, reading, reportedIds }: RelateInput, index: number): boolean {
  const told = reading?.reported[index];
  if (!told?.translated || !WHOLE.has(document.kind) || reportedIds[index] === undefined || told.parent !== null) return false;
  return !told.lang || !document.lang || otherLanguage(told.lang, document.lang);
}

function candidates({ linked, quoteOf, replyTo }: RelateInput): { document: Neighbour; basis: EdgeFinding["basis"]; how: string }[] {
  return [
    ...(quoteOf ? [{ document: quoteOf, basis: "stated" as const, how: "quotes" }] : []),
    ...(replyTo ? [{ document: replyTo, basis: "stated" as const, how: "answers" }] : []),
    ...linked.map(({ document }) => ({ document, basis: "link" as const, how: "links to" })),
  ];
}

/** Texts that it names, in another language, with the same numbers and names: a hint, for a comment on a text shares them, too. */
function byAnchors(input: RelateInput, marked: ReadonlySet<string | null>): EdgeFinding[] {
  const { document, texts } = input;
  return candidates(input).flatMap(({ document: parent, how }): EdgeFinding[] => {
    const text = texts.get(parent.id);
    if (!text || marked.has(parent.id) || !otherLanguage(document.lang, parent.lang)) return [];
    const shared = sharedAnchors(document.text, text);
    if (!shared) return [];
    const why = `It ${how} a text in another language (${parent.lang}); both have ${shared.slice(0, MOST_TOLD).join(", ")}.`;
    const confidence = Math.min(MOST_ANCHORED, ANCHORED + 0.03 * shared.length);
    return [
      { childId: document.id, parentId: parent.id, type: "translation", basis: "similarity", confidence, evidence: { quote: null, why } },
    ];
  });
}

export const translation = {
  type: "translation",
  label: "translated from",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, reading, reportedIds } = input;
    const out: EdgeFinding[] = [];
    const head = document.text.slice(0, WITHIN);
    const tailAt = Math.max(head.length, document.text.length - WITHIN);
    const strong = STRONG.exec(head);
    const mark = MARK.exec(head) ?? MARK.exec(document.text.slice(tailAt));
    if (mark && WHOLE.has(document.kind)) {
      const start = document.text.startsWith(mark[0], mark.index) ? mark.index : tailAt + mark.index;
      const quote = passage(document.text, start, start + mark[0].length);
      for (const { document: parent, basis, how } of candidates(input)) {
        if (!otherLanguage(document.lang, parent.lang)) continue;
        const why = `It calls itself a translation and ${how} a text in another language (${parent.lang}).`;
        out.push({ childId: document.id, parentId: parent.id, type: "translation", basis, confidence: NAMED, evidence: { quote, why } });
      }
    }
    out.push(...byAnchors(input, new Set(out.map((edge) => edge.parentId))));
    reading?.reported.forEach((told, index) => {
      const parentId = reportedIds[index];
      if (parentId === undefined || !rendersReported(input, index)) return;
      const evidence = { quote: quoteOfSpan(document.text, told.passage), why: "It says that it gives a translation of it." };
      out.push({ childId: document.id, parentId, type: "translation", basis: "stated", confidence: TOLD, evidence });
    });
    if (strong && !out.length && !candidates(input).length && WHOLE.has(document.kind)) {
      const quote = passage(document.text, strong.index, strong.index + strong[0].length);
      const evidence = { quote, why: "It calls itself a translation; of what is not known to us." };
      out.push({ childId: document.id, parentId: null, type: "translation", basis: "stated", confidence: UNKNOWN, evidence });
    }
    return out;
  },
} satisfies EdgeKind;
