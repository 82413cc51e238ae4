/** The words of a claim's story in German. */
import { dativ } from "../general/de.ts";
import { counter } from "../plural.ts";
import type { Mix, StoryMessages, Turn } from "./en.ts";

const of = counter("de");
export const documents = (n: number, mix: Mix = "both") =>
  mix === "posts"
    ? of(n, "Beitrag", "Beiträge")
    : mix === "articles"
      ? of(n, "Artikel", "Artikel")
      : of(n, "Beitrag oder Artikel", "Beiträge und Artikel");
export const inDocuments = (n: number, mix: Mix) =>
  mix === "articles" ? of(n, "Artikel", "Artikeln") : of(n, "Beitrag oder Artikel", "Beiträgen und Artikeln");
const carriers = (n: number, all: number, { it }: Turn) =>
  n === all
    ? all === 1
      ? `Der eine Presseartikel seither nennt ${it}`
      : `Alle ${all} Presseartikel seither nennen ${it}`
    : `Mindestens ${n} von ${all} Presseartikeln seither ${n === 1 ? "nennt" : "nennen"} ${it}`;

export const de: StoryMessages = {
  kicker: "Woher eine Behauptung kam",
  title: (claim) => `${claim}: woher es kam`,
  places: (list, onPlatforms) => (onPlatforms ? `auf ${list}` : list),
  inTheNews: "in der Presse",
  theClaim: (claim) => `Die Behauptung ${claim}`,
  lanes: { first: "Zuerst bekannt", spread: "Verbreitung", response: "Reaktion", responses: "Reaktionen" },
  aKind: {
    post: "einem Beitrag",
    comment: "einem Kommentar",
    article: "einem Artikel",
    press_release: "einer Pressemitteilung",
    fact_check: "einem Faktencheck",
    transcript: "einer Mitschrift",
    other: "einem Dokument",
  },
  aNamedSource: "einer Quelle, die andere nennen",
  anAnonymous: { post: "einem anonymen Beitrag", comment: "einem anonymen Kommentar", other: "einem anonymen Dokument" },

  turns: {
    denial: { after: "nach dem Dementi", without: "ohne das Dementi", it: "das Dementi" },
    correction: { after: "nach der Berichtigung", without: "ohne die Berichtigung", it: "die Berichtigung" },
    denials: { after: "nach dem Dementi", without: "ohne das Dementi", it: "ein Dementi" },
  },
  range: (from, to) => `${from} bis ${to}`,
  upTo: (span) => `bis zu ${span}`,
  atLeast: (span) => `mindestens ${span}`,
  onDay: (day) => `am ${day}`,
  around: (day) => `um den ${day}`,
  inMonth: (month) => (/^\d{4}$/.test(month) ? `im Jahr ${month}` : `im ${month}`),
  partsOfDay: [
    (day) => `der Nacht zum ${day}`,
    (day) => `dem Vormittag des ${day}`,
    (day) => `dem Nachmittag des ${day}`,
    (day) => `dem Abend des ${day}`,
    (day) => `dem ${day}`,
  ],

  sentence: {
    unknown: "Bisher ist nicht bekannt, wo es zuerst stand.",
    first: (what, when) => `Zuerst bekannt aus ${what}${when && ` ${when}`}.`,
    told: (when) => `Zuerst bekannt ${when}`,
    whichFirst: (n) => `welches von ${n} Dokumenten das erste war, ist nicht bekannt`,
    firstThen: (what, when, where, span) => `Zuerst bekannt aus ${what}${when && ` ${when}`}; ${span} danach war es ${where}.`,
    since: (since, where, span) => `Bekannt seit ${since}; innerhalb von ${dativ(span)} war es ${where}.`,
    acted: {
      denial: (party, when) => `${party} hat es ${when} dementiert.`,
      confirmation: (party, when) => `${party} hat es ${when} bestätigt.`,
      partial_confirmation: (party, when) => `${party} hat es ${when} teilweise bestätigt.`,
      explanation: (party, when) => `${party} hat es ${when} erklärt.`,
      clarification: (party, when) => `${party} hat es ${when} klargestellt.`,
      correction: (party, when) => `${party} hat ${when} eine Berichtigung veröffentlicht.`,
      retraction: (party, when) => `${party} hat es ${when} zurückgenommen.`,
      apology: (party, when) => `${party} hat sich ${when} entschuldigt.`,
      no_comment: (party, when) => `${party} äußerte sich ${when} nicht.`,
      label: (party, when) => `${party} hat es ${when} gekennzeichnet.`,
      takedown: (party, when) => `${party} hat es ${when} aus dem Netz genommen.`,
      investigation: (party, when) => `${party} hat ${when} begonnen, es zu untersuchen.`,
      not_reached: (party, when) => `${party} war ${when} nicht zu erreichen.`,
      right_of_reply: (party, when) => `${party} hat ${when} darauf geantwortet.`,
    },
    rated: (party, rating, when) => `${party} hat es ${when} als ${rating} eingestuft.`,
    carried: (n, all, turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n, all, repeats, turn) =>
      `${carriers(n, all, turn)}; ${documents(repeats)} ${repeats === 1 ? "wiederholt" : "wiederholen"} die Behauptung ${turn.without}.`,
    repeated: (repeats, turn) =>
      `${documents(repeats)} seither ${repeats === 1 ? "wiederholt" : "wiederholen"} die Behauptung ${turn.without}.`,
    notConfirmed: "Eine geprüfte unabhängige Bestätigung wurde bisher nicht gefunden.",
    notAnswered: "Eine geprüfte Reaktion darauf wurde bisher nicht gefunden.",
    answersUnchecked: "Ob jemand darauf reagiert hat, ist noch nicht geprüft.",
  },

  answers: {
    notFound: "Bisher nicht gefunden",
    earlierThanShown: "Früher als hier gezeigt",
    hourUnknown: (day) => `${day}, Uhrzeit nicht bekannt`,
    removed: "Die Worte wurden hier entfernt.",
    unseen: (who) => `Selbst haben wir es nicht gesehen; ${who} berichtet davon.`,
    earlier: (n, time, place) =>
      `${of(n, "Beitrag nennt eine frühere Zeit", "Beiträge nennen frühere Zeiten")}, ${n === 1 ? "" : "ab "}${time}${place && ` auf ${place}`}, was sich nicht prüfen lässt.`,
    theEarliest: (day) => `der früheste ${day}`,
    rivals: (n, day = "") => `${n === 1 ? "Ein anderer Beitrag könnte" : `${n} andere könnten`} ebenso früh sein${day}.`,
    nobody: "Bisher sonst niemand gefunden",
    nothing: "Noch nichts",
    documents,
    inSpan: (what, span) => `${what} über ${span}`,
    platforms: (n) => of(n, "Plattform", "Plattformen"),
    inOutlets: (n) => `in ${of(n, "Medium", "Medien")}`,
    withAnswers: (n) => (n === 1 ? "Die Reaktion selbst zählt mit." : `Die ${n} Reaktionen selbst zählen mit.`),
    unseenMore: (n) => `${of(n, "weiteres Dokument ist", "weitere sind")} nur durch andere bekannt.`,
    noneFound: "Bisher keine geprüfte gefunden",
    notChecked: "Noch nicht geprüft",
    mayReport: (what, n) =>
      `${what} ${n === 1 ? "berichtet" : "berichten"} vielleicht von einer Reaktion; das hat die Redaktion noch nicht geprüft.`,
    asOf: (when) => `Stand: ${when}.`,
    by: (speaker) => `durch ${speaker}`,
    rates: (party, rating) => `${party} stuft es als ${rating} ein`,
    next: (acts) => `Außerdem: ${acts}.`,
    leaveOut: (n, { it }) => `${of(n, "späterer Beitrag oder Artikel lässt", "spätere Beiträge und Artikel lassen")} ${it} weg.`,
    nothingLater: "Später ist nichts bekannt.",
    timeUnknown: "Zeit nicht bekannt",
    perhaps: (n) =>
      `${of(n, "weitere ist vielleicht eine Reaktion", "weitere sind vielleicht Reaktionen")}: von der Redaktion noch nicht geprüft.`,
  },

  picture: {
    label: "Wer es von wem hat, als Bild",
    lines: "Jede Linie führt dorthin, woher es kam.",
    likely: "Gestrichelt: wohl von dort.",
    dotted: "Gepunktet: wann es gewesen sein kann.",
    shaded: {
      denial: "Getönt: nach dem Dementi.",
      correction: "Getönt: nach der Berichtigung.",
      answer: "Getönt: nach der Reaktion.",
      rating: "Getönt: nach der Einstufung.",
    },
    zone: (zone) => `Zeiten in ${zone}.`,
    undated: (n) => `${n} ohne Datum.`,
    reposts: (n) => `+${of(n, "Weiterleitung", "Weiterleitungen")}`,
    unnamed: (n) => (n === 1 ? "Ungenannter Beitrag" : `${n} ungenannte Beiträge`),
    noSourceFound: "keine Quelle gefunden",
    hourUnknown: "Uhrzeit nicht bekannt",
    factCheck: (rating) => `Faktencheck: ${rating}`,
    moreAnswers: (n) => `+${of(n, "weitere Reaktion", "weitere Reaktionen")}`,
    peak: (n, span) => `${n} je ${span}`,
    quiet: (days) => of(days, "ruhiger Tag", "ruhige Tage"),
    after: {
      title: (n, { after }) => `N${after.slice(1)}: ${of(n, "weiterer", "weitere")}`,
      repeat: (n, { without }) => `${of(n, "wiederholt es", "wiederholen es")} ${without}`,
      carry: (n, { it }) => `${of(n, "nennt", "nennen")} ${it}`,
      dispute: (n) => `${of(n, "bestreitet die Behauptung oder berichtet", "bestreiten die Behauptung oder berichten")} von einem Dementi`,
      ask: (n) => `${of(n, "fragt oder erwähnt es nur", "fragen oder erwähnen es nur")}`,
      shortTitle: (n) => `danach ${n} weitere`,
      shortRepeat: (n) => `${n} ohne`,
      shortCarry: (n) => `${n} mit, oder bestritten`,
    },
    brick: "Jeder Baustein ist ein Beitrag oder Artikel:",
    says: "sagt es",
    asks: "fragt oder erwähnt es nur",
    below: "und unter der Linie",
    carries: "nennt eine Reaktion oder bestreitet es",
    steps: (span, zone) => `Je Schritt ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "Die Behauptung und die Reaktion",
    answersTitle: "Die Reaktionen und was danach kam",
    openTitle: "Was bekannt ist",
    factCheck: "Faktencheck",
    perhaps: "Vielleicht eine Reaktion",
    verbs: {
      says: "sagt es",
      asks: "fragt danach",
      doubts: "gibt es vorsichtig weiter",
      passes: "gibt es weiter",
      translates: "übersetzt es",
      translatesDoubt: "übersetzt es vorsichtig",
      reports: "berichtet es",
      both: ({ it }) => `berichtet die Behauptung und ${it}`,
      carries: ({ it }) => `nennt ${it}`,
      without: ({ without }) => `wiederholt es ${without}`,
      reposts: "teilt es",
      mentions: "erwähnt es",
      comments: "kommentiert es",
    },
    lagAfter: { first: (span) => `${span} nach der ersten bekannten Fundstelle`, turn: (span, { after }) => `${span} ${after}` },
    checked: "✓ Von der Redaktion geprüft",
    replies: {
      all: (n, parts) => `${of(n, "Antwort", "Antworten")}${parts && `: ${parts}`}`,
      deny: (n) => of(n, "bestreitet es", "bestreiten es"),
      ask: (n) => of(n, "fragt danach", "fragen danach"),
      support: (n) => of(n, "stimmt zu", "stimmen zu"),
      mayDeny: (n) => `${of(n, "bestreitet", "bestreiten")} es vielleicht, noch nicht von der Redaktion geprüft`,
    },
    toldIn: (n, mix) => `berichtet in ${inDocuments(n, mix)}`,
    standings: {
      subject: "selbst betroffen",
      originator: "Urheber der Behauptung",
      amplifier: "hat sie verbreitet",
      publisher: "hat sie veröffentlicht",
      third_party: "Dritte",
      fact_checker: "ein Faktencheck",
      regulator: "eine Behörde",
      platform: "die Plattform",
    },
    ownRating: "die eigene Einstufung, nicht unsere",
    repeatMany: documents,
    repeatWithout: ({ without }) => `wiederholen es ${without}`,
    last: "Bisher zuletzt:",
    moreAnswers: (n) => of(n, "weitere Reaktion", "weitere Reaktionen"),
    notCounted: "Von der Redaktion noch nicht geprüft. Oben nicht mitgezählt.",
    deleted: "ein gelöschter Beitrag",
    removed: "Entferntes Dokument",
    fold: (n, from, to) => [`${n} weitere,`, `von ${from} bis ${to}`],
    foldOne: (who) => ["Ein weiterer,", who],
    began: (n) => `Wie es begann und wuchs: ${of(n, "Moment", "Momente")}`,
    byDay: (n) => `Alle ${n}, Tag für Tag`,
    ofDay: (n) => `von ${n}`,
    undatedDay: "Ohne Datum",
    drops: (words) => `lässt ${words} weg`,
    hidden: (n) => `${n} auf Wunsch der Redaktion hier nicht gezeigt.`,
  },

  footer: {
    full: "Ganze Geschichte mit allen Quellen",
    how: "Wie man das liest",
    disclaimer: "Whence zeigt, woher eine Behauptung kam. Es sagt nicht, ob sie stimmt.",
    machine: "Maschinell zugeordnet, wo kein ✓ steht.",
    updated: (day) => `Stand: ${day}.`,
    asKnown: (when) => `Wie am ${when} bekannt.`,
    live: "Wie heute bekannt",
    partly: (shown, all) => `Erzählt aus den ersten ${shown} von ${all} Dokumenten.`,
  },
};
