/** The desk: changes on watched claims, followed claims with views and filters, and below them proposed claims. Works without script. */

import { groupAlike } from "../../../shared/cluster/same-statement.ts";
import { sumOf } from "../../../shared/collections.ts";
import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { deskList as m } from "../../../shared/i18n/desk/pages.en.ts";
import { queue } from "../../../shared/i18n/desk/queue.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { plain } from "../../../shared/i18n/index.ts";
import { capital } from "../../../shared/i18n/name.ts";
import { isOfWaiting, type ListFilter, NO_FILTER } from "../../../shared/review/desk-list.ts";
import { MAX_WAITING } from "../../store/claims/stories.ts";
import type { DeskPage, ListedClaim, Place } from "../../store/desk/list.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import { sparkline } from "../ui/sparkline.ts";
import type { Viewer } from "../ui/viewer.ts";
import { ago, face, field, filtersIn, frame, hidden, options, type Strip, sureMark, visibilityPill } from "./frame.ts";

export interface DeskData extends DeskPage {
  baseUrl: string;
  viewer: Viewer;
  filter: ListFilter;
  /** How many claims are on the pages before; 0 on the first. */
  before: number;
  strip: Strip | null;
  now: number;
}

/** The address of the list with its filters. */
export function deskPath(filter: ListFilter, more: Record<string, string> = {}): string {
  const changed = Object.entries(filter).filter(([name, value]) => value !== NO_FILTER[name as keyof ListFilter]);
  const query = new URLSearchParams([...changed, ...Object.entries(more).filter(([, value]) => value)] as [string, string][]).toString();
  return `/${query && `?${query}`}`;
}
const placePath = ({ filter }: DeskData, place: Place, before: number) =>
  deskPath(filter, { after: `${place.at}.${place.id}`, n: String(before) });
const isSame = (a: ListFilter, b: ListFilter) => deskPath(a) === deskPath(b);

function views(data: DeskData): Markup {
  const { baseUrl, filter, counts, waiting, viewer } = data;
  const of = (state: string) => sumOf(["public", "unlisted", "private"], (one) => counts.get(`${state} ${one}`) ?? 0);
  const things = waiting.response + waiting.appearance + waiting.source;
  const link = (label: string, to: Partial<ListFilter>, count: number | null = null) => {
    const target = { ...NO_FILTER, ...to };
    return html`<a href="${baseUrl}${deskPath(target)}"${isSame(target, filter) && html` aria-current=page`}>${label}${
      count !== null && html` <span class=soft>${count.toLocaleString("en")}</span>`
    }</a>`;
  };
  const saved = data.views.map(
    (one) =>
      html`<form class=view method=post action="${baseUrl}/views">${hidden({ id: one.id, back: deskPath(filter) })}<a href="${baseUrl}${one.path}"${
        one.path === deskPath(filter) && html` aria-current=page`
      }>${plain(one.name, 60)}</a><button class="btn small quiet" name=do value=remove aria-label="${m.remove}: ${plain(one.name, 60)}">×</button></form>`,
  );
  return html`<nav class=views aria-label="${m.viewsTitle}"><h2>${m.viewsTitle}</h2>${link(m.views["all"] ?? "", {}, of("open"))}${
    viewer.person && link(m.mine, { owner: "me" })
  }${link(
    m.views["waits"] ?? "",
    { view: "waits" },
    things,
  )}${link(m.nobody, { owner: "nobody" })}${link(m.views["watched"] ?? "", { view: "watched" })}${link(m.public, { visibility: "public" }, counts.get("open public") ?? 0)}${link(
    m.views["quiet"] ?? "",
    { view: "quiet" },
  )}${link(m.settled, { state: "settled" }, of("settled"))}${link(m.archived, { state: "archived" }, of("archived"))}${
    saved.length > 0 && html`<h2>${m.savedByMe}</h2>${saved}`
  }</nav>`;
}

