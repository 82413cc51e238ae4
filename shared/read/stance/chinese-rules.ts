/** How a Chinese post stands to a claim, by plain rules: the networks know its cues, but were fitted on English. */
import { CHINESE } from "./cues.ts";

const list = (text: string) => text.split(" ");
/** What people call a false picture or story, beyond the cues that the networks count. */
const UNTRUE = list(
  "p图 p圖 ps的 合成的 合成图 合成圖 旧图 舊圖 老照片 旧照片 舊照片 旧视频 舊視頻 几年前的 幾年前的 瞎说 瞎說 别信 別信 不属实 不屬實 不可信 没这回事 沒這回事 摆拍 擺拍",
);
const TURNED = /不是(?:谣言|謠言|假的)|[并並]非(?:谣言|謠言)|没有造假|沒有造假/;
const ASKS = /[?？][\s」”"]*$|[吗嗎][\s。!！]*$|求证|求證|真的假的|是不是真|有没有人|有沒有人|有人知道|谁知道|誰知道|谁能|誰能/;
const SO = [...CHINESE.affirm, "亲眼", "親眼"];
const NOT = /(?:[没沒]有?|不是|[并並]非|不[会會]|[并並]?未)(\p{Script=Han}{2})/gu;

const negatedIn = (text: string) => new Set([...text.matchAll(NOT)].map(([, pair = ""]) => pair));

/** Of folded texts; null where nothing of this is found, or the claim itself says that something is untrue. `support` is for answers. */
export function hanStance(text: string, about: string): "deny" | "query" | "observe" | "support" | null {
  const untrue = (of: string) => !TURNED.test(of) && [...CHINESE.refute, ...UNTRUE].some((cue) => of.includes(cue));
  if (untrue(about)) return null;
  if (ASKS.test(text) && !untrue(text)) return ASKS.test(about) ? null : "query";
  if (CHINESE.deny.some((cue) => text.includes(cue))) return "observe";
  const theirs = negatedIn(about);
  if (untrue(text) || [...negatedIn(text)].some((pair) => about.includes(pair) && !theirs.has(pair))) return "deny";
  const so = SO.some((cue) => {
    const i = text.indexOf(cue);
    return i >= 0 && !/[不没沒未无無]/.test(text.slice(Math.max(0, i - 3), i));
  });
  return so ? "support" : null;
}
