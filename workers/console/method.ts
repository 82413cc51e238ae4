import { html, type Page } from "../embed/html.ts";
import { shell } from "../embed/shell.ts";
import { laneIcon } from "../embed/strip.ts";

/** How Whence comes to what it shows, for readers of a timeline: linked from every embed. */
export function methodPage({ baseUrl }: { baseUrl: string }): Page {
  const lane = (name: "first known" | "spread" | "responses", text: string) => html`<li>${laneIcon(name)}<span>${text}</span></li>`;
  const main = html`<h1>How to read a timeline</h1><p class=lead>Whence shows where a claim was first seen, how it travelled and who responded. It does not say whether the claim is true, and it guesses at nobody’s intent.</p><h2>Three lanes</h2><ul class=plainlist>${[
    lane(
      "first known",
      "First known: the earliest appearance that was found. Something earlier may exist where nobody looked; each timeline says what was watched and since when.",
    ),
    lane(
      "spread",
      "Spread: later appearances. Ten posts that go back to one post are one source, so that the number of independent sources is given as a range.",
    ),
    lane(
      "responses",
      "Responses: denials, confirmations, corrections and other acts of a party, and how long after the first known appearance they came.",
    ),
  ]}</ul><h2>Times</h2><p>A time is said only as exactly as it is known. Best is the time inside a post’s own id or an archived copy; then what the platform says, what the page says, what a feed says, what a text tells, and last what a person entered. A filled mark stands where its time is known; a hollow one does not, and its dashed line shows all that is possible. A late or backdated post does not become the first known without evidence.</p><h2>Who took it from whom</h2><p>A repost, a quotation or a link is stated by the platform or the page. What rests on likeness of texts alone is called likely, and stays so until a person has looked at it. A program ties a text to a claim by the rare words, names and numbers that they share; such appearances are marked as “machine link”, and what is less sure is not shown until a person has looked.</p><h2>Things known only from others</h2><p>A post that an article tells of is shown although nobody here has seen it. It is marked as known only from that article, and so is a response that reached us in this way.</p><h2>The word under the claim</h2><dl class=facts>${[
    ["unverified", "nobody independent confirms it, and no third party denies it"],
    ["disputed", "some confirm or support it, others deny it"],
    ["denied", "it is denied, and nobody here supports it"],
    ["partly confirmed", "the party that it concerns confirms a part of it"],
    ["confirmed", "the party that it concerns confirms it"],
    ["corrected, retracted", "those who put it out took it back or changed it"],
  ].map(
    ([word, meaning]) => html`<dt>${word}</dt><dd>${meaning}</dd>`,
  )}</dl><p>It sums up what was said, by whom, at the time shown. Ratings by fact-checkers stand beside it under their own names.</p>`;
  return shell({ baseUrl, title: "How to read a timeline", main });
}
