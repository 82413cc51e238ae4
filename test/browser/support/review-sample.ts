/** Data for the review queue, in our own words. */
import type { BulkData, ReviewData } from "../../../workers/pages/console/review.ts";
import { EDITOR } from "./console-sample.ts";
import { id } from "./sample.ts";

export function reviewSample(): ReviewData {
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    kind: "claims",
    counts: { sightings: 12, claims: 1000, edges: 3 },
    suggestion: {
      question: "Is this a claim to follow?",
      left: { heading: "The claim", path: `/c/${id("c", 1)}`, text: "Meta trained Llama 4 on benchmark test sets", lang: "en" },
      right: {
        heading: "Article at paper.example by A. Writer, 7 Apr 2025",
        path: `/d/${id("d", 2)}`,
        text: "… An anonymous post says that Meta trained its Llama 4 models on the test sets of benchmarks, which the company denies.\n\nNothing in the post could be checked. A_word_so_long_that_it_would_not_fit_into_a_narrow_column_unless_it_is_broken_somewhere …",
        lang: "en",
      },
      how: "93 %, stance: support, lexical-1",
      reasons: ["shares the rare words llama, benchmark", "both name Meta"],
      fields: { id: id("c", 1) },
      wording: "Meta trained Llama 4 on benchmark test sets",
      alike: [
        { id: id("c", 2), text: "Llama 4 saw the answers before the exam", score: 0.41, tracked: true, same: false },
        { id: id("c", 3), text: "Llama 4 was trained on the tests it was to pass", score: 0.38, tracked: false, same: false },
        { id: id("c", 4), text: "Llama 4 was trained by Meta on the test sets of benchmarks", score: 0.97, tracked: false, same: true },
      ],
    },
    after: "",
    skip: "abc",
    done: { text: "Accepted.", undo: "abc" },
    further: null,
  };
}
export function bulkSample(): BulkData {
  return {
    baseUrl: "https://whence.example",
    viewer: EDITOR,
    above: 80,
    rows: [1, 2].map((n) => ({
      token: `t${n}`,
      claim: "Meta trained Llama 4 on benchmark test sets",
      words: "they say the test sets went into post-training, and who would be surprised",
      from: "@reader",
      score: 0.9,
    })),
    more: true,
  };
}
