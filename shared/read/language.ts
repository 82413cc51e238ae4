/** The language of a text: declared, else by script, else by common words and letter trigrams for Latin script. */
import { byTrigrams, trigramLanguages } from "./trigrams.ts";

/** Words that are common in one of these languages and rare in the others; they decide short posts, where trigrams err. */
export const COMMON: Record<string, string> = {
  en: "the and is are was were of to that this with for not have has it be by from they you his her will says said who what why how just been about there their would could more than all out if we our your an or if no so do did can get got new show shows been being after before over into up out man woman were had he she i im dont cant its thats",
  es: "el los las una del que por con para está como pero más este esta según dijo fue son sus muy también hay no ha",
  pt: "o os uma do da dos das não que com para está como mas mais este esta segundo disse foi são também há em no na ao pelo pela num numa tem isso isto seu sua",
  fr: "le les une des du est que pour dans avec pas sur qui plus ce cette selon dit été sont aux par ne il elle nous vous mais",
  de: "der die das und ist nicht ein eine mit von zu den dem auf für im auch sich wird wurde sind laut hat haben bei nach aus",
  it: "il lo gli una della del che per con non è sono di più questo questa secondo ha detto stato nel alla anche ma",
  nl: "de het een en van is niet dat op te zijn voor met aan er maar ook door werd volgens heeft worden naar",
  pl: "w i na nie się z że jest do to jak po ale od za przez został oraz był są",
  cs: "se na je že v s z do to jak ale pro po by byl jsou není podle který",
  sv: "och att det är som en på för av med inte den till har ett om de från enligt var",
  da: "og at det er som en på for af med ikke den til har et om de fra ifølge var blev",
  tr: "ve bir bu için ile da de olarak çok daha ne olduğu değil gibi kadar var",
  id: "yang dan di ini itu dengan untuk dari tidak pada dalam akan telah adalah juga oleh ke bahwa",
  vi: "và của là có không được cho các một trong với những đã này người",
  ro: "și în de la cu pe nu este care din a fost pentru că sunt mai",
  hu: "a az és hogy nem is egy volt ez meg de csak van már",
  fi: "ja on ei että se oli ovat mutta kun myös hän joka",
};
const commonWords = new Map<string, string[]>();
for (const [lang, list] of Object.entries(COMMON)) {
  for (const word of new Set(list.split(" "))) {
    const held = commonWords.get(word);
    if (held) held.push(lang);
    else commonWords.set(word, [lang]);
  }
}

const LATIN = new Set([
  ...trigramLanguages,
  ...Object.keys(COMMON),
  "no",
  "sl",
  "sk",
  "et",
  "lt",
  "lv",
  "ca",
  "af",
  "ms",
  "nb",
  "nn",
  "ga",
  "is",
  "mt",
  "cy",
  "eu",
  "gl",
  "la",
  "eo",
]);
/** Looked at: enough for trigrams, and a bound on hostile length. */
const SAMPLE = 2_000;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The language that the script alone tells, `latin`, or null where letters are too few. */
function byScript(sample: string): string | null {
  const letters = count(sample, /\p{L}/gu);
  if (letters < 2) return null;
  const share = (pattern: RegExp) => count(sample, pattern) / letters;
  const han = share(/\p{Script=Han}/gu);
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = share(/\p{Script=Hangul}/gu);
  // Names and terms in Latin letters stand in most East Asian posts, so a fifth of the letters is enough there.
  if (han + kana + hangul > 0.2) {
    if (hangul > han + kana) return "ko";
    return kana > 0.05 && kana > han / 10 ? "ja" : "zh";
  }
  if (share(/\p{Script=Cyrillic}/gu) > 0.4) return cyrillic(sample);
  if (share(/\p{Script=Arabic}/gu) > 0.4) return arabic(sample);
  if (share(/\p{Script=Devanagari}/gu) > 0.4) return /[ळ]|आहे|आणि|नाही/u.test(sample) ? "mr" : "hi";
  for (const [lang, pattern] of SCRIPTS) if (share(pattern) > 0.4) return lang;
  return share(/\p{Script=Latin}/gu) > 0.5 ? "latin" : null;
}

