/** How a claim spread, as stacked bars over time: by platform and by stance; the same in a table. */
import { type Bucket, periods, type Spread, spreadOf, type Timed } from "../../shared/graph/spread.ts";
import { instantInWords, listed, messagesOf, platformName, plural, type SayOptions, timeInWords } from "../../shared/say.ts";
import { html, type Markup, nothing, source } from "./html.ts";
import { scaleOf } from "./scale.ts";

const LENGTH = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_629_800_000 };
/** Bars that can be told apart at 280 px. */
const MAX_BARS = 48;
/** Of so many sightings in a hundred the time may be too wide for a bucket; with more, buckets are made longer. */
const WIDE = 25;
const HEIGHT = 96;
/** Platforms with a colour of their own. */
const MAX_SERIES = 5;
const STANCES: [string, string][] = [
  ["support", "supports it"],
  ["deny", "denies it"],
  ["query", "asks about it"],
  ["comment", "comments"],
  ["observe", "only reports it"],
];

/** The shortest buckets of which the span has few enough, and into which most sightings fall for sure. */
function bucketed(rows: readonly Timed[]): Spread & { by: keyof typeof LENGTH } {
  const starts = rows.flatMap((r) => (r.earliest !== null && r.latest !== null && r.sightings > 0 ? [r.earliest] : []));
  const span = starts.reduce((a, b) => Math.max(a, b), -Infinity) - starts.reduce((a, b) => Math.min(a, b), Infinity);
  for (const by of periods) {
    if (span / LENGTH[by] > MAX_BARS && by !== "month") continue;
    const found = spreadOf(rows, by, null, null);
    const placed = found.buckets.reduce((sum, b) => sum + b.sightings, 0);
    if (found.wider * 100 <= WIDE * (placed + found.wider) || by === "month") return { by, ...found };
  }
  return { by: "month", ...spreadOf(rows, "month", null, null) };
}

interface Series {
  name: string;
  total: number;
  count(bucket: Bucket): number;
}
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

function byPlatform(buckets: readonly Bucket[]): Series[] {
  const totals = new Map<string, number>();
  for (const b of buckets) for (const [name, n] of Object.entries(b.platforms)) totals.set(name, (totals.get(name) ?? 0) + n);
  const sorted = [...totals].sort((a, b) => b[1] - a[1]);
  const own = sorted.slice(0, sorted.length > MAX_SERIES + 1 ? MAX_SERIES : MAX_SERIES + 1);
  const rest = sorted.slice(own.length).map(([name]) => name);
  const of = (names: string[]) => (b: Bucket) =>
    sum(names.map((name) => (Object.hasOwn(b.platforms, name) ? (b.platforms[name] ?? 0) : 0)));
  return [
    ...own.map(([name, total]) => ({ name: platformName(name), total, count: of([name]) })),
    ...(rest.length ? [{ name: plural(rest.length, "other"), total: sum(buckets.map(of(rest))), count: of(rest) }] : []),
  ];
}
function byStance(buckets: readonly Bucket[]): Series[] {
  return STANCES.flatMap(([stance, name]) => {
    const count = (b: Bucket) => b.stances[stance] ?? 0;
    const total = sum(buckets.map(count));
    return total > 0 ? [{ name, total, count }] : [];
  });
}

const pct = (n: number) => `${Number(n.toFixed(2))}%`;

