/** The review page: the list of what waits, and one suggestion with its evidence and the possible decisions. Works without script. */

import { groupAlike } from "../../../shared/cluster/same-statement.ts";
import { offeredFor } from "../../../shared/cluster/wording.ts";
import { claimWords } from "../../../shared/i18n/desk/claim.en.ts";
import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { queue as w } from "../../../shared/i18n/desk/queue.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, messagesOf, plain, timeInWords } from "../../../shared/i18n/index.ts";
import { MAX_DECIDED, type ReviewFilter } from "../../../shared/review/decision.ts";
import { claimMark } from "../../../shared/review/shown.ts";
import {
  alikeBy,
  bandOf,
  doesInWords,
  type Line,
  lineStatement,
  type SuggestionWords,
  sentenceOf,
  textBeside,
  whoseLine,
} from "../../../shared/review/suggestion.ts";
import { languageOf } from "../../../shared/text/language.ts";
import type { ReviewPage, Suggestion } from "../../store/desk/review.ts";
import { type Band, MAX_NEW } from "../../store/desk/suggestions.ts";
import { hasSecondLook } from "../../store/publishing.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, type Markup, nothing, outLink, type Page, quoted, source, statement } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { type Act, actsIn } from "./acts.ts";
import { ago, face, filtersIn, frame, hidden, keyed, keyMark, options, type Strip, seenFields, sureMark, visibilityPill } from "./frame.ts";

const EN = messagesOf("en");
export interface ReviewData {
  baseUrl: string;
  viewer: Viewer;
  filter: ReviewFilter;
  /** How the list is grouped. */
  by: "claim" | "kind" | "site";
  /** When the list was opened (ms). Newer suggestions are counted, but not inserted. */
  opened: number;
  page: ReviewPage;
  current: Suggestion | null;
  /** The text around the sentence of the current suggestion. */
  passage: { before: string; after: string } | null;
  /** Why the machine guesses the stance of the current suggestion, in words; empty if it is no guess, or the reasons are not known. */
  guessedBy: readonly string[];
  /** The lines of a proposed claim. */
  lines: Line[];
  /** Whether the address names the item: on a phone it then fills the screen. */
  isItem: boolean;
  strip: Strip | null;
  now: number;
}

const agreedOf = (s: Suggestion, { page }: ReviewData) => page.figures.agreed[s.band as Band];
const keyOf = (s: Suggestion) => `${s.id}.${s.version}`;
/** The value of a checkbox: the suggestion as it was shown, with its number of lines. */
export const pickOf = (s: Suggestion) => `${keyOf(s)}.${s.count}`;
/** The ids of the lines that are shown in full with a suggestion. */
export const shownWith = ({ kind, id, reports, sighting }: Suggestion): string[] => [
  ...reports.map((one) => one.id),
  ...(sighting ? [sighting.id] : []),
  ...(kind === "source" ? [id] : []),
];
/** The path of the queue with its filters. */
export function reviewPath(filter: ReviewFilter, by: string, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...(by === "claim" ? {} : { by }), ...more })) if (value) query.set(name, value);
  const text = query.toString();
  return `/review${text && `?${text}`}`;
}

/** The address of this list, with the time when it was opened. */
const pathIn = ({ filter, by, opened }: ReviewData, more: Record<string, string> = {}) =>
  reviewPath(filter, by, { opened: String(opened), ...more });

/** A row of the list: a suggestion, with others on the page that say the same, or proposals that may tell the same story. */
type Row = [Suggestion, ...Suggestion[]];
function rowsOf(all: readonly Suggestion[]): Row[] {
  const proposed = all.flatMap((one) => (one.kind === "claim" ? [{ ...one.claim, one }] : []));
  const stories = new Map(groupAlike(proposed).flatMap((story) => story.map(({ one }) => [one, story[0]?.id])));
  const alike = (s: Suggestion) => (s.sighting && s.kind === "appearance" ? alikeBy(s.sighting) : stories.get(s));
  return [...Map.groupBy(all, (s) => alike(s) ?? s.id).values()] as Row[];
}
const isIn = (row: Row, s: Suggestion | null) => row.some(({ id }) => id === s?.id);

