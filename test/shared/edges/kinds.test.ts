import assert from "node:assert/strict";
import { test } from "node:test";
import { relate } from "../../../shared/edges/relate.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { mentionsIn } from "../../../shared/text/posts/account-mentions.ts";
import { at } from "../timeline/rows.ts";
import { brief, input, linkIn, other, reading, told } from "./input.ts";

const readText = (text: string) =>
  readDocument({ kind: "article", url: null, title: null, text, html: null, lang: "en", publishedAt: null, author: null, site: null });
const edgesOf = (given: Parameters<typeof input>[0]) => relate(input(given)).map(brief);
const early = (id: string, given = {}) => other(id, { published: at("2025-04-05"), ...given });

test("repost, quote and reply: as the platform says", () => {
  const given = { repostOf: other("a"), quoteOf: other("b"), replyTo: other("c") };
  assert.deepEqual(edgesOf(given), ["own repost a platform", "own quote b platform", "own reply c platform"]);
});

test("citation: none to a short address, of which nobody knows where it leads; one where we hold what it leads to", () => {
  const text = "Look: https://t.co/AbC12";
  const short = (seen: "observed" | "reported") => [linkIn(text, "https://t.co/AbC12", other("a", { seen, url: "https://t.co/AbC12" }))];
  for (const document of [{ text, kind: "article" }, { text }]) {
    assert.deepEqual(edgesOf({ document, linked: short("reported") }), [], "on X it may be a picture of the post itself");
    assert.deepEqual(edgesOf({ document, linked: short("observed") }), ["own citation a link"]);
  }
});

test("syndication: a page that says who published it first leads there by name, and not to itself", () => {
  const text = "The bridge stays closed.\n\nThis article originally appeared on The Coast Gazette and was republished with permission.";
  const found = relate(input({ document: { text, url: "https://other.example/1" } })).find(({ type }) => type === "syndication");
  assert.equal(found?.evidence.name, "Coast Gazette");
  const nameIn = (note: string) => relate(input({ document: { text: `The bridge stays closed.\n\n${note}` } }))[0]?.evidence.name;
  assert.equal(nameIn("This article was first published in the new york times"), "the new york times", "a known outlet in small letters");
  assert.equal(nameIn("This article was first published in the spring"), undefined);
  const own = relate(input({ document: { text, url: "https://coastgazette.example/1" } }));
  assert.deepEqual(
    own.filter(({ type }) => type === "syndication"),
    [],
  );
});

test("citation: a link, more when the text gives credit, less outside of the text", () => {
  const text = "Big if true, according to this thread. More at the company.";
  const linked = [
    linkIn(text, "this thread", early("a")),
    linkIn(text, "the company", early("b")),
    linkIn(text, "not in the text", early("c")),
  ];
  const edges = relate(input({ document: { text }, linked }));
  assert.deepEqual(edges.map(brief), ["own citation a link", "own citation b link", "own citation c link"]);
  const [a, b, c] = edges.map((edge) => edge.confidence);
  assert.ok((a ?? 0) > (b ?? 0) && (b ?? 0) > (c ?? 0));
  assert.deepEqual(edges[0]?.evidence.quote, {
    exact: "this thread",
    prefix: "Big if true, according to ",
    suffix: ". More at the company.",
  });
  assert.equal(edges[2]?.evidence.quote, null);
});

test("copy: the earliest of those as alike, only when published earlier", () => {
  const near = [
    { similarity: 0.9, document: other("day-before", { published: at("2025-04-06") }) },
    { similarity: 0.85, document: early("first") },
    { similarity: 0.55, document: other("older", { published: at("2025-04-01") }) },
    { similarity: 1, document: other("later", { published: at("2025-04-08") }) },
    { similarity: 1, document: other("unknown") },
  ];
  const edges = relate(input({ near }));
  assert.deepEqual(edges.map(brief), ["own copy first similarity"]);
  assert.equal(edges[0]?.confidence, 0.85);
});

