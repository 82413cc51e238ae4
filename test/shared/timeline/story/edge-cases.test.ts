/** Stories at the edge: what embed, claim page and card say where little, much, or nothing certain is known. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventAsNoun } from "../../../../shared/i18n/event.ts";
import { laneAnswers, messagesOf, storyAnswers } from "../../../../shared/i18n/index.ts";
import { idOf } from "../../../../shared/model/id.ts";
import { parseTime, range } from "../../../../shared/model/time.ts";
import { timelineForReaders } from "../../../../shared/review/readers.ts";
import { REMOVED } from "../../../../shared/timeline/availability.ts";
import { storyOf } from "../../../../shared/timeline/story/story.ts";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import type { TimelineInput } from "../../../../shared/timeline/views.ts";
import { offered } from "../../../../workers/api/formats/index.ts";
import { pictureOf } from "../../../../workers/pages/embed/picture.ts";
import { claim, embed } from "../../../browser/support/pages.ts";
import { story } from "../../../fixtures/small-stories.ts";
import { townTimeline } from "../../../fixtures/town-story.ts";
import { heard } from "../../../support/heard.ts";

const told = (n: number, more: object = {}) => ({
  name: `t${n}`,
  author: `@user${n}`,
  time: `2026-03-0${1 + (n % 9)}T08:00:00Z`,
  words: `They say the pier is closed, ${n}`,
  ...more,
});
const answered = {
  name: "no",
  party: "Port of Varsund",
  type: "denial",
  standing: "subject",
  time: "2026-03-05T09:00:00Z",
  words: "It is open.",
} as const;
const base = { name: "edge", claim: "The pier of Varsund is closed", subject: "Port of Varsund" };

/** The words of embed and claim page, after a look at both and at the card. */
function wordsOf(input: TimelineInput): string {
  const timeline = buildTimeline(input);
  const pages = [embed(timeline).html, claim(timeline).html];
  for (const html of pages) assert.doesNotMatch(html.replace(/<style>.*?<\/style>/gs, ""), /undefined|\[object|NaN|Infinity/);
  const { words, bars, shapes } = pictureOf(timeline, { tz: "UTC", lang: "en", host: "whence.example" });
  for (const part of [...words, ...bars, ...shapes])
    assert.ok(part.x >= 0 && part.x <= 1200 && part.y >= 0 && part.y <= 630, JSON.stringify(part));
  return pages.map(heard).join("\n");
}

test("nothing known, one post, only responses", () => {
  assert.match(
    wordsOf(story({ ...base, told: [] })),
    /Where it was said first is not known so far[\s\S]*Not found so far[\s\S]*None found and checked so far/,
  );
  const one = wordsOf(story({ ...base, told: [told(1)] }));
  assert.match(one, /Nobody else found so far/);
  assert.doesNotMatch(one, /Each line leads/);
  const only = wordsOf(story({ ...base, told: [], answered: [answered] }));
  assert.match(only, /Not found so far[\s\S]*Port of Varsund denied it[\s\S]*“It is open\.”/);
});

test("a held source whose name nobody has read is named by where it is, and not as unknown", () => {
  const sources = [{ name: "Ilva", confidence: 0.9, credited: true, quote: "according to Ilva" }];
  const changes = [{ url: "https://ilva.example/1" }, { sources }, {}];
  const given = changes.map((change, i) => told(i + 1, { kind: i < 2 ? "article" : "post", change }));
  const words = heard(claim(timelineForReaders(buildTimeline(story({ ...base, told: given })))).html);
  assert.doesNotMatch(words, /Ilva/);
  assert.match(words, /[Ff]rom an article at ilva\.example/);
  assert.equal(words.match(/No source found/g)?.length, 1, "of the third");
});

test("of what has a source of its own it is not said that none was found", () => {
  const own = [{ name: "x.example", confidence: 0.5, credited: false, quote: "I have the papers", own: true as const }];
  const of = (more: object) => wordsOf(story({ ...base, told: [told(1), told(2, more)] }));
  assert.match(of({}), /[Nn]o source found/);
  for (const more of [
    { kind: "article" },
    { change: { kind: "fact_check", platform: null } },
    { change: { kind: "press_release" } },
    { change: { sources: own } },
  ])
    assert.doesNotMatch(of(more), /[Nn]o source found/, JSON.stringify(more));
});

test("of a post that says whose words it passes on it is not said that no source was found", () => {
  const of = (words: string, change: object = {}) => wordsOf(story({ ...base, told: [told(1), told(2, { words, change })] }));
  assert.match(of("They say the pier is closed"), /[Nn]o source found/);
  assert.match(of("BREAKING: the pier is closed"), /[Nn]o source found/);
  assert.match(of("The pier is closed, see https://news.example"), /[Nn]o source found/);
  assert.match(of("Reportedly the pier is closed", { role: "report", hedges: ["reportedly"] }), /[Nn]o source found/);
  for (const said of ["Police: the pier is closed", "Hafenamt Varsund: Mole gesperrt", "警方：码头关闭"])
    assert.doesNotMatch(of(said), /[Nn]o source found/, said);
  assert.doesNotMatch(of("Police say the pier is closed", { role: "report" }), /[Nn]o source found/);
});

test("what may report a response is counted as what it is, in each language", () => {
  const change = { tellsResponse: true } as const;
  const kinds = { article: "article", post: "post" };
  const of = (lang: string, ...given: (keyof typeof kinds)[]) =>
    storyAnswers(storyOf(buildTimeline(story({ ...base, told: given.map((kind, i) => told(i + 1, { kind, change })) }))), {
      tz: "UTC",
      lang,
    })
      .map(({ note }) => note)
      .join("\n");
  assert.match(of("en", "article", "article"), /\. 2 articles may report a response/);
  assert.match(of("en", "post", "post"), /\. 2 posts may report a response/);
  assert.match(of("en", "article", "post"), /\. 2 posts and articles may report a response/);
  assert.match(of("de", "article", "article"), /\. 2 Artikel berichten vielleicht/);
  assert.match(of("de", "article"), /\. 1 Artikel berichtet vielleicht/);
  assert.match(of("es", "article", "article"), /\. 2 artículos podrían informar de una/);
  assert.match(of("fr", "article", "article"), /\. 2 articles rapportent peut-être/);
  assert.match(of("it", "article"), /\. 1 articolo riporta forse/);
  assert.match(of("pt", "article", "article"), /\. 2 artigos talvez relatem uma/);
  assert.match(of("zh", "article", "article"), /2 篇报道可能提到回应/);
});

test("in the picture a source that is only named is counted as no post and no article", () => {
  const unread = (n: number, author: string | null = null) =>
    told(n, {
      change: {
        ...{ documentId: `named:s${n}`, author, url: null, platform: null, kind: "other", quote: null },
        ...{ seen: "reported", state: "suggested", published: range(null, Date.UTC(2026, 2, 9), "text") },
      },
    });
  const articles = Array.from({ length: 11 }, (_, i) => told(i + 1, { kind: "article", time: `2026-03-02T${10 + i}:00:00Z` }));
  const of = (...more: ReturnType<typeof told>[]) =>
    String(embed(buildTimeline(story({ ...base, told: [...articles, ...more] }))).html).replace(/<style>.*?<\/style>/gs, "");
  assert.match(of(unread(12), unread(13), unread(14)), /<bdi>A source not yet checked<\/bdi>/);
  const late = told(20, { kind: "article", time: "2026-03-09T09:00:00Z" });
  const one = of(unread(12), late);
  assert.match(one, /<bdi>1 article<\/bdi><\/a><i><svg[^>]*><use href="#g-article" \/><\/svg><bdi>news\.example</);
  assert.doesNotMatch(one, /2 posts and articles|and source|source and/);
  assert.match(of(unread(12, "The Dock Board"), unread(13, "Orla Ships")), /Orla Ships and The Dock Board|The Dock Board and Orla Ships/);
});

test("an outlet of which others tell is called by its name alone: nobody has seen that it posted", () => {
  const change = {
    author: "Kyst TV",
    place: "Kyst TV",
    url: null,
    platform: null,
    seen: "reported",
    state: "suggested",
    quote: null,
  } as const;
  const of = (change: object) =>
    wordsOf(story({ ...base, told: [told(1, { change }), told(2, { kind: "article", from: "t1" }), told(3, { kind: "article" })] }));
  const words = of(change);
  assert.match(words, /1 from Kyst TV\nknown from what others say/);
  assert.match(words, /First known\nKyst TV\n/);
  assert.match(words, /Kyst TV\nsource\n/, "in the picture");
  assert.doesNotMatch(words, /[Pp]ost (?:at|by) Kyst/);
  assert.match(of({ ...change, author: "@lone", place: "a local forum" }), /Post on a local forum by @lone/);
  const paper = of({ ...change, author: null, place: "a South Korean newspaper" });
  assert.match(paper, /A South Korean newspaper\nsource\n/, "nobody posts on a newspaper");
  assert.doesNotMatch(paper, /post on a South Korean newspaper/i);
});

test("a post that is mentioned without a name, and may be one that is held, is not told as another one", () => {
  const reporting = told(2, { kind: "article" });
  const mention = (platform: string, from: number | null = null) =>
    told(3, {
      change: {
        ...{ author: null, quote: null, url: null, seen: "reported", state: "suggested", method: "lexical-2", platform },
        published: range(from, Date.UTC(2026, 2, 3, 8), "text"),
        toldBy: { documentId: idOf("d", "edge", "t2"), label: "@user2" },
      },
    });
  const of = (...where: [string, number?]) => wordsOf(story({ ...base, told: [told(1), reporting, mention(...where)] }));
  assert.match(of("x", Date.UTC(2026, 2, 3)), /Unnamed post/, "one of a day on which none of the held ones was posted");
  const [same, another] = [of("x"), of("mastodon")];
  assert.doesNotMatch(same, /[Uu]nnamed post|as early|which of 2/);
  assert.match(same, /First known in a post on X on 2 March 2026/);
  assert.match(another, /Unnamed post/);
  assert.match(another, /which of 2 documents was first is not known/);
});

test("a hedge in German is written as its sentence has it", () => {
  const words = (said: string, hedge: string) => {
    const doubting = told(2, { words: said, change: { lang: "de", hedges: [hedge] } });
    return wordsOf(story({ ...base, claim: "Die Mole von Varsund ist gesperrt", lang: "de", told: [told(1), doubting, told(3)] }));
  };
  assert.match(words("Gerüchten zufolge ist die Mole gesperrt", "gerüchten"), /X, “Gerüchten”/);
  assert.match(words("Die Mole ist angeblich gesperrt", "angeblich"), /X, “angeblich”/);
});

test("a post passes on what it has from a source that is not on the page, and is not told as saying it itself", () => {
  const source = { documentId: "elsewhere", label: "@kestrel", type: "quote", basis: "stated", confidence: 0.9 } as const;
  const words = (parent: object) => wordsOf(story({ ...base, told: [told(1), told(2, { change: { parent } })] }));
  assert.match(words(source), /@user2 passes it on[\s\S]*From @kestrel/);
  assert.match(words({ ...source, confidence: 0.8 }), /Likely from @kestrel/);
  assert.doesNotMatch(words({ ...source, confidence: 0.8 }), /From @kestrel/);
  assert.match(words({ ...source, type: "reply" }), /@user2 says it/);
});

test("a post that only quotes another one, which is not on the timeline, is not told as from its author, who may deny the claim", () => {
  const quoted = { documentId: "elsewhere", label: "Varsund Harbour", type: "quote", basis: "platform", confidence: 1 } as const;
  const page = (parent: object) => wordsOf(story({ ...base, told: [told(1), told(2, { change: { parent } })] }));
  assert.doesNotMatch(page(quoted), /Varsund Harbour/);
  assert.doesNotMatch(page({ ...quoted, type: "reply" }), /Varsund Harbour/);
  assert.match(page({ ...quoted, type: "repost" }), /From Varsund Harbour/);
});

test("a post that disputes the claim is not counted among its sources", () => {
  const denial = told(2, { change: { stance: "deny", stanceUnsure: false, state: "confirmed", method: "person" } });
  const words = (source: string) => {
    const parent = { documentId: source, label: "@user2", type: "quote", basis: "platform", confidence: 1 } as const;
    const input = story({ ...base, told: [told(1), denial, told(3, { change: { parent } }), told(4)] });
    return wordsOf(input);
  };
  const id = story({ ...base, told: [told(1), denial] }).sightings[1]?.documentId ?? "";
  assert.doesNotMatch(words(id), /1 from @user2/);
});

test("whoever belongs to a person named in the claim answers as himself; a lawyer answers for that person", () => {
  const claimed = { ...base, claim: "Jane Orlow sold the pier of Varsund", subject: "Jane Orlow", told: [told(1)] };
  const answers = (role: string, affiliation = "Orlow") => {
    const input = story({ ...claimed, answered: [answered] });
    const actor = { kind: "person", name: "Timo Brask", description: null, role, affiliation } as const;
    return wordsOf({ ...input, responses: input.responses.map((r) => ({ ...r, actor })) });
  };
  assert.match(answers("partner"), /Timo Brask denied it/);
  assert.doesNotMatch(answers("partner"), /Orlow denied it/);
  assert.match(answers("lawyer"), /Orlow denied it/);
  assert.match(answers("longtime manager"), /Orlow denied it[\s\S]*Timo Brask, longtime manager/);
  assert.match(answers("lawyer", "the seller"), /2026\. The seller denied it[\s\S]*\nThe seller denied it/);
});

test("a response that waits for an editor: nobody is told that there is none", () => {
  const waits = wordsOf(story({ ...base, told: [told(1), told(2, { kind: "article", change: { tellsResponse: true } })] }));
  assert.match(waits, /Response\nNot yet checked\n[\s\S]*1 article may report a response; no editor has checked that yet\./);
  assert.doesNotMatch(waits, /No response|None found/);
  // What it says of the claim is not told as saying it.
  assert.match(waits, /@user2 mentions it/);
  const denies = told(2, { kind: "article", change: { tellsResponse: true, stance: "deny", state: "suggested" } });
  assert.match(wordsOf(story({ ...base, told: [told(1), denies] })), /@user2 disputes it or reports a denial/);
  // The same if no response was read in it; not of a post, nor beside a known response.
  const guess = { stance: "deny", state: "suggested", stanceUnsure: true } as const;
  for (const change of [guess, { ...guess, stanceUnsure: false }, { ...guess, state: "confirmed" }] as const) {
    const unread = (kind: string, extra = {}) => wordsOf(story({ ...base, told: [told(1), told(2, { kind, change })], ...extra }));
    assert.match(unread("article"), /Response\nNot yet checked\n[\s\S]*1 article may report a response;/);
    assert.doesNotMatch(unread("article"), /No response|None found/);
    assert.match(unread("post"), /None found and checked so far/);
    const input = story({ ...base, told: [told(1), told(2, { kind: "article", change })] });
    assert.match(laneAnswers(buildTimeline(input)).responses, /^1 document may report one;/, "the API counts the same");
    const negates = wordsOf(story({ ...base, told: [told(1), told(2, { change: { ...change, wordsDenial: true } })] }));
    assert.match(negates, /Response\nNot yet checked/);
    assert.doesNotMatch(unread("article", { answered: [answered] }), /may report a response|Whether anybody/);
  }
  // Who accepts that an article denies it has not said that it does so itself, as a post does.
  const accepted = { change: { stance: "deny", state: "confirmed" } } as const;
  assert.match(
    wordsOf(story({ ...base, told: [told(1), told(2, { kind: "article", ...accepted })] })),
    /@user2 disputes it or reports a denial/,
  );
  assert.match(wordsOf(story({ ...base, told: [told(1), told(2, accepted)] })), /@user2 disputes it(?! or)/);
  const known = wordsOf(story({ ...base, told: [told(1), told(2, { change: { tellsResponse: true } })], answered: [answered] }));
  assert.doesNotMatch(known, /not yet checked\./i);
});

test("a post whose stance nobody has checked is counted among those that mention the claim", () => {
  const unsure = { stance: "support", state: "suggested", stanceUnsure: true } as const;
  const doing = (kind: string, change: object) =>
    storyOf(buildTimeline(story({ ...base, told: [told(1), told(2, { kind, change })] }))).documents.at(-1)?.doing;
  assert.equal(doing("post", unsure), "asks");
  assert.equal(doing("post", { ...unsure, state: "confirmed" }), "asks", "accepting it chooses no stance");
  assert.equal(doing("post", { ...unsure, stanceUnsure: false }), "says");
});

test("what an article does is its outlet's act, not that of who signs it; whoever is first known is not the claim's author", () => {
  const change = { stance: "deny", state: "confirmed", url: "https://harbour-post.example/2" } as const;
  const signed = (author: string) => told(2, { author, kind: "article", change });
  const words = wordsOf(
    story({ ...base, told: [told(1), signed("Ann Roe, Harbour Reporter"), told(3, { author: "Jon Vik", from: "t2" })] }),
  );
  assert.match(words, /harbour-post\.example disputes it or reports a denial/);
  assert.match(words, /From harbour-post\.example/);
  assert.doesNotMatch(words, /Ann Roe/);
  assert.match(words, /Jon Vik passes it on/, "a post is its author's");
  for (const own of ["Harbour Post", "The Varsund Gazette", "Acme"])
    assert.match(wordsOf(story({ ...base, told: [told(1), signed(own)] })), new RegExp(`${own} disputes it`));
  const first = { ...change, stance: "support" } as const;
  const verdicts = [
    { publisher: "Checkers", label: "False", url: "https://checkers.example/1", explanation: null, published: range(0, 1, "meta") },
  ];
  const authorOf = (author: string, kind: string) => {
    const timeline = buildTimeline(story({ ...base, verdicts, told: [told(1, { author, kind, change: first })] }));
    assert.match(wordsOf(story({ ...base, told: [told(1, { author, kind, change: first })] })), new RegExp(`by ${author}`));
    const [review] = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(claim(timeline).html)?.[1] ?? "{}")["@graph"];
    return review.itemReviewed.author?.name;
  };
  assert.equal(authorOf("Ann Roe", "article"), undefined);
  assert.equal(authorOf("Ann Roe", "post"), undefined, "first known is not who made it up");
});

