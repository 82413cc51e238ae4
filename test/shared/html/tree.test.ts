import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pageOf } from "../../../shared/html/page.ts";
import { parseTree, TreeElement, type TreeNode } from "../../../shared/html/tree.ts";
import { assertCheap } from "../../cpu.ts";

/** Every link of a tree told from both of its ends. */
function holds(node: TreeNode): void {
  const { childNodes } = node;
  assert.equal(node.firstChild, childNodes[0] ?? null);
  assert.equal(node.lastChild, childNodes.at(-1) ?? null);
  childNodes.forEach((child, i) => {
    assert.equal(child.parentNode, node);
    assert.equal(child.previousSibling, childNodes[i - 1] ?? null);
    assert.equal(child.nextSibling, childNodes[i + 1] ?? null);
    holds(child);
  });
}
const html = fc.array(
  fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div class='a b' hidden>",
      "</div>",
      "<br>",
      "<a href='/x?a=1&amp;b=2'>",
      "</a>",
      "<!-- c -->",
      "<ul><li>",
      "</ul>",
    ),
    fc.string({ maxLength: 8 }),
    fc.constantFrom("&lt;", "&amp;copy", "<script>a<b && c</script>", "<table><tr><td>1<td>2", '<img src="a" alt="&quot;">'),
  ),
  { maxLength: 30 },
);

test("what is written of a tree is read as the same tree", () => {
  fc.assert(
    fc.property(html, (parts) => {
      const body = parseTree(`<html><body>${parts.join("")}</body></html>`).body;
      assert.ok(body);
      holds(body);
      const again = parseTree("<html><body></body></html>").body;
      assert.ok(again);
      again.innerHTML = body.innerHTML;
      assert.equal(again.innerHTML, body.innerHTML);
      assert.equal(again.textContent, body.textContent);
    }),
  );
});
test("moving nodes about keeps every link of the tree", () => {
  fc.assert(
    fc.property(html, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("append", "before", "replace", "remove"))), (parts, moves) => {
      const { body } = parseTree(`<html><body><b>1</b><i>2</i>${parts.join("")}</body></html>`);
      assert.ok(body);
      for (const [a, b, how] of moves) {
        const all = body.getElementsByTagName("*");
        const [node, target] = [all[a % all.length], all[b % all.length]];
        if (!node || !target) break;
        let within = false;
        for (let at: TreeNode | null = target; at; at = at.parentNode) within ||= at === node;
        if (within) continue;
        if (how === "remove") node.remove();
        else if (how === "append") target.appendChild(node);
        else if (how === "before") target.parentNode?.insertBefore(node, target);
        else target.parentNode?.replaceChild(node, target);
        holds(body);
      }
    }),
  );
});
test("elements by name in document order, attributes, style, and what a browser adds", () => {
  const document = parseTree(
    '<html><head><title>A &amp; B</title><base href="/b/"></head><p ID=one CLASS="x y" style="color:red; DISPLAY : None">1<p>2</html>',
  );
  assert.equal(document.title, "A & B");
  assert.equal(document.baseURI, "/b/");
  const [one, two] = document.body?.querySelectorAll("p,div") ?? [];
  assert.ok(one && two);
  assert.deepEqual([one.id, one.className, one.style.display, one.style.visibility, two.textContent], ["one", "x y", "none", "", "2"]);
  assert.equal(one.nextElementSibling, two);
  one.setAttributeNode({
    name: "hidden",
    value: "",
    cloneNode: () => one.attributes[0] ?? { name: "", value: "", cloneNode: () => assert.fail() },
  });
  assert.equal(one.hasAttribute("hidden"), true);
  one.removeAttribute("hidden");
  assert.equal(one.getAttribute("hidden"), null);
  assert.equal(one.getAttribute("constructor"), null);
  assert.ok(document.createElement("DIV") instanceof TreeElement);
});
test("a thousand nested elements and fifty thousand flat ones are read and written in time", () => {
  const deep = "<div>".repeat(1_000);
  const flat = "<p>x".repeat(50_000);
  const read = () => {
    for (const text of [deep, flat]) assert.ok((parseTree(`<html><body>${text}`).body?.innerHTML.length ?? 0) > 5_000);
  };
  assertCheap(read, 1_000, "both");
});
test("a text that the parser gives in parts is one node, and a page of nothing but them is read in time", () => {
  assert.equal(parseTree("<html><body>a &lt; b &amp; c < d<!--x-->e").body?.childNodes.length, 3);
  for (const part of ["<", "</", "&"]) {
    const run = part.repeat(300_000 / part.length);
    const read = () =>
      pageOf({
        kind: "article",
        url: null,
        title: null,
        text: null,
        html: `<html><body>${run}`,
        lang: null,
        publishedAt: null,
        author: null,
      });
    assertCheap(read, 700, part);
  }
});
