/** Cues of answers whose words are alike in Spanish, German, French and Portuguese: plain data, in the form of a cue grammar's `answers`. */
const FALSE =
  "(absolu\\p{L}+ )?(un[ae]? |uma |eine?n? )?(fals|faus|faux|mentir|mensong|bulo|boato|absurd|disparat|rid[ií]cul|infund|Falsch|falsch|Lüge|Unsinn|Quatsch|haltlos|erfunden|unwahr|grotesk|delir|fantas|invent)\\p{L}*";
const MISLEADING = "(fals|faus|engañ|engan|tromp|Falsch|irreführ|falsch|desinf|manip)\\p{L}*";
const PART =
  "(parcialmente|en parte|em parte|en partie|partiellement|teilweise|zum Teil|(un)?a parte d\\p{L}+|parte d\\p{L}+|une partie d\\p{L}+)";
const AND = "(y|e|et|und) (se |s['’]|a )?(disculp|pidi|pedi|excus|est excus|présent|entschuldig|bat)\\p{L}*";

export const alike: Record<string, string[]> = {
  denial: [
    `(tach|calific|tild|qualifi|classific|nann|bezeichne)\\p{L}* ([^.;]{2,60}? )?(de |d['’]|como |als )?["“«„]?\\s?${FALSE}`,
    "no (hay|existen?|había)( \\p{L}+)? (pruebas?|evidencias?|indicios?|constancia)",
    "não h(á|avia)( \\p{L}+)? (provas?|evidências?|indícios?|registr?os?)",
    "(aucune|pas de) preuves?",
    "keine(rlei)? (Hinweise|Belege|Beweise|Anhaltspunkte|Anzeichen)",
    "(einen )?solche[nr]? (\\p{L}+ )?(hat|habe|gab|gibt|gebe) es nicht( gegeben)?",
    "(rechaza|rechazó|rejeit(a|ou)|rejette) qu(e|['’])",
    "(démentons|nions|rejetons|negamos|rechazamos|rejeitamos|bestreiten wir|weisen wir [^.;]{2,60} zurück)",
    "(son|sont|são) (fals[oa]s|fausses|faux) (l[oae]s|[oa]s) \\p{L}+",
  ],
  partial_confirmation: [`(confirm|admi|recono|reconhe|reconn|bestätig|räum)\\p{L}+ (\\p{L}+ ){0,3}${PART}`],
  clarification: [
    "aclar(ó|aron|a|an)",
    "esclarec(eu|eram|em?)",
    "stell(t|te|ten) (\\p{L}+ ){0,3}klar",
    "klargestellt",
    "(a |ont )clarifié",
    "précisé qu['’]ils? (ne )?(parl|voul|vis)\\p{L}+",
  ],
  explanation: ["explic(ó|aron|ou|aram)", "(a |ont )expliqué", "erklär(t|te|ten) [^.;,]{2,60} mit"],
  no_comment: [
    "(n[io]|não|n['’](a|avait|ont)) (ni )?confirm\\p{L}+ (ni|nem) (desm|neg|dément|ni)\\p{L}+",
    "(gard|abst|evit|évit)\\p{L}+ de (confirm|comment)er",
    "n['’](a|ont|avai(t|ent)) pas voulu (\\p{L}+ ){0,2}(s['’]exprimer|commenter|répondre)",
    "no (ha|han) querido (pronunciarse|comentar|hacer \\p{L}+|responder)",
    "pr[eé]f[eéi]r\\p{L}+ (no|não|ne pas) \\p{L}+",
    "(ne pas|ne|não|no) (comment|coment)(er|ar|e|a)( pas)?",
    "(kommentier|äußer)\\p{L}+ (\\p{L}+ ){0,4}nicht",
    "recusa(m|ndo)? (comentar|responder)",
  ],
  retraction: [
    `(l['’](a |ont )?|l[oae]s? )?(borr|supprim|effac|apag|lösch|retir)\\p{L}+(-[oa]s?)?( [^.;]{1,60}?)? ${AND}`,
    "retirou a reportagem",
    "sich geirrt|[sm]e (equivo|engan)\\p{L}+|engan(ou-se|ei-me)|[sm]['’](est|suis) trompée?",
  ],
  takedown: ["(lo|la|los|las|l['’]|[oa]) (ha |han |a |ont )?(retir|elimin|borr|supprim|remov|apag)\\p{L}+"],
  label: [
    `(etiquet|marc|señal|signal|assinal|sinaliz|classific|clasific|kennzeichn|markier)\\p{L}* ([^.;]{2,50} )?(como|comme|als) (\\p{L}+ ){0,2}${MISLEADING}`,
  ],
  investigation: [
    "(está|estão|estava) a ser (analis|investig|avali|averigu)\\p{L}+",
    "(nahm|nimmt|nahmen|leitet\\p{L}*) (\\p{L}+ ){0,2}(Ermittlungen|Untersuchung) (auf|ein)",
    "abiert[oa] diligencias",
  ],
  right_of_reply: [
    "respond(ió|ieron|eu|eram) (a|à|ao) (las? |los? |l['’])?\\p{L}+",
    "(a |ont )répondu (à|aux?) [^.;,]{2,40}",
    "nahm(en)? [^.;]{0,60}?Stellung",
  ],
};
