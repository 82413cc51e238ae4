/**
 * Fits which sentences of pages answer a claim, and who answers: node test/eval/rumours/fit-answers.ts [en|others] [--write]. English has tables and
 * models of its own, fitted on annotated rumours and on the half of our stories that is there to fit; the other languages share their models, fitted on
 * such stories. Tables of words are fitted on sentences of ours (data/answers) as well, and models on plain or reworded answers put into articles.
 * Whatever judges an example was fitted on others than its rumour.
 */
import { writeFileSync } from "node:fs";
import type { Party } from "../../../shared/model/party.ts";
import type { TextAnalysis } from "../../../shared/read/analysis.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { type AnswerCandidate, answerCandidates, typedBy } from "../../../shared/read/gates/answer-candidates.ts";
import weights from "../../../shared/read/gates/answer-weights.json" with { type: "json" };
import { ANSWER_LANGUAGES, ANSWERS, type AnswerModels, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import { type AnswerablePage, type AnsweringSentence, answeringSentences } from "../../../shared/read/gates/answering-sentences.ts";
import { canBeJudged, chosen, type JudgedAnswer, judgedBy, thresholdsIn } from "../../../shared/read/gates/answers.ts";
import { isCorroborated } from "../../../shared/read/gates/corroboration.ts";
import { type Mixed, mixedModel, valuesOf } from "../../../shared/read/gates/forest.ts";
import { readDocument } from "../../../shared/read/index.ts";
import type { Range } from "../../../shared/text/span.ts";
import { linesOf } from "../../support/fixtures.ts";
import { random } from "../../support/random.ts";
import { isOpenAnswer } from "../annotation/unsure.ts";
import { mixed, rounded } from "./boost.ts";
import { type GoldDocument, type GoldResponse, type Rumour, rumoursOf, siteOf, storiesOf, trainRumours, words } from "./data.ts";
import { type Curve, type Figures, reliability, share, writeFit, writeReliability } from "./figures.ts";
import type { Example } from "./logistic.ts";
import { reworded } from "./rewordings.ts";
import { fitWords, labelled, sentencesIn, writeTable } from "./word-model.ts";
import { type Frames, wordings } from "./wordings.ts";

const w = await words();
const FOLDS = 7;
const { well } = weights;

interface GoldPage {
  rumour: Rumour;
  group: string;
  document: GoldDocument;
  lang: string;
  page: AnswerablePage;
  weight: number;
  /** Of a page into which a sentence was put: nothing else of it is known. */
  only: Range | null;
}
function pageOf(rumour: Rumour, document: GoldDocument, weight = 1, only: Range | null = null): GoldPage[] {
  const { id, claim } = rumour;
  const { kind = "article", title = null, text, lang: tag = "en", outlet } = document;
  const lang = tag.slice(0, 2);
  if (!document.about || !text || kind === "post" || !ANSWER_LANGUAGES.includes(lang)) return [];
  const url = `https://${siteOf(document, 1, w)}/${document.ref}`;
  const reading = readDocument({ kind, url, title, text, html: null, lang: tag, publishedAt: null, author: null } as never);
  if (lang === "en" && !canBeJudged(reading, kind)) return [];
  const sender = kind === "press_release" ? { release: { site: outlet } } : { publisher: outlet };
  const analysis = { ...analysisOf(reading.document), ...sender } as TextAnalysis;
  return [{ rumour, group: id, document, lang, page: { analysis, claim, kind }, weight, only }];
}
const pagesOf = (rumours: readonly Rumour[], weight = 1) =>
  rumours.flatMap((rumour) => rumour.documents.flatMap((document) => pageOf(rumour, document, weight)));

/** The names by which the scorer takes a party to be shown. */
const namesOf = ({ kind, name, description, affiliation }: Party) =>
  kind === "person" ? [name, description, affiliation] : [name ?? description];
const isBy = (party: Party, act: GoldResponse) => w.anyName(namesOf(party), [act.actor, ...(act.alsoActor ?? [])]);
const isOfType = (type: string, act: GoldResponse) => [act.type, ...(act.alsoType ?? [])].includes(type);
const actsOf = ({ document }: GoldPage) => document.responses ?? [];
/** The annotated acts whose quoted words are a sentence: most of the shorter lies in the other. */
function actsIn(gold: GoldPage, sentence: number): GoldResponse[] {
  const { text, sentences } = gold.page.analysis;
  const { start, end } = sentences[sentence] as Range;
  return actsOf(gold).filter(({ quote }) => {
    const at = text.indexOf(quote);
    return at >= 0 && Math.min(end, at + quote.length) - Math.max(start, at) > 0.5 * Math.min(end - start, quote.length);
  });
}

/** Whether anything is known of a sentence. */
function isAsked({ only, page }: GoldPage, sentence: number): boolean {
  const { start, end } = page.analysis.sentences[sentence] as Range;
  return only === null || (start < only.end - 2 && end > only.start + 2);
}

/** Reworded answers put into English articles, one at a time, after one of their first sentences. */
const [TIMES, REWORDED_WEIGHT] = [6, 0.125];
function rewordedPages(rumours: readonly Rumour[]): GoldPage[] {
  const next = random(7);
  return Array.from({ length: TIMES }, () => rumours).flatMap((list) =>
    list.flatMap((rumour) =>
      pagesOf([rumour]).flatMap(({ document, page: { claim, analysis } }) => {
        const { sentence, type, isAnswer, names } = reworded({ claim, subject: rumour.subject?.[0] ?? null }, next);
        const after = analysis.sentences[Math.floor(next() * Math.min(14, analysis.sentences.length))]?.end ?? 0;
        const text = `${analysis.text.slice(0, after)} ${sentence}${analysis.text.slice(after)}`;
        const responses = isAnswer ? [{ type, actor: names[0] ?? "", alsoActor: names, quote: sentence }] : [];
        const only = { start: after + 1, end: after + 1 + sentence.length };
        return pageOf(rumour, { ...document, text, responses }, REWORDED_WEIGHT, only);
      }),
    ),
  );
}

/** Plain wordings of answers (data/rewordings.jsonl) as documents to fit on, one of so many: our stories have few. */
const [EVERY, WORDED_WEIGHT] = [5, 0.3];
/** What a text says of a claim in its own voice (data/own-voice.jsonl): nobody answers there. */
interface OwnVoice {
  lang: string;
  intro: string[];
  filler: string;
  claims: [clause: string, sentences: string[]][];
}
function wordedPages(): GoldPage[] {
  const worded = wordings(linesOf<Frames>(new URL("../data/rewordings.jsonl", import.meta.url))).filter((_, i) => i % EVERY === 0);
  /** The same where what is told is an answer to another claim. */
  const elsewhere = worded.flatMap((one, i) => {
    const other = worded.slice(i + 1).find(({ lang, claim }) => lang === one.lang && claim !== one.claim);
    const isOther = other && ["denial", "confirmation"].includes(other.type) && /(?<!\p{L})C(?!\p{L})/u.test(other.frame);
    return isOther ? [{ ...one, text: one.text.replace(one.sentence, () => other.sentence), sentence: null }] : [];
  });
  const ownVoice = linesOf<OwnVoice>(new URL("../data/own-voice.jsonl", import.meta.url)).flatMap(({ lang, intro, filler, claims }) =>
    claims.flatMap(([claim, sentences]) =>
      sentences.map((sentence, i) => {
        const first = (intro[i % intro.length] ?? "").replace(/C(?=[.。])/u, () => claim);
        return { lang, claim, text: [first, sentence, filler].join("\n\n"), sentence: null, type: "", known: "" };
      }),
    ),
  );
  return [...worded, ...elsewhere, ...ownVoice].flatMap(({ sentence, type, known, lang, claim, text }) => {
    const responses = sentence ? [{ type, actor: known, quote: sentence }] : [];
    const document = { ref: "1", about: true, lang, text, responses };
    return pageOf({ id: sentence ? "wordings" : "no answers", claim, documents: [document] }, document, WORDED_WEIGHT);
  });
}

/** Languages that share their models, with the pages to fit on, those that only measure, and those with sentences of ours. */
interface Family {
  languages: string[];
  /** How many tables of words are fitted, of which the mean is taken. */
  runs: number;
  fitted: GoldPage[];
  worded: GoldPage[];
  measured: Record<string, GoldPage[]>;
}
const isEnglish = ({ lang }: GoldPage) => lang === "en";
const [stories, train] = [storiesOf("fit"), trainRumours()];
/** Our stories answer in each third sentence, real articles in one of thirty. */
const STORY_WEIGHT = 0.5;
const FAMILIES: Record<string, () => Family> = {
  en: () => ({
    languages: ["en"],
    runs: 5,
    fitted: [...pagesOf(train), ...pagesOf(stories, STORY_WEIGHT)].filter(isEnglish),
    worded: rewordedPages(train),
    measured: { dev: pagesOf(rumoursOf("dev")).filter(isEnglish), measured: pagesOf(storiesOf("measure")).filter(isEnglish) },
  }),
  others: () => {
    const others = (rumours: Rumour[]) => pagesOf(rumours).filter((page) => !isEnglish(page));
    return {
      languages: ANSWER_LANGUAGES.filter((lang) => lang !== "en"),
      runs: 1,
      fitted: others(stories),
      worded: wordedPages().filter((page) => !isEnglish(page)),
      measured: { measured: others(storiesOf("measure")), lang: others(rumoursOf("lang")) },
    };
  },
};

const FORESTS = { trees: 80, depth: 3, rate: 0.08, minWeight: 10, lambda: 5 };
const fitType = mixed({ ...FORESTS, trees: 60 }, 1);
/** One model judges all types of English acts. */
const fitAct = mixed({ ...FORESTS, depth: 4, minWeight: 8 }, 8);
const [fitParty, fitDecision] = [mixed({ ...FORESTS, depth: 4 }, 1), mixed(FORESTS, 1)];

interface GoldSentences {
  of: GoldPage;
  sentences: AnsweringSentence[];
}
interface GoldCandidate {
  of: GoldPage;
  candidate: AnswerCandidate;
  acts: GoldResponse[];
}
type Judged = JudgedAnswer & GoldCandidate;
const exampleOf = (of: GoldPage, x: AnswerCandidate["x"], y: boolean, weight = 1): Example => ({
  x: valuesOf(x),
  y: y ? 1 : 0,
  group: of.group,
  weight: of.weight * weight,
});
/** A sentence that no annotator quotes may still tell the act: it counts for less, as does a type that is only acceptable. */
function weightOf(of: GoldPage, type: string, acts: readonly GoldResponse[]): number {
  if (acts.length) return acts.some((act) => act.type === type) ? 1 : 0.6;
  return actsOf(of).some((act) => isOfType(type, act)) ? 0.4 : 1;
}
function typesFit(list: readonly GoldSentences[]): Mixed[] {
  const rows = list.flatMap(({ of, sentences }) =>
    sentences.flatMap(({ index, acts }) => {
      if (!isAsked(of, index)) return [];
      const quoted = actsIn(of, index);
      return acts.map(({ type, x }) => {
        const ofType = quoted.filter((act) => isOfType(type, act));
        return { type, lang: of.lang, row: exampleOf(of, x, ofType.length > 0, weightOf(of, type, ofType)) };
      });
    }),
  );
  if (rows[0]?.lang === "en") return [fitAct(rows.map(({ row }) => row))];
  return ANSWERS.slice(1).map((type) => fitType(rows.filter((one) => one.type === type).map(({ row }) => row)));
}
const partyFit = (list: readonly GoldCandidate[]): Mixed =>
  fitParty(
    list.flatMap(({ of, candidate, acts }) =>
      acts.length
        ? candidate.parties.map(({ near, x }) =>
            exampleOf(
              of,
              x,
              acts.some((act) => isBy(near.party, act)),
            ),
          )
        : [],
    ),
  );
const isRight = ({ of, candidate: { type }, party: { near } }: Judged) =>
  actsOf(of).some((act) => isOfType(type, act) && isBy(near.party, act));
/** Whether its annotator left an act open: shown or not, it counts neither way. */
const isOpen = ({ of: { rumour, document }, candidate: { type }, party: { near } }: Judged) =>
  isOpenAnswer(rumour, document.ref, type, namesOf(near.party), w);
const decideFit = (list: readonly Judged[]): Mixed => fitDecision(list.map((one) => exampleOf(one.of, one.x, isRight(one))));
const NO_MODEL = () => 0;
const judgedOf = (list: readonly GoldCandidate[], party: Mixed, decide: Mixed | null): Judged[] =>
  list.flatMap((one) =>
    judgedBy([one.candidate], mixedModel(party), decide ? mixedModel(decide) : NO_MODEL).map((judged) => ({ ...one, ...judged })),
  );

/** What may be shown of judged acts, and whether it waits under any threshold, as a cue or another document tells it. */
type Shown = Judged & { waits: boolean };
function shownOf(judged: readonly Judged[], lang: string): Shown[] {
  const thresholds = thresholdsIn(lang);
  const shown = [...Map.groupBy(judged, ({ of }) => of).values()].flatMap((own) => chosen(own, { ...thresholds, threshold: 0 }));
  const reportOf = ({ of, candidate: { type }, party: { near } }: Judged) => ({
    type,
    actor: near.party,
    quotes: [],
    documentId: of.document.ref,
  });
  const told = Map.groupBy(
    shown.filter(({ probability }) => probability >= well),
    ({ of }) => of.group,
  );
  const isTold = (one: Judged) => isCorroborated(reportOf(one), one.of.document.ref, (told.get(one.of.group) ?? []).map(reportOf));
  const waits = (one: Judged) =>
    (one.party.isTold && one.probability >= thresholds.withCue) || (one.probability >= thresholds.faint && isTold(one));
  return shown.map((one) => ({ ...one, waits: waits(one) }));
}
const THRESHOLDS = [0.15, 0.2, 0.25, 0.28, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8];
/** By threshold, the share of what is shown that is right, and of what is annotated that is found. */
function curveOf(pages: readonly GoldPage[], judged: readonly Shown[]): Curve {
  const acts = pages.flatMap((of) => actsOf(of).map((act) => ({ of, act })));
  const asked = judged.filter((one) => isRight(one) || !isOpen(one));
  return THRESHOLDS.map((threshold) => {
    const shown = asked.filter(({ probability, waits }) => waits || probability >= threshold);
    const found = acts.filter(({ of, act }) =>
      shown.some((one) => one.of === of && isOfType(one.candidate.type, act) && isBy(one.party.near.party, act)),
    );
    return [threshold, share(shown.filter(isRight).length, shown.length), share(found.length, acts.length)];
  });
}

async function fitFamily(name: string, write: boolean): Promise<void> {
  const { languages, runs, fitted, worded, measured } = (FAMILIES[name] as () => Family)();
  const groups = [...new Set(fitted.map(({ group }) => group))].sort();
  const foldOf = ({ group }: GoldPage) => groups.indexOf(group) % FOLDS;
  const folds = [...Array(FOLDS).keys()];
  const tablesOf = (pages: readonly GoldPage[]) =>
    new Map(
      languages.map((lang) => {
        const own = pages.filter((one) => one.lang === lang);
        const told = own.flatMap(({ document, page }) => labelled(document, page.analysis.sentences));
        return [lang, fitWords([...sentencesIn(lang), ...told], runs)] as const;
      }),
    );
  const wordsOf = (tables: ReturnType<typeof tablesOf>) => new Map([...tables].map(([lang, table]) => [lang, answerWordsOf(table)]));
  const tables = tablesOf(fitted);
  const whole = wordsOf(tables);
  const without = folds.map((fold) => wordsOf(tablesOf(fitted.filter((page) => foldOf(page) !== fold))));
  const sentencesOf = (of: GoldPage): GoldSentences => {
    const table = (without[foldOf(of)] ?? whole).get(of.lang) as AnswerWords;
    return { of, sentences: answeringSentences(of.page, table) };
  };
  const candidatesOf = (list: readonly GoldSentences[], types: readonly Mixed[]): GoldCandidate[] =>
    list.flatMap(({ of, sentences }) =>
      answerCandidates(of.page, typedBy(sentences, types.map(mixedModel))).flatMap((candidate) => {
        const acts = actsIn(of, candidate.sentence).filter((act) => isOfType(candidate.type, act));
        return isAsked(of, candidate.sentence) ? [{ of, candidate, acts }] : [];
      }),
    );
  const told = [...fitted, ...worded].map(sentencesOf);
  const isIn = (fold: number) => (one: { of: GoldPage }) => foldOf(one.of) === fold;
  const isOut = (fold: number) => (one: { of: GoldPage }) => foldOf(one.of) !== fold;
  /** What each fold says by models of the others; pages of no group by the models of all. */
  const acrossFolds = <T extends { of: GoldPage }, R, M>(list: readonly T[], fit: (part: T[]) => M, use: (part: T[], model: M) => R[]) => {
    const all = fit([...list]);
    return { all, out: [...folds, -1].flatMap((fold) => use(list.filter(isIn(fold)), fold < 0 ? all : fit(list.filter(isOut(fold))))) };
  };
  const types = acrossFolds(told, typesFit, candidatesOf);
  const party = acrossFolds(types.out, partyFit, (part, model) => judgedOf(part, model, null));
  const decide = acrossFolds(party.out, decideFit, (part, model) =>
    part.map((one) => ({ ...one, probability: mixedModel(model)(valuesOf(one.x)) })),
  );
  const lang = languages[0] as string;
  const onTrain = shownOf(
    decide.out.filter(({ of }) => of.only === null && groups.includes(of.group)),
    lang,
  );
  const onOther = Object.entries(measured).map(([set, pages]) => {
    const candidates = candidatesOf(pages.map(sentencesOf), types.all);
    const shown = shownOf(judgedOf(candidates, party.all, decide.all), lang);
    return { set, pages, shown, curve: curveOf(pages, shown) };
  });
  const isStory = ({ group }: GoldPage) => stories.some(({ id }) => id === group);
  const ofPages = (pages: readonly GoldPage[]) =>
    curveOf(
      pages,
      onTrain.filter(({ of }) => pages.includes(of)),
    );
  const curves = { train: ofPages(fitted.filter((one) => !isStory(one))), stories: ofPages(fitted.filter(isStory)) };
  for (const [set, curve] of [...Object.entries(curves), ...onOther.map(({ set, curve }) => [set, curve] as const)])
    console.log(name, set, JSON.stringify(curve));
  if (!write) return;
  const models: AnswerModels = { types: types.all.map(rounded), party: rounded(party.all), decide: rounded(decide.all) };
  for (const [lang, table] of tables) writeTable(lang, { ...table, ...(lang === "en" && { models }) });
  if (name !== "en") writeFileSync(new URL("../../../workers/public/answers/models.json", import.meta.url), `${JSON.stringify(models)}\n`);
  const judgements = (list: readonly Judged[]) => reliability(list.map((one) => ({ p: one.probability, right: isRight(one) })));
  const [first] = onOther;
  if (name === "en") writeReliability("act, its party and type", judgements(onTrain), judgements(first?.shown ?? []));
  const figures: Figures = {
    command: `node test/eval/rumours/fit-answers.ts ${name} --write`,
    fittedOn: `${groups.length} rumours and stories of ours, ${fitted.length} pages, ${fitted.flatMap(actsOf).length} acts`,
    folds: `${FOLDS} by rumour`,
    train: curveOf(fitted, onTrain),
    dev: first?.curve ?? [],
  };
  writeFit("shared/read/gates/answer-weights.json", { [name]: figures });
}
for (const name of Object.keys(FAMILIES))
  if (!["en", "others"].some((one) => one !== name && process.argv.includes(one))) await fitFamily(name, process.argv.includes("--write"));
