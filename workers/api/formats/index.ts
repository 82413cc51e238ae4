/** Output formats by name. The API's parameter, the addresses with a suffix and the terminal's help follow from registry.ts. */
import type { Format } from "./format.ts";
import * as registry from "./registry.ts";

export const formats: Readonly<Record<string, Format>> = registry;
/** The formats with their names, by label. */
export const offered = Object.entries(formats)
  .map(([name, format]) => ({ name, ...format }))
  .sort((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1));
