/** Imports in other formats: the same path and the same report as our own lines. One bad row stops no other. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { imports } from "../../../workers/api/imports/index.ts";
import { xId } from "../support/corpus.ts";
import { type ImportReport, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
before(() => service.call("POST", "/v1/claims", { ref: "ferry", text: "The ferry between Vik and Sund will run all night from June on" }));

const send = (body: string, type: string, query = "") =>
  service.call<ImportReport>("POST", `/v1/import${query}`, body, { "content-type": type });
interface Document {
  id: string;
  platform: string | null;
  platformId: string | null;
  author: string | null;
  title: string | null;
  text: string | null;
  publishedAt: { value: string; basis: string };
}
const read = async (name: string) => (await service.get<Document>(`/v1/documents/${encodeURIComponent(name)}`)).body;
const edgesOf = (id: string) =>
  service.sql<{ parent_id: string; type: string }>(
    "SELECT parent_id, type FROM edge WHERE child_id = ?1 AND replaced_at = 9007199254740991 ORDER BY type",
    id,
  );
const report = async (body: string, type: string, query = "") => {
  const { status, body: answer } = await send(body, type, query);
  assert.equal(status, 200);
  return answer;
};
const POST = xId("2025-05-01T10:00:00Z");

test("CSV: our own columns, cells with quotes and line breaks, ids longer than 2^53", async () => {
  const csv = `\ufeffref,url,platform,platformId,author,authorId,text,publishedAt,replyTo\r\ncsv.1,https://x.com/ann/status/${POST},x,${POST},@ann,77,"The ferry runs, ""all night"",\r\nthey say",2025-05-01T10:00:00Z,\r\ncsv.2,,,,Ben,,Is it true?,2025-05-01,csv.1\r\n`;
  assert.deepEqual(await report(csv, "text/csv; charset=utf-8", "?read=false"), { accepted: 2, rejected: [], waiting: 0 });
  const first = await read("csv.1");
  assert.deepEqual([first.platformId, first.author, first.text], [POST, "@ann", 'The ferry runs, "all night",\r\nthey say']);
  const reply = await read("csv.2");
  assert.equal(reply.author, "Ben");
  assert.deepEqual(await edgesOf(reply.id), [{ parent_id: first.id, type: "reply" }]);
});

test("CSV: as spreadsheets of many countries save it, with semicolons or tabs, and times with a space", async () => {
  const rows = [
    ["ref", "text", "publishedAt"],
    ["semi.1", "The ferry runs, they say", "2025-05-01 10:00"],
  ];
  for (const [mark, ref] of [
    [";", "semi.1"],
    ["\t", "tab.1"],
  ] as const) {
    const csv = rows
      .map((row) => row.join(mark))
      .join("\r\n")
      .replace("semi.1", ref);
    assert.deepEqual(await report(csv, "text/csv", "?read=false"), { accepted: 1, rejected: [], waiting: 0 });
    const { text, publishedAt } = await read(ref);
    assert.deepEqual([text, publishedAt.value], ["The ferry runs, they say", "2025-05-01T10:00Z"]);
  }
});

test("CSV: what Excel makes of a table is read, and times only where they name one day", async () => {
  const dates = [
    "07.04.2025 17:49",
    "25/04/2025",
    "2025/04/07",
    "Mon, 07 Apr 2025 17:49:31 +0200",
    "1744048171000",
    "4/7/2025",
    "45754.74",
  ];
  const rows = dates.map((date, i) => `excel.${i};The ferry runs ${i};${date};;`);
  const csv = ["\ufeffsep=;", " Ref ;Text;Published at;;", ...rows, ";;;;", "  ;;;;;;", ""].join("\r\n");
  const { accepted, rejected } = await report(csv, "text/csv", "?read=false");
  assert.equal(accepted, 5);
  const lines = rejected.map((r) => [r.line, r.pointer]);
  assert.deepEqual(lines, [
    [8, "/publishedAt"],
    [9, "/publishedAt"],
  ]);
  const times = await Promise.all([0, 1, 2, 3, 4].map(async (i) => (await read(`excel.${i}`)).publishedAt.value));
  assert.deepEqual(times, ["2025-04-07", "2025-04-25", "2025-04-07", "2025-04-07T15:49:31Z", "2025-04-07T17:49:31Z"]);
});

test("CSV: each bad row is told by line and field, and the others are taken", async () => {
  const csv = [
    "ref,url,platform,platformId,text,likes",
    `bad.1,javascript:alert(1),,,One,4`,
    "bad.2,,x,1.90930253230609E+18,Two,4",
    '"bad.3",,,,"Three',
    'goes on",4',
    "bad.4,,,,Four,4,5,6",
    "bad.5,,,,,4",
    "bad.6,,,,Six,4",
    'bad.7,,,,"never closed,4',
  ].join("\n");
  const { accepted, rejected } = await report(csv, "text/csv", "?read=false");
  assert.equal(accepted, 2, "the third and the sixth");
  assert.deepEqual(
    rejected.map((r) => [r.line, r.pointer]),
    [
      [1, "/likes"],
      [2, "/url"],
      [3, "/platformId"],
      [6, ""],
      [7, ""],
      [9, ""],
    ],
  );
  assert.match(rejected[2]?.detail ?? "", /spreadsheet/);
  assert.match(rejected[3]?.detail ?? "", /8 cells where the first line names 6/);
});

test("what is wrong with a whole table is told in words", async () => {
  const told = async (body: string, type = "text/csv", query = "") => {
    const { accepted, rejected } = await report(body, type, query);
    assert.equal(accepted, 0);
    assert.equal(rejected.length, 1);
    assert.equal(rejected[0]?.line, 1);
    return rejected[0]?.detail ?? "";
  };
  assert.match(await told("url|text\nhttps://e.example/|x"), /bars; send them separated by commas/);
  assert.match(await told("address,words\na,b"), /none of the columns text, html, title, repostOf, but address, words/);
  assert.match(await told("id,thread_id,author,body,timestamp\n1,1,a,b,1"), /\?format=4cat/);
  assert.match(await told(""), /name the columns/);
  assert.match(await told("url,text,text\nhttps://a.example/1,one,two"), /^is named twice/);
  assert.match(await told("url,publishedAt,Published_At,text\nhttps://a.example/1,,,two"), /^is named twice/);
  assert.match(await told("id,body2\n1,2", "text/csv", "?format=4cat"), /none of the columns body/);
  assert.match(await told("noteId,summary\n1,x", "text/tab-separated-values"), /commas; send them separated by tabs/);
  assert.match(await told("noteId\tcurrentStatus\n1\tx", "text/tab-separated-values"), /source of the kind communitynotes/);
});

test("content types and names of formats", async () => {
  assert.equal((await send("{}", "application/json")).status, 415);
  assert.equal((await send("text\nx", "text/plain")).status, 415);
  assert.equal((await send("text\nx", "text/csv", "?format=xls")).status, 422);
  assert.deepEqual((await report("text\nPlainly a text", "text/plain", "?format=csv&read=false")).accepted, 1);
  const many = `text\n${Array.from({ length: 1001 }, (_, i) => `Row ${i}`).join("\n")}`;
  const tooMany = await send(many, "text/csv");
  assert.equal(tooMany.status, 413);
  assert.match(JSON.stringify(tooMany.body), /up to 1000 lines.*npx whence import FILE/);
});

test("4CAT: posts of X by their addresses, a thread's first post as the parent, times in UTC", async () => {
  const [first, second] = [xId("2025-05-02T08:00:00Z"), xId("2025-05-02T09:00:00Z")];
  const csv = [
    "id,thread_id,timestamp,unix_timestamp,link,body,author,author_fullname,author_id,language_guess,is_retweet,is_reply",
    `${first},${first},2025-05-02 08:00:00,1746172800,https://x.com/ann/status/${first},The ferry runs all night,ann,Ann,77,en,no,no`,
    `${second},${first},2025-05-02 09:00:00,1746176400,https://x.com/ben/status/${second},Says who?,ben,Ben,78,und,no,yes`,
  ].join("\n");
  assert.deepEqual((await report(csv, "text/csv", "?format=4cat&read=false")).rejected, []);
  const reply = await read(`https://x.com/i/status/${second}`);
  assert.deepEqual([reply.platformId, reply.author, reply.publishedAt.basis], [second, "Ben", "id"]);
  assert.deepEqual(await edgesOf(reply.id), [{ parent_id: (await read(`https://x.com/ann/status/${first}`)).id, type: "reply" }]);
});

test("4CAT: a table that a spreadsheet saved again, with semicolons and its own dates", () => {
  const rows = [
    "\ufeffid;thread_id;author;body;timestamp;link",
    "116;116;ann;The ferry, they say;07.04.2025 17:49;https://forum.example/t/116",
  ];
  const [read, ...more] = [...(imports["4cat"]?.read(rows.join("\r\n")) ?? [])] as { value?: Record<string, unknown> }[];
  assert.deepEqual([read?.value?.["text"], read?.value?.["publishedAt"], more], ["The ferry, they say", "2025-04-07", []]);
});

test("4CAT: forums without addresses keep their threads, and their numbers apart", async () => {
  const csv = [
    "thread_id,id,timestamp,subject,body,author",
    "500,500,2025-05-03 10:00:00,Ferry,The captain told me,Anonymous",
    "500,501,2025-05-03 10:05:00,,Which captain?,Anonymous",
    "600,501,2025-05-03 10:06:00,,Another board's number,Anonymous",
  ].join("\n");
  assert.deepEqual(await report(csv, "text/csv", "?format=4cat&read=false"), { accepted: 3, rejected: [], waiting: 0 });
  const [opening, reply, other] = [await read("4cat::500/500"), await read("4cat::500/501"), await read("4cat::600/501")];
  assert.deepEqual([opening.title, opening.publishedAt.value, opening.publishedAt.basis], ["Ferry", "2025-05-03T10:00:00Z", "human"]);
  assert.deepEqual(await edgesOf(reply.id), [{ parent_id: opening.id, type: "reply" }]);
  assert.deepEqual(await edgesOf(other.id), []);
  assert.notEqual(reply.id, other.id);
});

/** What a 4CAT export gives: its rows by column. */
function exported(rows: Record<string, string>[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((name) => `"${(row[name] ?? "").replaceAll('"', '""')}"`).join(","));
  const found = [...(imports["4cat"]?.read([columns.join(","), ...lines].join("\n")) ?? [])];
  return found.map((one) => ("detail" in one ? one.detail : (one.value as Record<string, unknown>)));
}

