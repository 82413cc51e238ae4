/**
 * `/c/{id}/embed`: the page with the code of an embed, in the reader's language: options, a live preview, and snippets to copy. Everything except
 * copying works without script.
 */

import { plain } from "../../../shared/i18n/index.ts";
import { html, type Markup, nothing, optionsOf, type Page, pathPart, quoted } from "../ui/html.ts";
import { withValues } from "../ui/page-files.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { dotted } from "./event.ts";
import { embedUrl, snippets } from "./snippets.ts";

interface EditorsWords {
  form: Markup;
  tried: Readonly<Record<string, string>>;
  /** The result of the form: "saved", or "problem." with the reason why nothing was stored; else "". */
  said: string;
}
interface CodeOptions {
  baseUrl: string;
  viewer: Viewer;
  /** The chosen parameters of the embed; "" for the defaults. */
  chosen: Readonly<Record<string, string>>;
  /** Width of the preview in CSS pixels. */
  width: number;
  /** For editors: the form with the stored settings, and the settings being tried, as parameters of the preview. */
  words: EditorsWords | null;
  lang: string;
  /** The words of the page in that language, from their file. */
  source: string;
}
export const WIDTHS = { min: 280, max: 800, normal: 600 };

/** The words of the page with an option of one of its lists selected; without it if the list has no such option. */
function select(words: string, [name, value]: readonly [string, string]): string {
  const list = words.indexOf(`<select id="${name}"`);
  const option = words.indexOf(` value="${value}"`, list);
  return list < 0 || option < 0 || option > words.indexOf("</select>", list)
    ? words
    : `${words.slice(0, option)} selected${words.slice(option)}`;
}

/** The page with the code of an embed. */
export function codePage(
  claim: { id: string; text: string; lang: string | null },
  languages: readonly (readonly [string, string])[],
  { baseUrl, viewer, chosen, width, words, lang, source }: CodeOptions,
): Page {
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const embedLang = chosen["lang"] ?? "";
  const inLanguage = embedLang && `?lang=${encodeURIComponent(embedLang)}`;
  const said = words?.said ?? "";
  const preview = new URL(embedUrl(baseUrl, claim.id, chosen));
  // An editor's page is never cached.
  if (words) preview.searchParams.set("preview", "1");
  for (const [name, value] of Object.entries(words?.tried ?? {})) preview.searchParams.set(name, value);
  const saved = html`${said === "saved" && html`<p role=status><b>Saved.</b> All embeds of this claim and its page show it.</p>`}${
    said.startsWith("problem.") && html`<p role=alert><b>Nothing was saved:</b> ${plain(said.slice(8), 300)}</p>`
  }`;
  const files = [
    ["HTML", embedUrl(baseUrl, claim.id, { ...chosen, still: "1" }), "html"],
    ["SVG", `${path}/card.svg${inLanguage}`, "svg"],
    ["PNG", `${path}/card.png${inLanguage}`, "png"],
  ].map(([name, href, type]) => html`<a href="${href}" download="timeline.${type}">${name}</a>`);
  const codes = snippets(claim, baseUrl, chosen).flatMap(({ name, code }): [string, Markup][] => [
    [name, html`${code}`],
    [`rows_${name}`, html`${code.length > 200 ? 4 : 2}`],
  ]);
  const { title, main } = withValues(Object.entries(chosen).reduce(select, source), {
    ...{ saved, claim: quoted(claim.text, 240, claim.lang), page: html`${path}`, path: html`${path}` },
    languages: html`${optionsOf(languages, embedLang)}`,
    ...{ width: html`${width}`, min: html`${WIDTHS.min}`, max: html`${WIDTHS.max}`, preview: html`${preview.href}` },
    ...{ words: words?.form ?? nothing, ...Object.fromEntries(codes), files: dotted(files) },
  });
  const scripts = ["embed.js", "code.js"];
  return shell({ baseUrl, title, main, forms: true, noindex: true, viewer, scripts, frames: true, lang });
}
