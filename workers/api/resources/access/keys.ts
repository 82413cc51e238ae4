/** Keys: for programs. Each may have an owner, and can do no more than they may. */
import * as z from "zod";
import { PersonId } from "../../../../shared/access/person.ts";
import { isoTime } from "../../../../shared/iso.ts";
import { text } from "../../../../shared/model/fields.ts";
import { Scope } from "../../../../shared/model/scope.ts";
import { parseTime } from "../../../../shared/model/time.ts";
import { type Key, makeKey, renewKey, revokeKey } from "../../../access/keys.ts";
import { isRefused } from "../../../access/refused.ts";
import { listedKey, listKeys } from "../../../store/access/keys.ts";
import { Problem, refusalOf } from "../../problem.ts";
import { route } from "../../route.ts";
import { isoOrNull } from "../../views/instant.ts";

const isInstant = (value: string) => value.includes("T") && !value.includes("/") && parseTime(value, "human") !== null;
export const Instant = z
  .string()
  .max(40)
  .refine(isInstant, { error: "must be an RFC 3339 date-time with zone" })
  .describe("RFC 3339, with zone");
const msOf = (value: string | null | undefined) => (value ? Date.parse(value) : value) as number | null | undefined;

const Until = Instant.nullable().describe("When it ends, RFC 3339 with zone; null: never. Default: in a year").optional();
export const KeyOut = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(Scope),
    owner: z.object({ id: z.string(), name: z.string() }).nullable().describe("The person it belongs to: it can do no more than they may"),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    usedAt: z.string().nullable().describe("The last request with it, to the hour"),
  })
  .meta({ id: "Key" });
export const KeyShown = KeyOut.extend({ key: z.string().describe("The secret. It is shown this once") });
const Params = z.strictObject({ id: z.string().max(64).describe("The key's id") });

const answerOf = ({ createdAt, expiresAt, revokedAt, usedAt, ...key }: Key) => ({
  ...key,
  createdAt: isoTime(createdAt),
  expiresAt: isoOrNull(expiresAt),
  revokedAt: isoOrNull(revokedAt),
  usedAt: isoOrNull(usedAt),
});

export const keyRoutes = [
  route({
    method: "POST",
    path: "/v1/keys",
    scope: "admin",
    summary: "Make a key; it is shown once, and only its hash is stored",
    description: "A key can do no more than its owner, and nothing when its owner is switched off.",
    example: { body: { name: "newsroom script", scopes: ["read", "ingest"] } },
    idempotency: "secret",
    body: z.strictObject({
      name: text(100).min(1).describe("What it is for"),
      scopes: z.array(Scope).min(1).max(4),
      owner: PersonId.optional().describe("Default: who makes it, if that is a person"),
      expiresAt: Until,
    }),
    status: 201,
    response: KeyShown,
    async handle({ db, now, caller }, { body }) {
      const { name, scopes, owner } = body;
      const made = await makeKey(
        db,
        { name, scopes, ownerId: owner ?? caller?.person?.id ?? null, expiresAt: msOf(body.expiresAt) },
        now(),
      );
      if (isRefused(made)) throw refusalOf(made);
      return { body: { ...answerOf(made.key), key: made.secret }, headers: { "cache-control": "no-store" } };
    },
  }),
  route({
    method: "GET",
    path: "/v1/keys",
    scope: "admin",
    summary: "List the keys, without their secrets",
    description: "Revoked and expired keys are listed too.",
    example: {},
    response: z.object({ keys: z.array(KeyOut), next: z.null() }),
    async handle({ db }) {
      const rows = await db.rows(listKeys(db));
      return { body: { keys: rows.map((row) => answerOf(listedKey(row))), next: null } };
    },
  }),
  route({
    method: "POST",
    path: "/v1/keys/{id}/renew",
    scope: "admin",
    summary: "Give a key a new secret, shown once, and a new end; the former secret is good for another day",
    description: "Put it in place within a day.",
    example: { params: { id: "0000000000000000" }, body: {} },
    idempotency: "secret",
    params: Params,
    body: z.strictObject({ expiresAt: Until }).prefault({}),
    response: KeyShown,
    async handle({ db, now }, { params, body }) {
      const renewed = await renewKey(db, params.id, msOf(body.expiresAt), now());
      if (!renewed) throw new Problem("not-found", "No key that holds has this id.");
      if (isRefused(renewed)) throw refusalOf(renewed);
      return { body: { ...answerOf(renewed.key), key: renewed.secret }, headers: { "cache-control": "no-store" } };
    },
  }),
  route({
    method: "DELETE",
    path: "/v1/keys/{id}",
    scope: "admin",
    summary: "Revoke a key, and end the sessions that were begun with it",
    description: "It is refused from then on.",
    example: { params: { id: "0000000000000000" } },
    params: Params,
    response: z.object({ id: z.string() }),
    async handle({ db, now }, { params }) {
      if (!(await revokeKey(db, params.id, now()))) throw new Problem("not-found", "No key has this id.");
      return { body: { id: params.id } };
    },
  }),
];
