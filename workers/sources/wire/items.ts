/**
 * Where the items of a feed begin and end. Each is then parsed by itself, so that a broken one (an open CDATA, a lost quotation mark, a
 * missing end tag) takes none of its neighbours with it, and a feed that ends early gives what is whole.
 */

interface Slices {
  /** What stands around the items. */
  rest: string;
  items: string[];
  /** Items that began and did not end. */
  cut: number;
}

interface Mark {
  at: number;
  end: number;
  kind: "<!--" | "-->" | "<![CDATA[" | "]]>" | "open" | "close";
  /** Of an item: its tag with the prefix, lower case. */
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

/** For each mark, the next one of a kind behind it; marks.length where there is none. */
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
  /** The mark that ends what begins at `i`, or `i` itself when that is not ended before another like it begins. */
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
      // The rest of it may be the item or what followed it: it is not known to be whole. An empty tag is.
      if (/^[^<>]{0,2000}\/>/.test(xml.slice(opening.end, opening.end + 2002))) out.items.push(xml.slice(opening.at));
      else out.cut++;
      from = xml.length;
      break;
    }
    const end = closing.kind === "close" ? xml.indexOf(">", closing.end) : closing.at - 1;
    from = end < 0 ? xml.length : end + 1;
    out.items.push(xml.slice(opening.at, from));
    // A next item that opens without this one's end is looked at again.
    i = closing.kind === "close" ? k : k - 1;
  }
  rest.push(xml.slice(from));
  out.rest = rest.join("");
  return out;
}
