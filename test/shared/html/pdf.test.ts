/** PDFs as pages: files of seven programs, constructs by hand, and what cannot be read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { pageOf } from "../../../shared/html/page.ts";
import { bytesOf } from "../../../shared/pdf/filters.ts";
import { MAX_PDF, pageOfPdf } from "../../../shared/pdf/index.ts";
import { cpuTime, leastCpuTime } from "../../cpu.ts";
import { fixtures } from "../../support/fixtures.ts";

const files = fixtures<{ producer: string; lang: string; title: string; text: string; pdf: string }>("pdf").map((one) => ({
  ...one,
  bytes: bytesOf(atob(one.pdf)),
}));
const htmlOf = (bytes: Uint8Array) => {
  const page = pageOfPdf(bytes);
  assert.ok("html" in page, JSON.stringify(page));
  return page.html;
};
const read = (html: string) =>
  pageOf({ kind: "article", url: null, title: null, text: null, html, lang: null, publishedAt: null, author: null });
const letters = (text: string) => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
/** Paragraphs and headings of a PDF's HTML. */
const blocks = (html: string) => [...html.matchAll(/<(?:h1|h2|p)>([^<]*)</g)].map(([, text]) => text);

test("files of seven programs give title, language, day and every word in its paragraph", () => {
  for (const { producer, lang, title, text, bytes } of files) {
    const page = read(htmlOf(bytes));
    assert.deepEqual([page.title, page.lang], [title, lang], producer);
    const day = producer === "groff" ? "2026-11-27" : "2025-04-08";
    assert.equal(page.publishedAt?.value.slice(0, 10), day, producer);
    assert.ok(letters(page.text).includes(letters(text)), `${producer}: ${page.text}`);
    assert.ok(
      page.text.split("\n\n").some((paragraph) => letters(paragraph).startsWith(letters(text.slice(0, 30)))),
      producer,
    );
  }
});

/** A PDF of these objects; the first is the catalog. It has no cross-reference table. */
const pdfOf = (objects: string[], trailer = "") =>
  bytesOf(
    `%PDF-1.7\n${objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`).join("")}trailer\n<< /Root 1 0 R ${trailer} >>\n%%EOF`,
  );
const stream = (content: string, entries = "") => `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>";
/** A file with a page for each of these contents. Objects from 100 on are the test's own. */
function pages(contents: string[], { fonts = `/F1 ${FONT}`, resources = "", more = [] as string[] } = {}): Uint8Array {
  const kids = contents.map((_, i) => `${3 + 2 * i} 0 R`).join(" ");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Resources << /Font << ${fonts} >> ${resources} >> >>`,
    ...contents.flatMap((content, i) => [`<< /Type /Page /Parent 2 0 R /Contents ${4 + 2 * i} 0 R >>`, stream(content)]),
    ...more,
  ]);
}
const line = (text: string, y: number, x = 72, size = 10) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
const DAYS = ["one", "two", "three"];
const WORDS = "The council met in the old hall";

test("parted words are whole again, lines are paragraphs, columns follow each other", () => {
  const content =
    line("A head line for it", 780, 72, 20) +
    line(`${WORDS} and spoke about the reser-`, 700) +
    line("voir for three hours until late, and then it rained a lot on", 688) +
    line("the hills.", 676) +
    line("Nobody left early that night, says the clerk of the council.", 664, 84) +
    line("This column goes on where the other one has ended, with", 652) +
    line("words that belong to one and the same sentence.", 700, 330);
  assert.deepEqual(blocks(htmlOf(pages([content]))), [
    "A head line for it",
    `${WORDS} and spoke about the reservoir for three hours until late, and then it rained a lot on the hills.`,
    "Nobody left early that night, says the clerk of the council. This column goes on where the other one has ended, with words that belong to one and the same sentence.",
  ]);
});

test("headers, page numbers, marked artifacts and notes along the margin are left out; forms are drawn", () => {
  const page = (n: number) =>
    line("Town gazette, 8 April", 820) +
    `q BT /F1 9 Tf 0 1 -1 0 20 300 Tm (A note that runs along the margin) Tj ET Q\n` +
    `/Artifact BMC ${line("Printed for the members", 60)} EMC\n` +
    `${line(`${WORDS} on day ${DAYS[n]}.`, 700)} q 1 0 0 1 0 -120 cm /X Do Q\n${[640, 600, 560, 520].map((y) => line(`At ${DAYS[n]} on ${y / 40} o'clock it rained.`, y)).join("")}${line(String(n + 1), 30, 300)}`;
  const form = stream(line("A form says more about it.", 700), "/Type /XObject /Subtype /Form");
  const bytes = pages([0, 1, 2].map(page), { resources: "/XObject << /X 9 0 R >>", more: [form] });
  assert.deepEqual(
    blocks(htmlOf(bytes)),
    DAYS.flatMap((day) => [
      `${WORDS} on day ${day}.`,
      "A form says more about it.",
      ...[16, 15, 14, 13].map((hour) => `At ${day} on ${hour} o'clock it rained.`),
    ]),
  );
});

