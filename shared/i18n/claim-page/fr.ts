/** Ce que dit la page d’une affirmation, en français. */
import { deQui } from "../general/fr.ts";
import { counter } from "../plural.ts";
import { documents } from "../story/fr.ts";
import type { ClaimWords } from "./en.ts";

const of = counter("fr");

/** "remonte", "semblent remonter": what a number of documents does, surely or not. */
function goesBack(n: number, sure: boolean): string {
  if (sure) return n === 1 ? "remonte" : "remontent";
  return n === 1 ? "semble remonter" : "semblent remonter";
}

export const fr: ClaimWords = {
  frame: {
    claims: "Affirmations",
    how: "Comment ça marche",
    follow: "Suivre",
    embed: "Intégrer",
    data: "Données",
    site: "Site",
    story: "Cette histoire",
  },
  contents: {
    title: "Sur cette page",
    answer: "La réponse",
    answers: "Les réponses",
    who: "Qui l’a pris de qui",
    where: "Où cela s’est diffusé",
    changes: "Ce qui a changé",
    sources: "Combien de sources",
    all: (n) => `Tout (${n})`,
  },
  places: { news: "Presse", web: "Web" },
  documents,

  answers: {
    denied: (party, lag) => `${party} l’a démenti${lag && ` ${lag}`}`,
    deniedAndAfter: (party, lag, without, later) =>
      `${party} l’a démenti${lag ? ` après ${lag}` : ""} ; ${without === later ? `les ${later}` : `${without} des ${later}`} suivants ${without === 1 ? "l’omet" : "l’omettent"}`,
    sub: "Une carte est une réponse, quel que soit le nombre de ceux qui en parlent. Chaque feuille est un récit de cette réponse.",
    notSeen: "Rien vu jusqu’ici",
    noOther: "Aucune confirmation ni réfutation indépendante n’a été trouvée et vérifiée",
    noFactCheck: "Nous ne connaissons ni vérification ni décision de tiers.",
    ratingType: "Jugement",
    rates: (rating) => `Le juge ${rating} : son jugement, pas le nôtre`,
    types: {
      denial: "Démenti",
      confirmation: "Confirmation",
      partial_confirmation: "Confirmation partielle",
      explanation: "Explication",
      clarification: "Précision",
      correction: "Correction",
      retraction: "Rétractation",
      apology: "Excuses",
      no_comment: "Sans commentaire",
      label: "Avertissement",
      takedown: "Retrait",
      investigation: "Enquête",
      not_reached: "Injoignable",
      right_of_reply: "Droit de réponse",
    },
    own: { statement: "Sa propre déclaration", post: "Sa propre publication", page: "Sa propre page" },
    toldIn: (n, mix) => `Rapporté dans ${documents(n, mix)}`,
    alsoTold: (n) => `rapporté aussi dans ${of(n, "autre", "autres")}`,
    checked: "✓ Vérifié par la rédaction.",
    unchecked: "Pas encore vérifié.",
    users: (n, first) =>
      n === 1
        ? `Un internaute l’a contesté dans une publication : ${first}.`
        : `${n} internautes l’ont contesté dans leurs publications, dont la première : ${first}.`,
    articles: (n, first) =>
      n === 1
        ? `Un article l’a contesté ou a rapporté un démenti : ${first}.`
        : `${n} articles l’ont contesté ou ont rapporté un démenti, dont le premier : ${first}.`,
  },

  who: {
    title: (n, all, root, sure) => `${n} sur ${all} ${goesBack(n, sure)} à ${root}`,
    sub: "Qui l’a pris de qui, du plus grand au plus petit. En retrait : pris à la ligne du dessus ; tirets : probable. Les traits sont des publications et articles dans le temps.",
    subDenial: (turn) => `La ligne qui traverse est ${turn.it}.`,
    columns: { who: "Qui, où, quand", had: "l’ont pris d’ici" },
    likelyFrom: (who) => `probablement ${deQui(who)}`,
    possiblyFrom: (who) => `peut-être ${deQui(who)}`,
    from: deQui,
    rest: (n) => of(n, "autre", "autres"),
    restSub: "en groupes plus petits, ou de source inconnue",
  },

  where: {
    title: (platforms, lag) =>
      lag ? `Sur ${of(platforms, "plateforme", "plateformes")} en ${lag}` : `Sur ${of(platforms, "plateforme", "plateformes")}`,
    titleNews: (platforms, lag, newsLag) =>
      lag && newsLag
        ? `Sur ${of(platforms, "plateforme", "plateformes")} en ${lag}, dans la presse en ${newsLag}`
        : `Sur ${of(platforms, "plateforme", "plateformes")} et dans la presse`,
    sub: "Dans l’ordre d’arrivée. Même échelle à chaque rangée ; sous la ligne : ce qui mentionne une réponse ou conteste l’affirmation.",
    first: (t) => `d’abord ${t}`,
  },

  changes: {
    dropped: (words, n) => `${words} ${n === 1 ? "a été omis" : "ont été omis"} en chemin`,
    added: (words, n) => `${words} ${n === 1 ? "a été ajouté" : "ont été ajoutés"} en chemin`,
    title: "Les mots ont changé en chemin",
    sub: "Ce qui distingue un texte de celui dont il est pris. Barré : disparu. Surligné : nouveau.",
    sums: {
      hedge_dropped: (n) => `un mot de doute a été omis à ${of(n, "endroit", "endroits")}`,
      hedge_added: (n) => `un mot de doute a été ajouté à ${of(n, "endroit", "endroits")}`,
      number_changed: (n) => `${of(n, "nombre modifié", "nombres modifiés")}`,
      unit_changed: (n) => `${of(n, "unité modifiée", "unités modifiées")}`,
      name_changed: (n) => `${of(n, "nom modifié", "noms modifiés")}`,
      attribution_lost: (n) => `${of(n, "ne dit plus", "ne disent plus")} qui l’a dit`,
      negation_flipped: (n) => `${of(n, "en a fait", "en ont fait")} le contraire`,
      detail_lost: (n) => `${of(n, "a perdu", "ont perdu")} un détail`,
      translated: (n) => `${of(n, "est une traduction", "sont des traductions")}`,
    },
    became: "est devenu",
    takers: (n) => `${of(n, "autre l’a pris", "autres l’ont pris")} de là.`,
    readByMachine: "Lu par machine, pas encore vérifié.",
    kinds: {
      hedge_dropped: "Un mot de doute a disparu.",
      hedge_added: "Un mot de doute est nouveau.",
      number_changed: "Un nombre a changé.",
      unit_changed: "Une unité a changé.",
      name_changed: "Un nom a changé.",
      attribution_lost: "Il ne dit plus qui l’a dit.",
      negation_flipped: "Il dit le contraire.",
      detail_lost: "Un détail a disparu.",
      translated: "Une traduction.",
    },
    all: (n) => `Les ${n} changements`,
  },

  sources: {
    title: (what, min, max, likely) =>
      `${what}, ${likely ? "apparemment " : ""}de ${min === max ? of(max, "source", "sources") : `${min} à ${max} sources`}`,
    unknown: (what) => `${what} ; on ne peut dire combien de sources`,
    sub: "Une source compte une fois, quel que soit le nombre de ceux qui la répètent. Chaque carré est une publication ou un article à côté de ce à quoi il remonte (le point) : foncé quand une plateforme, un lien ou le texte le dit, clair quand ce n’est que probable.",
    none: "On ne sait d’aucun d’où il vient. Ceux qui ne montrent pas leur source peuvent la partager avec d’autres.",
    each: (n) => `Chaque carré en représente ${n}.`,
    from: "de",
    others: (n) =>
      `${of(n, "autre est dans un groupe plus petit ou isolé", "autres sont en groupes plus petits ou isolés")} ; on ne sait le plus souvent pas d’où cela vient.`,
    fewer:
      "Il y a plus de noms que de sources : qui n’est nommé que par une publication ou un article ne compte pas seul, et ceux qu’un texte nomme ensemble comptent pour une.",
    why: "Pourquoi cela compte pour une",
  },

  all: {
    title: (what) => `Tout : ${what}`,
    titleQuotes: (n) => (n === 1 ? "La seule publication ou le seul article, avec sa citation" : `Tout (${n}), avec les citations`),
    sub: (zone) => `Du plus ancien au plus récent. Heures en ${zone}.`,
    filters: "Filtrer",
    everything: "Tout",
    stands: { says: "Le dit", asks: "Demande ou l’évoque", answers: "Répond ou conteste" },
    place: "Où",
    everywhere: "Partout",
    language: "Langue",
    anyLanguage: "Toutes les langues",
    words: "Mots ou noms",
    clear: "Tout montrer",
    found: (n) => (n === 0 ? "Rien trouvé." : `Résultat : ${documents(n)}.`),
    more: (n) => `Suivants : ${n}`,
    earlier: "Revenir au début",
    says: (n) => `${of(n, "le dit", "le disent")}`,
    asks: (n) => `${of(n, "le demande ou l’évoque", "le demandent ou l’évoquent")}`,
    answers: (n) => `${of(n, "répond ou conteste", "répondent ou contestent")}`,
    unread: (n) => `${of(n, "ultérieur ne figure", "ultérieurs ne figurent")} pas ici : les données ont tout.`,
    refersTo: "Juste avant, dans le même texte :",
    asksTag: "Demande.",
    mentionsTag: "Le mentionne.",
    answersTag: "Mentionne une réponse.",
    isAnswerTag: "Réponse.",
    disputesTag: "Le conteste.",
    mayDisputeTag: "Le conteste ou rapporte un démenti.",
    firstTag: "Première trace.",
    moreOfDay: (n) => `+${n} de plus ce jour-là`,
  },

  foot: {
    unseen: "Ce que nous n’avons pas pu voir",
    undated: (n) => `${of(n, "document n’a pas de date : absent", "documents n’ont pas de date : absents")} des images.`,
    watched: (list) => `Sous surveillance : ${list}.`,
    readText:
      "Whence montre d’où vient une affirmation et qui a répondu. Il ne dit pas si elle est vraie. « Première trace » est l’apparition la plus ancienne que nous ayons trouvée, pas l’endroit où cela a commencé. Ce qui est probable a été associé par une machine ; ce que la rédaction a vérifié porte un ✓.",
    take: "À emporter",
    embed: "Intégrer ceci",
    picture: "En image",
    graph: "Liens en JSON",
    earlier: "Toutes les versions antérieures",
    updated: (t, version) => `Mis à jour le ${t}, version ${version}.`,
    asKnown: (t) => `Tel que connu le ${t}.`,
    sealed: (block) => `Scellé dans le bloc ${block} du journal :`,
    now: "Ce que l’on sait maintenant",
  },
  steps: {
    title: "L’image en mots",
    at: (when, counts) => `${when} : ${counts}`,
    until: (n, all) => `${n} sur ${all} jusque-là`,
    move: "Parcourir le temps",
    play: "Rejouer la diffusion",
    stop: "Arrêter",
  },
};
