/** The section of responses: a card for each response with a small sheet for each report, and what came after the first denial. */
import {
  actInWords,
  dateInWords,
  documentName,
  lagToldInWords,
  messagesOf,
  momentInWords,
  named,
  partyShown,
  quote,
  storyMessages,
  turnInWords,
} from "../../../shared/i18n/index.ts";
import { capital } from "../../../shared/i18n/name.ts";
import { isPost } from "../../../shared/model/document.ts";
import type { StoryAct } from "../../../shared/timeline/story/acts.ts";
import { mixOf, reportsOf, type StoryAfter, type StoryDocument } from "../../../shared/timeline/story/story.ts";
import { mark } from "../picture/marks.ts";
import { around, html, isolate, type Markup, nothing, outLink, quoted, timeTag } from "../ui/html.ts";
import { isLong, linkTo, percent, type Section, titleOf } from "./page.ts";

/** Maximum number of cards; further responses are lines. */
const MAX_CARDS = 6;
const MAX_QUOTE = 280;
/** Maximum number of reports that are named. */
const MAX_NAMED = 2;
/** Maximum number of sheets on a card. */
const MAX_SHEETS = 60;
/** From this number of later documents on, they are drawn as a bar. */
const MIN_BAR = 10;

/** "Meta denied it 2 to 3 days after it was first known". */
function answersTitle({ story, words, options }: Section): string {
  const { denial, answer, after } = story;
  const { answersUnchecked, notAnswered } = storyMessages(options.lang).sentence;
  if (!answer) return (story.mayReport.length + story.unchecked.length > 0 ? answersUnchecked : notAnswered).slice(0, -1);
  if (answer !== denial || denial.type !== "denial") return actInWords(answer, options);
  const party = partyShown(denial, options).name;
  const span = lagToldInWords(denial.lag, options);
  const lag = span && storyMessages(options.lang).list.lagAfter.first(span);
  return after && after.later >= MIN_BAR && after.repeats > 0
    ? words.answers.deniedAndAfter(party, span, after.repeats, after.later)
    : words.answers.denied(party, lag);
}

/** The documents that report a response, without its own document. */
function standing(act: StoryAct, { words, options }: Section): Markup {
  const m = messagesOf(options.lang);
  const { speaker } = partyShown(act, options);
  const role =
    act.type === "rating"
      ? words.answers.rates(quote(named(act.rating ?? "", 60), m))
      : capital(storyMessages(options.lang).list.standings[act.standing]);
  return html`<p class=q>${role}${speaker && html`${m.semicolon}${isolate(speaker)}`}</p>`;
}

function when(act: StoryAct, { options }: Section): Markup {
  const { earliest, latest } = act.published;
  if (earliest === null && latest === null) return html`<p class=q>${capital(storyMessages(options.lang).answers.timeUnknown)}</p>`;
  const span = lagToldInWords(act.lag, options);
  return html`<p class=q>${timeTag(act.published, options)}${span && html`<br>${storyMessages(options.lang).list.lagAfter.first(span)}`}</p>`;
}

/** A link to a response's own document or page; null if it has none. */
function ownLink(act: StoryAct, { words }: Section): Markup | null {
  const { page, post, statement } = words.answers.own;
  if (act.type === "rating") return outLink(act.url, page);
  return act.own && outLink(act.url, act.own.kind === "post" ? post : statement);
}
/** Where a response was published: its own document, and its reports, by name if there are few. */
function reportList(act: StoryAct, reports: readonly StoryDocument[], section: Section): Markup {
  const { words, options } = section;
  const a = words.answers;
  const m = messagesOf(options.lang);
  const own = ownLink(act, section);
  const names = reports.slice(0, MAX_NAMED).map((d) => outLink(d.event.url, isolate(documentName(d.event, options))));
  const more = reports.length - names.length;
  const list = html`${names.map((name, i) => html`${i > 0 && m.item}${name}`)}${
    more > 0 && html`${names.length > 0 && m.item}<a href="${linkTo(section, "doing=answers")}#all">${m.more(more)}</a>`
  }`;
  const where = () => {
    if (reports.length > 0 && own) return html`${own}${m.comma}${a.alsoTold(reports.length)}${m.colon}${list}${m.stop}`;
    if (reports.length > 0) return html`${a.toldIn(reports.length, mixOf(reports))}${m.colon}${list}${m.stop}`;
    if (own) return html`${own}${m.stop}`;
    return act.toldBy ? html`${storyMessages(options.lang).answers.unseen(named(act.toldBy, 60))}` : nothing;
  };
  // A rating is its publisher's: that it was recorded does not mean that an editor checked it.
  return html`<p class=q>${where()}${act.type !== "rating" && html` ${act.checked ? a.checked : a.unchecked}`}</p>`;
}

function card(act: StoryAct, section: Section): Markup {
  const { words, options } = section;
  const m = messagesOf(options.lang);
  const reports = reportsOf(act, section.story);
  const [text] = act.quotes;
  const sheets = Math.min(MAX_SHEETS, reports.length + (act.own ? 1 : 0));
  return html`<li><p class=ty>${mark("response", act.checked ? "full" : "hollow")}${
    act.type === "rating" ? words.answers.ratingType : words.answers.types[act.type]
  }</p><h3>${isolate(partyShown(act, options).name)}</h3>${standing(act, section)}${
    text && html`<blockquote>${quoted(text, MAX_QUOTE, null, m)}</blockquote>`
  }${when(act, section)}${
    sheets > 1 &&
    html`<p class=rep aria-hidden=true>${Array.from({ length: sheets }, (_, i) => html`<i${i === 0 && act.own && html` class=own`}></i>`)}</p>`
  }${reportList(act, reports, section)}</li>`;
}

