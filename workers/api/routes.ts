/** The one route table: it drives the router, validation, OpenAPI, the docs page and scopes. */
import { accountRoutes } from "./accounts.ts";
import { analyseRoutes } from "./analyse.ts";
import { cascadeRoutes } from "./cascade.ts";
import { claimRoutes } from "./claims.ts";
import { documentRoutes } from "./documents.ts";
import { edgeRoutes } from "./edges.ts";
import { graphRoutes } from "./graph.ts";
import { importRoutes } from "./import.ts";
import { replayRoutes } from "./replay.ts";
import type { Route } from "./route.ts";
import { sightingRoutes } from "./sightings.ts";
import { sourceRoutes } from "./sources.ts";
import { spreadRoutes } from "./spread.ts";
import { systemRoutes } from "./system.ts";
import { timelineRoutes } from "./timelines.ts";
import { verifyRoutes } from "./verify.ts";
import { watchRoutes } from "./watch.ts";

export const routes: readonly Route[] = [
  ...documentRoutes,
  ...importRoutes,
  ...cascadeRoutes,
  ...claimRoutes,
  ...timelineRoutes,
  ...graphRoutes,
  ...spreadRoutes,
  ...sightingRoutes,
  ...edgeRoutes,
  ...accountRoutes,
  ...analyseRoutes,
  ...sourceRoutes,
  ...systemRoutes,
  ...replayRoutes,
  ...watchRoutes,
  ...verifyRoutes,
];
