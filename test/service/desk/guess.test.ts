/** The review page says by which words the machine guesses the stance of a document that waits. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { ARREST_CLAIM, arrestRelease } from "../support/arrest.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

test("a guessed stance stands with its reasons, and only as a guess", async () => {
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: ARREST_CLAIM })).body;
  await service.add(arrestRelease("Hoax about an arrest in Carrick"));
  const { sightings } = (await service.get<{ sightings: { stanceUnsure: boolean }[] }>("/v1/sightings")).body;
  assert.deepEqual(
    sightings.map(({ stanceUnsure }) => stanceUnsure),
    [true],
  );
  const page = (await service.get(`/review?kind=appearance&claim=${claim}`)).text;
  assert.match(page, /The machine’s guess: it may [^<]*, by words that call something false in the headline[^<]*\.</);
  assert.match(page, /<option value=(?:"")? selected>mentions it/, "no stance is chosen");
});
