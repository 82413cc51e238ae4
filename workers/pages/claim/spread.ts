/** How a claim spread, as stacked bars over time: by platform and by stance; the same in a table. */

import {
  instantInWords,
  type LocaleOptions,
  listed,
  type Messages,
  messagesOf,
  platformName,
  timeInWords,
} from "../../../shared/i18n/index.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { type Bucket, periods, type Spread, spreadOf, type Timed } from "../../../shared/timeline/spread.ts";
import { html, type Markup, nothing, source } from "../ui/html.ts";
import { scaleOf } from "../ui/scale.ts";

const LENGTH = { hour: 3_600_000, day: 86_400_000, week: 604_800_000, month: 2_629_800_000 };
/** Bars that can be told apart at 280 px. */
const MAX_BARS = 48;
/** Of so many sightings in a hundred the time may be too wide for a bucket; with more, buckets are made longer. */
const WIDE = 25;
const HEIGHT = 96;
/** Platforms with a colour of their own. */
const MAX_SERIES = 5;
const stancesOf = (m: Messages): [string, string][] => [
  ["support", m.supports],
  ["deny", m.verbs.denies],
  ["query", m.verbs.queries],
  ["comment", m.verbs.comments],
  ["observe", m.onlyReports],
];

/** The shortest buckets of which the span has few enough, made longer only where that places more of many sightings of uncertain time. */
function bucketed(rows: readonly Timed[]): Spread & { by: keyof typeof LENGTH } {
  const starts = rows.flatMap((r) => (r.earliest !== null && r.latest !== null && r.sightings > 0 ? [r.earliest] : []));
  const span = starts.reduce((a, b) => Math.max(a, b), -Infinity) - starts.reduce((a, b) => Math.min(a, b), Infinity);
  const fitting = periods.filter((by) => by === "month" || span / LENGTH[by] <= MAX_BARS);
  const total = sum(rows.map((r) => r.sightings));
  return fitting
    .map((by) => ({ by, ...spreadOf(rows, by, null, null) }))
    .reduce((best, next) => (best.wider * 100 > WIDE * total && next.wider < best.wider ? next : best));
}

interface Series {
  name: string;
  total: number;
  count(bucket: Bucket): number;
}
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

function byPlatform(buckets: readonly Bucket[], m: Messages): Series[] {
  const totals = new Map<string, number>();
  for (const b of buckets) for (const [name, n] of Object.entries(b.platforms)) totals.set(name, (totals.get(name) ?? 0) + n);
  const sorted = [...totals].sort((a, b) => b[1] - a[1]);
  const own = sorted.slice(0, sorted.length > MAX_SERIES + 1 ? MAX_SERIES : MAX_SERIES + 1);
  const rest = sorted.slice(own.length).map(([name]) => name);
  const of = (names: string[]) => (b: Bucket) => sum(names.map((name) => ownProperty(b.platforms, name) ?? 0));
  return [
    ...own.map(([name, total]) => ({ name: platformName(name, m), total, count: of([name]) })),
    ...(rest.length ? [{ name: m.othersCount(rest.length), total: sum(buckets.map(of(rest))), count: of(rest) }] : []),
  ];
}
function byStance(buckets: readonly Bucket[], m: Messages): Series[] {
  return stancesOf(m).flatMap(([stance, name]) => {
    const count = (b: Bucket) => b.stances[stance] ?? 0;
    const total = sum(buckets.map(count));
    return total > 0 ? [{ name, total, count }] : [];
  });
}

const pct = (n: number) => `${Number(n.toFixed(2))}%`;

function chart(title: string, series: Series[], buckets: readonly Bucket[], options: LocaleOptions): Markup {
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

function whenOf({ from, to }: Bucket, by: keyof typeof LENGTH, options: LocaleOptions): string {
  const m = messagesOf(options.lang).spread;
  if (by === "hour") return m.from.hour(instantInWords(from, options));
  const day = (latest: number, precision: "day" | "month") =>
    timeInWords({ value: "", precision, basis: "unknown", earliest: from, latest }, options);
  return by === "month" ? day(to - 1, "month") : (by === "week" ? m.from.week : String)(day(from + LENGTH.day - 1, "day"));
}
const counted = (series: Series[], b: Bucket) => {
  const parts = series.flatMap((s) => (s.count(b) > 0 ? [`${s.name} ${s.count(b)}`] : []));
  return html`${source(parts.join(", "), 200)}`;
};

/** Both charts and their table; nothing when no time is known closely enough. `whole`: the rows are all that there are. */
export function spreadSection(rows: readonly Timed[], whole: boolean, options: LocaleOptions): Markup {
  const m = messagesOf(options.lang);
  const s = m.spread;
  const { by, buckets, wider, undated } = bucketed(rows);
  const per = s.per[by];
  if (buckets.length === 0) return nothing;
  const [platforms, stances] = [byPlatform(buckets, m), byStance(buckets, m)];
  const cell = (label: string, value: unknown) => html`<td role=cell data-l="${label}">${value}</td>`;
  const left = [wider > 0 && s.wider(wider), undated > 0 && s.undated(undated), !whole && s.rest].filter((part) => part !== false);
  return html`<h2>${s.title}</h2>${textures}<div class=charts>${chart(`${s.platform}${m.comma}${per}`, platforms, buckets, options)}${chart(
    `${s.stance}${m.comma}${per}`,
    stances,
    buckets,
    options,
  )}</div>${left.length > 0 && html`<p class=meta>${s.left(listed(left, m))}</p>`}<details class=more><summary>${s.table}</summary><table role=table class=even><caption>${s.caption(per)}</caption><thead role=rowgroup><tr role=row>${[
    m.evidence.when,
    s.sightings,
    s.platform,
    s.stance,
  ].map((name) => html`<th role=columnheader scope=col>${name}</th>`)}</tr></thead><tbody role=rowgroup>${buckets.map(
    (b) =>
      html`<tr role=row>${cell(m.evidence.when, whenOf(b, by, options))}${cell(s.sightings, b.sightings)}${cell(s.platform, counted(platforms, b))}${cell(s.stance, counted(stances, b))}</tr>`,
  )}</tbody></table></details>`;
}