test("4CAT from Telegram: numbers are the chat's own, a chat is no thread, and a group's name is no author", () => {
  const row = { id: "tarnbynews-12", thread_id: "tarnbynews", chat: "tarnbynews", author: "1001", unix_timestamp: "1746180000" };
  const forward = { author_forwarded_from_name: "Sund Port", author_forwarded_from_username: "sundport" };
  const [channel, member, unnamed] = exported([
    { ...row, author_username: "tarnbynews", author_name: "Tarnby News", body: "The ferry runs", ...forward },
    { ...row, id: "tarnbynews-13", author: "2002", author_name: "Ann Example", body: "Who says so?", reply_to: "12" },
    { ...row, id: "1555-13", thread_id: "1555", chat: "1555", author: "2002", author_username: "annex", body: "Who?", reply_to: "12" },
  ]) as Record<string, unknown>[];
  assert.deepEqual(
    [channel?.["url"], channel?.["author"], channel?.["replyTo"], channel?.["origin"]],
    [
      "https://t.me/tarnbynews/12",
      { handle: "tarnbynews", name: "Tarnby News" },
      undefined,
      { name: "Sund Port", url: "https://t.me/sundport" },
    ],
  );
  assert.deepEqual(
    [member?.["url"], member?.["platformId"], member?.["author"], member?.["replyTo"]],
    [undefined, "tarnbynews/13", { name: "Ann Example", id: "2002" }, "https://t.me/tarnbynews/12"],
  );
  assert.deepEqual([unnamed?.["ref"], unnamed?.["replyTo"]], ["4cat:t.me:1555/13", "4cat:t.me:1555/12"]);
});

