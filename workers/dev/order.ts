/**
 * `node workers/dev/order.ts [MINUTES]`: looks for an order of the modules by which the Worker is less by gzip, and writes it as
 * workers/together.ts. gzip finds again what stands at most 32 KiB before (RFC 1951), so what is alike should stand together: runs of modules
 * are moved beside those that they share most with, and a move stays where the Worker measures less. What a module imports stays before it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync, gzipSync } from "node:zlib";
import { type Bundled, bundleWithSources } from "./bundle.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const LIST = join(root, "workers/together.ts");
const ENTRY = /^workers\/(?:index|together)\.ts$/;
const OWN = /^(?:shared|workers)\//;
const WINDOW = 32_768;
/** Modules are alike that share runs of so many characters, of those that so few have. */
const RUN = 8;
const FEW = 150;
/** A move across more bytes than this is measured at its two ends alone. */
const FAR = 90_000;
const LENGTHS = [1, 1, 1, 2, 3, 5, 8, 13, 25];

/** A file's path in this tree. What libraries were written in is told by some source maps; what was bundled is what esbuild names. */
const pathOf = (file: string) => relative(root, file).replace(/(?:src|dist\/esm)\/(\w+)\.[jt]s$/, "$1");

/** What each module is in the Worker, in the Worker's order. */
function partsOf({ code, map }: Bundled): Map<string, string> {
  const parts = new Map<string, string>();
  const sources = new SourceMap(JSON.parse(map));
  let line = 0;
  let start = 0;
  for (let at = 0; at < code.length; at++) {
    const { originalSource } = sources.findEntry(line, at - start) as { originalSource?: string };
    const name = originalSource ? pathOf(originalSource) : "";
    parts.set(name, (parts.get(name) ?? "") + code[at]);
    if (code[at] === "\n") [line, start] = [line + 1, at + 1];
  }
  return parts;
}

/** Modules by number: bytes, what each needs before it, and which others it is most like. */
interface Modules {
  names: string[];
  bytes: Buffer[];
  needs: number[][];
  alike: number[][];
}
function modulesOf(bundled: Bundled): Modules {
  const parts = partsOf(bundled);
  const { inputs } = JSON.parse(bundled.meta) as { inputs: Record<string, { imports: { path: string; kind: string }[] }> };
  const named = (path: string) => pathOf(resolve(root, path));
  const listed = new Map(
    Object.entries(inputs).map(([path, { imports }]) => [
      named(path),
      imports.filter(({ kind }) => kind === "import-statement").map((one) => named(one.path)),
    ]),
  );
  const names = [...new Set([...parts.keys(), ...listed.keys()])].filter((name) => listed.has(name) && !ENTRY.test(name));
  const numbers = new Map(names.map((name, i) => [name, i]));
  const needs = names.map((name) => (listed.get(name) ?? []).flatMap((one) => numbers.get(one) ?? []));
  const bytes = names.map((name) => Buffer.from(parts.get(name) ?? ""));
  return { names, bytes, needs, alike: likenesses(bytes.map(String)) };
}

/** For each text those that share most with it for their length, the likest first. */
function likenesses(texts: string[]): number[][] {
  const having = new Map<string, Set<number>>();
  texts.forEach((text, i) => {
    for (let at = 0; at + RUN <= text.length; at++) {
      const run = text.slice(at, at + RUN);
      const those = having.get(run) ?? new Set();
      having.set(run, those.add(i));
    }
  });
  const shared = texts.map(() => new Float64Array(texts.length));
  for (const those of having.values()) {
    if (those.size < 2 || those.size > FEW) continue;
    for (const a of those) for (const b of those) if (a !== b) (shared[a] as Float64Array)[b] = (shared[a]?.[b] ?? 0) + those.size ** -0.5;
  }
  return shared.map((row) => {
    const likeness = Array.from(row, (sum, i) => sum / Math.sqrt(texts[i]?.length || 1));
    const others = [...likeness.keys()].filter((i) => (likeness[i] ?? 0) > 0);
    return others.sort((a, b) => (likeness[b] ?? 0) - (likeness[a] ?? 0)).slice(0, 25);
  });
}

