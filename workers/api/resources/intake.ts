/** The functions of the API that the console's forms for adding use: read a document without storing it, preview an import, run it. */

import { identify } from "../../../shared/model/identity.ts";
import { untimelyOf } from "../../pipeline/accept/accept.ts";
import { firstOf } from "../import-parts.ts";
import { imports } from "../imports/index.ts";
import { Problem } from "../problem.ts";
import type { Context } from "../route.ts";
import { readAndMatch } from "./analyse.ts";
import { importLines, linesByType, MAX_LINES } from "./import.ts";

/** What an import would add. */
interface ImportPreview {
  claims: number;
  documents: { line: number; kind: string; url: string | null; author: string | null; text: string; publishedAt: string | null }[];
  sightings: number;
  rejected: { line: number; pointer: string; detail: string }[];
}
/** The result of `work`, or the message of the Problem that it throws. */
const orMessage = <T>(work: () => T): T | string => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
};

export const intake = {
  readAndMatch,
  formats: Object.entries(imports).map(([name, { label }]) => ({ name, label })),
  /** The first lines of an import that is too long for one request, and the rest; null if it is not too long. */
  firstPart: (format: string, body: string) =>
    firstOf(body, imports[format]?.delimiter?.(body) ?? null, { lines: MAX_LINES, characters: body.length }),
  /** What an import would add, or why it cannot be read. */
  previewImport(format: string, body: string): ImportPreview | string {
    const reader = imports[format];
    if (!reader) return "There is no such import format.";
    return orMessage(() => {
      const { claims, documents: read, sightings, rejected } = linesByType(reader.read(body));
      const now = Date.now();
      const documents = read.filter(({ line, input }) => {
        const untimely = untimelyOf(identify(input), now);
        if (untimely) rejected.push({ line, ...untimely });
        return !untimely;
      });
      rejected.sort((a, b) => a.line - b.line);
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
  /** Runs an import with the rights that `may` tells. The queue reads its documents. */
  async runImport(
    { db, env, request, may, defer }: Pick<Context, "db" | "env" | "request" | "may" | "defer">,
    format: string,
    body: string,
  ) {
    const context = {
      db,
      env,
      request,
      baseUrl: new URL(request.url).origin,
      caller: null,
      now: Date.now,
      may,
      unlessModified: () => undefined,
      defer,
    };
    const { report, same } = await importLines(context, imports[format]?.read(body) ?? [], true);
    return { ...report, same };
  },
};
