/**
 * Fits the stance of pages and posts in other languages than English: node test/eval/stances/fit.ts [--write]. Pages and posts are those of our stories that
 * are there to fit, by folds of stories with tables of answers that other stories were fitted on, with headlines and short posts of our own beside.
 */
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { ANSWER_LANGUAGES, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { OTHER_STANCES, type OtherFeatures, otherFeatures } from "../../../shared/read/stance/other-languages.ts";
import { tableOf } from "../../support/answer-words.ts";
import { linesOf } from "../../support/fixtures.ts";
import { type GoldDocument, type Rumour, rumoursOf, storiesOf } from "../rumours/data.ts";
import { type Curve, type Figures, share, writeFit } from "../rumours/figures.ts";
import { headlines } from "../rumours/headlines.ts";
import { fittedWords, labelled, sentencesIn, writeTable } from "../rumours/word-model.ts";
import { fitSoftmax, type StanceExample, type StanceWeights } from "./softmax.ts";

const LANGUAGES = ANSWER_LANGUAGES.filter((lang) => lang !== "en");
const FOLDS = 5;
/** Penalties of features, of words, and of the features of posts; how much a headline of ours counts beside a page, and as a post; least stories that have a word. */
const [PENALTY, WORD_PENALTY, POST_PENALTY, HEADLINE, HEADLINE_POST, MIN_STORIES] = [10, 2, 3, 0.3, 0.06, 3];
/** Most words of a language, and the least weight of one, in hundredths. */
const [MAX_WORDS, MIN_WEIGHT] = [2500, 3];

interface Example {
  set: "fit" | "measure" | "lang" | "headline" | "short";
  lang: string;
  story: string;
  fold: number;
  isPost: boolean;
  gold: string;
  features: OtherFeatures;
}
/** Of our sentences and stories, without a fold. */
const storyPages = storiesOf("fit").flatMap((story) =>
  story.documents.flatMap((document) => {
    const lang = baseLang(document.lang ?? "");
    if (!document.about || !document.text || !LANGUAGES.includes(lang) || document.kind === "post") return [];
    return [{ story: story.id, lang, document, sentences: analysisOf(readingOf(document).document).sentences }];
  }),
);
const ids = [...new Set(storiesOf("fit").map(({ id }) => id))];
const foldOf = (story: string) => Math.max(0, ids.indexOf(story)) % FOLDS;
function readingOf({ kind = "article", title, text, lang, outlet }: GoldDocument) {
  return readDocument({
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
}
const whole = new Map(LANGUAGES.map((lang) => [lang, answerWordsOf({ ...tableOf(lang), stances: {} })]));
const without = Array.from(
  { length: FOLDS },
  (_, fold) =>
    new Map(
      LANGUAGES.map((lang) => {
        const others = storyPages.filter((one) => one.lang === lang && foldOf(one.story) !== fold);
        return [lang, fittedWords([...sentencesIn(lang), ...others.flatMap((one) => labelled(one.document, one.sentences))])];
      }),
    ),
);

function examplesOf(
  set: Example["set"],
  stories: readonly Rumour[],
  tablesOf: (story: string) => ReadonlyMap<string, AnswerWords> | undefined,
): Example[] {
  return stories.flatMap((story) =>
    story.documents.flatMap((document): Example[] => {
      const { kind = "article", title = null, text, about, stance } = document;
      const lang = baseLang(document.lang ?? "");
      const words = tablesOf(story.id)?.get(lang);
      if (!about || !text || !stance || !words) return [];
      const isPost = kind === "post" || kind === "comment";
      const reading = set === "headline" ? null : readingOf(document);
      const judged = { text: reading?.document.text ?? text, title: isPost ? null : title, lang, kind, about: story.claim, reading };
      return [
        {
          set,
          lang,
          story: story.id,
          fold: foldOf(story.id),
          isPost,
          gold: stance === "report" ? "observe" : stance,
          features: otherFeatures(judged, words),
        },
      ];
    }),
  );
}
const hash = (text: string) => [...text].reduce((h, sign) => (Math.imul(h, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 7);
const asStory = (id: string, claim: string, document: Partial<GoldDocument>): Rumour => ({
  id,
  claim,
  documents: [{ ref: id, text: "", about: true, ...document }],
});
const ofHeadlines = headlines(linesOf(new URL("../data/headlines.jsonl", import.meta.url)))
  .filter(({ lang }) => lang !== "en")
  .map(({ lang, frame, claim, title, text, stance }) => asStory(`${lang} ${frame}`, claim, { lang, title, text, stance }));
/** The same as posts: "FALSE: …". */
const asPosts = ofHeadlines.map(({ id, claim, documents: [{ lang, title: text = "", stance } = {}] }) =>
  asStory(id, claim, { lang, kind: "post", text, stance } as never),
);
interface ShortPosts {
  lang: string;
  claim: string;
  /** Posts, and answers to one, by stance. */
  post: Record<string, string[]>;
  comment: Record<string, string[]>;
}
const ofPosts = linesOf<ShortPosts>(new URL("../data/short-posts.jsonl", import.meta.url)).flatMap(({ lang, claim, ...kinds }) =>
  (["post", "comment"] as const).flatMap((kind) =>
    Object.entries(kinds[kind]).flatMap(([stance, texts]) => texts.map((text) => asStory(text, claim, { lang, kind, text, stance }))),
  ),
);
const hashed = (list: Example[]) => list.map((one) => ({ ...one, fold: hash(one.story) % FOLDS }));
const headlinePosts = hashed(examplesOf("headline", asPosts, () => whole));
const all = {
  fit: examplesOf("fit", storiesOf("fit"), (story) => without[foldOf(story)]),
  measure: examplesOf("measure", storiesOf("measure"), () => whole),
  lang: examplesOf("lang", rumoursOf("lang"), () => whole),
  headline: hashed(examplesOf("headline", ofHeadlines, () => whole)),
  short: hashed(examplesOf("short", ofPosts, () => whole)),
};

/** In how many stories a word is: of each language. */
const known = new Map<string, Set<string>>();
for (const { lang, story, features } of [...all.fit, ...all.headline])
  for (const { key } of features.words) known.set(`${lang} ${key}`, (known.get(`${lang} ${key}`) ?? new Set()).add(story));
function exampleOf({ set, lang, gold, isPost, features }: Example): StanceExample {
  const x = new Map(features.named);
  const words = features.words.filter(
    ({ key }) => (known.get(`${lang} ${key}`)?.size ?? 0) >= MIN_STORIES && (set !== "headline" || key.startsWith("t:")),
  );
  for (const { key, share } of words) x.set(`${lang} ${key}`, share);
  return { x, y: OTHER_STANCES.indexOf(gold as "deny"), weight: set !== "headline" ? 1 : isPost ? HEADLINE_POST : HEADLINE };
}
const isWord = (name: string) => /^\w\w [tl]:/.test(name);
const fitted = (list: readonly Example[], penalty: number) =>
  fitSoftmax(list.map(exampleOf), OTHER_STANCES.length, (name) => (name === "bias" ? 0.01 : isWord(name) ? WORD_PENALTY : penalty));
/** Models of pages, which learn from posts too, and of posts; without a fold. */
function modelsOf(fold: number) {
  const others = (list: readonly Example[]) => list.filter((one) => one.fold !== fold);
  return {
    pages: fitted([...others(all.fit), ...others(all.headline)], PENALTY),
    posts: fitted(
      [
        ...others(all.fit).filter(({ isPost }) => isPost),
        ...others(all.short),
        ...others(headlinePosts).filter(({ gold }) => gold !== "observe"),
      ],
      POST_PENALTY,
    ),
  };
}
type Models = ReturnType<typeof modelsOf>;
function judge(models: Models, one: Example): number[] {
  const { x } = exampleOf(one);
  const model: StanceWeights = one.isPost ? models.posts : models.pages;
  const odds = OTHER_STANCES.map((_, k) => [...x].reduce((sum, [name, value]) => sum + (model[name]?.[k] ?? 0) * value, 0));
  const exps = odds.map((z) => Math.exp(z - Math.max(...odds)));
  return exps.map((e) => e / exps.reduce((a, b) => a + b, 0));
}
const byFold = Array.from({ length: FOLDS }, (_, fold) => modelsOf(fold));
const last = modelsOf(-1);
const judged = Object.fromEntries(
  Object.entries(all).map(([set, list]) => {
    const isFitted = set !== "measure" && set !== "lang";
    return [set, list.map((one) => ({ one, p: judge(isFitted ? (byFold[one.fold] ?? last) : last, one) }))];
  }),
) as Record<keyof typeof all, { one: Example; p: number[] }[]>;
const said = (p: readonly number[]) => OTHER_STANCES[p.indexOf(Math.max(...p))];
/** Who asks in a headline passes on. */
const isRight = ({ one, p }: { one: Example; p: number[] }) => {
  const label = said(p);
  return (one.set === "headline" && label === "query" ? "observe" : label) === one.gold;
};
const figure = (list: typeof judged.fit) => {
  const labels = OTHER_STANCES.map((label) => {
    const shown = list.filter(({ p }) => said(p) === label);
    return `${label} ${shown.filter(isRight).length} of ${shown.length}, of ${list.filter(({ one }) => one.gold === label).length}`;
  });
  return `${share(list.filter(isRight).length, list.length)} of ${list.length} (${labels.join("; ")})`;
};
for (const [set, list] of Object.entries(judged))
  for (const posts of [false, true]) {
    const own = list.filter(({ one }) => one.isPost === posts);
    if (own.length) console.log(set, posts ? "posts" : "pages", figure(own));
  }
for (const [kind, list] of Map.groupBy(judged.short, ({ one }) =>
  String([...one.features.named.keys()].find((name) => name.startsWith("kind"))),
))
  console.log(kind, figure(list));
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9];
const denials = (list: typeof judged.fit): Curve => {
  const pages = list.filter(({ one }) => !one.isPost);
  const total = pages.filter(({ one }) => one.gold === "deny").length;
  return THRESHOLDS.map((least) => {
    const shown = pages.filter(({ p }) => (p[OTHER_STANCES.indexOf("deny")] ?? 0) >= least);
    const right = shown.filter(({ one }) => one.gold === "deny").length;
    return [least, share(right, shown.length), share(right, total)];
  });
};
console.log("denials from, right, found", JSON.stringify(denials(judged.fit)), JSON.stringify(denials(judged.lang)));

if (process.argv.includes("--write")) {
  const hundredths = (own: readonly number[]) => own.map((value) => Math.round(100 * value));
  const features = Object.entries(last).flatMap(([kind, model]) =>
    Object.entries(model).flatMap(([name, own]) => (isWord(name) ? [] : [[`${kind} ${name}`, hundredths(own)] as const])),
  );
  for (const lang of LANGUAGES) {
    const own = Object.entries(last.pages).flatMap(([name, weights]): [string, number[]][] =>
      isWord(name) && name.startsWith(lang) ? [[name.slice(3), hundredths(weights)]] : [],
    );
    const worth = (weights: readonly number[]) => Math.max(...weights.map(Math.abs));
    const kept = own
      .filter(([, weights]) => worth(weights) >= MIN_WEIGHT)
      .sort((a, b) => worth(b[1]) - worth(a[1]))
      .slice(0, MAX_WORDS);
    writeTable(lang, { stances: Object.fromEntries([...features, ...kept]) });
  }
  const right = (list: typeof judged.fit) => ({
    right: share(list.filter(isRight).length, list.length),
    of: list.length,
    denials: denials(list),
  });
  const figures = {
    command: "node test/eval/stances/fit.ts --write",
    fittedOn: `${all.fit.length} pages and posts of our stories, ${all.headline.length} headlines and ${all.short.length} short posts of ours, in six languages`,
    folds: `${FOLDS} by story`,
    train: right(judged.fit),
    dev: right(judged.lang),
  } satisfies Record<keyof Figures, unknown>;
  writeFit("workers/public/answers", figures);
}
