/** What deciding on a document needs to have looked up, as far as its reading alone tells. */

import { queryTerms } from "../../../shared/match/index.ts";
import { type Fingerprint, fingerprint } from "../../../shared/text/fingerprint.ts";
import { statementsToMatch, type Work } from "../read.ts";
import { type Assertion, assertionsOf } from "./assertions.ts";
import { type AccountMention, type LinkedPage, linksOf, mentionsOf } from "./pointers.ts";
import { claimIdOf, type Quoted, quotedIn, reportedIdsOf } from "./reported-documents.ts";

export interface Needs {
  work: Work;
  print: Fingerprint | null;
  /** Passages of other posts that it prints. */
  quotations: Quoted[];
  links: LinkedPage[];
  mentions: AccountMention[];
  reportedIds: string[];
  /** Ids of the claims that its reading would propose. */
  proposals: string[];
  /** Texts that may be a claim, with the terms that they are searched by. */
  statements: { text: string; lang: string | null; terms: string[] }[];
  /** What else a page says. */
  assertions: Assertion[];
}

export function needsOf(work: Work): Needs {
  const { document, reading } = work;
  const lang = reading?.document.lang ?? null;
  return {
    work,
    print: reading ? fingerprint(reading.document.text) : null,
    quotations: quotedIn(work),
    links: linksOf(work),
    mentions: mentionsOf(work),
    reportedIds: reportedIdsOf(document.id, reading),
    proposals: (reading?.claims ?? []).map((claim) => claimIdOf(claim.text)),
    statements: statementsToMatch(work).map((text) => ({ text, lang, terms: queryTerms(text, lang) })),
    assertions: assertionsOf(work),
  };
}
