/** `/people`: people with their roles, invitations, keys, the viewer's account, and the latest decisions. */

import { Role } from "../../../shared/access/person.ts";
import { ENGLISH, instantInWords } from "../../../shared/i18n/index.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import { Scope } from "../../../shared/model/scope.ts";
import type { Key } from "../../access/keys.ts";
import type { AuditEvent } from "../../store/access/audit.ts";
import type { Invitation, Person } from "../../store/access/people.ts";
import type { Session } from "../../store/access/sessions.ts";
import { face, faultAt, frame, onceField } from "../desk/frame.ts";
import { html, type Markup, nothing, optionsOf, type Page, source } from "../ui/html.ts";

import type { Viewer } from "../ui/viewer.ts";
import { decisionRows, type Names } from "./audit.ts";

const m = people.page;
const when = (ms: number) => instantInWords(ms, ENGLISH);

export interface PeopleData {
  baseUrl: string;
  viewer: Viewer;
  /** In ms since 1970. */
  now: number;
  people: Omit<Person, "createdAt">[];
  /** Both empty unless the viewer is an admin. */
  invitations: Omit<Invitation, "hash" | "invitedBy" | "createdAt">[];
  keys: Omit<Key, "createdAt">[];
  /** Sessions of the viewer. */
  sessions: Pick<Session, "id" | "browser" | "createdAt" | "usedAt">[];
  decisions: AuditEvent[];
  names: Names;
  /** The result of the last form; `secret` and `link` are shown only once. */
  message: { kind: "done" | "problem"; text: string; field?: string; secret?: string; link?: string } | null;
  /** What was typed into a form that was refused. */
  typed?: Readonly<Record<string, string>>;
}

const roleOptions = (chosen: Role) =>
  Role.options.map((role) => html`<option value=${role}${role === chosen ? html` selected` : nothing}>${people.roles[role].name}</option>`);
/** A submit button; `kind` has its class names (desk.css). */
const button = (act: string, label: string, kind = "small") => html`<button class="btn ${kind}" name=do value=${act}>${label}</button>`;

function personRow(p: PeopleData["people"][number], { baseUrl, viewer }: PeopleData): Markup {
  const isAdmin = viewer.may("admin");
  const action = `${baseUrl}/people`;
  const role = people.roles[p.role];
  const note = [viewer.person?.id === p.id ? m.you : "", p.switchedOffAt !== null ? m.off : ""].filter(Boolean).join(", ");
  const id = html`<input type=hidden name=person value="${p.id}">`;
  const setting = isAdmin
    ? html`<form class=inline action="${action}" method=post>${
        id
      }<select name=role aria-label="${m.may(p.name)}">${roleOptions(p.role)}</select>${button("role", m.set, "small quiet")}</form>`
    : html`<p>${role.name}</p>`;
  const off =
    p.switchedOffAt === null
      ? html`${button("code", m.code)}${button("signed-out", m.signOutAll)}${button("off", m.switchOff, "small bad")}<p class="s soft">${m.switchOffHint}</p>`
      : button("on", m.switchOn);
  const more = isAdmin
    ? html`<details><summary>${m.more}<span class=sr>: ${p.name}</span></summary><form class=stack action="${action}" method=post>${
        id
      }${off}</form><p><a href="${baseUrl}/people/audit?by=person:${p.id}">${m.whatDid}</a></p></details>`
    : html`<p><a href="${baseUrl}/people/audit?by=person:${p.id}">${m.whatDid}<span class=sr>: ${p.name}</span></a></p>`;
  return html`<li${p.switchedOffAt !== null ? html` class=off` : nothing}><div class=who>${face(p.name)}<div><p><b>${source(p.name, 100)}</b>${
    note && html` <small>${note}</small>`
  }</p>${p.email && html`<p class="s soft">${source(p.email, 200)}</p>`}</div></div>${setting}<p class="s soft">${
    p.seenAt === null ? "" : m.lastHere(when(p.seenAt))
  }</p>${more}</li>`;
}

