/** Checks of the database. */
import * as z from "zod";
import { checks, verify } from "../../../store/checks/verify.ts";
import { route } from "../../route.ts";

export const verifyRoutes = [
  route({
    method: "GET",
    path: "/v1/verify",
    scope: "admin",
    tag: "system",
    summary: "Check every invariant of the database. It reads all rows: run it rarely",
    description: "For operators, after a restore or an upgrade.",
    example: {},
    status: 200,
    response: z.object({
      checks: z.array(z.string()),
      violations: z.array(z.object({ check: z.string(), subject: z.string(), detail: z.string() })),
    }),
    handle: async ({ db }) => ({ body: { checks, violations: await verify(db) }, headers: { "cache-control": "no-store" } }),
  }),
];
