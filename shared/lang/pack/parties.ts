/** Who a noun phrase names. */

/** Who a noun phrase names. */
export interface PartyWords {
  /** Offices and jobs by which a text says who somebody is. */
  roles: string;
  /** Of these and of other words that name a role, a body or a thing those that are surnames, too. */
  surnames?: string;
  /** Nouns for people by what they do. */
  people?: string;
  /** Words that say that the text does not know, or does not tell, who it was. */
  anonymous: string;
  /** What stands before the name that somebody goes by. */
  alias?: string;
  /** What stands before a surname. Case-sensitive. */
  honorifics?: string;
  /** Small words within a name. */
  nameParticles?: string;
  /** Offices of which a branch is a part, not an employer: how "ministra de Sanidad" begins. */
  portfolio?: string;
  /** Nouns for bodies and companies. */
  organisations: string;
  /** Nouns for media, and words of their names. Case-sensitive. */
  outlets: string;
  /** Whoever wrote the post or took the video that a text is about. */
  authorOf?: string;
  /** Authorities and regulators. */
  regulator?: string;
  /** Fact checkers. */
  factChecker?: string;
  /** Whole source of what says that somebody passed a claim on. */
  amplifier?: string;
  /** Platforms by name, which are seldom "the company" of a story. Case-sensitive. */
  namedPlatforms?: string;
  /** Other words for whoever runs a platform. Case-sensitive. */
  platformWords?: string;
}

/** What stands for a party or a thing named before: sources. */
export interface Pronouns {
  /** What stands for a person named before. */
  he: string;
  /** What stands for the organisation named last. */
  it: string;
  /** "The company", as it stands for the organisation that the text is about. */
  theCompany: string;
  /** "I", "we" as a speaker. */
  self?: string;
  /** All forms of the first person as they are written, where `self` has not all. Case-sensitive. */
  firstPerson?: string;
  /** "We", "our" anywhere. */
  we?: string;
  /** What stands before a noun that was named before. */
  definite?: string;
  /** What stands before a noun that was not named before. */
  indefinite?: string;
  /** Characters that point back. */
  pointing?: string;
}
