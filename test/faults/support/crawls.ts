/** Steps of the crawl as kinds of write: a run whose answers are made up here. */
import { crawl } from "../../../workers/crawl/index.ts";
import { visitorOf } from "../../../workers/crawl/purposes/visited.ts";
import type { World as CrawlWorld } from "../../../workers/crawl/run.ts";
import { Db } from "../../../workers/store/d1.ts";
import type { Answer, Instance } from "./instance.ts";
import { FERRY, finalClaim, isErased, plainPage, post } from "./world.ts";
import type { Write } from "./writes.ts";

export type Outcome = Awaited<ReturnType<CrawlWorld["fetch"]>>;
export const page = (url: string, text: string, contentType = "text/html"): Outcome => ({
  kind: "ok",
  answer: { request: { url, expects: "html" }, url, contentType, headers: {}, text, at: Date.now() },
  etag: '"1"',
  lastModified: null,
  ms: 5,
});
export const ABSENT: Outcome = { kind: "gone", status: 404, ms: 5 };

/** One run of the crawl. A visit that was changed or taken meanwhile is not acknowledged. */
export async function run(i: Instance, answers: Record<string, Outcome>, only: string[] | null): Promise<Answer> {
  const world: CrawlWorld = {
    db: new Db(i.d1 as ConstructorParameters<typeof Db>[0]),
    fetch: async (request) => {
      const outcome = answers[request.url] ?? ABSENT;
      return outcome.kind === "ok" ? { ...outcome, answer: { ...outcome.answer, request } } : outcome;
    },
    now: Date.now,
    sleep: async () => {},
    userAgent: "Whence/0.1 (+mailto:desk@paper.example)",
    addresses: { own: [], allow: [] },
    secrets: {},
    archive: "https://web.archive.org",
    hint: async () => {},
  };
  const report = await crawl(world, { ms: 20_000, requests: 20, perHostDay: 100, only });
  const isTaken = report.visited.every(({ outcome }) => outcome !== "lost" && outcome !== "waiting");
  return { status: isTaken && (only === null || report.visited.length > 0) ? 200 : 412, body: {}, text: "", headers: new Headers() };
}
/** A visit that is due. */
export function due(i: Instance, purpose: string, subject: string, url: string, memo: object | null = null): string {
  const visitor = visitorOf(url);
  const config = purpose === "archive" ? { url } : { url, of: visitor?.of };
  i.sql(
    `INSERT OR REPLACE INTO visit (id, purpose, subject, kind, config, host, due_at, interval, good_at, memo)
     VALUES (?1 || ':' || ?2, ?1, ?2, ?3, ?4, ?5, 0, 3600000, 1, ?6)`,
    purpose,
    subject,
    visitor?.adapter.kind ?? "",
    JSON.stringify(config),
    purpose === "archive" ? "web.archive.org" : (visitor?.host ?? ""),
    memo && JSON.stringify(memo),
  );
  return `${purpose}:${subject}`;
}
const changedPage = plainPage.html.replace("posts said on Thursday", "posts said on Friday, and again on Saturday");
const availabilityOf = (i: Instance, id: string) =>
  i.sql<{ availability: string | null }>("SELECT availability FROM document WHERE id = ?", id)[0]?.availability ?? "";
/** Where an address that a post links to leads: to another one. */
const LINK = "https://herald.example/short";
const LINKED = "https://herald.example/2025/a-pelican-of-a-ferry";
const FEED = "https://wire.example/feed.xml";
const FEED_POST = "A reader of the wire says that the ferry of Rimstad runs on rainwater";

