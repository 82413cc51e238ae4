/** The commands, one file each. To add one: write the file, add it here. */
import type { Command } from "../command.ts";
import { add } from "./add.ts";
import { admin } from "./admin.ts";
import { crawl } from "./crawl.ts";
import { merge, verdict } from "./decide.ts";
import { embed } from "./embed.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { keys } from "./keys.ts";
import { list, search } from "./list.ts";
import { login } from "./login.ts";
import { people } from "./people.ts";
import { prove } from "./prove.ts";
import { review } from "./review.ts";
import { sources } from "./sources.ts";
import { status } from "./status.ts";
import { trace } from "./trace.ts";
import { backup, restore } from "./transfer.ts";
import { watch } from "./watch.ts";
import { webhooks } from "./webhooks.ts";

export const commands: readonly Command[] = [
  add,
  list,
  search,
  importCommand,
  trace,
  review,
  merge,
  verdict,
  exportCommand,
  watch,
  webhooks,
  sources,
  crawl,
  embed,
  prove,
  login,
  people,
  keys,
  admin,
  status,
  backup,
  restore,
];
