/**
 * The export formats of a timeline, each parsed back as other programs would: XML by its grammar, JSON by the fields of its specification.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import type { Timeline } from "../../shared/timeline/views.ts";
import { formats, offered } from "../../workers/api/formats/index.ts";
import { timelineView } from "../../workers/api/views/stored.ts";
import { card } from "../../workers/pages/embed/card.ts";
import { claim } from "../browser/support/pages.ts";
import { id, longTimeline, sampleTimeline } from "../browser/support/sample.ts";
import { storyInput } from "../fixtures/timeline.ts";
import { response, row, teller, at as timeAt } from "../shared/timeline/rows.ts";

const about = { baseUrl: "https://whence.example", self: "https://whence.example/v1/claims/c/timeline?format=x&limit=50" };
const written = (format: string, timeline: Timeline): string => {
  const found = formats[format];
  assert.ok(found, format);
  return found.write(timelineView(timeline, null), about);
};
const json = (format: string, timeline = sampleTimeline()) => JSON.parse(written(format, timeline));

/** Elements of an XML text with their attributes and own text; throws where it is not well-formed (XML 1.0 §2.1, as far as we write it). */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; text: string; parent: string }[] {
  const out: ReturnType<typeof elementsOf> = [];
  const open: typeof out = [];
  const token = /<\?xml [^?]*\?>|<(\/?)([A-Za-z][\w:-]*)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  const plain = (text: string) => {
    assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|#13);)/, "a bare ampersand");
    assert.doesNotMatch(text, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u, "a character that XML cannot hold");
    return text
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#13;", "\r")
      .replaceAll("&amp;", "&");
  };
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const found = token.exec(xml);
    assert.ok(found, `not well-formed at ${xml.slice(at, at + 80)}`);
    const [, close, name, attributes, empty, text] = found;
    if (text !== undefined) {
      const last = open.at(-1);
      if (last) last.text += plain(text);
      else assert.equal(text.trim(), "");
    } else if (name && close) assert.equal(open.pop()?.name, name);
    else if (name) {
      const pairs = [...(attributes ?? "").matchAll(/ ([\w:.-]+)="([^"]*)"/g)].map((m) => [m[1] ?? "", plain(m[2] ?? "")] as const);
      const element = { name, attributes: Object.fromEntries(pairs), text: "", parent: open.at(-1)?.name ?? "" };
      out.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 0);
  return out;
}

test("the claim's page offers every format, each under a suffix of its own", () => {
  const { html } = claim(sampleTimeline());
  for (const { label, suffix } of offered) assert.ok(html.includes(`.${suffix}">${label}</a>`), label);
  assert.equal(new Set(offered.map(({ suffix }) => suffix)).size, Object.keys(formats).length);
});

