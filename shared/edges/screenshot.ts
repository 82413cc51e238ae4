import { alikeInWords, copySource, retoldSource } from "./evidence/near-texts.ts";
import { passage } from "./evidence/passage.ts";
import type { EdgeFinding, EdgeKind, RelateInput } from "./kind.ts";

/** A post that says it shows a screenshot; images are not read. "Screenshots prove …" in passing is not enough. */
const CUE =
  /(?:\bscreen(?:shot|grab| ?cap(?:ture)?)s? (?:of|from|below|attached|d[eai]|des|der|eines|einer|vo[nm]|aus|unten|del|dell[ao])\b|\((?:see )?screenshots?\)|\[screenshots?\]|\bbildschirmfoto|\bcaptura(?:s)? de (?:pantalla|tela)\b|\bpantallazo|\bprints? (?:d[eoa]s?|abaixo)\b|\bcaptures? d['’]écran|скриншот|ekran görüntüsü|截图|截屏|スクショ|スクリーンショット|스크린샷|لقطة شاشة|स्क्रीनशॉट)/iu;
const POSTS = new Set(["post", "comment"]);
const STATED = 0.4;
const PRINTED = 0.6;
/** What it tells of in the words that say so. */
const TOLD = 0.8;

const cueOf = ({ kind, text }: RelateInput["document"]) => (POSTS.has(kind) ? CUE.exec(text.slice(0, 5_000)) : null);
/** Whether a reported document is what the screenshot shows, so that it is shown rather than told of. */
export function showsReported({ document, reading }: RelateInput, index: number): boolean {
  const told = reading?.reported[index];
  const at = cueOf(document)?.index ?? -1;
  return !!told && told.parent === null && told.passage.start <= at && at < told.passage.end;
}

/** The parent is the post whose words it has, which speaks of no screenshot itself; else unknown until a person or a reverse search names it. */
export const screenshot = {
  type: "screenshot",
  label: "shows a screenshot of",
  detect: (input: RelateInput): EdgeFinding[] => {
    const { document, near, texts, reportedIds } = input;
    const cue = cueOf(document);
    if (!cue) return [];
    const quote = passage(document.text, cue.index, cue.index + cue[0].length);
    const shown = near.filter(({ document: { id, platform } }) => platform !== null && texts.has(id) && !CUE.test(texts.get(id) ?? ""));
    const source = copySource(shown, document) ?? retoldSource(shown, document);
    const told = source ? undefined : reportedIds.find((_, i) => showsReported(input, i));
    return [
      {
        childId: document.id,
        parentId: source?.document.id ?? told ?? null,
        type: "screenshot",
        basis: "stated",
        confidence: source ? PRINTED : told ? TOLD : STATED,
        evidence: {
          quote,
          why: `It says that it shows a screenshot; ${source ? alikeInWords(source) : told ? "of what it tells of" : "of what is not known"}.`,
        },
      },
    ];
  },
} satisfies EdgeKind;
