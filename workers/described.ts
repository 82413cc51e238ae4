/** What is served of the API's description, made from the route table: no Worker has this file, `npm run describe` writes what it gives. */
import { jsonSchemaOf, openapi } from "./api/openapi.ts";
import { routes } from "./api/routes.ts";
import { docsPage } from "./pages/console/docs.ts";
import { adapters } from "./sources/index.ts";

/** Files of `public/`, and what is in them. */
export function described(): Record<string, string> {
  const document = openapi(routes);
  const kinds = Object.values(adapters).map(({ kind, config }) => [kind, jsonSchemaOf(config, "input")] as const);
  return {
    "source-kinds.json": `${JSON.stringify(Object.fromEntries(kinds), null, 1)}\n`,
    "openapi.json": `${JSON.stringify(document, null, 1)}\n`,
    "docs.html": `${docsPage(document).html}\n`,
  };
}
