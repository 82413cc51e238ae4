/**
 * Words too common to find a claim by. Negations are not among them: "not" is compared, though it is hardly ever rare enough to search by.
 * One list a language, own selection; a word that contractions leave ("ve", "ll") counts too.
 */
const ENGLISH = `a about above after again against all also am an and any are as at be because been before being below between both but by can
could did do does doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is
it its itself just ll me more most my myself now of off on once only or other our ours ourselves out over own re s same she should so some such
than that the their theirs them themselves then there these they this those through to too under until up upon ve very was we were what when
where which while who whom why will with would y'all you your yours yourself yourselves im ive id dont youre hes shes theyre thats rt via amp`;
const CHINESE = `的 了 是 在 和 与 及 也 都 就 而 着 把 被 对 这 那 这个 那个 一个 我 你 他 她 它 我们 你们 他们 她们 其 并 或 等 之 以 于 为 从 到 吗 呢 吧 啊 還 還是 與 個 這 會 會在 了解到 一些 有 上 中 下 的话`;
const SPANISH = "el la los las un una unos unas de del y o que en a al por para con su sus se lo es son fue ha han como más pero este esta";
const FRENCH =
  "le la les un une des du de et ou que qui en à au aux par pour avec son sa ses se est sont été a ont comme plus mais ce cette";
const GERMAN =
  "der die das den dem des ein eine einen einem einer und oder zu von im in mit für auf ist sind war hat haben wie aber dass es sich";

const split = (list: string) => new Set(list.split(/\s+/));
const english = split(ENGLISH);
const byLanguage = new Map([
  ["es", split(SPANISH)],
  ["fr", split(FRENCH)],
  ["de", split(GERMAN)],
]);
const chinese = split(CHINESE);

/** Whether a folded word says nothing about which claim is meant. `lang` is a BCP 47 tag; English and Chinese lists always apply where their script does. */
export function isStopWord(word: string, lang: string): boolean {
  return chinese.has(word) || (byLanguage.get(lang)?.has(word) ?? (lang === "en" && english.has(word)));
}
