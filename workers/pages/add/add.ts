/** The page that adds posts, articles and imports: a form that works without script, and keeps what was typed after a problem. */

import { kindName, messagesOf } from "../../../shared/i18n/index.ts";
import { Kind } from "../../../shared/model/document.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { shell } from "../console/shell.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { bookmarklet } from "./bookmarklet.ts";

export interface AddData {
  baseUrl: string;
  viewer: Viewer;
  message: { kind: "done" | "problem"; text: string } | null;
  /** What was typed. */
  form: Record<string, string>;
  /** Formats of an import. */
  formats: { name: string; label: string }[];
  /** Whether addresses are visited: a contact is configured. */
  visits: boolean;
}
interface Field {
  name: string;
  label: string;
  hint?: string;
  type?: string;
}
const ABOUT: Field[] = [
  { name: "platform", label: "Platform", hint: "x, reddit, bluesky …" },
  { name: "author", label: "Author" },
  { name: "publishedAt", label: "Published", hint: "2025-04-07" },
];

function field(f: Field, form: Record<string, string>): Markup {
  const value = ownProperty(form, f.name) ?? "";
  const hint = f.hint && html` <span class=hint>${f.hint}</span>`;
  return html`<div><label for="${f.name}">${f.label}${hint}</label><input id="${f.name}" name="${f.name}" type="${f.type ?? "text"}" autocomplete=off value="${value}"></div>`;
}

/** What a bookmarklet brought along with the text: the page, kept through the form, and whether it is what is added. */
function broughtAlong(form: Record<string, string>): Markup {
  const page = ownProperty(form, "html") ?? "";
  const title = ownProperty(form, "title") ?? "";
  if (!page) return title ? html`<input type=hidden name=title value="${title}">` : nothing;
  const whole = Object.hasOwn(form, "whole") || !form["text"]?.trim();
  return html`<input type=hidden name=title value="${title}"><input type=hidden name=html value="${page}"><div><label><input type=checkbox name=whole value=yes${
    whole && html` checked`
  }> Add the whole page, not only the text above <span class=hint>${Math.ceil(page.length / 1000)} thousand characters of HTML</span></label></div>`;
}

/** Fields: url, text, file, format, kind, platform, author, publishedAt; from a bookmarklet title and html too. */
export function addForm({ baseUrl, form, formats }: Pick<AddData, "baseUrl" | "form" | "formats">): Markup {
  const kind = ownProperty(form, "kind") ?? "";
  const text = ownProperty(form, "text") ?? "";
  const options = (chosen: string | undefined, all: (readonly [string, string])[]) =>
    all.map(([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`);
  // A textarea drops one leading line break, so that one is given for it to drop.
  return html`<form action="${baseUrl}/add" method=post enctype="multipart/form-data"><div><label for=text>Text or HTML <span class=hint>what it says; Ctrl and Enter sends it</span></label><textarea id=text name=text rows=8 autofocus>
${text}</textarea></div>${field({ name: "url", label: "Address", hint: "https://…", type: "url" }, form)}<div class=pair><div><label for=kind>Kind</label><select id=kind name=kind>${options(
    kind,
    [["", "by its shape"], ...Kind.options.map((name) => [name, kindName(name, messagesOf("en"))] as const)],
  )}</select></div>${ABOUT.map((f) => field(f, form))}</div>${broughtAlong(form)}<div class=pair><div><label for=file>Or a file <span class=hint>.txt .html .csv .jsonl</span></label><input id=file name=file type=file accept=".txt,.html,.htm,.csv,.tsv,.jsonl,.ndjson,.json,text/*"></div><div><label for=format>Its format <span class=hint>of a file with many posts</span></label><select id=format name=format>${options(
    form["format"],
    [["", "by the file’s name"], ...formats.map(({ name, label }) => [name, label] as const)],
  )}</select></div></div><button>Look it over</button></form>`;
}
/** What a page says first. */
function messageLine(message: AddData["message"]): Markup {
  if (!message) return nothing;
  const problem = message.kind === "problem";
  return html`<div class="msg ${problem && "problem"}" role=${problem ? "alert" : "status"}><p>${source(message.text, 600)}</p></div>`;
}

/** The page with the form. */
export function addPage(data: AddData): Page {
  const { baseUrl, viewer, message, visits } = data;
  const main = html`${messageLine(message)}<h1>Add</h1><p class=lead>A post, an article, or many at once. You see what was understood of it before anything is stored.</p>${addForm(
    data,
  )}<p class=meta>${
    visits
      ? "An address alone is visited, as politely as a source is."
      : "An address alone cannot be visited here: no contact is configured (the variable CONTACT)."
  } Drag <a href="${bookmarklet(baseUrl)}">Add to Whence</a> to your bookmarks: on any page it brings the address, what you selected and the page itself to this form.</p>`;
  return shell({ baseUrl, title: "Add", main, forms: true, viewer, noindex: true, scripts: ["add.js"] });
}
