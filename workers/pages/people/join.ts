/** `/join/{token}`: the page of an invitation. */

import type { Role } from "../../../shared/access/person.ts";
import { people } from "../../../shared/i18n/people.en.ts";
import { html, type Page, source } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

interface JoinData {
  baseUrl: string;
  /** The address of this page, which takes the form. */
  action: string;
  /** Null if the link does not work any more. */
  invitation: { name: string; role: Role } | null;
}

const m = people.join;

/** The page with its form, or why the link does not work. */
export function joinPage({ baseUrl, action, invitation }: JoinData): Page {
  if (!invitation) {
    const main = html`<h1>${m.overTitle}</h1><p class=lead>${m.over}</p><p><a href="${baseUrl}/signin">${people.signIn.title}</a></p>`;
    return shell({ baseUrl, title: m.overTitle, main, noindex: true });
  }
  const role = people.roles[invitation.role];
  const main = html`<h1>${m.title}</h1><p class=lead>${source(m.lead(role.name, role.may), 400)}</p><form action="${action}" method=post><div><label for=name>${
    m.name
  }</label><input id=name name=name value="${invitation.name}" autocomplete=name required maxlength=100></div><button>${m.submit}</button></form>`;
  return shell({ baseUrl, title: m.title, main, forms: true, noindex: true });
}
