/** French cues: plain data. */
import type { CueGrammar } from "./index.ts";

const carriers =
  "rumeurs?|accusations?|informations?|messages?|vidéos?|publications?|captures?|audios?|enregistrements?|textes?|photos?|tweets?|posts?|fils?";

export const fr: CueGrammar = {
  say: "(tient|tiennent) à (préciser|démentir|informer)|(a |ont |avait )(\\p{L}+ment )?(coupé court|(déclar|affirm|assur|expliqu|indiqu|précis|ajout|ni|confirm|annonc|dénonc|accus|soulign|publi|martel|insist|répliqu|rétorqu|estim|regrett|rappel|lanc)é|dit|démenti|admis|reconnu|écrit|soutenu|répondu)|dit|disent|(déclar|affirm|assur|expliqu|indiqu|précis|ajout|ni|confirm|annonc|dénonc|soulign)e(nt)?|(affirm|assur)ai(en)?t|dément(ent)?|reconnaît|admet|écrit|soutient",
  inverted: "a-t-(il|elle|on) (\\p{L}+)|ont-(ils|elles) (\\p{L}+)|(dit|déclare|explique|précise|ajoute|assure)-(t-)?(il|elle)",
  according: "selon|d['’]après",
  that: "que|qu['’]|si",
  adjunct:
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans|en|à|au|aux|hier|ce|cette|après|lors|devant|sur|par|qui|que|et|mais|alors|tandis|ne|n['’]\\p{L}+|a|ont|avait|également|aussi|avec|m['’]|nous|vous|lui|leur|depuis|pour|auprès|[ls]['’](a|ont|est|était|sont)?|d'abord",
  as: "comme( l['’])?|contrairement à ce qu['’]",
  nobody: "on|m['’]|nous|vous|lui|leur|il se",
  article: "le|la|les|l['’]|un|une|des|son|sa|ses|leur",
  of: "(du|des|de la|de l['’]|de|d['’])",
  by: "par( le| la| les| l['’])?",
  he: "il|elle|celui-ci|celle-ci",
  it: "(l['’]|la |cette |le )(entreprise|société|compagnie|firme|marque|université|association|organisation|institution|fabricant|club|groupe|banque|hôpital)",
  theCompany: "l'entreprise",
  roles:
    "(vice-|ex-)?(porte-parole|adjointe?|conseill(er|ère)|rect(eur|rice)|trésori(er|ère)|rédact(eur|rice)|élue?|ministre|président[e]?|direct(eur|rice)( générale?)?|maire|avocat[e]?|procureur[e]?|juge|professeur[e]?|journaliste|secrétaire|préf(et|ète)|PDG|médecin|chef(fe)? (de |d['’]|du )\\p{Ll}+)",
  people: "\\p{L}{2,}(eur|euse|rice|ienn?e?|iste|ère|er|ante?)|chef|accusée?|prévenue?|intéressée?|homme|femme|élue?",
  anonymous:
    "anonymes?|internautes?|utilisat(eur|rice)s?|sources?|prétendu[e]? \\p{L}+|soi-disant \\p{L}+|ancien(ne)? (salarié|employé)[e]?|quelqu['’]un|une personne|témoins?|lanc(eur|euse) d['’]alerte|comptes?|auteure? d(u|e la|es|e l['’]) ?\\p{L}+",
  organisations:
    "opérat(eur|rice)|laiterie|consulat|autorité|entreprise|société|groupe|éditeur|promoteur|établissement|exploitante?|fondation|syndicat|fédération|institut|rectorat|commission|département|conseil|université|ministère|mairie|ville|police|gouvernement|banque|hôpital|association|agence|tribunal|club|parti|préfecture|parquet|autorités",
  outlets: "journal|quotidien|AFP|Le Monde|Libération|Le Figaro|chaîne|radio|magazine",
  hedges:
    "présumé[e]?s?|prétendu[e]?s?|prétendument|supposé[e]?s?|rumeurs?|(il )?paraît(-il)? que|non confirmé[e]?s?|non vérifié[e]?s?|(n['’](a|ont|avons) pas pu|n['’](a|ont|avons) pu|impossible de|sans pouvoir) (être )?(vérifi|confirm)(er|é)|serai(t|ent)|aurai(t|ent)|soi-disant|apparemment|sources? anonymes?",
  weakHedges: "pourrai(t|ent)|peut-être|sans doute|probablement|semble(nt)?|semblerait",
  rumour: `rumeurs?[^.,;:]{0,60} ?: |(photos?|vidéos?|images?)([^.,;:]|\\.\\d){0,80}? (montrerai(t|ent)|censées? montrer) |(${carriers})( [^.,;:]{1,60}?)?,? (selon (laquelle|lequel|lesquel(le)?s),?|(affirm|assur|prétend|soutien|dis)(ant|e|ent|ait|aient|t)? qu(e |['’])|qui (affirm|assur|prétend|dit)(e|ent|ait|aient)? qu(e |['’]))|(le bruit court|il se dit|on (nous |m['’])?(dit|raconte|a dit|a raconté)) qu(e |['’])|accus(e|ent|é|ait|aient|ant) ([^.,;]{2,40}? )?(de |d['’])`,
  carriers,
  alleging: "dénonc|accus|prétend",
  moods: [
    [/^(?:avoir|ait) /u, "a "],
    [/^(?:aient) /u, "ont "],
    [/^(?:être|soit) /u, "est "],
    [/^(?=\p{Ll}{3,}(?:er|ir|re|oir) )/u, ""],
  ],
  raised:
    "(est|sont|a été|ont été) (accusé|soupçonné)[e]?s? d(e |['’])|(a|ont) (reconnu|admis|avoué)|reconna[iî](t|ssent)|admet(tent)?|(s['’]est|se sont) excusé[e]?s? d(e |['’])|(a|ont) présenté (ses|leurs) excuses pour|(rejette|a rejeté|ont rejeté|nie|dément) (les accusations|les rumeurs|l['’]accusation) d(e |['’])",
  hearsay: "prétendument|aurai(t|ent)|serai(t|ent)",
  began: "publié[e]?s?|apparu[e]?s?|né[e]?s?|commencé|posté[e]?s?|parti[e]?s?|mis[e]? en ligne|écrit|écrivait",
  spread: "partagé[e]?s?|circul\\p{L}*|relayé[e]?s?|repris[e]?s?|vira(l|le|les|ux)|propag\\p{L}*|diffus\\p{L}*|gagné",
  first: "d['’]abord|en premier|initialement|pour la première fois|à l['’]origine",
  whence: "d['’]où",
  translated: "tradui\\p{L}*|traduction",
  untrue:
    "(est|sont|était|étaient|serait) ((?!pas )\\p{L}+ ){0,2}(fau(x|sse|sses)|mensong\\p{L}+|infondé\\p{L}*|canular|inventé\\p{L}*|intox|fake)|n['’](est|était|a rien de) (pas )?vrai|(?<!pas )faux(,| de dire)? que|rien de vrai|mensonge que",
  not: "pas|jamais|aucun\\p{L}*|sans",
  asks: "est-ce vrai|quelqu['’]un (sait|peut|a)|vous savez si",
  negated: "(ne|n['’]\\p{L}+|sans|ni|jamais|refus\\p{L}+ de|évit\\p{L}+ de|loin de)( \\p{L}+){0,2} ?",
  labels: [
    "q|question|journaliste|(anim|modér|présent)at(eur|rice)",
    "r|réponse",
    "(l['’]|la )?(affirmation|rumeur|allégation|intox|ce qu['’]on dit)",
    "(le |la |les |notre )?(verdict|réalité|faits|conclusion|vérité|info)",
    "faux|fausse|trompeu(r|se)|intox|infondée?|mensonge",
  ],
  answers: {
    denial: [
      "dément(i|ent|ir|is|ait)?",
      "démenti(e|es|s)?",
      "(a |ont |avait )?(\\p{L}+ment )?nié",
      "nie(nt)?",
      "(rejet|réfut|contest|balay)(é|e|ent|ait) (\\p{L}+ ){0,3}(accusations?|rumeurs?|allégations?|affirmations?|informations?)",
      "confirm\\p{L}+ qu(e |['’])[^.;]{2,60} (est|était|sont|étaient) (\\p{L}+ )?(fau(x|sse|sses)|un faux|un montage|truqué\\p{L}*|un canular)",
      "n['’](a|ont|avons|ai) jamais \\p{L}+",
    ],
    confirmation: ["confirm(é|e|ent|ait)", "admi(s|t|et)", "admet(tent)?", "reconn(u|aît|aissent)", "c['’]est vrai"],
    no_comment: [
      "n['’](a|ont|avai(t|ent)) pas (\\p{L}+ ){0,2}?(répondu|réagi|donné suite|commenté|souhaité (faire de commentaires?|répondre|commenter|réagir|s['’]exprimer))",
      "refus(é|e|ent|ait) (de |tout )(commenter|commentaire|répondre|s['’]exprimer|réagir|confirmer)",
      "sans confirmer",
    ],
    correction: ["(a |ont )?(corrigé|rectifié)", "erratum|rectificatif"],
    retraction: ["s['’]est rétracté[e]?", "retiré (sa|son|l['’]|la|le) ?(article|plainte|accusation|publication|message)"],
    apology: [
      "s['’](est|excuse|sont)( \\p{L}+)? ?excusé[e]?s?|s['’]excuse",
      "présenté (\\p{L}+ )?excuses",
      "regrett(e|é) (cette|son|une|l['’]) ?erreur",
    ],
    investigation: [
      "enquêt(e|ent|er)( sur)?",
      "ouvert une enquête",
      "(examin|étudi)(e|ait|ent|aient) (le|la|les|ce|cette|l['’]) ?(dossier|affaire|vidéo|plainte|signalement)",
      "en cours d['’](examen|enquête)",
      "enquête (\\p{L}+ ){0,3}ouverte",
    ],
    label: ["(ajouté|apposé) (\\p{L}+ ){0,3}(avertissement|étiquette|bandeau)"],
    takedown: [
      "(supprimé|retiré|effacé) (\\p{L}+ ){0,2}(vidéo|publication|message|compte|tweet)",
      "suspendu (le|les|son|ce) comptes?",
      "(a|ont) été (supprimé|retiré|suspendu|effacé)[e]?s?",
    ],
  },
};
