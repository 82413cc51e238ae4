import type { ResponseKind } from "./index.ts";

export const no_comment: ResponseKind = {
  name: "no_comment",
  label: "No comment",
  verb: "gives no comment",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
