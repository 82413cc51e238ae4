import type { ResponseKind } from "./kind.ts";

export const confirmation: ResponseKind = {
  name: "confirmation",
  label: "Confirmation",
  verb: "confirms it",
  stance: "support",
  outranks: ["explanation", "clarification", "no_comment"],
  cues: {
    en: [
      "confirm(s|ed|ing)?(?! (cases?|deaths?|infections?|bookings?|reservations?|attendance))",
      "acknowledg(e|es|ed|ing)",
      "admit(s|ted|ting)?(?! (to (hospital|the hospital)|patients))",
      "conced(e|es|ed|ing)",
      "own(s|ed) up to",
      "verified (that|the)",
      "(is|are|was|were) (indeed |in fact )?(true|accurate|authentic|genuine)",
      "(reports?|claims?|rumou?rs?) (is|are|was|were) (true|correct|accurate)",
      "confess(es|ed|ing)?",
      "issued a confirmation",
    ],
    zh: ["证实", "确认", "承认", "属实", "坦承", "确有其事", "情况属实"],
  },
};
