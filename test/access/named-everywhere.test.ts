/**
 * Nothing about a named person becomes public that was not on the screen when it was accepted: a person who does not exist is put into each place of
 * a document, and all that anybody may read is searched for that name: before a decision, after one that did not show the words, after one that did,
 * and after the document was changed. Ways of accepting are in named-ways.test.ts and test/service/desk/named.test.ts.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { formats } from "../../workers/api/formats/index.ts";
import { Instance } from "../faults/support/instance.ts";
import { KEY } from "../support/instance.ts";

const service = new Instance(null, { WHENCE_ENV: "production" });
after(() => service.close());

const FOREVER = "replaced_at = 9007199254740991";
/** Shapes of names; each place has one of them, with `WHENCE_FULL=1` all. */
const SHAPES = [
  "Ilva §",
  "Orsin J. §",
  "María-José de la §",
  "Tadgh O’§",
  "Jón Þór-§",
  "Dr. Anna-Lena von §",
  "Hye-jin §",
  "Abd al-Rahman §",
];
/** A last name that nobody has, another one for each number. */
const lastName = (n: number) =>
  `${["Torr", "Velk", "Brenn", "Ostr", "Quil", "Maun"][n % 6]}${["en", "om", "ak", "il"][n % 4]}${["dal", "kamp", "ow", "ick", "stad"][n % 5]}${["", "e", "is"][n % 3]}`;
const lastOf = (name: string) => (/^\p{Script=Han}+$/u.test(name) ? name : (name.split(/[ ’]|al-|Þór-/).at(-1) ?? name));
const THINGS = [
  "lantern",
  "kettle",
  "sluice",
  "granary",
  "ferry",
  "cider",
  "organ",
  "quarry",
  "mill",
  "jetty",
  "bakery",
  "tannery",
  "orchard",
  "harbour",
];
let number = 0;

interface Line {
  id: string;
  document_id: string;
}
type Document = Record<string, unknown>;
interface Place {
  /** Documents that name a person, of a claim. */
  documents(claim: string, name: string, n: number): Document[];
  /** Whether the words stand on the page where the line is accepted; else they are never public. */
  onScreen: boolean;
  /** The claim, where it is not the usual one. */
  claim?: (thing: string, n: number) => string;
  names?: string[];
}
const page = (n: number, more: Document): Document => ({
  url: `https://paper${n}.example/${n}`,
  kind: "article",
  title: "News of the day",
  publishedAt: "2026-03-02",
  ...more,
});
const REST = "The council has not said anything about it so far. Nobody in the street knew more about it than that.";
const post = (n: number, text: string, more: Document = {}): Document => ({
  url: `https://forum.example/p/${n}`,
  platform: "forum",
  author: { handle: `user${n}` },
  publishedAt: "2026-03-02T09:00:00Z",
  text,
  ...more,
});

