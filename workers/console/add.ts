/** The form that adds a document: a plain POST to /add, and the values typed are kept when it comes back with a problem. */
import { Kind } from "../../shared/model.ts";
import { kindName, messagesOf } from "../../shared/say.ts";
import { html, type Markup, nothing } from "../embed/html.ts";
import { bookmarklet } from "./bookmarklet.ts";
import type { StartData } from "./start.ts";

interface Field {
  name: string;
  label: string;
  hint?: string;
  type?: string;
  autocomplete?: string;
}
const ABOUT: Field[] = [
  { name: "platform", label: "Platform", hint: "x, reddit, bluesky …" },
  { name: "author", label: "Author" },
  { name: "publishedAt", label: "Published", hint: "such as 2025-04-07" },
];

function field(f: Field, form: Record<string, string>): Markup {
  const value = Object.hasOwn(form, f.name) ? form[f.name] : "";
  const hint = f.hint && html` <span class=hint>${f.hint}</span>`;
  return html`<div><label for="${f.name}">${f.label}${hint}</label><input id="${f.name}" name="${f.name}" type="${f.type ?? "text"}" autocomplete="${
    f.autocomplete ?? "off"
  }" value="${value}"></div>`;
}

/** What a bookmarklet brought along with the text: the page, kept through the form, and whether it is what is added. */
function broughtAlong(form: Record<string, string>): Markup {
  const page = Object.hasOwn(form, "html") ? (form["html"] ?? "") : "";
  const title = Object.hasOwn(form, "title") ? (form["title"] ?? "") : "";
  if (!page) return title ? html`<input type=hidden name=title value="${title}">` : nothing;
  const whole = Object.hasOwn(form, "whole") || !form["text"]?.trim();
  return html`<input type=hidden name=title value="${title}"><input type=hidden name=html value="${page}"><div><label><input type=checkbox name=whole value=yes${
    whole && html` checked`
  }> Add the whole page, not only the text above <span class=hint>${Math.ceil(page.length / 1000)} thousand characters of HTML</span></label></div>`;
}

/** Fields: url, text, kind, platform, author, publishedAt; from a bookmarklet title and html too. Readers are asked to sign in instead. */
export function addForm({ baseUrl, form, viewer }: StartData): Markup {
  if (!viewer.may("ingest")) return html`<p class=meta>Editors <a href="${baseUrl}/sign-in">sign in</a> to add posts and articles.</p>`;
  const kind = Object.hasOwn(form, "kind") ? form["kind"] : "post";
  const text = Object.hasOwn(form, "text") ? form["text"] : "";
  // A textarea drops one leading line break, so that one is given for it to drop.
  return html`<h2 id=add>Add a post or an article</h2><form action="${baseUrl}/add" method=post>${field(
    { name: "url", label: "Address", hint: "https://…", type: "url" },
    form,
  )}<div><label for=text>Text <span class=hint>what it says, with or without an address</span></label><textarea id=text name=text rows=6>
${text}</textarea></div><div class=pair><div><label for=kind>Kind</label><select id=kind name=kind>${Kind.options.map(
    (name) => html`<option value="${name}"${name === kind && html` selected`}>${kindName(name, messagesOf("en"))}</option>`,
  )}</select></div>${ABOUT.map((f) => field(f, form))}</div>${broughtAlong(form)}<button>Add and read it</button></form><p class=meta>Drag <a href="${bookmarklet(baseUrl)}">Add to Whence</a> to your bookmarks: on any page it brings the address, what you selected and the page itself to this form.</p>`;
}
