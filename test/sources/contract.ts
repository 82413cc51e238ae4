/**
 * What holds for every adapter, whatever it visits. An adapter's test gives answers of the shape that its source sends, in our own words,
 * and the suite tries on them what sources, networks and hostile people do. What belongs to the network (slow, broken and endless answers,
 * redirects, robots) is http.ts's and is tried there.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DocumentInput } from "../../shared/model/document.ts";
import { type Incoming, identify } from "../../shared/model/identity.ts";
import { parseTime } from "../../shared/model/time.ts";
import { canonicalUrl } from "../../shared/url.ts";
import type { Adapter, Answer, Found, RequestContext, SourceRequest } from "../../workers/sources/adapter.ts";
import { hostileStrings } from "../support/hostile-strings.ts";
import { networkOf } from "./network.ts";

/** Milliseconds of the processor that work took: on a busy machine the clock on the wall says nothing of an algorithm. */
export function cost(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

export interface Yield {
  documents?: number;
  verdicts?: number;
  links?: number;
  next?: number;
  gone?: number;
}
export interface Fixture {
  adapter: Adapter;
  /** A config that the schema takes. */
  config: unknown;
  /** Configs that the schema refuses, each for one reason. */
  refuses: unknown[];
  secrets?: RequestContext["secrets"];
  /** The ask that is answered; without one, the first that `requests` gives. */
  request?: Partial<SourceRequest>;
  contentType: string;
  /** An answer as the source gives it. */
  ok: string;
  yields: Yield;
  /** An answer as the source gives it when there is nothing; null where there is always something. */
  empty: string | null;
  /** `ok` with one item of it broken, and what arrives of the others. */
  broken?: { text: string; yields: Yield };
  /** An answer with this text, escaped as the source escapes, in every field of an item that people write. */
  hostile(text: string): string;
  /** An answer with this many items. */
  many(count: number): string;
  /** Whether what is left of an answer that ends early is still good for something: pages are not, and http.ts refuses them. */
  salvages?: boolean;
}

const NOW = Date.UTC(2026, 2, 1);
/** A text as it is told apart: without what our storage cannot hold and what blanks and controls make of it. */
const plain = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\s\0-\x1f\x7f\u0085\ufffd]+/gu, "")
    .trim();

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(strings);
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

const idOf = (document: Incoming) => identify(document).id;
const counts = (found: Found): Required<Yield> => ({
  documents: found.documents.length,
  verdicts: found.verdicts.length,
  links: found.links.length,
  next: found.next.length,
  gone: found.gone.length,
});

/** What holds for everything that an adapter gives, whatever it was fed with. */
export function checkFound(found: Found): void {
  for (const document of found.documents) {
    const { basis, partial: _, ...input } = document;
    const read = DocumentInput.safeParse(input);
    assert.ok(read.success, `${JSON.stringify(input).slice(0, 300)}: ${read.error?.message}`);
    if (basis !== undefined) assert.ok(input.publishedAt && !["human", "unknown"].includes(basis), "a basis belongs to a time");
    assert.match(idOf(document), /^d[0-9a-z]{26}$/);
  }
  for (const verdict of found.verdicts) {
    assert.ok(verdict.claim && verdict.claim.length <= 2000 && verdict.label && verdict.label.length <= 200 && verdict.publisher);
    assert.ok(canonicalUrl(verdict.url), verdict.url);
    assert.ok(verdict.publishedAt === null || parseTime(verdict.publishedAt, "jsonld"));
    for (const url of verdict.appearances) assert.ok(canonicalUrl(url), url);
  }
  for (const url of [...found.links, ...found.next.map((request) => request.url)]) assert.ok(canonicalUrl(url), url);
  assert.equal(new Set(found.links).size, found.links.length, "each link once");
  for (const { item, why } of found.skipped) assert.ok(item.length <= 300 && item.isWellFormed() && why);
}

/** One adapter at work: its config and requests, and ways to have it parse an answer. */
interface Tried {
  fixture: Fixture;
  adapter: Adapter;
  config: unknown;
  context: RequestContext;
  requests: SourceRequest[];
  answer(text: string): Answer;
  parse(text: string): Found;
  /** Documents by id, as they came from the good answer. */
  good(): Map<string, Found["documents"][number]>;
}
function tried(fixture: Fixture): Tried {
  const { adapter } = fixture;
  const context: RequestContext = frozen({ since: null, now: NOW, secrets: fixture.secrets ?? {} });
  const config = frozen(adapter.config.parse(fixture.config));
  const requests = adapter.requests(config as never, context);
  const answer = (text: string): Answer => {
    const request = { ...(requests[0] as SourceRequest), ...fixture.request };
    return frozen({
      request,
      url: request.url,
      contentType: fixture.contentType,
      headers: { "content-type": fixture.contentType },
      text,
      at: NOW,
    });
  };
  const parse = (text: string): Found => {
    const found = adapter.parse(answer(text), config as never, context);
    checkFound(found);
    return found;
  };
  /** Documents by id, as they came from the good answer. */
  const good = () => new Map(parse(fixture.ok).documents.map((document) => [idOf(document), document]));
  return { fixture, adapter, config, context, requests, answer, parse, good };
}

