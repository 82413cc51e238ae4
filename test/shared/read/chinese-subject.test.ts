/** A Chinese subject ends before the words of time and manner, and the verbs, that stand between it and the word of saying. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chineseSubject } from "../../../shared/read/attribution/chinese.ts";

const SUBJECTS = ["市教育局", "以色列外交部", "某某航空公司", "東湖醫院", "林书豪"];
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
];

test("a subject is named alone, whatever stands between it and the word of saying", () => {
  for (const subject of SUBJECTS)
    for (const between of BETWEEN) {
      const text = `昨夜有传闻。${subject}${between}表示`;
      const found = chineseSubject(text, "昨夜有传闻。".length, text.length - "表示".length);
      assert.equal(found?.text, subject, `${subject} ${between}`);
    }
});
