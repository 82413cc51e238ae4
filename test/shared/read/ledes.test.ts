/** How newsrooms begin: every wording with every party, so that a rule cannot serve one sentence alone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../shared/read/index.ts";

const read = (text: string) =>
  readDocument({
    kind: "article",
    text,
    title: null,
    url: "https://news.example/a",
    publishedAt: null,
    lang: null,
    html: null,
    author: null,
  });
const low = (words: string) => words.replace(/^The /, "the ");
const capital = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const ROLES =
  "managing director|company spokeswoman|acting chief executive|executive director|leading economist|union leader|head of communications|chief operating officer|campaign manager|former employee|visiting professor|founding partner|marketing director|engineering manager|shadow health secretary|police superintendent|school principal|farm owner|tenant|taxi driver|marine biologist|lead developer|assistant coach|team captain|parish councillor|Labour MP|Chief Constable|Detective Inspector|nursing assistant|building inspector|opposition leader|housing minister|planning officer|shop steward|night-shift worker|witness|solicitor|defence counsel|headteacher|bishop|fire chief|store manager|co-founder|vice-president for sales|press secretary".split(
    "|",
  );
const NAMES = ["Colin Hollis", "Maria de Souza", "Anh Nguyen", "O’Neill Barrett", "Priya Nand-Khan", "J. R. Whitaker"];
const SAYING: ((who: string) => string)[] = [
  (who) => `"It never left our site," ${who} said.`,
  (who) => `"It never left our site," said ${who}.`,
  (who) => `"It never left our site," ${who} told SEW.`,
  (who) => `"It never left our site," ${who} told the Kent Ledger on Monday.`,
  (who) => `"It never left our site," ${who} added.`,
  (who) => `"It never left our site," ${who} wrote on Facebook.`,
  (who) => `"It never left our site," ${who} said in a statement.`,
  (who) => `"It never left our site," ${who} told reporters outside the court.`,
  (who) => `${capital(who)} said the powder never left the site.`,
  (who) => `${capital(who)} said: "It never left our site."`,
  (who) => `According to ${who}, the powder never left the site.`,
  (who) => `The powder never left the site, ${who} said.`,
  (who) => `The powder never left the site, according to ${who}.`,
  (who) => `In an email, ${who} said the powder never left the site.`,
  (who) => `On Tuesday ${who} told the BBC that the powder never left the site.`,
  (who) => `Speaking outside the plant, ${who} insisted that the powder never left the site.`,
  (who) => `But ${who} rejected the accusation, calling it "a cheap lie".`,
  (who) => `Asked about the posts, ${who} replied: "It never left our site."`,
  (who) => `"It never left our site," ${who} said on Tuesday. "We check every bag."`,
];

test("who speaks, by role and name, in each place of a sentence", () => {
  const wrong: string[] = [];
  ROLES.forEach((role, r) => {
    SAYING.forEach((saying, s) => {
      const name = NAMES[(r + s) % NAMES.length] as string;
      const who = [
        `${role} ${name}`,
        `Hollis Dairy ${role} ${name}`,
        `${name}, ${/^[aeiou]/i.test(role) ? "an" : "a"} ${role} at Hollis Dairy,`,
      ][(r + 2 * s) % 3] as string;
      const text = saying(who).replace(/,(?=[.,])/, "");
      const said = read(`The dairy had been accused on Monday of selling old powder.\n\n${text}`).statements.filter((one) =>
        /left|lie/.test(one.content.text),
      );
      if (!said.length || said.some((one) => one.speaker?.party.name !== name)) wrong.push(text);
    });
  });
  assert.deepEqual(wrong, []);
});

/** Whom a lede is about, and the pronoun for them. */
const PARTIES: [string, string][] = [
  ["Hollis Dairy", "it"],
  ["Acme", "it"],
  ["The Bank of Kent", "it"],
  ["Kelmscott City Council", "it"],
  ["Mayor Jo Klein", "she"],
  ["Peter Ardley", "he"],
  ["The airline", "it"],
  ["The minister", "he"],
  ["Lindqvist & Sons", "they"],
];
const DEEDS = [
  ["sold expired powder to schools", "selling expired powder to schools"],
  ["paid a fake witness in the trial", "paying a fake witness in the trial"],
] as const;
type Lede = (who: string, pronoun: string, did: string, doing: string) => string;
/** Each with the kind of response that it tells of; "" for none. */
const LEDES: [string, Lede][] = [
  ["denial", (who, it, did) => `${who} denied on Tuesday that ${it} had ${did}.`],
  ["denial", (who, it, did) => `${who} on Tuesday denied that ${it} had ${did}.`],
  ["denial", (who, _, __, doing) => `${who} has denied ${doing}.`],
  ["denial", (who, _, __, doing) => `${who} has denied ${doing}, after a post on Facebook said so.`],
  ["denial", (who, it, did) => `${who} denies claims that ${it} had ${did}.`],
  ["denial", (who, it, did) => `${who} strongly denied reports that ${it} had ${did}.`],
  ["denial", (who, it, did) => `${who} rejected claims that ${it} had ${did}, saying: "We would never do that."`],
  ["denial", (who, it, did) => `${who} has dismissed rumours that ${it} had ${did}.`],
  ["denial", (who, _, did) => `Rumours that ${low(who)} had ${did} are untrue, a spokesperson said on Sunday.`],
  ["denial", (who, _, did) => `Posts claiming that ${low(who)} had ${did} are false, ${low(who)} said on Sunday.`],
  ["denial", (who, it, _, doing) => `${who} stands accused of ${doing}, a charge ${it} denies.`],
  ["denial", (who, it, did) => `${who} says ${it} never ${did}, contrary to what a post on X claims.`],
  ["", (who, _, __, doing) => `${who} has been accused of ${doing}.`],
  ["", (who, _, __, doing) => `A former worker has accused ${low(who)} of ${doing}.`],
  ["", (who, _, did) => `A post on Facebook claims that ${low(who)} had ${did}.`],
  ["", (who, _, did) => `A viral post says ${low(who)} had ${did}.`],
  ["", (who, _, did) => `A widely shared video claiming ${low(who)} had ${did} has been viewed two million times.`],
  ["", (who, _, did) => `It is alleged that ${low(who)} had ${did}.`],
  ["", (who, _, did) => `${who} allegedly ${did}.`],
  ["", (who, _, did) => `${who} reportedly ${did}, according to the Ledger.`],
  ["", (who, _, did) => `Users on Reddit claimed this week that ${low(who)} had ${did}.`],
  ["", (who, _, did) => `Allegations that ${low(who)} had ${did} surfaced on Monday on X.`],
  ["", (who, _, did) => `${who} had ${did}, two people familiar with the matter told the Ledger.`],
  ["", (who, _, did) => `${who} had ${did}, according to an anonymous post on Reddit.`],
  ["", (who, _, did) => `A whistleblower says ${low(who)} had ${did}.`],
  ["", (who, _, did) => `In an open letter, former staff allege that ${low(who)} had ${did}.`],
  ["apology", (who, it, did) => `${who} has apologised after admitting that ${it} had ${did}.`],
  ["confirmation", (who, it, did) => `${who} confirmed on Tuesday that ${it} had ${did}, as a post on X had said.`],
  ["confirmation", (who, _, __, doing) => `${who} admitted ${doing}, days after a post on X said so.`],
  ["no_comment", (who, _, did) => `A post on X says that ${low(who)} had ${did}. ${who} did not respond to a request for comment.`],
  ["no_comment", (who, _, did) => `A post on X says that ${low(who)} had ${did}. ${who} declined to comment.`],
];
/** How the claim was told, which is no part of it. */
const FRAME = /post|said so|Reddit|Ledger|untrue|false|viewed|surfaced|saying|charge|according/;

