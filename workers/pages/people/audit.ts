/** `/people/audit`: what people and keys decided. */

import { type NamesOfPeople, whoInWords } from "../../../shared/access/who.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import { isId } from "../../../shared/model/id.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import type { AuditEvent } from "../../store/access/audit.ts";
import { frame } from "../desk/frame.ts";
import { html, type Markup, moment, nothing, optionsOf, type Page, source } from "../ui/html.ts";

import type { Viewer } from "../ui/viewer.ts";

const m = people.audit;

/** Names for the ids in decisions. */
export interface Names extends NamesOfPeople {
  /** The wordings of claims. */
  claims: ReadonlyMap<string, string>;
}
const text = (value: unknown) => (typeof value === "string" ? value : null);
/** The claim or document that a decision is about, as a link. */
function thing({ subject, detail, by }: AuditEvent, baseUrl: string, names: Names): Markup {
  const claim = subject.startsWith("c") ? subject : text(detail["claim"]);
  if (isId("c", claim)) return html`<a href="${baseUrl}/c/${claim}">${source(names.claims.get(claim) ?? m.aClaim, 140)}</a>`;
  if (isId("d", subject)) return html`<a href="${baseUrl}/d/${subject}">${m.aDocument}</a>`;
  const name = names.people.get(subject) ?? names.keys.get(subject);
  // People's actions on their own account, and invitations, need no object.
  return name === undefined || by === `person:${subject}` ? nothing : html`${source(name, 100)}`;
}
/** What a field of a claim is; those of its embed ("embed.headline") are told as one. */
const partInWords = (field: unknown): string => ownProperty(m.parts, String(field).replace(/\..*$/s, "")) ?? String(field);
/** Details of an event: the fields that changed, the old and new role. */
function details({ type, detail }: AuditEvent): string {
  const role = detail["role"];
  const parts = [
    Array.isArray(detail["changed"]) ? [...new Set(detail["changed"].map(partInWords))].join(", ") : "",
    Array.isArray(role) ? m.fromTo(String(role[0]), String(role[1])) : text(role),
    detail["switchedOff"] === true ? people.page.off : "",
    detail["switchedOff"] === false ? people.page.switchOn.toLowerCase() : "",
    type === "session.begun" ? text(detail["way"]) : "",
    text(detail["why"]),
  ];
  return parts.filter(Boolean).join("; ");
}

/** The rows of a list of decisions. */
export function decisionRows(decisions: readonly AuditEvent[], baseUrl: string, names: Names): Markup {
  return html`<ul class="lines done" role=list>${decisions.map((one) => {
    const more = details(one);
    return html`<li><p class="s soft">${moment(one.at)}</p><p><b>${source(whoInWords(one.by, names), 120)}</b> ${
      ownProperty(people.did, one.type) ?? one.type.replaceAll(/[._]/g, " ")
    } ${thing(one, baseUrl, names)}${more && html`<br><small>${source(more, 300)}</small>`}</p></li>`;
  })}</ul>`;
}

export interface AuditFilter {
  by: string;
  did: string;
  about: string;
  since: string;
}
export interface AuditData {
  baseUrl: string;
  viewer: Viewer;
  decisions: readonly AuditEvent[];
  names: Names;
  filter: AuditFilter;
  /** Choices for the filter "who": the value in events, and its label. */
  who: readonly (readonly [string, string])[];
  /** Links: earlier decisions, and the same list as downloads. */
  older: string | null;
  csv: string;
  ndjson: string;
  /** Number of decisions that a filter has read; null: all of them. */
  looked: number | null;
}
/** Choices for the filter "what": the families of events. */
export const FAMILIES: readonly (readonly [string, string])[] = Object.entries(m.families);

interface Select {
  name: string;
  label: string;
  chosen: string;
  /** The words for no choice. */
  any: string;
  /** Values and their words. */
  options: readonly (readonly [string, string])[];
}
function select({ name, label, chosen, any, options }: Select): Markup {
  return html`<div><label for=${name}>${label}</label><select id=${name} name=${name}>${optionsOf([["", any], ...options], chosen)}</select></div>`;
}

/** The page: filters, the list, and downloads. */
export function auditPage(data: AuditData): Page {
  const { baseUrl, viewer, decisions, filter, names } = data;
  const who = select({ name: "by", label: m.who, chosen: filter.by, any: m.anybody, options: data.who });
  const what = select({ name: "did", label: m.did, chosen: filter.did, any: m.anything, options: FAMILIES });
  const main = html`<div class=wrap><h1>${m.title}</h1><p class=soft>${m.lead} <a href="${data.csv}">${m.csv}</a>, <a href="${data.ndjson}">${
    m.ndjson
  }</a> (${m.exportHint}).</p><form class="filters panel fields" action="${baseUrl}/people/audit">${who}${what}<div><label for=about>${
    m.about
  }</label><input id=about name=about value="${filter.about}" maxlength=300 placeholder="${m.aboutHint}"></div><div><label for=since>${
    m.when
  }</label><input id=since name=since type=date value="${filter.since}"></div><button class=btn>${m.show}</button></form>${
    decisions.length ? decisionRows(decisions, baseUrl, names) : html`<p class=soft>${m.none}</p>`
  }${data.looked !== null && html`<p class="s soft">${m.looked(data.looked)}</p>`}${data.older && html`<p><a href="${data.older}">${m.older}</a></p>`}</div>`;
  return frame({ baseUrl, title: m.title, main, viewer, page: "people", waiting: null, styles: ["people.css"] });
}
