/** Random histories of a claim: one step after another of what people and machines do. Texts are made up. */
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

/** What has happened so far, on a claim of its own. */
class History {
  readonly urls: string[] = [];
  readonly resolved: string[] = [];
  claim = "";
  readonly name: string;
  readonly service: Service;
  readonly run: number;
  constructor(service: Service, run: number) {
    this.service = service;
    this.run = run;
    this.name = `Tarnby${run}`;
  }
  text(word: number): string {
    return `The bell of ${this.name} church was cast from melted ${WORDS[word] ?? "tin"}`;
  }
  at(hour: number): string {
    return new Date(Date.UTC(2025, 5, 1) + hour * 3_600_000).toISOString();
  }
  pick(which: number): string {
    return this.urls[which % Math.max(1, this.urls.length)] ?? "";
  }
  post(hour: number, fields: object) {
    const handle = `u${this.run}x${this.urls.length}`;
    const url = `https://x.com/${handle}/status/${xId(this.at(hour), this.urls.length)}`;
    this.urls.push(url);
    return this.service.add({ url, author: { handle, name: handle.toUpperCase() }, ...fields });
  }
  async timeline(): Promise<Event[]> {
    return (await this.service.get<{ events: Event[] }>(`/v1/claims/${this.claim}/timeline?limit=200`)).body.events;
  }
  async judge(kind: "confirm" | "reject", which: number): Promise<void> {
    const review = (await this.service.get<{ sightings: { id: string; claim: string; document: string }[] }>("/v1/sightings")).body
      .sightings;
    const seen = [...review.filter((s) => s.claim === this.claim), ...(await this.timeline())];
    const one = seen[which % Math.max(1, seen.length)];
    if (one) await this.service.call("POST", `/v1/sightings/${kind}`, { claim: this.claim, document: one.document, id: one.id });
  }
}
type Act = (s: Step) => Promise<unknown>;

/** What is published. */
function publications(h: History) {
  return {
    post: ({ hour, word, which }) => h.post(hour, { text: `${h.text(word)}${TAILS[which % TAILS.length]}` }),
    repost: ({ hour, which }) => (h.urls.length ? h.post(hour, { repostOf: h.pick(which) }) : pause(0)),
    quote: ({ hour, which }) => (h.urls.length ? h.post(hour, { text: `${h.text(0)}, look`, quoteOf: h.pick(which) }) : pause(0)),
    reply: ({ hour, which }) => (h.urls.length ? h.post(hour, { text: `${h.text(1)}?`, replyTo: h.pick(which) }) : pause(0)),
    article: ({ hour, word, which }) => {
      const url = `https://news${which}.example/${h.run}/${h.urls.length}`;
      h.urls.push(url);
      return h.service.add({
        kind: "article",
        url,
        publishedAt: h
          .at(hour)
          .slice(0, which % 2 ? 10 : 20)
          .replace(/\.$/, "Z"),
        html: `<!doctype html><html lang="en"><head><title>${h.text(word)}?</title></head><body><article><h1>${h.text(word)}?</h1><p>${h.text(word)}, according to posts on Reddit.</p><p>The rumour reportedly first appeared on an anonymous forum and later spread to <a href="https://x.com/late${which}/status/${xId(h.at(which), h.run)}">a post on X</a>.</p><p>Pastor Ine Varde denied it on Tuesday. She said that the story was “made up from start to finish”.</p></article></body></html>`,
      });
    },
    // The post that articles link to, which was known from them alone.
    known: ({ which, word }) => {
      const url = `https://x.com/late${which}/status/${xId(h.at(which), h.run)}`;
      h.urls.push(url);
      return h.service.add({ url, author: { handle: `late${which}` }, text: h.text(word) });
    },
  } satisfies Record<string, Act>;
}
/** What people do. */
function decisions(h: History) {
  return {
    patch: ({ word }) => h.service.call("PATCH", `/v1/claims/${h.claim}`, { text: h.text(word), subject: WORDS[word] }),
    phrase: ({ word }) =>
      h.service.call("PATCH", `/v1/claims/${h.claim}`, { addPhrasings: [`${h.name}'s bell is made of ${WORDS[word]}`] }),
    again: ({ word }) =>
      h.service.call("POST", "/v1/claims", { ref: h.name, text: h.text(0), phrasings: [`${WORDS[word]} went into the bell of ${h.name}`] }),
    hide: ({ word }) => h.service.call("PATCH", `/v1/claims/${h.claim}`, { visibility: ["public", "unlisted", "private"][word % 3] }),
    confirm: ({ which }) => h.judge("confirm", which),
    reject: ({ which }) => h.judge("reject", which),
    respond: ({ which, word }) =>
      h.urls.length
        ? h.service.call("POST", "/v1/sightings", {
            claim: h.claim,
            document: h.pick(which),
            ...(word % 2
              ? { response: { type: ["denial", "explanation"][which % 2], standing: "subject", actor: { name: `Pastor ${word}` } } }
              : {}),
          })
        : pause(0),
    verdict: ({ which, word }) =>
      h.service.call("POST", `/v1/claims/${h.claim}/verdicts`, {
        publisher: `Checkers ${which % 3}`,
        label: WORDS[word],
        url: "https://checkers.example/bell",
      }),
    say: ({ which, word }) =>
      h.service.call("POST", "/v1/edges", { child: h.pick(which), parent: word ? h.pick(word) : null, type: "citation" }),
    unsay: async ({ which }) => {
      const { edges } = (
        await h.service.get<{ edges: { child: string; parent: string | null; type: string }[] }>(`/v1/claims/${h.claim}/graph`)
      ).body;
      const one = edges[which % Math.max(1, edges.length)];
      if (one) await h.service.call("POST", "/v1/edges/reject", { child: one.child, parent: one.parent, type: one.type });
    },
    resolve: async ({ which }) => {
      const told = (await h.timeline()).filter((e) => e.seen === "reported");
      const one = told[which % Math.max(1, told.length)];
      if (!one || !h.urls.length) return;
      h.resolved.push(one.document);
      await h.service.call("POST", `/v1/documents/${one.document}/resolve`, { to: h.pick(which) });
    },
    // What was said of a reported document was wrong: it is another one, or none.
    correct: async ({ which, word }) => {
      const one = h.resolved[which % Math.max(1, h.resolved.length)];
      if (one) await h.service.call("POST", `/v1/documents/${one}/resolve`, { to: word % 2 ? h.pick(which + word) : null });
    },
    sweep: () => h.service.settle(),
  } satisfies Record<string, Act>;
}