test("4CAT from Reddit: the page that a post links to is not the post's own address", () => {
  const row = { thread_id: "1kab2c", subreddit: "tarnby", timestamp: "1746180000" };
  const [post, reply, inner, gone] = exported([
    { ...row, id: "1kab2c", subject: "Read this", author: "ann_b", domain: "paper.example", url: "https://paper.example/ferry", body: "" },
    { ...row, id: "mxa1", parent: "t3_1kab2c", author: "[deleted]", body: "No way" },
    { ...row, id: "mxa2", parent: "t1_mxa1", author: "ben", body: "Yes it does" },
    { ...row, id: "mxa3", parent: "t1_mxa1", author: "ben", body: "[removed]" },
  ]) as (Record<string, unknown> | string)[];
  assert.deepEqual(post, {
    type: "document",
    kind: "post",
    url: "https://www.reddit.com/comments/1kab2c",
    author: { handle: "ann_b" },
    title: "Read this",
    publishedAt: "2025-05-02T10:00:00Z",
    text: "https://paper.example/ferry",
  });
  const of = (one: Record<string, unknown> | string | undefined) =>
    typeof one === "object" ? [one["kind"], one["url"], one["author"], one["replyTo"]] : one;
  assert.deepEqual(
    [of(reply), of(inner)],
    [
      ["comment", "https://www.reddit.com/comments/1kab2c/_/mxa1", undefined, "https://www.reddit.com/comments/1kab2c"],
      ["comment", "https://www.reddit.com/comments/1kab2c/_/mxa2", { handle: "ben" }, "https://www.reddit.com/comments/1kab2c/_/mxa1"],
    ],
  );
  assert.match(String(gone), /removed/);
});

