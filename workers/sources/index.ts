/** Sources by kind. The API, the console and the schemas of their configs follow from adapters/registry.ts. */
import type { Adapter } from "./adapter.ts";
import * as registry from "./adapters/registry.ts";

/** Adapters in the order in which they are asked whether an address is theirs: those that accept any address of some shape come last. */
export const adapters: Readonly<Record<string, Adapter>> = Object.fromEntries(
  Object.entries<Adapter>(registry).sort(([, a], [, b]) => Number(a.generic ?? false) - Number(b.generic ?? false)),
);

/** The kind of source that an address belongs to, with its config: a source to watch, else a page or thread to visit once. */
export function sourceAt(url: string): { kind: string; config: unknown } {
  for (const how of ["watches", "visits"] as const)
    for (const [kind, adapter] of Object.entries(adapters)) {
      const config = adapter[how]?.(url);
      if (config) return { kind, config };
    }
  return { kind: "article", config: { url } };
}
