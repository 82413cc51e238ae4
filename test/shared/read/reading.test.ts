import assert from "node:assert/strict";
import { test } from "node:test";
import { Reading } from "../../../shared/model/reading.ts";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument, withStances } from "../../../shared/read/index.ts";
import { isBarePlace, placesIn } from "../../../shared/read/mentions/publication-places.ts";
import { answersTo } from "../../../shared/read/responses/to-claims.ts";
import { assertCheap } from "../../cpu.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { fixtures } from "../../support/fixtures.ts";
import { networks } from "../../support/stance-networks.ts";

const read = (text: string, kind = "article", lang: string | null = null) =>
  readDocument({ kind, url: null, title: null, text, html: null, lang, publishedAt: parseTime("2025-04-08", "human"), author: null });
/** A rumour, then the sentence that answers it. */
const answer = (sentence: string) =>
  read(
    `Rumours that Acme has sold its harbour plant spread on Reddit this week.\n\n${sentence}\n\nThe plant opened in 1990.`,
  ).responses.map((r) => r.type);

test("whom a claim begins with is its subject, named or not", () => {
  const standings = (text: string) => read(text).responses.map((r) => `${r.type}/${r.standing}`);
  const rumour = "Posts claim that the mill sells rotten flour.";
  assert.deepEqual(standings(`${rumour} The mill denied it on Tuesday.`), ["denial/subject"]);
  assert.deepEqual(standings(`${rumour} The baker denied it on Tuesday.`), ["denial/third_party"]);
});

test("what a thing is called after is not the company that answers", () => {
  const answerer = (rumour: string) => read(`${rumour} The company denied the allegation on Monday.`).responses.map((r) => r.actor.name);
  assert.deepEqual(answerer("A former engineer claims that Kasker Motors hid faults found at the Osterby plant."), ["Kasker Motors"]);
  assert.deepEqual(answerer("Posts claim that the Harlow bridge was built with plastic bolts."), [null]);
  assert.deepEqual(answerer("Posts claim that the Kasker company built a bridge with plastic bolts."), ["Kasker"]);
  assert.deepEqual(answerer("Posts claim that the Kasker engineers built a bridge with plastic bolts."), ["Kasker"]);
});

