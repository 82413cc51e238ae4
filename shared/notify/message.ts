/** The message about an event: the same facts as JSON for programs, and as one sentence for people. */

import { desk } from "../i18n/desk.ts";
import { en } from "../i18n/general/en.ts";
import { isoTime } from "../iso.ts";
import { isObject } from "../json-object.ts";
import { escaped } from "../xml.ts";

export interface Message {
  /** The id, equal in each attempt, by which receivers recognise repeated messages. */
  id: string;
  type: string;
  /** When it happened, ms. */
  at: number;
  seq: number;
  claim: { id: string; text: string; url: string; status: string; visibility: string } | null;
  document: { id: string; url: string | null; title: string | null; author: string | null; platform: string | null } | null;
  /** For a changed text: the page that shows the changes to signed-in people. */
  changes: string | null;
  /** The document's sighting of the claim; no stance while it is a machine's guess. */
  appearance: { stance: string | null; role: string; state: string; response: string | null } | null;
  detail: unknown;
}

/** Types of events in words; others are shown by their type. */
export const TOLD: Readonly<Record<string, string>> = {
  "claim.created": "A claim was entered",
  "claim.proposed": "A claim was proposed",
  "claim.changed": "A claim was changed",
  "claim.assigned": "Another editor is on the claim",
  "claim.restored": "A decision on the claim was taken back",
  "claim.merged": "This claim became a part of another",
  "claim.split": "A part of this claim became another",
  "document.accepted": "Stored:",
  "document.revised": "Another text came of",
  "document.failed": "Could not be read:",
  "document.redriven": "Is to be read once more:",
  "document.read": "Seen in",
  "document.related": "Seen again in",
  "document.changed": "A text was changed by its publisher:",
  "document.corrected": "A text was corrected by its publisher:",
  "document.edited": "An editor corrected what was read in",
  "document.change.matters": "An editor found that a change matters, in",
  "document.change.small": "An editor found a change too small to mention, in",
  "document.gone": "No longer at its address:",
  "document.returned": "Back at its address:",
  "document.archived": "A web archive has a copy of",
  "document.resolved": "Is a document that is held:",
  "document.unresolved": "Is no longer taken for a document that is held:",
  "document.erased": "A document was erased",
  "edge.recorded": "An editor named a source of",
  "edge.confirmed": "An editor confirmed a source of",
  "edge.rejected": "An editor dropped a source of",
  "edge.suggested": "An editor put off a source of",
  "edge.restored": "A decision was taken back on a source of",
  "sighting.recorded": "An editor added",
  "sighting.confirmed": "An editor confirmed",
  "sighting.rejected": "An editor dropped",
  "sighting.suggested": "An editor put off",
  "sighting.held": "Held back until an editor has read it:",
  "sighting.moved": "Moved between two claims:",
  "sighting.restored": "A decision was taken back on",
  "note.added": "An editor wrote a note on the claim",
  "note.deleted": "A note on the claim was deleted",
  "verdict.recorded": "A rating was recorded",
  "verdict.restored": "A decision on a rating was taken back",
  "account.bound": "An account was bound to a party",
  "account.unbound": "An account is no longer bound to a party",
  "verify.failed": "A check of the database failed",
  "crawl.stalled": "The crawl stands still: visits are due, and none was made for an hour",
};
/** As the desk says it; but a document that denies may also report somebody's denial. */
const STANCES: Record<string, string> = { ...desk.stances, deny: en.verbs.mayDispute };

/** What happened; of two claims that an event concerns, to which of them. */
function toldOf({ type, claim, detail }: Message): string {
  const into = isObject(detail) ? detail["into"] : undefined;
  if (claim && claim.id === into && type === "claim.merged") return "Another claim became a part of this one";
  if (claim && claim.id === into && type === "claim.split") return "This claim got a part of another";
  return TOLD[type] ?? type;
}
/** Events that say nothing about a document's stance on the claim. */
const OF_ELSE = /^(?:edge|verify)\.|^document\.(?:gone|returned|archived|edited|change\..*)$/;

