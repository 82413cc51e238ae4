/** Lo que dice la página de una afirmación, en español. */
import { counter } from "../plural.ts";
import { documents } from "../story/es.ts";
import type { ClaimWords } from "./en.ts";

const of = counter("es");

/** "se remonta", "parecen remontarse": what a number of documents does, surely or not. */
function goesBack(n: number, sure: boolean): string {
  if (sure) return n === 1 ? "se remonta" : "se remontan";
  return n === 1 ? "parece remontarse" : "parecen remontarse";
}

export const es: ClaimWords = {
  frame: {
    claims: "Afirmaciones",
    how: "Cómo funciona",
    follow: "Seguir",
    embed: "Insertar",
    data: "Datos",
    site: "Sitio",
    story: "Esta historia",
  },
  contents: {
    title: "En esta página",
    answer: "La respuesta",
    answers: "Las respuestas",
    who: "Quién lo tomó de quién",
    where: "Dónde se difundió",
    changes: "Qué cambió",
    sources: "Cuántas fuentes",
    all: (n) => `Todo (${n})`,
  },
  places: { news: "Prensa", web: "Web" },
  documents,

  answers: {
    denied: (party, lag) => `${party} lo desmintió${lag && ` ${lag}`}`,
    deniedAndAfter: (party, lag, without, later) =>
      `${party} lo desmintió${lag ? ` tras ${lag}` : ""}; ${without === later ? `las ${later}` : `${without} de las ${later}`} posteriores lo ${without === 1 ? "omite" : "omiten"}`,
    sub: "Cada tarjeta es una respuesta, la cuenten cuantos la cuenten. Cada hoja es una noticia de ella.",
    notSeen: "No visto hasta ahora",
    noOther: "No se ha encontrado y revisado ninguna confirmación ni refutación independiente",
    noFactCheck: "No conocemos ninguna verificación ni decisión de terceros.",
    ratingType: "Calificación",
    rates: (rating) => `Lo califica de ${rating}: es su calificación, no la nuestra`,
    types: {
      denial: "Desmentido",
      confirmation: "Confirmación",
      partial_confirmation: "Confirmación parcial",
      explanation: "Explicación",
      clarification: "Aclaración",
      correction: "Corrección",
      retraction: "Retractación",
      apology: "Disculpa",
      no_comment: "Sin comentarios",
      label: "Etiqueta",
      takedown: "Retirada",
      investigation: "Investigación",
      not_reached: "Sin localizar",
      right_of_reply: "Derecho de réplica",
    },
    own: { statement: "Su propio comunicado", post: "Su propia publicación", page: "Su propia página" },
    toldIn: (n, mix) => `Contado en ${documents(n, mix)}`,
    alsoTold: (n) => `contado también en ${n} más`,
    checked: "✓ Revisado por la redacción.",
    unchecked: "Aún sin revisar.",
    users: (n, first) =>
      n === 1
        ? `Un usuario lo negó en una publicación: ${first}.`
        : `${n} usuarios lo negaron en publicaciones propias; la primera: ${first}.`,
    articles: (n, first) =>
      n === 1
        ? `Un artículo lo niega o informa de un desmentido: ${first}.`
        : `${n} artículos lo niegan o informan de un desmentido; el primero: ${first}.`,
  },

  who: {
    title: (n, all, root, sure) => `${n} de ${all} ${goesBack(n, sure)} a ${root}`,
    sub: "Quién lo tomó de quién, lo mayor primero. Con sangría: tomado de la línea de arriba; con trazos: probable. Las marcas son publicaciones y artículos en el tiempo.",
    subDenial: (turn) => `La línea que cruza es ${turn.it}.`,
    columns: { who: "Quién, dónde, cuándo", had: "lo tomaron de aquí" },
    likelyFrom: (who) => `probablemente de ${who}`,
    possiblyFrom: (who) => `posiblemente de ${who}`,
    from: (who) => `de ${who}`,
    rest: (n) => `${n} más`,
    restSub: "en grupos menores o de fuente desconocida",
  },

  where: {
    title: (platforms, lag) =>
      lag ? `En ${of(platforms, "plataforma", "plataformas")} en ${lag}` : `En ${of(platforms, "plataforma", "plataformas")}`,
    titleNews: (platforms, lag, newsLag) =>
      lag && newsLag
        ? `En ${of(platforms, "plataforma", "plataformas")} en ${lag}, en la prensa en ${newsLag}`
        : `En ${of(platforms, "plataforma", "plataformas")} y en la prensa`,
    sub: "Por orden de llegada, todo a la misma escala; bajo la línea: lo que incluye una respuesta o niega la afirmación.",
    first: (t) => `primera vez: ${t}`,
  },

  changes: {
    dropped: (words, n) => `${words} ${n === 1 ? "se perdió" : "se perdieron"} por el camino`,
    added: (words, n) => `${words} ${n === 1 ? "se añadió" : "se añadieron"} por el camino`,
    title: "El texto cambió por el camino",
    sub: "En qué se distingue un texto de aquel del que se tomó. Tachado: desaparece. Resaltado: nuevo.",
    sums: {
      hedge_dropped: (n) => `en ${of(n, "lugar", "lugares")} se perdió una palabra de duda`,
      hedge_added: (n) => `en ${n} se añadió una`,
      number_changed: (n) => `${of(n, "cifra cambió", "cifras cambiaron")}`,
      unit_changed: (n) => `${of(n, "unidad cambió", "unidades cambiaron")}`,
      name_changed: (n) => `${of(n, "nombre cambió", "nombres cambiaron")}`,
      attribution_lost: (n) => `${of(n, "ya no dice", "ya no dicen")} quién lo dijo`,
      negation_flipped: (n) => `${of(n, "lo volvió", "lo volvieron")} del revés`,
      detail_lost: (n) => `${of(n, "perdió", "perdieron")} un detalle`,
      translated: (n) => `${of(n, "es una traducción", "son traducciones")}`,
    },
    became: "se convirtió en",
    takers: (n) => `${of(n, "más lo tomó", "más lo tomaron")} de ahí.`,
    readByMachine: "Leído por máquina, aún sin revisar.",
    kinds: {
      hedge_dropped: "Falta una palabra de duda.",
      hedge_added: "Hay una palabra de duda nueva.",
      number_changed: "Cambió una cifra.",
      unit_changed: "Cambió una unidad.",
      name_changed: "Cambió un nombre.",
      attribution_lost: "Ya no dice quién lo dijo.",
      negation_flipped: "Dice lo contrario.",
      detail_lost: "Falta un detalle.",
      translated: "Una traducción.",
    },
    all: (n) => `Los ${n} cambios`,
  },

  sources: {
    title: (what, min, max, likely) =>
      `${what}, ${likely ? "al parecer " : ""}de ${min === max ? of(max, "fuente", "fuentes") : `${min} a ${max} fuentes`}`,
    unknown: (what) => `${what}; no se puede decir cuántas fuentes`,
    sub: "Una fuente cuenta una vez, la repitan cuantos la repitan. Cada cuadrado es una publicación o un artículo junto a aquello a lo que se remonta (el punto): oscuro donde lo dicen la plataforma, un enlace o el texto; claro donde solo es probable.",
    none: "De ninguno se sabe de dónde viene. Los que no muestran su fuente pueden compartirla con otros.",
    each: (n) => `Cada cuadrado vale por ${n}.`,
    from: "de",
    others: (n) =>
      `${of(n, "más está", "más están")} en grupos menores o por su cuenta; casi nunca se sabe de dónde ${n === 1 ? "viene" : "vienen"}.`,
    fewer:
      "Hay más nombres que fuentes: quien solo aparece en una publicación o artículo no cuenta por sí solo, y los que un texto nombra juntos cuentan como una.",
    why: "Por qué cuentan como una",
  },

  all: {
    title: (what) => `Todo: ${what}`,
    titleQuotes: (n) => (n === 1 ? "La única publicación o artículo, con su cita" : `Todo (${n}), con citas`),
    sub: (zone) => `Lo más antiguo primero. Horas en ${zone}.`,
    filters: "Filtrar",
    everything: "Todo",
    stands: { says: "Lo dice", asks: "Pregunta o lo menciona", answers: "Responde o niega" },
    place: "Dónde",
    everywhere: "En todas partes",
    language: "Idioma",
    anyLanguage: "Cualquier idioma",
    words: "Palabras o nombres",
    clear: "Mostrar todo",
    found: (n) => (n === 0 ? "Nada encontrado." : `Resultado: ${documents(n)}.`),
    more: (n) => `Siguientes: ${n}`,
    earlier: "Volver al principio",
    says: (n) => `${of(n, "lo dice", "lo dicen")}`,
    asks: (n) => `${of(n, "pregunta o lo menciona", "preguntan o lo mencionan")}`,
    answers: (n) => `${of(n, "responde o niega", "responden o niegan")}`,
    unread: (n) => `Aquí ${n === 1 ? "falta 1 posterior" : `faltan ${n} posteriores`}: los datos tienen todos.`,
    refersTo: "Justo antes, en el mismo texto:",
    asksTag: "Pregunta.",
    mentionsTag: "Lo menciona.",
    answersTag: "Incluye una respuesta.",
    isAnswerTag: "Respuesta.",
    disputesTag: "Lo niega.",
    mayDisputeTag: "Lo niega o informa de un desmentido.",
    firstTag: "Primer registro.",
    moreOfDay: (n) => `+${n} más de este día`,
  },

  foot: {
    unseen: "Lo que no pudimos ver",
    undated: (n) => `${of(n, "documento no tiene fecha: no está", "documentos no tienen fecha: no están")} en los gráficos.`,
    watched: (list) => `Bajo observación: ${list}.`,
    readText:
      "Whence muestra de dónde vino una afirmación y quién respondió. No dice si es verdad. «Primer registro» es la aparición más antigua que hemos encontrado, no dónde empezó. Lo probable lo relacionó una máquina; lo que revisó la redacción lleva un ✓.",
    take: "Para llevar",
    embed: "Insertar",
    picture: "Como imagen",
    graph: "Enlaces en JSON",
    earlier: "Todas las versiones anteriores",
    updated: (t, version) => `Actualizado el ${t}, versión ${version}.`,
    asKnown: (t) => `Esto es lo que se sabía el ${t}.`,
    sealed: (block) => `Sellado en el bloque ${block} del registro:`,
    now: "Lo que se sabe ahora",
  },
  steps: {
    title: "El gráfico en palabras",
    at: (when, counts) => `${when}: ${counts}`,
    until: (n, all) => `${n} de ${all} hasta entonces`,
    move: "Recorrer el tiempo",
    play: "Reproducir la difusión",
    stop: "Parar",
  },
};
