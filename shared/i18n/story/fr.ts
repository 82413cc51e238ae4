/** Ce que dit une histoire, en français. */
import { deQui } from "../general/fr.ts";
import { counter } from "../plural.ts";
import type { StoryMessages, Turn } from "./en.ts";

const of = counter("fr");
const documents = (n: number, mix: "posts" | "articles" | "both") =>
  mix === "posts"
    ? of(n, "publication", "publications")
    : mix === "articles"
      ? of(n, "article", "articles")
      : of(n, "publication ou article", "publications et articles");
const carriers = (n: number, all: number, { it }: Turn) =>
  n === all
    ? all === 1
      ? `Le seul article de presse paru depuis mentionne ${it}`
      : `Les ${all} articles de presse parus depuis mentionnent ${it}`
    : `Au moins ${n} des ${all} articles de presse parus depuis ${n === 1 ? "mentionne" : "mentionnent"} ${it}`;

export const fr: StoryMessages = {
  kicker: "D’où vient une affirmation",
  title: (claim) => `${claim} : d’où cela vient`,
  places: (list, onPlatforms) => (onPlatforms ? `sur ${list}` : list),
  inTheNews: "dans la presse",
  theClaim: (claim) => `L’affirmation ${claim}`,
  lanes: { first: "Première trace", spread: "Diffusion", response: "Réponse", responses: "Réponses" },
  aKind: {
    post: "une publication",
    comment: "un commentaire",
    article: "un article",
    press_release: "un communiqué",
    fact_check: "une vérification",
    transcript: "une transcription",
    other: "un document",
  },
  aNamedSource: "une source que d’autres citent",
  anAnonymous: { post: "une publication anonyme", comment: "un commentaire anonyme", other: "un document anonyme" },
  turns: {
    denial: { after: "après le démenti", without: "sans le démenti", it: "le démenti" },
    correction: { after: "après la correction", without: "sans la correction", it: "la correction" },
    denials: { after: "après le démenti", without: "sans le démenti", it: "un démenti" },
  },
  range: (from, to) => `${from} à ${to}`,
  upTo: (span) => `jusqu’à ${span}`,
  atLeast: (span) => `au moins ${span}`,
  onDay: (day) => `le ${day}`,
  around: (day) => `vers le ${day}`,
  inMonth: (month) => `en ${month}`,
  partsOfDay: [
    (day) => `la nuit du ${day}`,
    (day) => `le matin du ${day}`,
    (day) => `l’après-midi du ${day}`,
    (day) => `le soir du ${day}`,
    (day) => `le ${day}`,
  ],

  sentence: {
    unknown: "On ne sait pas encore où cela est apparu.",
    first: (what, when) => `Première apparition connue dans ${what}${when && ` ${when}`}.`,
    told: (when) => `Première apparition connue ${when}`,
    whichFirst: (n) => `on ne sait pas lequel des ${n} documents fut le premier`,
    firstThen: (what, when, where, span) =>
      `Première apparition connue dans ${what}${when && ` ${when}`} ; ${span} plus tard, c’était ${where}.`,
    since: (since, where, span) => `Connu depuis ${since} ; en ${span}, c’était ${where}.`,
    acted: {
      denial: (party, when) => `${party} a démenti ${when}.`,
      confirmation: (party, when) => `${party} a confirmé ${when}.`,
      partial_confirmation: (party, when) => `${party} a confirmé en partie ${when}.`,
      explanation: (party, when) => `${party} s’est expliqué ${when}.`,
      clarification: (party, when) => `${party} a apporté une précision ${when}.`,
      correction: (party, when) => `${party} a publié une correction ${when}.`,
      retraction: (party, when) => `${party} s’est rétracté ${when}.`,
      apology: (party, when) => `${party} a présenté ses excuses ${when}.`,
      no_comment: (party, when) => `${party} n’a pas commenté ${when}.`,
      label: (party, when) => `${party} a apposé un avertissement ${when}.`,
      takedown: (party, when) => `${party} a retiré le contenu ${when}.`,
      investigation: (party, when) => `${party} a ouvert une enquête ${when}.`,
      not_reached: (party, when) => `${party} était injoignable ${when}.`,
      right_of_reply: (party, when) => `${party} a répondu ${when}.`,
    },
    rated: (party, rating, when) => `${party} l’a jugé ${rating} ${when}.`,
    carried: (n, all, turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n, all, repeats, turn) =>
      `${carriers(n, all, turn)} ; ${documents(repeats, "both")} ${repeats === 1 ? "répète" : "répètent"} l’affirmation ${turn.without}.`,
    repeated: (repeats, turn) =>
      `Depuis, ${documents(repeats, "both")} ${repeats === 1 ? "répète" : "répètent"} l’affirmation ${turn.without}.`,
    notConfirmed: "Aucune confirmation indépendante n’a été trouvée et vérifiée jusqu’ici.",
    notAnswered: "Aucune réponse n’a été trouvée et vérifiée jusqu’ici.",
    answersUnchecked: "On n’a pas encore vérifié si quelqu’un y a répondu.",
  },

  answers: {
    notFound: "Pas trouvée jusqu’ici",
    earlierThanShown: "Antérieure à ce qui est montré ici",
    hourUnknown: (day) => `${day}, heure inconnue`,
    removed: "Ses mots ont été retirés ici.",
    unseen: (who) => `Nous ne l’avons pas vue nous-mêmes ; ${who} en parle.`,
    earlier: (n, time, place) =>
      `${of(n, "publication donne une heure antérieure", "publications donnent des heures antérieures")}, ${n === 1 ? "" : "à partir de "}${time}${place && ` sur ${place}`}, ce qui ne peut être vérifié.`,
    rivals: (n, day = "") => `${n === 1 ? "Une autre pourrait être aussi ancienne" : `${n} autres pourraient être aussi anciennes`}${day}.`,
    nobody: "Personne d’autre n’a été trouvé jusqu’ici",
    nothing: "Rien pour l’instant",
    documents,
    inSpan: (what, span) => `${what} en ${span}`,
    platforms: (n) => of(n, "plateforme", "plateformes"),
    inOutlets: (n) => `dans ${of(n, "média", "médias")}`,
    withAnswers: (n) => (n === 1 ? "La réponse elle-même est comptée." : `Les ${n} réponses elles-mêmes sont comptées.`),
    unseenMore: (n) => `${of(n, "autre n’est connu", "autres ne sont connus")} que par des tiers.`,
    noneFound: "Aucune trouvée et vérifiée jusqu’ici",
    notChecked: "Pas encore vérifié",
    mayReport: (n) =>
      `${of(n, "publication ou article rapporte", "publications et articles rapportent")} peut-être une réponse ; la rédaction ne l’a pas encore vérifié.`,
    asOf: (when) => `Situation au ${when}.`,
    by: (speaker) => `par ${speaker}`,
    rates: (party, rating) => `${party} le juge ${rating}`,
    next: (acts) => `Par ailleurs : ${acts}.`,
    leaveOut: (n, { it }) => `${of(n, "publication ou article ultérieur omet", "publications et articles ultérieurs omettent")} ${it}.`,
    nothingLater: "Rien de postérieur n’est connu.",
    timeUnknown: "date inconnue",
    perhaps: (n) =>
      `${of(n, "autre est peut-être une réponse", "autres sont peut-être des réponses")} : pas encore vérifié par la rédaction.`,
  },

  picture: {
    label: "Qui l’a pris de qui, en image",
    lines: "Chaque ligne mène à l’endroit d’où c’est pris.",
    likely: "Tirets : probable.",
    dotted: "Pointillés : quand cela a pu être.",
    shaded: {
      denial: "Teinté : après le démenti.",
      correction: "Teinté : après la correction.",
      answer: "Teinté : après la réponse.",
      rating: "Teinté : après le jugement.",
    },
    zone: (zone) => `Heures en ${zone}.`,
    undated: (n) => `${n} sans date.`,
    reposts: (n) => `+${of(n, "partage", "partages")}`,
    unnamed: (n) => (n === 1 ? "Publication sans nom" : `${n} publications sans nom`),
    noSourceFound: "aucune source trouvée",
    hourUnknown: "heure inconnue",
    factCheck: (rating) => `Vérification : ${rating}`,
    moreAnswers: (n) => `+${of(n, "autre réponse", "autres réponses")}`,
    peak: (n, span) => `${n} en ${span}`,
    quiet: (days) => of(days, "jour calme", "jours calmes"),
    after: {
      title: (n, { after }) => `A${after.slice(1)} : ${n} de plus`,
      repeat: (n, { without }) => `${of(n, "le répète", "le répètent")} ${without}`,
      carry: (n, { it }) => `${of(n, "mentionne", "mentionnent")} ${it}`,
      dispute: (n) => `${of(n, "conteste l’affirmation ou rapporte", "contestent l’affirmation ou rapportent")} un démenti`,
      ask: (n) => `${of(n, "le demande ou l’évoque seulement", "le demandent ou l’évoquent seulement")}`,
      shortTitle: (n) => `${n} de plus après`,
      shortRepeat: (n) => `${n} sans`,
      shortCarry: (n) => `${n} avec, ou contestent`,
    },
    brick: "Chaque brique est une publication ou un article :",
    says: "le dit",
    asks: "demande ou l’évoque seulement",
    below: "et sous la ligne",
    carries: "mentionne une réponse ou le conteste",
    steps: (span, zone) => `Pas de ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "L’affirmation et la réponse",
    answersTitle: "Les réponses, et ce qui a suivi",
    openTitle: "Ce que l’on sait",
    factCheck: "Vérification",
    perhaps: "Peut-être une réponse",
    verbs: {
      says: "le dit",
      asks: "demande si c’est vrai",
      doubts: "le transmet avec prudence",
      passes: "le transmet",
      translates: "le traduit",
      translatesDoubt: "le traduit avec prudence",
      reports: "le rapporte",
      both: ({ it }) => `rapporte l’affirmation et ${it}`,
      carries: ({ it }) => `mentionne ${it}`,
      without: ({ without }) => `le répète ${without}`,
      reposts: "le partage",
      mentions: "l’évoque",
      comments: "le commente",
    },
    lagAfter: { first: (span) => `${span} après la première trace`, turn: (span, { after }) => `${span} ${after}` },
    checked: "✓ Vérifié par la rédaction",
    replies: {
      all: (n, parts) => `${of(n, "commentaire en réponse", "commentaires en réponse")}${parts && ` : ${parts}`}`,
      deny: (n) => of(n, "dément", "démentent"),
      ask: (n) => of(n, "pose la question", "posent la question"),
      support: (n) => of(n, "va dans ce sens", "vont dans ce sens"),
      mayDeny: (n) => `${of(n, "dément", "démentent")} peut-être, pas encore vérifié par la rédaction`,
    },
    toldIn: (n) => `rapporté dans ${of(n, "article ou publication", "articles et publications")}`,
    standings: {
      subject: "la partie concernée",
      originator: "auteur de l’affirmation",
      amplifier: "l’a diffusée",
      publisher: "l’a publiée",
      third_party: "un tiers",
      fact_checker: "un vérificateur",
      regulator: "une autorité",
      platform: "la plateforme",
    },
    ownRating: "son propre jugement, pas le nôtre",
    repeatMany: (n) => documents(n, "both"),
    repeatWithout: ({ without }) => `le répètent ${without}`,
    last: "La dernière à ce jour :",
    moreAnswers: (n) => of(n, "autre réponse", "autres réponses"),
    notCounted: "Pas encore vérifié par la rédaction. Non compté plus haut.",
    deleted: "une publication supprimée",
    removed: "Document retiré",
    fold: (n, from, to) => [`${n} de plus,`, `${deQui(from)} à ${to}`],
    foldOne: (who) => ["Une de plus,", who],
    began: (n) => `Comment cela a commencé et grandi : ${of(n, "moment", "moments")}`,
    byDay: (n) => `Les ${n}, jour par jour`,
    ofDay: (n) => `sur ${n}`,
    undatedDay: "Sans date",
    drops: (words) => `laisse tomber ${words}`,
    hidden: (n) => `${of(n, "non montré", "non montrés")} ici, au choix de la rédaction.`,
  },

  footer: {
    full: "Toute l’histoire et toutes les sources",
    how: "Comment lire ceci",
    disclaimer: "Whence montre d’où vient une affirmation. Il ne dit pas si elle est vraie.",
    machine: "Associé par machine, sauf là où figure ✓.",
    updated: (day) => `Mis à jour le ${day}.`,
    asKnown: (when) => `Tel que connu le ${when}.`,
    live: "Tel que connu aujourd’hui",
    partly: (shown, all) => `Raconté d’après les ${shown} premiers documents sur ${all}.`,
  },
};
