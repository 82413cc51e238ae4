/** Who issues a statement: in a press release or a letter, "we" and what nobody is said to say are the words of whoever sends it. */
import { chinese, patternOf, sourcesOf } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { TextAnalysis } from "../analysis.ts";
import { namesIn } from "../gates/names.ts";

/** How such a text calls itself, at its head. */
const [opening, title, announces] = (["release", "releaseTitle", "releaseAnnounces"] as const).map((key) => {
  const { spaced, unspaced } = sourcesOf(({ statements }) => statements?.[key]);
  return [spaced, unspaced].filter(Boolean).join("|");
});
const RELEASE = new RegExp(`^[\\s\\p{P}]{0,5}(?:${opening})|(?:${title})\\s*$|${announces}`, "imu");
const HEAD_LENGTH = 300;
/** A line with a date. */
const DATED = new RegExp(`\\d{4}|\\d\\s*[${chinese.time.dateMarks.slice(1).join("")}]`, "u");
/** "We", "our": who speaks is who writes. */
export const WE = patternOf(({ pronouns }) => pronouns?.we);
/** Lines at the end among which a signature is looked for, and the longest one. */
const SIGNATURE_LINES = 6;
const MAX_SIGNATURE = 50;

/** Whether a text is a statement that its sender issues. */
const isRelease = (text: string) => RELEASE.test(text.slice(0, HEAD_LENGTH));

/** "We", "I", as a speaker. */
const self = sourcesOf(({ pronouns }) => pronouns?.self);
export const SELF = new RegExp(`^(?:${self.spaced}|${self.unspaced})$`, "iu");

/** The line that signs a statement, beside its date; null for other texts. */
export function signatureOf(text: string, isKnown = false): string | null {
  if (!isKnown && !isRelease(text)) return null;
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
        [lines[i - 1], lines[i + 1]].some((near) => near && near.length <= MAX_SIGNATURE && DATED.test(near)),
    ) ?? null
  );
}

const squeezed = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
/** No word is left out of a name. */
const NONE = /(?!)/;
const MIN_SQUEEZED = 4;
/** The name in a text that its site is called by: "Hospital Santa Clara" at hospitalsantaclara.example. */
function namedAs(site: string, text: string): string | null {
  const label = squeezed(site.replace(/^www\./, "").split(".")[0] ?? "");
  const names = namesIn(text.slice(0, 6000), NONE, null).map(({ name }) => ({ name, letters: squeezed(name) }));
  const found = names.filter(({ letters }) => letters.length >= MIN_SQUEEZED && (label.includes(letters) || letters.includes(label)));
  return found.sort((a, b) => b.letters.length - a.letters.length)[0]?.name ?? null;
}

/** Who issues a text that is a statement, by its words or as is known: who signs it, whom its site is called after, else the organisation that it names last. Null for other texts. */
export function issuerOf(analysis: TextAnalysis): Party | null {
  const { release } = analysis;
  if (!release && !isRelease(analysis.text)) return null;
  const signed =
    signatureOf(analysis.text, release !== undefined) ??
    (release?.site ? namedAs(release.site, `${analysis.title ?? ""}. ${analysis.text}`) : null);
  const party = signed ? analysis.partyAt(signed, "", analysis.text.length) : null;
  const found = party?.name ? party : analysis.mainOrganisation();
  return found.name ? found : null;
}
