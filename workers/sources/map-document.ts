/** From a source's own fields to a document of the model: what fits is taken, what does not says why. */
import type * as z from "zod";
import type { Incoming } from "../../shared/identity.ts";
import { DocumentInput, Lang, type TimeBasis } from "../../shared/model.ts";
import { parseTime } from "../../shared/time.ts";
import type { Found } from "./adapter.ts";

type Fields = { [K in keyof z.input<typeof DocumentInput>]?: z.input<typeof DocumentInput>[K] | null };
/** Fields as a source gives them: null where it has none. */
export interface Raw extends Omit<Fields, "author"> {
  author?: { [K in "handle" | "name" | "id" | "url"]?: string | null } | null;
  basis?: TimeBasis;
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
export function documentFrom({ basis, author, title, text, lang, publishedAt, ...raw }: Raw): Incoming | string {
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
  if (checked.success) return time && basis ? { ...checked.data, basis } : checked.data;
  const [issue] = checked.error.issues;
  return `${issue?.path.join(" ") || "the item"} ${issue?.message ?? "is not what it should be"}`;
}

/** Adds a document to what was found, or the item to what was skipped. Gives the document. */
export function take(found: Found, item: string, raw: Raw): Incoming | null {
  const document = documentFrom(raw);
  if (typeof document === "string") {
    found.skipped.push({ item: item.slice(0, 300).toWellFormed(), why: document });
    return null;
  }
  found.documents.push(document);
  return document;
}

/** JSON of an answer; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
