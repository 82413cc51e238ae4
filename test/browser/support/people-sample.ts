/** What the pages of people show: an admin, a reviewer, somebody switched off; keys of every kind; decisions. */
import type { AuditData } from "../../../workers/pages/people/audit.ts";
import type { PeopleData } from "../../../workers/pages/people/people.ts";
import { EDITOR } from "./console-sample.ts";

const at = Date.UTC(2025, 3, 9, 8, 30);
const DAY = 86_400_000;
const baseUrl = "https://whence.example";
const person = (n: number) => `p${String(n).repeat(26)}`;
const claim = `c${"4".repeat(26)}`;

const decisions: PeopleData["decisions"] = [
  {
    seq: 9,
    at,
    type: "sighting.confirmed",
    subject: `s${"1".repeat(26)}`,
    by: `person:${person(1)}`,
    detail: { claim, state: "confirmed" },
  },
  {
    seq: 8,
    at: at - 60_000,
    type: "claim.changed",
    subject: claim,
    by: `key:k1/${person(1)}`,
    detail: { changed: ["text", "visibility"] },
  },
  { seq: 7, at: at - DAY, type: "person.changed", subject: person(2), by: "key:dev", detail: { role: ["reporter", "reviewer"] } },
  { seq: 6, at: at - DAY, type: "document.erased", subject: `d${"2".repeat(26)}`, by: "local", detail: {} },
];
const names: PeopleData["names"] = {
  people: new Map([
    [person(1), "Ana Ruiz"],
    [person(2), "Jonas Weber"],
  ]),
  keys: new Map([["k1", "Newsroom CMS"]]),
  claims: new Map([[claim, "Llama 4 was trained on the test sets of its benchmarks"]]),
};

export function peopleSample(): PeopleData {
  const listed = { email: null, seenAt: at, switchedOffAt: null };
  const key = { owner: { id: person(1), name: "Ana Ruiz" }, expiresAt: at + 90 * DAY, revokedAt: null, usedAt: at };
  return {
    baseUrl,
    viewer: { ...EDITOR, person: { id: person(1), name: "Ana Ruiz", role: "admin" }, session: "s1" },
    now: at,
    people: [
      { ...listed, id: person(1), name: "Ana Ruiz", email: "ana@paper.example", role: "admin" },
      {
        ...listed,
        id: person(2),
        name: "Jonas Weber",
        email: "jonas.weber.with-a-long-name@newspaper-with-a-long-name.example",
        role: "reviewer",
        seenAt: null,
      },
      { ...listed, id: person(3), name: "Priya Nair", role: "reporter", switchedOffAt: at },
    ],
    invitations: [{ id: "i1", name: "Lena Brandt", email: "lena@paper.example", role: "reader", expiresAt: at + 7 * DAY }],
    keys: [
      { ...key, id: "k1", name: "Newsroom CMS", scopes: ["read"] },
      { ...key, id: "k2", name: "Crawler at the archive", scopes: ["read", "ingest"], owner: null, expiresAt: null, usedAt: null },
      { ...key, id: "k3", name: "Old script", scopes: ["admin"], revokedAt: at },
    ],
    sessions: [
      { id: "s1", browser: "Firefox on Windows", createdAt: at - DAY, usedAt: at },
      { id: "s2", browser: "Chrome on Android", createdAt: at - 2 * DAY, usedAt: at - DAY },
    ],
    decisions,
    names,
    message: {
      kind: "done",
      text: "Jonas Weber signs in with this code, or its link, within 15 minutes.",
      secret: "7KQ2-M0XD-4TRB",
      link: `${baseUrl}/signin?code=7KQ2-M0XD-4TRB`,
    },
  };
}

export function auditSample(): AuditData {
  return {
    baseUrl,
    viewer: EDITOR,
    decisions,
    names,
    filter: { by: `person:${person(1)}`, did: "claim.", about: "", since: "2025-04-01" },
    who: [
      [`person:${person(1)}`, "Ana Ruiz"],
      [`key:k1/${person(1)}`, "key “Newsroom CMS” of Ana Ruiz"],
    ],
    older: `${baseUrl}/people/audit?before=x`,
    csv: `${baseUrl}/people/audit.csv`,
    ndjson: `${baseUrl}/people/audit.ndjson`,
    looked: 200,
  };
}
