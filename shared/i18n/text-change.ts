import type { TextChange } from "../model/text-change.ts";
import type { Messages } from "./general/messages.ts";
import { named } from "./name.ts";
import { quote } from "./quote.ts";

/** A change in one line: "hedge dropped: “reportedly”", "number changed: “1,417” → “1,471”". Words of a source are plain and cut. */
function textChangeInWords({ kind, was, now }: TextChange, m: Messages): string {
  const said = [was, now].flatMap((span) => (span ? [quote(named(span.text, 40), m)] : []));
  return `${m.textChanges[kind]}${said.length ? `${m.colon}${said.join(" → ")}` : ""}`;
}

/** The first change on the way from its parent, and how many more there are; "" for none. */
export function textChangesInWords(textChanges: readonly TextChange[] | undefined, m: Messages): string {
  const first = textChanges?.[0];
  if (!first) return "";
  return `${textChangeInWords(first, m)}${textChanges.length > 1 ? m.brackets(`+${textChanges.length - 1}`) : ""}`;
}
