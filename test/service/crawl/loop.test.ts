/** A crawl that is led to its own instance stops there: at the address where it is known, otherwise at our robots.txt. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";
import { openOutside } from "../support/outside.ts";

const OURS = "whence.rimstad-paper.org";
const outside = openOutside();
const service = await openService({ CONTACT: "desk@rimstad-paper.org" });
after(async () => {
  await service.close();
  outside.close();
});

interface Source {
  id: string;
  last: { outcome: string; why: string | null } | null;
}
test("cron, which does not know our own addresses, makes one request and is told no", async () => {
  // The instance under its public name.
  outside.hosts.set(OURS, (request) => fetch(new URL(new URL(request.url).pathname, service.origin()), { headers: request.headers }));
  const { status, body, text } = await service.call<Source>("POST", "/v1/sources", {
    kind: "feed",
    config: { url: `https://${OURS}/v1/claims` },
  });
  assert.equal(status, 201, text);
  await service.scheduled();
  assert.deepEqual(outside.taken(OURS), ["/robots.txt"]);
  const { last } = (await service.get<Source>(`/v1/sources/${body.id}`)).body;
  assert.equal(last?.outcome, "robots");
  assert.equal(last?.why, "robots.txt says Disallow: /");
});
test("a source at the address by which we are asked is not taken", async () => {
  const { status } = await service.call("POST", "/v1/sources", { kind: "feed", config: { url: `${service.origin()}/v1/claims` } });
  assert.equal(status, 422);
});
test("robots.txt of an instance forbids Whence, and nobody else", async () => {
  const { status, text, headers } = await service.anonymous("GET", "/robots.txt");
  assert.equal(status, 200);
  assert.match(headers.get("content-type") ?? "", /^text\/plain/);
  assert.equal(text, "User-agent: Whence\nDisallow: /\n");
});
