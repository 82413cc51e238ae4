/**
 * Builds the patterns by which texts name their source, for a language with spaces between words, from lists of its
 * words. The lists are regular expressions with `|`.
 */
import type { SourceCues } from "../lang/pack/sources.ts";

interface Lists {
  /** Words for "according to" ("según", "laut"), and for credit in brackets or at the end ("vía", "Quelle"). */
  according: string;
  via: string;
  credit: string;
  /** Verbs of publishing, those of saying, and participles of publishing: "informó", "dijo", "publicado". */
  reports: string;
  says: string;
  /** Beginnings of verbs by which somebody denies what a source said. */
  denies: string;
  published: string;
  /** Words between a name and a participle: "a", "ont", "hat". */
  auxiliaries: string;
  /** Auxiliaries whose participle ends the clause: "hatte über den Wechsel berichtet". */
  bracket?: string;
  /** Forms of "told somebody", with their preposition: "dijo a", "sagte der". */
  told: string;
  /** Nouns for publications, and for publishers. */
  nouns: string;
  media: string;
  /** Nouns for spokespeople. */
  speakers: string;
  /** Articles and possessives; prepositions for coming from, through or in a medium. */
  articles: string;
  by: string;
  /** "Of" between a publication and its publisher, if `by` does not include it: "Bericht des Boten". */
  of?: string;
  on: string;
  from: string;
  in: string;
  to: string;
  and: string;
  relative: string;
  anonymous: string;
  hoax: string;
  first: string;
  rumour: string;
  /** "Separately,", at the beginning of a sentence. */
  separately?: string;
  particles: string;
  noName: string;
  /**
   * Media and messages without a name: indefinite determiners ("varios", "mehrere"), nouns, and adjectives and complements after these. "El
   * periódico" is one that was named before.
   */
  groupBefore: string;
  groups: string;
  groupAdjectives: string;
  own: string;
  /** Voice messages, by which rumours spread in chats, and words for passing on. */
  voiceMessage: string;
  passedOn: string;
  /** Verbs of picking up and finding; participles of "attributed to". */
  finds: string;
  /** Words between media and one of them: "entre ellos". */
  including: string;
  /** Adverbs and days between a name and its verb. */
  adverbs: string;
  attributed: string;
  /** Articles with which names begin even within a sentence: "El País". */
  capitalArticles: string;
  /** For a language that joins nouns: what may be joined to a name. Also capitalised words that are no name. */
  nounAfter?: string;
  noSource?: string;
}

/** The platform of groups and channels: "canal de Telegram". */
const PLATFORM = "(?:\\s(?:\\p{Ll}{2,3}\\s)?(?:WhatsApp|Telegram|Facebook|Instagram|TikTok|Reddit|YouTube|Twitter|X)(?!\\p{L}))";
/** A regular expression that matches nothing. */
const NOTHING = "(?!)";
/** The beginning and the end of a word. */
const WORD_START = "(?<![\\p{L}\\p{N}])";
const WORD_END = "(?![\\p{L}\\p{N}])";