/** Declares the tests of one adapter. */
export function contract(fixture: Fixture): void {
  const one = tried(fixture);
  describe(`${fixture.adapter.kind}: the contract of sources`, () => {
    testRequests(one);
    networkOf(one.requests);
    testAnswers(one);
    testDamage(one);
    testAttacks(one);
  });
}

function testRequests({ fixture, adapter, config, context, requests }: Tried): void {
  test("its config is strict", () => {
    for (const bad of [...fixture.refuses, { ...(fixture.config as object), surprise: 1 }, null, "text"])
      assert.equal(adapter.config.safeParse(bad).success, false, JSON.stringify(bad));
  });

  test("its requests are public addresses, the same each time", () => {
    assert.ok(requests.length >= 1);
    for (const request of requests) assert.ok(canonicalUrl(request.url), request.url);
    assert.deepEqual(adapter.requests(config as never, context), requests);
  });
}

function testAnswers({ fixture, parse, good }: Tried): void {
  test("a good answer yields what it holds", () => {
    const found = parse(fixture.ok);
    assert.deepEqual({ ...counts(found), skipped: found.skipped }, { ...counts(found), ...fixture.yields, skipped: [] });
    assert.equal(new Set(found.documents.map(idOf)).size, found.documents.length, "each document is another");
  });

  test("the same answer gives the same, and asks no clock and no chance", () => {
    const { now } = Date;
    const { random } = Math;
    const forbidden = () => assert.fail("asks the clock or chance");
    const first = parse(fixture.ok);
    try {
      Object.assign(Date, { now: forbidden });
      Object.assign(Math, { random: forbidden });
      assert.deepEqual(parse(fixture.ok), first);
    } finally {
      Object.assign(Date, { now });
      Object.assign(Math, { random });
    }
  });

  test("nothing at all, and nothing new, are no documents", () => {
    for (const text of ["", " \n ", "\ufeff"]) {
      const found = parse(text);
      assert.deepEqual(
        { ...counts(found), skipped: found.skipped.length },
        { ...counts(found), documents: 0, verdicts: 0, links: 0, skipped: 1 },
      );
    }
    if (fixture.empty === null) return;
    const found = parse(fixture.empty);
    assert.deepEqual({ documents: found.documents, verdicts: found.verdicts }, { documents: [], verdicts: [] });
  });

  test("a page that only blocks is no document", () => {
    for (const title of ["Just a moment...", "Access denied", "403 Forbidden"]) {
      const found = parse(
        `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>Enable JavaScript and cookies to continue. Ray ID: 0000</p></body></html>`,
      );
      assert.deepEqual(counts(found), { documents: 0, verdicts: 0, links: 0, next: 0, gone: 0 });
      assert.equal(found.skipped.length, 1);
    }
  });

  test("an answer that ends early gives what is whole, and nothing that is not", () => {
    const whole = good();
    let most = 0;
    for (let part = 1; part < 40; part++) {
      const found = parse(fixture.ok.slice(0, Math.floor((fixture.ok.length * part) / 40)));
      if (fixture.salvages === false) continue;
      for (const document of found.documents) assert.deepEqual(document, whole.get(idOf(document)), `part ${part}`);
      most = Math.max(most, found.documents.length + found.verdicts.length + found.links.length);
    }
    if (fixture.salvages !== false && whole.size > 1) assert.ok(most > 0, "something is whole");
  });

  test("what was decoded wrongly is still the same documents", () => {
    const ids = [...good().keys()].sort();
    const latin = Buffer.from(fixture.ok, "utf8").toString("latin1");
    const ascii = fixture.ok.replace(/[^\0-\x7f]/g, "\ufffd");
    for (const text of [latin, ascii]) assert.deepEqual(parse(text).documents.map(idOf).sort(), ids);
  });
}

