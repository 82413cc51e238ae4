import type { ResponseKind } from "./kind.ts";

export const label: ResponseKind = {
  name: "label",
  label: "Label",
  verb: "labelled it",
  stance: "comment",
  outranks: ["denial", "clarification", "explanation"],
};