export const crawls: Write[] = [
  {
    name: "revisit a changed page",
    run: (i, w) => run(i, { [plainPage.url]: page(plainPage.url, changedPage) }, [due(i, "revisit", w.article, plainPage.url)]),
    check: (i, w) => [
      !isErased(i, w.article) && !i.sql("SELECT 1 FROM text WHERE body LIKE '%and again on Saturday%'").length && "the revision is lost",
    ],
  },
  {
    name: "find a page gone",
    run: (i, w) => run(i, {}, [due(i, "revisit", w.article, plainPage.url, { absent: 1 })]),
    check: (i, w) => [!isErased(i, w.article) && !/gone/.test(availabilityOf(i, w.article)) && "that it is gone is lost"],
  },
  {
    name: "find a page in an archive",
    run: (i, w) => {
      const archived = { url: `https://web.archive.org/web/2025/${plainPage.url}`, at: Date.UTC(2025, 4, 2), textId: "t1" };
      const visit = due(i, "archive", w.article, plainPage.url, { archived });
      const asked = `https://web.archive.org/cdx/search/cdx?url=${encodeURIComponent(plainPage.url)}`;
      return run(i, { [asked]: { kind: "not_modified", ms: 5 } }, [visit]);
    },
    check: (i, w) => [!isErased(i, w.article) && !/archived/.test(availabilityOf(i, w.article)) && "the archive's copy is lost"],
  },
  {
    name: "follow a link",
    async run(i) {
      await i.call("POST", "/v1/documents", post("olga", `${FERRY}, all of it: ${LINK}`, 40), { prefer: "wait" });
      const [linked] = i.sql<{ id: string }>("SELECT id FROM document WHERE url = ?", LINK);
      const html = `<html><head><link rel="canonical" href="${LINKED}"></head><body><article><h1>A pelican of a ferry</h1><p>${FERRY}, and a pelican on its mast is all that it has for a pilot, a reader of this paper writes.</p></article></body></html>`;
      // The page states another address, at which it is read.
      return run(i, { [LINK]: page(LINK, html), [LINKED]: page(LINKED, html) }, [due(i, "follow", linked?.id ?? "", LINK)]);
    },
    check: (i) => [
      !i.sql("SELECT 1 FROM document d JOIN document p ON p.resolved_id = d.id WHERE d.url = ? AND p.url = ?", LINKED, LINK).length &&
        !i.sql("SELECT 1 FROM tombstone t JOIN document d ON d.id = t.id WHERE d.kind = 'article'").length &&
        "the link leads nowhere",
    ],
  },
  {
    name: "erase what a link leads to",
    async run(i) {
      const [page] = i.sql<{ id: string }>("SELECT id FROM document WHERE url = ?", LINKED);
      return i.call("DELETE", `/v1/documents/${page?.id ?? "d00000000000000000000000000"}`);
    },
    check: (i) => {
      const tables = i.tablesWith("a-pelican-of-a-ferry");
      return [
        tables.length > 0 && `words in ${tables.join(", ")}`,
        i.sql("SELECT 1 FROM alias WHERE name = ?", LINK).length > 0 && "its address",
      ];
    },
  },
  {
    name: "plan visits",
    run: (i) => run(i, {}, null),
    check: (i, w) => [!i.sql("SELECT 1 FROM crawl_cursor").length && "the cursor is lost", !finalClaim(i, w.ferry) && "no claim"],
  },
  {
    name: "visit a feed",
    run: (i) => {
      i.sql(
        `INSERT OR IGNORE INTO source (id, kind, name, config, created_at) VALUES ('o1', 'feed', 'Wire', ?, 0)`,
        JSON.stringify({ url: FEED }),
      );
      i.sql(
        `INSERT OR REPLACE INTO visit (id, purpose, subject, host, due_at, interval) VALUES ('source:o1', 'source', 'o1', 'wire.example', 0, 3600000)`,
      );
      const item = (url: string, title: string, text: string) =>
        `<item><link>${url}</link><guid>${url}</guid><title>${title}</title><description>${text}</description></item>`;
      const xml = `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${item(plainPage.url, plainPage.title, "Posts say so.")}${item("https://wire.example/letter", "A letter", FEED_POST)}</channel></rss>`;
      return run(i, { [FEED]: page(FEED, xml, "application/rss+xml") }, ["source:o1"]);
    },
    check: (i) => [
      !i.sql("SELECT 1 FROM document WHERE url = 'https://wire.example/letter'").length && "an item is lost",
      !i.sql("SELECT 1 FROM source WHERE id = 'o1' AND watched_since IS NOT NULL").length && "that it is watched is lost",
    ],
  },
];
