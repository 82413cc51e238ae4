/** Che cosa dice la pagina di un’affermazione, in italiano. */
import { dayIl } from "../general/it.ts";
import { counter } from "../plural.ts";
import { documents } from "../story/it.ts";
import type { ClaimWords } from "./en.ts";

const of = counter("it");

/** "risale", "sembrano risalire": what a number of documents does, surely or not. */
function goesBack(n: number, sure: boolean): string {
  if (sure) return n === 1 ? "risale" : "risalgono";
  return n === 1 ? "sembra risalire" : "sembrano risalire";
}

export const it: ClaimWords = {
  frame: {
    claims: "Affermazioni",
    how: "Come funziona",
    follow: "Segui",
    embed: "Incorpora",
    data: "Dati",
    site: "Sito",
    story: "Questa storia",
  },
  contents: {
    title: "In questa pagina",
    answer: "La risposta",
    answers: "Le risposte",
    who: "Chi l’ha preso da chi",
    where: "Dove si è diffusa",
    changes: "Che cosa è cambiato",
    sources: "Quante fonti",
    all: (n) => `Tutto (${n})`,
  },
  places: { news: "Stampa", web: "Web" },
  documents,

  answers: {
    denied: (party, lag) => `${party} l’ha smentita${lag && ` ${lag}`}`,
    deniedAndAfter: (party, lag, without, later) =>
      `${party} l’ha smentita${lag ? ` dopo ${lag}` : ""}; ${without === later ? `tutti i ${later}` : `${without} dei ${later}`} successivi ${without === 1 ? "omette" : "omettono"} la smentita`,
    sub: "Una scheda è una risposta, per quanti siano a parlarne. Ogni foglio è un resoconto.",
    notSeen: "Finora non visto",
    noOther: "Non è stata trovata e verificata alcuna conferma o smentita indipendente",
    noFactCheck: "Non conosciamo verifiche né decisioni di altri.",
    ratingType: "Giudizio",
    rates: (rating) => `La giudica ${rating}: è il suo giudizio, non il nostro`,
    types: {
      denial: "Smentita",
      confirmation: "Conferma",
      partial_confirmation: "Conferma parziale",
      explanation: "Spiegazione",
      clarification: "Precisazione",
      correction: "Correzione",
      retraction: "Ritrattazione",
      apology: "Scuse",
      no_comment: "Nessun commento",
      label: "Avviso",
      takedown: "Rimozione",
      investigation: "Indagine",
      not_reached: "Non raggiunto",
      right_of_reply: "Diritto di replica",
    },
    own: { statement: "La sua dichiarazione", post: "Il suo post", page: "La sua pagina" },
    toldIn: (n, mix) => `Riferito in ${documents(n, mix)}`,
    alsoTold: (n) => `riferito anche in ${of(n, "altro", "altri")}`,
    checked: "✓ Verificato dalla redazione.",
    unchecked: "Non ancora verificato.",
    users: (n, first) =>
      n === 1
        ? `Un utente l’ha contestata in un post: ${first}.`
        : `${n} utenti l’hanno contestata in post propri, il primo dei quali: ${first}.`,
    articles: (n, first) =>
      n === 1
        ? `Un articolo l’ha contestata o ha riportato una smentita: ${first}.`
        : `${n} articoli l’hanno contestata o hanno riportato una smentita, il primo dei quali: ${first}.`,
  },

  who: {
    title: (n, all, root, sure) => `${n} su ${all} ${goesBack(n, sure)} a ${root}`,
    sub: "Chi l’ha preso da chi, dal più grande. Rientrato: preso dalla riga sopra; tratteggiato: probabile. Le tacche sono post e articoli nel tempo.",
    subDenial: (turn) => `La linea che attraversa è ${turn.it}.`,
    columns: { who: "Chi, dove, quando", had: "l’hanno preso da qui" },
    likelyFrom: (who) => `probabilmente da ${who}`,
    possiblyFrom: (who) => `forse da ${who}`,
    from: (who) => `da ${who}`,
    rest: (n) => of(n, "altro", "altri"),
    restSub: "in gruppi più piccoli, o di fonte sconosciuta",
  },

  where: {
    title: (platforms, lag) =>
      lag ? `Su ${of(platforms, "piattaforma", "piattaforme")} in ${lag}` : `Su ${of(platforms, "piattaforma", "piattaforme")}`,
    titleNews: (platforms, lag, newsLag) =>
      lag && newsLag
        ? `Su ${of(platforms, "piattaforma", "piattaforme")} in ${lag}, sulla stampa in ${newsLag}`
        : `Su ${of(platforms, "piattaforma", "piattaforme")} e sulla stampa`,
    sub: "In ordine di arrivo. Stessa scala in ogni riga; sotto la linea: ciò che riporta una risposta o contesta l’affermazione.",
    first: (t) => `prima volta: ${t}`,
  },

  changes: {
    dropped: (words, n) => `Per strada ${n === 1 ? "si è perso" : "si sono persi"} ${words}`,
    added: (words, n) => `Per strada ${n === 1 ? "si è aggiunto" : "si sono aggiunti"} ${words}`,
    title: "Le parole sono cambiate per strada",
    sub: "In che cosa un testo differisce da quello da cui è preso. Barrato: sparito. Evidenziato: nuovo.",
    sums: {
      hedge_dropped: (n) => `in ${of(n, "punto", "punti")} si è persa una parola di dubbio`,
      hedge_added: (n) => `in ${of(n, "punto", "punti")} se n’è aggiunta una`,
      number_changed: (n) => `${of(n, "numero cambiato", "numeri cambiati")}`,
      unit_changed: (n) => `${of(n, "unità cambiata", "unità cambiate")}`,
      name_changed: (n) => `${of(n, "nome cambiato", "nomi cambiati")}`,
      attribution_lost: (n) => `${of(n, "non dice più", "non dicono più")} chi l’ha detto`,
      negation_flipped: (n) => `${of(n, "ne ha fatto", "ne hanno fatto")} il contrario`,
      detail_lost: (n) => `${of(n, "ha perso", "hanno perso")} un dettaglio`,
      translated: (n) => `${of(n, "è una traduzione", "sono traduzioni")}`,
    },
    became: "è diventato",
    takers: (n) => `${of(n, "altro l’ha preso", "altri l’hanno preso")} da lì.`,
    readByMachine: "Letto a macchina, non ancora verificato.",
    kinds: {
      hedge_dropped: "Una parola di dubbio è sparita.",
      hedge_added: "Una parola di dubbio è nuova.",
      number_changed: "Un numero è cambiato.",
      unit_changed: "Un’unità è cambiata.",
      name_changed: "Un nome è cambiato.",
      attribution_lost: "Non dice più chi l’ha detto.",
      negation_flipped: "Dice il contrario.",
      detail_lost: "Un dettaglio è sparito.",
      translated: "Una traduzione.",
    },
    all: (n) => `Tutti i ${n} cambiamenti`,
  },

  sources: {
    title: (what, min, max, likely) =>
      `${what}, ${likely ? "a quanto pare " : ""}da ${min === max ? of(max, "fonte", "fonti") : `${min} a ${max} fonti`}`,
    unknown: (what) => `${what}; non si può dire quante fonti`,
    sub: "Una fonte conta una volta, per quanti siano a ripeterla. Ogni quadrato è un post o un articolo accanto a ciò a cui risale (il punto): scuro dove lo dice una piattaforma, un link o il testo, chiaro dove è solo probabile.",
    none: "Di nessuno si sa da dove venga. Chi non mostra la sua fonte può averla in comune con altri.",
    each: (n) => `Ogni quadrato vale ${n}.`,
    from: "da",
    others: (n) =>
      `${of(n, "altro è", "altri sono")} in gruppi più piccoli o da ${n === 1 ? "solo; da dove venga" : "soli; da dove vengano"} per lo più non si sa.`,
    fewer:
      "Ci sono più nomi che fonti: chi è nominato da un solo post o articolo non conta da solo, e quelli che un testo nomina insieme contano come una.",
    why: "Perché contano come una",
  },

  all: {
    title: (what) => `Tutto: ${what}`,
    titleQuotes: (n) => (n === 1 ? "L’unico post o articolo, con la sua citazione" : `Tutto (${n}), con le citazioni`),
    sub: (zone) => `Dal più vecchio al più recente. Orari in ${zone}.`,
    filters: "Filtra",
    everything: "Tutto",
    stands: { says: "Lo dice", asks: "Chiede o ne parla", answers: "Risponde o contesta" },
    place: "Dove",
    everywhere: "Ovunque",
    language: "Lingua",
    anyLanguage: "Tutte le lingue",
    words: "Parole o nomi",
    clear: "Mostra tutto",
    found: (n) => (n === 0 ? "Nessun risultato." : `Risultato: ${documents(n)}.`),
    more: (n) => `Successivi: ${n}`,
    earlier: "Torna all’inizio",
    says: (n) => `${of(n, "lo dice", "lo dicono")}`,
    asks: (n) => `${of(n, "chiede o ne parla", "chiedono o ne parlano")}`,
    answers: (n) => `${of(n, "risponde o contesta", "rispondono o contestano")}`,
    unread: (n) => `Qui ne ${n === 1 ? "manca 1 successivo" : `mancano ${n} successivi`}: i dati li hanno tutti.`,
    refersTo: "Subito prima, nello stesso testo:",
    asksTag: "Chiede.",
    mentionsTag: "Lo menziona.",
    answersTag: "Riporta una risposta.",
    isAnswerTag: "Risposta.",
    disputesTag: "La contesta.",
    mayDisputeTag: "La contesta o riporta una smentita.",
    firstTag: "Prima traccia.",
    moreOfDay: (n) => `+${of(n, "altro di questo giorno", "altri di questo giorno")}`,
  },

  foot: {
    unseen: "Che cosa non abbiamo potuto vedere",
    undated: (n) =>
      `${of(n, "documento non ha data: nelle immagini non si vede.", "documenti non hanno data: nelle immagini non si vedono.")}`,
    watched: (list) => `Sotto osservazione: ${list}.`,
    readText:
      "Whence mostra da dove viene un’affermazione e chi ha risposto. Non dice se è vera. «Prima traccia» è la comparsa più antica che abbiamo trovato, non il luogo dove tutto è cominciato. Ciò che è probabile è stato collegato da una macchina; ciò che la redazione ha verificato porta un ✓.",
    take: "Da portare con sé",
    embed: "Incorpora",
    picture: "Come immagine",
    graph: "Collegamenti in JSON",
    earlier: "Tutte le versioni precedenti",
    updated: (t, version) => `Aggiornato ${dayIl(t)}, versione ${version}.`,
    asKnown: (t) => `Come era noto ${dayIl(t)}.`,
    sealed: (block) => `Sigillato nel blocco ${block} del registro:`,
    now: "Che cosa si sa ora",
  },
  steps: {
    title: "L’immagine in parole",
    at: (when, counts) => `${when}: ${counts}`,
    until: (n, all) => `${n} su ${all} fino ad allora`,
    move: "Scorri nel tempo",
    play: "Riproduci la diffusione",
    stop: "Ferma",
  },
};
