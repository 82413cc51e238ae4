/** Purposes of visits, one per file. To add one: write the file, add it here. */

import { archive } from "./archive.ts";
import { follow } from "./follow.ts";
import { given } from "./given.ts";
import { page } from "./page.ts";
import type { Purpose } from "./purpose.ts";
import { revisit } from "./revisit.ts";
import { source } from "./source.ts";
import { thread } from "./thread.ts";
import { watch } from "./watch.ts";

export const purposes: Readonly<Record<string, Purpose>> = { source, page, revisit, follow, thread, watch, given, archive };