test("copy: an order that is only likely halves the word of it; one that is open gives none", () => {
  const day = [{ similarity: 0.9, document: other("day", { published: at("2025-04-07") }) }];
  assert.deepEqual(edgesOf({ near: day }), [], "the day may end after it");
  const own = { published: at("2025-04-07") };
  const noon = [{ similarity: 0.9, document: other("month", { published: at("2025-04-05/2025-04-07") }) }];
  const [edge] = relate(input({ document: own, near: noon }));
  assert.ok(edge && edge.confidence > 0.5 && edge.confidence < 0.6);
  assert.deepEqual(edgesOf({ document: own, near: day }), [], "the same day says nothing of the order");
});

test("paraphrase: a partial match, when there is no copy", () => {
  const part = { similarity: 0.4, document: early("part") };
  assert.deepEqual(edgesOf({ near: [part] }), ["own paraphrase part similarity"]);
  assert.deepEqual(edgesOf({ near: [part, { similarity: 0.8, document: early("whole") }] }), ["own copy whole similarity"]);
  assert.deepEqual(edgesOf({ near: [{ similarity: 0.2, document: early("little") }] }), []);
});

test("syndication: a wire credit, with or without the agency's own text; one publisher's sites", () => {
  const document = { kind: "article", text: "LONDON (Reuters) - A firm said", wireCredit: "Reuters" };
  const [unknown] = relate(input({ document }));
  assert.equal(unknown && brief(unknown), "own syndication unknown stated");
  assert.equal(unknown?.evidence.quote?.exact, "Reuters");
  assert.equal(unknown?.evidence.name, "Reuters", "readers are told whom it credits");
  const agency = { similarity: 0.9, document: early("agency", { url: "https://www.reuters.com/a" }) };
  assert.deepEqual(edgesOf({ document, near: [agency] }), ["own syndication agency stated"]);
  const paper = { similarity: 0.9, document: early("paper", { url: "https://paper.example/a" }) };
  assert.deepEqual(edgesOf({ document, near: [paper] }), ["own syndication paper similarity", "own syndication unknown stated"]);
  const sister = { kind: "article", url: "https://paper.example/b" };
  assert.deepEqual(edgesOf({ document: sister, near: [paper] }), ["own syndication paper similarity"]);
});

test("two posts of one platform are of no publisher", () => {
  const near = [{ similarity: 0.9, document: early("a", { url: "https://x.com/a/status/1", platform: "x" }) }];
  assert.deepEqual(edgesOf({ document: { url: "https://x.com/b/status/2", platform: "x" }, near }), ["own copy a similarity"]);
});

test("translation: a post that calls itself one and names a text in another language", () => {
  const text = "My translation of this post: they mixed in the test sets.";
  const zh = early("zh", { lang: "zh-CN" });
  const linked = [linkIn(text, "this post", zh)];
  const edges = relate(input({ document: { text }, linked }));
  assert.deepEqual(edges.map(brief), ["own translation zh link", "own citation zh link"], "what says more of one link comes first");
  assert.equal(edges[0]?.evidence.quote?.exact, "My translation");
  assert.deepEqual(edgesOf({ document: { text }, quoteOf: zh }), ["own quote zh platform", "own translation zh stated"]);
  assert.deepEqual(edgesOf({ document: { text }, linked: [linkIn(text, "this post", early("en"))] }), ["own citation en link"]);
  assert.deepEqual(edgesOf({ document: { text, kind: "article" }, quoteOf: zh }), ["own quote zh platform"]);
  assert.deepEqual(edgesOf({ document: { text: "Look at this post." }, linked: [linkIn("", "x", zh)] }), ["own citation zh link"]);
});

test("translation: a post that renders what it tells of; an article gives its words only", () => {
  const text = "A post on a forum, translated: they mixed in the test sets.";
  const reported = [told(text, "A post on a forum", { translated: true, lang: "zh" })];
  const given = { reading: reading(text, reported), reportedIds: ["forum"] };
  assert.deepEqual(edgesOf({ document: { text }, ...given }), ["own translation forum stated"]);
  assert.deepEqual(edgesOf({ document: { text, kind: "article" }, ...given }), ["own attribution forum stated"]);
});