const PLACES: Record<string, Place> = {
  "the sentence that is quoted": {
    documents: (claim, name, n) => [page(n, { text: `${claim}, and ${name} knew of it, a neighbour says. ${REST}` })],
    onScreen: true,
  },
  "the sentence of a post": { documents: (claim, name, n) => [post(n, `${claim} of ${name} and all the others`)], onScreen: true },
  "a post without capitals": {
    documents: (claim, name, n) => [post(n, `${claim}. ask ${name} about it`.toLowerCase())],
    onScreen: true,
  },
  "the title": {
    documents: (claim, name, n) => [page(n, { title: `What ${name} kept quiet`, text: `${claim}, a neighbour says. ${REST}` })],
    onScreen: true,
  },
  "a title in capitals": {
    documents: (claim, name, n) => [page(n, { title: `How ${name} Ran From It All`, text: `${claim}, a neighbour says. ${REST}` })],
    onScreen: true,
  },
  "who said it": {
    documents: (claim, name, n) => [page(n, { text: `${claim}, said ${name}, a roofer, on Monday. ${REST}` })],
    onScreen: true,
  },
  "the office of who said it": {
    documents: (claim, name, n) => [page(n, { text: `${claim}, said a lawyer for ${name} on Monday. ${REST}` })],
    onScreen: true,
  },
  "who denies it": {
    documents: (claim, name, n) => [
      page(n, { text: `${claim}, a neighbour claims. "That is simply not true, we never did that," said ${name}, the owner. ${REST}` }),
    ],
    onScreen: true,
  },
  "the source that is named": {
    documents: (claim, name, n) => [
      page(n, { text: `${claim}, according to ${name}. ${REST}` }),
      page(n + 5000, {
        url: `https://other${n}.example/a`,
        text: `${name} reports that ${claim.charAt(0).toLowerCase()}${claim.slice(1)}. ${REST}`,
      }),
    ],
    onScreen: true,
  },
  "who wrote a post that is told of": {
    documents: (claim, name, n) => [
      page(n, { text: `In a post on Facebook ${name} wrote: “${claim}, and everybody knows it.” The post was shared many times. ${REST}` }),
    ],
    onScreen: true,
  },
  "who started it, as a page tells": {
    documents: (claim, name, n) => [
      page(n, {
        text: `${claim}, according to posts on Reddit.\n\nThe rumour reportedly first appeared in a post by ${name} on Facebook and later spread to X. ${REST}`,
      }),
    ],
    onScreen: true,
  },
  "the sentence beside it": {
    documents: (claim, name, n) => [
      page(n, {
        text: `The evening began when ${name} left the house in a hurry. ${claim}, a neighbour says. Later ${name} came home. ${REST}`,
      }),
    ],
    onScreen: false,
  },
  "a last name alone": {
    documents: (claim, name, n) => {
      const last = name.split(" ").at(-1);
      return [page(n, { title: `The house of ${name}`, text: `${claim}, and ${last} paid for it, a neighbour says. ${REST}` })];
    },
    onScreen: true,
  },
  "a last name alone in another document’s title": {
    documents: (claim, name, n) => [
      page(n, { text: `${claim}, said ${name}, a roofer, on Monday. ${REST}` }),
      page(n + 5000, {
        url: `https://other${n}.example/a`,
        title: `What ${name.split(" ").at(-1)} kept quiet`,
        text: `${claim}, a neighbour by the name of nobody says. ${REST}`,
      }),
    ],
    onScreen: true,
  },
  "a last name alone in the title of a page that it links to": {
    documents: (claim, name, n) => [
      page(n, {
        html: `<article><h1>News of the day</h1><p>${claim}, said ${name}, a roofer, on Monday.</p><p>All of it is in <a href="https://older${n}.example/a">what was written before</a>. ${REST}</p></article>`,
      }),
      page(n + 5000, {
        url: `https://older${n}.example/a`,
        title: `What ${name.split(" ").at(-1)} kept quiet`,
        text: "Minutes of the parish meeting in April: the hedges are to be cut, and the benches by the pond are to be painted green again.",
      }),
    ],
    onScreen: true,
  },
  "a copy that puts another name in": {
    documents: (claim, name, n) => {
      const text = (who: string) =>
        `${claim}, and ${who} paid for it with money of the parish, a neighbour says. It rained on the day, and the geese walked over the bridge as they always do. ${REST}`;
      return [
        page(n, { text: text("the parish clerk") }),
        page(n + 5000, { url: `https://copy${n}.example/a`, publishedAt: "2026-03-03", text: text(name) }),
      ];
    },
    onScreen: true,
  },
  "the words of somebody else’s bound account": {
    documents: (claim, name, n) => [
      post(n, `It is simply not true that ${claim.charAt(0).toLowerCase()}${claim.slice(1)}, whatever ${name} says. We deny it.`, {
        author: { handle: `bound${n}` },
      }),
    ],
    onScreen: true,
  },
  "a reply": {
    documents: (claim, name, n) => [
      post(n, `${claim}.`),
      post(n + 5000, `That is false, ${name} told me so.`, { replyTo: `https://forum.example/p/${n}` }),
    ],
    onScreen: true,
  },
  "a Chinese text": {
    documents: (claim, name, n) => [
      page(n, {
        lang: "zh",
        title: "当地新闻",
        text: `${claim}，${name}对此知情，邻居说。市政府至今没有就此事发表任何评论，街上没有人知道更多情况。`,
      }),
    ],
    claim: (_, n) => `基维克第${n}号面包房在黑麦面粉里掺了木屑`,
    onScreen: true,
    names: ["魏廷轩", "欧阳思源", "陆思源"],
  },
};

