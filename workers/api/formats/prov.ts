import type { Format } from "./format.ts";
import { dateOf, type Event, urlOf, whoOf } from "./words.ts";

const named = (value: string) => ({ $: value, type: "prov:QUALIFIED_NAME" });
/** The PROV relation of an edge. An edge that a program inferred is only an influence. */
function relationOf({ type, basis }: { type: string; basis: string }): { relation: string; kind: string | null } {
  if (basis === "similarity" || basis === "time") return { relation: "wasInfluencedBy", kind: null };
  const kind = type === "quote" ? "prov:Quotation" : type === "attribution" ? "prov:PrimarySource" : null;
  return { relation: "wasDerivedFrom", kind };
}

/** PROV-JSON (W3C submission 2013): documents are entities, authors agents, edges derivations. */
export const prov: Format = {
  label: "PROV-JSON",
  suffix: "prov.json",
  type: "application/json",
  write: ({ claim, events }, { baseUrl }) => {
    const entity: Record<string, object> = {};
    const agent: Record<string, object> = {};
    const relations: Record<string, Record<string, object>> = {};
    const relate = (relation: string, id: string, value: object) => {
      relations[relation] = { ...relations[relation], [id]: value };
    };
    const agents = new Map<string, string>();
    const agentOf = (e: Event) => {
      const name = whoOf(e);
      const id = agents.get(name) ?? `agent:a${agents.size + 1}`;
      agents.set(name, id);
      agent[id] = {
        "prov:label": name,
        "prov:type": named(e.response?.actor.kind === "organisation" ? "prov:Organization" : "prov:Agent"),
      };
      return id;
    };
    for (const e of events) {
      const id = `doc:${e.document}`;
      const [date, url] = [dateOf(e), urlOf(e)];
      entity[id] ??= {
        "prov:label": e.title ?? e.excerpt ?? whoOf(e),
        "prov:type": e.kind,
        ...(url ? { "prov:location": url } : {}),
        ...(date ? { "whence:published": date } : {}),
        "whence:seen": e.seen,
      };
      relate("wasAttributedTo", `_:at-${e.id}`, { "prov:entity": id, "prov:agent": agentOf(e) });
      if (!e.parent) continue;
      const parent = e.parent.documentId ? `doc:${e.parent.documentId}` : `doc:unknown-${e.document}`;
      entity[parent] ??= { "prov:label": e.parent.label ?? "unknown source" };
      const { relation, kind } = relationOf(e.parent);
      const ends =
        relation === "wasInfluencedBy"
          ? { "prov:influencee": id, "prov:influencer": parent }
          : { "prov:generatedEntity": id, "prov:usedEntity": parent };
      const { type, basis, confidence } = e.parent;
      relate(relation, `_:from-${e.document}`, {
        ...ends,
        ...(kind ? { "prov:type": named(kind) } : {}),
        "whence:edge": type,
        "whence:basis": basis,
        "whence:confidence": confidence,
      });
    }
    return JSON.stringify({
      prefix: { doc: `${baseUrl}/d/`, agent: `${baseUrl}/c/${claim.id}#`, whence: `${baseUrl}/docs#` },
      entity,
      agent,
      ...relations,
    });
  },
};
