/** The three lanes of a claim's workspace: every line with its sentence and its decisions. Reports of a response are one line. */
import { claimWords as w } from "../../../shared/i18n/desk/claim.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, messagesOf, plain, timeInWords } from "../../../shared/i18n/index.ts";
import type { PublishedTime } from "../../../shared/model/time.ts";
import { lineMark } from "../../../shared/review/shown.ts";
import { alikeBy, bandOf, doesInWords, lineStatement, partyInWords, sentenceOf } from "../../../shared/review/suggestion.ts";
import { earliestTime } from "../../../shared/timeline/acts.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import { threadRoots } from "../../../shared/timeline/threads.ts";
import { shownHost } from "../../../shared/url.ts";
import { hasUnreadWords } from "../../editing/sightings.ts";
import type { SourceRow } from "../../store/desk/review.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, type Markup, nothing, quoted, source, statement } from "../ui/html.ts";
import { type Act as ActOf, actsIn, type State, stateOf } from "./acts.ts";
import type { WorkspaceData } from "./claim-view.ts";
import { hidden, options, seenFields, sureMark } from "./frame.ts";
import { lineFields, titleBeside } from "./review-view.ts";

type Act = ActOf<SightingRow>;
function stateOfAct(act: Act): State {
  const states = new Set(act.map(stateOf));
  if (states.has("public")) return "public";
  return states.has("waits") ? "waits" : "dropped";
}

function button(value: string, label: string, about: string, css = "btn small"): Markup {
  return html`<button class="${css}" name=do value="${value}" aria-label="${label}: ${plain(about, 80)}">${label}</button>`;
}
/** The time of a line. For a response, the earliest time in its public reports, else in those that wait, else in the dropped ones. */
function timeOfAct(act: Act): PublishedTime {
  const state = stateOfAct(act);
  return earliestTime(act.filter((s) => stateOf(s) === state).map((s) => s.published));
}
/** Whether readers see the timeline of a claim. */
const isSeen = ({ visibility, status }: WorkspaceData["claim"]) => visibility !== "private" && status !== "proposed";
/** The buttons for all reports of a response together. */
function actsOf(act: Act, about: string, star: Markup | false, { claim, viewer }: WorkspaceData): Markup {
  const waits = act.some((s) => stateOf(s) === "waits");
  const isPublic = stateOfAct(act) === "public";
  const mayDecide = viewer.may("review");
  const pill = () => {
    if (isPublic) return html`<span class="pill ${isSeen(claim) ? "pub" : "priv"}">${isSeen(claim) ? w.line.public : desk.kept}</span>`;
    if (!waits) return html`<span class="pill priv">${w.line.dropped}</span>`;
    return mayDecide ? nothing : html`<span class="pill held">${w.line.waiting}</span>`;
  };
  if (!mayDecide) return html`<span class=ac>${pill()}</span>`;
  return html`<span class=ac>${star}${pill()}${waits && html`${button("accept", w.line.accept, about)}${!isPublic && button("reject", w.line.reject, about)}`}${
    isPublic && button("reject", w.line.drop, about, "btn small quiet")
  }${!isPublic && !waits && button("accept", w.line.keep, about, "btn small quiet")}</span>`;
}
/** The reports of a response, each with its sentence, and buttons to drop it or keep it again. */
function reportsOf(act: Act, baseUrl: string, mayDecide: boolean): Markup {
  if (act.length < 2) return nothing;
  return html`<ul class=sub>${act.map((sighting) => {
    const state = stateOf(sighting);
    const reporter = plain(sighting.toldBy?.label || sighting.author || shownHost(sighting.url) || w.line.aDocument, 60);
    const verb =
      state === "dropped"
        ? button(`accept ${sighting.id}`, w.line.keep, reporter, "btn small quiet")
        : button(`reject ${sighting.id}`, w.line.drop, reporter, "btn small quiet");
    return html`<li class="${state === "waits" ? "held" : ""}"><a href="${baseUrl}/d/${sighting.documentId}">${reporter}</a><span dir=auto>${
      state === "dropped" ? html`<del>${quoted(sentenceOf(sighting), 2000)}</del>` : quoted(sentenceOf(sighting), 2000)
    }${state === "waits" && html` <span class="pill held">${w.line.waiting}</span> ${sureMark(bandOf(sighting.score))}`}</span>${mayDecide && verb}</li>`;
  })}</ul>`;
}

