import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { type PageInput, pageOf } from "../../../shared/html/page.ts";
import { evaluation, lacks } from "../../support/evaluation.ts";

const read = (text: string, more: Partial<PageInput> = {}) =>
  pageOf({ kind: "article", url: null, title: null, text, html: null, lang: null, publishedAt: null, author: null, ...more });

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

const BODY = [
  "The harbour authority of Westmere said on Tuesday that no ship had been turned away, after a message about a closed port was shared thousands of times.",
  "“There was never such an order,” a spokesperson told this newspaper. “The port was open all week.”",
  "What is known",
  "The message first appeared in a chat group of lorry drivers. It carried the harbour's old logo and a telephone number that does not exist.",
  "Nobody has claimed to have written it.",
];

test("a page of a news site with menus, byline, share bar and comments keeps its article alone", () => {
  const page = read(
    [
      "Skip to content",
      "Home News Sport Weather Video",
      "Subscribe",
      "Home > News > Harbours",
      "Westmere port was never closed, authority says",
      "A widely shared message is false, says the harbour",
      "By Example Writer",
      "Published 8 April 2025, 10:15",
      "3 min read",
      "Share on Facebook",
      "WhatsApp | Email | Copy link",
      "The quay at Westmere",
      "Photo: Example Agency",
      BODY[0],
      "Advertisement",
      BODY[1],
      "Read more: Five ways to spot an old logo",
      BODY[2],
      BODY[3],
      BODY[4],
      "Sign up for our daily newsletter and get the news in your inbox.",
      "Related articles",
      "Ferry to the islands late again",
      "Ten harbours to visit this summer",
      "12 comments",
      "reader77: I knew it.",
      "© 2025 Westmere Example. All rights reserved.",
    ].join("\n\n"),
  );
  assert.equal(page.title, "Westmere port was never closed, authority says");
  assert.equal(page.text, ["A widely shared message is false, says the harbour", ...BODY].join("\n\n"));
  assert.equal(page.author, "Example Writer");
  assert.equal(page.publishedAt?.value, "2025-04-08");
  assert.equal(page.publishedAt?.basis, "text");
  assert.equal(page.lang, "en");
});

test("a teaser list amid the article is cut, and the article goes on after it", () => {
  const page = read([BODY[0], "Related stories", "Ferry late again", "Harbours to visit", ...BODY.slice(1), "Leave a comment"].join("\n"));
  assert.equal(page.text, BODY.join("\n\n"));
});

test("of a Chinese page its own paragraphs stay, with its title, language and day", () => {
  const body = [
    "据港务局周二通报，近日网上流传的“港口关闭”消息并不属实，港口本周一直正常开放，没有任何船只被拒绝入港。",
    "“我们从未发布过这样的命令，”一位发言人说。",
    "该消息最初出现在一个货车司机的聊天群里，附有港务局的旧标志和一个并不存在的电话号码，随后被大量转发。",
  ];
  const page = read(
    [
      "首页 > 新闻 > 国内",
      "港务局否认港口关闭传闻",
      "2025年4月8日 10:15",
      "来源：示例网",
      "作者：示例",
      "分享到 微信 微博",
      body[0],
      "图片来源：示例图库",
      body[1],
      body[2],
      "（责任编辑：示例）",
      "相关阅读",
      "轮渡再次晚点",
      "网友评论(3)",
      "登录后发表评论",
    ].join("\n"),
  );
  assert.equal(page.title, "港务局否认港口关闭传闻");
  assert.equal(page.text, body.join("\n\n"));
  assert.equal(page.lang, "zh");
  assert.equal(page.publishedAt?.value, "2025-04-08");
});

test("of a German page its own paragraphs stay, without the advertisement between them", () => {
  const body = [
    "Die Hafenbehörde von Westmere hat am Dienstag erklärt, dass kein Schiff abgewiesen worden sei. Zuvor war eine Nachricht tausendfach geteilt worden.",
    "Die Nachricht trug das alte Wappen des Hafens und nannte eine Telefonnummer, die es nicht gibt.",
  ];
  const page = read(
    [
      "Startseite › Panorama",
      "Hafen war nie geschlossen, sagt die Behörde",
      "Von Beispiel Autorin",
      "8. April 2025",
      "Foto: Beispiel",
      body[0],
      "Anzeige",
      body[1],
      "Lesen Sie auch",
      "Fähre wieder verspätet",
      "Kommentare (4)",
    ].join("\n"),
  );
  assert.equal(page.title, "Hafen war nie geschlossen, sagt die Behörde");
  assert.equal(page.text, body.join("\n\n"));
  assert.equal(page.lang, "de");
  assert.equal(page.author, "Beispiel Autorin");
});

test("a given title is not looked for, and leaves the text", () => {
  const page = read(["Menu", "The port was open", ...BODY, "Share this article"].join("\n"), {
    title: "The port was open",
    author: "Given Name",
  });
  assert.equal(page.title, "The port was open");
  assert.equal(page.author, "Given Name");
  assert.equal(page.text, BODY.join("\n\n"));
});

test("a plain article comes back byte for byte, with odd spaces and one weak sign of a page", () => {
  const text = `The port was open\n\n${BODY.join(" \n\n\n ")}\n\nFollow Example Writer on Twitter @example.\n`;
  const page = read(text);
  assert.equal(page.text, text);
  assert.equal(page.title, "The port was open");
});

test("sentences that speak of comments, ads and sharing are no furniture", () => {
  const text = [
    "Share prices fell on Tuesday after the company said that an advertisement had been withdrawn, and that it would not comment any further on it.",
    "Comments on the post were closed by evening.",
    "Related companies fell too, the exchange said, and more was to come according to a person close to the talks.",
    "By Wednesday nobody could say who had signed up for the offer.",
  ].join("\n\n");
  assert.equal(read(text).text, text);
});

test("posts and comments stay byte for byte, whatever they say", () => {
  fc.assert(
    fc.property(fc.constantFrom("post", "comment"), anyText, (kind, text) => {
      const page = read(text, { kind });
      assert.equal(page.text, text);
      assert.equal(page.title, null);
    }),
  );
  const furniture = "Share this article\n\nBy Example Writer\n\n3 comments\n";
  assert.equal(read(furniture, { kind: "post" }).text, furniture);
});

test("the story that Whence started from", { skip: lacks("data/story") }, () => {
  const folder = evaluation("data/story");
  const expected = JSON.parse(readFileSync(`${folder}/llama4-expected.json`, "utf8"));
  const raw = readFileSync(`${folder}/llama4-neowin.txt`, "utf8");
  const page = read(raw);
  assert.equal(page.title, expected.document.title);
  assert.equal(page.lang, expected.document.lang);
  for (const words of expected.document.textMustNotContain) assert.ok(!page.text.includes(words), words);
  for (const { quoteIn } of expected.claims) assert.ok(page.text.includes(quoteIn), quoteIn);
  const prose = raw.split("\n").filter((line) => line.length > 120);
  assert.ok(prose.length > 10);
  for (const line of prose) assert.ok(page.text.includes(line), line.slice(0, 40));
});