test("what was first in the news was not there later, though another article has only the day", () => {
  const live = { stance: "deny", state: "suggested", stanceUnsure: true } as const;
  const first = told(1, { kind: "article", time: "2026-03-02T06:00:00Z" });
  const words = wordsOf(story({ ...base, told: [first, told(2, { kind: "article", time: "2026-03-02", change: live }), told(3)] }));
  assert.match(words, /First known in an article at news\.example on 2 March 2026, it was on X 2 days later\./);
});

test("a name of one word may be a person's, but for outlets and bodies that are known", () => {
  const wordsWith = (name: string) => {
    const sources = [{ name, confidence: 0.9, credited: true, quote: `according to ${name}` }];
    const article = { kind: "article", change: { sources } };
    return heard(claim(timelineForReaders(buildTimeline(story({ ...base, told: [1, 2, 3].map((n) => told(n, article)) })))).html);
  };
  for (const name of ["Ilva", "Ostromstad"]) assert.doesNotMatch(wordsWith(name), new RegExp(name));
  for (const name of ["Reuters", "Pentagon", "AFP", "MacRumors", "Coast Gazette"]) assert.match(wordsWith(name), new RegExp(name));
});

test("a name like a person's is shown before an editor has read it where it ends as outlets' do, or some text gives it an article", () => {
  const wordsWith = (name: string, more: { person?: true; body?: true }, n = 3) => {
    const sources = [{ name, confidence: 0.9, credited: true, quote: name, ...more }];
    const plain = [{ name, confidence: 0.9, credited: true, quote: name, person: true as const }];
    const given = Array.from({ length: n }, (_, i) => told(i + 1, { kind: "article", change: { sources: i === 0 ? sources : plain } }));
    return heard(claim(timelineForReaders(buildTimeline(story({ ...base, told: given })))).html);
  };
  for (const name of ["Ilva Free Press", "Ilva News", "Daily Coast Live"]) assert.match(wordsWith(name, {}), new RegExp(name));
  for (const name of ["Ilva Press", "Ilva Ledger", "Ilva Ost Sun", "Ilva Ost Star", "Ilva Free Beacon", "Daily reporter Ilva Ost"])
    assert.doesNotMatch(wordsWith(name, {}), /Ilva/);
  for (const name of ["Corriere Della Sera", "Agence France-Presse", "Page Six"]) assert.match(wordsWith(name, {}), new RegExp(name));
  assert.match(wordsWith("Ilva Free Beacon", { body: true }), /Ilva Free Beacon/);
  assert.doesNotMatch(wordsWith("Ilva Free Beacon", { person: true }), /Ilva/);
  assert.doesNotMatch(wordsWith("Ilva Ost", { body: true }, 8), /Ilva/, "one text in eight has lost a word");
});

