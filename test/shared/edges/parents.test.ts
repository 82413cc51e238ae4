import assert from "node:assert/strict";
import { test } from "node:test";
import { primaryOf, relate } from "../../../shared/edges/relate.ts";
import { parseTime, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { evaluate, inputsFor, type Post, rumourEval } from "../../eval/parents.ts";
import { lacks } from "../../support/evaluation.ts";

const post = (id: string, parent: string | null, author: string, minute: number, text: string): Post => {
  const published = parseTime(`2025-03-01T10:${String(minute).padStart(2, "0")}:00Z`, "platform") ?? UNKNOWN_TIME;
  return { id, parent, author, text, published, lang: "en" };
};
const posts = [
  post("root", null, "mill_news", 0, "Council sold the old water tower for one crown, minutes of the closed session show"),
  post("ask", "root", "ann", 2, "@mill_news who signed that?"),
  post("tell", "ask", "mill_news", 4, "@ann the mayor did, on Tuesday"),
  post("doubt", "ask", "bob", 6, "@ann @mill_news she always signs everything"),
  post("thanks", "tell", "ann", 7, "@mill_news thanks, I had missed Tuesday"),
  post(
    "repeat",
    "root",
    "cid",
    8,
    "Oh no! RT @mill_news: Council sold the old water tower for one crown, minutes of the closed session show",
  ),
  post("late", "doubt", "dee", 9, "@bob @ann @mill_news not the budget, she did not"),
  post("alone", "root", "eve", 10, "What a week."),
];

test("posts without the ids of their parents: the account that they name, and of its posts the one that fits", () => {
  const thread = { platform: "x", posts };
  const found = posts.map((one) => {
    const edges = relate(inputsFor(thread, one));
    const primary = edges[primaryOf(edges)];
    return `${one.id} ${primary ? `${primary.type} ${primary.parentId}` : "-"}`;
  });
  assert.deepEqual(found, [
    "root -",
    "ask reply root",
    "tell reply ask",
    "doubt reply ask",
    "thanks reply tell",
    "repeat quote root",
    "late reply doubt",
    "alone -",
  ]);
});

test("RumourEval dev threads: far more right than the root or the latest earlier post", {
  skip: lacks("data/stance/rumoureval2019"),
}, (t) => {
  const found = evaluate(rumourEval("dev").get("x") ?? []);
  t.diagnostic(JSON.stringify(found));
  assert.ok(found.posts > 500 && found.primary > 0.9 && found.precision > 0.93);
  assert.ok(found.primary > found.root + 0.2 && found.primary > found.latestEarlier + 0.2);
});
