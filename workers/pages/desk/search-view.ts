/** The page of what a search found. Works without script. */

import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { deskList, deskSearch as m } from "../../../shared/i18n/desk/pages.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, kindName, messagesOf, plain, timeInWords } from "../../../shared/i18n/index.ts";
import { Kind } from "../../../shared/model/document.ts";
import type { SearchFilter } from "../../../shared/review/desk-search.ts";
import { canonicalUrl, hostOf } from "../../../shared/url.ts";
import { type FoundDocument, type FoundSource, MAX_CLAIMS, type SearchPage } from "../../store/desk/search.ts";
import { MAX_BEGINNING, MAX_COUNTED } from "../../store/documents/document-search.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { frame, hidden, options, type Strip, visibilityPill } from "./frame.ts";

export interface SearchData extends SearchPage {
  baseUrl: string;
  viewer: Viewer;
  filter: SearchFilter;
  strip: Strip | null;
}
const EN = messagesOf("en");
/** Number of documents on the page for everything. */
const SHOWN = 5;

/** The address of a search. */
export function searchPath(filter: Partial<SearchFilter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value && value !== "all") query.set(name, String(value));
  const text = query.toString();
  return `/search${text && `?${text}`}`;
}
/** A text with the words of a query marked in it. */
function marked(text: string, q: string): Markup {
  const words = q.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const shown = plain(text, 240);
  if (!words.length) return html`${shown}`;
  const parts = shown.split(new RegExp(`(${words.map((word) => `(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`).join("|")})`, "giu"));
  return html`${parts.map((part, i) => (i % 2 ? html`<mark>${part}</mark>` : part))}`;
}

function claimRow(claim: SearchData["claims"][number], { baseUrl, filter }: SearchData): Markup {
  return html`<li class=found><div><a class=claim-name href="${baseUrl}/c/${claim.id}?as=editor">${marked(claim.text, filter.q)}</a><p class="row s soft under">${visibilityPill(
    claim.visibility,
  )}<span>${desk.states[claim.status] ?? claim.status}</span><span>${deskList.counts(claim)}</span></p></div></li>`;
}
const proposalRow = ({ id, text }: SearchData["proposals"][number], { baseUrl, filter }: SearchData): Markup =>
  html`<li class=found><div><a class=claim-name href="${baseUrl}/review?kind=claim&claim=${id}">${marked(
    text,
    filter.q,
  )}</a><p class="s soft under">${desk.states["proposed"]}</p></div></li>`;
function documentRow(
  { document, words, claims, stance, isUnsure, isListed, state }: FoundDocument,
  { baseUrl, filter }: SearchData,
): Markup {
  const [first = "", ...rest] = (words.length < MAX_BEGINNING ? words : `${words} …`).split("\n").filter(Boolean);
  const title = document.title ?? (document.author ? `${document.author}: ${first}` : first);
  const where = document.family ?? document.platform ?? hostOf(document.url) ?? "";
  const about = [where, kindName(document.kind, EN), document.published.value ? timeInWords(document.published, ENGLISH) : ""]
    .filter(Boolean)
    .join(" · ");
  const how = claims
    ? [stance && (isUnsure ? desk.stancesUnsure : desk.stances)[stance], isListed ? deskList.onShow : state && desk.lineStates[state]]
        .filter(Boolean)
        .join(" · ")
    : "";
  return html`<li class=found><div><a class=claim-name href="${baseUrl}/d/${document.id}">${marked(
    title || where || document.id,
    filter.q,
  )}</a><p class="s soft">${plain(about, 160)}</p>${
    document.title && rest.length > 0 && html`<p class=s dir=auto>${marked(rest.join(" "), filter.q)}</p>`
  }</div><p class="s soft">${m.onClaims(claims)}${how && html`<br>${how}`}</p></li>`;
}
function sourceRow(one: FoundSource, to: Partial<SearchFilter>, { baseUrl, filter }: SearchData): Markup {
  return html`<li class=found><div><a class=claim-name href="${baseUrl}${searchPath({ in: "documents", ...to })}">${marked(one.name, filter.q)}</a>${
    one.platform && one.platform !== one.name && html` <span class="s soft">${plain(one.platform, 40)}</span>`
  }</div><p class="s soft">${m.lately(one.documents)}</p></li>`;
}
interface Results {
  title: string;
  /** Their number, in words. */
  count: string;
  rows: Markup[];
  /** What is said if there are none. */
  none: string;
  after?: Markup | false;
}
function section({ title, count, rows, none, after = false }: Results): Markup {
  return html`<section><h2>${title} <span class=count>${count}</span></h2>${
    rows.length ? html`<ul class=plain role=list>${rows}</ul>` : html`<p class="soft s">${none}</p>`
  }${after}</section>`;
}

function tabs({ baseUrl, filter, claims, count, accounts, sites }: SearchData): Markup {
  const counts: Record<string, string> = {
    claims: m.many(claims.length, MAX_CLAIMS),
    documents: m.many(count, MAX_COUNTED),
    accounts: String(accounts.length),
    sites: String(sites.length),
  };
  const tab = ([name, label]: [string, string]) =>
    html`<a href="${baseUrl}${searchPath({ q: filter.q, in: name as SearchFilter["in"] })}"${name === filter.in && html` aria-current=page`}>${label}${
      counts[name] !== undefined && html` <span class=count>${counts[name]}</span>`
    }</a>`;
  return html`<nav class=tabs aria-label="${m.title}">${Object.entries(m.tabs).map(tab)}</nav>`;
}
function filters({ baseUrl, filter }: SearchData): Markup {
  const select = (name: "kind", of: Readonly<Record<string, string>>) =>
    html`<div><label for="s-${name}">${m.filters[name]}</label><select id="s-${name}" name=${name}>${options(of, filter[name])}</select></div>`;
  const field = (name: "site" | "account" | "from" | "to", type: string) =>
    html`<div><label for="s-${name}">${m.filters[name]}</label><input type=${type} id="s-${name}" name=${name} value="${filter[name]}"></div>`;
  const kinds = Object.fromEntries([["", m.anyKind], ...Kind.options.map((kind) => [kind, kindName(kind, EN)])]);
  const chip = (linked: SearchFilter["linked"]) =>
    html`<a class=chip href="${baseUrl}${searchPath({ ...filter, in: "documents", linked, before: null })}"${
      filter.linked === linked && html` aria-current=true`
    }>${m.linked[linked]}</a>`;
  return html`<p class=chips role=group aria-label="${m.filters.linked}">${(["", "yes", "no"] as const).map(chip)}</p>${
    filter.in === "documents" &&
    html`<form class=filters action="${baseUrl}/search">${hidden({ q: filter.q, in: "documents" })}${
      filter.linked && hidden({ linked: filter.linked })
    }${select("kind", kinds)}${field("site", "text")}${field("account", "text")}${field("from", "date")}${field("to", "date")}<button class=btn>${m.filters.show}</button></form>`
  }`;
}
function saveView({ baseUrl, filter, views }: SearchData): Markup {
  const path = searchPath({ ...filter, before: null });
  if (views.some((one) => one.path === path)) return nothing;
  const name = [filter.q, filter.site || filter.account, filter.linked && m.linked[filter.linked]].filter(Boolean).join(", ").slice(0, 60);
  return html`<form class="row tight push keep" method=post action="${baseUrl}/views">${hidden({ path })}<label class="xs soft nw" for=s-view>${
    deskList.viewName
  }</label><input type=text id=s-view name=name required maxlength=60 value="${name}"><button class=btn name=do value=save>${deskList.save}</button></form>`;
}

function results(data: SearchData): Markup {
  const { filter, claims, proposals, documents, count, next, accounts, sites, baseUrl } = data;
  const isIn = (name: SearchFilter["in"]) => filter.in === "all" || filter.in === name;
  const shown = filter.in === "all" ? documents.slice(0, SHOWN) : documents;
  const all = m.many(count, MAX_COUNTED);
  const most = filter.in === "all" ? SHOWN : Number.POSITIVE_INFINITY;
  const moreOf = (what: "accounts" | "sites", n: number) =>
    n > most && html`<p class=more><a href="${baseUrl}${searchPath({ q: filter.q, in: what })}">${m.allOf(n, m.tabs[what])}</a></p>`;
  const more =
    filter.in === "all"
      ? documents.length > SHOWN &&
        html`<p class=more><a href="${baseUrl}${searchPath({ q: filter.q, in: "documents" })}">${m.allOf(all, m.tabs.documents)}</a></p>`
      : next !== null && html`<p class=more><a rel=next href="${baseUrl}${searchPath({ ...filter, before: next })}">${m.older}</a></p>`;
  return html`${
    isIn("claims") &&
    section({
      title: m.tabs.claims,
      count: m.many(claims.length, MAX_CLAIMS),
      rows: claims.map((one) => claimRow(one, data)),
      none: m.noClaims,
      after:
        claims.length >= MAX_CLAIMS &&
        html`<p class=more><a href="${baseUrl}/?state=any&q=${encodeURIComponent(filter.q)}">${m.allClaims}</a></p>`,
    })
  }${
    isIn("claims") &&
    proposals.length > 0 &&
    section({
      title: deskList.proposals.title,
      count: String(proposals.length),
      rows: proposals.map((one) => proposalRow(one, data)),
      none: "",
    })
  }${
    isIn("documents") &&
    section({
      title: m.tabs.documents,
      count: all,
      rows: shown.map((one) => documentRow(one, data)),
      none: count ? m.filteredOut : m.noDocuments,
      after: html`${shown.length > 0 && html`<p class="xs soft">${m.inBeginnings}</p>`}${more}`,
    })
  }${
    isIn("accounts") &&
    (accounts.length > 0 || filter.in === "accounts") &&
    section({
      title: m.tabs.accounts,
      count: String(accounts.length),
      rows: accounts.slice(0, most).map((one) => sourceRow(one, { account: one.handle ?? one.name }, data)),
      none: m.noneOf,
      after: moreOf("accounts", accounts.length),
    })
  }${
    isIn("sites") &&
    (sites.length > 0 || filter.in === "sites") &&
    section({
      title: m.tabs.sites,
      count: String(sites.length),
      rows: sites.slice(0, most).map((one) => sourceRow(one, { site: one.name }, data)),
      none: m.noneOf,
      after: moreOf("sites", sites.length),
    })
  }`;
}

/** The page of what was found. */
export function searchPage(data: SearchData): Page {
  const { baseUrl, viewer, filter, named, strip } = data;
  const { q } = filter;
  const isUrl = canonicalUrl(q) !== null;
  const isAsked = q !== "" || filter.site !== "" || filter.account !== "";
  const held = named
    ? html`<p>${m.held} <a href="${baseUrl}/d/${named.id}">${source(named.title ?? named.author ?? q, 200)}</a></p>`
    : isUrl && html`<p>${m.notHeld} <a href="${baseUrl}/add?url=${encodeURIComponent(q)}">${m.addIt}</a></p>`;
  const isWords = !isUrl && q !== "";
  const main = html`<div class="wrap search-page"><div class=row><h1 tabindex=-1>${q ? m.titleOf(plain(q, 80)) : m.title}</h1>${
    isAsked && saveView(data)
  }${isWords && viewer.may("review") && html`<a class=btn href="${baseUrl}/claims/new?text=${encodeURIComponent(q)}">${m.newClaim}</a>`}</div>${held}${
    isAsked && !isUrl
      ? html`${isWords && tabs(data)}${(filter.in === "all" || filter.in === "documents") && filters(data)}${results(data)}`
      : !isAsked &&
        html`<p class=soft>${m.hint}</p><form class=row action="${baseUrl}/search" role=search aria-label="${
          m.field
        }"><input type=search name=q aria-label="${m.field}"><button class=btn>${m.go}</button></form>`
  }</div>`;
  return frame({
    baseUrl,
    viewer,
    page: "search",
    title: q ? m.titleOf(q) : m.title,
    waiting: null,
    strip,
    q,
    main,
    keys: [
      ["j", k.next],
      ["k", k.previous],
      ["Enter", k.open],
    ],
  });
}
