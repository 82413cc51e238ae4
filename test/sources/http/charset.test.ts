/** Bytes to text: our own cases, then the suites of html5lib, feedparser and miniflux (evaluation folder). */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { decodeText, encodingOf } from "../../../workers/sources/http/charset.ts";
import { leastCpuTime } from "../../cpu.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";

const of = (text: string, contentType: string | null = "text/html") => encodingOf(Buffer.from(text, "latin1"), contentType);

test("a BOM comes before the header, the header before what the text says", () => {
  assert.equal(of("\xef\xbb\xbf<meta charset=gbk>", "text/html; charset=big5"), "utf-8");
  assert.equal(of("\xff\xfea\0", "text/html; charset=big5"), "utf-16le");
  assert.equal(of("\xfe\xff\0a", null), "utf-16be");
  assert.equal(of("<meta charset=gbk>", "text/html; charset=big5"), "big5");
  assert.equal(of("<meta charset=gbk>"), "gbk");
  assert.equal(of("plain"), "utf-8");
});
test("the header's label in the ways that servers write it", () => {
  for (const header of [
    'text/html; charset="koi8-r"',
    "text/html;charset=KOI8-R",
    "text/html; a=b; Charset = koi8-r ;c",
    "text/html; charset='koi8-r'",
  ])
    assert.equal(of("", header), "koi8-r", header);
  // An unknown one is as if there were none.
  for (const header of ["text/html; charset=utf-7", "text/html; charset=", "text/html; charset=x y", "text/html; xcharset=koi8-r"])
    assert.equal(of("<meta charset=gbk>", header), "gbk", header);
});
test("a meta in the ways that pages write it, within 1,024 bytes", () => {
  for (const meta of [
    "<meta charset=shift_jis>",
    "<META\nCHARSET = 'Shift_JIS' />",
    '<meta/charset="x-sjis">',
    '<meta http-equiv=Content-Type content="text/html; charset=shift_jis">',
    '<meta content="text/html; charset = \'shift_jis\'" name=x http-equiv="content-type">',
    '<!-- > <meta charset=gbk> --><a title="<meta charset=gbk>"><meta name=a><meta charset=nonsense><meta charset=shift_jis>',
    "<!--><meta charset=shift_jis>",
    "</p><?php x ?><!doctype html><meta charset=shift_jis>",
    "<metal charset=gbk><meta charset=shift_jis charset=gbk>",
  ])
    assert.equal(of(meta), "shift_jis", meta);
  for (const none of [
    "<!-- <meta charset=gbk>",
    "<meta content='charset=gbk'>",
    "<meta charset=gbk",
    "</meta charset=gbk>",
    "meta charset=gbk",
    `${" ".repeat(1010)}<meta charset=gbk>`,
  ])
    assert.equal(of(none), "utf-8", none);
  assert.equal(of(`${" ".repeat(1006)}<meta charset=gbk>`), "gbk");
});
test("what is read as ASCII is not UTF-16, whatever it says; UTF-16 shows itself by its zeros", () => {
  assert.equal(of("<meta charset=utf-16le>"), "utf-8");
  assert.equal(of('<?xml version="1.0" encoding="UTF-16"?>', "text/xml"), "utf-8");
  assert.equal(of("<meta charset=x-user-defined>"), "windows-1252");
  assert.equal(of("<\0?\0x\0", "text/xml"), "utf-16le");
  assert.equal(of("\0<\0?\0x", "text/xml"), "utf-16be");
});
test("a prolog's encoding, and only in a prolog", () => {
  assert.equal(of("<?xml version='1.0' encoding='windows-1251' ?><a/>", "text/xml"), "windows-1251");
  assert.equal(of("\n<?xml encoding='windows-1251'?>", "text/xml"), "windows-1251");
  assert.equal(of("<a/><?xml version='1.0' encoding='windows-1251'?>", "text/xml"), "utf-8");
});
test("bytes that belie what is declared win, a single wrong one does not", () => {
  const html = (text: string, head = "", lang = "en") => `<html lang="${lang}"><head>${head}</head><body>${text}</body></html>`;
  const decoded = (bytes: Uint8Array, type = "text/html") => decodeText(bytes, type);
  const french = html("Le port est resté ouvert, à Westmère");
  for (const type of ["text/html; charset=iso-8859-1", "text/html; charset=windows-1252", "text/html"])
    assert.equal(decoded(Buffer.from(french), type), french, type);
  for (const type of ["text/html", "text/html; charset=utf-8"]) assert.equal(decoded(Buffer.from(french, "latin1"), type), french, type);
  const japanese = Buffer.concat([
    Buffer.from('<html lang="ja"><body>'),
    Buffer.from([0x8d, 0x60, 0x82, 0xcd, 0x8a, 0x4a, 0x82, 0xa2, 0x82, 0xc4, 0x82, 0xa2, 0x82, 0xbd]),
  ]);
  assert.equal(decoded(japanese), '<html lang="ja"><body>港は開いていた');
  const late = Buffer.from(html("Gda\xf1sk, \xb3\xf3d\xbc", `${" ".repeat(2000)}<meta charset="iso-8859-2">`, "en"), "latin1");
  assert.match(decoded(late), /Gdańsk, łódź/);
  const patched = Buffer.concat([Buffer.from(french), Buffer.from([0xe9]), Buffer.from("é")]);
  assert.equal(decoded(patched), `${french}\ufffdé`);
});
test("nothing throws, no byte is lost to more than one sign, and it takes no time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: "grapheme" }), (bytes, header) => {
      const text = decodeText(bytes, `text/html; charset=${header}`);
      assert.ok(text.length <= bytes.length);
      assert.equal(text, text.toWellFormed());
    }),
    { numRuns: 500 },
  );
  for (const piece of ["<", "<!--", "<meta ", "<meta a", "<a b=", "<meta charset=", '="', "</", " ", "<?xml ", "charset="]) {
    const bytes = Buffer.from(piece.repeat(50_000 / piece.length));
    assert.ok(leastCpuTime(() => decodeText(bytes, `text/html; ${piece.repeat(50_000 / piece.length)}`), 50) < 50, piece);
  }
});