test("strings, fonts and encodings: escapes, kerning, names of glyphs, maps to Unicode, Chinese by predefined maps", () => {
  const differences = `<< /Subtype /Type1 /Encoding << /Differences [65 /eacute /fi /uni20AC /afii10017 /f_f.alt /quotedblleft /Scaron] >> >>`;
  const mapped = `<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>] /ToUnicode 5 0 R >>`;
  const map = stream(
    "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0003> <0061> endbfrange 1 beginbfchar <0004> <D83DDE00> endbfchar",
  );
  const chinese = (encoding: string) => `<< /Subtype /Type0 /Encoding /${encoding} /DescendantFonts [<< >>] >>`;
  const fonts = `/F1 ${FONT} /F2 ${differences} /F3 ${mapped} /F4 ${chinese("GBK-EUC-H")} /F5 ${chinese("UniGB-UCS2-H")}`;
  const content =
    `BT /F1 10 Tf 72 700 Td [(${WORDS} \\(so\\) na)20(\\357ve)-300(caf\\351 \\223x\\224 lo\\
ng)] TJ ET\n` +
    "BT /F2 10 Tf 72 600 Td (ABCDEFG) Tj ET BT /F3 10 Tf 72 550 Td <0001000200030004> Tj ET\n" +
    "BT /F4 10 Tf 72 500 Td <CBAEBFE2> Tj ET BT /F5 10 Tf 72 450 Td <6C345E93> Tj ET";
  assert.deepEqual(blocks(htmlOf(pages([content], { fonts, more: [map] }))), [
    `${WORDS} (so) naïve café “x” long`,
    "éﬁ€Аff“Š".replace("ﬁ", "fi"),
    "abc😀",
    "水库",
    "水库",
  ]);
});

