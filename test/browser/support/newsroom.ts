/** Claims, articles and suggestions as a newsroom has them, and a walk through all forms of the desk without script. */
import assert from "node:assert/strict";
import type { Page as Tab } from "playwright-core";
import type { Service } from "../../service/support/harness.ts";

export interface Newsroom {
  service: Service;
  /** Counts what was made, so that each is another one. */
  serial: number;
}
export interface DeniedClaim {
  claim: string;
  text: string;
  document: string;
  url: string;
  /** The response that waits. */
  response: string;
}

/** Adds an article. */
export async function article(room: Newsroom, text: string, url = `https://paper-x${++room.serial}.example/a`): Promise<string> {
  return (await room.service.add({ url, kind: "article", title: "News from the coast", text })).body.id;
}
/** A claim that is followed, with an article on its timeline in which a named person denies it: that waits. */
export async function deniedClaim(room: Newsroom, visibility = "public"): Promise<DeniedClaim> {
  const { service } = room;
  const n = ++room.serial;
  const text = `The bakery number ${n} in Kivik mixes sawdust with its rye flour`;
  const claim = (await service.call<{ id: string }>("POST", "/v1/claims", { text, visibility })).body.id;
  const url = `https://paper${n}.example/a`;
  const said = `"That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker.`;
  const document = await article(room, `${text}, a neighbour claims. ${said} The council has not said anything about it so far.`, url);
  const { suggestions } = (
    await service.get<{ suggestions: { id: string; statement: string }[] }>(`/v1/review?kind=response&claim=${claim}`)
  ).body;
  const response = suggestions.find((s) => /Holm/.test(s.statement));
  assert.ok(response, "the denial waits");
  return { claim, text, document, url, response: response.id };
}
/** Posts that may make a claim, all of which wait: so sure is the machine of each. `named` of them have a person's words. */
export async function addPosts({ service, ...room }: Newsroom, claim: string, n: number, score: number, named = 0): Promise<void> {
  const before = await service.sql<{ id: string }>("SELECT id FROM sighting WHERE claim_id = ?1", claim);
  const known = new Set(before.map((row) => row.id));
  const { text } = (await service.get<{ text: string }>(`/v1/claims/${claim}`)).body;
  const lines = Array.from({ length: n }, (_, i) => ({
    type: "document",
    url: `https://forum.example/${claim}/${room.serial}-${known.size}-${i}`,
    platform: "forum",
    author: { handle: `u${known.size}x${i}` },
    // Other numbers would make it another claim.
    text: `${text}, says reader ${String.fromCharCode(97 + (known.size % 26), 97 + (i % 26))} of the day`,
  }));
  await service.importLines(lines);
  await service.settle();
  const rows = await service.sql<{ id: string }>("SELECT id FROM sighting WHERE claim_id = ?1 AND replaced_at = 9007199254740991", claim);
  const fresh = rows.map((row) => row.id).filter((id) => !known.has(id));
  assert.equal(fresh.length, n, "each post is on the timeline");
  const party = `json('{"kind":"person","name":"Nils Holm","description":null,"role":null,"affiliation":null}')`;
  // As the matcher leaves what it is less sure of.
  await service.sql(
    `UPDATE sighting SET listed = 0, score = ?2 WHERE replaced_at = 9007199254740991 AND id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(fresh),
    score,
  );
  await service.sql(
    `UPDATE sighting SET detail = json_set(detail, '$.attributedTo', ${party}) WHERE replaced_at = 9007199254740991 AND id IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(fresh.slice(0, named)),
  );
  for (const part of ["rollups", "suggestions"]) assert.equal((await service.call("POST", `/v1/rebuild?part=${part}`)).status, 200);
}