const folder = evaluation("hostile");
const skip = lacks("hostile");
const named = (label: string) => {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
};
test("html5lib: the encoding of each page, where it is declared within 1,024 bytes", { skip }, (t) => {
  let late = 0;
  let seen = 0;
  for (const file of ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"])
    for (const part of readFileSync(join(folder, "html5lib-encoding", file), "latin1")
      .split(/^#data\n/m)
      .slice(1)) {
      const [data = "", name = ""] = part.split(/\n#encoding\n/);
      const wanted = named(name.trim().split("\n")[0] ?? "");
      const got = of(data);
      seen++;
      // That suite's default is windows-1252; ours is UTF-8. Some of its pages declare theirs later than the Standard looks.
      if (wanted === "windows-1252" && got === "utf-8") continue;
      if (got !== wanted && data.lastIndexOf("charset") > 1000) late++;
      else assert.equal(got, wanted, data.slice(0, 200));
    }
  t.diagnostic(`${seen} pages, ${late} of them declared too late`);
  assert.ok(seen > 80 && late <= 9);
});
test("feedparser: the encoding of each feed, with its header", { skip }, (t) => {
  let seen = 0;
  let other = 0;
  for (const file of readdirSync(join(folder, "feeds/encoding"))) {
    const bytes = readFileSync(join(folder, "feeds/encoding", file));
    const head = bytes.toString("latin1").replaceAll("\0", "");
    const wanted = /encoding == u?'([^']+)'/.exec(head)?.[1];
    if (!wanted) continue;
    seen++;
    const got = encodingOf(bytes, /Header:\s*Content-type:\s*([^\n]*)/i.exec(head)?.[1] ?? null);
    // No UTF-32 on the web (WHATWG); text/xml without charset is no longer ASCII (RFC 7303); GBK is decoded as GB 18030 is.
    if (got !== named(wanted) && /utf-32|us-ascii|gb18030/.test(wanted)) other++;
    else assert.equal(got, named(wanted), file);
  }
  t.diagnostic(`${seen} feeds, ${other} of them otherwise by the Standard`);
  assert.ok(seen > 55 && other <= 17);
});
test("miniflux: its charset files come out as the same words", { skip }, () => {
  const text = (file: string, contentType: string) => decodeText(readFileSync(join(folder, "encoding-miniflux", file)), contentType);
  for (const file of [
    "utf8.html",
    "utf8.xml",
    "iso-8859-1.html",
    "iso-8859-1.xml",
    "windows-1252.xml",
    "koi8r.xml",
    "utf8-meta-after-1024.html",
  ])
    assert.doesNotMatch(text(file, file.endsWith("html") ? "text/html" : "text/xml"), /\ufffd|Ã/, file);
  assert.match(text("koi8r.xml", "text/xml"), /[а-я]{4}/);
});
