/** Made-up facts in English and Chinese to build retold texts from: plain data. */
import type { Amount, Fact, Tongue } from "./generator.ts";

const amount = (before: string, after: string, other: [string, string] | null, values: number[]): Amount => ({
  before,
  after,
  other: other && { before: other[0], after: other[1] },
  values,
});
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const english: Tongue = {
  lang: "en",
  names: ["Acme", "Globex", "Northwind", "Umbra Labs", "Fabrikam", "Contoso", "Vandelay", "Tessaract", "Initech", "Wayland Energy"],
  places: ["Boston", "Leeds", "Valencia", "Nairobi", "Krakow", "Osaka", "Tallinn", "Porto", "Quito", "Lagos"],
  sources: [
    "a former employee",
    "police",
    "the mayor's office",
    "Reuters",
    "two people briefed on the matter",
    "the health ministry",
    "company spokesperson Ada Quill",
    "a union official",
  ],
  hedges: ["reportedly", "allegedly", "apparently", "supposedly", "probably", "possibly"],
  cores: [
    {
      yes: "paid {n} to settle the safety case in {p}",
      no: "did not pay {n} to settle the safety case in {p}",
      again: "handed over {n} to settle the safety case in {p}",
      amounts: [
        amount("$", " million", ["€", " million"], [2, 5, 14, 1.4]),
        amount("", " million dollars", ["", " million yen"], [3, 8, 21]),
      ],
    },
    {
      yes: "trained its new model on {n} test questions from a lab in {p}",
      no: "never trained its new model on {n} test questions from a lab in {p}",
      again: "tuned its new model on {n} test questions from a lab in {p}",
      amounts: [amount("", "", null, [1417, 2300, 870, 14000])],
    },
    {
      yes: "dismissed {n} workers at its {p} warehouse",
      no: "has not dismissed {n} workers at its {p} warehouse",
      again: "fired {n} workers at its {p} warehouse",
      amounts: [amount("", "", null, [120, 75, 1900, 430])],
    },
    {
      yes: "stored the chemicals for {n} under a school in {p}",
      no: "did not store the chemicals for {n} under a school in {p}",
      again: "kept the chemicals for {n} under a school in {p}",
      amounts: [amount("", " years", ["", " months"], [2, 3, 7, 11]), amount("", " weeks", ["", " days"], [3, 6, 9])],
    },
    {
      yes: "spilled {n} of crude oil into the river near {p}",
      no: "didn't spill {n} of crude oil into the river near {p}",
      again: "leaked {n} of crude oil into the river near {p}",
      amounts: [amount("", " tonnes", ["", " litres"], [40, 260, 1200]), amount("", " gallons", ["", " tonnes"], [500, 9000])],
    },
    {
      yes: "will close {n} shops across {p} before the holidays",
      no: "will not close {n} shops across {p} before the holidays",
      again: "plans to shut {n} shops across {p} before the holidays",
      amounts: [amount("", "", null, [12, 35, 48, 210])],
    },
    {
      yes: "raised its ticket prices by {n} on trains to {p}",
      no: "did not raise its ticket prices by {n} on trains to {p}",
      again: "put up its ticket prices by {n} on trains to {p}",
      amounts: [amount("", "%", ["", " percentage points"], [4, 9, 15, 30])],
    },
    {
      yes: "moved the pipeline {n} closer to homes in {p}",
      no: "did not move the pipeline {n} closer to homes in {p}",
      amounts: [amount("", " km", ["", " miles"], [3, 5, 8, 20]), amount("", " metres", ["", " feet"], [40, 90, 300])],
    },
  ],
  details: [
    "after a three-week strike over unpaid overtime",
    "although inspectors had warned about cracks in the roof",
    "while the finance director was on holiday with his lawyer",
    "two days before the annual shareholder meeting",
    "because its insurer refused to renew the policy",
    "using a loan that regulators had already questioned",
  ],
  plain: [
    "The council meets again on Thursday to discuss the matter.",
    "Shares closed slightly higher in thin trading.",
    "A hearing is planned for later this spring.",
    "Neighbours had complained about the noise for a long time.",
  ],
  render(fact: Fact, { core, number }) {
    const filled = core.replace("{n}", number).replace("{p}", fact.place);
    // Adverbs stand before the verb, or open the sentence.
    const opening = fact.hedge !== null && fact.form === 3 && fact.source === null;
    const hedged = fact.hedge && !opening ? `${fact.hedge} ${filled}` : filled;
    const body = `${fact.name} ${hedged}${fact.detail ? ` ${fact.detail}` : ""}`;
    if (opening) return `${capital(fact.hedge ?? "")}, ${body}.`;
    if (fact.source === null) return `${body}.`;
    if (fact.form === 0) return `According to ${fact.source}, ${body}.`;
    if (fact.form === 1) return `${body}, ${fact.source} said.`;
    if (fact.form === 2) return `${capital(fact.source)} said that ${body}.`;
    return `${body}, according to ${fact.source}.`;
  },
  join: (sentences) => sentences.join(" "),
  number: (value, style) => (style === 0 && value >= 1000 ? value.toLocaleString("en-US") : String(value)),
};

