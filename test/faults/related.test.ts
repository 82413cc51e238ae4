/** Documents that come at once see each other: relating all of them again changes nothing. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { once } from "../../shared/text/once-per.ts";
import { CLAIM, faint, well } from "../shared/read/gates/faint-reports.ts";
import { Instance } from "./support/instance.ts";
import { at, FERRY, makeWorld, plainPage, post } from "./support/world.ts";

const FULL = Boolean(process.env["WHENCE_FULL"]);
/** Milliseconds that a D1 call takes on Cloudflare. */
const DELAY = 8;

let saved = "";
before(async () => {
  ({ saved } = await makeWorld());
});

/** The live edges and sightings, by what they say, and what turned out to be another document. */
const graphOf = (i: Instance) => [
  ...i.sql(
    `SELECT d.handle, p.handle AS parent, e.parent_id, e.type, e.is_primary, e.confidence, e.text_changes FROM edge e JOIN document d ON d.id = e.child_id
     LEFT JOIN document p ON p.id = e.parent_id WHERE e.replaced_at > 9e15 ORDER BY 1, 3, 4`,
  ),
  ...i.sql(
    `SELECT d.handle, s.claim_id, s.listed, s.method, s.parent_id, s.parent_label FROM sighting s JOIN document d ON d.id = s.document_id
     WHERE s.replaced_at > 9e15 ORDER BY 1, 2, 4`,
  ),
  ...i.sql("SELECT id, resolved_id FROM document WHERE resolved_id IS NOT NULL ORDER BY id"),
];
/** What of the graph changes when every document is related again: nothing, if each has seen all others. */
async function missed(i: Instance): Promise<string[]> {
  i.delay = 0;
  await i.settle();
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row));
  const before = lines(graphOf(i));
  i.sql("INSERT INTO job (document_id, reason, due_at) SELECT id, 'again', 0 FROM document WHERE seen = 'observed'");
  await i.settle();
  const after = lines(graphOf(i));
  const others = (rows: string[], known: string[]) => rows.filter((row) => !known.includes(row));
  return [...others(after, before).map((row) => `missed: ${row}`), ...others(before, after).map((row) => `too much: ${row}`)];
}
const send = (i: Instance, document: object) => i.call("POST", "/v1/documents", document, { prefer: "wait" });

const TEXT = `${FERRY}, the cook of the harbour master said to me. It has no tank at all, and nobody on board knows what diesel costs these days`;

test("near copies, copies, quotes, answers and names at once, the later ones first", async () => {
  const found: string[] = [];
  for (let round = 0; round < (FULL ? 20 : 4); round++) {
    const first = post("first", TEXT, 31);
    const many = [
      first,
      ...Array.from({ length: 5 }, (_, n) => post(`near${n}`, `${TEXT} ${n}`, 32 + n)),
      post("same", TEXT, 40),
      post("quoter", "Well well", 41, { quoteOf: `https://x.com/i/status/${first.platformId}` }),
      post("answerer", "Which cook?", 42, { replyTo: `https://x.com/i/status/${first.platformId}` }),
      post("namer", `Via @first: the cook of the harbour master of Rimstad, no tank at all`, 43),
    ];
    const order = many.toReversed();
    const shifted = [...order.slice(round % 7), ...order.slice(0, round % 7)];
    const i = new Instance(saved);
    i.delay = DELAY;
    const answers = await Promise.all(
      shifted.map(async (one, n) => {
        await new Promise((done) => setTimeout(done, n * (round % 4) * 12));
        return send(i, one);
      }),
    );
    found.push(...(await missed(i)).map((fault) => `round ${round}: ${fault}`));
    for (const { status, text } of answers) if (status >= 300) found.push(`round ${round}: ${status} ${text}`);
    i.close();
  }
  assert.deepEqual(found, []);
});

