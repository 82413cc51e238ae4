/** The docs page of the API: a guide, then every operation with a command that can be copied. */
import { html, type Markup, nothing, type Page } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";
import { type Json, outlineOf } from "./outline.ts";

/** A part of the guide. `text` has paragraphs, with `code` between backticks. */
export interface Chapter {
  id: string;
  title: string;
  text: string[];
  /** Commands that work when they are pasted one after the other, from the quickstart on. */
  commands?: string;
}
interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  required?: boolean;
  description?: string;
  example?: unknown;
}
interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  "x-scope"?: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { schema: Json; example?: unknown }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema: Json; example?: unknown }> }>;
}
/** What the page needs of an OpenAPI document. */
interface Described {
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Json>; parameters: Record<string, Parameter> };
}
interface Listed {
  method: string;
  path: string;
  operation: Operation;
}

/** A text as one argument of a shell. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** The command that sends the example of an operation, for bash and zsh, with API and KEY set as in the quickstart. */
function commandOf({ method, path, operation }: Listed): string {
  const own = operation.parameters.filter((p) => p.name !== undefined && p.example !== undefined);
  const filled = own.reduce(
    (text, p) => (p.in === "path" ? text.replace(`{${p.name}}`, encodeURIComponent(String(p.example)).replaceAll("'", "%27")) : text),
    path,
  );
  const query = new URLSearchParams(own.flatMap((p) => (p.in === "query" ? [[p.name ?? "", String(p.example)]] : [])));
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const text = body && (typeof body.example === "string" ? body.example : JSON.stringify(body.example));
  const waits = operation.parameters.some((p) => p.$ref?.endsWith("/Prefer"));
  return [
    `curl -s${method === "GET" || body ? "" : ` -X ${method}`}${method === "PATCH" ? " -X PATCH" : ""} "$API${filled}${query.size ? `?${query}` : ""}"`,
    ...(operation["x-scope"] ? [`-H "Authorization: Bearer $KEY"`] : []),
    ...(type ? [`-H "Content-Type: ${type}"`] : []),
    ...(waits ? [`-H "Prefer: wait"`] : []),
    ...(text === undefined ? [] : [`--data-binary ${quoted(text)}`]),
  ].join(" ");
}

/** Words with `code` between backticks. */
const prose = (text: string): Markup[] => text.split("`").map((part, i) => (i % 2 ? html`<code>${part}</code>` : html`${part}`));

let copied = 0;
/** A command with the button that copies it. */
function command(text: string): Markup {
  copied++;
  return html`<div class=copy><button type=button hidden data-copy="cmd-${copied}">Copy</button><pre tabindex=0 id="cmd-${copied}" class=sh>${text}</pre></div>`;
}
function chapterMarkup({ id, title, text, commands }: Chapter): Markup {
  return html`<section id="${id}" class=chapter><h2>${title}</h2>${text.map((part) => html`<p>${prose(part)}</p>`)}${commands ? command(commands) : nothing}</section>`;
}

function operationMarkup(listed: Listed, { components }: Described): Markup {
  const { method, path, operation } = listed;
  const parameters = operation.parameters.map((p) => ({ ...(p.$ref ? components.parameters[p.$ref.replace(/^.*\//, "")] : {}), ...p }));
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const answer = successes[0]?.[1].content?.["application/json"];
  const statuses = successes.map(([status, { description }]) => html`<li><code>${status}</code> ${description}</li>`);
  const [detail = ""] = operation.description.split("\n\nNeeds ");
  return html`<section id="${operation.operationId}" class=operation><h3><code>${method} ${path}</code></h3><p>${operation.summary}. ${detail} ${
    operation["x-scope"] ? html`Scope: <code>${operation["x-scope"]}</code>.` : "No key needed."
  }</p>${command(commandOf(listed))}${
    parameters.length > 0
      ? html`<details><summary>Parameters</summary><ul>${parameters.map(
          (p) => html`<li><code>${p.name}</code> (${p.in}${p.required ? ", required" : ""}) ${p.description}</li>`,
        )}</ul></details>`
      : nothing
  }${
    body
      ? html`<details><summary>Body (${type})</summary><pre tabindex=0>${outlineOf(body.schema, components.schemas)}</pre></details>`
      : nothing
  }${
    answer
      ? html`<details><summary>Answer</summary><ul>${statuses}</ul><pre tabindex=0>${outlineOf(answer.schema, components.schemas)}</pre></details>`
      : nothing
  }</section>`;
}

/**
 * The docs page of an OpenAPI document, with the guide before it (`workers/public/about/guide.json`: a test runs each of
 * its commands in bash and zsh).
 */
export function docsPage(document: Record<string, unknown>, guide: readonly Chapter[]): Page {
  const described = document as unknown as Described;
  const listed = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const ofTag = (name: string) => listed.filter(({ operation }) => operation.tags[0] === name);
  const contents = html`<nav class=contents aria-label="On this page"><h2>On this page</h2><ul>${guide.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}${described.tags.map(({ name }) => html`<li><a href="#${name}">Operations: ${name}</a></li>`)}</ul></nav>`;
  copied = 0;
  const chapters = guide.map(chapterMarkup);
  const operations = described.tags.map(
    ({ name, description }) =>
      html`<section id="${name}" class=group><h2>${name}</h2><p>${description}</p>${ofTag(name).map((one) => operationMarkup(one, described))}</section>`,
  );
  return shell({
    title: "API",
    baseUrl: "",
    scripts: ["docs.js"],
    main: html`<h1>The API</h1>
<p>As data, for generators and tools: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p><label for=find hidden id=find-label>Search this page</label>
<input type=search id=find hidden placeholder="Search: timeline, merge, 409 …"> <output id=found for=find></output></p>${
      contents
    }${chapters}<h2 id=operations>Operations</h2>${operations}`,
  });
}
