/** A small story in our own words, with every kind of edge between its documents. All names are invented. */
import { random } from "../../support/random.ts";

const EPOCH = 1288834974657n;
/** An X post id that carries this instant. */
export function xId(at: string, low = 0): string {
  return String(((BigInt(Date.parse(at)) - EPOCH) << 22n) + BigInt(low));
}
const x = (handle: string, at: string) => `https://x.com/${handle}/status/${xId(at)}`;
const post = (ref: string, handle: string, at: string, rest: object) => ({
  type: "document",
  ref,
  kind: "post",
  platform: "x",
  url: x(handle, at),
  author: { handle, name: handle.replace("_", " ").toUpperCase() },
  ...rest,
});
const forum = (ref: string, name: string, at: string | null, rest: object) => ({
  type: "document",
  ref,
  kind: "comment",
  platform: "examplechat",
  platformId: ref,
  author: { handle: name },
  ...(at ? { publishedAt: at } : {}),
  ...rest,
});
const article = (ref: string, site: string, day: string, title: string, paragraphs: string[], extra = "") => ({
  type: "document",
  ref,
  kind: "article",
  url: `https://${site}/${day.replaceAll("-", "/")}/${ref.replace(/\W/g, "-")}`,
  author: { name: `Desk of ${site}` },
  html: `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${day}">${extra}</head><body><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}</article></body></html>`,
});

const SAID =
  "The Halden bridge was closed overnight because its steel cables had rusted through, an engineer who inspected them says, and the town hall kept the report in a drawer since spring";
const NEAR =
  "The Halden bridge was closed overnight because its steel cables had rusted through, an engineer who inspected them says, and the council kept the report in a drawer since spring. Shame!";
const NEARER =
  "Wow. The Halden bridge was closed overnight because its steel cables had rusted through, an engineer who inspected them says, and the town hall kept the report in a drawer since spring";
const FIRST = x("bridge_watch", "2025-03-02T08:00:00Z");
const QUOTED = x("harbour_news", "2025-03-02T09:30:00Z");
const LATE = x("cable_nerd", "2025-03-04T18:00:00Z");
const PHOTO = "https://photos.example.org/albums/halden-cables";
/** A page that also has a platform's own id: known by either. */
const THREAD = "https://chat.example.com/halden/77";
const WIRE =
  "HALDEN (Example Wire) - The Halden bridge will stay closed for at least six weeks while new steel cables are made, the harbour office told reporters. Ferries run every twenty minutes until then, and lorries have to take the long way around the fjord, which adds two hours to the trip to the fish market.";

export const claims = [
  {
    type: "claim",
    ref: "claim:cables",
    text: "The Halden bridge was closed because its steel cables had rusted through",
    phrasings: ["哈尔登大桥因钢缆锈断而关闭", "Rusted steel cables closed the Halden bridge"],
    subject: "Halden town hall",
  },
  {
    type: "claim",
    ref: "claim:twice",
    text: "Halden paid a consultant twice for the same inspection report",
    phrasings: ["The town of Halden paid double for one bridge inspection report"],
  },
];

