/** /mcp with the MCP project's own client: tools by scope, and the whole way from an address to a decision. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { KEY, openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());
const POST = "https://mastodon.example/@ann/114289563174092341";

before(async () => {
  await service.call("POST", "/v1/claims", { ref: "weir", text: "The weir of Exampleton leaks since the flood in March" });
  await service.call("POST", "/v1/claims", { ref: "secret", text: "The mayor of Exampleton owns the weir", visibility: "private" });
});

/** A client that has gone through the handshake, with a key or without one. */
async function connected(key?: string): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const requestInit = key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", service.origin()), { requestInit }));
  return client;
}
interface Result {
  content: { type: string; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}
/** A field of the data that a tool gives. */
const fieldOf = <T>(result: Result, name: string) => result.structuredContent?.[name] as T;
const called = async (client: Client, name: string, input: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: input })) as unknown as Result;

test("without a key there are the tools that read what is public", async () => {
  const client = await connected();
  assert.equal(client.getServerVersion()?.name, "whence");
  const { tools } = await client.listTools();
  const names = tools.map((tool) => tool.name).sort();
  assert.deepEqual(names, ["graph", "lookup", "responses", "search_claims", "timeline", "trace"]);
  const traced: { limit?: object; with?: object } = tools.find(({ name }) => name === "trace")?.inputSchema.properties ?? {};
  assert.partialDeepStrictEqual(traced.limit, { default: 20 }, "short answers");
  assert.equal(traced.with, undefined, "no parameter that it must refuse");
  for (const tool of tools) {
    assert.equal(tool.annotations?.readOnlyHint, true, tool.name);
    assert.equal(tool.inputSchema.type, "object");
    assert.ok((tool.description ?? "").length > 20 && !("format" in (tool.name === "trace" ? (tool.inputSchema.properties ?? {}) : {})));
  }
  const found = await called(client, "search_claims", { q: "weir of Exampleton" });
  assert.deepEqual(
    fieldOf<{ ref: string }[]>(found, "claims").map((claim) => claim.ref),
    ["weir"],
  );
  await client.close();
});

test("with a key: add, look up, match, trace, review; a refusal says what is wrong", async () => {
  const client = await connected(KEY);
  const { tools } = await client.listTools();
  for (const name of ["match", "add_document", "add_claim", "review_queue", "confirm_sighting"])
    assert.ok(
      tools.some((tool) => tool.name === name),
      name,
    );
  for (const { name, inputSchema } of tools) {
    const { properties = {}, required = [], $defs = {} } = inputSchema as { properties?: object; required?: string[]; $defs?: object };
    assert.ok(Object.keys(properties).length, `${name} tells what it takes`);
    for (const one of required) assert.ok(one in properties, `${name} takes ${one}`);
    const words = JSON.stringify(inputSchema);
    assert.doesNotMatch(words, /percent-encoded/, `${name} takes addresses as they are`);
    for (const [, def = ""] of words.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) assert.ok(def in $defs, `${name}: ${def}`);
  }
  const takes = (name: string) => Object.keys(tools.find((tool) => tool.name === name)?.inputSchema.properties ?? {});
  for (const [name, ...some] of [
    ["add_document", "url", "text", "author", "replyTo"],
    ["add_claim", "ref", "text"],
    ["add_sighting", "claim", "document", "stance"],
    ["confirm_sighting", "claim", "document"],
    ["match", "text"],
  ] as const)
    for (const one of some) assert.ok(takes(name).includes(one), `${name} takes ${one}`);
  const text = "They say the weir of Exampleton leaks since the flood in March";
  const added = await called(client, "add_document", { url: POST, text, author: { handle: "ann@mastodon.example" } });
  const found = added.structuredContent?.["found"] as { claims: { claim: { ref: string }; decision: string }[] };
  assert.deepEqual(
    found.claims.map(({ claim, decision }) => [claim.ref, decision]),
    [["weir", "linked"]],
  );
  const looked = await called(client, "lookup", { url: POST });
  assert.equal(fieldOf<{ ref: string }[]>(looked, "claims")[0]?.ref, "weir");
  const matched = await called(client, "match", { text: "Does the weir of Exampleton leak since the flood?" });
  assert.equal(fieldOf<{ claim: { ref: string } }[]>(matched, "candidates")[0]?.claim.ref, "weir");
  const story = await called(client, "trace", { id: "weir" });
  assert.match(story.content[0]?.text ?? "", /^# “The weir of Exampleton leaks.*- First known: .*Mastodon/s);
  const timeline = await called(client, "timeline", { id: "weir", limit: 10 });
  assert.equal(fieldOf<unknown[]>(timeline, "events").length, 1);
  const judged = await called(client, "confirm_sighting", { claim: "weir", document: POST });
  assert.equal(judged.structuredContent?.["status"], "changed");
  const refused = await called(client, "timeline", { id: "nowhere" });
  assert.equal(refused.isError, true);
  assert.match(refused.content[0]?.text ?? "", /No claim has this id or ref/);
  const half = await called(client, "timeline", { id: "\ud800" });
  assert.match(half.content[0]?.text ?? "", /id must be well-formed Unicode/, "half a character");
  const wrong = await called(client, "add_document", { txt: "a" });
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0]?.text ?? "", /txt is not a known field/);
  await client.close();
});

test("claims are resources by the addresses of their pages, those that the caller may see", async () => {
  const client = await connected();
  const { resources } = await client.listResources();
  assert.deepEqual(
    resources.map(({ title }) => title),
    ["The weir of Exampleton leaks since the flood in March"],
  );
  const uri = resources[0]?.uri ?? "";
  assert.match(uri, /^http:\/\/127\.0\.0\.1:\d+\/c\/c[0-9a-z]{26}$/);
  const { contents } = await client.readResource({ uri });
  assert.match(JSON.stringify(contents), /text\/markdown.*# “The weir of Exampleton leaks/s);
  await assert.rejects(client.readResource({ uri: uri.replace(/\w{26}$/, "secret") }));
  await client.close();
  const editor = await connected(KEY);
  assert.equal((await editor.listResources()).resources.length, 2);
  await editor.close();
});

test("a key with one scope has the tools of that scope, and a bad key none", async () => {
  const { key } = (await service.call<{ key: string }>("POST", "/v1/keys", { name: "agent", scopes: ["read"] })).body;
  const client = await connected(key);
  const names = (await client.listTools()).tools.map((tool) => tool.name);
  assert.ok(names.includes("match") && !names.includes("add_document") && !names.includes("confirm_sighting"));
  await client.close();
  await assert.rejects(connected("whence_nobody"));
});
