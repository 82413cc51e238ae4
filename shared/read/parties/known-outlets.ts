/**
 * Outlets that are known by their names, the world over: agencies, papers, broadcasters, magazines and sites. What is not here may be an outlet
 * all the same. Names that may be a person's too ("Spiegel", "Fortune") are here in their longer forms only.
 */

import { english } from "../../lang/index.ts";
import { withoutAccents } from "../../text/fold.ts";
import { once } from "../../text/once-per.ts";
import outlets from "./outlets.json" with { type: "json" };

/** A name without accents; one of several words or capitals as one word in any case ("Corriere Della Sera", "CorriereTV"), any other as it is written. */
function plain(name: string): string {
  const bare = withoutAccents(name);
  return /^\P{Upper}?\p{Upper}?[^\p{Upper}\s-]*$/u.test(bare) ? bare.replaceAll("’", "'") : bare.replace(/[\s’'.-]/gu, "").toUpperCase();
}
/** A name of one word with a capital within is often written without it: "Buzzfeed". */
const written = (name: string) =>
  /^\p{Upper}\p{Lower}+\p{Upper}\p{Lower}+$/u.test(name) ? [plain(name), name[0] + name.slice(1).toLowerCase()] : [plain(name)];
const names = once(() => new Set(outlets.flatMap(written)));

const THE = new RegExp(`^${english.grammar.naming.the} `, "iu");
/** Whether a name is a known outlet's, with or without its article. */
export const isKnownOutlet = (name: string): boolean =>
  names().has(plain(name)) || (THE.test(name) && names().has(plain(name.replace(THE, ""))));

/** "Jane Roe/Getty Images": whoever lends pictures is no source of a text. */
const PICTURES = new RegExp(`^(?:${english.sourceCues.pictures})(?:\\.com)?$`, "iu");
/** Whether a name is that of somebody who lends pictures. */
export const lendsPictures = (name: string): boolean => PICTURES.test(name);
