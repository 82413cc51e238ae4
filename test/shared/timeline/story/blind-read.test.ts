/**
 * The text of the embed alone answers seven questions for six stories. Questions and answers stand in blind-read.json, written before the
 * text; docs/blind-read.md has the questions and texts, docs/blind-read-answers.md the answers, made anew by `WHENCE_WRITE=1 node --test` on this
 * file.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { buildTimeline } from "../../../../shared/timeline/timeline.ts";
import type { TimelineInput } from "../../../../shared/timeline/views.ts";
import { embed } from "../../../browser/support/pages.ts";
import { bigStory } from "../../../fixtures/big-story.ts";
import { bakery, clinic, ferry, tower } from "../../../fixtures/small-stories.ts";
import { storyInput } from "../../../fixtures/timeline.ts";
import { heard } from "../../../support/heard.ts";

interface Read {
  story: string;
  answers: Record<string, string>;
}
const reads = JSON.parse(readFileSync(new URL("blind-read.json", import.meta.url), "utf8")) as Read[];
const stories: Record<string, TimelineInput> = { llama4: storyInput, reservoir: bigStory(), ferry, clinic, bakery, tower };
const DOCS = new URL("../../../../docs/", import.meta.url);

const textOf = (story: string): string => heard(embed(buildTimeline(stories[story] as TimelineInput)).html);
const questions = Object.keys(reads[0]?.answers ?? {});
/** For a reader who knows nothing: questions and texts. */
const transcripts = () =>
  `# The embed by ear\n\nThe text of six embeds as a screen reader gives it, and seven questions to each for a reader who knows nothing of the story. All stories but the first are invented; the first is retold in our own words. The words that answer them are in [blind-read-answers.md](blind-read-answers.md).\n\n${questions
    .map((question, i) => `${i + 1}. ${question}\n`)
    .join("")}\n${reads.map(({ story }) => `## ${story}\n\n\`\`\`text\n${textOf(story)}\n\`\`\`\n`).join("\n")}`;
/** For who compares: the words of the text that answer each question. */
const key = () =>
  `# The embed by ear: answers\n\nThe words in the [texts](blind-read.md) that answer each question, written down before the texts.\n\n${reads
    .map(
      ({ story, answers }) =>
        `## ${story}\n\n| Question | Answer in the text |\n|---|---|\n${Object.entries(answers)
          .map(([question, answer]) => `| ${question} | ${answer} |`)
          .join("\n")}\n`,
    )
    .join("\n")}`;

test("42 of 42 questions are answered by the words of the embeds", () => {
  let answered = 0;
  for (const { story, answers } of reads) {
    const text = textOf(story);
    for (const [question, answer] of Object.entries(answers)) {
      assert.ok(text.includes(answer), `${story}, ${question} “${answer}” is not in:\n${text}`);
      answered++;
    }
  }
  assert.equal(answered, 42);
});

test("the transcripts and answers in the docs are those of today", () => {
  for (const [file, page] of [
    ["blind-read.md", transcripts()],
    ["blind-read-answers.md", key()],
  ] as const) {
    const url = new URL(file, DOCS);
    if (process.env["WHENCE_WRITE"]) writeFileSync(url, page);
    assert.equal(readFileSync(url, "utf8"), page);
  }
});
