import type { ResponseKind } from "./index.ts";

export const confirmation: ResponseKind = {
  name: "confirmation",
  label: "Confirmation",
  verb: "confirms it",
  stance: "support",
  outranks: [],
  cues: { en: [], zh: [] },
};
