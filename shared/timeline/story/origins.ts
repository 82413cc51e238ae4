/** How many sources a claim has, as a picture: the documents beside the one that each goes back to. */
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
  /** Documents of groups that are not listed, and those that name no source and are nobody's. */
  others: number;
}

/** Groups that are drawn. */
const MAX_GROUPS = 8;

/** The groups of a forest that several documents go back to. */
export function originsOf({ roots }: Forest): Origins {
  const groups = roots
    .filter(({ below }) => below.length > 0)
    .slice(0, MAX_GROUPS)
    .map((branch): Origin => {
      const sure = branch.below.filter(isSure).length;
      return { branch, sure, likely: branch.below.length - sure };
    });
  const rest = roots.slice(groups.length);
  return { groups, others: rest.reduce((sum, { head, below }) => sum + (head ? 1 : 0) + below.length, 0) };
}
