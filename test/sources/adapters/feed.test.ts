import { feed } from "../../../workers/sources/adapters/feed.ts";
import { contract } from "../contract.ts";

const xml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const item = (n: number, title: string, body: string, more = "") =>
  `<item><title>${title}</title><link>https://paper.example/2026/story-${n}?utm_source=rss</link><guid isPermaLink="false">paper-${n}</guid>` +
  `<dc:creator>Ada Byline</dc:creator><pubDate>Mon, 02 Feb 2026 1${n % 10}:05:00 +0100</pubDate>${more}` +
  `<description>A summary of story ${n} …</description><content:encoded><![CDATA[<p>${body}</p>]]></content:encoded></item>\n`;
const rss = (items: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">` +
  `<channel><title>The Paper</title><link>https://paper.example/</link><language>en-gb</language>${items}</channel></rss>`;
const LONG = "The mayor said that the bridge would stay open, and that nobody had told her otherwise. ".repeat(8);

contract({
  adapter: feed,
  config: { url: "https://paper.example/rss" },
  refuses: [
    {},
    { url: "ftp://paper.example/rss" },
    { url: "https://user:pass@paper.example/" },
    { url: "https://paper.example/", kind: "rumour" },
  ],
  contentType: "application/rss+xml; charset=utf-8",
  ok: rss(item(1, "Bridge “stays open”", LONG) + item(2, "Zweites Stück: Brücke", LONG) + item(3, "A third, short", "Only a teaser.")),
  yields: { documents: 3, links: 1, verdicts: 0, next: 0, gone: 0 },
  empty: rss(""),
  broken: {
    text: rss(
      item(1, "Bridge “stays open”", LONG) +
        item(2, "<![CDATA[never closed", "<![CDATA[nor this") +
        item(3, "A third, short", "Only a teaser."),
    ),
    yields: { documents: 3 },
  },
  hostile: (text) =>
    rss(
      `<item><title>${xml(xml(text))}</title><guid>${xml(text)}</guid><author>${xml(text)}</author><description>${xml(xml(text))}</description><pubDate>${xml(text)}</pubDate><source url="${xml(text)}">${xml(text)}</source></item>`,
    ),
  many: (count) => rss(Array.from({ length: count }, (_, i) => item(i, `Story ${i}`, LONG)).join("")),
});
