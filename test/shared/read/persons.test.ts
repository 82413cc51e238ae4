/** Which words of a line may be a person's name: a missed one is shown to every reader unread. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isOutletName, personsIn } from "../../../shared/read/parties/persons.ts";

/** Surnames that are words for a role, a thing, a body or a month, too. */
const SURNAMES =
  "West Black White King Stewart Bishop Dean Judge Justice Major Prince Pope Park Day North Street March Bloomberg Forbes Head Driver Richter Burmeister".split(
    " ",
  );

test("a surname that is a word for something else is a person's behind a name, in a sentence, a headline and with a title", () => {
  const lost = SURNAMES.flatMap((surname) =>
    [
      `He met Ada ${surname} there.`,
      `Ada ${surname}'s brother was there.`,
      `The singer Ada ${surname} was there.`,
      `Ada ${surname} Sues Harbour Board`,
    ].filter((text) => !personsIn(text).some((name) => name.startsWith(`Ada ${surname}`))),
  );
  assert.deepEqual(lost, []);
  assert.deepEqual(personsIn("President Park Geun-hye and President Park"), ["Park Geun-hye", "Park"]);
});
test("places, days and offices that end in such a word are nobody", () => {
  for (const words of [
    "On Wall Street nobody knew on Election Day.",
    "The White House and the West Bank",
    "A District Judge in North Dakota",
    "the Crown Prince",
    "the Chief Justice",
    "King of the hill",
  ])
    assert.deepEqual(personsIn(words), [], words);
});

test("an outlet whose name has a capital within is known without it, too", () => {
  assert.deepEqual(["BuzzFeed", "Buzzfeed", "buzzfeed", "Macleod"].map(isOutletName), [true, true, false, false]);
});
