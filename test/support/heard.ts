/** The text of an embed as a screen reader gives it: what is hidden from it left out, a line a block. */
export function heard(html: string): string {
  const names: Record<string, string> = { "&#39;": "'", "&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">" };
  return html
    .replace(/^.*?<main>/s, "")
    .replace(/<(style|script|svg)[ >].*?<\/\1>/gs, "")
    .replace(/<div class=ax aria-hidden=true>.*?<\/div>/gs, "")
    .replace(/<div aria-hidden=true>.*?(?=<figcaption|<div class="hits)/gs, "")
    .replace(/<div class="hits narrow.*?<\/div>|<span class="note [^"]* narrow">[^<]*<\/span>/gs, "")
    .replace(
      /<(?:p|h1|h2|li|dt|dd|small|blockquote|summary|figcaption|footer|i)[ >]|<span class="(?:label|flag|note)|<a class=p\d+ /g,
      (tag) => `\n${tag}`,
    )
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#39|quot|amp|lt|gt);/g, (entity) => names[entity] ?? entity)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}
