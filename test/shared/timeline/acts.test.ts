/** Responses as acts: merged by party, type and time, whatever the order they came in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Party } from "../../../shared/model/party.ts";
import { actsOf } from "../../../shared/timeline/acts.ts";
import { at, response } from "./rows.ts";

const party = (name: string | null, affiliation: string | null = null, role: string | null = null) => ({
  kind: "person" as const,
  name,
  description: name ? null : `a ${role} for ${affiliation}`,
  role,
  affiliation,
});
const none = () => undefined;

test("articles that tell of one denial are one act with a report each", () => {
  const acts = actsOf(
    [
      response("a", {
        actor: party("Sgt. Michael Woody"),
        published: at("2014-11-20"),
        quotes: ["The car is safe in the cave where it belongs"],
      }),
      response("b", { actor: party("Michael Woody"), published: at("2014-11-20"), quotes: ["The car is safe"] }),
      response("c", { actor: party("Woody"), published: at("2014-11-21") }),
    ],
    none,
  );
  assert.equal(acts.length, 1);
  assert.equal(acts[0]?.actor.name, "Sgt. Michael Woody");
  assert.deepEqual(acts[0]?.quotes, ["The car is safe in the cave where it belongs"]);
  assert.deepEqual(
    acts[0]?.reports.map((r) => r.responseId),
    ["a", "b", "c"],
  );
  assert.equal(acts[0]?.published.value, "2014-11-20");
});

test("an unnamed spokesperson speaks for the organisation; a named manager speaks for herself unless the words are the same", () => {
  const organisation = { kind: "organisation" as const, name: "Example Works", description: null, role: null, affiliation: null };
  const acts = actsOf(
    [
      response("org", { actor: organisation }),
      response("spoke", { actor: party(null, "Example Works", "spokeswoman") }),
      response("manager", { actor: party("Ann Field", "Example Works", "vice president"), quotes: ["We would never do that"] }),
    ],
    none,
  );
  assert.deepEqual(acts.map((a) => a.reports.length).sort(), [1, 2]);
});

test("a name that one report has as an organisation is no person's in another: it and who speaks for it are one party", () => {
  const organisation = { kind: "organisation" as const, name: "Norvik Water", description: null, role: null, affiliation: null };
  const spokeswoman = party("Ada Brandt", "Norvik Water", "spokeswoman");
  const rows = [spokeswoman, organisation, party("Norvik Water")].map((actor, i) => response(`r${i}`, { actor }));
  assert.deepEqual(
    actsOf(rows, none).map((act) => [act.actor.name, act.reports.length]),
    [["Ada Brandt", 3]],
  );
  assert.equal(actsOf([rows[0] as (typeof rows)[0], rows[2] as (typeof rows)[0]], none).length, 2, "no report has it as one");
});

test("an organisation, its initials and whoever speaks for it are one party; two who speak for it, and whoever only belongs to it, are not", () => {
  const organisation = (name: string) => ({ kind: "organisation" as const, name, description: null, role: null, affiliation: null });
  const reports = (...actors: Parameters<typeof party>[0][] | Party[]) =>
    actsOf(
      actors.map((actor, i) => response(`r${i}`, { actor: actor as Party })),
      none,
    )
      .map((act) => act.reports.length)
      .sort();
  const board = organisation("Board of Inland Navigation");
  const ann = party("Ann Field", "BIN", "spokeswoman");
  const bob = party("Bob Stone", "BIN", "spokesman");
  assert.deepEqual(reports(board, party(null, "BIN", "spokesman"), organisation("BIN"), ann), [4]);
  assert.deepEqual(reports(board, ann, bob), [1, 1, 1]);
  assert.deepEqual(reports(board, party(null, "Board of Inland Navigation", "former employee")), [1, 1]);
  assert.deepEqual(reports(party("Ann Field", "Stone", "agent"), { ...party(null), description: "Stone's agent" }), [1, 1]);
  assert.deepEqual(reports({ ...party("Ann Field"), description: "Stone’s agent" }, { ...party(null), description: "Stone's agent" }), [2]);
  assert.deepEqual(reports(board, { ...party(null), description: "the Board of Inland Navigation and Stone's agent" }), [1, 1]);
  assert.deepEqual(reports(party("Bin"), board), [1, 1]);
  const officials = (description: string) => ({ ...organisation(""), name: null, description });
  assert.deepEqual(
    reports(board, officials("Inland Navigation officials"), officials("BIN officials"), officials("Iraqi officials")),
    [1, 3],
  );
});

test("a person is no body that begins with the same name", () => {
  const [first, last, body] = ["Elon Austin Hilton Morgan", "Roe Field Keller", "University Bank Foods Hospital"].map((words) =>
    fc.constantFrom(...words.split(" ")),
  ) as [fc.Arbitrary<string>, fc.Arbitrary<string>, fc.Arbitrary<string>];
  fc.assert(
    fc.property(first, last, body, (one, surname, kind) => {
      const organisation = { ...party(`${one} ${kind}`), kind: "organisation" as const };
      const acts = (name: string, actor = party(name)) =>
        actsOf([response("a", { actor }), response("b", { actor: organisation })], none).length;
      assert.equal(acts(one), 2);
      assert.equal(acts(`${one} ${surname}`), 2);
      // Where the text calls nobody so, the short form is the body's.
      assert.equal(acts(one, { ...party(one), kind: "organisation" as never }), 1);
    }),
  );
});

test("accounts whose names look alike are two parties, also where they say the same", () => {
  const account = (name: string) => ({ ...party(name), kind: "account" as const });
  const told = { published: at("2014-11-20"), quotes: ["It is simply not true that river water was mixed in"] };
  const acts = actsOf(
    ["@brunn_water", "@brunn_water_", "@brunn_water"].map((name, i) => response(`r${i}`, { actor: account(name), ...told })),
    none,
  );
  assert.deepEqual(acts.map(({ reports }) => reports.length).sort(), [1, 2]);
});

test("who speaks for a party by its short name speaks for it where the claim is about both", () => {
  const spokeswoman = { ...party("Orla Denning"), role: "spokeswoman", affiliation: "Velmark" };
  const foods = { ...party("Velmark Foods"), kind: "organisation" as const };
  const acts = (standing: "subject" | "regulator", actor = spokeswoman) =>
    actsOf([response("a", { actor, standing }), response("b", { actor: foods })], none).length;
  assert.equal(acts("subject"), 1);
  // "Norland" may be the county of Norland Police.
  assert.equal(acts("regulator"), 2);
  assert.equal(acts("subject", { ...spokeswoman, role: "former engineer" }), 2);
});

test("a body that the claim is about, and one of a longer name that it is not about, are two parties", () => {
  const denial = (name: string, standing: "subject" | "third_party", kind: Party["kind"] = "organisation") =>
    response(name, { actor: { ...party(name), kind }, standing });
  const parties = (...other: ["subject" | "third_party", Party["kind"]?]) =>
    actsOf([denial("Northwater", "subject"), denial("Northwater Services", ...other)], none)
      .map(({ actor }) => actor.name)
      .sort();
  assert.deepEqual(parties("third_party"), ["Northwater", "Northwater Services"]);
  assert.deepEqual(parties("third_party", "person"), ["Northwater", "Northwater Services"], "a company taken for a person");
  assert.deepEqual(parties("subject"), ["Northwater Services"]);
});

test("a surname that fits two parties joins neither", () => {
  const acts = actsOf(
    [response("a", { actor: party("Ann Smith") }), response("b", { actor: party("Bob Smith") }), response("c", { actor: party("Smith") })],
    none,
  );
  assert.equal(acts.length, 3);
});

test("other types, and the same denial three days later in other words, are acts of their own", () => {
  const actor = party("Ann Field");
  const acts = actsOf(
    [
      response("a", { actor, published: at("2025-01-01"), quotes: ["That is wrong"] }),
      response("b", { actor, published: at("2025-01-05"), quotes: ["Nothing new has come up since"] }),
      response("c", { actor, published: at("2025-01-01"), type: "no_comment" }),
      response("d", { actor, published: at("2025-01-09"), quotes: ["That is wrong"] }),
    ],
    none,
  );
  assert.deepEqual(
    acts.map((a) => a.reports.map((r) => r.responseId)),
    [["a", "d"], ["c"], ["b"]],
  );
});

test("the party's own post is the act itself", () => {
  const actor = party("Ann Field");
  const acts = actsOf([response("post", { actor, documentId: "d-post" }), response("article", { actor, documentId: "d-article" })], (id) =>
    id === "d-post" ? { author: "Ann Field", kind: "post", url: null } : { author: "The Daily Example", kind: "article", url: null },
  );
  assert.deepEqual(acts[0]?.reports.map((r) => r.own).sort(), [false, true]);
});

test("a release on the party's own site is the act itself, one that a paper prints is not", () => {
  const actor = party("Example Works");
  const own = (url: string) =>
    actsOf([response("release", { actor, documentId: "d", toldBy: { documentId: "d", label: "" } })], () => ({
      author: null,
      kind: "press_release",
      url,
    }))[0]?.reports.map((r) => r.own);
  assert.deepEqual(own("https://www.exampleworks.example/news/1"), [true]);
  assert.deepEqual(own("https://paper.example/releases/1"), [false]);
});

test("the order of the rows does not matter", () => {
  const names = ["Ann Field", "Field", "Example Works", "Bob Stone", "Stone"];
  const rows = fc.array(
    fc.record({ name: fc.constantFrom(...names), day: fc.integer({ min: 1, max: 9 }), type: fc.constantFrom("denial", "no_comment") }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, fc.infiniteStream(fc.nat()), (list, random) => {
      const all = list.map(({ name, day, type }, i) => response(`r${i}`, { actor: party(name), type, published: at(`2025-01-0${day}`) }));
      const key = () => random.next().value as number;
      const shuffled = all
        .map((r) => [key(), r] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, r]) => r);
      assert.deepEqual(actsOf(shuffled, none), actsOf(all, none));
    }),
  );
});

test("what nobody else tells of is the act itself, under whatever name its account posts; an article is not", () => {
  const ownOf = (kind: string, toldBy: { documentId: string; label: string } | null) =>
    actsOf([response("a", { actor: party("Northern Lines"), toldBy })], () => ({ author: "@northernlines", kind, url: null }))[0]
      ?.reports[0]?.own;
  assert.equal(ownOf("post", null), true);
  assert.equal(ownOf("article", null), false);
  assert.equal(ownOf("post", { documentId: "another", label: "Paper" }), false);
});

test("a named spokeswoman is not quoted with the words of her body, or of a colleague without a name", () => {
  const spokeswoman = response("a", { actor: party("Ida Vesk", "Osby Board", "spokeswoman"), published: at("2025-03-04") });
  const body = response("b", {
    published: at("2025-03-04"),
    actor: { ...party("Osby Board"), kind: "organisation" },
    quotes: ["We look into it"],
  });
  const [act, ...more] = actsOf([spokeswoman, body], none);
  assert.deepEqual([act?.actor.name, act?.quotes, more], ["Ida Vesk", [], []]);
  const quoted = actsOf([{ ...spokeswoman, quotes: ["It is untrue"] }, body], none);
  assert.deepEqual(quoted[0]?.quotes, ["It is untrue"]);
});