test("each kind of answer by several wordings", () => {
  const cases: [string, string[]][] = [
    [
      "denial",
      [
        "Acme denied the rumours.",
        "Acme dismissed the reports as nonsense.",
        '"The story is simply not true," Acme said.',
        "Acme called the claim baseless.",
        "Acme rejected suggestions that it had sold the plant.",
        "Acme confirmed that the sale document was fake.",
      ],
    ],
    [
      "confirmation",
      [
        "Acme confirmed the sale of the harbour plant.",
        "Acme acknowledged that the harbour plant had been sold.",
        "Acme admitted that it had sold the harbour plant.",
      ],
    ],
    [
      "no_comment",
      [
        "Acme declined to comment.",
        "Acme did not respond to a request for comment by press time.",
        "Acme stopped short of confirming the sale.",
        "Acme would neither confirm nor deny the reports.",
        "Acme refused to comment on the rumours.",
      ],
    ],
    ["investigation", ["The city council is looking into the reports.", "Police have opened an investigation into the claims."]],
    ["retraction", ["The blogger Tom Lind retracted the claim.", "The blogger Tom Lind deleted the post and apologised."]],
    ["takedown", ["Reddit has suspended the account that posted the rumour.", "Reddit removed the post about the plant."]],
    [
      "correction",
      [
        "The Daily Courier issued a correction to its story about the plant.",
        "Tom Lind corrected himself and said the plant was not sold.",
      ],
    ],
    ["label", ["Facebook added a warning label to the posts about the plant."]],
  ];
  for (const [type, sentences] of cases) for (const sentence of sentences) assert.deepEqual(answer(sentence), [type], sentence);
});
test("each kind of answer, and by whom, in six languages", () => {
  /** One rumour a language, which the sentences answer or not. */
  const rumours = new Map(fixtures<{ lang: string; text: string }>("reading/rumours").map(({ lang, text }) => [lang, text]));
  const all = fixtures<{ lang: string; sentence: string; answer: string | null }>("reading/answers").map((one) => {
    const reading = read(`${rumours.get(one.lang)}\n\n${one.sentence}`, "article", one.lang);
    const responses =
      one.lang === "en"
        ? reading.responses.filter(({ claim }) => claim === 0)
        : answersTo({ reading, kind: "article", claims: [reading.claims[0]?.text ?? ""] }, answerWordsIn(one.lang)).map(
            ({ response }) => response,
          );
    const found = responses.map((r) => `${r.type}/${r.standing}`);
    return { ...one, found, isRight: one.answer === null ? !found.length : found.includes(one.answer) };
  });
  for (const { lang, sentence, answer, found } of all)
    if (lang === "en") assert.deepEqual(found, answer === null ? [] : [answer], sentence);
  // Fitted models read the other languages.
  for (const isAnswer of [true, false]) {
    const others = all.filter(({ lang, answer }) => lang !== "en" && (answer !== null) === isAnswer);
    const right = others.filter(({ isRight }) => isRight).length;
    assert.ok(right >= (isAnswer ? 0.75 : 0.5) * others.length, `${right} of ${others.length}`);
  }
});
test("what is no answer to the claim", () => {
  for (const sentence of [
    "Two workers were denied entry to the plant.",
    "A judge denied bail to a thief.",
    "Doctors confirmed 14 cases of flu in the town.",
    "The mayor asked Reddit to remove the post.",
    "We apologise to the readers of Salem for the delay.",
    "Acme makes boats and was founded in 1990.",
  ])
    assert.deepEqual(answer(sentence), [], sentence);
});
test("a denial of something else is about that", () => {
  const reading = read(
    "Rumours that Acme has sold its harbour plant spread on Reddit.\n\nActing chief executive Ann Lund denied that she would resign over the strike.",
  );
  assert.equal(reading.responses.length, 1);
  assert.ok(reading.claims[reading.responses[0]?.claim ?? -1]?.text.includes("would resign"));
});
test("a post makes at most one claim, without its furniture", () => {
  const [claim, ...more] = read("RT @news: Acme has sold its harbour plant to Globex for $40m https://t.co/x #acme", "post").claims;
  assert.deepEqual([claim?.stance, claim?.text, more.length], ["support", "Acme has sold its harbour plant to Globex for $40m", 0]);
  assert.equal(read("Is it true that Acme has sold its harbour plant to Globex?", "post").claims[0]?.stance, "query");
  assert.equal(read("FAKE: Acme has not sold its harbour plant, the letter is a hoax", "post").claims[0]?.stance, "deny");
  assert.deepEqual(read("lol 😂😂", "post").claims, []);
});
test("a reading fits the model, and the same input gives the same", () => {
  const text = "Rumours that Acme has sold its plant spread on X. Acme denied the rumours.";
  assert.deepEqual(read(text), read(text));
  assert.ok(Reading.safeParse(read(text)).success);
  const about = withStances(read(text, "post"), "post", { about: { text: "Acme has sold its plant" } }, { words: null, networks });
  assert.ok(about.stance);
});
test("hostile texts are read in bounded time", () => {
  const units = [
    "a",
    "A ",
    "said ",
    "He said it. ",
    '"',
    "“",
    "who, said, ",
    "\u200d",
    "\u202e",
    "שלום ",
    "他表示，",
    "rumors that ",
    "denied ",
    "x:\n\n",
    "Acme denied it. ",
    "accused of ",
    "on X and ",
    '"a" he said ',
    "👨‍👩‍👧",
  ];
  read(units.join(" "));
  for (const unit of units) {
    const text = unit.repeat(Math.ceil(50_000 / unit.length)).slice(0, 50_000);
    // The work grows with the text, not with its square: a quadratic reading takes tens of seconds here.
    assertCheap(() => read(text, "article", "en"), 2_000, unit);
  }
});

