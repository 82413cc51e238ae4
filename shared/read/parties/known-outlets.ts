/**
 * Outlets that are known by name, worldwide: agencies, newspapers, broadcasters, magazines and sites. A name that is missing here may still be an
 * outlet's. Names that persons have too ("Spiegel", "Fortune") are listed only in longer forms.
 */

import { english } from "../../lang/index.ts";
import { withoutAccents } from "../../text/fold.ts";
import { once } from "../../text/once-per.ts";
import { withoutThe } from "../../text/outlet-article.ts";
import outlets from "./outlets.json" with { type: "json" };

/**
 * A name without accents. Several words, or a word with inner capitals, become one word in upper case ("Corriere Della Sera", "CorriereTV"); any
 * other name stays as written.
 */
function plain(name: string): string {
  const bare = withoutAccents(name);
  return /^\P{Upper}?\p{Upper}?[^\p{Upper}\s-]*$/u.test(bare) ? bare.replaceAll("’", "'") : bare.replace(/[\s’'.-]/gu, "").toUpperCase();
}
/** One-word names with an inner capital are often written without it: "Buzzfeed". */
const written = (name: string) =>
  /^\p{Upper}\p{Lower}+\p{Upper}\p{Lower}+$/u.test(name) ? [plain(name), name[0] + name.slice(1).toLowerCase()] : [plain(name)];
const names = once(() => new Set(outlets.flatMap(written)));

/** Whether a name is a known outlet's, with or without its article. */
export const isKnownOutlet = (name: string): boolean =>
  names().has(plain(name)) || (withoutThe(name) !== name && names().has(plain(withoutThe(name))));

/** "The Information" for "Information": a name with its article, if only so is it a known outlet's. */
export function withItsArticle(name: string): string {
  const whole = `${english.grammar.naming.capitalThe} ${name}`;
  return names().has(plain(whole)) && !names().has(plain(name)) ? whole : name;
}

/** "Jane Roe/Getty Images": an agency that lends pictures is no source of a text. */
const PICTURES = new RegExp(`^(?:${english.sourceCues.pictures})(?:\\.com)?$`, "iu");
/** Whether a name is that of an agency that lends pictures. */
export const lendsPictures = (name: string): boolean => PICTURES.test(name);
