/** Stance of a text in a language other than English, by plain rules over its words: the networks were fitted on English. */

import { cueGrammarOf, packOf, patternOf, sourcesOf, wholeWords } from "../../lang/index.ts";
import type { StanceWords } from "../../lang/pack/stance.ts";
import { withoutAccents } from "../../text/fold.ts";
import { primaryTag } from "../../text/language-tag.ts";
import { oncePer } from "../../text/once-per.ts";
import { quotations } from "../../text/quotations.ts";
import { sentences } from "../../text/segment.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { hedgesIn } from "../claims/certainty.ts";
import { responseCuesIn } from "../responses/response-cues.ts";

/** "Il s'agit en réalité d'une infox", "cette fausse rumeur": how a page calls what it tells of made up. Not "is accused of lies". */
function debunking({ calls = "(?!)", madeUp, turned }: StanceWords, alleging: string): string {
  const few = `(?:(?!${turned}|${alleging})\\p{Alpha}+[\\s'’]){0,3}?`;
  return `(?:${calls.replaceAll("~", few)})[\\s'’]${few}(?:${madeUp})`;
}

const ofTag = oncePer((tag: string) => {
  const { unspaced = false, stance } = packOf(tag) ?? {};
  if (!stance) return null;
  const grammar = cueGrammarOf(tag);
  const whole = (source: string, flags?: string) => wholeWords(source, flags, unspaced);
  return {
    untrue: whole(grammar?.untrue ?? stance.untrue ?? ""),
    told: whole(grammar ? `${grammar.say}|${grammar.according}|${grammar.hearsay}` : (stance.told ?? "")),
    negates: whole(stance.negates),
    asks: whole(stance.asks, "iu"),
    debunks: grammar ? whole(debunking(stance, grammar.alleging), "iu") : null,
    headline: stance.headline && {
      denies: whole([stance.madeUp, stance.headline.denies].filter(Boolean).join("|")),
      passes: whole(stance.headline.passes),
      confirms: whole(stance.headline.confirms),
    },
    /** Words are written without spaces. */
    unspaced,
  };
});
type Words = NonNullable<ReturnType<typeof ofTag>>;
/** Whether the texts of a language are judged by rules. */
export const hasRules = (lang: string): boolean => ofTag(primaryTag(lang)) !== null;

/** Sentences at the start in which an article says what it thinks of a claim; what debunks it may come later. */
const MAX_LEAD = 5;

/** A label before the text: "FALSO:", "BULO |", "Faktencheck:", "No, …"; in capitals also without a mark. */
const label = sourcesOf(({ stance }) => stance?.label);
const no = sourcesOf(({ stance }) => stance?.no).spaced;
const LABEL = new RegExp(
  `^[^\\p{Alpha}]*(?:(?:${label.spaced}|${no})\\s*[:,.!|–—-]|(?:${label.spaced})$|(?:${label.unspaced})(?!\\p{Alpha}))`,
  "iu",
);
const CAPITALS = new RegExp(`^[^\\p{Alpha}]*(?:${label.spaced})(?!\\p{Alpha})`, "iu");
const NO = new RegExp(`^\\W*(?:${no})\\W*$`, "iu");
/** Not 「」, which Chinese sets around a term as well. */
const QUOTED = /["“„«][^"”“»]*["”“»]/gu;
/** "No digo que sea falso": the words before the cue reverse it. */
const turned = sourcesOf(({ stance }) => stance?.turned);
const TURNED = new RegExp(`(?<!\\p{Alpha})(?:${turned.spaced})$|(?:${turned.unspaced})$`, "iu");
const ONLY = new RegExp(`^(?:${sourcesOf(({ stance }) => stance?.only).spaced})$`, "iu");
/** Words that are enough for an answer. */
const NONSENSE = patternOf(({ stance }) => stance?.nonsense);
const SO = patternOf(({ stance }) => stance?.so);
const IF = patternOf(({ stance }) => stance?.if);
const ALREADY = patternOf(({ stance }) => stance?.already);

/** "Dicen que es falso": the clause that a reporting verb opens; the words after a further comma are the writer's own. */
const TOLD_CLAUSE = /^(?:[^,]{0,3},)?[^,;:]*$/u;

/** Whether a passage negates something; with `own`, outside the speech that it reports. */
const saysUntrue = (text: string, { untrue, told }: Words, own = false) =>
  [...text.matchAll(untrue)].some((match) => {
    const before = text.slice(0, match.index);
    const teller = own ? [...before.matchAll(told)].at(-1) : undefined;
    return !TURNED.test(before.slice(-24)) && !(teller && TOLD_CLAUSE.test(before.slice(teller.index + teller[0].length)));
  });

/** Whether a passage calls what it tells of made up: "il s'agit d'une infox". */
const isDebunked = (text: string, { debunks }: Words) => {
  const at = debunks ? text.search(debunks) : -1;
  return at >= 0 && !TURNED.test(text.slice(Math.max(0, at - 24), at));
};

/** Whether two words are forms of one word: "ocultó", "ocultado". */
function alike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return same >= Math.max(4, Math.min(a.length, b.length) - 1);
}
const bare = (text: string) => withoutAccents(text.toLowerCase());
/** The words that a text negates: the two after "no", "kein". */
const negatedIn = (text: string, { negates }: Words) =>
  [...text.matchAll(negates)].flatMap(({ groups: { first = "", second = "" } = {} }) =>
    ONLY.test(first) ? [] : [bare(first), bare(second)].filter(Boolean),
  );

