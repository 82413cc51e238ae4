import type { ResponseKind } from "./kind.ts";

export const takedown: ResponseKind = {
  name: "takedown",
  label: "Takedown",
  verb: "takes it down",
  stance: "comment",
  outranks: ["label", "clarification", "explanation", "confirmation"],
  cues: {
    en: [
      "(remov(e|es|ed|ing)|delet(e|es|ed|ing)|t(ook|akes|aking|aken) down|pull(s|ed|ing)) (down )?((the|his|her|its|their|that|this|those|these|several|some|many|all) )?(\\w+[ -]){0,3}(posts?|tweets?|threads?|videos?|messages?|accounts?|articles?|pages?|images?|content|comments?|channels?|stor(y|ies)|it|them)",
      "t(ook|akes|aking) (the|his|her|its|their|that) (\\w+ ){1,3}down",
      "(suspend(s|ed|ing)?|bann?(ed|ing|s)|block(s|ed|ing)|lock(s|ed|ing)|disabl(es|ed|ing)|clos(es|ed|ing)|terminat(es|ed|ing)|shut(s|ting)? down) (down )?((the|his|her|its|their|that|this|those|several|some)|[\\w-]+['’]s?) (\\w+[ -]){0,3}(accounts?|users?|users['’]|poster|channels?|pages?|groups?|profiles?)",
      "(suspend(s|ed|ing)|bann?(ed|ing|s)|block(s|ed|ing)|remov(es|ed|ing)) (\\w+ )?@\\w+",
      "(was|were|has been|have been|had been) (since |later |quickly |subsequently |then |swiftly |soon )?(removed|deleted|taken down|suspended|banned|wiped)",
    ],
    zh: ["删除", "下架", "封禁", "封号", "禁言", "删帖", "关闭账号"],
  },
};
