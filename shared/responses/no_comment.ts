import type { ResponseKind } from "./kind.ts";

export const no_comment: ResponseKind = {
  name: "no_comment",
  label: "No comment",
  verb: "gave no comment",
  stance: "comment",
  outranks: ["confirmation", "denial", "partial_confirmation", "explanation", "clarification", "right_of_reply", "not_reached"],
};
