/** An arrest, and a claim of whom the police arrested. All names are invented. */

export const ARREST_CLAIM = "Carrick teacher Dominic Farrow was arrested over the theft of 40,000 pounds from a school charity";
/** A release of the police: what it does with the claim depends on its title, and only a person can be sure. */
export const arrestRelease = (title: string) => ({
  kind: "press_release",
  url: "https://police.example/arrest",
  publishedAt: "2026-02-04T09:15:00Z",
  title,
  text:
    "Officers investigating the theft of money from a charity account have arrested a 51-year-old man from Carrick. " +
    "He was released on bail until 4 March.\n\nWe are aware of a name circulating on social media. " +
    "The man arrested is not a teacher and is not employed at any school.",
});
