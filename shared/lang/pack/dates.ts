/** How a text writes times and numbers. */

/** A unit of time. */
export type Unit = "hour" | "day" | "week" | "month" | "year";

/** Times relative to the day of writing. */
export interface TimeWords {
  /** Groups, January first. A group is empty if the name is as in English. Accents do not matter. */
  months?: string;
  /** Groups, Monday first. */
  weekdays?: string;
  /** Words for days, separated by `|`, by distance from the day of writing. Words with a second meaning (`morgen`, `mañana`) are left out. */
  days?: Record<number, string>;
  /** Words separated by `|`. */
  units?: Partial<Record<Unit, string>>;
  /** Spelled numbers in such times, besides those of `NumberWords`. */
  numbers?: Record<string, number>;
  /** A number of units ago. Here parentheses capture: group 1 the number, group 2 the unit. */
  ago?: string;
  /** The previous calendar week, month or year. Here parentheses capture: the group that matches is the unit. */
  last?: string;
  /** Words, separated by `|`, that make the day, month or year after them the end of a range. */
  before?: string;
  /** Words, separated by `|`, that make the time after them the beginning of a range. */
  after?: string;
  /** Words that may stand between such a word and the time. */
  boundArticles?: string;
  /** Words that join such a word to the time: "à partir de". */
  boundJoin?: string;
  /** Times that begin with such a word and are no range. */
  noBound?: string;
  /** A preposition before a weekday. */
  on?: string;
  /** Before a weekday: the next one. */
  next?: string;
  /** Before a weekday: the last one. */
  previous?: string;
  /** Before a weekday: the last or the next one. */
  vague?: string;
  /** Before a weekday: a past one, it is open which. */
  vaguePast?: string;
  /** After a weekday: the next one. */
  nextAfter?: string;
  /** After a weekday: the last one. */
  previousAfter?: string;
  /** Parts of a day, after a weekday. */
  dayPart?: string;
  /** Parts of a day, joined to the weekday. */
  gluedDayPart?: string;
  /** What is attached to the number of a day. */
  ordinal?: string;
  /** "Of", between a day, its month and its year. */
  of?: string;
  /** "Of" before the year, if that is another word. */
  ofYear?: string;
  /** Words before a month. */
  inMonth?: string;
  /** Words before a month with a year. */
  inMonthYear?: string;
  /** Words before a year. */
  inYear?: string;
  /** Words for a part of the month or year after them: "early" in "since early May". */
  partOf?: string;
  /** Words for a weekend. */
  weekend?: string;
  /** Words that make the weekday before them part of a name. */
  namesWithDays?: string;
  /** Words that make the year before them a count. */
  behindCounts?: string;
  /** Parts of a named day, after it. */
  partsOfDay?: string;
  /** "This" before a week, month or year, also with a word for a part of it. */
  thisPeriod?: string;
  /** Characters for year, month and day in a date. */
  dateMarks?: string[];
  /** Times in Chinese and Japanese, as chinese-dates.ts reads them. In their sources parentheses capture. */
  eastAsian?: object;
  /** Words that put a weekday after the day of writing. */
  future?: string;
  /** Words that make a weekday a habit or a name: "every Monday", "Black Friday". */
  habit?: string;
}

/** Numbers in words. */
export interface NumberWords {
  /** List of the words for one, two, three …; "-" for a word that is also an article or an adjective. */
  counts?: string;
  /** Lists of the words for ten, twenty, thirty …, and for a hundred, two hundred …, if these are one word. */
  tens?: string;
  hundreds?: string;
  /** Words that multiply the number before them ("million"), separated by `|`, by factor. */
  scales?: Record<number, string>;
  /** Articles that such a word may have in place of a number: "a million". If absent, the word alone is a number: "mil" is a thousand. */
  article?: string;
  /** Words that join tens and units, or hundreds and tens: "treinta y cinco", "two hundred and fifty". */
  joins?: string;
  /** Words for half ("half a million", "two and a half million"), separated by `|`. */
  half?: string;
  /** Twenty, if it is multiplied and tens go on to nineteen: "quatre-vingts", "soixante-dix". */
  vigesimal?: string;
  /** Words after a clock time ("Uhr"), and words that add twelve hours to it ("pm"). Separated by `|`. */
  clock?: string;
  afternoon?: string;
  /** Words after "m" that make it metres, not millions: "300m tall". Separated by `|`. */
  measured?: string;
  /** Written units (one or two words, separated by `|`), by canonical unit. */
  units?: Record<string, string>;
  /** Source of words that make the number after them a rounded one. */
  approximately?: string;
  /** Chinese only: its digits and the characters around them. */
  numerals?: object;
}
