import type { Mutation, MutationKind } from "../changes/index.ts";
import type { Messages } from "./messages.ts";
import { named } from "./name.ts";
import { quote } from "./quote.ts";

/** What kind of change it is: "hedge dropped". */
export function mutationName(kind: MutationKind, m: Messages): string {
  return m.mutations[kind];
}

/** A change in one line: "hedge dropped: “reportedly”", "number changed: “1,417” → “1,471”". Words of a source are made plain and cut at `max`. */
export function mutationInWords({ kind, was, now }: Mutation, m: Messages, max = 40): string {
  const said = [was, now].flatMap((span) => (span ? [quote(named(span.text, max), m)] : []));
  return `${mutationName(kind, m)}${said.length ? `${m.colon}${said.join(" → ")}` : ""}`;
}

/** The first change on the way from its parent, and how many more there are; "" for none. */
export function mutationsInWords(mutations: readonly Mutation[] | undefined, m: Messages): string {
  const first = mutations?.[0];
  if (!first) return "";
  return `${mutationInWords(first, m)}${mutations.length > 1 ? m.brackets(`+${mutations.length - 1}`) : ""}`;
}
