/** Texts that tell of somebody who only has the name of another. */
import { patternOf } from "../../lang/index.ts";
import { nameWords } from "../../timeline/party-names.ts";

const NAMESAKE = patternOf(({ parties }) => parties?.namesake);
/** Whether a passage says that somebody only has the name of another. */
export const tellsOfNamesake = (passage: string): boolean => NAMESAKE.test(passage);

/** How far into a text it says that it is about a namesake. */
const MAX_LEAD = 400;
/** Whether a document is about a namesake of the party that a claim names, by its headline and its first sentences. */
export const isOfNamesake = (title: string | null, text: string, claim: string): boolean =>
  tellsOfNamesake(`${title ?? ""}\n${text.slice(0, MAX_LEAD)}`) && !tellsOfNamesake(claim);

/** Whether a claim has all words of a name, or the name begins with words of it: "Banco Lusíada de Minas" where it names the Banco Lusíada. */
export function sharesName(name: string, claim: string): boolean {
  const own = nameWords(name);
  const said = ` ${nameWords(claim).join(" ")} `;
  return own.length > 1 && said.includes(` ${own.slice(0, 2).join(" ")} `);
}
