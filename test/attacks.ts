/** Builds texts that make a slow regular expression slow: pieces of its own source, repeated after what leads up to them. */

/** A node of the parsed source; `max` over 1 repeats. */
type Node =
  | { kind: "text"; sample: string }
  | { kind: "group"; options: Node[][]; aside: boolean }
  | { kind: "repeat"; of: Node; min: number; max: number };

/** A member of a class or an escape that this knows, else a letter: what matters is that it is in the class. */
const ESCAPES: Record<string, string> = {
  d: "1",
  D: "a",
  w: "a",
  W: " ",
  s: " ",
  S: "a",
  n: "\n",
  r: "\r",
  t: "\t",
  f: "\f",
  v: "\v",
  "0": "\0",
};
const CANDIDATES = [..."aA1 .,-_'\"“”’/:;()[]{}<>=&?!@#%+*|~`^$\\\n\t\r«»。，：的é🙂\u200d\0"];

class Parser {
  at = 0;
  readonly source: string;
  readonly flags: string;
  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags.replace(/[gy]/g, "");
  }
  options(): Node[][] {
    const out: Node[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ")") {
      if (this.source[this.at] === "|") {
        this.at++;
        out.push([]);
      } else {
        const node = this.repeated(this.atom());
        if (node) out.at(-1)?.push(node);
      }
    }
    return out;
  }
  private atom(): Node | null {
    const char = this.source[this.at] as string;
    if (char === "(") {
      const look = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[a-z-]*:))?/.exec(this.source.slice(this.at))?.[0] ?? "(";
      this.at += look.length;
      const options = this.options();
      this.at++;
      return { kind: "group", options, aside: /[=!]$/.test(look) };
    }
    if (char === "[") return { kind: "text", sample: this.member(this.bracket()) };
    if (char === "\\") {
      const escaped =
        /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|[\s\S])/.exec(this.source.slice(this.at))?.[0] ?? "\\\\";
      this.at += escaped.length;
      if (/^\\[bB]$/.test(escaped) || /^\\(?:[1-9]|k)/.test(escaped)) return null;
      return { kind: "text", sample: ESCAPES[escaped.slice(1)] ?? (/^\\[pPux]/.test(escaped) ? this.member(escaped) : escaped.slice(1)) };
    }
    this.at++;
    if (char === "^" || char === "$") return null;
    return { kind: "text", sample: char === "." ? "a" : char };
  }
  private bracket(): string {
    const start = this.at++;
    for (let depth = 1; depth > 0; this.at++) {
      if (this.source[this.at] === "\\") this.at++;
      else if (this.source[this.at] === "[" && this.flags.includes("v")) depth++;
      else if (this.source[this.at] === "]" || this.at >= this.source.length) depth--;
    }
    return this.source.slice(start, this.at);
  }
  /** A character that a class holds: what stands first in it, else any of the usual ones. */
  private member(of: string): string {
    const test = new RegExp(`^${of}$`, this.flags);
    return [...CANDIDATES, ...of].find((candidate) => test.test(candidate)) ?? "a";
  }
  private repeated(node: Node | null): Node | null {
    const mark = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.source.slice(this.at))?.[0];
    if (!mark) return node;
    this.at += mark.length;
    const [min = "0", max = min] = /^\{/.test(mark)
      ? mark.replace(/[{}?]/g, "").split(",")
      : [mark[0] === "+" ? "1" : "0", mark[0] === "?" ? "1" : ""];
    return node && { kind: "repeat", of: node, min: Number(min), max: max === "" ? Number.POSITIVE_INFINITY : Number(max) };
  }
}

/** The shortest text that a node takes, as far as this knows. */
function sample(nodes: Node[]): string {
  return nodes
    .map((node): string => {
      if (node.kind === "text") return node.sample;
      if (node.kind === "repeat") return sample([node.of]).repeat(Math.min(node.min, 20));
      return node.aside ? "" : sample(node.options[0] ?? []);
    })
    .join("");
}

/** What leads up to each repeated piece, and the piece. */
function* pieces(nodes: Node[], before: string): Generator<[string, string]> {
  let lead = before;
  for (const node of nodes) {
    const inner = node.kind === "repeat" ? node.of : node;
    if (node.kind === "repeat" && node.max > 8) {
      yield [lead, sample([inner])];
      if (inner.kind === "group") for (const option of inner.options) yield [lead, sample(option)];
    }
    if (inner.kind === "group") for (const option of inner.options) yield* pieces(option, lead);
    lead += sample([node]) || (node.kind === "repeat" && node.of.kind === "text" ? "" : "");
  }
}

/** Repeats `unit` up to `length` characters, after `lead`. */
const fill = (lead: string, unit: string, length: number, end = "") =>
  (lead + unit.repeat(Math.ceil(length / unit.length))).slice(0, length - end.length) + end;

/** Alternatives of a long list whose whole is tried too: they differ in their letters alone. */
const MOST = 12;
/** Attack texts of `length` characters for an expression, each once. */
export function attacks({ source, flags }: RegExp, length: number): string[] {
  const options = new Parser(source, flags).options();
  const out = new Set<string>();
  const add = (lead: string, unit: string) => {
    if (!unit) return;
    out.add(fill(lead, unit, length, "\u0001"));
    out.add(fill(`\u0002${lead}`, unit, length, "\u0001"));
  };
  for (const option of options.filter((_, i) => i % Math.ceil(options.length / MOST) === 0)) {
    const whole = sample(option);
    add("", whole);
    add("", whole.slice(0, -1));
    add("", `${whole} `);
  }
  const seen = new Set<string>();
  for (const [lead, piece] of pieces([{ kind: "group", options, aside: false }], "")) {
    if (seen.has(`${lead.slice(-20)}\0${piece}`)) continue;
    seen.add(`${lead.slice(-20)}\0${piece}`);
    add(lead, piece);
    add("", lead);
    add("", lead + piece);
  }
  for (const unit of ["a", " ", "\n", "A ", "1", "的"]) add("", unit);
  return [...out];
}
