/** Community Notes: the notes of a file in the form of X's public data, and their ratings. shared/community-notes.ts has the mapping. */
import * as z from "zod";
import {
  documentOfNote,
  labelOf,
  NOTE_COLUMNS,
  notedPost,
  noteOf,
  noteUrl,
  ratingOf,
  STATUS_COLUMNS,
} from "../../../shared/community-notes.ts";
import { type CsvTable, csvTable } from "../../../shared/csv.ts";
import { Url } from "../../../shared/model/fields.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { adapter, type Found } from "../adapter.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { readJson } from "../wire/json.ts";

/** Maximum number of notes. The daily files have hundreds of megabytes, so a newsroom points to an excerpt. */
const MAX_NOTES = 5_000;

const Config = z.strictObject({
  notes: Url.describe("Address of a file with the columns of notes-00000.tsv"),
  status: Url.optional().describe("Address of a file with the columns of noteStatusHistory-00000.tsv"),
  about: z
    .array(
      z.strictObject({
        post: z.string().refine((post) => idOf(post) !== null, { error: "must be the address or number of a post on X" }),
        claim: z.string().trim().min(1).max(2000),
      }),
    )
    .min(1)
    .max(200)
    .optional()
    .describe("Only notes on these posts, and which claim each makes: its notes' ratings are verdicts on that"),
});

/** The number of a post by its address or itself. */
function idOf(post: string): string | null {
  if (/^\d{2,20}$/.test(post)) return post;
  const native = nativeId(canonicalUrl(post));
  return native?.platform === "x" ? native.id : null;
}

const Wanted = z.object({
  notes: z.array(z.object({ id: z.string(), claim: z.string(), post: z.string(), misleading: z.boolean(), summary: z.string() })),
});

/** The table of an answer; null if the columns are missing, which is noted. */
function tableOf(found: Found, { text, url }: { text: string; url: string }, columns: readonly string[]): CsvTable | null {
  const table = csvTable(text, "\t");
  const missing = columns.filter((column) => !table.columns.includes(column));
  if (!missing.length) return table;
  skip(found, url, `has no column ${missing.join(", ")}; columns are apart by tabs, and named in the first line`);
  return null;
}

export const communitynotes = adapter({
  kind: "communitynotes",
  label: "Community Notes",
  config: Config,
  requests: ({ notes }) => [{ url: notes, expects: "text" }],
  parse(answer, { status, about }) {
    const found = nothing();
    const claims = new Map(about?.map(({ post, claim }) => [idOf(post), claim]));
    if (answer.request.step !== undefined) {
      const wanted = Wanted.safeParse(readJson(answer.request.step)?.value).data?.notes ?? [];
      const table = tableOf(found, answer, STATUS_COLUMNS);
      const notes = new Map(wanted.map((note) => [note.id, note]));
      for (const row of table?.records ?? []) {
        const rating = "fault" in row ? null : ratingOf(row.get);
        const note = rating && notes.get(rating.noteId);
        if (!rating || !note) continue;
        found.verdicts.push({
          claim: note.claim,
          lang: null,
          publisher: "Community Notes",
          label: labelOf(note, rating),
          url: noteUrl(note.id),
          publishedAt: rating.at ?? null,
          explanation: note.summary,
          appearances: [notedPost(note.post)],
        });
      }
      return found;
    }
    const wanted: z.infer<typeof Wanted>["notes"] = [];
    let taken = 0;
    for (const row of tableOf(found, answer, NOTE_COLUMNS)?.records ?? []) {
      const note = "fault" in row ? { column: "", why: row.fault } : noteOf(row.get);
      if ("why" in note) skip(found, `line ${row.line}`, `${note.column} ${note.why}`.trim());
      else if (!about || claims.has(note.post)) {
        if (++taken > MAX_NOTES) {
          skip(found, answer.url, `has more than ${MAX_NOTES} notes; those after line ${row.line} were left out`);
          break;
        }
        take(found, noteUrl(note.id), { ...documentOfNote(note), basis: "platform" });
        const claim = claims.get(note.post);
        if (claim !== undefined)
          wanted.push({ id: note.id, claim, post: note.post, misleading: note.misleading, summary: note.summary.slice(0, 2000) });
      }
    }
    if (status && wanted.length)
      found.next.push({ url: status, expects: "text", step: JSON.stringify({ notes: wanted } satisfies z.infer<typeof Wanted>) });
    return found;
  },
});
