/** Many at once on the same thing: nothing is lost, nothing is counted twice, nobody gets a 5xx. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "./harness.ts";

const service = await openService();
after(() => service.close());

test("many changes at the same instant are all taken, and only the last one holds", async () => {
  const made = await service.call<{ id: string }>("POST", "/v1/claims", { ref: "busy", text: "The ferry of Rimstad runs on rainwater" });
  const path = `/v1/claims/${made.body.id}`;
  const texts = Array.from({ length: 60 }, (_, i) => `The ferry of Rimstad runs on rainwater, version ${i}`);
  const answers = await Promise.all(texts.map((text) => service.call("PATCH", path, { text })));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [200]);
  const document = await service.add({ text: "a post about the ferry that says little" });
  const sighting = { claim: made.body.id, document: document.body.id };
  const verdicts = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      service.call(
        "POST",
        i ? `/v1/sightings/${i % 2 ? "reject" : "confirm"}` : "/v1/sightings",
        i ? sighting : { ...sighting, stance: "query" },
      ),
    ),
  );
  assert.ok(
    verdicts.every((a) => a.status < 500),
    JSON.stringify(verdicts.map((a) => a.status)),
  );
  assert.deepEqual((await service.get<{ violations: unknown[] }>("/v1/verify")).body.violations, []);
});