/** Whether one of two texts negates a word that the other has without a negation. */
function negates(text: string, about: string, words: Words): boolean {
  const [mine, theirs] = [negatedIn(text, words), negatedIn(about, words)];
  const claim = bare(about);
  const held = claim.match(/\p{Alpha}{4,}/gu) ?? [];
  const inside = (list: string[], word: string) => word.length > 3 && list.some((other) => alike(word, other));
  // "Fährt nicht mehr", "soll nicht mehr fahren".
  if (mine.some((word) => inside(theirs, word))) return false;
  return mine.some((word) =>
    words.unspaced ? claim.includes(word) && !theirs.includes(word) : inside(held, word) && !inside(theirs, word),
  );
}

/** Whether a short answer, or an answer that shares the claim's words, agrees. */
function affirms(sentence: string, about: boolean): boolean {
  const match = SO.exec(sentence);
  if (!match || !(about || sentence.split(" ").length <= 10)) return false;
  const before = sentence.slice(0, match.index);
  return !TURNED.test(before) && !IF.test(before);
}

const MAX_TITLE = 400;
/**
 * What a headline says of a claim that it names, in whosever voice: that it is not so, that it is so, or that others say it. Null where it states it
 * itself. What it asks it passes on.
 */
function headlineView(title: string, lead: string, about: string, { headline }: Words): "deny" | "support" | "observe" | null {
  if (!headline) return null;
  const wanted = stemsOf(about);
  const few = Math.min(2, wanted.size);
  const common = shared(wanted, stemsOf(title));
  const said = title
    .split(/(?<=[.!?！？。:：])/u)
    .map((part) => (/[?？]$/u.test(part) ? " ".repeat(part.length) : part))
    .join("");
  const denies = [...said.matchAll(headline.denies)].some(({ index }) => !TURNED.test(said.slice(Math.max(0, index - 24), index)));
  // What the headline only hints at its lead names.
  const isMeant = common > 0 || shared(wanted, stemsOf(lead)) >= few;
  if (isMeant && denies && about.search(headline.denies) < 0) return "deny";
  const passes = [...title.matchAll(headline.passes)];
  const isPassed = (at: number) => passes.some(({ index, 0: { length } }) => at >= index && at < index + length);
  const confirms = [...said.matchAll(headline.confirms)].some(({ index }) => !isPassed(index));
  if (confirms && common >= few) return "support";
  return common > 0 && (passes.length > 0 || said !== title) && about.search(headline.passes) < 0 ? "observe" : null;
}

