/** Mastodon: statuses, threads, boosts, quotes and edits as documents. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { identify } from "../../../shared/model/identity.ts";
import { mastodon } from "../../../workers/sources/adapters/mastodon.ts";
import { answerTo, FIRST, NOW, run } from "../adapters.ts";

/** Ids of the author's own server carry the time in their upper bits. */
const numberAt = (iso: string, low = 7) => ((BigInt(Date.parse(iso)) << 16n) + BigInt(low)).toString();
const ANN = numberAt("2025-05-01T10:00:00.250Z");
const BEN = numberAt("2025-05-01T10:20:00.000Z");
const account = (user: string, host: string, viewer: string) => ({
  id: "9",
  username: user,
  acct: host === viewer ? user : `${user}@${host}`,
  display_name: user.toUpperCase(),
  url: `https://${host}/@${user}`,
});
function status(user: string, host: string, id: string, content: string, more: object = {}, viewer = "here.example") {
  return {
    id: host === viewer ? id : `1${id.slice(1)}`,
    uri: `https://${host}/users/${user}/statuses/${id}`,
    url: `https://${host}/@${user}/${id}`,
    created_at: "2025-05-01T10:00:00.000Z",
    edited_at: null,
    in_reply_to_id: null,
    spoiler_text: "",
    visibility: "public",
    language: "en",
    content: `<p>${content}</p>`,
    account: account(user, host, viewer),
    reblog: null,
    quote: null,
    ...more,
  };
}
const short = (d: { text?: string | undefined; url?: string | undefined }) => [d.url?.split("/").pop(), d.text];

test("a post with its thread: ancestors and descendants answer each other by their own servers' addresses", () => {
  const main = status("ann", "here.example", ANN, "The pier is closed", { in_reply_to_id: "77" });
  const found = run(
    mastodon,
    { instance: "here.example", status: ANN },
    {
      [`/api/v1/statuses/${ANN}`]: main,
      [`/api/v1/statuses/${ANN}/context`]: {
        ancestors: [status("cat", "there.example", BEN, "Is it?", { id: "77" })],
        descendants: [
          status("ben", "there.example", BEN, "Who says so?", { id: "555", in_reply_to_id: ANN }),
          status("eve", "social.here.example", BEN, "The harbour master", { id: "556", in_reply_to_id: "555", spoiler_text: "pier" }),
        ],
      },
    },
  );
  assert.deepEqual([found.skipped, found.unknown], [[], []]);
  const at = (host: string, user: string) => found.documents.findLast((d) => d.url === `https://${host}/@${user}/${BEN}`);
  const eve = at("social.here.example", "eve");
  assert.equal(eve?.replyTo, `https://there.example/@ben/${BEN}`);
  assert.deepEqual([eve?.text, eve?.title], ["The harbour master", "pier"]);
  assert.equal(at("there.example", "ben")?.replyTo, `https://here.example/@ann/${ANN}`);
  assert.equal(found.documents.findLast((d) => d.text === "The pier is closed")?.replyTo, `https://there.example/@cat/${BEN}`);
  for (const document of found.documents) {
    const { platform, nativeId, published } = identify(document);
    assert.equal(platform, "mastodon");
    assert.equal(nativeId, `${new URL(document.url ?? "").host}/${document.url?.split("/").pop()}`);
    assert.equal(published.basis, "id", "the author's server numbers it, so its number is a clock");
  }
  assert.equal(identify(eve ?? { kind: "post" }).handle, "eve@social.here.example");
});

