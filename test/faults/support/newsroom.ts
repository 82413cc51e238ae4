/** Random histories of a newsroom: two editors decide on two claims, of which one is merged into the other and taken back, while posts and pages come. */
import fc from "fast-check";
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

/** What can happen. */
const acts = (n: Newsroom) => {
  const post = (path: string, body?: object) => n.i.call("POST", path, body);
  const decide = (item: object | undefined) => (item ? post("/v1/decisions", { items: [item] }) : null);
  const text = (which: number, word: number) =>
    `${CLAIMS[which % 2]?.replace(/tin|cheque/, WORDS[word] ?? "tin")}${TAILS[which % TAILS.length]}`;
  const posted = (which: number, fields: object) => {
    const k = n.sent.length;
    return n.add({ platform: "forum", platformId: `p${k}`, author: { handle: `u${which % 7}` }, publishedAt: at(which), ...fields });
  };
  return {
    post: (which: number, word: number) => posted(which, { text: text(which, word) }),
    quote: (which: number, word: number) => posted(which, { text: text(which, word), quoteOf: `https://gazette.example/${which % 3}` }),
    page: (which: number, word: number) =>
      n.add({
        kind: "article",
        url: `https://gazette.example/${which % 3}${word > 3 ? "?page=all" : ""}`,
        publishedAt: at(which).slice(0, 10),
        html: `<!doctype html><html lang="en"><head><title>${text(which, word)}</title></head><body><article><h1>${text(which, word)}</h1><p>${text(which + 1, word)}, according to <a href="https://x.com/late/status/19${which}">a post on X</a>.</p><p>Pastor Ine Varde denied it on Tuesday. “This is simply not true”, she said.</p></article></body></html>`,
      }),
    again: (which: number) => n.add(n.sent[which % Math.max(1, n.sent.length)] ?? { ref: "none", text: "Nothing is here." }),
    revise: (which: number, word: number) =>
      n.add({ ...(n.sent[which % Math.max(1, n.sent.length)] ?? { ref: "none" }), html: undefined, text: text(which + 1, word) }),
    erase: (which: number) => n.i.call("DELETE", `/v1/documents/${n.document(which)}`),
    date: (which: number) =>
      n.i.call("PATCH", `/v1/documents/${n.document(which)}`, { publishedAt: at(which + 5).slice(0, 10), title: "Bells" }),
    confirm: (which: number) => decide(n.line(which) && { ...n.line(which), claim: undefined, do: "accept" }),
    reject: (which: number) => decide(n.line(which) && { ...n.line(which), claim: undefined, do: "reject" }),
    edit: (which: number) => decide(n.line(which) && { ...n.line(which), claim: undefined, do: "edit", edit: { stance: "query" } }),
    say: (which: number, word: number) =>
      post("/v1/sightings", {
        claim: n.claim(word),
        document: n.document(which),
        ...(word > 2 ? { response: { type: "denial", standing: "subject", actor: { name: `Pastor ${word}` } } } : {}),
      }),
    source: (which: number, word: number) =>
      post("/v1/edges", { child: n.document(which), parent: word ? n.document(word) : null, type: "citation" }),
    merge: (which: number) => post(`/v1/claims/${n.claim(which)}/merge`, { into: n.claim(which + 1) }),
    split: (which: number, word: number) =>
      post(`/v1/claims/${n.claim(word)}/split`, { into: n.claim(word + 1), documents: [n.document(which), n.document(which + 1)] }),
    undo: (which: number) => {
      const [row] = n.i.sql<{ id: string }>(
        "SELECT id FROM decision WHERE did <> 'undo' AND undone_by IS NULL ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?",
        which % 3,
      );
      return row ? post(`/v1/decisions/${row.id}/undo`) : null;
    },
    visibility: (which: number, word: number) =>
      decide({ id: n.claim(which), do: "edit", edit: { visibility: ["public", "unlisted", "private"][word % 3] } }),
    wording: (which: number, word: number) => decide({ id: n.claim(which), do: "edit", edit: { wording: text(which, word).slice(0, 80) } }),
    phrase: (which: number, word: number) =>
      n.i.call("PATCH", `/v1/claims/${n.claim(which)}`, { addPhrasings: [`Tarnby's bell is made of ${WORDS[word]}`] }),
    headline: (which: number, word: number) =>
      n.i.call("PATCH", `/v1/claims/${n.claim(which)}`, { embed: { headline: `On ${WORDS[word]}` } }),
    rate: (which: number, word: number) =>
      post(`/v1/claims/${n.claim(which)}/verdicts`, {
        publisher: `Checkers ${which % 3}`,
        label: WORDS[word],
        url: "https://checkers.example/bell",
      }),
    resolve: (which: number, word: number) => {
      const told = n.i.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'reported' ORDER BY id");
      const one = told[which % Math.max(1, told.length)];
      return one ? post(`/v1/documents/${one.id}/resolve`, { to: word ? n.document(which + word) : null }) : null;
    },
  } satisfies Record<string, (which: number, word: number) => Promise<Answer> | null>;
};

const NAMES: readonly Step["act"][] = Object.keys(acts(null as unknown as Newsroom)) as Step["act"][];
/** Histories begin with something to decide on. */
const OFTEN: readonly Step["act"][] = ["post", "post", "page", "merge", "undo", "undo", "undo", "split"];
export const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom(...NAMES, ...OFTEN),
  who: fc.constantFrom(0, 1),
  which: fc.nat(40),
  word: fc.nat(5),
});

/** Two claims with earlier wordings become one. */
export const RENAMED: Step[] = [
  { act: "wording", who: 0, which: 0, word: 1 },
  { act: "wording", who: 1, which: 1, word: 1 },
  { act: "merge", who: 0, which: 0, word: 0 },
];
