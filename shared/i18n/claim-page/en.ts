/** What the claim page says, in English. Its type is the contract of all languages. Sentences are whole: no language joins fragments. */
import { type ResponseType, responseTypes } from "../../model/response.ts";
import type { TextChangeKind } from "../../model/text-change.ts";
import { counter, type Mix } from "../plural.ts";
import { documents, type Turn } from "../story/en.ts";

const of = counter("en");

/** "goes", "seem to go": what a number of documents does, surely or not. */
function goesBack(n: number, sure: boolean): string {
  if (sure) return n === 1 ? "goes" : "go";
  return n === 1 ? "seems to go" : "seem to go";
}

export const en = {
  frame: { claims: "Claims", how: "How it works", follow: "Follow", embed: "Embed", data: "Data", site: "Site", story: "This story" },
  contents: {
    title: "On this page",
    answer: "The response",
    answers: "The responses",
    who: "Who got it from whom",
    where: "Where it spread",
    changes: "What changed",
    sources: "How many sources",
    all: (n: number) => `All ${n}`,
  },
  places: { news: "News", web: "Web" },
  documents,

  answers: {
    /** `lag`: how long after it was first known, as story rows say it. */
    denied: (party: string, lag: string) => `${party} denied it${lag && ` ${lag}`}`,
    deniedAndAfter: (party: string, lag: string, without: number, later: number) =>
      `${party} denied it${lag ? ` after ${lag}` : ""}; ${without === later ? `all ${later}` : `${without} of the ${later}`} after that ${without === 1 ? "leaves" : "leave"} it out`,
    sub: "Each card is one response, however many posts and articles report it. Each sheet is one report.",
    notSeen: "Not seen so far",
    noOther: "No independent confirmation or refutation has been found and checked",
    noFactCheck: "No fact check and no ruling by others is known to us.",
    ratingType: "Rating",
    rates: (rating: string) => `Rates it ${rating}: its rating, not ours`,
    types: Object.fromEntries(Object.entries(responseTypes).map(([type, { label }]) => [type, label])) as Record<ResponseType, string>,
    own: { statement: "Its own statement", post: "Its own post", page: "Its own page" },
    toldIn: (n: number, mix: Mix) => `Reported in ${documents(n, mix)}`,
    alsoTold: (n: number) => `also reported in ${of(n, "other", "others")}`,
    checked: "✓ Checked by an editor.",
    unchecked: "Not yet checked.",
    users: (n: number, first: string) =>
      n === 1 ? `One user disputed it in a post: ${first}.` : `${n} users disputed it in posts of their own, the first of them: ${first}.`,
    articles: (n: number, first: string) =>
      n === 1
        ? `One article disputes it or reports a denial: ${first}.`
        : `${n} articles dispute it or report a denial, the first of them: ${first}.`,
  },

  who: {
    title: (n: number, all: number, root: string, sure: boolean) =>
      `${n === all ? `All ${n}` : `${n} of the ${all}`} ${goesBack(n, sure)} back to ${root}`,
    sub: "The largest group first. Indented: taken from the line above. Dashed: likely. Each tick is a post or article at its time.",
    subDenial: (turn: Turn) => `The line across is ${turn.it}.`,
    columns: { who: "Who, where, when", had: "got it from here" },
    likelyFrom: (who: string) => `likely from ${who}`,
    possiblyFrom: (who: string) => `possibly from ${who}`,
    from: (who: string) => `from ${who}`,
    rest: (n: number) => of(n, "other", "others"),
    restSub: "in smaller groups, or whose source is not known",
  },

  where: {
    title: (platforms: number, lag: string) =>
      lag ? `On ${of(platforms, "platform", "platforms")} within ${lag}` : `On ${of(platforms, "platform", "platforms")}`,
    titleNews: (platforms: number, lag: string, newsLag: string) =>
      lag && newsLag
        ? `On ${of(platforms, "platform", "platforms")} within ${lag}, in the news within ${newsLag}`
        : `On ${of(platforms, "platform", "platforms")} and in the news`,
    sub: "In the order of arrival. Same scale in each row; below the line: what carries a response or disputes the claim.",
    first: (t: string) => `first ${t}`,
  },

  changes: {
    dropped: (words: string, n: number) => `${words} ${n === 1 ? "was" : "were"} dropped on the way`,
    added: (words: string, n: number) => `${words} ${n === 1 ? "was" : "were"} added on the way`,
    title: "The wording changed on the way",
    sub: "What differs between a text and the one it was taken from. Struck through: removed. Highlighted: added.",
    sums: {
      hedge_dropped: (n: number) => `in ${of(n, "place", "places")} a word of doubt was dropped`,
      hedge_added: (n: number) => `in ${of(n, "place", "places")} one was added`,
      number_changed: (n: number) => `${of(n, "number", "numbers")} changed`,
      unit_changed: (n: number) => `${of(n, "unit", "units")} changed`,
      name_changed: (n: number) => `${of(n, "name", "names")} changed`,
      attribution_lost: (n: number) => `${n} left out who said it`,
      negation_flipped: (n: number) => `${n} turned it into its opposite`,
      detail_lost: (n: number) => `${n} lost a detail`,
      translated: (n: number) => `${of(n, "is a translation", "are translations")}`,
    } satisfies Record<TextChangeKind, (n: number) => string>,
    became: "became",
    takers: (n: number) => `${of(n, "other", "others")} got it from there.`,
    readByMachine: "Read by machine, not yet checked.",
    kinds: {
      hedge_dropped: "A word of doubt is gone.",
      hedge_added: "A word of doubt is new.",
      number_changed: "A number changed.",
      unit_changed: "A unit changed.",
      name_changed: "A name changed.",
      attribution_lost: "It no longer says who said so.",
      negation_flipped: "It says the opposite.",
      detail_lost: "A detail is gone.",
      translated: "A translation.",
    } satisfies Record<TextChangeKind, string>,
    all: (n: number) => `All ${n} changes`,
  },

  sources: {
    /** `likely`: for some of them nothing but a text's words says so, or not even these. */
    title: (what: string, min: number, max: number, likely: boolean) =>
      `${what}, ${likely ? "apparently " : ""}from ${min === max ? of(max, "source", "sources") : `${min} to ${max} sources`}`,
    unknown: (what: string) => `${what}; the number of sources is not known`,
    sub: "A source counts once, however many repeat it. Each square is a post or article beside the one that it goes back to (the dot): dark where a platform, a link or the text says so, light where it is only likely.",
    /** In place of it where no group is shown. */
    none: "Where any of them came from is not known. Those that show no source may share one with others.",
    each: (n: number) => `Each square stands for ${n}.`,
    /** After the number; the name is markup. */
    from: "from",
    others: (n: number) =>
      `${of(n, "more is", "more are")} in smaller groups or on ${n === 1 ? "its" : "their"} own; where ${n === 1 ? "it" : "they"} came from is mostly not known.`,
    /** Below more named sources than count. */
    fewer:
      "There are more names than sources: a name that only one post or article gives does not count by itself, and names that one text gives together count as one.",
    why: "Why they count as one",
  },

  all: {
    title: (what: string) => `All ${what}`,
    titleQuotes: (n: number) => (n === 1 ? "The one post or article, with its quote" : `All ${n}, with quotes`),
    sub: (zone: string) => `Oldest first. Times in ${zone}.`,
    filters: "Filter",
    everything: "All",
    stands: { says: "Says it", asks: "Asks or mentions it", answers: "Responds or disputes" },
    place: "Where",
    everywhere: "Everywhere",
    language: "Language",
    anyLanguage: "Any language",
    words: "Words or names",
    clear: "Show all",
    found: (n: number) => (n === 0 ? "None found." : `${documents(n)} found.`),
    more: (n: number) => `Next ${n}`,
    earlier: "Back to the first",
    says: (n: number) => `${of(n, "says it", "say it")}`,
    asks: (n: number) => `${of(n, "asks or mentions it", "ask or mention it")}`,
    answers: (n: number) => `${of(n, "responds or disputes", "respond or dispute")}`,
    unread: (n: number) => `${of(n, "later one is", "later ones are")} not listed here; the data has them all.`,
    /** Before words that these refer to. */
    refersTo: "Directly before it, in the same text:",
    asksTag: "Asks.",
    mentionsTag: "Mentions it.",
    answersTag: "Carries a response.",
    isAnswerTag: "Response.",
    disputesTag: "Disputes it.",
    mayDisputeTag: "Disputes it or reports a denial.",
    firstTag: "First known.",
    moreOfDay: (n: number) => `+${n} more of this day`,
  },

  foot: {
    unseen: "What we could not see",
    undated: (n: number) => `${of(n, "document has", "documents have")} no date and ${n === 1 ? "is" : "are"} not in the pictures.`,
    watched: (list: string) => `Watched: ${list}.`,
    readText:
      "Whence shows where a claim came from and who responded. It does not say whether it is true. “First known” is the earliest appearance that we have found, not where it began. What is likely was matched by a machine; what an editor checked carries a ✓.",
    take: "Take it with you",
    embed: "Embed this",
    picture: "As a picture",
    graph: "Links as JSON",
    earlier: "Every earlier version",
    updated: (t: string, version: number) => `Updated ${t}, version ${version}.`,
    asKnown: (t: string) => `As known on ${t}.`,
    sealed: (block: number) => `Sealed in block ${block} of the log:`,
    now: "What is known now",
  },
  steps: {
    title: "The picture in words",
    at: (when: string, counts: string) => `${when}: ${counts}`,
    until: (n: number, all: number) => `${n} of ${all} so far`,
    move: "Move along the time",
    play: "Play the spread",
    stop: "Stop",
  },
};

export type ClaimWords = typeof en;
