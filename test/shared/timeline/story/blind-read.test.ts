/**
 * The text of the embed alone answers seven questions for six stories. Questions and answers stand in blind-read.json, written before the
 * text; docs/blind-read.md has the transcripts, made anew by `WHENCE_WRITE=1 node --test` on this file.
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
const PAGE = new URL("../../../../docs/blind-read.md", import.meta.url);

const transcript = ({ story, answers }: Read): string => {
  const text = heard(embed(buildTimeline(stories[story] as TimelineInput)).html);
  const table = Object.entries(answers).map(([question, answer]) => `| ${question} | ${answer} |`);
  return `## ${story}\n\n| Question | Answer in the text |\n|---|---|\n${table.join("\n")}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
};

test("42 of 42 questions are answered by the words of the embeds", () => {
  let answered = 0;
  for (const { story, answers } of reads) {
    const text = heard(embed(buildTimeline(stories[story] as TimelineInput)).html);
    for (const [question, answer] of Object.entries(answers)) {
      assert.ok(text.includes(answer), `${story}, ${question} “${answer}” is not in:\n${text}`);
      answered++;
    }
  }
  assert.equal(answered, 42);
});

test("the transcripts in the docs are those of today", () => {
  const page = `# The embed by ear\n\nThe text of six embeds as a screen reader gives it, with seven questions that a reader who knows nothing of the story asks, and the words that answer them. All stories but the first are invented; the first is retold in our own words.\n\n${reads.map(transcript).join("\n")}`;
  if (process.env["WHENCE_WRITE"]) writeFileSync(PAGE, page);
  assert.equal(readFileSync(PAGE, "utf8"), page);
});
