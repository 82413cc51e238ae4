import assert from "node:assert/strict";
import { test } from "node:test";
import { withNamedSources } from "../../../shared/cluster/named-sources.ts";
import { leastProbability, MIN_SOURCE } from "../../../shared/cluster/source-model.ts";
import { range } from "../../../shared/model/time.ts";
import { parent, row } from "../timeline/rows.ts";

const CLAIM = "The tower of Varsund is sold to a bank";
const naming = (name: string, persons: number) =>
  ["a", "b", "c", "d"].map((id, i) =>
    row(id, {
      kind: "article",
      sources: [{ name, confidence: 0.9, credited: true, quote: `according to ${name}`, ...(i < persons && { person: true as const }) }],
    }),
  );
const first = (name: string, persons: number) => withNamedSources(naming(name, persons), CLAIM).sources.map((s) => s.author);

test("a source that most name may have been the first, unless it is a person whom the claim does not name: nobody has read those sentences yet", () => {
  assert.deepEqual(first("Varsund Gazette", 0), ["Varsund Gazette"]);
  assert.deepEqual(first("Tilda Brook", 4), []);
  assert.deepEqual(first("Tilda Brook", 2), [], "a person by half of the documents");
  assert.deepEqual(first("Varsund Gazette", 1), ["Varsund Gazette"]);
});

test("a source that is only described is no one source: it is not first, and texts that describe theirs alike need not share one", () => {
  const idsOf = (name: string) => {
    const { sightings, sources } = withNamedSources(naming(name, 0), CLAIM);
    return [sources.length, new Set(sightings.flatMap(({ parent }) => parent?.documentId ?? [])).size];
  };
  const described = "social media|local officials|medios internacionales|médias locaux|redes sociais";
  for (const name of described.split("|")) assert.deepEqual(idsOf(name), [0, 4], name);
  for (const name of "Varsund Media|National Report|Social Media Today|La Presse|a local newspaper|voice message".split("|"))
    assert.deepEqual(idsOf(name), [1, 1], name);
});

test("a source that is only described goes by the words of its own document, not by those of another", () => {
  const described = (id: string, name: string) =>
    row(id, { kind: "article", sources: [{ name, confidence: 0.9, credited: true, quote: `according to ${name}` }] });
  const names = ["local site", "local site of satire", "local site"];
  const { sightings } = withNamedSources(
    names.map((name, i) => described(`d${i}`, name)),
    CLAIM,
  );
  assert.deepEqual(
    sightings.map((s) => s.parent?.label),
    names,
  );
});

test("whom the claim is about is no source of it, with a word before the name neither, and lends the name to no other", () => {
  const parents = (names: string[]) =>
    withNamedSources(
      names.flatMap((name) => naming(name, 0).map((s) => ({ ...s, id: `${s.id}-${name}`, documentId: `${s.documentId}-${name}` }))),
      "Bank manager Tilda Brook leaves Old Varsund",
    ).sightings.flatMap(({ parent }) => parent?.label ?? []);
  assert.deepEqual(parents(["Tilda Brook", "Chairwoman Tilda Brook", "Old Varsund", "Lovely Old Varsund"]), []);
  assert.deepEqual(new Set(parents(["Old Varsund", "Old Varsund magazine"])), new Set(["Old Varsund magazine"]));
});

test("what a document tells of an outlet is the outlet as a source: it stands once, and all who name it come from it", () => {
  const reported = (author: string) => row("told", { seen: "reported", kind: "post", author, url: null, platform: null });
  const idsOf = (author: string) => {
    const { sightings, sources } = withNamedSources([...naming("Varsund Gazette", 0), reported(author)], CLAIM);
    return [new Set(sightings.flatMap(({ parent }) => parent?.documentId ?? [])), sources.map(({ id }) => id)];
  };
  assert.deepEqual(idsOf("The Varsund Gazette"), [new Set(["d-told"]), []]);
  assert.deepEqual(idsOf("Harbour News"), [new Set(["named:varsund-gazette"]), ["named:varsund-gazette"]]);
});

test("who confirmed a document did not confirm what it names, and its answer is none of the source's", () => {
  const looked = naming("Varsund Gazette", 0).map((s) => ({
    ...s,
    state: "confirmed" as const,
    method: "person",
    tellsResponse: true,
  }));
  const { sources } = withNamedSources(looked, CLAIM);
  assert.deepEqual(
    sources.map(({ state, method, tellsResponse }) => [state, method === "person", tellsResponse]),
    [["suggested", false, false]],
  );
});

