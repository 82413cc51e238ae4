/** The issuer of a statement: in a press release or a letter, "we" and all content without a named speaker are the sender's words. */
import { anyLanguage, chinese, patternOf, sourcesOf } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import { registrableDomain } from "../../registrable-domain.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { isNamedIn, outletOf } from "../../timeline/party-names.ts";
import type { TextAnalysis } from "../analysis.ts";
import { allNamesIn } from "../gates/names.ts";

/** Labels at the head of such a text. */
const [opening, title, announces] = (["release", "releaseTitle", "releaseAnnounces"] as const).map((key) => {
  const { spaced, unspaced } = sourcesOf(({ statements }) => statements?.[key]);
  return [spaced, unspaced].filter(Boolean).join("|");
});
const RELEASE = new RegExp(`^[\\s\\p{P}]{0,5}(?:${opening})|(?:${title})\\s*$|${announces}`, "imu");
const HEAD_LENGTH = 300;
/** A line with a date. */
const DATED = new RegExp(`\\d{4}|\\d\\s*(?:${chinese.time.dateMarks.slice(1).join("|")})`, "u");
/** "We", "our": the writer speaks. */
export const WE = patternOf(({ pronouns }) => pronouns?.we);
/** How many lines at the end are searched for a signature, and the longest such line. */
const SIGNATURE_LINES = 6;
const MAX_SIGNATURE = 50;

/** Whether the text is a statement that its sender publishes. */
export const isRelease = (text: string) => RELEASE.test(text.slice(0, HEAD_LENGTH));

/** "We", "I", as the speaker. */
export const SELF = new RegExp(`^(?:${anyLanguage(({ pronouns }) => pronouns?.self)})$`, "iu");

/** The line with which a statement is signed, near its date; null for other texts. */
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
        /^(?:\p{Upper}|\p{Script=Han})[^\d@:：.。,，!?]*$/u.test(line) &&
        [lines[i - 1], lines[i + 1]].some((near) => near && near.length <= MAX_SIGNATURE && DATED.test(near)),
    ) ?? null
  );
}

const squeezed = (text: string) =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{Alpha}\p{N}]/gu, "");
const MIN_SQUEEZED = 4;
const labelOf = (host: string) => squeezed(registrableDomain(host).split(".")[0] ?? "");
/** Whether a page is at a site that goes by a name in a text: "Halden Motors hid a defect" names the owner of halden.example. */
export function isSiteOfNamed(url: string | null, text: string): boolean {
  const label = url && URL.canParse(url) ? labelOf(new URL(url).hostname) : "";
  return label.length >= MIN_SQUEEZED && allNamesIn(text).some(({ name }) => squeezed(name).startsWith(label));
}
/** The name in the text that matches the site's host: "Hospital Santa Clara" at hospitalsantaclara.example. */
function namedAs(site: string, text: string): string | null {
  const label = labelOf(site);
  const names = allNamesIn(text.slice(0, 6000)).map(({ name }) => ({ name, letters: squeezed(name) }));
  const found = names.filter(({ letters }) => letters.length >= MIN_SQUEEZED && (label.includes(letters) || letters.includes(label)));
  return found.sort((a, b) => b.letters.length - a.letters.length)[0]?.name ?? null;
}

/** Most words of a claim that a host joins: "brauerei-ostler". */
const MAX_JOINED = 5;
/**
 * The name in a claim of which a site's host is made: "Brauerei Ostler" at brauerei-ostler.example. Null where its words have no capital, as a paper may be
 * called the Mirror and a mirror be stolen.
 */
function hostIn(site: string, claim: string): string | null {
  const label = labelOf(site);
  const words = label.length < MIN_SQUEEZED ? [] : [...claim.matchAll(/[\p{Alpha}\p{M}\p{N}&-]+/gu)];
  for (const [i, { index }] of words.entries())
    for (const { 0: last, index: at } of words.slice(i, i + MAX_JOINED)) {
      const name = claim.slice(index, at + last.length);
      if (/\p{Upper}/u.test(name) && squeezed(name) === label) return name;
    }
  return null;
}

/** What says whose a page is. */
interface Signed {
  text: string;
  site: string | null;
  author: string | null;
}
/**
 * Whose own words a page is towards a claim. A release is its sender's. So is any page that speaks as "we" and whose host or author the claim names.
 */
export function senderOf({ text, site, author }: Signed, kind: string, claim: string): Pick<TextAnalysis, "release" | "publisher"> {
  const signed = author !== null && isNamedIn(author, claim) ? author : null;
  const name = signed ?? (site === null ? null : hostIn(site, claim));
  if (kind === "press_release") return { release: { site, name } };
  return name !== null && WE.test(withoutQuotations(text)) ? { release: { site, name } } : { publisher: outletOf({ author, site }) };
}

/**
 * The issuer of a statement: the signer, else the name that matches the site, else whoever publishes it, else the last organisation in the text.
 * Null for other texts.
 */
export function issuerOf(analysis: TextAnalysis): Party | null {
  const { release } = analysis;
  if (!release && !isRelease(analysis.text)) return null;
  const signed =
    signatureOf(analysis.text, release !== undefined) ??
    (release?.site ? namedAs(release.site, `${analysis.title ?? ""}. ${analysis.text}`) : null);
  const party = signed ? analysis.partyAt(signed, "", analysis.text.length) : null;
  if (party?.name) return party;
  if (release?.name) return partyWith("organisation", release.name, null);
  const found = analysis.mainOrganisation();
  return found.name ? found : null;
}