let feed: string | null = null;
/** The address of a feed of everything that is told of. */
async function messagesFeed(): Promise<string> {
  const { key } = service;
  service.key = KEY;
  const made = feed ? null : await service.call<{ feeds: string[] }>("POST", "/v1/subscriptions", { kind: "feed", name: "All" });
  service.key = key;
  if (made) feed = new URL(made.body.feeds.find((url) => url.endsWith(".json")) ?? "", "http://127.0.0.1").pathname;
  return feed ?? "";
}
const isFull = Boolean(process.env["WHENCE_FULL"]);
/**
 * All that anybody may read, as one text: every format, page, feed and picture of a claim and of its documents; in short what most of them are made
 * of.
 */
async function allPublic(claim: string, documents: readonly string[], since: number, inShort = false): Promise<string> {
  const { key } = service;
  service.key = null;
  const then = encodeURIComponent(new Date(since).toISOString());
  const timeline = `/v1/claims/${claim}/timeline`;
  const short = [
    timeline,
    `/v1/claims/${claim}/graph`,
    `/c/${claim}?as=reader`,
    `/c/${claim}/revisions`,
    "/feed.json",
    ...documents.map((id) => `/d/${id}`),
  ];
  const others = [
    "/v1/claims",
    `/v1/claims/${claim}`,
    `/v1/claims/${claim}?asOf=${then}`,
    ...Object.keys(formats).map((format) => `${timeline}?format=${format}`),
    `${timeline}?asOf=${then}`,
    `${timeline}?limit=1`,
    `/v1/claims/${claim}/responses`,
    `/v1/claims/${claim}/spread`,
    `/v1/claims/${claim}/graph?asOf=${then}`,
    "/v1/verdicts",
    `/c/${claim}?asOf=${then}`,
    `/c/${claim}?lang=de`,
    `/c/${claim}/embed`,
    `/c/${claim}/card.svg`,
    `/embed/${claim}`,
    `/embed/${claim}?lang=zh`,
    `/oembed?url=${encodeURIComponent(`http://127.0.0.1/c/${claim}`)}`,
    "/feed.atom",
    "/feed.rss",
    "/",
    "/status",
    "/v1/status",
    "/v1/log/blocks",
    `/c/${claim}.md`,
    `/embed/${claim}?preview=1`,
    `/oembed.xml?url=${encodeURIComponent(`http://127.0.0.1/c/${claim}`)}`,
    // What is for editors: refused, without words of it.
    `/c/${claim}?as=editor`,
    `/c/${claim}/publish`,
    `/c/${claim}/waiting`,
    ...documents.map((id) => `/v1/documents/${id}`),
    `/v1/lookup?text=${encodeURIComponent(service.sql<{ text: string }>(`SELECT text FROM claim_summary WHERE claim_id = '${claim}'`)[0]?.text ?? "")}`,
    ...service
      .sql<{ url: string | null }>(`SELECT url FROM document WHERE id IN (${documents.map((id) => `'${id}'`).join(", ")})`)
      .flatMap(({ url }) => (url ? `/v1/lookup?url=${encodeURIComponent(url)}` : [])),
    // What goes out as mail, to chats and to programs is made of the same messages; the desk is told of private claims, too.
    ...(documents.length ? [await messagesFeed()] : []),
  ];
  const paths = inShort && !isFull ? short : [...short, ...others];
  const texts = [];
  for (const path of paths) {
    const { status, text: body, headers } = await service.call("GET", path);
    assert.ok(status < 500, `${path}: ${status} ${body}`);
    const text = `${body}\n${[...headers].map(([name, value]) => `${name}: ${value}`).join("\n")}`;
    // Words in a link to a search, or in an address, are words too.
    texts.push(
      `${path}\n${text}\n${
        text.includes("%")
          ? text.replace(/%[\dA-F]{2}(?:%[\dA-F]{2})*/gi, (part) => {
              try {
                return decodeURIComponent(part);
              } catch {
                return part;
              }
            })
          : ""
      }`,
    );
  }
  service.key = key;
  return texts.join("\n");
}
/** What anybody who searches for a word is answered, with the word taken out. */
async function searchedFor(claim: string, word: string): Promise<string[]> {
  const { key } = service;
  service.key = null;
  const q = encodeURIComponent(word);
  const paths = [`/v1/claims?q=${q}`, `/?q=${q}`, `/c/${claim}?as=reader&q=${q}`, `/v1/lookup?text=${q}`, `/v1/claims?subject=${q}`];
  const texts = [];
  for (const path of paths) {
    const { text, status } = await service.call("GET", path);
    texts.push(`${path.replaceAll(q, "§")} ${status} ${text.replaceAll(q, "§").replaceAll(word, "§")}`);
  }
  service.key = key;
  return texts;
}
/** The first place of a text where a name stands, whole or its last name, however it is written. */
function where(text: string, name: string): string | null {
  const last = lastOf(name);
  const plain = (words: string) => words.toLowerCase().replaceAll("&#39;", "’").replaceAll("\\u2019", "’").replaceAll("'", "’");
  const at = plain(text).indexOf(plain(last));
  if (at < 0) return null;
  const path = text
    .slice(0, at)
    .split("\n")
    .findLast((line) => /^\/[\w?/.=&%-]*$/.test(line));
  return `${path}: …${text.slice(Math.max(0, at - 160), at + 60).replace(/\s+/g, " ")}`;
}