test("a server that a link leads to puts no words into the mouths of others' users, nor makes its users theirs", () => {
  const forged = status("mayor", "town.example", BEN, "We took the money", { id: "555", in_reply_to_id: ANN });
  const posing = status("ann", "here.example", ANN, "We took the money", { account: account("mayor", "town.example", "here.example") });
  const server = { [`/api/v1/statuses/${ANN}`]: posing, [`/api/v1/statuses/${ANN}/context`]: { ancestors: [forged], descendants: [] } };
  const found = run(mastodon, { instance: "here.example", status: ANN }, server);
  assert.deepEqual(
    found.documents.map((one) => [one.url, one.text, one.author, identify(one).handle]),
    [
      [
        posing.url,
        "We took the money",
        { handle: "mayor@here.example", name: "MAYOR", url: "https://town.example/@mayor" },
        "mayor@here.example",
      ],
      [forged.url, undefined, undefined, "mayor@town.example"],
    ],
  );
  // The servers that an admin chose are believed.
  const read = run(mastodon, { instance: "here.example", tag: "pier" }, { "/api/v1/timelines/tag/pier": [forged] });
  assert.equal(read.documents[0]?.text, "We took the money");
});

test("Akkoma and Pleroma give the quoted status itself", () => {
  const quoted = status("cat", "there.example", BEN, "Seen from the shore");
  for (const more of [{ quote: quoted }, { pleroma: { quote: quoted, quote_url: quoted.uri } }]) {
    const found = run(
      mastodon,
      { instance: "here.example", tag: "pier" },
      { "/api/v1/timelines/tag/pier": [status("ann", "here.example", ANN, "Look", more)] },
    );
    assert.deepEqual(
      found.documents.map(({ url, quoteOf }) => [url, quoteOf]),
      [
        [quoted.url, undefined],
        [`https://here.example/@ann/${ANN}`, quoted.url],
      ],
    );
  }
});

test("the line with a quoted post's address, for apps that know no quotes, is none of the author's words", () => {
  const quoted = status("cat", "there.example", BEN, "Seen from the shore");
  const line = (tag: string) => `<${tag} class="quote-inline">RE: <a href="${quoted.url}">${quoted.url}</a></${tag}>`;
  const quote = { state: "accepted", quoted_status: quoted };
  const of = (content: string, more: object) =>
    run(
      mastodon,
      { instance: "here.example", account: "ann" },
      {
        "/api/v1/accounts/lookup?acct=ann": { id: "9" },
        "/api/v1/accounts/9/statuses?limit=40": [status("ann", "here.example", ANN, content, more)],
        [`/api/v1/statuses/${ANN}/history`]: [`${line("p")}<p>Not so far</p>`, content].map((one, i) => ({
          content: one,
          created_at: `2025-05-01T10:0${i}:00.000Z`,
        })),
      },
    )
      .documents.filter(({ url }) => url?.includes("here.example/@ann"))
      .map(({ text, quoteOf }) => [text, quoteOf]);
  assert.deepEqual(of(`${line("p")}<p>Not so</p>`, { quote }), [["Not so", quoted.url]]);
  assert.deepEqual(of(`Not so${line("span")}`, { quote: quoted }), [["Not so", quoted.url]]);
  assert.deepEqual(of(`${line("p")}<p>Not so</p>`, { quote, edited_at: "2025-05-01T10:01:00.000Z" }), [
    ["Not so far", quoted.url],
    ["Not so", quoted.url],
  ]);
  // Without a quote that we know of, the address is all that tells what the post is about.
  assert.deepEqual(of(`${line("p")}<p>Not so</p>`, {}), [[`RE: ${quoted.url}\n\nNot so`, undefined]]);
});

test("boosts name the boosted post by its own address, quotes only when they were agreed to", () => {
  const quoted = status("cat", "there.example", BEN, "Seen from the shore");
  const found = run(
    mastodon,
    { instance: "here.example", tag: "#pier" },
    {
      "/api/v1/timelines/tag/pier": [
        {
          ...status("ann", "here.example", ANN, ""),
          content: "",
          uri: `https://here.example/users/ann/statuses/${ANN}/activity`,
          url: null,
          reblog: quoted,
        },
        status("ben", "here.example", BEN, "Look", { quote: { state: "accepted", quoted_status: quoted } }),
        status("dan", "here.example", numberAt("2025-05-01T11:00:00Z"), "Look too", { quote: { state: "revoked", quoted_status: quoted } }),
      ],
    },
  );
  const target = `https://there.example/@cat/${BEN}`;
  assert.deepEqual(
    found.documents.map((d) => [d.repostOf ?? null, d.quoteOf ?? null]),
    [
      [null, null],
      [target, null],
      [null, null],
      [null, target],
      [null, null],
    ],
  );
  const boost = found.documents[1];
  assert.ok(boost && boost.text === undefined);
  assert.equal(identify(boost).nativeId, `here.example/${ANN}`);
});

