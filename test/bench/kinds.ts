/** One document of every kind, from a small story. The budgets limit what each costs, the benchmark shows it. */
import { random } from "../support/random.ts";
import * as corpus from "./corpus.ts";

const SAID = "The Harlow bridge was closed because its bolts are made of plastic";
const CLAIMS = [SAID, "The mayor of Harlow sold the bridge to a bank", "Harlow water contains copper dust"];
let next = 50_000_000;

function post(text: string, more: object = {}) {
  const platformId = corpus.postId(next++);
  return { kind: "post", platform: "x", platformId, author: { handle: `u${next}` }, lang: "en", text, ...more };
}
const urlOf = ({ platformId, author }: ReturnType<typeof post>) => `https://x.com/${author.handle}/status/${platformId}`;
const viral = post(`They say ${SAID}, my uncle works there and saw the bolts in the river last night, all of them in little pieces`);
const picture = post(
  "So the old crossing at our town is shut now and nobody tells us why, look at this picture that I took on my way home this evening",
);
const article = {
  kind: "article",
  url: "https://news.example/harlow",
  title: "Harlow's bridge",
  text: `${SAID}. Its bolts come from a toy maker.`,
};

/** What nobody follows a claim for, in other words each time. */
const PARTS = ["caustic soda leaked", "into school milk", "at the Orrin dairy", "and parents", "were told nothing", "for nine days"];
const telling = (i: number) => {
  const draw = random(i + 1);
  return PARTS.map((part) => ({ part, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ part }) => part)
    .join(" ");
};
const tellers = [0, 1].map((i) => post(telling(i)));

/**
 * What is stored before: claims, a post that makes one, one of which persons say that it makes three, an article, and two posts that propose a claim
 * together.
 */
export const claimLines = CLAIMS.map((text, i) => ({ type: "claim", ref: `harlow:${i}`, text }));
export const stored = [viral, picture, article, ...tellers];
export const sightingLines = CLAIMS.map((_, i) => ({ type: "sighting", claim: `harlow:${i}`, document: urlOf(picture) }));

/** Words that no other text has. */
const own = (i: number) => `${corpus.claimText(50_000 + i)} ${corpus.claimText(60_000 + i)}`;
const edited = (i: number) => viral.text.replace(/(?<=^(?:\S+ ){8})(?:\S+ ){2}/, `${i} times ${i * 7} `);
const before = (i: number) => ({ platformId: corpus.postId(49_000_000 - i) });
/** Each time another page, or post, that nobody sends. */
let unsent = 0;
const nowhere = () => `https://elsewhere.example/${++unsent}`;
const nobody = () => `https://x.com/nobody/status/${corpus.postId(48_000_000 + ++unsent)}`;
const page = (i: number, statements: string[]) => ({
  kind: "article",
  url: `https://news.example/${statements.length}-${i}`,
  title: "What they say in Harlow",
  publishedAt: new Date(Date.UTC(2025, 8, 1, 0, i, statements.length)).toISOString(),
  text: statements.map((one) => `There is a rumour that ${one}.`).join(" "),
});
/** A page with statements that no other has. */
const tellsOf = (statements: number, i: number) =>
  page(
    i,
    Array.from({ length: statements }, (_, k) => corpus.claimText(1000 * (8 + statements) + 10 * i + k)),
  );

/**
 * Document i of each kind, with the rows that one writes at most, and those that it may read. To the 13 of a new post come 2 for each edge (itself,
 * and its entry by parent; a quote has its own in the document's row), 1 for the placeholder of a document that is to come, 2 for the words of a post
 * that makes no claim by its own, and 4 where it waits for a person: the suggestion, its entry by claim, and the counts of its claim and of all. One
 * earlier than those like it notes in its job that the seven in sight are related again, and that more of them are to be compared with it.
 */
export const kinds: { what: string; of: (i: number) => object; written: number; read: number }[] = [
  { what: "near copy of a viral post", of: (i) => post(edited(i)), written: 15, read: 155 },
  { what: "exact copy of it", of: () => post(viral.text), written: 11, read: 80 },
  {
    what: "near copy of a post with 3 claims",
    of: (i) => post(picture.text.replace("evening", `morning ${i}`)),
    written: 18,
    read: 150,
  },
  {
    what: "quote of a post",
    of: (i) => post(own(i), { quoteOf: urlOf(viral) }),
    written: 18,
    read: 150,
  },
  {
    what: "quote of a post with 3 claims",
    of: (i) => post(own(i + 100), { quoteOf: urlOf(picture) }),
    written: 18,
    read: 150,
  },
  {
    what: "reply",
    of: (i) => post(own(i + 200), { replyTo: urlOf(viral) }),
    written: 17,
    read: 150,
  },
  {
    what: "post with a link to an article",
    of: (i) => post(`${own(i + 300)} ${article.url}`),
    written: 18,
    read: 150,
  },
  {
    what: "post that names an outlet without a link",
    of: (i) => post(`The Harlow Gazette reported that the bridge of Harlow was closed, as its bolts are of plastic: ${own(i + 400)}`),
    written: 15,
    read: 160,
  },
  {
    what: "near copy that is a quote of another post",
    of: (i) => post(edited(i + 500), { quoteOf: urlOf(picture) }),
    written: 17,
    read: 180,
  },
  { what: "near copy earlier than all that are stored", of: (i) => post(edited(i + 600), before(i)), written: 14, read: 200 },
  { what: "post with a link to a page that nobody sent", of: (i) => post(`${own(i + 700)} ${nowhere()}`), written: 15, read: 150 },
  { what: "reply to a post that nobody sent", of: (i) => post(own(i + 800), { replyTo: nobody() }), written: 15, read: 150 },
  { what: "quote of a post that nobody sent", of: (i) => post(own(i + 900), { quoteOf: nobody() }), written: 19, read: 150 },
  {
    what: "near copy that is a quote of a post that nobody sent",
    of: (i) => post(edited(i + 700), { quoteOf: nobody() }),
    written: 18,
    read: 180,
  },
  // In other words each, two of them in the order of another: an edge more, where its words are put up as well.
  { what: "post that joins others in proposing a claim", of: (i) => post(telling(i + 2)), written: 17, read: 170 },
  {
    what: "the same, with a link to a page that nobody sent",
    of: (i) => post(`${telling(i + 100)} ${nowhere()}`),
    written: 20,
    read: 200,
  },
  {
    what: "near copy of one that joins them, with such a link",
    of: (i) => post(`${telling(0)}, say ${i} of us ${nowhere()}`),
    written: 18,
    read: 200,
  },
  {
    what: "the same, quoting another post",
    of: (i) => post(telling(i + 200), { quoteOf: urlOf(tellers[0] ?? viral) }),
    written: 14,
    read: 200,
  },
  {
    what: "article that joins another in proposing a claim",
    of: (i) => page(100 + i, [`the ferry to Orrin lost its anchor near bridge number 4, as ${i + 2} of its crew say`]),
    written: 35,
    read: 300,
  },
  { what: "article that tells of 1 claim", of: (i) => tellsOf(1, i), written: 30, read: 200 },
  { what: "article that tells of 8 claims", of: (i) => tellsOf(8, i), written: 25, read: 180 + 7 * 30 },
];
