/**
 * Words too common to find a claim by. Negations are not among them: "not" is compared, though it is hardly ever rare enough to search by.
 * One list a language, own selection; a word that contractions leave ("ve", "ll") counts too.
 */
import { COMMON } from "./common-words.ts";

const ENGLISH = `a about above after again against all also am an and any are as at be because been before being below between both but by can
could did do does doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is
it its itself just ll me more most my myself now of off on once only or other our ours ourselves out over own re s same she should so some such
than that the their theirs them themselves then there these they this those through to too under until up upon ve very was we were what when
where which while who whom why will with would y'all you your yours yourself yourselves im ive id dont youre hes shes theyre thats rt via amp`;
const CHINESE = `的 了 是 在 和 与 及 也 都 就 而 着 把 被 对 这 那 这个 那个 一个 我 你 他 她 它 我们 你们 他们 她们 其 并 或 等 之 以 于 为 从 到 吗 呢 吧 啊 還 還是 與 個 這 會 會在 了解到 一些 有 上 中 下 的话`;
/** Of languages that their script tells. */
const OTHERS: Record<string, string> = {
  ru: "и в во на я что он она они оно мы вы с со по это этот эта как но из у за к от так же бы для только был была было были о об его ее их до или если еще при уже чтобы",
  ar: "في من على إلى ان أن هذا هذه التي الذي عن مع ما هو هي كان كانت قد أو ثم و",
  hi: "के में है की को से का और पर ने कि यह हैं था थी थे एक इस भी तो हो कर",
};
/** These change what is said, and are compared. */
const NEGATIONS = new Set(
  "no não nao nunca nicht kein keine nie pas ne n jamais non niet geen nooit nigdy není nikdy nic inte inget aldrig ikke intet aldri ingenting ei nem soha değil yok không nu niciodată tidak tak bukan не нет".split(
    " ",
  ),
);

const split = (list: string) => new Set(list.split(/\s+/));
const english = split(ENGLISH);
const chinese = split(CHINESE);
const byLanguage = new Map<string, ReadonlySet<string>>();

/** The stop words of a language other than English; none where no list is known. */
function listOf(lang: string): ReadonlySet<string> {
  const known = byLanguage.get(lang);
  if (known) return known;
  const list = split(COMMON[lang] ?? OTHERS[lang] ?? "");
  for (const word of NEGATIONS) list.delete(word);
  byLanguage.set(lang, list);
  return list;
}

/** Whether a folded word says nothing about which claim is meant. `lang` is a primary tag; English and Chinese lists always apply where their script does. */
export function isStopWord(word: string, lang: string): boolean {
  return chinese.has(word) || (lang === "en" ? english : listOf(lang)).has(word);
}
