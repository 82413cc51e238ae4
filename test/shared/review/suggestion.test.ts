import assert from "node:assert/strict";
import { test } from "node:test";
import { alikeBy, type Line, lineInWords, lineStatement, personsNamed, sourceInWords } from "../../../shared/review/suggestion.ts";
import { lineFields } from "../../../workers/pages/desk/review-view.ts";
import { ownReport } from "../../../workers/store/relations/stored-sighting.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { best, STRANGERS } from "../match/ask.ts";

const line = (given: object) => plainSighting("s_a", "d_a", { reasons: [], ...given } as never) as unknown as Line;

test("what the machine holds against a suggestion stands with what speaks against it", () => {
  const s = line({ reasons: ["the party speaks in the sentence", "against it: the headline asks"] });
  const { reasons } = lineInWords(s, [s], "The ferry to Orrel was sold twice");
  assert.ok(reasons.for.includes("The party speaks in the sentence."));
  assert.ok(reasons.against.includes("The headline asks."));
  assert.ok(!reasons.for.some((reason) => reason.includes("the headline asks")));
});

test("so does what the matcher holds against a link, in words", () => {
  const claim = "The council of Ostrava raised the water price by 10% without telling residents";
  const found = best("The council of Ostrava raised the water price by 12% without telling residents", [claim, ...STRANGERS]);
  const s = line({ reasons: [...found.reasons, "is too short to be linked without a person"] });
  const { reasons } = lineInWords(s, [s], claim);
  assert.ok(reasons.for.some((reason) => reason.includes("ostrava")));
  assert.ok(reasons.against.includes("It says “12%”, the claim “10%”."), reasons.against.join("; "));
  assert.ok(reasons.against.includes("It is too short to be linked without a person."));
  assert.ok(!reasons.for.some((reason) => /differs|too short/.test(reason)), reasons.for.join("; "));
});

test("a common noun is not said to be another name", () => {
  const against = (reason: string) => lineInWords(line({ reasons: [reason] }), [], "The board of Port Calder was sold").reasons.against;
  assert.deepEqual(against("differs: board against Port Calder"), ["It does not say “Port Calder” there."]);
  assert.deepEqual(against("differs: Port Orrel against Port Calder"), ["It says “Port Orrel”, the claim “Port Calder”."]);
  assert.deepEqual(against("differs: 12 against 10"), ["It says “12”, the claim “10”."]);
});

test("what the machine guesses of a stance stands beside its field, and is no reason against the line", () => {
  const fields = (given: object) => {
    const s = line({ stance: "deny", state: "suggested", stanceUnsure: true, ...given });
    const { reasons } = lineInWords(s, [s], "The ferry to Orrel was sold twice");
    assert.ok(!reasons.against.some((reason) => /\bmay\b/.test(reason)), reasons.against.join(" "));
    return String(lineFields(s, "x"));
  };
  assert.match(fields({}), /<\/select> <span[^>]*>The machine’s guess: it may deny it\.<\/span>/);
  assert.match(fields({ stance: "support" }), /The machine’s guess: it may support it\./);
  assert.doesNotMatch(fields({ stanceUnsure: false }), /guess/);
});

test("a site or account that publishes a line keeps its spelling, a description begins as a sentence does", () => {
  const of = (given: object) => lineStatement(line({ platform: null, place: null, author: null, ...given }));
  assert.match(of({ url: "https://ferry-paper17.example/a" }), /^ferry-paper17\.example /);
  assert.match(of({ url: null, author: "@anna" }), /^@anna /);
  assert.match(of({ url: null, author: "anonymous post" }), /^Anonymous post /);
});

test("a signed page is its outlet's line, and tells of answers by its outlet's name", () => {
  const signed = { platform: null, place: null, author: "Ann Roe, Staff Writer", kind: "article", url: "https://harbour-post.example/2" };
  assert.match(lineStatement(line(signed)), /^harbour-post\.example /);
  assert.equal(ownReport({ documentId: "d_a", seen: "observed", ...signed }).label, "harbour-post.example");
  assert.equal(ownReport({ documentId: "d_a", seen: "observed", ...signed, author: "Harbour Post" }).label, "Harbour Post");
  assert.equal(ownReport({ documentId: "d_a", seen: "observed", ...signed, kind: "post", platform: "x" }).label, "Ann Roe, Staff Writer");
});

