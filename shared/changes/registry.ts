/**
 * Kinds of changes of a text between two documents, one per file. To add one: write the file, add it here, and add its
 * name to `TextChangeKind` in model/text-change.ts.
 */
import type { TextChangeKind } from "../model/text-change.ts";
import { attribution_lost } from "./attribution_lost.ts";
import { detail_lost } from "./detail_lost.ts";
import { hedge_added } from "./hedge_added.ts";
import { hedge_dropped } from "./hedge_dropped.ts";
import type { TextChangeDetector } from "./kind.ts";
import { name_changed } from "./name_changed.ts";
import { negation_flipped } from "./negation_flipped.ts";
import { number_changed } from "./number_changed.ts";
import { translated } from "./translated.ts";
import { unit_changed } from "./unit_changed.ts";

export const textChangeKinds = {
  hedge_dropped,
  hedge_added,
  number_changed,
  unit_changed,
  name_changed,
  attribution_lost,
  negation_flipped,
  detail_lost,
  translated,
} satisfies Record<TextChangeKind, TextChangeDetector>;
