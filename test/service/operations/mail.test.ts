/** Mail by the binding of workerd (`send_email`), as Miniflare takes it. Only in the full mode (`npm run test:full`). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { build, start } from "../../bench/worker.ts";
import { until } from "../../support/wait.ts";

const full = Boolean(process.env["WHENCE_FULL"]);
const CLAIM = "The lock of Ærø — “the old one” — was sold to 船厂";

test("a subscriber by mail is told in plain text, by the binding of workerd", { skip: !full }, async () => {
  const printed: string[] = [];
  const bindings = { MAIL_FROM: "desk@paper.example" };
  const whence = await start(await build(), { mail: true, bindings, log: (line) => printed.push(line) });
  after(() => whence.stop());
  const to = "ann@paper.example";
  const made = await whence.call("POST", "/v1/subscriptions", {
    kind: "mail",
    name: "Ærø desk",
    target: to,
    filter: { types: ["claim.*"] },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  await whence.call("POST", "/v1/claims", { text: CLAIM });
  assert.equal(await whence.scheduled(), "ok");
  const waiting = await whence.call("GET", `/v1/subscriptions/${(made.body as { id: string }).id}/deliveries`);
  assert.deepEqual(waiting.body, { deliveries: [] }, "the binding took it");
  // It is printed after it was taken.
  await until("the mail is printed", () => printed.some((line) => line.includes(".txt")));
  const said = stripVTControlCharacters(printed.join("\n"));
  for (const part of [/From: desk@paper\.example/, /To: ann@paper\.example/, /Subject: Ærø desk: /]) assert.match(said, part);
  const file = /(\/\S+\.txt)/.exec(said)?.[1];
  assert.ok(file, said);
  const text = readFileSync(file, "utf8");
  assert.ok(text.startsWith(`${CLAIM}\n`), text);
  assert.match(text, /To change or end it: https?:\/\/\S+\/alerts/);
});
