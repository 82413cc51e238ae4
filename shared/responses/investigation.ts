import type { ResponseKind } from "./index.ts";

export const investigation: ResponseKind = {
  name: "investigation",
  label: "Investigation",
  verb: "investigates",
  stance: "query",
  outranks: [],
  cues: { en: [], zh: [] },
};
