/**
 * An embedding model (Workers AI, the optional binding AI in wrangler.toml) as a second opinion: it adds suggestions for people, and links nothing.
 */
import type {
  Ai_Cf_Baai_Bge_M3_Input_QueryAnd_Contexts,
  Ai_Cf_Baai_Bge_M3_Output,
  Ai_Cf_Baai_Bge_M3_Output_Query,
} from "@cloudflare/workers-types";
import type { ScoredCandidate } from "../../../shared/match/index.ts";

/** The binding, with the model's input and output: https://developers.cloudflare.com/workers-ai/models/bge-m3/ */
interface Voter {
  run(model: "@cf/baai/bge-m3", input: Ai_Cf_Baai_Bge_M3_Input_QueryAnd_Contexts): Promise<Ai_Cf_Baai_Bge_M3_Output>;
}
/** The score from which two texts count as the same. Chosen by hand: there are no recorded answers for labelled texts to fit it on. */
const MIN_SCORE = 0.7;
/** Candidates that the model scores, in one request. */
const MAX_CANDIDATES = 10;

/** The candidates; those that the words did not decide, but that the model finds similar, become suggested. If the model fails, nothing changes. */
export async function vote(voter: Voter | undefined, text: string, scored: ScoredCandidate[]): Promise<ScoredCandidate[]> {
  const open = scored.slice(0, MAX_CANDIDATES).filter((one) => one.decision === "none");
  if (!voter || !open.length) return scored;
  const contexts = open.map((one) => ({ text: one.text }));
  const answer = await voter.run("@cf/baai/bge-m3", { query: text.slice(0, 2000), contexts }).catch(() => null);
  // The model may also answer with vectors or a promise of a later answer, which count as no vote.
  const { response } = (answer ?? {}) as Ai_Cf_Baai_Bge_M3_Output_Query;
  const votes = Array.isArray(response) ? response : [];
  const alike = new Set(votes.flatMap(({ id, score }) => ((score ?? 0) >= MIN_SCORE ? [open[id ?? -1]] : [])));
  const reason = "an embedding model finds it alike";
  return scored.map((one) => (alike.has(one) ? { ...one, decision: "suggested", reasons: [...one.reasons, reason] } : one));
}
