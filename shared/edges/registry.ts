/** Kinds of edges, one detector per file. To add one: write the file, add it here, and add its name to `edgeTypes` in model/edge.ts. */
import type { EdgeType } from "../model/edge.ts";
import { attribution } from "./attribution.ts";
import { citation } from "./citation.ts";
import { copy } from "./copy.ts";
import type { EdgeKind } from "./kind.ts";
import { paraphrase } from "./paraphrase.ts";
import { quote } from "./quote.ts";
import { reply } from "./reply.ts";
import { repost } from "./repost.ts";
import { screenshot } from "./screenshot.ts";
import { syndication } from "./syndication.ts";
import { translation } from "./translation.ts";

export const edgeKinds = {
  repost,
  quote,
  reply,
  translation,
  copy,
  syndication,
  paraphrase,
  citation,
  attribution,
  screenshot,
} satisfies Record<EdgeType, EdgeKind>;
