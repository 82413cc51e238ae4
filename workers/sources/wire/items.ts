/**
 * Finds where the items of a feed begin and end. Each is then parsed alone, so that a broken one (an open CDATA, a lost quotation mark, a missing end
 * tag) does not damage others, and a feed that ends early still gives its complete items.
 */

interface Slices {
  /** The XML outside of the items. */
  rest: string;
  items: string[];
  /** Number of items without an end. */
  cut: number;
}

interface Mark {
  at: number;
  end: number;
  kind: "<!--" | "-->" | "<![CDATA[" | "]]>" | "open" | "close";
  /** For an item: its tag with the prefix, lower case. */
  tag: string;
}

const MARKS = /<!--|-->|<!\[CDATA\[|\]\]>|<(\/?)((?:[a-z_][\w.-]{0,40}:)?(?:item|entry))(?=[\s>/])/gi;

function marksOf(xml: string): Mark[] {
  return [...xml.matchAll(MARKS)].map((match) => {
    const [whole, slash, tag] = match;
    const tagKind = slash ? "close" : "open";
    return {
      at: match.index,
      end: match.index + whole.length,
      kind: tag ? tagKind : (whole.toUpperCase() as Mark["kind"]),
      tag: tag?.toLowerCase() ?? "",
    };
  });
}

/** For each mark, the next mark of a kind after it; marks.length if there is none. */
function nextOf(marks: Mark[], kind: Mark["kind"]): number[] {
  const next = new Array<number>(marks.length + 1).fill(marks.length);
  for (let i = marks.length - 1; i >= 0; i--) next[i] = marks[i + 1]?.kind === kind ? i + 1 : (next[i + 1] ?? marks.length);
  return next;
}

/** Cuts a feed into its items and the rest. Linear. */
export function sliceItems(xml: string): Slices {
  const marks = marksOf(xml);
  const next = {
    "<!--": nextOf(marks, "<!--"),
    "-->": nextOf(marks, "-->"),
    "<![CDATA[": nextOf(marks, "<![CDATA["),
    "]]>": nextOf(marks, "]]>"),
  };
  /** The mark that ends the comment or CDATA at `i`; `i` itself if another one like it begins first. */
  const pastOf = (i: number): number => {
    const kind = marks[i]?.kind;
    if (kind !== "<!--" && kind !== "<![CDATA[") return i;
    const end = next[kind === "<!--" ? "-->" : "]]>"][i] ?? marks.length;
    return end < marks.length && end < (next[kind][i] ?? marks.length) ? end : i;
  };
  const out: Slices = { rest: "", items: [], cut: 0 };
  const rest: string[] = [];
  let from = 0;
  for (let i = 0; i < marks.length; i++) {
    i = pastOf(i);
    const opening = marks[i] as Mark;
    if (opening.kind !== "open" || opening.at < from) continue;
    let k = i + 1;
    for (; k < marks.length; k++) {
      k = pastOf(k);
      const mark = marks[k] as Mark;
      if (mark.tag === opening.tag) break;
    }
    rest.push(xml.slice(from, opening.at));
    const closing = marks[k];
    if (!closing) {
      // The item has no end: what follows may not belong to it, so it counts as cut. An empty tag is complete.
      if (/^[^<>]{0,2000}\/>/.test(xml.slice(opening.end, opening.end + 2002))) out.items.push(xml.slice(opening.at));
      else out.cut++;
      from = xml.length;
      break;
    }
    const end = closing.kind === "close" ? xml.indexOf(">", closing.end) : closing.at - 1;
    from = end < 0 ? xml.length : end + 1;
    out.items.push(xml.slice(opening.at, from));
    // If the next item opens before this one ends, the loop goes on with it.
    i = closing.kind === "close" ? k : k - 1;
  }
  rest.push(xml.slice(from));
  out.rest = rest.join("");
  return out;
}