test("one claim with its subject, and who answers it, in each lede", () => {
  const wrong: string[] = [];
  PARTIES.forEach(([who, pronoun], p) => {
    LEDES.forEach(([type, lede], l) => {
      const [did, doing] = DEEDS[(p + l) % DEEDS.length] as (typeof DEEDS)[number];
      const text = lede(who, pronoun, did, doing);
      const name = who.replace(/^(?:Mayor|The) /, "");
      const place = { airline: "airport", minister: "ministry" }[name] ?? name;
      const { claims, responses } = read(
        `A day in the news.\n\n${text}\n\nThe matter will be heard in June. Residents near the ${place} site said they were worried.`,
      );
      const [claim] = claims;
      const right =
        claims.length === 1 &&
        claim?.text.includes(name) &&
        /powder to schools|witness in the trial/.test(claim.text) &&
        !FRAME.test(claim.text) &&
        responses.length <= 1 &&
        responses.every(({ actor }) => /spokesperson/.test(text) || (actor.name ?? actor.description)?.includes(name)) &&
        (responses[0]?.type ?? "") === type;
      if (!right) wrong.push(`${text} => ${claims.map((c) => c.text).join(" | ")}; ${responses.map((r) => r.type)}`);
    });
  });
  assert.deepEqual(wrong, []);
});

/** Claims, each with whom it is about. */
const CLAIMS: [string, string][] = [
  ["Hollis Dairy", "A post on Facebook claims that Hollis Dairy sold expired powder to schools."],
  ["Brightwater Council", "Posts on X say Brightwater Council paid a fake witness in the trial."],
  ["Acme", "A viral video alleges that Acme dumped solvents in the Lee river. Acme employs 300 people."],
];

