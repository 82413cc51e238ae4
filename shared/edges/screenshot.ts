import { passage } from "../graph/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./index.ts";

/** A post that says it shows a screenshot; images are not read. "Screenshots prove …" in passing is not enough. */
const CUE =
  /(?:\bscreen(?:shot|grab| ?cap(?:ture)?)s? (?:of|from|below|attached)\b|\((?:see )?screenshots?\)|\[screenshots?\]|截图|截屏|スクショ)/iu;
const POSTS = new Set(["post", "comment"]);
const STATED = 0.4;

/** The parent is unknown until a person or a reverse search names it: the words tell that there is one. */
export const screenshot = {
  type: "screenshot",
  label: "shows a screenshot of",
  detect: ({ document }: RelateInput): EdgeFinding[] => {
    const cue = POSTS.has(document.kind) ? CUE.exec(document.text.slice(0, 5_000)) : null;
    if (!cue) return [];
    const quote = passage(document.text, cue.index, cue.index + cue[0].length);
    return [
      {
        childId: document.id,
        parentId: null,
        type: "screenshot",
        basis: "stated",
        confidence: STATED,
        evidence: { quote, why: "It says that it shows a screenshot; of what is not known." },
      },
    ];
  },
} satisfies EdgeKind;