function row(same: Row, data: ReviewData): Markup {
  const [suggestion, ...more] = same;
  const { baseUrl, current } = data;
  const key = keyOf(suggestion);
  const href = `${baseUrl}${pathIn(data, { item: key })}`;
  const words = suggestion.kind === "claim" ? suggestion.reasons.for[0] : suggestion.evidence?.sentence;
  const where = () => {
    if (more.length) return (suggestion.kind === "claim" ? w.item.storyHere : w.item.alikeHere)(more.length);
    return suggestion.count > 1 ? w.documents(suggestion.count) : suggestion.site;
  };
  return html`<div class="q-row${suggestion.band === 0 && " weak"}" id="q-${suggestion.id}"${
    isIn(same, current) && html` aria-current=true`
  }><input type=checkbox name=pick value="${same.map(pickOf).join(",")}" form=bulk aria-label="${w.tick(plain(suggestion.statement, 120))}"><div class=l1><span class="xs soft">${
    desk.kinds[suggestion.kind]
  } · </span><a href="${href}"><b>${(suggestion.kind === "claim" ? source : statement)(
    suggestion.statement,
    140,
  )}</b></a></div><div class=l2><span class=l2t>${
    suggestion.names.length > 0 && html`<span class="hold b">${w.named.yes}</span> · `
  }${where() && html`${where()} · `}${source(words ?? "", 160)}</span>${sureMark(suggestion.band, agreedOf(suggestion, data))}</div></div>`;
}

interface Group {
  name: string;
  path: string | null;
  pill: Markup;
  /** The claim of the group, if it is grouped by claim. */
  claimId: string | null;
  waiting: number | null;
  items: Row[];
}
function groupsOf({ page, by, baseUrl, filter }: ReviewData): Group[] {
  const nameOf = (s: Suggestion) => {
    if (by === "site") return s.site || w.noSite;
    return by === "kind" || s.kind === "claim" ? desk.kindsMany[s.kind] : s.claim.id;
  };
  return [...Map.groupBy(page.suggestions, nameOf)].map(([name, suggestions]): Group => {
    const [first] = suggestions;
    const items = rowsOf(suggestions);
    const plainGroup = { name, path: null, pill: nothing, claimId: null, waiting: null, items };
    if (!first || by === "site") return plainGroup;
    if (by === "kind") {
      const path = `${baseUrl}${reviewPath({ ...filter, kind: first.kind }, by)}`;
      return { ...plainGroup, path, waiting: page.counts.kinds[first.kind] };
    }
    if (first.kind === "claim") return plainGroup;
    const { id, text, visibility } = first.claim;
    return {
      name: text,
      path: `${baseUrl}/c/${id}?as=editor`,
      pill: visibilityPill(visibility),
      claimId: id,
      waiting: page.ofClaims.get(id) ?? null,
      items,
    };
  });
}
/** The owner of a claim, or a button to take it. */
function onIt({ claimId }: Group, { page, viewer }: ReviewData): Markup {
  const owner = page.owners.get(claimId ?? "");
  if (owner) return html`${face(owner.name)}<span class=sr>${desk.isOnIt(plain(owner.name, 60))}</span>`;
  if (!claimId || !viewer.person) return nothing;
  return html`<button class="btn small quiet" form=take name=take value="${claimId}">${desk.takeIt}</button>`;
}
function group(one: Group, data: ReviewData): Markup {
  const name = plain(one.name, 160);
  const title = one.path ? html`<a href="${one.path}" title="${name}">${name}</a>` : html`<b>${name}</b>`;
  return html`<section class=q-group aria-label="${name}"><header><input type=checkbox data-all aria-label="${w.tickAll(name)}">${
    title
  }<span class="nw soft">${onIt(one, data)} ${one.pill} ${
    one.waiting !== null && html`<span class=count>${one.waiting}</span>`
  }</span></header>${one.items.map((same) => row(same, data))}</section>`;
}

