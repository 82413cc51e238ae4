import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { analyseText } from "../../../shared/read/attribution/statements.ts";
import { certaintyOf, hedgesIn } from "../../../shared/read/claims/certainty.ts";
import { partyOf } from "../../../shared/read/parties/party.ts";
import { quotations } from "../../../shared/text/quotations.ts";
import { quoteOf } from "../../../shared/text/quote-selector.ts";
import { fixtures } from "../../support/fixtures.ts";

const said = (text: string, lang = "en") => analyseText(text, lang).statements;
const told = (text: string, lang = "en") => said(text, lang).map((s) => `${s.speaker?.party.name ?? s.speaker?.text}: ${s.content.text}`);

test("direct, indirect and mixed words with their speaker", () => {
  assert.deepEqual(told("“The roof is safe,” said Hala Brandt, the city engineer."), ["Hala Brandt: “The roof is safe,”"]);
  assert.deepEqual(told("Mayor Tess Okoye said that the roof was safe."), ["Tess Okoye: that the roof was safe"]);
  assert.deepEqual(told("According to the fire service, nobody was hurt."), ["the fire service: nobody was hurt"]);
  assert.deepEqual(told("Nobody was hurt, Okoye told reporters."), ["Okoye: Nobody was hurt"]);
  const kinds = said('Tess Okoye said the roof was "perfectly safe" for visitors. "Come and see," she added.').map((s) => s.kind);
  assert.deepEqual(kinds, ["mixed", "direct"]);
});
test("who speaks after the words, and where these end", () => {
  assert.deepEqual(told("The tower of Ondal leans to the north, says a post that has been shared since Monday."), [
    "a post: The tower of Ondal leans to the north",
  ]);
  assert.deepEqual(told("The tower of Ondal strikes thirteen at noon, says a post that has been shared since Monday."), [
    "a post: The tower of Ondal strikes thirteen at noon",
  ]);
  assert.deepEqual(told("Ada Roth told health workers she had been at the dam."), ["Ada Roth: she had been at the dam"]);
  assert.deepEqual(told("Acme denied that its jam was thin, calling the allegation absurd.")[0], "Acme: that its jam was thin");
});
test("a passive names nobody", () => {
  assert.deepEqual(told("Acme sold its dam. It was also reported that the dam leaks."), []);
});
test("days, places before a sentence, and the places of a name are no speakers", () => {
  assert.deepEqual(told("Harbour officials Tuesday denied that the dam leaks."), ["Harbour officials: that the dam leaks"]);
  assert.equal(said("In Salem, a spokesman for the Board of Roads said that it was shut.")[0]?.speaker?.party.name, null);
  assert.deepEqual(told("The jam was sold across the United States after it was tested."), []);
  assert.deepEqual(told("Some 150,000 readers claim that the dam leaks."), ["Some 150,000 readers: that the dam leaks"]);
});
test("what a verb behind an aside denies or confirms does not speak", () => {
  const asides = ["who runs the dam", "45", "however", "in a letter on Monday", "owned by a bank", "asked about the sale", "for its part"];
  const subjects = { "Ada Roth": "Ada Roth", "The harbour board": "The harbour board", "Acme’s lawyer": "Acme’s lawyer" };
  for (const [subject, name] of [...Object.entries(subjects), ["The Harbour Safety Board (HSB)", "Harbour Safety Board"] as const])
    for (const aside of asides)
      for (const act of ["denied the report", "confirmed the sale on Monday", "acknowledged the mistake"]) {
        const [one] = said(`${subject}, ${aside}, ${act}.`);
        const who = one?.speaker?.party.name ?? one?.speaker?.text ?? "";
        assert.ok(who.includes(name) && act.includes(one?.content.text ?? "?"), `${subject}, ${aside}, ${act}: ${who}`);
      }
  assert.deepEqual(told("The dam is safe, suggested the study."), ["the study: The dam is safe"]);
});
test("a verb of saying without anybody who says it is no statement", () => {
  assert.deepEqual(told("It’s said that Acme sold its dam."), []);
  assert.deepEqual(told("No party on either side has confirmed any details."), []);
  assert.deepEqual(told("Charged with issuing recalls, the board met."), []);
  assert.deepEqual(told("Early reports had named the dam."), []);
});
test("a verb between the subject and what it says is no part of the speaker", () => {
  const who = (text: string) => said(text).map((one) => one.speaker?.text);
  assert.deepEqual(who("The harbour master took to the radio and said that the crane was safe."), ["The harbour master"]);
  assert.deepEqual(told("Acme gave the Ledger a letter, in which it said the dam was safe."), ["Acme: the dam was safe"]);
});
test("what a sentence begins with, and what stands beside a subject, is no part of it", () => {
  const who = (text: string) => said(text).map(({ speaker }) => speaker?.party.name ?? speaker?.text);
  assert.deepEqual(who("Similarly, Ada Roth, a spokeswoman for Acme, denied that the dam leaks."), ["Ada Roth"]);
  assert.deepEqual(who("Asked about it on Monday, Ada Roth, a spokeswoman for Acme, denied that the dam leaks."), ["Ada Roth"]);
  assert.deepEqual(who("Shortly after the vote, Ada Roth issued a statement saying that the dam leaks."), ["Ada Roth"]);
  assert.deepEqual(who("Acme, too, denied the report, with the company saying that nobody had asked."), ["Acme"]);
  assert.deepEqual(who("The firms named in the report denied that the dam leaks."), ["The firms named in the report"]);
  assert.deepEqual(who("All three large firms named in the piece vehemently denied the claims."), ["three large firms"]);
  assert.deepEqual(who("Acme took to Facebook to deny that the dam leaks."), ["Acme"]);
});
test("an aide is not the person whose aide it is", () => {
  const party = said("Ada Roth, aide to Governor Max Lind has denied that the dam leaks.")[0]?.speaker?.party;
  assert.deepEqual([party?.name, party?.role, party?.affiliation], [null, "aide", "Governor Max Lind"]);
});
test("a report within a report, and reports as what somebody dismissed", () => {
  assert.equal(told("Salem Weekly reports Ada Roth told friends that the dam was safe.")[1], "Ada Roth: that the dam was safe");
  assert.equal(told("The bank dismissed reports that the dam leaks.").length, 1);
});
test("we and I are who says so, or nobody that the text names", () => {
  const who = (text: string) => said(text).map((one) => one.speaker?.party.name ?? null);
  assert.deepEqual(who("Olmo Dairy sells milk. Last week we reported that a cow was missing."), [null]);
  assert.deepEqual(who("Olmo Dairy sells milk. “We believe that the milk is good,” said Ada Roth."), ["Ada Roth"]);
});
test("the kind of answer that a statement is, where its cue goes on in what it says", () => {
  const types = (text: string) => said(text).map((s) => s.type);
  assert.deepEqual(types("The company declined to comment."), ["no_comment"]);
  assert.deepEqual(types("The company said that it had no jam left."), [null]);
});
test("a quotation goes on over its cue and over sentences", () => {
  const [one] = said('"The roof is safe," Tess Okoye said on Monday. "It was checked twice."');
  assert.ok(one?.content.text.startsWith('"The roof') && one.content.text.endsWith('twice."'));
});
test("pronouns, short names and roles stand for the party named before", () => {
  const found = said(
    "Jane Roe, head of safety at Acme, said the tank was empty. She added that nobody noticed. Roe said it will be replaced. The company said it was sorry.",
  );
  assert.deepEqual(
    found.map((s) => s.speaker?.party.name),
    ["Jane Roe", "Jane Roe", "Jane Roe", "Acme"],
  );
  assert.equal(found[1]?.speaker?.party.role, "head of safety");
  assert.equal(found[2]?.speaker?.party.affiliation, "Acme");
});
test("a Chinese statement has its speaker, with the role, or the source that it credits", () => {
  const [one] = said("公司发言人李明表示，“产品没有问题”。", "zh");
  assert.equal(one?.speaker?.party.name, "李明");
  assert.equal(one?.speaker?.party.role, "发言人");
  assert.equal(said("据《晨光日报》报道，大桥将于周五关闭。", "zh")[0]?.speaker?.text, "《晨光日报》");
});
test("roles and affiliations out of noun phrases", () => {
  const cases: [string, string, string | null, string | null, string | null][] = [
    ["Ann Lund, VP of generative AI at Acme", "person", "Ann Lund", "VP of generative AI", "Acme"],
    ["Acme spokeswoman Jane Roe", "person", "Jane Roe", "spokeswoman", "Acme"],
    ["Acme's chief executive, Jane Roe", "person", "Jane Roe", "chief executive", "Acme"],
    ["a spokesperson for Acme", "person", null, "spokesperson", "Acme"],
    ["a supposed Acme whistleblower", "anonymous", null, null, "Acme"],
    ["University of Tromsdal", "organisation", "University of Tromsdal", null, null],
    ["@harbourwatch", "account", "@harbourwatch", null, null],
    ["a Tromsdal newspaper", "unknown", null, null, null],
    ["the Tromsdal MP", "person", null, "MP", "Tromsdal"],
    ["Jane Roe MP", "person", "Jane Roe", null, null],
  ];
  for (const [words, kind, name, role, affiliation] of cases) {
    const party = partyOf(words);
    assert.deepEqual([party.kind, party.name, party.role, party.affiliation], [kind, name, role, affiliation], words);
  }
});
test("hedges make a passage uncertain, modals somewhat", () => {
  assert.deepEqual(hedgesIn("The rumor was reportedly started by a supposed insider"), ["rumor", "reportedly", "supposed"]);
  assert.equal(certaintyOf("The bank could not verify the list"), "uncertain");
  assert.equal(certaintyOf("The bank may close"), "somewhat");
  assert.equal(certaintyOf("The bank will definitely close"), "certain");
  assert.equal(certaintyOf("The bank closes"), "unstated");
  assert.equal(certaintyOf("据称该银行将关闭"), "uncertain");
});
test("a selector is the passage with what stands around it, on whole code points", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(220), fc.nat(220), (text, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const quote = quoteOf(text, start, end);
      assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
      assert.ok(quote.exact.includes(text.slice(start, end)));
      assert.ok(quote.prefix.length <= 33 && quote.suffix.length <= 33);
      if (text.isWellFormed()) for (const part of Object.values(quote)) assert.ok(part.isWellFormed());
    }),
  );
});
test("quotations stand in order and never overlap, and statements are exact, whatever the text", () => {
  const pieces = fc.constantFrom(
    "“",
    "”",
    "″",
    '"',
    "'",
    "‘",
    "’",
    "「",
    "」",
    " said ",
    "Ann Roe",
    ", ",
    ". ",
    "\n\n",
    "he ",
    "that ",
    ":",
    "denied ",
    "表示，",
    "据称",
    "🙂",
    "\u200d",
    "\u202e",
    "X ",
    "A. ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), fc.constantFrom("en", "zh"), (parts, lang) => {
      const text = parts.join("");
      let last = 0;
      for (const q of quotations(text)) {
        assert.ok(q.start >= last && q.start < q.innerStart && q.innerStart < q.innerEnd && q.innerEnd <= q.end && q.end <= text.length);
        last = q.end;
      }
      for (const s of analyseText(text, lang).statements) {
        for (const span of [s.content, s.cue, ...(s.speaker ? [s.speaker] : [])]) assert.equal(span.text, text.slice(span.start, span.end));
        assert.ok(s.content.end > s.content.start);
      }
    }),
  );
});

