import { sameUnit, sameValue } from "../text/numbers.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The same number in another unit: dollars for euros. A million people for a million dollars is another fact, not a change. */
export const unit_changed = {
  kind: "unit_changed",
  acrossLanguages: true,
  detect: ({ numbers }) =>
    numbers.filter(({ was, now }) => sameValue(was, now) && !sameUnit(was, now)).map(({ was, now }) => ({ was, now, at: now.start })),
} satisfies TextChangeDetector;
