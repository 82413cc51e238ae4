/** Italian. */

import { sourceCues } from "../text/source-cues.ts";
import type { LanguagePack } from "./pack.ts";

const carriers =
  "voc[ei]|dicerie|accus[ae]|informazion[ei]|notizi[ae]|messagg(io|i)|vide[oi]|pubblicazion[ei]|post|screenshot|audio|registrazion[ei]|caten[ae]|test[oi]|fot[oa]|immagin[ei]";
/** Verbs of saying in -are, without their endings. */
const saidStems =
  "afferm|dichiar|spieg|indic|neg|conferm|annunci|denunci|comment|assicur|sottoline|pubblic|replic|precis|raccont|inform|osserv|ricord|segnal|argoment|rivel|evidenzi|rilev|confess|puntualizz|comunic";
/** Of regular verbs of publishing. */
const publishingStems =
  "riport|pubblic|rivel|annunci|anticip|raccont|afferm|assicur|rilanci|titol|twitt|segnal|post|cit|svel|comunic|inform|menzion|parl|not|dettagli|lanci|accus|denunci|ipotizz|indic|spieg|evidenzi|sganci|insinu|svent|preannunci|quantific|avanz";
/** What follows in the names of authorities that are called agencies: "Agenzia delle Entrate". */
const authority =
  "(?! (?:(?:[Nn]azionale|[Rr]egionale|[Ee]uropea|[Ii]taliana|[Ss]paziale|per|de[il]|dell[ae]|di(?! stampa))(?!\\p{Alpha})|dell['’]))";

