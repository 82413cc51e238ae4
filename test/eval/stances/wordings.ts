/**
 * Pages and short posts of our own for fitting stances in other languages than English: frames × claims. A page tells the rumour as others tell it,
 * and late there stands, among fillers, a sentence of a frame: the page's own verdict, or the same words as somebody else's, as a question, or of
 * something else.
 */
import { linesOf } from "../../support/fixtures.ts";

type Frames = Record<string, string[]>;
interface Wordings {
  lang: string;
  /** C is the claim as it is entered, D behind "that", N denied, Q asked, T what it is about, Y the party. */
  claims: Record<string, string>[];
  /** What made-up things are called: X in a frame. */
  untrue: string[];
  titles: string[];
  openings: string[];
  fillers: string[];
  /** How a page states the claim as its own, and what it goes on with. */
  asserts: string[];
  consequences: string[];
  pages: Frames;
  posts: Frames;
  comments: Frames;
  /** Frames that were written after the others: they measure, and are not fitted on. */
  later: Record<"pages" | "posts" | "comments", Frames>;
}
export interface Wording {
  lang: string;
  kind: "article" | "post" | "comment";
  isLater: boolean;
  stance: string;
  frame: string;
  claim: string;
  title: string | null;
  text: string;
  /** The sentence of the frame, as the page has it. */
  sentence?: string;
}

const upper = (words: string) => words.replace(/^([«„“"¿¡]?\s?)(\p{Ll})/u, (_, mark, letter) => mark + letter.toUpperCase());
/** A frame with the forms of a claim in the place of their letters. */
function filled(frame: string, forms: Record<string, string>, lang: string): string {
  const letter = lang === "zh" ? /[CDNQTXY]/g : /(?<!\p{L})[CDNQTXY](?![\p{L}'’])/gu;
  const text = frame.replace(letter, (form, at: number) => {
    const words = forms[form] ?? forms["C"] ?? "";
    return /(?:^|[.!?] |[❌«„“]\s?)$/u.test(frame.slice(0, at)) ? upper(words) : words;
  });
  return upper(text).replace(/([?？])[?？]/g, "$1");
}
export const hash = (text: string) => [...text].reduce((h, sign) => (Math.imul(h, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 7);
/** Numbers that are the same for the same text: the next one below a bound. */
function drawer(seed: string) {
  let state = hash(seed);
  return (bound: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** A page whose rumour and fillers are drawn by its frame and claim; in one of three somebody else is heard before the frame's sentence. */
function pageOf(own: Wordings, frame: string, forms: Record<string, string>) {
  const draw = drawer(`${own.lang} ${frame} ${forms["C"]}`);
  const one = (list: readonly string[]) => filled(list[draw(list.length)] ?? "", forms, own.lang);
  const title = draw(6) ? one(own.titles) : null;
  const some = shuffled(own.fillers, draw);
  const heard = draw(3) ? [] : [one(own.pages["report"] ?? [])];
  const sentence = filled(frame, { ...forms, X: own.untrue[draw(own.untrue.length)] ?? "" }, own.lang);
  const last = [...some(draw(2)), sentence, ...some(draw(3))];
  const paragraphs = [[one(own.openings), ...some(draw(2))], some(1 + draw(3)), [...some(draw(2)), ...heard], last, some(draw(2))];
  return { title, sentence, text: textOf(paragraphs, own.lang) };
}
/** A page that states the claim as its own. */
function assertion(own: Wordings, frame: string, forms: Record<string, string>, turn: number) {
  const draw = drawer(`${own.lang} ${frame} ${forms["C"]} ${turn}`);
  const some = shuffled(own.consequences, draw);
  const title = draw(2) ? upper(forms["C"] ?? "") : filled(own.titles[draw(own.titles.length)] ?? "", forms, own.lang);
  return { title, text: textOf([[filled(frame, forms, own.lang), ...some(draw(2))], some(1 + draw(2)), some(draw(3))], own.lang) };
}
/** Gives the next so many of a list in an order of its own. */
function shuffled(list: readonly string[], draw: (bound: number) => number) {
  const all = list.map((text) => ({ text, at: draw(1e6) })).sort((a, b) => a.at - b.at);
  return (count: number) => all.splice(0, count).map(({ text }) => text);
}
const textOf = (paragraphs: string[][], lang: string) =>
  paragraphs.flatMap((part) => (part.length ? [part.join(lang === "zh" ? "" : " ")] : [])).join("\n\n");
const TURNS = [0, 1, 2];

const assertions = (own: Wordings): Wording[] =>
  own.asserts.flatMap((frame) =>
    own.claims.flatMap((forms) =>
      TURNS.map((turn): Wording => {
        const page = assertion(own, frame, forms, turn);
        return { lang: own.lang, kind: "article", isLater: false, stance: "support", frame, claim: upper(forms["C"] ?? ""), ...page };
      }),
    ),
  );
/** All wordings of the languages. */
export function stanceWordings(languages: readonly Wordings[]): Wording[] {
  const of = (own: Wordings, kind: Wording["kind"], frames: Frames, isLater: boolean): Wording[] =>
    Object.entries(frames).flatMap(([stance, list]) =>
      list.flatMap((frame) =>
        own.claims.map((forms): Wording => {
          const body = kind === "article" ? pageOf(own, frame, forms) : { title: null, text: filled(frame, forms, own.lang) };
          return { lang: own.lang, kind, isLater, stance, frame, claim: upper(forms["C"] ?? ""), ...body };
        }),
      ),
    );
  return languages.flatMap((own) =>
    [false, true].flatMap((isLater) => {
      const { pages, posts, comments } = isLater ? own.later : own;
      return [
        ...(isLater ? [] : assertions(own)),
        ...of(own, "article", pages, isLater),
        ...of(own, "post", posts, isLater),
        ...of(own, "comment", comments, isLater),
      ];
    }),
  );
}
export const ourStances = (): Wording[] => stanceWordings(linesOf<Wordings>(new URL("../data/stances.jsonl", import.meta.url)));
