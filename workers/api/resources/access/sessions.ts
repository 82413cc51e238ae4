/** Browsers that are signed in. */
import * as z from "zod";
import { PersonId } from "../../../../shared/access/person.ts";
import { isoTime } from "../../../../shared/iso.ts";
import { endSession, listedSession, listSessions } from "../../../store/access/sessions.ts";
import { Problem } from "../../problem.ts";
import { type Context, route } from "../../route.ts";

const Holder = z.object({ id: z.string(), name: z.string() }).nullable();
const SessionOut = z
  .object({
    id: z.string(),
    browser: z.string(),
    person: Holder.describe("Whose it is"),
    key: Holder.describe("The key with which it was begun, if it was by one"),
    createdAt: z.string(),
    usedAt: z.string().describe("Its last request, to the hour"),
    expiresAt: z.string(),
    current: z.boolean().describe("It is the one that asks"),
  })
  .meta({ id: "Session" });

/** Whose sessions the caller's own are: the key's or the person's. */
const ownerIn = ({ caller }: Context) => (caller?.key ? { key: caller.key } : { person: caller?.person?.id ?? "" });
/** The sessions of a key or a person; null: of all. */
async function sessionsOf({ db, now }: Context, owner: Parameters<typeof listSessions>[1]) {
  const rows = await db.rows(listSessions(db, owner, now()));
  return rows.map(listedSession);
}

export const sessionRoutes = [
  route({
    method: "GET",
    path: "/v1/sessions",
    scope: "read",
    summary: "List your sessions; an admin asks for somebody's, or for all",
    description: "A session ends a week after it began.",
    example: {},
    query: z.strictObject({
      of: z
        .union([z.enum(["own", "all"]), PersonId])
        .default("own")
        .describe("own, all, or the id of a person"),
    }),
    response: z.object({ sessions: z.array(SessionOut), next: z.null() }),
    async handle(context, { query: { of } }) {
      const isOwn = of === "own" || of === context.caller?.person?.id;
      if (!isOwn && !context.may("admin")) throw new Problem("forbidden", "Only admins see the sessions of others.");
      const others = of === "all" ? null : { person: of };
      const found = await sessionsOf(context, isOwn ? ownerIn(context) : others);
      const sessions = found.map((s) => ({
        ...s,
        createdAt: isoTime(s.createdAt),
        usedAt: isoTime(s.usedAt),
        expiresAt: isoTime(s.expiresAt),
        current: s.id === context.caller?.session,
      }));
      return { body: { sessions, next: null } };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/sessions/{id}",
    scope: "read",
    summary: "End a session: your own, as an admin anybody's",
    description: "That browser is signed out.",
    example: { params: { id: "2222222222222222" } },
    params: z.strictObject({ id: z.string().max(64).describe("The session's id") }),
    response: z.object({ id: z.string() }),
    async handle(context, { params: { id } }) {
      const isOwn = context.may("admin") || (await sessionsOf(context, ownerIn(context))).some((s) => s.id === id);
      const [rows = []] = isOwn ? await context.db.batch([endSession(context.db, id)]) : [];
      if (!rows.length) throw new Problem("not-found", "You have no session with this id.");
      return { body: { id } };
    },
  }),
];
