/** What a sentence adds behind a proposition about how it was told: it is no part of what is claimed. */

const TELLING =
  "posts?|videos?|tweets?|threads?|reports?|articles?|messages?|claims?|rumou?rs?|allegations?|accusations?|users?|accounts?|screenshots?|newspapers?|websites?|whistle-?blowers?|stor(?:y|ies)";
/** ", after a post on Facebook said so", ", days after …", ", contrary to what a post claims", ", a charge it denies". */
const FRAME = new RegExp(
  `(?<!\\s),\\s+(?:(?:(?:just |only )?(?:\\p{L}+ )?(?:minutes|hours?|days?|weeks?|months?|years?) after|after|as|amid|following|despite|contrary to|in response to|unlike|whatever)\\s[^,;]{0,50}?\\b(?:${TELLING})\\b|(?:an? |the |which is an? )(?:\\p{L}+ )?(?:charge|claim|accusation|allegation|rumou?r|suggestion|story|assertion|theory|notion)s?\\b)`,
  "iu",
);
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
/** Least words of a proposition. */
const LEAST = 3;

/** The proposition without what is told of it behind a comma. */
export function withoutFrame(text: string): string {
  const at = FRAME.exec(text)?.index ?? -1;
  return at > 0 && words(text.slice(0, at)) >= LEAST ? text.slice(0, at) : text;
}
