/** Posts that state the same, in nearly the same words or in others, propose one claim. */
import { COPY_SIMILARITY } from "../edges/evidence/near-texts.ts";
import { statementOf } from "../match/statement.ts";
import { isPost } from "../model/document.ts";
import { claimIdOf } from "../model/id.ts";
import { standsAlone } from "../read/claims/worth-filing.ts";
import { languageOf } from "../text/language.ts";
import { byTime } from "../timeline/order.ts";
import { areAboutTwoParties, stated, statesTheSame } from "./same-statement.ts";

/** A claim that several posts propose together. */
export interface Group {
  /** The claim's id, its words and their language: those of the earliest document of the group. */
  id: string;
  text: string;
  lang: string;
  why: string;
  /** The first documents of the other texts. One that stood alone until now proposes the claim too. */
  others: string[];
  /** The first documents of later texts that say it in other words. They may now propose another claim. */
  later: string[];
}
/** A document of another account with the very same text. */
export interface ExactCopy {
  id: string;
  account: string | null;
}
/** A text and its first document. */
interface Held {
  textId: string;
  /** The instant (ms) by which that document certainly existed. */
  firstAt: number;
  body: string;
  document: { id: string; kind: string; lang: string | null; accountId: string | null };
}

/**
 * The group of a post: accounts with the same text, near copies of it, and texts in its buckets that state the same.
 * Null if no other account is among them.
 */
export function groupOf(
  { document, firstAt, body }: Omit<Held, "textId">,
  near: (Held & { similarity: number })[],
  copies: ExactCopy[],
  beside: Held[],
): Group | null {
  if (!isPost(document)) return null;
  const langOf = (held: Pick<Held, "document" | "body">) => held.document.lang ?? languageOf(held.body);
  const own = { id: document.id, at: firstAt, text: body, lang: langOf({ document, body }) };
  const isLater = (other: Held) => byTime(own, { id: other.document.id, at: other.firstAt }) < 0;
  const statement = (held: Pick<Held, "document" | "body">) => stated(held.body, langOf(held));
  const ownStatement = near.length + beside.length ? statement({ document, body }) : null;
  const copied: Held[] = [];
  const reworded: Held[] = [];
  for (const one of near)
    if (one.similarity >= COPY_SIMILARITY && isPost(one.document) && ownStatement && !areAboutTwoParties(ownStatement, statement(one)))
      copied.push(one);
  for (const one of beside) {
    if (!ownStatement || !isPost(one.document) || near.some((n) => n.textId === one.textId && n.similarity >= COPY_SIMILARITY)) continue;
    const otherStatement = statement(one);
    if (isLater(one) ? statesTheSame(otherStatement, ownStatement) : statesTheSame(ownStatement, otherStatement)) reworded.push(one);
  }
  const alike = [...copied, ...reworded];
  const holders = [...copies, ...alike.map(({ document: { id, accountId } }) => ({ id, account: accountId }))];
  const account = document.accountId ?? document.id;
  if (!holders.some((other) => (other.account ?? other.id) !== account)) return null;
  const first = alike
    .map((n) => ({ id: n.document.id, at: n.firstAt, text: n.body, lang: langOf(n) }))
    .reduce((a, b) => (byTime(b, a) < 0 ? b : a), own);
  const text = statementOf(first.text);
  if (!text || !standsAlone(text, first.lang)) return null;
  const why = `others say it in ${copies.length + copied.length ? "nearly the same" : "other"} words`;
  return {
    id: claimIdOf(text),
    text,
    lang: first.lang,
    why,
    others: alike.map((n) => n.document.id),
    later: reworded.filter(isLater).map((n) => n.document.id),
  };
}