const faultIn = ({ message }: PeopleData, name: string) => faultAt(message?.kind === "problem" ? message : null, name);
interface Field {
  name: string;
  label: string;
  type: string;
  /** Further attributes. */
  more?: Markup;
}
function field(data: PeopleData, { name, label, type, more = nothing }: Field): Markup {
  const fault = faultIn(data, name);
  return html`<div><label for=${name}>${label}</label>${fault.said}<input id=${name} name=${name} type=${type} value="${data.typed?.[name] ?? ""}"${more}${fault.mark}></div>`;
}

function invitationParts(data: PeopleData): Markup {
  const { baseUrl, invitations, now, typed = {} } = data;
  const role = Role.safeParse(typed["role"]).data ?? (data.people.length ? "reporter" : "admin");
  const name = field(data, { name: "name", label: m.name, type: "text", more: html` required maxlength=100` });
  const email = field(data, { name: "email", label: m.email, type: "email", more: html` maxlength=200 aria-describedby=email-hint` });
  const form = html`<form class=panel action="${baseUrl}/people" method=post aria-labelledby=invite-h>${onceField()}<h3 id=invite-h>${
    m.inviteTitle
  }</h3><div class=fields>${name}${email}<div><label for=role>${
    m.role
  }</label><select id=role name=role>${roleOptions(role)}</select></div>${button("invite", m.invite, "primary")}</div><p class="s soft" id=email-hint>${m.emailHint}</p></form>`;
  if (!invitations.length) return form;
  return html`${form}<h3>${m.invitations}</h3><ul class=lines role=list>${invitations.map(
    (i) =>
      html`<li><div><p><b>${source(i.name, 100)}</b> <small>${people.roles[i.role].name}</small></p>${
        i.email && html`<p class="s soft">${source(i.email, 200)}</p>`
      }</div><p class="s soft">${
        i.expiresAt <= now ? m.over : m.until(when(i.expiresAt))
      }</p><form class=inline action="${baseUrl}/people" method=post><input type=hidden name=invitation value="${
        i.id
      }">${button("uninvite", m.takeBack, "small quiet")}</form></li>`,
  )}</ul>`;
}

/** When a key ends or has ended, in words. */
function endOf({ revokedAt, expiresAt }: PeopleData["keys"][number], now: number): string {
  if (revokedAt !== null) return m.revoked;
  if (expiresAt === null) return m.neverEnds;
  return expiresAt <= now ? m.ended : m.ends(when(expiresAt));
}
function keyRow(k: PeopleData["keys"][number], { baseUrl, now }: PeopleData): Markup {
  const scopes = k.scopes.map((scope) => m.scopes[scope as Scope] ?? scope).join(", ");
  const acts =
    k.revokedAt === null
      ? html`<form class=inline action="${baseUrl}/people" method=post aria-label="${k.name} ${
          k.id
        }"><input type=hidden name=key value="${k.id}">${button("renew", m.renew, "small quiet")} ${button("revoke", m.revoke, "small bad")}</form>`
      : nothing;
  return html`<li${k.revokedAt !== null ? html` class=off` : nothing}><div><p><b>${source(k.name, 100)}</b> <small>${scopes}</small></p><p class="s soft">${
    k.owner ? source(m.belongsTo(k.owner.name), 140) : m.belongsToNobody
  } · <code>${k.id}</code></p></div><p class="s soft">${k.usedAt === null ? m.neverUsed : m.lastUsed(when(k.usedAt))}<br>${endOf(k, now)}</p>${acts}</li>`;
}
function keyParts(data: PeopleData): Markup {
  const { baseUrl, keys, people: all, viewer, typed = {} } = data;
  const active = all.filter((p) => p.switchedOffAt === null);
  const names = active.map(({ id, name }) => [id, name] as const);
  const owners = optionsOf([["", m.nobodyOption], ...names], typed["owner"] ?? viewer.person?.id);
  const ends = Object.entries({ 90: m.days90, 365: m.year, "": m.never });
  const keyName = field(data, { name: "keyname", label: m.keyName, type: "text", more: html` required maxlength=100` });
  return html`<section aria-labelledby=keys><h2 id=keys>${m.keys}</h2><p>${m.keysLead}</p>${
    keys.length ? html`<ul class=lines role=list>${keys.map((k) => keyRow(k, data))}</ul>` : html`<p class=soft>${m.noKeys}</p>`
  }<form class=panel action="${baseUrl}/people" method=post aria-labelledby=make-h>${onceField()}<h3 id=make-h>${
    m.makeKey
  }</h3><div class=fields>${keyName}<fieldset class=wide><legend class=lab>${m.keyScopes}</legend>${faultIn(data, "scope").said}<div>${Scope.options.map(
    (scope) =>
      html`<label class=tick><input type=checkbox name=scope value=${scope}${scope === "read" ? html` checked` : nothing}> ${m.scopes[scope]}</label>`,
  )}</div></fieldset><div><label for=owner>${m.keyOwner}</label><select id=owner name=owner>${owners}</select></div><div><label for=ends>${
    m.keyEnds
  }</label><select id=ends name=ends>${optionsOf(ends, "365")}</select></div>${button("key", m.makeKey, "primary")}</div></form></section>`;
}