test("a boost of a picture without words still names what it boosts", () => {
  const picture = { ...status("cat", "there.example", BEN, ""), content: "" };
  const boost = {
    ...status("ann", "here.example", ANN, ""),
    content: "",
    url: null,
    uri: `https://here.example/users/ann/statuses/${ANN}/activity`,
  };
  const of = (reblog: object) =>
    run(mastodon, { instance: "here.example", tag: "pier" }, { "/api/v1/timelines/tag/pier": [{ ...boost, reblog }] });
  assert.deepEqual(
    of(picture).documents.flatMap((d) => d.repostOf ?? []),
    [`https://there.example/@cat/${BEN}`],
  );
  assert.deepEqual(of({ ...picture, visibility: "private" }).documents, [], "what is not public is not named either");
});

test("every version of an edited post comes once, oldest first, and none again on the next visit", () => {
  const edited = status("ann", "here.example", ANN, "The pier is open", { edited_at: "2025-05-01T12:00:00.000Z" });
  const server = {
    "/api/v1/accounts/lookup": { id: "9" },
    "/api/v1/accounts/9/statuses": [edited],
    [`/api/v1/statuses/${ANN}/history`]: [
      { content: "<p>The pier is closed</p>", spoiler_text: "", created_at: "2025-05-01T10:00:00.250Z", account: {} },
      { content: "<p>The pier is shut</p>", spoiler_text: "", created_at: "2025-05-01T11:00:00.000Z", account: {} },
      { content: "<p>The pier is open</p>", spoiler_text: "", created_at: "2025-05-01T12:00:00.000Z", account: {} },
    ],
  };
  const config = { instance: "https://here.example", account: "@ann" };
  const first = run(mastodon, config, server);
  assert.deepEqual(
    first.documents.map((d) => d.text),
    ["The pier is closed", "The pier is shut", "The pier is open"],
  );
  assert.equal(new Set(first.documents.map((d) => identify(d).id)).size, 1);
  const between = run(mastodon, config, server, { ...FIRST, since: Date.UTC(2025, 4, 1, 11, 30) });
  assert.deepEqual(
    between.documents.map((d) => d.text),
    ["The pier is open"],
  );
  const later = run(mastodon, config, server, { ...FIRST, since: NOW });
  assert.deepEqual([later.documents.map((d) => d.text), later.asked.length], [["The pier is open"], 2]);
});

test("an edited post whose versions the server does not tell comes with its latest text", () => {
  const edited = status("ann", "here.example", ANN, "The pier is open", { edited_at: "2025-05-01T12:00:00.000Z", in_reply_to_id: "88" });
  for (const history of ["", { error: "Record not found" }, []]) {
    const found = run(
      mastodon,
      { instance: "here.example", tag: "pier" },
      {
        "/api/v1/timelines/tag/pier": [edited],
        [`/api/v1/statuses/${ANN}/history`]: history,
        "/api/v1/statuses/88": { error: "Record not found" },
      },
    );
    assert.deepEqual(
      found.documents.map((d) => d.text),
      ["The pier is open"],
    );
    assert.deepEqual(
      found.asked.map((request) => request.aside ?? false),
      [false, true, true],
    );
  }
});

test("pages are followed back to the last visit, also where an old post was boosted", () => {
  const since = Date.UTC(2025, 4, 1, 9);
  const old = status("ben", "there.example", BEN, "Long ago", { created_at: "2019-01-01T00:00:00.000Z" });
  const page = (created_at: string) => ({
    body: [status("ann", "here.example", ANN, "Boost", { reblog: old, created_at })],
    headers: { link: '<https://here.example/api/v1/accounts/9/statuses?max_id=1>; rel="next"' },
  });
  const asked = (created_at: string) => {
    const server = { "/api/v1/accounts/lookup": { id: "9" }, "/api/v1/accounts/9/statuses": page(created_at) };
    return run(mastodon, { instance: "here.example", account: "ann" }, server, { ...FIRST, since }).asked.length;
  };
  assert.equal(asked("2025-05-01T10:00:00.000Z"), 1 + 5);
  assert.equal(asked("2025-05-01T08:00:00.000Z"), 1 + 1);
});

