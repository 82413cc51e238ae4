import { passage, quoteOfSpan } from "../graph/passage.ts";
import type { EdgeFinding, EdgeKind, Neighbour, RelateInput } from "./index.ts";

/** How a post marks itself as a translation, in the languages that spread stories; about itself, so within its first lines or its last. */
const MARK =
  /(?:\b(?:my translation|(?:machine |google |deepl |auto-?)?translat(?:ed|ion|ing)(?: (?:of|from|by|below|with))?|traduction|traduit de|traducción|traducido|übersetzung|übersetzt|traduzione|tradução)\b|翻译|译文|译自|转译|перевод|翻訳|번역)/iu;
const WITHIN = 600;
/** Kinds whose text may be a translation as a whole; an article prints a translated passage. */
const WHOLE = new Set(["post", "comment", "transcript", "other"]);
const NAMED = 0.8;
const TOLD = 0.75;

const primary = (lang: string | null) => lang?.toLowerCase().split("-")[0] ?? null;
const otherLanguage = (a: string | null, b: string | null) => primary(a) !== null && primary(b) !== null && primary(a) !== primary(b);

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

export const translation = {
  type: "translation",
  label: "translated from",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, reading, reportedIds } = input;
    const out: EdgeFinding[] = [];
    const head = document.text.slice(0, WITHIN);
    const tailAt = Math.max(head.length, document.text.length - WITHIN);
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
    reading?.reported.forEach((told, index) => {
      const parentId = reportedIds[index];
      if (parentId === undefined || !rendersReported(input, index)) return;
      const evidence = { quote: quoteOfSpan(document.text, told.told), why: "It says that it gives a translation of it." };
      out.push({ childId: document.id, parentId, type: "translation", basis: "stated", confidence: TOLD, evidence });
    });
    return out;
  },
} satisfies EdgeKind;
