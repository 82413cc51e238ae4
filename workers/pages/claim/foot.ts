/** The end of the page: gaps in coverage, how to read the page, and downloads. */

import { dateInWords, gapInWords, instantInWords, messagesOf, named, storyMessages } from "../../../shared/i18n/index.ts";
import { isoTime } from "../../../shared/iso.ts";
import { html, type Markup, nothing, pathPart, source } from "../ui/html.ts";
import { methodPath } from "../ui/shell.ts";
import type { OfferedFormat } from "./claim.ts";
import type { Section } from "./page.ts";

/** Maximum number of watched sources that are named. */
const MAX_WATCHED = 8;

function unseen({ story, words, options }: Section): Markup {
  const m = messagesOf(options.lang);
  const { watched, unseen: gaps } = story.timeline.coverage;
  const names = watched.slice(0, MAX_WATCHED).map((w) => m.page.since(named(w.name, 60), dateInWords(w.since, "day", options)));
  const list = [...names, ...(watched.length > MAX_WATCHED ? [m.more(watched.length - MAX_WATCHED)] : [])].join(m.semicolon);
  const { undated } = story.spread;
  return html`<ul>${gaps.map((gap) => html`<li>${source(gapInWords(gap, options), 300, null, m)}</li>`)}${undated > 0 && html`<li>${words.foot.undated(undated)}</li>`}${
    watched.length > 0 && html`<li>${words.foot.watched(list)}</li>`
  }</ul>`;
}

/** The last part of every claim's page. `live`: the address of the present state, if a past one is shown. */
export function footSection(section: Section, formats: readonly OfferedFormat[], path: string, query: string, live: string | null): Markup {
  const { story, words, options, baseUrl } = section;
  const { timeline } = story;
  const f = words.foot;
  const m = messagesOf(options.lang);
  // Data offered with a past moment are of that moment; a feed is always of the present.
  const then = timeline.asOf === null ? "" : `?asOf=${isoTime(timeline.asOf)}`;
  const links = (newest: boolean) =>
    formats
      .filter((format) => Boolean(format.newest) === newest)
      .map(({ label, suffix }, i) => html`${i > 0 && m.item}<a href="${path}.${suffix}${newest ? "" : then}">${label}</a>`);
  const moment =
    timeline.asOf === null
      ? f.updated(instantInWords(timeline.changedAt, options), timeline.revision)
      : f.asKnown(instantInWords(timeline.asOf, options));
  // Embed, card and feeds are public, so a claim that is not public has none.
  const ways =
    timeline.claim.visibility === "public" &&
    html`<p><a href="${path}/embed${query}">${f.embed}</a>${m.item}<a href="${path}/card.svg${query}">${
      f.picture
    }</a></p><p id=follow>${words.frame.follow}${m.colon}${links(true)}</p>`;
  return html`<footer class=foot><section><h2>${f.unseen}</h2>${unseen(section)}</section><section><h2>${storyMessages(options.lang).footer.how}</h2><p>${
    f.readText
  } <a href="${baseUrl}${methodPath(options.lang)}">${words.frame.how}</a></p></section><section><h2>${
    f.take
  }</h2>${ways}<p id=data>${words.frame.data}${m.colon}${links(false)}${m.item}<a href="${baseUrl}/v1/claims/${pathPart(timeline.claim.id)}/graph${then}">${
    f.graph
  }</a></p><p><a href="${path}/revisions${query}">${f.earlier}</a>${m.stop} ${moment}${
    live ? html` <a href="${live}">${f.now}</a>` : nothing
  }</p></section></footer>`;
}
