/** Pages of annotated rumours beside the claims that the index holds, as the pipeline compares them. */

import { assertedIn, assertionsOf, best, worthASearch } from "../../../shared/match/assertions.ts";
import { type ScoredCandidate, score } from "../../../shared/match/index.ts";
import { agree } from "../../../shared/match/page.ts";
import { answerFeatures, formFeatures, isEnglish, type PageHit, pageFeatures, preparePage } from "../../../shared/match/page-features.ts";
import type { Reading } from "../../../shared/model/reading.ts";
import type { AnswerWords } from "../../../shared/read/gates/answer-words.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { openIndex } from "../match.ts";
import { type GoldDocument, type Rumour, siteOf, type Words } from "./data.ts";

export interface ReadPage {
  rumour: Rumour;
  document: GoldDocument;
  reading: Reading;
}
/** All documents of some rumours, read as the pipeline reads them. */
export function readAll(rumours: readonly Rumour[], words: Words): ReadPage[] {
  let n = 0;
  return rumours.flatMap((rumour) =>
    rumour.documents.map((document) => ({
      rumour,
      document,
      reading: readDocument({
        kind: (document.kind ?? "article") as never,
        url: `https://${siteOf(document, ++n, words)}/${document.ref}`,
        title: document.title ?? null,
        text: document.text,
        html: null,
        lang: document.lang ?? null,
        publishedAt: null,
        author: null,
        site: null,
      } as never),
    })),
  );
}

export interface PageLink {
  page: ReadPage;
  claimId: string;
  /** Whether page and claim are in English. */
  isEnglish: boolean;
  /** The features of the whole page, of forms and of answers. */
  x: number[];
  /** What the passages alone decide. */
  linked: boolean;
  /** Some passage agrees, or none differs; the page hedges or answers. */
  agrees: boolean;
  isOpen: boolean;
  right: boolean | null;
}
/** Each page with each claim that some passage of it finds. */
export function linksOf(
  pages: readonly ReadPage[],
  rumours: readonly Rumour[],
  wordsOf: (page: ReadPage) => AnswerWords | null,
): PageLink[] {
  const search = openIndex(rumours.map((r) => ({ claimId: r.id, text: r.claim, phrasings: [], lang: null })));
  return pages.flatMap((page) => {
    const { document } = page.reading;
    const made = { kind: page.document.kind ?? "article", title: page.document.title ?? null };
    const claims = page.reading.claims.map((c) => ({ text: c.text, isTitle: false, said: null }));
    const all = assertionsOf(made, page.reading);
    const frequency = new Map<string, number>();
    for (const one of all) for (const [term, count] of search(one.text, document.lang).statistics.frequency) frequency.set(term, count);
    const chosen = worthASearch(all, claims.length, { claims: rumours.length, frequency });
    const scored = [...claims, ...chosen.map((said) => ({ text: said.text, isTitle: said.text === made.title, said }))].map((one) => {
      const { candidates, statistics } = search(one.text, document.lang);
      return { ...one, candidates: score(one.text, document.lang, candidates, statistics) };
    });
    const linked = new Set<string>();
    for (const one of scored) if (!one.said) for (const c of best(one.candidates)) if (c.decision === "linked") linked.add(c.claimId);
    for (const a of assertedIn(
      scored.flatMap((s) => (s.said ? [{ said: s.said, candidates: s.candidates }] : [])),
      new Map(),
    ))
      if (a.linked) linked.add(a.candidate.claimId);
    const byClaim = new Map<string, { candidate: ScoredCandidate; hits: PageHit[] }>();
    for (const one of scored)
      for (const c of one.candidates) {
        const found = byClaim.get(c.claimId) ?? { candidate: c, hits: [] };
        found.hits.push({ isTitle: one.isTitle, score: c.score, differs: c.differs, isLinked: c.decision === "linked" });
        byClaim.set(c.claimId, found);
      }
    const prepared = preparePage({ title: made.title, text: document.text, lang: document.lang }, wordsOf(page));
    const top = new Map([...byClaim].map(([id, { hits }]) => [id, Math.max(...hits.map((h) => h.score))]));
    return [...byClaim].map(([claimId, { candidate, hits }]) => ({
      page,
      claimId,
      linked: linked.has(claimId),
      agrees: agree(hits),
      isOpen: prepared.isOpen(),
      right: claimId !== page.rumour.id ? false : typeof page.document.about === "boolean" ? page.document.about : null,
      ...featuresOf(prepared, { text: candidate.text, phrasings: candidate.phrasings, lang: candidate.lang, hits }, [...top], claimId),
    }));
  });
}

/** What the model of the pair's languages asks. */
function featuresOf(
  page: ReturnType<typeof preparePage>,
  claim: Parameters<typeof pageFeatures>[1],
  top: [string, number][],
  claimId: string,
) {
  const others = Math.max(0, ...top.filter(([id]) => id !== claimId).map(([, score]) => score));
  return {
    isEnglish: isEnglish(page.page, claim),
    x: [...pageFeatures(page, claim, others), ...formFeatures(page, claim), ...answerFeatures(page)],
  };
}
