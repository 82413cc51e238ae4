/** A page with a list of links: an archive, a newsroom's index, a register. The pages that it lists are visited by themselves. */
import { compile } from "css-select";
import * as z from "zod";
import { Url } from "../../shared/model.ts";
import { treeOf } from "../../shared/read/dom.ts";
import { TreeElement, type TreeNode } from "../../shared/read/tree.ts";
import { canonicalUrl, hostOf } from "../../shared/url.ts";
import { type Found, adapter as source } from "./adapter.ts";
import { blockPage } from "./blockpage.ts";
import { nothing, skip } from "./map-document.ts";
import { hrefOf } from "./map-html.ts";

const MAX_LINKS = 100;

/** What css-select asks of a tree. */
const adapter = {
  isTag: (node: TreeNode): node is TreeElement => node instanceof TreeElement,
  getName: (element: TreeElement) => element.localName,
  getAttributeValue: (element: TreeElement, name: string) => element.getAttribute(name) ?? undefined,
  hasAttrib: (element: TreeElement, name: string) => element.hasAttribute(name),
  getChildren: (node: TreeNode) => node.childNodes,
  getParent: (node: TreeNode): TreeNode | null => node.parentNode,
  getSiblings: (node: TreeNode) => node.parentNode?.childNodes ?? [node],
  prevElementSibling: (node: TreeNode) => node.previousElementSibling,
  getText: (node: TreeNode) => node.textContent,
  removeSubsets: (nodes: TreeNode[]) => nodes,
};

/** Whether an element is one that a CSS path names. Throws for a path that is none. */
const pathOf = (path: string): ((element: TreeElement) => boolean) => compile<TreeNode, TreeElement>(path, { adapter });

/** Whether a CSS path can be looked for at all, and in bounded time: each step by descent multiplies the work by the depth of the page. */
function isPath(path: string): boolean {
  // Attributes that the reading of pages leaves out before there is a tree would never be found.
  if (/\[\s*(?:data-|aria-|on|style|srcset|alt|width|height)/i.test(path)) return false;
  if (/:(?:has|contains|is|not|where)\b/i.test(path) || path.trim().split(/[\s>+~]+/).length > 6) return false;
  try {
    pathOf(path);
    return true;
  } catch {
    return false;
  }
}

const Config = z.strictObject({
  url: Url,
  select: z
    .string()
    .min(1)
    .max(200)
    .refine(isPath, {
      error:
        "must be a CSS path of up to six steps, such as `main li > a`, without :has, :not, :is, :where and attributes data-*, aria-* and style",
    })
    .meta({ description: "The links, or what they stand in" }),
  within: z
    .string()
    .max(253)
    .regex(/^[a-z0-9.-]+$/)
    .optional()
    .meta({ description: "Only links to this host and those under it" }),
});

function linksOf(text: string, url: string, { select, within }: z.output<typeof Config>): Found {
  const into = nothing();
  const blocked = blockPage(text);
  const tree = text.trim() && !blocked ? treeOf(text) : null;
  if (!tree) {
    skip(into, url, blocked ?? (text.trim() ? "is no page that can be read" : "is empty"));
    return into;
  }
  const base = hrefOf(tree.baseURI, url) ?? url;
  const links = new Set<string>();
  const fitsPath = pathOf(select);
  for (const element of tree.getElementsByTagName("*")) {
    if (!fitsPath(element)) continue;
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

export const links = source({
  kind: "links",
  label: "Page with a list of links",
  config: Config,
  requests: ({ url }) => [{ url, expects: "html" }],
  parse: (answer, config) => linksOf(answer.text, answer.url, config),
});
