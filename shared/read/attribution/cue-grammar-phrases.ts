/** Noun phrases of Spanish, German, French and Portuguese: the speaker before or after a verb of saying. */

import { type CueGrammar, english, sourcesOf, wholeWords } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { oncePer } from "../../text/once-per.ts";
import { spanOf } from "../../text/span.ts";

/** The beginning of a further word of a name, behind the small words and prefixes that names have: "de la Cruz", "al-Dahle". */
export const NAME_PART = `(?:(?:${sourcesOf(({ parties }) => parties?.nameParticles).spaced}) |${english.grammar.naming.prefixes})?\\p{Lu}`;
/** A role with its name after a comma. */
const APPOSED = new RegExp(`^[\\p{L}’'. -]{3,60}, (?:\\p{Lu}[\\p{L}'’-]+)(?: ${NAME_PART}[\\p{L}'’-]+){1,3}`, "u");
const NOTHING = "(?!)";
export const patternsOf = oncePer((grammar: CueGrammar) => ({
  /** "explica a este medio la alcaldesa": the person addressed. */
  told: new RegExp(`^(?:${grammar.told}) ?(?:\\p{L}+['’ ] ?)?[\\p{L}.-]+ (?=(?:${grammar.article})(?:\\s|(?<=['’])))`, "iu"),
  entitled: new RegExp(`(?:${grammar.entitled})\\s$`, "iu"),
  titles: new RegExp(`(?<=(?:${grammar.entitled})\\s)[„"«“][^“”"»]{1,120}[“”"»]`, "giu"),
  /** German perfect: the subject stands before its auxiliary, else right after it ("Das hatten Nachrichten behauptet"). */
  perfect: grammar.auxiliaries ? new RegExp(`^(.*?)(?:^|\\s)(?:${grammar.auxiliaries})\\s+(.*)$`, "iu") : null,
  afterApposition: grammar.afterApposition ? new RegExp(`^(?:${grammar.afterApposition})\\s`, "u") : null,
  nounPhrase: grammar.nounPhrase ? new RegExp(`^${grammar.nounPhrase}`, "u") : null,
  /** "negó la acusación y aseguró", "admitió el retraso, pero negó". */
  second: new RegExp(`,?\\s(?:${grammar.conjunctions})(?: (?:${grammar.auxiliary}))?$`, "u"),
  /** The denied thing, after its verb and at most a time: "el martes las acusaciones". */
  thing: new RegExp(`^\\s(?:(?:${grammar.when}) )?(?:${grammar.article}) ?\\p{Ll}`, "iu"),
  thatWord: wholeWords(grammar.that, "iu"),
  bare: grammar.infinitive ? new RegExp(`(?<!\\p{L})(?:${grammar.infinitive}) \\p{L}+ `, "iu") : null,
  /** "Gerüchte, …, sind falsch,": an apposition contains no verb. */
  copula: wholeWords(grammar.copula, "u"),
  say: wholeWords(grammar.inverted ? `${grammar.inverted}|${grammar.say}` : grammar.say),
  inverted: grammar.inverted ? wholeWords(`^(?:${grammar.inverted})$`, "iu") : null,
  according: wholeWords(grammar.according),
  // The content begins after "que", ", dass" or a colon, at most a few words of time and place after the verb.
  that: new RegExp(`^[^.;:«“„"]{0,80}?(?:(?<![\\p{L}])(?:${grammar.that})(?:(?<=['’])|(?!\\p{L})) ?|:\\s*)`, "iu"),
  adjunctOnly: new RegExp(`^(?:${grammar.adjunct})$`, "iu"),
  adjuncts: wholeWords(grammar.adjunct),
  /** The place of a verb that has no subject before it. */
  unnamed: new RegExp(`(?:^|[.,;¡¿«"“]\\s*)(?:${grammar.nobody})(?: (?:${grammar.adjunct}))?$`, "iu"),
  carrier: wholeWords(grammar.carriers, "iu"),
  open: new RegExp(`^(?:${grammar.article})(?:\\s|(?<=['’]))`, "iu"),
  verb: wholeWords(`^\\P{L}*(?:${grammar.spread}|${grammar.began})`, "iu"),
  /** The words before a subject that follows its verb: "como aseguran mensajes". */
  as: wholeWords(`(?:${grammar.as})[\\s'’]*$`, "iu"),
  nobody: wholeWords(`^(?:${grammar.nobody})$`, "iu"),
  /** "but", "although": first before a clause without a subject of its own, then before a clause with one. */
  conjunctionOnly: new RegExp(`^\\s*(?:${grammar.conjunctions})(?:\\s+(?:${grammar.adjunct}))*\\s*$`, "iu"),
  conjunction: new RegExp(`^[\\s\\S]*(?<!\\p{L})(?:${grammar.conjunctions}) (?=\\p{L})`, "iu"),
  /** "las cuales", "laquelle": a relative pronoun names no source. */
  no: wholeWords(`^(?:${grammar.that}|${grammar.nobody}|${grammar.relatives ?? NOTHING})`, "iu"),
  /** "versicherte uns Timo Brandt" */
  listener: new RegExp(`^(?:${grammar.listener ?? NOTHING}) (?=\\S)`),
  beforeSpeaker: new RegExp(`^[\\s-]*(?:\\d{1,3}[/.)]\\s?)?(?:(?:${grammar.speaksFrom ?? NOTHING}) )?`, "iu"),
  fronted: new RegExp(`^\\s*(?:${grammar.fronted ?? NOTHING})$`, "iu"),
  beforePhrase: new RegExp(`^(?:(?!(?:${grammar.article}) )\\p{Ll}+ )*`, "u"),
  accordingBehind: new RegExp(`^(?:${grammar.accordingBehind ?? NOTHING})`, "i"),
  impersonal: new RegExp(grammar.impersonal ?? NOTHING, "iu"),
  /** Between a quotation and its verb: "…, nous dit". */
  clitic: new RegExp(`^[\\s,]*(?:(?:${grammar.nobody}) ?)?$`, "i"),
  thatFollows: new RegExp(`^\\s*(?:\\p{L}+ ){0,3}(?:${grammar.that})(?!\\p{L})`, "u"),
  /** "wie der Verlag mitteilte": "as", with the subject before the verb. */
  asBefore: grammar.capitalNouns ? new RegExp(`(?<!\\p{L})(?:${grammar.as}) (?=[^,;:]{2,60}$)`, "iu") : null,
  /** "In einer Gruppe behauptete ein Nutzer": a place or a time stands before the verb. */
  fronts: new RegExp(`^(?:(?:${grammar.adjunct})\\s[^,]+|.*,)$`, "iu"),
  beginsPhrase: new RegExp(`^\\s(?:(?:${grammar.article})(?!\\p{L})|\\p{Lu})`, "u"),
}));