test("4CAT: a comment whose link is that of the video or note is not that video or note", () => {
  const [comment, answer, note] = exported([
    { id: "75002", thread_id: "75001", post_id: "75001", post_url: "https://m.tiktok.com/v/75001", author: "ben", body: "Fake" },
    { id: "75003", thread_id: "75002", post_id: "75001", post_url: "https://m.tiktok.com/v/75001", author: "cat", body: "Is it?" },
    { id: "65aa", thread_id: "64bb", url: "https://www.xiaohongshu.com/explore/64bb", author: "Dan", body: "Nice" },
  ]) as Record<string, unknown>[];
  const of = (one?: Record<string, unknown>) => [one?.["kind"], one?.["url"], one?.["ref"], one?.["replyTo"]];
  assert.deepEqual(of(comment), ["comment", undefined, "4cat:m.tiktok.com:75001/75002", "https://m.tiktok.com/v/75001"]);
  assert.deepEqual(of(answer), ["comment", undefined, "4cat:m.tiktok.com:75001/75003", "4cat:m.tiktok.com:75001/75002"]);
  assert.deepEqual(of(note), ["comment", undefined, "4cat:xiaohongshu.com:64bb/65aa", "https://www.xiaohongshu.com/explore/64bb"]);
});

test("4CAT: sources whose thread is no post, texts as HTML, quotes, and links that only a column has", () => {
  const [truth, tumblr, wall, quote] = exported([
    {
      id: "114289563174092341",
      thread_id: "114289563174090000",
      url: "https://truthsocial.com/@ann/114289563174092341",
      account_username: "ann",
      account_display_name: "Ann",
      account_id: "9",
      body: "<p>The ferry</p><p>runs</p>",
    },
    {
      id: "733",
      thread_id: "aBcD",
      post_url: "https://ann.tumblr.com/post/733/x",
      blog_url: "https://ann.tumblr.com/",
      subject: "My blog",
      author: "ann",
      body: "<p>Ferry</p>",
    },
    { id: "456", thread_id: "123", link: "https://vk.com/wall-1_456", item_type: "comment", author_screen_name: "annb", body: "No" },
    {
      id: POST,
      thread_id: POST,
      link: `https://x.com/ann/status/${POST}`,
      quote_tweet_id: "1909302532306092107",
      quote_author: "ben",
      author: "ann",
      body: "See https://t.co/a",
      urls: "https://paper.example/a,b,https://paper.example/c",
    },
  ]) as Record<string, unknown>[];
  assert.deepEqual(
    [truth?.["author"], truth?.["text"], truth?.["replyTo"]],
    [{ handle: "ann", name: "Ann", id: "9" }, "The ferry\n\nruns", undefined],
  );
  assert.deepEqual([tumblr?.["title"], tumblr?.["text"], tumblr?.["replyTo"]], [undefined, "Ferry", undefined]);
  assert.deepEqual([wall?.["kind"], wall?.["author"], wall?.["replyTo"]], ["comment", { handle: "annb" }, "https://vk.com/wall-1_123"]);
  assert.equal(quote?.["quoteOf"], "https://x.com/ben/status/1909302532306092107");
  assert.equal(quote?.["text"], "See https://t.co/a\n\nhttps://paper.example/a,b\n\nhttps://paper.example/c");
});

