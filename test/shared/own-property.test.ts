/** Look-ups by names that somebody sent (hosts, platforms, zones, kinds) never find what every object inherits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { withKind } from "../../shared/html/document-kind.ts";
import { kindName, messagesOf, platformName } from "../../shared/i18n/index.ts";
import { DocumentInput } from "../../shared/model/document.ts";
import { identify } from "../../shared/model/identity.ts";
import { ownProperty } from "../../shared/own-property.ts";
import { prune } from "../../shared/timeline/prune.ts";
import { spreadOf } from "../../shared/timeline/spread.ts";
import { canonicalUrl } from "../../shared/url.ts";
import { zeeschuimer } from "../../workers/api/imports/zeeschuimer.ts";
import { feedDate } from "../../workers/sources/wire/feed-date.ts";

const NAMES = Object.getOwnPropertyNames(Object.prototype);
const m = messagesOf("en");

test("what every object has is no entry of a table", () => {
  assert.equal(ownProperty({ a: 1 }, "a"), 1);
  for (const name of NAMES) assert.equal(ownProperty({ a: 1 }, name), undefined, name);
});

test("a host of such a name is a host as any other", () => {
  assert.equal(canonicalUrl("http://constructor/a/?utm_source=x&b=1"), "http://constructor/a/?b=1");
  assert.equal(canonicalUrl("http://__proto__/?a=1&utm_source=x"), "http://__proto__/?a=1");
});

test("a platform of such a name is kept, counted and named", () => {
  const { id, platform } = identify(withKind(DocumentInput.parse({ text: "a", platform: "constructor", platformId: "1" })));
  assert.equal(platform, "constructor");
  assert.notEqual(id, identify(withKind(DocumentInput.parse({ text: "a", platform: "other", platformId: "1" }))).id);
  const node = (at: string) => ({ id: at, parentId: null, platform: "constructor", weight: null, counts: true });
  assert.deepEqual(prune([node("a"), node("b"), node("c")], 1).hidden, [{ parent: null, documents: 2, platforms: { constructor: 2 } }]);
  for (const name of NAMES) {
    assert.equal(platformName(name, m), name);
    assert.equal(typeof kindName(name, m), "string");
    const row = { earliest: 0, latest: 0, platform: name, lang: name, stance: "support", sightings: 2 };
    const [bucket] = spreadOf([row], "day", null, null).buckets;
    assert.deepEqual(Object.entries(bucket?.platforms ?? {}), [[name, 2]]);
  }
});

test("an import of what no platform names is told by its line, a date of no zone is a day", () => {
  for (const name of NAMES) {
    const [line] = [...zeeschuimer.read(JSON.stringify({ source_platform: name, data: {} }))];
    assert.match(JSON.stringify(line), /"pointer":"\/source_platform"/, name);
    assert.equal(feedDate(`Mon, 07 Apr 2025 10:00:00 ${name}`), feedDate("Mon, 07 Apr 2025 10:00:00 zone"), name);
  }
});
