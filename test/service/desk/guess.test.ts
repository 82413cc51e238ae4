/** The review page says by which words the machine guesses the stance of a document that waits. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

test("a guessed stance stands with its reasons, and only as a guess", async () => {
  const text = "Carrick teacher Dominic Farrow was arrested over the theft of 40,000 pounds from a school charity";
  const { id: claim } = (await service.call<{ id: string }>("POST", "/v1/claims", { text })).body;
  await service.add({
    kind: "press_release",
    url: "https://police.example/arrest",
    publishedAt: "2026-02-04T09:15:00Z",
    title: "Hoax about an arrest in Carrick",
    text:
      "Officers investigating the theft of money from a charity account have arrested a 51-year-old man from Carrick. " +
      "He was released on bail until 4 March.\n\nWe are aware of a name circulating on social media. " +
      "The man arrested is not a teacher and is not employed at any school.",
  });
  const { sightings } = (await service.get<{ sightings: { stanceUnsure: boolean }[] }>("/v1/sightings")).body;
  assert.deepEqual(
    sightings.map(({ stanceUnsure }) => stanceUnsure),
    [true],
  );
  const page = (await service.get(`/review?kind=appearance&claim=${claim}`)).text;
  assert.match(page, /The machine’s guess: it may [^<]*, by words that call something false in the headline[^<]*\.</);
  assert.match(page, /<option value=(?:"")? selected>mentions it/, "no stance is chosen");
});
