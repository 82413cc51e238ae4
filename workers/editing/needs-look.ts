/** Which lines a person must have read before they become public: responses, and lines that name a person who is not in the claim's wording. */
import { namesIn } from "../../shared/review/suggestion.ts";
import { publishPolicy } from "../pipeline/relate/sightings.ts";
import type { SightingRow } from "../store/relations/sightings.ts";

/** Why a line waits until a person has read it, as a clause; null if it need not. What is confirmed needs none, nor does an instance that shows everything. */
export function whyLook(s: SightingRow, claimText: string): string | null {
  if (publishPolicy() === "all" || s.state === "confirmed") return null;
  const names = namesIn(s, claimText);
  if (names.length) return `names ${names.join(" and ")}; its sentence was not shown`;
  return s.response ? "is a response; its sentence was not shown" : null;
}
