import type { ResponseKind } from "./index.ts";

export const partial_confirmation: ResponseKind = {
  name: "partial_confirmation",
  label: "Partial confirmation",
  verb: "confirms part of it",
  stance: "support",
  outranks: [],
  cues: { en: [], zh: [] },
};
