/** All buckets in which a text may stand: as a post by what it states, as a page by what it is about. */
import { topicBuckets } from "./profile.ts";
import { statementBuckets } from "./same-statement.ts";

export const bucketsOf = (text: string): number[] => [...new Set([...statementBuckets(text), ...topicBuckets(text)])];