export const documents = [
  post("first", "bridge_watch", "2025-03-02T08:00:00Z", { text: SAID, lang: "en" }),
  post("copy1", "tide_table", "2025-03-02T11:00:00Z", { text: SAID }),
  post("copy2", "dock_hand", "2025-03-02T12:00:00Z", { text: SAID }),
  forum("copy3", "oarsman", "2025-03-03", { text: SAID }),
  forum("copy4", "nobody_knows_when", null, { text: SAID }),
  post("near1", "angry_ferry", "2025-03-02T13:00:00Z", { text: NEAR }),
  post("near2", "angry_gull", "2025-03-02T15:00:00Z", { text: NEAR }),
  post("near3", "wow_account", "2025-03-02T10:30:00Z", { text: NEARER }),
  forum("near4", "ropewalker", "2025-03-05T10:00:00Z", { text: `${NEARER} (seen on the dock radio)` }),
  post("repost1", "echo_one", "2025-03-02T08:10:00Z", { repostOf: FIRST }),
  post("repost2", "echo_two", "2025-03-02T08:20:00Z", { repostOf: "first" }),
  post("repost3", "echo_three", "2025-03-02T08:40:00Z", { repostOf: "repost1" }),
  post("repost4", "echo_four", "2025-03-02T10:00:00Z", { repostOf: QUOTED }),
  post("repost5", "echo_five", "2025-03-02T10:05:00Z", { repostOf: "repost4" }),
  post("quote1", "harbour_news", "2025-03-02T09:30:00Z", {
    text: "If the steel cables of the Halden bridge really had rusted through, who signed the last inspection?",
    quoteOf: FIRST,
  }),
  post("quote2", "fjord_fan", "2025-03-02T14:00:00Z", {
    text: "Not true, the Halden bridge was closed for a film shoot, not because its steel cables had rusted through.",
    quoteOf: "first",
  }),
  post("quote3", "deep_diver", "2025-03-02T16:00:00Z", { text: "Good question, and still no answer from the town hall.", quoteOf: QUOTED }),
  post("repost6", "echo_six", "2025-03-02T17:00:00Z", { repostOf: "quote3" }),
  post("reply1", "net_mender", "2025-03-02T08:30:00Z", { text: "Is that true? Any source for the rusted steel cables?", replyTo: FIRST }),
  post("reply2", "bridge_watch", "2025-03-02T08:45:00Z", {
    text: "Yes: the Halden bridge was closed because the steel cables had rusted through.",
    replyTo: "reply1",
  }),
  forum("reply3", "oarsman", "2025-03-03T07:00:00Z", { text: "Lol no way", replyTo: "copy3" }),
  forum("reply4", "keelhauler", "2025-03-03T08:00:00Z", { text: "They paid for that report twice, too.", replyTo: "reply3" }),
  post("link1", "plumb_line", "2025-03-03T09:00:00Z", { text: `Source for the rusted steel cables of the Halden bridge: ${FIRST}` }),
  post("link2", "spirit_level", "2025-03-03T10:00:00Z", { text: `Look at these pictures of the rusted steel cables ${PHOTO}` }),
  post("link3", "time_traveller", "2025-03-03T11:00:00Z", { text: `The Halden bridge cables are fine, as will be shown here: ${LATE}` }),
  post("late", "cable_nerd", "2025-03-04T18:00:00Z", {
    text: "I have measured it: the steel cables of the Halden bridge are sound, the bridge was not closed because they had rusted through.",
  }),
  {
    type: "document",
    ref: "photos",
    kind: "other",
    url: PHOTO,
    author: { name: "Halden camera club" },
    title: "Rusted steel cables of the Halden bridge",
    text: "Pictures of the steel cables of the Halden bridge, taken from a boat on the first of March. The rust can be seen on every one of them.",
    publishedAt: "2025-03-01",
  },
  post("zh", "fjord_zh", "2025-03-03T12:00:00Z", {
    text: `翻译：哈尔登大桥因钢缆锈断而关闭，一位工程师说。 ${FIRST}`,
    lang: "zh",
    quoteOf: FIRST,
  }),
  article("told1", "news.example.com", "2025-03-04", "Town hall denies that rust closed the Halden bridge", [
    "A rumour that the Halden bridge was closed because its steel cables had rusted through has kept the town busy for two days.",
    `The rumour reportedly started on 2 March with <a href="${FIRST}">a post on X</a> by an account that calls itself a bridge watcher. From there it quickly spread to Reddit and Facebook.`,
    "Mayor Ine Varde denied the allegations on Tuesday. She said that the story was “made up from start to finish” and that the cables “are as good as new”.",
  ]),
  article("told2", "paper.example.net", "2025-03-05", "Where the story of the rusted Halden bridge came from", [
    "The claim that the Halden bridge was closed because its steel cables had rusted through was reportedly first published on an anonymous forum.",
    `It was then posted on X, where <a href="${FIRST}">the post of an engineer</a> was shared widely, and from there it spread to <a href="https://www.reddit.com/r/halden/comments/1hald3n/rust/">Reddit</a>.`,
    "A spokesperson for the harbour office declined to comment.",
  ]),
  article("told3", "weekly.example.org", "2025-03-06", "One report, two bills?", [
    "Halden paid a consultant twice for the same inspection report, according to posts on Reddit.",
    `The allegation first appeared in <a href="https://www.reddit.com/r/halden/comments/1hald3n/rust/">a thread on Reddit</a> and later spread to X.`,
    `Treasurer Odd Lunde confirmed that two bills were paid. “We have asked for the money back,” he said.`,
  ]),
  {
    type: "document",
    ref: "reddit",
    kind: "post",
    platform: "reddit",
    url: "https://www.reddit.com/r/halden/comments/1hald3n/rust/",
    author: { handle: "two_bills" },
    title: "Halden paid a consultant twice for the same inspection report",
    text: "I saw both bills on a desk: Halden paid the consultant twice for the same inspection report. And the steel cables of the bridge?",
    publishedAt: "2025-03-03T20:00:00Z",
  },
  article("told4", "evening.example.org", "2025-03-07", "The first to count the bills", [
    `The claim that Halden paid a consultant twice for the same inspection report was reportedly first made on 1 March in <a href="https://www.reddit.com/r/halden/comments/1undat3d/cables/">a thread on Reddit</a> by a diver.`,
  ]),
  article("told5", "morning.example.org", "2025-03-07", "Two bills, they wrote", [
    `Halden paid a consultant twice for the same inspection report, according to posts on Reddit. The rumour was first spread by a retired welder in <a href="https://www.reddit.com/r/halden/comments/1undat3d/cables/">a thread on Reddit</a>, and it quickly spread to Facebook.`,
  ]),
  // Sent with less than what others tell of it.
  {
    type: "document",
    ref: "undated",
    kind: "post",
    url: "https://www.reddit.com/r/halden/comments/1undat3d/cables/",
    text: "Does anybody know whether Halden paid a consultant twice for the same inspection report?",
  },
  article("wire1", "wire.example.com", "2025-03-07", "Halden bridge to stay closed for six weeks", [WIRE]),
  article("wire2", "local.example.no", "2025-03-08", "Halden bridge to stay closed for six weeks", [WIRE]),
  article("wire3", "coast.example.no", "2025-03-08", "Six weeks without a bridge", [WIRE, "Our readers have sent pictures of the queue."]),
  forum("other1", "cook", "2025-03-02T09:00:00Z", { text: "Does anybody have a good recipe for fish soup with saffron and fennel?" }),
  forum("other2", "baker", "2025-03-02T09:05:00Z", {
    text: "My grandmother puts orange peel and a spoon of tomato into her fish soup.",
    replyTo: "other1",
  }),
  post("double", "penny_wise", "2025-03-04T08:00:00Z", {
    text: "So Halden paid a consultant twice for the same inspection report. Our taxes!",
  }),
  forum("thread", "old_salt", "2025-03-02T07:30:00Z", {
    url: THREAD,
    text: "My cousin says that the steel cables of the Halden bridge had rusted through, that is why it was closed.",
  }),
  post("thread.quote", "salt_fan", "2025-03-02T18:00:00Z", { text: "Old salts know about steel cables.", quoteOf: THREAD }),
  post("thread.repost", "echo_salt", "2025-03-02T19:00:00Z", { repostOf: THREAD }),
  post("thread.reply", "pepper", "2025-03-02T20:00:00Z", { text: "Your cousin, of course.", replyTo: THREAD }),
  post("thread.link", "mustard", "2025-03-02T21:00:00Z", {
    text: `According to ${THREAD} the Halden bridge was closed because its steel cables had rusted through`,
  }),
  post("chain1", "late_quoter", "2025-03-05T08:00:00Z", { text: "This one aged badly.", quoteOf: LATE }),
  post("chain2", "later_quoter", "2025-03-05T09:00:00Z", {
    text: "The steel cables of the Halden bridge had rusted through after all.",
    quoteOf: "chain1",
  }),
  post("chain3", "latest_echo", "2025-03-05T10:00:00Z", { repostOf: "chain2" }),
];

/** A seeded shuffle (mulberry32 and Fisher-Yates), so that a failure can be had again. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const next = random(seed);
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}
