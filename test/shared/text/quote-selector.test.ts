import assert from "node:assert/strict";
import { test } from "node:test";
import { printed, quoteOf } from "../../../shared/text/quote-selector.ts";

/** What of a text is printed where the part in brackets is quoted. */
function printedOf(marked: string): string {
  const [before = "", exact = ""] = marked.split(/[[\]]/);
  return printed(quoteOf(marked.replace(/[[\]]/g, ""), before.length, before.length + exact.length));
}

test("a quoted part of a sentence shows where words were left out", () => {
  assert.equal(printedOf("They deny that [the mill is closed]."), "… the mill is closed");
  assert.equal(printedOf("[The mill is closed], a blog says."), "The mill is closed …");
  assert.equal(printedOf("He no longer says [the mill is closed] for good."), "… the mill is closed …");
  assert.equal(printedOf("据称[磨坊已经关闭]，消息人士说。"), "… 磨坊已经关闭 …");
});

test("whole sentences, and words that the text itself quotes, are printed as they are", () => {
  const whole = [
    "[The mill is closed]",
    "[The mill is closed.] So what?",
    "What? [The mill is closed.]",
    "Closed at last: [the mill is closed].",
  ];
  const own = ["He said “[the mill is closed]” again.", "« [le moulin est fermé] », dit-il.", "A line\n[The mill is closed]\nand more"];
  for (const text of [...whole, ...own, "有人说：[磨坊已经关闭]。"]) assert.equal(printedOf(text), text.split(/[[\]]/)[1], text);
});
