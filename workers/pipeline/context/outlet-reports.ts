/**
 * The report of an outlet that a text names without a link: the one page of that outlet which is seen with the same claim, and earlier. A text
 * that names one depends on pages by their claim and the first letter of their site, so the order in which they come does not matter.
 */
import { sourceNamed } from "../../../shared/edges/attribution.ts";
import type { Neighbour } from "../../../shared/edges/kind.ts";
import { fold } from "../../../shared/text/segment.ts";
import { hostOf } from "../../../shared/url.ts";
import { NO_TIME } from "../../store/documents/texts.ts";
import { outletKey } from "../../store/relations/dependencies.ts";
import type { SightingRow } from "../../store/relations/sightings.ts";
import type { Work } from "../read.ts";

/** A look through the pages of a claim for one, and the key that it depends on. */
export interface OutletSearch {
  documentId: string;
  claimId: string;
  before: number;
  key: string;
}
/** Claims of a text that are looked at. */
const MAX_CLAIMS = 2;
/** The letter with which an outlet's site begins by its name, and a site by its address; "the" may be left out of either. */
const letterOf = (name: string) =>
  /[a-z0-9]/.exec(
    fold(name)
      .normalize("NFD")
      .replace(/^(?:the|el|la|le|der|die|das) /, ""),
  )?.[0] ?? "";

/** The searches for a document with these claims. */
export function searchesFor({ document, reading }: Work, claimIds: Iterable<string>): OutletSearch[] {
  const { family, url } = document;
  // Whom a feed names as the publisher, else whom the text does.
  const name = family && family !== hostOf(url) ? family : reading && sourceNamed(reading.document.text, reading)?.name;
  const before = document.published.earliest ?? NO_TIME;
  const letter = letterOf(name ?? "");
  if (!letter) return [];
  return [...new Set(claimIds)]
    .sort()
    .slice(0, MAX_CLAIMS)
    .map((claimId) => ({ documentId: document.id, claimId, before, key: outletKey(claimId, letter) }));
}

/** The page that a sighting is of, as relating knows it; none for a post or for what is only reported. */
export function pageOf(s: SightingRow): Neighbour[] {
  const { documentId: id, seen, url, platform, accountId: authorId, family, wireCredit, lang, published, role } = s;
  return platform === null && seen === "observed" && role !== "respond"
    ? [{ id, seen, url, platform, authorId, family, wireCredit, lang, published }]
    : [];
}

/** The keys of searches whose pages change with these sightings. */
export function outletReportKeys(add: SightingRow[], close: SightingRow[]): string[] {
  const stateOf = ({ id, at, listed }: SightingRow) => `${id} ${listed} ${at}`;
  const [had, has] = [new Set(close.map(stateOf)), new Set(add.map(stateOf))];
  const changed = [...add.filter((s) => !had.has(stateOf(s))), ...close.filter((s) => !has.has(stateOf(s)))];
  const letters = ({ url }: SightingRow) =>
    (hostOf(url)?.split(".") ?? []).flatMap((label) => [label, label.replace(/^(?:the|el|la|le|der|die|das)/, "")]).map(letterOf);
  return [
    ...new Set(
      changed.flatMap((s) =>
        s.listed && pageOf(s).length ? letters(s).flatMap((letter) => (letter ? outletKey(s.claimId, letter) : [])) : [],
      ),
    ),
  ];
}