/** Fields for the source of a line. */
function sourceFields(sighting: SightingRow): Markup {
  return html`<div class=pair><div><label for="parent-${sighting.id}">${
    w.line.source
  }</label><input type=text id="parent-${sighting.id}" name=parent maxlength=2048></div><div><label for="how-${
    sighting.id
  }">${w.line.how}</label><select id="how-${sighting.id}" name=how>${options(messagesOf("en").edges, sighting.parent?.type ?? "citation")}</select></div></div>`;
}
function statementOf(act: Act, { baseUrl, viewer }: WorkspaceData): Markup {
  const [sighting] = act;
  const from = sighting.parent?.label && html` <span class="s soft">${w.line.from} ${source(sighting.parent.label, 80)}</span>`;
  const isReported = sighting.seen === "reported" && !isRemoved(sighting);
  if (!sighting.response)
    return html`<a class=plain href="${baseUrl}/d/${sighting.documentId}"><b>${statement(lineStatement(sighting), 120)}</b></a>${from}${
      isReported &&
      html`<span class="s soft"> · ${w.line.notCaptured}${
        sighting.url &&
        viewer.may("ingest") &&
        html`: <a href="${baseUrl}/add?url=${encodeURIComponent(sighting.url)}">${w.line.addPage}</a>`
      }</span>`
    }`;
  // What a person recorded and a machine read, too, is two rows of one document.
  const told = new Set(act.map(({ documentId }) => documentId)).size;
  const reports =
    told > 1
      ? w.line.told(told)
      : html`${w.line.toldBy} <a href="${baseUrl}/d/${sighting.documentId}">${plain(sighting.toldBy?.label || w.line.aDocument, 60)}</a>`;
  return html`<b>${source(partyInWords(sighting.response.actor), 80)}</b> <b class=three>${doesInWords(
    sighting,
  )}</b> <span class="s soft">${desk.standings[sighting.response.standing]}, ${reports}</span>`;
}

