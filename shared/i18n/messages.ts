/** The languages of the pages, one file each. To add one: write messages.LANG.ts, which does not compile until it is complete, and add it here. */
import { primaryTag } from "../text/language-tag.ts";
import { frMessages } from "./embed-only/fr.ts";
import { itMessages } from "./embed-only/it.ts";
import { ptMessages } from "./embed-only/pt.ts";
import { de } from "./messages.de.ts";
import { en, type Messages, type Translation } from "./messages.en.ts";
import { es } from "./messages.es.ts";
import { zh } from "./messages.zh.ts";

export type { Messages };

/** A kind of edge, response or text change that a language has no words for yet is named in English. */
const complete = (translation: Translation): Messages => ({
  ...translation,
  edges: { ...en.edges, ...translation.edges },
  responses: { ...en.responses, ...translation.responses },
  textChanges: { ...en.textChanges, ...translation.textChanges },
});

const messages = { en, zh: complete(zh), es: complete(es), de: complete(de) } satisfies Record<string, Messages>;
type Language = keyof typeof messages;
/** Languages of the embed and its card alone: general words that these do not use are English. */
const embedOnly: Record<"fr" | "it" | "pt", Messages> = {
  fr: { ...en, ...frMessages },
  it: { ...en, ...itMessages },
  pt: { ...en, ...ptMessages },
};
type EmbedLanguage = Language | keyof typeof embedOnly;
const all: Record<EmbedLanguage, Messages> = { ...messages, ...embedOnly };
/** Languages of all readers' pages. */
export const languages = Object.keys(messages) as Language[];
/** Languages of the embed and its card. */
export const embedLanguages: readonly EmbedLanguage[] = [...languages, ...(Object.keys(embedOnly) as (keyof typeof embedOnly)[])];

/** The language of a BCP 47 tag (zh for zh-Hans-CN), or null for one that we do not speak. */
export function languageOf<L extends EmbedLanguage = Language>(
  tag: string,
  among: readonly L[] = languages as readonly EmbedLanguage[] as readonly L[],
): L | null {
  const primary = primaryTag(tag);
  return among.find((known) => known === primary) ?? null;
}

/** The messages of a language; English for one that we do not speak. */
export function messagesOf(lang: string): Messages {
  const known = languageOf(lang, embedLanguages) ?? "en";
  return all[known];
}

/** The language of a page: what its address asks for, else what the reader's `Accept-Language` prefers (RFC 9110 §12.5.4), else English. */
export function negotiated<L extends EmbedLanguage = Language>(
  asked: string | undefined,
  accept: string | undefined,
  among: readonly L[] = languages as readonly EmbedLanguage[] as readonly L[],
): L | "en" {
  const wanted = asked === undefined ? null : languageOf(asked, among);
  if (wanted) return wanted;
  const ranked = (accept ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, i) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(p)?.[1]).find((value) => value !== undefined);
      return { lang: languageOf(tag.trim(), among), q: q === undefined ? 1 : Number(q) || 0, i };
    })
    .filter(({ lang, q }) => lang !== null && q > 0)
    .sort((a, b) => b.q - a.q || a.i - b.i);
  return ranked[0]?.lang ?? "en";
}
