/** One run of one visit: its remaining requests, its results so far, and the state of the visit at the end. */

import type { Accepted } from "../pipeline/accept/accept.ts";
import type { Answer, RequestContext, SourceRequest } from "../sources/adapter.ts";
import type { Outcome, OutcomeKind } from "../sources/http/outcome.ts";
import type { Validators, Visit } from "../store/crawl/visits.ts";
import { againAfter, freshFor, intervalAfter, isHostTrouble, MIN_INTERVAL } from "./politeness.ts";
import { purposes } from "./purposes/index.ts";
import type { Ending, Purpose } from "./purposes/purpose.ts";
import type { Run } from "./run.ts";
import { type Taken, take } from "./take.ts";

/** Maximum number of requests in one run of a visit, because a server may always name a next page. */
const MAX_REQUESTS = 50;
/** For how many URLs validators are stored: the first ones of a run, which the next run asks for again. */
const MAX_VALIDATORS = 20;
/** Maximum number of consecutive redirects. */
const MAX_REDIRECTS = 5;

/** The state of an unfinished run, as stored. */
interface Pending {
  began: number;
  made: number;
  requests: SourceRequest[];
  /** Validators of the answers so far. They count once the run is complete: a "not modified" would hide the requests that follow from an answer. */
  validators?: Record<string, Validators>;
}

/** Why the rest of a visit waits, for which host, and until when (ms) at least. */
interface Waiting {
  host: string;
  outcome: string;
  why: string;
  notBefore: number;
}
/** A visit under way: which request is next, what an answer brought, and how the visit ended. */
export class Job {
  readonly visit: Visit;
  readonly began: number;
  requests: SourceRequest[];
  taken: Accepted[] = [];
  readonly #purpose: Purpose | undefined;
  readonly #context: RequestContext;
  readonly #seen = new Set<string>();
  readonly #validators: Record<string, Validators>;
  readonly #yield: Record<string, number> = {};
  readonly #notes: string[] = [];
  readonly #gone: string[] = [];
  readonly #links: string[] = [];
  #made = 0;
  #redirects = 0;
  #answered = false;
  #freshMs: number | null = null;
  #trouble: { kind: Exclude<OutcomeKind, "ok" | "not_modified" | "throttled">; why: string | null } | null = null;

  constructor(visit: Visit, run: Run) {
    const { world } = run;
    this.visit = visit;
    const pending = visit.pending as Pending | null;
    this.began = pending?.began ?? world.now();
    this.#made = pending?.made ?? 0;
    this.#validators = { ...pending?.validators };
    this.#context = { since: visit.goodAt, now: world.now(), secrets: world.secrets, archive: world.archive };
    this.#purpose = purposes[visit.purpose];
    const requests = pending?.requests ?? this.#begin();
    this.requests = typeof requests === "string" ? [] : requests;
    if (typeof requests === "string") this.fail("bad_address", requests);
  }