function chart(title: string, series: Series[], buckets: readonly Bucket[], options: SayOptions): Markup {
  const last = buckets.at(-1);
  const scale = last && scaleOf([{ earliest: buckets[0]?.from ?? null, latest: last.to }], options);
  if (!scale || !last) return nothing;
  const most = Math.max(...buckets.map((b) => b.sightings));
  const bars = buckets.map((b) => {
    const [x, end] = [scale.at(b.from), scale.at(b.to)];
    let y = HEIGHT + 16;
    return html`${series.map((s, i) => {
      const height = (s.count(b) / most) * HEIGHT;
      y -= height;
      return (
        height > 0 &&
        html`<rect class="p${i}" x=${pct(x + (end - x) * 0.05)} y=${Number(y.toFixed(1))} width=${pct((end - x) * 0.9)} height=${Number(Math.max(1, height - 1).toFixed(1))} />`
      );
    })}`;
  });
  return html`<figure class=chart><figcaption><b>${title}</b> ${series.map(
    (s, i) => html`<span><svg aria-hidden=true><rect class="p${i}" width=11 height=11 /></svg>${source(s.name, 40)} ${s.total}</span> `,
  )}</figcaption><svg aria-hidden=true height=${HEIGHT + 34}><text x=0 y=11>${most}</text><line class=g x1=0 x2=100% y1=15.5 y2=15.5 /><line class=g x1=0 x2=100% y1=${HEIGHT + 16.5} y2=${HEIGHT + 16.5} />${bars}${scale.ticks.map(
    (t) => html`<text x=${pct(t.at)} y=${HEIGHT + 31} text-anchor=${t.at < 8 ? "start" : t.at > 92 ? "end" : "middle"}>${t.label}</text>`,
  )}</svg></figure>`;
}

/** Hatchings for every second series: what differs in colour differs in texture too. */
const textures = html`<svg width=0 height=0 aria-hidden=true class=defs><defs>${["one", "two", "three"].map(
  (css, i) =>
    html`<pattern id="t${i}" class="${css}" width=4 height=4 patternUnits=userSpaceOnUse patternTransform="rotate(${[45, -45, 90][i]})"><rect width=4 height=4 class=tb /><line x1=0 x2=0 y1=0 y2=4 stroke=currentColor stroke-width=3.4 /></pattern>`,
)}</defs></svg>`;

function whenOf({ from, to }: Bucket, by: keyof typeof LENGTH, options: SayOptions): string {
  if (by === "hour") return `hour from ${instantInWords(from, options)}`;
  const day = (latest: number, precision: "day" | "month") =>
    timeInWords({ value: "", precision, basis: "unknown", earliest: from, latest }, options);
  return by === "month" ? day(to - 1, "month") : `${by === "week" ? "week from " : ""}${day(from + LENGTH.day - 1, "day")}`;
}
const counted = (series: Series[], b: Bucket) => {
  const parts = series.flatMap((s) => (s.count(b) > 0 ? [`${s.name} ${s.count(b)}`] : []));
  return html`${source(parts.join(", "), 200)}`;
};

/** Both charts and their table; nothing when no time is known closely enough. `whole`: the rows are all that there are. */
export function spreadSection(rows: readonly Timed[], whole: boolean, options: SayOptions): Markup {
  const { by, buckets, wider, undated } = bucketed(rows);
  if (buckets.length === 0) return nothing;
  const [platforms, stances] = [byPlatform(buckets), byStance(buckets)];
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  const left = [
    wider > 0 && `${plural(wider, "sighting")} whose time is known less closely than to one ${by}`,
    undated > 0 && `${plural(undated, "sighting")} without a time`,
    !whole && "what came after the last bar",
  ].filter((part) => part !== false);
  return html`<h2>How it spread</h2>${textures}<div class=charts>${chart(`By platform, per ${by}`, platforms, buckets, options)}${chart(
    `By stance, per ${by}`,
    stances,
    buckets,
    options,
  )}</div>${left.length > 0 && html`<p class=meta>Not in the bars: ${listed(left, messagesOf(options.lang))}.</p>`}<details class=more><summary>The bars as a table</summary><table role=table class=even><caption>Sightings per ${by}, in UTC</caption><thead role=rowgroup><tr role=row>${[
    "When",
    "Sightings",
    "Platforms",
    "Stances",
  ].map((name) => html`<th role=columnheader scope=col>${name}</th>`)}</tr></thead><tbody role=rowgroup>${buckets.map(
    (b) =>
      html`<tr role=row>${cell("When", whenOf(b, by, options))}${cell("Sightings", b.sightings)}${cell("Platforms", counted(platforms, b))}${cell("Stances", counted(stances, b))}</tr>`,
  )}</tbody></table></details>`;
}
