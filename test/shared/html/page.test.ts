import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { signedAs } from "../../../shared/html/metadata.ts";
import { type PageInput, pageOf } from "../../../shared/html/page.ts";
import { Reading } from "../../../shared/model/reading.ts";
import { parseTime } from "../../../shared/model/time.ts";

const NOTHING: PageInput = { kind: "article", url: null, title: null, text: null, html: null, lang: null, publishedAt: null, author: null };
const read = (html: string, more: Partial<PageInput> = {}) =>
  pageOf({ ...NOTHING, url: "https://news.example.co.uk/2025/port", html, ...more });

const P1 =
  "The harbour authority of Westmere said on Tuesday that no ship had been turned away, after a message about a closed port was shared.";
const P2 =
  "There was never such an order, a spokesperson told this newspaper, and the port was open all week to ships of every size and flag.";
const P3 =
  "The message first appeared in a chat group of lorry drivers, carried an old logo, and gave a telephone number that does not exist.";
const LD = {
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "Example News" },
    {
      "@type": ["NewsArticle", "Article"],
      headline: "Port was open",
      datePublished: "2025-04-08T09:30:00+01:00",
      dateModified: "2025-04-08T11:00:00Z",
      author: [
        { "@type": "Person", name: "A. Writer" },
        { "@type": "Person", name: "B. Reporter" },
      ],
      publisher: { "@type": "Organization", name: "Example News" },
    },
  ],
};
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head><title>Port was open | Example News</title>${head}</head><body>${body}</body></html>`;
const ARTICLE = `<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Port was open</h1><p>${P1}</p>
<p>There was never such an order, a   spokesperson
told <a href="/about?utm_source=x">this <b>newspaper</b></a>, and the port was open all week to ships of every size and flag.</p>
<p>${P3} <a href="https://other.example/log">The log</a>, <a href="javascript:alert(1)">no link</a>, <a href="#top">top</a>.</p></article>
<footer>© Example</footer>`;

test("an article page yields text, metadata, times and links", () => {
  const canonical = `<link rel="canonical" href="https://www.example.co.uk/port?utm_medium=a"><meta property="og:site_name" content="Example News">`;
  const found = read(page(`${canonical}<script type="application/ld+json">//<![CDATA[\n${JSON.stringify(LD)}\n//]]></script>`, ARTICLE));
  assert.equal(found.title, "Port was open");
  assert.equal(found.author, "A. Writer, B. Reporter");
  assert.equal(found.site, "Example News");
  assert.equal(found.lang, "en");
  assert.equal(found.canonicalUrl, "https://www.example.co.uk/port");
  assert.deepEqual(
    [found.publishedAt?.value, found.publishedAt?.basis, found.publishedAt?.precision],
    ["2025-04-08T09:30:00+01:00", "jsonld", "second"],
  );
  assert.equal(found.publishedAt?.earliest, Date.parse("2025-04-08T08:30:00Z"));
  assert.equal(found.modifiedAt?.value, "2025-04-08T11:00:00Z");
  const paragraphs = found.text.split("\n\n");
  assert.deepEqual(paragraphs, [P1, P2, `${P3} The log, no link, top.`]);
  assert.deepEqual(
    found.links.map(({ url, text }) => [url, text]),
    [
      ["https://news.example.co.uk/about", "this newspaper"],
      ["https://other.example/log", "The log"],
    ],
  );
  for (const link of found.links) assert.equal(found.text.slice(link.start ?? -1).startsWith(link.text), true);
});

test("given fields win over found ones", () => {
  const time = parseTime("2025-04-07", "human");
  const given = { title: "Given", author: "Given Author", lang: "fr-CA", publishedAt: time, site: "Given Site" };
  const found = read(page(`<script type="application/ld+json">${JSON.stringify(LD)}</script>`, ARTICLE), given);
  assert.deepEqual(
    [found.title, found.author, found.lang, found.publishedAt, found.site],
    ["Given", "Given Author", "fr", time, "Given Site"],
  );
});

