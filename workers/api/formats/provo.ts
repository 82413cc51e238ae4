import type { Format } from "./format.ts";
import { provenanceOf } from "./prov.ts";

const PROPERTIES = { Quotation: "wasQuotedFrom", PrimarySource: "hadPrimarySource", Revision: "wasRevisionOf" } as const;
/** References as ids, not as text. */
const ids = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { "@id": `prov:${name}`, "@type": "@id" }]));
const CONTEXT = {
  prov: "http://www.w3.org/ns/prov#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  label: "rdfs:label",
  value: "prov:value",
  startedAtTime: { "@id": "prov:startedAtTime", "@type": "xsd:dateTime" },
  endedAtTime: { "@id": "prov:endedAtTime", "@type": "xsd:dateTime" },
  ...ids("wasQuotedFrom", "hadPrimarySource", "wasRevisionOf", "wasDerivedFrom", "wasInfluencedBy"),
  ...ids("wasGeneratedBy", "wasAttributedTo", "wasAssociatedWith", "used", "atLocation"),
};

/** PROV-O (W3C recommendation) as JSON-LD 1.1: the same provenance as PROV-JSON, as a graph of linked data. */
export const provo: Format = {
  label: "PROV-O",
  suffix: "prov.jsonld",
  type: "application/ld+json; charset=utf-8",
  write: (timeline, { baseUrl }) => {
    const { entities, agents, activities, derivations } = provenanceOf(timeline);
    const here = (name: string) => `${baseUrl}/c/${timeline.claim.id}#${name}`;
    const nodes = new Map<string, Record<string, unknown>>();
    const append = (name: string, property: string, value: unknown) => {
      const node = nodes.get(name);
      if (node) node[property] = [...((node[property] as unknown[] | undefined) ?? []), value];
    };
    for (const [name, { label, type, fields, value, about }] of entities) {
      const { location, ...rest } = fields;
      const own = Object.fromEntries(Object.entries(rest).map(([field, one]) => [`whence:${field}`, one]));
      nodes.set(name, {
        "@id": here(name),
        "@type": ["prov:Entity", `whence:${type}`],
        label,
        value,
        atLocation: location,
        "whence:about": about && { "@id": here(about) },
        ...own,
      });
    }
    for (const [name, { label, isOrganization }] of agents)
      nodes.set(name, { "@id": here(name), "@type": isOrganization ? ["prov:Agent", "prov:Organization"] : ["prov:Agent"], label });
    for (const [name, { label, at, agent, generated, used }] of activities) {
      nodes.set(name, {
        "@id": here(name),
        "@type": ["prov:Activity"],
        label,
        startedAtTime: at ?? undefined,
        endedAtTime: at ?? undefined,
        wasAssociatedWith: [here(agent)],
        used: used ? [here(used)] : undefined,
      });
      append(generated, "wasGeneratedBy", here(name));
      append(generated, "wasAttributedTo", here(agent));
    }
    for (const { from, to, kind, isInferred } of derivations) {
      const stated = kind ? PROPERTIES[kind] : "wasDerivedFrom";
      append(to, isInferred ? "wasInfluencedBy" : stated, here(from));
    }
    return JSON.stringify({ "@context": { ...CONTEXT, whence: `${baseUrl}/docs#` }, "@graph": [...nodes.values()] });
  },
};
