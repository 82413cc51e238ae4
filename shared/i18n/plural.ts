/** "1 source", "6 sources" in a language, by its plural rules (CLDR); all other forms than "one" are the second. */
export function counter(lang: string): (n: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(lang);
  return (n, one, other) => `${n} ${rules.select(n) === "one" ? one : other}`;
}

/** Documents that are only posts, only articles, or of both kinds. */
export type Mix = "posts" | "articles" | "both";
/** "1 post", "3 articles", "2 posts and articles" in a language. `words`: for each mix the words for one and for more. */
export function documentCounter(lang: string, words: Record<Mix, [one: string, other: string]>): (n: number, mix?: Mix) => string {
  const of = counter(lang);
  return (n, mix = "both") => of(n, ...words[mix]);
}