/** Moves runs of modules for so many minutes. */
function improved({ bytes, needs, alike }: Modules, minutes: number): number[] {
  const all = bytes.map((_, i) => i);
  const users = all.map((i) => all.filter((j) => needs[j]?.includes(i)));
  const whole = (order: number[]) => gzipSync(Buffer.concat(order.map((i) => bytes[i] as Buffer))).length;
  const lengthOf = (some: number[]) => some.reduce((sum, i) => sum + (bytes[i] as Buffer).length, 0);
  /** What a stretch of an order and the window behind it take after the window before it. */
  const cost = (order: number[], from: number, to: number) => {
    const taking = (some: number[]) => {
      const taken: number[] = [];
      for (const i of some) if (lengthOf(taken) < WINDOW) taken.push(i);
      return taken;
    };
    const before = Buffer.concat(
      taking(order.slice(0, from).reverse())
        .reverse()
        .map((i) => bytes[i] as Buffer),
    );
    const dictionary = before.subarray(Math.max(0, before.length - WINDOW));
    const stretch = [...order.slice(from, to), ...taking(order.slice(to))].map((i) => bytes[i] as Buffer);
    return deflateRawSync(Buffer.concat(stretch), dictionary.length ? { dictionary } : {}).length;
  };
  const any = (below: number) => Math.floor(Math.random() * below);
  let order = all;
  let least = whole(order);
  console.log(`${least} bytes by gzip`);
  const place: number[] = [];
  const settle = () => order.forEach((i, at) => void (place[i] = at));
  settle();
  const end = performance.now() + minutes * 60_000;
  while (performance.now() < end) {
    const length = LENGTHS[any(LENGTHS.length)] ?? 1;
    const from = any(order.length - length);
    const moved = order.slice(from, from + length);
    const inside = (at: number) => at >= from && at < from + length;
    const places = (of: number[][]) => moved.flatMap((i) => of[i] ?? []).map((i) => place[i] ?? 0);
    const first = Math.max(
      0,
      ...places(needs)
        .filter((at) => !inside(at))
        .map((at) => at + 1),
    );
    const last = Math.min(order.length, ...places(users).filter((at) => !inside(at)));
    const beside = alike[moved[any(length)] ?? 0] ?? [];
    const near = beside.map((i) => place[i] ?? 0).filter((at) => at >= first - 1 && at <= last && !inside(at));
    const to = near.length && any(4) ? (near[any(Math.min(8, near.length))] ?? 0) + any(2) : first + any(last - first + 1);
    if (to < first || to > last || (to >= from && to <= from + length)) continue;
    const next = order.toSpliced(from, length);
    const now = to > from ? to - length : to;
    next.splice(now, 0, ...moved);
    const [low, high] = [Math.min(from, now), Math.max(from, now) + length];
    const gain =
      lengthOf(order.slice(low, high)) < FAR
        ? cost(order, low, high) - cost(next, low, high)
        : cost(order, from, from + length) + cost(order, to, to) - cost(next, now, now + length) - cost(next, ...at(from, to, length));
    if (gain <= 0) continue;
    const size = whole(next);
    if (size >= least) continue;
    [order, least] = [next, size];
    settle();
  }
  console.log(`${least} bytes by gzip`);
  return order;
}
/** Where a run was taken away, in the order without it there. */
const at = (from: number, to: number, length: number): [number, number] => (to > from ? [from, from] : [from + length, from + length]);

const modules = modulesOf(await bundleWithSources());
const order = improved(modules, Number(process.argv[2] ?? 5)).map((i) => modules.names[i] ?? "");
const [comment = ""] = readFileSync(LIST, "utf8").split("import ");
const line = (name: string) =>
  `import "./${relative(join(root, "workers"), join(root, name))}"${name.endsWith(".json") ? ' with { type: "json" }' : ""};\n`.replace(
    '"./../',
    '"../',
  );
writeFileSync(
  LIST,
  comment +
    order
      .filter((name) => OWN.test(name))
      .map(line)
      .join(""),
);