test("metadata: XMP before the information dictionary, dates with their zone, no title of a program", () => {
  const xmp = stream(
    '<x:xmpmeta><rdf:Description xmp:CreateDate="2024-01-02T03:04:05Z"><dc:title><rdf:Alt><rdf:li>Water &amp; light</rdf:li></rdf:Alt></dc:title></rdf:Description></x:xmpmeta>',
  );
  const file = (catalog: string, info: string, own: string) =>
    pdfOf(
      [
        `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
        "<< /Kids [3 0 R] >>",
        `<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 ${FONT} >> >> >>`,
        stream(line("The large one on top", 780, 72, 24) + line(`${WORDS} and in the new one.`, 700)),
        info,
        own,
      ],
      "/Info 5 0 R",
    );
  const full = read(
    htmlOf(
      file("/Metadata 6 0 R", "<< /Title (Other) /Author (\\376\\377\\000A\\000d\\000a) /CreationDate (D:20250408100100+02'00') >>", xmp),
    ),
  );
  assert.deepEqual([full.title, full.author], ["Water & light", "Ada"]);
  assert.equal(Date.parse(full.publishedAt?.value ?? ""), Date.parse("2025-04-08T10:01:00+02:00"));
  assert.equal(full.publishedAt?.basis, "meta");
  const plain = read(htmlOf(file("", "<< /Title (Microsoft Word - draft7.docx) >>", "<< >>")));
  assert.deepEqual([plain.title, plain.author, plain.publishedAt], ["The large one on top", null, null]);
});

test("what cannot be read says why", () => {
  const why = (bytes: Uint8Array) => {
    const page = pageOfPdf(bytes);
    return "why" in page ? page.why : "";
  };
  assert.match(why(bytesOf("<html>")), /^is no PDF/);
  assert.match(why(new Uint8Array(MAX_PDF + 1)), /more than 10000000 bytes/);
  assert.match(why(bytesOf("%PDF-1.7\n1 0 obj << /Pages")), /no page/);
  assert.match(why(pages(["q 100 0 0 100 0 0 cm /Im1 Do Q"])), /pictures only/);
  assert.match(
    why(pages([line(WORDS, 700)], { fonts: "/F1 << /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>" })),
    /map to Unicode/,
  );
  assert.match(why(pdfOf(["<< /Pages 2 0 R >>", "<< /Kids [] >>"], "/Encrypt << /Filter /Standard >>")), /encrypted/);
});

test("bombs, circles and deep nests take no longer than an honest file of the largest size", () => {
  const nothing = deflateSync(new Uint8Array(12_000_000), { level: 9 });
  const bomb = stream(
    Array.from(nothing, (byte) => String.fromCharCode(byte)).join(""),
    "/Filter /FlateDecode /Type /ObjStm /N 9 /First 9",
  );
  const often = (n: number) => stream(`/X${n} Do `.repeat(200), `/Subtype /Form /Resources << /XObject << /X${n} ${n} 0 R >> >>`);
  const hostile = {
    "streams that unpack to gigabytes": pdfOf(Array.from({ length: 60 }, () => bomb)),
    "forms that draw each other 200 times": pages(["/X6 Do"], {
      resources: "/XObject << /X6 6 0 R >>",
      more: Array.from({ length: 30 }, (_, i) => often(6 + ((i + 1) % 30))),
    }),
    "a page tree in a circle": pdfOf(["<< /Pages 2 0 R >>", `<< /Kids [${"2 0 R ".repeat(100_000)}] >>`]),
    "lists in lists": pdfOf(["[".repeat(1_000_000), "<<".repeat(500_000)]),
    "streams without an end": bytesOf(`%PDF-1.7\n${"1 0 obj <<>> stream\n".repeat(100_000)}`),
    "objects without an end": bytesOf(`%PDF-1.7\n${"1 0 obj << /A [ (\n".repeat(100_000)}`),
    digits: bytesOf(`%PDF-1.7\n${"1 ".repeat(1_000_000)}`),
    "a map of all codes": pages([line(WORDS, 700)], {
      fonts: `/F1 << /Subtype /Type1 /ToUnicode 5 0 R >>`,
      more: [stream("beginbfrange <00> <FFFFFFFF> <0041> endbfrange ".repeat(2000))],
    }),
    "pictures in the text without an end": pages(["BI ID ".repeat(200_000)]),
    "objects of a stream that all begin at one place": pdfOf([
      "<< /Pages 2 0 R >>",
      stream(`${"9 0 ".repeat(10_000)}(${"a".repeat(300_000)})`, "/Type /ObjStm /N 10000 /First 40000"),
    ]),
    "a long form that says nothing, drawn often": pages(["/X5 Do ".repeat(10_000)], {
      resources: "/XObject << /X5 5 0 R >>",
      more: [stream(" ".repeat(200_000), "/Subtype /Form /Filter /ASCIIHexDecode")],
    }),
    "page trees that share their kids": pdfOf([
      "<< /Pages 2 0 R >>",
      `<< /Kids [${Array.from({ length: 2_000 }, (_, i) => `${4 + i} 0 R `).join("")}] >>`,
      `[${"null ".repeat(100_000)}]`,
      ...Array.from({ length: 2_000 }, () => "<< /Kids 3 0 R >>"),
    ]),
    "fonts that share their widths": pages([Array.from({ length: 2_000 }, (_, i) => `/F${i} 9 Tf `).join("")], {
      fonts: Array.from({ length: 2_000 }, (_, i) => `/F${i} << /Subtype /Type1 /Widths 5 0 R >>`).join(" "),
      more: [`[${"500 ".repeat(100_000)}]`],
    }),
    "a map that gives the same codes again and again": pages([line(WORDS, 700)], {
      fonts: "/F1 << /Subtype /Type1 /ToUnicode 5 0 R >>",
      more: [stream("beginbfrange <0000> <8888> <0041> endbfrange ".repeat(20_000))],
    }),
    "a text for what is shown, named often": pages([`${"/P /M BDC ".repeat(50_000)}`], {
      resources: `/Properties << /M << /ActualText (${"a".repeat(200_000)}) >> >>`,
    }),
    "a paragraph of all lines": pages([`BT /F1 10 Tf 1 0 0 1 0 900000 Tm ${"0 -12 Td (abcd efgh ijkl) Tj ".repeat(100_000)} ET`]),
    "a line of all letters": pages([`BT /F1 10 Tf ${"(ab) Tj ".repeat(300_000)} ET`]),
    "headings without number": pages([`BT /F1 5 Tf (${WORDS.repeat(20_000)}) Tj /F1 20 Tf ${"0 -99 Td (abcd) Tj ".repeat(130_000)} ET`]),
  };
  const honest = pages(Array.from({ length: 100 }, () => line(WORDS, 700).repeat(1_200)));
  assert.ok(honest.length > 0.7 * MAX_PDF && honest.length < MAX_PDF, `${honest.length} bytes`);
  const most = 2 * cpuTime(() => pageOfPdf(honest));
  for (const [name, bytes] of Object.entries(hostile)) {
    const ms = leastCpuTime(() => pageOfPdf(bytes), most);
    assert.ok(ms < most, `${name}: ${ms} ms, at most ${most} are expected`);
  }
});

test("a text that stands for what is shown is given once, whatever is marked within it", () => {
  const content = `BT /F1 10 Tf 1 0 0 1 72 700 Tm /Span << /ActualText (${WORDS}) >> BDC /P BMC (aa) Tj EMC (bb) Tj EMC ET`;
  assert.match(htmlOf(pages([content])), new RegExp(`<p>${WORDS}</p>`));
});

test("a file with any bytes changed is read or refused", () => {
  const small = files.filter(({ bytes }) => bytes.length < 13_000).map(({ bytes }) => bytes);
  fc.assert(
    fc.property(
      fc.nat(small.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      (which, changes, cut) => {
        const bytes = small[which] ?? new Uint8Array();
        const changed = bytes.slice(0, cut % 3 ? bytes.length : cut % bytes.length);
        for (const [at, to] of changes) changed[at % Math.max(1, changed.length)] = to;
        const page = pageOfPdf(changed);
        assert.ok("why" in page ? page.why : page.html);
      },
    ),
    { numRuns: 150 },
  );
});
