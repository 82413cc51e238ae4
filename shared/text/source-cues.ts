/** Builds the patterns by which a language with spaces between words names the source of a story, from lists of its words. The lists are regular expressions with `|`. */
import type { SourceCues } from "../lang/pack/sources.ts";

interface Lists {
  /** Words for "according to" ("según", "laut"), and for credit in brackets or at the end ("vía", "Quelle"). */
  according: string;
  via: string;
  credit: string;
  /** Verbs of publishing, those of saying, and participles of publishing: "informó", "dijo", "publicado". */
  reports: string;
  says: string;
  /** How verbs among these begin by which somebody denies what a source told. */
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
  /** Nouns for people who speak for somebody. */
  speakers: string;
  /** Articles, possessives; and prepositions by which something comes from, through or in a medium. */
  articles: string;
  by: string;
  /** "Of", by which a publication is somebody's, where that is no word of `by`: "Bericht des Boten". */
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
  particles: string;
  noName: string;
  /** Indefinite determiners of media and carriers without a name ("varios", "mehrere"), nouns for these, and adjectives and complements behind them: "el periódico" is one that was named. */
  groupBefore: string;
  groups: string;
  groupAdjectives: string;
  own: string;
  /** Voice messages, as chats carry rumours, and words that tell of passing on. */
  voiceMessage: string;
  passedOn: string;
  /** Verbs of taking up and finding; participles of "attributed to". */
  finds: string;
  /** What stands between media and one of them: "entre ellos". */
  including: string;
  /** Adverbs and days that stand between a name and its verb. */
  adverbs: string;
  attributed: string;
  /** Articles with which names begin within a sentence: "El País". */
  capitalArticles: string;
  /** Of a language that joins nouns: what is written together with a name; and capitals that are no name. */
  nounAfter?: string;
  noSource?: string;
}

/** Where groups and channels are: "canal de Telegram". */
const PLATFORM = "(?:\\s(?:\\p{Ll}{2,3}\\s)?(?:WhatsApp|Telegram|Facebook|Instagram|TikTok|Reddit|YouTube|Twitter|X)(?!\\p{L}))";
/** A regular expression that matches nothing. */
const NOTHING = "(?!)";
/** Where a word begins, and where one ends. */
const WORD_START = "(?<![\\p{L}\\p{N}])";
const WORD_END = "(?![\\p{L}\\p{N}])";

/** The same alternatives, the first letters also as capitals: a sentence may begin so. */
const capital = (source: string) =>
  source.replace(/(^|\|)(\p{Ll})/gu, (_, before: string, letter: string) => `${before}[${letter.toUpperCase()}${letter}]`);

/** The cues of a language by its words. */
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
  // "… Nortia, informó El Faro": a verb right behind the comma has another subject.
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
    // English counts its verbs of reporting and "according to" among these.
    first: `${words.first}|${words.according}`,
    rumour: `${words.rumour}|${words.reports}`,
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
