/**
 * Posts that make no claim that is followed, but say the same in nearly the same words as somebody else: together they propose one. What a
 * post proposes follows from the texts near it alone, so the order in which they come is of no meaning; a group costs each post four rows.
 */
import { COPY } from "../../shared/graph/near.ts";
import { statementOf } from "../../shared/match/statement.ts";
import { isPost, type Work } from "./load.ts";
import type { NearText } from "./near.ts";
import { claimIdOf } from "./told.ts";

export interface Group {
  /** The claim that it proposes, and its words. */
  id: string;
  text: string;
  /** The earliest document of it, whose words they are. */
  leader: string;
}

/** The group that a post is in, or null: with whoever has the same text by another account, and the texts that are near copies of it. */
export function groupOf({ document, reading }: Work, near: NearText[], copies: { id: string; account: string | null }[]): Group | null {
  if (!reading || !isPost(document)) return null;
  const alike = near.filter((n) => n.similarity >= COPY && isPost(n.document));
  const account = document.accountId ?? document.id;
  const others = [...copies, ...alike.map(({ document: { id, accountId } }) => ({ id, account: accountId }))];
  if (!others.some((other) => (other.account ?? other.id) !== account)) return null;
  const own = { id: document.id, at: document.published.earliest ?? Number.MAX_SAFE_INTEGER, text: reading.document.text };
  const first = alike
    .map((n) => ({ id: n.document.id, at: n.firstAt, text: n.body }))
    .reduce((a, b) => (b.at < a.at || (b.at === a.at && b.id < a.id) ? b : a), own);
  const text = statementOf(first.text);
  return text ? { id: claimIdOf(text), text, leader: first.id } : null;
}