export const it: LanguagePack = {
  tag: "it",
  leadsIn: "che ",
  abbreviations: "[Ss]igg?|[Dd]ott|[Pp]rof|[Ii]ng|[Aa]vv|Geom|Gen|Col|Magg|Amm|[Mm]ons|[Ss]en|On|mln|mld",
  letters: "[àèìòù](?!\\p{Alpha})",
  commonWords:
    "il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al alla ai agli alle dal dalla dai nel nella nei sul sulla è sono era essere ha hanno ho hai aveva avere e ed o ma se che chi cui non né più questo questa questi queste quello quella secondo detto stato stata si mi ti ci vi ne lui lei loro io tu noi voi mio mia suo sua suoi anche come quando dove perché perche tutto tutti ogni niente mai sempre molto due bene fare fa può cosa così ancora solo dopo prima anni",
  negations: "non mai",
  reportingWords: "non vero falso bufala dice dicono afferma denuncia smentisce voce presunto conferma",
  stems: {
    endings:
      "amente mente amento imento azione azioni ando endo erebbe erono arono irono avano evano eranno iano atore atori ato ata ati ate ito ita iti ite ico ica ici iche ivo iva ivi ive ismo ista isti are ere ire ava eva ano ono ero era io ia ie hi he i o e a",
    elision: "(?:[cdjlmnst]|(?:a|da|de|ne|su)?ll|un|gl|quest)'",
  },
  time: {
    months: "gennaio gen;febbraio;marzo;aprile;maggio mag;giugno giu;luglio lug;agosto;settembre;ottobre ott;novembre;dicembre",
    weekdays: "lunedì;martedì;mercoledì;giovedì;venerdì;sabato;domenica",
    days: { "-2": "l'altro ieri", "-1": "ieri", 0: "oggi|stasera|stamattina", 1: "domani" },
    units: { hour: "ora|ore", day: "giorno|giorni", week: "settimana|settimane", month: "mese|mesi", year: "anno|anni" },
    numbers: { un: 1, una: 1 },
    ago: "(\\d{1,3}|\\p{Alpha}{2,8}) (or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa",
    last: "(?:la |lo |il |l')?(?:scors[oa] (settimana|mese|anno))|(?:la |lo |il |l')?(settimana|mese|anno) scors[oa]",
    before: "entro|fino a|prima di",
    after: "dal|dopo|da",
    future: "sarà",
    habit: "ogni",
    next: "prossim[oa]",
    previousAfter: "scors[oa]",
    previous: "scors[oa]|ultim[oa]",
    of: "di|del|dello",
    inMonth: "ad?|in|nel|da|entro|prima di|(?:inizio|metà|fine) (?:di )?",
    inYear: "nel|dal|prima del|dopo il|fino al|(?:inizio|metà|fine) (?:del )?",
    partOf: "(?:inizio|metà|fine) (?:di|del)",
    thisPeriod: "(?:in )?quest[aoe]|(?:inizio|metà|fine) (?:del|di)",
    inMonthYear: "nel|di",
    boundArticles: "il|lo|la|l'",
    ordinal: "º",
  },
  numbers: {
    counts:
      "- due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
    tens: "- venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    hundreds: "cento duecento trecento quattrocento cinquecento",
    scales: { 1e3: "mille|mila", 1e6: "milione|milioni|mln", 1e9: "miliardo|miliardi|mld" },
    joins: "e",
    half: "mezzo|mezza",
    units: { "%": "per cento", "m²": "metri quadrati|metri quadri", year: "anni" },
    approximately: "circa|quasi",
  },
  hedging: {
    hedges:
      "presunt[oaie]|presuntamente|asserit[oaie]|asseritamente|dicerie|voci|non confermat[oaie]|senza conferm[ae]|non verificat[oaie]|non (è stato possibile|siamo riusciti a|è riuscit[oa] a|ha potuto|hanno potuto) (verificare|confermare)|stando a quanto|a quanto pare|sarebber?o?|avrebber?o?|fonti anonime",
    weakHedges: "potrebber?o?|forse|possibilmente|probabilmente|sembra che|pare che|apparentemente",
    scoffs: "e io sono (?:il|la) (?:papa|regina|re)|certo,? certo|ma per favore|e poi cosa ancora",
    laughs: "(?:ah){2,6}|lol|certo|come no",
    supposes:
      "se|anche se|qualora|supponiamo|immaginiamo|immagina(te)?|poniamo|ammettiamo|ammesso che|mettiamo che|dubito|non (so|sono sicur[oa]) (se|che)|mi chiedo se|qualcuno (sa|può)|chissà se|faccio fatica a credere|sarà vero",
    peopleSay:
      "(?:si )?(?:dice|mormora|vocifera) che|dicono che|(?:ho sentito|mi dicono|mi hanno detto) (?:dire )?che|(?:qualcuno|un (?:amico|collega|vicino)|un['’]amica|una (?:collega|vicina)|mi[oa] (?:\\p{Alpha}+ )?(?:sorella|fratello|cugin[oa]|capo|madre|padre|marito|moglie|zi[oa])|(?:il|la) mi[oa] (?:amic[oa]|vicin[oa]|collega|cap[oa])) (?:mi )?(?:dice|ha detto|racconta|sostiene)|secondo un(?:a|['’])? ?(?:amic[oa]|collega|vicin[oa])",
  },
  parties: {
    roles:
      "(vice-?|ex[ -])?(amministrat(ore|rice)( delegat[oa])?|portavoce|assessor[ae]|consiglier[ae]|rettor[ae]|rettrice|tesorier[ae]|redattor[ae]|caporedattor[ae]|deputat[oa]|senat(ore|rice)|ministr[oa]|president(e|essa)|dirett(ore|rice)|sindac[oa]|prefett[oa]|questore|avvocat[oa]|procurat(ore|rice)|giudice|professor(e|essa)|giornalista|segretari[oa]|sottosegretari[oa]|cap[oa] d[ei]l? \\p{Lower}+|medic[oa]|primari[oa]|governat(ore|rice)|responsabile|comandante|preside|titolare)",
    people:
      "\\p{Alpha}{2,}(tore|trice|ista|ante|ente|ier[ea]|ic[oa])|interprete|ballerin[oa]|stella|star|imputat[oa]|accusat[oa]|uomo|donna|ragazz[oa]|giovane",
    anonymous:
      "anonim[oaie]|utent[ei]|internaut[aie]|font[ei]|(presunt[oa]|sedicente) (dipendente|lavorat(ore|rice)|testimone)|ex dipendente|qualcuno|una persona|testimon[ei]|profilo|autor[ei]( de[il]l?[ao'’]? ?\\p{Alpha}+)?",
    alias: "che si fa chiamare|alias",
    portfolio: "(?:vice-?|ex-?)?(?:ministr|consigl|segretari|assessor)",
    honorifics: "Dott\\.(ssa)?|Sig\\.(ra)?|Avv\\.",
    nameParticles: "de|di|del|della|la|lo",
    organisations:
      "autorità|consolato|panificio|protezione civile|azienda|società|impresa|ditta|ente|gruppo|segreteria|procura|Croce Rossa|fondazione|sindacato|federazione|istituto|casa editrice|collegio|clinica|carabinieri|università|ministero|prefettura|questura|comune|giunta|polizia|governo|banca|ospedale|associazione|agenzia|tribunale|squadra|partito|museo|teatro|azienda sanitaria",
    outlets: "quotidiano|giornale|ANSA|AGI|Adnkronos|Corriere|Repubblica|Stampa|televisione|rivista|Pagella Politica|Facta|Open",
    speaker: "portavoce",
    ofOther: "d[ie]l?l?['’]?|dell[ao]|degli",
    authorOf: "autor(?:e|i|rice) de[il]l?[ao'’]? ?(?:messagg\\p{Alpha}*|vide[oi]|tweet|post|audio|pubblica\\p{Alpha}*)",
    asked: "raggiunt[oa]|interpellat[oa]|contattat[oa]|sentit[oa]|interrogat[oa]|quanto|ce|ci|ne",
    beside: "ex|ex-\\p{Alpha}+|dipendente|operai[oa]|autista|controfigura|tirocinante",
    subjectArticle: "[Ii]l|[Ll][aoe]|[Gg]li|I|[Ll]['’]|[Uu]n[ao]?|[Uu]n['’]",
    examined: {
      before: "contro|nei confronti di",
      apologisedTo: "con|a[gil]?|all(?:[aeo]|['’])|agli|nei confronti d(?:i|el|ell[aeo])",
      behind: "(?:è|sono|è stat[oa]) (?:indagat|interrogat|esaminat|analizzat|ispezionat)\\p{Alpha}*|(?:è|finisce) sotto inchiesta",
    },
    namesake: "omonim[oaie]|(?:nessuna|senza) parentela|non (?:è|sono) parent[ei]",
    noCompany: "sindacat[oi]|comitato|asl",
    regulator: "polizia|ministero|agenzia|comune|tribunale|autorità|procura|questura",
    factChecker: "pagella politica|facta|open",
    amplifier: "che [^,.]{1,60}?(?:condivi|diffus|rilanci)\\p{Alpha}*[^,.]{0,40},",
  },
  mentions: {
    began:
      "pubblicat[oaie]|pubblicò|comparv?[eso]+|compars[oaie]|appars[oaie]|apparve|nat[oaie]|partit[oaie]|cominciat[oaie]|iniziat[oaie]|scritt[oaie]|postat[oaie]|spuntat[oaie]",
    spread:
      "condivi\\p{Alpha}*|circola\\p{Alpha}*|viral[ei]|diffus[oaie]|diffond\\p{Alpha}*|rilanciat[oaie]|rimbalzat[oaie]|inoltrat[oaie]|arrivat[oaie]",
    places: "forum|blog|sito|portale|canale|gruppo|chat",
    placeArticles: "un[oa']?|il|lo|la|l['’]",
    definiteDeterminers: "il|lo|la|l['’]",
    placeOf: "di|de[il]l?[ao'’]?",
    beginning: "primo|prima volta|inizialmente|originariamente",
    translated: "tradott[oaie]|traduzion[ei]",
    carriers,
    join: "su |in ",
    platforms: [["(?<=(?<!\\p{Alpha})(?:[Ss]u|di|da|e|o|via) )X(?![\\p{Alpha}\\p{N}-])", "x"]],
  },
  labels: {
    claim: "(l['’] ?)?(affermazione|la voce|la bufala|che cosa si dice|cosa circola)",
    rating: "(il |la |il nostro |la nostra )?(verdetto|valutazione|verità|realtà|conclusione|fatti|giudizio)",
    untrue:
      "((in gran parte|totalmente|completamente|del tutto|per lo più) )?(fals[oa]|ingannevole|errat[oa]|infondat[oa])|bufala|bugia|fuorviante",
    rated:
      "((in parte|parzialmente|in gran parte) )?(ver[oa]|corrett[oa])|parzialmente fals[oa]|mezza verità|non (verificat|provat|dimostrat|confermat)[oa]|senza prove|(manca il|fuori) contesto|decontestualizzat[oa]|esagerat[oa]|satira|imprecis[oa]",
    rates: "(classifichiamo|giudichiamo|valutiamo|consideriamo)( [\\p{Alpha}’'-]+){0,6}?( come)?",
    check: "fact[- ]?check\\p{Alpha}*|bufal[ae]|verifica dei fatti",
  },
  ownCorrections: {
    retraction:
      "mi sono sbagliat[oa]|ho sbagliato|avevo torto|ho (?:cancellato|eliminato|rimosso|tolto) (?:il|la|lo|quel|quella|questo|questa) (?:\\p{Alpha}+ ){0,2}(?:post|tweet|video|messaggio|storia|foto)|(?:ritiro|ritratto) (?:quello|quanto|ciò|tutto)|il mio (?:\\p{Alpha}+ )?(?:post|tweet|video|messaggio) era (?:falso|sbagliato|un errore|una bufala)|ci sono cascat[oa]|me lo sono inventat[oa]",
    correction:
      "ho (?:confuso|scambiato|(?:letto|capito|sentito) male)|(?:devo|voglio) (?:correggermi|correggere|rettificare)|mi correggo|rettifico|errore mio",
    label: "correzione|rettifica|errata corrige|edit",
    unless: "se|dice|dicono|detto|quando|perché|spero",
  },
  responses: {
    denial: [
      "(ha|hanno|aveva|avevano) (\\p{Alpha}+ ){0,2}(negat[oa]|smentit[oa])",
      "neg(a|ano|ò|arono|ando|(?<=per neg)are)(?! ([^,.;]{2,40} )?(l['’]ingresso|l['’]accesso|l['’]autorizzazione|la richiesta|il permesso))",
      "smenti(sce|scono|sco|amo|ta|to|te|ti|rono|va|vano|re)",
      "smentì",
      "(respin(ge|gono|se|sero|to|ta)|rigett(a|ano|ato|ata|ò)|rifiut(a|ato|ò)) (\\p{Alpha}+ |l['’])*?(accus[ae]|voc[ei]|ricostruzion[ei]|insinuazion[ei]|addebit[oi]|notizi[ae]|indiscrezion[ei]|illazion[ei]|ipotesi|tesi)",
      "conferm\\p{Alpha}+ che [^.;]{2,60} (è|era|sono|erano) (\\p{Alpha}+ )?(fals[oaie]|un fotomontaggio|una bufala)",
      "non (è|c['’]è|ci sono|abbiamo) mai \\p{Alpha}+t[oaie]",
      '(definit|bollat|liquidat|definisc|boll|liquid|defin|etichettat|parl|tacciat)\\p{Alpha}* ([^.;]{2,60}? )?(come |di |con una? \\p{Alpha}+ |una? )?["“«]?\\s?(assolu\\p{Alpha}+ |totalmente |completamente |pur[ao] )?(una? )?(fals|fake|bufal|bugi|assurd|ridicol|infondat|fantasi|finzion|invenzion|inventat|menzogn|folli|sciocchezz|calunni|priv[oaie] di (ogni )?fondamento)\\p{Alpha}*',
      "(chiari|precis|sottoline|ribad|rend\\p{Alpha}+ noto|assicur|garant|afferm|dichiar|spieg|specific)\\p{Alpha}* ([^.;,]{1,40} )?che [^.;]{2,90}? non (ha|hanno|è|sono|c['’]è|vi è|esiste|sarà|verrà|aveva|avevano|abbia|abbiano|sia|siano)",
      "(non|mai) (mi |ci |lo |l['’])?(ho|ha|hanno|abbiamo) mai \\p{Alpha}+[tsn][oaie]",
      "(sono|sto) (\\p{Alpha}+ ){0,2}(viv[oa]( e vegeto)?|benissimo)(?!\\p{Alpha})",
      "non (c['’](è|era)|ci sono|esist\\p{Alpha}+|risult\\p{Alpha}+) (alcun[ao]? |nessun[ao]? )?(prov[ae]|riscontr[oi]|indizi|evidenz[ae]|traccia)",
      "esclud(e|ono|iamo|endo) che",
      "(ha|hanno) esclus[oa] che",
      "(ha|hanno) contestat[oa]|contest(a|ano|ò)(?! (un|il) (multa|reato))",
      "non (c['’]è|vi è|c['’]era) (nulla|niente|nessuna?) (di )?(vero|fondato|verità)",
      "non è vero|non corrisponde al vero|priv[oaie] di (ogni |qualsiasi )?fondamento|destituit[oaie] di (ogni )?fondamento",
      "(confut|contradd|respin)\\p{Alpha}+",
      "(assicur|garant|conferm|precis|ribad)\\p{Alpha}+ che (\\p{Alpha}+ ){0,3}non (?!coment|comment|si |rila|rispond)\\p{Alpha}+",
      "smentendo|smentir(l[aeio]|n[ei])|negar(l[aeio]|n[ei])",
      "(dett|dic|dichiar|ribad|proclam)\\p{Alpha}* ([^.;,]{1,30} )?(estrane[aeio]|estraneità|innocenza)|si (dice|dichiara|è dett[ao]|è dichiarat[ao]) (\\p{Alpha}+ )?(estrane[ao]|innocente)",
      "fa(nno)? chiarezza|(mett|mess)\\p{Alpha}+ (\\p{Alpha}+ )?(a tacere|fine) (a |al |alle )?(\\p{Alpha}+ )?(voci|indiscrezioni)",
    ],
    confirmation: [
      "((ha|hanno) )?conferm(a|ano|ò|arono|ato|ata|ando|iamo)",
      "ammett(e|ono|iamo)|ammess[oa]|ammise(ro)?",
      "riconosc(e|ono)|(ha|hanno|aver) riconosciuto|riconobbe(ro)?",
      "è vero|è tutto vero",
    ],
    partial_confirmation: [
      "(amm|riconosc)\\p{Alpha}+[^.;]{1,120} ma (\\p{Alpha}+ )?(non|nega\\p{Alpha}*|smenti\\p{Alpha}+)",
      "((ha|hanno) )?(conferm|amm|riconosc)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(parzialmente|in parte|solo in parte|(una )?parte d\\p{Alpha}+)",
    ],
    explanation: [
      "((ha|hanno) )?spieg(a|ano|ò|arono|ato|ando)",
      "attribui(sce|scono|to|ta) [^.;]{2,60} (a|al|alla)(?!\\p{Alpha})|(è|era) dovut[oa] (a|al|alla)(?!\\p{Alpha})",
      "si (tratta|trattava|è trattato) di un['oa]? ?(\\p{Alpha}+ )?(errore|equivoco|malinteso|esercitazione|scherzo|parodia|satira|guasto)",
    ],
    clarification: ["((ha|hanno) )?(chiari(sce|scono|to|ta|rono)|chiarì|precis(a|ano|ò|arono|ato|ando))"],
    correction: [
      "((ha|hanno|abbiamo|stat[oa]|è) corrett[oa]|corregg(e|ono|iamo)|corresse(ro)?)",
      "((ha|hanno) )?rettific(a|ano|ò|arono|ato|hiamo)",
      "errata corrige",
    ],
    retraction: [
      "((ha|hanno) )?ritratt(a|ano|ò|arono|ato|ando)",
      "(ritir(a|ano|ò|arono|ato)) (l['’]|il |la |le |gli )?(accus[ae]|articolo|notizia|post|denunci[ae])",
      "(si è|si sono|mi sono|ci siamo) sbagliat[oaie]",
      "(ha|hanno) fatto (marcia|retromarcia) indietro|(fa|fanno) marcia indietro",
    ],
    apology: [
      "((ha|hanno) )?(chied\\p{Alpha}+|chiest[oa]|chiese(ro)?|porg\\p{Alpha}+) (pubblicamente )?scusa",
      "si (è|sono) scusat[oaie]|si scus(a|ano|ò|arono)|ci scusiamo|mi scuso",
      "scus[ao]rsi|le (nostre|sue|proprie) scuse|rammaric\\p{Alpha}+ per (l['’]errore|l['’]equivoco|quanto)",
      "mea culpa",
    ],
    no_comment: [
      "non (ha|hanno|aveva|avevano) (voluto |inteso )?(\\p{Alpha}+ )?(commentat[oa]|rispost[oa]|rilasciat[oa]|commentare|rispondere|rilasciare|replicat[oa])",
      "non (ha|hanno) (voluto|inteso)",
      "non (commenta|commentano|risponde|rispondono|commentiamo)",
      "(si è|si sono) rifiutat[oaie] di (commentare|rispondere|parlare|rilasciare)",
      "(ha|hanno) (preferito|scelto di) non \\p{Alpha}+",
      "(ha|hanno) declinat[oa]|rifiutat[oa] di (commentare|rispondere)",
      "nessun commento|no comment",
      "né conferm\\p{Alpha}+ né (smen|neg)\\p{Alpha}+|non conferm\\p{Alpha}+ né (smen|neg)\\p{Alpha}+",
      "(si (è|sono) limitat[oaie]) a",
      "(non (intend|vuol|vogl)\\p{Alpha}+|prefer\\p{Alpha}+ non) (commentare|rispondere|rilasciare|esprimersi)",
      "non si (è|sono) (espress|pronunciat)[oaie]",
    ],
    label: [
      "(aggiun|inseri|appos|mess)\\p{Alpha}* (\\p{Alpha}+ ){0,3}(etichetta|avviso|avvertenza)",
      "(etichetta|segnala|contrassegna|classifica)\\p{Alpha}* ([^.;]{2,50} )?come (\\p{Alpha}+ ){0,2}(fals|ingann|disinform|manip)\\p{Alpha}*",
    ],
    takedown: [
      "(ha|hanno) (rimosso|cancellato|eliminato|tolto) (\\p{Alpha}+ |l['’]){0,2}(video|pubblicazione|post|messaggio|account|articolo|profilo)",
      "(è|sono) stat[oaie] (rimoss|cancellat|sospes|eliminat)[oaie]",
      "(rimoss|cancellat|eliminat|ritirat|sospes)[oaie] (\\p{Alpha}+ |l['’]){0,3}(video|post|messaggio|account|articolo|profilo|contenuto|pagina)",
      "non è più (disponibile|accessibile|online)",
    ],
    investigation: [
      "indaga(no|re|ndo)?",
      "((ha|hanno) )?(apert[oa]|apre|aprono|aprì|avviat[oa]|avvia|avviano|avviò) (una?['’]? ?)?(indagine|inchiesta|istruttoria|verifica|fascicolo)",
      "in corso (di )?(accertament|verific)\\p{Alpha}+|al vaglio",
      "(sta|stanno) (verificando|esaminando|accertando|indagando|valutando)",
    ],
    not_reached: [
      "non (è|sono|era|erano) (stat[aoie] )?(raggiungibil[ei]|raggiunt[aoie]|rintracciat[aoie])|(era|erano|è|sono) irreperibil[ei]",
    ],
    right_of_reply: ["(ha|hanno) replicat[oa]|replic(a|ano|ò|arono)"],
  },
  cueGrammar: {
    say: `(ha|hanno|aveva|avevano) (\\p{Alpha}+mente |poi |anche |però |già |subito |inoltre |infine )?((${saidStems})at|(smentit|riferit|dett|fatto sapere|sostenut|scritt|rispost|chiarit|ammess|ribadit|esclus|riconosciut|garantit|aggiunt|conclus|ripetut|avvertit))?[oa]?|dice|dicono|disse(ro)?|(${saidStems})(a(no)?|ò)|(aggiung|sosten|riconosc|ribadisc|chiarisc|smentisc|riferisc|garantisc|avvertisc)(e|ono)|aggiunse|smentì|sostiene|sostengono|sostenne|scriv(e|ono)|scrisse(ro)?|rispond(e|ono)|rispose(ro)?|ammett(e|ono)|esclud(e|ono)|fa(nno)? (sapere|notare)|avvert(e|ono)|(?<=["”»’],? |[–—-] )(ha )?(prosegu(e|ito)|continua(to)?|conclude|attacca|tuona|sbotta|rincara)`,
    reflexive: "si(?: è| sono)?|s['’]è",
    according: "secondo|stando a|a detta di",
    that: "che|se|di(?= (?:non )?\\p{Alpha}+(?:re|r[mtscv]i|rl[oaie]|er)(?!\\p{Alpha}))",
    relatives: "che|chi|dove|cui|quanto|(?:il|la|i|le) qual[ei]",
    infinitiveForm: "[aei]re$",
    finiteForm:
      "(?<=\\p{Lower}{2})(?:ò|[aei]rono)$|^(?:ha|hanno|aveva|avevano|avrebbe|avrebbero|fu|fece|fecero|disse|dissero|diede|nega|negano|smentisce|smentiscono)$",
    elided: "[cdlmnst]|un|d?all|[dns]ell|sull|quest|quell",
    determiners:
      "mi[oae]|miei|nostr[oaie]|quest[oaie]|quest['’]|quel|quell[oae]|quei|quegli|quell['’]|altr[oaie]|alcun[ie]|nessun[oa]?|divers[ie]|vari[e]?|molt[ie]|entrambi|entrambe|ogni|tutt[oaie]|due|tre",
    prepositions:
      "a|ad|al|allo|alla|all['’]|ai|agli|alle|con|contro|da|dal|dallo|dalla|dall['’]|dai|dagli|dalle|durante|in|nel|nello|nella|nell['’]|nei|negli|nelle|per|presso|secondo|senza|sotto|sul|sullo|sulla|sull['’]|sui|sugli|sulle|su|tra|fra|dopo|prima|verso|mediante",
    who: "che",
    dropsSubject: true,
    participleForm: "[aiu]t[oaie]$",
    anaphora: "lo|così|questo",
    plural: "[aeoòn]no",
    of: "di|d['’]|del|dello|della|dell['’]|dei|degli|delle",
    adverbs:
      "non|né|mai|anche|ancora|già|sempre|così|allora|poi|infine|inoltre|ieri|oggi|domani|stamani|stamattina|stasera|stanotte|adesso|ora|qui|qua|lì|là|più|meno|molto|tanto|solo|soltanto|si|mi|ti|ci|vi|gli|ne|dove|quando|cosa|quale|quali|come|perché|poiché|mentre|però|tuttavia|invece|intanto|perfino|persino|addirittura|nel frattempo|\\p{Lower}+mente",
    and: "e|ed|o|ma|né",
    subordinators: "che|se|come|quando|mentre|perché|poiché|anche|dove|per|dopo|senza|di|e|ed|ma",
    oblique: "al|allo|alla|all['’]|ai|agli|alle",
    timeWords:
      "ann[oi]|mes[ei]|settiman[ae]|giorn[oi]|giornat[ae]|or[ae]|minut[oi]|second[oi]|mattina|mattinata|pomeriggio|sera|serata|notte|volt[ae]|momento",
    as: "come|secondo quanto|contrariamente a quanto",
    when: "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|ieri|oggi",
    infinitive: "avere?|essere",
    subject: "essi|loro",
    copula: "sono|è|erano?",
    auxiliary: "ha|hanno|si",
    cut: "come|ma|secondo|citando",
    spreading: "(è stat|sono stat|circol\\p{Alpha}+) *[aoei]? +(pubblic|condivis|diffus|su |in )",
    nobody: "mi|ci|gli|le|ti",
    article: "il|lo|la|l['’]|i|gli|le|un|uno|una|un['’]|suo|sua|suoi|sue",
    by: "da|dal|dallo|dalla|dall['’]|dai|dagli|dalle",
    passive: "è|sono|stat[oaie]|viene|vengono|fu|furono",
    alleging: "denunci|accus|sosten",
    moods: [
      ["^(?:aver|avere|abbia|avesse) ", "avrebbe "],
      ["^(?:abbiano|avessero) ", "avrebbero "],
      ["^(?:essere|sia|fosse) ", "è "],
    ],
    hearsay: "presuntamente|asseritamente|avrebbero|avrebbe|sarebbero|sarebbe",
    untrue:
      "(è|sta) (\\p{Alpha}+ ){0,2}(viv[oa]( e vegeto)?|benissimo)(?!\\p{Alpha})|(è|sono|era|erano|sia) ((?!non )\\p{Alpha}+ ){0,2}(fals[oaie]|bugi[ae]|bufal[ae]|fotomontagg[io]+|fake|infondat[oaie])|non (è|era|sono) (affatto )?(ver[oaie]|così|reale)|priv[oaie] di (\\p{Alpha}+ )?fondamento|destituit[oaie] di (\\p{Alpha}+ )?fondamento|(è|sono|era|erano|sarebbero) ((?!non )\\p{Alpha}+ ){0,3}(inventat|infondat|fuorviant)[oaie]|non (c['’]è|ci sono|vi è) (nulla|niente) di|(falso|bufala)[”\"»]? che",
  },
  headline: {
    turned: "(non|né) (\\p{Alpha}+ )?",
    denies:
      "disinformazione|fals[oaie] (voc[ei]|allarm[ei]|notizi[ae]|informazion[ei]|messaggi[o]?)|(notizi[ae]|informazion[ei]|allarm[ei]) fals[oaie]|bufal[ae]|fake ?news|satira|fotomontaggio|fals[oaie]|bugi[ae]|inventat[oaie]|infondat[oaie]|fantasi[ae]|hoax|montatura|deep ?fake|invenzione|menzogn[ae]|non (ha|hanno) (detto|annunciato|pubblicato|dichiarato)|sment(isce|iscono|ì|irono|it[oaie]|ire)|negare|nessun['’]?[ao]?\\s?(trattativa|contatto|accordo|offerta|incontro|intenzione|ipotesi|crisi|interesse)|neg(a|ano|ò)|esclud(e|ono)|escluso|respin(ge|gono|to)|esagerat[oaie]|nessun(a|o)? (prova|elemento|riscontro|indizio)|non (c['’]è|ci sono) (prove|riscontri)|non (è|sono) (affatto )?ver[oaie]|mett(e|ono) a tacere|chiarisc(e|ono)|mai (esistit[oaie]|avvenut[oaie]|successo|stat[oaie])|niente di vero|tutto fals[oa]|smontat[oaie]",
    passes:
      "secondo|fonti|dubbi|cosa sappiamo|(quello|quel) che (si sa|sappiamo)|tac(e|ciono)|silenzio|indag(a|ano)|giallo|polemica|mistero|manca la conferma|non conferma(no)?|scriv(e|ono)|dic(e|ono)|\\p{Alpha}+rebbe(ro)?|non commenta(no)?|si parla di|giornal[ei]|rivela(no)?|sospett[oi]|timor[ei]|paura|ipotesi|possibil[ei]|preoccupazione|viral[ei]|indiscrezion[ei]|rumors?|incertezza",
    confirms: "conferma(no|t[oaie])?|confermò|ufficiale|ammett(e|ono)|riconosc(e|ono)",
  },
  page: {
    desk: "(?:la )?redazione(?: (?:web|sport))?",
    by: "di",
    published: "pubblicato",
    joined: "iscritt[oa]|membro dal|registrat[oa]",
    updated: "aggiornato",
    retraction:
      "ritrattazione|ritrattiamo|ritiriamo (?:questo|questa|l['’]|la) ?(?:articolo|notizia|testo)|quest[oa'’] ?(?:articolo|notizia|testo) è stat[oa] (?:ritirat[oa]|rimoss[oa]|cancellat[oa])",
    correction:
      "correzion[ei]|corretto|corrigendum|errata corrige|erratum|rettifich?[ea]|rettifichiamo|precisazione e rettifica|una (?:precedente |prima )?versione (?:precedente )?di quest[oa'’] ?(?:articolo|notizia|testo|servizio)|una versione (?:precedente|iniziale) dell['’]articolo|in una (?:precedente|prima) versione|(?:questo|quest['’]|l['’]) ?(?:articolo|testo|servizio) è stato (?:corretto|rettificato|modificato)|(?:questo|quest['’]|l['’]) ?(?:articolo|testo) (?:diceva|riportava|affermava|indicava) (?:inizialmente|in origine|erroneamente|per errore)|contrariamente a quanto (?:scritto|riportato|pubblicato|affermato|indicato)|a differenza di quanto (?:scritto|riportato|pubblicato|affermato)|per (?:un )?errore(?: di (?:redazione|traduzione|trascrizione|battitura))?,? (?:abbiamo|è stat[oa]|avevamo)|abbiamo (?:scritto|riportato|pubblicato) (?:erroneamente|per errore)|(?:erroneamente|in un primo momento) (?:abbiamo|avevamo|era stato|è stato)|abbiamo corretto|ci scusiamo (?:per l['’]errore|con i lettori|dell['’]errore)|si legga|la versione corretta|la redazione si scusa|nella prima versione",
    ownVoice:
      "nostr[oaie]|(?:ci scusiamo|chiediamo scusa|rettifichiamo|correggiamo|abbiamo)|quest[oa'’] ?(?:articolo|notizia|testo)|(?:l['’]articolo|il testo) è stat[oa]|la redazione",
    admission:
      "per errore|erroneamente|ci scusiamo|ce ne scusiamo|chiediamo scusa|(?:abbiamo|è stat[oa]|sono stat[ie]) (?:\\p{Alpha}+ )?(?:corrett|rimoss|ritirat|rettificat|eliminat)[oaie]",
    update:
      "aggiornament[oi]|aggiornato|nota (?:della redazione|del direttore|dell['’]editore)|ndr|precisazione|chiarimento|(?:questo|quest['’]) ?articolo è stato aggiornato",
    agency: "Agenzia",
    notFound: "pagina non trovata",
  },
  wall: {
    challenge: "verifica di essere umano|non sono un robot",
    script: "(?:abilita|attiva)(?:re)? java ?script",
    consent: "prima di continuare su",
  },
  boilerplate: {
    share: { label: "condividi|stampa" },
    advert: { label: "pubblicità" },
    related: { line: "leggi anche" },
    "inline-teaser": { label: "leggi anche" },
  },
  sourceCues: sourceCues({
    voiceMessage: "(?:messagg(?:io|i)|not[ae]) (?:vocal[ei]|audio)|audio(?: (?:di|su) (?:WhatsApp|Telegram))?",
    passedOn: "WhatsApp|Telegram|circol\\p{Alpha}*|viral[ei]|condivis[oaie]|diffus[oaie]|inoltrat[oaie]|social|chat|caten[ae]",
    own: "(?:ha|hanno) (?:detto|dichiarato|raccontato|spiegato|confermato|riferito) (?:a |al |alla |all['’])§|(?:interpella|contatta|senti)t[oaie] (?:da |dal |dalla |dall['’])§|secondo quanto (?:appreso|risulta) (?:da |dal |dalla |dall['’])§|§ ha (?:appreso|potuto leggere)|risulta a §|(?:ha|hanno) parlato con (?:il |la |l['’])?§|intervista (?:a |al |alla |all['’])§|abbiamo appreso|secondo le nostre informazioni",
    according:
      "secondo|stando(?: \\p{Lower}{2,9})? (?:a|al|alla|alle|agli|ai|all['’])|a (?:detta|dire) d(?:i|el|ella)|(?:a|per) giudizio d(?:i|el|ella)|se si dà credito a(?:l|lla)?|per",
    via: "citando|citano?|che citano?|sulla base di|basandosi su|fonte|grazie a|riprendendo|che riprende|rilanciando|(?:rifacendosi|si rifà|richiamandosi) a(?:l|lla)?|per gentile concessione di|a partire da",
    credit: "fonti|fonte|foto|immagine|video|crediti",
    reports: `(?:${publishingStems})(?:a|ano|ava|avano|ò|arono|are)|(?:riferi|diffon|scriv|sosten|riprend|trasmett|condivid)(?:e|ono|eva|evano|sce|scono|va|de|dono|deva)|sostien(?:e|gono)|scri(?:sse|ssero)|(?:dà|dava|danno|ha dato|dare) (?:la |per )?(?:notizia|conto|certo|fatt[oa]|sicur[oa])|(?:riferi|scrive|diffonde|sostene|riprende)re|rende noto|rendono noto|(?:fa|fanno|ha fatto|hanno fatto|faceva|facevano) sapere|(?:è|sono) stat[oaie] (?:il|la|i|le) prim[oaie] a`,
    denies: "(?:neg|smen|respin|esclu|contest)",
    says: `dice|diceva|disse|(?:${saidStems})(?:a|ano|ò)|aggiung(?:e|ono)|aggiunse`,
    published: `(?:${publishingStems})at[oaie]|mess[oaie] in (?:giro|circolazione|rete)|dett[oaie]|uscit[oaie]|letto|(?:rifer|sostenu|ricevu|diffu|condivi)(?:it|t|s)[oaie]|scritt[oaie]|ripres[oaie]|trasmess[oaie]|scopert[oaie]|res[oaie] not[oaie]|appres[oaie]`,
    auxiliaries: "ha|hanno|aveva|avevano|è|era|erano|sono|stat[oaie]|è stat[oa]|sono stat[ei]|avrebbe|avrebbero",
    told: `(?:detto|riferito|disse|(?:${saidStems})(?:ato|ò)) (?:ad?|al|alla|allo|ai|all['’])|dichiarazioni (?:a|al|alla)|intervista (?:a|al|alla|con)|ai microfoni di|parla(?:to|ndo) con`,
    nouns:
      "rapport[io]|informazion[ei]|notizi[ae]|articol[io]|servizi[o]?|inchiest[ae]|indiscrezion[ei]|ricostruzion[ei]|retroscena|edizione|pubblicazion[ei]|post|messagg[io]|tweet|video|audio|intervist[ae]|esclusiva|rubrica|ipotesi|scoop|anticipazion[ei]|rivelazion[ei]|accus[ae]|affermazion[ei]|pagine|colonne|puntata|titol[io]|voc[ei]|raccont[io]|testimonianz[ae]|versione|profilo|pagina|canale|grupp[io]|lancio|comunicato",
    media: `quotidiano|quotidiani|giornale|giornali|rivista|settimanale|portale|sito|pagina|testata|agenzia${authority}|rete|canale|emittente|radio|blog|profilo|utente|giornalista|editorialista|tabloid|stampa|cronista|inviat[oa]|programma|trasmissione|mensile`,
    speakers:
      "portavoce|direttore|direttrice|ministr[oa]|presidente|sindac[oa]|segretari[oa]|capo|avvocat[oa]|responsabile|assessor[ea]|amministratore",
    articles: "il|lo|la|i|gli|le|l['’]|un|uno|una|al|allo|alla|dal|dallo|dalla|dell['’]|del|della|suo|sua|questo|questa",
    by: "da|dal|dallo|dalla|dall['’]|dai|di|del|della",
    on: "su|sul|sulla|attraverso|tramite",
    from: "da|dal|dalla|dall['’]|di|del|della|dell['’]",
    in: "in|nel|nella|nell['’]",
    to: "a|al|alla|allo|all['’]|ai",
    and: "e|ed|o",
    relative: "che|il quale|la quale|chi",
    anonymous: "fonti|fonte|anonim[oaie]|testimoni|non identificat[oaie]",
    hoax: "bufal[ae]|fals[oaie]|bugi[ae]|montatura|voci|smenti\\p{Alpha}*|satira|satiric[oa]|fake news",
    first:
      "prim[oaie]|original\\p{Alpha}*|inizialmente|appars[oaie]|nat[oa]|cominciat[oa]|circolat[oa]|circola|circolava|origine|partit[oa]|per prim[oa]",
    separately: "separatamente",
    rumour: "voce|voci|notizia|informazione|versione|storia|indiscrezion[ei]|messaggio|dicerie",
    particles: "della|dello|del|dei|degli|delle|di|da",
    noName:
      "secondo|citando|ma|e|o|in|di|da|a|per|con|senza|su|dopo|prima|tra|fra|quando|mentre|perché|come|se|non|no|sì|già|oggi|ieri|domani|anche|inoltre|ora|così|tutto|tutti|tutte|niente|nessuno|né|più|molto|che|chi|dove|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|fonti|fonte|foto|video|ultim['’]ora|è|sono|si|ci|mi|ciò|quello|qui|lì|poi|allora|intanto|signor|signora|don",
    groupBefore: "mi[ao]|divers[ie]|vari|varie|alcun[ie]|altr[ie]|numeros[ie]|molt[ie]|un|uno|una",
    groups:
      "media|mezzi d['’]informazione|giornal[ei]|quotidian[oi]|testat[ae]|stampa|sit[oi]|portal[ei]|radio|emittent[ei]|canal[ei]|agenzi[ae]|blog|forum|social(?: network)?|profil[oi]|pagin[ae]|grupp[oi]|chat|utent[ei]|internauti|residenti|vicin[oai]|testimon[ei]|autorità|font[ei]|familiari|cugin[oa]|cognat[oa]|amic[oa]|collega|colleghi|dipendent[ei]|audio|video|messagg(?:io|i)|caten[ae]|tweet|post|screenshot|registrazion[ei]|pubblicazion[ei]|fot[oa]",
    finds:
      "scov(?:a|ò|ato)|trov(?:a|ò|ato)|scopr(?:e|ì)|conferm(?:a|ò|ato)|ottenuto|diffond(?:e|eva)|ripren(?:de|deva)|ripreso|individu(?:a|ò|ato)|ipotizz(?:a|ò)|sospetta|crede",
    attributed:
      "(?:attribuit|accreditat|imputat|indirizzat)[oaie] (?:a|al|alla|ai)|attribui(?:sce|scono) (?:a|al|alla)|grazie (?:a|al|alla)|(?:notizia|voce|informazione|indiscrezione) (?:arriva|viene|proviene|parte|nasce|è nata) (?:da|dal|dalla|su|sul|sulla)|a (?:dare(?: per prim[oa])? la notizia|darne notizia|rivelarlo|riferirlo|scriverlo|riportarlo|svelarlo)(?: per prim[oa])? (?:è|è stat[oa])|prim[oa] a \\p{Alpha}{3,14} (?:è|è stat[oa])|querela(?: per diffamazione)?(?: (?:contro|per)| (?:nei confronti|ai danni) d(?:i|el|ella)| a(?:l|lla)?)",
    groupAdjectives:
      "(?:di un|di una|di|del|della|dei) \\p{Alpha}+|\\p{Lower}{2,}(?:ale|ali|ano|ana|ani|ane|ese|esi|ino|ina|ini|ine|ico|ica|ici|iche|iero|iera|ieri|iere|imo|ima|imi|ime|ato|ata|ati|ate|olo|ola|oli)",
    capitalArticles: "Il|Lo|La|I|Gli|Le",
    adverbs:
      "a|quest['’]oggi|stamane|stamattina|questa mattina|nei giorni scorsi|via \\p{Alpha}+|a sua volta|(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)|oggi|ieri|già|anche|per prim[oa]|poi|prima|in esclusiva|inizialmente|originariamente|recentemente|in precedenza|ora",
    including: "come|[tf]ra cui|tra i quali|compres[oa]|chiamat[oa]|denominat[oa]|in particolare|ad esempio",
  }),
  sources: {
    nameArticles: "il|lo|la|gli|l['’]",
    siteEndings: "it",
    screenshot: "screen(?:shot|grab| ?cap(?:ture)?)s? d(?:i|a|ell?[ao]?)",
    translation: "traduzione",
    outlet: `ANSA|AGI|Adnkronos|Corriere|Gazzetta|Giornale|Repubblica|Stampa|Messaggero|Mattino|Carlino|Tirreno|Agenzia${authority}|Radio|Quotidiano|Tribuna|Nazione|Tg\\d?|Libero`,
  },
  wording: {
    untrue:
      "fals[oaie]|bufal\\w+|bugi\\w+|smenti\\w*|nega\\w*|inventat[oaie]|satira|dicerie|hoax|rettific\\w*|corregg\\w*|correzion\\w*|chiari\\w*|esclud\\w*|respin\\w*|infondat\\w*|finzione|fake|circola|(?:è|sono|ancora) (?:ancora )?viv[oaie]|vivo e vegeto|viva e vegeta",
    sameReason: "per (?:lo stesso|questo|quel) motivo|per (?:gli stessi|questi) motivi|per (?:la stessa|questa|quella) ragione",
    dependent:
      "tuttavia|inoltre|dopo|lui|lei|essi|loro|suo|sua|suoi|sue|questo|questa|questi|queste|quello|quella|ciò|noi|io|tu|voi|lì|qui|ma|e|o|se|perché|anche|mentre|chi|che|cosa|come|quando|dove|quale|sì|no|ora|poi|allora|comunicato|nota (?:stampa|ufficiale)|bollettino|precisazione|smentita|rettifica|informazion[ei] su",
    labels: "esclusiva|ultim'ora|aggiornamento|video|allerta|urgente",
    introduction: "(?:(?:la|le|una) (?:voce|voci|notizi[ae]) )?(?:secondo cui|che)",
  },
  comparison: {
    hedges:
      "presuntamente|presunt[oaie]|asseritamente|apparentemente|dicerie|voci|potrebber?o?|avrebber?o?|sarebber?o?|forse|possibilmente|probabilmente|non confermat[oaie]",
    countries: { GB: "gran bretagna" },
    concord: true,
    noCue: "non (?:solo|ostante)|non (?:\\p{Alpha}+ ){1,3}prima d\\p{Alpha}+",
    negations: "non|mai|nessun[oa]?|niente|nulla|nega|negano|negò|negato|smentisce|smentì|smentito",
    credits: "secondo|stando a|a detta di",
  },
  pronouns: {
    he: "lui|lei|egli|ella",
    it: "l['’](azienda|impresa|ente|istituto|università|ospedale|associazione|organizzazione)|la (società|ditta|compagnia|banca|squadra|casa)|il (club|gruppo|produttore|museo)",
    theCompany: "l'azienda",
    self: "io|noi",
    we: "nostr[oaie]|noi|abbiamo|\\p{Alpha}{1,12}iamo",
    indefinite: "un[oa']?",
  },
  statements: {
    release: "comunicato stampa|nota stampa|nota ufficiale|comunicato",
    releaseTitle: "diritto di replica|lettera aperta",
  },
  negation: {
    denied: {
      clause:
        "(?:neg(?:a|ano|ato|ava)|smenti(?:sce|scono|to)|esclud(?:e|ono)|escluso|respin(?:ge|gono|to) (?:l['’]accusa|le accuse))(?= (?:\\p{Alpha}+mente )?(?:che|di)(?!\\p{Alpha}))",
      confirming: "conferm\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:che|di)(?!\\p{Alpha}))",
      admitting: "(?:ammett|ammess|riconosc)\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:che|di)(?!\\p{Alpha}))",
      telling: "(?:essere|sia|sono) l['’]autore|(?:scritt|diffus|pubblicat|inventat|firmat)\\p{Alpha}*",
      undone: "(?:ritira|ritirato|ritirano) (?:la |la sua )?smentita|(?<!\\p{Alpha})non (?:lo |la |si )?(?:esclud|nega|smenti)\\p{Alpha}*",
      undecided: "(?:nessuna|alcuna) decisione|non (?:è stato |ha )?(?:ancora )?deciso|troppo presto",
      suit: "querela|causa|denuncia",
      sues: "querelat\\p{Alpha}+|sporto querela|denunciat\\p{Alpha}+",
    },
    noSubject: "nessun[oa]?",
    ifSo: "se|qualora",
    besides: "e|ed|ma|mentre|dopo|poi",
    ofResponse: "(non|né|senza|mai|evita\\p{Alpha}*|rifiuta\\p{Alpha}*|lontan[oa] da)( \\p{Alpha}+){0,2} ?",
    words: "non|nessun\\p{Alpha}*|mai",
    ownNegative: "mai|non|senza|né|esclu\\p{Alpha}+|priv\\p{Alpha}+|destituit\\p{Alpha}+",
    requested:
      "(?:chied|chies|esig|pretend|sollecit|invit)\\p{Alpha}*\\s[^.;]{1,60}(?:(?<!\\p{Alpha})(?:che|di|a|ad)|,)\\s(?:si )?|(?:chied(?:e|ono)|chiesto|esig(?:e|ono)|pretes[oe]|pretend(?:e|ono)|sollecitat[oa])\\s(?:che\\s(?:(?!e\\s)\\p{Alpha}+\\s){1,4}|(?:un[ao]?|la|le)\\s(?:\\p{Alpha}+\\s)?)",
  },
  claims: {
    further: "(?:e|né|o|ma) che",
    introductions: [
      [
        "rumour",
        `(voc[ei]|dicerie)[^.,;:]{0,60}: |(la voce|le voci|voci|dicerie) che |(${carriers})( [^.,;:]{1,60}?)?,? (secondo (cui|il quale|la quale|i quali|le quali)|che (afferma|dice|sostiene|assicura)(no|va|vano)? che)|(si dice|si legge|si mormora|si vocifera|circola(no|va|vano)? (la voce|voci)( (su|in|nel) [^.,;:]{1,30}?)?) che|corre(va)? voce che|accus(ò|ato|ata|a|ano|ava|ando) ([^.,;]{2,40}? )?di`,
      ],
    ],
    anaphor:
      "(?<!\\p{Alpha})(?:quest[aei] (?:fatt[oi]|circostanz[ae]|stori[ae]|vicenda)|i fatti|la vicenda)(?!\\p{Alpha})|accus\\p{Alpha}+|voc[ei]|dicerie|affermazion[ei]|informazion[ei]|notizi[ae]|indiscrezion\\p{Alpha}*|ricostruzion\\p{Alpha}*|virgolettat\\p{Alpha}*|(?<!\\p{Alpha})(?:scenari|articol[oi]|il tutto|tutto falso)(?!\\p{Alpha})|al riguardo|in merito|nulla di tutto ciò|una smentita|(?:è|sono) (?:\\p{Alpha}+ )?(?:fals[oaie]|bufal[ae]|ver[oaie])",
    postNouns: "pubblica\\w+|messagg\\w+|post|account|video",
    breaking: "ULTIM['’]ORA|URGENTE",
  },
};
