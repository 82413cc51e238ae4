/**
 * Fits workers/public/models/stance.json on the train splits, deterministically (a quarter of an hour of CPU).
 *   node test/eval/fit-stance.ts                             fits and writes
 *   node test/eval/fit-stance.ts --only thread|article|titled   fits one of the networks and keeps the others
 *   node test/eval/fit-stance.ts --folds                     only reports: cross-validation on train, and dev
 *   node test/eval/fit-stance.ts --options '{"units":8}'     with other options
 * A fold holds out whole events, topics and rumours, because what is read later is about other news than the train set.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { softmax } from "../../shared/logistic.ts";
import { type Claim, claimOf } from "../../shared/read/stance/claim.ts";
import { threadFeatures } from "../../shared/read/stance/features.ts";
import { logits, type Network } from "../../shared/read/stance/network.ts";
import { documentFeatures } from "../../shared/read/stance/stance.ts";
import { type Curve, type Reliability, readable, reliability, share, writeFit, writeReliability } from "./rumours/figures.ts";
import { type RumourDocument, rumourDocuments, textKey } from "./rumours.ts";
import { articleCases, type Case, f1, fncScore, threadCases, threadLabels } from "./stance.ts";
import { at, type Example, fit, type Options } from "./stance-training.ts";

/**
 * Steps of the weights: a step of 0.06 takes three quarters of the bytes of 0.02. Of articles dev is as good within two cases by steps of 0.005 to
 * 0.06; threads lose 0.01 of the F1 of denials by 0.06.
 */
const [FINE, COARSE] = [0.02, 0.06];
const THREAD: Options = {
  step: FINE,
  networks: 3,
  units: 8,
  epochs: 18,
  rate: 0.003,
  drop: 0.5,
  decay: 0.5,
  balance: 1,
  doubt: { share: 0.6, weight: 0.4 },
  seed: 30,
};
const ARTICLE: Options = {
  step: COARSE,
  sparse: true,
  networks: 1,
  units: 48,
  epochs: 15,
  rate: 0.003,
  drop: 0.1,
  dropFeatures: 0.05,
  decay: 0.01,
  balance: 0.75,
  seed: 7,
  teacher: { networks: 4, units: 48, epochs: 12, rate: 0.003, drop: 0.4, dropFeatures: 0.1, decay: 0.03, balance: 0.75 },
};
const TITLED: Options = {
  step: COARSE,
  networks: 4,
  units: 10,
  epochs: 6,
  rate: 0.003,
  drop: 0.5,
  dropFeatures: 0.3,
  decay: 0.03,
  balance: 0,
};

const ARTICLE_LABELS = ["support", "deny", "observe", "unrelated"];
const TITLED_LABELS = ["support", "deny", "query", "observe", "unrelated"];
const FROM_FNC: Record<string, string[]> = {
  agree: ["support"],
  disagree: ["deny"],
  discuss: ["observe", "query"],
  unrelated: ["unrelated"],
};
const FROM_RUMOURS: Record<string, string> = { report: "observe" };

/**
 * Weights of the titled network's examples: an annotated document in whole, its headline or text alone, and an article of FNC-1 with the headline of
 * an annotated one.
 */
const RUMOUR_WEIGHT = 40;
const PART_SHARE = 0.4;
const QUERY_SHARE = 2;
const BORROWED_TITLE_WEIGHT = 0.3;
/** Share of the unrelated pairs of FNC-1 that the titled network is fitted on: documents are asked for a stance after they were linked. */
const UNRELATED_SHARE = 0.15;
/** Share of them that the network for texts is fitted on: three in four pairs are unrelated, and easily told. */
const UNRELATED_TEXT_SHARE = 0.34;
/** Weight of an annotated document's text among the pairs of FNC-1. */
const ANNOTATED_TEXT_WEIGHT = 4;
/** How frequent each label of FNC-1 is. */
const FNC_SHARES: Record<string, number> = { agree: 0.15, disagree: 0.035, discuss: 0.35, unrelated: 0.5 };

interface Judged {
  scores: number[];
  gold: string;
  accepted?: string[];
}
interface Labelled extends Example {
  gold: string;
  /** False of what is only judged. */
  fitted?: boolean;
  accepted?: string[];
}

/** A network with what it was fitted on and how well it judges texts that it did not see: of train by folds, and of dev. */
interface Fitted extends Network {
  reliability: { train: Reliability; dev: Reliability };
  fit: { fittedOn: string; folds: string; train: Record<string, unknown>; dev: Record<string, unknown> };
}

