/**
 * Candidate sentences for acts of answering a claim, one for each type of act that they show a sign of, with features of sentence,
 * document and claim.
 */
import { english, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { once, oncePerObject } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { type LocatedStatement, MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { headlinesOf } from "../claims/headlines.ts";
import { type ResponseCue, responseCuesIn } from "../responses/response-cues.ts";
import { worthShare } from "../stance/article.ts";
import { type Claim, claimOf, negatedStems } from "../stance/claim.ts";
import { type MarkedSentence, markedSentences, merged } from "../stance/marked-text.ts";
import { isContent } from "../stance/words.ts";
import type { TokenSentence } from "../tokens.ts";
import { namesIn } from "./names.ts";
import { type NearParty, partiesNear, partyFeatures, speakerAt } from "./response-parties.ts";

const SIGNS = Object.entries(english.gates.response).map(([name, source]): [string, RegExp] => [name, wholeWords(source, "iu")]);
const UNTRUE = SIGNS.find(([name]) => name === "untrue")?.[1] as RegExp;
const PATTERN_OF = new Map(SIGNS);
const SIGN_NAMES = SIGNS.map(([name]) => name);
/** The signs by which a sentence may show an act of a type beside the cues of that type. */
const SIGNS_OF: Partial<Record<ResponseType, string[]>> = {
  denial: ["denies", "rejects", "untrue", "not"],
  no_comment: ["declines", "silent", "comment", "unconfirmed"],
  investigation: ["investigates"],
  confirmation: ["confirms", "admits"],
  partial_confirmation: ["confirms", "admits"],
  clarification: ["clarifies", "says"],
  explanation: ["explains"],
  correction: ["corrects"],
  retraction: ["corrects"],
  apology: ["apologises"],
  takedown: ["corrects"],
};
const TYPES = Object.keys(SIGNS_OF) as ResponseType[];
const CONFIRMING = new Set<ResponseType>(["confirmation", "partial_confirmation"]);
export const GROUPS: ResponseType[][] = [
  ["denial"],
  ["no_comment"],
  ["investigation"],
  ["confirmation", "partial_confirmation"],
  ["clarification"],
  ["explanation"],
  ["correction", "retraction", "apology", "takedown"],
];
const OTHER_CUES: ResponseType[][] = [...GROUPS, ["right_of_reply"]];
const NEGATIVE = new Set(english.grammar.answering.negative.split("|"));
/** Signs that are looked up in the neighbouring sentences and in the headline. */
const NEIGHBOUR_SIGNS: string[][] = [["denies", "rejects", "untrue"], ["declines", "silent"], ["says"], ["rumour"], ["asked"]];
/** Signs right before and after the words that show the act, with the window in UTF-16 units. */
const LOCAL_SIGNS = ["not", "says", "rumour", "maybe", "ago", "points", "speaksFor", "untrue", "we"];
const REACH_BEFORE = 40;
const REACH_AFTER = 60;
/** What an act is about: the words behind those that show it, up to the end of their clause. */
const OBJECT = /^[^.;:()—]{0,100}(?![\p{L}\p{N}])/u;
const TITLE_SIGNS = ["denies", "rejects", "untrue", "not", "confirms", "rumour", "investigates", "hedges", "explains", "corrects"];

/** A candidate sentence for an act, with all candidates for its party. */
export interface ResponseCandidate {
  type: ResponseType;
  sentence: number;
  start: number;
  end: number;
  /** Offset of the words that show the act. */
  at: number;
  cue: ResponseCue | null;
  /** Who says the words that show the act. */
  speaker: Party | null;
  /** How many of the words that show the act are the claim's own. */
  ofClaim: number;
  /** Whether what follows these words calls something untrue. */
  isUntrue: boolean;
  x: number[];
  /** Found when asked for: most candidates are dropped by their words alone. */
  readonly parties: readonly { near: NearParty; x: number[] }[];
}
/** What a sentence shows whatever the claim. */
interface Signs {
  index: number;
  sentence: TokenSentence;
  text: string;
  signs: ReturnType<typeof signsIn>;
  cues: ResponseCue[];
  marked: MarkedSentence;
}
interface Facts extends Signs {
  overlap: number;
  conflict: number;
}
const bit = (value: unknown) => Number(Boolean(value));
/** Whether a passage has signs, each looked for when it is first asked for: most sentences are asked for few. */
function signsIn(text: string): { has(name: string): boolean } {
  const found = new Map<string, boolean>();
  const look = (name: string) => {
    const has = PATTERN_OF.get(name)?.test(text) ?? false;
    found.set(name, has);
    return has;
  };
  return { has: (name) => found.get(name) ?? look(name) };
}
const overlapOf = (claim: Claim, { stems }: MarkedSentence) => {
  const held = new Set(stems);
  return worthShare(claim, (stem) => held.has(stem));
};
/** How much of what is said the claim has: the share of its content words, and their count as a share of four. */
const heldIn = (claim: Claim, { words, stems }: MarkedSentence): [share: number, count: number] => {
  const content = stems.filter((_, i) => isContent(words[i] ?? ""));
  const held = content.filter((stem) => claim.worth.has(stem)).length;
  return [held / Math.max(1, content.length), Math.min(1, held / 4)];
};
const conflictOf = (claim: Claim, marked: MarkedSentence) => {
  const held = new Set(marked.stems);
  const negated = negatedStems(marked, claim.worth);
  return worthShare(claim, (stem) => held.has(stem) && negated.has(stem) !== claim.negated.has(stem));
};

export const ACT_FEATURES: string[] = [
  ...GROUPS.map(([type]) => `type:${type}`),
  "cue of type",
  "cues of type",
  "sign of type",
  "signs of type",
  ...OTHER_CUES.map(([type]) => `cue:${type}`),
  ...SIGN_NAMES.map((name) => `sign:${name}`),
  ...NEIGHBOUR_SIGNS.map(([name]) => `before:${name}`),
  ...NEIGHBOUR_SIGNS.map(([name]) => `after:${name}`),
  ...LOCAL_SIGNS.map((name) => `near before:${name}`),
  ...LOCAL_SIGNS.map((name) => `near after:${name}`),
  "overlap after the words",
  "overlap before the words",
  "claim's share of the object",
  "claim's words in the object",
  "overlap",
  "overlap before",
  "overlap two",
  "conflict",
  "opposite",
  "names",
  "a name",
  "statement",
  "direct",
  "indirect",
  "sign in content",
  "content overlap",
  "content conflict",
  "claim's share of the content",
  "claim's words in the content",
  "content begins with no",
  "speaker:person",
  "speaker:organisation",
  "speaker:anonymous",
  "speaker:outlet",
  "speaker in claim",
  "speaker role",
  "place",
  "first",
  "lead",
  "relative place",
  "question",
  "quotation",
  "length",
  ...TITLE_SIGNS.map((name) => `title:${name}`),
  "title overlap",
  "title conflict",
  "title asks",
  "title opposite",
  "sentences",
  "of type before",
  "of type in all",
  "denials in all",
  "claim negates",
];

/** The signs of each sentence of a text, found once for all claims that it may answer. */
const sentenceSigns = oncePerObject(({ lang, sentences }: TextAnalysis) =>
  sentences.slice(0, MAX_SENTENCES).map((sentence, index): Signs => {
    const passage = sentence.text.slice(0, 1500);
    const marked = merged(markedSentences(passage, 1500, 200));
    return { index, sentence, text: passage, signs: signsIn(passage), cues: responseCuesIn(passage, lang), marked };
  }),
);

/** The candidates of a text towards a claim; `site` is its own outlet's name or host. */
export function responseCandidates(analysis: TextAnalysis, about: string, site: string | null): ResponseCandidate[] {
  const headline = headlinesOf(analysis, analysis.title);
  const claim = claimOf(about);
  const facts = sentenceSigns(analysis).map(
    (one): Facts => ({ ...one, overlap: overlapOf(claim, one.marked), conflict: conflictOf(claim, one.marked) }),
  );
  const view = new DocumentView(analysis, claim, facts, analysis.title, site);
  return facts.flatMap((one) => (headline.has(one.index) ? [] : view.candidatesIn(one)));
}

class DocumentView {
  private readonly analysis: TextAnalysis;
  private readonly claim: Claim;
  private readonly facts: Facts[];
  private readonly site: string | null;
  private readonly title: number[];
  private readonly claimNames: string[];
  private readonly ofType: Map<ResponseType, number[]>;

  constructor(analysis: TextAnalysis, claim: Claim, facts: Facts[], title: string | null, site: string | null) {
    this.analysis = analysis;
    this.claim = claim;
    this.facts = facts;
    this.site = site;
    this.claimNames = namesIn(claim.text).map(({ name }) => name);
    const marked = merged(markedSentences(title ?? "", 400, 60));
    const signs = signsIn(title ?? "");
    this.title = [
      ...TITLE_SIGNS.map((name) => bit(signs.has(name))),
      overlapOf(claim, marked),
      conflictOf(claim, marked),
      bit(/[?？]/.test(title ?? "")),
      bit(marked.stems.some((stem) => claim.opposites.has(stem))),
    ];
    this.ofType = new Map(
      TYPES.map((type) => [type, facts.flatMap((one) => (one.cues.some((cue) => cue.type === type) ? [one.index] : []))]),
    );
  }

  candidatesIn(one: Facts): ResponseCandidate[] {
    const statements = this.analysis.statementsIn(one.index).filter((said) => said.speaker);
    const types = TYPES.filter((type) => this.shows(one, type, statements) && !this.confirmsOpposite(one, type));
    if (!types.length) return [];
    const { sentence } = one;
    const parties = once(() => partiesNear(this.analysis, one.index, one.cues, this.claimNames));
    const quoted = quotations(one.text).map((q) => ({ start: sentence.start + q.start, end: sentence.start + q.end }));
    return types.map((type): ResponseCandidate => {
      const cue = one.cues.find((c) => c.type === type) ?? null;
      const sign = SIGNS.find(([name]) => (SIGNS_OF[type] ?? []).includes(name) && one.signs.has(name));
      const at = sentence.start + (cue?.start ?? sign?.[1].exec(one.text)?.index ?? 0);
      const words = cue?.text ?? /^[\p{L}’'-]*/u.exec(one.text.slice(at - sentence.start))?.[0] ?? "";
      const speaker = speakerAt(this.analysis, at);
      const typed = GROUPS.map((group) => bit(group.includes(type)));
      const withFeatures = once(() => {
        const place = { analysis: this.analysis, type, sentence, at, quoted, speaker };
        const setting = { ...place, claim: this.claim.text, site: this.site, candidates: parties() };
        return parties().map((near) => ({ near, x: [...typed, ...partyFeatures(near, setting)] }));
      });
      return {
        type,
        sentence: one.index,
        start: sentence.start,
        end: sentence.end,
        at,
        cue,
        speaker,
        ofClaim: heldIn(this.claim, merged(markedSentences(words, 200, 20)))[0],
        isUntrue: UNTRUE.test(one.text.slice(at - sentence.start + words.length)),
        x: this.actFeatures(one, type, at, statements, quoted),
        get parties() {
          return withFeatures();
        },
      };
    });
  }

  private shows(one: Facts, type: ResponseType, statements: LocatedStatement[]): boolean {
    if (one.cues.some((cue) => cue.type === type)) return true;
    if (type === "denial" && statements.length && one.marked.stems.some((stem) => this.claim.opposites.has(stem))) return true;
    const signs = SIGNS_OF[type] ?? [];
    // What costs least is asked first.
    if (type === "clarification" && !(statements.length > 0 && (one.overlap > 0.15 || one.signs.has("rumour")))) return false;
    if (!signs.some((sign) => one.signs.has(sign))) return false;
    if (type === "denial" && !["denies", "rejects", "untrue"].some((sign) => one.signs.has(sign)))
      return (statements.length > 0 || one.signs.has("says")) && (one.overlap > 0.1 || one.signs.has("rumour"));
    return true;
  }

  /** "Confirmed that it has not been stolen", of what is said to be stolen: no confirmation. */
  private confirmsOpposite({ text, cues }: Facts, type: ResponseType): boolean {
    const cue = CONFIRMING.has(type) ? cues.find((one) => one.type === type) : undefined;
    return cue !== undefined && conflictOf(this.claim, merged(markedSentences(text.slice(cue.end), 800, 120))) > 0;
  }

  private localFeatures({ text, cues }: Facts, at: number): number[] {
    const end = Math.max(at + 4, ...cues.filter((cue) => cue.start === at).map((cue) => cue.end));
    const before = signsIn(text.slice(Math.max(0, at - REACH_BEFORE), at));
    const after = signsIn(text.slice(end, end + REACH_AFTER));
    const overlap = (part: string) => overlapOf(this.claim, merged(markedSentences(part, 1500, 200)));
    return [
      ...LOCAL_SIGNS.map((name) => bit(before.has(name))),
      ...LOCAL_SIGNS.map((name) => bit(after.has(name))),
      overlap(text.slice(at)),
      overlap(text.slice(0, at)),
      ...heldIn(this.claim, merged(markedSentences(OBJECT.exec(text.slice(end))?.[0] ?? "", 200, 40))),
    ];
  }

  private actFeatures(
    one: Facts,
    type: ResponseType,
    at: number,
    statements: LocatedStatement[],
    quoted: { start: number; end: number }[],
  ): number[] {
    const { claim, facts } = this;
    const { index, signs, cues, sentence } = one;
    const [before, after] = [facts[index - 1], facts[index + 1]];
    const beside = (other: Facts | undefined) => NEIGHBOUR_SIGNS.map((names) => bit(other && names.some((name) => other.signs.has(name))));
    const own = SIGNS_OF[type] ?? [];
    const held = new Set(one.marked.stems);
    const two = new Set([...one.marked.stems, ...(before?.marked.stems ?? [])]);
    const said = statements.find((s) => s.content.start <= at && at < s.content.end) ?? statements[0];
    const content = said ? merged(markedSentences(said.content.text, 1500, 200)) : null;
    const speaker = said?.speaker?.party;
    const sameType = this.ofType.get(type) ?? [];
    return [
      ...GROUPS.map((group) => bit(group.includes(type))),
      bit(cues.some((cue) => cue.type === type)),
      Math.min(1, cues.filter((cue) => cue.type === type).length / 3),
      bit(own.some((sign) => signs.has(sign))),
      own.filter((sign) => signs.has(sign)).length / 3,
      ...OTHER_CUES.map((group) => bit(cues.some((cue) => group.includes(cue.type) && cue.type !== type))),
      ...SIGN_NAMES.map((name) => bit(signs.has(name))),
      ...beside(before),
      ...beside(after),
      ...this.localFeatures(one, at - sentence.start),
      one.overlap,
      before?.overlap ?? 0,
      worthShare(claim, (stem) => two.has(stem)),
      one.conflict,
      bit([...held].some((stem) => claim.opposites.has(stem))),
      claim.names.size ? [...claim.names].filter((stem) => held.has(stem)).length / claim.names.size : 0,
      bit([...claim.names].some((stem) => held.has(stem))),
      bit(said),
      bit(said && said.kind !== "indirect"),
      bit(said?.kind === "indirect"),
      bit(said && said.content.start <= at && at < said.content.end),
      content ? overlapOf(claim, content) : 0,
      content ? conflictOf(claim, content) : 0,
      ...(content ? heldIn(claim, content) : [0, 0]),
      bit(content && NEGATIVE.has(content.words[0] ?? "")),
      ...(["person", "organisation", "anonymous", "outlet"] as const).map((kind) => bit(speaker?.kind === kind)),
      bit(speaker && this.claimNames.some((name) => [speaker.name, speaker.affiliation].includes(name))),
      bit(speaker?.role),
      Math.min(1, index / 20),
      bit(index === 0),
      bit(index < 4),
      index / Math.max(1, facts.length),
      bit(/[?？]\W*$/.test(one.text)),
      quoted.reduce((sum, q) => sum + q.end - q.start, 0) / Math.max(1, sentence.end - sentence.start),
      Math.min(1, one.marked.words.length / 50),
      ...this.title,
      Math.min(1, facts.length / 40),
      Math.min(1, sameType.filter((i) => i < index).length / 3),
      Math.min(1, sameType.length / 5),
      Math.min(1, (this.ofType.get("denial") ?? []).length / 5),
      bit(claim.negated.size),
    ];
  }
}
