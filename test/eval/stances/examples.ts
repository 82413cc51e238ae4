/** Pages, posts, headlines and sentences from which stances in other languages than English are learnt. */
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { isPost } from "../../../shared/model/document.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { ANSWER_LANGUAGES, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { type Judged, type OtherFeatures, otherFeatures, sentencesOf } from "../../../shared/read/stance/other-languages.ts";
import { verdictFeatures } from "../../../shared/read/stance/verdict.ts";
import { tableOf } from "../../support/answer-words.ts";
import { fixtures, linesOf } from "../../support/fixtures.ts";
import { type GoldDocument, type Rumour, rumoursOf, storiesOf } from "../rumours/data.ts";
import { headlines } from "../rumours/headlines.ts";
import { fittedWords, labelled, sentencesIn } from "../rumours/word-model.ts";
import { fitSoftmax, type StanceExample } from "./softmax.ts";
import { hash, ourStances, type Wording } from "./wordings.ts";

export const LANGUAGES = ANSWER_LANGUAGES.filter((lang) => lang !== "en");
export const FOLDS = 5;

interface Source {
  set: "fit" | "english" | "measure" | "lang" | "headline" | "short" | "wording" | "later" | "fixture";
  lang: string;
  /** What is held out together. */
  group: string;
  fold: number;
  gold: string;
  judged: Judged;
  /** The sentence of a frame. */
  sentence?: string;
}
export interface Example extends Source {
  isPost: boolean;
  features: OtherFeatures;
}

export const readingOf = ({ kind = "article", title, text, lang, outlet }: GoldDocument) =>
  readDocument({
    kind,
    url: null,
    title: title ?? null,
    text,
    html: null,
    lang,
    publishedAt: null,
    author: null,
    site: outlet ?? null,
  } as never);
const ids = [...new Set(storiesOf("fit").map(({ id }) => id))];
const foldOf = (story: string) => Math.max(0, ids.indexOf(story)) % FOLDS;

/** Tables of answers: those that the Worker has, and those that were fitted without the stories of a fold. */
const storyPages = storiesOf("fit").flatMap((story) =>
  story.documents.flatMap((document) => {
    const lang = baseLang(document.lang ?? "");
    if (!document.about || !document.text || !LANGUAGES.includes(lang) || document.kind === "post") return [];
    return [{ story: story.id, lang, document, sentences: analysisOf(readingOf(document).document).sentences }];
  }),
);
type Tables = ReadonlyMap<string, AnswerWords>;
const whole: Tables = new Map(ANSWER_LANGUAGES.map((lang) => [lang, answerWordsOf({ ...tableOf(lang), stances: {} })]));
const without: Tables[] = Array.from(
  { length: FOLDS },
  (_, fold) =>
    new Map(
      LANGUAGES.map((lang) => {
        const others = storyPages.filter((one) => one.lang === lang && foldOf(one.story) !== fold);
        return [lang, fittedWords([...sentencesIn(lang), ...others.flatMap((one) => labelled(one.document, one.sentences))])];
      }),
    ),
);
const tableFor = ({ set, lang, fold }: Source) => (set === "fit" ? without[fold] : whole)?.get(lang) as AnswerWords;

const ofStories = (set: Source["set"], stories: readonly Rumour[]): Source[] =>
  stories.flatMap((story) =>
    story.documents.flatMap((document): Source[] => {
      const { kind = "article", title = null, text, about, stance } = document;
      const lang = baseLang(document.lang ?? "");
      if (!about || !text || !stance || (set === "english" ? lang !== "en" : !LANGUAGES.includes(lang))) return [];
      const reading = readingOf(document);
      const judged = { text: reading.document.text, title: isPost({ kind }) ? null : title, lang, kind, about: story.claim, reading };
      return [{ set, lang, group: story.id, fold: foldOf(story.id), gold: stance, judged }];
    }),
  );
const ofOurs = (set: Source["set"], wording: Omit<Wording, "isLater">, isRead: boolean): Source => {
  const { lang, kind, frame, claim, title, text, stance, sentence } = wording;
  const reading = isRead ? readingOf({ kind, lang, title, text } as never) : null;
  const judged = { text: reading?.document.text ?? text, title, lang, kind, about: claim, reading };
  return { set, lang, group: `${lang} ${frame}`, fold: hash(`${lang} ${frame}`) % FOLDS, gold: stance, judged, sentence };
};
const ofHeadlines = headlines(linesOf(new URL("../data/headlines.jsonl", import.meta.url))).filter(({ lang }) => lang !== "en");
interface ShortPosts {
  lang: string;
  claim: string;
  /** Posts, and answers to one, by stance. */
  post: Record<string, string[]>;
  comment: Record<string, string[]>;
}
const ofPosts = linesOf<ShortPosts>(new URL("../data/short-posts.jsonl", import.meta.url)).flatMap(({ lang, claim, ...kinds }) =>
  (["post", "comment"] as const).flatMap((kind) =>
    Object.entries(kinds[kind]).flatMap(([stance, texts]) =>
      texts.map((text) => ({ lang, kind, frame: text, claim, title: null, text, stance })),
    ),
  ),
);
export const sources: Source[] = [
  ...ofStories("fit", storiesOf("fit")),
  ...ofStories("english", storiesOf("fit")),
  ...ofStories("measure", storiesOf("measure")),
  ...ofStories("lang", rumoursOf("lang")),
  ...ofHeadlines.map((one) => ofOurs("headline", { ...one, kind: "article" }, false)),
  // The same as posts: "FALSE: …".
  ...ofHeadlines.map((one) => ofOurs("headline", { ...one, kind: "post", title: null, text: one.title }, false)),
  ...ofPosts.map((one) => ofOurs("short", one, true)),
  ...ourStances().map((one) => ofOurs(one.isLater ? "later" : "wording", one, true)),
];

