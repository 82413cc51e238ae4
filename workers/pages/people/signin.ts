/** `/signin`: by a code from a mail or an admin, or with an API key. */
import { people } from "../../../shared/i18n/people.en.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

interface SignInData {
  baseUrl: string;
  /** The path to go to afterwards. */
  next: string;
  /** Whether the instance sends links by mail. */
  mail: boolean;
  /** The code of a link. Opening the link does not sign in; the button does. */
  code?: string;
  message?: Message | null;
}
export interface Message {
  kind: "problem" | "done";
  text: string;
  /** Content below the forms. */
  more?: Markup | undefined;
}

const m = people.signIn;

/** The page with its forms; each is sent to `/signin`. */
export function signInPage({ baseUrl, next, mail, code = "", message = null }: SignInData): Page {
  const hidden = html`<input type=hidden name=next value="${next}">`;
  const action = `${baseUrl}/signin`;
  const byMail =
    mail && !code
      ? html`<form action="${action}" method=post>${hidden}<div><label for=email>${
          m.email
        }</label><input id=email name=email type=email autocomplete=email required maxlength=200></div><button>${m.send}</button></form>`
      : nothing;
  const hint = mail ? m.codeHint : m.noMail;
  const byCode = html`<form action="${action}" method=post>${hidden}<div><label for=code>${m.code}</label><input id=code name=code value="${
    code
  }" autocomplete=one-time-code autocapitalize=characters spellcheck=false required maxlength=40 aria-describedby=code-hint><p class=hint id=code-hint>${
    code ? m.codeReady : hint
  }</p></div><button>${m.withCode}</button></form>`;
  const byKey = html`<details><summary>${m.keyFold}</summary><form action="${action}" method=post>${hidden}<div><label for=key>${
    m.key
  }</label><input id=key name=key type=password autocomplete=current-password required maxlength=200></div><button>${m.withCode}</button></form></details>`;
  const main = html`${
    message &&
    html`<div class="msg${message.kind === "problem" ? " problem" : ""}" role=${message.kind === "problem" ? "alert" : "status"}><p>${source(message.text, 300)}</p></div>`
  }<h1>${m.title}</h1><p class=lead>${m.lead}</p>${byMail}${byCode}${byKey}${message?.more ?? nothing}`;
  return shell({ baseUrl, title: m.title, main, forms: true, noindex: true });
}
