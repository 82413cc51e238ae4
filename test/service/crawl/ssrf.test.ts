/**
 * Server-side request forgery, told by a canary: no spelling of a place on the inside reaches it, as a page, a feed, a robots.txt or the
 * target of a redirect, though the platform's own fetch does.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { after, before, test } from "node:test";
import { badAddress } from "../../../workers/sources/http/policy.ts";
import { robotsRequest } from "../../../workers/sources/http/robots.ts";
import { evaluation } from "../../support/evaluation.ts";
import { fixtures } from "../../support/fixtures.ts";
import { each } from "../support/faults.ts";
import type { Job } from "../support/fetcher.ts";
import { type Origin, openOrigin } from "../support/origin.ts";
import { openRuntime, type Runtime } from "../support/runtime.ts";

/** Loopback addresses in many spellings, `:P` for the port. Loopback for all, so that a canary can tell. */
const spellings = fixtures<{ kind: string; url: string }>("hostile/loopback-urls").map(({ url }) => url);
/** A URL from elsewhere with `:P` for its port, by text alone, as the spelling is what is tested. One without an authority stays as it is. */
const withPort = (url: string) => url.replace(/^(\s*http)s?(:[\\/]*)([^\\/?#]*?)(?::\d*)?(?=[\\/?#]|$)/i, "$1$2$3:P");
/** The URL with this port, or with the scheme's own. */
const at = (spelling: string, port: number | null) => spelling.replace(":P", port === null ? "" : `:${port}`);
const file = evaluation("hostile/ssrf-urls.json");
const others = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]).map(withPort) : [];
const all = [...spellings, ...others];
/** Names of the public internet: tests ask nobody there. That the policy lets them through is right; reaching the canary they cannot. */
const isPublic = (url: string) => badAddress(at(url, null)) === null;

let runtime: Runtime;
let redirecting: Origin;
const canaries: Server[] = [];
let touched = 0;
/** The canary's ports: one of its own, and 80, where it can be had. */
const ports: (number | null)[] = [];

/** On every address of this machine. */
async function canary(port: number): Promise<number | null> {
  const server = createServer((_, response) => response.end("canary"));
  server.on("connection", () => touched++);
  const listening = await new Promise<boolean>((done) => {
    server.on("error", () => done(false));
    server.listen(port, "::", () => done(true));
  });
  const address = server.address();
  if (!listening || address === null || typeof address === "string") return null;
  canaries.push(server);
  return address.port;
}
before(async () => {
  runtime = await openRuntime();
  // The target as bytes in the query: it may be anything that a header can hold.
  redirecting = await openOrigin({
    to: (socket, head) => {
      const to = Buffer.from(/\?(\S*)/.exec(head)?.[1] ?? "", "base64url").toString();
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${to.replace(/[\r\n]/g, "")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    },
  });
  ports.push(await canary(0));
  if ((await canary(80)) !== null) ports.push(null);
});
after(async () => {
  await runtime.close();
  await redirecting.close();
  for (const server of canaries) server.close();
});

const options = () => ({ deadline: 2000, addresses: { allow: [redirecting.place] } });
const asking: Record<string, (url: string) => Job> = {
  page: (url) => ({ request: { url, expects: "html" }, options: options() }),
  feed: (url) => ({ request: { url, expects: "feed" }, options: options() }),
  robots: (url) => ({ request: robotsRequest(url), options: options() }),
  redirect: (url) => ({
    request: { url: `${redirecting.url("to")}?${Buffer.from(url).toString("base64url")}`, expects: "html" },
    options: options(),
  }),
};

/** Spellings that get to the canary unguarded. */
let reaching: string[] = [];
test("the control reaches the canary, or the rest would show nothing", async (t) => {
  const tried = all.filter((spelling) => !isPublic(spelling));
  const port = ports[0] ?? null;
  const reached = new Set<string>();
  await each(tried, async (spelling) => {
    if (await runtime.unguarded(at(spelling, port))) reached.add(spelling);
  });
  reaching = all.filter((spelling) => reached.has(spelling));
  t.diagnostic(
    `${reaching.length} of ${all.length} spellings reach it unguarded (${spellings.length} of our own, ${others.length} of others)`,
  );
  assert.ok(reaching.filter((spelling) => spellings.includes(spelling)).length >= 50, `${reaching.length}`);
  assert.ok(touched > 0);
});

test("what reaches it is refused by its address alone, on the ports that are allowed", () => {
  assert.ok(reaching.length);
  for (const spelling of reaching) assert.notEqual(badAddress(at(spelling, null)), null, spelling);
});

for (const [way, job] of Object.entries(asking))
  test(`as ${way}: none reaches the canary`, async (t) => {
    touched = 0;
    const ended: Record<string, number> = {};
    for (const port of ports)
      await each(
        all.filter((spelling) => !isPublic(spelling)),
        async (spelling) => {
          const { kind } = await runtime.run(job(at(spelling, port)));
          ended[kind] = (ended[kind] ?? 0) + 1;
        },
      );
    t.diagnostic(`${JSON.stringify(ended)} on ${ports.length} ports`);
    assert.equal(touched, 0);
    // A redirect's target may also be no URL, or a path of the origin that redirects (`http:127.0.0.1/`, by the WHATWG URL Standard).
    const may = way === "redirect" ? ["bad_address", "failed", "gone"] : ["bad_address"];
    assert.deepEqual(
      Object.keys(ended).filter((kind) => !may.includes(kind)),
      [],
    );
  });

test("a workerd of one's own with a network of public addresses reaches no private one, whatever name led there", async () => {
  const guarded = await openRuntime(["public"]);
  try {
    const port = ports[0] ?? null;
    touched = 0;
    for (const url of ["http://localhost:P/", "http://127.0.0.1:P/", "http://[::1]:P/"])
      assert.equal(await guarded.unguarded(at(url, port)), false, url);
    assert.equal(touched, 0);
    assert.equal(await runtime.unguarded(at("http://localhost:P/", port)), true);
  } finally {
    await guarded.close();
  }
});
