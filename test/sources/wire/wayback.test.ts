/** The Wayback Machine's answers, in their recorded shape: its index, a capture's address, a request to capture. */
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  capturedAt,
  captureRequest,
  capturesOf,
  capturesRequest,
  saveRefusal,
  saveRequest,
} from "../../../workers/sources/wire/wayback.ts";
import { answerTo, NOW } from "../adapters.ts";

const ARCHIVE = "https://web.archive.org";
const PAGE = "https://gazette.oldenmoor.org/news?id=7&x=a b";

test("the index is asked for the page's captures, each of another content, the earliest first", () => {
  const { pathname, searchParams } = new URL(capturesRequest(ARCHIVE, PAGE).url);
  assert.equal(pathname, "/cdx/search/cdx");
  assert.deepEqual(Object.fromEntries(searchParams), {
    url: PAGE,
    output: "json",
    fl: "timestamp",
    filter: "statuscode:200",
    collapse: "digest",
    limit: "5",
  });
});

test("its answers: a row of names, then captures; an empty list for none; no list is none of them", () => {
  const of = (body: unknown) => capturesOf(answerTo(capturesRequest(ARCHIVE, PAGE), body));
  assert.deepEqual(of([["timestamp"], ["20250405101500"], ["20250406000000"]]), ["20250405101500", "20250406000000"]);
  assert.deepEqual(of([]), []);
  assert.deepEqual(of([["timestamp"], ["2025"], [null], "20250405101500", []]), []);
  for (const other of ["<html>", '{"error":"x"}', "null", "org.archive.util.io.RuntimeIOException"]) assert.equal(of(other), null, other);
});

test("a capture is asked for as it came; the others come back with it", () => {
  assert.deepEqual(captureRequest(ARCHIVE, ["20250405101500", "20250406000000"], PAGE), {
    url: `${ARCHIVE}/web/20250405101500id_/${PAGE}`,
    expects: "html",
    step: "20250406000000",
  });
});

test("when it was captured is told by where the answer came from, to the end of the second; nothing is captured in the future", () => {
  const from = (url: string) => capturedAt({ ...answerTo({ url, expects: "html" }, ""), url });
  assert.deepEqual(from(`${ARCHIVE}/web/20250405101559id_/${PAGE}`), {
    at: Date.UTC(2025, 3, 5, 10, 15, 59, 999),
    url: `${ARCHIVE}/web/20250405101559/${PAGE}`,
  });
  assert.ok(from("http://127.0.0.1:8080/archive/web/20250405101559/https://a.example/"));
  const backdated = `${ARCHIVE}/web/20250405101559id_/https://a.example/web/20010101000000/story`;
  assert.equal(from(backdated)?.at, Date.UTC(2025, 3, 5, 10, 15, 59, 999), "the time in a page's own address is none of the archive");
  const later = new Date(NOW + 86_400_000).toISOString().replace(/\D/g, "").slice(0, 14);
  for (const none of [`${ARCHIVE}/web/${later}id_/${PAGE}`, `${ARCHIVE}/web/2025id_/${PAGE}`, `${ARCHIVE}/`, PAGE])
    assert.equal(from(none), null, none);
});

test("a capture is requested with the login in a header, and refused in more ways than by a status", () => {
  const request = saveRequest(ARCHIVE, PAGE, "key:secret");
  assert.deepEqual([request.url, request.headers?.["authorization"]], [`${ARCHIVE}/save/`, "LOW key:secret"]);
  assert.equal(new URLSearchParams(request.body?.text).get("url"), PAGE);
  assert.equal(saveRefusal(answerTo(request, { url: PAGE, job_id: "spn2-0123abcd" })), null);
  assert.equal(
    saveRefusal(answerTo(request, { status: "error", status_ext: "error:blocked-url", message: "This URL is blocked." })),
    "This URL is blocked.",
  );
  assert.equal(
    saveRefusal(answerTo(request, { message: "You have already reached the limit of active sessions." }))?.slice(0, 8),
    "You have",
  );
  for (const other of ["[]", "<p>", "{}"]) assert.ok(saveRefusal(answerTo(request, other)), other);
});
