/** The optional second opinion of an embedding model (Workers AI, the binding AI of wrangler.toml): it raises what waits for a person, and links nothing. */
import type { ScoredCandidate } from "../../shared/match/index.ts";

/** What is asked of the binding: https://developers.cloudflare.com/workers-ai/models/bge-m3/ (100 languages, 1,024 numbers a text). */
export interface Voter {
  run(model: "@cf/baai/bge-m3", input: { query: string; contexts: { text: string }[] }): Promise<unknown>;
}
/** From here on it says that two texts mean the same. Not fitted: no recorded answers for labelled texts are at hand. */
const ALIKE = 0.7;
/** Candidates that it is asked about, in one request. */
const ASKED = 10;

/** The candidates, with those suggested that the model finds alike and the words did not. Without an answer they stay as they are. */
export async function vote(voter: Voter | undefined, text: string, scored: ScoredCandidate[]): Promise<ScoredCandidate[]> {
  const open = scored.slice(0, ASKED).filter((one) => one.decision === "none");
  if (!voter || !open.length) return scored;
  const contexts = open.map((one) => ({ text: one.text }));
  const answer = await voter.run("@cf/baai/bge-m3", { query: text.slice(0, 2000), contexts }).catch(() => null);
  const votes = (answer as { response?: { id?: number; score?: number }[] } | null)?.response ?? [];
  const alike = new Set(votes.flatMap(({ id, score }) => ((score ?? 0) >= ALIKE ? [open[id ?? -1]] : [])));
  const reason = "an embedding model finds it alike";
  return scored.map((one) => (alike.has(one) ? { ...one, decision: "suggested", reasons: [...one.reasons, reason] } : one));
}
