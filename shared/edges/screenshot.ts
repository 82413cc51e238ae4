import { alikeInWords, copySource, retoldSource } from "../graph/near.ts";
import { passage } from "../graph/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

/** A post that says it shows a screenshot; images are not read. "Screenshots prove …" in passing is not enough. */
const CUE =
  /(?:\bscreen(?:shot|grab| ?cap(?:ture)?)s? (?:of|from|below|attached)\b|\((?:see )?screenshots?\)|\[screenshots?\]|截图|截屏|スクショ)/iu;
const POSTS = new Set(["post", "comment"]);
const STATED = 0.4;
const PRINTED = 0.6;

/** The parent is the post whose words it has, which speaks of no screenshot itself; else unknown until a person or a reverse search names it. */
export const screenshot = {
  type: "screenshot",
  label: "shows a screenshot of",
  detect: ({ document, near, texts }: RelateInput): EdgeFinding[] => {
    const cue = POSTS.has(document.kind) ? CUE.exec(document.text.slice(0, 5_000)) : null;
    if (!cue) return [];
    const quote = passage(document.text, cue.index, cue.index + cue[0].length);
    const shown = near.filter(({ document: { id, platform } }) => platform !== null && texts.has(id) && !CUE.test(texts.get(id) ?? ""));
    const source = copySource(shown, document) ?? retoldSource(shown, document);
    return [
      {
        childId: document.id,
        parentId: source?.document.id ?? null,
        type: "screenshot",
        basis: "stated",
        confidence: source ? PRINTED : STATED,
        evidence: { quote, why: `It says that it shows a screenshot; ${source ? alikeInWords(source) : "of what is not known"}.` },
      },
    ];
  },
} satisfies EdgeKind;
