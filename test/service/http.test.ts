/** `http.ts` on workerd against an origin that breaks every rule: each behaviour ends in its typed outcome, in time and in little memory. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Job } from "./fetcher.ts";
import { bodies, type Case, charsets, heads, redirects, statuses } from "./origin.fixtures.ts";
import { type Origin, openOrigin } from "./origin.ts";
import { openRuntime, type Runtime } from "./runtime.ts";

const groups = { heads, bodies, charsets, statuses, redirects };
const all = Object.values(groups).flatMap((group) => Object.entries(group));
const DEADLINE = 700;
/** Of the outcome's own clock. What this process and the way to workerd take comes on top. */
const GRACE = 100;

let runtime: Runtime;
let origin: Origin;
const pathOf = (name: string) => encodeURIComponent(name).replaceAll("%", "~");
const job = (name: string, { expects = "html", options, ask }: Case): Job => ({
  ask: { url: origin.url(pathOf(name)), expects, ...ask },
  options: { deadline: DEADLINE, addresses: { allow: [origin.place], own: ["whence.paper.com"] }, ...options },
});
before(async () => {
  runtime = await openRuntime();
  origin = await openOrigin(Object.fromEntries(all.map(([name, { behave }]) => [pathOf(name), behave])));
});
after(async () => {
  await runtime.close();
  await origin.close();
});

for (const [group, cases] of Object.entries(groups))
  test(`${group}: ${Object.keys(cases).length} behaviours`, async (t) => {
    for (const [name, one] of Object.entries(cases))
      await t.test(name, async () => {
        const started = performance.now();
        const outcome = await runtime.run(job(name, one));
        const took = performance.now() - started;
        const shown = JSON.stringify(outcome).slice(0, 400);
        assert.equal(outcome.kind, one.ends, shown);
        for (const [key, value] of Object.entries(one.with ?? {})) assert.equal(Reflect.get(outcome, key), value, shown);
        if (outcome.kind === "ok" && typeof one.text === "string") assert.equal(outcome.answer.text, one.text);
        if (outcome.kind === "ok" && one.text instanceof RegExp) assert.match(outcome.answer.text, one.text);
        if ("why" in outcome) assert.doesNotMatch(outcome.why, /internal error|reference|Error|kj|:\d{4,5}\b(?<!127\.0\.0\.1:\d+)/);
        assert.ok(outcome.ms <= DEADLINE + GRACE, `${outcome.ms} ms`);
        assert.ok(took <= DEADLINE + 5 * GRACE, `${took} ms`);
      });
  });
