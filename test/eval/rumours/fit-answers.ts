/**
 * Fits which sentences of pages in other languages than English answer a claim, and who answers: node test/eval/rumours/fit-answers.ts [--write]. The
 * tables of words are fitted on sentences of ours (data/answers) and on the half of our stories that is there to fit, the models of the party and of
 * the decision on these stories, with words that other stories were fitted on, and on plain wordings of answers.
 */
import { writeFileSync } from "node:fs";
import type { Party } from "../../../shared/model/party.ts";
import type { TextAnalysis } from "../../../shared/read/analysis.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { ANSWER_LANGUAGES, ANSWERS, type AnswerModels, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import { type AnswerablePage, type AnsweringSentence, answeringSentences } from "../../../shared/read/gates/answering-sentences.ts";
import {
  type AnswerCandidate,
  type AnsweringParty,
  answerCandidates,
  chosen,
  partyOf,
  typedBy,
  withParty,
} from "../../../shared/read/gates/answers.ts";
import { type Mixed, type Model, mixedModel, valuesOf } from "../../../shared/read/gates/forest.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { linesOf } from "../../support/fixtures.ts";
import { mixed, rounded, writeModels } from "./boost.ts";
import { type GoldDocument, type Rumour, rumoursOf, storiesOf, words } from "./data.ts";
import { type Curve, type Figures, share, writeFit } from "./figures.ts";
import {
  actsIn as actsOf,
  fittedWords,
  fitWords,
  type LabelledSentence,
  labelled as labelledOf,
  sentencesIn,
  writeTable,
} from "./word-model.ts";
import { type Frames, wordings } from "./wordings.ts";

const LANGUAGES = ANSWER_LANGUAGES.filter((lang) => lang !== "en");
const FOLDS = 5;
/** From here on an answer waits for a person; where a cue tells the act of its subject, less is enough. */
const [THRESHOLD, WITH_CUE] = [0.28, 0.12];
const w = await words();

interface GoldPage {
  story: Rumour;
  document: GoldDocument;
  lang: string;
  page: AnswerablePage;
}
function pagesOf(stories: readonly Rumour[]): GoldPage[] {
  return stories.flatMap((story) =>
    story.documents.flatMap((document): GoldPage[] => {
      const { kind = "article", title = null, text, lang = "", outlet } = document;
      const base = lang.slice(0, 2);
      if (!document.about || !text || !LANGUAGES.includes(base) || kind === "post") return [];
      const reading = readDocument({ kind, url: null, title, text, html: null, lang, publishedAt: null, author: null } as never);
      const sender = kind === "press_release" ? { release: { site: outlet } } : { publisher: outlet };
      const analysis = { ...analysisOf(reading.document), ...sender } as TextAnalysis;
      return [{ story, document, lang: base, page: { analysis, claim: story.claim, kind } }];
    }),
  );
}

const actsIn = ({ document }: GoldPage, text: string) => actsOf(document, text);
type Act = ReturnType<typeof actsIn>[number];
/** The names by which the scorer takes a party to be shown. */
const namesOf = ({ kind, name, description, affiliation }: Party) =>
  kind === "person" ? [name, description, affiliation] : [name ?? description];
const isBy = (party: Party, act: Act) => w.anyName(namesOf(party), [act.actor, ...(act.alsoActor ?? [])]);
const isOfType = (type: string, act: Act) => [act.type, ...(act.alsoType ?? [])].includes(type);

const labelled = (pages: readonly GoldPage[]): LabelledSentence[] =>
  pages.flatMap(({ document, page }) => labelledOf(document, page.analysis.sentences));

const pages = { fit: pagesOf(storiesOf("fit")), measure: pagesOf(storiesOf("measure")), lang: pagesOf(rumoursOf("lang")) };
const stories = [...new Set(pages.fit.map(({ story }) => story.id))];
const foldOf = ({ story }: GoldPage) => stories.indexOf(story.id) % FOLDS;
const folds = [...Array(FOLDS).keys()];
const tables = new Map(
  LANGUAGES.map((lang) => [lang, fitWords([...sentencesIn(lang), ...labelled(pages.fit.filter((one) => one.lang === lang))])]),
);
const whole = new Map([...tables].map(([lang, table]) => [lang, answerWordsOf(table)]));
const without = folds.map(
  (fold) =>
    new Map(
      LANGUAGES.map((lang) => [
        lang,
        fittedWords([...sentencesIn(lang), ...labelled(pages.fit.filter((one) => one.lang === lang && foldOf(one) !== fold))]),
      ]),
    ),
);

