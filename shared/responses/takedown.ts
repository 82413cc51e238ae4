import type { ResponseKind } from "./index.ts";

export const takedown: ResponseKind = {
  name: "takedown",
  label: "Takedown",
  verb: "takes it down",
  stance: "comment",
  outranks: [],
  cues: { en: [], zh: [] },
};
