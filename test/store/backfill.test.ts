/** What came before a claim of many wordings is looked for in few calls of D1. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { D1Database } from "@cloudflare/workers-types";
import { backfillClaims, CALLS_OF_BACKFILL } from "../../workers/pipeline/backfill.ts";
import { Db } from "../../workers/store/d1.ts";
import { Instance } from "../faults/support/instance.ts";

const i = new Instance();
after(() => i.close());

test("a claim with twenty wordings is looked for in as many calls as one with none", async () => {
  const wording = (n: number) => `The mill number ${n} of Exampleton grinds bones into flour for the bakeries of Rimstad`;
  const rival = await i.call<{ id: string }>("POST", "/v1/claims", { text: wording(30) });
  const seen = { url: "https://social.example/@ann/1", text: `They say ${wording(30).replace("The", "the")}.` };
  const { body: document } = await i.call<{ id: string }>("POST", "/v1/documents", seen, { prefer: "wait" });
  const made = await i.call<{ id: string }>("POST", "/v1/claims", {
    text: wording(0),
    phrasings: Array.from({ length: 19 }, (_, n) => wording(n + 1)),
  });
  const db = new Db(i.d1 as unknown as D1Database);
  const found = await backfillClaims(db, [made.body.id], Date.now(), { similar: true });
  assert.ok(db.cost.calls <= CALLS_OF_BACKFILL, `${db.cost.calls} calls`);
  assert.ok(found.includes(document.id), "what is seen with a similar claim is looked at again");
  assert.ok(rival.body.id);
});
