/** The words of a claim's story in Spanish. */
import { counter } from "../plural.ts";
import type { StoryMessages, Turn } from "./en.ts";

const of = counter("es");
const documents = (n: number, mix: "posts" | "articles" | "both") =>
  mix === "posts"
    ? of(n, "publicación", "publicaciones")
    : mix === "articles"
      ? of(n, "artículo", "artículos")
      : of(n, "publicación o artículo", "publicaciones y artículos");
const carriers = (n: number, all: number, { it }: Turn) =>
  n === all
    ? all === 1
      ? `El único artículo de prensa posterior recoge ${it}`
      : `Los ${all} artículos de prensa posteriores recogen ${it}`
    : `Al menos ${n} de los ${all} artículos de prensa posteriores ${n === 1 ? "recoge" : "recogen"} ${it}`;

export const es: StoryMessages = {
  kicker: "De dónde salió una afirmación",
  title: (claim) => `${claim}: de dónde salió`,
  places: (list, onPlatforms) => (onPlatforms ? `en ${list}` : list),
  inTheNews: "en la prensa",
  theClaim: (claim) => `La afirmación ${claim}`,
  lanes: { first: "Primer registro", spread: "Difusión", response: "Respuesta", responses: "Respuestas" },
  aKind: {
    post: "una publicación",
    comment: "un comentario",
    article: "un artículo",
    press_release: "un comunicado",
    fact_check: "una verificación",
    transcript: "una transcripción",
    other: "un documento",
  },
  aNamedSource: "una fuente que otros citan",
  anAnonymous: { post: "una publicación anónima", comment: "un comentario anónimo", other: "un documento anónimo" },

  turns: {
    denial: { after: "tras el desmentido", without: "sin el desmentido", it: "el desmentido" },
    correction: { after: "tras la corrección", without: "sin la corrección", it: "la corrección" },
    denials: { after: "tras el desmentido", without: "sin el desmentido", it: "un desmentido" },
  },
  range: (from, to) => `de ${from} a ${to}`,
  upTo: (span) => `hasta ${span}`,
  atLeast: (span) => `al menos ${span}`,
  onDay: (day) => `el ${day}`,
  around: (day) => `hacia el ${day}`,
  inMonth: (month) => `en ${month}`,
  partsOfDay: [
    (day) => `la madrugada del ${day}`,
    (day) => `la mañana del ${day}`,
    (day) => `la tarde del ${day}`,
    (day) => `la noche del ${day}`,
    (day) => `el ${day}`,
  ],

  sentence: {
    unknown: "Hasta ahora no se conoce dónde apareció.",
    first: (what, when) => `Primera aparición conocida en ${what}${when && ` ${when}`}.`,
    told: (when) => `Primera aparición conocida ${when}`,
    whichFirst: (n) => `no se sabe cuál de los ${n} documentos fue el primero`,
    firstThen: (what, when, where, span) => `Primera aparición conocida en ${what}${when && ` ${when}`}; ${span} después estaba ${where}.`,
    since: (since, where, span) => `Se conoce desde ${since}; en ${span} estaba ${where}.`,
    acted: {
      denial: (party, when) => `${party} lo desmintió ${when}.`,
      confirmation: (party, when) => `${party} lo confirmó ${when}.`,
      partial_confirmation: (party, when) => `${party} lo confirmó en parte ${when}.`,
      explanation: (party, when) => `${party} lo explicó ${when}.`,
      clarification: (party, when) => `${party} lo aclaró ${when}.`,
      correction: (party, when) => `${party} publicó una corrección ${when}.`,
      retraction: (party, when) => `${party} lo retiró ${when}.`,
      apology: (party, when) => `${party} pidió disculpas ${when}.`,
      no_comment: (party, when) => `${party} no hizo comentarios ${when}.`,
      label: (party, when) => `${party} lo etiquetó ${when}.`,
      takedown: (party, when) => `${party} lo eliminó ${when}.`,
      investigation: (party, when) => `${party} empezó a investigarlo ${when}.`,
      not_reached: (party, when) => `No se pudo contactar con ${party} ${when}.`,
      right_of_reply: (party, when) => `${party} respondió ${when}.`,
    },
    rated: (party, rating, when) => `${party} lo calificó de ${rating} ${when}.`,
    carried: (n, all, turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n, all, repeats, turn) =>
      `${carriers(n, all, turn)}; ${documents(repeats, "both")} ${repeats === 1 ? "repite" : "repiten"} la afirmación ${turn.without}.`,
    repeated: (repeats, turn) =>
      `Desde entonces ${documents(repeats, "both")} ${repeats === 1 ? "repite" : "repiten"} la afirmación ${turn.without}.`,
    notConfirmed: "Hasta ahora no se ha encontrado ninguna confirmación independiente.",
    notAnswered: "Hasta ahora no se ha encontrado ninguna respuesta.",
    answersUnchecked: "Aún no se ha revisado si alguien ha respondido.",
  },

  answers: {
    notFound: "No se ha encontrado hasta ahora",
    earlierThanShown: "Anterior a lo que se muestra aquí",
    hourUnknown: (day) => `${day}, hora desconocida`,
    removed: "Sus palabras se han retirado aquí.",
    unseen: (who) => `No lo hemos visto nosotros; lo cuenta ${who}.`,
    earlier: (n, time, place) =>
      `${of(n, "publicación da una hora anterior", "publicaciones dan horas anteriores")}, ${n === 1 ? "" : "desde "}${time}${place && ` en ${place}`}, que no se puede comprobar.`,
    rivals: (n) => (n === 1 ? "Otra podría ser igual de temprana." : `Otras ${n} podrían ser igual de tempranas.`),
    nobody: "Hasta ahora no se ha encontrado a nadie más",
    nothing: "Nada todavía",
    documents,
    inSpan: (what, span) => `${what} en ${span}`,
    platforms: (n) => of(n, "plataforma", "plataformas"),
    inOutlets: (n) => `en ${of(n, "medio", "medios")}`,
    sources: (min, max, others, likely) =>
      max === 1
        ? `${others ? "Los demás" : "Todos"} ${likely ? "parecen remitir" : "remiten"}${others ? " todos" : ""} a una sola fuente.`
        : min === max
          ? `${others ? "Los demás " : ""}${likely ? (others ? "parecen remitir" : "Parecen remitir") : others ? "remiten" : "Remiten"} a ${max} fuentes.`
          : max === min + 1
            ? `${others ? "Los demás parecen remitir" : "Parecen remitir"} a ${min} o ${max} fuentes; en algunos no está claro.`
            : `${others ? "Los demás parecen remitir" : "Parecen remitir"} a un mínimo de ${min} y un máximo de ${max} fuentes; en algunos no está claro.`,
    withAnswers: (n) => (n === 1 ? "Incluida la propia respuesta." : `Incluidas las ${n} respuestas.`),
    sourcesUnknown: "No se puede saber a cuántas fuentes remiten.",
    unseenMore: (n) => `${of(n, "más se conoce", "más se conocen")} solo por otros.`,
    noneFound: "Ninguna encontrada hasta ahora",
    notChecked: "Aún sin revisar",
    mayReport: (n) =>
      `${of(n, "publicación o artículo podría informar", "publicaciones y artículos podrían informar")} de una respuesta; la redacción aún no lo ha revisado.`,
    asOf: (when) => `Situación a ${when}.`,
    by: (speaker) => `por ${speaker}`,
    rates: (party, rating) => `${party} lo califica de ${rating}`,
    next: (acts) => `Además: ${acts}.`,
    leaveOut: (n, { it }) => `${of(n, "publicación o artículo posterior omite", "publicaciones y artículos posteriores omiten")} ${it}.`,
    nothingLater: "No se conoce nada posterior.",
    timeUnknown: "hora desconocida",
    perhaps: (n) => `${of(n, "más podría ser una respuesta", "más podrían ser respuestas")}: aún sin revisar por la redacción.`,
  },

  picture: {
    label: "Quién lo tomó de quién, en imagen",
    lines: "Cada línea lleva al lugar de donde se tomó.",
    likely: "Discontinua: probable.",
    dotted: "Punteada: cuándo pudo ser.",
    shaded: {
      denial: "Sombreado: después del desmentido.",
      correction: "Sombreado: después de la corrección.",
      answer: "Sombreado: después de la respuesta.",
      rating: "Sombreado: después de la calificación.",
    },
    zone: (zone) => `Horas en ${zone}.`,
    undated: (n) => `${n} sin fecha.`,
    reposts: (n) => `+${of(n, "reenvío", "reenvíos")}`,
    unnamed: (n) => (n === 1 ? "Publicación sin nombre" : `${n} publicaciones sin nombre`),
    noSourceFound: "no se halló fuente",
    hourUnknown: "hora desconocida",
    factCheck: (rating) => `Verificación: ${rating}`,
    moreAnswers: (n) => `+${of(n, "respuesta más", "respuestas más")}`,
    peak: (n, span) => `${n} en ${span}`,
    quiet: (days) => of(days, "día sin nada", "días sin nada"),
    after: {
      title: (n, { after }) => `T${after.slice(1)}: ${n} más`,
      repeat: (n, { without }) => `${of(n, "lo repite", "lo repiten")} ${without}`,
      carry: (n, { it }) => `${of(n, "recoge", "recogen")} ${it}`,
      dispute: (n) => `${of(n, "niega la afirmación o informa", "niegan la afirmación o informan")} de un desmentido`,
      ask: (n) => `${of(n, "solo pregunta o lo menciona", "solo preguntan o lo mencionan")}`,
      shortTitle: (n) => `${n} más después`,
      shortRepeat: (n) => `${n} sin él`,
      shortCarry: (n) => `${n} lo recogen o niegan`,
    },
    brick: "Cada ladrillo es una publicación o un artículo:",
    says: "lo dice",
    asks: "solo pregunta o lo menciona",
    below: "y bajo la línea",
    carries: "recoge una respuesta o lo niega",
    steps: (span, zone) => `Pasos de ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "La afirmación y la respuesta",
    answersTitle: "Las respuestas y lo que vino después",
    openTitle: "Lo que se sabe",
    factCheck: "Verificación",
    perhaps: "Quizá una respuesta",
    verbs: {
      says: "lo dice",
      asks: "pregunta por ello",
      doubts: "lo difunde con cautela",
      passes: "lo difunde",
      translates: "lo traduce",
      translatesDoubt: "lo traduce con cautela",
      reports: "informa de ello",
      both: ({ it }) => `recoge la afirmación y ${it}`,
      carries: ({ it }) => `recoge ${it}`,
      without: ({ without }) => `lo repite ${without}`,
      reposts: "lo reenvía",
      mentions: "lo menciona",
      comments: "lo comenta",
    },
    lagAfter: { first: (span) => `${span} después del primer registro`, turn: (span, { after }) => `${span} ${after}` },
    checked: "✓ Revisado por la redacción",
    replies: {
      all: (n, parts) => `${of(n, "comentario en respuesta", "comentarios en respuesta")}${parts && `: ${parts}`}`,
      deny: (n) => of(n, "lo niega", "lo niegan"),
      ask: (n) => of(n, "pregunta por ello", "preguntan por ello"),
      support: (n) => of(n, "lo apoya", "lo apoyan"),
      mayDeny: (n) => `${n} quizá ${n === 1 ? "lo niega" : "lo niegan"}, aún sin revisar por la redacción`,
    },
    toldIn: (n) => `contado en ${of(n, "artículo o publicación", "artículos y publicaciones")}`,
    standings: {
      subject: "la parte aludida",
      originator: "quien hizo la afirmación",
      amplifier: "quien la difundió",
      publisher: "quien la publicó",
      third_party: "un tercero",
      fact_checker: "un verificador",
      regulator: "una autoridad",
      platform: "la plataforma",
    },
    ownRating: "calificación suya, no nuestra",
    repeatMany: (n) => documents(n, "both"),
    repeatWithout: ({ without }) => `lo repiten ${without}`,
    last: "Lo último hasta ahora:",
    moreAnswers: (n) => of(n, "respuesta más", "respuestas más"),
    notCounted: "Aún sin revisar por la redacción. No se cuenta arriba.",
    deleted: "una publicación borrada",
    removed: "Documento retirado",
    fold: (n, from, to) => [`${n} más,`, `de ${from} a ${to}`],
    foldOne: (who) => ["Una más,", who],
    began: (n) => `Cómo empezó y creció: ${of(n, "momento", "momentos")}`,
    byDay: (n) => `Los ${n}, día a día`,
    ofDay: (n) => `de ${n}`,
    undatedDay: "Sin fecha",
    drops: (words) => `omite ${words}`,
    hidden: (n) => `${of(n, "no se muestra", "no se muestran")} aquí por decisión de la redacción.`,
  },

  footer: {
    full: "Historia completa y todas las fuentes",
    how: "Cómo leer esto",
    disclaimer: "Whence muestra de dónde salió una afirmación. No dice si es cierta.",
    machine: "Asociado por máquina salvo donde hay ✓.",
    updated: (day) => `Actualizado el ${day}.`,
    asKnown: (when) => `Como se conocía el ${when}.`,
    live: "Como se conoce ahora",
    partly: (shown, all) => `Contado con los primeros ${shown} de ${all} documentos.`,
  },
};
