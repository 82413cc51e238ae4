/** Two editors have the same page open. What one decides stands; the other, whose page is older, is told so, and keeps what was written. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Instance } from "../faults/support/instance.ts";

const instance = new Instance(null, { WHENCE_ENV: "production" });
after(() => instance.close());
const key = instance.key ?? "";
const WORDS = "The bakery in Kivik mixes sawdust with its rye flour";
const LATE = /Ana Ruiz [a-z ]+ it (?:just now|\d+ \w+ ago)/;
let [ana, ben] = ["", ""];
let claim = "";

const get = (who: string, path: string) => {
  instance.key = null;
  return instance.call("GET", path, undefined, { cookie: who });
};
function post(who: string, path: string, fields: Iterable<[string, string]>) {
  instance.key = null;
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "http://127.0.0.1", referer: `http://127.0.0.1${PAGE()}` };
  return instance.call("POST", path, String(new URLSearchParams([...fields])), { ...headers, ...(who && { cookie: who }) });
}
const PAGE = () => `/c/${claim}?as=editor`;
async function joined(name: string): Promise<string> {
  instance.key = key;
  const { body } = await instance.call<{ link: string }>("POST", "/v1/invitations", { name, role: "admin" });
  const answer = await post("", new URL(body.link).pathname, [["name", name]]);
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
/** Adds a page that makes the claim; gives its id. */
async function added(url: string): Promise<string> {
  instance.key = key;
  const text = `${WORDS}, the paper writes. It asked the council, and nobody there knew of it.`;
  const document = { url, kind: "article", title: "News from Kivik", text };
  return (await instance.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" })).body.id;
}
/** What a form of a page sends, with these fields filled in. The form is known by words of its source, whatever is in quotation marks there. */
function filled(html: string, has: string, fields: Record<string, string>): [string, string][] {
  const bare = (source: string) => source.replaceAll('"', "");
  const form = html.match(/<form.*?<\/form>/gs)?.find((one) => bare(one).includes(bare(has))) ?? "";
  assert.ok(form, `a form with ${has}`);
  const hidden = [...form.matchAll(/<input type=hidden name="?([\w:-]+)"? value="([^"]*)">/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
  );
  return [...hidden.filter(([name]) => !(name in fields)), ...Object.entries(fields)];
}
/** Sends a form as Ana and then the same page's form as Ben; gives the answer to Ben, or the page that it leads to. */
async function inTurn(path: string, first: [string, string][], second: [string, string][], to = path) {
  const done = await post(ana, path, first);
  assert.equal(done.status, 303, done.text);
  const answer = await post(ben, to, second);
  return answer.status === 303 ? get(ben, answer.headers.get("location")?.replace(/#.*/, "") ?? "") : answer;
}
const stored = () => instance.sql<{ text: string; subject: string; visibility: string }>("SELECT * FROM claim WHERE replaced_at > 9e14")[0];

before(async () => {
  [ana, ben] = [await joined("Ana Ruiz"), await joined("Ben Oh")];
  instance.key = key;
  claim = (await instance.call<{ id: string }>("POST", "/v1/claims", { text: WORDS, visibility: "public" })).body.id;
  await added("https://paper.example/a");
});

test("a wording, a headline, an owner and a document's details are not written over unseen", async () => {
  const page = (await get(ben, PAGE())).text;
  const change = `/c/${claim}/change`;
  const wording = await inTurn(
    change,
    filled(page, "name=wording", { wording: WORDS, subject: "the bakery" }),
    filled(page, "name=wording", { wording: `${WORDS}, it is said`, subject: "" }),
  );
  assert.equal(wording.status, 409);
  assert.match(wording.text, LATE);
  assert.match(wording.text, />The bakery in Kivik mixes sawdust with its rye flour, it is said<\/textarea>/);
  assert.deepEqual([stored()?.text, stored()?.subject], [WORDS, "the bakery"]);

  const embed = (headline: string, note: string) => filled(page, "name=headline", { headline, note, kicker: "", credit: "" });
  assert.match((await inTurn(change, embed("Sawdust, they say", ""), embed("", "Asked the baker"))).text, LATE);
  assert.match(String(instance.sql<{ settings: string }>("SELECT settings FROM claim_embed")[0]?.settings), /Sawdust, they say/);

  const [person] = instance.sql<{ id: string }>("SELECT id FROM person WHERE name = 'Ana Ruiz'");
  const take = filled(page, 'value="owner"', { owner: person?.id ?? "" });
  assert.match((await inTurn(change, take, filled(page, 'value="owner"', { owner: "" }))).text, /Nothing changed\. Ana Ruiz/);

  const at = `/d/${instance.sql<{ id: string }>("SELECT id FROM document")[0]?.id}`;
  const details = (await get(ben, at)).text;
  const edit = (title: string, author: string) => filled(details, 'name="wasBasis"', { do: "save", title, author, kind: "article" });
  const late = await inTurn(`${at}/edit`, edit("Kivik asks", ""), edit("News from Kivik", "A. Writer"));
  assert.equal(late.status, 409);
  assert.match(late.text, LATE);
  assert.equal(instance.sql<{ title: string }>("SELECT title FROM document")[0]?.title, "Kivik asks");
});

test("a line that one editor dropped does not come back by the other's older page, and a claim that was taken down neither", async () => {
  const page = (await get(ben, PAGE())).text;
  const [line] = instance.sql<{ id: string }>("SELECT id FROM sighting WHERE replaced_at > 9e14 AND listed");
  const of = (verb: string, more = {}) => filled(page, `id="${line?.id}"`, { do: verb, ...more });
  assert.match((await inTurn(`/c/${claim}/line`, of("reject"), of("edit", { stance: "query" }))).text, LATE);
  const states = () => instance.sql<{ state: string }>("SELECT state FROM sighting WHERE replaced_at > 9e14 AND id = ?", line?.id ?? "");
  assert.equal(states()[0]?.state, "rejected");

  const down = filled(page, 'value="private"', {});
  const publishing = (await get(ben, `/c/${claim}/publish`)).text;
  await post(ana, `/c/${claim}/publish`, down);
  const asked = filled((await get(ben, `/c/${claim}/publish`)).text, "name=visibility", { visibility: "public" });
  assert.match(
    (await post(ben, `/c/${claim}/publish`, filled(publishing, "name=visibility", { visibility: "public" }))).headers.get("location") ?? "",
    /late/,
  );
  assert.equal(stored()?.visibility, "private");
  // On the page as it is now it is published.
  await post(ben, `/c/${claim}/publish`, asked);
  assert.equal(stored()?.visibility, "public");
});

test("what is moved or merged meanwhile is not moved again, and takes no note with it", async () => {
  const change = `/c/${claim}/change`;
  const document = await added("https://paper.example/b");
  const split = (other: string): [string, string][] => [
    ["what", "split"],
    ["pick", document],
    ["other", other],
  ];
  const late = await inTurn(change, split("What Ana split off"), split("What Ben split off"));
  assert.match(late.text, /What was ticked is not on this claim any more/);
  const claims = instance.sql<{ id: string; text: string }>("SELECT id, text FROM claim WHERE replaced_at > 9e14");
  assert.deepEqual(
    claims.map(({ text }) => text).filter((text) => /split off/.test(text)),
    ["What Ana split off"],
  );

  const into = claims.find(({ text }) => /split off/.test(text))?.id ?? "";
  const note = await inTurn(
    change,
    [
      ["what", "merge"],
      ["into", into],
    ],
    [
      ["what", "note"],
      ["text", "The baker has called back"],
    ],
  );
  assert.equal(note.status, 409);
  assert.match(note.text, /Ana Ruiz merged it.*The baker has called back/s);
});

test("whose session has ended finds what was written on the page to sign in", async () => {
  const answer = await post("", `/c/${claim}/change`, [
    ["what", "note"],
    ["text", 'I asked the "master baker" & he said no'],
  ]);
  assert.equal(answer.status, 401);
  assert.match(answer.text, /readonly rows=4 dir=auto>I asked the &quot;master baker&quot; &amp; he said no<\/textarea>/);
});
