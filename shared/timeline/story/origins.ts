/** How many sources a claim has, as a picture: the documents beside the one that each goes back to. */
import { isDescription } from "../../cluster/same-source.ts";
import { sumOf } from "../../collections.ts";
import { type Branch, type Forest, isSure } from "./branches.ts";

export interface Origin {
  branch: Branch;
  /** Documents that go back to it by links that somebody or something states, and those that only seem to. */
  sure: number;
  likely: number;
}
interface Origins {
  /** The largest first. */
  groups: Origin[];
  /** Documents of groups that are not listed, and those that neither name a source nor are one. */
  others: number;
}

/** Groups that are drawn. */
const MAX_GROUPS = 8;

/** Who answers the claim, or disputes it, is no source of it. */
const isAnswer = ({ head }: Branch) => head?.event.role === "respond" || head?.doing === "disputes";

/** The groups of a forest that documents go back to. Only documents that we have are counted. */
export function originsOf({ roots }: Forest): Origins {
  const held = (branch: Branch) => branch.below.filter((d) => d.observed);
  // "Local media" is no name that tells a source from others.
  const groups = roots
    .filter((branch) => held(branch).length > 0 && !isAnswer(branch) && !isDescription(branch.label ?? ""))
    .slice(0, MAX_GROUPS)
    .map((branch): Origin => {
      const below = held(branch);
      const sure = below.filter(isSure).length;
      return { branch, sure, likely: below.length - sure };
    });
  const drawn = new Set(groups.map(({ branch }) => branch));
  const rest = roots.filter((branch) => !drawn.has(branch));
  return { groups, others: sumOf(rest, (branch) => (branch.head?.observed ? 1 : 0) + held(branch).length) };
}
