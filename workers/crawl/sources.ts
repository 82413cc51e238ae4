/** Which kinds of sources can be configured, and the state of each source in plain words. */
import { ownProperty } from "../../shared/own-property.ts";
import type { Env } from "../env.d.ts";
import type { Adapter } from "../sources/adapter.ts";
import { userAgent } from "../sources/http/fetch.ts";
import { addressRules, badAddress } from "../sources/http/policy.ts";
import { crawlDelay, PRODUCT, type Robots, robotsRefusal } from "../sources/http/robots.ts";
import { adapters } from "../sources/index.ts";
import type { SourceHealth } from "../store/crawl/sources.ts";
import { secretsOf } from "./environment.ts";
import { hostOfUrl } from "./leased-host.ts";
import { FIRST_INTERVAL } from "./politeness.ts";

interface SourceKind {
  kind: string;
  label: string;
  /** Secrets that the kind needs, and those of them that are not set. */
  needs: string[];
  missing: string[];
  /** The schema of its configuration. */
  config: Adapter["config"];
}
/** The kinds of source that this instance knows. */
export function sourceKinds(env: Env): SourceKind[] {
  const secrets = secretsOf(env);
  return Object.values(adapters)
    .map(({ kind, label, needs = [], config }) => ({
      kind,
      label,
      needs: [...needs],
      missing: needs.filter((name) => !secrets[name]),
      config,
    }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

export interface CheckedSource {
  config: unknown;
  host: string;
  /** The address that it asks first, which may contain a key. */
  url: string;
  /** The name of the source if nobody gives one. */
  name: string;
  interval: number;
}
/** A configuration in the form of its adapter, or what is wrong with it; `path` is the place of the fault in the configuration. */
export function checkSource(
  env: Env,
  own: string,
  kind: string,
  given: unknown,
): CheckedSource | { path: PropertyKey[]; detail: string }[] {
  const adapter = ownProperty(adapters, kind);
  if (!adapter) return [{ path: [], detail: `has no kind named ${kind.slice(0, 60)}` }];
  const config = adapter.config.safeParse(given);
  if (!config.success)
    return config.error.issues
      .slice(0, 20)
      .flatMap((issue) =>
        issue.code === "unrecognized_keys"
          ? issue.keys.slice(0, 20).map((key) => ({ path: [...issue.path, key], detail: "is not a known field" }))
          : [{ path: issue.path, detail: issue.message }],
      );
  let url: string | undefined;
  try {
    url = adapter.requests(config.data, { since: null, now: Date.now(), secrets: secretsOf(env) })[0]?.url;
  } catch (error) {
    return [{ path: [], detail: `cannot be asked for: ${String(error).slice(0, 200)}` }];
  }
  const host = url === undefined ? null : hostOfUrl(url);
  if (url === undefined || host === null) return [{ path: [], detail: "leads to no address that can be asked" }];
  const bad = badAddress(url, addressRules(own, env.CRAWL_ALLOW));
  if (bad !== null) return [{ path: [], detail: `leads to an address that is not visited: ${bad}` }];
  // What is searched for is left out: timelines show the name to readers.
  const { url: address, search: _, query: __, ...words } = config.data as Record<string, unknown>;
  const said = Object.values(words).filter((value) => typeof value === "string" && !value.includes(host));
  const name = typeof address === "string" ? address : [...said, adapter.label, host].join(", ");
  return { config: config.data, host, url, name: name.slice(0, 200), interval: FIRST_INTERVAL };
}

interface SourceState {
  /** Why the source will not be visited when it is due; null if nothing prevents it. */
  blocked: string | null;
  robots: { verdict: "allowed" | "forbidden" | "not_read"; why: string | null; crawlDelay: number | null };
}
/** The reason that prevents a source's next visit, or null. */
export function stateOf(env: Env, { source, visit, host }: SourceHealth, now: number): SourceState {
  const robots = robotsState(env, source, host?.robots as Robots | null | undefined);
  const isHostWaiting = host !== null && host.nextAt > Math.max(now, visit.dueAt ?? now) && host.why !== null;
  const blocked =
    settingsMissing(env, source) ??
    (robots.verdict === "forbidden" ? robots.why : null) ??
    (isHostWaiting ? `${host.host}: ${host.why}` : null);
  return { blocked, robots };
}
/** What the instance or the source lacks for a visit; null if nothing. */
function settingsMissing(env: Env, source: SourceHealth["source"]): string | null {
  if (!source.enabled) return "it is switched off";
  if (userAgent(env.CONTACT) === null) return "no contact is configured: set CONTACT";
  const adapter = adapters[source.kind];
  if (!adapter) return `there is no kind named ${source.kind}`;
  const secrets = secretsOf(env);
  const missing = (adapter.needs ?? []).filter((name) => !secrets[name]);
  return missing.length ? `these secrets are not set: ${missing.join(", ")}` : null;
}
function robotsState(env: Env, source: SourceHealth["source"], robots: Robots | null | undefined): SourceState["robots"] {
  const unknown = { verdict: "not_read" as const, why: null, crawlDelay: null };
  if (!robots) return unknown;
  const checked = checkSource(env, "", source.kind, source.config);
  if (Array.isArray(checked)) return unknown;
  const refusal = robotsRefusal(robots, PRODUCT, checked.url);
  return { verdict: refusal === null ? "allowed" : "forbidden", why: refusal, crawlDelay: crawlDelay(robots, PRODUCT) };
}