async function enter(place: Place, name: string, n: number) {
  const thing = THINGS[n % THINGS.length] ?? "";
  const text = place.claim?.(thing, n) ?? `The ${thing} number ${n} in Kivik mixes sawdust with its rye flour`;
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { ref: `named-${n}`, text, visibility: "public" })).body.id;
  const bound = /bound/.test(JSON.stringify(place.documents(text, name, n)));
  const given = place.documents(text, name, n);
  if (bound) {
    // The account is bound before it speaks.
    await service.call(
      "POST",
      "/v1/documents",
      { ...given[0], url: `https://forum.example/p/${n}0`, text: "Good morning to all of you." },
      { prefer: "wait" },
    );
    const bind = await service.call("POST", `/v1/accounts/forum:bound${n}/actor`, { kind: "organisation", name: "Kivik Rye Company" });
    assert.ok(bind.status < 300, bind.text);
  }
  const documents: string[] = [];
  for (const document of given) {
    const added = await service.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
    assert.ok(added.status < 300, added.text);
    documents.push(added.body.id);
  }
  await service.settle();
  return { claim, text, given, documents };
}
const linesOf = (claim: string) =>
  service.sql<Line>(`SELECT id, document_id FROM sighting WHERE ${FOREVER} AND claim_id = '${claim}' AND state <> 'rejected'`);
/** Accepts every line and every source of a claim, with their words on the screen or without. */
async function accept(claim: string, documents: readonly string[], isSeen: boolean): Promise<void> {
  const lines = linesOf(claim).map(({ id, document_id }) => ({ id, document: document_id, do: "accept" }));
  const edges = service
    .sql<{ child_id: string; parent_id: string | null; type: string }>(`SELECT child_id, parent_id, type FROM edge WHERE ${FOREVER}`)
    .filter((edge) => documents.includes(edge.child_id))
    .map((edge) => ({ id: `e:${edge.child_id}:${edge.parent_id ?? ""}:${edge.type}`, do: "accept" }));
  const items = [...lines, ...edges];
  assert.ok(items.length > 0, "there is something to accept");
  const answer = await service.call("POST", "/v1/decisions", { items, seen: isSeen ? items.map(({ id }) => id) : [] });
  assert.equal(answer.status, 200, answer.text);
  await service.settle();
}

