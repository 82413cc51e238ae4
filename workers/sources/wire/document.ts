/** Makes a document of the model from a source's own fields: valid fields are taken, invalid ones give a reason. */
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

/** An empty Found to be filled. */
export function nothing(): Found {
  return { documents: [], verdicts: [], next: [], links: [], gone: [], skipped: [] };
}

/** Null, "" and characters that D1 cannot store are left out; longer text is cut to `max`. */
const clean = (value: string | null | undefined, max: number) => {
  const text = value?.toWellFormed().replaceAll("\0", "").trim();
  return text ? text.slice(0, max).toWellFormed() : undefined;
};
const present = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));

/** The document from a source's fields, or why there is none. An invalid language or time is left out, because the words count. */
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
    return { ...checked.data, kind: checked.data.kind ?? "post", ...(time && basis && { basis }), ...(partial && { partial }) };
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

/** Maximum number of skipped items per answer that are reported: more would say nothing new. */
const MAX_SKIPPED = 100;

/** Notes why an item is skipped. Gives what was found. */
export function skip(found: Found, item: string, why: string): Found {
  if (found.skipped.length < MAX_SKIPPED) found.skipped.push({ item: clean(item, 300) ?? "an item", why });
  return found;
}

/** The text as the model can store it, up to `max` UTF-16 units and without half characters; undefined if nothing is left. */
export const held = (text: string | null | undefined, max: number): string | undefined =>
  clean(text && text.length > max ? text.slice(0, max).replace(/[\ud800-\udbff]$/, "") : text, max);

/** A language tag from a feed, such as `en_US` or `EN-us`; not "english", nor the codes for "none" and "many". */
export function langOf(raw: string | null | undefined): string | undefined {
  const tag = raw?.trim().replaceAll("_", "-");
  return tag && Lang.safeParse(tag).success && !/^(?:und|zxx|mul)\b/i.test(tag) ? tag : undefined;
}