test("a source whose name no editor has read is called a source, neither a post nor nobody's", () => {
  const sources = [{ name: "Ilva Ostromstad", confidence: 0.9, credited: true, quote: "according to Ilva Ostromstad", person: true }];
  const article = { kind: "article", change: { sources } };
  const timeline = timelineForReaders(buildTimeline(story({ ...base, told: [1, 2, 3].map((n) => told(n, article)) })));
  const words = heard(claim(timeline).html);
  assert.doesNotMatch(words, /Ostromstad|[Uu]nnamed|[Nn]o source found/);
  const named = timeline.events.map((event) => eventAsNoun({ ...event, documentId: "named:x", author: null }, messagesOf("en")));
  assert.deepEqual([...new Set(named)], ["Source not yet checked"]);
});

test("search engines are shown what is known now, and no earlier version", () => {
  const page = (asOf: number | null) => claim({ ...buildTimeline(story({ ...base, told: [told(1)] })), asOf }).html;
  assert.doesNotMatch(page(null), /noindex/);
  assert.match(page(Date.UTC(2026, 2, 2)), /<meta name=robots content=noindex>/);
});

test("data beside a past moment are of that moment, and feeds follow what comes", () => {
  const asOf = Date.UTC(2026, 2, 2);
  const { html } = claim({ ...buildTimeline(story({ ...base, told: [told(1)] })), asOf });
  for (const { suffix, newest } of offered)
    assert.match(html, new RegExp(`\\.${suffix.replaceAll(".", "\\.")}${newest ? "" : "\\?asOf=2026-03-02T00:00:00\\.000Z"}"`), suffix);
  assert.match(html, /\/graph\?asOf=2026-03-02T00:00:00\.000Z"/);
});

test("all times uncertain, all in one minute, ten years", () => {
  const vague = { published: range(Date.UTC(2026, 2, 1), Date.UTC(2026, 2, 9), "text"), seen: "reported" as const };
  const uncertain = wordsOf(story({ ...base, told: [1, 2, 3].map((n) => told(n, { change: vague })), answered: [answered] }));
  assert.match(uncertain, /First known between 1 and 9 Mar(?:ch)? 2026; which of 3 documents was first is not known\./);
  const burst = wordsOf(story({ ...base, told: [1, 2, 3, 4, 5, 6].map((n) => told(n, { time: "2026-03-01T08:00:00Z" })) }));
  assert.match(burst, /6 posts/);
  const years = wordsOf(story({ ...base, told: [1, 2, 3].map((n) => told(n, { time: `20${12 + n * 4}-05-01T08:00:00Z` })) }));
  assert.match(years, /years/);
  assert.match(years, /2016[\s\S]*2024/);
});

test("a post with a proven time is not told to be the first day, where others are entered as older", () => {
  const entered = (day: string) => ({
    published: parseTime(`${day}T08:00:00Z`, "human"),
    seenAt: Date.UTC(2026, 2, 25),
    stance: "comment" as const,
  });
  const late = told(1, { time: "2026-03-20T08:00:00Z" });
  const early = [told(2, { change: entered("2026-03-02") }), told(3, { change: entered("2026-03-04") })];
  const words = wordsOf(story({ ...base, told: [late, ...early] }));
  assert.match(words, /Which of 3 documents was first is not known\./);
  assert.doesNotMatch(words, /First known on 20/);
  assert.match(words, /2 others give earlier times, from 2 Mar[^.]*, which cannot be checked\./);
  assert.doesNotMatch(words, /could be as early/);
  assert.match(wordsOf(story({ ...base, told: [late] })), /First known in a post [^.]*on 20 Mar(?:ch)? 2026/);
});

test("the day by which the claim is told to be first known stands beside what is shown as first, too", () => {
  const by = (day: number) => ({ published: range(null, Date.UTC(2026, 2, day), "text"), seen: "reported" as const });
  const of = (...days: number[]) => {
    const timeline = buildTimeline(story({ ...base, told: days.map((day, i) => told(i + 1, { change: by(day) })) }));
    const [, other] = timeline.events;
    assert.ok(timeline.firstKnown && other);
    return heard(
      claim({ ...timeline, firstKnown: { ...timeline.firstKnown, eventId: other.id, rivals: [timeline.events[0]?.id ?? ""] } }).html,
    );
  };
  assert.match(
    of(3, 7),
    /First known before 3 Mar 2026; which of 2[\s\S]*Before 7 Mar 2026\.[\s\S]* 1 other could be as early \(before 3 Mar 2026\)\./,
  );
  assert.match(of(3, 3), /1 other could be as early\./);
  // Of several it is the day of the earliest.
  const timeline = buildTimeline(story({ ...base, told: [3, 7, 5].map((day, i) => told(i + 1, { change: by(day) })) }));
  const at = (day: number) => timeline.events.find(({ published }) => published.latest === Date.UTC(2026, 2, day))?.id ?? "";
  const shown = { ...timeline, firstKnown: { eventId: at(7), basis: "text", rivals: [at(3), at(5)] } };
  const note = (lang: string) => storyAnswers(storyOf(shown), { tz: "UTC", lang })[0]?.note ?? "";
  assert.match(note("en"), /2 others could be as early \(the earliest before 3 Mar 2026\)\./);
  assert.match(note("de"), /2 andere könnten ebenso früh sein \(der früheste vor dem 3\. März 2026\)\./);
  assert.match(note("zh"), /（其中最早的/);
});

test("where nobody says from whom they have it, no page says that they have it from nobody", () => {
  const words = wordsOf(story({ ...base, told: [told(1), told(2)] }));
  assert.match(words, /Who got it from whom\n/);
  assert.doesNotMatch(words, /Nobody is known/);
});

test("why documents count as one: plainly from one that they name plainly", () => {
  const from = (label: string, confidence: number) => ({
    parent: { documentId: idOf("d", "edge", "s"), label, type: "attribution" as const, basis: "stated" as const, confidence },
  });
  const of = (label: string, confidence: number) =>
    heard(claim(buildTimeline(story({ ...base, told: [1, 2].map((n) => told(n, { change: from(label, confidence) })) }))).html);
  assert.match(of("Bugle", 0.95), /2 posts: from Bugle \(attribution/);
  assert.match(of("Bugle", 0.5), /2 posts: likely from Bugle \(attribution/);
  // Nobody has read the name by which the texts call a page that is held.
  const parent = { documentId: idOf("d", "edge", "t1"), label: null, type: "attribution", basis: "stated", confidence: 0.95 } as const;
  const unread = [2, 3].map((n) => told(n, { kind: "article", change: { parent, author: null } }));
  const held = story({ ...base, told: [told(1, { kind: "article", change: { author: null } }), ...unread] });
  assert.match(heard(claim(buildTimeline(held)).html), /2 articles: from an article at [\w.]+ \(attribution/);
});

test("275 sightings over two weeks: the axis has all of them", () => {
  const timeline = townTimeline(275);
  const times = timeline.events.flatMap((e) => (e.published.latest === null ? [] : [e.published.latest]));
  const days = (Math.max(...times) - Math.min(...times)) / 86_400_000;
  assert.ok(days > 13, String(days));
  assert.match(heard(embed(timeline).html), /in 15 days/);
  assert.match(embed(timeline).html, /14 Mar</);
});

test("deleted and corrected sources say so; what no editor saw is marked in plain words and is not in the head", () => {
  const corrected = told(2, { change: { noticed: { kind: "corrected", at: Date.UTC(2026, 2, 8) } } });
  const input = story({ ...base, told: [told(1), corrected], answered: [answered] });
  const [first] = input.sightings;
  assert.ok(first);
  first.quote = null;
  first.author = null;
  const words = wordsOf({ ...input, responses: input.responses.map((r) => ({ ...r, state: "suggested" as const })) });
  assert.match(words, /Perhaps a response\. Port of Varsund denied it/);
  assert.match(words, /Not yet checked by an editor\. Not counted above\./);
  assert.doesNotMatch(words.split("The claim")[0] ?? "", /Port of Varsund denied it on/);
});

test("very long claims, and Chinese without spaces, stand whole in embed and page; very long names are cut", () => {
  const long = `${"the northernmost and by far the longest pier of the harbour of Varsund ".repeat(5)}is closed`;
  const name = "Ministry for the Administration of Harbours, Piers, Moles and Breakwaters of the Northern Provinces";
  const words = wordsOf(story({ ...base, claim: long, told: [told(1), told(2)], answered: [{ ...answered, party: name }] }));
  assert.ok(words.includes(long));
  // A name is cut to 80 letters, the claim never.
  assert.ok(words.includes(name.slice(0, 50)));
  const chinese = "关于港口码头因为螺栓由塑料制成而被永久关闭并且没有任何人被告知的说法在网络上流传了很长时间";
  assert.ok(wordsOf(story({ ...base, claim: chinese, lang: "zh", told: [told(1), told(2)] })).includes(chinese));
});

test("more names than sources: the page says why they are fewer", () => {
  const pair = (n: number) => [told(n), told(n + 1, { from: `t${n}` })];
  const input = story({ ...base, told: [1, 3, 5, 7].flatMap(pair) });
  const { max } = buildTimeline(input).independence;
  assert.ok(max < 4, String(max));
  assert.match(wordsOf(input), /There are more names than sources/);
  assert.doesNotMatch(wordsOf(story({ ...base, told: pair(1) })), /There are more names than sources/);
});

test("what was erased was seen, and a month is not told as its last day", () => {
  const gone = {
    author: null,
    url: null,
    seen: "reported" as const,
    excerpt: REMOVED,
    quote: null,
    published: parseTime("2026-03", "text"),
  };
  const few = buildTimeline(story({ ...base, told: [told(0, { change: gone }), told(1, { from: "t0" }), told(2, { from: "t0" })] }));
  for (const [lang, name, said] of [
    ["en", "Removed document", "Its words were removed here."],
    ["de", "Entferntes Dokument", "Die Worte wurden hier entfernt."],
  ] as const) {
    const { html } = claim(few, { lang });
    assert.doesNotMatch(html, new RegExp(REMOVED), "our own words are no quotation");
    assert.match(heard(html), new RegExp(`\\. ${name}\\s+${said}`));
  }
  assert.doesNotMatch(heard(claim(few).html), /known only from others/, "it was seen");
  const posts = Array.from({ length: 30 }, (_, n) => told(n + 1, { from: "t0" }));
  const erased = wordsOf(story({ ...base, told: [told(0, { change: gone }), ...posts] }));
  assert.match(erased, /First known[\s\S]{0,80}March 2026\. Its words were removed here\./);
  assert.doesNotMatch(erased, /not seen it ourselves|not seen the earliest|known only second-hand/);
  assert.match(erased, /31 Mar[\s\S]*March 2026/, "under the last day, with the month");
  const early = told(0, { time: "2026-02-01T08:00:00Z", change: { seen: "reported", toldBy: null } });
  const spread = wordsOf(story({ ...base, told: [early, told(1), told(2), told(3)] }));
  assert.match(spread, /3 posts in 3 days/, "of the posts that we hold");
});