/** Whether a passage names the carrier of a claim: "the message", "the rumour". */
export const carriesClaim = (passage: string, grammar: CueGrammar) => patternsOf(grammar).carrier.test(passage);

/** The alias of an unknown person. A quotation may stand between the person and the alias. */
export const ALIAS = new RegExp(
  `\\s?(?:${sourcesOf(({ parties }) => parties?.alias).spaced})\\s["“„«]?\\s?(@?[\\p{L}\\p{N}_]{3,30})(?:\\s?["”»“])?(?![\\p{L}\\p{N}])`,
  "u",
);
export const aliasEnds = new RegExp(`${ALIAS.source}$`, "u");
/** Longest speaker, in characters. */
const MAX_SPEAKER = 90;

/**
 * The phrase that ends before `end`: back to a mark, across one apposition ("Ana Ruiz, portavoz de Nortia, dijo"). Null where none is
 * found.
 */
export function phraseEndingAt(text: string, floor: number, end: number, grammar: CueGrammar): Span | null {
  let to = end;
  while (to > floor && /[\s,]/.test(text[to - 1] ?? "")) to--;
  // "un usuario que se hace llamar "cobalto" escribió": the alias is part of the phrase.
  const alias = aliasEnds.exec(text.slice(Math.max(floor, to - MAX_SPEAKER), to));
  const called = alias && /["”»“]$/.test(alias[0]) && phraseEndingAt(text, floor, to - alias[0].length, grammar);
  if (called) return spanOf(text, called.start, to);
  const apposed = text.slice(to, end).includes(",");
  const window = text.slice(Math.max(floor, to - MAX_SPEAKER), to);
  let marks = window.split(/(?:[,;:!?()«»„“”"\n—–]|(?<!(?<!\p{L})\p{Lu})\.)\s*|\s-\s/u);
  if (to - MAX_SPEAKER <= floor || marks.length > 1) marks = marks.slice(apposed && marks.length > 1 ? -2 : -1);
  let from =
    Math.max(floor, to - MAX_SPEAKER) +
    window.lastIndexOf(marks[0] ?? "", apposed && marks.length > 1 ? window.length - (marks[1] ?? "").length - 1 : window.length);
  let words = text.slice(from, to);
  if (patternsOf(grammar).conjunctionOnly.test(words)) return null;
  // Function words at the end ("no ha", "también") belong to the verb. In the middle they start a new phrase ("en un comunicado la
  // empresa").
  for (let i = 0; i < 6; i++) {
    const tail = /(?:^|\s)(\S+)$/u.exec(words);
    if (!tail?.[1] || !patternsOf(grammar).adjunctOnly.test(tail[1])) break;
    words = words.slice(0, words.length - tail[0].length);
  }
  // "Le maire, Antoine Sorel, a qualifié": the auxiliary follows the comma.
  if (!words.trim() && from - 1 > floor && /,\s*$/.test(text.slice(floor, from))) return phraseEndingAt(text, floor, from, grammar);
  const conjunction = patternsOf(grammar).conjunction.exec(words)?.[0].length ?? 0;
  if (conjunction && !apposed && !/^\p{Lu}/u.test(words)) {
    from += conjunction;
    words = words.slice(conjunction);
  }
  const skip = (length: number) => {
    from += length;
    words = words.slice(length);
  };
  // "Der Kassenwart, Andreas Lux, ließ die Vorwürfe": the verb follows the apposition's comma.
  if (patternsOf(grammar).afterApposition?.test(words) && /,\s*$/.test(text.slice(floor, from)))
    return phraseEndingAt(text, floor, from, grammar);
  const perfect = patternsOf(grammar).perfect?.exec(words);
  if (perfect && /(?<!\p{L})\p{Lu}\p{L}*$/u.test(perfect[1] ?? "") && !patternsOf(grammar).fronted.test(perfect[1] ?? ""))
    words = words.slice(0, perfect[1]?.length);
  else if (perfect) {
    skip(words.length - (perfect[2]?.length ?? 0));
    skip(patternsOf(grammar).beforePhrase.exec(words)?.[0].length ?? 0);
    words = patternsOf(grammar).nounPhrase?.exec(words)?.[0] ?? words;
  }
  // "Circula un mensaje que asegura": the earlier verb belongs to another clause.
  skip(patternsOf(grammar).verb.exec(words)?.[0].length ?? 0);
  skip(patternsOf(grammar).beforeSpeaker.exec(words)?.[0].length ?? 0);
  if (patternsOf(grammar).nobody.test(words)) return null;
  return /\p{L}{2}/u.test(words) ? spanOf(text, from, from + words.length) : null;
}

/** The phrase that starts at `start`, up to a mark or a word that begins a time, a place or a clause. Null where none is found. */
export function phraseStartingAt(text: string, start: number, limit: number, grammar: CueGrammar): Span | null {
  let from = start;
  while (from < limit && /\s/.test(text[from] ?? "")) from++;
  from += patternsOf(grammar).listener.exec(text.slice(from, from + 5))?.[0].length ?? 0;
  from += patternsOf(grammar).told.exec(text.slice(from, from + 60))?.[0].length ?? 0;
  const raw =
    text
      .slice(from, Math.min(limit, from + MAX_SPEAKER))
      .split(/[;:!?()«»„“”"\n—–]|(?<!(?<!\p{L})\p{Lu})\.|,\s(?!\p{Ll}[^,]{2,60},|\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}'’-]+(?:[.,]|$))/u)[0] ??
    "";
  if (patternsOf(grammar).no.test(raw) || /^\P{L}/u.test(raw)) return null;
  const apposed = APPOSED.exec(text.slice(from, Math.min(limit, from + MAX_SPEAKER)))?.[0];
  // "Según un mensaje en X, Lácteos Olmo vendió": the name does not belong to the message.
  if (apposed && !patternsOf(grammar).carrier.test(apposed.split(",")[0] ?? "") && patternsOf(grammar).open.test(apposed))
    return spanOf(text, from, from + apposed.length);
  let words = patternsOf(grammar).nounPhrase?.exec(raw)?.[0] || raw.replace(/\s\d.*$/u, "");
  for (const match of words.matchAll(patternsOf(grammar).adjuncts)) {
    if (match.index === 0) continue;
    words = words.slice(0, match.index);
    break;
  }
  words = words.replace(/(?<![\s,])[\s,]+$/u, "");
  return /\p{L}{2}/u.test(words) ? spanOf(text, from, from + words.length) : null;
}
