/** The lines in the example of POST /v1/import. All other examples of the API work on an instance that has these lines. */
const lines: readonly object[] = [
  {
    type: "claim",
    ref: "bridge",
    text: "The bridge in Exampleton was closed because its bolts are made of plastic",
    subject: "Exampleton Roads",
  },
  { type: "claim", ref: "bridge-again", text: "Exampleton has closed its bridge because of plastic bolts" },
  {
    type: "document",
    ref: "post",
    url: "https://mastodon.example/@ann/114289563174092341",
    author: { handle: "ann@mastodon.example" },
    text: "They say the Exampleton bridge was closed because the bolts in it are made of plastic?",
  },
  {
    type: "document",
    ref: "copy",
    url: "https://mastodon.example/@ben/114289600000000000",
    author: { handle: "ben@mastodon.example" },
    text: "The Exampleton bridge was closed because the bolts in it are made of plastic",
    quoteOf: "post",
  },
  {
    type: "document",
    ref: "chatter",
    url: "https://mastodon.example/@dot/114289610000000000",
    author: { handle: "dot@mastodon.example" },
    text: "Which bridge do they mean?",
    replyTo: "post",
  },
  { type: "document", ref: "spam", url: "https://spam.example/1", text: "Buy our steel bolts" },
  {
    type: "document",
    ref: "denial",
    kind: "press_release",
    url: "https://roads.example/news/bolts",
    title: "All bolts of the bridge are steel",
    text: "Exampleton Roads denies that the bolts of the bridge are made of plastic. “All bolts are steel,” said Ada Moss, its head.",
    publishedAt: "2025-04-09",
  },
  {
    type: "sighting",
    claim: "bridge",
    document: "denial",
    role: "respond",
    stance: "deny",
    quote: "All bolts are steel",
    response: { type: "denial", standing: "subject", actor: { kind: "organisation", name: "Exampleton Roads" } },
  },
  { type: "sighting", claim: "bridge", document: "chatter", role: "assert", stance: "query" },
];

/** The example as JSON lines. */
export const EXAMPLE_LINES = lines.map((line) => JSON.stringify(line)).join("\n");
