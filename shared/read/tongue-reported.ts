/** Earlier appearances that Spanish, German, French and Portuguese sentences tell of. */
import type { PublishedTime } from "../model.ts";
import type { ReadClaim, ReadReported } from "../reading.ts";
import { cuesIn } from "./answers.ts";
import type { Tongue } from "./cues.ts";
import { NOBODY } from "./party.ts";
import { placesIn } from "./places.ts";
import { MOST_SENTENCES, type Parts, spanOf } from "./statements.ts";
import { timeTold } from "./told-time.ts";
import { ON_X, wordsOf } from "./tongue-claims.ts";
import { ALIAS } from "./tongue-phrases.ts";

/** Appearances on named platforms that the text tells of, in its order: where a claim began, and where it spread. */
export function tongueReported(
  parts: Parts,
  claims: ReadClaim[],
  headline: Set<number>,
  published: PublishedTime | null,
  tongue: Tongue,
): ReadReported[] {
  const out: ReadReported[] = [];
  if (!claims.length) return out;
  const words = wordsOf(tongue);
  parts.sentences.slice(0, MOST_SENTENCES).forEach((sentence, index) => {
    if (headline.has(index) || out.length >= 20) return;
    const raw = parts.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500));
    const inside = claims.findIndex((c) => c.quote.start >= sentence.start && c.quote.start < sentence.end);
    const began = words.began.test(raw) || parts.saidIn(index).some((s) => s.speaker?.party.kind === "anonymous");
    if (inside < 0 && !words.spread.test(raw) && !(began && !out.length)) return;
    const told = spanOf(parts.text, sentence.start, sentence.end);
    // Where somebody answers is no appearance of the claim.
    const answer = inside >= 0 ? raw.length : (cuesIn(raw, parts.lang).find((cue) => cue.type !== "investigation")?.start ?? raw.length);
    // "negó este domingo que …, como aseguran mensajes en X": the time before is the denial's.
    const quoteStart = claims[inside]?.quote.start ?? sentence.start;
    const denied = cuesIn(raw.slice(0, quoteStart - sentence.start), parts.lang).some((cue) => cue.type === "denial");
    const timed = denied ? spanOf(parts.text, quoteStart, sentence.end) : told;
    const places = placesIn(raw.slice(0, answer), sentence.start, true);
    const x = ON_X.exec(raw.slice(0, answer));
    const end = sentence.start + (x ? x.index + x[0].length : 0);
    if (x && !places.some((place) => place.platform === "x")) places.push({ start: end - 1, end, platform: "x", place: null, lang: null });
    places.sort((a, b) => a.start - b.start);
    const before = out.length;
    for (const [i, place] of places.entries()) {
      if (out.some((o) => (place.platform ? o.platform === place.platform : o.place === place.place))) continue;
      // "en Telegram y X": two places of one beginning.
      const joined =
        i > 0 &&
        out.length === before + i &&
        /^,? ?(?:(?:y|e|und|et|sowie) )?(?:(?:en|auf|sur|no|na) )?$/u.test(parts.text.slice(places[i - 1]?.end, place.start));
      const author = claims[inside]?.attributedTo;
      const alias = ALIAS.exec(raw)?.[1];
      const first: boolean = joined ? out.at(-1)?.role === "assert" : (began || inside >= 0) && out.length === 0;
      out.push({
        claim: Math.max(0, inside),
        platform: place.platform,
        place: place.platform ? null : place.place,
        url: null,
        actor:
          (first &&
            parts.saidIn(index).find((s) => s.speaker?.party.kind === "anonymous" || s.speaker?.party.kind === "account")?.speaker
              ?.party) ||
          (first && author?.kind === "person" && author) ||
          (first && alias && { ...NOBODY, kind: "anonymous" as const, name: alias }) ||
          NOBODY,
        role: first ? "assert" : "report",
        stance: first ? "support" : "observe",
        translated: words.translated.test(raw),
        lang: null,
        quote: null,
        told,
        cue: spanOf(parts.text, place.start, place.end),
        rule: first ? "began" : "spread",
        parent: first || !out.some((o) => o.role === "assert") ? null : 0,
        publishedAt: timeTold(
          parts,
          timed,
          published,
          claims.map((c) => c.quote),
        ),
      });
    }
  });
  return out;
}