test("a page that states the time that was given for it, or a more exact one, is the evidence of it", () => {
  const stated = page(`<meta property="article:published_time" content="2025-04-08T06:10:00Z">`, ARTICLE);
  for (const [given, basis, value] of [
    ["2025-04-08T06:10:00Z", "meta", "2025-04-08T06:10:00Z"],
    ["2025-04-08", "meta", "2025-04-08T06:10:00Z"],
    ["2025-04-08T06:11:00Z", "human", "2025-04-08T06:11:00Z"],
    ["2025-04-09", "human", "2025-04-09"],
  ] as const) {
    const { publishedAt } = read(stated, { publishedAt: parseTime(given, "human") });
    assert.deepEqual([publishedAt?.basis, publishedAt?.value], [basis, value], given);
  }
});

test("a canonical address on another domain, or at the home page, is not believed", () => {
  for (const href of [
    "https://evil.example.org/port",
    "https://other.co.uk/port",
    "https://news.example.co.uk/",
    "javascript:1",
    "not a url:",
  ]) {
    const found = read(page(`<link rel="canonical" href="${href}">`, ARTICLE));
    assert.ok(found.canonicalUrl?.startsWith("https://news.example.co.uk/") && found.canonicalUrl !== "https://news.example.co.uk/", href);
  }
});

test("a canonical address on another site is where its original stands", () => {
  const original = (href: string) => read(page(`<link rel="canonical" href="${href}">`, ARTICLE)).original;
  assert.equal(original("https://gazette.example.org/port?utm_source=a"), "https://gazette.example.org/port");
  for (const none of ["https://gazette.example.org/", "https://www.example.co.uk/port", "javascript:1", ""])
    assert.equal(original(none), null, none);
});

test("the body comes from JSON-LD or the description where the page shows none", () => {
  const ld = { ...LD["@graph"][1], articleBody: `${P1}\n${P2}\n${P3}` };
  const empty = `<div id="app"></div>`;
  assert.equal(read(page(`<script type="application/ld+json">${JSON.stringify([[ld]])}</script>`, empty)).text, [P1, P2, P3].join("\n\n"));
  assert.equal(read(page(`<meta name="description" content="${P1}">`, empty)).text, P1);
});

test("what a page's own words tell of an agency", () => {
  const credit = (lead: string, author: string | null = null) =>
    read(page("", `<article><p>${lead}${P1}</p><p>${P2}</p><p>${P3}</p></article>`), { author }).wireCredit;
  assert.equal(credit("WESTMERE (AP) — "), "AP");
  assert.equal(credit("LONDON, April 8 (Reuters) - "), "Reuters");
  assert.equal(credit("Westmere (dpa) - "), "dpa");
  assert.equal(credit("", "Associated Press"), "AP");
  assert.equal(credit("The ship (Reuters Bay) was "), null);
  assert.equal(credit("SELM (Coast Wire) — "), "Coast Wire");
  assert.equal(credit("", "Ruta Holm and Northern News Agency"), "Northern News Agency");
  assert.equal(credit("MADRID, 3 de marzo (Europa Press) - "), "Europa Press");
  assert.equal(credit("BERN (Alpine Nachrichten) – "), "Alpine Nachrichten");
  assert.equal(credit("", "La rédaction avec Agence Rivière"), "Agence Rivière");
  for (const place of ["PARIS (France) — ", "NEWCASTLE (South Africa) — ", "ATLANTA (May 5) — "]) assert.equal(credit(place), null, place);
  for (const none of ["Barbed Wire Mayor", "Wire Fox", "Ann Wireman"]) assert.equal(credit("", none), null, none);
  assert.equal(credit(""), null);
});

