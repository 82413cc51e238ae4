/**
 * The report of an outlet that a text names without a link: the one page of that outlet which is seen with the same claim, and earlier. A text
 * that names one waits for pages by their claim and the first letter of their site, so that the order in which they come is of no meaning.
 */
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { fold } from "../../../shared/text/segment.ts";
import { hostOf } from "../../../shared/url.ts";
import { NO_TIME } from "../../store/documents/texts.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Work } from "../read.ts";

/** A claim whose pages are looked at for one, and what it waits for. */
export interface Sought {
  documentId: string;
  claimId: string;
  before: number;
  ref: string;
}
/** Claims of a text that are looked at. */
const CLAIMS = 2;
const refOf = (claimId: string, letter: string) => `report:${claimId}:${letter}`;
/** The letter with which an outlet's site begins by its name, and a site by its address; "the" may be left out of either. */
const letterOf = (name: string) =>
  /[a-z0-9]/.exec(
    fold(name)
      .normalize("NFD")
      .replace(/^(?:the|el|la|le|der|die|das) /, ""),
  )?.[0] ?? "";

/** What is sought for a document with these claims. */
export function soughtFor({ document, reading }: Work, claimIds: Iterable<string>): Sought[] {
  const { family, url } = document;
  // Whom a feed names as the publisher, else whom the text does.
  const name = family && family !== hostOf(url) ? family : reading && sourceNamed(reading.document.text, reading)?.name;
  const before = document.published.earliest ?? NO_TIME;
  const ref = letterOf(name ?? "");
  if (!ref) return [];
  return [...new Set(claimIds)]
    .sort()
    .slice(0, CLAIMS)
    .map((claimId) => ({ documentId: document.id, claimId, before, ref: refOf(claimId, ref) }));
}

/** The page that a sighting is of, as relating knows it; none of a post or of what is only told of. */
export function pageOf(s: SightingRow): Neighbour[] {
  const { documentId: id, seen, url, platform, accountId: authorId, family, wireCredit, lang, published, role } = s;
  return platform === null && seen === "observed" && role !== "respond"
    ? [{ id, seen, url, platform, authorId, family, wireCredit, lang, published }]
    : [];
}

/** Who is to be related again because pages are seen with a claim now, or are no more. */
export function reportRefs(add: SightingRow[], close: SightingRow[]): string[] {
  const keyOf = ({ id, at, listed }: SightingRow) => `${id} ${listed} ${at}`;
  const [had, has] = [new Set(close.map(keyOf)), new Set(add.map(keyOf))];
  const changed = [...add.filter((s) => !had.has(keyOf(s))), ...close.filter((s) => !has.has(keyOf(s)))];
  const letters = ({ url }: SightingRow) =>
    (hostOf(url)?.split(".") ?? []).flatMap((label) => [label, label.replace(/^(?:the|el|la|le|der|die|das)/, "")]).map(letterOf);
  return [
    ...new Set(
      changed.flatMap((s) =>
        s.listed && pageOf(s).length ? letters(s).flatMap((letter) => (letter ? refOf(s.claimId, letter) : [])) : [],
      ),
    ),
  ];
}