const SCRIPTS: [string, RegExp][] = [
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["kn", /\p{Script=Kannada}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["si", /\p{Script=Sinhala}/gu],
  ["km", /\p{Script=Khmer}/gu],
  ["lo", /\p{Script=Lao}/gu],
  ["my", /\p{Script=Myanmar}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["am", /\p{Script=Ethiopic}/gu],
];

/** Letters that one Cyrillic alphabet has and Russian has not; ы, э and ё are not in Ukrainian, Bulgarian or Serbian. */
function cyrillic(sample: string): string {
  if (count(sample, /[ўЎ]/gu)) return "be";
  if (count(sample, /[іїєґІЇЄҐ]/gu) > count(sample, /[ыэёъЫЭЁЪ]/gu)) return "uk";
  if (count(sample, /[ђћџљњјЂЋЏЉЊЈ]/gu)) return count(sample, /[ќѓѕЌЃЅ]/gu) ? "mk" : "sr";
  if (count(sample, /[әғқңұһӘҒҚҢҰҺ]/gu)) return "kk";
  // Bulgarian writes ъ inside words often and has no ы or э.
  return count(sample, /[ыэёЫЭЁ]/gu) === 0 && count(sample, /ъ|(?<!\p{L})(?:се|със|във|че|са)(?!\p{L})/gu) >= 2 ? "bg" : "ru";
}

/** Urdu has ٹ ڈ ڑ ے ں; Persian پ چ ژ گ and its own ک ی. */
function arabic(sample: string): string {
  if (count(sample, /[ٹڈڑےں]/gu)) return "ur";
  if (count(sample, /[ۆێڕڵ]/gu)) return "ckb";
  return count(sample, /[پچژگکی]/gu) > count(sample, /[ةىيك]/gu) ? "fa" : "ar";
}

/** Languages that we have no trigrams for: words and letters alone must lift them over the others. */
const NO_TRIGRAMS = ["da", "fi"];

/** What a common word adds to a trigram score, at most: trigrams decide long texts, words decide short ones. */
const WORD_WEIGHT = 1.2;
/** How much more often a short post is in a large language than trigrams suppose. Chosen on English posts and own sentences in 16 languages. */
const HEAD_START: Record<string, number> = {
  en: 0.12,
  es: 0.04,
  fr: 0.04,
  de: 0.04,
  pt: 0.04,
  it: 0.03,
  nl: 0.02,
  tr: 0.02,
  pl: 0.02,
  id: 0.02,
};

/** Letters that few languages write; one of them says more than many trigrams of a short post. */
const LETTERS: Record<string, RegExp> = {
  es: /[ñ¿¡]/u,
  pt: /[ãõçâêô]/u,
  fr: /[œêèàùç]/u,
  de: /[ßü]/u,
  hu: /[őűáé]/u,
  pl: /[łąężźśćń]/u,
  cs: /[řůěčšž]/u,
  tr: /[ığş]/u,
  ro: /[ășțşţ]/u,
  sv: /[åä]/u,
  da: /[øæå]/u,
  no: /[øæå]/u,
  vi: /[ơưđạảấầậắặẹẻếềệịọỏốồộớờợụủứừự]/u,
  fi: /[äö]|(?:aa|ii|uu|ää|yy|kk|tt)[a-zäö]*n?\b/u,
  it: /[àèìòù](?!\p{L})/u,
};
const LETTER_WEIGHT = 0.15;
/** Languages written in a–z alone: letters with marks speak against them. */
const PLAIN = new Set(["id", "sw", "tl", "so"]);

/** The language of a Latin-script text by trigrams and common words together; null if too little. */
function latin(sample: string): string | null {
  const words =
    sample
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  const share = new Map<string, number>();
  let known = 0;
  for (const word of words) {
    const langs = commonWords.get(word);
    if (!langs) continue;
    known++;
    for (const lang of langs) share.set(lang, (share.get(lang) ?? 0) + 1 / langs.length);
  }
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < 10 && known < 2) return null;
  let best: string | null = null;
  let most = 0;
  const [first, second] = [...share].sort((a, b) => b[1] - a[1]);
  // A paragraph or more is told by its common words alone: a tenth of the time that trigrams take.
  if (first && words.length >= 30 && first[1] >= words.length * 0.15 && first[1] >= 2 * (second?.[1] ?? 0)) return first[0];
  const lower = words.join(" ");
  const accented = /[^\x00-\x7f]/.test(lower);
  for (const [lang, score] of [...byTrigrams(sample), ...NO_TRIGRAMS.map((tag) => [tag, 0.7] as const)]) {
    const total =
      score +
      (WORD_WEIGHT * (share.get(lang) ?? 0)) / Math.max(4, words.length) +
      (accented && lang === "en" ? 0 : (HEAD_START[lang] ?? 0)) +
      (LETTERS[lang]?.test(lower) ? LETTER_WEIGHT : 0) +
      // Marks that hardly any other language sets.
      (lang === "es" && /[¿¡]/.test(sample) ? 2 * LETTER_WEIGHT : 0) -
      (accented && PLAIN.has(lang) ? 2 * LETTER_WEIGHT : 0);
    if (total > most) [best, most] = [lang, total];
  }
  return best;
}

/** The primary subtag of a BCP 47 tag (`zh-Hant-TW`, `en_US`), or null where it is none. */
export function primaryTag(tag: string | null | undefined): string | null {
  const found = /^\s*([a-z]{2,3})(?:[-_,;]|\s{0,3}$)/i.exec(tag ?? "")?.[1]?.toLowerCase();
  return found && found !== "und" && found !== "mul" && found !== "zxx" ? found : null;
}

/**
 * The language of a text as a BCP 47 primary tag; `und` when the text is too little to tell.
 * A declared tag wins, except where the script refutes it (a page made from an English template that holds Chinese).
 * Addresses, mentions and hashtags are not counted.
 */
export function languageOf(text: string, declared?: string | null): string {
  const tag = primaryTag(declared);
  const sample = text.slice(0, SAMPLE).replace(/https?:\/\/\S+|[@#][\p{L}\p{N}_]+/gu, " ");
  const script = byScript(sample);
  if (tag) return script && script !== "latin" && LATIN.has(tag) && count(sample, /\p{L}/gu) >= 40 ? script : tag;
  if (script !== "latin") return script ?? "und";
  return latin(sample) ?? "und";
}
