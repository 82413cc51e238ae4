/** Words that are written like names. */
import { isTime } from "../attribution/noun-phrases.ts";
import type { Token, TokenSentence } from "../tokens.ts";

/** Whether a token is a capitalised word, but not a time word or "I". */
export const capital = (token: Token | undefined) =>
  token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !isTime(token) && !/^(?:i|i['’]\w+)$/.test(token.lower);

/** The capitalised words that do not begin a sentence or follow a colon. */
export function namesIn(sentences: TokenSentence[]): Set<string> {
  const out = new Set<string>();
  for (const { tokens } of sentences)
    for (const [i, token] of tokens.entries())
      if (i > 0 && capital(token) && !/^(?:[—–-]+|[:：])$/.test(tokens[i - 1]?.text ?? "")) out.add(token.text.replace(/['’]s$/, ""));
  return out;
}
