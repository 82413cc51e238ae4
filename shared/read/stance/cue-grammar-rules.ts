/** How a Spanish, German, French or Portuguese text stands to a claim, by plain rules: the networks were fitted on English and Chinese. */

import { type CueGrammar, cueGrammarOf } from "../../lang/index.ts";
import { sentences } from "../../text/segment.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { wholeWords } from "../attribution/cue-grammar-phrases.ts";
import { hedgesIn } from "../claims/certainty.ts";
import { responseCuesIn } from "../responses/response-cues.ts";

interface Words {
  untrue: RegExp;
  not: RegExp;
  asks: RegExp;
  told: RegExp;
}
const compiled = new WeakMap<CueGrammar, Words>();
function wordsOf(grammar: CueGrammar): Words {
  let found = compiled.get(grammar);
  if (!found) {
    found = {
      untrue: wholeWords(grammar.untrue),
      not: wholeWords(`(?:${grammar.not})\\s+(\\p{L}+)(?:\\s+(\\p{L}+))?`),
      asks: wholeWords(grammar.asks, "iu"),
      told: wholeWords(`${grammar.say}|${grammar.according}|${grammar.hearsay}`),
    };
    compiled.set(grammar, found);
  }
  return found;
}

/** A label before the text: "FALSO:", "BULO |", "Faktencheck:", "No, …"; in capitals also without a mark. */
const LABEL =
  /^[^\p{L}]*(?:(?:falso|bulo|mentira|desmentido|faux|intox|fake(?:[ -]?news)?|faktencheck|falschmeldung|falsch|lüge|fact-?check\p{L}*|boato|é fake|nein|no|non|não)\s*[:,.!|–—-]|(?:falso|bulo|mentira|faux|falsch)$)/iu;
