import { html, type Markup, nothing, type Page, source } from "./html.ts";
import { shell } from "./shell.ts";

interface ProblemData {
  status: number;
  title: string;
  detail: string;
  /** Content below the detail. */
  more?: Markup;
  baseUrl: string;
}

/** A problem (RFC 9457), as a page for browsers. */
export function problemPage({ status, title, detail, more = nothing, baseUrl }: ProblemData): Page {
  const main = html`<h1>${source(title, 200)}</h1><p class=lead>${source(detail, 600)}</p><p class=meta>Status ${status} · <a href="${baseUrl}/">All claims</a></p>${more}`;
  return shell({ baseUrl, title, main, noindex: true });
}

/** What a type of problem means. */
export function problemTypePage(problem: { type: string; status: number; title: string }, baseUrl: string): Page {
  return shell({
    title: problem.title,
    baseUrl,
    main: html`<h1>${problem.title}</h1><p>Answers with this type have the status ${
      problem.status
    }. Their <code>detail</code> says what and where; <code>errors</code> points to each value.</p>`,
  });
}
