/** What the console's form for adding does through the API's own functions: read without storing, look an import over, take it. */
import type { Env } from "../../env.d.ts";
import type { Db } from "../../store/d1.ts";
import { imports } from "../imports/index.ts";
import { Problem } from "../problem.ts";
import { understand } from "./analyse.ts";
import { importLines, sorted } from "./import.ts";

/** What an import holds, before anything of it is taken. */
interface Looked {
  claims: number;
  documents: { line: number; kind: string; url: string | null; author: string | null; text: string; publishedAt: string | null }[];
  sightings: number;
  rejected: { line: number; pointer: string; detail: string }[];
}
const saying = <T>(work: () => T): T | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
};

export const intake = {
  understand,
  formats: Object.entries(imports).map(([name, { label }]) => ({ name, label })),
  /** What stands in an import of a format; why it cannot be taken at all, in words. */
  look(format: string, body: string): Looked | string {
    const reader = imports[format];
    if (!reader) return "No import has this format.";
    return saying(() => {
      const { claims, documents, sightings, rejected } = sorted(reader.read(body));
      return {
        claims: claims.length,
        documents: documents.map(({ line, input }) => ({
          line,
          kind: input.kind,
          url: input.url ?? null,
          author: input.author?.name ?? input.author?.handle ?? null,
          text: (input.text ?? input.title ?? "").slice(0, 1000),
          publishedAt: input.publishedAt ?? null,
        })),
        sightings: sightings.length,
        rejected,
      };
    });
  },
  /** Takes an import: the queue reads what it brings. */
  async take(db: Db, env: Env, request: Request, format: string, body: string, defer: (work: Promise<unknown>) => void) {
    const context = {
      db,
      env,
      request,
      baseUrl: new URL(request.url).origin,
      caller: null,
      now: Date.now,
      may: () => true,
      unlessModified: () => undefined,
      defer,
    };
    return (await importLines(context, imports[format]?.read(body) ?? [], true)).body;
  },
};
