import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../../shared/html/page.ts";
import { unreadable } from "../../../shared/html/unreadable.ts";

const SENTENCE =
  "The harbour authority of Westmere said on Tuesday that no ship had been turned away, after a message about a closed quay was shared.";
const MENU = `<nav><ul>${"Home News World Politics Business Sport Culture Weather"
  .split(" ")
  .map((name) => `<li><a href="/${name}">${name}</a></li>`)
  .join("")}</ul></nav>`;
const TEASER = `<div class="card"><a href="/x"><h3>Ferry timetable changes</h3></a><p>The operator said that the boats leave an hour earlier on weekdays from now on.</p></div>`;
const DATA = `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ article: { body: `<p>${SENTENCE}</p>` } })}</script>`;
const page = (body: string, title = "Quay was open all week | Gazette", head = "") =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const textOf = (html: string) =>
  pageOf({
    kind: "article",
    url: "https://gazette.example/quay",
    title: null,
    text: null,
    html,
    lang: null,
    publishedAt: null,
    author: null,
  }).text;

test("a page whose text a script makes is told, and its menu is no text", () => {
  for (const html of [
    page(`<div id="__next"></div>${DATA}`),
    page(`<div id="__next">${MENU}</div>${DATA}`),
    page(`<div id="__next">${MENU}${TEASER}${TEASER}</div>${DATA}`),
    page(`${MENU}<div id="app"><div class="loader">Loading…</div></div>`),
    page(`<div id="root"></div><script>window.__INITIAL_STATE__ = {}</script>`),
    page(`<script>start();</script>`),
    page(`<div class="reader"><img src="/logo.png"></div><script src="/page.js"></script>`),
  ]) {
    assert.equal(unreadable(html), "its text is made by a script", html);
    assert.equal(textOf(html), "", html);
  }
});

test("a page that shows its text, or states it as data, is read whatever scripts it has", () => {
  const shown = page(`<div id="__next">${MENU}<h1>Port never closed</h1><p>${SENTENCE}</p></div>${DATA}`);
  const stated = page(
    `<div id="root">${MENU}</div>`,
    undefined,
    `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: `${SENTENCE}\n\n${SENTENCE} Again.` })}</script>`,
  );
  for (const html of [shown, stated]) {
    assert.equal(unreadable(html), null);
    assert.ok(textOf(html).includes(SENTENCE) && !textOf(html).includes("World"), textOf(html));
  }
});

test("what a page states as data is read where it shows something else", () => {
  const words = `${SENTENCE}\n\nThere was never such an order, a spokesperson told this newspaper, and all ships came in as planned.`;
  const head = `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody: words })}</script>`;
  assert.equal(textOf(page(`${MENU}<h1>Quay was open</h1>${TEASER.repeat(6)}`, undefined, head)), words);
  const shown = words.replace("Tuesday", "Wednesday").split("\n\n");
  assert.equal(textOf(page(`<article>${shown.map((text) => `<p>${text}</p>`).join("")}</article>`, undefined, head)), shown.join("\n\n"));
});

test("error pages that are sent as pages are told by their title or heading", () => {
  const body = `${MENU}<p>The page you are looking for has been moved. Try one of today's stories instead.</p>${TEASER}`;
  for (const html of [
    page(body, "Page not found | Gazette"),
    page(body, "Gazette - Page not found"),
    page(body, "Error 404: Not found"),
    page(`<h1>404</h1>${body}`, "Gazette"),
    page(`<h1>Sorry, this page could not be found</h1>${body}`, "Gazette"),
    page(body, "Gazette: Seite nicht gefunden"),
    page(body, "Page introuvable – Gazette"),
  ])
    assert.equal(unreadable(html), "says that there is no such page", html);
  for (const title of ["404 people left the quay on foot", "Page not found in harbour book, so quay stays", "Not found: the last ferry"])
    assert.equal(unreadable(page(`<h1>${title}</h1><p>${SENTENCE}</p>`, `${title} | Gazette`)), null, title);
});
