/**
 * Pages on one story stay one cluster beside many that tell of other things (200; 2,000 with WHENCE_FULL), and those make no clusters among
 * themselves but by chance.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../shared/cluster/cluster.ts";
import { clusterFor, leaderOf, type PageText } from "../../../shared/cluster/page-cluster.ts";
import { profileOf, topicBuckets } from "../../../shared/cluster/profile.ts";
import { unrelatedPages } from "../../fixtures/unrelated-pages.ts";

const UNRELATED = process.env["WHENCE_FULL"] ? 2000 : 200;
/** Share of pages that may be with another one: made of common words at random, two may have too many in common. */
const MAX_BY_CHANCE = 0.02;
/** As the pipeline looks texts up. */
const [TEXTS_OF_A_BUCKET, TEXTS_IN_SIGHT] = [8, 16];

const member = (id: string, title: string, body: string): PageText => ({
  id,
  documentId: id,
  at: 0,
  title,
  body,
  lang: "en",
  profile: profileOf(title, body, "en"),
});

const STORY = [
  member(
    "story 1",
    "Norrby ferry lost its steering with 212 on board",
    "The Norrby ferry lost its steering on Sunday night with 212 passengers on board. Two tugs brought the ship to Port Calder by morning.",
  ),
  member(
    "story 2",
    "Ferry with 212 passengers drifted off Port Calder",
    "A ferry from Norrby with 212 passengers lost its steering off Port Calder on Sunday. Tugs were called at 22:40 and brought the ship in.",
  ),
  member(
    "story 3",
    "Norrby ferry drifts without steering off Port Calder",
    "Two tugs had to help a ferry from Norrby that lost its steering near Port Calder. The 212 passengers were not hurt, a port clerk said.",
  ),
];

test("none of many unrelated pages joins a story, and they make no clusters", () => {
  const all = [...STORY, ...unrelatedPages(UNRELATED).map(({ title, body }, i) => member(`page ${i}`, title, body))];
  const buckets = new Map<number, PageText[]>();
  const own = new Map(all.map((one) => [one.id, topicBuckets(one.body)]));
  for (const one of all) for (const bucket of own.get(one.id) ?? []) buckets.set(bucket, [...(buckets.get(bucket) ?? []), one]);
  const inSight = (one: PageText) => {
    const near = (own.get(one.id) ?? []).flatMap((bucket) => (buckets.get(bucket) ?? []).slice(0, TEXTS_OF_A_BUCKET));
    return [...new Set([one, ...near])].slice(0, TEXTS_IN_SIGHT + 1);
  };
  const clusters = new Map(all.map((one) => [one.id, clusterOf(one.id, inSight(one)).map(({ id }) => id)]));
  const story = STORY.map(({ id }) => id);
  for (const id of story) assert.deepEqual(clusters.get(id), story);
  const joined = [...clusters].filter(([id, cluster]) => !story.includes(id) && cluster.length > 1);
  assert.ok(joined.length <= UNRELATED * MAX_BY_CHANCE, JSON.stringify(joined));
  assert.ok(joined.every(([, cluster]) => !cluster.some((id) => story.includes(id))));
  // Two that have too much in common by chance propose nothing together.
  const together = all.filter((one) => clusterFor(one, leaderOf(one, inSight), inSight, new Set()).size > 1);
  assert.deepEqual(
    together.map(({ id }) => id),
    story,
  );
});
