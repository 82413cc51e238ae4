import { oncePer } from "./text/once-per.ts";

const REGIONS = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const countriesOf = oncePer((lang: string) => {
  const names = new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
  return new Set(REGIONS.map((code) => plain(names.of(code) ?? "")));
});

/** Whether a word is the name of a country in a language; case and accents do not matter. */
export const isCountry = (name: string, lang: string): boolean => countriesOf(lang).has(plain(name));
