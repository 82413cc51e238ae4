/** The folder of evaluation data: text of third parties, which stays outside the repository. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder that the environment variable WHENCE_EVAL names, otherwise `shared/eval` beside the project. It may not exist. */
export const evaluationFolder = process.env["WHENCE_EVAL"] ?? resolve(import.meta.dirname, "../../../shared/eval");

/** The path of a file or folder in it. */
export const evaluation = (path: string): string => join(evaluationFolder, path);

/** For the option `skip` of a test that needs this file or folder: false where it is there, otherwise the reason. */
export function lacks(path: string): string | false {
  return existsSync(evaluation(path)) ? false : `${NEEDS_EVALUATION} ${path}`;
}

/** How the reason begins: the runner counts what is skipped for it. */
export const NEEDS_EVALUATION = "set WHENCE_EVAL to a folder with";
