import type { ResponseKind } from "./kind.ts";

export const correction: ResponseKind = {
  name: "correction",
  label: "Correction",
  verb: "corrects it",
  stance: "deny",
  outranks: ["denial", "clarification", "apology", "explanation", "confirmation", "partial_confirmation"],
  cues: {
    en: [
      "correct(s|ed|ing) (himself|herself|itself|themselves|the (record|post|story|article|report|claim|error|figure|headline)|its|his|her|their|an? (\\w+ )?(error|post|story|article))",
      "(issu(es|ed|ing)|publish(es|ed|ing)|post(s|ed|ing)|ran|append(s|ed)|add(s|ed)|made) an? (\\w+ ){0,2}correction",
      "(was|were|has been|have been) corrected",
      "walk(s|ed|ing) back (the|his|her|its|their|that)",
      "amend(s|ed) (the|its|his|her|their) (post|story|article|report|headline)",
      "updated (the|its|his|her|their) (post|story|article|report|headline)",
    ],
    zh: ["更正", "勘误", "纠正", "订正", "修正了"],
  },
};
