import assert from "node:assert/strict";
import { test } from "node:test";
import { range, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { dated, earliestKnown, existedBy } from "../../../shared/timeline/earliest.ts";
import type { SightingView } from "../../../shared/timeline/views.ts";
import { at, parent, row, teller } from "./rows.ts";

const first = (...rows: SightingView[]) => earliestKnown(rows)?.eventId;
const post = row("post", { published: at("2025-04-07T10:00:00.000Z", "id"), seenAt: Date.UTC(2025, 3, 7, 11) });

test("of dated posts the earlier is first, and the later is no rival", () => {
  const later = row("later", { published: at("2025-04-07T12:00:00.000Z", "id") });
  assert.deepEqual(earliestKnown([later, post]), { eventId: "post", basis: "id", rivals: [] });
});

test("a date that only the importer asserts does not make a post the earliest; it is named as a rival", () => {
  const backdated = row("backdated", { published: at("2019-01-01", "human"), seenAt: Date.UTC(2025, 3, 9) });
  assert.deepEqual(earliestKnown([backdated, post]), { eventId: "post", basis: "id", rivals: ["backdated"] });
});

test("unless we held it before, or a dated document comes from it", () => {
  const held = row("held", { published: at("2019-01-01", "human"), seenAt: Date.UTC(2025, 3, 6) });
  assert.equal(first(held, post), "held");
  const backdated = row("backdated", { published: at("2019-01-01", "human"), seenAt: Date.UTC(2025, 3, 9) });
  assert.equal(first(backdated, { ...post, parent: parent("backdated") }), "backdated");
});

test("a page with words from a document that is days younger is not first by the page's date", () => {
  const blog = row("blog", { kind: "article", platform: null, published: at("2025-03-02", "meta"), seenAt: Date.UTC(2025, 3, 9) });
  const from = (name: string | null, label: string) => ({
    ...parent(name ?? "", "stated", "attribution"),
    documentId: name && `d-${name}`,
    label,
  });
  assert.deepEqual(earliestKnown([{ ...blog, parent: from("post", "The Observer") }, post]), {
    eventId: "post",
    basis: "id",
    rivals: [],
  });
  // The name alone, which another text uses for that document.
  const other = row("other", { published: at("2025-04-08T10:00:00.000Z", "meta"), parent: from("post", "The Observer") });
  assert.equal(first({ ...blog, parent: from(null, "The Observer") }, post, other), "post");
  assert.equal(first({ ...blog, parent: from(null, "Another paper") }, post, other), "blog");
  assert.equal(first({ ...blog, parent: from("post", "The Observer"), published: at("2025-04-06", "meta") }, post), "blog");
  assert.equal(first({ ...blog, parent: from("post", "The Observer"), published: at("2025-03-02", "id") }, post), "blog");
});

test("a text match does not carry a date back, for its direction was made from the dates", () => {
  const backdated = row("backdated", { published: at("2019-01-01", "human"), seenAt: Date.UTC(2025, 3, 9) });
  assert.equal(first(backdated, { ...post, parent: parent("backdated", "similarity", "copy") }), "post");
});

test("where the importer's dates are all there is, they decide, whatever came in first", () => {
  const a = row("a", { published: at("2025-01-02", "human"), seenAt: 1 });
  const b = row("b", { published: at("2025-01-01", "human"), seenAt: 2 });
  assert.equal(first(a, b), "b");
});

test("a teller is dated by its own date, not by that of the answer that it tells of", () => {
  const old = row("old", { published: at("2025-05-02", "human"), seenAt: 20 });
  const held = row("held", { published: at("2025-05-14", "human"), seenAt: 5 });
  const article = row("article", { kind: "article", published: at("2025-05-17", "human"), seenAt: 10 });
  const answer = row("answer", { ...article, id: "s-answer", role: "respond", stance: "deny", published: at("2025-05-17/..", "text") });
  const told = row("told", { seen: "reported", seenAt: null, published: at("../2025-05-17", "text"), toldBy: teller("article") });
  assert.equal(first(old, held, article, told), "old");
  assert.equal(first(old, held, article, answer, told), "old");
});

test("a page of a whole day is not before a post of that day, but a rival; of the day before, it is first", () => {
  const page = (day: string) => row("page", { published: at(day, "jsonld"), kind: "article" });
  assert.deepEqual(earliestKnown([page("2025-04-07"), post]), { eventId: "post", basis: "id", rivals: ["page"] });
  assert.equal(first(page("2025-04-06"), post), "page");
});

test("what a text tells of a date does not beat a post that carries its own", () => {
  const article = row("article", { published: at("2025-04-08", "jsonld"), kind: "article" });
  const told = row("told", { seen: "reported", seenAt: null, published: at("2019-01-01", "text"), toldBy: teller("article") });
  assert.deepEqual(earliestKnown([article, told, post]), { eventId: "post", basis: "id", rivals: ["told"] });
});

test("an article and what it tells of: the one that all go back to, told second-hand", () => {
  const article = row("article", {
    published: at("2025-04-08", "human"),
    kind: "article",
    parent: parent("told", "stated", "attribution"),
  });
  const order = article.at;
  const told = row("told", { seen: "reported", seenAt: null, at: order - 2, toldBy: teller("article") });
  const spread = row("spread", {
    seen: "reported",
    seenAt: null,
    at: order - 1,
    toldBy: teller("article"),
    parent: parent("told", "stated", "attribution"),
  });
  assert.deepEqual(earliestKnown([article, told, spread]), { eventId: "told", basis: "told second-hand", rivals: [] });
});

test("a parent certainly later than its child is not followed", () => {
  const later = row("later", { published: at("2025-05-01", "jsonld") });
  assert.equal(first(later, { ...post, parent: parent("later", "link", "citation") }), "post");
});

test("evidence, responses and rejected rows are no appearances; a circle of parents ends", () => {
  const old = at("2020-01-01", "id");
  const others = [
    row("evidence", { role: "evidence", published: old }),
    row("answer", { role: "respond", published: old }),
    row("wrong", { state: "rejected", published: old }),
  ];
  assert.equal(first(...others, post), "post");
  assert.equal(earliestKnown(others), null);
  const circle = ["a", "b", "c"].map((name, i) => row(name, { parent: parent(["b", "c", "a"][i] ?? "a", "stated") }));
  assert.ok(["a", "b", "c"].includes(first(...circle) ?? ""));
});

test("of pages that name each other the one shown earliest is first, and the others could be", () => {
  const linked = (name: string, to: string, day: string) =>
    row(name, { published: at(day, "meta"), parent: parent(to, "link", "citation") });
  const circle = [linked("b", "a", "2025-04-05"), linked("a", "b", "2025-04-05"), linked("c", "b", "2025-04-07")];
  const found = earliestKnown(circle);
  assert.deepEqual([found?.eventId, found?.rivals], ["a", ["b"]]);
  assert.equal(earliestKnown([...circle].reverse())?.eventId, "a");
});

test("who denies, asks or checks is never first, and nobody is where nobody else appears", () => {
  const others = [
    row("denial", { stance: "deny", method: "read-1", published: at("2025-04-01T00:00:00.000Z", "id") }),
    row("question", { role: "report", stance: "query", published: at("2025-04-02T00:00:00.000Z", "id") }),
    row("check", { role: "report", stance: "observe", kind: "fact_check", published: at("2025-04-03", "jsonld") }),
  ];
  assert.deepEqual(earliestKnown([...others, post]), { eventId: "post", basis: "id", rivals: [] });
  assert.equal(earliestKnown(others.map((s) => ({ ...s, method: "person" }))), null);
  const accepted = others.map((s) => ({ ...s, method: "person", stanceUnsure: true }));
  assert.equal(first(...accepted), first(...others), "whoever accepts a line has not said what it says of the claim");
  assert.equal(earliestKnown(others.slice(0, 2).map((s) => ({ ...s, kind: "article" }))), null, "articles that deny and ask");
  const copy = row("copy", { published: at("2025-04-01T02:00:00.000Z", "id"), parent: parent("denial", "similarity", "copy") });
  assert.equal(first(...others, copy), "denial", "its very words put the claim forward elsewhere");
  assert.equal(first(...others, { ...copy, stance: "observe" }), "copy", "who reports an answer may print its words");
  const flipped = {
    kind: "negation_flipped" as const,
    was: { text: "did not pour", start: 0, end: 12 },
    now: { text: "poured", start: 0, end: 6 },
  };
  const turned = { ...copy, parent: { ...parent("denial", "similarity", "copy"), textChanges: [flipped] } };
  assert.equal(first(...others, turned), "copy", "who turns a negation round has other words");
});

test("of pages of one day the one that others go back to is first; an exact time needs no such help", () => {
  const page = (name: string, source?: string) =>
    row(name, {
      published: at("2025-04-07", "human"),
      kind: "article",
      ...(source ? { parent: parent(source, "stated", "attribution") } : {}),
    });
  const pages = [page("a"), page("b", "z"), page("c", "z"), page("z")];
  assert.deepEqual(earliestKnown(pages), { eventId: "z", basis: "human", rivals: ["a"] });
  const exact = row("exact", { published: at("2025-04-06T10:00:00.000Z", "id"), seenAt: Date.UTC(2025, 3, 6, 11) });
  assert.equal(first(exact, ...pages), "exact");
});

test("whom only later pages name is not told as first before one that has an hour, unless that comes from it or it was certainly before", () => {
  const page = (name: string, time: string, source?: string) =>
    row(name, { published: at(time, "human"), kind: "article", ...(source ? { parent: parent(source, "stated", "attribution") } : {}) });
  const later = [page("b", "2025-04-07T12:00:00Z", "agency"), page("c", "2025-04-08T08:00:00Z", "agency")];
  const agency = row("agency", { seen: "reported", published: at("../2025-04-07", "text"), toldBy: teller("b") });
  const known = (a: SightingView, told = agency) => earliestKnown([a, ...later, told], new Map([["d-agency", 3]]));
  const hour = page("a", "2025-04-07T08:00:00Z");
  assert.deepEqual(known(hour), { eventId: "a", basis: "human", rivals: ["agency"] });
  assert.equal(known(page("a", "2025-04-07"))?.eventId, "agency", "of a day whose hours are not known nothing else shows an order");
  assert.equal(known(page("a", "2025-04-07T08:00:00Z", "agency"))?.eventId, "agency");
  assert.equal(known(hour, { ...agency, published: at("2025-04-05", "text") })?.eventId, "agency");
});

test("what many go back to is not first where that shows only a week after the claim", () => {
  const page = (name: string, day: string, source?: string) =>
    row(name, { published: at(day, "human"), kind: "article", ...(source ? { parent: parent(source, "stated", "attribution") } : {}) });
  const source = row("z", { seen: "reported", published: UNKNOWN_TIME, toldBy: { documentId: "c", label: "C" } });
  const firstOf = (credited: string) =>
    first(page("a", "2025-02-27"), page("b", credited, "z"), page("c", "2025-04-05", "z"), page("d", "2025-04-06", "z"), source);
  assert.equal(firstOf("2025-03-01"), "z");
  assert.equal(firstOf("2025-04-05"), "a");
});

test("an archive's capture of the text shows a page whatever its date; of another text it shows nothing", () => {
  const archived = { at: Date.UTC(2025, 3, 6), url: "https://web.archive.org/web/20250406000000/https://a.example/", textId: "t1" };
  const backdated = row("backdated", { published: at("2019-01-01", "human"), seenAt: Date.UTC(2025, 3, 9), textId: "t1" });
  const held = { ...backdated, availability: { archived } };
  assert.deepEqual(earliestKnown([held, post]), { eventId: "backdated", basis: "archive", rivals: [] });
  assert.equal(existedBy({ ...held, published: UNKNOWN_TIME }, []), archived.at);
  const changed = { ...held, textId: "t2" };
  assert.equal(first(changed, post), "post");
  assert.equal(dated({ ...changed, published: UNKNOWN_TIME }).published.latest, null);
  const late = { ...held, availability: { archived: { ...archived, at: Date.UTC(2025, 3, 8) } } };
  assert.equal(first(late, post), "post");
  const redated = { ...held, published: at("2025-05-01", "jsonld") };
  assert.deepEqual(earliestKnown([redated, post]), { eventId: "backdated", basis: "archive", rivals: [] });
  const { published } = dated({ ...held, published: UNKNOWN_TIME });
  assert.deepEqual([published.value, published.basis, published.latest], ["../2025-04-06", "archive", archived.at]);
  assert.equal(dated(held), held, "a date of its own stays");
});

test("a derived document bounds when its source existed, when a platform or a person says so", () => {
  const told = row("told", { seen: "reported", published: range(Date.UTC(2025, 3, 6), Date.UTC(2025, 3, 9), "text") });
  assert.equal(existedBy(told, [told, { ...post, parent: parent("told", "human") }]), post.published.latest);
  assert.equal(existedBy(told, [told, { ...post, parent: parent("told", "stated") }]), told.published.latest);
  const hearsay = { ...post, seen: "reported" as const, parent: parent("told", "human") };
  assert.equal(existedBy(told, [told, hearsay]), told.published.latest, "what is only told of bounds nothing");
  const sooner = row("sooner", { published: at("2025-04-01", "id"), parent: parent("told", "human") });
  assert.equal(existedBy(told, [sooner]), told.published.earliest, "dates that contradict do not turn the range over");
  assert.equal(existedBy(row("x"), []), null);
});

test("what is only reported, without an hour, is not told as first before a held page with an earlier hour of that day", () => {
  const held = row("held", { kind: "article", published: at("2025-04-07T08:00:00Z", "human") });
  const late = row("late", { published: at("2025-04-07T16:00:00Z"), parent: parent("told") });
  const told = (value: string, more = {}) =>
    row("told", { seen: "reported", seenAt: null, published: at(value, "text"), toldBy: teller("late"), ...more });
  for (const value of ["2025-04-07", "../2025-04-07T16:00:00Z"])
    assert.equal(earliestKnown([told(value), late, held])?.eventId, "held", value);
  // Of the day before, with an hour, or where the page comes from it.
  assert.equal(earliestKnown([told("2025-04-06"), late, held])?.eventId, "told");
  assert.equal(earliestKnown([told("2025-04-07T07:00:00Z"), late, held])?.eventId, "told");
  assert.equal(earliestKnown([told("2025-04-07"), late, { ...held, parent: parent("told") }])?.eventId, "told");
  assert.equal(
    earliestKnown([told("2025-04-07"), late, row("backdated", { published: at("2025-04-05T08:00:00Z", "human") })])?.eventId,
    "told",
  );
});

test("a post that a machine takes for a question or a denial is a rival if evidence has it before the first, unless a person said so or it answers", () => {
  const early = { kind: "post", method: "lexical-2", published: at("2025-04-07T08:00:00.000Z", "id"), stanceUnsure: true } as const;
  const rivals = (more: Parameters<typeof row>[1]) => {
    const found = earliestKnown([row("asks", { ...early, ...more }), post]);
    assert.equal(found?.eventId, post.id);
    return found?.rivals;
  };
  for (const stance of ["query", "deny"] as const) {
    assert.deepEqual(rivals({ stance }), ["asks"]);
    assert.deepEqual(rivals({ stance, method: "person", stanceUnsure: false }), []);
    assert.deepEqual(rivals({ stance, parent: parent("gone", "platform", "reply") }), []);
    assert.deepEqual(rivals({ stance, published: at("2025-04-07T08:00:00.000Z", "human") }), []);
  }
});

test("a post that negates the claim's words is not first, nor is what only quotes it", () => {
  const denial = row("denial", {
    method: "lexical-2",
    stance: "deny",
    stanceUnsure: true,
    wordsDenial: true,
    published: at("2025-04-07T10:00:00.000Z", "id"),
  });
  const quotes = row("quotes", {
    method: "lexical-2",
    role: "report",
    stanceUnsure: true,
    parent: parent("denial", "stated", "quote"),
    published: at("2025-04-07T11:00:00.000Z", "id"),
  });
  assert.equal(earliestKnown([denial, quotes]), null);
  assert.equal(first({ ...denial, wordsDenial: false }), "denial");
  const later = row("later", { published: at("2025-04-07T12:00:00.000Z", "id") });
  assert.deepEqual(earliestKnown([denial, quotes, later]), { eventId: "later", basis: "id", rivals: [] });
});
