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
import type { Declared, Route } from "./route.ts";

/** The routes of a file, in a group of `tags.ts`; a route may name another one. */
const grouped = (tag: string, declared: readonly Declared[]): Route[] => declared.map((route) => ({ tag, ...route }));

export const routes: readonly Route[] = [
  ...grouped("documents", documentRoutes),
  ...grouped("documents", listRoutes),
  ...grouped("documents", importRoutes),
  ...grouped("documents", cascadeRoutes),
  ...grouped("claims", claimRoutes),
  ...grouped("claims", verdictRoutes),
  ...grouped("claims", timelineRoutes),
  ...grouped("claims", graphRoutes),
  ...grouped("claims", spreadRoutes),
  ...grouped("review", deskRoutes),
  ...grouped("review", reviewRoutes),
  ...grouped("sightings", sightingRoutes),
  ...grouped("edges", edgeRoutes),
  ...grouped("accounts", accountRoutes),
  ...grouped("analyse", analyseRoutes),
  ...grouped("sources", sourceRoutes),
  ...grouped("claims", noteRoutes),
  ...grouped("people", personRoutes),
  ...grouped("people", sessionRoutes),
  ...grouped("people", keyRoutes),
  ...grouped("subscriptions", subscriptionRoutes),
  ...grouped("system", systemRoutes),
  ...grouped("system", replayRoutes),
  ...grouped("claims", watchRoutes),
  ...grouped("system", verifyRoutes),
  ...grouped("system", transferRoutes),
  ...grouped("system", logRoutes),
];
