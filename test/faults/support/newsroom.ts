/**
 * Random histories of a newsroom: two editors decide on two claims, of which one is merged into the other and taken back, while posts and pages come.
 */
import fc from "fast-check";
import { ABSENT, due, type Outcome, page, run } from "./crawls.ts";
import type { Answer, Instance } from "./instance.ts";

/** One step: what is done, by which editor, and what about. */
export interface Step {
  act: keyof ReturnType<typeof acts>;
  who: 0 | 1;
  which: number;
  word: number;
}
const CLAIMS = ["The bell of Tarnby church was cast from melted tin", "The bell of Tarnby was paid for with a false cheque"];
const WORDS = ["tin", "brass", "cannon", "old nails", "church silver", "ship bells"];
/** Persons whom pages name; nobody of them is in a claim. */
export const PEOPLE = ["Ine Varde", "Tilda Maurow", "Orsin Quillowen", "Brida Ostrow", "Hanke Velkom", "Mirle Dagstad", "Joost Tannick"];
const boardOf = (which: number) => `https://board.example/t/${which % 3}`;
const TAILS = ["", ", I read", " Is that true?", ". That is false, says the parish.", ", allegedly"];
const at = (hour: number) => new Date(Date.UTC(2025, 5, 1 + (hour % 20), hour % 24)).toISOString();

export class Newsroom {
  readonly i: Instance;
  readonly claims: string[] = [];
  /** What was sent, so that it can be sent again. */
  readonly sent: object[] = [];
  /** Documents by the order in which they came. */
  readonly documents: string[] = [];
  #keys: string[] = [];
  readonly #acts = acts(this);
  constructor(i: Instance) {
    this.i = i;
  }
  async open(): Promise<void> {
    for (const text of CLAIMS) this.claims.push((await this.i.call<{ id: string }>("POST", "/v1/claims", { text })).body.id);
    for (const name of ["ada", "ben"]) {
      const scopes = ["read", "ingest", "review", "admin"];
      this.#keys.push((await this.i.call<{ key: string }>("POST", "/v1/keys", { name, scopes })).body.key);
    }
  }
  /** Takes a step; gives what is wrong with the answer. */
  async take(step: Step): Promise<string | null> {
    const { key } = this.i;
    this.i.key = this.#keys[step.who] ?? null;
    const answer = await this.#acts[step.act](step.which, step.word);
    this.i.key = key;
    return answer && (answer.status >= 500 || /Others changed the same things/.test(answer.text))
      ? `${answer.status} ${answer.text}`
      : null;
  }
  /** What shows the claims. */
  get paths(): string[] {
    return this.claims.flatMap((id) =>
      ["", "/timeline?limit=200", "/responses", "/graph?limit=200", "/spread"].map((part) => `/v1/claims/${id}${part}`),
    );
  }
  async add(document: object): Promise<Answer> {
    this.sent.push(document);
    const answer = await this.i.call<{ id: string }>("POST", "/v1/documents", document, { prefer: "wait" });
    if (answer.body?.id && !this.documents.includes(answer.body.id)) this.documents.push(answer.body.id);
    return answer;
  }
  claim = (which: number): string => this.claims[which % 2] ?? "";
  document = (which: number): string => this.documents[which % Math.max(1, this.documents.length)] ?? "d00000000000000000000000000";
  /** A live line of a claim that leads nowhere else. */
  line(which: number) {
    const lines = this.i.sql<{ id: string; document: string; claim: string }>(
      "SELECT id, document_id AS document, claim_id AS claim FROM sighting WHERE replaced_at = 9007199254740991 ORDER BY claim_id, id",
    );
    return lines[which % Math.max(1, lines.length)];
  }
}

const post = (n: Newsroom, path: string, body?: object) => n.i.call("POST", path, body);
const decide = (n: Newsroom, item: object | undefined) => (item ? post(n, "/v1/decisions", { items: [item] }) : null);
const text = (which: number, word: number) =>
  `${CLAIMS[which % 2]?.replace(/tin|cheque/, WORDS[word] ?? "tin")}${TAILS[which % TAILS.length]}`;