test("scripts, hidden parts and comments are no text; line breaks, list items and adjacent links stay apart", () => {
  const body = `<article><p>${P1}<script>bad()</script><!-- hidden --></p><p hidden>secret</p><ul><li>One item of the list, with words.</li><li>Another item of the list.</li></ul><p>First line of it,<br>second line of it, which is longer.</p><p>${P2} <a href="/a">Ada Roe</a><a href="/b">Ida Holm</a><a href="/c">, both of</a><a href="/d"> Salby</a>, met <a href="/e">北京</a><a href="/f">大学</a>.</p><p>${P3}</p></article>`;
  const { text } = read(page("", body));
  assert.ok(text.includes("Ada Roe Ida Holm, both of Salby, met 北京大学."));
  for (const gone of ["bad()", "hidden", "secret"]) assert.ok(!text.includes(gone), gone);
  assert.ok(text.includes("One item of the list, with words.\n\nAnother item of the list."));
  assert.ok(text.includes("First line of it,\nsecond line of it, which is longer."));
});

test("the article in JSON-LD goes before a video in it and a reader's review, and has all its authors", () => {
  const article = { "@type": "NewsArticle", datePublished: "2025-04-08T10:00:00Z", author: { name: ["<b>Ada Roe</b>", "Ida Holm"] } };
  const others = [
    { "@type": "VideoObject", author: { name: "Film Maker" }, uploadDate: "2024-01-01" },
    { "@type": "Review", author: { name: "A Reader" }, datePublished: "2020-01-01" },
  ];
  const found = read(page(`<script type="application/ld+json">${JSON.stringify([...others, article])}</script>`, ARTICLE));
  assert.deepEqual([found.author, found.publishedAt?.value], ["Ada Roe, Ida Holm", "2025-04-08T10:00:00Z"]);
});

test("broken JSON-LD and odd types are passed over", () => {
  const scripts = [
    "{",
    "null",
    "[]",
    '{"@type":"NewsArticle","datePublished":{},"author":[null,3,{"name":["x"]}],"headline":[]}',
    '{"@graph":"x"}',
    '{"@type":7}',
  ];
  const found = read(page(scripts.map((s) => `<script type="application/ld+json">${s}</script>`).join(""), ARTICLE));
  assert.equal(found.text.startsWith(P1), true);
  assert.equal(found.publishedAt, null);
});

test("hostile pages are read as far as they go, without an error", () => {
  const pages = [
    "<div>".repeat(100_000) + P1,
    "<b>".repeat(3_000) + P1,
    "<".repeat(50_000),
    `<script>${"<script>".repeat(5_000)}`,
    `<!--${"<!--".repeat(5_000)}`,
    `<a ${'data-x="'.repeat(5_000)}`,
    "<html>".repeat(2_000),
    "\0\ud800",
    "<svg><style><p>x",
    `<p>${"&#0;&#xd800;&#1114112;"}</p>`,
    "<base href='http://['><a href='http://['>x</a>",
    ...["headline", "author", "articleBody", "datePublished", "@id", "inLanguage"].flatMap((key) =>
      [
        ["[", "]"],
        ['{"name":', "}"],
        ['{"@id":[', "]}"],
      ].map(
        ([open = "", close = ""]) =>
          `<script type="application/ld+json">{"@type":"Article","${key}":${open.repeat(50_000)}""${close.repeat(50_000)}}</script>${P1}`,
      ),
    ),
  ];
  for (const html of pages) {
    const found = read(html);
    assert.ok(Reading.shape.document.safeParse(found).success);
    assert.ok(found.text.isWellFormed() && !found.text.includes("\0"), JSON.stringify(html.slice(0, 20)));
  }
  assert.ok(read(pages[0] as string).text.includes(P1), "too deep a page still gives its words");
});

