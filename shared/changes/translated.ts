import type { Side } from "./compare/pair.ts";
import type { TextChangeDetector } from "./kind.ts";

/** The span of a text's first sentence. */
function firstSentence({ words, sentences }: Side): { start: number; end: number } | null {
  const [sentence] = sentences;
  const first = words[sentence?.from ?? -1];
  const last = words[(sentence?.to ?? 0) - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The languages differ. The change shows the first sentences of both; whether they say the same is not checked. */
export const translated = {
  kind: "translated",
  acrossLanguages: true,
  detect: ({ parent, child, sameLanguage }) => {
    if (sameLanguage) return [];
    const was = firstSentence(parent);
    const now = firstSentence(child);
    return was && now ? [{ was, now, at: -1 }] : [];
  },
} satisfies TextChangeDetector;
