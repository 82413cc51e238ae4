/** What editors do on a document's page: confirm and reject sightings and edges, say what a reported one is, erase. */

import type { Hono } from "hono";
import { people } from "../../../shared/i18n/people.en.ts";
import { type EdgeOutcome, judgeEdge } from "../../editing/edges.ts";
import { erase } from "../../editing/erase.ts";
import type { EditProblem } from "../../editing/problem.ts";
import { resolveDocument } from "../../editing/resolve.ts";
import { judgeSighting } from "../../editing/sightings.ts";
import type { Env } from "../../env.d.ts";
import { atOnce } from "../../pipeline/index.ts";
import { Db } from "../../store/d1.ts";
import { type Ctx, refusal, sentForm } from "../ui/forms.ts";

const FORM_LIMIT = 20_000;
const REASONS = ["request", "law", "error"];

async function act(c: Ctx): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const asked = await sentForm(c, "review", FORM_LIMIT);
  if (asked instanceof Response) return asked;
  const { db, fields, viewer } = asked;
  const now = Date.now();
  const gone = () => refusal(c, db, 404, "Nothing was changed", "There is no such thing on this document (any more).");
  const settled = async (outcome: EdgeOutcome | EditProblem | { to: string | null; again: string[] } | null, did: string) => {
    if (!outcome) return gone();
    if ("detail" in outcome) return refusal(c, db, 422, "Nothing was changed", `The other document ${outcome.detail}.`);
    await atOnce(new Db(c.env.DB), outcome.again, Date.now);
    return c.redirect(`/d/${("to" in outcome && outcome.to) || id}?did=${did}`, 303);
  };
  const [what, verb] = (fields["do"] ?? "").split("-");
  const state = verb === "confirm" ? "confirmed" : verb === "reject" ? "rejected" : null;
  if (what === "sighting" && state) {
    const judged = await judgeSighting(db, fields["claim"] ?? "", id, fields["id"] ?? "", state, now);
    return judged ? c.redirect(`/d/${id}?did=judged`, 303) : gone();
  }
  if (what === "edge" && state)
    return settled(await judgeEdge(db, { child: id, parent: fields["parent"] || null, type: fields["type"] ?? "" }, state, now), "judged");
  if (what === "unresolve") return settled(await resolveDocument(db, id, null, now), "unresolved");
  if (what === "resolve") return settled(await resolveDocument(db, id, (fields["to"] ?? "").trim().slice(0, 2048), now), "resolved");
  if (what === "erase") {
    if (!viewer.may("admin")) return refusal(c, db, 403, "Nothing was changed", people.lacks.admin);
    if (fields["sure"] !== "erase") return refusal(c, db, 422, "Nothing was changed", "Type “erase” to confirm.");
    const reason = REASONS.find((one) => one === fields["reason"]) ?? "request";
    return (await erase(db, id, reason, now)) ? c.redirect(`/d/${id}`, 303) : gone();
  }
  return refusal(c, db, 422, "Nothing was changed", "The form says nothing that can be done.");
}

/** Puts the forms of documents on an app. */
export function documentForms(app: Hono<{ Bindings: Env }>): void {
  app.post("/d/:id", act);
}
