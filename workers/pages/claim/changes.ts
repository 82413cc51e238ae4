/** Changes of wording between a document and its source, before and after. Only if the source is sure. */

import {
  capital,
  documentName,
  type LocaleOptions,
  listed,
  type Messages,
  messagesOf,
  named,
  parentInWords,
  placeName,
  quote,
  storyMessages,
  storyMoment,
} from "../../../shared/i18n/index.ts";
import type { TextChange, TextChangeKind } from "../../../shared/model/text-change.ts";
import type { StoryDocument } from "../../../shared/timeline/story/story.ts";
import { type Wording, type WordingChange, wordingOf } from "../../../shared/timeline/story/wording.ts";
import { hiddenMarksNote, html, isolate, langTag, type Markup, nothing } from "../ui/html.ts";
import { linkTo, type Section, titleOf } from "./page.ts";

/** Number of pairs that are shown by default, and maximum number on request. */
const MAX_PAIRS = 3;
const MAX_ALL = 100;
/** Maximum number of characters of each side. */
const MAX_TEXT = 320;

/** The text of a document that contains the changed words. Those that stand elsewhere follow it: else both sides may be the same. */
function textOf({ event }: StoryDocument, spans: readonly string[]): string {
  const texts = [event.quote?.exact, event.excerpt, event.title].filter((t): t is string => Boolean(t?.trim()));
  const text = texts.find((t) => spans.every((span) => t.includes(span))) ?? texts[0] ?? "";
  return spans.reduce((all, span) => (all.includes(span) ? all : `${all} … ${span}`), text);
}

/** A text with its changed words marked: those that were removed (`del`) or added (`ins`). */
function marked(text: string, spans: readonly string[], tag: "del" | "ins", m: Messages): Markup {
  const found = spans
    .map((span) => ({ at: text.indexOf(span), length: span.length }))
    .filter(({ at, length }) => at >= 0 && length > 0 && at < MAX_TEXT)
    .sort((a, b) => a.at - b.at);
  const parts: Markup[] = [];
  let end = 0;
  for (const { at, length } of found) {
    if (at < end) continue;
    parts.push(html`${text.slice(end, at)}`);
    const words = text.slice(at, at + length);
    parts.push(tag === "del" ? html`<del>${words}</del>` : html`<ins>${words}</ins>`);
    end = at + length;
  }
  const rest = text.slice(end);
  parts.push(html`${rest.length > MAX_TEXT ? `${rest.slice(0, MAX_TEXT)}…` : rest}`);
  return html`${m.openQuote}<bdi dir=auto>${parts}</bdi>${m.closeQuote}${hiddenMarksNote(text, m)}`;
}

function side(document: StoryDocument, spans: readonly string[], tag: "del" | "ins", { story, options }: Section): Markup {
  const m = messagesOf(options.lang);
  const { event } = document;
  const where = [documentName(event, options), placeName(event), storyMoment(document.time, story, options)].filter(Boolean).join(m.comma);
  const lang = event.translated ? undefined : langTag(event.lang);
  return html`<div><p class=q>${isolate(where)}</p><blockquote${lang && html` lang="${lang}"`}>${marked(textOf(document, spans).toWellFormed(), spans, tag, m)}</blockquote></div>`;
}

function pair({ parent, child, changes, takers }: WordingChange, section: Section): Markup {
  const { words, options } = section;
  const m = messagesOf(options.lang);
  const of = (which: "was" | "now") => changes.flatMap((c) => (c[which] ? [c[which].text] : []));
  const kinds = [...new Set(changes.map((c) => c.kind))].map((kind) => words.changes.kinds[kind]);
  return html`<li>${side(parent, of("was"), "del", section)}<span class=ar role=img aria-label="${
    words.changes.became
  }">→</span>${side(child, of("now"), "ins", section)}<p class="q wh">${kinds.join(" ")} ${capital(
    parentInWords(child.event.parent, m),
  )}${m.stop} ${takers > 0 && `${words.changes.takers(takers)} `}${words.changes.readByMachine}</p></li>`;
}

/** "“if true” was dropped on the way". */
function changesTitle({ pairs }: Wording, { words, options }: Section): string {
  const m = messagesOf(options.lang);
  const changes = pairs.slice(0, MAX_PAIRS).flatMap((p) => p.changes);
  const spans = (kind: TextChangeKind, side: "was" | "now") =>
    [...new Set(changes.flatMap((c) => (c.kind === kind && c[side] ? [named(c[side].text, 40)] : [])))]
      .slice(0, 2)
      .map((text) => quote(text, m));
  const dropped = spans("hedge_dropped", "was");
  if (dropped.length > 0) return words.changes.dropped(listed(dropped, m), dropped.length);
  const added = spans("hedge_added", "now");
  if (added.length > 0) return words.changes.added(listed(added, m), added.length);
  return words.changes.title;
}

/** The hedge of its source that a document dropped; "" if there is none. */
export function hedgeWords({ event }: StoryDocument, options: LocaleOptions): string {
  const dropped = event.parent?.textChanges?.find((c: TextChange) => c.kind === "hedge_dropped" && c.was);
  const added = event.parent?.textChanges?.some((c) => c.kind === "hedge_added");
  return dropped?.was && !added ? storyMessages(options.lang).list.drops(quote(named(dropped.was.text, 40), messagesOf(options.lang))) : "";
}

/** The section of changes; nothing if no source is sure. */
export function changesSection(section: Section): Markup {
  const { story, words, asked, options } = section;
  const wording = wordingOf(story.documents);
  const { pairs, kinds } = wording;
  if (pairs.length === 0) return nothing;
  const shown = pairs.slice(0, asked.changes ? MAX_ALL : MAX_PAIRS);
  const sums = Object.entries(kinds).map(([kind, n]) => words.changes.sums[kind as TextChangeKind](n));
  const m = messagesOf(options.lang);
  return html`<section id=changes>${titleOf(section, "changes", changesTitle(wording, section))}<p class=sub>${words.changes.sub}${
    pairs.length > MAX_PAIRS && ` ${capital(sums.join(m.item))}${m.stop}`
  }</p><ol class=chg role=list>${shown.map((p) =>
    pair(p, section),
  )}</ol>${pairs.length > shown.length && html`<p><a href="${linkTo(section, "changes=all")}#changes">${words.changes.all(pairs.length)}</a></p>`}</section>`;
}
