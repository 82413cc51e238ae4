/**
 * What the top of a claim's page says of where a rumour came from, beside the annotation: the interval of independent origins (for stories with two
 * or more and with one apart), the first known, and which documents go back to whom: node test/eval/rumours/origins.ts [train dev lang fit measure]
 * [--show 10]. From the texts and the annotated links and stances alone; edges between held documents come on top in the product. "fit" and "measure"
 * are the halves of our own stories, by language; of "measure" only figures are printed.
 */
import { sourceNamesOf } from "../../../shared/edges/attribution.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { range } from "../../../shared/model/time.ts";
import { ANSWER_LANGUAGES } from "../../../shared/read/gates/answer-words.ts";
import { buildTimeline } from "../../../shared/timeline/timeline.ts";
import type { SightingView, Timeline } from "../../../shared/timeline/views.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { answerWordsIn } from "../../support/answer-words.ts";
import { type GoldDocument, type Rumour, rumoursOf, siteOf, storiesOf, words } from "./data.ts";
import { type ReadPage, readAll } from "./links.ts";

const w = await words();
/** All documents have one day, which gives no order, as the scorer sends them. */
const AT = Date.UTC(2026, 2, 2);
const DAY = range(AT, AT + 86_400_000 - 1, "meta");

const wordsOf = ({ document: { lang } }: ReadPage["reading"]) =>
  ANSWER_LANGUAGES.includes(baseLang(lang)) ? answerWordsIn(baseLang(lang)) : null;
function sightingOf({ document, reading }: ReadPage, n: number): SightingView {
  const url = `https://${siteOf(document, n, w)}/${document.ref}`;
  const stance = document.stance === "report" ? "observe" : document.stance;
  const fields = {
    at: AT,
    kind: document.kind ?? "article",
    url,
    title: document.title,
    role: "report",
    stance,
    published: DAY,
    seenAt: AT,
  };
  const named = {
    textId: `t_${document.ref}`,
    family: new URL(url).host,
    author: null,
    sources: sourceNamesOf(reading, url, wordsOf(reading)) ?? [],
  };
  return plainSighting(`s_${document.ref}`, `d_${document.ref}`, { ...fields, ...named } as never);
}
function timelineOf(rumour: Rumour, pages: ReadPage[]): Timeline {
  const sightings = pages.filter(({ document }) => document.about).map(sightingOf);
  const counts = { sightings: sightings.length, responses: 0, platforms: {} };
  const input = { claim: { id: "c", text: rumour.claim }, revision: 1, asOf: null, changedAt: 0, counts, sightings };
  return buildTimeline({ ...input, responses: [], verdicts: [], watched: [] } as never);
}

/** Whether an event is what the annotator says was first. */
function isFirst(timeline: Timeline, eventId: string | undefined, { firstKnown, documents }: Rumour): boolean {
  const event = timeline.events.find(({ id }) => id === eventId);
  const refs = firstKnown?.refs ?? [];
  if (!event) return false;
  if (event.seen === "reported") return w.anyName([event.place, event.author, event.title], firstKnown?.names ?? []);
  const document = documents.find(({ ref }) => `d_${ref}` === event.documentId);
  return document !== undefined && (refs.includes(document.ref) || w.anyName([document.outlet], firstKnown?.names ?? []));
}
/** Whether a document is told to go back to somebody that it has its story from, or to nobody where it names none. */
function isPlaced(document: GoldDocument, name: string | null, { firstKnown }: Rumour): boolean {
  const cites = (document.cites ?? []).map((cite) => cite.name);
  return name === null
    ? cites.length === 0
    : w.anyName([name], cites) || (cites.length === 0 && w.anyName([name], firstKnown?.names ?? []));
}

const tally = () => ({ rumours: 0, right: 0, over: 0, under: 0, width: 0, first: 0, rival: 0 });
/** The rumours of a set, or our stories of a half by language. */
const setsOf = (name: string): [string, Rumour[]][] =>
  name === "fit" || name === "measure"
    ? [...Map.groupBy(storiesOf(name), ({ lang = "" }) => `${name} ${lang.split("-")[0]}`)]
    : [[name, rumoursOf(name)]];
const wanted = process.argv.slice(2).filter((one) => /^(?:train|dev|lang|fit|measure)$/.test(one));
for (const [set, rumours] of wanted.flatMap(setsOf)) {
  const show = process.argv.includes("--show") && !set.startsWith("measure") ? Number(process.argv.at(-1)) : 0;
  // Stories with two or more true origins: those told as the default, one to two, and those told as two or more. Stories with one: what is said
  // falsely.
  const several = { ...tally(), oneToTwo: 0, leastTwo: 0 };
  const [all, one] = [tally(), { rumours: 0, leastTwo: 0, mostThree: 0 }];
  let [placed, documents, shown] = [0, 0, 0];
  for (const [rumour, pages] of Map.groupBy(readAll(rumours, w), (page) => page.rumour)) {
    const timeline = timelineOf(rumour, pages);
    const { min, max } = timeline.independence;
    const truth = rumour.origins ?? { atLeast: 1, atMost: 1 };
    const isRight = min <= truth.atMost && max >= truth.atLeast;
    const first = isFirst(timeline, timeline.firstKnown?.eventId, rumour);
    for (const sum of truth.atLeast > 1 ? [all, several] : [all]) {
      sum.rumours++;
      sum.right += Number(isRight);
      sum.over += Number(min > truth.atMost);
      sum.under += Number(max < truth.atLeast);
      sum.width += max - min;
      sum.first += Number(first);
      sum.rival += Number(first || (timeline.firstKnown?.rivals ?? []).some((id) => isFirst(timeline, id, rumour)));
    }
    if (truth.atLeast > 1) {
      several.oneToTwo += Number(min === 1 && max === 2);
      several.leastTwo += Number(min > 1 && isRight);
    }
    if (truth.atMost === 1) {
      one.rumours++;
      one.leastTwo += Number(min > 1);
      one.mostThree += Number(max > 2);
    }
    const isShown = shown++ < show;
    if (isShown) console.log(`\n${rumour.claim}\n  ${min} to ${max}, annotated ${truth.atLeast} to ${truth.atMost}`);
    const about = pages.filter(({ document }) => document.about).map(({ document }) => document);
    const named = about.map((document) => {
      const event = timeline.events.find(({ documentId }) => documentId === `d_${document.ref}`);
      return {
        document,
        name: event?.parent?.label ?? null,
        said: event?.sources?.find(({ name }) => name === event.parent?.label)?.quote,
      };
    });
    for (const { document, name } of named) placed += Number(isPlaced(document, name, rumour));
    documents += about.length;
    if (!isShown) continue;
    for (const [name, group] of Map.groupBy(named, (one) => one.name)) {
      console.log(`  ${group.length} ${name === null ? "name nobody" : `go back to ${name}`}`);
      for (const { document, said } of group)
        console.log(
          `    ${isPlaced(document, name, rumour) ? "right" : "WRONG"} ${document.ref}: ${(said ?? "").replace(/\s+/g, " ").slice(0, 140)} | annotated: ${(document.cites ?? []).map((cite) => cite.name).join(", ")}`,
        );
    }
  }
  const mean = (all.width / all.rumours).toFixed(2);
  console.log(
    set,
    { ...all, width: mean },
    "two or more true origins",
    several,
    "exactly one",
    one,
    `documents led to the right source: ${placed} of ${documents}`,
  );
}
