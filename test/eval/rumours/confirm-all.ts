/**
 * What a claim's page has once a person confirmed all right suggestions, and only those: node test/eval/rumours/confirm-all.ts [train dev lang]
 * [--show]. Claims are entered, then all documents of a set come in, on real workerd. A script takes the annotation for the person: it confirms each
 * link to a document that takes the claim up, and each response whose document, party and type are annotated. What is not suggested nobody can
 * confirm: that is the ceiling. --show prints each annotated response that no document of its rumour shows.
 */
import { openService, type Service } from "../../service/support/harness.ts";
import { type Answer, type GoldDocument, isOf, linesOf, type Rumour, refOf, rumoursOf, words } from "./data.ts";

const w = await words();
const SHOW = process.argv.includes("--show");
interface Held {
  rumour: Rumour;
  document: GoldDocument;
}
/** Brings all rumours in: what is held by document id, and the claim of each. */
async function bringIn(service: Service, rumours: Rumour[]) {
  const held = new Map<string, Held>();
  const claims = new Map<string, string>();
  for (const { id, claim } of rumours)
    claims.set(id, (await service.call<{ id: string }>("POST", "/v1/claims", { ref: id, text: claim })).body.id);
  let n = 0;
  for (const rumour of rumours) {
    await service.importLines(
      linesOf(rumour, () => ++n, w),
      "",
      { prefer: "wait" },
    );
  }
  await service.settle();
  for (const rumour of rumours)
    for (const document of rumour.documents) {
      const { body } = await service.get<{ id: string }>(`/v1/documents/${encodeURIComponent(refOf(rumour, document))}`);
      held.set(body.id, { rumour, document });
    }
  return { held, claims };
}

/** All pages of a list. */
async function all<T>(service: Service, path: string, key: string): Promise<T[]> {
  const found: T[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await service.get<Record<string, T[]> & { next: string | null }>(
      `${path}${path.includes("?") ? "&" : "?"}limit=100${cursor}`,
    );
    found.push(...(body[key] ?? []));
    if (!body.next) return found;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

/** Confirms what is right of what waits for a claim and was not confirmed before; gives how much that was. */
async function confirmRight(
  service: Service,
  claim: string,
  { rumour, held, done }: { rumour: Rumour; held: ReadonlyMap<string, Held>; done: Set<string> },
): Promise<number> {
  const ours = (document: string) => (held.get(document)?.rumour === rumour ? (held.get(document)?.document ?? null) : null);
  const links = (await all<{ claim: string; document: string; response: string | null }>(service, "/v1/sightings", "sightings")).filter(
    (s) => s.claim === claim && !s.response && ours(s.document)?.about === true,
  );
  const answers = (await all<Answer>(service, `/v1/claims/${claim}/responses?state=suggested`, "responses")).filter((answer) =>
    ours(answer.document)?.responses?.some((gold) => isOf(answer, gold, w)),
  );
  const right = [...links.map(({ document }) => ({ document })), ...answers.map(({ document, id }) => ({ document, id }))];
  const news = right.filter((one) => !done.has(JSON.stringify(one)));
  for (const one of news) {
    done.add(JSON.stringify(one));
    await service.call("POST", "/v1/sightings/confirm", { claim, ...one, seen: true });
  }
  return news.length;
}

/** A suggestion that is decided lets the next one wait. */
const MAX_ROUNDS = 6;
for (const set of process.argv.slice(2).filter((one) => /^(?:train|dev|lang)$/.test(one))) {
  const rumours = rumoursOf(set);
  const service = await openService();
  const { held, claims } = await bringIn(service, rumours);
  const sums = {
    annotated: 0,
    found: 0,
    anywhere: 0,
    rumours: 0,
    originsRight: 0,
    several: 0,
    beyond: 0,
    about: 0,
    linked: 0,
    confirmed: 0,
  };
  for (const rumour of rumours) {
    const claim = claims.get(rumour.id) ?? "";
    const done = new Set<string>();
    for (let round = 0, more = 1; more > 0 && round < MAX_ROUNDS; round++) {
      more = await confirmRight(service, claim, { rumour, held, done });
      sums.confirmed += more;
      await service.settle();
    }
    const shown = await all<Answer>(service, `/v1/claims/${claim}/responses`, "responses");
    const left = new Set(shown);
    for (const document of rumour.documents)
      for (const gold of document.responses ?? []) {
        sums.annotated++;
        if (shown.some((answer) => isOf(answer, gold, w))) sums.anywhere++;
        else if (SHOW) console.log(`not shown: ${rumour.id} ${document.ref}: ${gold.type} by ${gold.actor}`);
        const own = [...left].find((answer) => held.get(answer.document)?.document === document && isOf(answer, gold, w));
        if (!own) continue;
        left.delete(own);
        sums.found++;
      }
    const { independence, events } = (
      await service.get<{ independence: { min: number; max: number; of: number }; events: { document: string }[] }>(
        `/v1/claims/${claim}/timeline?limit=200`,
      )
    ).body;
    const linked = new Set(events.map(({ document }) => held.get(document)?.document));
    sums.about += rumour.documents.filter(({ about }) => about).length;
    sums.linked += rumour.documents.filter((one) => one.about && linked.has(one)).length;
    const { atLeast, atMost } = rumour.origins ?? { atLeast: 1, atMost: 1 };
    sums.rumours++;
    const isRight = independence.of > 0 && independence.min <= atMost && independence.max >= atLeast;
    sums.originsRight += Number(isRight);
    sums.several += Number(atLeast > 1);
    sums.beyond += Number(atLeast > 1 && isRight && !(independence.min === 1 && independence.max === 2));
  }
  await service.close();
  const share = (n: number, of: number) => `${n} of ${of} (${(n / Math.max(1, of)).toFixed(3)})`;
  console.log(
    `${set}: responses found ${share(sums.found, sums.annotated)}, from some document ${share(sums.anywhere, sums.annotated)}; origins right in ${share(sums.originsRight, sums.rumours)}, and not 1 to 2 in ${sums.beyond} of ${sums.several} stories with several; linked ${share(sums.linked, sums.about)}; ${sums.confirmed} confirmed`,
  );
}
