/** Calls to an instance, and the failures that it answers with. */

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isId } from "../../../shared/model/id.ts";
import { EXIT, type Exit, Failure, wrongUse } from "./failure.ts";

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  type?: string;
  headers?: Record<string, string>;
  /** Another instance than that of the environment. */
  to?: Login;
}
interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

interface Login {
  url: string;
  key: string;
}
/** The file in which `whence login` stores an address and its key. */
export const loginFile = (): string => join(process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config"), "whence", "login.json");
function keptLogin(): Login | null {
  if (!existsSync(loginFile())) return null;
  try {
    return JSON.parse(readFileSync(loginFile(), "utf8")) as Login;
  } catch {
    throw wrongUse(`The login in ${loginFile()} cannot be read: whence login ADDRESS makes a new one.`);
  }
}
/** Stores a login in a file that only its owner can read. */
export function keepLogin(login: Login): void {
  mkdirSync(dirname(loginFile()), { recursive: true });
  rmSync(loginFile(), { force: true });
  writeFileSync(loginFile(), JSON.stringify(login), { mode: 0o600 });
}
/** Deletes the stored login, if there is one. */
export const forgetLogin = (): void => rmSync(loginFile(), { force: true });

/** The address of the instance, without a slash at the end: WHENCE_URL, otherwise that of the last login, otherwise on this machine. */
export function baseUrl(): string {
  const local = `http://127.0.0.1:${process.env.PORT ?? 8787}`;
  return (process.env.WHENCE_URL || (process.env.PORT ? local : (keptLogin()?.url ?? local))).replace(/\/+$/, "");
}
/** WHENCE_KEY, otherwise that of the login, otherwise the development key that `npm start` keeps in STATE_DIR. */
function keyOf(): string | null {
  if (process.env.WHENCE_KEY) return process.env.WHENCE_KEY;
  const kept = keptLogin();
  const given = kept?.url === baseUrl() ? kept.key : process.env.WHENCE_DEV_KEY;
  if (given) return given;
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const file = join(resolve(root, process.env.STATE_DIR ?? ".state"), "dev-key");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

const ADVICE: Record<number, string> = {
  401: "Run whence login, or set WHENCE_KEY to a key of this instance.",
  403: "Use a key with the scope that this needs.",
  429: "Wait a while, then try again.",
  503: "Wait a while, then try again.",
};
function exitOf(status: number): Exit {
  if (status === 404) return EXIT.missing;
  if (status === 429 || status >= 502) return EXIT.later;
  return status === 400 || status === 422 ? EXIT.usage : EXIT.failed;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  errors?: { pointer?: string; parameter?: string; detail: string }[];
}
/** Another server than Whence: the address is wrong, or something stands before the instance. */
const notWhence = (status: number): Failure =>
  new Failure(
    status > 501 ? EXIT.later : EXIT.failed,
    `No Whence instance answers at ${baseUrl()}`,
    `${status}, with something else than Whence says.`,
    [],
    "Set WHENCE_URL to the address of the instance.",
  );
function failureOf(status: number, text: string): Failure {
  let problem: ProblemBody = {};
  try {
    problem = JSON.parse(text) as ProblemBody;
  } catch {
    return notWhence(status);
  }
  const where = (problem.errors ?? []).map((e) => `${e.pointer ?? e.parameter ?? ""}: ${e.detail}`);
  return new Failure(exitOf(status), `${status} ${problem.title ?? "The instance refused"}`, problem.detail ?? "", where, ADVICE[status]);
}

/** Calls a route such as "GET /v1/claims/{id}". Throws a Failure for a status of 400 or more; 304 is an answer without a body. */
export async function call<T = Record<string, unknown>>(name: string, sent: Sent = {}): Promise<Answer<T>> {
  const [method, template = ""] = name.split(" ");
  const { params = {}, query = {}, body, headers = {} } = sent;
  const asked = Object.fromEntries(Object.entries(query).flatMap(([k, v]) => (v === undefined ? [] : [[k, String(v)]])));
  const path = template.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
  const { url: base, key } = sent.to ?? { url: baseUrl(), key: keyOf() };
  if (!URL.canParse(base)) throw wrongUse(`WHENCE_URL is no address: ${base}`);
  const url = `${base}${path}${Object.keys(asked).length ? `?${new URLSearchParams(asked)}` : ""}`;
  const answer = await fetch(url, {
    method: method as string,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { "content-type": sent.type ?? "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  }).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Failure(EXIT.later, `Nothing answers at ${baseUrl()}`, cause, [], "Set WHENCE_URL, or run npm start.");
  });
  const text = await answer.text();
  if (answer.status >= 400) throw failureOf(answer.status, text);
  const type = answer.headers.get("content-type") ?? "";
  if (/^text\/html/.test(type)) throw notWhence(answer.status);
  const json = /json/.test(type) && text !== "";
  return { status: answer.status, headers: answer.headers, body: (json ? JSON.parse(text) : undefined) as T, text };
}

interface ClaimSummary {
  id: string;
  ref: string | null;
  text: string;
}
/**
 * The claim that an id, a ref, the address of its page or a search for its words finds. Throws a Failure if there is none, or several, which it
 * lists.
 */
export async function claimNamed(name: string): Promise<ClaimSummary> {
  if (!/\s/.test(name)) {
    const id = /^(?:https?:\/\/.*\/(?:c|embed)\/)?(c[0-9a-z]{26})(?:[/?#.].*)?$/.exec(name)?.[1] ?? name;
    const named = await call<ClaimSummary>("GET /v1/claims/{id}", { params: { id } }).catch((error: unknown) => {
      if (error instanceof Failure && error.exit === EXIT.missing && !isId("c", id)) return null;
      throw error;
    });
    if (named) return named.body;
  }
  const search = await call<{ claims: ClaimSummary[] }>("GET /v1/claims", { query: { q: name, limit: 20 } });
  const [first, ...more] = search.body.claims;
  if (!first)
    throw new Failure(EXIT.missing, "There is no such claim", `Nothing is found for "${name}".`, [], "Give an id, a ref or words of it.");
  if (more.length === 0) return first;
  const list = [first, ...more].slice(0, 8).map((c) => `${c.id}  ${c.text.slice(0, 70)}`);
  throw new Failure(EXIT.usage, "Several claims fit", `Of "${name}" there are ${more.length + 1}. Give the id of one.`, list);
}
