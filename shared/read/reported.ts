/** Earlier appearances that a text only tells of: where a claim began, and where it spread to. */
import type { PublishedTime, ReadClaim, ReadReported } from "../model.ts";
import type { Block } from "./blocks.ts";
import { en } from "./cues.en.ts";
import { zh } from "./cues.zh.ts";
import { shared, stemsOf } from "./overlap.ts";
import { NOBODY } from "./party.ts";
import { languageNamed, type Place, placesIn } from "./places.ts";
import { posterOf } from "./posters.ts";
import { type Parts, spanOf } from "./statements.ts";
import { timeTold } from "./told-time.ts";

const BEGAN = new RegExp(`\\b(?:${en.began})\\b`, "iu");
const SPREAD = new RegExp(`\\b(?:${en.spread})\\b`, "iu");
const FIRST =
  /\b(?:first|originally|initially|started|began|begun|originat\w+|traced|earliest|start|origins?|stem(?:s|med))\b|最早|首先|首发|起源|源于|源自|出自/iu;
const CARRIER = new RegExp(`\\b(?:${en.rumourCarriers})\\b`, "iu");
const HAN_BEGAN = new RegExp(zh.began, "u");
const HAN_SPREAD = new RegExp(zh.spread, "u");
const HAN_CARRIER = new RegExp(`${zh.rumourNouns}|${zh.anonymous.source}|此事|内容|文章`, "u");
const TRANSLATED =
  /\b(?:translated|translation|translations|translating|translates|roughly translated|machine[- ]translat\w+|rendered in English)\b|翻译|译文|译自|译为/iu;

