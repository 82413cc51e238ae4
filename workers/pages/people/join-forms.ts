/** Joining with the link of an invitation. Opening it does nothing; its form makes the person and signs them in. */

import type { Hono } from "hono";
import { PersonName } from "../../../shared/access/person.ts";
import { answered } from "../../../shared/i18n/desk/frame.en.ts";
import { invitationOf, join } from "../../access/sign-in.ts";
import type { Env } from "../../env.d.ts";
import { Db } from "../../store/d1.ts";
import { respond } from "../claim/routes.ts";
import { type Ctx, readForm, unchanged } from "../ui/forms.ts";
import { fromElsewhere, setSession } from "../ui/session.ts";
import { joinPage } from "./join.ts";

const FORM_LIMIT = 4096;
/** Other sites must not see the secret address. `no-referrer` is too strict: browsers then send the form with the origin "null". */
const PRIVATE = { "referrer-policy": "strict-origin" };

async function page(c: Ctx, db: Db, status = 200): Promise<Response> {
  const token = c.req.param("token") ?? "";
  const invitation = await invitationOf(db, token, Date.now());
  const baseUrl = new URL(c.req.url).origin;
  return respond(c, joinPage({ baseUrl, action: `${baseUrl}/join/${token}`, invitation }), db, invitation ? status : 410, PRIVATE);
}
async function act(c: Ctx): Promise<Response> {
  const db = new Db(c.env.DB);
  if (fromElsewhere(c)) return unchanged(c, db, 403, answered.fromElsewhere);
  const read = await readForm(c, FORM_LIMIT);
  if (typeof read === "number") return unchanged(c, db, read, answered.unreadable);
  const name = PersonName.safeParse(read.fields["name"] ?? "");
  if (!name.success) return page(c, db, 422);
  const session = await join(
    db,
    { token: c.req.param("token") ?? "", name: name.data, userAgent: c.req.header("user-agent") ?? null },
    Date.now(),
  );
  if (!session) return page(c, db, 410);
  setSession(c, session);
  return c.redirect("/", 303);
}

/** Puts the page of an invitation on an app. */
export function joinPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/join/:token", (c) => page(c, new Db(c.env.DB)));
  app.post("/join/:token", act);
}