const KINDS = ["response", "appearance", "source", "claim"] as const;
function tools(data: ReviewData): Markup {
  const { baseUrl, filter, by, page } = data;
  const { counts } = page;
  const chip = (label: string, kind: ReviewFilter["kind"], n: number) =>
    html`<a class=chip href="${baseUrl}${reviewPath({ ...filter, kind }, by)}"${filter.kind === kind && html` aria-current=true`}>${label} ${n}</a>`;
  const oldest = page.suggestions[0];
  // Sites with a count come first.
  const counted = new Map(page.figures.sites);
  const names = new Set([...counted.keys(), ...page.suggestions.map((s) => s.site), filter.site ?? ""].filter(Boolean));
  const sites = Object.fromEntries([...names].map((site) => [site, w.siteOf(site, counted.get(site))]));
  const title = data.isItem ? html`<p class=h1>${w.title}</p>` : html`<h1>${w.title}</h1>`;
  const fresh = page.fresh > 0 && html` · <a href="${baseUrl}${reviewPath(filter, by)}">${w.fresh(page.fresh, page.fresh === MAX_NEW)}</a>`;
  const waiting = html`${w.waits(counts.total)}${oldest && w.oldest(ago(oldest.since, data.now))}${fresh}`;
  const chips = [chip(w.all, undefined, counts.total), ...KINDS.map((kind) => chip(desk.kindsMany[kind], kind, counts.kinds[kind]))];
  const choice = (name: keyof typeof w.labels & string, of: Readonly<Record<string, string>>, chosen = "") =>
    html`<select name=${name} aria-label="${w.labels[name]}">${options(of, chosen)}</select>`;
  const choices = [
    choice("by", w.groupings, by),
    choice("sure", { "": w.any.sure, ...desk.sure }, filter.sure),
    choice("named", { "": w.any.named, ...w.named }, filter.named),
    choice("site", { "": w.any.site, ...sites }, filter.site),
  ];
  const kept = hidden({ ...(filter.kind && { kind: filter.kind }), ...(filter.claim && { claim: filter.claim }) });
  const form = html`<form class=q-sel action="${baseUrl}/review">${kept}${choices}<button class="btn small">${w.show}</button></form>`;
  return html`<div class=q-tools><div class=row>${title}<span class="s soft">${waiting}</span></div><div class=chips role=group aria-label="${
    w.labels.kind
  }">${chips}</div>${filtersIn(Boolean(filter.sure || filter.named || filter.site), form)}</div>`;
}
function bulk(data: ReviewData): Markup {
  const { baseUrl, filter, by, page } = data;
  const count = page.total;
  const isCounted = count !== null && count <= MAX_DECIDED;
  const scopes: Record<string, string> = { ticked: w.bulk.ticked };
  if (!isCounted) scopes["first"] = w.bulk.first;
  else if (count > 0) scopes["all"] = w.bulk.all(count);
  return html`<form class=bulk id=bulk method=post action="${baseUrl}/review/bulk">${hidden({
    ...filter,
    by,
    count: String(count ?? 0),
  } as Record<string, string>)}<select name=scope aria-label="${w.bulk.scope}">${options(
    scopes,
    "ticked",
  )}</select><button class="btn small" name=do value=reject>${w.bulk.reject}<span class=sr>${w.bulk.chosen}</span></button><button class="btn small" name=do value=accept>${
    w.bulk.accept
  }</button><button class="btn small quiet" name=do value=later>${w.bulk.later}</button><span class="push soft xs" data-n="${w.bulk.count}"></span></form>`;
}

