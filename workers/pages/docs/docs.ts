/** The docs page of the API. */
import { html, type Markup, nothing, type Page } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

/** An operation as the page prints it. */
interface DocsOperation {
  method: string;
  path: string;
  tag: string;
  summary: string;
  scope: string | null;
  parameters: { name: string; in: string; required: boolean; description: string }[];
  /** The JSON Schemas of the body and of the answer, as text. */
  body: string | null;
  answer: string;
}

function operation(o: DocsOperation): Markup {
  const parameters = o.parameters.map(
    (p) => html`<li><code>${p.name}</code> (${p.in}${p.required ? ", required" : ""}) ${p.description}</li>`,
  );
  return html`<section><h3><code>${o.method} ${o.path}</code></h3><p>${o.summary}. ${o.scope ? html`Scope: <code>${o.scope}</code>.` : "No key needed."}</p>${
    parameters.length > 0 ? html`<ul>${parameters}</ul>` : nothing
  }${o.body ? html`<details><summary>Body</summary><pre tabindex=0>${o.body}</pre></details>` : nothing}<details><summary>Answer</summary><pre tabindex=0>${o.answer}</pre></details></section>`;
}

interface OpenApiOperation {
  tags: string[];
  summary: string;
  "x-scope"?: string;
  parameters: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}
/** The operations of an OpenAPI document, as the docs page prints them. */
function operationsOf(document: Record<string, unknown>): DocsOperation[] {
  return Object.entries(document.paths as Record<string, Record<string, OpenApiOperation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => ({
      method: method.toUpperCase(),
      path,
      tag: o.tags[0] ?? "",
      summary: o.summary,
      scope: o["x-scope"] ?? null,
      parameters: o.parameters.map((p) => ({ ...p, description: p.description ?? "" })),
      body: o.requestBody ? JSON.stringify(Object.values(o.requestBody.content)[0]?.schema, null, 1) : null,
      answer: JSON.stringify(Object.values(o.responses)[0]?.content?.["application/json"]?.schema, null, 1),
    })),
  );
}

/** The docs page of an OpenAPI document. */
export function docsPage(document: Record<string, unknown>): Page {
  const operations = operationsOf(document);
  const baseUrl = "";
  const tags = [...new Set(operations.map((o) => o.tag))];
  return shell({
    title: "API",
    baseUrl,
    main: html`<h1>The API</h1><p>Send <code>Authorization: Bearer</code> and a key. Errors are <code>application/problem+json</code>. The same as data: <a href="${baseUrl}/openapi.json">openapi.json</a>.</p>${tags.map(
      (tag) => html`<h2>${tag}</h2>${operations.filter((o) => o.tag === tag).map(operation)}`,
    )}`,
  });
}