test("Zeeschuimer: X with reposts, quotes and long texts; TikTok; Instagram; and what is none of them", async () => {
  const [one, two, three] = [xId("2025-05-04T08:00:00Z"), xId("2025-05-04T09:00:00Z"), xId("2025-05-04T10:00:00Z")];
  const tweet = (id: string, name: string, full_text: string, legacy: object = {}, more: object = {}) => ({
    rest_id: id,
    core: { user_results: { result: { rest_id: "9", legacy: { screen_name: name, name: name.toUpperCase() } } } },
    legacy: {
      full_text,
      created_at: "Sun May 04 08:00:00 +0000 2025",
      lang: "en",
      entities: { urls: [{ url: "https://t.co/a", expanded_url: "https://paper.example/ferry" }] },
      ...legacy,
    },
    ...more,
  });
  const item = (platform: string, data: unknown) =>
    JSON.stringify({ nav_index: "1", item_id: "1", timestamp_collected: 1, source_platform: platform, data });
  const original = tweet(one, "ann", "Ferry &amp; more: https://t.co/a");
  const body = [
    item("twitter.com", tweet(two, "ben", "RT @ann: Ferry", { retweeted_status_result: { result: { tweet: original } } })),
    item(
      "x.com",
      tweet(
        three,
        "cat",
        "Short…",
        { quoted_status_id_str: one, in_reply_to_status_id_str: two },
        { note_tweet: { note_tweet_results: { result: { text: "The long text of it" } } } },
      ),
    ),
    item("tiktok.com", {
      id: "7500528163401485589",
      desc: "Ferry #night",
      createTime: 1746352800,
      author: { uniqueId: "dan", nickname: "Dan", id: "6" },
    }),
    item("instagram.com", { code: "Cabc123", taken_at: 1746352800, caption: { text: "On board" }, user: { username: "eve", pk: "12" } }),
    item("instagram.com", {
      shortcode: "Cdef456",
      taken_at_timestamp: 1746352800,
      edge_media_to_caption: { edges: [] },
      owner: { id: "12" },
    }),
    item("9gag.com", {}),
    item("twitter.com", { legacy: {} }),
    '{"type":"document"}',
    "not json",
  ].join("\n");
  const { accepted, rejected } = await report(body, "application/x-ndjson", "?format=zeeschuimer&read=false");
  assert.equal(accepted, 6);
  assert.deepEqual(
    rejected.map((r) => [r.line, r.pointer]),
    [
      [6, "/source_platform"],
      [7, "/data"],
      [8, "/source_platform"],
      [9, ""],
    ],
  );
  const [ann, ben, cat] = [
    await read(`https://x.com/ann/status/${one}`),
    await read(`https://x.com/ben/status/${two}`),
    await read(`https://x.com/cat/status/${three}`),
  ];
  assert.equal(ann.text, "Ferry & more: https://paper.example/ferry");
  assert.deepEqual(await edgesOf(ben.id), [{ parent_id: ann.id, type: "repost" }]);
  assert.equal(cat.text, "The long text of it");
  assert.deepEqual(
    (await edgesOf(cat.id)).map((e) => e.type),
    ["quote", "reply"],
  );
  assert.equal((await read("https://www.tiktok.com/@dan/video/7500528163401485589")).publishedAt.value, "2025-05-04T10:00:00Z");
  assert.equal((await read("https://www.instagram.com/p/Cabc123")).text, "On board");
});

/** What an item that Zeeschuimer stored gives. */
function stored(source_platform: string, data: object) {
  const [found] = [...(imports["zeeschuimer"]?.read(JSON.stringify({ source_platform, data })) ?? [])].slice(-1);
  return found && "value" in found ? (found.value as Record<string, unknown>) : found?.detail;
}

test("Zeeschuimer: accounts of X where its page has had them, and the links of a long text", () => {
  const legacy = { full_text: "Ferry…", entities: { urls: [] }, user_id_str: "77" };
  const note = {
    text: "The ferry runs: https://t.co/b",
    entity_set: { urls: [{ url: "https://t.co/b", expanded_url: "https://paper.example/b" }] },
  };
  const post = { rest_id: POST, legacy, note_tweet: { note_tweet_results: { result: note } } };
  const of = (data: object) => {
    const found = stored("x.com", data);
    return typeof found === "object" ? [found["author"], found["url"], found["text"]] : found;
  };
  const text = "The ferry runs: https://paper.example/b";
  const inCore = { user_results: { result: { rest_id: "77", core: { screen_name: "ann", name: "Ann" } } } };
  const ann = { handle: "ann", name: "Ann", id: "77" };
  assert.deepEqual(of({ ...post, core: inCore }), [ann, `https://x.com/ann/status/${POST}`, text]);
  assert.deepEqual(of({ ...post, core: { user_results: {} } }), [{ id: "77" }, `https://x.com/i/status/${POST}`, text]);
  const old = { legacy: { ...legacy, id_str: POST }, user: { screen_name: "ann", name: "Ann" } };
  assert.deepEqual(of(old), [ann, `https://x.com/ann/status/${POST}`, "Ferry…"]);
});

