/**
 * What anybody may read after random acts of a newsroom: what the edge keeps is what is answered without it, an answer whose ETag stayed has stayed
 * itself, and no answer names a person whom nobody has confirmed, in any language and form.
 */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import fc from "fast-check";
import { formats } from "../../../workers/api/formats/index.ts";
import { Instance } from "../support/instance.ts";
import { did, Newsroom, PEOPLE, type Step, step } from "../support/newsroom.ts";
import { faultsOf } from "../support/world.ts";

const FULL = Boolean(process.env["WHENCE_FULL"]);
const { RUNS, SEED } = process.env;
const HOLDS = "replaced_at = 9007199254740991";
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "zh"];

/** A cache as the edge has it, for this process. */
class EdgeCache {
  readonly #kept = new Map<string, Response>();
  match = (name: string) => Promise.resolve(this.#kept.get(name)?.clone());
  put = (name: string, answer: Response) => Promise.resolve(void this.#kept.set(name, answer));
  delete = (name: string) => Promise.resolve(this.#kept.delete(name));
}
const holder = globalThis as unknown as { caches?: { default: EdgeCache } };
beforeEach(() => {
  Object.defineProperty(holder, "caches", { value: { default: new EdgeCache() }, configurable: true, writable: true });
});
afterEach(() => {
  delete holder.caches;
});

interface Told {
  status: number;
  text: string;
  etag: string | null;
}
/** What a reader without a key is told. */
async function read(i: Instance, path: string, lang: string, isKept: boolean): Promise<Told> {
  const { key } = i;
  const { caches } = holder;
  i.key = null;
  if (!isKept) delete holder.caches;
  const { status, text, headers } = await i.call("GET", path, undefined, { "accept-language": lang });
  if (caches) holder.caches = caches;
  i.key = key;
  assert.ok(status < 500, `${path}: ${status} ${text}`);
  return { status, text, etag: headers.get("etag") };
}
/** Addresses of claims, in short those of which the others are made. */
function pathsOf(claims: readonly string[], documents: readonly string[], inShort: boolean): string[] {
  const short = claims.flatMap((id) => [`/v1/claims/${id}/timeline`, `/c/${id}`, `/embed/${id}`, `/c/${id}/card.svg`, `/v1/claims/${id}`]);
  if (inShort) return short;
  return [
    ...short,
    ...claims.flatMap((id) => [
      ...Object.keys(formats).map((format) => `/v1/claims/${id}/timeline?format=${format}`),
      `/v1/claims/${id}/responses`,
      `/v1/claims/${id}/graph`,
      `/v1/claims/${id}/spread`,
      `/c/${id}/revisions`,
      `/c/${id}/embed`,
      `/oembed?url=${encodeURIComponent(`http://127.0.0.1/c/${id}`)}`,
    ]),
    ...documents.flatMap((id) => [`/d/${id}`, `/v1/documents/${id}`]),
    `/v1/lookup?text=${encodeURIComponent("The bell of Tarnby church was cast from melted tin")}`,
    "/v1/claims",
    "/v1/claims?q=bell",
    "/v1/verdicts",
    "/feed.json",
    "/feed.atom",
    "/",
    "/status",
    "/v1/status",
    "/v1/log/blocks",
  ];
}

/** The persons whom somebody has confirmed a line with, or whom a claim names. */
function confirmed(i: Instance): Set<string> {
  const words = [
    ...i.sql<{ text: string }>(
      `SELECT detail || shown || coalesce(author, '') AS text FROM sighting WHERE state = 'confirmed' AND ${HOLDS}`,
    ),
    ...i.sql<{ text: string }>(`SELECT text FROM claim WHERE ${HOLDS}`),
    ...i.sql<{ text: string }>("SELECT text FROM phrasing"),
  ].map(({ text }) => text);
  return new Set(PEOPLE.filter((name) => words.some((text) => text.includes(name))));
}
/** The words of an answer, also those within addresses. */
const wordsOf = (text: string) =>
  `${text}\n${text.replace(/(?:%[\dA-F]{2})+/gi, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  })}`.replaceAll(/[+_]|&#?\w{1,8};/g, " ");

async function lived(steps: Step[]): Promise<void> {
  const i = new Instance(null, { WHENCE_ENV: "production", CRAWL_ALLOW: "gazette.example:443" });
  const room = new Newsroom(i);
  await room.open();
  for (const id of room.claims) await i.call("PATCH", `/v1/claims/${id}`, { visibility: "public" });
  const before = new Map<string, Told>();
  for (const [n, one] of steps.entries()) {
    assert.equal(await room.take(one), null, JSON.stringify(one));
    await i.settleDeferred();
    const isLast = n === steps.length - 1;
    for (const path of pathsOf(room.claims, room.documents, n < steps.length - (FULL ? 3 : 1)))
      for (const lang of isLast ? LANGUAGES : [LANGUAGES[n % LANGUAGES.length] ?? "en"]) {
        const where = `${path} (${lang}) after ${JSON.stringify(one)}`;
        const plain = await read(i, path, lang, false);
        for (let times = 0; times < 2; times++) {
          const kept = await read(i, path, lang, true);
          assert.deepEqual([kept.status, kept.text], [plain.status, plain.text], `kept: ${where}`);
          await i.settleDeferred();
        }
        const was = before.get(`${path} ${lang}`);
        if (was?.etag && was.etag === plain.etag && plain.status === 200) assert.equal(plain.text, was.text, `ETag: ${where}`);
        before.set(`${path} ${lang}`, plain);
        const words = wordsOf(plain.text);
        const may = confirmed(i);
        for (const name of PEOPLE.filter((person) => !may.has(person)))
          assert.ok(
            !words.includes(name) && !words.includes(name.split(" ")[1] ?? ""),
            `${name} in ${where}: ${words.slice(Math.max(0, words.indexOf(name.split(" ")[1] ?? "") - 200)).slice(0, 400)}`,
          );
      }
    await i.settle();
  }
  assert.deepEqual(await faultsOf(i), []);
  i.close();
}

/** A source is added, visited and switched off; a page is gone. */
const WATCHED: Step[] = [did("page", 0), did("crawl", 0), did("visit", 0), did("crawl", 0, 3), did("revisit", 0, 3)];
/** A wording is added, and taken back. */
const REWORDED: Step[] = [did("phrase", 0, 2), did("undo", 0)];

test("what anybody may read after random acts is as fresh as what is stored, and names nobody who waits", { timeout: 1_800_000 }, () =>
  fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), lived), {
    numRuns: Number(RUNS ?? (FULL ? 100 : 3)),
    endOnFailure: true,
    examples: [[WATCHED], [REWORDED]],
    ...(SEED ? { seed: Number(SEED) } : {}),
  }),
);
