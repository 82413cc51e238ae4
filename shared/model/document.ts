/** Documents: anything published once. */
import * as z from "zod";
import { Lang, Ref, text, Url } from "./fields.ts";
import { TimeInput } from "./time.ts";

/** Longest stored text, in UTF-16 units: D1 refuses rows over 2,000,000 bytes, and a unit is up to 3 bytes. */
export const MAX_TEXT = 500_000;
/** Longest HTML that is read, in bytes of UTF-8: it is stored as one row. */
export const MAX_HTML = 1_900_000;
/** Maximum number of categories of one document. */
export const MAX_CATEGORIES = 20;

export const Kind = z.enum(["post", "comment", "article", "press_release", "fact_check", "transcript", "other"]);
/** Observed: we have its content. Reported: another document says that it exists. */
export const Seen = z.enum(["observed", "reported"]);

const AuthorInput = z.strictObject({
  handle: text(256).min(1).optional(),
  name: text(256).optional(),
  id: text(256).min(1).optional().describe("The platform's own id of the account"),
  url: Url.optional(),
});
/** Whether a document has any words of its own; one without may be a picture. */
const hasWords = (d: { text?: string | undefined; html?: string | undefined; title?: string | undefined }) =>
  [d.text, d.html, d.title].some((words) => words?.trim());
export const DocumentInput = z
  .strictObject({
    ref: Ref.optional(),
    kind: Kind.optional().describe(
      "Default: guessed from what is sent: a page or a long text is an article, what a platform has is a post",
    ),
    platform: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, { error: "must be a lower-case name such as x, reddit or bluesky" })
      .optional(),
    platformId: text(256).trim().min(1).optional().describe("The platform's own id, as text: such ids pass 2^53"),
    url: Url.optional(),
    author: AuthorInput.optional(),
    title: text(1000).optional(),
    text: text(MAX_TEXT).optional(),
    html: text(MAX_HTML)
      .refine((value) => value.length * 3 <= MAX_HTML || new TextEncoder().encode(value).length <= MAX_HTML, {
        error: `may have up to ${MAX_HTML} bytes of UTF-8`,
      })
      .optional(),
    lang: Lang.optional(),
    publishedAt: TimeInput.optional(),
    replyTo: text(2048).min(1).optional().describe("ref, id or URL of the document that this one answers"),
    repostOf: text(2048).min(1).optional(),
    quoteOf: text(2048).min(1).optional(),
    origin: z
      .strictObject({ name: text(256).min(1), url: Url.optional() })
      .optional()
      .describe("Who published it first, where a feed or an aggregator says so (the <source> of an RSS item)"),
    categories: z
      .array(text(100).min(1))
      .max(MAX_CATEGORIES)
      .optional()
      .describe("What its publisher files it under: Opinion, Press release"),
    wireCredit: text(256).min(1).optional().describe("The agency that it credits: AP, Reuters"),
  })
  .refine((d) => d.text !== undefined || d.html !== undefined || d.title !== undefined || d.repostOf !== undefined, {
    error: "needs text, html or title (or repostOf)",
  })
  .refine((d) => d.repostOf !== undefined || hasWords(d) || d.url !== undefined || d.ref !== undefined || d.platformId !== undefined, {
    error: "is empty: a document without words needs a ref, a url or a platformId",
    path: ["text"],
  })
  .refine((d) => d.platformId === undefined || d.platform !== undefined, { error: "platformId needs platform", path: ["platform"] })
  .meta({ id: "DocumentInput" });

export type Kind = z.infer<typeof Kind>;
export type DocumentInput = z.infer<typeof DocumentInput> & { kind: Kind };

/** Whether a document of this kind is its text itself. The text of any other kind is read from a page. */
export const isPost = ({ kind }: { kind: string }): boolean => kind === "post" || kind === "comment";
