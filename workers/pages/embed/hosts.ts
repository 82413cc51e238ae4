/** `/dev/hosts?claim=…`: one embed as our own snippet, WordPress, AMP and pym frame it, each by its host's own protocol. Development only. */
import { html, type Page, pathPart, quoted } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

const HOSTS = [
  ["own", "Our own snippet", "", ""],
  ["wordpress", "WordPress: a sandbox, a secret, 200 to 1,000 px", "#?secret=AbCdEf1234", "allow-scripts"],
  ["amp", "AMP: embed-size", "", "allow-scripts allow-popups"],
  ["pym", "pym: childId in the address", "?initialWidth=600&childId=box&parentTitle=&parentUrl=", ""],
] as const;

/** The page: each host's frame with the height that it got. */
export function hostsPage(claim: { id: string; text: string }, baseUrl: string): Page {
  const src = `${baseUrl}/embed/${pathPart(claim.id)}`;
  const main = html`<h1>The embed in other hosts</h1><p class=lead>${quoted(claim.text, 200)}</p>${HOSTS.map(
    ([name, words, tail, sandbox]) =>
      html`<h2>${words}</h2><p class=meta>Height told: <span id="${name}">none yet</span></p><iframe data-host="${name}" src="${src}${tail}" title="${words}" width=600 height=200${
        sandbox && html` sandbox="${sandbox}"`
      }></iframe>`,
  )}`;
  return shell({ baseUrl, title: "The embed in other hosts", main, noindex: true, scripts: ["hosts.js"], frames: true });
}