function list(data: ReviewData): Markup {
  const { baseUrl, filter, page } = data;
  const isFiltered = Object.values(filter).some(Boolean);
  const why = () => {
    if (page.next) return w.empty.soFar;
    if (page.putOff) return w.empty.putOff(page.putOff);
    if (isFiltered && page.counts.total > 0)
      return html`${w.empty.filtered} <a href="${baseUrl}/review">${w.empty.showAll(page.counts.total)}</a>.`;
    return html`${w.empty.nothing(page.figures.came)} <a href="${baseUrl}/add">${w.empty.add}</a> · <a href="${baseUrl}/sources">${w.empty.sources}</a>`;
  };
  const next = page.next && `${baseUrl}${pathIn(data, { cursor: `${page.next.at}.${page.next.id}` })}`;
  const isFree = groupsOf(data).some(({ claimId }) => claimId && !page.owners.has(claimId));
  const taking =
    isFree && data.viewer.person && html`<form id=take method=post action="${baseUrl}/desk">${hidden({ back: pathIn(data) })}</form>`;
  return html`<div class=left>${tools(data)}${bulk(data)}${taking}<div class=scroll>${
    page.suggestions.length ? groupsOf(data).map((one) => group(one, data)) : html`<p class="empty s">${why()}</p>`
  }${next ? html`<p class="more s"><a href="${next}">${w.more}</a></p>` : page.suggestions.length > 0 && html`<p class="more s soft">${w.end}</p>`}</div></div>`;
}

/** A sentence with labelled marks on what was found in it. */
export function marks({ sentence, spans }: NonNullable<SuggestionWords["evidence"]>): Markup[] {
  const out: Markup[] = [];
  let at = 0;
  for (const { start, end, label } of spans) {
    out.push(html`${sentence.slice(at, start)}<mark class="${label}">${sentence.slice(start, end)}<small>${label}</small></mark>`);
    at = end;
  }
  return [...out, html`${sentence.slice(at)}`];
}
function evidence(suggestion: Suggestion, data: ReviewData): Markup {
  const { evidence: e } = suggestion;
  if (!e) return nothing;
  const { before, after } = data.passage ?? e;
  return html`<figure class=ev><cite><span class=b>${plain(e.label, 120)}</span>${
    e.title && html`<span>${quoted(e.title, 600)}</span>`
  }<span class=push><a href="${data.baseUrl}/d/${e.documentId}">${w.item.inDocument}</a>${
    e.url && html` · ${outLink(e.url, w.item.original)}`
  }</span></cite><blockquote dir=auto>${before && html`<span class=ctx>${before}</span>`}${marks(e)}${after && html`<span class=ctx>${after}</span>`}</blockquote></figure>`;
}
function reasons(suggestion: Suggestion): Markup {
  const { for: yes, against: no } = suggestion.reasons;
  const part = (title: string, list: string, all: readonly string[]) =>
    all.length > 0 && html`<div><h2>${title}</h2><ul class=${list}>${all.map((one) => html`<li>${source(one, 240)}</li>`)}</ul></div>`;
  return html`<div class=why>${part(w.item.why, "for", yes)}${part(w.item.against, "con", no)}</div>`;
}

/**
 * Fields to correct a line before it is accepted. `was` has the present values, so that only changed fields are applied. A stance that the machine
 * only guesses is left open, unless somebody chooses one. `why`: the reasons for the guess.
 */
