/** The commands, one file each. To add one: write the file, add it here. */
import type { Command } from "../command.ts";
import { add } from "./add.ts";
import { admin } from "./admin.ts";
import { crawl } from "./crawl.ts";
import { embed } from "./embed.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { keys } from "./keys.ts";
import { people } from "./people.ts";
import { prove } from "./prove.ts";
import { review } from "./review.ts";
import { trace } from "./trace.ts";
import { watch } from "./watch.ts";

export const commands: readonly Command[] = [
  add,
  importCommand,
  trace,
  review,
  exportCommand,
  watch,
  crawl,
  embed,
  prove,
  people,
  keys,
  admin,
];
