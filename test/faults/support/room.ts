/**
 * A newsroom in which each document has a word of its own, and so has whatever a person says of it, by its id or by an address where it comes later:
 * so a test knows which words have to be gone once a document is erased.
 */
import { type Answer, Instance } from "./instance.ts";

const HOLDS = "replaced_at = 9007199254740991";
export const CLAIMS = ["The bell of Tarnby church was cast from melted tin", "The bell of Tarnby was paid for with a false cheque"];
export const boardOf = (which: number) => `https://board.example/t/${which % 3}`;

export interface Posted {
  text?: string;
  [field: string]: unknown;
}
interface Said {
  word: string;
  /** The documents or addresses of which it was said. */
  about: string[];
  /** Documents in which others say it too, as they copied the text. */
  copies: string[];
}

export class Room {
  /** Addresses that may be fetched are remembered in other tables than those that may not. */
  readonly i = new Instance(null, { PUBLISH: "all", CRAWL_ALLOW: "gazette.example:443,other.example:443,board.example:443" });
  readonly claims: string[] = [];
  readonly documents: string[] = [];
  /** What was sent, so that it can be sent again. */
  readonly sent: { id: string; document: Posted; word: string }[] = [];
  readonly said: Said[] = [];
  /** The words that have to be gone. */
  readonly gone = new Set<string>();
  /** The documents that persons took reported ones for. */
  readonly #taken = new Map<string, string>();
  /** The documents that were erased, with what was only known by them. */
  readonly #erased = new Set<string>();
  #words = 0;
  async open(): Promise<void> {
    for (const text of CLAIMS) this.claims.push((await this.call<{ id: string }>("POST", "/v1/claims", { text })).body.id);
  }
  call<T = Record<string, unknown>>(method: string, path: string, body?: object): Promise<Answer<T>> {
    return this.i.call<T>(method, path, body, method === "POST" ? { prefer: "wait" } : undefined);
  }
  /** A new word that is in no language. */
  word = (): string => `Zq${(++this.#words).toString(36)}vrax`;
  claim = (which: number): string => this.claims[which % 2] ?? "";
  document = (which: number): string => this.documents[which % Math.max(1, this.documents.length)] ?? "d00000000000000000000000000";
  /** A document by its id, or an address. */
  name = (which: number): string => (which % 3 === 0 ? boardOf(which) : this.document(which));
  line(which: number) {
    const lines = this.i.sql<{ id: string; document: string }>(
      `SELECT id, document_id AS document FROM sighting WHERE ${HOLDS} ORDER BY claim_id, id`,
    );
    return lines[which % Math.max(1, lines.length)];
  }
  async add(word: string, document: Posted): Promise<Answer> {
    const answer = await this.call<{ id: string }>("POST", "/v1/documents", document);
    const id = answer.body?.id;
    if (answer.status < 300 && id) {
      if (!this.documents.includes(id)) this.documents.push(id);
      this.#come(id);
      this.said.push({ word, about: [id], copies: [] });
      this.sent.push({ id, document, word });
    }
    return answer;
  }
  /** What came at its own address is itself: what was said of it stays with both, where persons took it for another document. */
  #come(id: string): void {
    const to = this.#taken.get(id);
    if (to !== undefined) for (const { about, copies } of this.said) if (about.includes(id)) copies.push(to);
    this.#taken.delete(id);
  }
  /** Sends something once more as it was. */
  async again(which: number): Promise<Answer | null> {
    const one = this.sent[which % Math.max(1, this.sent.length)];
    return one ? this.call("POST", "/v1/documents", one.document) : null;
  }
  /** Sends another text of something that was sent. */
  async revise(which: number, word: string, text: string): Promise<Answer | null> {
    const one = this.sent[which % Math.max(1, this.sent.length)];
    return one ? this.add(word, { ...one.document, html: undefined, text }) : null;
  }
  /** Sends the text of something that was sent as a document of its own: the words in it are then those of both. */
  async copy(which: number, send: (text: string) => Promise<Answer>): Promise<Answer | null> {
    const one = this.sent[which % Math.max(1, this.sent.length)];
    const text = one?.document.text;
    if (!text?.includes(one?.word ?? "") || this.#erased.has(one?.id ?? "")) return null;
    const answer = await send(text);
    const id = (answer.body as { id?: string } | undefined)?.id;
    if (answer.status < 300 && id)
      for (const { word, about, copies } of this.said) if (text.includes(word) && about.includes(one?.id ?? "")) copies.push(id);
    return answer;
  }
  async say<T extends Record<string, unknown>>(
    word: string,
    path: string,
    body: object,
    about: (answer: T) => string[],
    method = "POST",
  ): Promise<Answer> {
    const answer = await this.call<T>(method, path, body);
    if (answer.status < 300) this.said.push({ word, about: about(answer.body), copies: [] });
    return answer;
  }
  /** Says which document a reported one is, or that it is none of them. */
  async resolve(which: number, to: string | null): Promise<Answer | null> {
    const told = this.i.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'reported' ORDER BY id");
    const one = told[which % Math.max(1, told.length)];
    if (!one) return null;
    const answer = await this.call("POST", `/v1/documents/${one.id}/resolve`, { to });
    if (answer.status >= 300) return answer;
    if (to) this.#taken.set(one.id, to);
    else this.#taken.delete(one.id);
    return answer;
  }
  /** Reported documents that have become others than persons said. */
  overruled(): string[] {
    return [...this.#taken].flatMap(([id, to]) => {
      const [row] = this.i.sql<{ is: string | null }>('SELECT resolved_id AS "is" FROM document WHERE id = ?', id);
      return row && row.is !== to ? `${id} is ${row.is}, not ${to}` : [];
    });
  }
  async erase(which: number): Promise<Answer> {
    const id = this.document(which);
    const own = this.i.sql<{ id: string }>(
      `SELECT ?1 AS id UNION SELECT id FROM document WHERE resolved_id = ?1 UNION SELECT id FROM document d WHERE reported_by = ?1
         AND NOT EXISTS (SELECT 1 FROM report WHERE reported_id = d.id AND document_id <> ?1)`,
      id,
    );
    const ids = new Set(own.map((row) => row.id));
    const answer = await this.call("DELETE", `/v1/documents/${id}`);
    if (answer.status >= 300) return answer;
    for (const one of ids) this.#erased.add(one);
    for (const [one, to] of this.#taken) if (ids.has(one) || ids.has(to)) this.#taken.delete(one);
    for (const { word, about, copies } of this.said)
      if (copies.length ? [...about, ...copies].every((one) => this.#erased.has(one)) : about.some((one) => ids.has(one)))
        this.gone.add(word);
    return answer;
  }
}