function changed({ baseUrl, changed: list, now, filter }: DeskData): Markup {
  if (!list.length) return nothing;
  const item = (one: DeskData["changed"][number]) =>
    html`<li><time class="soft s">${ago(one.changedAt, now)}</time><span><a href="${baseUrl}/c/${one.mergedInto ?? one.claimId}?as=editor"><b>${source(one.text, 160)}</b></a> ${
      one.mergedInto ? m.changed.merged : m.changed.what(one.newSightings, one.newResponses)
    }</span><form method=post action="${baseUrl}/watch" class=row>${hidden({ claim: one.claimId, back: deskPath(filter) })}<button class="btn small quiet" name=do value=seen>${
      m.changed.seen
    }<span class=sr>: ${plain(one.text, 80)}</span></button></form></li>`;
  return html`<section class=alerts aria-labelledby=changed><h2 id=changed>${m.changed.title} <span class=count>${
    list.length
  }</span> <a class="s push plain-weight" href="${baseUrl}/alerts">${m.changed.all}</a></h2><ul>${list.slice(0, 5).map(item)}</ul></section>`;
}

function filters({ baseUrl, filter }: DeskData): Markup {
  const select = (name: "state" | "visibility" | "owner" | "kind" | "order", of: Readonly<Record<string, string>>) =>
    html`<div><label for="l-${name}">${m.filters[name]}</label><select id="l-${name}" name=${name}>${options(of, filter[name])}</select></div>`;
  const { proposed: _, ...states } = desk.states;
  const owners = /^$|^me$|^nobody$/.test(filter.owner) ? m.owners : { ...m.owners, [filter.owner]: filter.owner };
  return html`<form class=filters action="${baseUrl}/" role=search aria-label="${m.title}"><div class=words><label for=l-q>${
    m.filters.q
  }</label><input type=search id=l-q name=q maxlength=200 value="${filter.q}"></div>${select("state", {
    ...states,
    any: m.anyState,
  })}${select("visibility", { any: m.anyVisibility, ...desk.visibilities })}${select("owner", owners)}${select("kind", m.waitKinds)}${select("order", m.orders)}<button class=btn>${
    m.filters.show
  }</button></form>`;
}
/** A form that saves the filters under a name. */
function saveView({ baseUrl, filter, views: saved }: DeskData): Markup {
  const path = deskPath(filter);
  if (path === "/" || saved.some((one) => one.path === path)) return nothing;
  const name = field({ name: "name", label: m.viewName, more: html` required maxlength=60`, id: "l-name" });
  return html`<details class="menu right"><summary class="btn quiet">${
    m.save
  }</summary><div><form method=post action="${baseUrl}/views"><div class=grid>${hidden({ path })}${name}<button class="btn primary" name=do value=save>${
    m.save
  }</button></div></form></div></details>`;
}

function waits({ claim, waiting }: ListedClaim, { baseUrl, viewer }: DeskData): Markup {
  const other = waiting.appearance + waiting.source;
  const all = waiting.response + other;
  const unsure =
    claim.unsure && viewer.may("review")
      ? html`<a class="xs under" href="${baseUrl}/c/${claim.id}/stances">${m.toSettle(claim.unsure)}<span class=sr>: ${plain(claim.text, 80)}</span></a>`
      : nothing;
  if (!all) return unsure === nothing ? html`<span class=soft>${m.nothingWaits}</span>` : unsure;
  const part = (n: number, [one = "", many = ""]: string[]) => (n ? [`${n} ${n === 1 ? one : many}`] : []);
  return html`<a class="plain waits" href="${baseUrl}/review?claim=${claim.id}"><b>${m.waits(all)}</b><span class="xs soft">${[
    ...part(waiting.response, m.kinds.response),
    ...part(other, m.kinds.other),
    ...(waiting.appearance >= MAX_WAITING ? [m.heldBack] : []),
  ].join(", ")}</span></a>${unsure}`;
}
function owner({ claim, owner: who }: ListedClaim, { viewer }: DeskData): Markup {
  if (who) return html`<span class="row tight on-it">${face(who.name)}<span>${plain(who.name, 40)}</span></span>`;
  if (!viewer.may("review") || !viewer.person) return html`<span class=soft>${m.owners["nobody"]}</span>`;
  return html`<button class="btn small" form=list name=take value="${claim.id}">${desk.takeIt}<span class=sr>: ${plain(claim.text, 80)}</span></button>`;
}
function lastChange({ claim, decided }: ListedClaim, now: number): Markup {
  const isDecided = decided !== null && decided.at >= claim.changedAt - 60_000;
  const at = isDecided ? decided.at : claim.changedAt;
  const byMachine = claim.sightings > 0 ? m.machine : m.created;
  const what = isDecided ? m.did(capital(decided.name ?? m.somebody), desk.did[decided.did] ?? decided.did, decided.things) : byMachine;
  return html`<span class=soft>${ago(at, now)}</span><br>${what}`;
}

