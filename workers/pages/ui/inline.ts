/** What a page has inside it although it is a file of `workers/public/`: an embed is one document, and asks for nothing more. */
import { cspHash } from "./html.ts";

export interface Inlined {
  text: string;
  /** How a Content-Security-Policy names it. */
  csp: string;
}
/** The styles of an embed, what tells its host how high it is, and what puts its reader's own zone into its address. */
export type InlinedFile = "story.css" | "embed.css" | "resize.js" | "zone.js";

/** Files are written to be read: what is sent has no comments (theirs stand on lines of their own), line breaks or needless spaces. */
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

/** The rules of a style sheet without comments (of `inlined`) that can hold in a page with this markup: all classes of a selector are in it. */
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
/** A file of `workers/public/`, to be put inside a page; each isolate reads it once. */
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
