/** What can be done in the room: each act takes two numbers, which say what it is about. */
import type { Answer } from "./instance.ts";
import { boardOf, CLAIMS, type Posted, type Room } from "./room.ts";

type Act = (r: Room, which: number, other: number) => Promise<Answer | null> | null;
const at = (which: number) => new Date(Date.UTC(2025, 5, 1 + (which % 9), which % 24)).toISOString();
const text = (which: number, word: string) => `${CLAIMS[which % 2]}, said ${word} to the sexton.`;
const posted = (r: Room, which: number, more: (word: string) => Posted) => {
  const word = r.word();
  const k = r.said.length;
  return r.add(word, {
    platform: "forum",
    platformId: `p${k}`,
    author: { handle: `u${which % 3}` },
    publishedAt: at(which),
    ...more(word),
  });
};
const decide = (r: Room, which: number, more: object) => {
  const [line, why] = [r.line(which), r.word()];
  return line ? r.say(why, "/v1/decisions", { items: [{ ...line, ...more }], why }, () => [line.document]) : null;
};
export const ACTS = {
  post: (r, which) => posted(r, which, (word) => ({ text: text(which, word) })),
  quote: (r, which, other) => posted(r, which, (word) => ({ text: `Look, ${word}!`, quoteOf: r.name(other) })),
  /** The author of a post takes it back. */
  retract: (r, which, other) =>
    posted(r, other, (word) => ({ text: `I was wrong about the bell, and I retract my post, ${word}.`, replyTo: r.document(which) })),
  page: (r, which) => {
    const word = r.word();
    const told = `The rumour first appeared in <a href="${boardOf(which)}">a post on a board</a>, where an anonymous user wrote: “${CLAIMS[which % 2]}, I heard it from ${word}.”`;
    const html = `<html lang="en"><body><article><h1>Is it so?</h1><p>${text(which, word)}</p><p>${told}</p></article></body></html>`;
    return r.add(word, { kind: "article", url: `https://gazette.example/${which % 4}`, publishedAt: at(which).slice(0, 10), html });
  },
  arrive: (r, which, other) =>
    posted(r, which, (word) => ({
      text: text(which, word),
      platform: "board",
      platformId: `b${which % 3}-${other % 2}`,
      url: boardOf(which),
    })),
  repost: (r, which, other) =>
    posted(r, which, (word) => ({ repostOf: r.name(other), author: { handle: `r${which % 3}`, name: `Rita ${word}` } })),
  answer: (r, which, other) => posted(r, which, (word) => ({ text: `That is false, ${word} told me.`, replyTo: r.name(other) })),
  /** A post by somebody of whom nothing else is known. */
  stranger: (r, which) => {
    const handle = `s${r.said.length}`;
    return posted(r, which, (word) => ({ text: text(which, "somebody"), author: { handle, name: `Nils ${word}` } }));
  },
  /** A post with an address that nothing else names. */
  link: (r, which, other) =>
    posted(r, which, (word) => {
      const url = `https://other.example/${word}`;
      return { text: `${text(which, "somebody")} ${url}`, ...[{ quoteOf: url }, { replyTo: url }, {}][other % 3] };
    }),
  /** A page whose word is in its address. */
  address: (r, which) => {
    const word = r.word();
    const html = `<html lang="en"><body><article><h1>Is it so?</h1><p>${text(which, "somebody")}</p></article></body></html>`;
    return r.add(word, { kind: "article", url: `https://gazette.example/${word}`, publishedAt: at(which).slice(0, 10), html });
  },
  /** A page on something of which no claim is followed: they propose one, in the words of one of them. */
  news: (r, which) => {
    const word = r.word();
    const title = `Ferry ${word} lost its steering with 212 on board`;
    const told = `The Norrby ferry ${word} lost its steering on Sunday night with 212 passengers on board, the harbour paper reports. Two tugs brought the ship to Port Calder by morning.`;
    const url = `https://paper-${which % 4}.example/2025/06/${word}`;
    return r.add(word, { kind: "article", url, title, text: told, publishedAt: at(which).slice(0, 10) });
  },
  again: (r, which) => r.again(which),
  revise: (r, which, other) => {
    const word = r.word();
    return r.revise(which, word, text(other, word));
  },
  copy: (r, which, other) => r.copy(which, (copied) => posted(r, other, () => ({ text: copied }))),
  /** The post of an address itself, without an id of its platform. */
  come: (r, which) =>
    posted(r, which, (word) => ({ text: text(which, word), platform: "board", platformId: undefined, url: boardOf(which) })),
  /** An editor's own sighting, of a document or an address. */
  sight: (r, which, other) => {
    const word = r.word();
    const response = { type: "denial", standing: "subject", actor: { name: `Pastor ${word}` }, told: other % 4 === 0 };
    const body = { claim: r.claim(other), document: r.name(which), quote: `so ${word} says`, ...(other % 3 ? {} : { response }) };
    return r.say<{ document: string }>(word, "/v1/sightings", body, ({ document }) => [document]);
  },
  source: (r, which, other) => {
    const note = r.word();
    const body = { child: r.name(which), parent: other % 5 ? r.name(other) : null, type: "citation", note, publicNote: other % 2 === 0 };
    return r.say<{ edge: { child: string; parent: string | null } }>(note, "/v1/edges", body, ({ edge: { child, parent } }) =>
      parent ? [child, parent] : [child],
    );
  },
  confirm: (r, which) => decide(r, which, { do: "accept" }),
  reject: (r, which) => decide(r, which, { do: "reject" }),
  wait: (r, which) => decide(r, which, { do: "wait" }),
  edit: (r, which) => {
    const [line, word] = [r.line(which), r.word()];
    const item = { ...line, do: "edit", edit: { who: `Widow ${word}`, stance: "query", quote: `by ${word}` } };
    return line ? r.say(word, "/v1/decisions", { items: [item] }, () => [line.document]) : null;
  },
  correct: (r, which, other) => {
    const [id, word] = [r.document(which), r.word()];
    const body = { title: `Bells by ${word}`, why: `as ${word} wrote`, ...(other % 2 && { publishedAt: at(other).slice(0, 10) }) };
    return r.say(word, `/v1/documents/${id}`, body, () => [id], "PATCH");
  },
  date: (r, which, other) => r.call("PATCH", `/v1/documents/${r.document(which)}`, { publishedAt: at(other).slice(0, 10) }),
  erase: (r, which) => r.erase(which),
  resolve: (r, which, other) => r.resolve(which, other % 4 ? r.document(other) : null),
  merge: (r, which) => r.call("POST", `/v1/claims/${r.claim(which)}/merge`, { into: r.claim(which + 1) }),
  split: (r, which, other) =>
    r.call("POST", `/v1/claims/${r.claim(other)}/split`, { into: r.claim(other + 1), documents: [r.document(which), r.document(other)] }),
  undo: (r, which) => {
    const [row] = r.i.sql<{ id: string }>(
      "SELECT id FROM decision WHERE did <> 'undo' AND undone_by IS NULL ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?",
      which % 3,
    );
    return row ? r.call("POST", `/v1/decisions/${row.id}/undo`) : null;
  },
  hide: (r, which, other) =>
    r.call("POST", "/v1/decisions", {
      items: [{ id: r.claim(which), do: "edit", edit: { visibility: ["public", "unlisted", "private"][other % 3] } }],
    }),
  rate: (r, which, other) =>
    r.call("POST", `/v1/claims/${r.claim(which)}/verdicts`, {
      publisher: `Checkers ${other % 2}`,
      label: ["false", "true"][other % 2],
      url: "https://checkers.example/bell",
    }),
  bind: (r, which, other) => {
    const path = `/v1/accounts/${encodeURIComponent(`forum:u${which % 3}`)}/actor`;
    return other % 3 ? r.call("POST", path, { kind: "organisation", name: "Tarnby parish" }) : r.call("DELETE", path);
  },
  seal: async (r) => {
    await r.i.nightly();
    return r.call("GET", "/v1/log/blocks");
  },
} satisfies Record<string, Act>;
export type Name = keyof typeof ACTS;
