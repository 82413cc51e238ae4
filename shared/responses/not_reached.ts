import type { ResponseKind } from "./kind.ts";

export const not_reached: ResponseKind = {
  name: "not_reached",
  label: "Not reached",
  verb: "could not be reached",
  stance: "comment",
  outranks: [],
};
