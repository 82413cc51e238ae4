/** Checks of the database. */
import * as z from "zod";
import { checks, VERIFY_START, verify, verifyPlaceIn, verifyPlaceText, verifySlice } from "../../../store/checks/verify.ts";
import { Problem } from "../../problem.ts";
import { route } from "../../route.ts";

export const VerifyOut = z.object({
  checks: z.array(z.string()),
  violations: z.array(z.object({ check: z.string(), subject: z.string(), detail: z.string() })),
  next: z.string().nullable(),
});

export const verifyRoutes = [
  route({
    method: "GET",
    path: "/v1/verify",
    scope: "admin",
    summary: "Check every invariant of the database, all at once or a slice at a time",
    description: "It reads all rows. With `after` it checks one slice: begin with an empty one, and go on until `next` is null.",
    example: { query: { after: "" } },
    query: z.strictObject({
      after: z.string().max(200).optional().describe("The `next` of the slice before; empty for the first. Without it: everything"),
      size: z.coerce.number().int().min(1).max(20_000).default(20_000).describe("The most keys of a slice"),
    }),
    response: VerifyOut,
    async handle({ db }, { query: { after, size } }) {
      const headers = { "cache-control": "no-store" };
      if (after === undefined) return { body: { checks, violations: await verify(db), next: null }, headers };
      const place = after === "" ? VERIFY_START : verifyPlaceIn(after);
      if (!place)
        throw new Problem("invalid", "after is not a place that this API gave.", [
          { parameter: "after", detail: "is not a place that this API gave" },
        ]);
      const { found, next } = await verifySlice(db, place, size);
      return { body: { checks, violations: found, next: next && verifyPlaceText(next) }, headers };
    },
  }),
];