/** One line: what happened, where, and how it relates to the claim. It says so if the item waits for review. */
export function sentenceOf(message: Message): string {
  const { type, document, appearance } = message;
  if (type === "document.erased") return toldOf(message);
  const title = document?.title && `“${document.title}”`;
  const where = document ? [title || document.author || document.url || "a document", document.platform && `(${document.platform})`] : [];
  const how = appearance
    ? `: ${appearance.response ? `a response, ${appearance.response.replaceAll("_", " ")}` : (STANCES[appearance.stance ?? ""] ?? desk.mentions)}`
    : "";
  const waits = appearance?.state === "suggested" ? " (read by a program, not yet checked)" : "";
  return [toldOf(message), ...where].filter(Boolean).join(" ") + (OF_ELSE.test(type) ? "" : how + waits);
}

/** The body of a webhook (Standard Webhooks: type, timestamp, data). */
export function webhookBody(message: Message): string {
  const { id, type, at, ...data } = message;
  return JSON.stringify({ type, timestamp: isoTime(at), data: { id, ...data } });
}

/** Escapes text from sources, which must not act as markup in a chat: `<!channel>` would notify everybody, and in Mattermost `@all` and `[a](b)` act, too. */
const slackEscaped = (text: string) => escaped(text).replace(/@|\](?=[([])/g, "$&\u200b");
const discordEscaped = (text: string) => text.replace(/[\\*_~`|>@#[\]()<]/g, "\\$&");

/** The body for an incoming webhook of Slack (or Mattermost). */
export function slackBody(message: Message): string {
  const { claim, document } = message;
  // What stands in an address as %C3 stays so.
  const link = (url: string | null | undefined, label: string) =>
    url ? `\n<${url.replace(/[<>|\s]/g, encodeURIComponent)}|${label}>` : "";
  const head = claim ? `*${slackEscaped(claim.text)}*\n` : "";
  return JSON.stringify({
    text: `${head}${slackEscaped(sentenceOf(message))}${link(document?.url, "the source")}${link(message.changes, "what changed")}${link(claim?.url, "the timeline")}`,
  });
}

/** Longest content that Discord accepts, in characters. */
const DISCORD_LENGTH = 2000;
/** The body for an incoming webhook of Discord; nobody is mentioned whatever the words are. */
export function discordBody(message: Message): string {
  const { claim } = message;
  const head = claim ? `**${discordEscaped(claim.text)}**\n` : "";
  const tail = [message.changes, claim?.url].map((url) => (url ? `\n<${url}>` : "")).join("");
  const content = `${head}${discordEscaped(sentenceOf(message))}`.slice(0, DISCORD_LENGTH - tail.length) + tail;
  return JSON.stringify({ content, allowed_mentions: { parse: [] } });
}

/** One mail of all messages, by claim; plain text. */
export function mailOf(name: string, messages: readonly Message[], origin: string): { subject: string; text: string } {
  const byClaim = Map.groupBy(messages, ({ claim }) => claim?.id ?? "");
  const parts = [...byClaim.values()].map((own) => {
    const claim = own[0]?.claim;
    const lines = own.map(
      (one) =>
        `- ${isoTime(one.at).slice(0, 16).replace("T", " ")} UTC  ${sentenceOf(one)}${[one.document?.url, one.changes].map((url) => (url ? `\n  ${url}` : "")).join("")}`,
    );
    return [claim ? `${claim.text}\n${claim.url}` : "The instance", ...lines].join("\n");
  });
  const subject = `${name}: ${messages.length === 1 ? messages.map(sentenceOf).join("") : `${messages.length} changes`}`
    .replace(/\s+/g, " ")
    .slice(0, 150)
    .toWellFormed();
  return { subject, text: `${parts.join("\n\n")}\n\nYou get this as you asked for it. To change or end it: ${origin}/alerts\n` };
}
