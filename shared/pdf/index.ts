/** A PDF as a page: its title, author, dates, language and text, as HTML that is read like any other (ISO 32000-2). */

import { sumOf } from "../collections.ts";
import { timeInText } from "../html/publication.ts";
import { languageOf } from "../text/language.ts";
import { primaryTag } from "../text/language-tag.ts";
import { escaped } from "../xml.ts";
import { type Fonts, type Run, runsOf, textString, type Work } from "./content.ts";
import { PdfFile } from "./file.ts";
import { bytesOf, textOfBytes } from "./filters.ts";
import { type Paragraph, paragraphsOf } from "./layout.ts";
import { isDictionary, isReference, isStream, nameOf, type Value } from "./values.ts";

/** Maximum size in bytes. */
export const MAX_PDF = 10_000_000;
const MAX_PAGES = 300;
/** Maximum number of bytes that are read, unpacked and run per file: about a second of work. */
const MAX_WORK = 32_000_000 + MAX_PDF;
const MAX_CONTENT = 8_000_000;
/** Maximum length of the text, in UTF-16 units. */
const MAX_LENGTH = 400_000;
/** A file with fewer letters contains pictures of text. */
const MIN_LETTERS = 20;
/** If a larger share of the glyphs has no known character, the text is not readable. */
const MAX_UNKNOWN = 0.3;
/** Minimum size of a title, as a multiple of the size of the text. */
const TITLE_SIZE = 1.15;
const MAX_TITLE = 300;

/** Whether bytes are a PDF: its header is within the first 1,024. */
export function isPdf(bytes: Uint8Array): boolean {
  return textOfBytes(bytes.subarray(0, 1024)).includes("%PDF-");
}

/** A PDF as HTML, or why it cannot be read. Never throws; takes time in proportion to the file. */
export function pageOfPdf(bytes: Uint8Array): { html: string } | { why: string } {
  if (bytes.length > MAX_PDF) return { why: `has more than ${MAX_PDF} bytes` };
  if (!isPdf(bytes)) return { why: "is no PDF" };
  const file = new PdfFile(textOfBytes(bytes), { left: MAX_WORK });
  if (file.trailer.has("Encrypt")) return { why: "is encrypted: save it without a password or restrictions" };
  const work: Work = { content: MAX_CONTENT, shown: 0, unknown: 0 };
  const pages = pagesOf(file);
  if (!pages.length) return { why: "has no page that can be read: it is broken, or cut short" };
  const fonts: Fonts = new Map();
  const runs = pages.map(({ page, resources }) => runsOf(file, page, resources, work, fonts));
  const paragraphs = paragraphsOf(withoutArtifacts(runs));
  const letters = sumOf(paragraphs, ({ text }) => text.match(/\p{Alpha}/gu)?.length ?? 0);
  if (work.unknown > MAX_UNKNOWN * work.shown) return { why: "does not say which letters it shows: its fonts have no map to Unicode" };
  if (letters < MIN_LETTERS) return { why: "has no text: it holds pictures only, and text in pictures is not read" };
  return { html: htmlOf(file, paragraphs) };
}

/** The pages in their order, each with its resources. A file whose page tree is broken gives its pages in the order of their numbers. */
function pagesOf(file: PdfFile): { page: Value; resources: Value }[] {
  const out: { page: Value; resources: Value }[] = [];
  const seen = new Set<Value>();
  const stack: { node: Value; resources: Value }[] = [{ node: file.entry(file.trailer.get("Root"), "Pages"), resources: null }];
  while (stack.length && out.length < MAX_PAGES) {
    const { node, resources } = stack.pop() ?? { node: null, resources: null };
    if (!isDictionary(node) || seen.has(node)) continue;
    seen.add(node);
    const own = file.entry(node, "Resources") ?? resources;
    const kids = file.list(node.get("Kids"));
    // A page has one parent: a list that many nodes share is gone through once.
    if (seen.has(kids as Value)) continue;
    seen.add(kids as Value);
    for (const kid of kids.toReversed()) stack.push({ node: file.get(kid), resources: own });
    if (kids.length) continue;
    if (node.has("Contents")) out.push({ page: node, resources: own });
  }
  if (out.length) return out;
  const pages = [...file.objects.values()].filter((value) => isDictionary(value) && nameOf(value.get("Type")) === "Page");
  return pages.slice(0, MAX_PAGES).map((page) => ({ page, resources: file.entry(page, "Resources") }));
}

/** Removes the headers and footers that the file marks, unless it marks nearly everything. */
function withoutArtifacts(pages: Run[][]): Run[][] {
  const kept = pages.map((runs) => runs.filter((run) => !run.isArtifact));
  const length = (all: Run[][]) => sumOf(all.flat(), ({ text }) => text.length);
  return length(kept) * 2 > length(pages) ? kept : pages;
}

