import type { ResponseKind } from "./kind.ts";

export const label: ResponseKind = {
  name: "label",
  label: "Label",
  verb: "labels it",
  stance: "comment",
  outranks: ["clarification", "explanation"],
};
