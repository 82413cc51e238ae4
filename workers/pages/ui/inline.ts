/** Files of `workers/public/` that are put inside a page: an embed is one document and makes no further requests. */
import { cspHash } from "./html.ts";

export interface Inlined {
  text: string;
  /** Its name in a Content-Security-Policy. */
  csp: string;
}
/** The styles of an embed, the script that reports its height to the host, and the one that adds the reader's zone to its address. */
export type InlinedFile = "story.css" | "embed.css" | "resize.js" | "zone.js";

/** Files are written for reading. What is sent has no comments (theirs are on lines of their own), line breaks or needless spaces. */
export function inlined(file: InlinedFile, source: string): Inlined {
  const lines = source.split("\n").filter((line) => line && !/^ *\/\*|^ \*/.test(line));
  const whole = lines.map((line) => line.trim()).join(" ");
  const text = file.endsWith(".css")
    ? whole
        .replace(/ ?([{};,>/]) ?/g, "$1")
        .replace(/: /g, ":")
        .replace(/\b0\./g, ".")
    : whole
        .split(/("[^"]*"|`[^`]*`)/)
        .map((part, i) => (i % 2 ? part : part.replace(/ ?([^\w ]) ?/g, "$1")))
        .join("");
  const short = text.replace(/;\}/g, "}");
  return { text: short, csp: cspHash(short) };
}

/** The rules of a style sheet (without comments, from `inlined`) that can apply to this markup: it has all classes of their selector. */
export function rulesFor(style: string, markup: string): string {
  const classes = new Set(
    [...markup.matchAll(/\bclass=(?:"([^"]*)"|([^\s>]+))/g)].flatMap(([, many, one]) => (many ?? one ?? "").split(" ")),
  );
  const holds = (selector: string) => [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(([, name = ""]) => classes.has(name));
  return style
    .replace(/(?<![^{}])([^{}]+)\{([^{}]*)\}/g, (_, selectors: string, declarations: string) => {
      const held = selectors.split(/,(?![^(]*\))/).filter(holds);
      return held.length > 0 ? `${held.join(",")}{${declarations}}` : "";
    })
    .replace(/(?<![^{}])@[^{}]+\{\}/g, "");
}

const held = new Map<InlinedFile, Inlined>();
/** A file of `workers/public/` for the inside of a page. Each isolate reads it once. */
export async function inlinedFrom(assets: { fetch: (url: string) => Promise<Response> }, file: InlinedFile): Promise<Inlined> {
  let known = held.get(file);
  if (!known) {
    const answer = await assets.fetch(`https://assets/${file}`);
    if (!answer.ok) throw new Error(`no ${file} among the assets: ${answer.status}`);
    known = inlined(file, await answer.text());
    held.set(file, known);
  }
  return known;
}
