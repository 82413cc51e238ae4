/**
 * Everybody whom reading names: node test/eval/rumours/named.ts [train dev lang] [--all]. Once each with the count, the sets and a passage: parties
 * of responses that are suggested, names that documents may have their story from, authors of claims, and who published what is reported. Read them
 * by eye.
 */
import { sourceNamesOf } from "../../../shared/edges/attribution.ts";
import type { Party } from "../../../shared/model/party.ts";
import { canBeJudged, likelyResponses } from "../../../shared/read/gates/answers.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { rumoursOf, siteOf, words } from "./data.ts";
import { readAll } from "./links.ts";

const w = await words();
const english = answerWordsIn("en");
/** Below this a name is in no passage that a page shows. */
const SHOWN = 0.1;
const found = new Map<string, Map<string, { count: number; sets: Set<string>; said: string }>>();
function tell(what: string, name: string, set: string, passage: string): void {
  const list = found.get(what) ?? new Map();
  found.set(what, list);
  const known = list.get(name) ?? { count: 0, sets: new Set<string>(), said: passage.replace(/\s+/g, " ").slice(0, 160) };
  known.count++;
  known.sets.add(set);
  list.set(name, known);
}
const shown = ({ kind, name, description, role, affiliation }: Party) =>
  name !== null
    ? `${name} <${kind}>${role ? ` ${role}` : ""}${affiliation ? ` @${affiliation}` : ""}`
    : `(${description ?? ""}) <${kind}>${affiliation ? ` @${affiliation}` : ""}`;

for (const set of process.argv.slice(2).filter((one) => /^(?:train|dev|lang)$/.test(one))) {
  let n = 0;
  for (const { rumour, document, reading } of readAll(rumoursOf(set), w)) {
    const url = `https://${siteOf(document, ++n, w)}/${document.ref}`;
    const judged =
      document.about && canBeJudged(reading, document.kind ?? "article")
        ? likelyResponses({ reading, kind: "article", claims: [rumour.claim] }, english)
        : [];
    for (const { response } of judged) tell("response", shown(response.actor), set, response.passage.text);
    for (const { actor, passage } of reading.responses) tell("response by rule", shown(actor), set, passage.text);
    for (const { name, confidence, quote } of sourceNamesOf(reading, url) ?? []) if (confidence >= SHOWN) tell("source", name, set, quote);
    for (const { attributedTo, quote } of reading.claims) if (attributedTo) tell("claim's author", shown(attributedTo), set, quote.text);
    for (const { actor, place, passage } of reading.reported) tell("reported", `${shown(actor)} at ${place}`, set, passage.text);
    if (process.argv.includes("--all"))
      for (const { speaker, content } of reading.statements)
        if (speaker) tell("speaker", shown(speaker.party), set, `${speaker.text} … ${content.text}`);
  }
}
for (const [what, list] of found) {
  console.log(`\n${what}: ${list.size} names, ${[...list.values()].reduce((sum, { count }) => sum + count, 0)} in all`);
  for (const [name, { count, sets, said }] of [...list].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${count}\t${[...sets].join()}\t${name}\t| ${said}`);
}
