/** Whether a pronoun may mean a person, where the words for what people do tell men from women: "sie" is no Rektor. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { oncePer } from "../../text/once-per.ts";

const patternsOf = oncePer(({ she, woman, agentEndings = "(?!)" }: CueGrammar) =>
  she === undefined
    ? null
    : { she: new RegExp(`^(?:${she})$`, "iu"), woman: new RegExp(`(?:${woman})$`, "iu"), agent: new RegExp(`(?:${agentEndings})$`, "iu") },
);

/** Whether "he" or "she" may mean a party by its role; of a role that tells nothing either may. */
export function mayMean(pronoun: string, { role, description }: Party, grammar: CueGrammar | null): boolean {
  const patterns = grammar && patternsOf(grammar);
  const [noun = ""] = /^[\p{L}-]+/u.exec(role ?? description ?? "") ?? [];
  if (!patterns?.agent.test(noun)) return true;
  return patterns.she.test(pronoun) === patterns.woman.test(noun);
}
