/** `/sign-in`: editors sign in with an API key. */
import { html, type Page, source } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

/** The form for the key. */
export function signInPage(baseUrl: string, next: string, problem: string | null): Page {
  const main = html`${
    problem && html`<div class="msg problem" role=alert><p>${source(problem, 300)}</p></div>`
  }<h1>Sign in</h1><p class=lead>Editors sign in with their API key. It stays in this browser for a week, or until you sign out.</p><form action="${baseUrl}/sign-in" method=post><input type=hidden name=next value="${next}"><div><label for=key>API key</label><input id=key name=key type=password autocomplete=current-password required maxlength=200></div><button>Sign in</button></form>`;
  return shell({ baseUrl, title: "Sign in", main, forms: true, noindex: true });
}
