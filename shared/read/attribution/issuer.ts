/** Who issues a statement: in a press release or a letter, "we" and what nobody is said to say are the words of whoever sends it. */
import type { Party } from "../../model/party.ts";
import type { TextAnalysis } from "../analysis.ts";

/** How such a text calls itself, at its head. */
const RELEASE =
  /^[\s\p{P}]{0,5}(?:communiqué|nota de (?:prensa|imprensa|esclarecimento|aclaraci[oó]n|repúdio)|comunicado|pressemitteilung|presseinformation|gegendarstellung|for immediate release|press release|(?:(?!发|回应)\p{Script=Han}){0,20}(?:声明|公告|告知书|情况说明)\s*$)|(?:stellungnahme|erklärung|richtigstellung|mise au point|droit de réponse|aclaración|direito de resposta|open letter|offener brief|carta abierta|carta aberta|media statement)\s*$|aclarar lo siguiente|郑重声明|声明如下|说明如下/imu;
const HEAD_LENGTH = 300;
/** "We", "our": who speaks is who writes. */
export const WE =
  /(?<!\p{L})(?:nous|notre|nos|nuestr[oa]s?|nosotr[oa]s|noss[oa]s?|unser\p{L}{0,2}|wir|ich|our|we)(?!\p{L})|我司|本公司|我校|我院|我店|我们|本人/iu;
/** Lines at the end among which a signature is looked for, and the longest one. */
const SIGNATURE_LINES = 6;
const MAX_SIGNATURE = 50;

/** Whether a text is a statement that its sender issues. */
const isRelease = (text: string) => RELEASE.test(text.slice(0, HEAD_LENGTH));

/** "We", "I", as a speaker. */
export const SELF = /^(?:I|me|we|us|ich|wir|je|j['’]|nous|yo|nosotr[oa]s|eu|nós|我|我们|本人|本公司|我司|我校|我院|我店)$/i;

/** The line that signs a statement, beside its date; null for other texts. */
export function signatureOf(text: string): string | null {
  if (!isRelease(text)) return null;
  const lines = text
    .slice(-1500)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(-SIGNATURE_LINES);
  return (
    lines.findLast(
      (line, i) =>
        line.length <= MAX_SIGNATURE &&
        /^(?:\p{Lu}|\p{Script=Han})[^\d@:：.。,，!?]*$/u.test(line) &&
        [lines[i - 1], lines[i + 1]].some((near) => near && near.length <= MAX_SIGNATURE && /\d{4}|\d\s*[月日]/.test(near)),
    ) ?? null
  );
}

/** Who issues a text that is a statement: who signs it, else the organisation that it names last. Null for other texts. */
export function issuerOf(analysis: TextAnalysis): Party | null {
  if (!isRelease(analysis.text)) return null;
  const signed = signatureOf(analysis.text);
  const party = signed ? analysis.partyAt(signed, "", analysis.text.length) : null;
  const found = party?.name ? party : analysis.mainOrganisation();
  return found.name ? found : null;
}
