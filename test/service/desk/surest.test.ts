/** Of the proposals of one story the desk and the queue show the surest first; the API keeps the order in which they came. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ferryStory } from "../../browser/support/newsroom.ts";
import { openService, type Service } from "../support/harness.ts";

let service: Service;
before(async () => {
  service = await openService();
});
after(() => service.close());

test("the queue begins with the surest proposal, and has each once", async () => {
  await ferryStory({ service, serial: 0 }, 6, 12);
  const listed = async () =>
    (await service.get<{ suggestions: { id: string; sure: string }[] }>("/v1/review?kind=claim")).body.suggestions.map(({ id }) => id);
  const [first, ...more] = await listed();
  assert.ok(first && more.length > 0, "the story has several proposals");
  const last = more.at(-1) ?? "";
  await service.sql("UPDATE suggestion SET band = CASE WHEN id = ?1 THEN 3 ELSE 1 END WHERE kind = 'claim'", last);
  const page = (await service.anonymous("GET", "/review?kind=claim")).text;
  const shown = [...page.matchAll(/class="q-row[^"]*" id="q-(c\w{26})"/g)].map(([, id]) => id);
  assert.deepEqual(shown, [last], "it stands for the story");
  const others = [first, ...more].filter((id) => id !== last);
  const picked = /name=pick value="([^"]*)"/
    .exec(page)?.[1]
    ?.split(",")
    .map((one) => one.split(".")[0]);
  assert.deepEqual(picked, [last, ...others], "one tick takes all");
  const [, beside = ""] = page.split(`${others.length} more may tell the same story`).slice(1);
  assert.deepEqual(
    [...(beside.split("</section>")[0]?.matchAll(/item=(c\w{26})/g) ?? [])].map(([, id]) => id),
    others,
    "each of them is a press away",
  );
  assert.match(page, new RegExp(`<input type=hidden name="id" value="${last}"`), "it is the one to decide on");
  assert.deepEqual(await listed(), [first, ...more]);

  const desk = (await service.anonymous("GET", "/")).text;
  assert.match(desk, /<a href="[^"]*#proposed">Follow a proposed claim<\/a>/, "who follows nothing yet is led there");
  const [, proposed = ""] = desk.split("<section class=proposals");
  const [head = "", alike = ""] = proposed.split("<li class=alike>");
  const idsIn = (text: string) => [...text.matchAll(/<input type=hidden name="id" value="(c\w{26})"/g)].map(([, id]) => id);
  assert.deepEqual(idsIn(head), [last], "on the desk, too, the surest stands for the story");
  assert.deepEqual(new Set(idsIn(alike)), new Set([first, ...more].filter((id) => id !== last)));
});
