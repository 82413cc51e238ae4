/** Kinds of write, and what must hold after each that was acknowledged, whatever ran beside it. */
import type { Answer, Instance } from "./instance.ts";
import {
  AUTHOR,
  at,
  BRIDGE,
  claimOf,
  DAIRY,
  FERRY,
  finalClaim,
  idlePost,
  isErased,
  linkingPage,
  plainPage,
  post,
  SECRET,
  sightingOf,
  victimPost,
  type World,
  wordingsOf,
} from "./world.ts";

export interface Write {
  name: string;
  /** Names of further writes that run while this one is held: those that could undo it. */
  beside?: string[];
  run(i: Instance, w: World): Promise<Answer>;
  /**
   * It does something and takes it back, in several requests: after a lost answer it cannot be said again as it was. `elsewhere`: what others do in
   * between is done to another claim or account, so that of it only the invariants hold.
   */
  takesBack?: "here" | "elsewhere";
  /**
   * What is wrong after it was answered 2xx; `beside`: the name of the write that ran at the same time, and `last`: whether this one was answered
   * last.
   */
  check(i: Instance, w: World, beside: { name: string; last: boolean }): (string | false)[];
}
const wait = { prefer: "wait" };
const add = (document: object) => (i: Instance) => i.call("POST", "/v1/documents", document, wait);
/** The document is there with its text; one that was erased has none. */
const hasText = (i: Instance, id: string, words: string) =>
  !isErased(i, id) &&
  !i.sql(
    `SELECT 1 FROM (SELECT raw_id AS text FROM revision WHERE document_id = ?1 UNION SELECT text_id FROM document WHERE id = ?1) r
     JOIN text t ON t.id = r.text WHERE instr(t.body, ?2)`,
    id,
    words,
  ).length &&
  `the text of ${id} is lost`;
const idOfPost = (i: Instance, platformId: string) =>
  i.sql<{ id: string }>("SELECT id FROM document WHERE seen = 'observed' AND native_id LIKE ?", `%${platformId}`)[0]?.id;
const holdsPost = (document: { platformId: string; text?: string }) => (i: Instance) => {
  const id = idOfPost(i, document.platformId);
  if (!id) return ["an acknowledged post is not there"];
  return [document.text !== undefined && hasText(i, id, document.text)];
};
/** A new post: the same for its write and its check. */
const adding = (name: string, document: { platformId: string; text?: string }): Write => ({
  name,
  run: add(document),
  check: holdsPost(document),
});
const merging = (name: string, from: "ferry" | "dairy", into: "ferry" | "dairy"): Write => ({
  name,
  run: (i, w) => i.call("POST", `/v1/claims/${w[from]}/merge`, { into: w[into] }),
  check: (i, w) => [finalClaim(i, w[from]) !== finalClaim(i, w[into]) && "the merge is undone"],
});
const patching = (name: string, patch: Record<string, string>, undoneBy: string[]): Write => ({
  name,
  run: (i, w) => i.call("PATCH", `/v1/claims/${w.ferry}`, patch),
  check: (i, w, { name: other }) => {
    const claim = claimOf(i, w.ferry) as unknown as Record<string, string | null> | undefined;
    if (claim?.["merged_into"] || undoneBy.includes(other)) return [];
    return Object.entries(patch).map(([field, value]) => claim?.[field] !== value && `${field} is ${claim?.[field]}`);
  },
});
const correcting = (name: string, of: "victim" | "article" | "idle", patch: { publishedAt: string; title?: string }): Write => ({
  name,
  beside: {
    victim: ["exact copy"],
    article: ["revise the article", "look again at the article", "revisit a changed page"],
    idle: ["revise the idle post"],
  }[of],
  run: (i, w) => i.call("PATCH", `/v1/documents/${w[of]}`, patch),
  check: (i, w) => {
    const [row] = i.sql<{ value: string; title: string }>("SELECT published_value AS value, title FROM document WHERE id = ?", w[of]);
    return [
      !isErased(i, w[of]) &&
        (row?.value !== patch.publishedAt || (patch.title !== undefined && row.title !== patch.title)) &&
        `the correction is lost: ${JSON.stringify(row)}`,
    ];
  },
});
/** That somebody has decided on the same meanwhile is said to who decides: no conflict that should have been tried again. */
async function toldApart(answer: Promise<Answer>): Promise<Answer> {
  const told = await answer;
  const isTold = told.status === 409 && !/Others changed the same things/.test(told.text);
  return isTold ? { ...told, status: 412 } : told;
}
/** A line of a document, as an item of a decision. */
const lineOf = (i: Instance, document: string) => ({
  id:
    i.sql<{ id: string }>("SELECT id FROM sighting WHERE document_id = ? AND replaced_at = 9007199254740991 ORDER BY claim_id", document)[0]
      ?.id ?? "",
  document,
});
const KETTLE = "The kettle hummed to itself all night, and then it boiled dry";
const REVISED = `${FERRY}, a ${SECRET} engineer at the yard told me this morning, and showed me the tank of it`;