/** Plain wordings of answers (data/rewordings.jsonl) as documents to fit on, one of so many: our stories have few. */
const [EVERY, WORDED_WEIGHT, NO_ANSWER_WEIGHT] = [5, 0.3, 0.3];
const worded = wordings(linesOf<Frames>(new URL("../data/rewordings.jsonl", import.meta.url))).filter((_, i) => i % EVERY === 0);
/** The same where what is told is an answer to another claim. */
const elsewhere = worded.flatMap((one, i) => {
  const other = worded.slice(i + 1).find(({ lang, claim }) => lang === one.lang && claim !== one.claim);
  const isOther = other && ["denial", "confirmation"].includes(other.type) && /(?<!\p{L})C(?!\p{L})/u.test(other.frame);
  return isOther ? [{ ...one, text: one.text.replace(one.sentence, () => other.sentence), sentence: null }] : [];
});
/** What a text says of a claim in its own voice (data/own-voice.jsonl): nobody answers there. */
interface OwnVoice {
  lang: string;
  intro: string[];
  filler: string;
  claims: [clause: string, sentences: string[]][];
}
const ownVoice = linesOf<OwnVoice>(new URL("../data/own-voice.jsonl", import.meta.url)).flatMap(({ lang, intro, filler, claims }) =>
  claims.flatMap(([claim, sentences]) =>
    sentences.map((sentence, i) => {
      const first = (intro[i % intro.length] ?? "").replace(/C(?=[.。])/u, () => claim);
      return { lang, claim, text: [first, sentence, filler].join("\n\n"), responses: [] };
    }),
  ),
);
const wordedPages = pagesOf(
  [
    ...[...worded, ...elsewhere].map(({ sentence, type, known, ...one }) => ({
      ...one,
      responses: sentence ? [{ type, actor: known, quote: sentence }] : [],
    })),
    ...ownVoice,
  ].map(
    ({ lang, claim, text, responses }) =>
      ({
        id: responses.length ? "wordings" : "no answers",
        claim,
        documents: [{ about: true, kind: "article", lang, text, responses }],
      }) as unknown as Rumour,
  ),
);
const weightOf = ({ story }: GoldPage) => ({ wordings: WORDED_WEIGHT, "no answers": NO_ANSWER_WEIGHT })[story.id] ?? 1;

interface GoldSentences {
  of: GoldPage;
  sentences: AnsweringSentence[];
}
const sentencesOf = (list: readonly GoldPage[], tablesOf: (page: GoldPage) => ReadonlyMap<string, AnswerWords>): GoldSentences[] =>
  list.flatMap((of) => {
    const table = tablesOf(of).get(of.lang);
    return table ? [{ of, sentences: answeringSentences(of.page, table) }] : [];
  });
const told = {
  fit: sentencesOf(pages.fit, (page) => without[foldOf(page)] ?? whole),
  worded: sentencesOf(wordedPages, () => whole),
  measure: sentencesOf(pages.measure, () => whole),
  lang: sentencesOf(pages.lang, () => whole),
};
const textOf = ({ page }: GoldPage, sentence: number) => page.analysis.sentences[sentence]?.text ?? "";

const FORESTS = { trees: 80, rate: 0.08, minWeight: 10, lambda: 5 };
const fitType = mixed({ ...FORESTS, trees: 60, depth: 3 }, 1);
const typesFit = (list: readonly GoldSentences[]): Mixed[] => {
  const rows = list.flatMap(({ of, sentences }) =>
    sentences.map(({ index, odds, x }) => ({
      acts: actsIn(of, textOf(of, index)),
      row: { x: valuesOf([...odds, ...x]), group: of.story.id, weight: weightOf(of) },
    })),
  );
  return ANSWERS.slice(1).map((type) =>
    fitType(rows.map(({ acts, row }) => ({ ...row, y: Number(acts.some((act) => isOfType(type, act))) as 0 | 1 }))),
  );
};

interface GoldCandidate {
  of: GoldPage;
  candidate: AnswerCandidate;
  acts: Act[];
}
const candidatesOf = (list: readonly GoldSentences[], models: readonly Model[]): GoldCandidate[] =>
  list.flatMap(({ of, sentences }) =>
    answerCandidates(of.page, typedBy(sentences, models)).map((candidate) => ({
      of,
      candidate,
      acts: actsIn(of, textOf(of, candidate.sentence)),
    })),
  );
const types = typesFit(told.fit);
const candidates = {
  fit: folds.flatMap((fold) => {
    const models = typesFit(told.fit.filter(({ of }) => foldOf(of) !== fold)).map(mixedModel);
    return candidatesOf(
      told.fit.filter(({ of }) => foldOf(of) === fold),
      models,
    );
  }),
  worded: candidatesOf(told.worded, types.map(mixedModel)),
  measure: candidatesOf(told.measure, types.map(mixedModel)),
  lang: candidatesOf(told.lang, types.map(mixedModel)),
};

