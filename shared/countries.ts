import { packOf } from "./lang/index.ts";
import { withoutAccents } from "./text/fold.ts";
import { oncePer } from "./text/once-per.ts";

/** The pairs of letters, among them the codes of all countries, and of most languages. */
export const LETTER_PAIRS = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
const plain = (name: string) => withoutAccents(name).toLowerCase();
const countriesOf = oncePer((lang: string) => {
  const names = new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
  return new Set(LETTER_PAIRS.map((code) => plain(names.of(code) ?? "")));
});

/** Whether a word is the name of a country in a language; case and accents do not matter. */
export const isCountry = (name: string, lang: string): boolean => countriesOf(lang).has(plain(name));

/**
 * The countries of a language, by their names without stops and spaces: also short ones ("EE. UU."), others than the official ones ("Britain"), and
 * the capitals that stand for their governments ("Beijing").
 */
const named = oncePer((lang: string): ReadonlyMap<string, string> => {
  const short = new Intl.DisplayNames([lang], { type: "region", style: "short", fallback: "none" });
  const long = new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
  const others = packOf(lang)?.comparison?.countries ?? {};
  return new Map(
    LETTER_PAIRS.flatMap((code) => {
      const name = long.of(code);
      return name ? [name, short.of(code) ?? name, ...(others[code]?.split("|") ?? [])].map((one) => [closed(one), name] as const) : [];
    }),
  );
});
const closed = (name: string) => plain(name).replace(/[.\s]/g, "");
/** Whether two names are of one country in a language: "US" and "United States", "Beijing" and "China". */
export function areOneCountry(one: string, other: string, lang: string): boolean {
  const country = named(lang).get(closed(one));
  return country !== undefined && country === named(lang).get(closed(other));
}
