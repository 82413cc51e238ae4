/** A corrected headline takes the place of the first, on the timeline and on the claim's page; the first one stays in what was shown before. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { moment } from "../../support/wait.ts";
import { openService } from "../support/harness.ts";

const service = await openService({ PUBLISH: "all" });
after(() => service.close());

const url = "https://gazette.oldenmoor.org/hall";
const BODY = "The council of Oldenmoor has sold its town hall to a circus, posts claim. Nobody at the council could be reached on Monday. ";
const page = (title: string, more = "") =>
  `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${BODY.repeat(4)}</p>${more}</article></body></html>`;
const FIRST = "Oldenmoor council sells town hall to circus";
const THEN = "Oldenmoor council has not sold its town hall";
const NOTE = "<p>Correction: An earlier version of this article said that the council had sold the town hall.</p>";
let claim = "";
let id = "";
const title = async () => (await service.get<{ title: string }>(`/v1/documents/${id}`)).body.title;
const add = async (input: Record<string, unknown>) => {
  const { body } = await service.add({ kind: "article", url, publishedAt: "2025-05-05T10:00:00Z", ...input });
  id = (body as { id: string }).id;
};

test("a page that is captured again has the headline that it has now", async () => {
  const text = "The council of Oldenmoor has sold its town hall to a circus";
  const made = await service.call<{ id: string }>("POST", "/v1/claims", { text, status: "open", visibility: "public" });
  claim = made.body.id;
  await add({ html: page(FIRST) });
  assert.equal(await title(), FIRST);
  const before = await moment();
  await add({ html: page(THEN, NOTE) });
  assert.equal(await title(), THEN);
  const shown = (query = "") => service.get<{ events: { title: string }[] }>(`/v1/claims/${claim}/timeline${query}`);
  const titles = async (query = "") => [...new Set((await shown(query)).body.events.map((e) => e.title))];
  assert.deepEqual(await titles(), [THEN]);
  assert.deepEqual(await titles(`?asOf=${before}`), [FIRST], "what was known then is told as it was");
  const revisions = (await service.get(`/c/${claim}/revisions`)).text;
  assert.ok(revisions.includes(FIRST), "the first one stands where it was shown");
});

test("a headline that changed alone, one that is sent with a text, and one that an editor has corrected", async () => {
  await add({ html: page(`${THEN} after all`, NOTE) });
  assert.equal(await title(), `${THEN} after all`);
  const said = await service.call("PATCH", `/v1/documents/${id}`, { title: "The town hall of Oldenmoor" });
  assert.equal(said.status, 200, said.text);
  await add({ html: page(FIRST, `${NOTE}<p>It was added later that the circus has left.</p>`) });
  assert.equal(await title(), "The town hall of Oldenmoor", "an editor's word stays");
  const sent = { url: `${url}/2`, title: "The mill grinds bones", text: BODY.repeat(4) };
  await add(sent);
  await add({ ...sent, title: "The mill grinds rye" });
  assert.equal(await title(), "The mill grinds bones", "the same words again");
  await add({ ...sent, title: "The mill grinds rye", text: `${BODY.repeat(4)}\n\nCorrection: It grinds rye, and not what we said.` });
  assert.equal(await title(), "The mill grinds rye");
  await service.assertSound();
});
