/** The pieces of a page that carry certain classes, by one pass of the tokenizer. */
import { Parser } from "htmlparser2";

export interface Piece {
  attributes: Readonly<Record<string, string>>;
  /** The HTML inside. */
  inner: string;
  /** Its end tag was seen. */
  whole: boolean;
}

const MAX_DEPTH = 200;
const PIECE = 8_192;

/** The elements that have one of these classes, by class, in document order; none inside another of the same class. */
export function piecesOf(html: string, classes: readonly string[]): Map<string, Piece[]> {
  const out = new Map<string, Piece[]>(classes.map((name) => [name, []]));
  const open: { depth: number; from: number; piece: Piece; names: string[] }[] = [];
  const wanted = new Set(classes);
  let depth = 0;
  const parser = new Parser({
    onopentag(_name, attributes) {
      depth++;
      const names = (attributes["class"] ?? "")
        .split(/\s+/)
        .filter((name) => wanted.has(name) && !open.some((one) => one.names.includes(name)));
      if (!names.length) return;
      const piece: Piece = { attributes, inner: "", whole: false };
      open.push({ depth, from: parser.endIndex + 1, piece, names });
      for (const name of names) out.get(name)?.push(piece);
    },
    onclosetag(_name, implied) {
      const top = open.at(-1);
      if (top?.depth === depth) {
        open.pop();
        top.piece.inner = html.slice(top.from, implied ? parser.startIndex : parser.startIndex);
        top.piece.whole = !implied;
      }
      depth--;
    },
  });
  for (let at = 0; at < html.length && depth < MAX_DEPTH; at += PIECE) parser.write(html.slice(at, at + PIECE));
  for (const { from, piece } of open) piece.inner = html.slice(from);
  return out;
}
