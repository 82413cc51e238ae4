/** How a text tells where it has its story from, and where a claim appeared. */

/** How a text tells where it has its story from, around a name: whole sources; a key that is missing matches nothing. */
export interface SourceCues {
  /** What stands before the name of a source, each a feature by its name. */
  before: Record<string, string>;
  /** What stands behind the name of a source, each a feature by its name. */
  after: Record<string, string>;
  /** A verb of publishing or saying with the name behind it: "reported CNN". */
  inverted: string;
  /** Names of platforms, where they are not those that English has. */
  platform?: string;
  /** Words for platforms that are not named: "social media". */
  platformKinds?: string;
  /** Words for sources without a name. */
  anonymous: string;
  /** That the story is called a hoax or false. */
  hoax: string;
  /** Words with a capital that are no name: how sentences begin, days and months. */
  noName: string;
  /** That a sentence tells where a story began. */
  first: string;
  /** That a sentence tells of a story or a rumour. */
  rumour: string;
  /** What stands between two names. */
  and: string;
  /** What a name has that is one of a medium. */
  media: string;
  /** Words for media and places on the net behind which a name stands in quotation marks, and what may stand between. */
  called?: string;
  including?: string;
  /** Names in a language that does not write them with capitals. */
  names?: string;
  /** There: the least length of a text that the model reads, in UTF-16 units. */
  minText?: number;
  /** Words with a capital behind a name that are no part of it: "Fox News Tuesday". */
  nameEnds?: string;
  /** Words behind a name that say what it is the name of: "New York magazine" is no place. */
  nameKinds?: string;
  /** How a line begins that only credits somebody: "Via", "Source". */
  creditLine?: string;
  /** Words before the name of a place: "the city of Alder". */
  placeBefore?: string;
  /** Adjectives of places, which have capitals: "a French site". */
  demonyms?: string;
  /** Small words within a name. */
  particles: string;
  /** Articles before a name. */
  nameArticles: string;
  /** Places before a noun. */
  countries: string;
  /** Words with a capital that name no source. */
  noSource: string;
  /** Groups by their role, with what tells which: "US officials". */
  group: string;
  /** Messages of unknown authors that people pass on, as chats carry rumours: "voice message"; and words that tell of passing on. */
  voiceMessage?: string;
  passedOn?: string;
  /** Names of those who lend pictures. */
  pictures?: string;
  /** What stands right before a name and only credits it: "via", "this article first appeared on". */
  credited?: string;
  /** Words for one outlet, which a description without a name ends with: "a Korean newspaper". */
  oneOutlet?: string;
  /** A verb of publishing before the name of who publishes, where that is the usual order: "según publicó". */
  invertedReports?: string;
  /** That the text's own outlet, which stands as "§", was told something. */
  own?: string;
}

/** How a text tells where it has its story from. */
export interface SourceWords {
  /** Words that give credit in or before a link. */
  credit?: string;
  /** Words that give credit right before an account's name. */
  creditBefore?: string;
  /** What stands before the account whose post is repeated. */
  repost?: string;
  /** What stands before the account that is answered. */
  replyTo?: string;
  /** "First published in", as a paper says of the article itself. */
  republished?: string;
  /** Words for a screenshot. */
  screenshot?: string;
  /** How a post marks itself as a translation. */
  translation?: string;
  /** How it says of what. */
  translationOf?: string;
  /** The mark of a translation in brackets. */
  translationNote?: string;
  /** Whole sources, case-sensitive, that name an outlet: `NAME` stands for the name, else the group `name` captures it. */
  named?: string[];
  /** Whole source, case-sensitive, of an outlet that reports: it counts where the name is known as an outlet's. */
  reports?: string;
  /** Whole sources of a source that is described, not named. */
  described?: string[];
  /** Words of outlets' names. Case-sensitive. */
  outlet?: string;
  /** Endings of outlets' names of one word. Case-sensitive. */
  outletEnding?: string;
  /** Articles before an outlet's name. */
  articles?: string;
  /** Small words within an outlet's name. */
  particles?: string;
  /** What is no part of a name at its end. */
  nameEnding?: string;
}

/** How a text tells where a claim appeared. */
export interface MentionWords {
  /** Verbs and nouns by which a text tells how a thing began. */
  began: string;
  /** Verbs and nouns by which a text tells how a thing spread. */
  spread: string;
  /** Verbs of publishing, in whatever place. */
  published?: string;
  /** What speaks of a beginning. */
  beginning: string;
  /** What speaks of a translation. */
  translated: string;
  /** What carries a claim: rumours, messages, recordings. */
  carriers: string;
  /** What points back to a carrier told before, where not any of them does. */
  related?: string;
  /** That somebody is named who spread it. */
  spreader?: string;
  /** What stands right before the name of a place of publication: "on", "in". */
  join?: string;
  /** Whole source, case-sensitive, of a place on the net that has no known name. */
  place?: string;
  /** Without that: what such a place is called. */
  places?: string;
  /** Articles before it. */
  placeArticles?: string;
  /** Those by which a place was told before. */
  definiteArticles?: string;
  /** What stands between it and what it is of. */
  placeOf?: string;
  /** Where not every place that is named is one of publication: what stands before one. */
  placeLead?: string;
  /** There: what stands behind one. */
  placeTail?: string;
  /** What stands behind one where somebody went there to answer: "to deny". */
  placeAnswers?: string;
  /** List of names of platforms that have them for their id, too. */
  platformNames?: string;
  /** Whole sources that name others, and the platform. Case-sensitive. */
  platforms?: [source: string, platform: string][];
  /** Other names of languages and peoples, by the tag of the language that they imply. */
  languages?: Record<string, string>;
}