test("Atom: a feed of RFC 4287, every entry with id, title, updated and a link", () => {
  const elements = elementsOf(written("atom", sampleTimeline()));
  const of = (parent: string, name: string) => elements.filter((e) => e.parent === parent && e.name === name);
  assert.equal(elements[0]?.attributes["xmlns"], "http://www.w3.org/2005/Atom");
  for (const name of ["id", "title", "updated", "author"]) assert.equal(of("feed", name).length, 1, name);
  assert.deepEqual(
    of("feed", "link").map((l) => [l.attributes["rel"], l.attributes["href"]]),
    [
      ["self", about.self],
      ["alternate", `${about.baseUrl}/c/${sampleTimeline().claim.id}`],
    ],
  );
  const entries = of("feed", "entry").length;
  assert.equal(entries, 9);
  for (const name of ["id", "title", "updated", "link", "summary"]) assert.equal(of("entry", name).length, entries, name);
  assert.equal(new Set(of("entry", "id").map((e) => e.text)).size, entries);
  for (const e of [...of("entry", "updated"), ...of("entry", "published")])
    assert.match(e.text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
});

test("JSON Feed 1.1: what it requires, and dates of RFC 3339", () => {
  const feed = json("jsonfeed");
  assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
  assert.equal(feed.items.length, 9);
  for (const item of feed.items) {
    assert.ok(typeof item.id === "string" && typeof item.content_text === "string");
    assert.match(item.date_published, /^\d{4}-\d\d-\d\dT/);
    if (item.external_url) assert.match(item.external_url, /^https?:/);
  }
  assert.ok(written("jsonfeed", longTimeline(200)).length < 250_000);
});

test("GraphML: every edge joins two nodes, every value has a declared key, unknown parents are nodes", () => {
  const elements = elementsOf(written("graphml", sampleTimeline()));
  const ids = new Set(elements.filter((e) => e.name === "node").map((e) => e.attributes["id"]));
  const edges = elements.filter((e) => e.name === "edge");
  const keys = new Set(elements.filter((e) => e.name === "key").map((e) => e.attributes["id"]));
  assert.equal(edges.length, sampleTimeline().events.filter((e) => e.parent).length);
  for (const { attributes } of edges) assert.ok(ids.has(attributes["source"]) && ids.has(attributes["target"]));
  for (const e of elements.filter((e) => e.name === "data")) assert.ok(keys.has(e.attributes["key"]), e.attributes["key"]);
  assert.ok([...ids].some((id) => id?.startsWith("unknown:")));
});

test("schema.org: a Claim with its first appearance; a ClaimReview only for somebody's rating", () => {
  const [claim, ...reviews] = json("jsonld")["@graph"];
  assert.equal(claim["@type"], "Claim");
  assert.equal(claim.firstAppearance.author, undefined, "nobody knows who wrote it");
  assert.ok(claim.appearance.some((work: { author?: { name: string } }) => work.author?.name));
  assert.equal(claim.firstAppearance.datePublished, undefined, "before 8 Apr is no date");
  // One of the seven that are no response only asks.
  assert.equal(claim.appearance.length + 1, sampleTimeline().events.filter((e) => e.role !== "respond" && e.stance !== "query").length);
  assert.deepEqual(reviews, []);
  const rated = sampleTimeline();
  const published = sampleTimeline().events[8]?.published;
  assert.ok(published);
  rated.verdicts = [{ id: "v", publisher: "Checkers", label: "Unproven", url: "https://checkers.example/1", published, explanation: null }];
  const [, review] = json("jsonld", rated)["@graph"];
  assert.deepEqual([review["@type"], review.reviewRating.alternateName, review.datePublished], ["ClaimReview", "Unproven", "2025-04-08"]);
});

test("PROV-JSON: relations join what is declared; a finding of a program is only an influence", () => {
  const prov = json("prov");
  type Relations = Record<string, string>[];
  const relations = Object.values({ ...prov.wasDerivedFrom }) as Relations;
  const quoted = sampleTimeline().events.filter((e) => e.quote).length;
  assert.equal(relations.length + Object.keys(prov.wasInfluencedBy ?? {}).length, 4 + quoted);
  for (const r of relations) assert.ok(prov.entity[r["prov:generatedEntity"] ?? ""] && prov.entity[r["prov:usedEntity"] ?? ""]);
  assert.equal(Object.keys(prov.wasInfluencedBy).length, 1);
  for (const r of Object.values(prov.wasAttributedTo) as Relations)
    assert.ok(prov.entity[r["prov:entity"] ?? ""] && prov.agent[r["prov:agent"] ?? ""]);
  for (const r of Object.values(prov.wasGeneratedBy) as Relations)
    assert.ok(prov.entity[r["prov:entity"] ?? ""] && prov.activity[r["prov:activity"] ?? ""]);
  for (const r of Object.values(prov.wasAssociatedWith) as Relations)
    assert.ok(prov.agent[r["prov:agent"] ?? ""] && prov.activity[r["prov:activity"] ?? ""]);
  for (const r of Object.values(prov.used) as Relations)
    assert.ok(prov.entity[r["prov:entity"] ?? ""] && prov.activity[r["prov:activity"] ?? ""]);
  const quotations = Object.values(prov.entity as Record<string, Record<string, unknown>>).filter((one) => one["prov:value"] !== undefined);
  assert.equal(quotations.length, quoted);
  for (const one of quotations) assert.ok(prov.entity[(one["whence:about"] as { $: string }).$]);
});

test("PROV-O: the same as linked data, each reference to a node of the graph, times with seconds", () => {
  const { "@graph": nodes } = json("provo") as { "@graph": Record<string, unknown>[] };
  const ids = new Set(nodes.map((node) => node["@id"]));
  assert.equal(ids.size, nodes.length);
  const references = [
    "wasGeneratedBy",
    "wasAttributedTo",
    "wasAssociatedWith",
    "used",
    "wasDerivedFrom",
    "wasQuotedFrom",
    "hadPrimarySource",
    "wasInfluencedBy",
  ];
  const found = nodes.flatMap((node) => references.flatMap((name) => (node[name] as string[] | undefined) ?? []));
  assert.ok(found.length > 20);
  for (const id of found) assert.ok(ids.has(id), id);
  for (const node of nodes)
    if (node["startedAtTime"]) assert.match(String(node["startedAtTime"]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);
  const about = nodes.flatMap((node) => (node["whence:about"] as { "@id": string } | undefined) ?? []);
  assert.ok(about.length > 0);
  for (const one of about) assert.ok(ids.has(one["@id"]));
});

test("GEXF 1.2: as its schema has it, each edge joins two nodes, each value has a declared attribute", () => {
  const text = written("gexf", sampleTimeline());
  const elements = elementsOf(text);
  assert.match(text, /<gexf xmlns="http:\/\/www\.gexf\.net\/1\.2draft" version="1\.2">/);
  const named = (name: string) => elements.filter((e) => e.name === name);
  const parents: Record<string, string> = {
    gexf: "",
    meta: "gexf",
    graph: "gexf",
    attributes: "graph",
    attribute: "attributes",
    nodes: "graph",
    node: "nodes",
    edges: "graph",
    edge: "edges",
  };
  for (const e of elements) if (parents[e.name] !== undefined) assert.equal(e.parent, parents[e.name], e.name);
  const ids = new Set(named("node").map((e) => e.attributes["id"]));
  assert.equal(ids.size, named("node").length);
  for (const { attributes } of named("edge")) assert.ok(ids.has(attributes["source"]) && ids.has(attributes["target"]) && attributes["id"]);
  const declared = new Map(named("attribute").map((e) => [e.attributes["id"], e.attributes["type"]]));
  for (const { attributes } of named("attvalue")) {
    const type = declared.get(attributes["for"]);
    assert.ok(type, attributes["for"]);
    if (type !== "string") assert.ok(Number.isFinite(Number(attributes["value"])), attributes["value"]);
  }
  for (const { attributes } of named("node"))
    if (attributes["start"]) assert.match(attributes["start"], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test("ActivityStreams: a collection of activities with actors and objects, by types that the vocabulary has", () => {
  const collection = json("activitystreams");
  assert.deepEqual([collection["@context"], collection.type], ["https://www.w3.org/ns/activitystreams", "OrderedCollection"]);
  assert.equal(collection.orderedItems.length, sampleTimeline().events.length);
  for (const activity of collection.orderedItems) {
    assert.ok(["Create", "Announce"].includes(activity.type), activity.type);
    assert.ok(URL.canParse(activity.id) && activity.actor.name && [undefined, "Person", "Organization"].includes(activity.actor.type));
    if (typeof activity.object === "string") assert.ok(URL.canParse(activity.object));
    else assert.ok(["Note", "Article", "Document"].includes(activity.object.type) && URL.canParse(activity.object.id));
    if (activity.published) assert.match(activity.published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/);
  }
});

test("STIX 2.1: a bundle whose ids are of their types, each reference to an object of it, with what the types need", () => {
  const bundle = json("stix") as { type: string; id: string; objects: Record<string, unknown>[] };
  const ids = new Set(bundle.objects.map((one) => String(one["id"])));
  assert.equal(ids.size, bundle.objects.length);
  const needed: Record<string, string[]> = {
    report: ["created", "modified", "name", "published", "object_refs"],
    identity: ["created", "modified", "name"],
    note: ["created", "modified", "content", "object_refs"],
    relationship: ["created", "modified", "relationship_type", "source_ref", "target_ref"],
    url: ["value"],
  };
  assert.match(bundle.id, /^bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const object of bundle.objects) {
    const type = String(object["type"]);
    assert.match(String(object["id"]), new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`));
    assert.equal(object["spec_version"], "2.1");
    for (const field of needed[type] ?? ["no such type"]) assert.ok(object[field], `${type} ${field}`);
    for (const [field, value] of Object.entries(object))
      if (/_refs?$/.test(field)) for (const ref of [value].flat()) assert.ok(ids.has(String(ref)), `${type} ${field}`);
    if (object["confidence"] !== undefined) assert.ok(Number.isInteger(object["confidence"]));
    if (object["created"]) assert.ok(String(object["created"]) <= String(object["modified"]));
  }
  assert.deepEqual(json("stix"), bundle, "the same export has the same ids");
});

test("RIS and BibTeX: an entry for each document, each field on its line", () => {
  const documents = new Set(sampleTimeline().events.map((e) => e.documentId)).size;
  const lines = written("ris", sampleTimeline()).split("\r\n");
  for (const line of lines) assert.match(line, /^$|^[A-Z][A-Z0-9] {2}- /);
  assert.equal(lines.filter((line) => line.startsWith("TY  - ")).length, documents);
  assert.equal(lines.filter((line) => line === "ER  - ").length, documents);
  const bibtex = written("bibtex", sampleTimeline());
  assert.equal([...bibtex.matchAll(/^@misc\{d/gm)].length, documents);
});

test("RIS and BibTeX: awkward characters leave each entry whole", () => {
  const timeline = sampleTimeline();
  for (const e of timeline.events) e.title = "a { lone brace <b> |\n\u0001\u0085ER  - ";
  // As BibTeX counts: a brace after a backslash is a brace.
  const depthOf = (text: string) => [...text].reduce((open, c) => (c === "{" ? open + 1 : c === "}" ? open - 1 : open), 0);
  for (const entry of written("bibtex", timeline).split(/(?<=^\}\n)/m)) {
    assert.equal(depthOf(entry), 0);
    assert.match(entry, /title = \{a \\textbraceleft\{\} lone brace \\textless\{\}b\\textgreater\{\} \\textbar\{\} ER {1}- ?\},/);
  }
  assert.match(written("ris", timeline), /\r\nTI {2}- a \{ lone brace <b> \| ER -\r\n/);
});

test("ClaimReview: what Google's documentation requires and recommends", () => {
  const rated = sampleTimeline();
  const published = sampleTimeline().events[8]?.published;
  assert.ok(published);
  rated.verdicts = [{ id: "v", publisher: "Checkers", label: "Unproven", url: "https://checkers.example/1", published, explanation: null }];
  const [, review] = json("jsonld", rated)["@graph"];
  assert.ok(review.claimReviewed && review.url && review.reviewRating.alternateName);
  assert.deepEqual(review.author, { "@type": "Organization", name: "Checkers", url: "https://checkers.example" });
  assert.equal(review.itemReviewed["@type"], "Claim");
  // "Don't include the author property if the claim doesn't have an author": whoever is first known need not have made it.
  assert.equal(review.itemReviewed.author, undefined);
  assert.ok(review.itemReviewed.appearance.length > 0);
});

test("ClaimReview in the claim's page: the same ratings, none without one or of a claim that is not public, and words end no script", () => {
  const rated = sampleTimeline();
  const published = sampleTimeline().events[8]?.published;
  assert.ok(published);
  rated.claim.text = "The </script><b>bolts</b> are plastic";
  rated.verdicts = [{ id: "v", publisher: "Checkers", label: "Unproven", url: "https://checkers.example/1", published, explanation: null }];
  const inPage = (timeline: Timeline) => claim(timeline).html.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1];
  const [review] = JSON.parse(inPage(rated) ?? "{}")["@graph"];
  assert.deepEqual(
    [review["@type"], review.claimReviewed, review.reviewRating.alternateName, review.datePublished, review.url],
    ["ClaimReview", rated.claim.text, "Unproven", "2025-04-08", "https://checkers.example/1"],
  );
  assert.equal(inPage(sampleTimeline()), undefined);
  assert.equal(inPage({ ...rated, claim: { ...rated.claim, visibility: "unlisted" } }), undefined);
});

test("any text in any field leaves each format whole, and Markdown without markup of its own", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("]]><script>&", "\u0000\u202e\uD800", "](javascript:alert(1))", "a\n# b\n- c", '"><x y="', "<![CDATA[", "&#0;"),
  );
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 6, maxLength: 6 }),
      ([claim = "", author = "", quote = "", title = "", url = "", place = ""]) => {
        const timeline = sampleTimeline();
        timeline.claim.text = claim;
        for (const e of timeline.events)
          Object.assign(e, {
            author,
            title,
            url,
            place,
            excerpt: quote,
            quote: { exact: quote, prefix: "", suffix: "" },
            attributedTo: null,
          });
        const [first] = timeline.events;
        if (first) first.parent = { documentId: null, label: author, type: "attribution", basis: "stated", confidence: 1 };
        for (const format of ["atom", "graphml", "gexf"]) elementsOf(written(format, timeline));
        for (const format of ["json", "jsonfeed", "jsonld", "prov", "provo", "stix", "activitystreams"]) json(format, timeline);
        for (const line of written("ris", timeline).split("\r\n")) assert.match(line, /^$|^[A-Z][A-Z0-9] {2}- /);
        const lines = written("markdown", timeline).split("\n");
        assert.equal(lines.length, 20);
        assert.equal(lines.filter((l) => /^#/.test(l)).length, 1);
        assert.doesNotMatch(lines.join("\n"), /(?<!\\)\]\((?!<https?:)/);
      },
    ),
    { numRuns: process.env["WHENCE_FULL"] ? 200 : 80 },
  );
});

test("a stance that is a machine's guess is marked in JSON, and no other format states it", () => {
  const timeline = sampleTimeline();
  const events = timeline.events.map((e) => ({ ...e, stance: "query" as const, stanceUnsure: true, state: "suggested" as const }));
  const guessed = { ...timeline, events };
  const accepted = { ...timeline, events: events.map((e) => ({ ...e, state: "confirmed" as const })) };
  assert.doesNotMatch(written("csv", accepted), /\bquery\b/, "who accepts a line chooses no stance");
  for (const e of json("json", guessed).events) assert.deepEqual([e.stance, e.stanceUnsure], ["query", true]);
  for (const format of Object.keys(formats).filter((name) => name !== "json" && name !== "markdown"))
    assert.doesNotMatch(written(format, guessed), /\bquery\b/, format);
  const settled = { ...timeline, events: events.map((e) => ({ ...e, stanceUnsure: false, state: "confirmed" as const })) };
  for (const format of ["csv", "gexf", "graphml", "prov", "provo", "stix", "jsonfeed"])
    assert.match(written(format, settled), /\bquery\b/, format);
});

test("Markdown counts the replies below a post, and lists those alone that take a side", () => {
  const timeline = sampleTimeline();
  const [root] = timeline.events;
  assert.ok(root);
  const reply = (id: string, stance: "comment" | "deny") => ({
    ...root,
    id,
    documentId: id,
    thread: root.documentId,
    state: "confirmed" as const,
    stance,
    quote: null,
    excerpt: `words of ${id}`,
  });
  const lines = written("markdown", {
    ...timeline,
    events: [...timeline.events, reply("d-idle", "comment"), reply("d-denies", "deny")],
    threads: [{ documentId: root.documentId, replies: 2, deny: 1, query: 0, support: 0, mayDeny: 0 }],
  });
  assert.match(lines, /\(2 replies: 1 denies it\)/);
  assert.match(lines, /words of d-denies/);
  assert.doesNotMatch(lines, /words of d-idle/);
});

test("no format says that a source wrote anything that is only named, or that a document is by whom it gives the claim to", () => {
  const timeline = sampleTimeline();
  const held = timeline.events.find((e) => e.seen === "observed" && !e.response);
  assert.ok(held);
  const party = { kind: "unknown" as const, name: null, description: "multiple reports", role: null, affiliation: null };
  const named = {
    seen: "reported" as const,
    state: "suggested" as const,
    author: "The Exampleton Bugle",
    url: null,
    platform: null,
    parent: null,
  };
  const events = [
    ...timeline.events,
    { ...held, id: "named:bugle", documentId: "named:bugle", ...named, quote: null, excerpt: null, title: null },
    { ...held, id: id("s", 70), documentId: id("d", 70), author: null, attributedTo: party },
    {
      ...held,
      id: id("s", 71),
      documentId: id("d", 71),
      ...named,
      author: "Ann",
      quote: null,
      title: null,
      excerpt: "A page tells that Ann posted it.",
    },
  ];
  const all = new Map(Object.keys(formats).map((format) => [format, written(format, { ...timeline, events })]));
  for (const [format, text] of all) if (format !== "json") assert.ok(!text.includes("multiple reports"), format);
  for (const format of ["bibtex", "ris", "activitystreams"]) assert.ok(!all.get(format)?.includes("Bugle"), format);
  for (const format of ["bibtex", "ris", "activitystreams", "jsonld", "stix", "prov", "jsonfeed", "atom"])
    assert.ok(!all.get(format)?.includes("A page tells"), format);
  assert.match(all.get("markdown") ?? "", /\*\*The Exampleton Bugle\*\* named as a source$/m);
  assert.match(all.get("markdown") ?? "", /\*\*Ann\*\* named as a source: “A page tells that Ann posted it.”$/m);
  assert.doesNotMatch(all.get("jsonld") ?? "", /Bugle/);
  assert.match(all.get("stix") ?? "", /"name":"The Exampleton Bugle","identity_class":"unspecified"/);
});

test("who responded wrote no article that tells of it, and a source that two name is one node", () => {
  const at = timeAt("2026-03-05", "meta");
  const day = timeAt("2026-03-02", "text");
  const credit = { documentId: null, label: "The Courier", type: "attribution" as const, basis: "stated" as const, confidence: 0.8 };
  const article = (name: string) =>
    row(name, { platform: null, kind: "article", url: `https://${name}.example/a`, published: at, parent: credit, quote: null });
  const told = { role: "respond", toldBy: teller("b"), published: day, documentId: "d-b", parent: null, kind: "article" } as const;
  const timeline = buildTimeline({
    ...storyInput,
    verdicts: [],
    sightings: [article("a"), article("c"), { ...row("no", { platform: null, url: "https://b.example/a" }), ...told }],
    responses: [response("no", { documentId: "d-b", toldBy: teller("b"), published: day })],
  });
  const [bib, ris] = [written("bibtex", timeline), written("ris", timeline)];
  for (const text of [bib, ris]) {
    assert.doesNotMatch(text, /Example Works|2026-03-02|2026\/03\/02|denied it/, "neither the name, the day nor the deed of who responded");
    assert.match(text, /b\.example/);
  }
  const acted = JSON.parse(written("activitystreams", timeline));
  const denial = acted.orderedItems.find((one: { summary: string }) => one.summary.includes("denied it"));
  const publisher = { type: "Organization", name: "b.example" };
  assert.match(denial.summary, /^Example Works .*denied it/);
  assert.deepEqual([denial.actor, denial.object.attributedTo, denial.published], [publisher, publisher, undefined]);
  const prov = JSON.parse(written("prov", timeline));
  const made = Object.values(prov.wasAttributedTo as Record<string, Record<string, string>>).map((one) => one["prov:entity"]);
  assert.ok(made.includes("here:response-no") && !made.includes("here:document-d-b"));
  const nodes = elementsOf(written("gexf", timeline)).filter((e) => e.name === "node");
  assert.deepEqual(nodes.filter((e) => e.attributes["label"] === "The Courier").map((e) => e.attributes["id"]).length, 1);
  assert.match(written("atom", timeline), /<title>a\.example [a-z]+<\/title>/, "a site that is its own author is named once");
});

test("who responds without a name is not called by the article that tells of it", () => {
  const at = timeAt("2026-03-05", "meta");
  for (const party of [{ role: "spokesman", affiliation: "the harbour" }, {}]) {
    const actor = { kind: "person" as const, name: null, description: null, role: null, affiliation: null, ...party };
    const told = { role: "respond", toldBy: teller("b"), published: at, kind: "article", author: "Coast Gazette", platform: null } as const;
    const timeline = buildTimeline({
      ...storyInput,
      verdicts: [],
      sightings: [row("no", { ...told, documentId: "d-b", quote: null, url: "https://b.example/a" })],
      responses: [response("no", { actor, documentId: "d-b", toldBy: teller("b"), published: at })],
    });
    for (const format of ["csv", "atom", "jsonfeed", "markdown"]) {
      const text = written(format, timeline);
      assert.match(text, /denied it/, format);
      assert.doesNotMatch(text, /Coast Gazette/, text);
      if (party.role) assert.match(text, /[Ss]pokesman/, text);
    }
  }
});

test("who is only described, or signs nothing, is no person; a name, an account and whoever responded are", () => {
  const published = timeAt("2026-03-05T09:08:07.654Z", "id");
  const reported = { seen: "reported", platform: null, published } as const;
  const timeline = buildTimeline({
    ...storyInput,
    verdicts: [],
    responses: [],
    sightings: [
      row("a", { ...reported, author: "anonymous post on a forum for dockers" }),
      row("b", { ...reported, author: "Ada Moss" }),
      row("c", { author: "@ada", published }),
      row("d", { author: null, platform: null, published }),
    ],
  });
  const [acted, bundle, graph] = [written("activitystreams", timeline), written("stix", timeline), written("jsonld", timeline)];
  const typesOf = (text: string, type: string) =>
    Object.fromEntries([...text.matchAll(new RegExp(`"${type}":"([^"]*)","name":"([^"]*)"`, "g"))].map(([, of, name]) => [name, of]));
  const persons = { "Ada Moss": "Person", "@ada": "Person" };
  assert.deepEqual(typesOf(graph, "@type"), persons);
  assert.deepEqual(typesOf(acted, "type"), { ...persons, first_known: "Object", spread: "Object" });
  assert.match(bundle, /"name":"Anonymous post on a forum for dockers","identity_class":"unspecified"/);
  assert.match(graph, /"creditText":"Anonymous post on a forum for dockers"/);
  assert.match(acted, /"published":"2026-03-05T09:08:07.654Z"/, "as exact as it is known");
});

test("an outlet is an organisation, whether it publishes, corrects or was first; a source that is only named is neither", () => {
  const outlet = { name: "Coast Gazette", kind: "outlet" as const, description: null, role: null, affiliation: null };
  const at = timeAt("2026-03-05T09:00:00Z", "meta");
  const article = { kind: "article", author: "Coast Gazette", platform: null, published: at };
  const own = { ...article, role: "respond", toldBy: null, documentId: "d-no" } as const;
  const timeline = buildTimeline({
    ...storyInput,
    verdicts: [{ id: "v", publisher: "Check", label: "False", url: "https://check.example/", published: at, explanation: null }],
    sightings: [row("first", { ...article, url: "https://coast.example/a" }), row("no", own)],
    responses: [response("no", { actor: outlet, documentId: "d-no", type: "correction", published: at })],
  });
  const all = ["jsonld", "activitystreams", "stix"].map((format) => written(format, timeline)).join() + claim(timeline).html;
  const types = [...all.matchAll(/"(?:@?type|identity_class)":"([^"]*)"(?:,"name":"Coast Gazette")/g)].map((found) => found[1]);
  assert.ok(types.length >= 4, String(types.length));
  assert.deepEqual([...new Set(types)], ["Organization"]);
  assert.match(all, /"name":"Coast Gazette","identity_class":"organization"/);
  const [first] = timeline.events;
  if (first) first.documentId = "named:coast-gazette";
  assert.doesNotMatch(claim(timeline).html, /"author":\{"@type":"(?:Person|Organization)","name":"Coast Gazette"/);
});

test("the picture of a claim is XML whatever its words hold", () => {
  const at = { x: 0, y: 0, size: 10, colour: 0, bold: false, runsLeft: false, anchor: "start" } as const;
  const words = [{ ...at, text: "a\ufffe\uffff\b\ud800 <b>" }];
  const svg = card({ label: "x\0 “y”", lang: "en", words, bars: [], shapes: [] });
  assert.equal(elementsOf(svg).find(({ name }) => name === "text")?.text, "a <b>");
});
