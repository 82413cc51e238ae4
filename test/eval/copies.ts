/**
 * Near-copies of made-up texts, changed in known ways: are they found as copies or retellings of the right text, are texts on the same topic
 * left alone, and is what changed named?
 *   node test/eval/copies.ts
 */

import { textChangesBetween } from "../../shared/changes/text-changes.ts";
import { COPY_SIMILARITY } from "../../shared/edges/evidence/near-texts.ts";
import { retold } from "../../shared/edges/evidence/retelling.ts";
import type { Neighbour } from "../../shared/edges/kind.ts";
import { primaryOf, relate } from "../../shared/edges/relate.ts";
import { parseTime, UNKNOWN_TIME } from "../../shared/model/time.ts";
import { fingerprint, nearness } from "../../shared/text/fingerprint.ts";
import { input } from "../shared/edges/input.ts";
import { pairs } from "./copies-texts.ts";

export interface Variant {
  how: string;
  source: number;
  text: string;
  wireCredit: string | null;
  /** The kinds of change that were made, as text changes name them. */
  changes: string[];
}
const sentencesOf = (text: string) => text.split(/(?<=[.])\s+(?=\p{Lu})/u);
const WORDS: [RegExp, string][] = [
  [/\bsay\b/g, "claim"],
  [/\bsays\b/g, "claims"],
  [/\bshow\b/g, "prove"],
  [/\bsigned\b/g, "put her name to"],
  [/\bobjected\b/g, "were against it"],
  [/\bfound\b/g, "discovered"],
  [/\bclosed\b/g, "shut"],
  [/\bwill meet\b/g, "is going to meet"],
  [/\bbrought the ship back\b/g, "towed it back"],
  [/\bwarned\b/g, "alerted"],
  [/\bwrote\b/g, "noted"],
  [/\bcase\b/g, "matter"],
  [/\bNobody was hurt\b/g, "No one was injured"],
  [/\bdeclined to answer\b/g, "did not want to comment"],
];
const HEDGE =
  /\b(?:may have|reportedly|might be|allegedly|is possibly leaking|will probably leave|could close|apparently|supposedly|seem to have found)\b ?/;
const PLAIN: Record<string, string> = {
  "may have": "has",
  "might be": "is",
  "is possibly leaking": "is leaking",
  "will probably leave": "will leave",
  "could close": "will close",
  "seem to have found": "have found",
};
/** Letters swapped within every ninth word, no capitals, no commas. */
const retype = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(",", "")
    .split(" ")
    .map((word, i) => (i % 9 === 4 && /^[a-z]{5,}$/.test(word) ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word))
    .join(" ");

/** Each text of the first column, changed in each of the ways. */
export function variants(): Variant[] {
  return pairs.flatMap(([text], source) => {
    const parts = sentencesOf(text);
    const make = (how: string, changed: string, changes: string[] = [], wireCredit: string | null = null): Variant[] =>
      changed === text && how !== "exact" ? [] : [{ how, source, text: changed, wireCredit, changes }];
    const hedge = HEDGE.exec(text)?.[0] ?? "";
    const number = /\b(\d+)(?=\s\p{L})/u.exec(parts.slice(1).join(" "))?.[1];
    const name =
      /(?:Mayor|Captain|executive|Pharmacist|inspector|Goalkeeper|manager|supervisor|cook,|chemist) (\p{Lu}\p{L}+ \p{Lu}\p{L}+)/u.exec(
        text,
      )?.[1];
    return [
      ...make("exact", text),
      ...make("cut", parts.slice(0, 3).join(" "), ["detail_lost"]),
      ...make("cut to half", parts.slice(0, 2).join(" "), ["detail_lost"]),
      ...make("reordered", [parts[0], parts[2], parts[1], ...parts.slice(3)].join(" ")),
      ...make("retyped", retype(text)),
      ...make("with a comment", `I can hardly believe this. ${text} What do you all think of it?`),
      ...make("hedge dropped", text.replace(hedge, PLAIN[hedge.trim()] ? `${PLAIN[hedge.trim()]} ` : ""), ["hedge_dropped"]),
      ...make(
        "number changed",
        number ? text.replace(new RegExp(`\\b${number}(?=\\s\\p{L})`, "u"), String(Number(number) * 3 + 1)) : text,
        ["number_changed"],
      ),
      ...make("name changed", name ? text.replaceAll(name, "Robin Castell") : text, ["name_changed"]),
      ...make(
        "reworded",
        WORDS.reduce((all, [from, to]) => all.replace(from, to), text),
      ),
      ...make("one sentence and a comment", `So they did it after all! ${parts[0]} Shame on them, what a mess.`, ["detail_lost"]),
      ...make(
        "much changed",
        retype(
          parts
            .slice(0, 3)
            .map((part) => WORDS.reduce((all, [from, to]) => all.replace(from, to), part))
            .join(" ")
            .split(" ")
            .filter((word, i) => i % 7 !== 5 || /\d|\p{Lu}/u.test(word))
            .join(" "),
        ),
        ["detail_lost"],
      ),
      ...make("carried", `LINDHOLM (AP) - ${text}`, [], "AP"),
      ...make(
        "attribution lost",
        text.replace(/^According to [^,]+, (\p{L})/u, (_, first: string) => first.toUpperCase()),
        ["attribution_lost"],
      ),
    ];
  });
}