/** The same alternatives, also with a capital, because they may begin a sentence. */
const capital = (source: string) =>
  source.replace(/(^|\|)(\p{Ll})/gu, (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`);

/** The cues of a language, from its words. */
export function sourceCues(words: Lists): SourceCues {
  const articles = `(?:(?:${words.articles})\\s?)?`;
  const media = `(?:(?:\\p{Ll}[\\p{L}-]*\\s)?(?:${words.media})\\s(?:\\p{Ll}[\\p{L}-]*\\s){0,2})?`;
  const quote = "[\"“”«»„'‘]?\\s?";
  const tail = `${articles}${media}${quote}${articles}$`;
  const ends = (source: string) => `${WORD_START}(?:${source})\\s${tail}`;
  const small = "(?:\\p{Ll}[\\p{L}-]*\\s){0,2}?";
  /** „Bild“-Zeitung */
  const behind = `^["”»“’']?(?:-(?:${words.media}))?`;
  const of = `${words.by}${words.of === undefined ? "" : `|${words.of}`}`;
  const says = `(?!${words.denies})(?:${words.says})`;
  const told = `(?!${words.denies})(?:${words.told})`;
  const verb = `(?:${words.reports}|(?:(?:${words.auxiliaries})\\s(?:\\p{L}+\\s){0,2})?(?:${words.published}))`;
  const bracket = words.bracket ? `|${behind}\\s(?:${words.bracket})\\s[^.;:]{0,160}\\s(?:${words.published})${WORD_END}` : "";
  // "… Nortia, informó El Faro": a verb directly after the comma has another subject.
  const goesOn = `(?:,(?!\\s(?:${verb}|${says})${WORD_END}))?`;
  return {
    before: {
      according: `${WORD_START}(?:${words.according})\\s(?:[^,.;]{0,40}\\s)?${articles}${quote}$`,
      accordingNext: `${WORD_START}(?:${words.according})\\s(?:(?:${words.reports})\\s|(?:\\p{L}+[\\s'’]){0,2}(?:${words.nouns})\\s(?:${of})\\s?)?${tail}`,
      told: ends(told),
      toldSoon: `${WORD_START}(?:${told})\\s[^.;:"“«„]{0,45}$`,
      noun: `${WORD_START}(?:${words.nouns})\\s(?:\\p{L}+\\s)?(?:${of}|${words.on}|${words.from}|${words.in})\\s?${articles}(?:\\p{L}+\\s){0,2}${quote}$`,
      by: `${WORD_START}(?:${words.published})\\s(?:[\\p{L}\\p{N}]+\\s){0,4}(?:${words.by}|${words.on}|${words.in})\\s?${tail}`,
      attributed: `${ends(words.attributed)}|${WORD_START}(?:${words.published})\\s(?:[\\p{L}\\p{N}]+\\s){0,4}(?:${words.by})\\s?${tail}`,
      line: `^[\\[(]?(?:${words.credit}|${words.via}):?\\s@?${articles}${quote}$`,
      appeared: `${WORD_START}(?:${words.first}|${words.published})\\s(?:[\\p{L}\\p{N}]+\\s){0,4}(?:${words.by}|${words.on}|${words.in})\\s?${tail}`,
      via: `(?:${WORD_START}(?:${words.via})\\s${articles}${media}${quote}|[([]\\s?)$`,
      credit: `(?:${WORD_START}(?:${words.credit}):?\\s?@?${articles}|[([](?:(?:${words.credit}):?\\s)?)$`,
      media: `${WORD_START}(?:${words.media}),?\\s(?:\\p{Ll}[\\p{L}-]*,?\\s)?(?:(?:${words.including})\\s)?${quote}${articles}${quote}$`,
      role: `${WORD_START}(?:${words.media}|${words.speakers}),?\\s$`,
      speaker: `${WORD_START}(?:${words.speakers})(?:\\s\\p{Ll}[\\p{L}-]*){0,4},?\\s$`,
      from: `${WORD_START}(?:${words.from})\\s?${articles}$`,
      in: `${WORD_START}(?:${words.in})\\s?${articles}$`,
      to: `${WORD_START}(?:${words.to})\\s?${articles}$`,
      start: `^["“«„'‘(]?${articles}$`,
    },
    after: {
      reports: `${behind}${goesOn}(?:\\s["„“«»]?\\p{L}+["“”«»]?){0,3}?\\s${verb}${WORD_END}${bracket}`,
      reportsNext: `${behind}${goesOn}(?:\\s(?:${words.adverbs})){0,2}\\s${verb}${WORD_END}${bracket}`,
      says: `${behind}${goesOn}(?:\\s\\p{L}+){0,2}?\\s(?:${says})${WORD_END}`,
      relative: `${behind},?\\s(?:${words.relative})\\s(?:\\p{L}+\\s){0,4}(?:${verb}|${says})${WORD_END}`,
      apposition: `^["”»“]?,\\s[^,.;]{3,80},\\s(?:\\p{L}+\\s)?(?:${says}|${verb})${WORD_END}`,
      isMedia: `^["”»“]?,?\\s(?:\\p{L}+\\s){0,3}?(?:${words.media})${WORD_END}`,
      finds: `${behind},?\\s(?:(?:${words.auxiliaries})\\s)?(?:\\p{L}+\\s)?(?:${words.finds})${WORD_END}`,
      ...(words.nounAfter && { noun: `^["”»“]?(?:${words.nounAfter})${WORD_END}` }),
      handle: "^ ?\\(@",
      colon: '^["”»“]?:',
      closes: '^["”»“’]?[)\\]]',
      saidBefore: '^["”»“]?(?:[,.]|$)',
    },
    inverted: `${WORD_START}(?:${says}|${verb})\\s${small}${tail}`,
    invertedReports: `${WORD_START}${verb}\\s(?:(?:${words.adverbs})\\s)?${small}${tail}`,
    anonymous: words.anonymous,
    hoax: words.hoax,
    // The English list includes verbs of reporting and "according to".
    first: `${words.first}|${words.according}`,
    rumour: `${words.rumour}|${words.reports}`,
    ...(words.separately !== undefined && { separately: words.separately }),
    particles: words.particles,
    nameArticles: `(?<=.)(?:${words.capitalArticles})`,
    countries: NOTHING,
    noSource: words.noSource ?? NOTHING,
    noName: `${words.noName}|${words.articles}|${words.speakers}`,
    and: words.and,
    media: words.media,
    called: `${words.media}|${words.groups}`,
    including: words.including,
    own: words.own,
    voiceMessage: words.voiceMessage,
    passedOn: words.passedOn,
    group: `(?:(?<=(?:^|\\s)(?:${words.groupBefore})\\s(?:\\p{Ll}+\\s)?)(?:${words.groups})(?:${PLATFORM}|\\s(?:${words.groupAdjectives}))?|(?:${capital(words.groups)})\\s(?:${words.groupAdjectives}))(?!\\s?[„“«"'‘]?\\p{Lu})`,
  };
}
