import type { ResponseKind } from "./index.ts";

export const apology: ResponseKind = {
  name: "apology",
  label: "Apology",
  verb: "apologises",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
