/** Output formats of a timeline, one file each. To add one: write NAME.ts, which exports a Format called NAME, and its line here. */
export { activitystreams } from "./activitystreams.ts";
export { atom } from "./atom.ts";
export { bibtex } from "./bibtex.ts";
export { csv } from "./csv.ts";
export { gexf } from "./gexf.ts";
export { graphml } from "./graphml.ts";
export { json } from "./json.ts";
export { jsonfeed } from "./jsonfeed.ts";
export { jsonld } from "./jsonld.ts";
export { markdown } from "./markdown.ts";
export { prov } from "./prov.ts";
export { provo } from "./provo.ts";
export { ris } from "./ris.ts";
export { stix } from "./stix.ts";