test("a run of one construct takes time by its length", () => {
  const runs = [
    ...[
      "<",
      "< ",
      "a<br>",
      "</",
      "<blockquote>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "<div class='sr-only'>a",
      "<ul><li><a href='/a'>aaaaaaaaaaaa</a>",
    ],
    ..."<p><a href='https://a.example/b'>a b c d</a></p>|<p>More: a b c</p>|<div class='author-box'>a|<article><h1>a</h1>".split("|"),
  ];
  for (const run of runs)
    for (const html of [run.repeat(700_000 / run.length), `<p>${P1}</p>${run.repeat(700_000 / run.length)}`]) {
      const before = process.cpuUsage();
      read(html);
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 1_000_000, `${JSON.stringify(run)}: ${Math.round((user + system) / 1000)} ms`);
    }
});

test("any string is read without an error, as HTML and as text of every kind", () => {
  const pieces = fc.constantFrom(
    "<p>",
    "</p>",
    "<a href=",
    "'x'>",
    "<time>",
    "2025-04-08",
    "By A",
    "\n",
    "<!--",
    "-->",
    "<script>",
    "{}",
    "周一",
    "\u202e",
    "\u200d",
    "http://a.b/",
    "&amp;",
    "<table>",
    "word ",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }),
      fc.constantFrom("article", "post", "fact_check", "other"),
      (parts, kind) => {
        const joined = parts.join("");
        for (const found of [read(joined, { kind }), pageOf({ ...NOTHING, kind, text: joined })]) {
          assert.ok(Reading.shape.document.safeParse(found).success);
          for (const link of found.links) assert.ok(link.start === null || (link.start >= 0 && link.start < found.text.length));
        }
      },
    ),
  );
});

test("a post's HTML is its text with marks, all of it kept", () => {
  const html = `<p>It is <b>not</b> true. <a href="https://other.example/log">See</a></p><p>By me<br>3 comments</p>`;
  const found = read(html, { kind: "post" });
  assert.equal(found.text, "It is not true. See\n\nBy me\n3 comments");
  assert.deepEqual(found.links, [{ url: "https://other.example/log", text: "See", start: 16 }]);
  assert.equal(found.title, null);
  const bare = read(`<p>They say it: https://other.example/a</p><p><a href="https://other.example/long">https://other.exam…</a></p>`, {
    kind: "post",
  });
  assert.deepEqual(
    bare.links.map(({ url }) => url),
    ["https://other.example/long", "https://other.example/a"],
    "an address without a link is one, as in a post that is sent as text",
  );
});

test("addresses in plain text are links with their place", () => {
  const text = "See https://example.org/a?utm_source=x, and (http://example.com/b).";
  const found = pageOf({ ...NOTHING, kind: "post", text });
  assert.deepEqual(
    found.links.map(({ url, start }) => [url, start]),
    [
      ["https://example.org/a", 4],
      ["http://example.com/b", text.indexOf("http://example.com")],
    ],
  );
});

test("a byline that only says that a newsroom wrote a page names nobody", () => {
  for (const desk of [
    "Redacción",
    "La rédaction",
    "Redaktion",
    "Redazione",
    "Da redação",
    "编辑部",
    "Newsroom",
    "Editorial staff",
    "Staff and agencies",
    "Alder Today reporters",
    "La dirección",
  ])
    assert.equal(signedAs(desk), null, desk);
  for (const name of ["Rosa Redondo", "Redaktion Kinderfunk Alder", "贺晓岚", "The Newsroom Gazette"]) assert.equal(signedAs(name), name);
});

