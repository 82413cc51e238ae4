import type { ResponseKind } from "./index.ts";

export const right_of_reply: ResponseKind = {
  name: "right_of_reply",
  label: "Right of reply",
  verb: "replies",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