function htmlOf(file: PdfFile, paragraphs: Paragraph[]): string {
  const { title, author, created, modified } = metadataOf(file);
  const language = languageIn(file, paragraphs);
  const usual = usualSize(paragraphs);
  const heading = headingOf(paragraphs, usual);
  const named = title ?? heading?.text ?? null;
  const meta = (name: string, content: string | null) =>
    content ? `<meta name="${name}" content="${escaped(content).replaceAll('"', "&quot;")}">` : "";
  let left = MAX_LENGTH;
  const body = paragraphs.flatMap((paragraph) => {
    if (paragraph === heading || (left -= paragraph.text.length) < 0) return [];
    const isHeading = paragraph.size > usual * TITLE_SIZE && paragraph.text.length < MAX_TITLE;
    return [`<${isHeading ? "h2" : "p"}>${escaped(paragraph.text)}</${isHeading ? "h2" : "p"}>`];
  });
  return [
    `<!doctype html><html${language ? ` lang="${language}"` : ""}><head>${named ? `<title>${escaped(named)}</title>` : ""}`,
    `${meta("dc:title", named)}${meta("author", author)}${meta("dcterms.issued", isDatedBefore(paragraphs, heading, created, language) ? null : created)}${meta("dcterms.modified", modified)}</head>`,
    `<body><article>${heading ? `<h1>${escaped(heading.text)}</h1>` : ""}`,
    ...body,
    "</article></body></html>",
  ].join("\n");
}

/** Length of the beginning of the text in which its date is searched, in UTF-16 units. */
const HEAD = 1500;
/** Whether the text begins with an earlier date than the file: a page that was printed later has the time of printing in its file. */
function isDatedBefore(paragraphs: Paragraph[], heading: Paragraph | null, created: string | null, language: string | null): boolean {
  const head = paragraphs
    .map(({ text }) => text)
    .join("\n")
    .slice(0, HEAD);
  const stated = timeInText(head, heading?.text ?? null, /^en(?:-us)?$/i.test(language ?? "en"));
  return stated !== null && (stated.latest ?? Infinity) < Date.parse(created ?? "");
}

/** The language of the text. The language in the file is often that of the program, so it counts only if the text does not contradict it. */
function languageIn(file: PdfFile, paragraphs: Paragraph[]): string | null {
  const lang = file.entry(file.trailer.get("Root"), "Lang");
  const stated = typeof lang === "string" && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/.test(lang) ? lang : null;
  const found = languageOf(
    paragraphs
      .map(({ text }) => text)
      .join("\n")
      .slice(0, 5000),
  );
  return found === "und" || primaryTag(stated) === found ? stated : found;
}

/** The size of most of the text. */
function usualSize(paragraphs: Paragraph[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of paragraphs)
    letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
}

/** The headline: the largest text of the first page. */
function headingOf(paragraphs: Paragraph[], usual: number): Paragraph | null {
  const candidates = paragraphs.filter(
    ({ page, size, text }) =>
      page === 0 && size > usual * TITLE_SIZE && text.length <= MAX_TITLE && (text.match(/\p{Alpha}/gu)?.length ?? 0) >= 4,
  );
  const largest = candidates.reduce((most, { size }) => Math.max(most, size), 0);
  return candidates.find(({ size }) => size > largest * 0.98) ?? null;
}

/** Placeholder titles of word processors. */
const NO_TITLE = /^(?:untitled|microsoft \w+ - |slide \d+$)|\.[a-z]{3,4}$|^[\W\d]*$/i;

interface Metadata {
  title: string | null;
  author: string | null;
  created: string | null;
  modified: string | null;
}
/** What the file says about itself: in its XMP packet, else in its information dictionary (14.3). */
function metadataOf(file: PdfFile): Metadata {
  const root = file.trailer.get("Root");
  const packet = file.entry(root, "Metadata");
  const xmp = isStream(packet) ? utf8((file.bytes(packet) ?? "").slice(0, 100_000)) : "";
  const info = file.dictionary(file.trailer.get("Info"));
  const said = (key: string) => {
    const value = file.get(info.get(key));
    return typeof value === "string" && !isReference(value) ? textString(value).trim().slice(0, 1000) : "";
  };
  const title = xmpText(xmp, "dc:title") || said("Title");
  return {
    title: title && !NO_TITLE.test(title) ? title.slice(0, MAX_TITLE) : null,
    author: xmpText(xmp, "dc:creator") || said("Author") || null,
    created: dateOf(said("CreationDate")) ?? (xmpText(xmp, "xmp:CreateDate") || xmpText(xmp, "dc:date") || null),
    modified: dateOf(said("ModDate")) ?? (xmpText(xmp, "xmp:ModifyDate") || null),
  };
}
const utf8 = (bytes: string) => new TextDecoder().decode(bytesOf(bytes));

/** The text of an XMP property, written as an element or as an attribute; "" without one. */
function xmpText(xmp: string, name: string): string {
  const open = xmp.search(new RegExp(`<${name}[\\s>]`));
  const close = open < 0 ? -1 : xmp.indexOf(`</${name}>`, open);
  const raw =
    close < 0
      ? (new RegExp(`\\s${name}="([^"]{1,1000})"`).exec(xmp)?.[1] ?? "")
      : xmp.slice(open, Math.min(close, open + 4000)).replace(/<[^<>]*>/g, " ");
  return raw
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[entity] ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

/** `D:20250408100100+02'00'` as ISO 8601; null if it is not a date (7.9.4). */
function dateOf(value: string): string | null {
  const found = /^D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(value);
  if (!found) return null;
  const [, year, month, day, hour, minute, second = "00", sign, zoneHours, zoneMinutes = "00"] = found;
  if (!hour) return `${year}-${month}-${day}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${zoneHours}:${zoneMinutes}` : "Z"}`;
}
