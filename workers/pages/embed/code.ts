/** `/c/{id}/embed`: the page with the code of an embed: options, a live preview, and snippets to copy. Everything except copying works without script. */

import { plain } from "../../../shared/i18n/index.ts";
import { html, type Markup, nothing, type Page, pathPart, quoted } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import type { Viewer } from "../ui/viewer.ts";
import { dotted } from "./event.ts";
import { embedUrl, type Snippet, snippets } from "./snippets.ts";
import { choice } from "./words.ts";

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
  /** For editors: the form with the stored settings, and the words that they try, as parameters of the preview. */
  words: EditorsWords | null;
}
export const WIDTHS = { min: 280, max: 800, normal: 600 };

function snippetMarkup({ name, use, code }: Snippet, i: number): Markup {
  const id = `code${i}`;
  return html`<div class=snippet><label for="${id}">${name} <span class=hint>${use}</span></label><textarea id="${id}" readonly rows="${
    code.length > 200 ? 4 : 2
  }" spellcheck=false>${code}</textarea><button type=button hidden data-copy="${id}" data-name="${name}">Copy</button></div>`;
}

/** The page with the code of an embed. */
export function codePage(
  claim: { id: string; text: string; lang: string | null },
  languages: readonly (readonly [string, string])[],
  options: CodeOptions,
): Page {
  const { baseUrl, chosen, width } = options;
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const of = (name: string) => chosen[name] ?? "";
  const inLanguage = of("lang") && `?lang=${encodeURIComponent(of("lang"))}`;
  const { said = "" } = options.words ?? {};
  const preview = new URL(embedUrl(baseUrl, claim.id, chosen));
  // An editor's page is never cached.
  if (options.words) preview.searchParams.set("preview", "1");
  for (const [name, value] of Object.entries(options.words?.tried ?? {})) preview.searchParams.set(name, value);
  const main = html`<h1>Embed this timeline</h1>${said === "saved" && html`<p role=status><b>Saved.</b> All embeds of this claim and its page show it.</p>`}${
    said.startsWith("problem.") && html`<p role=alert><b>Nothing was saved:</b> ${plain(said.slice(8), 300)}</p>`
  }<p class=lead>${quoted(claim.text, 240, claim.lang)} · <a href="${path}">its page</a></p><form action="${path}/embed" method=get class=pair>${choice(
    "theme",
    "Colours",
    [
      ["", "as the reader’s"],
      ["light", "light"],
      ["dark", "dark"],
    ],
    of("theme"),
  )}${choice("lead", "Events open", [["", "as the story needs"], ...["0", "1", "3", "5", "10", "20"].map((n) => [n, n] as const)], of("lead"))}${choice(
    "compact",
    "Size",
    [
      ["", "with events"],
      ["1", "summary only"],
    ],
    of("compact"),
  )}${choice(
    "order",
    "Order",
    [
      ["", "oldest first"],
      ["newest", "newest first"],
      ["pins", "pinned first"],
    ],
    of("order"),
  )}${choice(
    "font",
    "Headline",
    [
      ["", "serif"],
      ["sans", "sans"],
    ],
    of("font"),
  )}${choice(
    "background",
    "Ground",
    [
      ["", "paper"],
      ["none", "that of your page"],
    ],
    of("background"),
  )}${choice("lang", "Language", [["", "as the reader’s"], ...languages], of("lang"))}<div><label for=width>Width <span class=hint id=px>${width} px</span></label><input id=width name=width type=range min=${
    WIDTHS.min
  } max=${WIDTHS.max} step=20 value=${width}></div><div class=last><button>Update the preview</button></div></form><h2>Preview</h2><iframe id=preview src="${preview.href}" title="Preview of the embed" width=${width} height=650></iframe>${options.words?.form ?? nothing}<h2>Code</h2><p id=said role=status></p>${snippets(claim, baseUrl, chosen).map(snippetMarkup)}<h2>A copy to keep</h2><p>The timeline as it is now, for a server or an archive of your own: ${dotted(
    [
      ["HTML", embedUrl(baseUrl, claim.id, { ...chosen, still: "1" }), "html"],
      ["SVG", `${path}/card.svg${inLanguage}`, "svg"],
      ["PNG", `${path}/card.png${inLanguage}`, "png"],
    ].map(([name, href, type]) => html`<a href="${href}" download="timeline.${type}">${name}</a>`),
  )}.</p>`;
  return shell({
    baseUrl,
    title: "Embed this timeline",
    main,
    forms: true,
    noindex: true,
    viewer: options.viewer,
    scripts: ["embed.js", "code.js"],
    frames: true,
  });
}
