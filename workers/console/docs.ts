/** The API's docs page, from its OpenAPI document; and what each problem means. */
import { html, type Markup, nothing, type Page } from "../embed/html.ts";
import { shell } from "../embed/shell.ts";

export interface DocsOperation {
  method: string;
  path: string;
  tag: string;
  summary: string;
  scope: string | null;
  parameters: { name: string; in: string; required: boolean; description: string }[];
  /** JSON Schema of the body and of the answer, as text. */
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

export function docsPage(operations: DocsOperation[], baseUrl: string): Page {
  const tags = [...new Set(operations.map((o) => o.tag))];
  return shell({
    title: "API",
    baseUrl,
    main: html`<h1>The API</h1><p>Send <code>Authorization: Bearer</code> and a key. Errors are <code>application/problem+json</code>. The same as data: <a href="${baseUrl}/openapi.json">openapi.json</a>.</p>${tags.map(
      (tag) => html`<h2>${tag}</h2>${operations.filter((o) => o.tag === tag).map(operation)}`,
    )}`,
  });
}

export function problemTypePage(problem: { type: string; status: number; title: string }, baseUrl: string): Page {
  return shell({
    title: problem.title,
    baseUrl,
    main: html`<h1>${problem.title}</h1><p>Answers with this type have the status ${problem.status}. Their <code>detail</code> says what and where; <code>errors</code> points to each value.</p>`,
  });
}
