/** Pages of whom a claim names, and what they say of themselves as "we". */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Reading } from "../../../../shared/model/reading.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { responsesToClaims } from "../../../../shared/read/responses/to-claims.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { linesOf } from "../../../support/fixtures.ts";

interface OwnPage {
  lang: string;
  name: string;
  host: string;
  title: string;
  claim: string;
  denials: string[];
  filler: string;
}
const pages = linesOf<OwnPage>(new URL("../../../fixtures/responses/own-pages.jsonl", import.meta.url));
const PUBLISHED = { value: "2026-11-06", precision: "day", basis: "meta", earliest: 1, latest: 2 } as const;

/** The responses of a page to a claim that it takes up; `passage`: its words that state the claim. */
const responsesTo = (claim: string, reading: Reading, kind: string, passage: string | null) =>
  responsesToClaims({
    reading,
    kind,
    claimIds: reading.claims.map(() => ""),
    takenUp: [{ claimId: "c", text: claim, passage }],
    times: [],
    at: 0,
    isCopy: false,
    words: answerWordsIn(reading.document.lang),
    isCorroborated: () => false,
  });

/** Who denies the claim, by what a page says, and when. */
function denying({ lang, title, claim }: OwnPage, kind: string, text: string, from: { host?: string; author?: string }) {
  const url = `https://${from.host ?? "pages.example"}/1`;
  const reading = readDocument({ kind, url, title, text, html: null, lang, publishedAt: PUBLISHED, author: from.author ?? null });
  return responsesTo(claim, reading, kind, text.slice(0, 10))
    .filter(({ response: { type } }) => type === "denial")
    .map(({ response: { actor, standing, publishedAt } }) => ({ name: actor.name, kind: actor.kind, standing, at: publishedAt.value }));
}

test("who says 'we' on a page of its own answers as itself, at the page's time, in every language", () => {
  for (const page of pages)
    for (const denial of page.denials) {
      const text = page.lang === "zh" ? `${denial}${page.filler}` : `${denial} ${page.filler}`;
      const ways = [...(page.lang === "zh" ? [] : [{ host: page.host }]), { author: page.name }];
      for (const from of ways)
        for (const kind of ["article", "press_release"])
          assert.ok(
            denying(page, kind, text, from).some(
              ({ name, kind: is, standing, at }) =>
                page.claim.toLowerCase().includes(name?.toLowerCase() ?? "?") &&
                is !== "person" &&
                standing === "subject" &&
                at === "2026-11-06",
            ),
            `${page.lang} ${kind} ${JSON.stringify(from)}: ${denial}`,
          );
    }
});

test("a paper that says 'we', and one that quotes the party, are not taken for the party", () => {
  for (const page of pages.filter(({ lang }) => lang !== "zh")) {
    const [denial = ""] = page.denials;
    const said = denying(page, "article", `${denial} ${page.filler}`, { host: "kurier.example", author: "Kurier" });
    assert.ok(!said.some(({ name, at }) => name === "Kurier" || at === "2026-11-06"), `${page.lang}: ${JSON.stringify(said)}`);
  }
});

test("a page of whom the claim names denies it where it negates its words, though no word says so", () => {
  const claim = "Corley Mills sold flour with chalk to bakers in Kent County";
  const answer = (text: string, host: string, kind = "press_release") => {
    const reading = readDocument({
      kind,
      url: `https://${host}/1`,
      title: "Statement",
      text,
      html: null,
      lang: "en",
      publishedAt: PUBLISHED,
      author: null,
    });
    return responsesTo(claim, reading, kind, null).map(({ response: { type, actor, standing, publishedAt } }) => [
      type,
      actor.name,
      standing,
      publishedAt.value,
    ]);
  };
  const day = "2026-11-06";
  const none = "Each sack that we took to Kent County was looked at twice. There was no chalk in any flour of ours.";
  assert.deepEqual(answer(none, "corleymills.example"), [["denial", "Corley Mills", "subject", day]]);
  assert.deepEqual(answer(none, "kentecho.example", "article"), []);
  const plain = "No flour with chalk was sold to bakers in Kent County.";
  assert.deepEqual(answer(plain, "corleymills.example", "article"), [["denial", "Corley Mills", "subject", day]], "without a 'we'");
  assert.deepEqual(answer(`${plain} So a baker told the Echo.`, "kentecho.example", "article"), []);
  const sorry = "We apologise to all bakers in Kent County for the flour with chalk that was sold.";
  assert.deepEqual(answer(sorry, "corley-mills.example"), [["apology", "Corley Mills", "subject", day]]);
  const made = "Corley Mills today announced that it sells flour with chalk to bakers in Kent County.";
  assert.deepEqual(answer(made, "corleymills.example"), []);
  assert.deepEqual(answer("We wish our customers a merry Christmas.", "corleymills.example"), []);
});
