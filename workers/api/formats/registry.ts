/** Output formats of a timeline, one file each. To add one: write NAME.ts, which exports a Format called NAME, and its line here. */
export { atom } from "./atom.ts";
export { csv } from "./csv.ts";
export { graphml } from "./graphml.ts";
export { json } from "./json.ts";
export { jsonfeed } from "./jsonfeed.ts";
export { jsonld } from "./jsonld.ts";
export { markdown } from "./markdown.ts";
export { prov } from "./prov.ts";