for (const [words, place] of Object.entries(PLACES)) {
  const shapes = place.names ?? SHAPES;
  const chosen = isFull ? shapes : [shapes[number % shapes.length] ?? ""];
  for (const shape of chosen) {
    const n = ++number;
    const name = shape.replace("§", lastName(n));
    test(`${words}: ${name}`, async () => {
      const { claim, given, documents } = await enter(place, name, n);
      const since = Date.now();
      const see = async (inShort = true) => where(await allPublic(claim, documents, since, inShort), name);
      assert.equal(await see(false), null, "before anybody decided");
      if (isFull || n <= 4)
        assert.deepEqual(await searchedFor(claim, lastOf(name)), await searchedFor(claim, "Zorrobastel"), "a search does not tell of it");
      await accept(claim, documents, false);
      assert.equal(await see(), null, "accepted without the words on the screen");
      await accept(claim, documents, true);
      const shown = await see();
      if (place.onScreen) assert.notEqual(shown, null, "accepted with the words on the screen");
      else assert.equal(shown, null, "what the page did not show");
      // The page is changed after that: other words were not read.
      const other = place.names?.find((one) => one !== name) ?? `Wendel ${lastName(n + 31)}`;
      for (const document of given) {
        const changed = JSON.parse(JSON.stringify(document).replaceAll(name, other).replaceAll(name.toLowerCase(), other.toLowerCase()));
        await service.call("POST", "/v1/documents", changed, { prefer: "wait" });
      }
      await service.call("POST", "/v1/replay?apply=true");
      await service.settle();
      assert.equal(where(await allPublic(claim, documents, Date.now(), true), other), null, "changed after it was accepted");
    });
  }
}

test("a wording that nobody published: of a proposal that was reworded, of a claim that was merged, among others", async () => {
  const name = "Ilva Grundahlsen";
  const open = (
    await service.call<{ id: string }>("POST", "/v1/claims", { text: "The old lighthouse of Kivik was sold twice", visibility: "public" })
  ).body.id;
  const held = (
    await service.call<{ id: string }>("POST", "/v1/claims", {
      text: `${name} sold the old lighthouse of Kivik twice`,
      visibility: "private",
    })
  ).body.id;
  await service.call("POST", `/v1/claims/${held}/merge`, { into: open });
  const since = Date.now();
  assert.equal(where(await allPublic(open, [], since), name), null, "merged");
  const reworded = (
    await service.call<{ id: string }>("POST", "/v1/claims", { text: `${name} burned the boat house of Kivik down`, visibility: "private" })
  ).body.id;
  await service.call("PATCH", `/v1/claims/${reworded}`, { text: "The boat house of Kivik was burned down" });
  await service.call("PATCH", `/v1/claims/${reworded}`, { visibility: "public" });
  assert.equal(where(await allPublic(reworded, [], since), name), null, "reworded before it was published");
});

test("a wording with a last name alone, which a line of the claim has whole", async () => {
  const text = "The boat lift of Kivik was built without a permit";
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const document = page(9100, { text: `${text}, said Jorunn Askelvik, a roofer, on Monday. ${REST}` });
  const { id } = (await service.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body;
  await service.settle();
  await service.call("PATCH", `/v1/claims/${claim}`, { addPhrasings: ["Askelvik built the boat lift of Kivik without a permit"] });
  assert.equal(where(await allPublic(claim, [id], Date.now()), "Askelvik"), null);
  const { key } = service;
  service.key = null;
  const { body } = await service.call<{ phrasings: string[] }>("GET", `/v1/claims/${claim}`);
  service.key = key;
  assert.deepEqual(body.phrasings, []);
});

test("words that the claim named, once it names nobody any more", async () => {
  const name = "Orsin J. Whettelbrook";
  const text = `${name} mixes sawdust with the rye flour of Kivik`;
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility: "public" })).body.id;
  const added = await service.call<{ id: string }>("POST", "/v1/documents", page(9001, { text: `${text}, a neighbour says. ${REST}` }), {
    prefer: "wait",
  });
  await service.settle();
  assert.notEqual(where(await allPublic(claim, [added.body.id], Date.now()), name), null, "as the claim names him");
  await service.call("PATCH", `/v1/claims/${claim}`, { text: "Somebody mixes sawdust with the rye flour of Kivik" });
  const { key } = service;
  service.key = null;
  const now = (await service.call("GET", `/v1/claims/${claim}/timeline`)).text;
  service.key = key;
  assert.equal(where(now, name), null);
});
