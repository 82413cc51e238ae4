import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../../shared/html/page.ts";

const read = (body: string, url: string | null = "https://gazette.example/news/quay") =>
  pageOf({
    kind: "article",
    url,
    title: null,
    text: null,
    html: `<!doctype html><html lang="en"><head><title>Quay was open all week</title></head><body><article><h1>Quay was open all week</h1><div class="article-body">${body}</div></article></body></html>`,
    lang: null,
    publishedAt: null,
    author: null,
  }).text.split("\n\n");

const TEXT = [
  "The harbour authority of Westmere said on Tuesday that no ship had been turned away, after a message about a closed quay was shared.",
  "There was never such an order, a spokesperson told this newspaper. “We have never closed the quay, not even in a storm,” she said.",
  "The message first appeared in a chat group of lorry drivers, carried an old logo, and gave a telephone number that does not exist.",
];
/** The article with something between its second and third paragraph. */
const within = (html: string) => `<p>${TEXT[0]}</p><p>${TEXT[1]}</p>${html}<p>${TEXT[2]}</p>`;

test("what leads to other articles of the site is no part of an article", () => {
  for (const html of [
    `<p>[<a href="/o">Ferry timetable changes from Monday</a>]</p>`,
    `<p><strong><a href="https://www.gazette.example/o">Ferry timetable changes from Monday</a></strong></p>`,
    `<p>READ MORE: <a href="/o">Ferry timetable changes</a></p>`,
    `<p>Lire aussi : <a href="/o">Le port reste ouvert</a></p>`,
    `<div><ul><li><a href="/1">Ferry timetable changes</a></li><li><a href="/2">Library reopens at last</a></li><li><a href="/3">Five walks by the lake</a></li></ul></div>`,
    `<figure class="kg-card kg-bookmark-card"><a href="/o"><div>Library reopens</div><div>The doors are open again.</div></a></figure>`,
  ])
    assert.deepEqual(read(within(html)), TEXT, html);
});

test("a notice about cookies is not read in place of a short article", () => {
  const words = "This site uses cookies. If you go on, you agree that we use them. More on how to control them is in our policy. ".repeat(
    5,
  );
  for (const names of ['id="eu-cookie-law"', 'class="cookie-notice"', 'class="cmplz-cookiebanner"', 'class="cookiebot"'])
    assert.deepEqual(
      read(`<p>The quay was open, said the harbour.</p></div></article><div ${names}><p>${words}</p>`),
      ["The quay was open, said the harbour."],
      names,
    );
  // While one is open, some pages carry such a name themselves.
  const page = `<html lang="en"><body class="cookie-notice"><article><h1>Quay</h1>${within("<p>All ships came in that week, says the log.</p>".repeat(200))}</article></body></html>`;
  const input = { kind: "article" as const, url: null, title: null, text: null, lang: null, publishedAt: null, author: null };
  assert.match(pageOf({ ...input, html: page }).text, /The harbour authority of Westmere said/);
});

test("what an article refers to elsewhere is a part of it, and so are sentences that are links", () => {
  for (const [html, words] of [
    [`<p><a href="https://log.example/77">The log of the harbour for that week</a></p>`, "The log of the harbour for that week"],
    [`<p><a href="/log">The log shows forty ships on that day.</a></p>`, "The log shows forty ships on that day."],
    [`<p>The log is <a href="/log">here, with all ships of the week</a></p>`, "The log is here, with all ships of the week"],
  ] as const)
    assert.deepEqual(read(within(html)), [TEXT[0], TEXT[1], words, TEXT[2]], html);
});

test("a sentence shown again in large letters is read once", () => {
  const words = "We have never closed the quay, not even in a storm";
  for (const html of [
    `<p class="pull-quote">${words}</p>`,
    `<blockquote><p>“${words}”</p></blockquote>`,
    `<figure class="wp-block-pullquote"><blockquote><p>${words}</p></blockquote></figure>`,
  ])
    assert.deepEqual(read(within(html)), TEXT, html);
  const other = "“We close it in every storm,” a pilot wrote on Monday";
  assert.deepEqual(read(within(`<blockquote>${other}</blockquote>`)), [TEXT[0], TEXT[1], other, TEXT[2]]);
});

test("words for screen readers, of players, forms and boxes on the author are no part of an article", () => {
  const links = `<p>${TEXT[0]?.replace("Westmere", 'Westmere<span class="visually-hidden">, opens in a new window</span>')}</p><p>${TEXT[1]}</p><p>${TEXT[2]}</p>`;
  assert.deepEqual(read(links), TEXT);
  for (const html of [
    `<span class="sr-only">Advertisement follows</span>`,
    `<div class="author-bio"><h3>About the author</h3><p>Mara Lindqvist writes about harbours, and grew up on the coast.</p></div>`,
    `<p class="vjs-no-js">To view this video please enable JavaScript, and consider upgrading your browser.</p>`,
    `<div class="live-head"><time datetime="2025-04-08T10:12:00Z">10:12</time></div>`,
    `<p>Follow Mara Lindqvist on Twitter</p>`,
  ])
    assert.deepEqual(read(within(html)), TEXT, html);
});

test("marks of direction are no part of names, and a shadow root is read as it is shown", () => {
  const marked = TEXT.map((text) => `<p>\u200f${text.replace("Westmere", "\u2067Westmere\u2069")}\u200e</p>`).join("");
  assert.deepEqual(read(marked), TEXT);
  assert.deepEqual(
    read(`<news-text><template shadowrootmode="open">${TEXT.map((text) => `<p>${text}</p>`).join("")}</template></news-text>`),
    TEXT,
  );
});

test("a day between the headline and the text is no part of an article", () => {
  const paragraphs = TEXT.map((text) => `<p>${text}</p>`).join("");
  const beside = (html: string) => read(`</div>${html}${paragraphs}<div>`);
  for (const time of [
    '<time datetime="2025-04-07T08:00Z">2025-04-07</time>',
    "\n<time>7 April 2025</time>\n<!-- ad -->",
    '<time pubdate="">Monday, 7 April 2025, 10:00</time>',
  ])
    assert.deepEqual(beside(time), TEXT, time);
  // The day in a sentence and the clock of a live blog's entry are.
  assert.match(beside("<p>It was <time>7 April 2025</time>, a Monday, as the log says.</p>")[0] ?? "", /7 April 2025/);
  assert.equal(beside("<time>10:28</time>")[0], "10:28");
});
