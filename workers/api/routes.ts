/** The route table. To add a resource: write its file in resources/, add it here. */
import { keyRoutes } from "./resources/access/keys.ts";
import { noteRoutes } from "./resources/access/notes.ts";
import { personRoutes } from "./resources/access/people.ts";
import { sessionRoutes } from "./resources/access/sessions.ts";
import { accountRoutes } from "./resources/accounts.ts";
import { analyseRoutes } from "./resources/analyse.ts";
import { cascadeRoutes } from "./resources/cascade.ts";
import { claimRoutes } from "./resources/claims.ts";
import { deskRoutes } from "./resources/desk/desk.ts";
import { reviewRoutes } from "./resources/desk/review.ts";
import { documentRoutes } from "./resources/documents.ts";
import { edgeRoutes } from "./resources/edges.ts";
import { graphRoutes } from "./resources/graph.ts";
import { importRoutes } from "./resources/import.ts";
import { listRoutes } from "./resources/lists.ts";
import { logRoutes } from "./resources/operations/log.ts";
import { replayRoutes } from "./resources/operations/replay.ts";
import { transferRoutes } from "./resources/operations/transfer.ts";
import { verifyRoutes } from "./resources/operations/verify.ts";
import { sightingRoutes } from "./resources/sightings.ts";
import { sourceRoutes } from "./resources/sources.ts";
import { spreadRoutes } from "./resources/spread.ts";
import { subscriptionRoutes } from "./resources/subscriptions.ts";
import { systemRoutes } from "./resources/system.ts";
import { timelineRoutes } from "./resources/timelines.ts";
import { verdictRoutes } from "./resources/verdicts.ts";
import { watchRoutes } from "./resources/watch.ts";
import type { Route } from "./route.ts";

export const routes: readonly Route[] = [
  ...documentRoutes,
  ...listRoutes,
  ...importRoutes,
  ...cascadeRoutes,
  ...claimRoutes,
  ...verdictRoutes,
  ...timelineRoutes,
  ...graphRoutes,
  ...spreadRoutes,
  ...deskRoutes,
  ...reviewRoutes,
  ...sightingRoutes,
  ...edgeRoutes,
  ...accountRoutes,
  ...analyseRoutes,
  ...sourceRoutes,
  ...noteRoutes,
  ...personRoutes,
  ...sessionRoutes,
  ...keyRoutes,
  ...subscriptionRoutes,
  ...systemRoutes,
  ...replayRoutes,
  ...watchRoutes,
  ...verifyRoutes,
  ...transferRoutes,
  ...logRoutes,
];