test("lines are alike by their whole text and what is read in it, but for links and tags", () => {
  const quote = (exact: string, suffix = "") => ({ quote: { exact, prefix: "", suffix } });
  const one = alikeBy(line(quote("The ferry to Orrel was sold twice")));
  assert.ok(one);
  assert.equal(alikeBy(line(quote("The ferry to Orrel was sold twice", " https://a.example/x #orrel"))), one);
  assert.equal(alikeBy(line({ excerpt: "The ferry to Orrel was sold twice" })), one);
  for (const other of [
    quote("The ferry to Orrel was sold twice", " Is that so?"),
    { ...quote("The ferry to Orrel was sold twice"), stance: "deny" },
    { ...quote("The ferry to Orrel was sold twice"), title: "A title" },
    // Of a text that goes on, only the text itself shows whether it is the same.
    quote("The ferry to Orrel was sold twice", " and nobody in the town council".padEnd(32, "x")),
    // What is only told of has no text.
    { ...quote("The ferry to Orrel was sold twice"), seen: "reported" },
  ])
    assert.notEqual(alikeBy(line(other)), one, JSON.stringify(other));
  assert.equal(alikeBy(line({ excerpt: "It goes on…", textId: null })), null);
});

test("a stance that a machine is not sure of is told so, until a person chooses one: accepting the line says that it is about the claim", () => {
  const said = (given: object) => lineStatement(line({ author: "@ann", stance: "support", ...given }));
  assert.match(said({ stanceUnsure: true, state: "suggested" }), /@ann may support it/);
  assert.match(said({ stanceUnsure: true, state: "confirmed" }), /@ann may support it/);
  assert.match(said({ stanceUnsure: false, state: "confirmed" }), /@ann supports it/);
  assert.match(said({ state: "suggested" }), /@ann supports it/);
  const guess = line({ author: "@ann", stance: "deny", stanceUnsure: true, state: "suggested" });
  const { statement, line: shown } = lineInWords(guess, [guess], "The ferry to Orrel was sold twice");
  for (const words of [statement, shown]) assert.match(words, /@ann mentions it$/, "the question is what readers will be told");
  const { stance } = JSON.parse(/name=was value="([^"]*)"/.exec(String(lineFields(guess, "x")))?.[1]?.replaceAll("&quot;", '"') ?? "{}");
  assert.equal(stance, "", "no stance is chosen yet");
  assert.match(String(lineFields(guess, "x")), /<option value=(?:"")? selected>mentions it/);
});

test("what is said of a source begins with a capital, but for a name that has none", () => {
  const naming = (id: string) => ({ id, child: line({ author: "Coast Gazette" }), quote: null, confidence: 0.8 });
  const saidOf = (name: string, documents = 2) => {
    const source = { id: "d", author: null, url: null, kind: "post", platform: null, title: null, place: null, description: name };
    return sourceInWords([naming("a"), naming("b")], "", source, documents).statement;
  };
  assert.match(saidOf("anonymous post"), /^Anonymous post /);
  assert.match(saidOf("u/reader"), /^u\/reader /);
  assert.match(saidOf("anonymous post", 1), /got it from “anonymous post”$/, "what is described is quoted");
  assert.match(saidOf("u/reader", 1), /got it from u\/reader$/);
});

test("a short name is found as a whole word: to mark it, and to know whether the claim names it", () => {
  const actor = { kind: "person", name: "Li", description: null, role: null, affiliation: null };
  const quote = { exact: "We believe that Li denied it.", prefix: "", suffix: "" };
  const s = line({ quote, response: { type: "denial", actor, standing: "third_party", quotes: [] } });
  const { evidence } = lineInWords(s, [s], "The ferry to Orrel was sold twice");
  assert.deepEqual(evidence?.spans, [{ start: 16, end: 18, label: "who" }]);
  assert.deepEqual(personsNamed(s, "Few believe that the ferry was sold"), ["Li"]);
  assert.deepEqual(personsNamed(s, "The ferry was sold to Li"), []);
});