/**
 * An empty card beside the responses of the parties: nobody else is known to have answered, and as of when. Not shown while a response waits for
 * review, because it may be the missing one, nor beside a fact check. Where there is no response at all, the head says so.
 */
function missing({ story, words, options }: Section): Markup {
  const { acts, unchecked, documents, reportsUnread, timeline } = story;
  const isParty = (act: StoryAct) => act.standing === "subject" || act.standing === "originator";
  const waits = unchecked.length > 0 || reportsUnread > 0;
  if (acts.length === 0 || !acts.every(isParty) || waits || documents.some((d) => d.event.kind === "fact_check")) return nothing;
  const asOf = storyMessages(options.lang).answers.asOf(dateInWords(timeline.asOf ?? timeline.changedAt, "day", options));
  return html`<li class=none><p class=ty>${words.answers.notSeen}</p><h3>${words.answers.noOther}</h3><p class=q>${words.answers.noFactCheck} ${asOf}</p></li>`;
}

/** Posts and articles that dispute the claim. They are not responses, so each is a sentence. */
function disputes({ story, words, options }: Section): Markup[] {
  const all = story.documents.filter((d) => d.doing === "disputes");
  const sentence = (documents: StoryDocument[], inWords: (n: number, first: string) => string): Markup => {
    const [first] = documents;
    if (!first) return nothing;
    const name = `${named(documentName(first.event, options))}${messagesOf(options.lang).comma}${momentInWords(first.time, options)}`;
    return html`<p class=sub>${inWords(documents.length, name)}</p>`;
  };
  const posts = all.filter((d) => isPost(d.event));
  const articles = all.filter((d) => !isPost(d.event));
  return [sentence(posts, words.answers.users), sentence(articles, words.answers.articles)];
}

/** What later documents do: the number of each kind, and in words. */
function afterParts(after: StoryAfter, { story, options }: Section): { css: string; count: number; text: string }[] {
  const { repeat, carry, dispute, ask } = storyMessages(options.lang).picture.after;
  const turn = turnInWords(story, options);
  return [
    { css: "spread", count: after.repeats, text: repeat(after.repeats, turn) },
    { css: "response", count: after.carries, text: carry(after.carries, turn) },
    { css: "dispute", count: after.disputes, text: dispute(after.disputes) },
    { css: "quiet", count: after.asks, text: ask(after.asks) },
  ].filter(({ count }) => count > 0);
}

/** What came after the first denial: a bar for many, a sentence for few. */
function afterwards(section: Section): Markup {
  const { story, options } = section;
  const { after } = story;
  if (!after || after.later === 0) return nothing;
  const m = messagesOf(options.lang);
  const parts = afterParts(after, section);
  const title = storyMessages(options.lang).picture.after.title(after.later, turnInWords(story, options));
  if (after.later < MIN_BAR) {
    const names = after.repeating.slice(0, 3).map((d) => outLink(d.event.url, isolate(documentName(d.event, options))));
    const examples = names.length > 0 && around(m.brackets, html`${names.map((name, i) => html`${i > 0 && m.item}${name}`)}`);
    const sentence = parts.map(({ css, text }, i) => html`${i > 0 && m.semicolon}${text}${css === "spread" && examples}`);
    return html`<p class=aft><b>${title}${m.stop}</b> ${sentence}${m.stop}</p>`;
  }
  let x = 0;
  const bars = parts.map(({ css, count }) => {
    const bar = html`<rect class=${css} x=${percent(x)} width=${percent(count / after.later)} height=14 />`;
    x += count / after.later;
    return bar;
  });
  return html`<div class=aft><h3><a href="${linkTo(section, "after=1")}#all">${title}</a></h3><svg class=b aria-hidden=true>${bars}</svg><ul>${parts.map(
    ({ css, text }) => html`<li><span class="k ${css}"></span>${text}</li>`,
  )}</ul></div>`;
}

/** The section of responses. */
export function answersSection(section: Section): Markup {
  const { story, words, options } = section;
  const m = messagesOf(options.lang);
  const acts = [...story.acts, ...story.unchecked];
  const lines = acts.slice(MAX_CARDS);
  const none = missing(section);
  const rest = [...(isLong(section) ? disputes(section) : []), afterwards(section)];
  // The head already says that nothing is known yet.
  if (acts.length === 0 && [none, ...rest].every((part) => part === nothing)) return nothing;
  return html`<section id=answers>${titleOf(section, "answers", answersTitle(section))}${
    acts.length > 1 && html`<p class=sub>${words.answers.sub}</p>`
  }<ul class=acts role=list>${acts.slice(0, MAX_CARDS).map((act) => card(act, section))}${none}</ul>${
    lines.length > 0 &&
    html`<ul class=lines role=list>${lines.map(
      (act) =>
        html`<li>${mark("response", act.checked ? "full" : "hollow")}${isolate(actInWords(act, options))}${m.comma}${momentInWords(act.published, options)}</li>`,
    )}</ul>`
  }${rest}</section>`;
}
