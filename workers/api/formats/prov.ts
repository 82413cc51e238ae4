import type * as z from "zod";
import { isNamedSource } from "../../../shared/model/id.ts";
import { settledStance } from "../../../shared/model/sighting.ts";
import type { TimelineOut } from "../views/stored.ts";
import type { Format } from "./format.ts";
import { agentType, dateOf, type Event, instantOf, isReported, urlOf, whoOf, wordsOf } from "./words.ts";

type Fields = Record<string, string | number>;
interface Provenance {
  /** Documents, their quotations and the claim, by local name. */
  entities: Map<string, { label: string; type: string; fields: Fields; value?: string; about?: string }>;
  agents: Map<string, { label: string; isOrganization: boolean }>;
  /** The publishing of a document: when, by whom, and from which document. */
  activities: Map<string, { label: string; at: string | null; agent: string; generated: string; used: string | null }>;
  /** Which document derives from which. An edge that a program inferred is only an influence. */
  derivations: {
    name: string;
    from: string;
    to: string;
    kind: "Quotation" | "PrimarySource" | "Revision" | null;
    isInferred: boolean;
    fields: Fields;
  }[];
}

const KINDS: Record<string, "Quotation" | "PrimarySource"> = { quote: "Quotation", repost: "Quotation", attribution: "PrimarySource" };

/** The provenance of a timeline in the terms of PROV-DM: documents and quotations are entities, publishing is an activity, authors are agents. */
export function provenanceOf({ claim, events }: z.output<typeof TimelineOut>): Provenance {
  const out: Provenance = { entities: new Map(), agents: new Map(), activities: new Map(), derivations: [] };
  const claimName = `claim-${claim.id}`;
  out.entities.set(claimName, { label: claim.text, type: "Claim", fields: {} });
  const agents = new Map<string, string>();
  const agentOf = (e: Event) => {
    const name = whoOf(e);
    const id = agents.get(name) ?? `agent-${agents.size + 1}`;
    agents.set(name, id);
    out.agents.set(id, { label: name, isOrganization: agentType(e) === "Organization" });
    return id;
  };
  for (const e of events) {
    const document = `document-${e.document}`;
    const date = dateOf(e);
    const url = urlOf(e);
    const fields = { kind: e.kind, seen: e.seen, ...(url && { location: url }), ...(date && { published: date }) };
    if (!out.entities.has(document)) out.entities.set(document, { label: e.title || wordsOf(e) || whoOf(e), type: "Document", fields });
    // A source that is only named: it is not known to have published anything.
    if (isNamedSource(e.document)) continue;
    const parent = e.parent ? `document-${e.parent.documentId ?? `unknown-${e.document}`}` : null;
    if (e.parent && parent && !out.entities.has(parent))
      out.entities.set(parent, { label: e.parent.label ?? "unknown source", type: "Document", fields: {} });
    // The response was made by the party that responded, not by the article that reports it.
    const response = `response-${e.id}`;
    if (isReported(e)) out.entities.set(response, { label: e.verb, type: "Response", fields: {} });
    const generated = isReported(e) ? response : document;
    out.activities.set(`event-${e.id}`, { label: e.verb, at: instantOf(e), agent: agentOf(e), generated, used: parent });
    if (e.quote) {
      const quotation = `quotation-${e.id}`;
      const stance = settledStance(e);
      const fields = { ...(stance && { stance }), role: e.role };
      out.entities.set(quotation, { label: e.verb, type: "Quotation", fields, value: e.quote.exact, about: claimName });
      out.derivations.push({ name: `quoted-${e.id}`, from: document, to: quotation, kind: "Quotation", isInferred: false, fields: {} });
    }
    if (!e.parent || !parent) continue;
    const { type, basis, confidence } = e.parent;
    const isInferred = basis === "similarity" || basis === "time";
    out.derivations.push({
      name: `edge-${e.document}`,
      from: parent,
      to: document,
      kind: KINDS[type] ?? null,
      isInferred,
      fields: { edge: type, basis, confidence },
    });
  }
  return out;
}

const qualified = (value: string) => ({ $: value, type: "prov:QUALIFIED_NAME" });
const own = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name === "location" ? "prov:location" : `whence:${name}`, value]));

/** PROV-JSON (W3C member submission, 2013): documents and quotations are entities, publishing is an activity, authors are agents. */
export const prov: Format = {
  label: "PROV-JSON",
  suffix: "prov.json",
  type: "application/json",
  write: (timeline, { baseUrl }) => {
    const { entities, agents, activities, derivations } = provenanceOf(timeline);
    const all = <T, U>(of: Map<string, T>, write: (one: T) => U) =>
      Object.fromEntries([...of].map(([name, one]) => [`here:${name}`, write(one)]));
    const each = <T>(of: Map<string, T>, prefix: string, write: (one: T, name: string) => object | null) =>
      Object.fromEntries(
        [...of].flatMap(([name, one]) => [write(one, name)].flatMap((value) => (value ? [[`_:${prefix}-${name}`, value]] : []))),
      );
    const derived = derivations.filter((one) => !one.isInferred);
    const inferred = derivations.filter((one) => one.isInferred);
    return JSON.stringify({
      prefix: { here: `${baseUrl}/c/${timeline.claim.id}#`, whence: `${baseUrl}/docs#` },
      entity: all(entities, ({ label, type, fields, value, about }) => ({
        "prov:label": label,
        "prov:type": qualified(`whence:${type}`),
        "prov:value": value,
        "whence:about": about && qualified(`here:${about}`),
        ...own(fields),
      })),
      agent: all(agents, ({ label, isOrganization }) => ({
        "prov:label": label,
        "prov:type": qualified(isOrganization ? "prov:Organization" : "prov:Agent"),
      })),
      activity: all(activities, ({ label, at }) => ({ "prov:label": label, ...(at && { "prov:startTime": at, "prov:endTime": at }) })),
      wasGeneratedBy: each(activities, "by", ({ generated, at }, name) => ({
        "prov:entity": `here:${generated}`,
        "prov:activity": `here:${name}`,
        "prov:time": at ?? undefined,
      })),
      wasAssociatedWith: each(activities, "with", ({ agent }, name) => ({
        "prov:activity": `here:${name}`,
        "prov:agent": `here:${agent}`,
      })),
      wasAttributedTo: each(activities, "to", ({ agent, generated }) => ({
        "prov:entity": `here:${generated}`,
        "prov:agent": `here:${agent}`,
      })),
      used: each(activities, "used", ({ used }, name) =>
        used === null ? null : { "prov:activity": `here:${name}`, "prov:entity": `here:${used}` },
      ) as object,
      wasDerivedFrom: Object.fromEntries(
        derived.map(({ name, from, to, kind, fields }) => [
          `_:${name}`,
          {
            "prov:generatedEntity": `here:${to}`,
            "prov:usedEntity": `here:${from}`,
            "prov:type": kind ? qualified(`prov:${kind}`) : undefined,
            ...own(fields),
          },
        ]),
      ),
      wasInfluencedBy: Object.fromEntries(
        inferred.map(({ name, from, to, fields }) => [
          `_:${name}`,
          { "prov:influencee": `here:${to}`, "prov:influencer": `here:${from}`, ...own(fields) },
        ]),
      ),
    });
  },
};
