import { isoTime } from "../../../shared/iso.ts";
import { xmlText } from "../../../shared/xml.ts";
import type { Format } from "./format.ts";
import { type Attributes, EDGE_ATTRIBUTES, graphOf, NODE_ATTRIBUTES, present } from "./nodes.ts";

const quoted = (text: string | number) => `"${xmlText(String(text))}"`;
const declared = (of: "node" | "edge", names: Readonly<Record<string, string>>) =>
  `<attributes class="${of}">${Object.entries(names)
    .map(([name, type]) => `<attribute id="${of}-${name}" title="${name}" type="${type}"/>`)
    .join("")}</attributes>\n`;
const values = (of: "node" | "edge", attributes: Attributes) =>
  `<attvalues>${present(attributes)
    .map(([name, value]) => `<attvalue for="${of}-${name}" value=${quoted(value)}/>`)
    .join("")}</attvalues>`;

/**
 * GEXF 1.2, the format of Gephi: the graph of documents, with its attributes. NetworkX knows neither 1.3 nor dateTime; Gephi parses instants all the
 * same. Nodes begin at their earliest time.
 */
export const gexf: Format = {
  label: "GEXF",
  suffix: "gexf",
  type: "application/gexf+xml; charset=utf-8",
  write: (timeline, { baseUrl }) => {
    const { nodes, edges } = graphOf(timeline);
    const start = (ms: number | null) => (ms === null ? "" : ` start="${isoTime(ms)}"`);
    const begins = new Map(nodes.map(({ id, earliest }) => [id, earliest]));
    const nodeLines = nodes.map(
      ({ id, label, earliest, attributes }) =>
        `<node id=${quoted(id)} label=${quoted(label)}${start(earliest)}>${values("node", attributes)}</node>\n`,
    );
    const edgeLines = edges.map(
      ({ id, source, target, attributes }) =>
        `<edge id=${quoted(id)} source=${quoted(source)} target=${quoted(target)}${start(begins.get(target) ?? null)}>${values("edge", attributes)}</edge>\n`,
    );
    const description = `Where the claim “${timeline.claim.text}” appeared: ${baseUrl}/c/${timeline.claim.id}`;
    return `<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<meta lastmodifieddate="${timeline.changedAt.slice(0, 10)}"><creator>Whence</creator><description>${xmlText(description)}</description></meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date" idtype="string">
${declared("node", NODE_ATTRIBUTES)}${declared("edge", EDGE_ATTRIBUTES)}<nodes>
${nodeLines.join("")}</nodes>
<edges>
${edgeLines.join("")}</edges>
</graph></gexf>
`;
  },
};