const posted = (n: Newsroom, which: number, fields: object) => {
  const k = n.sent.length;
  return n.add({ platform: "forum", platformId: `p${k}`, author: { handle: `u${which % 7}` }, publishedAt: at(which), ...fields });
};
type Act = (which: number, word: number) => Promise<Answer> | null;
/** What comes, and changes by itself. */
const arrivals = (n: Newsroom) =>
  ({
    post: (which: number, word: number) => posted(n, which, { text: text(which, word) }),
    quote: (which: number, word: number) => posted(n, which, { text: text(which, word), quoteOf: `https://gazette.example/${which % 3}` }),
    page: (which: number, word: number) =>
      n.add({
        kind: "article",
        url: `https://gazette.example/${which % 3}${word > 3 ? "?page=all" : ""}`,
        publishedAt: at(which).slice(0, 10),
        html: `<!doctype html><html lang="en"><head><title>${text(which, word)}</title></head><body><article><h1>${text(which, word)}</h1><p>${text(which + 1, word)}, according to <a href="https://x.com/late/status/19${which}">a post on X</a> and <a href="${boardOf(which)}">one on a board</a>.</p><p>Pastor ${PEOPLE[which % 4]} denied it on Tuesday. “This is simply not true”, she said. ${text(which, word)}, said ${PEOPLE[4 + (which % 3)]}, a verger.</p></article></body></html>`,
      }),
    /** A post that pages cite, which has an id of its own beside that of its address. */
    arrive: (which: number, word: number) =>
      posted(n, which, { text: text(which, word), platform: "board", platformId: `b${which % 3}`, url: boardOf(which) }),
    /** A source is visited: it has pages that are known or new, has not changed, or is gone. */
    visit: (which: number, word: number) => {
      const [held] = n.i.sql<{ id: string; url: string }>(
        "SELECT id, config ->> 'url' AS url FROM source WHERE enabled = 1 ORDER BY id LIMIT 1 OFFSET ?",
        which % 2,
      );
      if (!held) return null;
      n.i.sql("UPDATE visit SET due_at = 0 WHERE id = ?", `source:${held.id}`);
      const items = [which, which + 1].map(
        (k) =>
          `<item><link>https://gazette.example/${k % 4}</link><title>${text(k, word)}</title><description>${text(k, word)}</description></item>`,
      );
      const xml = `<rss version="2.0"><channel><title>Gazette</title><link>https://gazette.example/</link>${items.join("")}</channel></rss>`;
      const answer: Outcome =
        word === 4 ? { kind: "not_modified", ms: 5 } : word === 5 ? ABSENT : page(held.url, xml, "application/rss+xml");
      return run(n.i, { [held.url]: answer }, [`source:${held.id}`]);
    },
    /** A page is visited again: it is gone, or has changed. */
    revisit: (which: number, word: number) => {
      const pages = n.i.sql<{ id: string; url: string }>(
        "SELECT id, url FROM document WHERE kind = 'article' AND seen = 'observed' AND url LIKE 'http%' ORDER BY id",
      );
      const one = pages[which % Math.max(1, pages.length)];
      if (!one) return null;
      const html = `<html lang="en"><body><article><h1>${text(which, word)}</h1><p>${text(which + 1, word)}. It is all there is.</p></article></body></html>`;
      const visit = due(n.i, "revisit", one.id, one.url, word > 2 ? { absent: 1 } : null);
      return run(n.i, word > 2 ? {} : { [one.url]: page(one.url, html) }, [visit]);
    },
    again: (which: number) => n.add(n.sent[which % Math.max(1, n.sent.length)] ?? { ref: "none", text: "Nothing is here." }),
    revise: (which: number, word: number) =>
      n.add({ ...(n.sent[which % Math.max(1, n.sent.length)] ?? { ref: "none" }), html: undefined, text: text(which + 1, word) }),
    erase: (which: number) => n.i.call("DELETE", `/v1/documents/${n.document(which)}`),
    date: (which: number) =>
      n.i.call("PATCH", `/v1/documents/${n.document(which)}`, { publishedAt: at(which + 5).slice(0, 10), title: "Bells" }),
  }) satisfies Record<string, Act>;
