/** What the pages say, in the reader's language: times, lags, lanes, events. Plain text; words of sources in it are one-line and free of hidden direction marks. */
export { assessmentInWords } from "./say/assessment.ts";
export { availabilityInWords, noticedInWords } from "./say/availability.ts";
export {
  type EventWords,
  eventInWords,
  hedgesInWords,
  isInferred,
  isMachineMade,
  parentInWords,
  tellerInWords,
  timeBasisInWords,
  whoOf,
} from "./say/event.ts";
export { lagInWords } from "./say/lag.ts";
export {
  independenceInWords,
  type LaneAnswers,
  laneAnswers,
  languageName,
  languagesInWords,
  spreadAsides,
  uptakeInWords,
} from "./say/lanes.ts";
export { type Language, languageOf, languages, type Messages, messagesOf, negotiated } from "./say/messages.ts";
export { mutationInWords, mutationName, mutationsInWords } from "./say/mutation.ts";
export { hidesDirection, kindAtPlace, kindName, listed, named, partyTitle, placeName, plain, platformName, plural } from "./say/name.ts";
export { nested, quote } from "./say/quote.ts";
export { dateInWords, instantInWords, machineTime, type SayOptions, timeInWords, wallClock } from "./say/time.ts";
export { causeInWords, gapInWords } from "./say/unseen.ts";
export { verbInWords } from "./say/verb.ts";
