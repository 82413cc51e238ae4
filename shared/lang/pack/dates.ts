/** How a text writes times and numbers. */

/** A unit of time. */
export type Unit = "hour" | "day" | "week" | "month" | "year";

/** Times relative to the day of writing. */
export interface TimeWords {
  /** Groups, January first; an empty one where the name is as in English. Accents do not matter. */
  months?: string;
  /** Groups, Monday first. */
  weekdays?: string;
  /** Words for days, parted by `|`, by their distance from the day of writing. Those with a second meaning (`morgen`, `mañana`) are left out. */
  days?: Record<number, string>;
  /** Words parted by `|`. */
  units?: Partial<Record<Unit, string>>;
  /** Spelled numbers of such a time, beside those of `NumberWords`. */
  numbers?: Record<string, number>;
  /** A count of units back. Here parentheses capture: group 1 the number, group 2 the unit. */
  ago?: string;
  /** The calendar week, month or year before. Here parentheses capture: the group that matches is the unit. */
  last?: string;
  /** Words parted by `|` that, before a day, month or year, make it the end of a range. */
  before?: string;
  /** Words parted by `|` that make the time behind them the beginning of a range. */
  after?: string;
  /** What may stand between such a word and the time. */
  boundArticles?: string;
  /** What joins such a word to the time: "à partir de". */
  boundJoin?: string;
  /** A time that such a word begins and that is no range. */
  noBound?: string;
  /** A preposition before a weekday. */
  on?: string;
  /** Before a weekday: the one to come. */
  next?: string;
  /** Before a weekday: the last one. */
  previous?: string;
  /** Before a weekday: the last one or the one to come. */
  vague?: string;
  /** Before a weekday: one that is past, but not which. */
  vaguePast?: string;
  /** Behind a weekday: the one to come. */
  nextAfter?: string;
  /** Behind a weekday: the last one. */
  previousAfter?: string;
  /** Part of a day behind a weekday. */
  dayPart?: string;
  /** Part of a day written together with its weekday. */
  gluedDayPart?: string;
  /** What is written on a number that is a day. */
  ordinal?: string;
  /** "Of", between a day, its month and its year. */
  of?: string;
  /** "Of" before the year, where that is another word. */
  ofYear?: string;
  /** What stands before a month. */
  inMonth?: string;
  /** What stands before a month with its year. */
  inMonthYear?: string;
  /** What stands before a year. */
  inYear?: string;
  /** What names a part of the month or year behind it: "early" in "since early May". */
  partOf?: string;
  /** Words for a weekend. */
  weekend?: string;
  /** What makes a weekday before it a name. */
  namesWithDays?: string;
  /** What makes a year before it a count. */
  behindCounts?: string;
  /** Parts of a named day, behind it. */
  partsOfDay?: string;
  /** "this", before a week, month or year, with what names a part of it. */
  thisPeriod?: string;
  /** Characters for year, month and day in a date. */
  dateMarks?: string[];
  /** Times in Chinese and Japanese, in whose sources parentheses capture, as chinese-dates.ts reads them. */
  eastAsian?: object;
  /** What puts a weekday ahead of the day of writing. */
  future?: string;
  /** What makes a weekday a habit or a name: "every Monday", "Black Friday". */
  habit?: string;
}

/** How numbers are written in words. */
export interface NumberWords {
  /** List of the words for one, two, three …; "-" for one that is an article or an adjective too. */
  counts?: string;
  /** List of the words for ten, twenty, thirty …, and for a hundred, two hundred … where these are one word. */
  tens?: string;
  hundreds?: string;
  /** Words that multiply the number before them ("million"), parted by `|`, by the factor. */
  scales?: Record<number, string>;
  /** What such a word may have in place of a number: "a million". Without it, "mil" alone is a thousand. */
  article?: string;
  /** What joins tens and units, or hundreds and tens: "treinta y cinco", "two hundred and fifty". */
  joins?: string;
  /** "Half a million", "two and a half million": parted by `|`. */
  half?: string;
  /** Twenty, where four of them are a ten and tens go on to nineteen: "quatre-vingts", "soixante-dix". */
  vigesimal?: string;
  /** What a clock time has behind it: "Uhr"; and what adds twelve hours to one: "pm". Parted by `|`. */
  clock?: string;
  afternoon?: string;
  /** What makes the "m" before it metres and no millions: "300m tall". Parted by `|`. */
  measured?: string;
  /** Written units (one word or two, parted by `|`) by canonical unit. */
  units?: Record<string, string>;
  /** Source of what makes the number after it a rounded one. */
  approximately?: string;
  /** Chinese alone: its digits and what stands around them. */
  numerals?: object;
}
