import type { ResponseKind } from "./kind.ts";

export const right_of_reply: ResponseKind = {
  name: "right_of_reply",
  label: "Right of reply",
  verb: "answers",
  stance: "comment",
  outranks: [],
  cues: {
    en: [
      "right of reply",
      "in an? (\\w+ ){0,2}statement",
      "in (a |an )?(\\w+ )?(response|reply)( to| ?,| on| posted| published)",
      "(hit|hits|hitting|fires?|fired|firing) back",
      "(respond(s|ed|ing)?|repl(ies|ied|ying)) (to (the|these|those|this|that) |by |with |on |in )",
      "(issu(es|ed|ing)|releas(es|ed|ing)|post(s|ed|ing)|publish(es|ed|ing)|put out) (a |an |the following )(\\w+ ){0,2}(statement|response|reply)",
    ],
    zh: ["回应", "答复", "发表声明", "发布声明"],
  },
};