test("quote, attribution and reply: whom a post names, known or not", () => {
  const at = (text: string, author: string, candidate?: string) => {
    const mention = mentionsIn(text).map((one) => ({
      mention: one,
      candidates: candidate === undefined ? [] : [{ document: early(author), text: candidate }],
    }));
    return edgesOf({ document: { text, platform: "x" }, named: mention });
  };
  assert.deepEqual(at("RT @bob: The tower is sold", "b", "The tower is sold"), ["own quote b stated"]);
  assert.deepEqual(at("RT @bob: The tower is sold", "b", "Good morning, Brannock"), ["own quote unknown stated"]);
  assert.deepEqual(at("RT @bob: The tower is sold", "b"), ["own quote unknown stated"]);
  assert.deepEqual(at("The tower is sold, via @bob", "b", "Sold!"), ["own attribution b stated"]);
  assert.deepEqual(at("The tower is sold, via @bob", "b"), ["own attribution unknown stated"]);
  assert.deepEqual(at("@bob who bought it?", "b", "Sold!"), ["own reply b stated"]);
  assert.deepEqual(at("@bob who bought it?", "b"), []);
});

test("attribution and citation: an outlet that a text names as its source", () => {
  const text = "The tower is sold, as first reported by The Mill Gazette. More in their report.";
  const document = { text, kind: "article", url: "https://paper.example/a" };
  assert.deepEqual(edgesOf({ document }), ["own attribution unknown stated"]);
  assert.deepEqual(edgesOf({ document: { ...document, url: "https://millgazette.example/a" } }), [], "of itself it says nothing");
  const gazette = early("gazette", { url: "https://www.millgazette.example/b" });
  const [edge] = relate(input({ document, linked: [linkIn(text, "their report", gazette)] }));
  assert.equal(edge && brief(edge), "own citation gazette link");
  assert.equal(edge?.evidence.quote?.exact, "as first reported by The Mill Gazette");
});

test("attribution: a text with the words of a held one has them from there, whomever it only likely names; what it credits it does have from there", () => {
  const near = [{ similarity: 0.9, document: early("twin", { url: "https://twin.example/a" }) }];
  const reports = [early("gazette", { url: "https://millgazette.example/a" })];
  const found = (text: string, more: object) => {
    const document = { text, kind: "article", url: "https://paper.example/a" };
    return edgesOf({ document, reading: readText(text), reports, ...more }).filter((edge) => edge.includes("attribution"));
  };
  const rest = "The mill is open and nobody was hurt there. ".repeat(12);
  const named = `The tower is sold, according to two officials who spoke to the Mill Gazette on Monday. ${rest}`;
  assert.deepEqual(found(named, {}), ["own attribution gazette stated"]);
  assert.deepEqual(found(named, { near }), []);
  const reported = "The tower is sold, the Mill Gazette reported on Monday.";
  for (const text of [reported, `${reported} ${rest}`]) assert.deepEqual(found(text, { near }), ["own attribution gazette stated"], text);
  assert.deepEqual(found(`The tower is sold, as first reported by The Mill Gazette. ${rest}`, { near }), [
    "own attribution gazette stated",
  ]);
});

test("syndication: a page that names its original; one credit on two sites", () => {
  const text = "The tower is sold. This article first appeared in the Gazette.";
  const document = { text, kind: "article", url: "https://paper.example/a" };
  assert.deepEqual(edgesOf({ document }), ["own syndication unknown stated"]);
  for (const line of ["Originally published in The Mill Gazette.", "*First appeared on millgazette.example"])
    assert.equal(edgesOf({ document: { ...document, text: `The tower is sold.\n${line}` } })[0], "own syndication unknown stated", line);
  for (const told of ["The rumour that the tower is sold first appeared in a post on X.", "Its plans were first published in 1912."])
    assert.ok(!edgesOf({ document: { ...document, text: told } }).some((edge) => edge.includes("syndication")), told);
  const near = [{ similarity: 0.9, document: early("b", { url: "https://other.example/b", wireCredit: "AP" }) }];
  assert.deepEqual(edgesOf({ document: { ...document, text: "The tower is sold.", wireCredit: "AP" }, near }), [
    "own syndication b similarity",
    "own syndication unknown stated",
  ]);
});

