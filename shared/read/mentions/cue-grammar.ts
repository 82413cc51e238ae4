/** Earlier appearances that Spanish, German, French and Portuguese sentences tell of. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { PublishedTime } from "../../model/time.ts";
import { spanOf } from "../../text/span.ts";
import { MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import { ALIAS } from "../attribution/cue-grammar-phrases.ts";
import { ON_X, wordsOf } from "../claims/cue-grammar.ts";
import { reportedTime } from "../dates/reported-time.ts";
import { NOBODY } from "../parties/party.ts";
import { responseCuesIn } from "../responses/response-cues.ts";
import { placesIn } from "./publication-places.ts";

const PUBLISHES = /publi[cq]|escrib|escrev|schr(?:ei|ie)b|veröff|écri[tv]|bericht/iu;

/** Appearances on named platforms that the text tells of, in its order: where a claim began, and where it spread. */
export function cueGrammarReported(
  analysis: TextAnalysis,
  claims: ReadClaim[],
  headline: Set<number>,
  published: PublishedTime | null,
  grammar: CueGrammar,
): ReadReported[] {
  const out: ReadReported[] = [];
  if (!claims.length) return out;
  const words = wordsOf(grammar);
  // What a paper takes back itself is its answer.
  const corrected = () =>
    analysis.sentences.some((s) =>
      responseCuesIn(analysis.text.slice(s.start, s.end), analysis.lang).some((cue) => cue.type === "correction"),
    );
  analysis.sentences.slice(0, MAX_SENTENCES).forEach((sentence, index) => {
    if (headline.has(index) || out.length >= 20) return;
    const raw = analysis.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500));
    const inside = claims.findIndex((c) => c.quote.start >= sentence.start && c.quote.start < sentence.end);
    const asked = analysis.text.slice(analysis.sentences[index - 1]?.start, analysis.sentences[index - 1]?.end);
    const began =
      words.began.test(raw) ||
      // "Where does the story come from?" "From a video on TikTok."
      (/\?\s*$/.test(asked) && words.whence.test(asked)) ||
      analysis.statementsIn(index).some((s) => s.speaker?.party.kind === "anonymous");
    // "La vidéo, mise en ligne par le compte @x": who began it, told after where.
    const root = out[0];
    const poster =
      root?.role === "assert" && root.actor.kind === "unknown" ? /(?:^|\s)(@[\p{L}\p{N}_.]*[\p{L}\p{N}_])/u.exec(raw)?.[1] : null;
    if (root && poster && words.began.test(raw) && words.carriers.test(raw)) root.actor = { ...NOBODY, kind: "account", name: poster };
    if (inside < 0 && !words.spread.test(raw) && !(began && (!out.length || words.first.test(raw)))) return;
    const told = spanOf(analysis.text, sentence.start, sentence.end);
    // Where somebody answers is no appearance of the claim.
    const answer =
      inside >= 0 ? raw.length : (responseCuesIn(raw, analysis.lang).find((cue) => cue.type !== "investigation")?.start ?? raw.length);
    // "negó este domingo que …, como aseguran mensajes en X": the time before is the denial's.
    const quoteStart = claims[inside]?.quote.start ?? sentence.start;
    const denied = responseCuesIn(raw.slice(0, quoteStart - sentence.start), analysis.lang).some((cue) => cue.type === "denial");
    const timed = denied ? spanOf(analysis.text, quoteStart, sentence.end) : told;
    const places = placesIn(raw.slice(0, answer), sentence.start, true);
    const x = ON_X.exec(raw.slice(0, answer));
    const end = sentence.start + (x ? x.index + x[0].length : 0);
    if (x && !places.some((place) => place.platform === "x")) places.push({ start: end - 1, end, platform: "x", place: null, lang: null });
    places.sort((a, b) => a.start - b.start);
    const before = out.length;
    const push = (first: boolean, platform: string | null, place: string | null, actor: Party, cue: Span) =>
      out.push({
        claim: Math.max(0, inside),
        platform,
        place,
        url: null,
        actor,
        role: first ? "assert" : "report",
        stance: first ? "support" : "observe",
        translated: words.translated.test(raw),
        lang: null,
        quote: null,
        passage: told,
        cue,
        rule: first ? "began" : "spread",
        parent: first || !out.some((o) => o.role === "assert") ? null : 0,
        publishedAt: reportedTime(
          analysis,
          timed,
          published,
          claims.map((c) => c.quote),
        ),
      });
    const author = claims[inside]?.attributedTo;
    // "schreibt der Kreisbote": where a paper published it.
    if (
      !places.length &&
      author?.kind === "outlet" &&
      author.name &&
      PUBLISHES.test(raw) &&
      !corrected() &&
      !out.some((o) => o.actor.name === author.name)
    )
      push(false, null, author.name, author, claims[inside]?.cue ?? told);
    for (const [i, place] of places.entries()) {
      if (out.some((o) => (place.platform ? o.platform === place.platform : o.place === place.place))) continue;
      // "en Telegram y X": two places of one beginning.
      const joined =
        i > 0 &&
        out.length === before + i &&
        /^,? ?(?:(?:y|e|und|et|sowie) )?(?:(?:en|auf|sur|no|na) )?$/u.test(analysis.text.slice(places[i - 1]?.end, place.start));
      const lead = analysis.text.slice(Math.max(sentence.start, place.start - 90), place.start);
      const first: boolean = joined
        ? out.at(-1)?.role === "assert"
        : ((began || inside >= 0) && out.length === 0) || (words.first.test(lead) && !out.some((o) => words.first.test(o.passage.text)));
      const alias = ALIAS.exec(raw)?.[1];
      // "par le compte @alerte sur Telegram", "un message anonyme"
      const handle = /(?:^|\s)(@[\p{L}\p{N}_.]+)[^.;]{0,30}$/u.exec(lead)?.[1];
      const nameless = /(?<!\p{L})\p{L}+ an[oóô]n[iy]m\p{L}*|anonyme[rsn]? \p{L}+/iu.exec(raw)?.[0];
      push(
        first,
        place.platform,
        place.platform ? null : place.place,
        (handle && { ...NOBODY, kind: "account" as const, name: handle }) ||
          (first &&
            (analysis.statementsIn(index).find((s) => s.speaker?.party.kind === "anonymous" || s.speaker?.party.kind === "account")?.speaker
              ?.party ||
              (author?.kind === "person" && author) ||
              (alias && { ...NOBODY, kind: "anonymous" as const, name: alias }) ||
              (nameless && { ...NOBODY, kind: "anonymous" as const, description: nameless }))) ||
          NOBODY,
        spanOf(analysis.text, place.start, place.end),
      );
    }
  });
  return out;
}
