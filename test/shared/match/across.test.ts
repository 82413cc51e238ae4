import assert from "node:assert/strict";
import test from "node:test";
import { namesAcross, pageAcross, tellsOfEvent } from "../../../shared/match/compare/across.ts";
import { indexed, queryTerms } from "../../../shared/match/index.ts";
import { placeIn, runsIn } from "../../../shared/match/terms/names-by-sound.ts";
import { pinyinOf } from "../../../shared/text/chinese/pinyin.ts";
import { chainPages } from "../../fixtures/translated-chains.ts";

const has = (chinese: string, name: string) => runsIn(chinese).some((run) => placeIn(name, run));

test("Chinese characters are read as pinyin", () => {
  assert.deepEqual([..."恒磊能年给"].map(pinyinOf), ["heng", "lei", "neng", "nian", "gei"]);
});

test("a name is told in Chinese by its pinyin, or by how it sounds", () => {
  assert.ok(has("恒磊将收购工厂", "henglei"));
  assert.ok(has("德国布伦多夫位于阿尔滕罗达的工厂", "brenndorf"));
  assert.ok(has("德国布伦多夫位于阿尔滕罗达的工厂", "altenroda"));
  assert.ok(has("沃尔夫斯堡", "wolfsburg"));
  assert.ok(!has("布伦多夫起诉卡尔施泰特", "belmonta"));
  assert.ok(!has("曼彻斯特", "mannheim"));
});

test("a Chinese claim is found by the names of a Latin text", () => {
  const words = indexed({ claimId: "c", text: "恒磊将收购德国布伦多夫的工厂", phrasings: [], lang: "zh" }).split(" ");
  const asked = queryTerms("The maker of cells Henglei wants to buy a plant of Brenndorf", "en");
  assert.ok(asked.filter((term) => words.includes(term)).length >= 2);
});

test("pages in another language are on a claim by names, figures and the kind of event", () => {
  const pages = chainPages(36);
  const linked = pages.filter(({ title, text, lang, claim, claimLang }) =>
    namesAcross(pageAcross({ title, text, lang }), { text: claim, lang: claimLang }),
  );
  const near = pages.filter(({ differs }) => differs !== "none");
  const right = linked.filter(({ differs }) => differs === "none").length;
  assert.ok(right >= 0.9 * (pages.length - near.length), `${right} of ${pages.length - near.length}`);
  assert.ok(linked.length - right <= 0.005 * near.length, `${linked.length - right} of ${near.length}`);
});

test("a page tells of the kind of event of a claim, or of another, in its first sentences", () => {
  const page = pageAcross({ title: "Varsund mourns its mayor", text: "Mayor Tilda Brook has died. She was 71.", lang: "en" });
  const told = (text: string) => tellsOfEvent(page, { text, lang: "en" });
  assert.deepEqual([told("Tilda Brook was killed"), told("Tilda Brook was arrested"), told("Tilda Brook is tall")], [1, -1, 0]);
});
