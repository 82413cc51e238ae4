/** How the instance is, for people who rely on it. */
import { ENGLISH, instantInWords, plural } from "../../../shared/i18n/index.ts";
import type { statusOf } from "../../pipeline/status.ts";
import { html, type Page } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

const counted = (n: number) => (n >= 1000 ? "1,000 or more" : String(n));
/** What each kind of upkeep does. */
const UPKEEP = {
  cron: "Visits of sources, and what the queue lost (every minute)",
  verify: "Check of the whole database (every night)",
  reconcile: "Second look at new and changed claims (every night)",
  seal: "Seal of the log (every night)",
} as const;

/** The page `/status`; what needs a person stands first, in words. */
export function statusPage(baseUrl: string, version: string, status: Awaited<ReturnType<typeof statusOf>>): Page {
  const { problems, waiting, dead, upkeep } = status;
  const rows: [string, unknown][] = [
    ["Version", version],
    ["Wait to be read", counted(waiting)],
    ["Could not be read", dead ? `${counted(dead)}, for an admin to look at` : "none"],
    ...(Object.keys(UPKEEP) as (keyof typeof UPKEEP)[]).map((name): [string, unknown] => {
      const last = upkeep.find((one) => one.name === name);
      return [
        UPKEEP[name],
        last ? html`last on <time datetime="${new Date(last.at).toISOString()}">${instantInWords(last.at, ENGLISH)}</time>` : "not yet",
      ];
    }),
  ];
  const found = problems.length
    ? html`<div class="msg problem"><p><strong>${plural(problems.length, "thing")} to look at</strong></p><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul></div>`
    : html`<div class=msg><p>Everything runs.</p></div>`;
  const main = html`<h1>Status</h1>${found}<dl class=facts>${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl><p class=meta>The same as data: <a href="${baseUrl}/v1/status">/v1/status</a>.</p>`;
  return shell({ baseUrl, title: "Status", main });
}
