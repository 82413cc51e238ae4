/**
 * Anchors are the parts of a text that a translation leaves unchanged: numbers, names in Latin letters, tags, URLs. Texts in different languages
 * are compared by them.
 */
import { fold } from "../../text/fold.ts";

const MAX_READ = 4_000;
const MAX_ANCHORS = 200;
const LINK = /https?:\/\/[^\s<>"'）)]{1,300}/giu;
/** In scripts without spaces a number may touch letters and still be a number of its own: 把300升. */
const NUMBER = /(?<![\p{sc=Latin}\p{N}.,])\d{1,12}(?:[.,]\d{1,3}){0,4}(?![\p{sc=Latin}\p{N}])/gu;
/**
 * In scripts without capitals any Latin word counts; in others a capitalised word within a sentence or before another one, or a word with a
 * digit.
 */
const LATIN = /[\p{sc=Latin}][\p{sc=Latin}\p{N}._'’-]{1,30}/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Arab}\p{sc=Thai}\p{sc=Cyrl}\p{sc=Hebr}\p{sc=Deva}]/gu;
const CAPITAL =
  /(?<=[\p{Lower}\p{N},;:]['’"”)]?\s|[“"(@#])\p{Upper}[\p{Alpha}\p{N}'’-]{2,30}|(?<=^|[.!?]\s)\p{Upper}[\p{Alpha}\p{N}'’-]{3,30}(?=\s\p{Upper})/gmu;
const MIXED = /(?<![\p{Alpha}\p{N}])(?:\p{Upper}[\p{Alpha}-]{0,20}\d[\p{Alpha}\p{N}.-]{0,20}|\p{Upper}{2,12})(?![\p{Alpha}\p{N}])/gu;

/** The anchors of a text, folded. Numbers of one digit are left out, because most texts share them. */
function anchorsOf(text: string): Set<string> {
  const head = text.slice(0, MAX_READ);
  const out = new Set<string>();
  const add = (found: string) => {
    if (out.size < MAX_ANCHORS) out.add(fold(found).replace(/(?<![.,'’-])[.,'’-]+$|['’]s$/gu, ""));
  };
  for (const [link] of head.matchAll(LINK)) add(link);
  const plain = head.replace(LINK, " ");
  for (const [number] of plain.matchAll(NUMBER)) if (number.length > 1) add(number.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, ""));
  if ((plain.match(UNSPACED)?.length ?? 0) * 2 > plain.length / 2) for (const [word] of plain.matchAll(LATIN)) add(word);
  else for (const pattern of [CAPITAL, MIXED]) for (const [name] of plain.matchAll(pattern)) add(name);
  return out;
}

/** Minimum number of shared anchors that are no coincidence if one text names the other. */
const MIN_SHARED = 3;
/** Their minimum share of the smaller set. */
const MIN_SHARE = 0.5;

/** The anchors that two texts share; null if they are too few for a translation. */
export function sharedAnchors(a: string, b: string): string[] | null {
  const x = anchorsOf(a);
  const y = anchorsOf(b);
  const shared = [...x].filter((anchor) => y.has(anchor));
  return shared.length >= MIN_SHARED && shared.length >= MIN_SHARE * Math.min(x.size, y.size) ? shared : null;
}
