/** An outlet named as the source without a link: the parent is its report where exactly one is held on the claim, otherwise unknown. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
after(() => service.close());

const CLAIM = "The ferry company Norsund will stop all night ferries to the island of Halvik in September";
const page = (site: string, hour: number, text: string) => ({
  kind: "article",
  url: `https://www.${site}.example/ferries-${hour}`,
  title: `Ferries, ${hour} o'clock`,
  publishedAt: new Date(Date.UTC(2026, 4, 2, hour)).toISOString(),
  text,
});
const REPORT = page(
  "coastgazette",
  8,
  `${CLAIM}. The company did not answer. The harbour master counts nine boats, and sixty people who work on them.`,
);
const NAMER = page(
  "blog",
  12,
  "The Coast Gazette reported that Norsund will stop all night ferries to the island of Halvik in September. I have no words for this.",
);
const OTHER = page("harbourpost", 9, `Sad news: ${CLAIM}, says a man who sells tickets.`);
const SECOND = page("coastgazette", 10, `More on this from our reporter at the quay, where people are sad. ${CLAIM}, it seems.`);
const LATE = page("coastgazette", 15, `As we told you: ${CLAIM}. The mayor is angry.`);

interface Edge {
  child: string;
  parent: string | null;
  type: string;
  state: string;
  primary: boolean;
  evidence: { quote: { exact: string } | null; why: string };
}
async function attributed(order: (typeof REPORT)[], together: boolean) {
  await service.fresh();
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
  if (together) await service.importLines(order.map((one) => ({ type: "document", ...one })));
  else for (const one of order) await service.add(one);
  await service.settle();
  await service.assertSound();
  const { edges } = (await service.get<{ edges: Edge[] }>(`/v1/claims/${id}/graph`)).body;
  const idOf = async ({ url }: { url: string }) =>
    (await service.get<{ document: string }>(`/v1/lookup?url=${encodeURIComponent(url)}`)).body.document;
  const child = await idOf(NAMER);
  const edge = edges.find((e) => e.child === child && e.type === "attribution");
  assert.equal(edge?.evidence.quote?.exact, "The Coast Gazette reported");
  assert.equal(edge.state, "suggested");
  return { parent: edge.parent, primary: edge.primary, why: edge.evidence.why, report: await idOf(REPORT), claim: id };
}

test("the one report of the outlet is the suggested source, whichever comes first", async () => {
  const orders = [
    [[NAMER, LATE, OTHER, REPORT], false],
    [[LATE, NAMER, REPORT, OTHER], true],
    [[REPORT, OTHER, NAMER, LATE], false],
  ] as const;
  for (const [order, together] of orders.slice(0, process.env["WHENCE_FULL"] ? 3 : 2)) {
    const found = await attributed([...order], together);
    assert.deepEqual([found.parent, found.primary], [found.report, true], order.map((one) => one.url).join());
    assert.match(found.why, /^It names The Coast Gazette as its source; this is the one report of theirs/);
  }
  const { claim, report } = await attributed([NAMER, REPORT], false);
  await service.call("POST", "/v1/sightings/reject", { claim, document: report });
  await service.settle();
  const { edges } = (await service.get<{ edges: Edge[] }>(`/v1/claims/${claim}/graph`)).body;
  assert.deepEqual(
    edges.filter((e) => e.type === "attribution").map((e) => e.parent),
    [null],
    "it does not tell the story",
  );
});

test("another number than in the report that a page names changed on the way from there", async () => {
  const claim = "青河市自来水公司向3.5万户居民供应了受污染的自来水";
  const own = { ...page("qhwb", 8, `据称，${claim}。记者尚未联系到该公司。`), lang: "zh", author: { name: "青河晚报" } };
  const other = { ...page("jzxw", 9, `${claim.replace("3.5万", "35万")}，青河晚报报道。`), lang: "zh", author: { name: "江州新闻网" } };
  for (const order of [
    [own, other],
    [other, own],
  ]) {
    await service.fresh();
    const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: claim })).body;
    for (const one of order) await service.add(one);
    await service.settle();
    await service.assertSound();
    const { events } = (await service.get<{ events: { author: string; parent: { label: string } | null }[] }>(`/v1/claims/${id}/timeline`))
      .body;
    const told = events.find(({ author }) => author === "江州新闻网");
    assert.equal(told?.parent?.label, "青河晚报");
  }
});

test("where only the day is known, the one report of that day is the suggested source, whichever comes first", async () => {
  const [report, namer, next] = [REPORT, NAMER, LATE].map((one) => ({ ...one, publishedAt: "2026-05-02" })) as [
    typeof REPORT,
    typeof NAMER,
    typeof LATE,
  ];
  for (const order of [
    [namer, report],
    [report, namer],
  ]) {
    const found = await attributed(order, false);
    assert.deepEqual([found.parent, found.primary], [found.report, true]);
  }
  assert.equal((await attributed([namer, report, next], true)).parent, null);
});

test("of two reports none is guessed, nor is another outlet's or a later one", async () => {
  for (const order of [
    [REPORT, SECOND, NAMER],
    [NAMER, SECOND, REPORT],
    [OTHER, LATE, NAMER],
  ]) {
    const found = await attributed(order, false);
    assert.equal(found.parent, null);
    assert.match(found.why, /the report itself is not known to us/);
  }
});

test("what denies a claim in its words retells nobody; the denial of a press release is as old as that", async () => {
  await service.fresh();
  const { id } = (await service.call<{ id: string }>("POST", "/v1/claims", { text: CLAIM })).body;
  await service.add(page("first", 8, `${CLAIM}, up to 40 crew could lose their jobs, and nobody was told before.`));
  const release = {
    ...page(
      "norsund",
      14,
      `Norsund denies that the ferry company Norsund will stop all night ferries to the island of Halvik in September, and regrets the worry.`,
    ),
    kind: "press_release",
    author: { name: "Norsund" },
  };
  await service.add(release);
  const { edges } = (await service.get<{ edges: Edge[] }>(`/v1/claims/${id}/graph`)).body;
  assert.deepEqual(edges, []);
  interface Timeline {
    firstResponse: { lag: { low: number; high: number } } | null;
  }
  const { lag } = (await service.get<Timeline>(`/v1/claims/${id}/timeline`)).body.firstResponse ?? {};
  assert.equal(Math.round((lag?.low ?? 0) / 60_000), 360);
  assert.equal(Math.round((lag?.high ?? 0) / 60_000), 360);
});