test("a document of which an answer is shown names its source all the same: who names it first is told", () => {
  const rows = naming("Varsund Gazette", 0).map((s, i) => ({ ...s, at: i, published: range(i, i, "meta") }));
  const answer = { ...rows[0], id: "answer", at: 0.5, role: "respond" } as (typeof rows)[number];
  const tellers = (list: typeof rows) => withNamedSources(list, CLAIM).sources.map(({ toldBy }) => toldBy?.documentId);
  assert.deepEqual(tellers(rows), [rows[0]?.documentId]);
  assert.deepEqual(tellers([...rows, answer]), [rows[0]?.documentId]);
});

test("the source that a document names is the outlet's first report that is held, if that is known to be earlier and does not deny the claim", () => {
  const at = (hour: number) => ({ at: hour, published: range(hour, hour, "meta") });
  const names = { sources: [{ name: "Varsund Gazette", confidence: 0.9, credited: true, quote: "according to the Varsund Gazette" }] };
  const gazette = (id: string, more: object) => row(id, { kind: "article", url: `https://varsundgazette.example/${id}`, ...more });
  const parentOf = (report: object) =>
    withNamedSources(
      [
        gazette("g", report),
        gazette("h", { ...at(9), stance: "support" }),
        ...["a", "b"].map((id) => row(id, { kind: "article", ...at(5), ...names })),
      ],
      CLAIM,
    ).sightings.find(({ id }) => id === "a")?.parent?.documentId;
  assert.equal(parentOf({ ...at(1), stance: "support" }), row("g", {}).documentId);
  assert.equal(parentOf({ ...at(1), stance: "deny" }), null);
  assert.equal(parentOf({ ...at(8), stance: "support" }), null);
});

test("how an outlet calls itself is no source of its own report", () => {
  const telling = (url: string) =>
    withNamedSources(
      naming("Courier", 0).map((s) => ({ ...s, url })),
      CLAIM,
    ).sightings.flatMap(({ parent }) => parent?.label ?? []);
  assert.deepEqual(telling("https://www.varsundcourier.example/1"), []);
  assert.deepEqual(new Set(telling("https://www.varsundpost.example/1")), new Set(["Courier"]));
  const echo = naming("Echo", 0).map((s) => ({ ...s, url: "https://varsund-echo.example/1" }));
  assert.deepEqual(
    withNamedSources(echo, CLAIM).sightings.flatMap(({ parent }) => parent?.label ?? []),
    [],
  );
});

test("who names an outlet goes back to its one report on the claim, or to the first of several; a denial of its own is no such report", () => {
  const day = (n: number) => range(Date.UTC(2026, 2, n), Date.UTC(2026, 2, n, 23), "meta");
  const report = (id: string, n: number, given: object = {}) =>
    row(id, { kind: "article", url: `https://varsundgazette.example/${id}`, at: Date.UTC(2026, 2, n), published: day(n), ...given });
  const parentOf = (...reports: ReturnType<typeof row>[]) =>
    withNamedSources([...naming("Varsund Gazette", 0), ...reports], CLAIM).sightings[0]?.parent?.documentId;
  assert.equal(parentOf(report("one", 1)), "d-one");
  assert.equal(parentOf(report("later", 2), report("sooner", 1)), "d-sooner");
  assert.equal(parentOf(report("x", 1), report("y", 1)), null, "which of two of one day is not known");
  assert.equal(parentOf(report("denial", 1, { stance: "deny" })), "named:varsund-gazette");
});

test("an outlet that names its own reporter has the story from nobody", () => {
  const own = naming("Varsund Gazette's Ann Roe", 0).slice(0, 1);
  const others = naming("Varsund Gazette", 0).slice(1);
  const parentAt = (url: string) => withNamedSources([...own.map((s) => ({ ...s, url })), ...others], CLAIM).sightings[0]?.parent ?? null;
  assert.equal(parentAt("https://varsundgazette.example/own"), null);
  assert.equal(parentAt("https://other.example/a")?.label, "Varsund Gazette");
});

