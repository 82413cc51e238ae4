/** Was die Seite einer Behauptung sagt, auf Deutsch. */
import { dativ } from "../general/de.ts";
import { counter } from "../plural.ts";
import { documents, inDocuments } from "../story/de.ts";
import type { ClaimWords } from "./en.ts";

const of = counter("de");

export const de: ClaimWords = {
  frame: {
    claims: "Behauptungen",
    how: "Wie es funktioniert",
    follow: "Folgen",
    embed: "Einbetten",
    data: "Daten",
    site: "Website",
    story: "Diese Geschichte",
  },
  contents: {
    title: "Auf dieser Seite",
    answer: "Die Reaktion",
    answers: "Die Reaktionen",
    who: "Wer hat es von wem",
    where: "Wo es sich verbreitete",
    changes: "Was sich änderte",
    sources: "Wie viele Quellen",
    all: (n) => `Alle ${n}`,
  },
  places: { news: "Presse", web: "Web" },
  documents,

  answers: {
    denied: (party, lag) => `${party} dementierte es${lag && ` ${lag}`}`,
    deniedAndAfter: (party, lag, without, later) =>
      `${party} dementierte es${lag && ` nach ${dativ(lag)}`}; ${without === later ? `alle ${later}` : `${without} der ${later}`} danach ${without === 1 ? "lässt" : "lassen"} das weg`,
    sub: "Eine Karte ist eine Reaktion, egal wie viele davon berichten. Jedes Blatt ist ein Bericht.",
    notSeen: "Bisher nicht gesehen",
    noOther: "Eine geprüfte unabhängige Bestätigung oder Widerlegung wurde nicht gefunden",
    noFactCheck: "Uns ist kein Faktencheck und keine Entscheidung anderer bekannt.",
    ratingType: "Einstufung",
    rates: (rating) => `Stuft es als ${rating} ein: die eigene Einstufung, nicht unsere`,
    types: {
      denial: "Dementi",
      confirmation: "Bestätigung",
      partial_confirmation: "Teilweise Bestätigung",
      explanation: "Erklärung",
      clarification: "Klarstellung",
      correction: "Berichtigung",
      retraction: "Rücknahme",
      apology: "Entschuldigung",
      no_comment: "Kein Kommentar",
      label: "Kennzeichnung",
      takedown: "Löschung",
      investigation: "Untersuchung",
      not_reached: "Nicht erreicht",
      right_of_reply: "Gegendarstellung",
    },
    own: { statement: "Die eigene Erklärung", post: "Der eigene Beitrag", page: "Die eigene Seite" },
    toldIn: (n, mix) => `Steht in ${inDocuments(n, mix)}`,
    alsoTold: (n) => `steht auch in ${n} weiteren`,
    checked: "✓ Von der Redaktion geprüft.",
    unchecked: "Noch nicht geprüft.",
    users: (n, first) =>
      n === 1
        ? `In einem Beitrag wurde es bestritten: ${first}.`
        : `In ${n} eigenen Beiträgen wurde es bestritten, zuerst in diesem: ${first}.`,
    articles: (n, first) =>
      n === 1
        ? `Ein Artikel bestreitet es oder berichtet von einem Dementi: ${first}.`
        : `${n} Artikel bestreiten es oder berichten von einem Dementi, zuerst dieser: ${first}.`,
  },

  who: {
    title: (n, all, root, sure) => `${n} von ${all} ${n === 1 ? "stammt" : "stammen"}${sure ? "" : " wohl"} von ${root}`,
    sub: "Wer es von wem hat, das Größte zuerst. Eingerückt: aus der Zeile darüber; gestrichelt: wahrscheinlich. Striche sind Beiträge und Artikel in der Zeit.",
    subDenial: (turn) => `Die senkrechte Linie ist ${turn.it}.`,
    columns: { who: "Wer, wo, wann", had: "haben es von hier" },
    likelyFrom: (who) => `wahrscheinlich von ${who}`,
    possiblyFrom: (who) => `möglicherweise von ${who}`,
    from: (who) => `von ${who}`,
    rest: (n) => of(n, "weiterer", "weitere"),
    restSub: "in kleineren Gruppen oder ohne bekannte Quelle",
  },

  where: {
    title: (platforms, lag) =>
      lag
        ? `Auf ${of(platforms, "Plattform", "Plattformen")} innerhalb von ${dativ(lag)}`
        : `Auf ${of(platforms, "Plattform", "Plattformen")}`,
    titleNews: (platforms, lag, newsLag) =>
      lag && newsLag
        ? `Auf ${of(platforms, "Plattform", "Plattformen")} innerhalb von ${dativ(lag)}, in der Presse innerhalb von ${dativ(newsLag)}`
        : `Auf ${of(platforms, "Plattform", "Plattformen")} und in der Presse`,
    sub: "In der Reihenfolge der Ankunft, alle im gleichen Maßstab; unter der Linie: was eine Reaktion enthält oder die Behauptung bestreitet.",
    first: (t) => `zuerst ${t}`,
  },

  changes: {
    dropped: (words, n) => `${words} ${n === 1 ? "fiel" : "fielen"} unterwegs weg`,
    added: (words, n) => `${words} ${n === 1 ? "kam" : "kamen"} unterwegs dazu`,
    title: "Der Wortlaut änderte sich unterwegs",
    sub: "Worin sich ein Text von dem unterscheidet, aus dem er kommt. Durchgestrichen: weg. Unterlegt: neu.",
    sums: {
      hedge_dropped: (n) => `an ${of(n, "Stelle", "Stellen")} fiel ein Wort des Zweifels weg`,
      hedge_added: (n) => `an ${of(n, "Stelle", "Stellen")} kam eines dazu`,
      number_changed: (n) => `${of(n, "Zahl änderte", "Zahlen änderten")} sich`,
      unit_changed: (n) => `${of(n, "Einheit änderte", "Einheiten änderten")} sich`,
      name_changed: (n) => `${of(n, "Name änderte", "Namen änderten")} sich`,
      attribution_lost: (n) => `${of(n, "sagt", "sagen")} nicht mehr, von wem es stammt`,
      negation_flipped: (n) => `${of(n, "kehrte", "kehrten")} es ins Gegenteil`,
      detail_lost: (n) => `${of(n, "verlor", "verloren")} eine Einzelheit`,
      translated: (n) => `${of(n, "Übersetzung", "Übersetzungen")}`,
    },
    became: "wurde zu",
    takers: (n) => `${of(n, "weiterer hat", "weitere haben")} es von dort.`,
    readByMachine: "Maschinell gelesen, noch nicht geprüft.",
    kinds: {
      hedge_dropped: "Ein Wort des Zweifels fehlt.",
      hedge_added: "Ein Wort des Zweifels ist neu.",
      number_changed: "Eine Zahl ist anders.",
      unit_changed: "Eine Einheit ist anders.",
      name_changed: "Ein Name ist anders.",
      attribution_lost: "Es steht nicht mehr da, wer es gesagt hat.",
      negation_flipped: "Es sagt das Gegenteil.",
      detail_lost: "Eine Einzelheit fehlt.",
      translated: "Eine Übersetzung.",
    },
    all: (n) => `Alle ${n} Änderungen`,
  },

  sources: {
    title: (what, min, max, likely) =>
      `${what}, ${likely ? "anscheinend " : ""}aus ${min === max ? of(max, "Quelle", "Quellen") : `${min} bis ${max} Quellen`}`,
    unknown: (what) => `${what}; wie viele Quellen, lässt sich nicht sagen`,
    sub: "Eine Quelle zählt einmal, egal wie viele sie wiederholen. Jedes Quadrat ist ein Beitrag oder Artikel neben dem, auf den er zurückgeht (der Punkt): dunkel, wo Plattform, Link oder Text es sagen, hell, wo es nur wahrscheinlich ist.",
    none: "Woher sie kommen, ist bei keinem bekannt. Auch die keine Quelle zeigen, können dieselbe haben.",
    each: (n) => `Jedes Quadrat steht für ${n}.`,
    from: "von",
    others: (n) =>
      `${of(n, "weiterer gehört", "weitere gehören")} zu kleineren Gruppen oder ${n === 1 ? "steht" : "stehen"} für sich; woher ${n === 1 ? "er kommt" : "sie kommen"}, ist meist nicht bekannt.`,
    fewer:
      "Hier stehen mehr Namen als Quellen: Wen nur ein Beitrag oder Artikel nennt, zählt nicht allein, und die ein Text zusammen nennt, zählen als eine.",
    why: "Warum sie als eine zählen",
  },

  all: {
    title: (what) => `Alle ${what}`,
    titleQuotes: (n) => (n === 1 ? "Der eine Beitrag oder Artikel, mit Zitat" : `Alle ${n}, mit Zitaten`),
    sub: (zone) => `Die ältesten zuerst. Zeiten in ${zone}.`,
    filters: "Filtern",
    everything: "Alle",
    stands: { says: "Sagt es", asks: "Fragt oder erwähnt es", answers: "Reagiert oder bestreitet" },
    place: "Wo",
    everywhere: "Überall",
    language: "Sprache",
    anyLanguage: "Jede Sprache",
    words: "Wörter oder Namen",
    clear: "Alle zeigen",
    found: (n) => (n === 0 ? "Nichts gefunden." : `${documents(n)} gefunden.`),
    more: (n) => `Nächste: ${n}`,
    earlier: "Zurück zu den ersten",
    says: (n) => `${of(n, "sagt es", "sagen es")}`,
    asks: (n) => `${of(n, "fragt oder erwähnt es", "fragen oder erwähnen es")}`,
    answers: (n) => `${of(n, "reagiert oder bestreitet", "reagieren oder bestreiten")}`,
    unread: (n) => `${of(n, "späterer steht", "spätere stehen")} hier nicht: Die Daten haben alle.`,
    refersTo: "Direkt davor steht im selben Text:",
    asksTag: "Fragt.",
    mentionsTag: "Erwähnt es.",
    answersTag: "Mit Reaktion.",
    isAnswerTag: "Reaktion.",
    disputesTag: "Bestreitet es.",
    mayDisputeTag: "Bestreitet es oder berichtet von einem Dementi.",
    firstTag: "Zuerst bekannt.",
    moreOfDay: (n) => `+${of(n, "weiterer", "weitere")} von diesem Tag`,
  },

  foot: {
    unseen: "Was wir nicht sehen konnten",
    undated: (n) =>
      `${of(n, "Dokument hat kein Datum: In den Bildern fehlt es.", "Dokumente haben kein Datum: In den Bildern fehlen sie.")}`,
    watched: (list) => `Beobachtet: ${list}.`,
    readText:
      "Whence zeigt, woher eine Behauptung kam und wer darauf reagiert hat. Es sagt nicht, ob sie wahr ist. „Zuerst bekannt“ ist das früheste Vorkommen, das wir gefunden haben, nicht der Anfang. Was wahrscheinlich ist, hat eine Maschine zugeordnet; was die Redaktion geprüft hat, trägt ein ✓.",
    take: "Zum Mitnehmen",
    embed: "Einbetten",
    picture: "Als Bild",
    graph: "Verbindungen als JSON",
    earlier: "Alle früheren Fassungen",
    updated: (t, version) => `Aktualisiert am ${t}, Fassung ${version}.`,
    asKnown: (t) => `Das war bekannt am ${t}.`,
    sealed: (block) => `Versiegelt in Block ${block} des Protokolls:`,
    now: "Was jetzt bekannt ist",
  },
  steps: {
    title: "Das Bild in Worten",
    at: (when, counts) => `${when}: ${counts}`,
    until: (n, all) => `bisher ${n} von ${all}`,
    move: "Durch die Zeit gehen",
    play: "Ausbreitung abspielen",
    stop: "Anhalten",
  },
};
