/** Words that turn a statement into its opposite when one stands for the other: plain data, by stem; of Chinese single characters. */
import stem from "wink-porter2-stemmer";
import { lemma } from "./lemmas.ts";

const PAIRS =
  "confirm deny;confirmed denied;true false;guilty innocent;accept reject;approve reject;allow ban;permit ban;rise fall;rose fell;increase decrease;increased decreased;gain lose;won lost;win lose;alive dead;legal illegal;safe dangerous;open closed;opened closed;support oppose;supported opposed;real fake;genuine fake;authentic fake;succeed fail;succeeded failed;arrest release;arrested released;agree disagree;agreed refused;hire fire;hired fired;admit deny;admitted denied;acquitted convicted;found missing;up down;raise cut;raised cut;start stop;started stopped;join leave;joined left;buy sell;bought sold;passed failed;before after";
const HAN = "真 假;涨 跌;升 降;增 减;赢 输;开 关;买 卖;生 死;有 无";

const key = (word: string) => {
  const base = lemma(word);
  return stem(base) || base;
};
/** Each word's opposite. A word with several has the last. */
export const POLES: ReadonlyMap<string, string> = new Map([
  ...PAIRS.split(";").map((pair): [string, string] => {
    const [a = "", b = ""] = pair.split(" ");
    return [key(a), key(b)];
  }),
  ...HAN.split(";").map((pair): [string, string] => pair.split(" ") as [string, string]),
]);
