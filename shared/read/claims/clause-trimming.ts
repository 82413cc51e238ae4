/** What a sentence adds behind a proposition about how it was told: it is no part of what is claimed. */
import { chinese, english, sourcesOf } from "../../lang/index.ts";

/** ", after a post on Facebook said so", ", days after …", ", contrary to what a post claims", ", a charge it denies". */
const ENGLISH_TAIL = new RegExp(
  `(?<!\\s),\\s+(?:(?:(?:just |only )?(?:\\p{L}+ )?(?:minutes|hours?|days?|weeks?|months?|years?) after|after|as|amid|following|despite|contrary to|in response to|unlike|whatever)\\s[^,;]{0,50}?\\b(?:${english.grammar.rumourNouns}|articles?|users?|accounts?|newspapers?|websites?|whistle-?blowers?)\\b|(?:an? |the |which is an? )(?:\\p{L}+ )?(?:charge|claim|accusation|allegation|rumou?r|suggestion|story|assertion|theory|notion)s?\\b)`,
  "iu",
);
/** ", después de que un mensaje …", ", nachdem …"; and the verdict on a clause: "son falsos", ", sind falsch, sagte …". */
const CUE_GRAMMAR_TAIL =
  /(?<!\s),\s(?:(?:\p{L}+ ){0,2}(?:después de|apr[èe]s|nach(?:dem)?|depois d[eoa]|depois que|tras)\s(?:(?:que|qu['’]|un[ea]?|uma?|eine[mnrs]?|las?|los|les|den|die|das|der) ?)[^,;]{0,40}?(?:mensa|messag|publica|v[ií]d[eé]o|rum(?:or|eur)|boato|Beitr[aä]g|Post|Gerücht|Vorw[uü]rf|acusa|accusa|tu[ií]t|tweet|hilo|fil)|(?:a |hat )?(?:dit|déclaré|affirmé|dijo|afirmó|aseguró|disse|afirmou|sagte|erklärte|teilte)\s|como (?:había|ha|han|afirm|denunci|dij|asegur)|comme l|(?:según|selon|segundo|laut) |wie (?:ein|eine|zuvor)|conforme)|,?\s(?:son|es|eran|era|sont|est|étaient|são|é|eram|sind|ist|waren|seien|sei)\s(?:\p{L}+ ){0,2}(?:fals[oa]s?|faux|fausses?|mentira|inventad|falsch|unwahr|erfunden|erlogen|haltlos|infond|sans fondement|sin fundamento|sem fundamento)(?!\p{L})/iu;
/** "，引发热议", "，遭网友举报", "，某公司回应称不实". */
const CHINESE_TAIL = new RegExp(`[，,](?:${chinese.chinese.tail})`, "u");
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
/** Least words of a proposition. */
const MIN_WORDS = 3;
const MIN_CHINESE_CHARACTERS = 6;

/** The proposition without what is told of it behind a comma. */
export function withoutReportingTail(text: string): string {
  const at = (ENGLISH_TAIL.exec(text) ?? CHINESE_TAIL.exec(text) ?? CUE_GRAMMAR_TAIL.exec(text))?.index ?? -1;
  if (/\p{Script=Han}/u.test(text)) return at >= MIN_CHINESE_CHARACTERS ? text.slice(0, at) : text;
  return at > 0 && words(text.slice(0, at)) >= MIN_WORDS ? text.slice(0, at) : text;
}

const HEARSAY = new RegExp(`(?<=\\p{L}\\s)(?:${sourcesOf(({ claims }) => claims?.hearsayAdverbs).spaced})\\s`, "iu");
/** The proposition without the adverb that marks it as hearsay. */
export const withoutHearsayAdverb = (text: string): string => text.replace(HEARSAY, "");
