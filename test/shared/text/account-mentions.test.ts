import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addresseesOf, mentionsIn } from "../../../shared/text/posts/account-mentions.ts";

const brief = (text: string) =>
  mentionsIn(text).map(({ handle, how, words }) => `${how} ${handle}${words ? `: ${text.slice(words.start, words.end)}` : ""}`);

test("whose words a post prints, whom it credits, whom it answers", () => {
  const cases: [string, string[]][] = [
    ["RT @Mill_News: The tower is sold", ["words mill_news: The tower is sold"]],
    ["Awful. MT @mill_news The tower is sold", ["words mill_news: The tower is sold"]],
    ["Told you “@mill_news: The tower is sold” so", ["words mill_news: The tower is sold"]],
    ["#tower\n@mill_news: The tower is sold", ["words mill_news: The tower is sold"]],
    ["转发微博//@张三:真的吗//@李四:水塔卖了", ["words 张三: 真的吗"]],
    ["The tower is sold, via @mill_news.", ["credit mill_news"]],
    ["The tower is sold (h/t @ann.bsky.social)", ["credit ann.bsky.social"]],
    ["Der Turm ist verkauft, Quelle: @bote", ["credit bote"]],
    ["La tour est vendue, selon @gazette", ["credit gazette"]],
    ["La torre está vendida, según @diario", ["credit diario"]],
    ["转自@北京日报 水塔卖了", ["credit 北京日报"]],
    ["回复@王五:不是", ["answer 王五"]],
    ["@ann @bob that is not so", ["answer ann"]],
    [".@ann no", ["answer ann"]],
    ["That is not so! @ann @bob https://example.org/a", ["answer ann"]],
    ["@ann RT @bob: The tower is sold", ["answer ann", "words bob: The tower is sold"]],
    ["@ann@social.example no", ["answer ann@social.example"]],
    ["I met @ann at the tower today", []],
    ["Write to tower@mill.example now", []],
    ["A tower @ the mill, @ noon", []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(brief(text), expected, text);
});

test("whom a post is addressed to: the names at its start and at its end", () => {
  assert.deepEqual([...addresseesOf("@Ann @bob I met @cid there. @dee")].sort(), ["ann", "bob", "dee"]);
});

test("offsets name the account, whatever the text", () => {
  const piece = fc.constantFrom("@ann", "RT ", "//", "“", ":", " ", "回复", "via ", "\ud83d", "\n", "@", "https://a.example/", "x");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const found = mentionsIn(text);
      assert.ok(found.length <= 2);
      for (const { handle, start, end } of found) assert.equal(text.slice(start, end).toLowerCase(), `@${handle}`);
    }),
  );
});

test("hostile texts take under 50 ms", () => {
  for (const part of ["@", "@a", "@a ", "RT @a: ", "//@", "@a.", "@a@a.a", "https://", "转自@", "#a ", "@a-", "via "]) {
    const text = part.repeat(Math.ceil(50_000 / part.length));
    // CPU, and the fastest of some: other tests run beside this one.
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      mentionsIn(text);
      addresseesOf(text);
      return process.cpuUsage(start).user / 1000;
    });
    assert.ok(Math.min(...times) < 50, part);
  }
});
