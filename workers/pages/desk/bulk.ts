/**
 * The page on which several suggestions are decided at once, with the sentence of each. When accepting, lines that name
 * a person come first and are unticked.
 */
import { queue, type SeveralVerb } from "../../../shared/i18n/desk/queue.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { plain } from "../../../shared/i18n/index.ts";
import { hasUnreadWords } from "../../editing/sightings.ts";
import type { Suggestion } from "../../store/desk/review.ts";
import { html, type Markup, type Page, quoted, source, statement } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { frame, hidden, keyed, keyMark, seenFields, sureMark, visibilityPill } from "./frame.ts";
import { marks, pickOf, shownWith } from "./review-view.ts";

const w = queue.several;

interface BulkData {
  baseUrl: string;
  viewer: Viewer;
  suggestions: Suggestion[];
  back: string;
  waiting: number;
  verb: SeveralVerb;
}

/** Responses, and lines that name a person beyond the claim, or may do so. */
const mustBeLookedAt = (s: Suggestion) =>
  s.names.length > 0 || s.kind === "response" || (s.sighting !== null && hasUnreadWords(s.sighting, s.claim.text));

function row(suggestion: Suggestion, isTicked: boolean): Markup {
  const isReportedTwice = suggestion.reports.length > 1;
  return html`<li class=pick><input type=checkbox id="p-${suggestion.id}" name=pick value="${pickOf(suggestion)}"${isTicked && html` checked`}>${seenFields(
    shownWith(suggestion),
  )}<div><label for="p-${suggestion.id}"><b>${(suggestion.kind === "claim" ? source : statement)(
    suggestion.statement,
    200,
  )}</b></label><p class="s soft">${desk.kinds[suggestion.kind]}${
    suggestion.names.length > 0 && html` · <span class="hold b">${queue.names(plain(suggestion.names.join(", "), 80))}</span>`
  } · ${source(suggestion.claim.text, 160)} ${visibilityPill(suggestion.claim.visibility)} ${sureMark(suggestion.band)}</p>${
    suggestion.evidence?.title &&
    suggestion.evidence.title !== suggestion.evidence.sentence &&
    html`<p class="s soft" dir=auto>${quoted(suggestion.evidence.title, 600)}</p>`
  }${
    suggestion.evidence &&
    html`<blockquote class=s dir=auto>${
      suggestion.evidence.before && html`<span class=ctx>${suggestion.evidence.before}</span>`
    }${marks(suggestion.evidence)}${suggestion.evidence.after && html`<span class=ctx>${suggestion.evidence.after}</span>`}</blockquote>`
  }${
    isReportedTwice &&
    suggestion.reports
      .slice(1)
      .map((one) => html`<blockquote class=s dir=auto><b>${plain(one.label, 60)}</b> ${source(one.sentence, 2000)}</blockquote>`)
  }</div></li>`;
}

/** The page before several suggestions are decided. */
export function bulkPage({ baseUrl, viewer, suggestions, back, waiting, verb }: BulkData): Page {
  const named = verb === "accept" ? suggestions.filter(mustBeLookedAt) : [];
  const others = suggestions.filter((s) => !named.includes(s));
  const list = (title: string, of: Suggestion[]) =>
    of.length > 0 &&
    html`<section>${title && html`<h2>${title}</h2>`}<ul class=bulk-list>${of.map((s) => row(s, of === others))}</ul></section>`;
  const name = w.verbs[verb];
  const key = { accept: "a", reject: "r", later: "s" }[verb];
  const main = suggestions.length
    ? html`<form class=wrap method=post action="${baseUrl}/review/several">${hidden({ back, do: verb })}<h1 tabindex=-1>${w.ask(
        name,
        suggestions.length,
      )}</h1><p class=soft>${w.effects[verb]}</p>${list(w.first, named)}${list(
        named.length ? w.others : "",
        others,
      )}<div class=acts><button class="btn big primary"${keyed(key)}>${w.go(name)}${keyMark(key)}</button><a class="btn big quiet" href="${baseUrl}${back}">${
        w.leave
      }</a></div></form>`
    : html`<div class=wrap><h1>${w.nothing}</h1><p class=soft>${w.gone} <a href="${baseUrl}${back}">${w.back}</a></p></div>`;
  return frame({
    baseUrl,
    viewer,
    page: "review",
    names: "page-bulk",
    title: w.title(name),
    waiting,
    main,
    keys: [[key, w.go(name).toLowerCase()]],
  });
}
