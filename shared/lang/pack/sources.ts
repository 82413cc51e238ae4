/** How a text names its source, and where a claim appeared. */

/** Words around the name of a source: whole sources. A missing key matches nothing. */
export interface SourceCues {
  /** Words before the name of a source, by the name of their feature. */
  before: Record<string, string>;
  /** Words after the name of a source, by the name of their feature. */
  after: Record<string, string>;
  /** A verb of publishing or saying with the name after it: "reported CNN". */
  inverted: string;
  /** Names of platforms, if they differ from the English ones. */
  platform?: string;
  /** Words for platforms that are not named: "social media". */
  platformKinds?: string;
  /** Words for sources without a name. */
  anonymous: string;
  /** Words that call the story a hoax or false. */
  hoax: string;
  /** Capitalised words that are no name: first words of sentences, days and months. */
  noName: string;
  /** Words for the beginning of a story. */
  first: string;
  /** The beginning of a sentence that tells of another report than the text's own: "Separately,". */
  separately?: string;
  /** Words for a story or a rumour. */
  rumour: string;
  /** Words between two names. */
  and: string;
  /** Words that show that a name is one of a medium. */
  media: string;
  /** Words for media and places on the net after which a name stands in quotation marks, and words that may stand between. */
  called?: string;
  including?: string;
  /** Names in a language that does not write them with capitals. */
  names?: string;
  /** For such a language: the minimum length of a text that the model reads, in UTF-16 units. */
  minText?: number;
  /** Capitalised words after a name that are no part of it: "Fox News Tuesday". */
  nameEnds?: string;
  /** Words after a name that show what it names: "New York magazine" is no place. */
  nameKinds?: string;
  /** The beginning of a line that only credits somebody: "Via", "Source". */
  creditLine?: string;
  /** Words before the name of a place: "the city of Alder". */
  placeBefore?: string;
  /** Adjectives of places, which are capitalised: "a French site". */
  demonyms?: string;
  /** Short words within a name. */
  particles: string;
  /** Articles before a name. */
  nameArticles: string;
  /** Places before a noun. */
  countries: string;
  /** Capitalised words that name no source. */
  noSource: string;
  /** Groups by their role, with the words that say which: "US officials". */
  group: string;
  /** Messages of unknown authors that people pass on in chats ("voice message"), and words for passing on. */
  voiceMessage?: string;
  passedOn?: string;
  /** Names of agencies that lend pictures. */
  pictures?: string;
  /** Words directly before a name that only credit it: "via", "this article first appeared on". */
  credited?: string;
  /** Words for one outlet at the end of a description without a name: "a Korean newspaper". */
  oneOutlet?: string;
  /** A verb of publishing before the publisher's name, if that is the usual order: "según publicó". */
  invertedReports?: string;
  /** Words that say that somebody told the text's own outlet something. The outlet is written "§". */
  own?: string;
}

/** How a text credits its source. */
export interface SourceWords {
  /** Words that give credit in or before a link. */
  credit?: string;
  /** Words that give credit directly before an account's name. */
  creditBefore?: string;
  /** Words before the account whose post is repeated. */
  repost?: string;
  /** Words before the account that is answered. */
  replyTo?: string;
  /** "First published in", said by a newspaper about the article itself. */
  republished?: string;
  /** Words for a screenshot. */
  screenshot?: string;
  /** How a post marks itself as a translation. */
  translation?: string;
  /** Words before the language or text from which it is translated. */
  translationOf?: string;
  /** The mark of a translation in brackets. */
  translationNote?: string;
  /** Whole sources, case-sensitive, that name an outlet: `NAME` stands for the name, or the group `name` captures it. */
  named?: string[];
  /** Whole source, case-sensitive, of an outlet that reports. It counts if the name is known as an outlet's. */
  reports?: string;
  /** Whole sources of a source that is described and not named. */
  described?: string[];
  /** Words of outlets' names. Case-sensitive. */
  outlet?: string;
  /** Endings of one-word names of outlets. Case-sensitive. */
  outletEnding?: string;
  /** Articles with which outlets begin their names: "The Guardian", "L'Express". */
  nameArticles?: string;
  /** Articles that are a part of outlets' names inside a text, as written: "Le Monde". */
  ownArticles?: string;
  /** Short words that sites leave out of an outlet's name, besides the particles of persons' names. */
  leftOut?: string;
  /** Endings of sites' names where the language is spoken. */
  siteEndings?: string;
  /** Articles before an outlet's name. */
  articles?: string;
  /** Short words within an outlet's name. */
  particles?: string;
  /** Endings that are no part of a name. */
  nameEnding?: string;
}

/** How a text says where a claim appeared. */
export interface MentionWords {
  /** Verbs and nouns for the beginning of something. */
  began: string;
  /** Verbs and nouns for the spread of something. */
  spread: string;
  /** Verbs of publishing, wherever that is. */
  published?: string;
  /** Words for a beginning. */
  beginning: string;
  /** Words for a translation. */
  translated: string;
  /** Things that carry a claim: rumours, messages, recordings. */
  carriers: string;
  /** Words that refer back to a carrier, if not every carrier does. */
  related?: string;
  /** Words before the name of somebody who spread it. */
  spreader?: string;
  /** Words directly before the name of a place of publication: "on", "in". */
  join?: string;
  /** Whole source, case-sensitive, of a place on the net without a known name. */
  place?: string;
  /** If `place` is missing: nouns for such a place. */
  places?: string;
  /** Articles before it. */
  placeArticles?: string;
  /** Articles and possessives of a place that was named before: "the", "their". */
  definiteDeterminers?: string;
  /** Words between such a place and its owner. */
  placeOf?: string;
  /** If not every named place is one of publication: words before one that is. */
  placeLead?: string;
  /** For the same case: words after one. */
  placeTail?: string;
  /** Words after a place to which somebody went to respond: "to deny". */
  placeAnswers?: string;
  /** List of platforms' names that are their ids, too. */
  platformNames?: string;
  /** Whole sources of other names, each with its platform. Case-sensitive. */
  platforms?: [source: string, platform: string][];
  /** Other names of languages and peoples, by the tag of the language. */
  languages?: Record<string, string>;
}
