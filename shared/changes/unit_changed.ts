import { sameUnit, sameValue } from "../text/numbers.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The same number of something else: dollars for euros, a million people for a million dollars is not one. */
export const unit_changed = {
  kind: "unit_changed",
  label: "unit changed",
  acrossLanguages: true,
  detect: ({ numbers }) =>
    numbers.filter(({ was, now }) => sameValue(was, now) && !sameUnit(was, now)).map(({ was, now }) => ({ was, now, at: now.start })),
} satisfies TextChangeDetector;
