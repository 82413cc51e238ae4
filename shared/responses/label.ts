import type { ResponseKind } from "./index.ts";

export const label: ResponseKind = {
  name: "label",
  label: "Label",
  verb: "labels it",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
