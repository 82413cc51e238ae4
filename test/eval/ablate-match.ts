/**
 * What each part of claim matching is worth: feature groups are left out and the rest fitted anew, candidate routes are narrowed.
 *   node test/eval/ablate-match.ts [--only names]     one row each; all of them take 15 minutes
 * Features: MAP@5 of held-out folds of clef2021 train and of dev, and recall and false links at the threshold that the folds allow.
 * Routes: the right claim among the candidates, and MAP@5 by the weights as they are, on clef2021 dev.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FEATURES } from "../../shared/match/features.ts";
import { score } from "../../shared/match/index.ts";
import { averagePrecision, loadSet, openIndex } from "./match.ts";

/** How a search is narrowed. */
interface Routed {
  /** So many of the rarest words. */
  terms?: number;
  bare?: boolean;
  change?: (text: string) => string;
}

const GROUPS: Record<string, readonly (typeof FEATURES)[number][]> = {
  nothing: [],
  coverage: ["recall", "bodyRecall", "claimCoverage", "bestCoverage", "claimRarest", "rarestFiveFound", "sentence"],
  cosines: ["claimCosine", "bestCosine", "unionCosine", "meanCosine", "titleCosine", "cosineShare"],
  "amount of evidence": ["evidence", "evidenceShare", "bm25", "sharedCount", "rarestShared", "secondShared", "missing", "claimLength"],
  "rarity among the candidates": ["localShare", "local", "claimLocal"],
  "word order and nearness": ["pairs", "pairShare", "longestRun", "skips", "window"],
  "words besides names": ["plainDice"],
  numbers: ["numbersShared"],
  names: ["claimNames", "textNames", "author"],
  quotes: ["quote"],
  dates: ["sameMonth", "otherYear"],
  "other forms of words": ["prefixes", "compounds", "typos"],
  "the index's own rank": ["ftsRank"],
};
const ROUTES: Record<string, Routed> = {
  "24 rarest words, 2,500 entries": {},
  "8 rarest words": { terms: 8 },
  "4 rarest words": { terms: 4 },
  "no phrasings": { bare: true },
  "no embed tails": { change: (text) => text.replace(/[—–]\s?[^—–@()\n]{0,60}\(@\w{1,30}\)[^\n]*/gu, " ") },
  "no hashtags": { change: (text) => text.replace(/#\S+/gu, " ") },
  "no quoted spans": { change: (text) => text.replace(/["“”][^"“”\n]{8,400}["“”]/gu, " ") },
};

const at = process.argv.indexOf("--only");
const only = at < 0 ? null : process.argv[at + 1];
const chosen = Object.entries(GROUPS).filter(([group]) => !only || only === group);
const fit = fileURLToPath(new URL("fit-match.ts", import.meta.url));
const asked = chosen.map(([, features]) => features.join(",") || "-").join("/");
const lines = asked ? execFileSync(process.execPath, [fit, "--without", asked], { encoding: "utf8" }).trim().split("\n") : [];
chosen.forEach(([without], i) => {
  const { heldOut, dev } = JSON.parse(lines[i] ?? "{}");
  const { MAP5: folds, recall, falseLinks, threshold } = heldOut;
  console.log(JSON.stringify({ without, folds, dev: dev.MAP5, recall, falseLinks, threshold }));
});
for (const [route, routed] of Object.entries(ROUTES)) {
  if (only && only !== "routes") continue;
  const set = loadSet("clef2021");
  if (!set) throw new Error("No evaluation data");
  const search = openIndex(routed.bare ? set.claims.map((claim) => ({ ...claim, phrasings: [] })) : set.claims, routed.terms);
  const queries = set.queries.filter((query) => query.split === "dev");
  let [found, ap] = [0, 0];
  for (const query of queries) {
    const text = routed.change?.(query.text) ?? query.text;
    const { candidates, statistics } = search(text, null);
    const right = set.gold.get(query.id) ?? new Set();
    found += Number(candidates.some((one) => right.has(one.claimId)));
    ap += averagePrecision(
      score(text, null, candidates, statistics).map((one) => right.has(one.claimId)),
      right.size,
    );
  }
  const share = (n: number) => Number((n / queries.length).toFixed(4));
  console.log(JSON.stringify({ route, found: share(found), MAP5: share(ap) }));
}