const TOWNS = ["Ahlen", "Borg", "Cadiz", "Delft", "Eger", "Faro", "Gavle", "Hagen", "Imola", "Jena", "Kolding", "Lucca", "Melk"];
const HEADLINES = [
  "Norrby ferry lost its steering with 212 passengers on board",
  "Ferry with 212 passengers loses steering off Port Calder",
  "Norrby ferry drifts without steering, 212 on board",
  "212 passengers on Norrby ferry that lost its steering",
  "Port Calder: Norrby ferry lost steering on Sunday night",
];
const LEADS = [
  "The Norrby ferry lost its steering on Sunday night with 212 passengers on board, the Calder Courier reported.",
  "A ferry from Norrby with 212 passengers lost its steering off Port Calder on Sunday, according to the Calder Courier.",
  "The ferry from Norrby lost its steering near Port Calder with 212 passengers on board, the Calder Courier says.",
  "With 212 passengers on board the Norrby ferry lost its steering on Sunday, as first reported by the Calder Courier.",
];
const REACTIONS = ["Is this true?", "Unbelievable.", "My aunt was on it.", "What a night.", "Please check this.", "I hope all are well."];

/** A story that nobody entered as a claim, as an import brings it: articles, in some of which the harbour's office denies it, and posts. */
export async function ferryStory({ service }: Newsroom, pages: number, posts: number): Promise<void> {
  const of = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  const articles = Array.from({ length: pages }, (_, i) => ({
    type: "document",
    kind: "article",
    url: `https://ferry-paper${i}.example/a`,
    title: of(HEADLINES, i),
    publishedAt: "2026-03-02",
    text: `${of(LEADS, i + Math.floor(i / 5))} ${i % 6 === 5 ? "The ferry Norrby did not lose its steering, a spokeswoman for the harbour office of Port Calder said. " : ""}Two tugs were seen beside the ship in the evening. People in ${of(TOWNS, i)} waited for news of the ${i + 3} who had left from there, and the ticket office in ${of(TOWNS, i + 5)} stayed open.`,
  }));
  const said = Array.from({ length: posts }, (_, i) => ({
    type: "document",
    url: `https://forum.example/ferry/${i}`,
    platform: "forum",
    author: { handle: `rider${i}` },
    publishedAt: new Date(Date.UTC(2026, 2, 2, 6, i)).toISOString(),
    text: `${of(HEADLINES, i)}. ${of(REACTIONS, i + Math.floor(i / 6))} ${of(TOWNS, i)}`,
  }));
  await service.importLines([...articles, ...said]);
  await service.settle();
}