const CAPITALS = /^[^\p{L}]*(?:FALSO|BULO|MENTIRA|DESMENTIDO|FAUX|INTOX|FAKE|FALSCH|LÜGE|BOATO|É FAKE)(?!\p{L})/u;
const QUOTED = /["“„«][^"”“»]*["”“»]/gu;
/** "No digo que sea falso": what stands before turns it round. */
const TURNED = /(?<!\p{L})(?:no|nicht|kein\p{L}*|pas|não|ni|nem) (?:\p{L}+ )?$/iu;

/** What an answer need only say, in any of the four. */
const NONSENSE =
  /(?<!\p{L})(?:Quatsch|Blödsinn|Unsinn|Schwachsinn|n['’]importe quoi|tonterías?|disparate|bobagem|(?:no ha|nunca ha) (?:pasado|ocurrido|sucedido)|nunca (?:pasó|ocurrió|sucedió|aconteceu)|jamais (?:arrivé|produite?|existé)|ni(?:e|cht) passiert)(?!\p{L})/iu;
const SO =
  /(?<!\p{L})(?:es (?:verdad|cierto)|c['’]est vrai|é verdade|stimmt|ist wahr|bestätigt|confirm(?:ad[oa]|ó|ou|a[rn]?|ée?|er))(?!\p{L})/iu;
const IF = /(?<!\p{L})(?:si|se|s['’]il|wenn|falls|ob)(?!\p{L})/iu;
const ALREADY = /(?<!\p{L})(?:ya|já|déjà|bereits|schon|längst)(?!\p{L})/iu;

/** "Dicen que es falso": the clause that a teller's verb opens; what stands after a further comma is the writer's own. */
const TOLD_CLAUSE = /^(?:[^,]{0,3},)?[^,;:]*$/u;

/** Whether a passage says that something is not so; with `own`, not in what it has others say. */
const saysUntrue = (text: string, { untrue, told }: Words, own = false) =>
  [...text.matchAll(untrue)].some((match) => {
    const before = text.slice(0, match.index);
    const teller = own ? [...before.matchAll(told)].at(-1) : undefined;
    return !TURNED.test(before.slice(-24)) && !(teller && TOLD_CLAUSE.test(before.slice(teller.index + teller[0].length)));
  });

/** Forms of one word: "ocultó", "ocultado". */
function alike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= Math.max(4, Math.min(a.length, b.length) - 1);
}
const bare = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
/** The words that a text negates: the two after "no", "kein". */
const negatedIn = (text: string, { not }: Words) =>
  [...text.matchAll(not)].flatMap(([, a = "", b = ""]) => (/^(?:s[oó]lo|nur|seulement|só|apenas)$/i.test(a) ? [] : [bare(a), bare(b)]));

/** Whether one of two texts negates a word of the other that the other does not negate. */
function negates(text: string, about: string, words: Words): boolean {
  const [mine, theirs] = [negatedIn(text, words), negatedIn(about, words)];
  const inside = (list: string[], word: string) => word.length > 3 && list.some((other) => alike(word, other));
  const held = bare(about).match(/\p{L}{4,}/gu) ?? [];
  return mine.some((word) => inside(held, word) && !inside(theirs, word));
}

/** Whether a short answer, or one that shares the claim's words, says that it is so. */
function affirms(sentence: string, about: boolean): boolean {
  const match = SO.exec(sentence);
  if (!match || !(about || sentence.split(" ").length <= 10)) return false;
  const before = sentence.slice(0, match.index);
  return !TURNED.test(before) && !IF.test(before);
}

/**
 * deny: it says in its own voice that the claim is not so, or negates its words; query: it asks; support: it answers that it is so; observe: it tells what others say or deny.
 * Null: nothing of this is found, or the language is none of cues.ts's `cueGrammars`. A post is read
 * as a whole, an article in its lead and what is near the claim.
 */
export function tongueStance(
  text: string,
  about: string,
  lang: string,
  as: "article" | "post" | "answer",
): "deny" | "query" | "observe" | "support" | null {
  const grammar = cueGrammarOf(lang);
  if (!grammar) return null;
  const words = wordsOf(grammar);
  const [isPost, answers] = [as !== "article", as === "answer"];
  const turned = saysUntrue(about, words) || LABEL.test(about);
  const all = sentences(text.slice(0, 3000).replace(/https?:\/\/\S+/g, " ")).slice(0, 40);
  const wanted = stemsOf(about);
  const near = (sentence: string) => shared(wanted, stemsOf(sentence)) >= Math.min(2, wanted.size);
  const asked = (sentence: string) => /[?？][\s"'»)!.]*$/u.test(sentence) || words.asks.test(sentence);
  let asks = false;
  let tells = false;
  let agrees = false;
  let mentioned = isPost;
  for (const [i, { text: sentence }] of all.entries()) {
    const own = sentence.replace(QUOTED, " ");
    const denied = responseCuesIn(own, lang).some((cue) => cue.type === "denial" && !saysUntrue(cue.text, words));
    const told = denied || own.search(words.told) >= 0;
    const about_ = near(sentence);
    mentioned ||= about_;
    if (asked(sentence)) {
      asks ||= isPost || (about_ && i === 0);
      continue;
    }
    const label = i === 0 && (LABEL.test(sentence) || CAPITALS.test(sentence));
    const answer = asks && /^\W*(?:no|nein|non|não)\W*$/iu.test(sentence);
    const untrue = (isPost || !told) && saysUntrue(own, words, true);
    const negated = answers
      ? own.split(",").some((part) => part.search(words.told) < 0 && negates(part, about, words))
      : !told && negates(own, about, words);
    const short = answers && (NONSENSE.test(own) || (denied && ALREADY.test(own)));
    const says = label || answer || untrue || short || (about_ && negated);
    if (says && mentioned && (isPost || i < 5) && !turned) return "deny";
    agrees ||= answers && affirms(own, about_);
    tells ||= isPost ? denied || saysUntrue(own, words) : about_ && (told || hedgesIn(own).length > 0);
  }
  return asks && !asked(about) ? "query" : agrees && !turned ? "support" : tells ? "observe" : null;
}
