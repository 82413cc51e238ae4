import type { ResponseKind } from "./kind.ts";

export const label: ResponseKind = {
  name: "label",
  label: "Label",
  verb: "labels it",
  stance: "comment",
  outranks: ["clarification", "explanation"],
  cues: {
    en: [
      "(labell?ed|flagged|marked|tagged) (\\w+ ){0,5}as (\\w+ )?(false|misleading|altered|manipulated|disputed|misinformation|fake)",
      '(add(s|ed)|attach(es|ed)|append(s|ed)|appl(ies|ied)|put|slapped|placed) (an? |the )?(\\w+["”’]?[ -]){0,4}(labels?|notes?|notice|tag|context|banner)',
      "community notes?",
      "(labell?ed|flagged|tagged|marked) (it|them|(the|this|that|these|those) (\\w+ ){0,2}(posts?|videos?|tweets?|claims?|images?|content))( as)?",
      "(was|were|has been|have been) (labell?ed|flagged|marked|rated|tagged) (as )?(\\w+ ){0,2}(misleading|false|manipulated|disputed|altered|misinformation|satire|partly|missing)",
      "rat(ed|es) (it|the|this|that) (\\w+ ){0,2}(as )?[\"“']?(false|true|misleading|mostly|partly|pants)",
    ],
    zh: ["标注", "打上标签", "加注", "标记为", "[作做](?:了|出)?标记", "添加[^，。]{0,6}(?:标签|提示|说明)"],
  },
};
