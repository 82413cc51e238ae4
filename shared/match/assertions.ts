/**
 * Passages of a page that may state a followed claim, beyond the claims that reading proposes: its title, its plain sentences, and what it has
 * others say. Also chooses among the candidates that match them.
 */

import { sumOf } from "../collections.ts";
import { sourcesOf } from "../lang/index.ts";
import { isPost } from "../model/document.ts";
import type { Party } from "../model/party.ts";
import type { Quote, Span } from "../model/quote.ts";
import type { Reading } from "../model/reading.ts";
import type { Certainty } from "../model/sighting.ts";
import { tellsOfNamesake } from "../read/parties/namesakes.ts";
import { quoteOf, sentenceQuoteOf } from "../text/quote-selector.ts";
import { sentences, words } from "../text/segment.ts";
import type { ScoredCandidate, TermStatistics } from "./index.ts";
import { queryTerms } from "./terms/terms.ts";

/** A statement of a page with the claims that it may make. */
export interface ScoredAssertion {
  said: Assertion;
  candidates: ScoredCandidate[];
}

/** Words of a page that may state a followed claim. They never propose a new one. */
export interface Assertion {
  text: string;
  lang: string | null;
  quote: Quote;
  /** Who says it, by the page's word; null: the page itself. */
  by: Party | null;
  certainty: Certainty;
  hedges: string[];
  terms: string[];
}

/** Maximum number of texts of a page that are matched: each takes a search, which costs CPU. */
const MAX_SEARCHES = 6;
/** Minimum number of assertions that are searched for, even if reading found many claims. */
const MIN_ASSERTIONS = 2;
/** Maximum number of assertions that are looked up in the vocabulary, at a row a term. The index then shows which are worth a search. */
const MAX_LOOKED_UP = 12;
/** Maximum number of sentences and statements that are weighed: an article says what it reports in its first third, or repeats it there. */
const MAX_WEIGHED = 80;
/** Fewer words are a fragment. */
const MIN_WORDS = 5;
/** More words are a list. */
const MAX_WORDS = 60;

/** The words that only introduce a statement, as in "Acme said that …". */
const LEADS_IN = new RegExp(`^(?:${sourcesOf((pack) => pack.leadsIn).spaced})(?=\\p{L})`, "u");
/** "Acme denies that it …": a statement that begins with a pronoun, which only the words before it explain. */
const PRONOUN_SUBJECT = new RegExp(`^(?:${sourcesOf(({ pronouns }) => pronouns?.opening).spaced}) `, "iu");

