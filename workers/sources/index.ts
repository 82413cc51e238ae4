/** What can be crawled: one adapter a file. To add one: write the file, add it here. */
import type { Adapter } from "./adapter.ts";

export const adapters: Record<string, Adapter> = {};