const first = post("first", TEXT, 31);
const link = "https://herald.example/2025/ferry-tank";
/** So many other words that a page's buckets are not those of what it quotes. */
const MORE = Array.from({ length: 40 }, (_, n) => `<p>Passenger ${n} had ticket ${n * 7} for boat ${n * 3} of pier ${n * 5}.</p>`).join("");
const QUOTED = `${FERRY}, I have seen the tank with my own eyes and the barges are booked`;
const STATED = "The lighthouse of Orrin was sold to a circus for nine hundred goats";
const copiedPage = { ...plainPage, html: plainPage.html.replace("did not want to talk about them", "kept silent about all of them") };
/** Pages that tell of one thing in words of their own. */
const [tulips, loss, loose] = [
  [
    "Elephant escapes circus in Tarnholm and eats mayor's tulips",
    "An elephant named Bombo escaped from the Zaratti circus in Tarnholm on Tuesday and ate all tulips in the garden of mayor Hedda Krull. Nobody was hurt, and the keeper led the animal back with a bucket of apples in the evening.",
  ],
  [
    "Mayor of Tarnholm loses tulips to circus elephant",
    "The tulips of Hedda Krull, the mayor of Tarnholm, are gone: Bombo, an elephant of the Zaratti circus, escaped on Tuesday and ate them in her garden. Its keeper needed a bucket of apples to bring it home.",
  ],
  [
    "Circus elephant Bombo on the loose, tulips eaten",
    "Bombo the elephant was on the loose in Tarnholm for three hours. It had escaped from the Zaratti circus, walked into the garden of mayor Hedda Krull, and eaten her tulips, the keeper told neighbours.",
  ],
].map(([title, text], n) => ({ kind: "article", url: `https://tarnholm${n}.example/bombo`, title, text, publishedAt: at(80 - n) }));
/** Documents of a story, by name: what was there before, what is related just then, and what comes meanwhile. */
const known = [
  post("near0", `${TEXT} 0`, 33),
  post("same", TEXT, 45),
  { ...copiedPage, url: "https://gazette.example/ferry-2", publishedAt: at(70) },
  tulips ?? {},
];
const relating: Record<string, object> = {
  "exact copy": post("copier", TEXT, 40),
  "near copy": post("nearer", `${TEXT} 1`, 32),
  quote: post("quoter", "Well well", 41, { quoteOf: `https://x.com/i/status/${first.platformId}` }),
  reply: post("answerer", "Which cook?", 42, { replyTo: `https://x.com/i/status/${first.platformId}` }),
  "post that names an account": post("namer", "Via @first: the cook of the harbour master of Rimstad, no tank at all", 43),
  link: post("linker", `Now here ${link}`, 44),
  "copy of a page": { ...copiedPage, url: "https://courier.example/ferry", publishedAt: at(65) },
  "page on the same": loss ?? {},
  "proposed claim": post("gull", `${STATED}, and nobody had asked for it`, 50),
  "page with quoted words": {
    kind: "article",
    url: "https://courier.example/ferry-quoted",
    publishedAt: at(64),
    html: `<html><body><article><h1>Does the ferry of Rimstad run on rainwater?</h1><p>A rumour that the ferry of Rimstad runs on rainwater has kept the harbour busy.</p><p>The rumour first appeared on X, where an anonymous user wrote: “${QUOTED}.”</p>${MORE}</article></body></html>`,
  },
  "faint answer": { kind: "article", url: "https://courier.example/norvik", title: faint.title, text: faint.text, publishedAt: at(70) },
  repost: post("reposter", "", 46, { repostOf: `https://x.com/i/status/${first.platformId}` }),
};
const coming: Record<string, object> = {
  "first post": first,
  "earlier exact copy": post("sooner", TEXT, 30),
  "earlier near copy": post("nearest", `${TEXT} 2`, 30),
  "quoted post": post("seer", QUOTED, 34),
  "linked page": { ...plainPage, url: link, publishedAt: at(43) },
  "earlier copy of the page": { ...copiedPage, url: "https://herald.example/ferry-3", publishedAt: at(59) },
  "the same answer, told well": {
    kind: "article",
    url: "https://herald.example/norvik",
    title: well.title,
    text: well.text,
    publishedAt: at(71),
  },
  "earlier page on the same": loose ?? {},
  "the same proposed claim": post("tern", `${STATED}, they say in Orrin`, 49),
};

/** What each pair begins with, saved once. */
const begun = once(async () => {
  const i = new Instance(saved);
  await i.call("POST", "/v1/claims", { ref: "norvik", text: CLAIM });
  for (const document of known) await send(i, document);
  await i.settle();
  const file = i.save();
  i.close();
  return file;
});
/** What is missed if a document comes, and is read, while another is held before its batch of that number; null: it has no such batch. */
async function interleave(one: object, other: object, position: number): Promise<string[] | null> {
  const i = new Instance(await begun());
  try {
    let isHeld = false;
    const answer = await i.interfered(
      async (batch, _, commit) => {
        if (batch === position) {
          isHeld = true;
          await i.interfered(
            (_n, _b, go) => go(),
            () => send(i, other),
          );
        }
        return commit();
      },
      async () => {
        const sent = await send(i, one);
        await i.settleDeferred();
        return sent;
      },
    );
    if (!isHeld) return null;
    const twice = i.sql<{ subject: string }>(
      "SELECT subject FROM event WHERE type = 'claim.proposed' GROUP BY subject HAVING count(*) > 1",
    );
    return [
      ...(answer.status >= 300 ? [`${answer.status} ${answer.text}`] : []),
      ...twice.map(({ subject }) => `${subject} is proposed twice`),
      ...(await missed(i)),
    ];
  } finally {
    i.close();
  }
}

/** Every pair at every batch in the full mode; else every third pair, at one of the batches that read what is stored or write what was found. */
for (const [index, [name, one]] of Object.entries(relating).entries())
  test(`a document comes while another is read: ${name}`, async (t) => {
    const found: string[] = [];
    let runs = 0;
    for (const [turn, [beside, other]] of Object.entries(coming).entries())
      for (const position of FULL ? Array(60).keys() : (index + turn) % 3 ? [] : [2 + (((index + turn) / 3) % 3)]) {
        const faults = await interleave(one, other, position);
        if (!faults) break;
        runs++;
        found.push(...faults.map((fault) => `${beside} before batch ${position}: ${fault}`));
      }
    t.diagnostic(`${runs} interleavings`);
    assert.ok(runs > 0);
    assert.deepEqual(found, []);
  });
