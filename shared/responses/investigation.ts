import type { ResponseKind } from "./kind.ts";

export const investigation: ResponseKind = {
  name: "investigation",
  label: "Investigation",
  verb: "began to investigate",
  stance: "query",
  outranks: ["explanation", "clarification", "no_comment", "confirmation"],
};