test("syndication: an agency credits itself on its own site; a canonical address elsewhere; a teaser under its publisher's name", () => {
  const text = "SELM (Coast Wire) - The tower is sold.";
  const own = { text, kind: "article", wireCredit: "Coast Wire" };
  assert.deepEqual(edgesOf({ document: { ...own, url: "https://coastwire.com/a" } }), []);
  assert.deepEqual(edgesOf({ document: { ...own, url: "https://paper.example/a" } }), ["own syndication unknown stated"]);

  const first = early("first", { url: "https://gazette.example/birch", family: "gazette.example" });
  const page = { text: "The tower is sold.", kind: "article", url: "https://reader.example/r/1" };
  const elsewhere = reading(page.text, []);
  elsewhere.document.original = "https://gazette.example/birch";
  const linked = [{ link: { url: "https://gazette.example/birch", text: "", start: null }, document: first }];
  const [edge, ...rest] = relate(input({ document: page, reading: elsewhere, linked }));
  assert.deepEqual([edge && brief(edge), rest], ["own syndication first link", []]);
  assert.match(edge?.evidence.why ?? "", /gazette\.example/);

  const retold = { shared: 8, ofShorter: 0.6, passages: 1, inOrder: 1, numbers: 0 };
  const near = [{ similarity: 0.2, document: first, retold }];
  assert.deepEqual(edgesOf({ document: page, near }), ["own paraphrase first similarity"]);
  for (const family of ["gazette.example", "the gazette"])
    assert.deepEqual(edgesOf({ document: { ...page, family }, near }), ["own syndication first similarity"], family);
});

test("translation: a text in another language that it names, by what a translation leaves as it is", () => {
  const zh = early("zh", { lang: "zh", published: at("2025-04-05") });
  const text = "The town sold its tower to Halden Holdings for 4,500 pounds in April 2025. Look here.";
  const linked = [linkIn(text, "Look here", zh)];
  const texts = new Map([["zh", "水城镇以 4500 英镑把水塔卖给了 Halden Holdings，2025 年 4 月"]]);
  assert.deepEqual(edgesOf({ document: { text }, linked, texts }), ["own citation zh link", "own translation zh similarity"]);
  assert.deepEqual(edgesOf({ document: { text: "Look here, says Halden." }, linked, texts }), ["own citation zh link"]);
  assert.deepEqual(edgesOf({ document: { text: "[Translation] The town sold its tower." } }), ["own translation unknown stated"]);
});

test("a part of a longer text is a copy of it; a retelling keeps the statements in order", () => {
  const compared = { shared: 14, ofShorter: 0.95, passages: 2, inOrder: 2, numbers: 0 };
  const of = (retold: object) => edgesOf({ near: [{ similarity: 0.2, document: early("a"), retold: { ...compared, ...retold } }] });
  assert.deepEqual(of({}), ["own copy a similarity"]);
  assert.deepEqual(of({ shared: 8, ofShorter: 0.6 }), ["own paraphrase a similarity"]);
  assert.deepEqual(of({ shared: 8, ofShorter: 0.6, passages: 3, inOrder: 1 }), []);
  assert.deepEqual(of({ shared: 4, ofShorter: 0.6 }), [], "a few words in common are a topic");
  assert.deepEqual(of({ shared: 8, ofShorter: 0.4 }), []);
});

