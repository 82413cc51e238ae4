/**
 * Words that show a stance, English and Chinese (`stanceCues` in shared/lang). A phrase matches whole words; Chinese phrases match anywhere.
 * Each class is one feature of the fitted models, so a new phrase needs `node test/eval/fit-stance.ts` to be weighed anew.
 */
import { chinese, english } from "../../lang/index.ts";

/** The phrases of a list. */
export const list = (text: string) => text.split(", ");
const lists = <Name extends string>(sources: Record<Name, string>) =>
  Object.fromEntries(Object.entries<string>(sources).map(([name, phrases]) => [name, list(phrases)])) as Record<Name, string[]>;

export const WORDS = english.stanceCues;
/** The classes of posts and articles alike, and the finer ones of each. */
export const CUES = lists(WORDS.cues);
export const ARTICLE_CUES = lists(WORDS.articles);
const chinesePosts: Record<string, string[]> = lists(chinese.stanceCues.posts);
export const POST_CUES = lists(WORDS.posts);
for (const [name, phrases] of Object.entries(POST_CUES)) phrases.push(...(chinesePosts[name] ?? []));
/** The classes in Chinese, matched on the folded text. */
export const CHINESE: Record<string, string[]> = lists(chinese.stanceCues.cues);

/** Words that carry no topic: skipped when claim and text are compared. */
export const STOP = new Set(list(WORDS.noTopic));
export const QUESTION_WORDS = new Set(list(WORDS.questionWords));
