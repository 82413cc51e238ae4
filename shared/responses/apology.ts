import type { ResponseKind } from "./kind.ts";

export const apology: ResponseKind = {
  name: "apology",
  label: "Apology",
  verb: "apologises",
  stance: "comment",
  outranks: ["explanation", "clarification", "confirmation"],
  cues: {
    en: [
      "apologi[sz](e|es|ed|ing)",
      "apology|apologies",
      "say(ing)? sorry",
      "said (he|she|it|they) (was|were) sorry",
      "(is|was|are|were|am|I['’]m|we['’]re) (\\w+ )?sorry",
    ],
    zh: ["道歉", "致歉", "抱歉", "对不起"],
  },
};
