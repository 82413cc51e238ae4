/** A page that states a known claim as plain fact, in its title or any sentence, is linked to it. One on the same topic is not. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openService } from "../support/harness.ts";

const service = await openService({ PUBLISH: "all" }); // to see what is read
after(() => service.close());

const CLAIM = "The harbour board of Lindal sold the east pier to a fish canner for 40,000 crowns";
const others = [
  "The harbour board of Lindal raised the mooring fees for fishing boats by 12 percent",
  "Storm Ida tore the roof off the Lindal fish market in November",
  "The mayor of Lindal promised a new ferry to the outer islands by 2027",
  "A fish canner in Norrby dismissed 60 workers before the winter",
  "The east pier of Grevholm was closed after a crack was found in its wall",
];
const FILLER = [
  "Rain fell on the town for most of the week, and the market opened late on two days.",
  "Boats from the outer islands stayed at their moorings until the wind had dropped.",
  "Children from the school on the hill painted the sheds along the quay last spring.",
];
interface Seen {
  stance: string;
  role: string;
  quote: string | null;
  listed: number;
}
let claimId = "";

async function seen(name: string, title: string, paragraphs: string[], kind = "article"): Promise<Seen[]> {
  const url = `https://${name}.example/2026/03/02/pier`;
  const html = `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2026-03-02T08:00:00Z"></head><body><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("")}</article></body></html>`;
  const { body } = await service.add({ kind, url, html });
  const rows = await service.sql<{ stance: string; role: string; listed: number; exact: string | null }>(
    "SELECT stance, role, listed, detail ->> '$.quote.exact' AS exact FROM sighting WHERE document_id = ?1 AND claim_id = ?2 AND replaced_at = 9007199254740991",
    body.id,
    claimId,
  );
  return rows.map(({ exact, ...row }) => ({ ...row, quote: exact }));
}

before(async () => {
  await service.importLines([CLAIM, ...others].map((text, i) => ({ type: "claim", ref: `pier:${i}`, text })));
  const { body } = await service.get<{ claims: { id: string; text: string }[] }>("/v1/claims");
  claimId = body.claims.find((c) => c.text === CLAIM)?.id ?? "";
  assert.ok(claimId);
});

test("in a sentence in the middle, with the quote that shows it; and the lookup of its address knows the claim", async () => {
  const said = "The harbour board sold the east pier of Lindal to a fish canner last month for 40,000 crowns.";
  const [one, ...more] = await seen("middle", "A quiet week in Lindal", [...FILLER.slice(0, 2), said, FILLER[2] ?? ""]);
  assert.deepEqual(more, []);
  assert.equal(one?.listed, 1);
  assert.equal(one.quote, said);
  assert.ok(["support", "observe"].includes(one.stance), one.stance);
  const { body } = await service.get<{ claims: { id: string }[] }>("/v1/lookup?url=https://middle.example/2026/03/02/pier");
  assert.deepEqual(
    body.claims.map((c) => c.id),
    [claimId],
  );
});

test("a page that makes the claim in its title is linked, and quoted with its title", async () => {
  const title = "Lindal harbour board sells east pier to fish canner for 40,000 crowns";
  const [one] = await seen("title", title, FILLER);
  assert.equal(one?.listed, 1);
  assert.equal(one.quote, title);
});

test("told as what another said: a report", async () => {
  const [one] = await seen("told", "Words at the quay", [
    ...FILLER.slice(0, 1),
    "“The harbour board of Lindal sold the east pier to a fish canner for 40,000 crowns,” councillor Britt Halm said on Monday.",
    ...FILLER.slice(1),
  ]);
  assert.equal(one?.listed, 1);
  assert.equal(one.role, "report");
  assert.equal(one.stance, "observe");
});

test("denied in its title: a denial", async () => {
  const [one] = await seen(
    "denied",
    "No, the harbour board of Lindal did not sell the east pier to a fish canner for 40,000 crowns",
    [
      "The claim that the pier was sold is false. The pier is let for one summer, and the lease is open to all in the town hall.",
      ...FILLER,
    ],
    "fact_check",
  );
  assert.equal(one?.listed, 1);
  assert.equal(one.stance, "deny");
});

test("a page on the same topic is not linked", async () => {
  // What its sentences may state proposes no claim; what several pages tell together is another matter.
  const proposed = () => service.sql("SELECT DISTINCT claim_id FROM sighting WHERE method = 'read-1' ORDER BY 1");
  const before = await proposed();
  for (const [i, [title, first]] of [
    [
      "Lindal harbour board meets on Monday",
      "The harbour board of Lindal meets on Monday to speak of the east pier and of the fees for boats.",
    ],
    ["East pier of Lindal opens for the summer", "Anglers may use the east pier again from May, the harbour board of Lindal has decided."],
    ["Fish canner plans a shop in Lindal", "A fish canner wants to open a shop beside the harbour of Lindal before the summer."],
    ["Harbour board of Lindal sells two old tugs", "The harbour board of Lindal sold two old tugs to a museum for 40,000 crowns."],
  ].entries()) {
    const rows = await seen(`topic${i}`, title ?? "", [first ?? "", ...FILLER]);
    assert.deepEqual(
      rows.filter((row) => row.listed),
      [],
      title,
    );
  }
  assert.deepEqual(await proposed(), before);
});

test("in Spanish: an article that is led by a denial denies the claim, as far as a machine can tell, its answers answer it, a post that says that it is not so denies it", async () => {
  const ref = "villamuestra";
  await service.importLines([{ type: "claim", ref, text: "El ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo" }]);
  const article = await service.add({
    kind: "article",
    url: "https://diario.example/2026/03/02/agua",
    title: "El ayuntamiento de Villamuestra niega haber ocultado plomo en el agua",
    text: "El ayuntamiento de Villamuestra negó este domingo que haya ocultado la presencia de plomo en el agua del grifo, como aseguran mensajes difundidos en Telegram y X.\n\n«Es rotundamente falso», afirmó la concejala de Salud, Marta Ejemplar. La empresa Aguas Muestra no quiso hacer comentarios.",
  });
  const post = await service.add({
    kind: "post",
    url: "https://mastodon.example/@ines/114289563174092399",
    text: "No es verdad que el ayuntamiento de Villamuestra ocultara que el agua del grifo tiene plomo, ya lo han desmentido",
  });
  const rows = await service.sql<{ document: string; role: string; stance: string; unsure: number | null }>(
    "SELECT s.document_id AS document, s.role, s.stance, s.detail ->> '$.stanceUnsure' AS unsure FROM sighting s JOIN claim c ON c.id = s.claim_id WHERE c.ref = ?1 AND s.listed = 1 AND s.replaced_at = 9007199254740991",
    ref,
  );
  const of = (id: string) => rows.filter((row) => row.document === id).map(({ role, stance }) => `${role} ${stance}`);
  assert.deepEqual(of(post.body.id), ["assert deny"]);
  assert.deepEqual(of(article.body.id).sort(), ["assert deny", "respond comment", "respond deny", "respond deny"]);
  const own = rows.find((row) => row.document === article.body.id && row.role === "assert");
  assert.equal(own?.unsure, 1, "readers are told that it mentions the claim");
  assert.equal(rows.filter((row) => row.role === "assert" && row.stance === "support").length, 2, "the messages on Telegram and X");
});
