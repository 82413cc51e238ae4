import type { ResponseKind } from "./kind.ts";

export const investigation: ResponseKind = {
  name: "investigation",
  label: "Investigation",
  verb: "investigates",
  stance: "query",
  outranks: ["explanation", "clarification", "no_comment", "confirmation"],
  cues: {
    en: [
      "(is|are|was|were|be|been|began|begun|started|start|starts) (\\w+ )?(investigating|looking into|reviewing|probing|examining|checking)",
      "investigat(es|ed|ing)(?! (journalist|reporter))",
      "(open(s|ed|ing)|launch(es|ed|ing)|order(s|ed|ing)|beg[ai]n(s|ning)?|start(s|ed|ing)?|announc(es|ed|ing)|commission(s|ed)?|set up) (\\w+ ){0,4}(investigation|inquiry|enquiry|probe|review|audit)",
      "under (\\w+ )?(review|investigation|examination)",
      "look(s|ed|ing)? into (the|these|those|this|it|that)",
      "(will|would|to) (investigate|look into|review|examine|probe)",
      "(is|are|was|were) (the subject of|subject to) an? (\\w+ )?(investigation|review|inquiry|probe)",
    ],
    zh: ["(?<!经)调查", "(?<!经)核查", "立案(调查|侦查)?", "正在核实", "介入", "展开核实"],
  },
};
