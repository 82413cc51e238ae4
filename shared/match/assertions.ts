/**
 * What a page says that may be a claim that somebody follows, beyond the claims that its reading would propose: its title, its plain sentences, what it
 * has others say. And of several candidates those that count.
 */
import { sourcesOf } from "../lang/index.ts";
import { isPost } from "../model/document.ts";
import type { Party } from "../model/party.ts";
import type { Quote, Span } from "../model/quote.ts";
import type { Reading } from "../model/reading.ts";
import type { Certainty } from "../model/sighting.ts";
import { quoteOf } from "../text/quote-selector.ts";
import { sentences, words } from "../text/segment.ts";
import type { ScoredCandidate, TermStatistics } from "./index.ts";
import { queryTerms } from "./terms/terms.ts";

/** A statement of a page with the claims that it may make. */
export interface ScoredAssertion {
  said: Assertion;
  candidates: ScoredCandidate[];
}

/** Words of a page that may state a claim that somebody follows. They propose none. */
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

/** Texts of a page that are matched: each is a search of its own, and a search costs CPU. */
const MAX_SEARCHES = 6;
/** A page whose reading finds many claims has at least its title and its first words looked at as well. */
const MIN_ASSERTIONS = 2;
/** Assertions that are looked up in the vocabulary, which costs a row a term; the index then says which are worth a search. */
const MAX_LOOKED_UP = 12;
/** Sentences and statements that are weighed: what an article reports stands in its first third or is repeated there. */
const MAX_WEIGHED = 80;
/** Fewer words are a fragment. */
const MIN_WORDS = 5;
/** More words are a list. */
const MAX_WORDS = 60;

/** "Acme said that …": the word that only leads in to what is said. */
const LEADS_IN = new RegExp(`^(?:${sourcesOf((pack) => pack.leadsIn).spaced})(?=\\p{L})`, "u");
/** "Acme denies that it …": the words before say who that is. */
const PRONOUN_SUBJECT = /^(?:it|he|she|they|its|his|her|their|er|sie|es|ihr|il|elle|ils|elles|su|sus|ella|ellos|ele|ela) /iu;

/** The assertions of a page that are worth a look in the vocabulary, likeliest first; none of a post, which is matched whole. */
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
    // Figures, names and the title's words are what a claim is made of (check-worthiness features of ClaimBuster); and news puts the main thing first.
    const shared = said.filter((word) => topic.has(word)).length / (topic.size || 1);
    const figures = /\p{N}/u.test(one.text) ? 1 : 0;
    const names = Math.min(2, one.text.match(/(?<=[\p{L},] )\p{Lu}/gu)?.length ?? 0) / 2;
    found.push({ ...one, weight: 2 * shared + figures + names + 2 / (1 + place) });
  };
  // What is the better part of a passage stands for it.
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
        quote: quoteOf(text, start, content.end),
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

/** Those that are searched for: the ones with the rarest words that some claim has. Nothing else can be linked. */
export function worthASearch(assertions: Assertion[], claimsRead: number, { claims, frequency }: TermStatistics): Assertion[] {
  const worth = (one: Assertion) =>
    one.terms.reduce((sum, term) => sum + (frequency.get(term) ? Math.log(1 + claims / (frequency.get(term) ?? 1)) : 0), 0);
  return assertions
    .map((one) => ({ one, worth: worth(one), known: one.terms.filter((term) => frequency.get(term)).length }))
    .filter(({ known }) => known >= 2)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, Math.max(MIN_ASSERTIONS, MAX_SEARCHES - claimsRead))
    .map(({ one }) => one);
}

/**
 * The candidates that count: those linked, else the best one that is suggested. One at a time waits for a person, and no other where they
 * confirmed one of them (`decided`: by claim, whether it stands): each costs three written rows.
 */
export function best(scored: ScoredCandidate[], decided?: ReadonlyMap<string, boolean>): ScoredCandidate[] {
  const linked = scored.filter((c) => c.decision === "linked");
  if (linked.length) return linked;
  const suggested = scored.filter((c) => c.decision === "suggested");
  return suggested.some((c) => decided?.get(c.claimId)) ? [] : suggested.filter((c) => !decided?.has(c.claimId)).slice(0, 1);
}
/** Per claim the words that say it best. Where none is sure, the likeliest one alone waits for a person: a page says a hundred things. */
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
