import { type CsvRecord, csvTable, delimiterOf } from "../../../shared/csv.ts";
import { postOnX } from "../../../shared/platforms/x.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import { textOfHtml } from "../../sources/wire/html.ts";
import { REMOVED } from "../../sources/wire/reddit.ts";
import type { ImportFormat, Read } from "./format.ts";
import { type CellFault, headFault, linesOf, writtenTime } from "./table.ts";
import { present } from "./zeeschuimer/fields.ts";

/** Columns with the link of a post, by data source. All sources have only id, thread_id, author, body and timestamp in common. */
const LINK_COLUMNS = ["link", "tiktok_url", "post_url", "url"];
const HANDLE_COLUMNS = ["author_username", "account_username", "author_screen_name", "author"];
const NAME_COLUMNS = ["author_fullname", "author_display_name", "author_full", "author_name", "account_display_name"];
const TIME_COLUMNS = ["unix_timestamp", "timestamp", "created_at"];
const PARENT_COLUMNS = ["replied_to_post", "reply_to_id", "parent_id", "in_reply_to_comment_id"];
/** Columns of sources whose thread_id names no post that is answered: a chat on Telegram, a reblog's key on Tumblr, maybe a quoted post on Truth Social. */
const NO_THREAD = ["chat", "blog_url", "account_username"];
const first = (row: CsvRecord, columns: readonly string[]) => columns.map((name) => row.get(name)).find((cell) => cell !== undefined);
const address = (cell: string | undefined) => (cell && canonicalUrl(cell) ? cell : undefined);

/** Where a row stands: its address, its ref, and the post that it answers, as a URL or a ref. */
interface Place {
  url?: string | undefined;
  platform?: string | undefined;
  platformId?: string | undefined;
  ref?: string | undefined;
  replyTo?: string | undefined;
  comment: boolean;
}

/** On Reddit, `url` is the page that a post links to. */
function onReddit(row: CsvRecord, id: string, thread: string): Place {
  const of = (name: string) => `https://www.reddit.com/comments/${thread}${name === thread ? "" : `/_/${name}`}`;
  const comment = id !== thread;
  return { url: of(id), comment, ...(comment ? { replyTo: of(/^t\d_(\w+)$/.exec(row.get("parent") ?? "")?.[1] ?? thread) } : {}) };
}

/**
 * On Telegram, numbers of messages are the chat's own. A chat without a name has a number, and its messages no address. In a group, the name in an
 * address is not the author's: a message whose author has no name is named by its number alone.
 */
function onTelegram(row: CsvRecord, id: string, chat: string): Place {
  const isPublic = /^[a-z]\w{3,31}$/i.test(chat);
  const of = (number: string | undefined) => number && (isPublic ? `https://t.me/${chat}/${number}` : `4cat:t.me:${chat}/${number}`);
  const number = /-(\d+)$/.exec(id)?.[1] ?? id;
  const hasName = row.get("author_username") !== undefined;
  const named = hasName ? { url: of(number) } : { platformId: `${chat.toLowerCase()}/${number}` };
  const identity = isPublic ? named : { ref: of(number) };
  return { platform: "telegram", ...identity, replyTo: of(row.get("reply_to")), comment: false };
}

/**
 * Elsewhere, only some data sources name the post that is answered; for the others the first post of the thread is the nearest that is known. The link
 * of a comment is mostly that of its thread, which is then the post that it answers.
 */
function elsewhere(row: CsvRecord, id: string, thread: string): Place {
  const link = LINK_COLUMNS.map((name) => address(row.get(name))).find((found) => found !== undefined) ?? address(id);
  const top = row.get("post_id") ?? thread;
  const platform = nativeId(link ? canonicalUrl(link) : null)?.platform;
  const isThreads = id !== top && link?.includes(top) && !link.includes(id);
  // Two forums may use the same ids, so the ref has the site and the thread too.
  const refOf = (own: string) => `4cat:${hostOf(link ?? null) ?? ""}:${top}/${own}`.slice(0, 200);
  const place = {
    url: isThreads ? undefined : link,
    platform,
    ref: id && refOf(id),
    comment: isThreads || first(row, ["item_type", "type"]) === "comment",
  };
  const named = first(row, PARENT_COLUMNS) ?? (row.get("is_reply") === "no" || first(row, NO_THREAD) ? undefined : thread);
  if (!named || named === id) return place;
  if (isThreads && named === top) return { ...place, replyTo: link };
  if (address(named)) return { ...place, replyTo: named };
  if (platform === "x") return { ...place, replyTo: /^\d+$/.test(named) ? postOnX(named) : undefined };
  // Numbers are those of one wall.
  if (platform === "vk") return { ...place, replyTo: link?.replace(/_\d+$/, `_${named}`) };
  return { ...place, replyTo: refOf(named) };
}

