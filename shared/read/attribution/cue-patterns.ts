/** Patterns around a verb of saying, for languages that are read by these verbs. */

import { type CueGrammar, english, NOTHING, sourcesOf, wholeWords } from "../../lang/index.ts";
import { oncePer } from "../../text/once-per.ts";

/** The beginning of a further word of a name, after short words and prefixes of names: "de la Cruz", "al-Dahle". */
export const NAME_PART = `(?:(?:${sourcesOf(({ parties }) => parties?.nameParticles).spaced}) |${english.grammar.naming.prefixes})?\\p{Upper}`;
/** Function words, which name nobody and are no part of a name. */
export const functionWords = ({ adverbs, prepositions, oblique, relatives, and, auxiliary }: CueGrammar) =>
  [adverbs, prepositions, oblique, relatives, and, auxiliary].join("|");
/** "Of" with an article after it: "de la". */
export const ofPhrase = ({ of, article }: CueGrammar) => `(?:${of})(?:\\s?(?:${article}))?`;
/** The patterns of a language, made when they are first needed. */
export const patternsOf = oncePer((grammar: CueGrammar) => ({
  /** "negó la acusación y aseguró", "admitió el retraso, pero negó". */
  second: new RegExp(`,?\\s(?:${grammar.and}|${grammar.that}|${grammar.subordinators})(?: (?:${grammar.auxiliary}))?$`, "u"),
  /** The denied thing after its verb, or after a time in between: "el martes las acusaciones". */
  thing: new RegExp(`^\\s(?:(?:${grammar.when}) )?(?:${grammar.article}) ?\\p{Lower}`, "iu"),
  bare: grammar.infinitive ? new RegExp(`(?<!\\p{Alpha})(?:${grammar.infinitive}) \\p{Alpha}+ `, "iu") : null,
  say: wholeWords(grammar.inverted ? `${grammar.inverted}|${grammar.say}` : grammar.say),
  inverted: grammar.inverted ? wholeWords(`^(?:${grammar.inverted})$`, "iu") : null,
  according: wholeWords(grammar.according),
  // The content begins after "que", ", dass" or a colon, at most a few words of time and place after the verb.
  that: new RegExp(`^[^.;:«“„"]{0,80}?(?:(?<![\\p{Alpha}])(?:${grammar.that})(?:(?<=['’])|(?!\\p{Alpha})) ?|:\\s*)`, "iu"),
  /** The place of a verb that has no subject before it. */
  unnamed: new RegExp(`(?:^|[.,;¡¿«"“]\\s*)(?:${grammar.nobody})(?: (?:${functionWords(grammar)}))?$`, "iu"),
  carrier: wholeWords(grammar.carriers, "iu"),
  open: new RegExp(`^(?:${grammar.article})(?:\\s|(?<=['’]))`, "iu"),
  /** The words before a subject that follows its verb: "como aseguran mensajes". */
  as: wholeWords(`(?:${grammar.as})[\\s'’]*$`, "iu"),
  accordingBehind: new RegExp(`^(?:${grammar.accordingBehind ?? NOTHING})`, "i"),
  /** Between a quotation and its verb: "…, nous dit". */
  clitic: new RegExp(`^[\\s,]*(?:(?:${grammar.nobody}) ?)?$`, "i"),
  thatFollows: new RegExp(`^\\s*(?:\\p{Alpha}+ ){0,3}(?:${grammar.that})(?!\\p{Alpha})`, "u"),
  /** Articles and the like directly before a word, which is then no verb: "mehrere bestätigte Fälle", "zu sagen". */
  attributive: grammar.capitalNouns ? new RegExp(`^(?:${grammar.determiners}|${grammar.prepositions})$`, "iu") : null,
  anaphora: new RegExp(`^\\s*(?:${grammar.anaphora})(?:\\s|(?<=['’]))*$`, "iu"),
  infinitive: new RegExp(grammar.infinitiveForm ?? NOTHING, "u"),
  reflexive: new RegExp(`(?<!\\p{Alpha})(?:${grammar.reflexive ?? NOTHING})\\s?$`, "iu"),
  dependent: grammar.modals ? wholeWords(grammar.modals, "iu") : /(?!)/u,
  /** A comma before a reported clause, possibly after a time or a place. */
  clauseBehind: new RegExp(
    `^(?:[^.,;:«“„"]{0,60}\\s(?:${grammar.verbParticles ?? NOTHING})|\\s(?:${grammar.prepositions}|${grammar.oblique}|${grammar.adverbs})(?!\\p{Alpha})[^.,;:«“„"]{0,90}|\\s{0,9}),\\s(?!(?:${grammar.subordinators}|(?:${grammar.prepositions}) (?:${grammar.article}|${grammar.relatives}))\\s)`,
    "iu",
  ),
  /** "wie der Verlag mitteilte": "as", with the subject before the verb. */
  asBefore: grammar.capitalNouns ? new RegExp(`(?<!\\p{Alpha})(?:${grammar.as}) (?=[^,;:]{2,60}$)`, "iu") : null,
}));

/** Whether a passage names the carrier of a claim: "the message", "the rumour". */
export const carriesClaim = (passage: string, grammar: CueGrammar) => patternsOf(grammar).carrier.test(passage);

/** The alias of an unknown person. A quotation may stand between the person and the alias. */
export const ALIAS = new RegExp(
  `(?<!\\p{Alpha})(?:${sourcesOf(({ parties }) => parties?.alias).spaced})\\s["“„«]?\\s?(@?[\\p{Alpha}\\p{N}_]{3,30})(?:\\s?["”»“])?(?![\\p{Alpha}\\p{N}])`,
  "u",
);
