/** Stands in for linkedom's CSS parser (`cssomnom/parse`), which reading never needs: 50 KB gzip less in the worker. */
export const parse = (): { cssRules: never[] } => ({ cssRules: [] });
