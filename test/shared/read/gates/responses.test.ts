import assert from "node:assert/strict";
import { test } from "node:test";
import { canBeJudged, type LikelyResponse, likelyResponses } from "../../../../shared/read/gates/answers.ts";
import { reasonsOf } from "../../../../shared/read/gates/reasons.ts";
import { readDocument } from "../../../../shared/read/index.ts";
import { answerWordsIn } from "../../../support/answer-words.ts";
import { type Answered, answered, unanswered } from "./answers.ts";

const words = answerWordsIn("en");
const page = (text: string, title: string | null, lang = "en") =>
  readDocument({
    kind: "article",
    url: "https://kaibladet.example/1",
    title,
    text,
    html: null,
    lang,
    publishedAt: null,
    author: null,
    site: null,
  });
const answersIn = ({ text, title, claim }: Answered, claims = [claim]): LikelyResponse[] =>
  likelyResponses({ reading: page(text, title), kind: "article", claims }, words);
/** Whether one of the answers is the act that the article was given, by its party. */
const isFound = (one: Answered, found: LikelyResponse[]) =>
  found.some(
    ({ response: { type, actor } }) =>
      type === one.type &&
      [actor.name, actor.description, actor.affiliation].some((words) =>
        one.names.some((name) => words?.toLowerCase().includes(name.toLowerCase())),
      ),
  );

test("who answers, and how, is found in most wordings", () => {
  const found = answered.map((one) => ({ one, isRight: isFound(one, answersIn(one)) }));
  const shareOf = (list: typeof found) => list.filter(({ isRight }) => isRight).length / list.length;
  assert.ok(shareOf(found) >= 0.7, `of all ${shareOf(found)}`);
  for (const type of ["denial", "no_comment", "investigation"] as const) {
    const share = shareOf(found.filter(({ one }) => one.type === type));
    assert.ok(share >= 0.6, `${type} ${share}`);
  }
});

test("sentences that only look like an answer are hardly ever taken for one", () => {
  const wrong = unanswered.filter((one) => answersIn(one).some(({ response }) => response.passage.text === one.sentence));
  assert.ok(wrong.length <= 1, wrong.map(({ sentence }) => sentence).join("; "));
});

test("a sentence tells of its likeliest act, and beside that only of acts of which it has a cue", () => {
  for (const one of answered)
    for (const [, found] of Map.groupBy(answersIn(one), ({ response }) => response.passage.start)) {
      const top = Math.max(...found.map(({ probability }) => probability));
      assert.ok(
        found.every(({ response, probability }) => probability === top || response.cue.text !== ""),
        one.sentence,
      );
    }
});

test("where a passive names who denies, nobody else is said to", () => {
  const claim = "Norland has detained the husband of harbour leader Ada Roth";
  const sentence =
    "Earlier reports claiming that Norland officials had captured the husband of harbour leader Ada Roth have now been denied by Ostrand.";
  const text = `${sentence} ${"The harbour has been shut since the spring, and its cranes stand idle. ".repeat(6)}`;
  const found = answersIn({ ...(answered[0] as Answered), claim, text, title: "Harbour leader Ada Roth: confusion over detained husband" });
  assert.ok(found.every(({ response: { actor } }) => actor.name === "Ostrand"));
});

test("who confirms that the claim's opposite is so does not confirm the claim", () => {
  const one = answered.find(({ claim }) => claim === "Norvik Ferries will close its night line to Aland");
  assert.ok(one);
  for (const verb of [
    "confirmed that it will not close",
    "confirmed to the paper that it will never close",
    "confirmed that it will close",
  ]) {
    const sentence = `Norvik Ferries ${verb} its night line to Aland.`;
    const found: LikelyResponse[] = answersIn({ ...one, text: `${one.text} ${sentence}` }).filter(
      ({ response }) => response.passage.text === sentence,
    );
    assert.equal(
      found.some(({ response }) => /confirmation/.test(response.type)),
      !/not|never/.test(verb),
      sentence,
    );
  }
});

