import { xmlText } from "../../../shared/xml.ts";
import type { Format } from "./format.ts";
import { type Attributes, EDGE_ATTRIBUTES, graphOf, NODE_ATTRIBUTES, present } from "./nodes.ts";

const keys = (of: "node" | "edge", names: Readonly<Record<string, string>>) =>
  Object.entries(names)
    .map(([name, type]) => `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`)
    .join("");
const data = (of: "node" | "edge", attributes: Attributes) =>
  present(attributes)
    .map(([name, value]) => `<data key="${of}-${name}">${xmlText(String(value))}</data>`)
    .join("");

/** GraphML (graphml.graphdrawing.org): documents with an edge from each primary parent to its child. An unknown parent is a node of its own. */
export const graphml: Format = {
  label: "GraphML",
  suffix: "graphml",
  type: "application/graphml+xml; charset=utf-8",
  write: (timeline) => {
    const { nodes, edges } = graphOf(timeline);
    const nodeLines = nodes.map(
      ({ id, label, attributes }) => `<node id="${xmlText(id)}">${data("node", { label, ...attributes })}</node>\n`,
    );
    const edgeLines = edges.map(
      ({ source, target, attributes }) =>
        `<edge source="${xmlText(source)}" target="${xmlText(target)}">${data("edge", attributes)}</edge>\n`,
    );
    return `<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys("node", { label: "string", ...NODE_ATTRIBUTES })}${keys("edge", EDGE_ATTRIBUTES)}<graph id="${timeline.claim.id}" edgedefault="directed">
${nodeLines.join("")}${edgeLines.join("")}</graph></graphml>
`;
  },
};
