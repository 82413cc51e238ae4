/** A page with a list of links: an archive, a newsroom's index, a register. The listed pages get visits of their own. */
import * as z from "zod";
import { treeOf } from "../../../shared/html/dom.ts";
import { Url } from "../../../shared/model/fields.ts";
import { canonicalUrl, hostOf } from "../../../shared/url.ts";
import { adapter, type Found } from "../adapter.ts";
import { blockPage } from "../http/blockpage.ts";
import { pathOf } from "../wire/css-path.ts";
import { nothing, skip } from "../wire/document.ts";
import { hrefOf } from "../wire/html.ts";

const MAX_LINKS = 100;

/** Attributes that are removed before the page is parsed: a selector with one would match nothing. */
const LEFT_OUT = /\[\s*(?:data-|aria-|on|style|srcset|alt|width|height)/i;
const MAX_STEPS = 6;
const isPath = (path: string) => pathOf(path) !== null && !LEFT_OUT.test(path) && path.trim().split(/[\s>+~]+/).length <= MAX_STEPS;

const Config = z.strictObject({
  url: Url,
  select: z
    .string()
    .min(1)
    .max(200)
    .refine(isPath, {
      error:
        'must be a CSS path of up to six steps, such as `main li > a` or `#news .title a[href^="/a/"]`, without attributes data-*, aria-* and style',
    })
    .describe("The links, or what they stand in"),
  within: z
    .string()
    .max(253)
    .regex(/^[a-z0-9.-]+$/, { error: "must be a host in lower case, such as paper.example" })
    .optional()
    .describe("Only links to this host and those under it"),
});

function linksOf(text: string, url: string, { select, within }: z.output<typeof Config>): Found {
  const into = nothing();
  const blocked = blockPage(text);
  const tree = text.trim() && !blocked ? treeOf(text) : null;
  if (!tree) return skip(into, url, blocked ?? (text.trim() ? "is no page that can be read" : "is empty"));
  const base = hrefOf(tree.baseURI, url) ?? url;
  const links = new Set<string>();
  const fitsPath = pathOf(select);
  for (const element of tree.getElementsByTagName("*")) {
    if (!fitsPath?.(element)) continue;
    for (const anchor of element.localName === "a" ? [element] : element.getElementsByTagName("a")) {
      const canonical = canonicalUrl(hrefOf(anchor.getAttribute("href") ?? undefined, base) ?? "");
      const host = hostOf(canonical);
      const fits = host && (!within || host === within.replace(/^www\./, "") || host.endsWith(`.${within}`));
      if (canonical && fits && canonical !== canonicalUrl(url) && links.size < MAX_LINKS) links.add(canonical);
    }
    if (links.size >= MAX_LINKS) break;
  }
  into.links = [...links];
  return into;
}

export const links = adapter({
  kind: "links",
  label: "Page with a list of links",
  config: Config,
  requests: ({ url }) => [{ url, expects: "html" }],
  parse: (answer, config) => linksOf(answer.text, answer.url, config),
});