test("whom a text names is told before a post of which it tells", () => {
  const post = row("post", { seen: "reported", toldBy: { documentId: "d-a", label: "a" } });
  const [first] = naming("Varsund Gazette", 0).map((s, i) => (i === 0 ? { ...s, parent: parent("post", "stated", "attribution") } : s));
  const [told] = withNamedSources([first as typeof post, ...naming("Varsund Gazette", 0).slice(1), post], CLAIM).sightings;
  assert.deepEqual([told?.parent?.label, told?.otherParents.map(({ documentId }) => documentId)], ["Varsund Gazette", ["d-post"]]);
});

test("a name that its document only credits is its source, though the others name another; for what was first it counts as any other", () => {
  const credit = { name: "Mill News", confidence: 0.05, credited: false, quote: "Mill News" };
  const of = (one: typeof credit & { creditLine?: true }) => {
    const [first, ...others] = naming("Varsund Gazette", 0) as [ReturnType<typeof row>, ...ReturnType<typeof row>[]];
    const { sightings, support } = withNamedSources([{ ...first, sources: [...(first.sources ?? []), one] }, ...others], CLAIM);
    const { parent, otherParents } = sightings[0] as ReturnType<typeof row>;
    return { names: [parent, ...otherParents].flatMap((other) => other?.label ?? []), support: [...support] };
  };
  assert.deepEqual(of(credit).names, ["Varsund Gazette"]);
  const { names, support } = of({ ...credit, creditLine: true });
  assert.deepEqual(names, ["Varsund Gazette", "Mill News"]);
  assert.ok((support.find(([id]) => id.includes("mill"))?.[1] ?? 0) < 0.3, "support");
});

test("an outlet that is described and not named is no source beside a likelier one that is named", () => {
  const of = (...names: [string, number][]) => {
    const sources = names.map(([name, confidence]) => ({ name, confidence, credited: true, quote: `according to ${name}` }));
    const rows = ["a", "b", "c", "d"].map((id) => row(id, { kind: "article", sources }));
    const [s] = withNamedSources(rows, CLAIM).sightings;
    return [s?.parent, ...(s?.otherParents ?? [])].flatMap((one) => one?.label ?? []);
  };
  assert.deepEqual(of(["Varsund Gazette", 0.9], ["Korean newspaper", 0.8]), ["Varsund Gazette"]);
  assert.deepEqual(of(["Varsund Gazette", 0.9], ["Harbour Times", 0.8]), ["Varsund Gazette", "Harbour Times"]);
  assert.deepEqual(of(["Korean newspaper", 0.9]), ["Korean newspaper"]);
});

test("a document that denies the claim goes back to whom others pass it on from, not to the outlet that carried the denial; a described outlet comes last", () => {
  const source = (name: string, confidence: number) => ({ name, confidence, credited: false, quote: name });
  const [site, paper] = [source("Varsund Whispers", 0.5), source("Daily Globe", 0.6)];
  const told = (stance: "deny" | "support", others = [site], own = [paper, site]) =>
    withNamedSources(
      [
        row("x", { kind: "article", stance, sources: own }),
        ...["a", "b", "c"].map((id) => row(id, { kind: "article", stance: "support", sources: others })),
        row("d", { kind: "article", stance: "deny", sources: [paper] }),
      ],
      CLAIM,
    ).sightings.find(({ id }) => id === "x")?.parent?.label;
  assert.equal(told("deny"), "Varsund Whispers");
  assert.equal(told("deny", [paper]), "Daily Globe", "others pass it on from the paper");
  const [described, named] = [source("Korean newspaper", 0.7), source("Varsund Whispers", 0.6)];
  assert.equal(told("support", [described, named], [described, named]), "Varsund Whispers");
});

test("a platform must be likelier than another name to be shown as a source: it is where something was posted", () => {
  const least = (name: string) => leastProbability({ name, mentions: [], id: null });
  for (const name of ["Twitter", "social media", "微博"]) assert.ok(least(name) > MIN_SOURCE, name);
  for (const name of ["Varsund Gazette", "Twitter users"]) assert.equal(least(name), MIN_SOURCE);
});