test("a reply whose parent is not on the page is asked for it; pages are followed on the same server only, and not for ever", () => {
  const reply = status("ann", "here.example", ANN, "No", { in_reply_to_id: "88" });
  const found = run(
    mastodon,
    { instance: "here.example", tag: "pier" },
    {
      "/api/v1/timelines/tag/pier": {
        body: [reply],
        headers: { link: '<https://here.example/api/v1/timelines/tag/pier?max_id=1>; rel="next", <https://here.example/x>; rel="prev"' },
      },
      "/api/v1/statuses/88": status("ben", "there.example", BEN, "Yes", { id: "88" }),
    },
  );
  assert.equal(found.asked.filter((request) => request.url.includes("/timelines/")).length, 5);
  assert.equal(found.documents.findLast((d) => d.text === "No")?.replyTo, `https://there.example/@ben/${BEN}`);
  const elsewhere = run(
    mastodon,
    { instance: "here.example", tag: "pier" },
    {
      "/api/v1/timelines/tag/pier": {
        body: [status("ann", "here.example", ANN, "x")],
        headers: { link: '<https://evil.example/a>; rel="next"' },
      },
    },
  );
  assert.equal(elsewhere.asked.length, 1);
});

test("what is not public, broken or claimed for another's server does not come in; the rest does", () => {
  const found = run(
    mastodon,
    { instance: "here.example", tag: "pier" },
    {
      "/api/v1/timelines/tag/pier": [
        status("ann", "here.example", ANN, "For friends", { visibility: "private" }),
        { id: 4 },
        null,
        { ...status("ben", "there.example", BEN, "Bridged"), url: "https://x.com/somebody/status/1909302532306092107" },
        status("cat", "there.example", BEN, "Good"),
      ],
    },
  );
  assert.deepEqual(found.documents.map(short), [
    [BEN, "Bridged"],
    [BEN, "Good"],
  ]);
  assert.equal(identify(found.documents[0] ?? { kind: "post" }).nativeId, `there.example/${BEN}`);
  assert.equal(found.skipped.length, 3);
});

test("it visits posts on any server, and nothing that only looks like one", () => {
  assert.deepEqual(mastodon.visits?.(`https://m.example/@ann/${ANN}`), { instance: "m.example", status: ANN });
  assert.deepEqual(mastodon.visits?.(`https://m.example/@ann@there.example/${ANN}`), { instance: "m.example", status: ANN });
  assert.deepEqual(mastodon.visits?.(`https://m.example/users/ann/statuses/${ANN}`), { instance: "m.example", status: ANN });
  for (const other of [
    "https://medium.example/@ann/a-story-1234567890abcdef",
    "https://www.tiktok.com/@ann/video/7212345678901234567",
    "https://m.example/@ann",
    "https://x.com/ann/status/1909302532306092107",
    "ftp://m.example/@ann/114289563174092341",
    "",
  ])
    assert.equal(mastodon.visits?.(other), null, other);
});

test("no answer makes it throw", () => {
  const config = mastodon.config.parse({ instance: "here.example", tag: "pier" });
  const [request] = mastodon.requests(config, FIRST);
  assert.ok(request);
  for (const body of [
    "",
    "<html>",
    "{",
    "[",
    "null",
    "3",
    '{"error":"Record not found"}',
    "[[[]]]",
    '[{"id":{}}]',
    "\ufeff[]",
    '{"a":'.repeat(5000),
  ]) {
    const found = mastodon.parse(answerTo(request, body), config, FIRST);
    assert.deepEqual(found.documents, []);
  }
  assert.equal(mastodon.parse(answerTo(request, "<html>"), config, FIRST).skipped.length, 1);
});
