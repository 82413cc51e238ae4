/** `whence trace CLAIM` prints a timeline in the terminal; `whence watch CLAIM` prints each new event until it is stopped. */
import { setTimeout as sleep } from "node:timers/promises";
import type * as z from "zod";
import { dateInWords, ENGLISH, lagInWords, placeName, timeInWords } from "../../../../shared/i18n/index.ts";
import { unstated } from "../../../../shared/model/time.ts";
import { printed } from "../../../../shared/text/quote-selector.ts";
import { statusInWords, whoOf } from "../../../api/formats/words.ts";
import type { EventOut, TimelineOut } from "../../../api/views/stored.ts";
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { type Colour, count, fit, plain, type Screen, wrap } from "../screen.ts";

type Timeline = z.output<typeof TimelineOut>;
type Event = z.output<typeof EventOut>;

const LANES: { lane: Event["lane"]; name: string; colour: Colour; mark: string; ascii: string; answer: keyof Timeline["answers"] }[] = [
  { lane: "first_known", name: "First known", colour: "magenta", mark: "●", ascii: "o", answer: "firstKnown" },
  { lane: "spread", name: "Spread", colour: "blue", mark: "■", ascii: "#", answer: "spread" },
  { lane: "responses", name: "Responses", colour: "yellow", mark: "◆", ascii: "*", answer: "responses" },
];
/** Columns for the name of a lane. */
const NAME_WIDTH = 13;

const MAX_EVENTS = 1000;

/** All pages of a claim's timeline as one, with at most about MAX_EVENTS events. */
async function timelineOf(id: string, asOf?: string): Promise<Timeline> {
  const page = async (cursor?: string) =>
    (await call<Timeline>("GET /v1/claims/{id}/timeline", { params: { id }, query: { limit: 200, cursor, asOf } })).body;
  const first = await page();
  for (let next = first.next; next !== null && first.events.length < MAX_EVENTS; ) {
    const more = await page(next);
    first.events.push(...more.events);
    next = more.next;
  }
  return first;
}

/** The first and last column that a time may be in, on a line of `width` columns; null for an unknown time. */
function spanOf(published: Event["publishedAt"], start: number, end: number, width: number): [number, number] | null {
  const { earliest, latest } = unstated(published);
  if (earliest === null && latest === null) return null;
  const at = (ms: number) => Math.max(0, Math.min(width - 1, Math.round(((ms - start) / (end - start || 1)) * (width - 1))));
  return [earliest === null ? 0 : at(earliest), latest === null ? width - 1 : at(latest)];
}

function timeStrip(screen: Screen, { events }: Timeline): string[] {
  const bounds = events
    .map((e) => unstated(e.publishedAt))
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((ms) => ms !== null);
  if (bounds.length === 0) return [];
  const start = bounds.reduce((a, b) => Math.min(a, b));
  const end = bounds.reduce((a, b) => Math.max(a, b));
  const width = screen.width - NAME_WIDTH - 1;
  const [line, maybe] = screen.unicode ? ["─", "╌"] : ["-", "~"];
  const lanes = LANES.map(({ lane, name, colour, mark, ascii }) => {
    const cells = new Array<string>(width).fill(line);
    const own = events.filter((e) => e.lane === lane).flatMap((e) => [spanOf(e.publishedAt, start, end, width)]);
    for (const span of own) if (span) cells.fill(maybe, span[0], span[1] + 1);
    for (const span of own) if (span) cells[Math.round((span[0] + span[1]) / 2)] = screen.unicode ? mark : ascii;
    return `${screen.paint(colour, fit(name, NAME_WIDTH))} ${screen.paint(colour, cells.join(""))}`;
  });
  const from = dateInWords(start, "day", ENGLISH);
  const to = dateInWords(end, "day", ENGLISH);
  const scale = from === to ? from : `${from}${" ".repeat(Math.max(1, width - from.length - to.length))}${to}`;
  return [...lanes, `${" ".repeat(NAME_WIDTH + 1)}${screen.paint("dim", fit(scale, width).trimEnd())}`];
}

