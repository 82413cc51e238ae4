import type { ResponseKind } from "./index.ts";

export const denial: ResponseKind = {
  name: "denial",
  label: "Denial",
  verb: "denies it",
  stance: "deny",
  outranks: [],
  cues: { en: [], zh: [] },
};
