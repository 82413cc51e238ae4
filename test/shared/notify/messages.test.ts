/** Messages to subscribers: signatures, retries, filters, and bodies in which no words of a source act as markup. */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { atomFeed, jsonFeed, rssFeed } from "../../../shared/notify/feed.ts";
import { discordBody, type Message, mailOf, sentenceOf, slackBody, webhookBody } from "../../../shared/notify/message.ts";
import { nextWait } from "../../../shared/notify/schedule.ts";
import { secretOf, signedHeaders } from "../../../shared/notify/signature.ts";
import { fits, meansEvents } from "../../../shared/notify/subscription.ts";

const claim = { id: "c1", text: "The bridge was sold", url: "https://w.example/c/c1", status: "open", visibility: "public" };
const message = (change: Partial<Message> = {}): Message => ({
  id: "msg_7_c1",
  type: "document.read",
  at: Date.UTC(2026, 2, 1, 10),
  seq: 7,
  claim,
  document: { id: "d1", url: "https://paper.example/a", title: "Bridge sold", author: "Ann", platform: "web" },
  changes: null,
  appearance: { stance: "deny", role: "respond", state: "suggested", response: "denial" },
  detail: {},
  ...change,
});

test("the signature is that of the specification's example", () => {
  // Standard Webhooks, libraries' own test vector.
  const headers = signedHeaders("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}', [
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ]);
  assert.equal(headers["webhook-signature"], "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("while a secret is rotated out, both sign", () => {
  const secrets = [secretOf(new Uint8Array(32).fill(1)), secretOf(new Uint8Array(32).fill(2))];
  const headers = signedHeaders("m", 5, "{}", secrets);
  const expected = [1, 2].map((n) => `v1,${createHmac("sha256", new Uint8Array(32).fill(n)).update("m.5.{}").digest("base64")}`);
  assert.equal(headers["webhook-signature"], expected.join(" "));
});

test("retries grow, end after about three days, and wait as long as the receiver asks, up to a day", () => {
  const waits: number[] = [];
  for (let failed = 1, wait = nextWait(1, null, 0); wait !== null; wait = nextWait(++failed, null, 0)) waits.push(wait);
  assert.deepEqual(
    waits,
    [...waits].sort((a, b) => a - b),
  );
  const days = waits.reduce((a, b) => a + b) / 86_400_000;
  assert.ok(days > 3 && days < 3.5, String(days));
  assert.equal(nextWait(1, 600_000, 0.5), 600_000);
  assert.equal(nextWait(1, 99 * 86_400_000, 0.5), 86_400_000);
});