/** Goes through every form of the desk's pages as a browser without script does, and looks at what each did. */
export async function formsWithoutScript(room: Newsroom, tab: Tab): Promise<void> {
  const { service } = room;
  const open = (path: string) => tab.goto(`${service.origin()}${path}`);
  const strip = async () => ((await tab.textContent("#strip")) ?? "").trim();
  const send = async (selector: string, said: RegExp) => {
    await Promise.all([tab.waitForEvent("load"), tab.locator(selector).first().click()]);
    assert.match(await strip(), said, selector);
  };
  const unfold = (selector: string) => tab.locator(selector).first().click();
  const one = await deniedClaim(room);
  const other = await deniedClaim(room);
  const page = `/c/${one.claim}?as=editor`;
  const line = `form.ln:has(input[name=seen][value="${one.response}"])`;
  // The queue: accept, undo, later, reject with a reason, several at once.
  await open(`/review?kind=response&claim=${one.claim}`);
  await send('.acts button[value="accept"]', /Accepted/);
  await send("#strip form button", /[Uu]ndone/);
  await open(`/review?kind=response&claim=${one.claim}`);
  await send('.acts button[value="later"]', /[Pp]ostponed/);
  await send("#strip form button", /[Uu]ndone/);
  // The workspace: lines.
  await open(page);
  await send(`${line} button[value="accept"]`, /Accepted/);
  await unfold(`${line} details.ed summary`);
  await tab.locator(`${line} input[name="described"]`).fill("master baker");
  await send(`${line} button[value="edit"]`, /[Cc]hanged/);
  await send(`${line} .star`, /[Cc]hanged/);
  await send(`${line} button[value="reject"]`, /[Rr]ejected/);
  await send("#strip form button", /[Uu]ndone/);
  // The head: wording, state, owner, watch, rating, response, note, embed.
  const menu = async (label: string) => unfold(`.menu > summary:has-text("${label}")`);
  await menu("Wording");
  await tab.fill("#f-wording", `${one.text}, it is said`);
  await send("form:has(#f-wording) button", /[Cc]hanged/);
  await menu("State");
  await tab.selectOption("#f-status", "settled");
  await send("form:has(#f-status) button", /[Cc]hanged/);
  await send('form:has(input[value="watch"]) button', /You watch this claim/);
  await send('form:has(input[value="unwatch"]) button', /no longer watch/);
  await menu("Add");
  await unfold('summary:has-text("A rating")');
  await tab.fill("#f-publisher", "Fact Desk");
  await tab.fill("#f-label", "False");
  await tab.fill("#f-url", "https://facts.example/1");
  await send("form:has(#f-publisher) button", /[Aa]dded/);
  await send("#strip form button", /[Uu]ndone/);
  await menu("Add");
  await unfold('summary:has-text("A response")');
  await tab.fill("#f-who", "Kivik council");
  await tab.fill("#f-document", one.url);
  await tab.fill("#f-quote", "The council has not said anything about it so far.");
  await send("form:has(#f-who) button", /[Aa]dded/);
  assert.match((await tab.textContent(".three")) ?? "", /Kivik council/);
  await send("#strip form button", /[Uu]ndone/);
  await tab.fill("#f-note-text", "Asked the baker by phone.");
  await send("form:has(#f-note-text) button", /[Aa]dded/);
  await send("#strip form button", /[Uu]ndone/);
  await tab.fill("#f-headline", "Sawdust?");
  await send("form:has(#f-headline) button", /[Cc]hanged/);
  await send("#strip form button", /[Uu]ndone/);
  // Publish and take down.
  await menu("Who sees it");
  await send('form:has(input[value="private"]) button', /Taken down/);
  await open(`/c/${one.claim}/publish`);
  await send('button[value="public"]', /Published|held/);
  // Merge and split.
  await open(page);
  await menu("Merge or split");
  await tab.fill("#f-q", other.claim);
  await Promise.all([tab.waitForEvent("load"), tab.locator("form:has(#f-q) button").click()]);
  await send("main form[method=post] button", /[Mm]erged “/);
  await send("#strip form button", /[Uu]ndone/);
  await open(page);
  await tab.locator('.ln input[name="pick"]').first().check();
  await menu("Merge or split");
  await tab.fill("#f-other", "The mill of Kivik grinds wood instead of rye");
  await send("form:has(#f-other) button", /[Ss]plit/);
  await send("#strip form button", /[Uu]ndone/);
  await documentForms(room, tab, other, { open, send, unfold });
}

interface Walk {
  open(path: string): Promise<unknown>;
  send(selector: string, said: RegExp): Promise<void>;
  unfold(selector: string): Promise<void>;
}
async function documentForms(room: Newsroom, tab: Tab, one: DeniedClaim, { open, send, unfold }: Walk): Promise<void> {
  await open(`/d/${one.document}`);
  await tab.fill("#f-title", "Bread");
  await tab.fill("#f-publishedAt", "2025-04-01");
  await tab.fill("#f-why", "the page's footer");
  await send('form:has(#f-title) button[value="save"]', /Changed details of a document: the page's footer/);
  assert.equal(await tab.inputValue("#f-title"), "Bread");
  await send('button[value="reset"]', /[Cc]hanged/);
  await send("#strip form button", /[Uu]ndone/);
  const line = `form:has(input[name=id][value="${one.response}"])`;
  await send(`${line} button[value="accept"]`, /Accepted/);
  await send(`${line} button[value="reject"]`, /[Rr]ejected/);
  await unfold('summary:has-text("Add…")');
  await tab.fill("#f-claim", "The rye of Kivik is grown in Poland");
  await send("form:has(#f-claim) button", /[Aa]dded/);
  await send("#strip form button", /[Uu]ndone/);
  await unfold("details:has(#f-parent) summary");
  await tab.fill("#f-parent", "https://origin.example/first");
  await send("form:has(#f-parent) button", /[Aa]dded/);
  await send("#strip form button", /[Uu]ndone/);
  assert.deepEqual((await room.service.get<{ violations: unknown[] }>("/v1/verify")).body.violations, []);
}
