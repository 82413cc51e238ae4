/** Answers in another language than English, in words that no list has: the table of the language is an asset that the Worker reads. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Story {
  id: string;
  claim: string;
  documents: { ref: string; kind: string; lang: string; title: string; text: string }[];
}
interface Response {
  response: { type: string; actor: { name: string | null; description: string | null } };
  score: number | null;
}
const stories = readFileSync(new URL("../../eval/data/stories/es.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");
const story = stories.map((line) => JSON.parse(line) as Story).find(({ id }) => id === "mendaro-fichaje-ardilla-vega") as Story;

test("what a party said in place of a denial waits for a person, with how sure it is; nobody else sees it", async () => {
  const { body: claim } = await service.call<{ id: string }>("POST", "/v1/claims", { ref: "fichaje", text: story.claim });
  const { kind, lang, title, text } = story.documents.find(({ ref }) => ref === "es01-1") as Story["documents"][number];
  const added = await service.add({ kind, lang, title, text, url: "https://diario.example/fichaje", publishedAt: "2025-06-01T08:00:00Z" });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  await service.settle();
  const path = `/v1/claims/${claim.id}/responses`;
  const { responses } = (await service.get<{ responses: Response[] }>(`${path}?state=suggested`)).body;
  const answer = responses.find(
    ({ response: { type, actor } }) => type === "denial" && /Larrañaga/.test(`${actor.name} ${actor.description}`),
  );
  assert.ok(answer, JSON.stringify(responses));
  assert.ok((answer.score ?? 0) > 0.3, JSON.stringify(answer));
  assert.deepEqual((await service.anonymous<{ responses: Response[] }>("GET", path)).body.responses, []);
});
