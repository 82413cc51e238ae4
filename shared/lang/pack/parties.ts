/** Who a noun phrase names. */

/** Who a noun phrase names. */
export interface PartyWords {
  /** Offices and jobs that describe a person. */
  roles: string;
  /** Surnames among these and among other words for roles, organisations and things. */
  surnames?: string;
  /** Nouns for people by what they do. */
  people?: string;
  /** Words that say that the text does not know, or does not say, who it was. */
  anonymous: string;
  /** Words before the name by which somebody is known. */
  alias?: string;
  /** Words before a surname. Case-sensitive. */
  honorifics?: string;
  /** Short words within a name. */
  nameParticles?: string;
  /** The beginning of offices of which a branch is part, rather than an employer: "ministra de Sanidad". */
  portfolio?: string;
  /** Nouns for organisations. */
  organisations: string;
  /** Nouns for media, and words of their names. Case-sensitive. */
  outlets: string;
  /** Words for who wrote the post or took the video that a text is about. */
  authorOf?: string;
  /** "Spokesman", and the words behind it that say for whom: "of". */
  speaker?: string;
  ofOther?: string;
  /** Articles with which a party without a name is told as a subject: "la compañía". Case-sensitive. */
  subjectArticle?: string;
  /** Words at the beginning of a sentence that say that its party was asked. */
  asked?: string;
  /** Words for somebody who does not speak for whom he belongs to: who left, or only works there. */
  beside?: string;
  /** Words before and behind whom somebody else investigates or asks: "against", "is under investigation"; and before whose pardon is begged. */
  examined?: { before: string; behind: string; apologisedTo: string };
  /** Words that say that somebody only has the name of another. */
  namesake?: string;
  /** One word for who speaks for a company. */
  companySpeaker?: string;
  /** Unions and authorities, beside regulators: "the company" means none of them. */
  noCompany?: string;
  /** Authorities and regulators. */
  regulator?: string;
  /** Fact checkers. */
  factChecker?: string;
  /** Whole source of words that say that somebody spread a claim. */
  amplifier?: string;
  /** Platforms by name. They are seldom "the company" of a story. Case-sensitive. */
  namedPlatforms?: string;
  /** Other words for the operator of a platform. Case-sensitive. */
  platformWords?: string;
}

/** Sources of words for a party or thing that was named before. */
export interface Pronouns {
  /** Words for a person named before. */
  he: string;
  /** Words for the organisation named last. */
  it: string;
  /** "The company": words for the organisation that the text is about. */
  theCompany: string;
  /** "I", "we" as a speaker. */
  self?: string;
  /** All forms of the first person, as written, if `self` lacks some. Case-sensitive. */
  firstPerson?: string;
  /** "We", "our" anywhere. */
  we?: string;
  /** First words of a statement that only the words before it explain. */
  opening?: string;
  /** Words before a noun that was used before. */
  definite?: string;
  /** Words before a noun that was not used before. */
  indefinite?: string;
  /** Characters that refer back. */
  pointing?: string;
}