test("the likeliest source of a text comes before the held report of an outlet that it names too, unless a person or a link says that it is from there", () => {
  const held = row("held", { kind: "article", url: "https://coastcourier.example/1", stance: "support" });
  const own = { ...parent("held", "stated", "attribution"), confidence: 0.6 };
  const pathsOf = (from: object) => {
    const { sightings } = withNamedSources(
      [held, ...naming("Varsund Gazette", 0).map((s) => ({ ...s, parent: { ...own, ...from } }))],
      CLAIM,
    );
    const one = sightings.find(({ id }) => id === "a");
    return [one?.parent?.label === "Varsund Gazette", one?.otherParents.some(({ documentId }) => documentId === held.documentId)];
  };
  assert.deepEqual(pathsOf({}), [true, true]);
  assert.deepEqual(pathsOf({ basis: "human" }), [false, false]);
  assert.deepEqual(pathsOf({ basis: "link", type: "citation" }), [false, false]);
});

test("a text that several have printed names its sources once", () => {
  const unsure = (id: string, textId: string) =>
    row(id, { kind: "article", textId, sources: [{ name: "Varsund Gazette", confidence: 0.06, credited: false, quote: "" }] });
  const parents = (texts: string[]) =>
    withNamedSources(
      texts.map((text, i) => unsure(`d${i}`, text)),
      CLAIM,
    ).sightings.filter(({ parent }) => parent !== null).length;
  assert.equal(parents(["t", "t", "t", "t"]), 0);
  assert.ok(parents(["t", "u", "v", "w"]) >= parents(["t", "t", "t", "t"]));
});

test("what a document names stands beside the held one that it surely comes from, and is not what was first because of it", () => {
  const held = row("held", { kind: "article" });
  const led = (basis: "link" | "similarity" | "time") => {
    const from = parent("held", basis, basis === "link" ? "citation" : "paraphrase");
    return withNamedSources([held, ...naming("Varsund Gazette", 0).map((s) => ({ ...s, parent: from }))], CLAIM);
  };
  for (const basis of ["link", "similarity"] as const) {
    assert.deepEqual(led(basis).sources, [], basis);
    const named = led(basis).sightings.filter(({ id }) => id !== "held");
    assert.ok(
      named.every((s) => s.parent?.documentId === "d-held" && s.otherParents.some(({ label }) => label === "Varsund Gazette")),
      basis,
    );
  }
  assert.deepEqual(
    led("time").sources.map(({ author }) => author),
    ["Varsund Gazette"],
  );
});

test("an outlet of which a report is held needs no other document that names it, nor much of its own", () => {
  const parentOf = (url: string) =>
    withNamedSources(
      [
        row("report", { kind: "article", url }),
        row("post", { sources: [{ name: "Varsund Gazette", confidence: 0.12, credited: false, quote: "Varsund Gazette has it" }] }),
      ],
      CLAIM,
    ).sightings.find(({ id }) => id === "post")?.parent?.label;
  assert.equal(parentOf("https://varsundgazette.example/a"), "Varsund Gazette");
  assert.equal(parentOf("https://other.example/a"), undefined);
});

test("a short name means the held report of the outlet that another document names in full", () => {
  const names = (name: string) => ({
    kind: "article",
    sources: [{ name, confidence: 0.8, credited: true, quote: `according to ${name}` }],
  });
  const labelOf = (full: string) =>
    withNamedSources(
      [
        row("report", { kind: "article", url: "https://varsundgazette.example/a" }),
        row("full", names(full)),
        row("short", names("Gazette")),
        row("shorter", names("Gazette")),
      ],
      CLAIM,
    ).sightings.find(({ id }) => id === "short")?.parent;
  assert.equal(labelOf("Varsund Gazette")?.documentId, row("report", {}).documentId);
  assert.notEqual(labelOf("Alder Gazette")?.documentId, row("report", {}).documentId);
});

test("a short text's unsure name is a source only where a longer text has it too, and never shows what was first", () => {
  const post = (id: string, name: string, confidence: number) =>
    row(id, { sources: [{ name, confidence, credited: false, quote: "", short: true }] });
  const posts = (confidence: number) =>
    withNamedSources(
      ["a", "b", "c", "d"].map((id) => post(id, "Friday", confidence)),
      CLAIM,
    );
  assert.ok(posts(0.07).sightings.every(({ parent }) => parent === null));
  assert.ok(posts(0.9).sightings.some(({ parent }) => parent?.label === "Friday"));
  assert.deepEqual(posts(0.9).sources, []);
});
