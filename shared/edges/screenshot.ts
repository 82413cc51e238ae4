import { patternOf } from "../lang/index.ts";
import { isPost } from "../model/document.ts";
import { copySource, retoldSource, similarityInWords } from "./evidence/near-texts.ts";
import { passage } from "./evidence/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** Words by which a post says that it shows a screenshot (images are not read). "Screenshots prove …" in passing is not enough. */
const CUE = patternOf(({ sources }) => sources?.screenshot);
const CONFIDENCE = { reported: 0.8, sameWords: 0.6, unknownPost: 0.4 };

const cueOf = ({ kind, text }: RelateInput["document"]) => (isPost({ kind }) ? CUE.exec(text.slice(0, 5_000)) : null);
/** Whether a reported document is what the screenshot shows. */
export function showsReported({ document, reading }: RelateInput, index: number): boolean {
  const item = reading?.reported[index];
  const at = cueOf(document)?.index ?? -1;
  return !!item && item.parent === null && item.passage.start <= at && at < item.passage.end;
}

/** The parent is the post with the same words that mentions no screenshot itself; otherwise it is unknown until a person names it. */
export const screenshot = {
  type: "screenshot",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near, texts, reportedIds } = input;
    const cue = cueOf(document);
    if (!cue) return [];
    const quote = passage(document.text, cue.index, cue.index + cue[0].length);
    const shown = near.filter(({ document: { id, platform } }) => platform !== null && texts.has(id) && !CUE.test(texts.get(id) ?? ""));
    const source = copySource(shown, document) ?? retoldSource(shown, document);
    const reportedId = source ? undefined : reportedIds.find((_, i) => showsReported(input, i));
    let confidence: number = CONFIDENCE.unknownPost;
    let what = "of what is not known";
    if (source) {
      confidence = CONFIDENCE.sameWords;
      what = similarityInWords(source);
    } else if (reportedId) {
      confidence = CONFIDENCE.reported;
      what = "of what it tells of";
    }
    return [
      {
        childId: document.id,
        parentId: source?.document.id ?? reportedId ?? null,
        type: "screenshot",
        basis: "stated",
        confidence,
        evidence: { quote, why: `It says that it shows a screenshot; ${what}.` },
      },
    ];
  },
} satisfies EdgeKind;
