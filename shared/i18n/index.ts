/**
 * What the pages say, in the reader's language: times, lags, lanes, events. Plain text; words of sources in it are one-line and free of hidden
 * direction marks.
 */
export { availabilityInWords, noticedInWords } from "./availability.ts";
export { type ClaimWords, claimWords } from "./claim-page/messages.ts";
export { causeInWords, gapInWords } from "./coverage-gaps.ts";
export {
  eventInWords,
  eventVerb,
  hedgesInWords,
  isInferred,
  LIKELY,
  linkInWords,
  parentInWords,
  reportedByInWords,
  timeBasisInWords,
  whoOf,
} from "./event.ts";
export { languageOf, languages, type Messages, messagesOf, negotiated } from "./general/messages.ts";
export { lagInWords } from "./lag.ts";
export {
  capital,
  hidesDirection,
  isNameAlone,
  kindAtPlace,
  kindName,
  kindOf,
  listed,
  named,
  partyTitle,
  placeName,
  plain,
  platformName,
  plural,
} from "./name.ts";
export { nested, quote } from "./quote.ts";
export { type StoryAnswer, sourcesInWords, storyAnswers, storySentence } from "./story/head.ts";
export { storyMessages, turnInWords } from "./story/messages.ts";
export { actInWords, documentInSentence, documentName, partyShown, type StoryOptions } from "./story/names.ts";
export { deedInWords, originInWords, relationInWords, repliesInWords, sourceOf } from "./story/row.ts";
export {
  daysInWords,
  durationInWords,
  isExact,
  lagToldInWords,
  momentInWords,
  needsYear,
  spanInWords,
  spansYears,
  storyMoment,
  zoneName,
} from "./story/time.ts";
export { textChangesInWords } from "./text-change.ts";
export { dateInWords, ENGLISH, instantInWords, type LocaleOptions, machineTime, timeInWords, wallClock } from "./time.ts";
export {
  laneAnswers,
  languageName,
} from "./timeline-words.ts";
export { verbInWords } from "./verb.ts";