/** A history on a claim of its own: opens it, takes steps, and names the paths that show it. */
export function history(service: Service, run: number) {
  const h = new History(service, run);
  const acts: Record<Step["act"], Act> = { ...publications(h), ...decisions(h) };
  return {
    async open() {
      const created = await service.call<{ id: string }>("POST", "/v1/claims", { ref: h.name, text: h.text(0) });
      h.claim = created.body.id;
    },
    act: (s: Step) => acts[s.act](s),
    paths: () => [
      `/v1/claims/${h.claim}?`,
      `/v1/claims/${h.claim}/timeline?limit=200&`,
      `/v1/claims/${h.claim}/timeline?limit=3&`,
      `/v1/claims/${h.claim}/responses?limit=2&`,
      `/v1/claims/${h.claim}/graph?limit=200&`,
      `/v1/claims/${h.claim}/graph?limit=3&`,
      `/v1/claims/${h.claim}/spread?`,
      `/v1/claims/${h.claim}/spread?by=hour&`,
    ],
    claim: () => h.claim,
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

/** A person says that a page which told of the claim, and named its source, is a response. */
export const ANSWERED = steps(["post", 0], ["article", 0], ["respond", 3, 1]);

/** A claim that was proposed is the one that is followed, in other words by now; last of all for a repost. */
export const REWORDED = steps(["article", 0, 1], ["repost", 0], ["post", 0], ["patch", 0, 1], ["post", 0], ["post", 0]).map((one) => ({
  ...one,
  hour: 0,
}));

/** What a page tells of is resolved to a post, and taken back: a document keeps no versions of that. */
export const TAKEN_BACK = steps(["article", 1, 2], ["post", 1, 1], ["resolve", 1], ["correct", 1]);

/** What a page tells of is resolved to a post, and then comes itself. */
export const RESOLVED = steps(["article", 1], ["post", 0], ["resolve", 1], ["known", 1]);

/** An instance in this process as what histories need of a service. */
export const asService = (i: {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): unknown;
  settle(): unknown;
}): Service =>
  ({
    call: (method: string, path: string, body?: unknown) => i.call(method, path, body),
    get: (path: string) => i.call("GET", path),
    add: (document: object) => i.call("POST", "/v1/documents", document, { prefer: "wait" }),
    settle: () => i.settle(),
  }) as unknown as Service;
