/** HTML of a post as plain text, with its links kept. */
import { textUnder } from "../../shared/read/article.ts";
import { stripTags, treeOf } from "../../shared/read/dom.ts";

/** The words of a link and where it leads, as plain text: mentions and hashtags as they are, a shortened address in full, else "words (address)". */
export function linkText(label: string, href: string): string {
  if (/^[@#＃]/u.test(label) || !/^https?:\/\//i.test(href) || label === href) return label;
  const bare = (address: string) => address.replace(/^https?:\/\//i, "").replace(/^www\./i, "");
  const shown = bare(label)
    .replace(/(?:…|\.\.\.)$/u, "")
    .replace(/\/$/, "");
  if (shown && bare(href).startsWith(shown) && /[./]/.test(shown)) return href;
  return label ? `${label} (${href})` : href;
}

/** The text of a post's HTML: paragraphs apart by a blank line, `<br>` as a line break, links as `linkText` gives them. */
export function postText(html: string): string {
  const root = treeOf(html)?.documentElement;
  if (!root) return stripTags(html).trim();
  const { text, links } = textUnder(root);
  const out: string[] = [];
  let at = 0;
  for (const { href, text: label, start } of [...links].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    if (start === null || start < at || !text.startsWith(label, start)) continue;
    out.push(text.slice(at, start), linkText(label, href));
    at = start + label.length;
  }
  out.push(text.slice(at));
  return out.join("");
}