/** What the house sets. */
const house = (n: Newsroom) =>
  ({
    bind: (which: number, word: number) => {
      const path = `/v1/accounts/${encodeURIComponent(`forum:u${which % 7}`)}/actor`;
      return word < 3 ? post(n, path, { kind: "organisation", name: `Tarnby parish ${word}` }) : n.i.call("DELETE", path);
    },
    note: (which: number, word: number) => post(n, `/v1/claims/${n.claim(which)}/notes`, { text: `Asked about ${WORDS[word]}` }),
    own: (which: number, word: number) => post(n, `/v1/claims/${n.claim(which)}/owner`, { owner: word < 3 ? "me" : null }),
    watch: (which: number, word: number) => n.i.call(word < 3 ? "POST" : "DELETE", `/v1/claims/${n.claim(which)}/watch`),
    subscribe: (which: number, word: number) => {
      const [held] = n.i.sql<{ id: string }>("SELECT id FROM subscription LIMIT 1");
      if (word < 2 || !held) return post(n, "/v1/subscriptions", { kind: "feed", name: `Feed ${which % 3}` });
      return n.i.call(word < 4 ? "PATCH" : "DELETE", `/v1/subscriptions/${held.id}`, word < 4 ? { enabled: word === 2 } : undefined);
    },
    crawl: (which: number, word: number) => {
      const [held] = n.i.sql<{ id: string }>("SELECT id FROM source ORDER BY id LIMIT 1 OFFSET ?", which % 2);
      if (word < 2 || !held) return post(n, "/v1/sources", { kind: "feed", config: { url: `https://gazette.example/feed/${which % 2}` } });
      return n.i.call(word < 4 ? "PATCH" : "DELETE", `/v1/sources/${held.id}`, word < 4 ? { enabled: word === 2 } : undefined);
    },
    status: (which: number, word: number) =>
      decide(n, {
        id: n.claim(which),
        do: "edit",
        edit: { status: ["open", "settled", "archived"][word % 3], subject: word > 3 ? "Tarnby parish" : "" },
      }),
    visibility: (which: number, word: number) =>
      decide(n, { id: n.claim(which), do: "edit", edit: { visibility: ["public", "unlisted", "private"][word % 3] } }),
    wording: (which: number, word: number) =>
      decide(n, { id: n.claim(which), do: "edit", edit: { wording: text(which, word).slice(0, 80) } }),
    phrase: (which: number, word: number) =>
      n.i.call("PATCH", `/v1/claims/${n.claim(which)}`, { addPhrasings: [`Tarnby's bell is made of ${WORDS[word]}`] }),
    headline: (which: number, word: number) =>
      n.i.call("PATCH", `/v1/claims/${n.claim(which)}`, { embed: { headline: `On ${WORDS[word]}` } }),
    rate: (which: number, word: number) =>
      post(n, `/v1/claims/${n.claim(which)}/verdicts`, {
        publisher: `Checkers ${which % 3}`,
        label: WORDS[word],
        url: "https://checkers.example/bell",
      }),
  }) satisfies Record<string, Act>;
