import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTree } from "../../../shared/html/tree.ts";
import { pathOf } from "../../../workers/sources/wire/css-path.ts";
import { assertCheap } from "../../cpu.ts";

const page = parseTree(`<html><body><nav><a id=home href="/">H</a></nav><main id=news class="list wide">
  <ul><li class=row><a class="title big" href="/a/1">1</a><i>x</i></li><li class="row old"><a href="/b/2" rel="nofollow me">2</a></li></ul>
  <h2>H2</h2><p>P1</p><p><a href="/a/3.pdf">3</a></p></main></body></html>`);
const found = (path: string) => {
  const fits = pathOf(path);
  assert.ok(fits, path);
  return page
    .getElementsByTagName("*")
    .filter(fits)
    .map((e) => e.getAttribute("href") ?? e.localName)
    .join(" ");
};

test("names, ids, classes, attributes, places and steps find what a browser finds", () => {
  for (const [path, expected] of [
    ["a", "/ /a/1 /b/2 /a/3.pdf"],
    ["main a", "/a/1 /b/2 /a/3.pdf"],
    ["main > a", ""],
    ["main>p>a", "/a/3.pdf"],
    ["#news .title", "/a/1"],
    ["main.list.wide li.old a", "/b/2"],
    ["li:first-child a, #home", "/ /a/1"],
    ["li:nth-child(2) > a", "/b/2"],
    ["li > *:last-child", "i /b/2"],
    ['a[href^="/a/"]', "/a/1 /a/3.pdf"],
    ["a[href$=pdf]", "/a/3.pdf"],
    ["a[href*='b/']", "/b/2"],
    ["a[rel~=me]", "/b/2"],
    ["a[rel]", "/b/2"],
    ["h2 + p", "p"],
    ["h2 ~ p a", "/a/3.pdf"],
    ["nav ~ main li + li a", "/b/2"],
  ] as const)
    assert.equal(found(path), expected, path);
});
test("what is no such path is none", () => {
  for (const path of ["", " ", ",", "a,", "a >", "> a", "a:hover", "a::before", "li[", ")", "a:not(b)", "..x", "a#", "1a", "div*", "a[x=]"])
    assert.equal(pathOf(path), null, path);
});
test("a deep page and a path of six steps cost their product", () => {
  const deep = parseTree(`<html><body>${"<div>".repeat(1_100)}${"<p>x</p>".repeat(20_000)}`);
  const fits = pathOf("x div div div ~ p div p") ?? assert.fail();
  assertCheap(() => deep.getElementsByTagName("*").filter(fits), 1_000, "the whole page");
});

test("an element behind any number of others is found, or not, without an error", () => {
  const many = parseTree(`<html><body><h1></h1>${"<i></i>".repeat(39_000)}<b></b></body></html>`).getElementsByTagName("*");
  const ends = (path: string) => pathOf(path)?.(many.at(-1) as (typeof many)[number]);
  assert.deepEqual(["h1 ~ b", "h2 ~ b", "i ~ i ~ b", "h1 ~ i ~ b", "b ~ i ~ b"].map(ends), [true, false, true, true, false]);
});