test("Zeeschuimer: posts of Threads and Truth Social, with what they quote and answer", () => {
  const user = (username: string) => ({ username, pk: "12" });
  const found = stored("threads.net", {
    code: "DIabcdefghi",
    taken_at: 1746352800,
    caption: { text: "Not so" },
    user: user("eve"),
    text_post_app_info: { share_info: { quoted_post: { code: "DIabcdefgha", taken_at: 1746352000, caption: null, user: user("dan") } } },
  });
  assert.deepEqual(found, {
    type: "document",
    platform: "threads",
    platformId: "DIabcdefghi",
    url: "https://www.threads.com/@eve/post/DIabcdefghi",
    author: { handle: "eve", id: "12" },
    text: "Not so",
    publishedAt: "2025-05-04T10:00:00Z",
    quoteOf: "https://www.threads.com/@dan/post/DIabcdefgha",
  });
  const status = (id: string, name: string) => ({
    id,
    url: `https://truthsocial.com/@${name}/${id}`,
    uri: `https://truthsocial.com/@${name}/${id}`,
    created_at: "2025-05-04T10:00:00.000Z",
    content: `<p>Words of ${name}</p>`,
    visibility: "public",
    account: { id: "7", username: name, acct: name, display_name: name.toUpperCase(), url: `https://truthsocial.com/@${name}` },
  });
  const [ben, cat] = [status("114289563174090000", "ben"), status("114289563174080000", "cat")];
  const ann = stored("truthsocial.com", { ...status("114289563174092341", "ann"), quote: ben, in_reply_to_id: cat.id, in_reply_to: cat });
  assert.ok(typeof ann === "object");
  assert.deepEqual(
    [ann["author"], ann["text"]],
    [{ handle: "ann@truthsocial.com", name: "ANN", url: "https://truthsocial.com/@ann" }, "Words of ann"],
  );
  assert.deepEqual([ann["quoteOf"], ann["replyTo"]], [ben.url, cat.url]);
  assert.equal(stored("instagram.com", { code: "DIabc" }), "is no post of Instagram: needs code and taken_at, or a node of its graph");
});

test("Community Notes: a note answers its post", async () => {
  const tsv = `noteId\tnoteAuthorParticipantId\tcreatedAtMillis\ttweetId\tclassification\tsummary\n1909400000000000001\tA0\t1746352800000\t${POST}\tMISINFORMED_OR_POTENTIALLY_MISLEADING\tThe timetable says otherwise\nx\tA\t1\t2\t3\t4\n`;
  const { accepted, rejected } = await report(tsv, "text/tab-separated-values", "?read=false");
  assert.deepEqual([accepted, rejected.map((r) => [r.line, r.pointer])], [1, [[3, "/noteId"]]]);
  const note = await read("https://x.com/i/birdwatch/n/1909400000000000001");
  assert.deepEqual(await edgesOf(note.id), [{ parent_id: (await read(`https://x.com/i/status/${POST}`)).id, type: "reply" }]);
});

test("the same file again changes nothing; any bytes get an answer of ours", async () => {
  const csv = "url,text\nhttps://www.example.com/ferry,The ferry again";
  await report(csv, "text/csv", "?read=false");
  const counts = await service.counts();
  assert.equal((await report(csv, "text/csv", "?read=false")).accepted, 1);
  assert.deepEqual(await service.counts(), counts);
  await fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(imports)),
      fc.string({ unit: fc.constantFrom('"', ",", "\t", "\n", "{", "}", "a", "body", "text", ":", "\0", "\ud800"), maxLength: 200 }),
      (name, body) => {
        for (const read of imports[name]?.read(body) ?? []) assert.ok(read.line >= 1);
      },
    ),
  );
  for (const bytes of ["text\n\0", "text\n\u{fffe}"]) assert.equal((await send(bytes, "text/csv", "?read=false")).status, 200);
});
