/** Outcomes that status and media type alone decide, and our user agent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { typeOf, wrongContent, wrongEncoding, wrongType } from "../../../workers/sources/http/content.ts";
import { userAgent } from "../../../workers/sources/http/fetch.ts";
import { outcomeOfStatus, retryAfter } from "../../../workers/sources/http/status.ts";

const NOW = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

test("Retry-After: seconds or a date, from a minute to a day, whatever it says", () => {
  for (const [value, wait] of [
    ["120", 2 * MINUTE],
    [" 3600 ", 60 * MINUTE],
    ["0", MINUTE],
    ["7", MINUTE],
    ["-1e20", MINUTE],
    ["1e400", DAY],
    ["9".repeat(90), DAY],
    ["90.5", 90_500],
    ["Thu, 01 Jan 2026 00:10:00 GMT", 10 * MINUTE],
    ["Thursday, 01-Jan-26 00:10:00 GMT", 10 * MINUTE],
    ["Thu Jan  1 00:10:00 2026", 10 * MINUTE],
    ["Thu, 01 Jan 2009 00:00:00 GMT", MINUTE],
    ["Thu, 01 Jan 2099 00:00:00 GMT", DAY],
    ["soon", null],
    ["", null],
    ["7 apples", null],
    ["Thu, 99 Foo 2026 99:99:99 GMT", null],
    ["NaN", null],
    ["Infinity", null],
    [null, null],
  ] as const) {
    // The second form of RFC 9110's asctime dates has no zone: it means UTC, but is read by the runtime's, UTC on Cloudflare.
    if (value === "Thu Jan  1 00:10:00 2026" && new Date().getTimezoneOffset() !== 0) continue;
    assert.equal(retryAfter(value, NOW), wait, String(value));
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      const wait = retryAfter(value, NOW);
      assert.ok(wait === null || (wait >= MINUTE && wait <= DAY));
    }),
  );
});
test("every status has its outcome", () => {
  const kind = (status: number, headers: Record<string, string> = {}, conditional = false) =>
    outcomeOfStatus(status, new Headers(headers), NOW, conditional)?.kind ?? "read";
  const kinds = new Map<string, number[]>();
  for (let status = 100; status < 600; status++) kinds.set(kind(status), [...(kinds.get(kind(status)) ?? []), status]);
  assert.deepEqual(kinds.get("gone"), [404, 410]);
  assert.deepEqual(kinds.get("refused"), [401, 402, 403, 451]);
  assert.deepEqual(kinds.get("throttled"), [429]);
  assert.deepEqual(kinds.get("bad_content"), [204, 205, 206]);
  assert.equal(kinds.get("read")?.length, 97);
  assert.equal(kinds.get("not_modified"), undefined);
  assert.equal(kind(304, {}, true), "not_modified");
  assert.equal(kind(503, { "retry-after": "soon" }), "throttled");
  assert.equal(kind(500, { "retry-after": "120" }), "failed");
  assert.equal(kind(503, { "cf-mitigated": "challenge" }), "refused");
});

test("the type decides what is read at all", () => {
  const reads = (type: string | null) =>
    (["html", "feed", "json", "text"] as const).filter((expects) => wrongType(type, expects) === null).join(" ");
  assert.equal(reads(null), "html feed json text");
  assert.equal(reads("Text/HTML; charset=utf-8"), "html feed text");
  assert.equal(reads("application/xhtml+xml"), "html feed text");
  assert.equal(reads("application/rss+xml"), "feed text");
  assert.equal(reads("text/xml"), "feed text");
  assert.equal(reads("application/activity+json; profile=x"), "feed json text");
  assert.equal(reads("text/plain"), "feed json text");
  assert.equal(reads("text/tab-separated-values"), "text");
  assert.equal(reads("application/pdf"), "html");
  for (const type of ["image/png", "video/mp4", "application/zip", "font/woff2", "multipart/form-data", "x"])
    assert.equal(reads(type), "", type);
  assert.equal(typeOf("text/plain, text/html;a=b"), "text/html");
  assert.equal(wrongType("image/png", "html"), "image/png instead of html");
});
test("encodings that cannot be taken off are told", () => {
  for (const headers of [{}, { "content-encoding": "GZIP" }, { "content-encoding": "br" }, { "transfer-encoding": "chunked" }])
    assert.equal(wrongEncoding(new Headers(headers as Record<string, string>)), null);
  assert.equal(wrongEncoding(new Headers({ "content-encoding": "zstd" })), "encoded as zstd");
  assert.equal(wrongEncoding(new Headers({ "content-encoding": "gzip, gzip" })), "encoded as gzip, gzip");
  assert.equal(wrongEncoding(new Headers({ "transfer-encoding": "smoke" })), "encoded as smoke");
});
test("what came instead of a feed, of JSON, of text", () => {
  assert.equal(wrongContent("<!DOCTYPE html><p>x", "text/html", "feed"), "a page instead of a feed");
  assert.equal(wrongContent("<!-- x -->\n<html>", null, "feed"), "a page instead of a feed");
  assert.equal(wrongContent("<?xml version='1.0'?><feed>", "text/html", "feed"), null);
  assert.equal(wrongContent('{"version":"https://jsonfeed.org/version/1"}', "text/plain", "feed"), null);
  assert.equal(wrongContent("<p>error", "text/plain", "json"), "a page instead of JSON");
  assert.equal(wrongContent('{"a":1}', "text/plain", "json"), null);
  assert.equal(wrongContent(" \n", "text/html", "html"), "nothing in it");
  assert.equal(wrongContent("", "text/plain", "text"), null);
  for (const binary of ["%PDF-1.7\n%\x01\0", "PK\x03\x04\x14", "\ufffdPNG\r\n\x1a\n\0\0", "a\0b\0c\0", "GIF89a\x01\0"])
    assert.equal(wrongContent(binary, "text/html", "text"), "no text", JSON.stringify(binary));
  assert.equal(wrongContent("a page with one \x0b odd \x01 sign", "text/html", "html"), null);
});

test("a contact is a mail address or a page; without one there is no User-Agent", () => {
  for (const contact of ["desk@paper.example", "mailto:desk@paper.example", " MAILTO:desk@paper.example "])
    assert.equal(userAgent(contact), "Whence/0.1 (+mailto:desk@paper.example)");
  assert.equal(userAgent("https://paper.example/bot"), "Whence/0.1 (+https://paper.example/bot)");
  for (const contact of [
    undefined,
    "",
    " ",
    "desk",
    "desk@paper",
    "a b@c.d",
    "x\r\nCookie: a@b.c",
    "javascript:alert(1)",
    "ü@paper.example",
    "https://x",
    "a@b.c)(",
  ])
    assert.equal(userAgent(contact), null, contact);
});
