/** The state of the instance, for people who rely on it. */

import { instantInWords } from "../../../shared/i18n/index.ts";
import { isoTime } from "../../../shared/iso.ts";
import type { statusOf } from "../../pipeline/status.ts";
import { html, type Markup } from "../ui/html.ts";

const counted = (n: number) => html`${n >= 1000 ? "1000+" : n}`;

/** The values in the words of the page `/status`: what needs a person (worded as in the API), counts, and when each kind of upkeep last ran. */
export function statusValues(version: string, status: Awaited<ReturnType<typeof statusOf>>, lang: string): Record<string, Markup | null> {
  const { problems, waiting, dead, upkeep } = status;
  const ran = upkeep.map(({ name, at }) => [name, html`<time datetime="${isoTime(at)}">${instantInWords(at, { tz: "UTC", lang })}</time>`]);
  return {
    problems: problems.length ? html`<ul lang="en">${problems.map((one) => html`<li>${one}</li>`)}</ul>` : null,
    version: html`${version}`,
    waiting: counted(waiting),
    dead: dead ? counted(dead) : null,
    ...Object.fromEntries(ran),
  };
}
