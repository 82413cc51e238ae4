import { type CsvRecord, csvTable } from "../../../shared/csv.ts";
import { canonicalUrl, hostOf, nativeId } from "../../../shared/url.ts";
import type { ImportFormat, Read } from "./format.ts";
import { headFault, isRounded, ROUNDED, writtenTime } from "./table.ts";

/** Columns with the link of a post, by data source. All sources have only id, thread_id, author, body and timestamp in common. */
const LINK_COLUMNS = ["link", "post_url", "tiktok_url", "url"];
const NAME_COLUMNS = ["author_fullname", "author_display_name", "author_full", "author_name"];
const TIME_COLUMNS = ["unix_timestamp", "timestamp", "created_at"];
const PARENT_COLUMNS = ["replied_to_post", "reply_to_id", "parent_id"];
const first = (row: CsvRecord, columns: readonly string[]) => columns.map((name) => row.get(name)).find((cell) => cell !== undefined);
const address = (cell: string | undefined) => (cell && canonicalUrl(cell) ? cell : undefined);

/**
 * The post that a row replies to, as a URL or a ref. Only some data sources name that post; for the others the first post of the thread is
 * the nearest that is known. Posts on X have a URL made from their id, others the ref of their row.
 */
function parentOf(row: CsvRecord, refOf: (id: string) => string, platform: string | undefined): string | undefined {
  const [id, thread] = [row.get("id"), row.get("thread_id")];
  const named = first(row, PARENT_COLUMNS) ?? (row.get("is_reply") === "no" ? undefined : thread);
  if (!named || named === id) return undefined;
  if (address(named)) return named;
  if (platform === "x") return /^\d+$/.test(named) ? `https://x.com/i/status/${named}` : undefined;
  return refOf(named);
}

function documentOf(row: CsvRecord) {
  const [id, thread] = [row.get("id") ?? "", row.get("thread_id")];
  const url = LINK_COLUMNS.map((name) => address(row.get(name))).find((found) => found !== undefined) ?? address(id);
  const platform = nativeId(url ? canonicalUrl(url) : null)?.platform;
  // Two forums may use the same ids, so the ref has the site and the thread too.
  const refOf = (own: string) => `4cat:${hostOf(url ?? null) ?? ""}:${thread ?? own}/${own}`.slice(0, 200);
  const author = {
    ...(row.get("author") ? { handle: row.get("author") } : {}),
    ...(first(row, NAME_COLUMNS) ? { name: first(row, NAME_COLUMNS) } : {}),
    ...(row.get("author_id") ? { id: row.get("author_id") } : {}),
  };
  const lang = row.get("language_guess") ?? row.get("languages") ?? row.get("language");
  const [time, parent, quoted] = [writtenTime(first(row, TIME_COLUMNS)), parentOf(row, refOf, platform), address(row.get("quoted_post"))];
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

export const fourcat: ImportFormat = {
  label: "CSV as 4CAT exports it (id, thread_id, author, body, timestamp, link …)",
  types: [],
  delimiter: () => ",",
  read,
};
