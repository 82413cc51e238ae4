import type { ResponseKind } from "./kind.ts";

export const investigation: ResponseKind = {
  name: "investigation",
  label: "Investigation",
  verb: "investigates",
  stance: "query",
  outranks: ["explanation", "clarification", "no_comment", "confirmation"],
};
