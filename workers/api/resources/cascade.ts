/** The share tree below a document: its shape, its pace, and its biggest branches. */
import * as z from "zod";
import { Kind, Seen } from "../../../shared/model/document.ts";
import { Id } from "../../../shared/model/fields.ts";
import { StatedTime, stated } from "../../../shared/model/time.ts";
import { branchesOf, paceOf, shapeOf } from "../../../shared/timeline/cascade.ts";
import { treeOf } from "../../../shared/timeline/share-tree.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { selectTree, treeNodeOf } from "../../store/documents/share-trees.ts";
import { DocumentParams, documentNamed } from "../names.ts";
import { route } from "../route.ts";

/** Maximum number of levels whose documents are counted one by one; `depth` is that of the whole tree. */
const MAX_LEVELS = 200;
/** Maximum number of branches that are listed. */
const MAX_BRANCHES = 200;

const Range = z
  .object({ low: z.number(), high: z.number().nullable() })
  .describe("ms since the root, as a range; high is null if times are not known");
const CascadeOut = z
  .object({
    size: z.number(),
    depth: z.number(),
    maxBreadth: z.number(),
    structuralVirality: z.number(),
    timeTo: z
      .object({ p10: Range, p50: Range, p90: Range })
      .describe("Until 10, 50 and 90 % of the documents were published, counting the root"),
    undated: z.number().describe("Documents below the root whose time is not known"),
    levels: z.array(z.number()).describe(`Documents at each depth from 0 on, of the first ${MAX_LEVELS}`),
    branches: z
      .array(
        z.object({
          id: Id,
          parent: Id.nullable(),
          depth: z.number(),
          below: z.number(),
          hidden: z.number(),
          seen: Seen,
          kind: Kind,
          platform: z.string().nullable(),
          author: z.string().nullable(),
          url: z.string().nullable(),
          publishedAt: StatedTime,
        }),
      )
      .nullable()
      .describe(
        "With ?branches=N: the root and the N documents with the most documents below them; hidden: the number of documents below that are not under any document shown",
      ),
  })
  .meta({ id: "Cascade" });

export const cascadeRoutes = [
  route({
    method: "GET",
    path: "/v1/documents/{id}/cascade",
    scope: "read",
    summary:
      "Size, depth, breadth, structural virality (Goel et al. 2015) and pace of the share tree below a document; with ?branches=N also its biggest branches",
    description: "Computed from the edges at each request.",
    example: { params: { id: "post" }, query: { branches: "5" } },
    params: DocumentParams,
    query: z.strictObject({ branches: z.coerce.number().int().min(1).max(MAX_BRANCHES).optional() }),
    response: CascadeOut,
    async handle({ db }, { params, query }) {
      const document = await documentNamed(db, params.id);
      const rows = await db.rows(selectTree(db, document));
      const { earliest, latest } = document.published;
      const nodes = [{ id: document.id, parentId: null, earliest, latest }, ...rows.map(treeNodeOf)];
      const tree = treeOf(nodes, document.id);
      const branches = query.branches === undefined ? null : branchesOf(tree, nodes, query.branches);
      const [shown = []] = branches
        ? await db.batch([
            selectDocuments(
              db,
              branches.map(({ id }) => id),
            ),
          ])
        : [];
      const documents = new Map(shown.map(documentOf).map((d) => [d.id, d]));
      return {
        body: {
          ...shapeOf(tree),
          ...paceOf(tree, nodes),
          levels: tree.levels.slice(0, MAX_LEVELS),
          branches:
            branches?.flatMap(({ id, parentId, depth, below, hidden }) => {
              const document = documents.get(id);
              if (!document) return [];
              const { seen, kind, platform, author, url, published } = document;
              return [{ id, parent: parentId, depth, below, hidden, seen, kind, platform, author, url, publishedAt: stated(published) }];
            }) ?? null,
        },
      };
    },
  }),
];