/** The post to which the article's placeholder stands for; a link, and the page behind it. */
const absentPost = {
  platform: "x",
  platformId: "1909302532306099999",
  author: { handle: "nobody" },
  publishedAt: at(4),
  text: "A wolpertinger of mine steers that ferry",
};
const pageBehind = {
  kind: "article",
  url: "https://herald.example/2025/behind",
  title: `${FERRY}, a letter claims`,
  publishedAt: at(60),
  html: `<html><body><article><h1>${FERRY}, a letter claims</h1><p>${FERRY}, a letter to this paper says, and it came without a name.</p></article></body></html>`,
};
const linkPost = {
  platform: "forum",
  platformId: "link1",
  author: { handle: "linker" },
  publishedAt: at(140),
  text: `Now here ${pageBehind.url}`,
};
const FRED = post("fred", `${DAIRY} again`, 20);

export const writes: Write[] = [
  correcting("correct when the post was published", "victim", { publishedAt: "2025-03-01" }),
  correcting("correct when the idle post was published", "idle", { publishedAt: "2025-03-01" }),
  {
    name: "revise the idle post",
    beside: ["correct when the idle post was published"],
    run: (i) => i.call("POST", "/v1/documents", { ...idlePost, text: KETTLE }),
    check: (i, w) => [hasText(i, w.idle, KETTLE)],
  },
  correcting("correct when the article was published", "article", { publishedAt: "2025-03-01", title: "Rain in Rimstad" }),
  {
    name: "revise",
    beside: ["correct when the post was published"],
    run: add({ ...victimPost, text: REVISED }),
    check: (i, w) => [hasText(i, w.victim, REVISED)],
  },
  {
    name: "revise without waiting",
    beside: ["correct when the post was published"],
    run: (i) => i.call("POST", "/v1/documents", { ...victimPost, text: REVISED }),
    check: (i, w) => [hasText(i, w.victim, REVISED)],
  },
  {
    name: "import with a revision",
    run: (i) =>
      i.call(
        "POST",
        "/v1/import",
        [{ ...victimPost, text: REVISED }, FRED].map((d) => JSON.stringify({ type: "document", ...d })).join("\n"),
        wait,
      ),
    check: () => [],
  },
  adding("post", post("gina", `So ${FERRY}, who knew`, 21)),
  adding("unrelated post", post("hans", `${BRIDGE}, says the mayor's cousin on the radio`, 22)),
  adding("repost", post("ines", "", 23, { repostOf: victimPost.url })),
  adding("quote", post("jens", "Well well", 24, { quoteOf: victimPost.url })),
  adding("reply", post("karl", "Which engineer was that?", 25, { replyTo: victimPost.url })),
  adding("exact copy", post("lena", victimPost.text, 26)),
  adding("near copy", post("mona", `${victimPost.text} today`, 27)),
  adding("earlier near copy", post("nils", `${victimPost.text} it was`, -30)),
  {
    name: "page that links",
    run: add(linkingPage),
    check: (i) => [
      !i.sql("SELECT 1 FROM document WHERE url LIKE '%tribune.example/ferry-1' AND seen = 'observed'").length && "the page is not there",
    ],
  },
  {
    name: "sighting with a quote",
    run: (i, w) => i.call("POST", "/v1/sightings", { claim: w.dairy, document: w.victim, quote: `a ${SECRET} engineer` }),
    check: (i, w, { name }) => [
      !isErased(i, w.victim) &&
        name !== "split" &&
        sightingOf(i, finalClaim(i, w.dairy), w.victim)?.method !== "person" &&
        "the sighting is lost",
    ],
  },
  {
    name: "confirm",
    run: (i, w) => i.call("POST", "/v1/sightings/confirm", { claim: w.ferry, document: w.victim }),
    check: (i, w, { name, last }) => [
      !(["reject", "split"].includes(name) && !last) &&
        !isErased(i, w.victim) &&
        sightingOf(i, finalClaim(i, w.ferry), w.victim)?.state !== "confirmed" &&
        "the confirmation is lost",
    ],
  },
  {
    name: "reject",
    run: (i, w) => i.call("POST", "/v1/sightings/reject", { claim: w.ferry, document: w.victim }),
    check: (i, w, { name, last }) => [
      !(["confirm"].includes(name) && !last) &&
        !isErased(i, w.victim) &&
        sightingOf(i, finalClaim(i, w.ferry), w.victim)?.listed === 1 &&
        "the rejection is lost",
    ],
  },
  {
    name: "edge with a quote and a note",
    beside: ["another edge of it"],
    run: (i, w) =>
      i.call("POST", "/v1/edges", {
        child: w.victim,
        parent: w.other,
        type: "citation",
        quote: `a ${SECRET} engineer`,
        note: `${AUTHOR[1]} told me`,
      }),
    check: (i, w) => [
      !isErased(i, w.victim) &&
        !i.sql("SELECT 1 FROM edge WHERE child_id = ? AND method = 'person' AND replaced_at = 9007199254740991", w.victim).length &&
        "the edge is lost",
    ],
  },
  {
    name: "another edge of it",
    beside: ["edge with a quote and a note"],
    run: (i, w) => i.call("POST", "/v1/edges", { child: w.victim, parent: w.near, type: "attribution" }),
    check: (i, w) => [
      !isErased(i, w.victim) &&
        !i.sql("SELECT 1 FROM edge WHERE child_id = ? AND parent_id = ? AND replaced_at = 9007199254740991", w.victim, w.near).length &&
        "the edge is lost",
    ],
  },
  {
    name: "edge to it",
    run: (i, w) => i.call("POST", "/v1/edges", { child: w.article, parent: w.victim, type: "citation", note: `${AUTHOR[1]} told me` }),
    check: (i, w) => [
      !i.sql("SELECT 1 FROM edge WHERE child_id = ? AND method = 'person' AND replaced_at = 9007199254740991", w.article).length &&
        "the edge is lost",
    ],
  },
  {
    name: "reject an edge",
    run: async (i, w) => {
      const [edge] = i.sql<{ parent_id: string; type: string }>(
        "SELECT parent_id, type FROM edge WHERE child_id = ? AND replaced_at = 9007199254740991 AND basis <> 'platform'",
        w.near,
      );
      return i.call("POST", "/v1/edges/reject", { child: w.near, parent: edge?.parent_id ?? null, type: edge?.type });
    },
    check: (i, w) => [
      !i.sql("SELECT 1 FROM edge WHERE child_id = ? AND state = 'rejected' AND replaced_at = 9007199254740991", w.near).length &&
        "the rejection is lost",
    ],
  },
  {
    name: "resolve",
    beside: ["post what was only reported"],
    run: (i, w) => i.call("POST", `/v1/documents/${w.placeholder}/resolve`, { to: w.near }),
    // It ends when the document itself arrives.
    check: (i, w) => [
      !i.sql("SELECT 1 FROM document WHERE id = ? AND (resolved_id = ? OR seen = 'observed')", w.placeholder, w.near).length &&
        "the resolution is lost",
    ],
  },
  patching("rename", { text: "The ferry of Rimstad runs on nothing but rainwater" }, ["post the claim"]),
  patching("make private", { visibility: "private" }, ["open to readers"]),
  patching("archive", { status: "archived" }, []),
  patching("name its subject", { subject: "Rimstad Lines" }, []),
  {
    name: "add wordings",
    run: (i, w) => i.call("PATCH", `/v1/claims/${w.ferry}`, { addPhrasings: ["Rimstad's ferry burns rainwater"] }),
    check: (i, w) => [!wordingsOf(i, finalClaim(i, w.ferry)).includes("Rimstad's ferry burns rainwater") && "a wording is lost"],
  },
  {
    name: "post the claim",
    run: (i) => i.call("POST", "/v1/claims", { ref: "ferry", text: FERRY, phrasings: ["Rainwater drives the Rimstad ferry"] }),
    check: (i, w) => [!wordingsOf(i, finalClaim(i, w.ferry)).includes("Rainwater drives the Rimstad ferry") && "a wording is lost"],
  },
  {
    name: "new claim",
    run: (i) => i.call("POST", "/v1/claims", { ref: "bridge", text: BRIDGE }),
    check: (i) => [!i.sql("SELECT 1 FROM claim WHERE text = ?", BRIDGE).length && "the claim is lost"],
  },
  merging("merge", "ferry", "dairy"),
  merging("merge the other way", "dairy", "ferry"),
  {
    name: "split",
    run: (i, w) => i.call("POST", `/v1/claims/${w.ferry}/split`, { into: w.dairy, documents: [w.victim] }),
    check: (i, w, { name }) => [
      !isErased(i, w.victim) &&
        !/merge/.test(name) &&
        sightingOf(i, w.ferry, w.victim)?.listed === 1 &&
        name !== "confirm" &&
        "the split is undone",
    ],
  },
  {
    name: "decide on the line",
    beside: ["take the decision back"],
    run: (i, w) =>
      toldApart(i.call("POST", "/v1/decisions", { items: [{ ...lineOf(i, w.victim), do: "edit", edit: { stance: "query" } }] })),
    check: () => [],
  },
  {
    name: "take the decision back",
    takesBack: "here",
    beside: ["decide on the line", "revise the article", "reject", "exact copy"],
    async run(i, w) {
      const last = () => i.sql<{ id: string }>("SELECT id FROM decision WHERE why = 'early'")[0]?.id;
      if (!last()) await i.call("POST", "/v1/decisions", { items: [{ ...lineOf(i, w.near), do: "reject" }], why: "early" });
      return toldApart(i.call("POST", `/v1/decisions/${last()}/undo`));
    },
    check: (i, w) => [
      !isErased(i, w.near) &&
        i.sql(
          "SELECT 1 FROM sighting WHERE document_id = ? AND state = 'rejected' AND listed = 0 AND replaced_at = 9007199254740991",
          w.near,
        ).length > 0 &&
        "the rejection stands",
    ],
  },
  {
    name: "take the merge back",
    takesBack: "elsewhere",
    beside: [
      "sighting with a quote",
      "rating",
      "add wordings",
      "post the claim",
      "watch",
      "merge the other way",
      "exact copy",
      "decide on the line",
    ],
    async run(i, w) {
      const merged = await i.call<{ decision: string }>("POST", `/v1/claims/${w.ferry}/merge`, { into: w.dairy });
      if (!merged.body.decision) return { ...merged, status: 412 };
      return toldApart(i.call("POST", `/v1/decisions/${merged.body.decision}/undo`));
    },
    check: () => [],
  },
  {
    name: "show how the story is told",
    beside: ["take the merge back"],
    run: (i, w) => i.call("PATCH", `/v1/claims/${w.ferry}`, { embed: { headline: "Rain, it is said" } }),
    check: (i, w, { name }) => [
      !/merge/.test(name) &&
        !i.sql("SELECT 1 FROM claim_embed WHERE claim_id = ? AND settings LIKE '%Rain, it is said%'", w.ferry).length &&
        "the headline is lost",
    ],
  },
  {
    name: "open to readers",
    run: (i, w) => toldApart(i.call("POST", `/v1/claims/${w.ferry}/visibility`, { visibility: "unlisted", hold: true })),
    check: (i, w, { name, last }) => [
      claimOf(i, w.ferry)?.merged_into === null &&
        (name !== "make private" || last) &&
        claimOf(i, w.ferry)?.visibility !== "unlisted" &&
        "it is not unlisted",
    ],
  },
  {
    name: "the wrong address after all",
    takesBack: "here",
    beside: ["post what was only reported", "edge to it"],
    async run(i, w) {
      const resolved = await i.call("POST", `/v1/documents/${w.placeholder}/resolve`, { to: w.near });
      if (resolved.status >= 300) return { ...resolved, status: 412 };
      return i.call("POST", `/v1/documents/${w.placeholder}/resolve`, { to: null });
    },
    check: () => [],
  },
  {
    name: "unbind the account",
    takesBack: "elsewhere",
    beside: ["bind the account"],
    async run(i) {
      await i.call("POST", "/v1/accounts/x%3Adora/actor", { kind: "organisation", name: "Rimstad Yard" });
      return i.call("DELETE", "/v1/accounts/x%3Adora/actor");
    },
    check: () => [],
  },
  {
    name: "cron",
    beside: ["revise without waiting", "revise the article without waiting", "watch"],
    async run(i) {
      i.db.exec("UPDATE job SET due_at = 0");
      await i.scheduled();
      return { status: 200, body: {}, text: "", headers: new Headers() };
    },
    check: () => [],
  },
  {
    name: "the night",
    run: async (i) => {
      await i.nightly();
      return { status: 200, body: {}, text: "", headers: new Headers() };
    },
    check: () => [],
  },
  {
    name: "replay",
    beside: ["rename", "reject the article"],
    run: (i) => i.call("POST", "/v1/replay?limit=50&apply=true"),
    check: () => [],
  },
  {
    name: "rebuild what is derived",
    beside: ["rename", "add wordings", "new claim"],
    async run(i) {
      let answer = await i.call<{ next: string | null }>("POST", "/v1/rebuild?part=search");
      for (const part of ["rollups", "history", "places", "texts", "suggestions", "documents"])
        answer = await i.call<{ next: string | null }>("POST", `/v1/rebuild?part=${part}`);
      return answer;
    },
    check: () => [],
  },
  {
    name: "rating",
    run: (i, w) =>
      i.call("POST", `/v1/claims/${w.ferry}/verdicts`, { publisher: "Others", label: "unproven", url: "https://others.example/ferry" }),
    check: (i, w) => [
      !i.sql("SELECT 1 FROM verdict WHERE claim_id = ? AND publisher = 'Others' AND replaced_at = 9007199254740991", finalClaim(i, w.ferry))
        .length && "the rating is lost",
    ],
  },
  {
    name: "bind the account",
    run: (i) => i.call("POST", "/v1/accounts/x%3Adora/actor", { kind: "organisation", name: "Rimstad Yard" }),
    check: (i) => [!i.sql("SELECT 1 FROM actor WHERE name = 'Rimstad Yard'").length && "the binding is lost"],
  },
  {
    name: "revise the article",
    beside: ["correct when the article was published"],
    run: add({ ...plainPage, html: plainPage.html.replace("posts said on Thursday", "posts said on Friday, and again on Saturday") }),
    check: (i, w) => [
      !isErased(i, w.article) && !i.sql("SELECT 1 FROM text WHERE body LIKE '%and again on Saturday%'").length && "the revision is lost",
    ],
  },
  {
    name: "revise the article without waiting",
    beside: ["correct when the article was published"],
    run: (i) =>
      i.call("POST", "/v1/documents", {
        ...plainPage,
        html: plainPage.html.replace("posts said on Thursday", "posts said on Friday, and again on Saturday"),
      }),
    check: (i, w) => [
      !isErased(i, w.article) && !i.sql("SELECT 1 FROM text WHERE body LIKE '%and again on Saturday%'").length && "the revision is lost",
    ],
  },
  {
    name: "say what section the article stands in",
    beside: ["erase the article"],
    run: (i) => i.call("POST", "/v1/documents", { ...plainPage, categories: ["Harbour"] }, wait),
    check: (i, w) => [
      !isErased(i, w.article) && !i.sql("SELECT 1 FROM document WHERE categories LIKE '%Harbour%'").length && "the section is lost",
    ],
  },
  {
    name: "reject the article",
    run: (i, w) => i.call("POST", "/v1/sightings/reject", { claim: w.ferry, document: w.article }),
    check: () => [],
  },
  {
    name: "post what was only reported",
    beside: ["erase what was only reported"],
    run: (i) => i.call("POST", "/v1/documents", absentPost, wait),
    check: (i, w) => [
      !isErased(i, w.placeholder) &&
        !i.sql("SELECT 1 FROM document WHERE id = ? AND seen = 'observed'", w.placeholder).length &&
        "the post is lost",
    ],
  },
  {
    name: "erase what was only reported",
    run: (i, w) => i.call("DELETE", `/v1/documents/${w.placeholder}`),
    check: (i, w) => {
      const tables = i.tablesWith(absentPost.text);
      return [!isErased(i, w.placeholder) && "the erasure is undone", tables.length > 0 && `words in ${tables.join(", ")}`];
    },
  },
  {
    name: "post with a link",
    beside: ["page behind the link"],
    run: add(linkPost),
    check: (i, w, { name }) => [
      name === "page behind the link" &&
        !i.sql("SELECT 1 FROM sighting s JOIN document d ON d.id = s.document_id WHERE d.handle = 'linker' AND s.claim_id = ?", w.ferry)
          .length &&
        "what the page makes does not come along",
    ],
  },
  {
    name: "page behind the link",
    beside: ["post with a link"],
    run: add(pageBehind),
    check: (i) => [!i.sql("SELECT 1 FROM document WHERE url = ? AND seen = 'observed'", pageBehind.url).length && "the page is not there"],
  },
  {
    name: "watch",
    run: (i, w) => i.call("POST", `/v1/claims/${w.ferry}/watch`),
    check: (i, w) => [!i.sql("SELECT 1 FROM watched_claim WHERE claim_id = ?", finalClaim(i, w.ferry)).length && "the watch is lost"],
  },
  {
    name: "look again at the article",
    run: (i, w) => {
      i.sql(
        `INSERT OR IGNORE INTO job (document_id, reason, due_at) SELECT id, 'new', 0 FROM document WHERE id = ?1 AND seen = 'observed'
         AND (SELECT count(*) FROM event WHERE subject = ?1 AND type = 'document.read') < 2`,
        w.article,
      );
      return i.call("POST", "/v1/sweep");
    },
    check: () => [],
  },
  {
    name: "erase the article",
    beside: ["revise the article without waiting", "say what section the article stands in", "reject the article"],
    run: (i, w) => i.call("DELETE", `/v1/documents/${w.article}`),
    check: (i, w) => {
      const tables = i.tablesWith("gazette.example/ferry", "Bo Lind", "the harbour office of Rimstad", "again on Saturday");
      return [!isErased(i, w.article) && "the erasure is undone", tables.length > 0 && `words in ${tables.join(", ")}`];
    },
  },
  {
    name: "erase",
    beside: ["edge to it", "near copy", "revise without waiting"],
    run: (i, w) => i.call("DELETE", `/v1/documents/${w.victim}`),
    check: (i, w, { name }) => {
      // A copy and a page have some of its words as their own.
      const words = [
        AUTHOR[1] ?? "",
        ...(/page/.test(name) ? [] : [AUTHOR[0] ?? "", "1909302532306092107", ...(/copy/.test(name) ? [] : [SECRET])]),
      ];
      const tables = i.tablesWith(...words);
      return [!isErased(i, w.victim) && "the erasure is undone", tables.length > 0 && `words in ${tables.join(", ")}`];
    },
  },
];