/** A passage inside quotation marks or a block tells of somebody else's appearances, not the text's. */
const masked = (text: string) => text.replace(/["“「][^"”」]{0,2000}["”」]/g, (quoted) => " ".repeat(quoted.length));

/** The claim that a sentence speaks of: the one in it, the one with the most words in common, else the last before it. */
function claimOf(parts: Parts, claims: ReadClaim[], start: number, end: number): number {
  const inside = claims.findIndex((claim) => claim.quote.start >= start && claim.quote.start < end);
  if (inside >= 0) return inside;
  const stems = stemsOf(parts.text.slice(start, end));
  const scores = claims.map((claim) => shared(stemsOf(claim.text), stems));
  const best = Math.max(...scores);
  if (best >= 3) return scores.indexOf(best);
  return 0;
}

/**
 * The appearances told of, in the order told. A sentence counts when it tells of a beginning or of spreading, names a platform or a place (or
 * introduces a block quote by an unnamed author), and speaks of a claim of the text or of "the rumour", "the post".
 */
export function reportedIn(
  parts: Parts,
  claims: ReadClaim[],
  blocks: Block[],
  headline: Set<number>,
  published: PublishedTime | null,
): ReadReported[] {
  const out: ReadReported[] = [];
  if (!claims.length) return out;
  const seen = new Set<string>();
  parts.sentences.forEach((sentence, index) => {
    if (headline.has(index) || blocks.some((b) => index >= b.from && index < b.to)) return;
    const raw = parts.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 2000));
    const own = masked(raw);
    const han = parts.lang.startsWith("zh");
    const claim = claimOf(parts, claims, sentence.start, sentence.end);
    const quote = claims.find((c) => c.quote.start >= sentence.start && c.quote.end <= sentence.end)?.quote;
    const block = blocks.find((b) => b.intro === index);
    const places = placesIn(own, sentence.start).filter(
      (place) => !quote || place.end <= quote.start || place.start >= quote.end || place.end > quote.end,
    );
    const began = (han ? HAN_BEGAN : BEGAN).exec(own);
    const spread = (han ? HAN_SPREAD : SPREAD).exec(own);
    if ((!began && !spread) || !(han ? HAN_CARRIER : CARRIER).test(own)) return;
    const isFirst = FIRST.test(own);
    const about = quote !== undefined || isFirst || related(parts, claims, sentence.start, sentence.end, index);
    if (!about) return;
    const party = posterOf(parts, sentence, index);
    const told = spanOf(parts.text, sentence.start, sentence.end);
    const add = (place: Place | null, origin: boolean) => {
      const key =
        place?.platform ?? place?.place?.toLowerCase().replace(/^(?:an?|the|some|one)\s+/, "") ?? party.description ?? party.name ?? "";
      if (!key || seen.has(key) || (place?.place && !place.platform && seen.size > 0 && /^(?:the|its)\s/i.test(place.place))) return;
      if (
        place &&
        !place.platform &&
        /^(?:(?:the|its|several|some|various|other)\s+)?(?:\w+\s+)?(?:social media|social networks?|platforms?|apps?|outlets|communit\w+)$/i.test(
          place.place ?? "",
        ) &&
        out.length
      )
        return;
      seen.add(key);
      const translated = TRANSLATED.test(own) && (origin || !out.length);
      const lang = place?.lang ?? (translated || origin ? languageNamed(own) : null);
      const words =
        block && origin
          ? spanOf(parts.text, block.start, block.firstEnd)
          : origin
            ? quotedWords(parts, sentence.start, sentence.end)
            : null;
      const root = out.findIndex((other) => other.role === "assert");
      out.push({
        claim,
        platform: place?.platform ?? null,
        place: place?.place ?? null,
        url: null,
        actor: origin ? party : NOBODY,
        role: origin ? "assert" : "report",
        stance: origin ? "support" : "observe",
        translated,
        lang,
        quote: words,
        told,
        parent: origin ? null : root >= 0 ? root : null,
        publishedAt: timeTold(parts, told, published),
      });
    };
    const cut = spread && began && spread.index !== began.index ? sentence.start + spread.index : null;
    const onlySpread = spread !== null && (!isFirst || !began) && !(block && party.kind === "anonymous");
    for (const place of places) {
      const after = cut !== null && place.start > cut && isFirst;
      const origin = !onlySpread || (began !== null && party.kind !== "unknown" && !after && cut !== null && place.start < cut);
      add(place, origin && !after && !out.some((other) => other.role === "assert" && other.told.start === sentence.start && isFirst));
    }
    if (!places.length && party.kind === "anonymous" && began && (isFirst || block)) add(null, true);
  });
  return out;
}

/** Words of the appearance that the sentence itself quotes. */
function quotedWords(parts: Parts, start: number, end: number) {
  const said = parts.said.find((s) => s.kind !== "indirect" && s.cue.start >= start && s.cue.end <= end && s.content.start >= start);
  const quoted = said && /["“「]([^"”」]{8,600})["”」]/u.exec(parts.text.slice(said.content.start, said.content.end));
  if (!said || !quoted?.[1]) return null;
  const from = said.content.start + (quoted.index ?? 0) + 1;
  return spanOf(parts.text, from, from + quoted[1].replace(/[.,。，]$/u, "").length);
}

/** Whether a sentence speaks of a rumour told before, or of a claim's matter. */
function related(parts: Parts, claims: ReadClaim[], start: number, end: number, index: number): boolean {
  const text = parts.text.slice(start, end);
  if (
    new RegExp(
      `\\b(?:the|this|that|these|those|such|its|his|her|their)\\s+(?:\\w+\\s+){0,3}?(?:${en.rumourCarriers})\\b|^\\W*it\\b`,
      "iu",
    ).test(text)
  )
    return true;
  if (new RegExp(`(?:该|此|这|上述|相关)(?:${zh.rumourNouns})|${zh.rumourNouns}`, "u").test(text)) return true;
  const next = parts.sentences[index + 1];
  const stems = stemsOf(text);
  return claims.some(
    (claim) =>
      shared(stemsOf(claim.text), stems) >= 3 || (next !== undefined && claim.quote.start >= next.start && claim.quote.start < next.end),
  );
}
