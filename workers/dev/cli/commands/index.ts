/** The commands, one file each. To add one: write the file, add it here. */
import type { Command } from "../command.ts";
import { add } from "./add.ts";
import { admin } from "./admin.ts";
import { crawl } from "./crawl.ts";
import { embed } from "./embed.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { keys } from "./keys.ts";
import { list } from "./list.ts";
import { merge } from "./merge.ts";
import { people } from "./people.ts";
import { prove } from "./prove.ts";
import { review } from "./review.ts";
import { sources } from "./sources.ts";
import { status } from "./status.ts";
import { trace } from "./trace.ts";
import { backup, restore } from "./transfer.ts";
import { verdict } from "./verdict.ts";
import { watch } from "./watch.ts";

export const commands: readonly Command[] = [
  add,
  list,
  importCommand,
  trace,
  review,
  merge,
  verdict,
  exportCommand,
  watch,
  sources,
  crawl,
  embed,
  prove,
  people,
  keys,
  admin,
  status,
  backup,
  restore,
];
