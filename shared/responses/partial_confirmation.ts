import type { ResponseKind } from "./kind.ts";

export const partial_confirmation: ResponseKind = {
  name: "partial_confirmation",
  label: "Partial confirmation",
  verb: "confirms it in part",
  stance: "support",
  outranks: ["confirmation", "denial", "explanation", "clarification"],
  cues: {
    en: [
      "(partly|partially|in part) (confirm(s|ed|ing)?|acknowledg(es|ed|ing)|admit(s|ted|ting)|true|correct|accurate)",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?) (that )?(some|parts?|a number|certain|several|a few|an? (small|limited|isolated))",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?)[^.;]{1,120}? but (\\w+ ){0,3}(den(y|ied|ies)|insist(s|ed)?|stress(es|ed)?|disput(es|ed)|reject(s|ed)?)",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?)[^.;]{1,120} while (denying|insisting|rejecting|disputing)",
      "(denied|denies|rejected|rejects|disputed|disputes)[^.;]{1,80}? (but|while) (\\w+ )?(conced|acknowledg|admit)\\w+",
      "true in part",
      "half[- ]true",
    ],
    zh: [
      "(承认|证实|确认)[^。]{1,60}但[^。]{0,12}(否认|强调|并非|不认为|没有)",
      "部分属实",
      "部分承认",
      "部分证实",
      "(承认|证实|确认)了?部分",
      "承认存在部分",
    ],
  },
};
