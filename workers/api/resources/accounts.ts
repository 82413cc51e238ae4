/** Accounts, and which person or organisation each belongs to. Only people say so; a matching name is no proof. */
import * as z from "zod";
import { Id, text } from "../../../shared/model/fields.ts";
import { ActorKind } from "../../../shared/model/party.ts";
import { type Account, bindActor, findAccount, unbindActor } from "../../editing/accounts.ts";
import { atOnce } from "../../pipeline/index.ts";
import type { Db } from "../../store/d1.ts";
import { Problem } from "../problem.ts";
import { type Context, route } from "../route.ts";

const ShortText = text(200).trim().min(1);
const ActorInput = z.strictObject({
  kind: z.enum(["person", "organisation", "outlet"]),
  name: ShortText,
  role: ShortText.optional(),
  affiliation: ShortText.optional(),
  family: ShortText.optional(),
});
export const AccountName = z.string().min(1).max(200);
const Params = z.strictObject({ id: AccountName.describe("id of an account, or platform:handle") });
export const AccountOut = z
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
      .describe("The person or organisation to whom the account belongs, if a person said so"),
    warnings: z.array(z.string()).describe("Other accounts whose handles look alike"),
  })
  .meta({ id: "Account" });

function known(account: Account | null): Account {
  if (account) return account;
  throw new Problem("not-found", "There is no account with this id or handle.");
}
/** The id of the account that an `AccountName` names. Throws a 404 for a handle by which nothing was published. */
export async function accountIdNamed(db: Db, name: string): Promise<string> {
  return Id.safeParse(name).success ? name : known(await findAccount(db, name)).id;
}
function answerOf(account: Account | null): { body: z.output<typeof AccountOut> } {
  const { alike, nativeId: _, again: __, publishedId: ___, ...fields } = known(account);
  return { body: { ...fields, warnings: alike.map((one) => `@${one.handle} looks similar and is another account: ${one.account}`) } };
}
/** The answer after a change. What the account published is related again: some of it within the request, the rest by the sweeper. */
async function relateAgain(context: Context, account: Account | null) {
  const answer = answerOf(account);
  await atOnce(context.db, account?.again ?? [], context.now);
  return answer;
}

export const accountRoutes = [
  route({
    method: "GET",
    path: "/v1/accounts/{id}",
    scope: "read",
    summary: "Read an account: to whom it belongs, and which other handles look like it",
    description: "A matching display name proves nothing, so only people say to whom an account belongs.",
    example: { params: { id: "mastodon:ann@mastodon.example" } },
    params: Params,
    response: AccountOut,
    handle: async ({ db }, { params }) => answerOf(await findAccount(db, params.id)),
  }),
  route({
    method: "POST",
    path: "/v1/accounts/{id}/actor",
    scope: "review",
    summary: "Bind an account to an actor: what the account says for or against a claim is then a confirmed response of that actor",
    description: "The documents of the account are related again.",
    example: { params: { id: "mastodon:ann@mastodon.example" }, body: { kind: "person", name: "Ann Example" } },
    params: Params,
    body: ActorInput,
    idempotency: "words",
    response: AccountOut,
    handle: async (context, { params, body }) => relateAgain(context, await bindActor(context.db, params.id, body, context.now())),
  }),
  route({
    method: "DELETE",
    path: "/v1/accounts/{id}/actor",
    scope: "review",
    summary: "Unbind an account from its actor",
    description: "Responses that rested on the binding are derived again.",
    example: { params: { id: "mastodon:ann@mastodon.example" } },
    params: Params,
    response: AccountOut,
    handle: async (context, { params }) => relateAgain(context, await unbindActor(context.db, params.id, context.now())),
  }),
];
