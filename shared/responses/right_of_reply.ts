import type { ResponseKind } from "./kind.ts";

export const right_of_reply: ResponseKind = {
  name: "right_of_reply",
  label: "Right of reply",
  verb: "answered",
  stance: "comment",
  outranks: [],
};
