/** Names in annotated documents as examples for the models of named sources. */
import { featuresOf, type SourceCandidate, sourceCandidates } from "../../../shared/read/gates/sources.ts";
import { type Rumour, words } from "./data.ts";
import { type ReadPage, readAll } from "./links.ts";
import type { Example } from "./logistic.ts";

const w = await words();
/** A document that takes up its claim, with the names that may be its source. */
export interface Doc {
  page: ReadPage;
  candidates: readonly SourceCandidate[];
  p?: number[];
}
/** The documents of some rumours that take up the claim of theirs. */
export const load = (rumours: readonly Rumour[]): Doc[] =>
  readAll(rumours, w)
    .filter((p) => p.document.about === true)
    .map((page) => ({ page, candidates: sourceCandidates(page.reading, page.document.outlet ?? null) }));
/** Whether an annotated source of a document has the name. */
export const isRight = (doc: Doc, name: string) => (doc.page.document.cites ?? []).some((c) => w.anyName([name], [c.name]));
/** Whether the name is another form of an annotated source alone: it is no example. */
const isOtherForm = (doc: Doc, name: string) =>
  !isRight(doc, name) && (doc.page.document.cites ?? []).some(({ alsoName = [] }) => w.anyName([name], alsoName));
/** What a mention of a true source weighs outside of the sentences that the annotator quoted. */
const MENTION_ELSEWHERE = 0.1;
/** Each mention of a name in some documents as an example. */
export const mentionExamples = (docs: readonly Doc[]): Example[] =>
  docs.flatMap((doc) =>
    doc.candidates
      .filter(({ name }) => !isOtherForm(doc, name))
      .flatMap((cand) => {
        const right = isRight(doc, cand.name);
        const quotes = (doc.page.document.cites ?? [])
          .filter((cite) => w.anyName([cand.name], [cite.name]))
          .map(({ quote }) => ({ start: doc.page.document.text.indexOf(quote.slice(0, 60)), length: quote.length }));
        return cand.mentions.map((mention) => {
          const { start: from, end: to } = mention.passage;
          const isQuoted = quotes.some(({ start, length }) => start >= 0 && start < to && start + length > from);
          return {
            x: featuresOf(cand, mention),
            y: (right ? 1 : 0) as 0 | 1,
            weight: right && !isQuoted ? MENTION_ELSEWHERE : 1,
            group: doc.page.rumour.id,
          };
        });
      }),
  );
