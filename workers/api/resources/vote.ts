/** The optional second opinion of an embedding model (Workers AI, the binding AI of wrangler.toml): it raises what waits for a person, and links nothing. */
import type {
  Ai_Cf_Baai_Bge_M3_Input_QueryAnd_Contexts,
  Ai_Cf_Baai_Bge_M3_Output,
  Ai_Cf_Baai_Bge_M3_Output_Query,
} from "@cloudflare/workers-types";
import type { ScoredCandidate } from "../../../shared/match/index.ts";

/** What is asked of the binding, and what it answers, as Cloudflare publishes them: https://developers.cloudflare.com/workers-ai/models/bge-m3/ */
export interface Voter {
  run(model: "@cf/baai/bge-m3", input: Ai_Cf_Baai_Bge_M3_Input_QueryAnd_Contexts): Promise<Ai_Cf_Baai_Bge_M3_Output>;
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
  // Other answers of the model are vectors, or a promise of a later one: they vote for nothing.
  const { response } = (answer ?? {}) as Ai_Cf_Baai_Bge_M3_Output_Query;
  const votes = Array.isArray(response) ? response : [];
  const alike = new Set(votes.flatMap(({ id, score }) => ((score ?? 0) >= ALIKE ? [open[id ?? -1]] : [])));
  const reason = "an embedding model finds it alike";
  return scored.map((one) => (alike.has(one) ? { ...one, decision: "suggested", reasons: [...one.reasons, reason] } : one));
}