/** What editors decide. */
const decisions = (n: Newsroom) =>
  ({
    /** What a person says of an address, whatever is known from there. */
    sayOf: (which: number, word: number) =>
      post(n, "/v1/sightings", {
        claim: n.claim(word),
        document: boardOf(which),
        ...(word > 2 ? { response: { type: "denial", standing: "subject", actor: { name: "Tarnby parish" } } } : { stance: "query" }),
      }),
    sourceOf: (which: number) => post(n, "/v1/edges", { child: n.document(which), parent: boardOf(which), type: "citation" }),
    wait: (which: number) => decide(n, n.line(which) && { ...n.line(which), claim: undefined, do: "wait" }),
    leave: (which: number) => decide(n, n.line(which) && { ...n.line(which), claim: undefined, do: "later" }),
    confirm: (which: number) => decide(n, n.line(which) && { ...n.line(which), claim: undefined, do: "accept" }),
    reject: (which: number) => decide(n, n.line(which) && { ...n.line(which), claim: undefined, do: "reject" }),
    edit: (which: number) => decide(n, n.line(which) && { ...n.line(which), claim: undefined, do: "edit", edit: { stance: "query" } }),
    say: (which: number, word: number) =>
      post(n, "/v1/sightings", {
        claim: n.claim(word),
        document: n.document(which),
        ...(word > 2 ? { response: { type: "denial", standing: "subject", actor: { name: `Pastor ${word}` } } } : {}),
      }),
    source: (which: number, word: number) =>
      post(n, "/v1/edges", { child: n.document(which), parent: word ? n.document(word) : null, type: "citation" }),
    merge: (which: number) => post(n, `/v1/claims/${n.claim(which)}/merge`, { into: n.claim(which + 1) }),
    split: (which: number, word: number) =>
      post(n, `/v1/claims/${n.claim(word)}/split`, { into: n.claim(word + 1), documents: [n.document(which), n.document(which + 1)] }),
    undo: (which: number) => {
      const [row] = n.i.sql<{ id: string }>(
        "SELECT id FROM decision WHERE did <> 'undo' AND undone_by IS NULL ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?",
        which % 3,
      );
      return row ? post(n, `/v1/decisions/${row.id}/undo`) : null;
    },
    resolve: (which: number, word: number) => {
      const told = n.i.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'reported' ORDER BY id");
      const one = told[which % Math.max(1, told.length)];
      return one ? post(n, `/v1/documents/${one.id}/resolve`, { to: word ? n.document(which + word) : null }) : null;
    },
  }) satisfies Record<string, Act>;
const acts = (n: Newsroom) => ({ ...arrivals(n), ...house(n), ...decisions(n) });

const NAMES: readonly Step["act"][] = Object.keys(acts(null as unknown as Newsroom)) as Step["act"][];
/** Histories begin with something to decide on. */
const OFTEN: readonly Step["act"][] = ["post", "post", "page", "merge", "undo", "undo", "undo", "split"];
export const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...NAMES, ...OFTEN),
  who: fc.constantFrom(0, 1),
  which: fc.nat(40),
  word: fc.nat(5),
});

/** A step, of the first editor unless it says otherwise. */
export const did = (act: Step["act"], which: number, word = 0, who: Step["who"] = 0): Step => ({ act, who, which, word });

/** Two claims with earlier wordings become one. */
export const RENAMED: Step[] = [did("wording", 0, 1), did("wording", 1, 1, 1), did("merge", 0)];

/** Of three posts with one text the first one is dated later, and again as it was. */
export const REDATED: Step[] = [did("post", 3), did("post", 23), did("date", 2), did("post", 0), did("undo", 0)];

/** Of two posts the first one waits again, and is dated then. */
export const DATED: Step[] = [did("post", 7), did("post", 0), did("post", 29), did("wait", 17), did("date", 0)];

/** Of posts with one text the first one is erased. */
export const INHERITED: Step[] = [did("post", 7, 1), did("post", 27, 1), did("erase", 3)];

/** A page comes whose address only an erased post had told. */
export const ADDRESSED: Step[] = [did("quote", 34), did("erase", 0), did("page", 22)];

/** What a person says that an address comes from is dated later, and again as it was. */
export const FLAGGED: Step[] = [
  did("post", 20),
  did("page", 0),
  did("sourceOf", 0),
  did("post", 0),
  did("say", 0),
  did("page", 0, 1),
  did("resolve", 7, 3),
  did("date", 4),
  did("undo", 0),
];

/** Of a page that tells an answer, too, the line waits, and it is dated then. */
export const ANSWERED: Step[] = [
  did("page", 7),
  did("post", 0),
  did("post", 0),
  did("post", 0),
  did("post", 0),
  did("wait", 0),
  did("date", 0),
];
