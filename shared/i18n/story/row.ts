/** A document of a story in words, for lists: what it does, when in relation to what, and what it rests on. Plain text. */
import { isStatedPlainly } from "../../model/edge.ts";
import { isNamedSource } from "../../model/id.ts";
import { lag } from "../../timeline/lag.ts";
import { isClose } from "../../timeline/story/extent.ts";
import { isNews, type Story, type StoryDocument, sourceLabel } from "../../timeline/story/story.ts";
import type { Thread } from "../../timeline/views.ts";
import { claimWords } from "../claim-page/messages.ts";
import { eventVerb, LIKELY, timeBasisInWords } from "../event.ts";
import { messagesOf } from "../general/messages.ts";
import { isNameless, named } from "../name.ts";
import { quote } from "../quote.ts";
import { mayOnlyTell } from "../verb.ts";
import { storyMessages, turnInWords } from "./messages.ts";
import { documentInSentence, documentName, type StoryOptions } from "./names.ts";
import { isExact, lagToldInWords } from "./time.ts";

/** Who speaks, before a colon: "Police: …", and no "BREAKING: …" or address. */
const SPEAKER_LABEL = /^\s*(?!\p{Upper}{3})[^.!?。！？]{2,40}(?:: |：)/u;

const hedged = ({ event }: StoryDocument): boolean => event.hedges.length > 0 || event.certainty === "uncertain";

const isDenied = (event: StoryDocument["event"]) => event.stance === "deny" && !event.stanceUnsure;

/** What a document does with the claim, third person: "asks about it", "translates it, hedged", "repeats it without the denial". */
export function deedInWords(document: StoryDocument, story: Story, options: StoryOptions): string {
  const m = messagesOf(options.lang);
  const v = storyMessages(options.lang).list.verbs;
  const turn = turnInWords(story, options);
  const { event } = document;
  if (!document.observed && event.state === "suggested") return eventVerb({ ...event, role: "report", response: null }, options);
  if (document.doing === "disputes") return mayOnlyTell(event) ? m.verbs.mayDispute : m.verbs.disputes;
  if (document.doing === "carries" && document.carriesDenial) return isNews(event) ? v.both(turn) : v.carries(turn);
  // It reports another response, or one that waits for an editor. Without that, what it says of the claim itself cannot be shown.
  if (document.doing === "carries" && (event.role !== "respond" || story.denial)) return isDenied(event) ? m.verbs.mayDispute : v.mentions;
  if (event.role === "evidence") return m.verbs.evidence;
  if (document.parent?.repost) return v.reposts;
  if (event.stanceUnsure) return v.mentions;
  if (document.doing === "asks") return event.stance === "comment" ? v.comments : v.asks;
  if (story.after?.repeating.includes(document)) return v.without(turn);
  const change = event.parent?.textChanges?.find((c) => c.kind === "hedge_dropped" && c.was);
  if (change?.was && document.parent?.sure) return storyMessages(options.lang).list.drops(quote(named(change.was.text, 40), m));
  if (event.parent?.type === "translation") return hedged(document) ? v.translatesDoubt : v.translates;
  if (hedged(document)) return v.doubts;
  if (event.role === "report") return v.reports;
  // What it comes from may stand on no line of this story.
  return document.parent || (event.parent && event.parent.type !== "reply") ? v.passes : v.says;
}

/** How a document's time is to be read: after what, by which evidence, or that it is not known. */
export function relationInWords(document: StoryDocument, story: Story, options: StoryOptions): string {
  const { list: s, picture } = storyMessages(options.lang);
  if (document.time.earliest === null && document.time.latest === null) return "";
  if (document === story.first) {
    if (document.time.precision === "day") return picture.hourUnknown;
    return isExact(document.time) ? timeBasisInWords(document.time.basis, options) : "";
  }
  if (document.after && story.denial) {
    const span = lagToldInWords(lag(story.denial.published, document.time), options);
    return span && s.lagAfter.turn(span, turnInWords(story, options));
  }
  // Which of the two was first is not known.
  if (document.isRival || !isClose(document.time)) return "";
  const span = story.first ? lagToldInWords(lag(story.first.time, document.time), options) : "";
  return span ? s.lagAfter.first(span) : "";
}

/** The source of a document, inside a sentence: by its name, and what has none as what it is, "an anonymous post on a Chinese website". */
export function sourceOf(label: string, { parent }: StoryDocument, { documents }: Story, options: StoryOptions): string {
  const source = documents.find(({ id }) => id === parent?.id)?.event;
  if (source && isNameless(label)) return documentInSentence(source, options);
  return source && source.author === label ? documentName(source, options, 60) : named(label, 60);
}

/** The source of a document, inside a sentence; a held one whose label nobody has read is named as what and where it is. Null if none is known. */
function sourceName(document: StoryDocument, story: Story, options: StoryOptions): string | null {
  const label = sourceLabel(document);
  if (label) return sourceOf(label, document, story, options);
  const held = document.event.parent && story.documents.find(({ id, observed }) => observed && id === document.parent?.id);
  return held ? documentInSentence(held.event, options) : null;
}

/** "likely from @user94", "no source found", "known from Example Tech News"; "" where the document is a root that needs none. */
export function originInWords(document: StoryDocument, story: Story, options: StoryOptions): string {
  const { who } = claimWords(options.lang);
  const { event } = document;
  if (!document.observed) return event.toldBy ? messagesOf(options.lang).knownFrom(named(event.toldBy.label, 60)) : "";
  const name = sourceName(document, story, options);
  if (event.parent && name !== null) {
    if (document.parent?.sure ?? isStatedPlainly(event.parent)) return who.from(name);
    return event.parent.confidence < LIKELY ? who.possiblyFrom(name) : who.likelyFrom(name);
  }
  if (isNamedSource(event.parent?.documentId ?? "")) return messagesOf(options.lang).uncheckedSource;
  // What publishes news has sources of its own. Whether it states them is not always read, or held back as it names a person.
  // "Police say …" and "Police: …" name whose words they are.
  const isSaid =
    (event.role === "report" && !hedged(document)) ||
    [event.title, event.quote?.exact, event.excerpt].some((words) => SPEAKER_LABEL.test(words ?? ""));
  const isRoot =
    document === story.first || isNews(event) || event.kind === "press_release" || isSaid || event.sources?.some(({ own }) => own);
  return isRoot ? "" : storyMessages(options.lang).picture.noSourceFound;
}

/** "14 replies: 9 deny it, 2 ask about it": what stands below a document; "" for nothing. */
export function repliesInWords({ thread }: { thread: Omit<Thread, "documentId"> | null }, options: StoryOptions): string {
  if (!thread) return "";
  const { replies } = storyMessages(options.lang).list;
  const parts = (
    [
      ["deny", thread.deny],
      ["ask", thread.query],
      ["support", thread.support],
      ["mayDeny", thread.mayDeny],
    ] as const
  ).flatMap(([what, n]) => (n > 0 ? [replies[what](n)] : []));
  return replies.all(thread.replies, parts.join(messagesOf(options.lang).item));
}
