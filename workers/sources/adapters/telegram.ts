/** A public Telegram channel by its preview page (t.me/s/NAME), a search in it, or one post by its embed. Private channels cannot be seen. */
import { decodeHTMLStrict } from "entities";
import * as z from "zod";
import { parseTime } from "../../../shared/model/time.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { type Answer, adapter, type Found, type RequestContext } from "../adapter.ts";
import { blockPage } from "../http/blockpage.ts";
import { type Piece, piecesOf } from "../wire/classes.ts";
import { held, nothing, skip, take } from "../wire/document.ts";
import { hrefOf, textOfHtml, titleOfHtml } from "../wire/html.ts";
import { withQuery } from "../wire/query.ts";

const Config = z
  .strictObject({
    channel: z.string().regex(/^[A-Za-z]\w{3,31}$/, { error: "must be the name of a public channel, without @" }),
    query: z.string().min(1).max(200).optional(),
    post: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional(),
  })
  .refine(({ query, post }) => query === undefined || post === undefined, { error: "takes a query or a post, not both" });
type Config = z.output<typeof Config>;

/** Maximum number of pages of 20 posts, read back to where the last run was. */
const MAX_PAGES = 5;
const MESSAGE = "tgme_widget_message";
/** Class of the post's own words. The message that it answers has another text class. */
const TEXT = "js-message_text";
const PARTS = ["poll_question", "owner_name", "forwarded_from", "forwarded_from_name", "reply", "date", "link_preview"]
  .map((name) => `${MESSAGE}_${name}`)
  .concat(TEXT);

/** The canonical address of a post; null if the link names no post. */
function postOf(href: string | undefined): string | null {
  const canonical = canonicalUrl(hrefOf(href, "https://t.me/") ?? "");
  return nativeId(canonical)?.platform === "telegram" ? canonical : null;
}

interface Message {
  id: string;
  at: string;
  taken: boolean;
}

function takeMessage(into: Found, html: string): Message | null {
  const id = decodeHTMLStrict(/\bdata-post="([^"]{1,100})"/.exec(html)?.[1] ?? "").toLowerCase();
  if (!/^\w{4,32}\/\d{1,12}$/.test(id)) {
    skip(into, titleOfHtml(html.slice(0, 2_000)).slice(0, 200), "has no number");
    return null;
  }
  // The previews escape the addresses of links twice.
  const parts = piecesOf(
    html.replace(/ href="[^"]{0,3000}"/g, (href) => href.replaceAll("&amp;amp;", "&amp;")),
    PARTS,
  );
  const part = (name: string): Piece | undefined => parts.get(`${MESSAGE}_${name}`)?.[0];
  const date = part("date");
  const at = /<time\b[^>]{0,200}\bdatetime="([^"]{1,60})"/.exec(date?.inner ?? "")?.[1] ?? "";
  // The date is at the foot: if it is missing, the post is not complete.
  if (!date || !parseTime(at, "platform")) {
    skip(into, id, "has no date, or ends before it");
    return null;
  }
  const preview = part("link_preview");
  const words = parts.get(TEXT)?.at(-1);
  const text = [part("poll_question"), words].flatMap((piece) => (piece ? textOfHtml(piece.inner, "https://t.me/") : [])).filter(Boolean);
  const linked = hrefOf(decodeHTMLStrict(preview?.attributes["href"] ?? ""), "https://t.me/");
  // If a link has a preview but is not in the text, the post points to it.
  if (linked && !text.some((one) => one.includes(linked))) text.push(linked);
  const source = part("forwarded_from_name");
  const original = postOf(source?.attributes["href"]);
  const name = held(
    titleOfHtml(source?.inner ?? part("forwarded_from")?.inner.replace(/^\s*forwarded from(?:&nbsp;|\s)*/i, "") ?? ""),
    256,
  );
  const page = hrefOf(source?.attributes["href"], null);
  const channel = id.slice(0, id.indexOf("/"));
  // In a group, a message's owner is one of its members, who may have no name.
  const owner = part("owner_name");
  const handle = owner ? /^https:\/\/t\.me\/(\w+)$/.exec(owner.attributes["href"] ?? "")?.[1]?.toLowerCase() : channel;
  const message = { id, at, taken: false };
  // Pictures without words, and notices ("channel photo updated"), contain nothing to match.
  if ((!text.length && !original) || /^<div class="[^"]{0,200}\bservice_message\b/.test(html)) return message;
  message.taken =
    take(into, id, {
      kind: "post",
      platform: "telegram",
      platformId: id,
      // The address without a name beside it would make the group the author.
      url: handle ? `https://t.me/${id}` : null,
      author: { handle, name: titleOfHtml(owner?.inner ?? "") || null, url: handle && `https://t.me/${handle}` },
      text: text.join("\n\n") || null,
      publishedAt: at,
      basis: "platform",
      replyTo: postOf(part("reply")?.attributes["href"]),
      repostOf: original,
      origin: name && !original ? { name, ...(page ? { url: page } : {}) } : null,
    }) !== null;
  return message;
}

function parse(answer: Answer, { channel, query, post }: Config, { since }: RequestContext): Found {
  const into = nothing();
  const html = answer.text;
  const messages = html.split(new RegExp(`(?=<div class="${MESSAGE}[ "])`)).slice(1);
  if (!messages.length) {
    const error = piecesOf(html, [`${MESSAGE}_error`]).get(`${MESSAGE}_error`)?.[0];
    const says = error ? titleOfHtml(error.inner) : "";
    if (post && /not found/i.test(says)) into.gone.push(`https://t.me/${channel.toLowerCase()}/${post}`);
    else if (says) skip(into, answer.url, says.slice(0, 200));
    else if (!html.includes("tgme_channel_info") && !html.includes("tgme_channel_history"))
      skip(into, answer.url, html.trim() ? (blockPage(html) ?? "is no preview of a channel") : "is empty");
    return into;
  }
  const seen = messages.flatMap((message) => takeMessage(into, message) ?? []);
  const oldest = seen.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  const page = Number(answer.request.step ?? 0) || 0;
  if (!post && since !== null && oldest && Date.parse(oldest.at) > since && page + 1 < MAX_PAGES) {
    const before = oldest.id.slice(oldest.id.indexOf("/") + 1);
    into.next.push({ url: previewOf(channel, query, before), expects: "html", step: String(page + 1) });
  }
  return into;
}

function previewOf(channel: string, query?: string, before?: string): string {
  return withQuery(`https://t.me/s/${channel}`, { q: query, before });
}

export const telegram = adapter({
  kind: "telegram",
  label: "Telegram channel",
  config: Config,
  requests: ({ channel, query, post }) => [
    { url: post ? `https://t.me/${channel}/${post}?embed=1&mode=tme` : previewOf(channel, query), expects: "html" },
  ],
  parse,
  visits(url) {
    const native = nativeId(canonicalUrl(url));
    const [channel = "", post = ""] = native?.platform === "telegram" ? native.id.split("/") : [];
    const config = Config.safeParse({ channel, post });
    return config.success ? config.data : null;
  },
  watches(url) {
    const config = Config.safeParse({ channel: /^https:\/\/(?:t|telegram)\.me\/(?:s\/)?(\w+)\/?$/.exec(url)?.[1] });
    return config.success ? config.data : null;
  },
  searches: (words, { channel }) => (words.length ? { channel, query: words.join(" ").slice(0, 200) } : null),
});