sources.push(
  ...fixtures<{ lang: string; claim: string; title: string; lead: string; between: string; debunks: string[]; tells: string[] }>(
    "reading/debunks",
  ).flatMap(({ lang, claim, title, lead, between, debunks, tells }) =>
    [debunks, tells].flatMap((list, i) =>
      list.map((words) =>
        ofOurs(
          "fixture",
          {
            lang,
            kind: "article",
            frame: words,
            claim,
            title,
            text: `${lead}\n${between}\n${words} ${between}`,
            stance: i ? "report" : "deny",
          },
          true,
        ),
      ),
    ),
  ),
  ...fixtures<{ lang: string; kind: "post"; claim: string; text: string; stance: string }>("reading/short-stances").map((one) =>
    ofOurs("fixture", { ...one, frame: one.text, title: null, stance: one.stance === "comment" ? "observe" : one.stance }, true),
  ),
);

/** A sentence as an example of a verdict: those of frames that deny are one, those of pages that do not deny none. */
interface SentenceExample extends StanceExample {
  fold: number;
}
const isLearntFrom = ({ set }: Source) => set === "fit" || set === "wording";
/**
 * Penalties of the features that all languages share and of words; how much a sentence of a story and one beside a frame's count; least uses of a
 * word.
 */
const [SHARED_PENALTY, WORD_PENALTY, STORY, BESIDE, MIN_USES] = [1, 0.3, 0.3, 4, 3];
/** Every third sentence of our stories is enough. */
const EVERY = 3;
const isShared = (name: string) => name.startsWith("verdict");
const ofLang = (lang: string, x: ReadonlyMap<string, number>) =>
  new Map([...x].map(([name, value]) => [isShared(name) ? name : `${lang} ${name}`, value] as const));
const seen = new Set<string>();
const verdictExamples = sources
  .filter((source) => isLearntFrom(source) && !isPost(source.judged))
  .flatMap((source): SentenceExample[] => {
    const { set, lang, fold, gold, judged, sentence = "" } = source;
    if (set === "fit" && gold === "deny") return [];
    return sentencesOf(judged, tableFor(source)).flatMap((one): SentenceExample[] => {
      const isFrame = set === "wording" && sentence.includes(one.text);
      if (set === "fit" && hash(one.text) % EVERY) return [];
      if (seen.has(`${lang} ${one.text} ${isFrame}`)) return [];
      seen.add(`${lang} ${one.text} ${isFrame}`);
      return [
        {
          x: ofLang(lang, verdictFeatures(one, lang)),
          y: Number(isFrame && gold === "deny"),
          weight: set === "fit" ? STORY : isFrame ? 1 : BESIDE,
          fold: set === "fit" || isFrame ? fold : -1,
        },
      ];
    });
  });
const counts = new Map<string, number>();
for (const { x } of verdictExamples) for (const name of x.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
/** The weights of verdicts by language, in hundredths, without a fold. */
export function verdictsWithout(fold: number): Map<string, Record<string, number[]>> {
  const own = verdictExamples
    .filter((one) => one.fold !== fold)
    .map((one) => ({ ...one, x: new Map([...one.x].filter(([name]) => (counts.get(name) ?? 0) >= MIN_USES)) }));
  const weights = fitSoftmax(own, 2, (name) => (name === "verdict" ? 0.01 : isShared(name) ? SHARED_PENALTY : WORD_PENALTY));
  return new Map(
    LANGUAGES.map((lang) => [
      lang,
      Object.fromEntries(
        Object.entries(weights).flatMap(([name, [no = 0, yes = 0]]): [string, number[]][] =>
          isShared(name) || name.startsWith(`${lang} `) ? [[isShared(name) ? name : name.slice(3), [Math.round(100 * (yes - no))]]] : [],
        ),
      ),
    ]),
  );
}
export const verdicts = verdictsWithout(-2);
const verdictsByFold = Array.from({ length: FOLDS }, (_, fold) => verdictsWithout(fold));

export const examples: Example[] = sources.map((source) => {
  const words = tableFor(source);
  const own = isLearntFrom(source) ? verdictsByFold[source.fold] : verdicts;
  const stances = new Map(Object.entries(own?.get(source.lang) ?? {}));
  return {
    ...source,
    gold: source.gold === "report" ? "observe" : source.gold,
    isPost: isPost(source.judged),
    features: otherFeatures(source.judged, { ...words, stances }),
  };
});