test("of the page of a post only the post is read: replies below it are by others", () => {
  const told = "The bridge in Exampleton was closed because its bolts are made of plastic, see https://paper.example/bolts";
  const feed = `<div><nav><a href="/explore">Explore</a></nav><h1>Mastodon</h1><article><div><p>The bridge in Exampleton was closed because its <b>bolts</b> are made of plastic, see <a href="https://paper.example/bolts">paper.example/bolts</a></p></div><div>3 boosts</div></article><article><p>@bob who says so? <a href="https://other.example/">here</a></p></article></div>`;
  const post = (about: string, body = feed) =>
    read(
      `<html lang=en><head><title>Bob on Mastodon</title><meta property="og:description" content="${about}"></head><body>${body}</body></html>`,
      {
        kind: "post",
        url: "https://mastodon.example/@bob/114289563174092399",
      },
    );
  const { text, links } = post(told);
  assert.equal(text, told);
  assert.deepEqual(
    links.map(({ url }) => url),
    ["https://paper.example/bolts"],
  );
  assert.match(post(`${told.slice(0, 70)}…`).text, /made of p?.*…$/, "a cut statement is a part of the post");
  // What a page says of its site is not what somebody wrote.
  assert.match(post("The place where everybody writes what happens").text, /bolts are made of plastic/);
  assert.match(
    read(`<html><body>${feed}</body></html>`, { kind: "post", url: "https://forum.example/t/7" }).text,
    /who says so/,
    "a page of no known platform",
  );
});

test("of a post that its page quotes in the title only, those words are read, though scripts made the page", () => {
  const said = 'They say: "The crane of Kivik fell", and its bolts are made of plastic.';
  const shown = `<div id="react-root"><nav><a href="/home">Home</a></nav><article><span>Ann Grey</span><span>@ann</span><div>${said}</div></article><article><div>That is not true at all, said Nils Holm of the port.</div></article><aside>Trending: Kivik wins the cup</aside></div>`;
  const post = (title: string, about = "") =>
    read(`<html lang=en><head><title>${title}</title>${about}</head><body>${shown}</body></html>`, {
      kind: "post",
      url: "https://x.com/ann/status/1908945672071454545",
    }).text;
  assert.equal(post(`(3) Ann Grey on X: "${said}" / X`), said);
  assert.equal(post(`Ann Grey auf X: „${said}“ / X`), said);
  assert.equal(post(`Ann on Instagram: “${said}”`, '<meta property="og:description" content="12 likes, 3 comments">'), said);
  assert.equal(post('Ann Grey on X: "Something else that this page does not show" / X'), "");
});

test("nobody who comments on a page, and no label of its forms, is its author", () => {
  const words = `<h1>The quay was open</h1><p>${"The harbour of Westmere said that no ship had been turned away. ".repeat(5)}</p>`;
  const comments = [
    `<div class="comments"><div class="comment"><div class="comment-author">Clara</div><p>How do you know?</p></div></div>`,
    `<ol class="commentlist"><li class="comment"><cite class="fn">Clara</cite> <span class="says">says</span><p>How do you know?</p></li></ol>`,
    `<div id="respond" class="comment-respond"><form><p class="comment-form-author"><label>Name *</label><input name="author"></p></form></div>`,
    `<section id="comments"><div class="author">Clara</div><p>How do you know?</p></section>`,
    `<form class="letters"><span class="author">Your name</span></form>`,
  ];
  const page = (body: string) => read(`<html lang="en"><body>${body}</body></html>`);
  for (const comment of comments) {
    assert.equal(page(`<article>${words}</article>${comment}`).author, null, comment);
    assert.equal(page(`<article><p class="byline">By Ada Roe</p>${words}</article>${comment}`).author, "Ada Roe", comment);
  }
});

test("of what pages state as their author only a name is kept", () => {
  const author = (said: string) =>
    read(`<html lang="en"><head><meta name="author" content="${said}"></head><body><p>${"Words. ".repeat(90)}</p></body></html>`).author;
  for (const said of [
    "/adaroe",
    "https://paper.example/ada",
    "publisher",
    "By",
    "NEWSROOM -",
    "Ada Roe writes about ships and quays. She lives in Westmere.",
  ])
    assert.equal(author(said), null, said);
  assert.equal(author("Ada Roe https://paper.example Correspondent in Westmere"), "Ada Roe");
  assert.equal(author("Acme d.o.o. - www.acme.example"), "Acme d.o.o.");
  for (const name of ["Ada Roe Jr.", "Ada Roe, Ida Holm", "Le Monde with AFP"]) assert.equal(author(name), name);
});