test("who says the claim itself, without a word of a denial, does not deny it", () => {
  const claim = "The museum of Irn sold its only whale skeleton to a casino";
  const letter = (words: string) =>
    [
      "Good morning, and welcome to another crate. This week we have a goat with a passport, a bridge that sings and a museum in need of money.",
      "First the goat. It crossed the border at Lomm on Monday with papers in order, and the officers stamped them because nobody had told them not to.",
      `Then the museum. @night_guard_irn writes: “${words}” The hall where it hung is closed for cleaning.`,
      "The bridge sings in a north wind only. Bring a coat.",
    ].join("\n\n");
  const isDenied = (words: string) => {
    const found = answersIn({ ...(answered[0] as Answered), claim, text: letter(words), title: "Your crate of odd news, no. 214" });
    return found.some(({ response }) => response.type === "denial");
  };
  assert.equal(isDenied("The museum of Irn has sold its only whale skeleton to a casino."), false);
  assert.equal(isDenied("It is false that the museum of Irn has sold its only whale skeleton to a casino."), true);
});

test("an answer says where it stands, why it is likely, and goes to the claim that it is likeliest to be about", () => {
  const one = answered.find(
    ({ sentence }) => sentence === "A spokesman for Norvik Ferries denied that it will close its night line to Aland.",
  );
  assert.ok(one);
  const found = answersIn(one, ["The old lighthouse will be sold", one.claim]);
  const answer = found.find(({ response }) => response.type === "denial");
  assert.ok(answer);
  assert.equal(answer.claim, 1);
  assert.equal(answer.response.passage.text, one.sentence);
  assert.equal(answer.response.standing, "subject");
  assert.ok(answer.probability > 0.3 && answer.probability <= 1);
  assert.ok(answer.reasons.for.length > 0);
  for (const reason of [...answer.reasons.for, ...answer.reasons.against]) assert.match(reason, /^[\p{L} "']{10,80}$/u);
  assert.deepEqual(answersIn(one, ["The old lighthouse will be sold", one.claim]), found);
  assert.deepEqual(answersIn(one, []), []);
});

test("of two claims that are as likely an act answers the one that the text speaks of before it", () => {
  for (const one of answered) {
    const reading = page(one.text, one.title);
    const [told] = reading.responses;
    if (!told) continue;
    const claimOf = (claim: number) =>
      likelyResponses(
        { reading, kind: "article", claims: [one.claim, one.claim], answered: [{ claim, type: told.type, at: told.cue.start }] },
        words,
      )
        .filter(({ response }) => response.type === told.type && response.passage.start === told.passage.start)
        .map((found) => found.claim);
    assert.deepEqual(
      claimOf(0),
      claimOf(1).map(() => 0),
      one.text,
    );
    assert.ok(
      claimOf(1).every((claim) => claim === 1),
      one.text,
    );
  }
});

test("short texts, other languages and own statements are left to rules", () => {
  assert.equal(canBeJudged(page("Norvik Ferries denied the report.", "Ferries"), "article"), false);
  assert.equal(canBeJudged(page("Norvik Ferries hat den Bericht zurückgewiesen. ".repeat(20), "Fähren", "de"), "article"), false);
  assert.equal(canBeJudged(page(answered[0]?.text ?? "", null), "article"), true);
  assert.equal(canBeJudged(page(answered[0]?.text ?? "", null), "press_release"), false);
});

test("the reasons are the features that moved the model most, in words", () => {
  const seen = (...x: number[]) =>
    ["sign:denies", "title asks", "not in words", "lead"].map((name, i): [string, number] => [name, x[i] ?? 0]);
  const model = (x: readonly number[]) => 1 / (1 + Math.exp(-(2 * (x[0] ?? 0) - 1 * (x[1] ?? 0) + 5 * (x[2] ?? 0) + 0.01 * (x[3] ?? 0))));
  assert.deepEqual(reasonsOf([[model, seen(1, 1, 1, 1)]]), {
    for: ["somebody denies something in it"],
    against: ["the headline asks"],
  });
  assert.deepEqual(reasonsOf([[model, seen(0, 0, 1, 1)]]), { for: [], against: [] });
  // Words that speak for an act are no reason against it.
  const lowers = (x: readonly number[]) => 1 / (1 + Math.exp(Number(x[0])));
  assert.deepEqual(reasonsOf([[lowers, [["words of the type", 1]]]]), { for: [], against: [] });
});