/** One event in a few lines: lane and time; who did what and where; its words; notes. */
function eventLines(screen: Screen, event: Event, number: number): string[] {
  const lane = LANES.find((l) => l.lane === event.lane) ?? LANES[1];
  const mark = lane ? (screen.unicode ? lane.mark : lane.ascii) : "";
  const response = event.response;
  const who = plain(whoOf(event));
  const where = plain(placeName(event) ?? "");
  const lag = response ? lagInWords(response.lag) : "";
  const notes = [
    event.seen === "reported" && `known from ${plain(event.toldBy?.label ?? "others")}`,
    event.state === "suggested" && "not yet checked",
    event.parent && `from ${plain(event.parent.label ?? "an unknown source")} (${event.parent.type}, ${event.parent.basis})`,
  ].filter(Boolean);
  const words = response?.quotes[0] ?? (event.quote && printed(event.quote)) ?? event.excerpt ?? event.title;
  const head = `${String(number).padStart(3)} ${screen.paint(lane?.colour ?? "dim", mark)} ${screen.paint("bold", timeInWords(unstated(event.publishedAt), ENGLISH))}${lag && screen.paint("cyan", ` ${lag}`)}`;
  const inner = screen.width - 6;
  const line = (t: string, maxLines?: number) => wrap(t, inner, maxLines).map((l) => `      ${l}`);
  return [
    head,
    ...line(`${who} ${event.verb}${where && where !== who ? `, ${where}` : ""}`),
    ...(words ? line(`"${plain(words)}"`, 2) : []),
    ...(notes.length ? line(notes.join("; ")).map((l) => screen.paint("dim", l)) : []),
  ];
}

export const trace: Command = {
  name: "trace",
  usage: "trace CLAIM [--as-of DATE] [--events N]",
  summary: "Prints the timeline of a claim: where it is first known, how it spread, who responded",
  examples: ["trace bridge"],
  options: { "as-of": { type: "string" }, events: { type: "string" } },
  async run(screen, { words, options }) {
    const claim = await claimNamed(words.join(" "));
    const timeline = await timelineOf(claim.id, text(options["as-of"]));
    if (screen.json) {
      screen.out(JSON.stringify(timeline));
      return EXIT.done;
    }
    const shown = Math.max(0, Number(text(options["events"]) ?? 50) || 0);
    for (const line of wrap(`"${timeline.claim.text}"`, screen.width)) screen.out(screen.paint("bold", line));
    const { independence } = timeline;
    const origins = independence.min === independence.max ? `${independence.max}` : `${independence.min} to ${independence.max}`;
    screen.out(screen.paint("cyan", statusInWords(timeline.assessment)));
    const { sightings, responses } = timeline.counts;
    for (const line of wrap(
      `${count(sightings, "sighting", "sightings")}, ${count(responses, "response", "responses")}, ${origins} independent`,
      screen.width,
    ))
      screen.out(screen.paint("dim", line));
    screen.out();
    for (const { name, colour, answer } of LANES)
      for (const [i, line] of wrap(timeline.answers[answer], screen.width - NAME_WIDTH - 1).entries())
        screen.out(`${screen.paint(colour, fit(i === 0 ? name : "", NAME_WIDTH))} ${line}`);
    screen.out();
    for (const line of timeStrip(screen, timeline)) screen.out(line);
    screen.out();
    for (const [i, event] of timeline.events.slice(0, shown).entries())
      for (const line of eventLines(screen, event, i + 1)) screen.out(line);
    if (timeline.events.length > shown)
      screen.out(screen.paint("dim", `${timeline.events.length - shown} more: --events ${timeline.events.length}`));
    return EXIT.done;
  },
};

export const watch: Command = {
  name: "watch",
  usage: "watch CLAIM [--every SECONDS] [--for SECONDS]",
  summary: "Follows a claim: each new event and each change of its status, until Ctrl-C",
  examples: ["watch bridge"],
  options: { every: { type: "string" }, for: { type: "string" } },
  async run(screen, { words, options }) {
    const seconds = (name: string, normal: number) => {
      const value = Number(text(options[name]) ?? normal);
      if (!(value >= 0.1)) throw wrongUse(`--${name} is a number of seconds.`);
      return value * 1000;
    };
    const [every, end] = [seconds("every", 5), Date.now() + seconds("for", 1e9)];
    const claim = await claimNamed(words.join(" "));
    const seen = new Set<string>();
    let word = "";
    for (let first = true; ; first = false) {
      const { events, assessment } = await timelineOf(claim.id);
      const fresh = events.filter((e) => !seen.has(e.id));
      for (const event of fresh) {
        seen.add(event.id);
        if (screen.json) screen.out(JSON.stringify(event));
        else if (!first) for (const line of eventLines(screen, event, seen.size)) screen.out(line);
      }
      if (!screen.json && first)
        screen.out(
          `${screen.paint("bold", claim.text)}\n${statusInWords(assessment)}, ${count(events.length, "event", "events")} so far. Waiting for more.`,
        );
      else if (!screen.json && word !== assessment.word) screen.out(screen.paint("cyan", `Status: ${statusInWords(assessment)}`));
      word = assessment.word;
      if (Date.now() + every > end) return EXIT.done;
      await sleep(every);
    }
  },
};