test("a stance that is a machine's guess is not told", () => {
  assert.match(
    sentenceOf(message({ appearance: { stance: null, role: "assert", state: "suggested", response: null } })),
    /: mentions it \(read by/,
  );
});

test("a text that was changed: each channel for people leads to what changed", () => {
  const changes = "https://w.example/d/d1#changes";
  const changed = message({ type: "document.changed", changes });
  assert.match(slackBody(changed), /d\/d1#changes\|what changed/);
  assert.match(discordBody(changed), /<https:\/\/w\.example\/d\/d1#changes>/);
  assert.match(mailOf("Desk", [changed], "https://w.example").text, /\n {2}https:\/\/w\.example\/d\/d1#changes\n/);
  assert.match(
    atomFeed({ title: "Desk", self: "s", page: "p", messages: [changed] }),
    /rel="alternate" href="https:\/\/w\.example\/d\/d1#changes"/,
  );
});

test("an address with signs that are escaped already leads to the same page from each channel", () => {
  const url = "https://de.example/wiki/Br%C3%BCcke?a=%3Cb%3E&c=d|e";
  const told = message({ document: { id: "d", url, title: null, author: null, platform: null } });
  assert.match(slackBody(told), /<https:\/\/de\.example\/wiki\/Br%C3%BCcke\?a=%3Cb%3E&c=d%7Ce\|the source>/);
  assert.match(mailOf("Desk", [told], "https://w.example").text, /wiki\/Br%C3%BCcke\?a=%3Cb%3E&c=d\|e\n/);
});

test("a filter names types of events that there are, and whole families", () => {
  for (const good of ["document.change.small", "document.change.*", "claim.*", "person.joined"]) assert.ok(meansEvents(good), good);
  for (const bad of ["claims.changed", "claim.change", "claim", "claim.", "*", ".*", "nothing.*", "", "claim.changed.*"])
    assert.ok(!meansEvents(bad), bad);
});

test("filters: types, whole families, claims, and what readers may see", () => {
  const own = (id: string) => (id === "cOld" ? "c1" : id);
  const event = { type: "claim.changed", claimId: "c1", isShown: false, isWaiting: false };
  const filter = { types: [], claims: [], sure: false };
  assert.ok(fits(filter, event, own));
  assert.ok(!fits(filter, { ...event, claimId: null }, own), "events of no claim are asked for by type");
  assert.ok(fits({ ...filter, types: ["verify.failed"] }, { ...event, type: "verify.failed", claimId: null }, own));
  assert.ok(fits({ ...filter, types: ["claim.*"] }, event, own));
  assert.ok(!fits({ ...filter, types: ["claims.*", "claim.change"] }, event, own));
  assert.ok(fits({ ...filter, claims: ["cOld"] }, event, own), "a claim that was merged is followed where it went");
  assert.ok(!fits({ ...filter, claims: ["c2"] }, event, own));
  assert.ok(!fits({ ...filter, sure: true }, event, own));
  assert.ok(!fits({ ...filter, waiting: true }, event, own));
  assert.ok(fits({ ...filter, waiting: true }, { ...event, isWaiting: true }, own));
});

test("one sentence says what happened, and that nobody has checked it", () => {
  assert.equal(sentenceOf(message()), "Seen in “Bridge sold” (web): a response, denial (read by a program, not yet checked)");
  const silent = { stance: "comment", role: "respond", state: "confirmed", response: "no_comment" };
  assert.equal(sentenceOf(message({ appearance: silent })), "Seen in “Bridge sold” (web): a response, no comment");
  assert.equal(sentenceOf(message({ type: "claim.changed", document: null, appearance: null })), "A claim was changed");
});

test("each event of the log is told in words, and a merge from either side", () => {
  const types = globSync("workers/**/*.ts").flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(/\btype: "((?:account|claim|document|edge|note|sighting|verdict|verify|crawl)\.[a-z_]+)"/g),
    ].map(([, type]) => type ?? ""),
  );
  assert.ok(types.length > 20);
  for (const type of [
    ...types,
    "document.change.matters",
    "document.change.small",
    "edge.confirmed",
    "edge.rejected",
    "sighting.confirmed",
    "sighting.rejected",
    "document.accepted",
  ]) {
    assert.doesNotMatch(sentenceOf(message({ type })), /^[a-z]+\.[a-z]/, type);
    assert.ok(meansEvents(type), `a subscription may ask for ${type}`);
  }
  const merged = (id: string) =>
    sentenceOf(message({ type: "claim.merged", document: null, appearance: null, claim: { ...claim, id }, detail: { into: "c2" } }));
  assert.deepEqual([merged("c1"), merged("c2")], ["This claim became a part of another", "Another claim became a part of this one"]);
  assert.equal(sentenceOf(message({ type: "document.gone" })), "No longer at its address: “Bridge sold” (web)");
});

test("a webhook's body has type, timestamp and data", () => {
  const body = JSON.parse(webhookBody(message())) as Record<string, unknown>;
  assert.deepEqual(Object.keys(body), ["type", "timestamp", "data"]);
  assert.equal(body["timestamp"], "2026-03-01T10:00:00.000Z");
});

const hostile = fc.string({
  unit: fc.constantFrom(
    "<",
    ">",
    "!",
    "@",
    "channel",
    "here",
    "everyone",
    "*",
    "_",
    "`",
    "|",
    "[",
    "](",
    ")",
    "#",
    "\\",
    "&",
    "]]>",
    "\n",
    '"',
    " ",
  ),
});
const withWords = (words: string) =>
  message({ claim: { ...claim, text: words }, document: { id: "d", url: null, title: words, author: words, platform: null } });

test("no words of a source ring telephones, link or format in a chat", () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const slack = (JSON.parse(slackBody(withWords(words))) as { text: string }).text;
      for (const [, inside = ""] of slack.matchAll(/<([^>]*)>?/g)) assert.ok(inside.startsWith("https://"), slack);
      assert.doesNotMatch(slack.replace(/<[^>]*>/g, ""), /@\w|\]\(/, "nor anybody by name, nor a link as Mattermost writes it");
      const { content, allowed_mentions } = JSON.parse(discordBody(withWords(words))) as {
        content: string;
        allowed_mentions: { parse: string[] };
      };
      assert.deepEqual(allowed_mentions.parse, []);
      assert.ok(content.length <= 2000);
      assert.doesNotMatch(
        content
          .replace(/\\./gs, "")
          .replace("**", "")
          .replace(/\*\*\n/, "\n")
          .replace(/<https:[^>]*>$/, ""),
        /[@`|[\]<]/,
      );
    }),
  );
});

test("feeds hold any words, and no markup of theirs", () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const feed = { title: words, self: "https://w.example/feed.atom", page: "https://w.example/", messages: [withWords(words)] };
      for (const xml of [atomFeed(feed), rssFeed(feed)]) {
        assert.equal(xml.match(/<(entry|item)>/g)?.length, 1);
        assert.equal(xml.match(/<\/?[!@*]/g), null);
      }
      assert.equal((JSON.parse(jsonFeed(feed)) as { items: unknown[] }).items.length, 1);
    }),
  );
});
