/** The languages of the pages, one file each. To add one: write LANG.ts, which does not compile until it is complete, and add it here. */
import { primaryTag } from "../../text/language-tag.ts";
import { de } from "./de.ts";
import { en, type Messages, type Translation } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { pt } from "./pt.ts";
import { zh } from "./zh.ts";

export type { Messages };

/** A kind of edge, response or text change that a language has no words for yet is named in English. */
const complete = (translation: Translation): Messages => ({
  ...translation,
  edges: { ...en.edges, ...translation.edges },
  responses: { ...en.responses, ...translation.responses },
  textChanges: { ...en.textChanges, ...translation.textChanges },
});

const messages = {
  en,
  zh: complete(zh),
  es: complete(es),
  de: complete(de),
  fr: complete(fr),
  it: complete(it),
  pt: complete(pt),
} satisfies Record<string, Messages>;
export type Language = keyof typeof messages;
/** Languages of all readers' pages. */
export const languages = Object.keys(messages) as Language[];

/** The language of a BCP 47 tag (zh for zh-Hans-CN), or null for one that we do not speak. */
export function languageOf(tag: string): Language | null {
  const primary = primaryTag(tag);
  return languages.find((known) => known === primary) ?? null;
}

/** The messages of a language; English for one that we do not speak. */
export function messagesOf(lang: string): Messages {
  return messages[languageOf(lang) ?? "en"];
}

/** The language of a page: what its address asks for, else what the reader's `Accept-Language` prefers (RFC 9110 §12.5.4), else English. */
export function negotiated(asked: string | undefined, accept: string | undefined): Language {
  const wanted = asked === undefined ? null : languageOf(asked);
  if (wanted) return wanted;
  const ranked = (accept ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, i) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const q = parameters.map((p) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(p)?.[1]).find((value) => value !== undefined);
      return { lang: languageOf(tag.trim()), q: q === undefined ? 1 : Number(q) || 0, i };
    })
    .filter(({ lang, q }) => lang !== null && q > 0)
    .sort((a, b) => b.q - a.q || a.i - b.i);
  return ranked[0]?.lang ?? "en";
}
