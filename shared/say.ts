/** What the pages say in English: times, lags, lanes, events. Plain text; words of sources in it are one-line and free of hidden direction marks. */
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
export { independenceInWords, type LaneAnswers, laneAnswers, languagesInWords, spreadAsides, uptakeInWords } from "./say/lanes.ts";
export {
  hidesDirection,
  kindName,
  listed,
  named,
  partyTitle,
  placeName,
  placePreposition,
  plain,
  platformName,
  plural,
} from "./say/name.ts";
export { instantInWords, machineTime, type SayOptions, timeInWords, wallClock } from "./say/time.ts";
