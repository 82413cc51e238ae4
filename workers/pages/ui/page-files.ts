/** Pages whose words are files, one for each language, because few people read them. They cost the Worker nothing until somebody does. */
import type { Context } from "hono";
import { raw } from "hono/html";
import { negotiated } from "../../../shared/i18n/index.ts";
import type { Env } from "../../env.d.ts";
import type { Markup } from "./html.ts";

/** The request of a reader: for which page and in which language. */
type Asked = Context<{ Bindings: Env }>;
/** The main part of a page, with its heading as the title. */
export interface FilePage {
  lang: string;
  title: string;
  main: Markup;
}

/** The language of a reader's page: what the address asks for, else what the browser prefers. */
export const requestedLanguage = (c: Asked) => negotiated(c.req.query("lang"), c.req.header("accept-language"));

/** What fills the slots of a file, and which of its parts are shown. */
type Values = Readonly<Record<string, Markup | boolean | null>>;
/** The words of a page in a language, from their file. */
export async function readPageFile(
  c: Asked,
  name: "privacy" | "bot" | "missing" | "embed" | "start" | "status" | "moment" | "code",
  lang: string,
): Promise<string> {
  const answer = await c.env.ASSETS.fetch(`https://assets/about/${name}/${lang}`);
  if (!answer.ok) throw new Error(`no ${name} in ${lang} among the assets: ${answer.status}`);
  return answer.text();
}
/**
 * A file's words with values filled in. `{contact}` stands for the value of that name. `<!--if contact-->…<!--else-->…<!--end-->` is its first
 * part if there is such a value, else its second.
 */
export function withValues(words: string, values: Values): Pick<FilePage, "title" | "main"> {
  let isShown = true;
  // Every second part is a marker.
  const parts = words.split(/<!--(if \w+|else|end)-->/).filter((part, i) => {
    if (i % 2 === 0) return isShown;
    isShown = part === "end" || (part === "else" ? !isShown : Boolean(values[part.slice(3)]));
    return false;
  });
  const text = parts.join("").replace(/\{(\w+)\}/g, (_, slot: string) => String(values[slot] ?? ""));
  // The file's words are ours; the values are escaped.
  return { title: /<h1>([^<]*)/.exec(text)?.[1] ?? "", main: raw(text) };
}
/** The words of `workers/public/about/NAME/` in the reader's language, with values filled in. */
export async function filePage(c: Asked, name: Parameters<typeof readPageFile>[1], values: Values = {}): Promise<FilePage> {
  const lang = requestedLanguage(c);
  return { lang, ...withValues(await readPageFile(c, name, lang), values) };
}