const neighbourOf = (id: string, day: string, wireCredit: string | null = null): Neighbour => ({
  id,
  seen: "observed",
  url: `https://${id}.example/story`,
  platform: null,
  authorId: null,
  family: `${id}.example`,
  wireCredit,
  lang: "en",
  published: parseTime(day, "meta") ?? UNKNOWN_TIME,
});
const stored = pairs.flatMap(([first, second], i) => [
  { document: neighbourOf(`first-${i}`, "2025-03-01"), text: first, print: fingerprint(first) },
  { document: neighbourOf(`second-${i}`, "2025-03-02"), text: second, print: fingerprint(second) },
]);

/** The edges of a text that comes when all texts of both columns are stored; near texts are those that share a bucket, as in the store. */
export function edgesOf(text: string, wireCredit: string | null) {
  const print = fingerprint(text);
  const related = input({
    document: { ...neighbourOf("own", "2025-03-05", wireCredit), kind: "article", text },
    near: stored
      .filter((one) => one.text !== text || wireCredit !== null || one.document.id.startsWith("first"))
      .filter((one) => one.print?.buckets.some((bucket) => print?.buckets.includes(bucket)))
      .map((one) => ({ ...one, similarity: nearness(one.print?.signature ?? "", print?.signature ?? "") }))
      .filter((one) => one.similarity > 0)
      .map(({ document, similarity, text: other }) => ({
        similarity,
        document,
        retold: similarity < COPY_SIMILARITY ? retold({ text: other, lang: "en" }, { text, lang: "en" }) : null,
      })),
  });
  const edges = relate(related).filter((edge) => edge.childId === "own" && edge.basis === "similarity");
  return { edges, primary: edges[primaryOf(edges)] };
}

/** Precision and recall of edges by kind of change, false edges between texts on one topic, and of the kinds of change. */
export function evaluate() {
  const by = new Map<string, { texts: number; right: number; wrong: number }>();
  const kinds = { made: 0, found: 0, extra: 0 };
  for (const variant of variants()) {
    const row = by.get(variant.how) ?? { texts: 0, right: 0, wrong: 0 };
    const { edges, primary } = edgesOf(variant.text, variant.wireCredit);
    const right = `first-${variant.source}`;
    row.texts++;
    row.right += Number(primary?.parentId === right);
    row.wrong += edges.filter((edge) => edge.parentId !== right).length;
    by.set(variant.how, row);
    const found = new Set(
      textChangesBetween({ text: pairs[variant.source]?.[0] ?? "", lang: "en" }, { text: variant.text, lang: "en" }).map(
        (m) => m.kind as string,
      ),
    );
    kinds.made += variant.changes.length;
    kinds.found += variant.changes.filter((kind) => found.has(kind)).length;
    kinds.extra += [...found].filter((kind) => !variant.changes.includes(kind)).length;
  }
  const topics = pairs.map(([, second]) => retoldBySame(second));
  const rows = [...by.values()];
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const falseEdges = topics.filter(Boolean).length;
  return {
    by: Object.fromEntries(by),
    recall: sum((r) => r.right) / sum((r) => r.texts),
    precision: sum((r) => r.right) / (sum((r) => r.right + r.wrong) + falseEdges),
    falseEdges,
    topics: topics.length,
    kindRecall: kinds.found / kinds.made,
    kindPrecision: kinds.found / (kinds.found + kinds.extra),
  };
}

/** Whether a text on the same topic is taken for a retelling, even when the two are compared. */
function retoldBySame(second: string): boolean {
  const near = stored
    .filter((one) => one.document.id.startsWith("first"))
    .map(({ document, text }) => ({ document, similarity: 0.15, retold: retold({ text, lang: "en" }, { text: second, lang: "en" }) }));
  const base = edgesOf(second, null);
  const compared = relate(input({ document: { ...neighbourOf("own", "2025-03-05"), kind: "article", text: second }, near }));
  return base.edges.some((edge) => edge.parentId?.startsWith("first")) || compared.some((edge) => edge.basis === "similarity");
}

if (import.meta.main) {
  const { by, ...all } = evaluate();
  for (const [how, row] of Object.entries(by)) console.log(JSON.stringify({ eval: "copies", how, ...row }));
  console.log(JSON.stringify({ eval: "copies", ...all }));
}