function row(one: ListedClaim, data: DeskData): Markup {
  const { baseUrl, now, viewer } = data;
  const { claim, waiting } = one;
  const state = claim.status === "open" ? "" : ` · ${desk.states[claim.status] ?? claim.status}`;
  const lanes = {
    first: one.first,
    last: one.last,
    sightings: claim.sightings,
    answers: claim.firstResponses.map((r) => r.at),
    waits: waiting.response > 0,
  };
  return html`<tr><td class=pick>${
    viewer.may("review") &&
    html`<input type=checkbox name=pick value="${claim.id}" form=list aria-label="${m.tick}: ${plain(claim.text, 120)}">`
  }</td><td><a class=claim-name href="${baseUrl}/c/${claim.id}?as=editor">${source(claim.text, 240)}</a><div class="row s soft under">${visibilityPill(claim.visibility)}${
    state && html`<span>${state.slice(3)}</span>`
  }${claim.subject && html`<span>${m.about(plain(claim.subject, 80))}</span>`}${
    one.isWatched && html`<span>${m.watched}</span>`
  }</div></td><td class=lanes>${sparkline(lanes)}<span class="xs soft">${m.counts(claim)}</span></td><td class=waits-cell>${waits(
    one,
    data,
  )}</td><td class="s owner-cell">${owner(one, data)}</td><td class="s change-cell">${lastChange(one, now)}</td></tr>`;
}

function empty({ filter, next, baseUrl, viewer, counts, proposals: proposed }: DeskData): Markup {
  const all = html`<a href="${baseUrl}/">${m.empty.all}</a>`;
  if (next) return html`<p class="empty s">${m.empty.notHere}</p>`;
  if (isOfWaiting(filter)) return html`<p class="empty s">${m.empty.waits} ${all}.</p>`;
  if (filter.view === "watched") return html`<p class="empty s">${m.empty.watched} ${all}.</p>`;
  if (filter.view === "quiet") return html`<p class="empty s">${m.empty.quiet} ${all}.</p>`;
  if (!isSame(filter, NO_FILTER) || counts.size) return html`<p class="empty s">${m.empty.filtered} ${all}.</p>`;
  const steps: [string, string, string][] = [
    ...(proposed.length && viewer.may("review")
      ? ([["/#proposed", m.empty.steps.proposed, m.empty.steps.proposedWhy]] as [string, string, string][])
      : []),
    ...(viewer.may("ingest") ? ([["/add", m.empty.steps.add, m.empty.steps.addWhy]] as [string, string, string][]) : []),
    ...(viewer.may("review") ? ([["/claims/new", m.empty.steps.claim, m.empty.steps.claimWhy]] as [string, string, string][]) : []),
    ["/sources", m.empty.steps.sources, m.empty.steps.sourcesWhy],
  ];
  return html`<div class=empty><p>${m.empty.new}</p><ol class=steps>${steps.map(
    ([path, what, why]) => html`<li><a href="${baseUrl}${path}">${what}</a>: ${why}.</li>`,
  )}</ol></div>`;
}

