/**
 * What pages say that a document does with a claim: no part of a sentence that says the opposite of the whole, and nothing that the text leaves to
 * others.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { sentences } from "../../../shared/text/segment.ts";
import { fixtures } from "../../support/fixtures.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

interface Told {
  claim: string;
  /** The labels of ratings. */
  rated: string[];
  /** The site of what is first known, if it is asked for. */
  first: string | null;
  documents: { site: string; at: string; kind: string; title: string; text: string; verbs: string[] }[];
}
interface Event {
  url: string | null;
  verb: string;
  quote: { exact: string } | null;
}

for (const { claim, rated, first, documents } of fixtures<Told>("told"))
  test(claim, async () => {
    const made = await service.call<{ id: string }>("POST", "/v1/claims", { text: claim, visibility: "public" });
    const { id } = made.body;
    for (const { site, at: publishedAt, verbs: _, ...document } of documents)
      await service.call(
        "POST",
        "/v1/documents",
        { ...document, url: `https://${site}.example/1`, lang: "en", publishedAt },
        { prefer: "wait" },
      );
    const { events, verdicts } = (await service.get<{ events: Event[]; verdicts: { label: string }[] }>(`/v1/claims/${id}/timeline`)).body;
    const page = (await service.anonymous("GET", `/embed/${id}`)).text.replace(/<[^>]+>/g, "");
    for (const { site, text, title, verbs } of documents) {
      const event = events.find(({ url }) => url?.includes(site));
      assert.ok(event && verbs.includes(event.verb), `${site}: ${event?.verb}`);
      const said = event.quote?.exact ?? title;
      assert.ok([title, ...sentences(text).map((one) => one.text)].includes(said), said);
      const shown = verbs.map((verb) => (/ it /.test(verb) ? verb : `${verb} it`));
      assert.ok(rated.length > 0 || shown.some((verb) => page.includes(`${site}.example ${verb}`)), `${site}: ${page.slice(0, 3000)}`);
    }
    assert.deepEqual(
      verdicts.map(({ label }) => label),
      rated,
    );
    // Nobody has checked anything yet, and a rating is its publisher's.
    assert.doesNotMatch((await service.anonymous("GET", `/c/${id}`)).text.replace(/<[^>]+>/g, ""), /✓ Checked/);
    if (first !== null) assert.match(page, new RegExp(`First known\\. ${first}`));
  });

test("a page whose denial a person rejected is not said to report one", async () => {
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text: "Lumen Bank will cut 3,000 jobs", visibility: "public" }))
    .body.id;
  const text = "Lumen Foods, which has nothing to do with the bank, denied that it will cut jobs. Lumen Bank will cut 3,000 jobs.";
  const document = { kind: "article", url: "https://lumenfoodsnews.example/1", title: "Lumen Foods not affected", text, lang: "en" };
  await service.call("POST", "/v1/documents", { ...document, publishedAt: "2026-05-09T12:00Z" }, { prefer: "wait" });
  const verb = async () => (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline`)).body.events[0]?.verb;
  assert.equal(await verb(), "disputes it or reports a denial");
  const { suggestions } = (
    await service.get<{ suggestions: { id: string; version: number; statement: string }[] }>(`/v1/review?claim=${claim}`)
  ).body;
  const denial = suggestions.find(({ statement }) => statement === "Lumen Foods denied it");
  await service.call("POST", "/v1/decisions", { items: [{ id: denial?.id, version: denial?.version, do: "reject" }] });
  await service.settle();
  assert.equal(await verb(), "mentions");
});