test("screenshot: a post that says so has a parent that is not known", () => {
  const edges = relate(input({ document: { text: "Screenshot of what they deleted" } }));
  assert.deepEqual(edges.map(brief), ["own screenshot unknown stated"]);
  assert.equal(edges[0]?.evidence.quote?.exact, "Screenshot of");
  assert.deepEqual(edgesOf({ document: { text: "Screenshots prove nothing" } }), []);
  assert.deepEqual(edgesOf({ document: { text: "Screenshot of what they deleted", kind: "article" } }), []);
  const text = "Screenshot of what they deleted: the mill will be closed and sold to a bank in June";
  const near = [
    { similarity: 0.7, document: early("same", { platform: "x" }) },
    { similarity: 0.6, document: early("shot", { platform: "x" }) },
    { similarity: 0.9, document: early("page") },
  ];
  const texts = new Map([
    ["same", "The mill will be closed and sold to a bank in June"],
    ["shot", "Look, a screenshot of it: the mill will be closed and sold"],
    ["page", "The mill will be closed and sold to a bank in June, we hear"],
  ]);
  const shown = relate(input({ document: { text, platform: "x" }, near, texts })).filter((e) => e.type === "screenshot");
  assert.deepEqual(shown.map(brief), ["own screenshot same stated"]);
});

test("the one report of the publisher that a feed names is where an item is from", () => {
  const document = { kind: "article", text: "The tower is sold.", url: "https://basket.example/1", family: "towernews.example" };
  const on = (id: string, host: string, family = host) => early(id, { url: `https://${host}/${id}`, family });
  const parents = (...reports: ReturnType<typeof early>[]) => edgesOf({ document, reports });
  assert.deepEqual(parents(on("a", "towernews.example"), on("x", "elsewhere.example")), ["own syndication a stated"]);
  assert.deepEqual(parents(on("a", "towernews.example"), on("b", "towernews.example")), []);
  // Another who carries the same publisher's is not the publisher.
  assert.deepEqual(parents(on("c", "aggregate.example", "towernews.example")), []);
});

test("screenshot: in further languages, of what the post tells of", () => {
  const parents = (text: string) =>
    relate(input({ document: { text }, reading: reading(text, [told(text, text)]), reportedIds: ["told"] })).map(brief);
  for (const text of [
    "Screenshot des gelöschten Posts von @a auf X: „Die Mühle ist zu.“",
    "Captura de pantalla del hilo de @a en X: «El molino está cerrado»",
    "Capture d’écran du post de @a sur X : « Le moulin est fermé »",
    "Print do post de @a no X: “O moinho fechou”",
    "Скриншот поста @a: «Мельница закрыта»",
  ])
    assert.deepEqual(parents(text), ["own screenshot told stated"], text);
  assert.deepEqual(parents("Screenshots beweisen, dass @a auf X recht hat."), ["own attribution told stated"]);
  assert.deepEqual(parents("The prints of a fox, says @a on X."), ["own attribution told stated"]);
});

test("a place without a name that an article tells of is no source; in a short text, or with a name, it is", () => {
  const told1 = (text: string, place: string) =>
    relate(input({ document: { text }, reading: reading(text, [told(text, text, { place })]), reportedIds: ["told"] })).map(brief);
  const short = "The rumour spread on a local blog.";
  const long = `${short} ${"The mill is open and nobody was hurt there. ".repeat(12)}`;
  assert.deepEqual(told1(long, "a local blog"), []);
  assert.deepEqual(told1(long, "the Mill Forum"), ["own attribution told stated"]);
  assert.deepEqual(told1(short, "a local blog"), ["own attribution told stated"]);
});

test("what others posted is a source of an article where a likely one is named beside it, or its words are given", () => {
  const told1 = (text: string, words: string, more: object = {}) =>
    relate(
      input({
        document: { text },
        reading: reading(text, [told(text, words, { platform: null, ...more })]),
        reportedIds: ["told"],
      }),
    ).map(brief);
  const passing = "A student claimed it on a page about the school.";
  const credited = "According to the Daily Courier, a student claimed that the mill is closed.";
  const rest = "The mill is open and nobody was hurt there. ".repeat(12);
  const edge = ["own attribution told stated"];
  assert.deepEqual(told1(`${passing} ${rest}`, passing), []);
  assert.deepEqual(told1(`${credited} ${rest}`, credited), edge);
  assert.deepEqual(told1(`${credited} ${rest}`, credited, { platform: "facebook" }), [], "a platform alone");
  assert.deepEqual(told1(`${passing} ${rest}`, passing, { quote: { text: "it", start: 18, end: 20 } }), edge);
  assert.deepEqual(told1(passing, passing), edge, "a short text is left to rules");
});
