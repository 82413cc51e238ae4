/** A Chinese subject ends before the words of time and manner, and the verbs, that stand between it and the word of saying. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chineseSubject } from "../../../shared/read/attribution/chinese.ts";
import { analyseText } from "../../../shared/read/attribution/statements.ts";

const SUBJECTS = ["市教育局", "以色列外交部", "某某航空公司", "東湖醫院", "林书豪", "于大宝", "发布者", "當地警方", "市府研考會"];
const BETWEEN = [
  "",
  "今晚",
  "次日",
  "當天",
  "此前",
  "稍早",
  "随后",
  "隨即",
  "已經",
  "通过官方微博",
  "透過律師",
  "今晚駁斥",
  "日前也",
  "以声明回应",
  "晚間受訪時",
  "下午接受记者采访时",
  "凌晨在社交平台上",
  "在信中",
  "在一次直播中",
  "今（5）日嚴正",
  "昨（3）日",
  "（化名）",
  "(0941.HK)",
  "被问及此事时",
  "面對質疑時",
  "出席活动时",
  "进一步",
  "同时",
  "再度",
  "一再",
  "就",
  "第二天",
  "星期五傍晚",
  "于记者会上",
  "發布全員信",
  "發出聲明",
  "召开记者会",
  "随后在脸书",
  "在 Threads 上",
  "晚间也对 CNN 的报道进行了反击",
  "接连拍摄影片",
  "刊发独家报道",
  "官方微博15日晚",
];
const BEFORE = ["", "至于", "對此，", "今（5）日", "昨晚", "与此同时，", "他认为", "后来"];

test("a subject is named alone, whatever stands between it and the word of saying", () => {
  for (const subject of SUBJECTS)
    for (const between of BETWEEN) {
      const text = `昨夜有传闻。${subject}${between}表示`;
      const found = chineseSubject(text, "昨夜有传闻。".length, text.length - "表示".length);
      assert.equal(found?.text, subject, `${subject} ${between}`);
    }
});
test("… nor whatever stands before it", () => {
  for (const subject of SUBJECTS)
    for (const before of BEFORE) {
      const text = `昨夜有传闻。${before}${subject}表示`;
      const found = chineseSubject(text, "昨夜有传闻。".length, text.length - "表示".length);
      assert.equal(found?.text, subject, `${before} ${subject}`);
    }
});

/** Speakers and what they say, in sentences of which each goes on after a first statement. */
const SAID: [text: string, said: [speaker: string, words: string][]][] = [
  [
    "镇政府发布公告，称桥梁安全，并强调从未接到举报。",
    [
      ["镇政府", "桥梁安全"],
      ["镇政府", "从未接到举报"],
    ],
  ],
  [
    "有传言称水库已干，本报致电水务局，工作人员表示水位正常。",
    [
      ["有传言", "水库已干，本报致电水务局"],
      ["工作人员", "水位正常"],
    ],
  ],
  ["记者联系水务局，对方表示“没有收到通知”。", [["水务局", "“没有收到通知”"]]],
  ["竟有网友聲稱水庫已乾。", [["網友", "水庫已乾"]]],
  ["据多名自称水务局员工的人士透露，水库早就干了。", [["多名自称水务局员工的人士", "水库早就干了"]]],
  ["記者從水務局獲悉，水庫將關閉。", [["水務局", "水庫將關閉"]]],
  ["林书豪的教练接受采访时直接辟谣：“没有的事。”", [["林书豪的教练", "“没有的事。”"]]],
  ["晨光日报报道，水库已经干涸。", [["晨光日报", "水库已经干涸"]]],
];
test("whoever speaks in a sentence has their own words", () => {
  for (const [text, said] of SAID)
    assert.deepEqual(
      analyseText(text, "zh").statements.map(({ speaker, content }) => [speaker?.text.replace("网友", "網友"), content.text]),
      said,
      text,
    );
});
test("of several offices the last one is whose the name stands behind", () => {
  const [one] = analyseText("云河水务公司创始人、董事长林涛表示，水库没有干。", "zh").statements;
  const { name, role, affiliation } = one?.speaker?.party ?? {};
  assert.deepEqual({ name, role, affiliation }, { name: "林涛", role: "董事长", affiliation: "云河水务公司" });
});
