/** What a source says of a document, made to fit the model: what does not fit is left out, and the document arrives without it. */
import type { Incoming } from "../../shared/identity.ts";
import { DocumentInput, Lang, MAX_TEXT } from "../../shared/model.ts";
import { excerpt } from "../../shared/text.ts";
import type { Found } from "./adapter.ts";
import { tidy } from "./maphtml.ts";

/** As a source gives it: any field may be missing, empty, null, too long or nonsense. */
export type Draft = { [K in keyof Omit<Incoming, "kind" | "author" | "origin">]?: Incoming[K] | null | undefined } & {
  kind: Incoming["kind"];
  author?: { handle?: string | null; name?: string | null; id?: string | null; url?: string | null } | null;
  origin?: { name: string; url?: string | null } | null;
};

/** A list that parse fills. */
export const found = (): Found => ({ documents: [], verdicts: [], next: [], links: [], gone: [], skipped: [] });

/** Items of which a run says that they were skipped; beyond, a count says enough. */
const MAX_SKIPPED = 100;
export function skip(into: Found, item: string, why: string): void {
  if (into.skipped.length < MAX_SKIPPED) into.skipped.push({ item: excerpt(item.toWellFormed().replaceAll("\0", ""), 200), why });
}

/** Some text without what D1 cannot hold, up to `max` UTF-16 units, never half a character; undefined when nothing is left. */
export function held(text: string | null | undefined, max: number): string | undefined {
  const cut = text && text.length > max ? text.slice(0, max).replace(/[\ud800-\udbff]$/, "") : text;
  const clean = cut?.toWellFormed().replaceAll("\0", "").trim();
  return clean || undefined;
}

/** Language tags as they stand in feeds: `en_US`, `EN-us`, "english". */
export function langOf(raw: string | null | undefined): string | undefined {
  const tag = raw?.trim().replaceAll("_", "-");
  return tag && Lang.safeParse(tag).success && !/^(?:und|zxx|mul)\b/i.test(tag) ? tag : undefined;
}

/** Fields without which a document still is what it is. */
const OPTIONAL = new Set(["url", "lang", "publishedAt", "author", "origin", "wireCredit", "replyTo", "quoteOf", "ref", "platformId"]);

/** Takes a document into the list, or says there why it is none. True when it was taken. */
export function take(into: Found, item: string, draft: Draft): boolean {
  const { author, origin } = draft;
  const { publishedAt, basis } = draft;
  const input: Record<string, unknown> = {
    ref: draft.ref && draft.ref.length <= 200 ? draft.ref : undefined,
    kind: draft.kind,
    platform: draft.platform ?? undefined,
    platformId: draft.platformId ?? undefined,
    url: draft.url ?? undefined,
    author: author
      ? whole({ handle: held(author.handle, 256), name: held(author.name, 256), id: held(author.id, 256), url: held(author.url, 2048) })
      : undefined,
    title: draft.title ? held(excerpt(tidy(draft.title), 1000), 1000) : undefined,
    text: held(draft.text, MAX_TEXT),
    html: draft.html ?? undefined,
    lang: langOf(draft.lang),
    publishedAt: publishedAt ?? undefined,
    replyTo: draft.replyTo ?? undefined,
    repostOf: draft.repostOf ?? undefined,
    quoteOf: draft.quoteOf ?? undefined,
    origin: origin ? whole({ name: held(origin.name, 256), url: held(origin.url, 2048) }) : undefined,
    wireCredit: held(draft.wireCredit, 256),
  };
  let read = DocumentInput.safeParse(whole(input) ?? {});
  if (!read.success) {
    // Each field that does not fit is left out once; of the author and the origin what fits is kept.
    for (const { path } of read.error.issues) {
      const [field, inner] = path.map(String);
      if (!field || !OPTIONAL.has(field)) continue;
      const value = input[field];
      if (inner === "url" && typeof value === "object" && value !== null) input[field] = whole({ ...value, url: undefined });
      else delete input[field];
    }
    read = DocumentInput.safeParse(whole(input) ?? {});
  }
  if (!read.success) {
    skip(into, item, read.error.issues[0]?.message ?? "does not fit the model");
    return false;
  }
  into.documents.push(read.data.publishedAt && basis ? { ...read.data, basis } : read.data);
  return true;
}

/** An object without its undefined fields; undefined when none is left. */
function whole(fields: Record<string, unknown>): Record<string, unknown> | undefined {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return kept.length ? Object.fromEntries(kept) : undefined;
}