const [fitParty, fitDecision] = [mixed({ ...FORESTS, depth: 4 }, 1), mixed({ ...FORESTS, depth: 3 }, 1)];
const partyFit = (list: readonly GoldCandidate[]): Mixed =>
  fitParty(
    list.flatMap(({ of, candidate, acts }) =>
      acts.length
        ? candidate.parties.map(({ near, x }) => ({
            x: valuesOf(x),
            y: Number(acts.some((act) => isBy(near.party, act))) as 0 | 1,
            group: of.story.id,
            weight: weightOf(of),
          }))
        : [],
    ),
  );
interface Judged extends GoldCandidate {
  party: AnsweringParty;
  x: AnsweringParty["x"];
  right: boolean;
}
type Sure = Judged & { probability: number };
const judgedBy = (list: readonly GoldCandidate[], party: Mixed): Judged[] =>
  list.flatMap((one) => {
    const likeliest = partyOf(one.candidate, mixedModel(party));
    if (!likeliest) return [];
    const right = one.acts.some((act) => isOfType(one.candidate.type, act) && isBy(likeliest.party.near.party, act));
    return [{ ...one, party: likeliest.party, x: withParty(one.candidate, likeliest), right }];
  });
const decideFit = (list: readonly Judged[]): Mixed =>
  fitDecision(list.map(({ x, right, of }) => ({ x: valuesOf(x), y: Number(right) as 0 | 1, group: of.story.id, weight: weightOf(of) })));
const party = partyFit([...candidates.fit, ...candidates.worded]);
const judged = {
  fit: folds.flatMap((fold) => {
    const [own, others] = [
      candidates.fit.filter(({ of }) => foldOf(of) === fold),
      [...candidates.fit.filter(({ of }) => foldOf(of) !== fold), ...candidates.worded],
    ];
    const theirs = partyFit(others);
    const model = mixedModel(decideFit(judgedBy(others, theirs)));
    return judgedBy(own, theirs).map((one): Sure => ({ ...one, probability: model(valuesOf(one.x)) }));
  }),
  measure: [] as Sure[],
  lang: [] as Sure[],
};
const decide = decideFit(judgedBy([...candidates.fit, ...candidates.worded], party));
for (const set of ["measure", "lang"] as const)
  judged[set] = judgedBy(candidates[set], party).map((one) => ({ ...one, probability: mixedModel(decide)(valuesOf(one.x)) }));

function counts(set: keyof typeof judged, threshold: number) {
  const shown = [...Map.groupBy(judged[set], ({ of }) => of).values()].flatMap((own) =>
    chosen(own, { threshold, withCue: Math.min(threshold, WITH_CUE) }),
  );
  const isAct = (one: Judged, act: Act) => isOfType(one.candidate.type, act) && isBy(one.party.near.party, act);
  const acts = pages[set].flatMap((page) => (page.document.responses ?? []).map((act) => ({ page, act })));
  const found = acts.filter(({ page, act }) => shown.some((one) => one.of === page && isAct(one, act))).length;
  const right = shown.filter((one) => (one.of.document.responses ?? []).some((act) => isAct(one, act))).length;
  return { found, acts: acts.length, right, shown: shown.length };
}
const THRESHOLDS = [0.15, 0.2, 0.25, THRESHOLD, 0.3, 0.35, 0.4, 0.5];
for (const set of ["fit", "measure", "lang"] as const) for (const t of THRESHOLDS) console.log(set, t, JSON.stringify(counts(set, t)));
if (process.argv.includes("--write")) {
  const curve = (set: keyof typeof judged): Curve =>
    THRESHOLDS.map((t) => {
      const { found, acts, right, shown } = counts(set, t);
      return [t, share(right, shown), share(found, acts)];
    });
  const figures: Figures = {
    command: "node test/eval/rumours/fit-answers.ts --write",
    fittedOn: `${stories.length} of our stories, ${pages.fit.length} pages in six languages`,
    folds: `${FOLDS} by story`,
    train: curve("fit"),
    dev: curve("measure"),
  };
  writeModels("answer-weights.json", { threshold: THRESHOLD, withCue: WITH_CUE });
  const models: AnswerModels = { types: types.map(rounded), party: rounded(party), decide: rounded(decide) };
  writeFileSync(new URL("../../../workers/public/answers/models.json", import.meta.url), `${JSON.stringify(models)}\n`);
  for (const [lang, table] of tables) writeTable(lang, table);
  writeFit("shared/read/gates/answer-weights.json", figures);
}
