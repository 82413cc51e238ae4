import type { TextChange, TextChangeKind } from "../model/text-change.ts";
import type { Messages } from "./general/messages.ts";
import { named } from "./name.ts";
import { quote } from "./quote.ts";

/** The name of a kind of change: "hedge dropped". */
function textChangeName(kind: TextChangeKind, m: Messages): string {
  return m.textChanges[kind];
}

/** A change in one line: "hedge dropped: “reportedly”", "number changed: “1,417” → “1,471”". Words of a source are plain and cut at `max`. */
function textChangeInWords({ kind, was, now }: TextChange, m: Messages, max = 40): string {
  const said = [was, now].flatMap((span) => (span ? [quote(named(span.text, max), m)] : []));
  return `${textChangeName(kind, m)}${said.length ? `${m.colon}${said.join(" → ")}` : ""}`;
}

/** The first change on the way from its parent, and how many more there are; "" for none. */
export function textChangesInWords(textChanges: readonly TextChange[] | undefined, m: Messages): string {
  const first = textChanges?.[0];
  if (!first) return "";
  return `${textChangeInWords(first, m)}${textChanges.length > 1 ? m.brackets(`+${textChanges.length - 1}`) : ""}`;
}
