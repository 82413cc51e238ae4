/** A Chinese subject ends before the words of time and manner, and the verbs, that stand between it and the word of saying. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chineseSubject } from "../../../shared/read/attribution/chinese.ts";

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
