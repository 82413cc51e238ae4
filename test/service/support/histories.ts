/** Random histories of a claim: what people and machines do to it, one step at a time. Texts are made up. */
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { xId } from "./corpus.ts";
import type { Service } from "./harness.ts";

interface Event {
  id: string;
  document: string;
  seen: string;
}
/** Something that changes what is known of the claim: what, about which of its documents, in which words. */
export interface Step {
  act: (typeof ACTS)[number];
  which: number;
  hour: number;
  word: number;
}
const ACTS = [
  "post",
  "post",
  "post",
  "repost",
  "quote",
  "reply",
  "article",
  "article",
  "patch",
  "phrase",
  "again",
  "hide",
  "confirm",
  "reject",
  "respond",
  "verdict",
  "known",
  "say",
  "unsay",
  "resolve",
  "resolve",
  "correct",
  "sweep",
] as const;
export const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...ACTS),
  which: fc.nat(30),
  hour: fc.nat(400),
  word: fc.nat(5),
});
const WORDS = ["tin", "brass", "cannon", "old nails", "church silver", "ship bells"];
const TAILS = ["", ", I read", " Is that true?", ". That is false, says the parish.", ", allegedly", ". Source?"];

/** One history on a claim of its own. */
export function history(service: Service, run: number) {
  const name = `Tarnby${run}`;
  const text = (word: number) => `The bell of ${name} church was cast from melted ${WORDS[word] ?? "tin"}`;
  const at = (hour: number) => new Date(Date.UTC(2025, 5, 1) + hour * 3_600_000).toISOString();
  const urls: string[] = [];
  const resolved: string[] = [];
  let claim = "";
  const post = (hour: number, fields: object) => {
    const handle = `u${run}x${urls.length}`;
    const url = `https://x.com/${handle}/status/${xId(at(hour), urls.length)}`;
    urls.push(url);
    return service.add({ url, author: { handle, name: handle.toUpperCase() }, ...fields });
  };
  const pick = (which: number) => urls[which % Math.max(1, urls.length)] ?? "";
  const timeline = async () => (await service.get<{ events: Event[] }>(`/v1/claims/${claim}/timeline?limit=200`)).body.events;
  const judge = async (kind: "confirm" | "reject", which: number) => {
    const review = (await service.get<{ sightings: { id: string; claim: string; document: string }[] }>("/v1/sightings")).body.sightings;
    const waiting = review.filter((s) => s.claim === claim);
    const events = await timeline();
    const seen = [...waiting, ...events];
    const one = seen[which % Math.max(1, seen.length)];
    if (one) await service.call("POST", `/v1/sightings/${kind}`, { claim, document: one.document, id: one.id });
  };
  const acts: Record<Step["act"], (s: Step) => Promise<unknown>> = {
    post: ({ hour, word, which }) => post(hour, { text: `${text(word)}${TAILS[which % TAILS.length]}` }),
    repost: ({ hour, which }) => (urls.length ? post(hour, { repostOf: pick(which) }) : pause(0)),
    quote: ({ hour, which }) => (urls.length ? post(hour, { text: `${text(0)}, look`, quoteOf: pick(which) }) : pause(0)),
    reply: ({ hour, which }) => (urls.length ? post(hour, { text: `${text(1)}?`, replyTo: pick(which) }) : pause(0)),
    article: ({ hour, word, which }) => {
      const url = `https://news${which}.example/${run}/${urls.length}`;
      urls.push(url);
      return service.add({
        kind: "article",
        url,
        publishedAt: at(hour)
          .slice(0, which % 2 ? 10 : 20)
          .replace(/\.$/, "Z"),
        html: `<!doctype html><html lang="en"><head><title>${text(word)}?</title></head><body><article><h1>${text(word)}?</h1><p>${text(word)}, according to posts on Reddit.</p><p>The rumour reportedly first appeared on an anonymous forum and later spread to <a href="https://x.com/late${which}/status/${xId(at(which), run)}">a post on X</a>.</p><p>Pastor Ine Varde denied it on Tuesday. She said that the story was “made up from start to finish”.</p></article></body></html>`,
      });
    },
    // The post that articles link to, which was known from them alone.
    known: ({ which, word }) => {
      const url = `https://x.com/late${which}/status/${xId(at(which), run)}`;
      urls.push(url);
      return service.add({ url, author: { handle: `late${which}` }, text: text(word) });
    },
    patch: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { text: text(word), subject: WORDS[word] }),
    phrase: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { addPhrasings: [`${name}'s bell is made of ${WORDS[word]}`] }),
    again: ({ word }) =>
      service.call("POST", "/v1/claims", { ref: name, text: text(0), phrasings: [`${WORDS[word]} went into the bell of ${name}`] }),
    hide: ({ word }) => service.call("PATCH", `/v1/claims/${claim}`, { visibility: ["public", "unlisted", "private"][word % 3] }),
    confirm: ({ which }) => judge("confirm", which),
    reject: ({ which }) => judge("reject", which),
    respond: ({ which, word }) =>
      urls.length
        ? service.call("POST", "/v1/sightings", {
            claim,
            document: pick(which),
            ...(word % 2
              ? { response: { type: ["denial", "explanation"][which % 2], standing: "subject", actor: { name: `Pastor ${word}` } } }
              : {}),
          })
        : pause(0),
    verdict: ({ which, word }) =>
      service.call("POST", `/v1/claims/${claim}/verdicts`, {
        publisher: `Checkers ${which % 3}`,
        label: WORDS[word],
        url: "https://checkers.example/bell",
      }),
    say: ({ which, word }) => service.call("POST", "/v1/edges", { child: pick(which), parent: word ? pick(word) : null, type: "citation" }),
    unsay: async ({ which }) => {
      const { edges } = (
        await service.get<{ edges: { child: string; parent: string | null; type: string }[] }>(`/v1/claims/${claim}/graph`)
      ).body;
      const one = edges[which % Math.max(1, edges.length)];
      if (one) await service.call("POST", "/v1/edges/reject", { child: one.child, parent: one.parent, type: one.type });
    },
    resolve: async ({ which }) => {
      const told = (await timeline()).filter((e) => e.seen === "reported");
      const one = told[which % Math.max(1, told.length)];
      if (!one || !urls.length) return;
      resolved.push(one.document);
      await service.call("POST", `/v1/documents/${one.document}/resolve`, { to: pick(which) });
    },
    // What was said of a reported document was wrong: it is another one, or none.
    correct: async ({ which, word }) => {
      const one = resolved[which % Math.max(1, resolved.length)];
      if (one) await service.call("POST", `/v1/documents/${one}/resolve`, { to: word % 2 ? pick(which + word) : null });
    },
    sweep: () => service.settle(),
  };
  return {
    async open() {
      const created = await service.call<{ id: string }>("POST", "/v1/claims", { ref: name, text: text(0) });
      claim = created.body.id;
    },
    act: (s: Step) => acts[s.act](s),
    paths: () => [
      `/v1/claims/${claim}?`,
      `/v1/claims/${claim}/timeline?limit=200&`,
      `/v1/claims/${claim}/timeline?limit=3&`,
      `/v1/claims/${claim}/responses?limit=2&`,
      `/v1/claims/${claim}/graph?limit=200&`,
      `/v1/claims/${claim}/graph?limit=3&`,
      `/v1/claims/${claim}/spread?`,
      `/v1/claims/${claim}/spread?by=hour&`,
    ],
    claim: () => claim,
  };
}

const steps = (...all: [Step["act"], number, number?][]): Step[] => all.map(([act, which, word = 0]) => ({ act, which, word, hour: 40 }));
/** A history in which every kind of row is replaced. */
export const BUSY = steps(
  ["post", 0],
  ["article", 1],
  ["respond", 0, 1],
  ["respond", 0, 3],
  ["known", 1],
  ["again", 0, 2],
  ["reject", 1],
  ["phrase", 0],
  ["reject", 0],
  ["confirm", 1],
  ["verdict", 1, 2],
  ["verdict", 1, 3],
  ["patch", 0, 4],
  ["say", 1, 0],
  ["unsay", 0],
  ["resolve", 0],
  ["correct", 0, 1],
  ["sweep", 0],
  ["correct", 0],
);
/** What is told of a post by two pages, and not seen with the claim: it stands beside, and comes itself in the end. */
export const TOLD = steps(["article", 4], ["reject", 1], ["article", 4, 1], ["article", 4, 2], ["known", 4]);

/** What a page tells of is resolved to a post, and taken back: a document keeps no versions of that. */
export const TAKEN_BACK = steps(["article", 1, 2], ["post", 1, 1], ["resolve", 1], ["correct", 1]);
