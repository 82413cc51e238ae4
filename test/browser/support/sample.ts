/** Timelines in our own words for the tests of pages: the worked example, long ones, hostile ones. */
import type { ResponseType } from "../../../shared/model/response.ts";
import { type PublishedTime, parseTime, range, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { actsOf } from "../../../shared/timeline/acts.ts";
import type { Timeline, TimelineEvent } from "../../../shared/timeline/views.ts";
import { plainSighting } from "../../fixtures/sighting.ts";

export const id = (prefix: string, n: number) => prefix + String(n).padStart(26, "0");
export const when = (value: string, basis: PublishedTime["basis"] = "platform") => parseTime(value, basis) ?? UNKNOWN_TIME;

/** An event of the spread lane on X, changed by `change`. */
export function event(n: number, change: Partial<TimelineEvent> = {}): TimelineEvent {
  const made = plainSighting(id("s", n), id("d", n), {
    at: Date.UTC(2025, 3, 6) + n * 60_000,
    seenAt: Date.UTC(2025, 3, 8, 14),
    published: when("2025-04-06T05:40:00Z"),
    platform: "x",
    url: `https://x.com/someone/status/19090000000000000${String(n).padStart(2, "0")}`,
    author: "@someone",
  });
  return { ...made, lane: "spread", response: null, ...change };
}

function response(n: number, type: ResponseType, name: string, change: Partial<TimelineEvent> = {}, quotes: string[] = []): TimelineEvent {
  const made = event(n, { role: "respond", lane: "responses", stance: "deny", author: name, ...change });
  const actor = { kind: "person" as const, name, description: null, role: "VP of generative AI", affiliation: "Meta" };
  made.response = {
    id: made.id,
    at: made.at,
    type,
    actor,
    standing: "subject",
    quotes,
    seen: made.seen,
    state: made.state,
    published: made.published,
    documentId: made.documentId,
    toldBy: made.toldBy,
    url: made.url,
    lag: { low: null, high: 3 * 86_400_000 },
  };
  return made;
}

const neowin = { documentId: id("d", 9), label: "neowin.net" };
export const quote = (exact: string) => ({ exact, prefix: "", suffix: "" });

const WHISTLEBLOWER = {
  kind: "anonymous" as const,
  name: null,
  description: "supposed Meta whistleblower",
  role: null,
  affiliation: null,
};
/** The story that Whence started from, retold in our own words. */
const EVENTS: TimelineEvent[] = [
  event(1, {
    lane: "first_known",
    seen: "reported",
    seenAt: null,
    published: range(null, Date.UTC(2025, 3, 8), "text"),
    platform: null,
    place: "a Chinese website",
    url: null,
    author: null,
    attributedTo: WHISTLEBLOWER,
    lang: "zh",
    translated: true,
    quote: quote("After repeated training, the performance of the internal model still falls short"),
    toldBy: neowin,
  }),
  event(2, {
    published: when("2025-04-06T05:40:12Z", "id"),
    author: "@translator",
    quote: quote("A post from inside says test sets went into post-training. My translation below."),
    parent: { documentId: id("d", 1), label: "Supposed Meta whistleblower", type: "translation", basis: "similarity", confidence: 0.71 },
  }),
  event(3, {
    published: when("2025-04-06T18:02:00Z", "jsonld"),
    platform: "reddit",
    url: "https://www.reddit.com/r/example/comments/abc/serious_issues/",
    author: "u/reader",
    certainty: "uncertain",
    hedges: ["allegedly"],
    quote: quote("Serious issues in how the new model was trained, allegedly"),
    parent: {
      documentId: id("d", 2),
      label: "@translator",
      type: "citation",
      basis: "link",
      confidence: 1,
      textChanges: [
        { kind: "hedge_added", was: null, now: { text: "allegedly", start: 49, end: 58 } },
        { kind: "detail_lost", was: { text: "My translation below", start: 58, end: 78 }, now: null },
      ],
    },
  }),
  event(4, {
    published: when("2025-04-06T20:15:00Z", "id"),
    author: "@measure",
    stance: "query",
    availability: { present: Date.UTC(2025, 3, 9), absent: Date.UTC(2025, 3, 10), gone: Date.UTC(2025, 3, 11) },
    quote: quote("Can anybody else reproduce the scores with the public weights?"),
    method: "lexical-1",
    score: 0.93,
    state: "suggested",
  }),
  event(5, {
    published: when("2025-04-07", "text"),
    seen: "reported",
    platform: "x",
    url: null,
    author: null,
    toldBy: neowin,
    quote: null,
    excerpt: null,
  }),
  response(
    6,
    "denial",
    "Ahmad Al-Dahle",
    { published: when("2025-04-07T17:49:31.484Z", "id"), url: "https://x.com/Ahmad_Al_Dahle/status/1909302532306092107" },
    ["simply not true", "would never do that"],
  ),
  response(7, "explanation", "Ahmad Al-Dahle", { published: when("2025-04-07T17:49:31.484Z", "id"), stance: "comment" }, [
    "mixed quality",
    "dialed in",
  ]),
  event(8, {
    published: when("2025-04-08", "human"),
    kind: "comment",
    platform: "hackernews",
    url: "https://news.ycombinator.com/item?id=43600000",
    author: "passerby",
    quote: quote("So they did train on the tests after all"),
    parent: { documentId: null, label: null, type: "attribution", basis: "stated", confidence: 0.6 },
  }),
  event(9, {
    published: when("2025-04-08", "human"),
    kind: "article",
    platform: null,
    url: "https://www.neowin.net/news/meta-pushes-back/",
    author: "neowin.net",
    role: "report",
    stance: "observe",
    certainty: "uncertain",
    hedges: ["rumors", "reportedly"],
    availability: {
      corrected: Date.UTC(2025, 3, 10),
      archived: {
        at: Date.UTC(2025, 3, 8, 20),
        url: "https://web.archive.org/web/20250408200000/https://www.neowin.net/news/meta/",
        textId: "tx",
      },
    },
    title: "Meta pushes back on benchmark allegations",
    parent: { documentId: id("d", 1), label: "Supposed Meta whistleblower", type: "quote", basis: "stated", confidence: 0.9 },
  }),
];

/** Those nine events as a timeline. */
export function sampleTimeline(): Timeline {
  return {
    claim: {
      id: id("c", 1),
      ref: "example",
      text: "Meta trained Llama 4 on benchmark test sets",
      lang: "en",
      phrasings: [],
      status: "open",
      visibility: "public",
      subject: "Meta",
      createdAt: Date.UTC(2025, 3, 8, 14),
    },
    revision: 3,
    asOf: null,
    changedAt: Date.UTC(2025, 3, 8, 14, 5),
    assessment: { word: "denied", eventIds: [id("s", 6)] },
    verdicts: [],
    firstKnown: { eventId: id("s", 1), basis: "text", rivals: [] },
    firstResponse: { eventId: id("s", 6), lag: { low: null, high: 2.6 * 86_400_000 } },
    counts: { sightings: 9, responses: 2, platforms: { x: 5, reddit: 1, hackernews: 1 } },
    independence: {
      min: 1,
      max: 3,
      of: 7,
      reasons: [
        {
          documentIds: [id("d", 1), id("d", 2), id("d", 9)],
          more: 0,
          derived: 2,
          cause: { kind: "reportingDocument", name: "neowin.net" },
        },
      ],
    },
    unawareRepeats: [id("s", 8)],
    uptake: { later: 1, aware: 0, unaware: 1 },
    afterDenial: { later: 1, repeats: 1, carries: 0, disputes: 0, asks: 0 },
    acts: actsOf(
      EVENTS.flatMap((event) => event.response ?? []),
      () => undefined,
    ).map((act) => ({ ...act, lag: null })),
    threads: [],
    coverage: {
      watched: [{ name: "neowin.net", since: Date.UTC(2025, 3, 8, 14) }],
      unseen: [{ kind: "firstUnseen", reportedBy: "neowin.net" }],
    },
    events: structuredClone(EVENTS),
  };
}

/** Words that do not compress better than news does: drawn by a fixed linear congruence. */
const WORDS =
  "the model was trained on test sets and people say that it ranks higher than it should because somebody inside wrote about pressure from above while others could not repeat what they had seen on the public board after release weights license context window scores quality week change answer question forum thread post reply moderator evidence screenshot engineer paper report press desk editor claim origin spread rumour doubt confirm deny later before today yesterday morning evening".split(
    " ",
  );

/** `n` events over two weeks, with texts, authors and addresses of their own. */
export function longTimeline(n: number): Timeline {
  let state = 7;
  const next = (max: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * max);
  };
  const sentence = (words: number) => Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(" ");
  const base = sampleTimeline();
  const start = Date.UTC(2025, 3, 5);
  const times = Array.from({ length: n }, () => start + next(14 * 86_400_000)).sort((a, b) => a - b);
  const events = times.map((ms, i) => {
    const [reddit, news] = [i % 5 === 1, i % 7 === 2];
    return event(i + 1, {
      at: ms,
      documentId: id("d", i + 1),
      published: when(i % 9 === 4 ? new Date(ms).toISOString().slice(0, 10) : new Date(ms).toISOString()),
      platform: news ? null : reddit ? "reddit" : "x",
      kind: news ? "article" : "post",
      author: `@${WORDS[next(WORDS.length)]}_${next(10_000)}`,
      url: news
        ? `https://www.${WORDS[next(WORDS.length)]}-news.example/2025/04/${sentence(4).replaceAll(" ", "-")}`
        : reddit
          ? `https://www.reddit.com/r/example/comments/${next(1e9).toString(36)}/${sentence(3).replaceAll(" ", "_")}/`
          : `https://x.com/someone/status/19${next(1e9)}${next(1e8)}`,
      quote: quote(sentence(10 + next(12))),
      lane: i === 0 ? "first_known" : i % 50 === 49 ? "responses" : "spread",
      hedges: i % 11 === 3 ? ["reportedly"] : [],
      method: i % 3 === 0 ? "lexical-1" : "person",
      state: i % 3 === 0 ? "suggested" : "confirmed",
      parent:
        i > 0 && i % 2 === 0
          ? {
              documentId: id("d", next(i) + 1),
              label: "@someone",
              type: "copy",
              basis: "similarity",
              confidence: 0.8,
              ...(i % 10 === 0
                ? { textChanges: [{ kind: "hedge_dropped", was: { text: "reportedly", start: 0, end: 10 }, now: null }] }
                : {}),
            }
          : null,
    });
  });
  return {
    ...base,
    events,
    firstKnown: { eventId: events[0]?.id ?? "", basis: "id", rivals: [] },
    firstResponse: null,
    counts: { sightings: n, responses: 0, platforms: { x: n } },
    unawareRepeats: [],
    uptake: null,
    afterDenial: null,
    acts: [],
    threads: [],
  };
}
