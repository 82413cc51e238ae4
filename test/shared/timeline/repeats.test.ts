import assert from "node:assert/strict";
import { test } from "node:test";
import { denialCarriers, responseUptake } from "../../../shared/timeline/repeats.ts";
import { leastCpuTime } from "../../cpu.ts";
import { at, parent, response, row, teller } from "./rows.ts";

const unawareRepeats = (...given: Parameters<typeof responseUptake>) => responseUptake(...given)?.unawareRepeats ?? [];
const denial = response("denial", { published: at("2025-04-07T17:49:31Z") });
const later = (name: string, given = {}) => row(name, { published: at("2025-04-09T08:00:00Z"), ...given });

test("later support is unaware, unless its path meets the denial or a document that tells of it", () => {
  const told = response("told", { type: "explanation", toldBy: teller("article") });
  const rows = [
    later("repeat"),
    later("answers", { parent: parent("denial", "platform", "reply") }),
    later("article", { role: "report" }),
    later("cites", { parent: parent("article", "link", "citation") }),
    later("cites-the-citer", { parent: parent("cites", "link", "citation") }),
    later("asks", { stance: "query" }),
    later("wrong", { state: "rejected" }),
    later("release", { kind: "press_release" }),
    later("check", { kind: "fact_check", role: "report" }),
  ];
  assert.deepEqual(unawareRepeats(rows, [denial, told]), ["repeat"]);
});

test("a denial is carried by what tells of it, by its very words elsewhere and by what leads to the denial itself; not by who only names such a page", () => {
  const told = response("told", { toldBy: teller("article") });
  const explained = response("explained", { type: "explanation", toldBy: teller("explains") });
  const rows = [
    later("article", { textId: "t1" }),
    later("same-text", { textId: "t1" }),
    later("copy", { parent: parent("article", "similarity", "copy") }),
    later("answers", { parent: parent("denial", "platform", "reply") }),
    later("links", { parent: parent("denial", "link", "citation") }),
    later("names", { parent: parent("article", "stated", "attribution") }),
    later("links-the-article", { parent: parent("article", "link", "citation") }),
    later("explains"),
    later("may-tell", { tellsResponse: true }),
    // “The spokesperson was not informed when she denied it”: no answer was read in it.
    later("has-its-words", { wordsDenial: true }),
  ];
  const carries = denialCarriers(rows, [denial, told, explained]);
  const names = rows.flatMap(({ id, documentId }) => (carries(documentId) ? [id] : []));
  assert.deepEqual(names, ["article", "same-text", "copy", "answers", "links"]);
  // Nor is any of the others said to repeat the claim without it.
  assert.deepEqual(unawareRepeats(rows, [denial, told, explained]), []);
  assert.deepEqual(responseUptake(rows, [denial, told, explained])?.afterDenial, {
    later: 10,
    repeats: 0,
    carries: 5,
    disputes: 0,
    asks: 5,
  });
});

test("a post that links to an article that tells of a denial does not carry it; one that links to an outlet's own correction does", () => {
  const rows = [
    row("article", { kind: "article" }),
    row("corrected", { kind: "article" }),
    later("links", { parent: parent("article", "link", "citation") }),
    later("links-the-correction", { parent: parent("corrected", "link", "citation") }),
  ];
  const told = [response("article"), response("corrected", { type: "correction", standing: "publisher" })];
  const carries = denialCarriers(rows, told);
  assert.deepEqual(
    rows.flatMap(({ id, documentId }) => (carries(documentId) ? [id] : [])),
    ["article", "corrected", "links-the-correction"],
  );
});

test("earlier, overlapping and unknown times are not later", () => {
  const rows = [
    row("earlier", { published: at("2025-04-07T10:00:00Z") }),
    row("same-day", { published: at("2025-04-07") }),
    row("unknown"),
  ];
  assert.deepEqual(unawareRepeats(rows, [denial]), []);
});

test("a denial of unknown time was there when an article told of it; one of no time at all, or none, makes nobody unaware", () => {
  const article = row("article", { role: "report", stance: "observe", published: at("2025-04-08", "jsonld") });
  const told = response("told", { seen: "reported", toldBy: teller("article") });
  assert.deepEqual(unawareRepeats([article, later("repeat")], [told]), ["repeat"]);
  const answer = row("z", { ...article, id: "z", role: "respond", stance: "deny", published: at("2025-04-08/..", "text") });
  for (const rows of [
    [article, answer],
    [answer, article],
  ])
    assert.deepEqual(unawareRepeats([...rows, later("repeat")], [told]), ["repeat"], "the answer's own time does not date the article");
  assert.deepEqual(unawareRepeats([later("repeat")], [response("told")]), []);
  assert.deepEqual(unawareRepeats([later("repeat")], [response("e", { type: "explanation", published: denial.published })]), []);
});

test("an article that changed since may tell of a denial that it did not tell of before; its very text tells of it wherever it is printed", () => {
  const changed = { changed: Date.UTC(2025, 3, 10) };
  const article = row("article", { role: "report", published: at("2025-04-08", "jsonld"), availability: changed, textId: "t1" });
  const told = response("told", { seen: "reported", toldBy: teller("article") });
  const [after, copy] = [row("after", { published: at("2025-04-11") }), row("copy", { published: at("2025-04-12"), textId: "t1" })];
  assert.deepEqual(unawareRepeats([article, later("repeat"), after, copy], [told]), ["after"]);
});

test("a circle of parents ends", () => {
  const rows = [later("a", { parent: parent("b") }), later("b", { parent: parent("a") })];
  assert.deepEqual(unawareRepeats(rows, [denial]), ["a", "b"]);
});

test("an article that denies and tells of some answer disputes the claim or reports a denial: it does not only ask", () => {
  const rows = [row("first"), later("article", { role: "report", stance: "deny", state: "suggested", tellsResponse: true })];
  assert.deepEqual(responseUptake(rows, [denial])?.afterDenial, { later: 1, repeats: 0, carries: 0, disputes: 1, asks: 0 });
});

test("counts: 2 of 5 later ones carry the denial, 2 repeat the claim without; a question does neither", () => {
  const rows = [
    later("repeat"),
    later("mentions", { stance: "observe", role: "report" }),
    later("asks", { stance: "query", role: "report" }),
    later("quotes", { stance: "comment", role: "report", parent: parent("denial", "platform", "quote") }),
    later("links", { otherParents: [parent("denial", "link", "citation")], parent: parent("repeat") }),
    row("early", { published: at("2025-04-06T10:00:00Z") }),
  ];
  assert.deepEqual(responseUptake(rows, [denial]), {
    later: 5,
    aware: 2,
    unawareRepeats: ["mentions", "repeat"],
    afterDenial: { later: 5, repeats: 2, carries: 2, disputes: 0, asks: 1 },
  });
  assert.equal(responseUptake(rows, []), null);
});

test("a chain of 20,000 reposts of a denial is aware in under half a second", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => later(`${i}`, { parent: parent(i ? `${i - 1}` : "denial") }));
  const taken = leastCpuTime(() => assert.equal(responseUptake(rows, [denial])?.aware, 20_000), 500);
  assert.ok(taken < 500);
});