const started = performance.now();
const say = (what: string, value: unknown) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s  ${what} ${JSON.stringify(value)}`);
const argument = (name: string) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const hash = (text: string) => [...text].reduce((h, ch) => (Math.imul(h, 31) + (ch.codePointAt(0) ?? 0)) >>> 0, 7);

const best = (scores: number[], bias: number[]) => scores.reduce((b, s, c) => (s + at(bias, c) > at(scores, b) + at(bias, b) ? c : b), 0);
const pairsOf = (judged: Judged[], bias: number[], labels: string[]) =>
  judged.map(({ scores, gold }): [string, string] => [gold, labels[best(scores, bias)] ?? ""]);
const macro = (labels: string[]) => (pairs: [string, string][]) => f1(pairs, labels)["macroF1"] ?? 0;

/** The bias of denials alone that does best by `measure` on judgements of texts that the network did not see. */
function tuneDenial(judged: Judged[], labels: string[], measure: (pairs: [string, string][]) => number): number[] {
  let [found, top]: [number[], number] = [[], -1];
  for (let value = -20; value <= 12; value++) {
    const bias = labels.map((label) => (label === "deny" ? value / 10 : 0));
    const reached = measure(pairsOf(judged, bias, labels));
    if (reached > top + 0.0005) [found, top] = [bias, reached];
  }
  return found;
}

/** The bias by label, of all but the last, that does best. */
function tune(judged: Judged[], labels: string[], measure: (pairs: [string, string][]) => number): number[] {
  let [found, top]: [number[], number] = [labels.map(() => 0), -1];
  // The last label is the commonest: the others may all have to give way together.
  for (const start of [0, -0.4, -0.8, -1.2]) {
    let bias = labels.map((_, i) => (i < labels.length - 1 ? start : 0));
    let reached = measure(pairsOf(judged, bias, labels));
    for (let round = 0; round < 2; round++)
      for (let c = 0; c < labels.length - 1; c++)
        for (let value = -2; value <= 1.21; value += 0.2) {
          const tried = bias.map((b, i) => (i === c ? Math.round(value * 10) / 10 : b));
          const got = measure(pairsOf(judged, tried, labels));
          if (got > reached + 0.0005) [reached, bias] = [got, tried];
        }
    if (reached > top) [found, top] = [bias, reached];
  }
  return found;
}

/** Whether a network is as sure of the label that it chooses as it is right. */
const reliabilityOf = (judged: Judged[], bias: number[], labels: string[]): Reliability =>
  reliability(
    judged.map(({ scores, gold, accepted }) => {
      const chosen = best(scores, bias);
      const p = softmax(scores.map((score, c) => score + at(bias, c)));
      return { p: at(p, chosen), right: [gold, ...(accepted ?? [])].includes(labels[chosen] ?? "") };
    }),
  );

const judge = (network: Network, { features, gold, accepted }: Labelled): Judged => ({
  scores: logits(network, features),
  gold,
  ...(accepted ? { accepted } : {}),
});

/** Judges each train example by a network that saw none of its fold. */
function folds(examples: Labelled[], labels: string[], o: Options, foldOf: (e: Labelled) => number, judged: (e: Labelled) => boolean) {
  const out: Judged[] = [];
  for (const fold of new Set(examples.map(foldOf))) {
    const others = examples.filter((e) => foldOf(e) !== fold && e.fitted !== false);
    const network = fit(others, labels, o);
    for (const e of examples) if (foldOf(e) === fold && judged(e)) out.push(judge(network, e));
  }
  return out;
}

/** Names the topic of a body: bodies and headlines that any related pair of FNC-1 or a rumour joins are of one. */
function topicsOf(cases: Case[], rumours: RumourDocument[]): (text: string) => string {
  const up = new Map<string, string>();
  const find = (a: string): string => {
    let top = a;
    for (let next = up.get(top); next !== undefined; next = up.get(top)) top = next;
    return top;
  };
  const join = (a: string, b: string) => {
    const [one, other] = [find(a), find(b)];
    if (one !== other) up.set(one, other);
  };
  for (const c of cases) if (c.gold !== "unrelated") join(`claim ${c.about}`, `text ${textKey(c.text)}`);
  for (const d of rumours) join(`rumour ${d.rumour}`, `text ${textKey(d.text)}`);
  return (text) => find(`text ${textKey(text)}`);
}

function fitThread(o: Options): Fitted {
  const examples = threadCases().map((c) => ({
    features: threadFeatures(c.text, c.root, c.parent),
    allowed: [threadLabels.indexOf(c.gold)],
    gold: c.gold,
    group: c.group,
    split: c.split,
  }));
  const train = examples.filter((e) => e.split === "train");
  const events = new Map<string, number>();
  for (const e of train) events.set(e.group, (events.get(e.group) ?? 0) + 1);
  // Events of under 300 posts together make a fold.
  const foldOf = (e: Labelled) => ((events.get(e.group) ?? 0) < 300 ? -1 : [...events.keys()].indexOf(e.group));
  const judged = folds(train, threadLabels, o, foldOf, () => true);
  const bias = tune(judged, threadLabels, (pairs) => macro(threadLabels)(pairs) + (f1(pairs, threadLabels)["deny"] ?? 0) / 4);
  const onTrain = f1(pairsOf(judged, bias, threadLabels), threadLabels);
  say(`threads, folds by event, bias ${bias}`, onTrain);
  const network = { ...fit(train, threadLabels, o), bias };
  const dev = examples.filter((e) => e.split === "dev").map((e) => judge(network, e));
  const onDev = f1(pairsOf(dev, [], threadLabels), threadLabels);
  say("threads, dev", onDev);
  return {
    ...network,
    reliability: { train: reliabilityOf(judged, bias, threadLabels), dev: reliabilityOf(dev, [], threadLabels) },
    fit: { fittedOn: `RumourEval 2019: ${train.length} posts`, folds: "by event", train: onTrain, dev: onDev },
  };
}

const claims = new Map<string, Claim>();
function featuresOf(text: string | null, title: string | null, claim: string) {
  const known = claims.get(claim) ?? claimOf(claim);
  claims.set(claim, known);
  return documentFeatures(text, title, known);
}
/** The text of the rumours that figures are told on is in the train split of FNC-1 as well: the titled network is not fitted on it. */
const unseen = () => new Set(rumourDocuments("dev").map((d) => textKey(d.text)));

const fncFigures = (judged: Judged[], bias: number[]) => {
  const toFnc: Record<string, string> = { support: "agree", deny: "disagree", unrelated: "unrelated" };
  const labels = ["agree", "disagree", "discuss", "unrelated"];
  const pairs = pairsOf(judged, bias, ARTICLE_LABELS).map(([gold, label]): [string, string] => [gold, toFnc[label] ?? "discuss"]);
  return { fncScore: fncScore(pairs), ...f1(pairs, labels) };
};

/** Pairs of FNC-1, and the text of annotated documents of rumours, whose denials are of more topics. */
function articleExamples(): Labelled[] {
  const cases = articleCases();
  const documents = rumourDocuments("train").filter((d) => d.stance !== null);
  const topicOf = topicsOf(
    cases.filter((c) => c.split === "train"),
    documents,
  );
  const fromRumours: Record<string, string> = { support: "agree", deny: "disagree" };
  return [
    ...cases.map((c) => ({ text: c.text, claim: c.about, gold: c.gold, split: c.split, weight: 1 })),
    ...documents.map((d) => ({
      text: d.text,
      claim: d.claim,
      gold: fromRumours[d.stance ?? ""] ?? "discuss",
      split: "rumours",
      weight: ANNOTATED_TEXT_WEIGHT,
    })),
  ].map(({ text, claim, gold, split, weight }) => ({
    features: featuresOf(text, null, claim),
    allowed: [ARTICLE_LABELS.indexOf(FROM_FNC[gold]?.[0] ?? "")],
    weight,
    gold,
    group: split === "dev" ? "" : topicOf(text),
    split,
    fitted: gold !== "unrelated" || hash(claim + textKey(text)) % 100 < UNRELATED_TEXT_SHARE * 100,
  }));
}

function fitArticle(o: Options): Fitted {
  const examples = articleExamples();
  const train = examples.filter((e) => e.split !== "dev");
  const judged = folds(
    train,
    ARTICLE_LABELS,
    o,
    (e) => hash(e.group) % 3,
    (e) => e.split === "train",
  );
  // Other biases gain on folds and lose on other topics (dev).
  const bias = tuneDenial(judged, ARTICLE_LABELS, (pairs) => {
    const toFnc = (label: string) => Object.keys(FROM_FNC).find((key) => FROM_FNC[key]?.[0] === label) ?? "";
    const named = pairs.map(([gold, label]): [string, string] => [gold, toFnc(label)]);
    // As for threads: denials are what readers look for, and the rarest.
    return macro(Object.keys(FROM_FNC))(named) + (f1(named, Object.keys(FROM_FNC))["disagree"] ?? 0) / 4;
  });
  const onTrain = fncFigures(judged, bias);
  say("articles, folds by topic, no bias", fncFigures(judged, []));
  say(`articles, folds by topic, bias ${bias}`, onTrain);
  const fitted = train.filter((e) => e.fitted);
  const network = { ...fit(fitted, ARTICLE_LABELS, o), bias };
  const dev = examples.filter((e) => e.split === "dev").map((e) => judge(network, e));
  const unbiased = bias.map((b) => -b);
  say("articles, dev, no bias", fncFigures(dev, unbiased));
  const onDev = fncFigures(dev, []);
  say("articles, dev", onDev);
  const fittedOn = `FNC-1 and annotated rumours: ${fitted.length} texts with a claim`;
  const named = Object.keys(FROM_FNC);
  return {
    ...network,
    reliability: { train: reliabilityOf(judged, bias, named), dev: reliabilityOf(dev, [], named) },
    fit: { fittedOn, folds: "3 by topic", train: onTrain, dev: onDev },
  };
}

/** An annotated document in whole, and its text and its headline alone. */
function rumourExamples(d: RumourDocument, split: string, group: string): Labelled[] {
  const gold = d.stance === null ? "unrelated" : (FROM_RUMOURS[d.stance] ?? d.stance);
  const parts: [string | null, string | null, number][] = [
    [d.text, d.title, 1],
    [d.text, null, PART_SHARE],
    [null, d.title, PART_SHARE],
  ];
  return parts.map(([text, title, part]) => ({
    features: featuresOf(text, title, d.claim),
    allowed: [TITLED_LABELS.indexOf(gold)],
    weight: RUMOUR_WEIGHT * part * (gold === "query" ? QUERY_SHARE : 1),
    gold,
    accepted: d.accepted.map((stance) => FROM_RUMOURS[stance] ?? stance),
    group,
    split,
  }));
}

/** Pairs of FNC-1, with the headline of the body where an annotated rumour tells it: in whole, and headline alone. */
function fncExamples(cases: Case[], titles: Map<string, string>, topicOf: (text: string) => string): Labelled[] {
  return cases.flatMap((c) => {
    const skipped = c.gold === "unrelated" && hash(c.about + c.group) % 100 >= UNRELATED_SHARE * 100;
    if (skipped) return [];
    const title = titles.get(textKey(c.text));
    const parts: [string | null, string | null, number][] = [[c.text, null, 1]];
    if (title) parts.push([c.text, title, BORROWED_TITLE_WEIGHT], [null, title, BORROWED_TITLE_WEIGHT]);
    const labels = FROM_FNC[c.gold] ?? [];
    return parts.map(([text, headline, part]) => ({
      features: featuresOf(text, headline, c.about),
      allowed: labels.map((label) => TITLED_LABELS.indexOf(label)),
      weight: part * Math.sqrt(0.25 / (FNC_SHARES[c.gold] ?? 1)),
      gold: c.gold,
      group: topicOf(c.text),
      split: "fnc",
    }));
  });
}

/** Documents of other rumours: each claim with one that is not about it, for each of its own. */
const unrelatedExamples = (documents: RumourDocument[]): Labelled[] =>
  documents.flatMap((d, i) => {
    const other = documents[hash(`${d.claim}${i}`) % documents.length];
    if (!other || other.rumour === d.rumour) return [];
    return [other.text, null].map((text) => ({
      features: featuresOf(text, other.title, d.claim),
      allowed: [TITLED_LABELS.indexOf("unrelated")],
      gold: "unrelated",
      group: "unrelated",
      split: "negative",
    }));
  });

/** Share of documents whose stance is the annotated one or accepted, among those that take the claim up; and F1 by label. */
function rumourFigures(judged: Judged[]) {
  const labels = TITLED_LABELS.slice(0, 4);
  const about = judged.filter(({ gold }) => gold !== "unrelated").map((one) => ({ ...one, scores: one.scores.slice(0, 4) }));
  const right = about.filter(({ scores, gold, accepted }) => [gold, ...(accepted ?? [])].includes(labels[best(scores, [])] ?? ""));
  return { documents: about.length, right: Number((right.length / about.length).toFixed(4)), ...f1(pairsOf(about, [], labels), labels) };
}

/** What is called a denial, by its least probability. */
function denials(judged: Judged[]): Curve {
  const about = judged
    .filter(({ gold }) => gold !== "unrelated")
    .map(({ scores, gold, accepted }) => {
      const p = softmax(scores.slice(0, 4));
      return { p: at(p, 1), called: Math.max(...p) === p[1], right: [gold, ...(accepted ?? [])].includes("deny"), gold };
    });
  const all = about.filter(({ gold }) => gold === "deny").length;
  return [0, 0.6, 0.7, 0.8, 0.9].map((threshold): Curve[number] => {
    const shown = about.filter(({ p, called }) => called && p >= threshold);
    const right = shown.filter((one) => one.right).length;
    return [threshold, share(right, shown.length), share(shown.filter(({ gold }) => gold === "deny").length, all)];
  });
}

function fitTitled(o: Options): Fitted {
  const documents = rumourDocuments("train");
  const held = unseen();
  const cases = articleCases().filter((c) => c.split === "train" && !held.has(textKey(c.text)));
  const topicOf = topicsOf(cases, documents);
  const titles = new Map(documents.map((d) => [textKey(d.text), d.title]));
  const annotated = documents.flatMap((d) => rumourExamples(d, "train", topicOf(d.text)));
  const whole = new Set(annotated.filter((_, i) => i % 3 === 0));
  const train = [...annotated, ...fncExamples(cases, titles, topicOf), ...unrelatedExamples(documents)];
  const judged = folds(
    train,
    TITLED_LABELS,
    o,
    (e) => hash(e.group) % 4,
    (e) => e.split === "train",
  );
  // Folds come in any order, but each document keeps its three parts together.
  const part = (list: Judged[], k: number) => list.filter((_, i) => i % 3 === k);
  const onTrain = { ...rumourFigures(part(judged, 0)), denials: denials(part(judged, 0)) };
  say(`rumours, folds, ${whole.size} documents`, onTrain);
  say("rumours, folds, headline alone", rumourFigures(part(judged, 2)));
  const network = fit(train, TITLED_LABELS, o);
  const labels = TITLED_LABELS.slice(0, 4);
  const wholeOf = (list: Judged[]) =>
    part(list, 0).flatMap((one) => (one.gold === "unrelated" ? [] : [{ ...one, scores: one.scores.slice(0, 4) }]));
  const [onDev] = ["dev", "lang"].map((split) => {
    const others = rumourDocuments(split).flatMap((d) => rumourExamples(d, split, ""));
    const list = others.map((e) => judge(network, e));
    const figures = { ...rumourFigures(part(list, 0)), denials: denials(part(list, 0)) };
    say(`rumours, ${split}`, figures);
    say(`rumours, ${split}, headline alone`, rumourFigures(part(list, 2)));
    return { figures, reliability: reliabilityOf(wholeOf(list), [], labels) };
  });
  const fittedOn = `annotated rumours and FNC-1: ${whole.size} documents, ${train.length} examples`;
  return {
    ...network,
    reliability: { train: reliabilityOf(wholeOf(judged), [], labels), dev: onDev?.reliability ?? [] },
    fit: { fittedOn, folds: "4 by topic", train: onTrain, dev: onDev?.figures ?? {} },
  };
}

const FITS: Record<string, [Options, (o: Options) => Fitted, gate: string]> = {
  thread: [THREAD, fitThread, "stance of a post"],
  article: [ARTICLE, fitArticle, "stance of a text"],
  titled: [TITLED, fitTitled, "stance of an article with its headline"],
};

if (import.meta.main) {
  const other = JSON.parse(argument("--options") ?? "{}") as Partial<Options>;
  const only = argument("--only");
  const file = new URL("../../workers/public/models/stance.json", import.meta.url);
  const result: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const isWritten = !process.argv.includes("--folds");
  for (const [name, [options, fitted, gate]] of Object.entries(FITS)) {
    if (only && only !== name) continue;
    const { reliability, fit: figures, ...network } = fitted({ ...options, ...other });
    result[name] = network;
    if (!isWritten) continue;
    writeReliability(gate, reliability.train, reliability.dev);
    writeFit("workers/public/models/stance.json", { [name]: { command: "node test/eval/fit-stance.ts", ...figures } });
  }
  if (isWritten) {
    const text = readable(result);
    writeFileSync(file, text);
    say("written, bytes", text.length);
  }
}