/** The assertions of a page that are worth a look-up in the vocabulary, likeliest first. None for a post, which is matched as a whole. */
export function assertionsOf(document: { kind: string; title: string | null }, reading: Reading | null): Assertion[] {
  if (!reading || isPost(document)) return [];
  const { text, lang } = reading.document;
  const title = document.title ?? reading.document.title;
  const topic = new Set(words(title ?? ""));
  const plain = { by: null, certainty: "unstated" as const, hedges: [], lang };
  const taken = reading.claims.map((claim) => claim.quote);
  const found: (Omit<Assertion, "terms"> & { weight: number })[] = [];
  const add = (one: Omit<Assertion, "terms">, place: number) => {
    const said = words(one.text);
    if (said.length < MIN_WORDS || said.length > MAX_WORDS || found.some((other) => other.text === one.text)) return;
    // What a text says of a namesake is not said of whom a claim names.
    if (tellsOfNamesake(one.quote.exact)) return;
    // Claims consist of figures, names and the title's words (check-worthiness features of ClaimBuster), and news puts the main thing first.
    const shared = said.filter((word) => topic.has(word)).length / (topic.size || 1);
    const figures = /\p{N}/u.test(one.text) ? 1 : 0;
    const names = Math.min(2, one.text.match(/(?<=[\p{L},] )\p{Lu}/gu)?.length ?? 0) / 2;
    found.push({ ...one, weight: 2 * shared + figures + names + 2 / (1 + place) });
  };
  // A passage is taken if one that is already there covers more than half of it.
  const within = (spans: Span[], { start, end }: { start: number; end: number }) =>
    spans.some((span) => 2 * (Math.min(end, span.end) - Math.max(start, span.start)) > end - start);
  if (title) add({ ...plain, text: title, quote: { exact: title, prefix: "", suffix: "" } }, 0);
  for (const { content, speaker, certainty, hedges } of reading.statements.slice(0, MAX_WEIGHED)) {
    if (within(taken, content)) continue;
    const start = content.start + (LEADS_IN.exec(content.text)?.[0].length ?? 0);
    const said = text.slice(start, content.end);
    add(
      {
        text: PRONOUN_SUBJECT.test(said) && speaker?.party.name ? `${speaker.party.name} ${said}` : said,
        lang,
        quote: sentenceQuoteOf(text, start, content.end),
        by: speaker?.party ?? null,
        certainty,
        hedges,
      },
      4,
    );
  }
  const spoken = reading.statements.map((s) => s.content);
  sentences(text.slice(0, 20_000))
    .slice(0, MAX_WEIGHED)
    .forEach((sentence, place) => {
      if (within(taken, sentence) || within(spoken, sentence)) return;
      add({ ...plain, text: sentence.text, quote: quoteOf(text, sentence.start, sentence.end) }, place);
    });
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_LOOKED_UP)
    .map(({ weight: _, ...one }) => ({ ...one, terms: queryTerms(one.text, lang) }));
}

/** The assertions that are searched for: those with the rarest words among the words that some claim has. No others could be linked. */
export function worthASearch(assertions: Assertion[], claimsRead: number, { claims, frequency }: TermStatistics): Assertion[] {
  const worth = (one: Assertion) =>
    sumOf(one.terms, (term) => (frequency.get(term) ? Math.log(1 + claims / (frequency.get(term) ?? 1)) : 0));
  return assertions
    .map((one) => ({ one, worth: worth(one), known: one.terms.filter((term) => frequency.get(term)).length }))
    .filter(({ known }) => known >= 2)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, Math.max(MIN_ASSERTIONS, MAX_SEARCHES - claimsRead))
    .map(({ one }) => one);
}

/**
 * The candidates that count: all that are linked, else the best suggested one. Only one at a time waits for a person, and none if a person
 * confirmed one of them, because each costs three written rows. `decided`: by claim, whether a person confirmed (true) or rejected it.
 */
export function best(scored: ScoredCandidate[], decided?: ReadonlyMap<string, boolean>): ScoredCandidate[] {
  const linked = scored.filter((c) => c.decision === "linked");
  if (linked.length) return linked;
  const suggested = scored.filter((c) => c.decision === "suggested");
  return suggested.some((c) => decided?.get(c.claimId)) ? [] : suggested.filter((c) => !decided?.has(c.claimId)).slice(0, 1);
}
/** For each claim, the words that state it best. If none is linked, only the likeliest waits for a person, because a page says many things. */
export function assertedIn(asserted: ScoredAssertion[], decided: ReadonlyMap<string, boolean>) {
  const found = new Map<string, { said: Assertion; candidate: ScoredCandidate; linked: boolean }>();
  for (const { said, candidates } of asserted)
    for (const candidate of best(candidates, decided)) {
      const other = found.get(candidate.claimId);
      const linked = candidate.decision === "linked";
      const better = !other || (linked === other.linked ? candidate.score > other.candidate.score : linked);
      if (better) found.set(candidate.claimId, { said, candidate, linked });
    }
  const all = [...found.values()].sort(
    (a, b) => b.candidate.score - a.candidate.score || (a.candidate.claimId < b.candidate.claimId ? -1 : 1),
  );
  const linked = all.filter((one) => one.linked);
  return linked.length ? linked : all.slice(0, 1);
}
