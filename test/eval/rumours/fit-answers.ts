/**
 * Fits which sentences of pages in other languages than English answer a claim, and who answers: node test/eval/rumours/fit-answers.ts [--write]. The tables of words
 * are fitted on sentences of ours (data/answers) and on the half of our stories that is there to fit, the models of the party and of the decision on these
 * stories, with words that other stories were fitted on.
 */
import { writeFileSync } from "node:fs";
import type { Party } from "../../../shared/model/party.ts";
import type { ReadResponse } from "../../../shared/model/reading.ts";
import type { TextAnalysis } from "../../../shared/read/analysis.ts";
import { analysisOf } from "../../../shared/read/attribution/statements.ts";
import { ANSWER_LANGUAGES, type AnswerWords, answerWordsOf } from "../../../shared/read/gates/answer-words.ts";
import {
  type AnswerablePage,
  type AnswerCandidate,
  type AnsweringParty,
  answerCandidates,
  chosen,
  modelOf,
  partyOf,
  withParty,
} from "../../../shared/read/gates/answers.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";
import { shared, stemsOf } from "../../../shared/text/stem-overlap.ts";
import { type GoldDocument, type Rumour, rumoursOf, storiesOf, words } from "./data.ts";
import { type Curve, type Figures, readable, share, writeFit } from "./figures.ts";
import { fit } from "./logistic.ts";
import {
  actsIn as actsOf,
  fittedWords,
  fitWords,
  type LabelledSentence,
  labelled as labelledOf,
  sentencesIn,
  writeTable,
} from "./word-model.ts";

const LANGUAGES = ANSWER_LANGUAGES.filter((lang) => lang !== "en");
const [FOLDS, PENALTY] = [5, 1];
/** From here on an answer waits for a person; with what rules read too, less is enough. */
const [THRESHOLD, WITH_RULE] = [0.25, 0.1];
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
      const passage = analysis.sentences.reduce((best, one) => (onClaim(one.text, story) > onClaim(best, story) ? one.text : best), "");
      const byRules = responsesToKnown([{ text: story.claim, passage }], reading, reading.claims, kind === "press_release");
      return [{ story, document, lang: base, page: { analysis, claim: story.claim, byRules, kind } }];
    }),
  );
}
const onClaim = (text: string, { claim }: Rumour) => shared(stemsOf(claim), stemsOf(text));

const actsIn = ({ document }: GoldPage, text: string) => actsOf(document, text);
type Act = ReturnType<typeof actsIn>[number];
const namesOf = ({ name, description, affiliation, role }: Party) => [name, description, affiliation, role];
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

interface GoldCandidate {
  of: GoldPage;
  candidate: AnswerCandidate;
  acts: Act[];
}
const candidatesOf = (list: readonly GoldPage[], tablesOf: (page: GoldPage) => ReadonlyMap<string, AnswerWords>): GoldCandidate[] =>
  list.flatMap((of) => {
    const table = tablesOf(of).get(of.lang);
    if (!table) return [];
    return answerCandidates(of.page, table).map((candidate) => ({
      of,
      candidate,
      acts: actsIn(of, of.page.analysis.sentences[candidate.sentence]?.text ?? ""),
    }));
  });
const candidates = {
  fit: candidatesOf(pages.fit, (page) => without[foldOf(page)] ?? whole),
  measure: candidatesOf(pages.measure, () => whole),
  lang: candidatesOf(pages.lang, () => whole),
};

type Named = Record<string, number>;
const named = (names: readonly string[], values: readonly number[]): Named =>
  Object.fromEntries([...names.map((name, i) => [name, Number(values[i]?.toFixed(2))]), ["intercept", Number(values.at(-1)?.toFixed(2))]]);
const valuesOf = (x: AnsweringParty["x"]) => x.map(([, value]) => Number(value));
function partyFit(list: readonly GoldCandidate[]): Named {
  const all = list.flatMap(({ of, candidate, acts }) =>
    acts.length
      ? candidate.parties.map(({ party, x }) => ({ x, y: Number(acts.some((act) => isBy(party, act))) as 0 | 1, group: of.story.id }))
      : [],
  );
  const names = all[0]?.x.map(([name]) => name) ?? [];
  return named(
    names,
    fit(
      all.map(({ x, y, group }) => ({ x: valuesOf(x), y, group })),
      PENALTY,
    ),
  );
}
interface Judged extends GoldCandidate {
  party: AnsweringParty;
  x: AnsweringParty["x"];
  right: boolean;
}
type Sure = Judged & { probability: number };
const judgedBy = (list: readonly GoldCandidate[], party: Named): Judged[] =>
  list.flatMap((one) => {
    const likeliest = partyOf(one.candidate, modelOf(party));
    if (!likeliest) return [];
    const right = one.acts.some((act) => isOfType(one.candidate.type, act) && isBy(likeliest.near.party, act));
    return [{ ...one, party: likeliest.near, x: withParty(one.candidate, likeliest), right }];
  });