  #begin(): SourceRequest[] | string {
    try {
      return this.#purpose?.begin(this.visit, this.#context) ?? `nothing is known of the purpose ${this.visit.purpose}`;
    } catch (error) {
      return `its adapter failed: ${String(error).slice(0, 200)}`;
    }
  }

  /** Whether the run has made no request yet. */
  get untouched(): boolean {
    return this.#made === 0 && this.#redirects === 0 && this.#trouble === null;
  }
  /** Validators of the last answer, which go with the next request. */
  validatorsOf(request: SourceRequest): Validators | undefined {
    return request.body ? undefined : this.visit.validators[request.url];
  }

  /** Records a failure. The first one is the outcome of the run; later ones become notes. */
  fail(kind: Exclude<OutcomeKind, "ok" | "not_modified" | "throttled">, why: string | null): void {
    if (this.#trouble) this.#addNote(why === null ? kind : `${kind}: ${why}`);
    else this.#trouble = { kind, why: why && this.#withoutSecrets(why).slice(0, 300) };
  }
  #addNote(what: string): void {
    if (this.#notes.length < 10) this.#notes.push(this.#withoutSecrets(what).slice(0, 300));
  }
  /** Addresses may contain a key, so secrets are removed from anything that is stored. */
  #withoutSecrets(text: string): string {
    let out = text;
    for (const spelling of spellings(this.#context.secrets)) out = out.replaceAll(spelling, "…");
    return out;
  }
  #count(what: string, n: number): void {
    if (n > 0) this.#yield[what] = (this.#yield[what] ?? 0) + n;
  }

  /** Gives the first request a new address. */
  redirected(to: string): void {
    const request = this.requests.shift();
    if (!request) return;
    if (++this.#redirects > MAX_REDIRECTS) this.fail("failed", `more than ${MAX_REDIRECTS} redirects`);
    else if (!URL.canParse(to)) this.fail("failed", "a redirect to nowhere");
    else if (request.body) this.fail("failed", "a redirect of what was sent");
    else {
      // Headers and bodies of the adapter are only for the origin that it named.
      const { headers, ...bare } = request;
      const same = new URL(to).origin === new URL(request.url).origin;
      this.requests.unshift({ ...bare, ...(same && headers && { headers }), url: to });
    }
  }

  /** Takes the outcome of the first request. The documents in it are stored before this returns. */
  async answered(run: Run, outcome: Outcome): Promise<void> {
    const request = this.requests.shift();
    if (!request) return;
    this.#made++;
    this.#redirects = 0;
    const { kind } = outcome;
    if (kind === "throttled") this.requests.unshift(request);
    else if (kind === "not_modified") this.#keep(request, this.visit.validators[request.url]);
    else if (kind === "ok") {
      this.#answered = true;
      this.#freshMs ??= freshFor(outcome.answer.headers);
      const unread = await this.#take(run, outcome.answer);
      // No validators for an answer that could not be read: the next answer must not be a 304.
      if (unread !== null && !request.aside) this.fail("bad_content", unread);
      else if (outcome.etag || outcome.lastModified) this.#keep(request, { etag: outcome.etag, lastModified: outcome.lastModified });
    } else {
      const status = "status" in outcome ? `it answered ${outcome.status}` : null;
      const why = "why" in outcome ? outcome.why : status;
      // An `aside` request may fail: the visit goes on without its answer.
      if (!request.aside || isHostTrouble(outcome)) return this.fail(kind, why);
      this.#addNote(`${request.url}: ${why ?? kind}`);
      await this.#take(run, { request, url: request.url, contentType: null, headers: {}, text: "", at: run.world.now() });
    }
  }
  /** Stores what is found in an answer, and adds the requests that follow from it. Gives why nothing in it could be read; null if something could. */
  async #take(run: Run, answer: Answer): Promise<string | null> {
    const came = this.#purpose?.found(this.visit, answer, this.#context);
    if (!came) return null;
    const found = this.#purpose?.weigh ? await this.#purpose.weigh(run.world.db, this.visit, came, answer) : came;
    this.#gone.push(...found.gone);
    this.#links.push(...found.links);
    this.#add(await take(run.world, found), found.skipped.length);
    for (const { item, why } of found.skipped) this.#addNote(`${item}: ${why}`);
    for (const next of found.next) this.#follow(next);
    const { documents, verdicts, next, links, gone, skipped } = found;
    const isEmpty = [documents, verdicts, next, links, gone].every((list) => !list.length);
    return isEmpty ? (skipped[0]?.why ?? null) : null;
  }
  #add(taken: Taken, skipped: number): void {
    this.taken.push(...taken.accepted);
    for (const status of ["accepted", "revised", "same"] as const)
      this.#count(status === "accepted" ? "new" : status, taken.accepted.filter((a) => a.status === status).length);
    this.#count("refused", taken.refused.length);
    this.#count("verdicts", taken.verdicts);
    this.#count("unmatchedVerdicts", taken.unmatched);
    this.#count("links", taken.links);
    this.#count("gone", taken.gone);
    this.#count("skipped", skipped);
    if (taken.left) this.#addNote(`${taken.left} verdicts are left out, too many for one visit`);
    for (const refused of taken.refused) this.#addNote(`${refused.pointer || "a document"}: ${refused.detail}`);
  }
  #keep(request: SourceRequest, validators: Validators | undefined): void {
    if (validators && !request.body && Object.keys(this.#validators).length < MAX_VALIDATORS) this.#validators[request.url] = validators;
  }
  #follow(next: SourceRequest): void {
    const key = JSON.stringify([next.url, next.step, next.body?.text]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#made + this.requests.length >= MAX_REQUESTS)
      this.#addNote(`${next.url}: not asked, more than ${MAX_REQUESTS} requests in one run`);
    else this.requests.push(next);
  }

  /** The number of documents that were new or changed. */
  get fresh(): number {
    return this.taken.filter((a) => a.status !== "same").length;
  }
  get outcome(): OutcomeKind {
    return this.#trouble?.kind ?? (this.#answered ? "ok" : "not_modified");
  }
  get why(): string | null {
    return this.#trouble?.why ?? null;
  }

  /** The state of the visit after all of its requests, or after a failure that stops the others. */
  finished(now: number): Visit {
    const { visit } = this;
    const common = { ...visit, pending: null, ranAt: this.began, outcome: this.outcome, why: this.why, yield: this.#summary() };
    if (this.#trouble) {
      const failures = visit.failures + 1;
      // The old validators stay, so that the next run gets all answers again, and the requests that follow from them.
      return {
        ...common,
        failures,
        dueAt: now + againAfter(this.#trouble.kind, failures, visit.id),
      };
    }
    const interval = intervalAfter(visit.interval, this.fresh > 0, this.#freshMs);
    return { ...common, failures: 0, validators: { ...this.#validators }, interval, goodAt: this.began, dueAt: now + interval };
  }
  /**
   * The state of the visit if its remaining requests have to wait. They are stored, unless one contains a secret: then the run starts again
   * a little later, which is safe because every step may run twice.
   */
  unfinished(run: Run, { host, outcome, why, notBefore }: Waiting): Visit {
    const secret = this.requests.some((request) => holdsSecret(request, run.world.secrets));
    const pending: Pending | null = secret
      ? null
      : { began: this.began, made: this.#made, requests: this.requests, validators: { ...this.#validators } };
    const dueAt = Math.max(notBefore, secret ? run.world.now() + MIN_INTERVAL : (this.visit.dueAt ?? 0));
    return {
      ...this.visit,
      host: secret ? this.visit.host : host,
      pending,
      dueAt,
      ranAt: this.began,
      outcome,
      why,
      yield: this.#summary(),
    };
  }
  #summary(): Record<string, unknown> {
    return { ...this.#yield, ...(this.#notes.length && { notes: this.#notes }) };
  }

  /** The changes that the purpose makes at the end of the run; it may also modify `after`. */
  ending(after: Visit, now: number): Ending {
    const ended = { outcome: this.outcome, why: this.why, taken: this.taken, gone: this.#gone, links: this.#links, began: this.began };
    return this.#purpose?.ended(this.visit, after, ended, now) ?? {};
  }
}

/** Whether a request is a login or contains a credential: such a request is never stored. */
function holdsSecret(request: SourceRequest, secrets: Readonly<Record<string, string | undefined>>): boolean {
  if (request.body || Object.keys(request.headers ?? {}).some((name) => /authorization|cookie|token|key/i.test(name))) return true;
  return spellings(secrets).some((spelling) => request.url.includes(spelling));
}
/** The spellings of secrets in a text or an address. Values shorter than four characters do not count as secrets. */
function spellings(secrets: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(secrets).flatMap((secret) =>
    secret && secret.length > 3
      ? [secret, encodeURIComponent(secret.toWellFormed()), new URLSearchParams({ "": secret }).toString().slice(1)]
      : [],
  );
}
