import type { ResponseKind } from "./index.ts";

export const correction: ResponseKind = {
  name: "correction",
  label: "Correction",
  verb: "corrects it",
  stance: "deny",
  outranks: [],
  cues: { en: [], zh: [] },
};
