/**
 * Further articles that we annotated for fitting (data/further.jsonl): bodies of the FNC-1 training set on rumours of `train`, and on smaller stories.
 * Only the annotation is kept here. Texts and headlines are read where they lie, and what is quoted is told by its place in the text.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { evaluation } from "../../support/evaluation.ts";
import { linesOf } from "../../support/fixtures.ts";
import type { GoldDocument, GoldResponse, Rumour } from "../rumours/data.ts";

/** From where to where in the text, in UTF-16 units. */
type Place = [start: number, end: number];
type FurtherDocument = Required<Pick<GoldDocument, "ref" | "about" | "outlet">> &
  Pick<GoldDocument, "stance" | "ownSource"> & {
    cites: { name: string; alsoName: string[]; at: Place }[];
    /** `alsoAt`: other sentences that tell the same act, which no fit takes for right as yet. */
    responses: (Omit<GoldResponse, "quote"> & { at: Place; alsoAt?: Place[] })[];
  };
interface Further extends Omit<Rumour, "documents" | "claim"> {
  /** None where the rumour is one of `train`. */
  claim?: string;
  documents: FurtherDocument[];
}

const inFnc = <T>(name: string): T[] =>
  gunzipSync(readFileSync(evaluation(`data/stance/fnc1/${name}.jsonl.gz`)))
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []);

/** The headline of its story whose words a text has most of: FNC-1 has many for each body. */
function headlineOf(text: string, headlines: readonly string[]): string {
  const lead = wordsIn(text.slice(0, 1500));
  const shareOf = (headline: string) => {
    const words = [...wordsIn(headline)];
    return words.filter((word) => lead.has(word)).length / Math.sqrt(words.length + 1);
  };
  return headlines.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? "";
}

/** The rumours with these articles added, and those that have only such. The rumours alone where the articles are not at hand. */
export function withFurther(rumours: readonly Rumour[]): Rumour[] {
  if (!existsSync(evaluation("data/stance/fnc1"))) return [...rumours];
  const bodies = new Map(inFnc<{ id: string; text: string }>("bodies").map(({ id, text }) => [id, text]));
  const pairs = inFnc<{ body: string; claim: string; label: string }>("pairs").filter(({ label }) => label !== "unrelated");
  const headlines = Map.groupBy(pairs, ({ body }) => body);
  const documentOf = ({ cites, responses, ...given }: FurtherDocument): GoldDocument => {
    const text = bodies.get(given.ref) ?? "";
    const title = headlineOf(text, [...new Set((headlines.get(given.ref) ?? []).map(({ claim }) => claim))]);
    const quoted = <T extends { at: Place }>({ at, ...one }: T) => ({ ...one, quote: text.slice(...at) });
    return { ...given, kind: "article", title, text, cites: cites.map(quoted), responses: responses.map(quoted) };
  };
  const further = linesOf<Further>(new URL("../data/further.jsonl", import.meta.url));
  const known = rumours.map((rumour) => {
    const more = further.filter(({ id }) => id === rumour.id);
    const unsure = [...(rumour.unsure ?? []), ...more.flatMap(({ unsure: lines = [] }) => lines)];
    return { ...rumour, unsure, documents: [...rumour.documents, ...more.flatMap(({ documents }) => documents.map(documentOf))] };
  });
  const others = further.flatMap(({ claim, documents, ...rest }) =>
    claim ? [{ ...rest, claim, documents: documents.map(documentOf) }] : [],
  );
  return [...known, ...others];
}