function list(data: DeskData): Markup {
  const { baseUrl, claims, viewer, filter, before, next, total } = data;
  if (!claims.length)
    return html`${empty(data)}${next && html`<p><a class=btn href="${baseUrl}${placePath(data, next, before)}">${m.next}</a></p>`}`;
  const h = m.headings;
  const back = deskPath(filter);
  const bulk =
    viewer.may("review") &&
    html`<select name=do aria-label="${m.ticked.label}"><option value="">${m.ticked.label}…</option>${(
      ["settled", "archived", "open", ...(viewer.person ? (["take"] as const) : []), "watch", "unwatch"] as const
    ).map((one) => html`<option value=${one}>${m.ticked[one]}</option>`)}</select><button class="btn small">${m.ticked.go}</button>`;
  return html`<table class="tbl stack claims"><thead><tr><th class=pick><span class=sr>${
    m.tick
  }</span></th><th>${h.claim}</th><th class=wrapped>${h.lanes}</th><th>${h.waits}</th><th>${h.owner}</th><th>${
    h.change
  }</th></tr></thead><tbody>${claims.map((one) => row(one, data))}</tbody></table><form class="row list-foot" id=list method=post action="${
    baseUrl
  }/desk">${hidden({ back })}<span class="soft s">${m.range(before + 1, before + claims.length, total)}</span>${bulk}<span class="push row">${
    before > 0 && html`<a href="${baseUrl}${back}">${m.first}</a>`
  }${next && html`<a rel=next href="${baseUrl}${placePath(data, next, before + claims.length)}">${m.next}</a>`}</span></form>`;
}

function proposals({ proposals: list, waiting, baseUrl, viewer, filter }: DeskData): Markup {
  if (!list.length || !viewer.may("review")) return nothing;
  const p = m.proposals;
  const item = (one: DeskData["proposals"][number]) =>
    html`<li><form method=post action="${baseUrl}/review">${hidden({
      id: one.id,
      version: String(one.version),
      about: one.text,
      back: deskPath(filter),
    })}<div><a class=claim-name href="${baseUrl}/review?kind=claim&item=${one.id}.${
      one.version
    }">${source(one.text, 240)}</a><p class="s soft">${m.documents(one.sightings)}${
      one.responses > 0 && ` · ${m.responses(one.responses)}`
    }</p></div>${sureMark(one.band)}<span class="row tight"><a class="btn small" href="${baseUrl}/review?kind=claim&item=${one.id}.${
      one.version
    }">${p.look}<span class=sr>: ${plain(one.text, 80)}</span></a><button class="btn small" name=do value=reject>${
      p.reject
    }<span class=sr>: ${plain(one.text, 80)}</span></button><button class="btn small quiet" name=do value=later>${
      p.later
    }<span class=sr>: ${plain(one.text, 80)}</span></button></span></form></li>`;
  // Within a story the surest claim comes first, among equals the one with the most documents.
  const stories = groupAlike(list).map((group) => group.sort((a, b) => b.band - a.band || b.sightings - a.sightings));
  const story = ([first, ...others]: typeof list) =>
    html`${first && item(first)}${
      others.length > 0 &&
      html`<li class=alike><p class="s soft">${queue.item.storyHere(others.length)}. ${queue.item.storyHint}</p><ul class=plain role=list>${others.map(item)}</ul></li>`
    }`;
  return html`<section class=proposals aria-labelledby=proposed><h2 id=proposed>${
    p.title
  } <span class=count>${waiting.claim.toLocaleString("en")}</span> <span class="s soft plain-weight">${
    p.hint
  }</span> <a class="s push plain-weight" href="${baseUrl}/review?kind=claim">${p.all}</a></h2><ul>${stories.map(story)}</ul></section>`;
}

/** The desk's page. */
export function deskPage(data: DeskData): Page {
  const { baseUrl, viewer, strip, waiting, filter } = data;
  const buttons = html`<span class="push row">${
    viewer.may("review") && html`<a class=btn href="${baseUrl}/claims/new">${m.newClaim}</a>`
  }${viewer.may("ingest") && html`<a class="btn primary" href="${baseUrl}/add">${m.add}</a>`}</span>`;
  const main = html`<div class="wrap desk">${views(data)}<div>${changed(data)}<div class=row><h1>${m.title}</h1>${
    buttons
  }</div><div class="row filter-row">${filtersIn(deskPath(filter) !== "/", filters(data))}${saveView(data)}</div>${list(data)}${proposals(data)}</div></div>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "desk",
    title: m.title,
    waiting: viewer.may("review") ? waiting.response + waiting.appearance + waiting.source + waiting.claim : null,
    q: filter.q,
    keys: [
      ["j", k.next],
      ["k", k.previous],
      ["x", "tick"],
      ["Enter", k.open],
    ],
    main,
  });
}
