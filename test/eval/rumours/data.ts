/** Annotated rumours of the evaluation folder: a dozen articles on each, read where they lie (FORMAT.md there). */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Party } from "../../../shared/model/party.ts";
import type { ResponseType } from "../../../shared/model/response.ts";
import { evaluationFolder } from "../../support/evaluation.ts";
import { withFurther } from "../annotation/further.ts";

export interface GoldResponse {
  actor: string;
  alsoActor?: string[];
  type: string;
  alsoType?: string[];
  quote: string;
  own?: boolean;
}
export interface GoldDocument {
  ref: string;
  kind?: string;
  title?: string;
  outlet?: string | null;
  lang?: string;
  text: string;
  publishedAt?: string;
  about: boolean;
  stance?: string;
  ownSource?: boolean;
  cites?: { name: string; quote: string; ref?: string | null; alsoName?: string[] }[];
  responses?: GoldResponse[];
}
export interface Rumour {
  id: string;
  lang?: string;
  claim: string;
  wordings?: string[];
  subject?: string[];
  documents: GoldDocument[];
  otherClaims?: { text: string }[];
  notResponses?: { ref: string; quote: string }[];
  unsure?: string[];
  origins?: { atLeast: number; atMost: number };
  firstKnown?: { names?: string[]; refs?: string[] };
}

/** How names and words are compared is the scorer's: its own module, loaded from the evaluation folder. */
export interface Words {
  plain(text: string): string;
  sameName(a: string, b: string): boolean;
  anyName(list: readonly (string | null | undefined)[], others: readonly (string | null | undefined)[]): boolean;
  tokenF1(a: string, b: string): number;
  negated(text: string): boolean;
  tokens(text: string): Set<string>;
  sentenceOf(doc: { title?: string; text: string }, exact: string): string;
}
export const words = async (): Promise<Words> => (await import(`${evaluationFolder}/words.mjs`)) as Words;

/** The rumours of a split (train, dev, lang); none where the evaluation folder is not at hand. */
export function rumoursOf(split: string): Rumour[] {
  const folder = `${evaluationFolder}/data/rumours/${split}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Rumour);
}

/** The rumours of `train`, with further articles on them and on smaller stories: English answers and own sources are fitted on these. */
export const trainRumours = (): Rumour[] => withFurther(rumoursOf("train"));

/** Our own invented stories, annotated as the rumours are: the half to fit on, the one that only measures, and some that were written last. */
export function storiesOf(half: "fit" | "measure" | "unseen"): Rumour[] {
  const folder = new URL("../data/stories/", import.meta.url);
  const lines = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), "utf8").trim().split("\n"));
  return lines.map((line) => JSON.parse(line) as Rumour & { half: string }).filter((story) => story.half === half);
}

/** The site of a document as the scorer sends it in: its outlet's name, or a neutral one. */
export function siteOf(document: GoldDocument, n: number, { plain }: Words): string {
  if (!document.outlet) return `site-${n}.example`;
  return `${plain(document.outlet)
    .replace(/^the /, "")
    .replace(/ (com|net|org|co uk)$/, "")
    .replaceAll(" ", "")}.example`;
}

/** A rumour's documents as lines of an import, each with its own ref and site. `number` counts the documents of all rumours. */
export const linesOf = (rumour: Rumour, number: () => number, w: Words) =>
  rumour.documents.map((document) => {
    const { ref, title, text, lang, kind = "article", publishedAt = DAY } = document;
    const url = `https://${siteOf(document, number(), w)}/${ref}`;
    return { type: "document", ref: refOf(rumour, document), kind, ...(title && { title }), text, url, ...(lang && { lang }), publishedAt };
  });
/** The day of documents without one. */
export const DAY = "2014-11-20";
export const refOf = ({ id }: Rumour, { ref }: GoldDocument): string => `${id}-${ref}`;

/** A response as the API gives it. */
export interface Answer {
  id: string;
  document: string;
  response: { type: ResponseType; actor: Party; quotes: string[] };
}
const namesOf = ({ response: { actor } }: Answer) =>
  (actor.kind === "person" ? [actor.name, actor.description, actor.affiliation] : [actor.name ?? actor.description]).filter((one) => one);
/** Whether a response is the annotated one: its type, and a name of its party. */
export const isOf = (answer: Answer, gold: GoldResponse, { anyName }: Words): boolean =>
  [gold.type, ...(gold.alsoType ?? [])].includes(answer.response.type) && anyName(namesOf(answer), [gold.actor, ...(gold.alsoActor ?? [])]);
