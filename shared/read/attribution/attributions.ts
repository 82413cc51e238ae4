/** Who says what in a text: one pipeline (sentence-reader.ts), with a reader for each way in which languages express it. */

import { cueGrammarOf } from "../../lang/index.ts";
import { primaryTag } from "../../text/language-tag.ts";
import type { TokenSentence } from "../tokens.ts";
import { ChineseReader } from "./chinese.ts";
import { CueGrammarReader } from "./cue-grammar.ts";
import { EnglishReader, isPartOfAnother } from "./english.ts";
import type { Attribution } from "./sentence-reader.ts";

/** Limit against hostile text: the longest article of PolNeAR has under 150 attributions. */
const MAX_ATTRIBUTIONS = 300;

/** The attributions of the sentences of a text, in order. `lang` is a BCP 47 tag; languages without a reader are read as English. */
export function attributionsIn(text: string, sentences: TokenSentence[], lang: string): Attribution[] {
  const grammar = cueGrammarOf(lang);
  const isChinese = ["zh", "ja"].includes(primaryTag(lang));
  const out: Attribution[] = [];
  for (const index of sentences.keys()) {
    if (out.length >= MAX_ATTRIBUTIONS) break;
    const place = { text, sentences, index, out };
    if (grammar) new CueGrammarReader(place, grammar, lang).read();
    else if (isChinese) new ChineseReader(place).read();
    else new EnglishReader(place).read();
  }
  return grammar || isChinese ? out : out.filter((one) => !isPartOfAnother(out, one));
}
