/** What Spanish, German, French and Portuguese sentences tell as rumour, which appearances they tell of, and who answers in them. */
import type { Party, PublishedTime, Span } from "../model.ts";
import type { ReadClaim, ReadReported } from "../reading.ts";
import type { CueFound } from "./answers.ts";
import type { Draft } from "./claims.ts";
import type { Tongue } from "./cues.ts";
import { WITNESS } from "./overlap.ts";
import { NOBODY } from "./party.ts";
import { placesIn } from "./places.ts";
import { MOST_SENTENCES, type Parts, spanOf } from "./statements.ts";
import type { TokenSentence } from "./tokens.ts";
import { timeTold } from "./told-time.ts";
import { phraseEndingAt, phraseStartingAt, wholeWords } from "./tongue.ts";

interface Words {
  rumour: RegExp;
  hearsay: RegExp;
  began: RegExp;
  spread: RegExp;
  translated: RegExp;
  by: RegExp;
}
const compiled = new WeakMap<Tongue, Words>();
function wordsOf(tongue: Tongue): Words {
  let found = compiled.get(tongue);
  if (!found) {
    found = {
      rumour: new RegExp(`(?<![\\p{L}\\p{N}])(?:${tongue.rumour})\\s*`, "giu"),
      hearsay: wholeWords(tongue.hearsay, "iu"),
      began: wholeWords(tongue.began, "iu"),
      spread: wholeWords(tongue.spread, "iu"),
      translated: wholeWords(tongue.translated, "iu"),
      by: wholeWords(tongue.by, "iu"),
    };
    compiled.set(tongue, found);
  }
  return found;
}
const LEAST = 4;
/** Where a proposition ends: a new clause, or the verb that tells how it spread ("… a été publiée", "… circula en"). */
const CUT =
  /[;:]\s|[.!?]$|,\s(?=(?:pero|aber|mais|mas|circul|compart|se ha|hat sich|kursier|verbreit|según|selon|segundo|laut)\b)|\s(?=(?:a été|ont été|ha sido|han sido|se ha|se han|fue|fueron|foi|foram|wurde|wurden|circul\p{L}+|kursier\p{L}+)\s+(?:publi|partag|diffus|compart|difund|geteilt|veröff|relay|vist|visualiz|vu|en |no |na |sur |auf |em |im )\p{L}*)/u;
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The drafts that one sentence gives: the clause after "rumores de que", what an anonymous user says, a clause marked as hearsay. */
export function tongueClaims(parts: Parts, sentence: TokenSentence, index: number, tongue: Tongue): Draft[] {
  const { text } = parts;
  const words = wordsOf(tongue);
  const limit = Math.min(sentence.end, sentence.start + 1500);
  const raw = text.slice(sentence.start, limit);
  const out: Draft[] = [];
  const add = (start: number, end: number, attributedTo: Party | null, cue: Span, rule: string) => {
    const clause = text.slice(start, end).split(CUT)[0] ?? "";
    const to = start + clause.replace(/(?<![\s,])[\s,]+$/u, "").length;
    if (wordCount(text.slice(start, to)) >= LEAST && !out.some((d) => start < d.end && d.start < to))
      out.push({ start, end: to, sentence: index, text: null, attributedTo, refuted: false, cue, rule });
  };
  const spanAt = (match: RegExpMatchArray | null) =>
    spanOf(text, sentence.start + (match?.index ?? 0), sentence.start + (match?.index ?? 0) + (match?.[0].trimEnd().length ?? 0));
  for (const match of raw.matchAll(words.rumour)) add(sentence.start + match.index + match[0].length, limit, null, spanAt(match), "rumour");
  for (const said of parts.saidIn(index))
    if (
      said.type === null &&
      said.speaker &&
      (said.speaker.party.kind === "anonymous" || said.speaker.party.kind === "account") &&
      said.kind !== "direct" &&
      !WITNESS.test(said.speaker.text)
    )
      add(said.content.start, said.content.end, said.speaker.party, said.cue, said.rule);
  const hearsay = words.hearsay.exec(raw);
  const source = /^(?:selon|d['’]après|según|segundo|laut|nach)\s[^,]{2,90},\s/iu.exec(raw)?.[0].length ?? 0;
  if (!out.length && hearsay && !parts.saidIn(index).some((s) => s.type !== null))
    add(sentence.start + source, limit, parts.saidIn(index)[0]?.speaker?.party ?? null, spanAt(hearsay), "hearsay");
  return out;
}

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
    for (const place of placesIn(raw, sentence.start)) {
      if (place.platform === null || out.some((o) => o.platform === place.platform)) continue;
      const first = !out.some((o) => o.role === "assert") && (began || inside >= 0) && out.length === 0;
      out.push({
        claim: Math.max(0, inside),
        platform: place.platform,
        place: null,
        url: null,
        actor:
          (first &&
            parts.saidIn(index).find((s) => s.speaker?.party.kind === "anonymous" || s.speaker?.party.kind === "account")?.speaker
              ?.party) ||
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
          told,
          published,
          claims.map((c) => c.quote),
        ),
      });
    }
  });
  return out;
}

/** The party that does what a cue names: who says it, else the subject before it, else the agent of a passive. */
export function tongueActor(
  parts: Parts,
  sentence: TokenSentence,
  index: number,
  cue: CueFound,
  tongue: Tongue,
): { party: Party; at: number } | null {
  const start = sentence.start + cue.start;
  const end = sentence.start + cue.end;
  const here = parts.saidIn(index).filter((s) => s.speaker);
  const said =
    here.find((s) => s.cue.start < end && start < s.cue.end) ??
    parts.said.find((s) => s.speaker && s.content.start <= start && start < s.content.end);
  if (said?.speaker) return { party: said.speaker.party, at: said.speaker.start };
  const of = (span: Span | null) => span && { party: parts.partyAt(span.text, "", span.start + 1), at: span.start };
  const agent = wordsOf(tongue).by.exec(parts.text.slice(end, Math.min(sentence.end, end + 40)));
  if (agent && agent.index < 3) return of(phraseStartingAt(parts.text, end + agent.index + agent[0].length, sentence.end, tongue));
  return (
    of(phraseEndingAt(parts.text, sentence.start, start, tongue)) ??
    (here[0]?.speaker ? { party: here[0].speaker.party, at: here[0].speaker.start } : null)
  );
}
