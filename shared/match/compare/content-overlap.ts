/**
 * Compares a text and a claim without their names. Two statements about the same people share only the names; one statement about two people
 * shares all but the names.
 */

import { packOf } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";
import type { Compared } from "../features.ts";
import { type Idf, type Prepared, prefix } from "../prepare.ts";
import { terms } from "../terms/terms.ts";
import { baseLang, type Token } from "../terms/tokens.ts";
import type { Change } from "./changed.ts";
import { claimNames, follows, MAX_NAME_WORDS, MIN_NAME_IDF, sameName } from "./names.ts";
import { misspelt, spelling } from "./word-forms.ts";

/** Minimum share of either side, without names, that the other side has. Needed to link in a young index, where a text has no rival claims. */
const MIN_STATED = 0.58;
/** Minimum share of the claim's other words in a text that states the claim with another name. */
const MIN_SAID = 0.7;
/** Maximum share of other words in the sentence that states it. */
const MAX_OWN = 0.35;
/** Minimum length of a name, in letters; shorter words are parts of a code. */
const MIN_NAME_LETTERS = 3;
/** A phrasing with this share of the claim's other words, but without the name, shows that the claim does not depend on the name. */
const MIN_WITHOUT_NAME = 0.5;

/** The text's form of each of the claim's terms that it has: the same, with another ending, or misspelt. */
function formsIn(text: Prepared, fields: Token[][]): Map<string, string> {
  const spelt = spelling(text);
  const found = new Map<string, string>();
  for (const { term } of fields.flat()) {
    if (text.positions.has(term) || text.joined.has(term)) found.set(term, term);
    else if (term.length >= 5) {
      const near = text.prefixes.get(prefix(term) || " ") ?? spelt.get(term.slice(0, 1))?.find((other) => misspelt(term, other));
      if (near && text.positions.has(near)) found.set(term, near);
    }
  }
  return found;
}

/** Share of the terms, weighted by idf, that are among the others; 1 for no terms. */
function shareIn(terms: Iterable<string>, there: { has(term: string): boolean }, idf: Idf): number {
  let all = 0;
  let found = 0;
  for (const term of terms) {
    all += idf(term);
    if (there.has(term)) found += idf(term);
  }
  return all ? found / all : 1;
}

/** Words of reporting, by language. They introduce a statement and are no part of it. */
const reportingWordsOf = oncePer((lang: string) => new Set(terms(packOf(lang)?.reportingWords ?? "", lang)));

/** Whether most of one side, without names and numbers, is in the other. A post may say more than a claim, or less. */
export function statesMuch(text: Prepared, { fields, named }: Pick<Compared, "fields" | "named">, idf: Idf): boolean {
  const reporting = reportingWordsOf(baseLang(text.lang));
  const plain = (all: Iterable<string>) => [...new Set(all)].filter((term) => !named.has(term) && !/^\p{N}/u.test(term));
  const forms = formsIn(text, fields);
  const said = new Set(forms.values());
  return (
    shareIn(
      plain(text.positions.keys()).filter((term) => !reporting.has(term)),
      said,
      idf,
    ) >= MIN_STATED || fields.some((field) => shareIn(plain(field.map(({ term }) => term)), forms, idf) >= MIN_STATED)
  );
}

/**
 * The name that a text has in place of one of the claim's, whatever the order of the rest. The text lacks the claim's name but has
 * nearly everything else of the claim, and the sentence has a rare word that the claim lacks and little more. A name that a phrasing
 * lacks is no part of the claim.
 */
export function renamed(
  text: Prepared,
  { fields, named }: Pick<Compared, "fields" | "named">,
  lang: string | null,
  idf: Idf,
): Change | null {
  const [claim = [], ...phrasings] = fields;
  const names = claimNames(claim, lang, named);
  if (names.every((name) => text.weight.has(name.at(-1)?.term ?? ""))) return null;
  const forms = formsIn(text, fields);
  const absent = names.map((name) => name.filter(({ term }) => !forms.has(term) && !text.author.has(term)));
  const at = names.findIndex((name, i) => {
    const last = name.at(-1);
    const gone = absent[i] ?? [];
    // The tablet OB-77 is the same tablet without "OB".
    if (!last || gone.at(-1) !== last || last.term.length < MIN_NAME_LETTERS) return false;
    const words = new Set(gone.map(({ term }) => term));
    const without = claim.map(({ term }) => term).filter((term) => !words.has(term));
    return phrasings.every((phrasing) => {
      const has = new Set(phrasing.map(({ term }) => term));
      return gone.some(({ term }) => has.has(term)) || shareIn(without, has, idf) < MIN_WITHOUT_NAME;
    });
  });
  const missing = absent[at];
  if (!missing) return null;
  // In "Senator Ida Marlow" only the words after "Senator" may be replaced: the text must have its other name there.
  const before = forms.get(names[at]?.at(-1 - missing.length)?.term ?? "");
  const gone = new Set(absent.flat().map(({ term }) => term));
  const rest = new Set(claim.map(({ term }) => term).filter((term) => !gone.has(term)));
  const said = new Set(forms.values());
  for (const sentence of text.sentences.length ? text.sentences : [new Set(text.positions.keys())]) {
    const there = { has: (term: string) => sentence.has(forms.get(term) ?? "") };
    if (!rest.size || shareIn(rest, there, idf) < MIN_SAID) continue;
    const runs: Token[][] = [];
    let open = false;
    text.tokens.forEach((token, place) => {
      const other = sentence.has(token.term) && !said.has(token.term) && token.number === null;
      const rare = other && (idf(token.term) >= MIN_NAME_IDF || named.has(token.term));
      const begins = before === undefined || (before === text.tokens[place - 1]?.term && follows(text.tokens, place));
      if (rare && open) runs.at(-1)?.push(token);
      else if (rare && begins) runs.push([token]);
      open = rare && (open || begins);
    });
    // "PG" is Paul George: the name is present.
    if (runs.some((run) => [run, ...run.map((token) => [token])].some((form) => sameName(form, missing)))) return null;
    const other = runs.find((run) => run.length <= MAX_NAME_WORDS);
    if (!other) continue;
    const known = new Set([...said, ...other.map(({ term }) => term)]);
    if (shareIn(sentence, known, idf) < 1 - MAX_OWN) continue;
    const [shown = "", claimed = ""] = [other, missing].map((run) => run.map((token) => token.shown).join(" "));
    return { kind: "name", text: shown, claim: claimed };
  }
  return null;
}
