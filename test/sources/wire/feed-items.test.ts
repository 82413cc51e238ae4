/** Items of feeds, format by format. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFeed } from "../../../workers/sources/adapters/feed.ts";

const URL_ = "https://paper.example/feeds/all.xml";
const read = (text: string) =>
  readFeed({ request: { url: URL_, expects: "feed" }, url: URL_, contentType: null, headers: {}, text, at: 0 }, "article");
const rss = (item: string, more = "") =>
  `<rss version="2.0" ${more}><channel><title>Paper</title><language>en_GB</language>${item}</channel></rss>`;
const first = (text: string) => {
  const [document] = read(text).documents;
  assert.ok(document, JSON.stringify(read(text)));
  return document;
};
const LONG = "The mayor said that the bridge would stay open. ".repeat(20);

test("RSS 2.0 with its modules", () => {
  const item = `<item><title>Bridge &amp; road</title><link> /2026/bridge </link><guid>tag:1</guid><author>desk@paper.example (Ada Byline)</author>
    <pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><description>Short</description><enclosure url="https://paper.example/a.mp3" length="1" type="audio/mpeg"/>
    <content:encoded><![CDATA[<p>${LONG}<a href="/note">the note</a></p><script>x()</script><ul><li>one<li>two</ul>]]></content:encoded></item>`;
  const found = read(rss(item));
  const [document] = found.documents;
  assert.equal(document?.title, "Bridge & road");
  assert.equal(document?.url, "https://paper.example/2026/bridge");
  assert.deepEqual(document?.author, { name: "Ada Byline" });
  assert.equal(document?.publishedAt, "2026-03-04T10:00:00Z");
  assert.equal(document?.basis, "feed");
  assert.equal(document?.lang, "en-GB");
  assert.equal(document?.text, `${LONG}the note (https://paper.example/note)\n\none\ntwo`);
  assert.deepEqual(found.links, [], "the whole text is there");
});

test("a teaser is a document, and its page is to be visited; an item with an address alone is only that", () => {
  const found = read(
    rss(
      "<item><title>A</title><link>https://paper.example/a</link><description>It begins […]</description></item><item><link>https://paper.example/b</link></item><item/>",
    ),
  );
  assert.equal(found.documents.length, 1);
  assert.deepEqual(found.links, ["https://paper.example/a", "https://paper.example/b"]);
  assert.equal(found.skipped.length, 1);
});

test("of two items with one address the first is taken, and the other is told if its text differs", () => {
  const item = (title: string, text: string, link = "https://paper.example/live") =>
    `<item><title>${title}</title><link>${link}</link><description>${text}</description></item>`;
  const found = read(
    rss(item("Noon", "At noon") + item("Eleven", "At eleven", "https://paper.example/live?utm_source=rss") + item("Noon", "At noon")),
  );
  assert.deepEqual(
    found.documents.map(({ title }) => title),
    ["Noon"],
  );
  assert.deepEqual(found.skipped, [{ item: "Eleven", why: "has the address of an item before it" }]);
});

test("who published it first, and the agency that it is credited to", () => {
  const item = (inner: string, link = "https://paper.example/1") => first(rss(`<item><title>A</title><link>${link}</link>${inner}</item>`));
  assert.deepEqual(item('<source url="https://other.example/rss">The Other</source>').origin, {
    name: "The Other",
    url: "https://other.example/rss",
  });
  assert.deepEqual(item('<source url="https://other.example">  </source>').origin, {
    name: "other.example",
    url: "https://other.example/",
  });
  assert.equal(item('<source url="https://paper.example/rss">Own</source>').origin, undefined, "its own feed is no other source");
  assert.deepEqual(item("<source>By name</source>").origin, { name: "By name" });
  assert.equal(item("<dc:creator>Jo Doe, Associated Press</dc:creator>").wireCredit, "AP");
  assert.equal(item("<description>LONDON (Reuters) - The bridge is open.</description>").wireCredit, "Reuters");
  assert.equal(item('<source url="https://www.reuters.com">Reuters</source>').wireCredit, "Reuters");
  assert.equal(first(rss("<item><title>Bridge opens (AP)</title></item>")).wireCredit, "AP");
  assert.equal(item("<description>An app for people.</description>").wireCredit, undefined);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="https://paper.example/1"/><source><title>The Other</title><link href="https://other.example/"/><author><name>Ada</name></author></source></entry></feed>`;
  assert.deepEqual(first(atom).origin, { name: "The Other", url: "https://other.example/" });
  assert.equal(first(atom).author?.name, "Ada");
});

test("words and time of another site's page are that page's, whatever a feed says of it, unless an admin names the site", () => {
  const item = (link: string) => `<item><title>A</title><description>${LONG}</description><link>${link}</link></item>`;
  const links = [
    "https://gazette.example/1",
    "https://x.com/ann/status/1909302532306092107",
    "https://www.google.com/url?url=https://a.example/1",
  ];
  const found = read(rss([...links, "https://www.paper.example/1"].map(item).join("")));
  assert.deepEqual(
    found.documents.map(({ url }) => url),
    ["https://www.paper.example/1"],
  );
  assert.deepEqual(found.links.slice(0, 3), links);
  const named = readFeed(
    {
      request: { url: URL_, expects: "feed" },
      url: URL_,
      contentType: null,
      headers: {},
      text: rss(item("https://m.gazette.example/1")),
      at: 0,
    },
    "article",
    "https://gazette.example/",
  );
  assert.equal(named.documents.length, 1);
});

test("what an item is filed under", () => {
  const item = (inner: string) => first(rss(`<item><title>A</title><link>https://paper.example/1</link>${inner}</item>`)).categories;
  assert.deepEqual(item("<category>Opinion</category><category domain='x'><![CDATA[ Roads &amp; bridges ]]></category><category/>"), [
    "Opinion",
    "Roads & bridges",
  ]);
  assert.deepEqual(item('<dc:subject xmlns:dc="http://purl.org/dc/elements/1.1/">Town</dc:subject><category>Town</category>'), ["Town"]);
  assert.equal(item(""), undefined);
  assert.equal(item(Array.from({ length: 50 }, (_, n) => `<category>${n}</category>`).join(""))?.length, 20);
  const entry = '<entry><title>A</title><id>tag:a,1</id><category term="op" label="Opinion"/><category term="town"/></entry>';
  assert.deepEqual(first(`<feed xmlns="http://www.w3.org/2005/Atom">${entry}</feed>`).categories, ["Opinion", "town"]);
  const json = { version: "https://jsonfeed.org/version/1.1", items: [{ id: "1", title: "A", tags: ["Opinion", null, {}, ""] }] };
  assert.deepEqual(first(JSON.stringify(json)).categories, ["Opinion"]);
});

test("Atom: kinds of text, bases, times and links", () => {
  const feed = (entry: string) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/blog/" xml:lang="de"><author><name>Ada</name></author><entry>${entry}</entry></feed>`;
  const one = first(
    feed(`<title type="html">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; plain one</title><link rel="self" href="self.xml"/><link rel="enclosure" href="a.mp3"/><link href="one.html"/>
      <id>tag:paper.example,2026:1</id><published>2026-03-04T10:00:00Z</published><updated>2026-03-05T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erst</p><p>dann <a href="../x">dies</a></p></div></content>`),
  );
  assert.equal(one.title, "A bold & plain one");
  assert.equal(one.url, "https://paper.example/blog/one.html");
  assert.equal(one.text, "Erst\n\ndann dies (https://paper.example/x)");
  assert.equal(one.lang, "de");
  assert.equal(one.author?.name, "Ada");
  assert.equal(one.publishedAt, "2026-03-04T10:00:00Z");
  assert.equal(
    first(feed("<title>1 &lt; 2 &lt;b&gt;</title><updated>2026-03-05T10:00:00Z</updated>")).title,
    "1 < 2 <b>",
    "type text is as it stands",
  );
  assert.equal(
    first(feed("<title>A</title><updated>2026-03-05T10:00:00Z</updated>")).publishedAt,
    "../2026-03-05T10:00:00Z",
    "there by then",
  );
  assert.equal(first(feed("<title>A</title><content type='text/html' mode='base64'>PHA+SGk8L3A+</content>")).text, "Hi");
});

test("RSS 1.0 and 0.9x, JSON Feed, and RSS with Atom in it", () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://paper.example/"><title>Paper</title></channel>
    <item rdf:about="https://paper.example/1"><title>One</title><dc:date>2026-03-04T11:00+01:00</dc:date><dc:creator>Ada</dc:creator></item></rdf:RDF>`;
  assert.equal(first(rdf).url, "https://paper.example/1");
  assert.equal(first(rdf).author?.name, "Ada");
  assert.equal(
    first('<rss version="0.91"><channel><item><title>Old</title><link>https://paper.example/o</link></item></channel></rss>').title,
    "Old",
  );
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    language: "en",
    items: [
      {
        id: 12345678901234567890n.toString(),
        url: "/j",
        title: "A &amp; B",
        content_html: "<p>One</p>",
        date_published: "2026-03-04T10:00:00Z",
        authors: [{ name: "Ada" }, { name: "Bo" }],
      },
    ],
  });
  assert.deepEqual(first(json), {
    kind: "article",
    url: "https://paper.example/j",
    author: { name: "Ada, Bo" },
    title: "A & B",
    text: "One",
    lang: "en",
    publishedAt: "2026-03-04T10:00:00Z",
    basis: "feed",
    partial: true,
  });
  const about = { id: "7", content_text: "Look at this", external_url: "https://elsewhere.example/story" };
  const linked = first(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items: [about] }));
  assert.deepEqual(
    [linked.url, linked.text],
    [undefined, "Look at this\n\nhttps://elsewhere.example/story"],
    "what an item is about is not the item",
  );
  const mixed = rss(
    '<atom:link href="https://paper.example/feed" rel="self"/><item><title>M</title><atom:link href="https://paper.example/m"/><media:title>Not this</media:title></item>',
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"',
  );
  assert.equal(first(mixed).url, "https://paper.example/m");
  assert.equal(first(mixed).title, "M");
});

test("items without an address are known by the feed's own ids; those of two feeds are two", () => {
  const text = rss('<item><title>A</title><guid isPermaLink="false">7</guid></item>');
  const other = readFeed(
    { request: { url: "https://other.example/rss", expects: "feed" }, url: URL_, contentType: null, headers: {}, text, at: 0 },
    "article",
  );
  assert.ok(first(text).ref);
  assert.notEqual(first(text).ref, other.documents[0]?.ref);
  assert.equal(first(text.replace("<title>A", "<title>B")).ref, first(text).ref);
});

test("what came instead of a feed is told", () => {
  const why = (text: string) => read(text).skipped.map((one) => one.why);
  assert.match(
    why('<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>')[0] ?? "",
    /^is a sitemap and no feed/,
  );
  assert.match(why("<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>")[0] ?? "", /^is a sitemap/);
  assert.match(why("<!doctype html><html><body><h1>News</h1></body></html>")[0] ?? "", /^is a web page and no feed/);
  assert.deepEqual([why("https://a.example/1"), why(" ")], [["is no feed"], ["is empty"]]);
});

test("what is broken in an item stays in it", () => {
  const good = (n: number) => `<item><title>Good ${n}</title><link>https://paper.example/${n}</link></item>`;
  for (const broken of [
    "<item><title><![CDATA[open</title></item>",
    '<item><title>Quote</title><link href="https://paper.example/q></item>',
    "<item><title>No end of title<link>https://paper.example/x</link></item>",
    "<item><title>No end</title>",
    "<item><title>Wrong</titel></item>",
    "<item><title>Comment <!-- open</title></item>",
    "<item><title>A</b></i></title></item>",
    `<item>${"<b>".repeat(500)}</item>`,
  ]) {
    const titles = read(rss(good(1) + broken + good(2) + good(3))).documents.map((document) => document.title);
    for (const n of [1, 2, 3]) assert.ok(titles.includes(`Good ${n}`), `${broken.slice(0, 60)} -> ${titles}`);
  }
  assert.deepEqual(
    read(
      rss(`<!-- ${good(1)} -->${good(2)}<item><title>About RSS</title><description><![CDATA[Write ${good(9)} so]]></description></item>`),
    ).documents.map((d) => d.title),
    ["Good 2", "About RSS"],
    "in comments and CDATA there are no items",
  );
});

test("no DTD: what it declares is not content, and its entities stay words", () => {
  const dtd =
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "<item><title>evil</title></item>"><!ENTITY z "&y;&y;">]>';
  const { documents } = read(`<?xml version="1.0"?>${dtd}${rss("<item><title>A &x; &nbsp;&eacute;&#8217; &z;</title></item>")}`);
  assert.deepEqual(
    documents.map((d) => d.title),
    ["A &x; é’ &z;"],
  );
});
