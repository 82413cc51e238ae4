/** Names of two capitalised words that are not a person's: "Acme Foods said it", "a spokeswoman for Transport North". */

const OF = "(?:spokes\\w+|executives?|employees|staff|customers|shares|director|head) (?:for|of|at|in) ";
const OWN = "(?:['’]s?)? (?:spokes\\w+|chief|shares|customers|staff|employees|products?)\\b";
const IT =
  "(?:,? which\\b| (?:said|says|announced|confirmed|denied that) (?:that )?it (?:had|has|would|will)\\b|[^.!?\\n]{0,60}[.!?]\\s+It (?:has|had|did|declined|will)\\b)";

/** Whether a text treats a name as an organisation. Linear in the text. */
export function organisedIn(text: string, name: string): boolean {
  const exact = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<!\\p{L})(?:${OF}${exact}(?!\\p{L})|${exact}(?:${OWN}|${IT}))`, "u").test(text.slice(0, 20_000));
}
