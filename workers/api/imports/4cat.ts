import { type CsvRecord, csvTable } from "../../../shared/csv.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { ImportFormat, Read } from "./format.ts";
import { headFault, isRounded, ROUNDED, writtenTime } from "./table.ts";

/** Where 4CAT's data sources put the same thing: each has columns of its own beside id, thread_id, author, body and timestamp. */
const LINK = ["link", "post_url", "tiktok_url", "url"];
const NAME = ["author_fullname", "author_display_name", "author_full", "author_name"];
const TIME = ["unix_timestamp", "timestamp", "created_at"];
const PARENT = ["replied_to_post", "reply_to_id", "parent_id"];
const first = (row: CsvRecord, columns: readonly string[]) => columns.map((name) => row.get(name)).find((cell) => cell !== undefined);
const address = (cell: string | undefined) => (cell && canonicalUrl(cell) ? cell : undefined);

/**
 * What a row answers. Only some sources name the post itself; of the others the thread's first post is the nearest that is known.
 * Posts of platforms whose addresses are known from their numbers are named by those, others by the ref of their row.
 */
function parentOf(row: CsvRecord, refOf: (id: string) => string, platform: string | undefined): string | undefined {
  const [id, thread] = [row.get("id"), row.get("thread_id")];
  const named = first(row, PARENT) ?? (row.get("is_reply") === "no" ? undefined : thread);
  if (!named || named === id) return undefined;
  if (address(named)) return named;
  if (platform === "x") return /^\d+$/.test(named) ? `https://x.com/i/status/${named}` : undefined;
  return refOf(named);
}

function documentOf(row: CsvRecord) {
  const [id, thread] = [row.get("id") ?? "", row.get("thread_id")];
  const url = LINK.map((name) => address(row.get(name))).find((found) => found !== undefined) ?? address(id);
  const platform = nativeId(url ? canonicalUrl(url) : null)?.platform;
  // Numbers of one forum are numbers of another too: the thread and the site tell them apart.
  const refOf = (own: string) => `4cat:${hostOf(url ?? null) ?? ""}:${thread ?? own}/${own}`.slice(0, 200);
  const author = {
    ...(row.get("author") ? { handle: row.get("author") } : {}),
    ...(first(row, NAME) ? { name: first(row, NAME) } : {}),
    ...(row.get("author_id") ? { id: row.get("author_id") } : {}),
  };
  const lang = row.get("language_guess") ?? row.get("languages") ?? row.get("language");
  const [time, parent, quoted] = [writtenTime(first(row, TIME)), parentOf(row, refOf, platform), address(row.get("quoted_post"))];
  return {
    type: "document",
    kind: row.get("type") === "comment" ? "comment" : "post",
    ...(id ? { ref: refOf(id) } : {}),
    ...(platform === "bluesky" && id.startsWith("at://") ? { platform, platformId: id } : {}),
    ...(url ? { url } : {}),
    ...(Object.keys(author).length ? { author } : {}),
    ...(row.get("subject") ? { title: row.get("subject") } : {}),
    text: row.get("body") ?? "",
    ...(lang && /^[a-z]{2,3}(-\w{1,8})*$/i.test(lang) && !/^(und|zxx|qme|qst|qht|art)$/.test(lang) ? { lang } : {}),
    ...(time ? { publishedAt: time } : {}),
    ...(parent ? { replyTo: parent } : {}),
    ...(quoted ? { quoteOf: quoted } : {}),
  };
}

function* read(body: string): Generator<Read> {
  const table = csvTable(body);
  const fault = headFault(table, ",", ["body"]);
  if (fault) return yield fault;
  for (const row of table.records) {
    const { line } = row;
    if ("fault" in row) yield { line, pointer: "", detail: row.fault };
    else {
      const lost = ["id", "thread_id", "author_id"].find((name) => isRounded(row.get(name)));
      yield lost ? { line, pointer: `/${lost}`, detail: ROUNDED } : { line, value: documentOf(row) };
    }
  }
}

export const fourcat: ImportFormat = { label: "CSV as 4CAT exports it (id, thread_id, author, body, timestamp, link …)", types: [], read };
