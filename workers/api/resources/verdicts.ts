/** The ratings that third parties published, of all claims: as a list, and as a feed of ClaimReview. */
import * as z from "zod";
import { claimReviewOf } from "../../../shared/html/claim-review.ts";
import { Id } from "../../../shared/model/fields.ts";
import { stated } from "../../../shared/model/time.ts";
import { listVerdicts, placeOfVerdict } from "../../store/relations/list.ts";
import { verdictOf } from "../../store/relations/responses.ts";
import { LOOKS, nextLink, nextOf, paged, positionOf } from "../paging.ts";
import { Since } from "../parameters.ts";
import { route } from "../route.ts";
import { VerdictOut } from "../views/stored.ts";

const verdictList = paged(
  "verdicts",
  "ListedVerdict",
  VerdictOut.extend({ claim: z.object({ id: Id, ref: z.string().nullable(), text: z.string() }) }),
);

export const verdictRoutes = [
  route({
    method: "GET",
    path: "/v1/verdicts",
    scope: null,
    summary: "List the ratings that third parties published, in the order of their claims; with format=jsonld as a feed of ClaimReview",
    description: `Without a key with the scope read, only ratings of public claims. The feed is a schema.org DataFeed, which fact-check tools read. ${LOOKS}`,
    example: { query: { limit: "20" } },
    query: z.strictObject({
      publisher: z.string().max(256).default("").describe("Only ratings by this publisher, as its name is written there"),
      since: Since,
      format: z.enum(["json", "jsonld"]).default("json"),
      ...verdictList.query,
    }),
    response: verdictList.response,
    otherTypes: ["application/ld+json"],
    async handle({ db, request, baseUrl, may }, { query }) {
      const { publisher, since, limit } = query;
      const place = positionOf(query.cursor, ["string", "string"] as const);
      const after = { claimId: String(place?.[0] ?? ""), id: String(place?.[1] ?? "") };
      const filter = { publisher, since, all: may("read") };
      const [rows = [], ends = []] = await db.batch(listVerdicts(db, filter, after, limit));
      const next = nextOf(rows, limit, placeOfVerdict, ends[0]);
      const found = rows.map((row) => ({
        verdict: verdictOf(row),
        claim: { id: String(row.claim_id), ref: row.ref as string | null, text: String(row.text) },
      }));
      if (query.format === "json") {
        const verdicts = found.map(({ verdict: { published, ...verdict }, claim }) => ({
          ...verdict,
          publishedAt: stated(published),
          claim,
        }));
        return verdictList.answer(request, query.fields, verdicts, next);
      }
      const dataFeedElement = found.map(({ verdict, claim }) => ({
        "@type": "DataFeedItem",
        url: `${baseUrl}/c/${claim.id}`,
        item: [claimReviewOf(`${baseUrl}/c/${claim.id}`, claim.text, verdict)],
      }));
      const feed = { "@context": "https://schema.org", "@type": "DataFeed", dataFeedElement };
      return Response.json(feed, {
        headers: { "content-type": "application/ld+json", "cache-control": "private, no-cache", ...nextLink(request, next) },
      });
    },
  }),
];
