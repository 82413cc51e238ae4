/** Hostile behaviours of an origin, each with the outcome that it must end in. */
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { OutcomeKind } from "../../../workers/sources/http/outcome.ts";
import type { Job } from "./fetcher.ts";
import { type Behaviour, drip, flood, page, raw, redirect, send } from "./origin.ts";

export interface Case {
  behave: Behaviour;
  ends: OutcomeKind;
  /** What the outcome must hold besides. */
  with?: Record<string, unknown>;
  /** What the text must be. */
  text?: string | RegExp;
  expects?: Job["request"]["expects"];
  options?: Job["options"];
  request?: Partial<Job["request"]>;
}
const HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const HINTS = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";
const ARTICLE = "<!doctype html><title>A</title><article>Some words of an article.</article>";
const MB = 1 << 20;
const brotli = (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 } });
const packed = (encoding: string, bytes: Buffer) => send("200 OK", `Content-Type: text/html\r\nContent-Encoding: ${encoding}\r\n`, bytes);
const zipped = gzipSync(ARTICLE);
/** Half of it, but said to be all. */
const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

export const heads: Record<string, Case> = {
  "never answers": { behave: () => {}, ends: "timed_out" },
  "a head byte by byte": { behave: drip("HTTP/1.1 200 OK\r\n", "X", 40), ends: "timed_out" },
  "head lines for ever, slowly": { behave: drip("HTTP/1.1 200 OK\r\n", "X-A: b\r\n", 20), ends: "timed_out" },
  "head lines for ever, fast": { behave: flood("HTTP/1.1 200 OK\r\n", Buffer.from("X-A: b\r\n".repeat(8000))), ends: "failed" },
  "closes at once": { behave: (socket) => socket.end(), ends: "failed" },
  "closes within the head": { behave: (socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Ty"), ends: "failed" },
  "resets at once": { behave: (socket) => socket.resetAndDestroy(), ends: "failed" },
  garbage: { behave: (socket) => socket.end(Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255))), ends: "failed" },
  "HTTP/0.9": { behave: (socket) => socket.end(ARTICLE), ends: "failed" },
  "TLS on a plain port": { behave: (socket) => socket.end(Buffer.from("160301020001000001fc0303", "hex")), ends: "failed" },
  "SSH on a web port": { behave: (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"), ends: "failed" },
  "status abc": { behave: raw("HTTP/1.1 abc OK\r\n", ARTICLE), ends: "failed" },
  "status 0": { behave: raw("HTTP/1.1 000 OK\r\n", ARTICLE), ends: "failed" },
  "status 999": { behave: raw("HTTP/1.1 999 Denied\r\n", ARTICLE), ends: "failed" },
  "status 99999999999": { behave: raw("HTTP/1.1 99999999999 OK\r\n", ARTICLE), ends: "failed" },
  "a header of 1 MB": { behave: raw(`${HTML}X-A: ${"a".repeat(MB)}\r\n`, ARTICLE), ends: "failed" },
  "30,000 headers": { behave: raw(`${HTML}${"X-A: b\r\n".repeat(30_000)}`, ARTICLE), ends: "failed" },
  "a header with NUL": { behave: raw(`${HTML}X-A: a\0b\r\n`, ARTICLE), ends: "failed" },
  "103, then nothing": { behave: (socket) => socket.write(HINTS), ends: "timed_out" },
  "103, then the answer": {
    behave: (socket) => {
      socket.write(HINTS);
      setTimeout(() => socket.end(`${HTML}\r\n${ARTICLE}`), 30);
    },
    ends: "ok",
    text: ARTICLE,
  },
  "100, then the answer": {
    behave: (socket) => socket.end(`HTTP/1.1 100 Continue\r\n\r\n${HTML}\r\n${ARTICLE}`),
    ends: "ok",
    text: ARTICLE,
  },
  "101, a socket of another kind": { behave: raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n"), ends: "failed" },
  "two lengths": { behave: raw(`${HTML}Content-Length: 5\r\nContent-Length: 60\r\n`, ARTICLE), ends: "failed" },
  "a negative length": { behave: raw(`${HTML}Content-Length: -5\r\n`, ARTICLE), ends: "failed" },
  "a length that is no number": { behave: raw(`${HTML}Content-Length: many\r\n`, ARTICLE), ends: "failed" },
};

export const bodies: Record<string, Case> = {
  "a body byte by byte": { behave: drip(`${HTML}\r\n`, "a", 20), ends: "timed_out" },
  "a chunk a moment": { behave: drip(`${HTML}Transfer-Encoding: chunked\r\n\r\n`, "1\r\na\r\n", 20), ends: "timed_out" },
  "stops within the body": { behave: (socket) => socket.write(`${HTML}Content-Length: 900\r\n\r\n${ARTICLE}`), ends: "timed_out" },
  "a body for ever": { behave: flood(`${HTML}\r\n`, Buffer.alloc(MB, "a")), ends: "too_large" },
  "chunks for ever": {
    behave: flood(`${HTML}Transfer-Encoding: chunked\r\n\r\n`, Buffer.from(`10000\r\n${"a".repeat(0x10000)}\r\n`)),
    ends: "too_large",
  },
  "one chunk's extension for ever": {
    behave: flood(`${HTML}Transfer-Encoding: chunked\r\n\r\n5;`, Buffer.alloc(MB, "a")),
    ends: "bad_content",
  },
  "a length of 10 GB": { behave: raw(`${HTML}Content-Length: 10000000000\r\n`, ARTICLE), ends: "too_large" },
  "a length over a small limit": { behave: page(ARTICLE), ends: "too_large", options: { maxBytes: 20 } },
  "over the limit without a length": { behave: raw(HTML, ARTICLE), ends: "too_large", options: { maxBytes: 20 } },
  "over the limit, to be cut": { behave: raw(HTML, ARTICLE), ends: "ok", options: { maxBytes: 15, cut: true }, text: "<!doctype html>" },
  "over the limit by its length, to be cut": {
    behave: page(ARTICLE),
    ends: "ok",
    options: { maxBytes: 15, cut: true },
    text: "<!doctype html>",
  },
  "as long as the limit": { behave: page(ARTICLE), ends: "ok", options: { maxBytes: ARTICLE.length }, text: ARTICLE },
  "a longer length than body": { behave: raw(`${HTML}Content-Length: 900\r\n`, ARTICLE), ends: "bad_content" },
  "a longer body than length": { behave: raw(`${HTML}Content-Length: 15\r\n`, ARTICLE), ends: "ok", text: "<!doctype html>" },
  "a second answer that nobody asked for": {
    behave: (socket) => socket.write(`${HTML}Content-Length: 8\r\n\r\n<p>first${HTML}Content-Length: 8\r\n\r\n<p>stale`),
    ends: "ok",
    text: "<p>first",
  },
  "the answer after it": { behave: (socket) => socket.write(`${HTML}Content-Length: 8\r\n\r\n<p>right`), ends: "ok", text: "<p>right" },
  "a reset within the body": {
    behave: (socket) => {
      socket.write(`${HTML}Content-Length: 900\r\n\r\n${ARTICLE}`);
      setTimeout(() => socket.resetAndDestroy(), 30);
    },
    ends: "bad_content",
  },
  "a chunk length that is none": { behave: raw(`${HTML}Transfer-Encoding: chunked\r\n`, "zz\r\nabc\r\n0\r\n\r\n"), ends: "bad_content" },
  "a chunk length past all numbers": {
    behave: raw(`${HTML}Transfer-Encoding: chunked\r\n`, `${"f".repeat(40)}\r\n${ARTICLE}`),
    ends: "bad_content",
  },
  "chunks without an end": { behave: raw(`${HTML}Transfer-Encoding: chunked\r\n`, "5\r\nhello\r\n"), ends: "bad_content" },
  "a chunk that is longer than said": {
    behave: raw(`${HTML}Transfer-Encoding: chunked\r\n`, "3\r\nhello\r\n0\r\n\r\n"),
    ends: "bad_content",
  },
  "a transfer encoding unknown": { behave: raw(`${HTML}Transfer-Encoding: smoke\r\n`, ARTICLE), ends: "bad_content" },
  "gzip of 200 MB": { behave: packed("gzip", gzipSync(Buffer.alloc(200 * MB))), ends: "too_large" },
  "brotli of 100 MB": { behave: packed("br", brotli(Buffer.alloc(100 * MB))), ends: "too_large" },
  "gzip with a small limit": {
    behave: packed("gzip", gzipSync(Buffer.alloc(10_000, "a"))),
    ends: "too_large",
    options: { maxBytes: 5000 },
  },
  "gzip as it should be": { behave: packed("gzip", zipped), ends: "ok", text: ARTICLE },
  "brotli as it should be": { behave: packed("br", brotli(Buffer.from(ARTICLE))), ends: "ok", text: ARTICLE },
  "gzip that is none": { behave: packed("gzip", Buffer.from(ARTICLE)), ends: "bad_content" },
  "brotli that is none": { behave: packed("br", Buffer.from(ARTICLE)), ends: "bad_content" },
  "gzip cut in half": { behave: packed("gzip", half(zipped)), ends: "bad_content" },
  "brotli cut in half": { behave: packed("br", half(brotli(Buffer.from(ARTICLE)))), ends: "bad_content" },
  "gzip with a wrong checksum": { behave: packed("gzip", Buffer.concat([zipped.subarray(0, -8), Buffer.alloc(8)])), ends: "bad_content" },
  "gzip twice": { behave: packed("gzip, gzip", gzipSync(zipped)), ends: "bad_content" },
  "an encoding unknown": { behave: packed("zstd", Buffer.from("(zstd)")), ends: "bad_content" },
  "ends with the head": { behave: raw(HTML), ends: "bad_content" },
  "an empty body": { behave: page(""), ends: "bad_content" },
  "an empty text is a text": { behave: page("", "text/plain"), ends: "ok", expects: "text", text: "" },
  "204": { behave: raw("HTTP/1.1 204 No Content\r\n"), ends: "bad_content" },
  "206, unasked": {
    behave: send("206 Partial Content", "Content-Type: text/html\r\nContent-Range: bytes 0-9/99\r\n", ARTICLE),
    ends: "bad_content",
  },
  "an image": { behave: flood("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", Buffer.alloc(MB)), ends: "bad_content" },
  "an image said to be a page": { behave: page(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), ends: "bad_content" },
  "a page instead of a feed": { behave: page(ARTICLE), ends: "bad_content", expects: "feed" },
  "a page instead of JSON": { behave: page(ARTICLE, "text/plain"), ends: "bad_content", expects: "json" },
  "a feed said to be a page": { behave: page("<?xml version='1.0'?><rss/>"), ends: "ok", expects: "feed", text: /<rss/ },
  "no type at all": { behave: send("200 OK", "", ARTICLE), ends: "ok", text: ARTICLE },
  "types in two": { behave: send("200 OK", "Content-Type: text/plain\r\nContent-Type: text/html\r\n", ARTICLE), ends: "ok", text: ARTICLE },
};

const bytes = (hex: string) => Buffer.from(hex, "hex");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const late = `<!doctype html><title>${"x".repeat(1100)}</title><meta charset=windows-1251>`;

export const charsets: Record<string, Case> = {
  "the header's charset": {
    behave: page(Buffer.concat([Buffer.from("<p>"), bytes("c4e3")]), "text/html; charset=GBK"),
    ends: "ok",
    text: "<p>你",
  },
  "a BOM against the header": { behave: page("\ufeff<p>é", "text/html; charset=windows-1251"), ends: "ok", text: "<p>é" },
  "the header against the meta": { behave: page("<meta charset=shift_jis><p>é", "text/html; charset=utf-8"), ends: "ok", text: /é$/ },
  "a meta": {
    behave: page(
      Buffer.concat([
        Buffer.from('<!-- <meta charset=x> --><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">'),
        bytes("b0a1"),
      ]),
      "text/html",
    ),
    ends: "ok",
    text: /가$/,
  },
  "a meta after 1,024 bytes": { behave: page(Buffer.concat([Buffer.from(late), bytes("e0")]), "text/html"), ends: "ok", text: /\ufffd$/ },
  "UTF-7 stays the ASCII that it is": {
    behave: page("<p>+ADw-script+AD4-", "text/html; charset=utf-7"),
    ends: "ok",
    text: "<p>+ADw-script+AD4-",
  },
  "a charset that the Standard withdrew": { behave: page("<p>a", "text/html; charset=iso-2022-kr"), ends: "ok", text: "<p>a" },
  "a charset unknown": {
    behave: page(Buffer.concat([Buffer.from("<p>"), bytes("ff")]), "text/html; charset=klingon"),
    ends: "ok",
    text: "<p>\ufffd",
  },
  "UTF-16 with a BOM": {
    behave: page(Buffer.concat([bytes("fffe"), utf16("<p>é")]), "text/html; charset=utf-8"),
    ends: "ok",
    text: "<p>é",
  },
  "UTF-16 without a word about it": {
    behave: page(utf16("<?xml version='1.0'?><rss>é"), "text/xml"),
    ends: "ok",
    expects: "feed",
    text: /é$/,
  },
  "a prolog's encoding": {
    behave: page(Buffer.concat([Buffer.from("<?xml version='1.0' encoding='koi8-r'?><rss>"), bytes("c1")]), "application/rss+xml"),
    ends: "ok",
    expects: "feed",
    text: /а$/,
  },
  "a prolog that lies": {
    behave: page("<?xml version='1.0' encoding='utf-16'?><rss>é", "text/xml"),
    ends: "ok",
    expects: "feed",
    text: /é$/,
  },
  "half a character": { behave: page(Buffer.concat([Buffer.from("<p>"), bytes("e4bd")])), ends: "ok", text: "<p>\ufffd" },
};

/** The encodings that the news of the world still comes in: label, bytes, words. */
for (const [label, hex, text] of [
  ["gb18030", "d1a1bed99534b235", "选举𠮷"],
  ["big5", "bfefc17c", "選舉"],
  ["shift_jis", "93fa967bb6c5", "日本ｶﾅ"],
  ["euc-jp", "c6fccbdc", "日本"],
  ["iso-2022-jp", "1b2442467c4b5c1b2842", "日本"],
  ["euc-kr", "b4ebc7d1", "대한"],
  ["windows-1251", "c2fbe1eef0fb", "Выборы"],
  ["koi8-u", "f7c9c2cfd2c9a4", "Вибориє"],
  ["windows-1256", "c7e4cacec7c8c7ca", "انتخابات"],
  ["iso-8859-8", "e1e7e9f8e5fa", "בחירות"],
  ["windows-874", "a1d2c3", "การ"],
  ["windows-1254", "5365e7696d20f0", "Seçim ğ"],
  ["iso-8859-2", "776f6c6e6fb6e6", "wolność"],
  ["windows-1253", "e5eaebefe3ddf2", "εκλογές"],
  ["latin1", "8093e9", "€“é"],
] as const)
  charsets[`${label} on the runtime`] = {
    behave: page(Buffer.concat([Buffer.from("<p>"), bytes(hex)]), `text/html; charset=${label}`),
    ends: "ok",
    text: `<p>${text}`,
  };

const status = (line: string, headers = ""): Behaviour => send(line, headers, "<p>sorry</p>");
export const statuses: Record<string, Case> = {
  "404": { behave: status("404 Not Found"), ends: "gone", with: { status: 404 } },
  "410 with an endless body": { behave: flood("HTTP/1.1 410 Gone\r\n\r\n", Buffer.alloc(MB)), ends: "gone", with: { status: 410 } },
  "401": { behave: status("401 Unauthorized", "WWW-Authenticate: Basic\r\n"), ends: "refused", with: { status: 401 } },
  "402": { behave: status("402 Payment Required"), ends: "refused", with: { status: 402 } },
  "403": { behave: status("403 Forbidden"), ends: "refused", with: { status: 403 } },
  "451": { behave: status("451 Unavailable For Legal Reasons"), ends: "refused", with: { status: 451 } },
  "503 that is a challenge": {
    behave: status("503 Service Unavailable", "cf-mitigated: challenge\r\n"),
    ends: "refused",
    with: { status: 503 },
  },
  "400": { behave: status("400 Bad Request"), ends: "failed", with: { status: 400 } },
  "422 of an API": {
    behave: send("422 Unprocessable Entity", "Content-Type: application/json\r\n", '{"error":"Limit must be at most 40"}'),
    expects: "json",
    ends: "failed",
    with: { why: "status 422: Limit must be at most 40" },
  },
  "403 of an API, and no text": {
    behave: send("403 Forbidden", "Content-Type: application/json\r\n", '{"error":{"code":7}}'),
    expects: "json",
    ends: "refused",
    with: { why: "the server refuses us" },
  },
  "400 of an API, for ever": {
    behave: flood("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n", Buffer.alloc(MB, "[")),
    expects: "json",
    ends: "failed",
    with: { why: "status 400" },
  },
  "500": { behave: status("500 Internal Server Error"), ends: "failed", with: { status: 500 } },
  "503": { behave: status("503 Service Unavailable"), ends: "failed", with: { status: 503 } },
  "503 until later": {
    behave: status("503 Service Unavailable", "Retry-After: 120\r\n"),
    ends: "throttled",
    with: { retryAfter: 120_000 },
  },
  "429": { behave: status("429 Too Many Requests"), ends: "throttled", with: { retryAfter: null } },
  "429 with a moment": { behave: status("429 Slow Down", "Retry-After: 7\r\n"), ends: "throttled", with: { retryAfter: 60_000 } },
  "429 until 2099": {
    behave: status("429 Slow Down", "Retry-After: Thu, 01 Jan 2099 00:00:00 GMT\r\n"),
    ends: "throttled",
    with: { retryAfter: 86_400_000 },
  },
  "429 until the past": {
    behave: status("429 Slow Down", "Retry-After: Thu, 01 Jan 2009 00:00:00 GMT\r\n"),
    ends: "throttled",
    with: { retryAfter: 60_000 },
  },
  "429 with −1e20": { behave: status("429 Slow Down", "Retry-After: -1e20\r\n"), ends: "throttled", with: { retryAfter: 60_000 } },
  "429 with nonsense": { behave: status("429 Slow Down", "Retry-After: soon\r\n"), ends: "throttled", with: { retryAfter: null } },
  "304, asked": {
    behave: raw("HTTP/1.1 304 Not Modified\r\n"),
    ends: "not_modified",
    options: { etag: '"a"', lastModified: "Thu, 01 Jan 2026 00:00:00 GMT" },
  },
  "304, unasked": { behave: raw("HTTP/1.1 304 Not Modified\r\n"), ends: "failed", with: { status: 304 } },
  "a wall with 200": {
    behave: page(
      "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript><script src=/cdn-cgi/challenge-platform/x></script>",
    ),
    ends: "refused",
    with: { status: 200 },
  },
  "300": { behave: status("300 Multiple Choices"), ends: "failed", with: { status: 300 } },
};

const to = (location: string): Case => ({ behave: redirect(location), ends: "bad_address" });
export const redirects: Record<string, Case> = {
  loop: { behave: redirect("/loop"), ends: "failed" },
  "hop-7": { behave: redirect("/hop-6", "301 Moved"), ends: "failed" },
  "hop-6": { behave: redirect("/hop-5", "301 Moved"), ends: "failed" },
  "hop-5": { behave: redirect("/hop-4", "303 See Other"), ends: "ok", text: ARTICLE },
  "hop-4": { behave: redirect("hop-3", "307 Temporary Redirect"), ends: "ok", text: ARTICLE },
  "hop-3": { behave: redirect("./hop-2#part", "308 Permanent Redirect"), ends: "ok", text: ARTICLE },
  "hop-2": { behave: redirect("/a/../hop-1?x"), ends: "ok", text: ARTICLE },
  "hop-1": { behave: redirect("/good"), ends: "ok", text: ARTICLE },
  "a redirect with a body for ever": {
    behave: flood("HTTP/1.1 302 Found\r\nLocation: /good\r\n\r\n", Buffer.alloc(MB)),
    ends: "ok",
    text: ARTICLE,
  },
  good: { behave: page(ARTICLE), ends: "ok", text: ARTICLE },
  "to nowhere": { behave: status("302 Found"), ends: "failed" },
  "to no URL": { behave: redirect("http://[::1"), ends: "failed" },
  "to a file": to("file:///etc/passwd"),
  "to a script": to("javascript:alert(1)"),
  "to data": to("data:text/html,x"),
  "to FTP": to("ftp://paper.com/"),
  "to loopback": to("http://127.0.0.1:1/"),
  "to loopback in one number": to("http://2130706433/"),
  "to loopback in IPv6": to("http://[::ffff:127.0.0.1]/"),
  "to loopback without a scheme": to("//127.0.0.1:1/"),
  "to loopback with backslashes": to("\\\\127.0.0.1:1\\x"),
  "to a cloud's metadata": to("http://169.254.169.254/latest/meta-data/"),
  "to a name of the inside": to("http://metadata.google.internal/"),
  "to localhost": to("https://localhost/"),
  "to credentials": to("https://a:b@paper.com/"),
  "to a port of mail": to("http://paper.com:25/"),
  "to ourselves": to("https://whence.paper.com/v1/claims"),
};
