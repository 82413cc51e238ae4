/** Che cosa dice una storia, in italiano. */
import { altri, dayAl, dayDal, dayIl } from "../general/it.ts";
import { counter } from "../plural.ts";
import type { StoryMessages, Turn } from "./en.ts";

const of = counter("it");
const documents = (n: number, mix: "posts" | "articles" | "both") =>
  mix === "posts"
    ? of(n, "post", "post")
    : mix === "articles"
      ? of(n, "articolo", "articoli")
      : of(n, "post o articolo", "post e articoli");
const carriers = (n: number, all: number, { it: what }: Turn) =>
  n === all
    ? all === 1
      ? `L’unico articolo di stampa uscito da allora riporta ${what}`
      : `Tutti i ${all} articoli di stampa usciti da allora riportano ${what}`
    : `Almeno ${n} dei ${all} articoli di stampa usciti da allora ${n === 1 ? "riporta" : "riportano"} ${what}`;

export const it: StoryMessages = {
  kicker: "Da dove viene un’affermazione",
  title: (claim) => `${claim}: da dove viene`,
  places: (list, onPlatforms) => (onPlatforms ? `su ${list}` : list),
  inTheNews: "sulla stampa",
  theClaim: (claim) => `L’affermazione ${claim}`,
  lanes: { first: "Prima traccia", spread: "Diffusione", response: "Risposta", responses: "Risposte" },
  aKind: {
    post: "un post",
    comment: "un commento",
    article: "un articolo",
    press_release: "un comunicato",
    fact_check: "una verifica",
    transcript: "una trascrizione",
    other: "un documento",
  },
  aNamedSource: "una fonte citata da altri",
  anAnonymous: { post: "un post anonimo", comment: "un commento anonimo", other: "un documento anonimo" },
  turns: {
    denial: { after: "dopo la smentita", without: "senza la smentita", it: "la smentita" },
    correction: { after: "dopo la correzione", without: "senza la correzione", it: "la correzione" },
    denials: { after: "dopo la smentita", without: "senza la smentita", it: "una smentita" },
  },
  range: (from, to) => `${from}–${to}`,
  upTo: (span) => `fino a ${span}`,
  atLeast: (span) => `almeno ${span}`,
  onDay: dayIl,
  around: (day) => `intorno ${dayAl(day)}`,
  inMonth: (month) => (/^\d{4}$/.test(month) ? `nel ${month}` : `a ${month}`),
  partsOfDay: [
    (day) => `${day}, di notte`,
    (day) => `${day}, di mattina`,
    (day) => `${day}, di pomeriggio`,
    (day) => `${day}, di sera`,
    (day) => day,
  ],

  sentence: {
    unknown: "Finora non si sa dove sia apparso.",
    first: (what, when) => `Prima apparizione nota in ${what}${when && ` ${when}`}.`,
    told: (when) => `Prima apparizione nota ${when}`,
    whichFirst: (n) => `non si sa quale dei ${n} documenti sia stato il primo`,
    firstThen: (what, when, where, span) => `Prima apparizione nota in ${what}${when && ` ${when}`}; ${span} dopo era ${where}.`,
    since: (since, where, span) => `Noto ${dayDal(since)}; in ${span} era ${where}.`,
    acted: {
      denial: (party, when) => `${party} ha smentito ${when}.`,
      confirmation: (party, when) => `${party} ha confermato ${when}.`,
      partial_confirmation: (party, when) => `${party} ha confermato in parte ${when}.`,
      explanation: (party, when) => `${party} ha dato una spiegazione ${when}.`,
      clarification: (party, when) => `${party} ha chiarito ${when}.`,
      correction: (party, when) => `${party} ha pubblicato una correzione ${when}.`,
      retraction: (party, when) => `${party} ha ritrattato ${when}.`,
      apology: (party, when) => `${party} si è scusato ${when}.`,
      no_comment: (party, when) => `${party} non ha commentato ${when}.`,
      label: (party, when) => `${party} ha apposto un’etichetta ${when}.`,
      takedown: (party, when) => `${party} ha rimosso il contenuto ${when}.`,
      investigation: (party, when) => `${party} ha aperto un’indagine ${when}.`,
      not_reached: (party, when) => `${party} non era raggiungibile ${when}.`,
      right_of_reply: (party, when) => `${party} ha replicato ${when}.`,
    },
    rated: (party, rating, when) => `${party} lo ha giudicato ${rating} ${when}.`,
    carried: (n, all, turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n, all, repeats, turn) =>
      `${carriers(n, all, turn)}; ${documents(repeats, "both")} ${repeats === 1 ? "ripete" : "ripetono"} l’affermazione ${turn.without}.`,
    repeated: (repeats, turn) =>
      `Da allora ${documents(repeats, "both")} ${repeats === 1 ? "ripete" : "ripetono"} l’affermazione ${turn.without}.`,
    notConfirmed: "Finora non è stata trovata alcuna conferma indipendente.",
    notAnswered: "Finora non è stata trovata alcuna risposta.",
    answersUnchecked: "Non è ancora verificato se qualcuno abbia risposto.",
  },

  answers: {
    notFound: "Non trovata finora",
    earlierThanShown: "Precedente a quanto mostrato qui",
    hourUnknown: (day) => `${day}, ora ignota`,
    removed: "Le sue parole sono state rimosse qui.",
    unseen: (who) => `Non l’abbiamo vista noi stessi; ne riferisce ${who}.`,
    earlier: (n, time, place) =>
      `${of(n, "altra indica un’ora precedente", "altre indicano ore precedenti")}, ${n === 1 ? "" : "a partire da "}${time}${place && ` su ${place}`}, il che non si può verificare.`,
    rivals: (n) => (n === 1 ? "Un’altra potrebbe essere altrettanto antica." : `Altre ${n} potrebbero essere altrettanto antiche.`),
    nobody: "Finora non è stato trovato nessun altro",
    nothing: "Ancora nulla",
    documents,
    inSpan: (what, span) => `${what} in ${span}`,
    platforms: (n) => of(n, "piattaforma", "piattaforme"),
    inOutlets: (n) => `su ${of(n, "testata", "testate")}`,
    sources: (min, max, others, likely) =>
      max === 1
        ? `${others ? "Gli altri" : "Tutti"} ${likely ? "sembrano risalire" : "risalgono"}${others ? " tutti" : ""} a una sola fonte.`
        : min === max || max === min + 1
          ? `${others ? "Gli altri" : "Questi"} ${likely || min < max ? "sembrano risalire" : "risalgono"} a ${min === max ? max : `${min} o ${max}`} fonti${min === max ? "" : "; per alcuni non è chiaro"}.`
          : `${others ? "Gli altri sembrano risalire" : "Sembrano risalire"} ad almeno ${min} e al massimo ${max} fonti; per alcuni non è chiaro.`,
    withAnswers: (n) => (n === 1 ? "Compresa la risposta stessa." : `Comprese le ${n} risposte stesse.`),
    sourcesUnknown: "Non si può dire a quante fonti risalgano.",
    unseenMore: (n) => `${of(n, "altro è noto", "altri sono noti")} solo tramite terzi.`,
    noneFound: "Nessuna trovata finora",
    notChecked: "Non ancora verificato",
    mayReport: (n) =>
      `${of(n, "post o articolo riporta", "post e articoli riportano")} forse una risposta; la redazione non l’ha ancora verificato.`,
    asOf: (when) => `Situazione al ${when}.`,
    by: (speaker) => `da ${speaker}`,
    rates: (party, rating) => `${party} lo giudica ${rating}`,
    next: (acts) => `Inoltre: ${acts}.`,
    leaveOut: (n, { it: what }) => `${of(n, "post o articolo successivo omette", "post e articoli successivi omettono")} ${what}.`,
    nothingLater: "Non si conosce nulla di successivo.",
    timeUnknown: "data ignota",
    perhaps: (n) => `${of(n, "altro è forse una risposta", "altri sono forse risposte")}: non ancora verificato dalla redazione.`,
  },

  picture: {
    label: "Chi l’ha preso da chi, in immagine",
    lines: "Ogni linea porta al punto da cui è preso.",
    likely: "Tratteggio: probabile.",
    dotted: "Puntini: quando può essere stato.",
    shaded: {
      denial: "Sfondo: dopo la smentita.",
      correction: "Sfondo: dopo la correzione.",
      answer: "Sfondo: dopo la risposta.",
      rating: "Sfondo: dopo il giudizio.",
    },
    zone: (zone) => `Orari in ${zone}.`,
    undated: (n) => `${n} senza data.`,
    reposts: (n) => `+${of(n, "condivisione", "condivisioni")}`,
    unnamed: (n) => (n === 1 ? "Post senza nome" : `${n} post senza nome`),
    noSourceFound: "nessuna fonte trovata",
    hourUnknown: "ora ignota",
    factCheck: (rating) => `Verifica: ${rating}`,
    moreAnswers: (n) => `+${of(n, "altra risposta", "altre risposte")}`,
    peak: (n, span) => `${n} in ${span}`,
    quiet: (days) => of(days, "giorno di calma", "giorni di calma"),
    after: {
      title: (n, { after }) => `D${after.slice(1)}: ${altri(n)}`,
      repeat: (n, { without }) => `${of(n, "lo ripete", "lo ripetono")} ${without}`,
      carry: (n, { it: what }) => `${of(n, "riporta", "riportano")} ${what}`,
      dispute: (n) => `${of(n, "contesta l’affermazione o riporta", "contestano l’affermazione o riportano")} una smentita`,
      ask: (n) => `${of(n, "chiede soltanto o ne parla", "chiedono soltanto o ne parlano")}`,
      shortTitle: (n) => `poi ${altri(n)}`,
      shortRepeat: (n) => `${n} senza`,
      shortCarry: (n) => `${n} con, o contestano`,
    },
    brick: "Ogni mattone è un post o un articolo:",
    says: "lo dice",
    asks: "chiede soltanto o ne parla",
    below: "e sotto la linea",
    carries: "riporta una risposta o lo contesta",
    steps: (span, zone) => `Passi di ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "L’affermazione e la risposta",
    answersTitle: "Le risposte, e che cosa è venuto dopo",
    openTitle: "Che cosa si sa",
    factCheck: "Verifica",
    perhaps: "Forse una risposta",
    verbs: {
      says: "lo dice",
      asks: "chiede se è vero",
      doubts: "lo diffonde con cautela",
      passes: "lo diffonde",
      translates: "lo traduce",
      translatesDoubt: "lo traduce con cautela",
      reports: "lo riferisce",
      both: ({ it: what }) => `riferisce l’affermazione e ${what}`,
      carries: ({ it: what }) => `riporta ${what}`,
      without: ({ without }) => `lo ripete ${without}`,
      reposts: "lo condivide",
      mentions: "ne parla",
      comments: "lo commenta",
    },
    lagAfter: { first: (span) => `${span} dopo la prima traccia`, turn: (span, { after }) => `${span} ${after}` },
    checked: "✓ Verificato dalla redazione",
    replies: {
      all: (n, parts) => `${of(n, "commento in risposta", "commenti in risposta")}${parts && `: ${parts}`}`,
      deny: (n) => of(n, "lo smentisce", "lo smentiscono"),
      ask: (n) => of(n, "chiede se è vero", "chiedono se è vero"),
      support: (n) => of(n, "è d’accordo", "sono d’accordo"),
      mayDeny: (n) => `${n} forse ${n === 1 ? "lo smentisce" : "lo smentiscono"}, non ancora verificato dalla redazione`,
    },
    toldIn: (n) => `riferito in ${of(n, "articolo o post", "articoli e post")}`,
    standings: {
      subject: "la parte interessata",
      originator: "chi l’ha affermato",
      amplifier: "chi l’ha diffuso",
      publisher: "chi l’ha pubblicato",
      third_party: "un terzo",
      fact_checker: "un verificatore",
      regulator: "un’autorità",
      platform: "la piattaforma",
    },
    ownRating: "un giudizio suo, non nostro",
    repeatMany: (n) => documents(n, "both"),
    repeatWithout: ({ without }) => `lo ripetono ${without}`,
    last: "L’ultimo finora:",
    moreAnswers: (n) => of(n, "altra risposta", "altre risposte"),
    notCounted: "Non ancora verificato dalla redazione. Non contato sopra.",
    deleted: "un post cancellato",
    removed: "Documento rimosso",
    fold: (n, from, to) => [`Altri ${n},`, `da ${from} a ${to}`],
    foldOne: (who) => ["Un altro,", who],
    began: (n) => `Come è cominciato e cresciuto: ${of(n, "momento", "momenti")}`,
    byDay: (n) => `Tutti i ${n}, giorno per giorno`,
    ofDay: (n) => `su ${n}`,
    undatedDay: "Senza data",
    drops: (words) => `tralascia ${words}`,
    hidden: (n) => `${of(n, "non mostrato", "non mostrati")} qui per scelta della redazione.`,
  },

  footer: {
    full: "Tutta la storia e tutte le fonti",
    how: "Come leggere",
    disclaimer: "Whence mostra da dove viene un’affermazione. Non dice se è vera.",
    machine: "Abbinato da una macchina, salvo dove c’è ✓.",
    updated: (day) => `Aggiornato ${dayIl(day)}.`,
    asKnown: (when) => `Come noto ${dayIl(when)}.`,
    live: "Come noto oggi",
    partly: (shown, all) => `Raccontato dai primi ${shown} documenti su ${all}.`,
  },
};
