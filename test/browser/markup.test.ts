/** The pages' markup, without a browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { messagesOf, nested, quote } from "../../shared/i18n/index.ts";
import type { Line } from "../../shared/review/suggestion.ts";
import { buildTimeline } from "../../shared/timeline/timeline.ts";
import { publishingPage } from "../../workers/pages/desk/claim-view.ts";
import { lineFields, reviewPageOf, titleBeside } from "../../workers/pages/desk/review-view.ts";
import { searchPage } from "../../workers/pages/desk/search-view.ts";
import { embedPatchOf, settingsFormOf } from "../../workers/pages/embed/settings-form.ts";
import { snippets } from "../../workers/pages/embed/snippets.ts";
import { breakable, quoted } from "../../workers/pages/ui/html.ts";
import { rulesFor } from "../../workers/pages/ui/inline.ts";
import { anyStory } from "../fixtures/any-story.ts";
import { story } from "../fixtures/small-stories.ts";
import { heard } from "../support/heard.ts";
import { proposalSample, reviewSample, searchSample, workspaceSample } from "./support/desk-sample.ts";
import { baseUrl, claim, embed, readPublic, revisions } from "./support/pages.ts";
import { longTimeline, sampleTimeline } from "./support/sample.ts";

test("quotation marks inside a quotation are those that the language has there", () => {
  const of = (lang: string, text: string) => quote(text, messagesOf(lang));
  assert.equal(of("en", 'The bridge is "safe"'), "“The bridge is ‘safe’”");
  assert.equal(of("en", "The bridge is “safe”"), "“The bridge is ‘safe’”");
  assert.equal(of("zh", "他说“没有这回事”。"), "“他说‘没有这回事’。”");
  assert.equal(of("de", "Die Brücke sei „sicher“"), "„Die Brücke sei ‚sicher‘“");
  assert.equal(of("de", "They call it “safe”"), "„They call it ‚safe‘“");
  assert.equal(of("es", "El puente es «seguro»"), "«El puente es “seguro”»");
  assert.equal(of("es", "El puente es “seguro”"), "«El puente es “seguro”»");
  // Marks that stand apart from ours stay, and those of inches.
  assert.equal(of("en", "Il dit « non »"), "“Il dit « non »”");
  assert.equal(of("en", 'a 6" pipe'), '“a 6" pipe”');
  assert.equal(of("en", "it is not true”, he said, “and never was"), "“‘it is not true’, he said, ‘and never was’”");
  // Of a quotation that is cut off, the part that is shown has both marks.
  assert.equal(of("en", 'He said: "It is closed'), "“He said: ‘It is closed’”");
  assert.equal(of("en", 'It is closed," he said'), "“‘It is closed,’ he said”");
  assert.equal(of("de", "Er ist zu“, sagte er, „und"), "„‚Er ist zu‘, sagte er, ‚und‘“");
  assert.equal(of("zh", "他说“没有这回事"), "“他说‘没有这回事’”");
  assert.equal(of("es", "Dijo: «Está cerrado"), "«Dijo: “Está cerrado”»");
  assert.equal(of("en", "He: “It is closed. “It is open.”"), "“He: ‘It is closed. It is open.’”");
  assert.equal(of("en", "“It is closed”, he said again”"), "“‘It is closed’, he said again”");
  assert.equal(of("en", 'He said "a 6" pipe"'), '“He said ‘a 6" pipe’”');
  assert.equal(of("en", '"I am 45", he said'), "“‘I am 45’, he said”");
  assert.match(String(quoted('He said: "The pier is closed for good"', 24)), /He said: ‘The pier is…’/);
  assert.equal(nested("「没有」", messagesOf("en")), "「没有」");
});

test("of a quotation that runs to the left the marks stand where it begins and ends", () => {
  assert.match(String(quoted("الجسر مغلق")), /^<span dir=rtl>“<bdi dir=auto>الجسر مغلق<\/bdi>”<\/span>$/);
  assert.match(String(quoted("The bridge «الجسر» is closed")), /^“<bdi dir=auto>/);
});

test("a long name may break where it has parts, and says what it said", () => {
  const parts = (text: string) => String(breakable(text)).split("<wbr>");
  assert.deepEqual(parts("Post on Mastodon by @ann@mastodon.example"), ["Post on Mastodon by @ann", "@mastodon.", "example"]);
  assert.deepEqual(parts("ein_sehr_langer_name"), ["ein_sehr_", "langer_", "name"]);
  for (const whole of ["@ann", "500 posts in 13 days", "12 of 1.5", "a & b"]) assert.equal(heard(String(breakable(whole))), whole);
});

test("a claim with quotation marks of its own has no doubled ones on any page", () => {
  const timeline = sampleTimeline();
  timeline.claim.text = 'Officials called the test "safe"';
  assert.match(String(quoted(timeline.claim.text)), /“<bdi[^>]*>Officials called the test ‘safe’<\/bdi>”/);
  for (const { html } of [embed(timeline), claim(timeline), revisions(timeline)]) {
    assert.match(html, /‘safe’/);
    assert.doesNotMatch(html, /["“”]\s*(?:<\/bdi>)?”/);
  }
});

test("a proposed claim shows each wording of its documents once, with a link to each of them", () => {
  const sample = proposalSample();
  assert.match(reviewPageOf(sample).html, /<a [^>]*\/c\/c\w{26}\/same" data-key=m/, "it may be the same as a claim that is followed");
  const [line] = sample.lines.filter(({ response }) => !response);
  assert.ok(line);
  const of = (n: number, quote: typeof line.quote) =>
    Array.from({ length: n }, (_, i) => ({
      ...line,
      id: `${line.id}${quote?.exact.length}x${i}`,
      documentId: `d${quote?.exact.length}x${i}`,
      quote,
    }));
  const other = { exact: "It was sold twice, they say", prefix: "", suffix: "" };
  const { html } = reviewPageOf({ ...sample, lines: [...of(20, line.quote), ...of(3, other), ...of(1, { ...other, exact: "Sold" })] });
  assert.equal(html.split(other.exact).length, 2);
  assert.match(html, /19 more with the same words/);
  assert.match(html, /2 more with the same words/);
  assert.equal([...html.matchAll(/\/d\/d\d+x/g)].length, 24);
  assert.equal([...html.matchAll(/name=seen value="s\w*x\d+"/g)].length, 24, "all are told to have been shown");
});

test("a proposed claim without responses tells of its documents that may deny it", () => {
  const sample = proposalSample();
  const [line] = sample.lines.filter(({ response }) => !response);
  assert.ok(line);
  const pageWith = (...changes: Partial<typeof line>[]) =>
    reviewPageOf({ ...sample, lines: changes.map((change, i) => ({ ...line, id: `s${i}`, documentId: `d${i}`, ...change })) }).html;
  assert.match(pageWith({ stance: "support" }), /none found/);
  const denied = pageWith({ stance: "support" }, { stance: "deny" }, { stance: "support", tellsResponse: true });
  assert.match(denied, /none read, though 2 documents below may deny the claim or tell of a denial/);
  assert.doesNotMatch(denied, /none found/);
});

test("a source without a name is told as what it is, inside the sentence", () => {
  const { html } = claim(sampleTimeline());
  const [, group = ""] = /<section id=sources>(.*?)<\/section>/s.exec(html) ?? [];
  assert.match(heard(group), /from an anonymous post on a Chinese website/);
  assert.doesNotMatch(heard(group), /from (?:An|A) /);
});

test("a search of everything shows the first sites and accounts, and leads to the others", () => {
  const sites = Array.from({ length: 20 }, (_, i) => ({ name: `paper${i}.example`, documents: 1 }));
  const sample = searchSample();
  const of = (within: "all" | "sites") =>
    searchPage({ ...sample, sites: sites as never, filter: { ...sample.filter, in: within, q: "paper" } }).html;
  assert.equal(
    [...of("all").matchAll(/paper\d+\.example/g)].filter(([name], i, all) => all.findIndex(([n]) => n === name) === i).length,
    5,
  );
  assert.match(of("all"), /in=sites">All 20 sites</);
  assert.match(of("sites"), /paper19/);
  assert.match(of("all"), /<label [^>]*for=s-view>Name of this view</);
  const where = /found in titles and beginnings/;
  assert.match(of("all"), where);
  assert.doesNotMatch(searchPage({ ...sample, documents: [], count: 0 }).html, where, "of nothing it does not say where it was found");
  const [one] = sample.claims;
  assert.ok(one);
  assert.doesNotMatch(of("all"), /All claims with these words/);
  const many = searchPage({ ...sample, claims: Array(12).fill(one) }).html;
  assert.match(many, /Claims <span class=count>12 or more<.*All claims with these words</s, "the first claims are not told as all");
});

test("a title with quotation marks of its own has no doubled ones beside a line, and a range of time is told as words", () => {
  const line = { ...proposalSample().lines[0], title: "„Da ist der Wunsch der Vater“, sagt er" } as Line;
  assert.match(String(titleBeside(line)), /“<bdi[^>]*>‘Da ist der Wunsch der Vater’, sagt er<\/bdi>”/);
  const response = { type: "denial", standing: "third_party", quotes: [], actor: { name: "A", kind: "person" } } as never;
  const fields = (published: Line["published"]) => String(lineFields({ ...line, response, published }, "x"));
  const range = fields({ value: "../2026-02-10", precision: "range", basis: "text", earliest: null, latest: Date.UTC(2026, 1, 10, 6) });
  assert.match(range, /name=when value="" placeholder="before 10 Feb 2026/);
  assert.doesNotMatch(range, /\.\.\/2026/);
  assert.match(fields({ value: "2026-02-10", precision: "day", basis: "text", earliest: 0, latest: 1 }), /name=when value="2026-02-10">/);
});

test("a claim page has no heading with nothing below it, nor a link to one", () => {
  const told = { author: "@user", words: "The pier is closed" };
  const waits = story({
    name: "pier",
    claim: "The pier of Varsund is closed",
    subject: "Port of Varsund",
    told: [
      { ...told, name: "a", time: "2026-03-01T08:00:00Z" },
      { ...told, name: "b", time: "2026-03-02T08:00:00Z", from: "a", change: { tellsResponse: true } },
    ],
  });
  const unread = { documentId: "named:x", label: null, type: "attribution", basis: "attribution", state: "suggested" };
  const sourced = {
    ...waits,
    sightings: waits.sightings.map((s) => ({ ...s, state: "suggested" as const, method: "reader", parent: unread as never })),
  };
  for (const [seed, input] of [waits, sourced, ...Array.from({ length: 40 }, (_, i) => anyStory(i))].entries()) {
    const { html } = claim(buildTimeline(input));
    assert.doesNotMatch(heard(html), /not yet checked\. Not yet checked/i, `seed ${seed}`);
    for (const [all, id] of html.matchAll(/<section id=([a-z]+)[^>]*>(?:(?!<\/section>).)*<\/section>/gs))
      assert.match(all.replace(/<h2.*?<\/h2>/s, ""), />\s*[^<\s]/, `seed ${seed}: ${id}`);
    for (const [, id] of html.matchAll(/<a href="#([a-z]+)"/g)) assert.match(html, new RegExp(`id="?${id}["\\s>]`), `seed ${seed}`);
  }
});

test("a copy to keep runs nothing, and its policy allows nothing to run", () => {
  const still = embed(sampleTimeline(), { scripts: { resize: null, zone: null } });
  assert.doesNotMatch(still.html, /<script/);
  assert.doesNotMatch(still.csp, /script-src/);
  assert.match(embed(sampleTimeline()).html, /<script/);
});

test("an embed has the rules whose classes it has, and no others", () => {
  const style = ".a,.b.c{x:y}@media (min-width:1px){.d{x:y}}@media print{p.a::after{x:y}.b{x:y}}:root.dark{x:y}li:is(.a,.b){x:y}";
  assert.equal(rulesFor(style, '<p class="a e"><b class=d>'), ".a{x:y}@media (min-width:1px){.d{x:y}}@media print{p.a::after{x:y}}");
});

test("nothing of what readers see moves", () => {
  for (const file of ["story.css", "embed.css", "claim.css", "reader.css", "pages.css"])
    assert.doesNotMatch(readPublic(file), /transition|animation|@keyframes|scroll-behavior/, file);
});

test("mail gets a picture of a kind that mail programs show", () => {
  const picture = snippets({ id: "c1", text: "A" }, baseUrl, { lang: "de" }).find(({ name }) => name === "Picture");
  assert.match(picture?.code ?? "", /<img src="[^"]*\/c\/c1\/card\.png\?lang=de"/);
});

test("a revision of which nothing is shown is not listed", () => {
  const { html } = revisions(sampleTimeline());
  assert.match(html, /revision 8/);
  assert.doesNotMatch(html, /revision 7/);
});

test("an editor's titles of sections stand on the claim page, as words", () => {
  const titles = { answers: "Meta said no <b>twice</b>", all: "Everything we found" };
  const { html } = claim(sampleTimeline(), { settings: { titles } });
  assert.match(html, /<section id=answers><h2><span dir=auto>Meta said no &lt;b&gt;twice&lt;\/b&gt;<\/span><\/h2>/);
  assert.match(html, /<section id=all><h2><span dir=auto>Everything we found<\/span><\/h2>/);
});

test("an event that is left out of an embed is in none of its lists, whatever the size of the story", () => {
  for (const timeline of [sampleTimeline(), longTimeline(30), longTimeline(200)]) {
    const of = (settings: object) => embed(timeline, { settings }).html.replace(/^[\s\S]*?(?=<ol class=ev)/, "");
    const events = timeline.events.filter(({ role, author, url }) => role !== "respond" && author && url && of({}).includes(`>${author}<`));
    assert.ok(events.length > 0);
    for (const { author } of events.slice(0, 8)) {
      const hide = timeline.events.flatMap((event) => (event.author === author && event.role !== "respond" ? [event.id] : []));
      assert.ok(!of({ hide }).includes(`>${author}<`), `${timeline.events.length}: ${author}`);
    }
  }
});

test("the form of an embed's words shows what is stored, escaped, and sends what is to be stored", () => {
  const timeline = sampleTimeline();
  const words = { baseUrl, languages: [["de", "Deutsch"]] as const };
  const stored = { headline: 'Closed? <i>"No"</i>', titles: { who: "Who told whom" }, pins: ["s00000000000000000000000002"] };
  const { form, tried } = settingsFormOf(timeline, stored, { preview: "1", kicker: "Fact or not", accent: "#c8324f" }, words);
  const markup = String(form);
  assert.match(markup, /name="headline" value="Closed\? &lt;i&gt;&quot;No&quot;&lt;\/i&gt;"/);
  assert.match(markup, /name="title-who" value="Who told whom"/);
  assert.match(markup, /name="kicker" value="Fact or not"/);
  assert.match(markup, /name="event-s00000000000000000000000002"[^§]*?<option value="pins" selected>/);
  assert.deepEqual(tried, { preview: "1", kicker: "Fact or not", accent: "#c8324f" });
  const emptied = settingsFormOf(
    timeline,
    stored,
    { preview: "1", headline: "", "event-s2": "pins-2", "event-s1": "pins-1", order: "pins" },
    words,
  );
  assert.match(String(emptied.form), /name="headline" value=""/);
  assert.deepEqual(emptied.tried, { preview: "1", headline: "", order: "pins", pins: "s1 s2", hide: "" });
  assert.deepEqual(
    embedPatchOf({ what: "embed", headline: " New ", kicker: "", "title-who": "A", "title-all": "", "event-s1": "hide", "event-s2": "" }),
    {
      headline: "New",
      kicker: null,
      titles: { who: "A" },
      pins: null,
      hide: ["s1"],
    },
  );
});

test("a claim in Arabic runs from right to left on a page in English", () => {
  const timeline = sampleTimeline();
  timeline.claim.text = "أُغلق الجسر لأن مساميره من البلاستيك";
  for (const { html } of [embed(timeline), claim(timeline)]) assert.match(html, /<h1 class=hang dir=rtl>/);
  assert.match(embed(sampleTimeline()).html, /<h1 class=hang dir=ltr>/);
});

test("an editor's line runs from left to right, whatever the script of the name that it begins with", () => {
  const author = "صحيفة المثال";
  const sample = reviewSample();
  const suggestions = sample.page.suggestions.map((s) => ({ ...s, statement: `${author} denied it` }));
  const list = reviewPageOf({ ...sample, page: { ...sample.page, suggestions } }).html;
  assert.match(list, new RegExp(`<bdi dir=ltr>${author} denied it</bdi>`));
});

test("a link to a claim is shown as what it leads to, not as what is claimed", () => {
  const { html } = claim(sampleTimeline());
  assert.match(html, /og:title content="“[^"]+”: where it came from"/);
  assert.match(html, /og:url content="https:\/\/whence\.example\/c\/c[0-9a-z]{26}"/);
});

test("an editor who sees a private claim as readers would is told that nobody else sees it", () => {
  const timeline = sampleTimeline();
  const says = /Only you and your colleagues see this claim/;
  assert.doesNotMatch(claim(timeline).html, says);
  timeline.claim.visibility = "private";
  assert.match(claim(timeline).html, says);
});

test("of a claim that is public already nothing says what happens if it is published", () => {
  const sample = workspaceSample();
  const of = (visibility: "public" | "private") =>
    publishingPage(
      { ...sample, claim: { ...sample.claim, visibility } },
      { lines: [], unread: sample.lines.slice(0, 1), others: [], shown: 1, look: null },
    ).html;
  assert.match(of("private"), /<b>If you publish<\/b>/);
  assert.match(of("public"), /<b>What is ticked<\/b> <span class="pill pub">readers see it at once/);
});
