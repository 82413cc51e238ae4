import { createHash } from "node:crypto";
import { settledStance } from "../../../shared/model/sighting.ts";
import type { Format } from "./format.ts";
import { agentType, type Event, titleOf, urlOf, whoOf, wordsOf } from "./words.ts";

/** Namespaces of ids: of observables, whose ids follow from their content (STIX 2.1, 2.9); and of instances, each with its own. */
const OBSERVABLES = "00abedb4-aa42-466c-9c01-fed23315a9b7";
const INSTANCES = "6f1d7c4e-3a52-5b0e-9d41-77e0c2a8b915";
/** The version of identities: an identity is the same in the exports of all claims of an instance. */
const IDENTITY = { spec_version: "2.1", created: "2025-01-01T00:00:00.000Z", modified: "2025-01-01T00:00:00.000Z" };

/** A UUID of version 5 (RFC 9562): the same thing has the same id in every export. */
function uuidOf(name: string, namespace: string): string {
  const space = Uint8Array.from(namespace.replaceAll("-", "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hex = createHash("sha1").update(space).update(name).digest("hex");
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
interface StixObject {
  type: string;
  id: string;
  [field: string]: unknown;
}

const CLASSES: Record<string, string> = { Organization: "organization", Person: "individual" };
/** Who published a document or responded, as an identity in the namespace of an instance. */
function identityObject(e: Event, instance: string): StixObject {
  const name = whoOf(e);
  const identityClass = CLASSES[agentType(e) ?? ""] ?? "unspecified";
  return {
    type: "identity",
    id: `identity--${uuidOf(`identity:${identityClass}:${name}`, instance)}`,
    ...IDENTITY,
    name,
    identity_class: identityClass,
  };
}

/** STIX 2.1 (OASIS): the claim as a report on its appearances, each an observed URL with its author as an identity; each edge as a relationship. */
export const stix: Format = {
  label: "STIX",
  suffix: "stix.json",
  type: "application/stix+json;version=2.1",
  write: ({ claim, changedAt, events, counts }, { baseUrl }) => {
    const page = `${baseUrl}/c/${claim.id}`;
    const instance = uuidOf(baseUrl, INSTANCES);
    const common = { spec_version: "2.1", created: claim.createdAt, modified: changedAt };
    const objects = new Map<string, StixObject>();
    const add = (object: StixObject) => {
      objects.set(object.id, object);
      return object.id;
    };
    const maker = add({
      type: "identity",
      id: `identity--${instance}`,
      ...IDENTITY,
      name: "Whence",
      identity_class: "system",
    });
    const identityOf = (e: Event) => add({ ...identityObject(e, instance), created_by_ref: maker });
    const noteOf = new Map<string, string>();
    for (const e of events) {
      const url = urlOf(e);
      const refs = [identityOf(e)];
      if (url)
        refs.push(add({ type: "url", spec_version: "2.1", id: `url--${uuidOf(JSON.stringify({ value: url }), OBSERVABLES)}`, value: url }));
      const content = wordsOf(e) || titleOf(e);
      const labels = [e.lane, settledStance(e) ?? [], e.kind].flat();
      const note = add({
        type: "note",
        id: `note--${uuidOf(`event:${e.id}`, instance)}`,
        ...common,
        abstract: titleOf(e),
        content,
        labels,
        object_refs: refs,
        created_by_ref: maker,
      });
      noteOf.set(e.document, note);
    }
    for (const e of events) {
      const child = noteOf.get(e.document);
      const parent = noteOf.get(e.parent?.documentId ?? "");
      if (!child || !parent || !e.parent) continue;
      const confidence = Math.round(e.parent.confidence * 100);
      add({
        type: "relationship",
        id: `relationship--${uuidOf(`edge:${parent}:${child}`, instance)}`,
        ...common,
        relationship_type: "derived-from",
        // "The information in the target object is based on information from the source object" (STIX 2.1, 3.7), whatever the name suggests.
        source_ref: parent,
        target_ref: child,
        description: e.parent.type,
        confidence,
        created_by_ref: maker,
      });
    }
    const refs = [...objects.keys()].filter((id) => id !== maker);
    // A version of an object must be the same in every export, so each page of a long timeline is a report of its own.
    const part = events.length < counts.sightings ? `:${refs.join()}` : "";
    const report = {
      type: "report",
      id: `report--${uuidOf(`claim:${claim.id}${part}`, instance)}`,
      ...common,
      created_by_ref: maker,
      name: claim.text,
      published: changedAt,
      object_refs: refs.length ? refs : [maker],
      lang: claim.lang || undefined,
      external_references: [{ source_name: "Whence", url: page }],
    };
    return JSON.stringify({
      type: "bundle",
      id: `bundle--${uuidOf(`bundle:${claim.id}:${changedAt}${part}`, instance)}`,
      objects: [report, ...objects.values()],
    });
  },
};
