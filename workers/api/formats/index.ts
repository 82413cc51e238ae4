/** Output formats by name. The API's parameter, the addresses with a suffix and the terminal's help follow from registry.ts. */
import type { Format } from "./format.ts";
import * as registry from "./registry.ts";

export const formats: Readonly<Record<string, Format>> = registry;
