import assert from "node:assert/strict";
import { test } from "node:test";
import { youtube } from "../../../workers/sources/adapters/youtube.ts";
import { contract } from "../contract.ts";

const xml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const CHANNEL = "UCabcdefghijklmnopqrstuv";
const entry = (id: string, title: string, description: string) =>
  `<entry><id>yt:video:${id}</id><yt:videoId>${id}</yt:videoId><yt:channelId>${CHANNEL}</yt:channelId><title>${title}</title>` +
  `<link rel="alternate" href="https://www.youtube.com/watch?v=${id}"/><author><name>City Desk</name><uri>https://www.youtube.com/channel/${CHANNEL}</uri></author>` +
  `<published>2026-02-01T10:15:00+00:00</published><updated>2026-02-03T09:00:00+00:00</updated>` +
  `<media:group><media:title>${title}</media:title><media:content url="https://www.youtube.com/v/${id}" type="application/x-shockwave-flash"/>` +
  `<media:description>${description}</media:description><media:community><media:starRating count="1" average="5.00"/></media:community></media:group></entry>\n`;
const feed = (entries: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">` +
  `<id>yt:channel:${CHANNEL}</id><title>City Desk</title><author><name>City Desk</name></author><published>2015-01-01T00:00:00+00:00</published>${entries}</feed>`;
const ok = feed(
  entry("abcDEF_1234", "The bridge, explained", "What the mayor said.\nIn full: https://city.example/speech") +
    entry("zyxWVU-9876", "Brücke gesperrt?", "Zwei Fragen"),
);

contract({
  adapter: youtube,
  config: { channel: CHANNEL },
  refuses: [{}, { channel: "city" }, { channel: CHANNEL, playlist: "PLabcdefghijklmnop" }, { playlist: "../x" }],
  contentType: "text/xml; charset=UTF-8",
  ok,
  yields: { documents: 2, links: 0 },
  empty: feed(""),
  broken: { text: ok.replace("<yt:videoId>abcDEF_1234</yt:videoId>", "<yt:videoId>"), yields: { documents: 1 } },
  hostile: (text) => feed(entry("abcDEF_1234", xml(text), xml(text)).replaceAll("City Desk", xml(text))),
  many: (count) =>
    feed(Array.from({ length: count }, (_, i) => entry(`abc${String(i).padStart(8, "0")}`, `Part ${i}`, "Words. ".repeat(60))).join("")),
});

test("a video has its platform's id, time and channel, and its description with its lines", () => {
  const context = { since: null, now: 0, secrets: {} };
  const request = youtube.requests({ playlist: "PLabcdefghijklmnop" } as never, context)[0];
  assert.equal(request?.url, "https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefghijklmnop");
  const answer = {
    request: request as never,
    url: "https://www.youtube.com/feeds/videos.xml",
    contentType: "text/xml",
    headers: {},
    text: ok,
    at: 0,
  };
  assert.deepEqual(youtube.parse(answer, {} as never, context).documents[0], {
    kind: "post",
    platform: "youtube",
    platformId: "abcDEF_1234",
    url: "https://www.youtube.com/watch?v=abcDEF_1234",
    author: { id: CHANNEL, name: "City Desk", url: `https://www.youtube.com/channel/${CHANNEL}` },
    title: "The bridge, explained",
    text: "What the mayor said.\nIn full: https://city.example/speech",
    publishedAt: "2026-02-01T10:15:00+00:00",
    basis: "platform",
  });
});
