/** The route of the desk's search. The address of a stored document leads to its page. */
import type { Hono } from "hono";
import { SearchFilter, withOperators } from "../../../shared/review/desk-search.ts";
import { canonicalUrl } from "../../../shared/url.ts";
import type { Env } from "../../env.d.ts";
import { readSearch } from "../../store/desk/search.ts";
import { respond } from "../claim/routes.ts";
import { type Asked, type Ctx, decidesAs, signedIn } from "../ui/forms.ts";
import { stripOf } from "./decided.ts";
import { searchPage, searchPath } from "./search-view.ts";

async function show(c: Ctx, { baseUrl, viewer, db }: Asked): Promise<Response> {
  const filter = withOperators(SearchFilter.parse(c.req.query()));
  const found = await readSearch(db, filter, decidesAs(viewer) ?? "");
  if (found.named && canonicalUrl(filter.q)) return c.redirect(`/d/${found.named.id}`, 302);
  const strip = stripOf(null, c.req.query("said") ?? "", searchPath(filter));
  return respond(c, searchPage({ ...found, baseUrl, viewer, filter, strip }), db);
}

/** Puts the search page on an app. */
export function searchPages(app: Hono<{ Bindings: Env }>): void {
  app.get("/search", signedIn("read", show));
}
