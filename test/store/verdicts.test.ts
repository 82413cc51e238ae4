/** Ratings that a feed of data brings by the thousand are matched with claims in few calls of D1, each with the claim that it would get alone. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { D1Database } from "@cloudflare/workers-types";
import type { FoundVerdict } from "../../shared/model/verdict.ts";
import { recordFound } from "../../workers/editing/verdicts.ts";
import { Db } from "../../workers/store/d1.ts";
import { Instance } from "../faults/support/instance.ts";

const i = new Instance();
after(() => i.close());

const towns = ["Exampleton", "Oldenmoor", "Rimstad", "Nordvik"];
const rating = (n: number): FoundVerdict => ({
  claim: `The ${["mill", "ferry", "bridge"][n % 3]} of ${towns[n % 4]} was sold for ${n} crowns to a baker`,
  lang: "en",
  publisher: "Checkers",
  label: "False",
  url: `https://checkers.example/${n}`,
  publishedAt: null,
  explanation: null,
  appearances: [],
});

test("600 ratings take few calls, and are recorded with the claims that they get alone", async () => {
  for (const n of [1, 5, 9]) await i.call("POST", "/v1/claims", { text: rating(n).claim });
  const ratings = Array.from({ length: 600 }, (_, n) => rating(n));
  const db = new Db(i.d1 as unknown as D1Database);
  const { recorded, unmatched, left } = await recordFound(db, ratings, Date.now());
  assert.equal(left, 0);
  assert.equal(recorded + unmatched, 600);
  assert.ok(recorded >= 3, `${recorded} recorded`);
  assert.ok(db.cost.calls <= 2 * (600 / 50) + 2 * recorded, `${db.cost.calls} calls`);
  const stored = () => i.sql<{ claim: string; url: string }>("SELECT claim_id AS claim, id AS url FROM verdict ORDER BY 1, 2");
  const together = stored();
  for (const one of ratings.filter((_, n) => n % 40 < 12)) await recordFound(new Db(i.d1 as unknown as D1Database), [one], Date.now());
  assert.deepEqual(stored(), together);
});

test("what the invocation has no calls for is left, and told", async () => {
  const few = new Db(i.d1 as unknown as D1Database).part(0.02);
  const { left } = await recordFound(
    few,
    Array.from({ length: 600 }, (_, n) => rating(n)),
    Date.now(),
  );
  assert.ok(left > 0 && few.callsLeft >= 0, `${left} left, ${few.callsLeft} calls`);
});
