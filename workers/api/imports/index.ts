/** Formats of an import by name. The API's parameter, the media types it takes and the page follow from registry.ts. */
import type { ImportFormat } from "./format.ts";
import * as registry from "./registry.ts";

export const imports: Readonly<Record<string, ImportFormat>> = registry;