test("a claim keeps its quotation marks in pairs, and none around it", () => {
  const claimOf = (sentence: string) => read(`${sentence} The mayor denied it.`).claims[0]?.text;
  assert.equal(claimOf("It is claimed that “the well is dry”."), "the well is dry");
  assert.equal(claimOf("Posts claim that “old wells” run dry."), "“old wells” run dry");
  assert.equal(claimOf("It is claimed that the wells are “running dry”."), "the wells are “running dry”");
});
test("each statement has its stance towards the claim that is asked about", () => {
  const text = `Posts on X claimed that Acme had sold its harbour plant.

Acme denied the rumour. "The harbour plant has been sold," the union said. The mayor said that the festival starts on Friday at the old market hall.`;
  const { statements, stance } = withStances(
    read(text),
    "article",
    { about: { text: "Acme has sold its harbour plant" } },
    { words: null, networks },
  );
  assert.deepEqual(
    statements.map((s) => [s.speaker?.text, s.stance]),
    [
      ["Posts on X", "support"],
      ["Acme", "deny"],
      ["the union", "support"],
      ["The mayor", "unrelated"],
    ],
  );
  assert.ok(stance?.reasons.length && stance.reasons.every((reason) => reason.name && Number.isFinite(reason.weight)));
  assert.equal(read(text).statements[0]?.stance, undefined);
});
test("the author of a Chinese post is the name in quotation marks behind the word for one", () => {
  const told = (text: string) => read(text).reported.map(({ platform, actor }) => [platform, actor.kind, actor.name]);
  for (const [who, kind, name] of [
    ["微博网友“河边的鱼”", "account", "河边的鱼"],
    ["微博博主「河边的鱼」", "account", "河边的鱼"],
    ["微博网友", "anonymous", null],
  ] as const) {
    const text = `4月18日晚，${who}发帖称，星河科技的饮水机里检出了铅，用试剂盒测了两次。该帖引发大量转发。`;
    assert.deepEqual(told(text), [["weibo", kind, name]], who);
  }
});
test("a post tells where it has it from, and not whom it talks to", () => {
  const told = (text: string) => read(text, "post").reported.map((r) => [r.platform, r.role, r.actor.kind]);
  assert.deepEqual(told("A user on 4chan claims that Acme has sold its plant. It is all over TikTok now."), [
    ["4chan", "assert", "anonymous"],
    ["tiktok", "report", "unknown"],
  ]);
  assert.deepEqual(told("According to a post on Reddit by u/harbourman, Acme sold its plant."), [["reddit", "assert", "account"]]);
  assert.deepEqual(told("据微博网友爆料，星河科技将在本月裁掉一半员工。").length, 1);
  for (const text of [
    "@acme No, this is false. I was there.",
    "I posted this on Facebook too, follow me on X!",
    "Acme has sold its plant.",
  ])
    assert.deepEqual(told(text), [], text);
});
test("the time of an answer is never more exact than its words", () => {
  const times = (sentence: string) =>
    read(`Rumours that Acme has sold its plant spread on Reddit late Friday.\n\n${sentence}\n\nThe plant opened in 1990.`).responses.map(
      (r) => r.publishedAt.value,
    );
  assert.deepEqual(times("Acme denied the rumours by Monday."), ["../2025-04-08"]);
  assert.deepEqual(times("Acme denied the rumours on Monday."), ["2025-04-07"]);
});

test("a claim ends where its sentence tells how it began or spread, and has all of its own words", () => {
  const clauses = ["Acme has sold its harbour plant", "the mayor took bribes from Acme", "the fire at the mill was started by Acme"];
  const begins = [
    "began with a post on Reddit",
    "was started by a satirical site",
    "originated on Telegram",
    "goes back to a forum",
    "spread on X on Monday",
  ];
  for (const lead of ["The rumour that", "The claim that", "The story that"])
    for (const clause of clauses) {
      for (const begin of begins)
        assert.equal(read(`${lead} ${clause} ${begin}. The town has 900 inhabitants.`).claims[0]?.text, clause, begin);
    }
});

test("a place that the text told before has no name of its own, and is told from one with a name or told for the first time", () => {
  const isBare = (lang: string, words: string) => placesIn(words, lang).map(({ place }) => isBarePlace(place ?? "", lang));
  const bare = {
    en: ["the blog", "the satirical website", "its website"],
    de: ["das Forum", "der Blog"],
    es: ["el grupo"],
    fr: ["le site"],
    it: ["il blog"],
    pt: ["o grupo"],
    zh: ["社交媒体", "该社交平台"],
  };
  const told = {
    en: ["a blog", "the blog Harbour24"],
    de: ["ein Forum", "das Portal Hafen24"],
    es: ["un grupo"],
    fr: ["le blog Hafen24"],
    it: ["un blog"],
    pt: ["um grupo"],
    zh: ["一个论坛", "海港社区"],
  };
  for (const [lang, list] of Object.entries(bare))
    for (const words of list) assert.deepEqual(isBare(lang, words), [true], `${lang} ${words}`);
  for (const [lang, list] of Object.entries(told))
    for (const words of list) assert.deepEqual(isBare(lang, words), [false], `${lang} ${words}`);
});

test("a site by whose name a text tells where a claim began is no other place beside it", () => {
  const places = (site: string) =>
    read(`The rumour that Acme has sold its harbour plant originated from ${site}, a website known for its hoaxes.`).reported.map(
      (r) => r.place,
    );
  assert.deepEqual(places("harbourhoax.example"), []);
  assert.deepEqual(places("HarbourHoax"), []);
  assert.deepEqual(places("an unknown author"), ["a website"]);
  const spread = (site: string) =>
    read(
      `The rumour that Acme has sold its harbour plant spread on Monday. ${site} that examines rumours, wrote of it after it was shared 79,000 times.`,
    ).reported.map((r) => r.place);
  assert.deepEqual(spread("Rumourcheck.example, a website"), []);
  assert.deepEqual(spread("On Tuesday, a website"), ["a website"]);
});