const decideFit = (list: readonly Judged[]): Named =>
  named(
    list[0]?.x.map(([name]) => name) ?? [],
    fit(
      list.map(({ x, right, of }) => ({ x: valuesOf(x), y: Number(right) as 0 | 1, group: of.story.id })),
      PENALTY,
    ),
  );
const party = partyFit(candidates.fit);
const judged = {
  fit: folds.flatMap((fold) => {
    const [own, others] = [candidates.fit.filter(({ of }) => foldOf(of) === fold), candidates.fit.filter(({ of }) => foldOf(of) !== fold)];
    const theirs = partyFit(others);
    const model = modelOf(decideFit(judgedBy(others, theirs)));
    return judgedBy(own, theirs).map((one): Sure => ({ ...one, probability: model(one.x) }));
  }),
  measure: [] as Sure[],
  lang: [] as Sure[],
};
const decide = decideFit(judgedBy(candidates.fit, party));
for (const set of ["measure", "lang"] as const)
  judged[set] = judgedBy(candidates[set], party).map((one) => ({ ...one, probability: modelOf(decide)(one.x) }));

function counts(set: keyof typeof judged, threshold: number, withRule: number) {
  const shown = [...Map.groupBy(judged[set], ({ of }) => of).values()].flatMap((own) => chosen(own, { threshold, withRule }));
  const isAct = (one: Judged, act: Act) => isOfType(one.candidate.type, act) && isBy(one.party.party, act);
  const acts = pages[set].flatMap((page) => (page.document.responses ?? []).map((act) => ({ page, act })));
  const found = acts.filter(({ page, act }) => shown.some((one) => one.of === page && isAct(one, act))).length;
  const right = shown.filter((one) => (one.of.document.responses ?? []).some((act) => isAct(one, act))).length;
  return { found, acts: acts.length, right, shown: shown.length };
}
function byRules(set: keyof typeof judged) {
  const isAct = (one: ReadResponse, act: Act) => isOfType(one.type, act) && isBy(one.actor, act);
  const shown = pages[set].flatMap(({ page, document }) => page.byRules.map((one) => ({ one, acts: document.responses ?? [] })));
  const found = pages[set].reduce(
    (sum, { page, document }) => sum + (document.responses ?? []).filter((act) => page.byRules.some((one) => isAct(one, act))).length,
    0,
  );
  return { found, right: shown.filter(({ one, acts }) => acts.some((act) => isAct(one, act))).length, shown: shown.length };
}
const THRESHOLDS = [0.15, 0.2, THRESHOLD, 0.3, 0.35, 0.4, 0.5];
for (const set of ["fit", "measure", "lang"] as const) {
  console.log(set, "rules", JSON.stringify(byRules(set)));
  for (const t of THRESHOLDS) console.log(set, t, JSON.stringify(counts(set, t, WITH_RULE)));
}
console.log(JSON.stringify({ party, decide }, null, 1));
if (process.argv.includes("--write")) {
  const curve = (set: keyof typeof judged): Curve =>
    THRESHOLDS.map((t) => {
      const { found, acts, right, shown } = counts(set, t, WITH_RULE);
      return [t, share(right, shown), share(found, acts)];
    });
  const figures: Figures = {
    command: "node test/eval/rumours/fit-answers.ts --write",
    fittedOn: `${stories.length} of our stories, ${pages.fit.length} pages in six languages`,
    folds: `${FOLDS} by story`,
    train: curve("fit"),
    dev: curve("measure"),
  };
  writeFileSync(
    new URL("../../../shared/read/gates/answer-weights.json", import.meta.url),
    readable({ threshold: THRESHOLD, withRule: WITH_RULE, party, decide }),
  );
  for (const [lang, table] of tables) writeTable(lang, table);
  writeFit("shared/read/gates/answer-weights.json", figures);
}
