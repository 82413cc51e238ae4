import { digest } from "../../../shared/model/id.ts";
import type { Format } from "./format.ts";
import { type Event, titleOf, urlOf, whoOf, wordsOf } from "./words.ts";

/** A version 5-shaped UUID of a name: the same thing has the same id in every export. */
function uuidOf(name: string): string {
  const hex = [...digest(name)].map((c) => (c.charCodeAt(0) % 16).toString(16)).join("");
  const at = (from: number, length: number) => hex.padEnd(32, "0").slice(from, from + length);
  return `${at(0, 8)}-${at(8, 4)}-5${at(13, 3)}-a${at(17, 3)}-${at(20, 12)}`;
}
interface StixObject {
  type: string;
  id: string;
  [field: string]: unknown;
}

/** STIX 2.1 (OASIS): the claim as a report that refers to each appearance as an observed URL, its author as an identity, and each passing on as a relationship. */
export const stix: Format = {
  label: "STIX",
  suffix: "stix.json",
  type: "application/stix+json;version=2.1",
  write: ({ claim, changedAt, events }, { baseUrl }) => {
    const page = `${baseUrl}/c/${claim.id}`;
    const common = { spec_version: "2.1", created: changedAt, modified: changedAt };
    const objects = new Map<string, StixObject>();
    const add = (object: StixObject) => {
      objects.set(object.id, object);
      return object.id;
    };
    const maker = add({
      type: "identity",
      id: `identity--${uuidOf(`instance:${baseUrl}`)}`,
      ...common,
      name: "Whence",
      identity_class: "system",
    });
    const identityOf = (e: Event) => {
      const name = whoOf(e);
      const identityClass = e.response?.actor.kind === "organisation" || e.kind === "article" ? "organization" : "individual";
      return add({
        type: "identity",
        id: `identity--${uuidOf(`identity:${name}`)}`,
        ...common,
        name,
        identity_class: identityClass,
        created_by_ref: maker,
      });
    };
    const noteOf = new Map<string, string>();
    for (const e of events) {
      const url = urlOf(e);
      const refs = [identityOf(e)];
      if (url) refs.push(add({ type: "url", spec_version: "2.1", id: `url--${uuidOf(`url:${url}`)}`, value: url }));
      const content = wordsOf(e) || titleOf(e);
      const labels = [e.lane, e.stance, e.kind].map((word) => word.replaceAll(" ", "-"));
      const note = add({
        type: "note",
        id: `note--${uuidOf(`event:${e.id}`)}`,
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
      const [source, target] = [noteOf.get(e.document), noteOf.get(e.parent?.documentId ?? "")];
      if (!source || !target || !e.parent) continue;
      const confidence = Math.round(e.parent.confidence * 100);
      add({
        type: "relationship",
        id: `relationship--${uuidOf(`edge:${e.document}:${e.parent.documentId}`)}`,
        ...common,
        relationship_type: "derived-from",
        source_ref: source,
        target_ref: target,
        description: e.parent.type,
        confidence,
        created_by_ref: maker,
      });
    }
    const refs = [...objects.keys()].filter((id) => id !== maker);
    const report = {
      type: "report",
      id: `report--${uuidOf(`claim:${claim.id}`)}`,
      ...common,
      created_by_ref: maker,
      name: claim.text,
      published: changedAt,
      object_refs: refs.length ? refs : [maker],
      ...(claim.lang ? { lang: claim.lang } : {}),
      external_references: [{ source_name: "Whence", url: page }],
    };
    return JSON.stringify({
      type: "bundle",
      id: `bundle--${uuidOf(`bundle:${claim.id}:${changedAt}`)}`,
      objects: [report, ...objects.values()],
    });
  },
};