test("a mark of inches closes a quotation that nothing else closes", () => {
  const inside = (text: string) => quotations(text).map((q) => text.slice(q.innerStart, q.innerEnd));
  assert.deepEqual(inside("Roe said “at least 10″ ferries were late."), ["at least 10"]);
  assert.deepEqual(inside("“at least 10″ ferries, and “nobody” else"), ["at least 10", "nobody"]);
  assert.deepEqual(inside("Roe said “a 10″ screen is large”."), ["a 10″ screen is large"]);
  assert.deepEqual(inside('A 10″ screen, "a 12″ one" and 8″.'), ["a 12″ one"]);
});

test("whose a verb is, where its subject does not stand beside it", () => {
  for (const [text, who, what] of [
    ["Ann Roe, in a letter released by the council on Thursday, said he had left the port.", "Ann Roe", "he had left the port"],
    ["Brian Moss, a spokesman for the port, said the ferries had always been safe.", "Brian Moss", "the ferries had always been safe"],
    ["Ann Roe was quick to add that the port is open.", "Ann Roe", "that the port is open"],
    ["Speaking in Salem, New Hampshire, Roe went after Moss, calling him “a total stiff.”", "Roe", "him “a total stiff.”"],
    ["“The port has never been closed, and it never will be,” reads a Wednesday editorial.", "a Wednesday editorial", "“The port"],
    ["31% of the ferry's users said they were happy.", "31% of the ferry's users", "they were happy"],
    ["Mayor Roe Says Harbour Was Never Closed", "Mayor Roe", "Harbour Was Never Closed"],
  ] as const) {
    const [first] = analyseText(text, "en").statements;
    assert.equal(first?.speaker?.text.includes(who) && first.content.text.startsWith(what), true, JSON.stringify([text, first]));
  }
  assert.deepEqual(analyseText("The racist remarks hurt the port.", "en").statements, []);
  // What somebody is said to think is a part of what is said.
  assert.equal(analyseText("Ann Roe said she thinks the port will close.", "en").statements.length, 1);
});

