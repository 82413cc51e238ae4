/** Accounts: whose own they are, which people say and no name decides. */
import * as z from "zod";
import { Id } from "../../../shared/model/fields.ts";
import { ActorKind } from "../../../shared/model/party.ts";
import { type Account, findAccount, sayActor, unsayActor } from "../../editing/accounts.ts";
import { atOnce } from "../../pipeline/index.ts";
import { Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";

const Words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !text.includes("\0"), { error: "must be well-formed Unicode without U+0000" });
const ActorInput = z.strictObject({
  kind: z.enum(["person", "organisation", "outlet"]),
  name: Words,
  role: Words.optional(),
  affiliation: Words.optional(),
  family: Words.optional(),
});
const Params = z.strictObject({
  id: z.string().min(1).max(200).describe("id of an account, or platform:handle, percent-encoded"),
});
const AccountOut = z
  .object({
    id: Id,
    platform: z.string(),
    handle: z.string().nullable(),
    name: z.string().nullable(),
    url: z.string().nullable(),
    actor: z
      .object({
        id: Id,
        kind: ActorKind,
        name: z.string(),
        role: z.string().nullable(),
        affiliation: z.string().nullable(),
        family: z.string().nullable(),
      })
      .nullable()
      .describe("Whose own account it is, where a person said so"),
    warnings: z.array(z.string()).describe("Other accounts whose handles look alike"),
  })
  .meta({ id: "Account" });

function answerOf(account: Account | null): { body: z.output<typeof AccountOut> } {
  if (!account) throw new Problem("not-found", "No account has this id, and nothing of a handle of that platform is held.");
  const { alike, nativeId: _, again: __, ...told } = account;
  return { body: { ...told, warnings: alike.map((one) => `@${one.handle} looks alike and is another account: ${one.account}`) } };
}
/** Has what the account published related again in the request, as far as that goes; the sweeper takes the rest. */
async function followed(context: Context, account: Account | null) {
  const answer = answerOf(account);
  await atOnce(context.db, account?.again ?? [], context.now);
  return answer;
}

export const accountRoutes = [
  route({
    method: "GET",
    path: "/v1/accounts/{id}",
    scope: "read",
    tag: "accounts",
    summary: "An account, whose own it is, and which others look like it",
    params: Params,
    status: 200,
    response: AccountOut,
    handle: async ({ db }, { params }) => answerOf(await findAccount(db, params.id)),
  }),
  route({
    method: "POST",
    path: "/v1/accounts/{id}/actor",
    scope: "review",
    tag: "accounts",
    summary: "Say whose own account it is: what it says for or against a claim is then that actor's confirmed response",
    params: Params,
    body: ActorInput,
    status: 200,
    response: AccountOut,
    handle: async (context, { params, body }) => followed(context, await sayActor(context.db, params.id, body, context.now())),
  }),
  route({
    method: "DELETE",
    path: "/v1/accounts/{id}/actor",
    scope: "review",
    tag: "accounts",
    summary: "Say that it is nobody's own account, or that one does not know whose",
    params: Params,
    status: 200,
    response: AccountOut,
    handle: async (context, { params }) => followed(context, await unsayActor(context.db, params.id, context.now())),
  }),
];
