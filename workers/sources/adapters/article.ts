/** One web page. The pipeline reads its HTML; the adapter adds its address, and the verdicts in its markup. */
import * as z from "zod";
import { jsonLdNodes } from "../../../shared/html/jsonld.ts";
import { unreadable } from "../../../shared/html/unreadable.ts";
import { MAX_HTML } from "../../../shared/model/document.ts";
import { Url } from "../../../shared/model/fields.ts";
import { idOfUrl } from "../../../shared/model/identity.ts";
import { canonicalUrl, nativeId } from "../../../shared/url.ts";
import { type Answer, adapter, type Found } from "../adapter.ts";
import { blockPage } from "../http/blockpage.ts";
import { verdictsOf } from "../wire/claim-review.ts";
import { nothing, skip, take } from "../wire/document.ts";
import { addressOf, marksOf } from "../wire/page.ts";

const Config = z.strictObject({ url: Url });

/** Pages over the limit are mostly scripts: without these, drawings and comments nearly all fit. */
function fitting(html: string): string | null {
  const bytes = (text: string) => (text.length * 3 <= MAX_HTML ? 0 : new TextEncoder().encode(text).length);
  if (bytes(html) <= MAX_HTML) return html;
  const slim = html
    .split(/(?=<(?:script|style|svg)\b)/i)
    .map((part) => {
      const name = /^<(script|style|svg)\b([^>]{0,2000})>/i.exec(part);
      if (!name || /ld\+json/i.test(name[2] ?? "")) return part;
      const end = part.search(new RegExp(`</${name[1]}\\s{0,9}>`, "i"));
      return end < 0 ? part : part.slice(end).replace(/^<\/\w+\s{0,9}>/, "");
    })
    .join("");
  return bytes(slim) <= MAX_HTML ? slim : null;
}

/** Steps after the first: the canonical address of a page is asked for, and the page itself again if nothing can be read there. */
const CANONICAL = "canonical of ";
export const ITSELF = "itself";

/** Whether two addresses are of one page, or the second only lacks the first one's parameters. */
const isSamePage = (url: string, stated: string) => [url, url.replace(/[?#].*/s, "")].some((one) => idOfUrl(one) === idOfUrl(stated));

/**
 * A page as a document, with the verdicts in its markup. If it states another address, the page there is read, because many sites let an author state
 * the address of somebody else's article.
 */
function readPage({ text, url, request }: Answer): Found {
  const into = nothing();
  const { step = "" } = request;
  const html = text.toWellFormed().replaceAll("\0", "");
  const blocked = blockPage(html) ?? unreadable(html);
  if (!html.trim()) skip(into, url, "is empty");
  else if (blocked) skip(into, url, blocked);
  else {
    const marks = marksOf(html);
    const kept = marks.isPage ? fitting(html) : null;
    if (!kept) skip(into, url, marks.isPage ? `has more than ${MAX_HTML} bytes without its scripts` : "is no web page");
    else {
      const address = step ? url : addressOf(marks, url);
      if (!isSamePage(url, address)) {
        into.next.push({ url: address, expects: "html", step: CANONICAL + url, aside: true });
        return into;
      }
      take(into, url, { kind: "article", url: address, html: kept });
      into.verdicts = verdictsOf(jsonLdNodes(marks.jsonLd), address, true, (item, why) => skip(into, item, why));
      // A page with a rating of its own is a fact-check.
      const [document] = into.documents;
      if (document && into.verdicts.some((verdict) => canonicalUrl(verdict.url) === canonicalUrl(address))) document.kind = "fact_check";
    }
  }
  if (step.startsWith(CANONICAL) && !into.documents.length)
    into.next.push({ url: step.slice(CANONICAL.length), expects: "html", step: ITSELF });
  return into;
}

export const article = adapter({
  kind: "article",
  label: "Web page",
  generic: true,
  config: Config,
  requests: ({ url }) => [{ url, expects: "html" }],
  parse: readPage,
  /** Any page; ask the other adapters first. The page of a comment shows the post. */
  visits(url) {
    const canonical = canonicalUrl(url);
    return canonical && !nativeId(canonical)?.id.includes("#") ? { url } : null;
  },
});
