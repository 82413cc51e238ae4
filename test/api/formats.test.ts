/**
 * The export formats of a timeline, each parsed back as other programs would: XML by its grammar, JSON by the fields of its specification.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Timeline } from "../../shared/timeline/views.ts";
import { formats, offered } from "../../workers/api/formats/index.ts";
import { timelineView } from "../../workers/api/views/stored.ts";
import { claim } from "../browser/support/pages.ts";
import { longTimeline, sampleTimeline } from "../browser/support/sample.ts";

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
  assert.ok(claim.firstAppearance.author.name);
  assert.equal(claim.firstAppearance.datePublished, undefined, "before 8 Apr is no date");
  assert.equal(claim.appearance.length, 6);
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
  const relations = Object.values({ ...prov.wasDerivedFrom }) as Record<string, string>[];
  assert.equal(relations.length + Object.keys(prov.wasInfluencedBy ?? {}).length, 4);
  for (const r of relations) assert.ok(prov.entity[r["prov:generatedEntity"] ?? ""] && prov.entity[r["prov:usedEntity"] ?? ""]);
  assert.equal(Object.keys(prov.wasInfluencedBy).length, 1);
  for (const r of Object.values(prov.wasAttributedTo) as Record<string, string>[])
    assert.ok(prov.entity[r["prov:entity"] ?? ""] && prov.agent[r["prov:agent"] ?? ""]);
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
        for (const format of ["atom", "graphml"]) elementsOf(written(format, timeline));
        for (const format of ["json", "jsonfeed", "jsonld", "prov"]) json(format, timeline);
        const lines = written("markdown", timeline).split("\n");
        assert.equal(lines.length, 20);
        assert.equal(lines.filter((l) => /^#/.test(l)).length, 1);
        assert.doesNotMatch(lines.join("\n"), /(?<!\\)\]\((?!<https?:)/);
      },
    ),
    { numRuns: 200 },
  );
});
