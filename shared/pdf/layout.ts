/** Joins the text of pages: runs to lines, lines to paragraphs. */
import { countOne } from "../collections.ts";
import { CJK, FULL_WIDTH } from "../text/chinese/characters.ts";
import { type Run, SPACE } from "./content.ts";

type Line = Pick<Run, "text" | "x" | "y" | "right" | "size">;
/** A line or a paragraph that still grows. Its parts are joined at the end: joined one by one, a long text would be copied for each of them. */
type Growing<T extends { text: string }> = Omit<T, "text"> & { parts: string[] };
export interface Paragraph {
  text: string;
  /** In points. */
  size: number;
  /** From 0. */
  page: number;
}

/** Lengths as fractions of the text's size. */
const SPACE_OF_WIDE = 0.8;
const SAME_LINE = 0.45;
const INDENT = 0.7;
/** Minimum distance of lines of two paragraphs, as a multiple of the usual distance. */
const WIDE_GAP = 1.3;
const SIZE_CHANGE = 0.12;
/** The last line of a paragraph ends before this fraction of its column. */
const SHORT_LINE = 0.85;

const WIDE = new RegExp(`[${CJK}${FULL_WIDTH}]`, "u");
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;
const ENDS = /[.!?…:;。！？：；"”’»)）」』]\s*$/u;
/** Ligatures and positional forms of Arabic letters, which are replaced by their letters. */
const FORMS = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]/g;

/** The lines of a page, without text in another direction than most of the page, such as a note along the margin. */
function linesOf(runs: Run[]): Line[] {
  const shown = [0, 0, 0, 0];
  for (const { turns, text } of runs) shown[turns] = (shown[turns] ?? 0) + text.length;
  const turns = shown.indexOf(Math.max(...shown));
  const lines: Growing<Line>[] = [];
  let last: Run | null = null;
  for (const run of runs) {
    const line = lines.at(-1);
    // Text that is drawn twice with a tiny offset is bold.
    const isDouble =
      last && run.text === last.text && Math.abs(run.x - last.x) < 0.3 * run.size && Math.abs(run.y - last.y) < 0.3 * run.size;
    if (run.turns !== turns || isDouble) continue;
    const size = Math.max(run.size, line?.size ?? 0);
    const gap = run.x - (line?.right ?? 0);
    if (line && Math.abs(run.y - line.y) < SAME_LINE * size && gap > -size && (gap < 12 * size || run.text.trim() === "")) {
      line.parts.push(spaceBetween(line.parts.at(-1) ?? "", run.text, gap / size), run.text);
      line.right = Math.max(line.right, run.right);
      if (run.text.trim() && run.size > line.size) Object.assign(line, { size: run.size, y: run.y });
    } else if (run.text.trim()) lines.push({ parts: [run.text], x: run.x, y: run.y, right: run.right, size: run.size });
    last = run;
  }
  return lines.map(({ parts, ...line }) => ({ ...line, text: readable(parts.join("")) })).filter(({ text }) => text);
}
function spaceBetween(before: string, after: string, gap: number): string {
  if (/\s/.test(before.slice(-1)) || /^\s/.test(after)) return "";
  const isWide = WIDE.test(before.slice(-1)) || WIDE.test(after.slice(0, 1));
  return gap > (isWide ? SPACE_OF_WIDE : SPACE) ? " " : "";
}

/** A line's text in reading order, without positional forms of letters. */
function readable(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\p{Co}\ufffd]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const fromRight = plain.match(RIGHT_TO_LEFT)?.length ?? 0;
  return (fromRight > plain.length / 3 ? logical(plain) : plain).replace(FORMS, (form) => form.normalize("NFKC"));
}
/** Reverses right-to-left text, which is drawn from the left, except numbers and words of other scripts. */
function logical(text: string): string {
  return [...text]
    .reverse()
    .join("")
    .replace(/[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}.,:/%-]*/gu, (run) => [...run].reverse().join(""));
}

/** Lines at the head or foot of several pages, and page numbers, by page. */
function withoutFurniture(pages: Line[][]): Line[][] {
  const MIN_PAGES = 3;
  const key = ({ text }: Line) => text.replace(/\d+/g, "#").slice(0, 200);
  const edges = pages.map((lines) => {
    const byHeight = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, 3), ...byHeight.slice(-3)]);
  });
  const count = new Map<string, number>();
  for (const lines of edges) for (const name of new Set([...lines].map(key))) countOne(count, name);
  const isFurniture = (line: Line) =>
    /^[\s#–—/|.·-]*$/.test(key(line)) || ((count.get(key(line)) ?? 0) >= Math.max(MIN_PAGES, pages.length / 3) && key(line).length > 1);
  return pages.map((lines, i) => lines.filter((line) => !(edges[i]?.has(line) && isFurniture(line))));
}

/** The paragraphs of a document from the text of its pages. */
export function paragraphsOf(pages: Run[][]): Paragraph[] {
  const out: Growing<Paragraph & { left: number; right: number }>[] = [];
  let before: Line | null = null;
  for (const [page, lines] of withoutFurniture(pages.map(linesOf)).entries()) {
    const usual = usualGap(lines);
    for (const line of lines) {
      const current = out.at(-1);
      if (current && before && continues(current, before, line, usual)) {
        current.parts.push(...joined(current.parts.pop() ?? "", line.text));
        current.left = Math.min(current.left, line.x);
        current.right = Math.max(current.right, line.right);
      } else out.push({ parts: [line.text], size: line.size, page, left: line.x, right: line.right });
      before = line;
    }
  }
  return out.map(({ parts, size, page }) => ({ text: parts.join(""), size, page }));
}

/** The distance of lines within paragraphs, as a multiple of their size: the lower quartile, because paragraphs may be short. */
function usualGap(lines: Line[]): number {
  const gaps = lines.slice(1).flatMap((line, i) => {
    const gap = ((lines[i]?.y ?? 0) - line.y) / line.size;
    return gap > 0.8 && gap < 3 ? [gap] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 1.2;
}

/** Whether a line continues the paragraph before it. */
function continues(paragraph: { size: number; left: number; right: number }, before: Line, line: Line, usual: number): boolean {
  if (Math.abs(line.size - paragraph.size) > SIZE_CHANGE * paragraph.size) return false;
  const gap = (before.y - line.y) / line.size;
  const hasEnded = ENDS.test(before.text);
  // Further up: the next column or page.
  if (gap < -SAME_LINE) return !hasEnded && !/^\p{Upper}/u.test(line.text);
  if (gap < SAME_LINE || gap > usual * WIDE_GAP) return false;
  // Within a paragraph no line is half as long as the next.
  if (!hasEnded) return before.right - before.x > 0.5 * (line.right - line.x);
  const isShort = before.right - paragraph.left < SHORT_LINE * (Math.max(paragraph.right, line.right) - paragraph.left);
  return !isShort && line.x - paragraph.left < INDENT * line.size;
}

/** Two lines of a paragraph as its parts; a hyphenated word is joined. */
function joined(before: string, line: string): string[] {
  if (/\p{Alpha}[-\u00ad\u2010]$/u.test(before.slice(-3)) && /^\p{Lower}/u.test(line)) return [before.slice(0, -1), line];
  return WIDE.test(before.slice(-1)) && WIDE.test(line.slice(0, 1)) ? [before, line] : [before, " ", line];
}
