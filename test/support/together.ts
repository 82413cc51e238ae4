/** Test files that share a process, one after the other, and in it what is dear to start: an instance of the service, and chromium. */
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { follow } from "./following.ts";

/** Whether files share this process, and what ends what they share. */
export const together = { isOn: false, atEnd: [] as (() => Promise<unknown>)[] };

/** Runs test files in this process, each as a test with its path that may take so many ms. */
export async function runTogether(files: readonly string[], timeout: number): Promise<void> {
  together.isOn = true;
  for (const file of files) {
    follow(true);
    await test(file, { timeout }, async () => {
      await import(pathToFileURL(resolve(file)).href);
      follow(false);
    });
  }
  for (const end of together.atEnd) await end();
}
