/** From a source's own fields to a document of the model: what fits is taken, what does not says why. */
import type * as z from "zod";
import { DocumentInput } from "../../../shared/model/document.ts";
import { Lang } from "../../../shared/model/fields.ts";
import type { Incoming } from "../../../shared/model/identity.ts";
import { parseTime, type TimeBasis } from "../../../shared/model/time.ts";
import type { Found } from "../adapter.ts";

type Fields = { [K in keyof z.input<typeof DocumentInput>]?: z.input<typeof DocumentInput>[K] | null };
/** Fields as a source gives them: null if it has none. */
export interface Raw extends Omit<Fields, "author"> {
  author?: { [K in "handle" | "name" | "id" | "url"]?: string | null } | null;
  basis?: TimeBasis;
  partial?: boolean;
}

/** An empty Found of its own, to be filled. */
export function nothing(): Found {
  return { documents: [], verdicts: [], next: [], links: [], gone: [], skipped: [] };
}

/** Null, "" and what D1 cannot hold are left out; the longest value is the model's. */
const clean = (value: string | null | undefined, max: number) => {
  const text = value?.toWellFormed().replaceAll("\0", "").trim();
  return text ? text.slice(0, max).toWellFormed() : undefined;
};
const present = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

/** The document that a source's fields make, or why they make none. A language or a time that is no such thing is left out: the words count. */
export function documentFrom({ basis, partial, author, title, text, lang, publishedAt, ...raw }: Raw): Incoming | string {
  const time = publishedAt && parseTime(publishedAt, "platform") ? publishedAt : undefined;
  const named = author && {
    handle: clean(author.handle, 256),
    name: clean(author.name, 256),
    id: clean(author.id, 256),
    url: clean(author.url, 2048),
  };
  const checked = DocumentInput.safeParse(
    present({
      ...raw,
      author: named && Object.values(named).some(Boolean) ? present(named) : undefined,
      title: clean(title, 1000),
      text: text == null ? undefined : (clean(text, Number.POSITIVE_INFINITY) ?? ""),
      lang: Lang.safeParse(lang).success ? lang : undefined,
      publishedAt: time,
    }),
  );
  if (checked.success)
    return { ...checked.data, kind: checked.data.kind ?? "post", ...(time && basis ? { basis } : {}), ...(partial ? { partial } : {}) };
  const [issue] = checked.error.issues;
  return `${issue?.path.join(" ") || "the item"} ${issue?.message ?? "is not what it should be"}`;
}

/** Adds a document to what was found, or the item to what was skipped. Gives the document. */
export function take(found: Found, item: string, raw: Raw): Incoming | null {
  const document = documentFrom(raw);
  if (typeof document === "string") {
    skip(found, item, document);
    return null;
  }
  found.documents.push(document);
  return document;
}

/** Items that were skipped, of one answer; beyond, more of the same says nothing. */
const MAX_SKIPPED = 100;

/** Says of an item why it is not there. Gives what was found. */
export function skip(found: Found, item: string, why: string): Found {
  if (found.skipped.length < MAX_SKIPPED) found.skipped.push({ item: clean(item, 300) ?? "an item", why });
  return found;
}

/** Some text that the model can hold, up to `max` UTF-16 units and never half a character; undefined when nothing is left. */
export const held = (text: string | null | undefined, max: number): string | undefined =>
  clean(text && text.length > max ? text.slice(0, max).replace(/[\ud800-\udbff]$/, "") : text, max);

/** Language tags as they stand in feeds: `en_US`, `EN-us`; not "english", nor the codes for "none" and "many". */
export function langOf(raw: string | null | undefined): string | undefined {
  const tag = raw?.trim().replaceAll("_", "-");
  return tag && Lang.safeParse(tag).success && !/^(?:und|zxx|mul)\b/i.test(tag) ? tag : undefined;
}
