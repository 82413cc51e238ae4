/** Visits one address now because a person asks for it, as politely as any other. */
import { DAY } from "../../shared/durations.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { persist } from "../pipeline/persist.ts";
import { givenSubject, givenVisitId } from "../store/crawl/visits.ts";
import { crawl } from "./index.ts";
import { visitorOf } from "./purposes/visited.ts";
import type { Budget, World } from "./run.ts";

interface Fetched {
  /** An outcome of a visit, or `waiting`: the host may not be asked now. */
  outcome: string;
  why: string | null;
}
/** Visits a URL once; null if the address cannot be visited. The page is accepted as a document, and the queue reads it. */
export async function fetchOnce(world: World, budget: Omit<Budget, "only">, url: string): Promise<Fetched | null> {
  const visitor = visitorOf(url);
  const address = canonicalUrl(url);
  if (!visitor || !address) return null;
  const subject = givenSubject(address);
  const config = { url: address, of: visitor.of };
  const visit = {
    purpose: "given",
    subject,
    kind: visitor.adapter.kind,
    config,
    host: visitor.host,
    dueAt: world.now(),
    interval: DAY,
    goodAt: null,
  };
  await persist(world.db, { crawl: { again: [visit] } }, {}, world.now());
  const { visited, why } = await crawl(world, { ...budget, only: [givenVisitId(address)] });
  const own = visited.find((v) => v.subject === subject);
  return { outcome: own?.outcome ?? "waiting", why: own?.why ?? why };
}
