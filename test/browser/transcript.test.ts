/**
 * What a screen reader gives of the queue and of a claim's workspace, in its order: roles, names and states, as Chromium's accessibility tree has
 * them. docs/desk-transcript.md holds it; `WHENCE_FULL=1 WHENCE_WRITE=1 node --test test/browser/transcript.test.ts` writes it anew.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workspacePage } from "../../workers/pages/desk/claim-view.ts";
import { documentPage } from "../../workers/pages/desk/document-view.ts";
import { reviewPageOf } from "../../workers/pages/desk/review-view.ts";
import { browserTest, openSite, visit } from "./support/chrome.ts";
import { documentSample, reviewSample, workspaceSample } from "./support/desk-sample.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/desk-transcript.md", import.meta.url));
const HEAD = `# The desk as a screen reader gives it

Roles, names, states and order of three pages, from Chromium’s accessibility tree (\`ariaSnapshot\` of playwright), at 1,280 px. \`test/browser/transcript.test.ts\` makes it and compares it in \`npm run test:full\`.
`;

if (process.env["WHENCE_FULL"])
  browserTest("names and order of the queue, a claim and a document are as the transcript has them", async () => {
    const site = await openSite();
    const tab = await site.tab({ viewport: { width: 1280, height: 900 } });
    const parts: string[] = [HEAD];
    for (const [title, page] of [
      ["The queue", reviewPageOf(reviewSample())],
      ["A claim", workspacePage(workspaceSample())],
      ["A document", documentPage(documentSample())],
    ] as const) {
      site.pages.set("/page", page);
      await visit(tab, `${site.origin}/page`);
      parts.push(`## ${title}\n\n\`\`\`yaml\n${await tab.locator("body").ariaSnapshot()}\n\`\`\`\n`);
    }
    await site.close();
    const transcript = parts.join("\n").replace(/https?:\/\/whence\.example/g, "");
    if (process.env["WHENCE_WRITE"]) writeFileSync(DOCUMENT, transcript);
    assert.equal(readFileSync(DOCUMENT, "utf8"), transcript);
    // Every button and field has a name of its own, and headings do not skip.
    assert.doesNotMatch(transcript, /- (?:button|textbox|checkbox|combobox|link)(?: \[[^\]]*\])?:?$/m);
  });
