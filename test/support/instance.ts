/** What every instance under test has, on workerd or in this process: its schema and its development key. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../schema/", import.meta.url));

/** The statements of schema/, in order. */
export function migrations(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), "utf8")
        .replace(/--.*$/gm, "")
        .split(";")
        .map((sql) => sql.trim())
        .filter(Boolean),
    );
}

/** The development key: all scopes. */
export const KEY = "whence_dev_of_tests";
