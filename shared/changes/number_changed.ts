import { sameValue } from "../text/numbers.ts";
import type { TextChangeDetector } from "./kind.ts";

export const number_changed = {
  kind: "number_changed",
  acrossLanguages: true,
  detect: ({ numbers }) => numbers.filter(({ was, now }) => !sameValue(was, now)).map(({ was, now }) => ({ was, now, at: now.start })),
} satisfies TextChangeDetector;
