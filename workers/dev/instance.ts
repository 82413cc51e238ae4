/** Calls from commands to a running instance. Environment: WHENCE_URL (http://127.0.0.1:8787), WHENCE_KEY (otherwise the development key in STATE_DIR). */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The address of the instance, without a slash at the end. */
export const url = (process.env.WHENCE_URL ?? `http://127.0.0.1:${process.env.PORT ?? 8787}`).replace(/\/+$/, "");

if (!URL.canParse(url)) fail(`WHENCE_URL is no address: ${url}`);

function keyOf(): string {
  const given = process.env.WHENCE_KEY ?? process.env.WHENCE_DEV_KEY;
  if (given) return given;
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const file = join(resolve(root, process.env.STATE_DIR ?? ".state"), "dev-key");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  return fail("Set WHENCE_KEY to a key with the scope admin.");
}

/** Ends the command with a message and exit code 2. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The instance's answer as JSON. Ends the command if the instance cannot be reached or refuses. */
export async function ask(method: string, path: string): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${keyOf()}` };
  const answer = await fetch(url + path, { method, headers }).catch((error: unknown) =>
    fail(`Nothing answers at ${url} (${error instanceof Error ? error.message : error}). Set WHENCE_URL, or run npm start.`),
  );
  const text = await answer.text();
  if (!answer.ok) fail(`${method} ${url}${path}: ${answer.status} ${detailOf(text)}`);
  return JSON.parse(text) as Record<string, unknown>;
}
interface Report {
  checks: string[];
  violations: { check: string; subject: string; detail: string }[];
  next: string | null;
}
/** Checks every invariant of the instance, slice by slice; `tell` is called with the number of finished slices. */
export async function verifyAll(tell: (slices: number) => void = () => {}): Promise<Report> {
  const report: Report = { checks: [], violations: [], next: "" };
  for (let slices = 1; report.next !== null; slices++) {
    const slice = (await ask("GET", `/v1/verify?after=${encodeURIComponent(report.next)}`)) as unknown as Report;
    report.checks = slice.checks;
    report.violations.push(...slice.violations);
    report.next = slice.next;
    tell(slices);
  }
  return report;
}
/** The detail of a problem (RFC 9457), or the whole text if it is none. */
function detailOf(text: string): string {
  try {
    return String((JSON.parse(text) as { detail?: unknown }).detail ?? text).slice(0, 500);
  } catch {
    return text.slice(0, 500);
  }
}
