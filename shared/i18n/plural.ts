/** "1 source", "6 sources" in a language, by its plural rules (CLDR); all other forms than "one" are the second. */
export function counter(lang: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(lang);
  return (n, one, other) => `${n} ${rules.select(n) === "one" ? one : other}`;
}