/** What networks and sources break. */
function testDamage({ fixture, parse, good }: Tried): void {
  test("one broken item takes no other with it", { skip: !fixture.broken && "an answer is one item" }, () => {
    const found = parse(fixture.broken?.text ?? "");
    assert.deepEqual(counts(found), { ...counts(found), ...fixture.broken?.yields });
    const whole = good();
    const same = found.documents.filter((document) => {
      const held = whole.get(idOf(document));
      return held && JSON.stringify(held) === JSON.stringify(document);
    });
    assert.ok(same.length >= (fixture.broken?.yields.documents ?? 1) - 1, "the others are as they were");
  });

  test("hostile text comes out as it went in, or not at all", () => {
    for (const text of hostileStrings()) {
      const found = parse(fixture.hostile(text));
      // Seen anywhere at all, it must be whole: half a text is another text. Of the longest, a title keeps the beginning.
      const head = plain(text).slice(0, 900);
      // A page is handed on as it is, in which the fixture's escapes stand.
      const raw = strings([found.documents, found.verdicts]);
      const shown = [...raw, ...raw.map((one) => one.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))))].map(plain);
      if (found.documents.length + found.verdicts.length && head)
        assert.ok(
          shown.some((one) => one.includes(head)) || found.skipped.length || found.links.length,
          `${JSON.stringify(text).slice(0, 200)} is lost`,
        );
    }
  });
}

/** What hostile people send, and how much. */
function testAttacks({ fixture, adapter, config, context, answer, parse, good }: Tried): void {
  test("names that reach for a prototype are names", () => {
    const evil = '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},';
    const found = parse(fixture.ok.replaceAll(/\{(?=\s*")/g, `{${evil}`));
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
    if (/^\s*[[{]/.test(fixture.ok)) assert.deepEqual(found.documents.map(idOf), [...good().keys()]);
  });

  test("fields of the wrong type throw nothing", { skip: !/^\s*[[{]/.test(fixture.ok) && "is no JSON" }, () => {
    const wrong = ["null", "7", '""', "[]", "{}", "[[null]]", '"x"', "true"];
    // Each value of the answer in turn: whatever follows a colon, up to what ends it.
    const values = [...fixture.ok.matchAll(/(?<="\s*:\s*)(?:"(?:[^"\\]|\\.)*"|[^\s,{}[\]"]+|[[{])/g)].slice(0, 150);
    for (const [i, { index, 0: value }] of values.entries()) {
      const rest = fixture.ok.slice(index + value.length);
      // A list or an object is renamed, and something else put under its name.
      const moved = /^[[{]$/.test(value) ? `,"other":${value}` : "";
      for (const other of process.env["WHENCE_FULL"] ? wrong : wrong.slice(i % 8, (i % 8) + 1))
        parse(fixture.ok.slice(0, index) + other + moved + rest);
    }
  });

  test("bytes turned over, cut and doubled throw nothing", () => {
    let state = 12345;
    const next = (max: number) => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % max;
    for (let round = 0; round < 150; round++) {
      let text = fixture.ok;
      for (let turn = 0; turn <= round % 5; turn++) {
        const at = next(text.length);
        const end = Math.min(text.length, at + next(40));
        text = [
          text.slice(0, at) + "<>&\"'[]{}\\\0/"[next(12)] + text.slice(at + 1),
          text.slice(0, at) + text.slice(end),
          text.slice(0, end) + text.slice(at),
        ][next(3)] as string;
      }
      parse(text);
    }
  });

  test("answers made to exhaust it end soon", () => {
    for (const unit of [
      "<a>",
      "<item>",
      "<![CDATA[",
      "<!--",
      "</b><b>",
      "[",
      '{"a":',
      '{"items":[{',
      "<script>",
      "<a href='x'>",
      "&lt;",
      '<p class="',
      "<div class='tgme_widget_message'>",
    ]) {
      const took = cost(() => {
        parse(unit.repeat(Math.floor(500_000 / unit.length)));
        parse(fixture.ok + unit.repeat(Math.floor(200_000 / unit.length)));
      });
      assert.ok(took < 2_000, `${unit} takes ${took.toFixed(0)} ms`);
    }
  });

  test("2 MB are read within a second", () => {
    const one = fixture.many(2).length - fixture.many(1).length || 1;
    const text = fixture.many(Math.ceil(2_000_000 / one)).slice(0, 4_000_000);
    let found: Found | null = null;
    const took = cost(() => {
      found = adapter.parse(answer(text), config as never, context);
    });
    const { documents, verdicts, links } = found as unknown as Found;
    assert.ok(documents.length + verdicts.length + links.length > 0);
    // Two processes on one core take from each other's caches: a second on an idle one.
    assert.ok(took < (process.env["WHENCE_FULL"] ? 1_000 : 2_000), `${took.toFixed(0)} ms`);
  });
}