export function lineFields(line: Line, id: string, why: readonly string[] = []): Markup {
  const { fields } = desk;
  const actor = line.response?.actor ?? line.attributedTo;
  // A range of time is shown but not put into the field: what editors write replaces it.
  const isRange = line.published.precision === "range";
  const was: Record<string, string> = line.response
    ? {
        who: line.response.actor.name ?? line.response.actor.description ?? "",
        described: line.response.actor.role ?? (line.response.actor.name ? (line.response.actor.description ?? "") : ""),
        type: line.response.type,
        standing: line.response.standing,
        when: isRange ? "" : line.published.value,
      }
    : { stance: line.stanceUnsure ? "" : line.stance, certainty: line.certainty, saidBy: actor?.name ?? actor?.description ?? "" };
  const text = (name: "who" | "described" | "when" | "saidBy") =>
    html`<div class=w2><label for="${name}-${id}">${fields[name]}</label><input type=text id="${name}-${id}" name=${name} value="${was[name]}"${
      name === "when" && isRange && html` placeholder="${timeInWords(line.published, ENGLISH)}"`
    }${name === "who" && html` data-edit`}></div>`;
  const select = (name: string, label: string, of: Readonly<Record<string, string>>, hint: string | false = false) =>
    html`<div class=w2><label for="${name}-${id}">${label}</label><select id="${name}-${id}" name=${name}${
      name === "stance" && html` data-edit`
    }>${options(of, was[name] ?? "")}</select>${hint && html` <span class="s soft">${hint}</span>`}</div>`;
  const stances = line.stanceUnsure ? { "": desk.mentions, ...desk.stances } : desk.stances;
  const guess = line.stanceUnsure && w.item.guess(desk.stancesUnsure[line.stance], why);
  const inner = line.response
    ? html`${text("who")}${select("type", fields.type, EN.responses)}${text("when")}${select("standing", fields.standing, desk.standings)}${text("described")}`
    : html`${select("stance", desk.stanceLabel, stances, guess)}${select("certainty", fields.certainty, desk.certainties)}${text("saidBy")}`;
  return html`<fieldset class=fields><legend class=sr>${w.item.fields}</legend><input type=hidden name=was value="${JSON.stringify(was)}">${inner}</fieldset>`;
}
function reports(suggestion: Suggestion): Markup {
  if (suggestion.reports.length < 2) return nothing;
  const isSource = suggestion.kind === "source";
  return html`<section><h2>${(isSource ? w.item.namings : w.item.told)(
    suggestion.reports.length,
  )} <span class="soft s">${w.item.untick}</span></h2><ul class=reports>${suggestion.reports.map(
    (one) =>
      html`<li><input type=checkbox name=report value="${one.id}" checked aria-label="${(isSource ? w.item.namesIt : w.item.tellsOfIt)(
        plain(one.label, 80),
      )}"><span class=b>${plain(one.label, 60)}</span><span dir=auto>${source(one.sentence, 2000)}</span><span class=soft>${desk.sure[one.sure]}</span></li>`,
  )}</ul></section>`;
}

/** Other documents with the same text: one decision for all that are ticked. The others stay in the queue. */
function alikeLines({ page: { alike }, baseUrl }: ReviewData, { sighting }: Suggestion): Markup {
  if (!alike.length || !sighting) return nothing;
  const one = (s: SightingRow) => {
    const who = plain(whoseLine(s), 80);
    return html`<li><input type=checkbox name=also value="${s.id}.${s.recordedAt}." checked aria-label="${who}"><a class=b href="${baseUrl}/d/${s.documentId}">${
      who
    }</a><span dir=auto>${source(textBeside(s, sighting), 2000)}</span><span class="soft nw">${timeInWords(s.published, ENGLISH)}</span></li>`;
  };
  return html`<section><h2>${w.item.alike(alike.length)} <span class="soft s">${w.item.leaveOut}</span></h2><ul class=reports>${alike.map(one)}</ul></section>`;
}

/** The title of a line's document, unless it is the sentence itself. It becomes public with the line, so it is shown with it. */
export const titleBeside = (s: Pick<Line, "title" | "quote" | "excerpt" | "told" | "seen">): Markup =>
  s.title && s.title !== sentenceOf(s) ? html`<p class="q s soft" dir=auto>${quoted(s.title, 600)}</p>` : nothing;
/** The preselected choice for a response in a proposed claim, by the band of its confidence. */
const CHOICES = ["drop", "later", "later", "keep"] as const;
/** A response in a proposed claim with the sentences of all its reports, to keep, drop or leave. */
function claimAct(act: Act<Line>, baseUrl: string): Markup {
  const [first] = act;
  const band = bandOf(first.score);
  // Each report begins with its document, so that a title is not taken for words of the report before.
  const report = (line: Line) => {
    const title = line.title && line.title !== sentenceOf(line) && html`: <span dir=auto>${source(line.title, 600)}</span>`;
    return html`<p class="s soft from"><a href="${baseUrl}/d/${line.documentId}">${plain(line.toldBy?.label || claimWords.line.aDocument, 60)}</a>${
      title
    }</p><p class=q dir=auto>${quoted(sentenceOf(line), 2000)}</p>${hidden({ [`d:${line.id}`]: line.documentId, [`act:${line.id}`]: first.id })}`;
  };
  return html`<div class="ln say"><div><b>${statement(lineStatement(first), 120)}</b> ${sureMark(band)}${
    act.length > 1 && html` · <span class="soft s">${claimWords.line.told(act.length)}</span>`
  }${act.map(report)}</div><span class=seg role=radiogroup aria-label="${w.claim.choice}">${Object.entries(w.claim.choices).map(
    ([value, label]) =>
      html`<label><input type=radio name="r:${first.id}" value=${value}${value === CHOICES[band] && html` checked`}>${label}</label>`,
  )}</span></div>`;
}
/** Lines of a proposed claim: its responses, and where it was seen. */
function claimLines({ lines, baseUrl }: ReviewData): Markup {
  const answers = actsIn(lines.filter((line) => line.response)).sort(([a], [b]) => bandOf(b.score) - bandOf(a.score));
  const others = lines.filter((line) => !line.response);
  const denying = new Set(others.flatMap((line) => (line.stance === "deny" || line.tellsResponse ? [line.documentId] : []))).size;
  return html`<section><h2>${w.claim.responses} <span class="soft s">${
    answers.length ? w.claim.choose : w.claim.none(denying)
  }</span></h2>${answers.map((act) => claimAct(act, baseUrl))}</section><section><h2>${
    w.claim.seen
  }</h2>${[...Map.groupBy(others, wordsOf).values()].map((same) => seenLine(same, baseUrl))}</section>`;
}
/** What a line shows beside its document. Lines with the same words are shown as one. */
const wordsOf = (line: Line) => JSON.stringify([doesInWords(line), line.title, sentenceOf(line)]);
/** Documents that say the same, each with a link. */
function seenLine([first, ...more]: Line[], baseUrl: string): Markup {
  if (!first) return nothing;
  const link = (line: Line) => html`<a href="${baseUrl}/d/${line.documentId}">${statement(lineStatement(line), 120)}</a>`;
  const others = html`<details class=s><summary>${w.claim.sameWords(more.length)}</summary>${more.map((line, i) => html`${i > 0 && " · "}${link(line)}`)}</details>`;
  return html`<div class="ln say"><div>${link(first)}${titleBeside(first)}<p class=q dir=auto>${source(sentenceOf(first), 2000)}</p>${more.length > 0 && others}</div></div>`;
}
/** Other wordings of a proposed claim to choose from; nothing if its documents have none. The words of an answer to it are no wording of it. */
function otherWordings({ claim }: Suggestion, lines: readonly Line[]): Markup {
  const langOf = (text: string, lang: string | null) => lang ?? languageOf(text);
  const stating = lines.filter(({ response, stance }) => !response && stance !== "deny" && stance !== "query");
  const quotes = stating.flatMap(({ quote, lang }) => (quote ? [{ text: quote.exact, lang: langOf(quote.exact, lang) }] : []));
  const offered = offeredFor({ text: claim.text, lang: langOf(claim.text, claim.lang) }, quotes);
  if (!offered.length) return nothing;
  return html`<fieldset class="w6 others"><legend>${w.claim.others}</legend>${[...offered, ""].map(
    (text) =>
      html`<label><input type=radio name=other value="${text}"${text === "" && html` checked`}> <span dir=auto>${
        text === "" ? w.claim.asWritten : source(text, 2000)
      }</span></label>`,
  )}</fieldset>`;
}
/** Other proposals that may tell the same story. */
function sameStory(row: Row | undefined, current: Suggestion, data: ReviewData): Markup {
  const others = row?.filter(({ id }) => id !== current.id) ?? [];
  if (!others.length) return nothing;
  const link = (one: Suggestion) =>
    html`<li><a href="${data.baseUrl}${pathIn(data, { item: keyOf(one) })}">${source(one.claim.text, 240)}</a></li>`;
  return html`<section><h2>${w.item.storyHere(others.length)} <span class="soft s">${w.item.storyHint}</span></h2><ul>${others.map(link)}</ul></section>`;
}
function claimFields(suggestion: Suggestion, lines: readonly Line[]): Markup {
  return html`<div class=fields>${otherWordings(suggestion, lines)}<div class=w6><label for=wording>${
    w.claim.wording
  }</label><textarea id=wording name=wording rows=2 maxlength=2000 required data-edit>${suggestion.claim.text
    .charAt(0)
    .toUpperCase()}${suggestion.claim.text.slice(1)}</textarea></div><div class=w3><label for=subject>${
    w.claim.subject
  }</label><input type=text id=subject name=subject maxlength=256 value="${suggestion.claim.subject ?? ""}"></div><div class=w3><label for=visibility>${
    w.claim.visibility
  }</label><select id=visibility name=visibility>${options(w.claim.visibilities, "private")}</select></div></div>`;
}

const SEEN_BY = { private: desk.onlyUs, unlisted: desk.readersWithLink, public: desk.readersSee };
/** What accepting makes public. For a proposed claim the form decides: the style sheet shows the text for the chosen `visibility`. */
function effect(suggestion: Suggestion, { page: { alike } }: ReviewData): Markup {
  const seen = (by: keyof typeof SEEN_BY, line: string) =>
    html`<span class="pill ${by === "public" ? "pub" : "priv"}">${SEEN_BY[by]}</span> <span>${source(line, 300)}</span>`;
  const choices = ["private", "unlisted", "public"] as const;
  const followed = (by: (typeof choices)[number]) =>
    `${w.item.followed[by]}${by !== "private" && hasSecondLook() ? ` ${w.item.byTwo}` : ""}`;
  return html`<section class=effect aria-label="${w.item.ifAccepted}" data-so="${w.item.corrected}"><b class=nw>${w.item.ifAccepted}</b> ${
    suggestion.kind === "claim"
      ? choices.map((by) => html`<span class="if ${by}">${seen(by, followed(by))}</span>`)
      : seen(
          choices.find((by) => by === suggestion.claim.visibility) ?? "private",
          alike.length ? w.item.andTicked(suggestion.line) : suggestion.line,
        )
  }</section>`;
}
function acts(suggestion: Suggestion, data: ReviewData): Markup {
  const isDoubtful = suggestion.band === 0;
  const button = (value: string, label: string, key: string, strong: boolean) =>
    html`<button class="btn big${strong && " primary"}" name=do value=${value}${keyed(key)}>${label}${keyMark(key)}</button>`;
  return html`<div class=acts>${effect(suggestion, data)}${button(
    "accept",
    suggestion.kind === "claim" ? w.item.followIt : w.item.accept,
    "a",
    !isDoubtful,
  )}${button("reject", w.item.reject, "r", isDoubtful)}<details id=why-not><summary class="btn big quiet" title="${w.item.becauseHint}">${
    w.item.because
  }</summary><div role=group aria-label="${w.item.rejectBecause}">${desk.whyNot.map(
    (why, i) => html`<button class=btn name=why value="${why}" formnovalidate><kbd aria-hidden=true>${i + 1}</kbd> ${why}</button>`,
  )}</div></details><button class="btn big quiet" name=do value=later${keyed("s")} formnovalidate>${w.item.later}${keyMark("s")}</button>${
    suggestion.kind === "claim" &&
    html`<a class="btn big quiet" href="${data.baseUrl}/c/${suggestion.id}/same"${keyed("m")}>${w.item.same}${keyMark("m")}</a>`
  }${
    suggestion.evidence &&
    html`<a class="btn big quiet o push" href="${data.baseUrl}/d/${suggestion.evidence.documentId}" data-key=o>${w.item.whole}${keyMark("o")}</a>`
  }</div>`;
}

function detail(data: ReviewData): Markup {
  const { baseUrl, current: suggestion, page } = data;
  const rows = groupsOf(data).flatMap(({ items }) => items);
  const at = rows.findIndex((one) => isIn(one, suggestion));
  const [next] = rows[at + 1] ?? [];
  const [before] = rows[at - 1] ?? [];
  if (!suggestion)
    return html`<div class=right><div class="detail scroll"><h1 class=ask tabindex=-1 autofocus aria-describedby=strip>${w.item.nothing}</h1><p class=soft>${
      page.counts.total && !page.putOff ? html`<a href="${baseUrl}/review">${w.item.all(page.counts.total)}</a>` : w.item.byItself
    }</p></div></div>`;
  const { question } = suggestion;
  const agreed = agreedOf(suggestion, data);
  const link = (one: Suggestion | undefined, label: string, arrow: string) =>
    one && html`<a data-move href="${baseUrl}${pathIn(data, { item: keyOf(one) })}" aria-label="${label}">${arrow}</a> `;
  const isClaim = suggestion.kind === "claim";
  const seen = [...shownWith(suggestion), ...(isClaim ? [suggestion.id] : []), ...[...data.lines, ...page.alike].map((line) => line.id)];
  const sent = hidden({
    id: suggestion.id,
    version: String(suggestion.version),
    about: suggestion.statement,
    back: pathIn(data),
    next: next ? keyOf(next) : "",
    shown: isClaim ? claimMark({ ...suggestion.claim, status: "proposed" }) : "",
  });
  const named = suggestion.names.length > 0 && html`<span class="tag named">${w.names(plain(suggestion.names.join(", "), 80))}</span>`;
  const place = html`${at >= 0 && w.item.place(at + 1, rows.length)}${link(before, w.item.previous, "↑")}${link(next, w.item.next, "↓")}`;
  const top = html`<div class="row s soft top-line"><a class=only-small href="${baseUrl}${pathIn(data)}">${w.item.back(
    page.counts.total,
  )}</a><span class=tag>${desk.kinds[suggestion.kind]}</span>${named}${sureMark(suggestion.band, agreed)}${
    agreed && html`<span>${desk.sureShort(agreed.accepted, agreed.decided)}</span>`
  }<span>${w.item.since(ago(suggestion.since, data.now))}</span><span class="push nw">${place}</span></div>`;
  const asked = isClaim ? w.item.follow : html`${w.item.right} <b>${source(question.who, 100)}</b> <b>${source(question.does, 100)}</b>?`;
  const ofClaim =
    !isClaim &&
    html`<p class=claim-line>${w.item.claim} <a href="${baseUrl}/c/${suggestion.claim.id}?as=editor">${source(suggestion.claim.text, 300)}</a></p>`;
  const correctable = suggestion.kind !== "source" && suggestion.sighting;
  const found = isClaim
    ? html`${sameStory(rows[at], suggestion, data)}${claimLines(data)}`
    : correctable && lineFields(correctable, suggestion.id, data.guessedBy);
  return html`<form class=right method=post action="${baseUrl}/review">${sent}${seenFields(seen)}<div class="detail scroll">${
    top
  }<h1 class=ask tabindex=-1 autofocus aria-describedby=strip>${asked}</h1>${ofClaim}${evidence(suggestion, data)}${
    isClaim && claimFields(suggestion, data.lines)
  }${reasons(suggestion)}${found}${reports(suggestion)}${alikeLines(data, suggestion)}</div>${acts(suggestion, data)}</form>`;
}

const KEYS: [string, string][] = [
  ["j", k.next],
  ["k", k.previous],
  ["a", k.accept],
  ["r", k.reject],
  ["R", k.because],
  ["e", k.edit],
  ["s", k.later],
  ["x", k.tick],
  ["m", k.same],
  ["u", k.undo],
  ["o", k.document],
];
/** The page of the queue: the list with its filters, and one suggestion with its form. */
export function reviewPageOf(data: ReviewData): Page {
  const { baseUrl, viewer, strip, page, current } = data;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "review",
    names: data.isItem ? "page-item" : "page-list",
    title: current ? w.titleOf(current.statement) : w.title,
    waiting: page.counts.total,
    keys: KEYS,
    main: html`<div class=review>${list(data)}${detail(data)}</div>`,
  });
}