function accountPart({ baseUrl, viewer, sessions }: PeopleData): Markup {
  let who: string = m.byKey;
  if (viewer.open) who = m.open;
  else if (viewer.person && !viewer.by?.startsWith("key:")) who = m.accountLead(viewer.person.name, people.roles[viewer.person.role].name);
  const list = sessions.map(
    (s) =>
      html`<li><div><p>${source(s.browser, 80)}${
        s.id === viewer.session && html` <small>${m.thisOne}</small>`
      }</p><p class="s soft">${m.since(when(s.createdAt))}</p></div><form class=inline action="${
        baseUrl
      }/people/me" method=post><input type=hidden name=session value="${s.id}">${button(
        "end",
        s.id === viewer.session ? people.signIn.signOut : m.end,
        "small quiet",
      )}</form></li>`,
  );
  return html`<section class=card aria-labelledby=me><h2 id=me>${m.account}</h2><p>${source(who, 300)}</p>${
    list.length ? html`<h3>${m.sessions}</h3><ul class=lines role=list>${list}</ul>` : nothing
  }</section>`;
}

function messagePart({ message }: PeopleData): Markup {
  if (message?.kind !== "done") return nothing;
  const { text, secret, link } = message;
  return html`<div class=did role=status><div><p>${source(text, 400)}</p>${
    secret && html`<p><code class=secret>${secret}</code></p>`
  }${link && html`<p><a href="${link}">${link}</a></p>`}${(secret || link) && html`<p class="s soft">${m.showOnce}</p>`}</div></div>`;
}

/** The page. Its forms go to `/people`; those of the viewer's own account to `/people/me`. */
export function peoplePage(data: PeopleData): Page {
  const { baseUrl, viewer, people: all, decisions, names } = data;
  const isAdmin = viewer.may("admin");
  const main = html`${messagePart(data)}<div class=wrap><div class=row><h1>${m.title}</h1><nav class="row push s" aria-label="${m.onPage}"><a href="#people">${m.people}</a>${
    isAdmin && html` <a href="#keys">${m.keys}</a>`
  } <a href="#me">${m.account}</a> <a href="#done">${
    m.history
  }</a></nav></div><div class="cols people"><div><section aria-labelledby=people><h2 id=people>${m.people} <span class=count>${all.length}</span></h2>${
    all.length ? html`<ul class="lines persons" role=list>${all.map((p) => personRow(p, data))}</ul>` : html`<p class=soft>${m.nobody}</p>`
  }${
    isAdmin ? invitationParts(data) : html`<p class="s soft">${people.refusals.admins}</p>`
  }</section>${isAdmin && keyParts(data)}<section aria-labelledby=done><h2 id=done>${m.history}</h2>${
    decisions.length ? decisionRows(decisions, baseUrl, names) : html`<p class=soft>${people.audit.none}</p>`
  }<p><a href="${baseUrl}/people/audit">${m.all}</a></p></section></div><div class=side>${accountPart(data)}<section class=card aria-labelledby=roles><h2 id=roles>${
    m.rolesTitle
  }</h2><dl class=roles>${Role.options.map(
    (role) => html`<dt>${people.roles[role].name}</dt><dd>${people.roles[role].may}</dd>`,
  )}</dl></section></div></div></div>`;
  const { kind, text = "", field } = data.message ?? {};
  const strip = kind === "problem" ? { text, field, undo: null, back: "/people", isProblem: true } : null;
  return frame({ baseUrl, title: m.title, main, viewer, page: "people", waiting: null, strip, styles: ["people.css"] });
}