export const chinese: Tongue = {
  lang: "zh",
  names: ["腾讯", "华为", "联想", "小米", "京东", "美团", "星河公司", "长风集团", "特斯拉", "比亚迪"],
  places: ["北京", "上海", "成都", "武汉", "南京", "深圳", "西安", "杭州", "青岛", "昆明"],
  sources: ["一名前员工", "警方", "市长办公室", "路透社", "卫生部门", "知情人士", "工会负责人"],
  hedges: ["据传", "疑似", "可能", "或许", "似乎", "大概"],
  cores: [
    {
      yes: "支付了{n}来了结{p}的安全诉讼",
      no: "没有支付{n}来了结{p}的安全诉讼",
      amounts: [amount("", "万美元", ["", "万欧元"], [200, 500, 1400, 35]), amount("", "亿元", ["", "亿日元"], [3, 8, 21])],
    },
    {
      yes: "用{n}道测试题训练了新模型，题目来自{p}的实验室",
      no: "从未用{n}道测试题训练新模型，题目来自{p}的实验室",
      amounts: [amount("", "", null, [1417, 2300, 870, 14000])],
    },
    { yes: "裁掉了{p}仓库的{n}名工人", no: "并未裁掉{p}仓库的{n}名工人", amounts: [amount("", "", null, [120, 75, 1900, 430])] },
    {
      yes: "把化学品在{p}一所学校地下存放了{n}",
      no: "没有把化学品在{p}一所学校地下存放{n}",
      amounts: [amount("", "年", ["", "个月"], [2, 3, 7, 11])],
    },
    {
      yes: "向{p}附近的河流泄漏了{n}原油",
      no: "没有向{p}附近的河流泄漏{n}原油",
      amounts: [amount("", "吨", ["", "公斤"], [40, 260, 1200])],
    },
    { yes: "将在节前关闭{p}的{n}家门店", no: "不会在节前关闭{p}的{n}家门店", amounts: [amount("", "", null, [12, 35, 48, 210])] },
    {
      yes: "把开往{p}的车票价格上调了{n}",
      no: "没有把开往{p}的车票价格上调{n}",
      amounts: [amount("", "%", ["", "个百分点"], [4, 9, 15, 30])],
    },
    {
      yes: "把管道移到离{p}居民区更近{n}的地方",
      no: "没有把管道移到离{p}居民区更近{n}的地方",
      amounts: [amount("", "公里", ["", "英里"], [3, 5, 8, 20])],
    },
  ],
  details: [
    "此前工人因拖欠加班费罢工三周",
    "尽管检查人员早就警告屋顶有裂缝",
    "当时财务总监正与律师一起度假",
    "这发生在年度股东大会召开前两天",
    "因为保险公司拒绝续签保单",
  ],
  plain: ["市议会将于周四再次开会讨论此事。", "股价在清淡交易中小幅收高。", "听证会计划在今年春天晚些时候举行。"],
  render(fact: Fact, { core, number }) {
    const filled = core.replace("{n}", number).replace("{p}", fact.place);
    const body = `${fact.name}${fact.hedge ?? ""}${filled}${fact.detail ? `，${fact.detail}` : ""}`;
    if (fact.source === null) return `${body}。`;
    return fact.form < 2 ? `据${fact.source}称，${body}。` : `${fact.source}表示，${body}。`;
  },
  join: (sentences) => sentences.join(""),
  number: (value, style) => (style === 0 && value >= 10_000 && value % 1_000 === 0 ? `${value / 10_000}万` : String(value)),
};
