/** The body of an article: the part of a page that Readability keeps, as paragraphs with their links. */

import Readability from "@mozilla/readability/Readability.js";
import { furtherArticles, isComments, isWidget, type Known, withoutClutter } from "./clutter.ts";
import { type DomDocument, type DomElement, type DomNode, isElement, oneLine, walk } from "./dom.ts";
import { type Body, textUnder } from "./visible-text.ts";

interface Article extends Body {
  title: string | null;
  byline: string | null;
  site: string | null;
}

/** Maximum number of hidden boxes that are checked. */
const MAX_HIDDEN_BOXES = 20;
/** Comments with fewer UTF-16 units of paragraphs before them are the page's own content. */
const MIN_BEFORE_COMMENTS = 60;
/** Removes widgets, and shows hidden boxes that are most of the page (WeChat hides its articles until a script shows them). */
function prepare(document: DomDocument): void {
  const root = document.documentElement;
  const whole = root?.textContent?.length ?? 0;
  const out: DomElement[] = root ? furtherArticles(root, document.title) : [];
  let looked = 0;
  let textLength = 0;
  if (!root) return;
  walk(
    root,
    (node) => {
      if (!isElement(node)) {
        if (node.nodeType === 3 && node.parentNode?.nodeName === "P") textLength += node.textContent?.length ?? 0;
        return false;
      }
      if (isWidget(node) || (textLength > MIN_BEFORE_COMMENTS && isComments(node))) {
        out.push(node);
        return false;
      }
      const hidden = /visibility\s{0,9}:\s{0,9}hidden/i.test(node.getAttribute("style") ?? "");
      if (hidden && looked++ < MAX_HIDDEN_BOXES && (node.textContent?.length ?? 0) > (whole * 2) / 3) node.setAttribute("style", "");
      return true;
    },
    () => {},
  );
  for (const node of out) node.remove();
}

/**
 * The article on a page by Mozilla's Readability 0.6; null if it finds none. It changes the tree, so read everything else before.
 * Measured by test/eval/articles.ts.
 */
export function articleOf(document: DomDocument, known: Omit<Known, "title">): Article | null {
  type Page = ConstructorParameters<typeof Readability>[0];
  try {
    prepare(document);
    const found = new Readability<DomNode>(document as unknown as Page, {
      keepClasses: true,
      serializer: (node) => node as unknown as DomNode,
    }).parse();
    if (!found?.content) return null;
    // The title keeps wide and non-breaking spaces; only line breaks become spaces.
    const title =
      found.title
        ?.toWellFormed()
        .replace(/[\t\n\r\f\0]+ */g, " ")
        .trim() || null;
    const line = (value: string | null | undefined) => (value ? oneLine(value) || null : null);
    withoutClutter(found.content, { ...known, title: title ?? "" });
    return { ...textUnder(found.content), title, byline: line(found.byline), site: line(found.siteName) };
  } catch {
    return null;
  }
}