/** The fields of a line. In a fold they would make up most of the page, so a link leads to the page with the fields of that one line. */
function editOf(act: Act, embed: Markup | false, isFolded: boolean, { baseUrl, claim, from, edited }: WorkspaceData): Markup {
  const [sighting] = act;
  const state = stateOfAct(act);
  const about = lineStatement(sighting);
  const label = html`${w.line.edit}<span class=sr>: ${plain(about, 80)}</span>`;
  if (isFolded && edited !== sighting.id)
    return html`<a class="ed s" href="${baseUrl}/c/${claim.id}?as=editor${from && `&from=${from}`}&edit=${sighting.id}#${sighting.id}">${label}</a>`;
  return html`<details class=ed${edited === sighting.id && html` open`}><summary>${label}</summary>${lineFields(sighting, sighting.id)}${
    !sighting.response && sourceFields(sighting)
  }<p class=row>${button("edit", state === "waits" ? w.line.acceptSo : w.line.save, about, "btn small primary")}${
    state === "public" && button("wait", w.line.wait, about)
  }${embed}</p></details>`;
}
/** A line with its forms. The form sends the ids of all lines whose sentences it shows as `seen`. */
function line(act: Act, data: WorkspaceData, isFolded = false): Markup {
  const { baseUrl, claim, settings, viewer } = data;
  const mayDecide = viewer.may("review");
  const [sighting] = act;
  const state = stateOfAct(act);
  const about = lineStatement(sighting);
  const isPinned = settings.pins?.includes(sighting.id) ?? false;
  const isHidden = settings.hide?.includes(sighting.id) ?? false;
  const star =
    state === "public" &&
    html`<button class="btn small quiet star" name=do value=${isPinned ? "unpin" : "pin"} aria-label="${
      isPinned ? w.line.unpin : w.line.pin
    }: ${plain(about, 80)}" title="${isPinned ? w.line.unpin : w.line.pin}">${isPinned ? "★" : "☆"}</button>`;
  const embed =
    state === "public" &&
    html`${!sighting.response && (isHidden ? button("unhide", w.line.unhide, about) : button("hide", w.line.hide, about))}`;
  const css = { public: "", waits: " held", dropped: " gone" }[state];
  return html`<form class="ln ticked${css}" id="${sighting.id}" method=post action="${baseUrl}/c/${claim.id}/line${data.from && `?from=${data.from}`}">${hidden({ about })}${
    mayDecide &&
    html`<input type=checkbox name=pick value="${sighting.documentId}" form=split aria-label="${w.line.tick(plain(about, 100))}">`
  }${act.map(
    (one) =>
      html`<input type=hidden name=line value="${one.id}.${one.documentId}.${stateOf(one)}.${lineMark(one)}">${seenFields([one.id])}`,
  )}<time>${timeInWords(timeOfAct(act), ENGLISH)}</time><div class=hd>${statementOf(act, data)} ${
    isPinned && html`<span class="s soft">${w.line.pinned}</span> `
  }${isHidden && html`<span class="s soft">${w.line.hidden}</span> `}${
    state === "waits" && sureMark(bandOf(sighting.score))
  }</div>${actsOf(act, about, star, data)}${hasUnreadWords(sighting, claim.text) && titleBeside(sighting)}${
    act.length < 2 && html`<p class=q dir=auto>${quoted(sentenceOf(sighting), 2000)}</p>`
  }${reportsOf(act, baseUrl, mayDecide)}${mayDecide && editOf(act, embed, isFolded, data)}</form>`;
}
/** A source that documents name, with their sentences. One decision covers all that are ticked. */
function sourceRow(s: SourceRow, { baseUrl, claim, viewer }: WorkspaceData, at: number): Markup {
  const about = plain(s.statement, 80);
  const seen = s.reports.length ? s.reports.map(({ id }) => id) : [s.id];
  const mayDecide = viewer.may("review");
  const buttons = mayDecide
    ? html`${button("accept", w.line.accept, about)}${button("reject", w.line.reject, about)}`
    : html`<span class="pill held">${w.line.waiting}</span>`;
  const items = s.reports.map((one) => {
    const reporter = plain(one.label, 60);
    return html`<li><a href="${baseUrl}/d/${one.documentId}">${reporter}</a><span dir=auto>${quoted(one.sentence, 2000)}</span>${
      mayDecide && html`<input type=checkbox name=report value="${one.id}" checked aria-label="${w.line.namesIt(reporter)}">`
    }</li>`;
  });
  const { evidence } = s;
  return html`<form class="ln ticked held" id="source-${
    at
  }" method=post action="${baseUrl}/review">${hidden({ id: s.id, version: String(s.version), about, back: `/c/${claim.id}?as=editor` })}${seenFields(
    seen,
  )}<div class=hd><b>${statement(s.statement, 120)}</b> ${sureMark(s.band)}</div><span class=ac>${buttons}</span>${
    items.length
      ? html`<ul class=sub>${items}</ul>`
      : evidence &&
        html`<p class=q dir=auto><a href="${baseUrl}/d/${evidence.documentId}">${plain(evidence.label, 80)}</a>: ${quoted(evidence.sentence, 2000)}</p>`
  }</form>`;
}
function namedSources(data: WorkspaceData): Markup {
  const { sources } = data;
  if (!sources.length) return nothing;
  return html`<section class="lane two" aria-label="${w.lanes.sources}"><header><h2>${
    w.lanes.sources
  }</h2><span>${w.lanes.waits(sources.length)}</span></header><div class=lane-lines>${sources.map((s, i) => sourceRow(s, data, i))}</div></section>`;
}
/** Replies in the threads of documents, by the document that started each. */
type Threads = ReadonlyMap<string, SightingRow[]>;
/** A fold of lines, which is open if one of them is being edited. */
function fold(css: string, title: string, lines: Markup[], { edited }: WorkspaceData): Markup {
  const isOpen = edited !== null && lines.some((line) => String(line).includes(` id="${edited}"`));
  return html`<details class="${css}"${isOpen && html` open`}><summary class=s>${title}</summary>${lines}</details>`;
}
/** The replies below a line, in a fold. Each is decided by itself. */
function thread(replies: SightingRow[] | undefined, data: WorkspaceData): Markup {
  if (!replies?.length) return nothing;
  const waits = replies.filter((s) => stateOf(s) === "waits").length;
  const title = [w.line.replies(replies.length), waits > 0 && w.lanes.waits(waits)].filter(Boolean).join(" · ");
  const lines = actsIn(replies).map((act) => line(act, data, true));
  return fold("thread", title, lines, data);
}
/** Lines with the same text and state: the first in full, the others in a fold. Those that wait can be decided at once in the queue. */
function alike([first, ...more]: Act[], data: WorkspaceData, threads: Threads, isFolded = false): Markup {
  if (!first) return nothing;
  const full = (act: Act, isIn: boolean) => html`${line(act, data, isIn)}${thread(threads.get(act[0].documentId), data)}`;
  if (!more.length) return full(first, isFolded);
  const [sighting] = first;
  const all =
    stateOfAct(first) === "waits" &&
    data.viewer.may("review") &&
    html`<p class="s thread"><a href="${data.baseUrl}/review?kind=appearance&claim=${data.claim.id}&item=${sighting.id}.${sighting.recordedAt}">${w.line.decideAll(
      more.length + 1,
    )}</a></p>`;
  const rest = more.map((act) => full(act, true));
  return html`${full(first, isFolded)}${fold("thread", w.line.alike(more.length), rest, data)}${all}`;
}
/** If more public lines than this follow each other, all but the first ones are folded, so that waiting lines are easy to find. */
const MAX_RUN = 8;
const SHOWN_OF_RUN = 3;
/** The groups of lines in the order of time, with long runs of public lines folded in place. */
function folded(groups: Act[][], data: WorkspaceData, threads: Threads): Markup[] {
  const isPublic = (group: Act[]) => group[0] !== undefined && stateOfAct(group[0]) === "public";
  const out: Markup[] = [];
  for (let at = 0; at < groups.length; ) {
    const next = groups.findIndex((group, i) => i > at && isPublic(group) !== isPublic(groups[at] ?? []));
    const run = groups.slice(at, next < 0 ? groups.length : next);
    at += run.length;
    const shown = isPublic(run[0] ?? []) && run.length > MAX_RUN ? run.slice(0, SHOWN_OF_RUN) : run;
    out.push(...shown.map((group) => alike(group, data, threads)));
    const others = run.slice(shown.length);
    const acts = others.flat().sort(([a], [b]) => a.at - b.at);
    const first = acts[0];
    const last = acts.at(-1);
    if (!first || !last) continue;
    const title = w.line.run(acts.length, timeInWords(timeOfAct(first), ENGLISH), timeInWords(timeOfAct(last), ENGLISH));
    const inside = others.map((group) => alike(group, data, threads, true));
    out.push(fold("run", title, inside, data));
  }
  return out;
}
interface LaneLines {
  name: string;
  css: string;
  lines: SightingRow[];
  /** What it says if it has no lines. */
  empty: string;
}
function lane({ name, css, lines, empty }: LaneLines, data: WorkspaceData, threads: Threads = new Map()): Markup {
  // A decision does not move a line.
  const acts = actsIn(lines).sort(([a], [b]) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const of = (state: State) => acts.filter((act) => stateOfAct(act) === state);
  const visible = acts.filter((act) => stateOfAct(act) !== "dropped");
  const gone = of("dropped");
  const droppedLines = gone.map((act) => line(act, data, true));
  const likeness = (act: Act) => `${stateOfAct(act)} ${alikeBy(act[0]) ?? act[0].id}`;
  const groups = [...Map.groupBy(visible, likeness).values()];
  const counts = [
    (isSeen(data.claim) ? w.lanes.public : w.lanes.kept)(of("public").length),
    of("waits").length > 0 && w.lanes.waits(of("waits").length),
    gone.length > 0 && w.lanes.dropped(gone.length),
  ];
  return html`<section class="lane ${css}" aria-label="${name}"><header><h2>${name}</h2><span>${counts.filter(Boolean).join(" · ")}${
    (data.from || data.more) && ` ${w.lanes.here}`
  }</span></header><div class=lane-lines>${
    visible.length ? folded(groups, data, threads) : html`<p class="s soft">${empty}</p>`
  }${gone.length > 0 && fold("run", w.lanes.droppedLines(gone.length), droppedLines, data)}</div></section>`;
}
/** First known, spread, responses, in every state. */
export function lanes(data: WorkspaceData): Markup {
  const { lines, baseUrl } = data;
  const roots = threadRoots(lines);
  const rooted = new Set(lines.filter((s) => s.role !== "respond" && !roots.has(s.id)).map((s) => s.documentId));
  const isReply = (s: SightingRow) => s.role !== "respond" && rooted.has(roots.get(s.id) ?? "");
  const threads = Map.groupBy(lines.filter(isReply), (s) => roots.get(s.id) ?? "");
  const responses = lines.filter((s) => s.role === "respond");
  const others = lines.filter((s) => s.role !== "respond" && !isReply(s)).sort((a, b) => a.at - b.at);
  const { earliest } = data;
  const first = data.from ? undefined : others.find((s) => s.id === earliest?.id);
  const firstKnown = lane(
    { name: w.lanes.first, css: "one", lines: first ? [first] : [], empty: earliest?.words ?? w.lanes.noFirst },
    data,
    threads,
  );
  const more = data.more && Object.values(data.more).join(".");
  return html`${!data.from && firstKnown}${lane(
    { name: w.lanes.spread, css: "two", lines: others.filter((s) => s !== first), empty: w.lanes.noSpread },
    data,
    threads,
  )}${namedSources(data)}${lane({ name: w.lanes.responses, css: "three", lines: responses, empty: w.lanes.noResponses }, data)}${
    (data.from || more) &&
    html`<p class=s>${w.lanes.more} ${more && html`<a href="${baseUrl}/c/${data.claim.id}?as=editor&from=${more}">${w.lanes.later}</a>`}</p>`
  }`;
}