/**
 * deny: the text says in its own voice that the claim is not so, or negates its words. query: it asks. support: it answers that the
 * claim is so. observe: it reports what others say or deny. Null: no sign is found, or the language has no rules. A post is read as a
 * whole, an article by its lead and the sentences near the claim.
 */
export function stanceByRules(
  text: string,
  about: string,
  lang: string,
  as: "article" | "titled" | "release" | "post" | "answer",
): "deny" | "query" | "observe" | "support" | null {
  const words = ofTag(primaryTag(lang));
  if (!words) return null;
  const [isPost, answers] = [as === "post" || as === "answer", as === "answer"];
  // The sender of a statement reports his own acts.
  const isOwn = isPost || as === "release";
  const turned = saysUntrue(about, words) || LABEL.test(about);
  const read = text.slice(0, 3000).replace(/https?:\/\/\S+/g, " ");
  const all = sentences(read).slice(0, 40);
  // "« Non. C'est faux. »": the second sentence has no mark of its own.
  const isSpoken = (at: number) => quotations(read).some(({ start, end }) => start < at && at < end);
  const wanted = stemsOf(about);
  const near = (sentence: string) => shared(wanted, stemsOf(sentence)) >= Math.min(2, wanted.size);
  const [title = ""] = text.slice(0, MAX_TITLE).split("\n", 1);
  const lead = text.slice(title.length, title.length + MAX_TITLE);
  const headline = as === "titled" || as === "post" ? headlineView(title, as === "post" ? "" : lead, about, words) : null;
  if (headline === "deny" && !turned && !isPost) return "deny";
  const asked = (sentence: string) => /[?？][\s"'»)!.]*$/u.test(sentence) || words.asks.test(sentence);
  let asks = false;
  let tells = headline === "observe" && !isPost;
  let agrees = headline === "support" && !isPost;
  let plain = false;
  let mentioned = isPost;
  for (const [i, { text: sentence, paragraph, start }] of all.entries()) {
    const own = sentence.replace(QUOTED, " ");
    const denials = responseCuesIn(own, lang).filter((cue) => cue.type === "denial" && !saysUntrue(cue.text, words));
    const denied = denials.length > 0;
    const told = denied || own.search(words.told) >= 0;
    const about_ = near(sentence);
    mentioned ||= about_;
    if (asked(sentence)) {
      asks ||= answers || (about_ && (isPost || i === 0));
      continue;
    }
    const isTitle = as === "titled" && paragraph === 0;
    const label = i === 0 && (LABEL.test(sentence) || isCapitals(sentence));
    const answer = asks && NO.test(sentence);
    const untrue = (isOwn || !told) && saysUntrue(own, words, as !== "release");
    const negated =
      answers || isTitle
        ? own.split(/[,:：]/u).some((part) => part.search(words.told) < 0 && negates(part, about, words))
        : (as === "release" || !told) && negates(own, about, words);
    plain ||= isTitle && about_ && !told && headline !== "observe" && hedgesIn(own).length === 0;
    const isOther = own.search(words.told) >= 0 || denials.some((cue) => !isDebunked(cue.text, words));
    const debunks = !isPost && !isOther && isDebunked(own, words) && !isSpoken(start);
    const short = answers && (NONSENSE.test(own) || (denied && ALREADY.test(own)));
    const says = label || answer || untrue || short || (about_ && (negated || (denied && (isTitle || as === "release"))));
    if (mentioned && !turned && ((says && (isPost || i < MAX_LEAD)) || (debunks && !isDebunked(about, words)))) return "deny";
    agrees ||= answers && affirms(own, about_);
    tells ||= isPost ? denied || saysUntrue(own, words) : about_ && (told || hedgesIn(own).length > 0);
  }
  // A post whose first line reads like a headline that denies: in its own voice, or it tells of who does.
  if (headline === "deny" && !turned && near(title)) return tells || title.search(words.told) >= 0 ? "observe" : "deny";
  return asks && !asked(about) ? "query" : (agrees || plain) && !turned ? "support" : tells ? "observe" : null;
}
const isCapitals = (sentence: string) => {
  const found = CAPITALS.exec(sentence)?.[0];
  return found !== undefined && found === found.toUpperCase();
};