/** The text of a row with the links that it has only in columns of their own. */
function textOf(row: CsvRecord, isReddit: boolean): string {
  const body = row.get("body") ?? "";
  if (isReddit)
    return [row.get("domain")?.startsWith("self.") ? undefined : address(row.get("url")), REMOVED.test(body) ? "" : body]
      .filter(Boolean)
      .join("\n\n");
  const links = [row.get("urls"), row.get("links")].flatMap((cell) => cell?.split(/,\s*(?=https?:)/) ?? []);
  const text = first(row, ["blog_url", "account_username"]) ? textOfHtml(body) : body;
  return [text, ...links.filter((link) => address(link) && !text.includes(link))].join("\n\n").trim();
}

/** The document of a row, or why it gives none. */
function documentOf(row: CsvRecord): object | CellFault {
  const id = row.get("id") ?? "";
  const thread = row.get("thread_id") ?? id;
  const chat = row.get("chat");
  const isReddit = row.get("subreddit") !== undefined && /^\w+$/.test(thread + id);
  const onOthers = () => (chat ? onTelegram(row, id, chat) : elsewhere(row, id, thread));
  const { url, platform, platformId, ref, replyTo, comment } = isReddit ? onReddit(row, id, thread) : onOthers();
  const withoutUrl = url ? {} : { platform, platformId };
  const text = textOf(row, isReddit);
  // The title of a blog is on each of its posts.
  const title = row.get("blog_url") ? undefined : (row.get("subject") ?? row.get("title"));
  if (isReddit && !text && !title) return { column: "body", why: "has no words any more: the post was deleted or removed" };
  // On Telegram, `author` is a number; a channel is known by its name.
  const handle = chat ? row.get("author_username") : first(row, HANDLE_COLUMNS);
  const author = present({
    handle: handle && !REMOVED.test(handle) && handle,
    name: first(row, NAME_COLUMNS),
    id: row.get("author_id") ?? row.get("account_id") ?? (chat && chat !== handle && row.get("author")),
  });
  const lang = row.get("language_guess") ?? row.get("languages") ?? row.get("language");
  const quoted = row.get("quote_tweet_id");
  const from = row.get("author_forwarded_from_username");
  const fromName = row.get("author_forwarded_from_name");
  const fields = present({
    type: "document",
    kind: comment ? "comment" : "post",
    ref,
    ...(platform === "bluesky" && id.startsWith("at://") ? { platform, platformId: id } : withoutUrl),
    url,
    author,
    title,
    lang: lang && /^[a-z]{2,3}(-\w{1,8})*$/i.test(lang) && !/^(und|zxx|qme|qst|qht|art)$/.test(lang) && lang,
    publishedAt: writtenTime(first(row, TIME_COLUMNS)),
    replyTo,
    quoteOf: quoted ? postOnX(quoted, row.get("quote_author")) : address(row.get("quoted_post")),
    origin: (from || fromName) && { name: fromName ?? from, ...(from ? { url: `https://t.me/${from}` } : {}) },
  });
  return { ...fields, text };
}

function* read(body: string): Generator<Read> {
  const table = csvTable(body, delimiterOf(body));
  const fault = headFault(table, ",", ["body"]);
  if (fault) return yield fault;
  yield* linesOf(table, ["id", "thread_id", "author_id"], documentOf);
}

export const fourcat: ImportFormat = {
  label: "CSV as 4CAT exports it (id, thread_id, author, body, timestamp, link …)",
  types: [],
  delimiter: delimiterOf,
  read,
};
