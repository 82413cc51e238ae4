/**
 * Glosses: for a function word of any language, an English word of its class. With them one set of finders reads phrases in all languages that
 * separate words by spaces.
 */

import type { CueGrammar } from "../index.ts";

const NEVER = "(?!)";
/** A gloss for each class of function words, with the sources of its words. A word in two classes belongs to the first one. */
export function glossesOf(grammar: CueGrammar): [gloss: string, words: string][] {
  return [
    ["from", grammar.speaksFrom ?? NEVER],
    ["the", grammar.article],
    ["of", grammar.of],
    ["he", grammar.he],
    ["they", grammar.subject],
    ["and", grammar.and],
    ["who", `${grammar.relatives}|${grammar.who ?? NEVER}`],
    ["that", grammar.that],
    ["also", grammar.nobody],
    ["in", `${grammar.prepositions}|${grammar.oblique}`],
    ["has", grammar.auxiliary],
    ["is", grammar.copula],
    ["been", grammar.passive],
    ["also", grammar.adverbs],
    ["his", grammar.determiners],
    ["monday", grammar.timeWords],
    ["because", grammar.subordinators],
    // A verb that no noun looks like.
    ["wrote", grammar.finiteForm ? `\\p{Alpha}*(?:${grammar.finiteForm})` : NEVER],
  ];
}