test("a place has its whole name", () => {
  const reported = (place: string) =>
    read(`A post first published on ${place} says that Acme has sold its harbour plant. The post spread to Reddit on Monday.`).reported[0];
  assert.equal(reported("a site called Daily Harbour Live")?.place, "a site called Daily Harbour Live");
  assert.equal(reported("the blog Harbour24")?.place, "the blog Harbour24");
  assert.equal(reported("the satirical website Harbour News Daily 4")?.place, "the satirical website Harbour News Daily 4");
  assert.equal(reported("a harbour blog Saturday")?.place, "a harbour blog");
});

test("where a text says that the claim did not come from, it did not appear", () => {
  for (const [lang, not, verb, text] of [
    ["en", "did not come", "came", "The rumour that Acme has sold its harbour plant came from Facebook."],
    ["es", "no circula", "circula", "El rumor de que Acme ha vendido su planta del puerto circula en Facebook."],
  ] as const) {
    const platforms = (words: string) => read(words, "article", lang).reported.map(({ platform }) => platform);
    assert.deepEqual(platforms(text), ["facebook"]);
    assert.deepEqual(platforms(text.replace(verb, not)), []);
  }
});

test("where somebody went to answer the rumour did not appear", () => {
  const platforms = (end: string) =>
    read(`Rumours that Acme has sold its harbour plant spread on Facebook. As the rumours spread, ${end}.`).reported.map((r) => r.platform);
  assert.deepEqual(platforms("they reached Twitter"), ["facebook", "x"]);
  for (const verb of ["respond to them", "try to dispel them", "deny them"])
    assert.deepEqual(platforms(`Acme took to Twitter to ${verb}`), ["facebook"], verb);
});

test("a post whose quoted words call the claim false is an answer, and not where it began", () => {
  const platforms = (said: string) =>
    read(
      `Posts claim that Acme has sold its harbour plant. “${said},” Mayor Ann Roe posted on X after the pictures were shared.`,
    ).reported.map((r) => r.platform);
  assert.deepEqual(platforms("The harbour plant of Acme is sold, and all of us will go"), ["x"]);
  assert.deepEqual(platforms("This fake news is being spread by enemies of the harbour"), []);
  const spread = "Posts claim that Acme has sold its harbour plant. It spread to X, and Mayor Ann Roe said that it was “simply not true”.";
  assert.deepEqual(
    read(spread).reported.map((r) => r.platform),
    ["x"],
  );
});

test("what a page's ClaimReview rates is a claim with that stance, and where it was seen is reported", () => {
  const review = {
    "@type": "ClaimReview",
    claimReviewed: "Kasker Motors hid faults at the Osterby plant",
    author: { "@type": "Organization", name: "Checkers" },
    reviewRating: { "@type": "Rating", alternateName: "False" },
    itemReviewed: {
      "@type": "Claim",
      appearance: [{ url: "https://x.com/kasker_news/status/1909302532306092107" }, { url: "https://forum.example/t/12" }],
    },
  };
  const body = "The plant was built in 1990 and has been inspected every year since. ".repeat(8);
  const page = (node: unknown) =>
    readDocument({
      kind: "fact_check",
      url: "https://checkers.example/kasker",
      title: null,
      text: null,
      html: `<html><head><title>Kasker</title><script type="application/ld+json">${JSON.stringify(node)}</script></head><body><article><h1>What of Kasker?</h1><p>${body}</p></article></body></html>`,
      lang: "en",
      publishedAt: null,
      author: null,
    });
  const { claims, reported, document } = page({ "@graph": [review] });
  const claim = claims.findIndex(({ text }) => text === review.claimReviewed);
  assert.equal(claims[claim]?.stance, "deny");
  assert.equal(claims[claim]?.quote.text, document.text.slice(claims[claim]?.quote.start, claims[claim]?.quote.end));
  assert.deepEqual(
    reported.map((one) => [one.claim, one.platform, one.url, one.publishedAt.basis]),
    [
      [claim, "x", "https://x.com/kasker_news/status/1909302532306092107", "id"],
      [claim, null, "https://forum.example/t/12", "unknown"],
    ],
  );
  const stance = (label: string) =>
    page({ ...review, reviewRating: { alternateName: label } }).claims.find(({ text }) => text === review.claimReviewed)?.stance;
  assert.deepEqual(["Mostly false", "Falso", "虚假", "True", "Half true", "Falsely quoted"].map(stance), [
    "deny",
    "deny",
    "deny",
    "observe",
    "observe",
    "observe",
  ]);
  assert.equal(
    page({ ...review, reviewRating: null }).claims.some(({ text }) => text === review.claimReviewed),
    false,
  );
});

test("what could not be found out is no claim", () => {
  const text =
    "The bakery mixes sawdust with its rye flour, a reader writes to us. We could not find out more by the evening, and went home.";
  assert.deepEqual(
    read(text).claims.map((claim) => claim.text),
    ["The bakery mixes sawdust with its rye flour"],
  );
});
