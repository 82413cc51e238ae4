/** The buckets of a text, by which texts that may state the same are found. */
import { pageBuckets, topicBuckets, waitingBucket } from "./profile.ts";
import { statementBuckets } from "./same-statement.ts";

/** All buckets of a text: as a post by its statement and where it waits for pages, as a page by its topic. */
export const bucketsOf = (text: string): number[] => [
  ...new Set([...statementBuckets(text), ...topicBuckets(text), ...pageBuckets(text).map(waitingBucket)]),
];
