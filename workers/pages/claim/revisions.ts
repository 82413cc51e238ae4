/** `/c/{id}/revisions`: the changes of each revision of a claim, before and after. */
import {
  eventInWords,
  hedgesInWords,
  instantInWords,
  kindAtPlace,
  type LocaleOptions,
  linkInWords,
  type Messages,
  messagesOf,
  named,
  noticedInWords,
  plain,
  quote,
  reportedByInWords,
  storyMessages,
  textChangesInWords,
  timeInWords,
} from "../../../shared/i18n/index.ts";
import { isRemoved } from "../../../shared/timeline/availability.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import type { Change, Revision } from "../../store/claims/revisions.ts";
import { responseShown } from "../../store/relations/sightings.ts";
import { dotted, wordsOf } from "../embed/event.ts";
import { html, type Markup, nothing, type Page, pathPart, quoted } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

/** Maximum number of changes of a revision that are listed. */
const MAX_CHANGES = 30;
const QUOTE = 160;

const saidBy = (text: string, m: Messages) => quote(named(text, QUOTE), m);

type Sighting = NonNullable<Revision["sightings"][number]["after"]>;
/** The parts of a sighting as the timeline shows them; the first is its author. */
function sightingParts(sighting: Sighting, options: LocaleOptions): string[] {
  const m = messagesOf(options.lang);
  const response = responseShown(sighting);
  const event: TimelineEvent = {
    ...sighting,
    lane: response ? "responses" : "spread",
    response: response && { ...response, lag: null },
  };
  const words = eventInWords(event, options);
  const hedges = hedgesInWords(event, options);
  const said = wordsOf(event);
  return [
    named(words.who),
    words.verb,
    kindAtPlace(words.kind, event, words.place, m, named(words.place)),
    timeInWords(event.response?.published ?? event.published, options),
    isRemoved(event) ? storyMessages(options.lang).answers.removed : reportedByInWords(event, options),
    words.from,
    textChangesInWords(event.parent?.textChanges, m),
    hedges && m.hedged(hedges),
    noticedInWords(event.availability, options),
    said ? saidBy(said.text, m) : "",
    linkInWords(event, m),
  ];
}

/** A sighting that was added, removed or changed. For a changed one, the first part and the parts that differ; nothing if no part differs. */
function changeItem<T>({ before, after }: Change<T>, of: (row: T) => string[], m: Messages): Markup[] {
  const all = (parts: string[]) => parts.filter(Boolean).join(" · ");
  if (!before || !after)
    return [html`<li>${before && html`− <del>${all(of(before))}</del>`}${after && html`+ <ins>${all(of(after))}</ins>`}</li>`];
  const was = of(before);
  const now = of(after);
  const differing = was.flatMap((part, i) =>
    part === now[i] ? [] : html`${part && html`− <del>${part}</del> `}${now[i] && html`+ <ins>${now[i]}</ins>`}`,
  );
  return differing.length ? [html`<li>${was[0] === now[0] && html`${was[0]}${m.colon}`}${dotted(differing)}</li>`] : [];
}

/** One revision; nothing if it changed only what no page shows, such as the reasons for a score. */
function revisionItem(revision: Revision, path: string, options: LocaleOptions & { query: string }): Markup {
  const m = messagesOf(options.lang);
  const { statuses, wording } = m.revisions;
  const items = [
    ...revision.claims.flatMap((c) =>
      changeItem(c, ({ text, status }) => [text && saidBy(text, m), statuses[status as keyof typeof statuses]], m),
    ),
    ...revision.wordings.map((text) => html`<li>+ <ins>${wording}${saidBy(text, m)}</ins></li>`),
    ...revision.verdicts.flatMap((c) =>
      changeItem(
        c,
        (v) => [named(v.publisher), saidBy(v.label, m), timeInWords(v.published, options), v.explanation ? saidBy(v.explanation, m) : ""],
        m,
      ),
    ),
    ...revision.sightings.flatMap((c) => changeItem(c, (s) => sightingParts(s, options), m)),
  ];
  const more = items.length - MAX_CHANGES;
  if (items.length === 0) return nothing;
  return html`<li><h2><a href="${path}?rev=${revision.number}${options.query.replace("?", "&")}">${m.claim.revision(revision.number)}</a> <small>${instantInWords(
    revision.at,
    options,
  )}</small></h2><ul class=ways>${items.slice(0, MAX_CHANGES)}${more > 0 && html`<li>${m.more(more)}</li>`}</ul></li>`;
}

/** The page of a claim's revisions, newest first. */
export function revisionsPage(
  claim: { id: string; text: string; lang: string | null },
  { revisions, next }: { revisions: readonly Revision[]; next: number | null },
  options: LocaleOptions & { baseUrl: string; query: string },
): Page {
  const { baseUrl, query, lang } = options;
  const m = messagesOf(lang);
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const main = html`<h1>${m.revisions.title}</h1><p class=lead><a href="${path}${query}">${quoted(claim.text, 240, claim.lang, m)}</a></p><ul role=list>${revisions.map(
    (revision) => revisionItem(revision, path, options),
  )}</ul>${next && html`<p class=next><a href="${path}/revisions?before=${next}${query.replace("?", "&")}">${m.revisions.older}</a></p>`}`;
  const title = `${m.revisions.title}${m.colon}${plain(claim.text, 100)}`;
  return shell({ baseUrl, title, main: html`<div class=rev>${main}</div>`, style: "claim.css", lang, query, noindex: true });
}
