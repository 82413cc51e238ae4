import type { ResponseKind } from "./kind.ts";

export const clarification: ResponseKind = {
  name: "clarification",
  label: "Clarification",
  verb: "clarifies",
  stance: "comment",
  outranks: [],
  cues: {
    en: [
      "clarif(y|ies|ied|ying)",
      "clarification",
      "set(s|ting)? the record straight",
      "(wants?|wanted) to make (it )?clear",
      "taken out of context",
      "misunderstood|misinterpreted|misquoted",
    ],
    zh: ["澄清", "断章取义", "误解", "误读", "说明称"],
  },
};
