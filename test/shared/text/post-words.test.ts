import assert from "node:assert/strict";
import { test } from "node:test";
import { commentsBefore, postWords } from "../../../shared/text/posts/words.ts";

const cases: [post: string, words: string][] = [
  ["@ann @ben The ferry to Orrel was sold twice https://t.co/AbC12", "The ferry to Orrel was sold twice"],
  ["BREAKING: the ferry to #Orrel was sold twice #ferry #news via @ann", "the ferry to Orrel was sold twice"],
  ["#BREAKING The ferry to Orrel was sold twice - @ann_of_orrel", "The ferry to Orrel was sold twice"],
  ["BREAKING UPDATE: the ferry to Orrel was sold twice", "the ferry to Orrel was sold twice"],
  ["MORE: Police confirm the ferry was sold", "Police confirm the ferry was sold"],
  ["CONFIRMED | The ferry was sold twice", "The ferry was sold twice"],
  ["- At least two ferries were sold", "At least two ferries were sold"],
  ["UNCONFIRMED: the ferry was sold twice", "UNCONFIRMED: the ferry was sold twice"],
  ["> The ferry was sold\n\nIt was never sold, and who says so lies", "It was never sold, and who says so lies"],
  ["&gt; The ferry was sold twice\n\nSource?", "The ferry was sold twice\n\nSource?"],
  ["EIL +++", "EIL +++"],
  ["EILMELDUNG: Die Fähre nach Orrel wurde zweimal verkauft 🚢", "Die Fähre nach Orrel wurde zweimal verkauft"],
  ["RT @ann: The ferry to Orrel was sold twice", "The ferry to Orrel was sold twice"],
  ["“@ann: The ferry to Orrel was sold twice https://t.co/AbC12” so sad", "The ferry to Orrel was sold twice"],
  ["I doubt that anybody would buy that wreck RT @ann The ferry was sold", "I doubt that anybody would buy that wreck"],
  ["A good read on the ferry by @ann_of_orrel: who sold it twice", "A good read on the ferry by @ann_of_orrel: who sold it twice"],
  ["@ann_of_orrel", "@ann_of_orrel"],
  ["@ann@boats.example @ben The ferry was sold twice", "The ferry was sold twice"],
  [".@ann_of_orrel sold the ferry twice", ".@ann_of_orrel sold the ferry twice"],
  ["The ferry was sold twice in #Orrel", "The ferry was sold twice in Orrel"],
];

test("the words of a post are as they are written, without what stands around them", () => {
  for (const [post, words] of cases) assert.equal(postWords(post), words);
});
test("the words of words are the same", () => {
  for (const [, words] of cases) assert.equal(postWords(words), words);
});

test("own words before what a post repeats are told from tags and signs of repeating", () => {
  for (const post of ["Not our mill RT @kestrel: The mill is sold", "Who says so @kestrel: The mill is sold"])
    assert.ok(commentsBefore(post), post);
  for (const post of [
    "RT @kestrel: The mill is sold",
    "MT “@kestrel: The mill is sold” sad",
    "#mill @kestrel: sold",
    "@a The mill is sold",
  ])
    assert.ok(!commentsBefore(post), post);
});
