/** The folder of evaluation data: text of third parties, which is not in the repository. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where the environment variable WHENCE_EVAL says, or `shared/eval` beside the project. It may not exist. */
export const evaluationFolder = process.env["WHENCE_EVAL"] ?? resolve(import.meta.dirname, "../../../shared/eval");

/** The option `skip` of a test that needs this file or folder: false where it is there, otherwise the reason. */
export function needs(...path: string[]): string | false {
  return existsSync(join(evaluationFolder, ...path)) ? false : `no evaluation data (${path.join("/")}): set WHENCE_EVAL`;
}
