import type { EdgeFinding } from "../kind.ts";

/** Why an edge holds that a platform states, by its type. */
export const STATED_BY_PLATFORM = {
  repost: "The platform says that it reposts it.",
  quote: "The platform says that it quotes it.",
  reply: "The platform says that it answers it.",
};

/** The edge that a platform, or the importer, states. */
export const statedByPlatform = (childId: string, type: keyof typeof STATED_BY_PLATFORM, parentId: string): EdgeFinding => ({
  childId,
  parentId,
  type,
  basis: "platform",
  confidence: 1,
  evidence: { quote: null, why: STATED_BY_PLATFORM[type] },
});