/** Who answers a claim of `who`, how, and how they stand to it; "WHO" is the one whom the claim is about. */
const ANSWERS: [string, string, string, (who: string) => string][] = [
  ["denial", "WHO", "subject", (who) => `${who} denied the claim.`],
  ["denial", "WHO", "subject", (who) => `The claim is false, ${who} said on Monday.`],
  ["denial", "WHO", "subject", (who) => `${who} called the post "complete nonsense".`],
  ["denial", "WHO", "subject", (who) => `In a statement, ${who} said the allegation was untrue.`],
  ["denial", "WHO", "subject", (who) => `"This is simply not true," ${who} said in a statement posted on its website.`],
  ["denial", "spokes", "subject", (who) => `A spokesman for ${who} said the claim was "categorically false".`],
  ["denial", "Dana Reeve", "subject", (who) => `"That never happened," said Dana Reeve, a spokeswoman for ${who}.`],
  ["denial", "Dana Reeve", "subject", (who) => `${who} chief executive Dana Reeve dismissed the allegations as "a smear".`],
  ["denial", "Dana Reeve", "subject", (who) => `Dana Reeve, who runs ${who}, told the BBC there was "no truth whatsoever" in the claim.`],
  ["denial", "WHO", "subject", (who) => `${who} has strongly rejected the accusations.`],
  ["denial", "WHO", "subject", (who) => `${who} hit back on Tuesday, saying the story was "made up".`],
  ["denial", "WHO", "subject", (who) => `${who} tweeted: "This is fake. Please do not share."`],
  ["confirmation", "WHO", "subject", (who) => `${who} has admitted the claim is true.`],
  ["confirmation", "WHO", "subject", (who) => `${who} confirmed the report on Wednesday.`],
  ["confirmation", "WHO", "subject", (who) => `${who} acknowledged on Friday that the allegation was accurate.`],
  ["no_comment", "WHO", "subject", (who) => `${who} declined to comment on the allegations.`],
  ["no_comment", "WHO", "subject", (who) => `${who} did not immediately respond to a request for comment.`],
  ["no_comment", "WHO", "subject", (who) => `${who} could not be reached for comment.`],
  ["no_comment", "WHO", "subject", (who) => `The Ledger has contacted ${who} for comment but has not heard back.`],
  ["no_comment", "spokes", "subject", (who) => `A spokesperson for ${who} would not comment.`],
  ["apology", "WHO", "subject", (who) => `${who} has apologised "unreservedly" over the claim.`],
  ["apology", "WHO", "subject", (who) => `${who} said it was "deeply sorry" for what the post describes.`],
  ["investigation", "Police", "regulator", () => `Police have launched an investigation into the allegation.`],
  ["investigation", "Food Standards Agency", "regulator", () => `The Food Standards Agency said it was looking into the claim.`],
  ["investigation", "WHO", "subject", (who) => `${who} said it had opened an internal review of the claims.`],
  ["takedown", "Facebook", "platform", () => `Facebook removed the post on Thursday.`],
  ["label", "Facebook", "platform", () => `Facebook has added a "false information" label to the post.`],
  ["explanation", "WHO", "subject", (who) => `${who} said the post stemmed from a misunderstanding over a delivery note.`],
  ["retraction", "author", "originator", () => `The author of the post later deleted it and admitted it was wrong.`],
  ["correction", "Kent Ledger", "publisher", () => `The Kent Ledger has corrected its story about the claim.`],
  ["partial_confirmation", "WHO", "subject", (who) => `${who} denied the claim but conceded that mistakes had been made in its paperwork.`],
  ["", "", "", () => `The regulator has not received any complaint.`],
  ["", "", "", (who) => `${who} was founded in 1931 and has 40 employees.`],
  ["", "", "", () => `It is not known who wrote the post.`],
  ["", "", "", () => `The council denied planning permission for a new barn in May.`],
];

test("who answers, how and in which standing, in each wording", () => {
  const wrong: string[] = [];
  for (const [who, claim] of CLAIMS)
    for (const [type, actor, standing, answer] of ANSWERS) {
      const text = answer(who);
      const got = read(`News of the day\n\n${claim}\n\n${text}\n\nThe town has 20,000 inhabitants.`).responses;
      const right = type
        ? got.length === 1 &&
          got[0]?.type === type &&
          got[0].standing === standing &&
          `${got[0].actor.name ?? got[0].actor.description}`.includes(actor === "WHO" ? who : actor)
        : got.length === 0;
      if (!right) wrong.push(`${text} => ${got.map((r) => `${r.type}/${r.actor.name ?? r.actor.description}/${r.standing}`)}`);
    }
  assert.deepEqual(wrong, []);
});
