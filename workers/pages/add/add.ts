/** The page that adds posts, articles and imports: a form that works without script, and keeps what was typed after a problem. */
import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { adding as m } from "../../../shared/i18n/desk/pages.en.ts";
import { kindName, messagesOf } from "../../../shared/i18n/index.ts";
import { Kind } from "../../../shared/model/document.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { faultAt, frame, options, type Strip } from "../desk/frame.ts";
import { html, type Markup, nothing, type Page } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { bookmarklet } from "./bookmarklet.ts";

export interface AddData {
  baseUrl: string;
  viewer: Viewer;
  message: { kind: "done" | "problem" | "signedOut"; text: string; field?: string } | null;
  /** What was typed. */
  form: Record<string, string>;
  /** Formats of an import. */
  formats: { name: string; label: string }[];
  /** Whether Whence can visit addresses, because a contact is configured. */
  visits: boolean;
}
type Field = keyof typeof m.fields;
const ACCEPTED = ".txt,.html,.htm,.pdf,.csv,.tsv,.jsonl,.ndjson,.json,text/*";

function field(name: Field, width: string, { form, message }: Pick<AddData, "form" | "message">, type = "text"): Markup {
  const fault = faultAt(stripOf(message), name);
  const hint = ownProperty(m.hints, name);
  return html`<div class=${width}><label for="${name}">${m.fields[name]}</label>${
    fault.said
  }<input id="${name}" name="${name}" type="${type}" autocomplete=off value="${ownProperty(form, name) ?? ""}"${hint && html` aria-describedby="${name}-hint"`}${fault.mark}>${
    hint && html`<p class="xs soft" id="${name}-hint">${hint}</p>`
  }</div>`;
}
/** The page that a bookmarklet sent with the selected text, as hidden fields, and a checkbox to add the whole page. */
function broughtAlong(form: Record<string, string>): Markup {
  const page = ownProperty(form, "html") ?? "";
  const title = ownProperty(form, "title") ?? "";
  if (!page) return title ? html`<input type=hidden name=title value="${title}">` : nothing;
  const isWhole = Object.hasOwn(form, "whole") || !form["text"]?.trim();
  return html`<input type=hidden name=title value="${title}"><input type=hidden name=html value="${page}"><label class="tick w6"><input type=checkbox name=whole value=yes${
    isWhole && html` checked`
  }> ${m.whole(Math.ceil(page.length / 1000))}</label>`;
}

/** Fields: url, text, file, format, kind, platform, author, publishedAt; from a bookmarklet title and html too. */
export function addForm(data: Pick<AddData, "baseUrl" | "form" | "formats" | "message">, isFirst = false): Markup {
  const { baseUrl, form, formats, message } = data;
  const [inText, inKind] = (["text", "kind"] as const).map((name) => faultAt(stripOf(message), name));
  const kinds = Object.fromEntries([["", m.byShape], ...Kind.options.map((name) => [name, kindName(name, messagesOf("en"))])]);
  const known = Object.fromEntries([["", m.byName], ...formats.map(({ name, label }) => [name, label])]) as Record<string, string>;
  const label = (name: "text" | "kind" | "file" | "format") => html`<label for=${name}>${m.fields[name]}</label>`;
  const hint = (name: "text" | "file" | "format") => html`<p class="xs soft" id=${name}-hint>${m.hints[name]}</p>`;
  const chosen = (name: string) => ownProperty(form, name) ?? "";
  // Browsers drop one leading line break of a textarea, so there is one more.
  const words = html`<div class=w6>${label("text")}${inText?.said}<textarea id=text name=text rows=8 aria-describedby=text-hint${
    isFirst && html` autofocus`
  }${inText?.mark}>
${chosen("text")}</textarea>${hint("text")}</div>`;
  const kind = html`<div class=w3>${label("kind")}${inKind?.said}<select id=kind name=kind${inKind?.mark}>${options(kinds, chosen("kind"))}</select></div>`;
  const about = (["platform", "author", "publishedAt"] as const).map((name) => field(name, "w3", data));
  const file = html`<div class=w3>${label("file")}<input id=file name=file type=file aria-describedby=file-hint accept="${ACCEPTED}">${hint("file")}</div>`;
  const format = html`<div class=w3>${label("format")}<select id=format name=format aria-describedby=format-hint>${options(
    known,
    chosen("format"),
  )}</select>${hint("format")}</div>`;
  const send = html`<p class="w6 row"><button class="btn primary">${m.look}</button><span class="s soft">${m.lookHint}</span></p>`;
  return html`<form class=fields action="${baseUrl}/add" method=post enctype="multipart/form-data">${words}${field("url", "w6", data, "url")}${
    kind
  }${about}${broughtAlong(form)}${file}${format}${send}</form>`;
}
/** The message of a page for adding. */
export const stripOf = (message: AddData["message"]): Strip | null =>
  message && {
    text: message.text,
    field: message.field,
    undo: null,
    back: "/add",
    isProblem: message.kind !== "done",
    isSignedOut: message.kind === "signedOut",
  };

/** The page with the form. */
export function addPage(data: AddData): Page {
  const { baseUrl, viewer, message, visits } = data;
  const main = html`<div class="wrap narrow"><h1>${m.title}</h1><p class=soft>${m.lead}</p>${addForm(data, true)}<section class="panel s"><p>${
    visits ? m.visits : m.noVisits
  }</p><p><a class=btn href="${bookmarklet(baseUrl)}">${m.drag}</a> ${m.dragHint}</p></section></div>`;
  return frame({
    baseUrl,
    title: m.title,
    viewer,
    main,
    page: "add",
    waiting: null,
    strip: stripOf(message),
    keys: [["Ctrl Enter", k.lookOver]],
  });
}
