import type { ResponseKind } from "./kind.ts";

export const explanation: ResponseKind = {
  name: "explanation",
  label: "Explanation",
  verb: "explains",
  stance: "comment",
  outranks: ["clarification"],
  cues: {
    en: [
      "explain(s|ed|ing)?",
      "explanation",
      "attribut(e|es|ed|ing) (the|it|this|that|these|those|any)\\b",
      "blam(e|es|ed|ing)",
      "put(s|ting)? (it|this|the \\w+) down to",
      "chalk(s|ed) (it|this|the \\w+) up to",
      "due to an? (\\w+ ){0,3}(error|bug|glitch|fault|mistake|mix-up|misunderstanding)",
      "(stem(s|med)?|aros[e]|resulted|came) from an? (\\w+ ){0,3}(error|bug|glitch|fault|mistake|mix-up|misunderstanding)",
      "the reason (is|was|for)",
    ],
    zh: ["解释", "说明原因", "原因是", "系因", "归因于", "归咎于"],
  },
};
