/**
 * The import formats, one file each; all give the same lines. To add one: write NAME.ts, which exports an ImportFormat called NAME, and add it here.
 */
export { fourcat as "4cat" } from "./4cat.ts";
export { communitynotes } from "./communitynotes.ts";
export { csv } from "./csv.ts";
export { ndjson } from "./ndjson.ts";
export { zeeschuimer } from "./zeeschuimer.ts";
