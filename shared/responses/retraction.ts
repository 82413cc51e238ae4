import type { ResponseKind } from "./index.ts";

export const retraction: ResponseKind = {
  name: "retraction",
  label: "Retraction",
  verb: "retracts it",
  stance: "deny",
  outranks: [],
  cues: { en: [], zh: [] },
};