test("a block quote after a colon is said by whom its introduction names", () => {
  const text =
    "The note was written by an anonymous engineer:\n\nI saw the figures. We were told to change them.\n\nMy name is not in the report.\n\nThe office was closed on Monday.";
  const block = said(text).find((s) => s.kind === "direct");
  assert.equal(block?.speaker?.party.kind, "anonymous");
  assert.ok(block?.content.text.endsWith("not in the report."));
});

/** Our own sentences, in the forms that real pages in languages read by their words of saying showed to be misread. */
interface Attribution {
  lang: string;
  text: string;
  /** The name of who speaks; null where nobody is told to say something. */
  speaker: string | null;
  says: string | null;
}
const attributions = fixtures<Attribution>("reading/attributions");
test("nearly every speaker is named with what was said, in six languages", () => {
  const all = attributions.filter(({ speaker, says }) => speaker !== null && says !== null);
  const wrong = all.filter(({ lang, text, speaker, says }) => {
    const party = said(text, lang).find(({ content }) => content.text.includes(says ?? ""))?.speaker?.party;
    return (party?.name ?? party?.description) !== speaker;
  });
  assert.ok(wrong.length <= 0.1 * all.length, wrong.map(({ text }) => text).join("\n"));
});
test("who speaks last is neither a day, a place, a listener, nor whom words behind a comma do not describe", () => {
  for (const { text, speaker } of fixtures<{ text: string; speaker: string }>("reading/last-speakers")) {
    const party = said(text).at(-1)?.speaker?.party;
    assert.equal(party?.name ?? party?.description, speaker, text);
  }
  assert.deepEqual(told("Orla Foods said in a letter seen by the Courier that its jam was clean."), []);
});
test("nobody speaks where a word of saying is an adjective, an infinitive, a passive or a noun", () => {
  for (const { lang, text, speaker } of attributions)
    if (speaker === null)
      assert.deepEqual(
        said(text, lang).filter((one) => one.speaker),
        [],
        text,
      );
});

test('German "sie" is no man by his role, nor "er" a woman', () => {
  const speakers = (text: string) => said(text, "de").map(({ speaker }) => speaker?.party.name ?? null);
  const roth = "Die Bauleiterin Ada Roth sagte, der Damm halte.";
  const lind = "Der Rektor Max Lind sagte, der Damm breche.";
  assert.deepEqual(speakers(`${roth} ${lind} „Das ist falsch“, sagte sie.`), ["Ada Roth", "Max Lind", "Ada Roth"]);
  assert.deepEqual(speakers(`${lind} ${roth} „Das ist falsch“, sagte er.`), ["Max Lind", "Ada Roth", "Max Lind"]);
  assert.deepEqual(speakers(`${lind} „Das ist falsch“, sagte sie.`), ["Max Lind", null]);
});
