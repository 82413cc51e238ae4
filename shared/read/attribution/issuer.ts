/** The issuer of a statement: in a press release or a letter, "we" and all content without a named speaker are the sender's words. */
import { anyLanguage, chinese, patternOf, sourcesOf } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import { registrableDomain } from "../../registrable-domain.ts";
import { withoutQuotations } from "../../text/quotations.ts";
import { nameWords, outletOf } from "../../timeline/party-names.ts";
import type { TextAnalysis } from "../analysis.ts";
import { allNamesIn } from "../gates/names.ts";
import { nameIn } from "../parties/own-name.ts";

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

const MIN_LETTERS = 4;
const lettersOf = (name: string) => nameWords(name).join("");
const hostLabel = (host: string) => registrableDomain(host).split(".")[0] ?? "";
/** Whether a page is at a site that goes by a name in a text: "Halden Motors hid a defect" names the owner of halden.example. */
export function isSiteOfNamed(url: string | null, text: string): boolean {
  const label = url && URL.canParse(url) ? lettersOf(hostLabel(new URL(url).hostname)) : "";
  return label.length >= MIN_LETTERS && allNamesIn(text).some(({ name }) => lettersOf(name).startsWith(label));
}
/** What says whose a page is: its author, its site, and what it calls that. */
interface Signed {
  text: string;
  site: string | null;
  siteName?: string | null | undefined;
  author: string | null;
}
/** The name in a claim by which a page's author or site goes. */
export const ownerIn = ({ site, siteName, author }: Omit<Signed, "text">, claim: string): string | null =>
  nameIn([author, site && hostLabel(site), siteName], claim);
/**
 * Whose own words a page is towards a claim. A release is its sender's. So is any page that speaks as "we" and whose site or author the claim names.
 */
export function senderOf(page: Signed, kind: string, claim: string): Pick<TextAnalysis, "release" | "publisher"> {
  const { text, site } = page;
  const name = ownerIn(page, claim);
  if (kind === "press_release") return { release: { site, name } };
  return name !== null && WE.test(withoutQuotations(text)) ? { release: { site, name } } : { publisher: outletOf(page) };
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
    (release?.site ? nameIn([hostLabel(release.site)], `${analysis.title ?? ""}. ${analysis.text}`.slice(0, 6000)) : null);
  const party = signed ? analysis.partyAt(signed, "", analysis.text.length) : null;
  if (party?.name) return party;
  if (release?.name) return partyWith("organisation", release.name, null);
  const found = analysis.mainOrganisation();
  return found.name ? found : null;
}
