/**
 * Sources that documents name and that we do not hold: "according to CNN" is the node CNN, one for a name and claim, whoever names it. Derived
 * from the rows each time, so that it is gone with the last document that names it.
 */
import { isSiteOf } from "../edges/evidence/source-credit.ts";
import { range } from "../model/time.ts";
import { nameWords, samePhrase } from "../timeline/party-names.ts";
import { byText, byTime } from "../timeline/sort.ts";
import type { ParentView, SightingView } from "../timeline/views.ts";
import { hostOf } from "../url.ts";

const PREFIX = "named:";
export const isNamedSource = (id: string): boolean => id.startsWith(PREFIX);
/** The words of a source's name that tell it from others. */
const wordsOf = (name: string) => nameWords(name.replace(/\.(?:com|net|org|co\.uk|tv)$/iu, "").replace(/^the\s/iu, ""));
const namedSourceId = (name: string): string => `${PREFIX}${wordsOf(name).join("-")}`;

const nameOf = (parent: ParentView | null) => (parent && parent.documentId === null ? parent.label : null);

/**
 * Of each name the one that stands for it: of names that hold one another ("the Daily News", "New York Daily News") the most used. An outlet of
 * which something is held on the claim is no such source: which of its reports is meant is for edges to say.
 */
function standIns(sightings: readonly SightingView[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const s of sightings) {
    const name = nameOf(s.parent);
    if (name && wordsOf(name).length > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const urls = [...new Set(sightings.flatMap((s) => (s.seen === "observed" && s.url !== null ? [s.url] : [])))];
  const found = new Map<string, string>();
  const heads: string[] = [];
  const unheld = [...counts].filter(([name]) => !urls.some((url) => isSiteOf(name, url)));
  for (const [name] of unheld.sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))) {
    const head = heads.find((other) => samePhrase(wordsOf(other), wordsOf(name)));
    if (!head) heads.push(name);
    found.set(name, head ?? name);
  }
  return found;
}

/** Sightings with the named sources as their parents, and a reported sighting for each of these, which its earliest namer tells of. */
export function withNamedSources(sightings: readonly SightingView[]): { sightings: SightingView[]; sources: SightingView[] } {
  const heads = standIns(sightings);
  if (!heads.size) return { sightings: [...sightings], sources: [] };
  const sources = new Map<string, SightingView>();
  const linked = [...sightings].sort(byTime).map((s): SightingView => {
    const name = heads.get(nameOf(s.parent) ?? "");
    if (!s.parent || name === undefined) return s;
    const id = namedSourceId(name);
    if (!sources.has(id) && s.role !== "respond") sources.set(id, sourceOf(id, name, s));
    return { ...s, parent: { ...s.parent, documentId: id, label: name } };
  });
  return { sightings: linked, sources: [...sources.values()] };
}

function sourceOf(id: string, name: string, namer: SightingView): SightingView {
  return {
    ...namer,
    id,
    documentId: id,
    at: namer.at - 1,
    role: "report",
    stance: "observe",
    certainty: "unstated",
    hedges: [],
    quote: null,
    attributedTo: null,
    score: null,
    seen: "reported",
    seenAt: null,
    published: range(null, namer.published.latest, "text"),
    kind: "other",
    platform: null,
    place: null,
    url: null,
    title: null,
    excerpt: null,
    author: name,
    translated: false,
    toldBy: { documentId: namer.documentId, label: namer.author ?? hostOf(namer.url) ?? "" },
    told: null,
    parent: null,
    accountId: null,
    family: null,
    textId: null,
    wireCredit: null,
    availability: null,
    otherParents: [],
  };
}
