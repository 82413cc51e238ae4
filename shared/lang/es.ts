/** Spanish. */

import { sourceCues } from "../text/source-cues.ts";
import type { LanguagePack } from "./pack.ts";

const carriers =
  "rumor(es)?|bulos?|acusaci(ón|ones)|informaci(ón|ones)|noticias?|mensajes?|v[ií]deos?|publicaci(ón|ones)|capturas?|audios?|grabaci(ón|ones)|cadenas?|tuits?|textos?|fotos?|hilos?";
/** Verbs of saying in -ar, without their endings. */
const saidStems =
  "afirm|asegur|declar|explic|señal|neg|confirm|anunci|denunci|acus|public|inform|indic|agreg|aclar|rechaz|subray|recalc|zanj|apunt|matiz|lament|asever|manifest|coment|mencion|detall|adelant|reiter|resalt|record|concret|ratific|expres|remach|garantiz|avis|argument|relat|revel|alert|replic|remarc|puntualiz|consider|aleg";
/** Of regular verbs of publishing. */
const publishingStems =
  "inform|public|revel|adelant|avanz|apunt|asegur|afirm|report|consign|señal|anunci|tuite|poste|replic|titul|detall|relat|narr|divulg|filtr|lanz|indic|rebot|comunic|destac|mencion|desvel|retransmit|denunci|acus|document|cifr|vincul|especul|pronostic|coment|explic|desliz|precis|sac|destap|situ|ventil|cit";
/** What follows in the names of authorities that are called agencies: "Agencia de Protección de Datos". */
const authority =
  "(?! (?:[Ee]spañola|[Ee]statal|[Nn]acional|[Ee]uropea|[Ff]ederal|[Tt]ributaria|[Ee]spacial|para|del?(?! (?:[Nn]oticias|[Pp]rensa)))(?!\\p{Alpha}))";

export const es: LanguagePack = {
  tag: "es",
  leadsIn: "que ",
  abbreviations:
    "[Ss]ra?s?|Sres|Srta|[Dd]ra?s?|Avda|Hnos?|Cía|Prof|Profa|Gral|Cnel|Tte|Sgto|Cmdte|Alte|Lic|Ing|Excm[oa]|Mons|Pbro|Dn|Dña|Uds?",
  beforeNumber: "[Nn]úm|[Aa]rt|[Pp]ág",
  letters: "[ñ¿¡]",
  commonWords:
    "el los las la lo una un unos unas del de al a y e o u que qué en por para con sin sobre según entre hasta desde está están estaba como cómo cuando donde pero más mas este esta esto estos estas ese esa eso dijo dice fue era ser es son soy eres somos han ha he hay había sus su mi mis tu te me nos se le les si sí muy también ya no ni todo todos toda nada nunca siempre porque cada otro otra dos bien hacer hace tiene tienen puede pueden yo él ella ellos usted quien quién solo sólo así aún tan años",
  negations: "no nunca",
  reportingWords: "no cierto verdad falso mentira dice dicen afirma denuncia niega desmiente rumor presunto confirma",
  stems: {
    endings:
      "amiento imiento icacion amente emente osidad acione acion adora mente ativa ativo ancia arse eria idad ismo able ador ista ante ible eada eado iendo ando ieron aron aban aba ada ado ico ica ear ido ida iva ivo ara osa oso aran ione ion an en ar er ir ad io a o e i",
    plural: "[sxz]",
  },
  time: {
    months: "enero ene;febrero;marzo;abril abr;mayo;junio;julio;agosto ago;septiembre;octubre;noviembre;diciembre dic",
    weekdays: "lunes;martes;miércoles;jueves;viernes;sábado;domingo",
    days: { "-2": "anteayer|antes de ayer", "-1": "ayer|anoche", 0: "hoy" },
    units: { hour: "hora|horas", day: "día|días", week: "semana|semanas", month: "mes|meses", year: "año|años" },
    numbers: { un: 1, una: 1 },
    ago: "hace (\\d{1,3}|\\p{Alpha}{2,8}) (horas?|días?|semanas?|mes(?:es)?|años?)",
    last: "(?:la|el) (semana|mes|año) (?:pasad[oa]|anterior)",
    before: "hasta|antes|a más tardar",
    after: "desde|después|tras",
    future: "será",
    habit: "cada",
    on: "el",
    next: "próxim[oa]",
    nextAfter: "próximo",
    previous: "el pasado",
    previousAfter: "pasado",
    of: "de|del",
    inMonth: "en|desde|hasta|antes de|(?:principios|comienzos|mediados|finales) de",
    inYear: "en|desde|antes de|después de|hasta|(?:principios|mediados|finales) de",
    partOf: "(?:principios|mediados|finales) de",
    weekend: "(?:el|este) fin de semana",
    thisPeriod: "n?est[ea]|(?:principios|comienzos|mediados|finales) de(?:l| este)?",
    inMonthYear: "en",
    boundArticles: "el|la|del?",
    noBound: "antes de ayer",
    ordinal: "º",
  },
  numbers: {
    counts:
      "- dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve - veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    tens: "- veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
    hundreds: "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    scales: { 1e3: "mil", 1e6: "millón|millones", 1e12: "billón|billones" },
    joins: "y",
    half: "medio|media",
    units: {
      USD: "dólar|dólares",
      "%": "por ciento",
      points: "puntos",
      km: "kilómetros",
      mile: "millas",
      m: "metros",
      "m²": "metros cuadrados",
      "m³": "metros cúbicos",
      "km²": "kilómetros cuadrados",
      t: "toneladas",
      second: "segundos",
      minute: "minutos",
      hour: "horas",
      day: "días",
      week: "semanas",
      month: "meses",
      year: "años",
    },
    approximately: "cerca de|unos|unas|más de",
  },
  hedging: {
    hedges:
      "presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|al parecer|rumor(es)?|bulos?|sin confirmar|no confirmad[oa]s?|no verificad[oa]s?|(no (ha|han|hemos) podido|no pudo|no pudieron|no pudimos|sin poder) (verificar|confirmar|comprobar)|se rumorea|según se dice|habría(n)?|un tal|fuentes anónimas",
    weakHedges: "podrían?|quizás?|tal vez|posiblemente|probablemente|parece( ser)? que|acaso|aparentemente",
    scoffs: "sí,? claro|ya,? claro|y yo soy (?:el|la) (?:papa|reina|rey)|a otro perro con ese hueso|y qué más",
    laughs: "(?:ja){2,8}|lol|xd+|claro",
    supposes:
      "si|aun si|incluso si|aunque fuera|(supongamos|imaginemos|pongamos|imagin[ae]n?)|de ser (cierto|verdad)|dudo|no (sé|me creo|estoy segur[oa] de) (si|que)|me pregunto si|(alguien|quién) (sabe|más|puede)|me cuesta creer|será (verdad|cierto)",
    peopleSay:
      "(?:me )?(?:dicen|cuentan|comentan) que|dicen por ahí|se (?:dice|comenta|rumorea)|(?:he oído|escuché|oí) que|(?:alguien|un (?:amigo|colega|vecino)|una (?:amiga|colega|vecina)|mi (?:\\p{Alpha}+ )?(?:hermana|hermano|amig[oa]|prim[oa]|vecin[oa]|colega|jef[ea]|madre|padre|mujer|marido|tí[oa])) (?:me )?(?:dice|dijo|contó|cuenta|asegura)|según (?:un|una) (?:amig[oa]|colega|vecin[oa])",
  },
  parties: {
    roles:
      "(vicer?|ex)?(portavoz|vocer[oa]|concejal[a]?|consejer[oa]|rector[a]?|tesorer[oa]|editor[a]?|delegad[oa]|coordinador[a]?|ministr[oa]|president[ea]|director[a]?|alcalde(sa)?|jef[ea]|abogad[oa]|fiscal|juez[a]?|profesor[a]?|periodista|secretari[oa]( de Estado)?|gerente|médic[oa])",
    people:
      "\\p{Alpha}{2,}((d|t|s)or[a]?|ista|antes?|triz|er[oa]|ic[oa])|intérprete|estrella|chef|dirigente|ejecutiv[oa]|mandatari[oa]|titular|acusad[oa]|imputad[oa]|hombre|mujer|joven",
    anonymous:
      "anónim[oa]s?|usuari[oa]s?|internautas?|fuentes?|supuest[oa] (emplead[oa]|trabajador[a]?|testigo)|ex ?emplead[oa]|alguien|una persona|testigos?|denunciante|autora?( del (hilo|mensaje|vídeo))?",
    alias: "que se hace llamar|que firma como|alias",
    portfolio: "(?:vice-?|ex-?)?(?:ministr|concej|consej|secretari)",
    honorifics: "Dra?\\.?|Sra?\\.?|Don|Doña",
    nameParticles: "de la|de los|de|del|y",
    organisations:
      "autoridad|consulado|embajada|organismo|zoo|empresa|compañía|entidad|constructora|grupo|consejería|consistorio|fiscalía|Guardia Civil|Cruz Roja|fundación|sindicato|federación|instituto|juzgado|diputación|editorial|colegio|clínica|aerolínea|universidad|ministerio|ayuntamiento|policía|gobierno|banco|hospital|asociación|agencia|tribunal|club|partido|fabricante|autoridades",
    outlets: "diario|periódico|EFE|El País|El Mundo|televisión|revista|Maldita|Newtral",
    speaker: "portavoz|vocer[oa]",
    ofOther: "de|del|por",
    authorOf: "autora? del (?:hilo|mensa\\p{Alpha}*|v[ií]deo|tuit|tweet|post|audio|public\\p{Alpha}*)",
    asked: "preguntad[oa]s?|consultad[oa]s?|contactad[oa]s?|interrogad[oa]s?|cuestionad[oa]s?|requerid[oa]s?|localizad[oa]s?|otr[oa]",
    beside:
      "ex|ex-\\p{Alpha}+|ex(emplead|trabajador|alcald|ministr|president|director|concejal|soci)\\p{Alpha}*|antigu[oa]|emplead[oa]|trabajador(a)?|operari[oa]|conductora?|chófer|doble|becari[oa]",
    subjectArticle: "[Ee]l|[Ll][ao]s?|[Uu]n[ao]?s?",
    examined: {
      before: "a|al|contra|sobre",
      apologisedTo: "al?|ante|con",
      behind:
        "(?:es|está siendo|fue|ha sido|será|queda) (?:investigad|imputad|interrogad|examinad|analizad|inspeccionad)\\p{Alpha}*|está bajo investigación",
    },
    namesake:
      "homónim[oa]s?|sin (?:ning[úu]n |ninguna )?(?:parentesco|relación familiar)|no (?:es|son) (?:familia|pariente)s?|(comparte|comparten|compartimos|coincide|coinciden)( solo| sólo| únicamente)?( en)? el nombre|tocay[oa]",
    noCompany: "sindicatos?|comité",
    regulator: "polic[ií]a|ministerio|agencia|guardia civil|ayuntamiento|tribunal|fiscalía",
    factChecker: "maldita|newtral",
    amplifier: "que [^,.]{1,60}?(?:compart|difund)\\p{Alpha}*[^,.]{0,40},",
  },
  mentions: {
    began: "public(ó|ado|ada|aron)|apareci(ó|eron)|surgi(ó|eron)|comenz(ó|aron)|empez(ó|aron)|originó|nació|subi(ó|da|do)|escribi(ó|eron)",
    spread:
      "difundi\\p{Alpha}*|compart\\p{Alpha}*|circul\\p{Alpha}*|viral(izó|es)?|propag\\p{Alpha}*|corri(ó|eron)|reenvi\\p{Alpha}*|saltó|llegó|llegaron",
    places: "foros?|forums?|blogs?|sitio web|site|portal|imageboards?|canal|grupo|chat",
    placeArticles: "una?|l[eo]s?|la|el",
    definiteDeterminers: "l[ao]s?|el",
    placeOf: "d[aeo]s?",
    beginning: "primero|por primera vez|inicialmente|originalmente",
    translated: "traduc\\p{Alpha}*",
    carriers,
    join: "en ",
    platforms: [["(?<=(?<!\\p{Alpha})(?:[Ee]n|de|y|o|e|vía) )X(?![\\p{Alpha}\\p{N}-])", "x"]],
  },
  labels: {
    claim: "(la |el )?(afirmación|bulo|rumor|qué (se dice|dicen)|lo que (se dice|circula))",
    rating: "(la |el |nuestr[oa] )?(veredicto|calificación|realidad|verdad|conclusión|hechos|evaluación|valoración)",
    untrue: "((mayormente|totalmente|completamente|mayoritariamente) )?(fals[oa]|engaños[oa]|incorrect[oa])|bulo|mentira|es falso",
    rated:
      "((mayormente|parcialmente|medio) )?(verdader[oa]|ciert[oa]|correct[oa])|verdad a medias|parcialmente fals[oa]|sin pruebas|no verificad[oa]|(falta|sin|fuera de) contexto|descontextualizad[oa]|desactualizad[oa]|exagerad[oa]|sátira|dudos[oa]",
    rates: "(calificamos|clasificamos|consideramos|valoramos)( [\\p{Alpha}’'-]+){0,6}? como|(calificamos|clasificamos|consideramos) de",
    check: "fact[- ]?check\\p{Alpha}*|verificación|verificamos|verificado|chequeo|chequeado",
  },
  ownCorrections: {
    retraction:
      "me (?:equivoqué|he equivocado|retracto)|(?:yo )?estaba equivocad[oa]|(?:borré|borro|he borrado|eliminé|he eliminado|retiré|he retirado|bajé|bajo) (?:mi|el|la|ese|este|esa|esta) (?:\\p{Alpha}+ ){0,2}(?:tuit|tweet|post|publicación|mensaje|v[ií]deo|hilo|foto|historia)|mi (?:\\p{Alpha}+ )?(?:tuit|tweet|post|publicación|mensaje|v[ií]deo) (?:anterior )?(?:era|fue|resultó) (?:fals[oa]|mentira|un error)|me lo inventé|caí en (?:el|la|un|una) (?:bulo|trampa|engaño|mentira)",
    correction:
      "(?:leí|entendí|oí) mal|(?:confundí|mezclé) (?:el|la|los|las|a)|(?:tengo que|debo|quiero) (?:corregir(?:me)?|rectificar(?:me)?)|rectifico|error mío",
    label: "correcci[oó]n|rectificaci[oó]n|edit(?:o|ado)?|fe de erratas",
    unless: "si|dice|dicen|dijo|porque|creo|ojalá",
  },
  responses: {
    denial: [
      "(?<!se )neg(ó|aron|ado|ando)(?! (al? [^,.;]{2,40} )?(la entrada|(el|un) (acceso|permiso|visado)|la fianza|(la|una) licencia))",
      "niegan?",
      "negad[oa]s? por",
      "no (hay|había|tiene) nada de (cierto|verdad|verdadero)",
      "rechaz(ó|aron|a|an|ado|ando) (\\p{Alpha}+ ){0,3}(acusaci(ón|ones)|rumor(es)?|afirmaci(ón|ones)|versi(ón|ones)|informaci(ón|ones)|señalamientos)",
      "confirm\\p{Alpha}+ que [^.;]{2,60} (es|era|son|eran) (\\p{Alpha}+ )?(fals[oa]s?|un montaje|un bulo)",
      "nunca (ha|han|hemos|he) \\p{Alpha}+",
      "nunca (se )?(produjo|ocurrió|existió|tuvo lugar|hubo)",
      '(tach|calific|tild)\\p{Alpha}* ([^.;]{2,60}? )?(de |como )?["“«]?\\s?(\\p{Alpha}+ ){0,2}(fals|mentir|bulo|absurd|disparat|rid[ií]cul|infund|delir|fantas|invent|ficci|pura invenc|pura fantas|invenc)\\p{Alpha}*',
      "no (hay|existen?|había)( \\p{Alpha}+)? (pruebas?|evidencias?|indicios?|constancia)",
      "(rechaza|rechazó) que",
      "(negamos|rechazamos)",
      "desm(i?ent|int)\\p{Alpha}+",
      "(descart|refut)(ó|aron|an?|ado|ando)",
      "(sal(ió|ieron|e|en)) al paso de",
      "(confirm|asegur|garantiz|insist|aclar|precis)\\p{Alpha}* (en )?que no (?!coment|se |har|hac|va)\\p{Alpha}+",
      "(asegur|insist|afirm|sost|garantiz|recalc)\\p{Alpha}* (en )?que [^.;]{2,60} sigue(n)? (abiert|activ|operativ|viv|funcionando|vigente|en (pie|marcha|su puesto|el cargo))\\p{Alpha}*",
      "no (le|les|nos) consta",
      '(habl|tach|calific|tild|denunci)\\p{Alpha}* ([^.;,]{1,30} )?(de|como) (un |una |unos |unas )?["“«]?\\s?(\\p{Alpha}+ ){0,2}(fake|bulo|mentira|montaje|invent|fals|farsa|calumni|infund|difam|patrañ|disparat)\\p{Alpha}*',
      "sali(ó|eron) a (desmentir|negar)|sal(e|en|ió|ieron) al cruce",
      "(estoy|sigo) (\\p{Alpha}+ ){0,2}viv[oa]|goza de (buena|perfecta) salud",
      "niegan?|negar(lo|la|los|las)?(?! (el|la) (acceso|entrada|permiso))",
      "(manif|defend|defiend|proclam|reiter|sost)\\p{Alpha}+ (\\p{Alpha}+ ){0,2}inocencia|se declar\\p{Alpha}+ inocentes?",
      "(pon|pus|zanj|acab|cort|acall)\\p{Alpha}+ (fin a |con |de raíz )?(los |esos |estos |todos los )?(rumores|especulaciones)",
      "(ech|tir)\\p{Alpha}+ por tierra|rest(a|an|ó|aron) (credibilidad|veracidad)",
    ],
    confirmation: [
      "confirm(ó|aron|a|an|ad[oa]s?|ando)",
      "admit(ió|ieron|e|en)",
      "reconoc(ió|ieron|en?)",
      "(ha|han|había|haber) (reconoc|admit)ido",
      "(es|era) (cierto|verdad)",
      "(corrobor|ratific)(ó|aron|an?|ado)",
      "dio por (hech|buen|ciert)[oa]",
    ],
    partial_confirmation: [
      "(confirm|admi|recono)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(parcialmente|en parte|(una )?parte d\\p{Alpha}+)",
      "(sólo|solo|únicamente) (confirm|admi|recono)\\p{Alpha}+",
      "(admi|recono)\\p{Alpha}+[^.;]{1,120} pero (\\p{Alpha}+ )?(no|neg\\p{Alpha}+|rechaz\\p{Alpha}+)",
      "(confirm|admi|recono)\\p{Alpha}+ (sólo|solo|únicamente)",
    ],
    explanation: [
      "explic(ó|aron)",
      "(atribuy|achac)\\p{Alpha}+ [^.;]{2,60} (al?|en)(?!\\p{Alpha})",
      "(obedecen?|obedecía|responden?|se debe|se deben|se debió|se debía) (al?|solo a)(?!\\p{Alpha})",
      "justific(ó|aron)",
      "se (trata|trataba|trató) de (un|una) (\\p{Alpha}+ )?(error|malentendido|confusión|simulacro|broma|parodia|sátira|limpieza|avería|mantenimiento)\\p{Alpha}*",
    ],
    clarification: [
      "aclar(ó|aron|a|an|amos|ando)",
      "(se permit(e|en|ió|ieron)|quiere|quieren|quiso|quisieron|desea|desean|(sale|salen|salió|salieron) a) aclarar",
      "(precis|puntualiz|matiz)(ó|aron)",
    ],
    correction: [
      "rectific\\p{Alpha}+",
      "corrigi(ó|eron)( (su|el|la|la información))?",
      "fe de erratas",
      "corrig(e|en|iendo|imos)|corregid[oa]s?",
    ],
    retraction: [
      "se (ha |han )?retract\\p{Alpha}+",
      "retir(ó|aron) (su|la|el) (acusación|denuncia|artículo|noticia|publicación)",
      "(l[oae]s? )?(borr|retir)\\p{Alpha}+( [^.;]{1,60}?)? y (se )?(disculp|pidi)\\p{Alpha}*",
      "[sm]e (equivo|engan)\\p{Alpha}+",
      "se desd(ij|ic)\\p{Alpha}+",
      "(dio|dieron|da|dan) marcha atrás|recul(ó|aron|a|an)",
    ],
    apology: [
      "se (ha |han )?disculp\\p{Alpha}+",
      "(p[ei]d|ofrec|present)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(disculpas|perdón|excusas)",
      "lament(a|an|ó|aron|amos) (\\p{Alpha}+ ){0,2}(error|errores|confusión|equivocación)",
    ],
    no_comment: [
      "(no (ha|han|quiso|quisieron|respondi\\p{Alpha}+|contest\\p{Alpha}+)|declin\\p{Alpha}+|rehus\\p{Alpha}+|se neg(ó|aron) a)( a)?( \\p{Alpha}+){0,2}? ?(respond\\p{Alpha}*|contest\\p{Alpha}*|coment\\p{Alpha}*|declaraciones|pronunciar\\p{Alpha}*|referirse|hablar|opinar|valorar|detallar|confirmar|entrar)",
      "no (har|hac|haz)\\p{Alpha}+ (\\p{Alpha}+ ){0,2}(comentarios?|declaraciones|valoraciones)",
      "no (tengo|tiene|tienen|tenemos) (\\p{Alpha}+ )?(información|nada (que|para) (decir|agregar|añadir|comentar))",
      "ni [^.;]{2,80} (ha|han|había|habían) (confirmado|desmentido|comentado)",
      "no (respondi|contest)(ó|eron|aron)",
      "(evitó|sin|evitaron) confirmar",
      "n[io] confirm\\p{Alpha}+ ni (desm|neg)\\p{Alpha}+",
      "no (ha|han) querido (pronunciarse|comentar|hacer \\p{Alpha}+|responder)",
      "pref[ei]r\\p{Alpha}+ no \\p{Alpha}+",
      "no coment(ar|e|a)",
      "(declin|rehus|rechaz|evit|eludi)\\p{Alpha}* (hacer|ofrecer|dar|realizar|efectuar|comentar|pronunciarse|responder|valorar|referirse|entrar)( (\\p{Alpha}+ )?(comentarios?|declaraciones|valoraciones|detalles|explicaciones))?",
      "(no|sin) (hizo|hicieron|hace|hacer|quiso|quisieron|quiere|ofreció|ofrecieron|emitió|emitieron|dio|dieron|dar|ha (hecho|dado|emitido|ofrecido|querido)) ((?!es[ao]s |est[ao]s |dich[ao]s |tales )\\p{Alpha}+ ){0,3}(comentarios?|declaraciones|valoraciones|respuesta|detalles|explicaciones|pronunciamiento)",
      "(guard|mantuv|mantien)\\p{Alpha}+ silencio",
      "se limit(ó|aron|an?) a (decir|señalar|responder|remitir|indicar)",
      "no se (ha|han|había|habían) pronunciado|no se pronunci\\p{Alpha}+",
      "no (atend|devolv)(ió|ieron)",
    ],
    label: [
      "(añadi|puso|pusieron)\\p{Alpha}* (\\p{Alpha}+ ){0,3}(etiqueta|advertencia|aviso)",
      "etiquet(ó|aron)",
      "(etiquet|marc|señal|clasific)\\p{Alpha}* ([^.;]{2,50} )?como (\\p{Alpha}+ ){0,2}(fals|engañ|desinf|manip)\\p{Alpha}*",
    ],
    takedown: [
      "suspendi(ó|eron) (la|las|su) cuentas?",
      "(l[oa]s?|[oa]) (ha |han )?(retir|elimin|borr)\\p{Alpha}+",
      "(elimin|borr|retir|suprim|despublic)(ó|aron|ado|ada|an|a|amos) (\\p{Alpha}+ ){0,3}(vídeo|video|publicación|mensaje|cuenta|tuit|post|posteo|noticia|artículo|nota|texto|entrada|contenido|audio)s?",
      "(ha|han|había|fue|fueron) (sido )?(eliminad|retirad|suspendid|borrad|despublicad)[oa]s?",
      "dio de baja",
      "ya no está (disponible|accesible|visible)",
    ],
    investigation: [
      "investiga(n|rá|ndo|ron)?(?! ?ción)",
      "(abri(ó|eron)|abierto|inici(ó|aron|ado)) (una )?investigación",
      "en revisión",
      "abiert[oa] diligencias",
      "(da|dio|dado|dar) traslado [^.;]{0,60}?(fiscalía|ministerio (fiscal|público)|juzgado)|(traslad|remit|elev)(ó|ió|ado|ido|a|e) [^.;]{0,60}?al? (la )?(fiscalía|ministerio (fiscal|público)|juzgado)",
      "(abr|inici|orden|puso en marcha|pusieron en marcha)\\p{Alpha}* (una |un )?(\\p{Alpha}+ )?(investigación|expediente|averiguación|pesquisa|auditoría|sumario|diligencias)",
      "est(á|án|aban?) (investigando|analizando|verificando|comprobando|revisando|estudiando)",
    ],
    not_reached: ["no (pudo|pudieron|ha podido|han podido) ser (contactad|localizad)[ao]s?"],
    right_of_reply: ["respond(ió|ieron) a (las? |los? )?\\p{Alpha}+"],
  },
  cueGrammar: {
    say: `fue tajante|(desea|quiere) (aclarar|informar|desmentir)|(ha |han |había )?((${saidStems})ado|(desment|admit|añad|sosten|respond|insist|advert|conclu|reconoc)ido|dicho|escrito)|dijo|dijeron|dicen?|(${saidStems})(ó|aron|an?|aban?)|(desmint|admit|añad|escrib|respond|sostuv|reconoc|insist|advirt|concluy)(ió|ieron|ó|eron|o|en?)|niegan?|desmienten?|sostienen?|advierten?|recuerdan?|(?<=["”»’],? )(contó|prosiguió|continuó|sentenció|confesó|exclamó|zanjó|expresó|precisó|pidió|tuiteó)`,
    reflexive: "se(?: ha| han)?",
    according: "según|de acuerdo con|a juicio de",
    that: "que|si",
    relatives: "que|quien(?:es)?|donde|(?:el|l[ao]s?) cual(?:es)?",
    infinitiveForm: "[aei]r$",
    finiteForm:
      "(?<=\\p{Lower}{2})(?:ó|[aei]ron)$|^(?:ha|han|había|habían|habrían?|fue|hizo|dijo|dio|puso|quiso|tuvo|estuvo|supo|vino|pudo|niega|niegan|desmiente|desmienten)$",
    determiners:
      "mis?|tus?|nuestr[oa]s?|est[ea]|est[oa]s|es[ea]|es[oa]s|aquel(?:la|l[oa]s)?|dich[oa]s?|otr[oa]s?|algun[oa]s?|algún|ningún|vari[oa]s|much[oa]s|numeros[oa]s|amb[oa]s|cada|tod[oa]s?|dos|tres|cuatro|l['’]",
    prepositions: "a|al|ante|bajo|con|contra|desde|durante|en|entre|hacia|hasta|para|por|según|sin|sobre|tras|mediante|junto",
    who: "que|quien(?:es)?",
    dropsSubject: true,
    participleForm: "[aií]d[oa]s?$",
    anaphora: "(?:así )?lo|eso|esto",
    of: "de|del|d['’]",
    adverbs:
      "no|ni|nunca|jamás|también|tampoco|además|asimismo|incluso|así|entonces|luego|después|antes|ayer|hoy|mañana|anoche|ya|aún|todavía|siempre|ahora|aquí|allí|ahí|mientras|más|menos|muy|tan|sólo|solo|se|me|te|nos|os|les?|lo|donde|cuando|cuál(?:es)?|quién(?:es)?|qué|cómo|como|porque|pues|aunque|si|\\p{Lower}+mente|sin embargo",
    and: "y|e|o|u|pero|sino|mas",
    subordinators: "que|si|como|cuando|mientras|porque|aunque|donde|pues|para|tras|sin|al|según|y|pero|ni",
    oblique: "a|al|les?|me|nos",
    timeWords: "años?|meses|mes|semanas?|días?|horas?|minutos?|segundos?|mañana|tarde|noche|jornada|vez|veces|momento",
    as: "como|según|al contrario de lo que|en contra de lo que",
    when: "((este|el) )?(lunes|martes|miércoles|jueves|viernes|sábado|domingo)|ayer|hoy",
    infinitive: "haber|haya|hayan|hubiera",
    subject: "ell[oa]s",
    speaksFrom: "desde",
    plural: "[aeoó]n",
    copula: "son|es|eran?",
    auxiliary: "ha|han|se",
    cut: "como|conforme|tal y como|pero|se ha|según|citando",
    spreading: "(ha sido|han sido|se ha|se han|fue|fueron|circul\\p{Alpha}+) +(publi|difund|compart|vist|visualiz|en )",
    nobody: "me|te|nos|os|les?|lo",
    article: "el|la|los|las|un|una|unos|unas|su|sus",
    by: "por( el| la| los| las)?",
    passive: "fue|fueron|ha sido|han sido",
    alleging: "denunci|acus|aleg",
    moods: [
      ["^(?:haber|haya) (?=\\p{Alpha}+(?:[aií]d|[sch]t|ch)[oa]s? )", "ha "],
      ["^hayan (?=\\p{Alpha}+(?:[aií]d|[sch]t|ch)[oa]s? )", "han "],
      ["^(?:hubiera|hubiese) (?=\\p{Alpha}+(?:[aií]d|[sch]t|ch)[oa]s? )", "había "],
      ["^(?:ser|sea) ", "es "],
      ["^(?!hay|hub|exist|una )(?=\\p{Lower}{3,}(?:[ae]n?|ar|er|ir) )", ""],
      ["^(?=\\p{Lower}{2,}(?:ar|er|ir)(?:se|l[aoe]s?)? )", ""],
    ],
    hearsay: "supuestamente|presuntamente|al parecer|habrían?",
    untrue:
      '(está|sigue) (\\p{Alpha}+ ){0,2}viv[oa](?!\\p{Alpha})|(es|son|era|eran|sea|fuera) ((?!no )\\p{Alpha}+ ){0,2}(fals[oa]s?|fake|mentiras?|bulos?|montajes?|inventos?)|no (es|son|era|eran|fue|sea) (cierto|verdad|así|real)|care[zc]\\p{Alpha}+ de (\\p{Alpha}+ ){0,2}(fundamento|base|sustento|veracidad)|sin (ningún )?fundamento|no tienen? (ningún )?(fundamento|sustento|asidero)|nada más lejos de la realidad|no (ha habido|hubo|hay|había|existe|existió) (ningún|ninguna|tal)|nunca (ha habido|hubo)|no (se )?(ajustan?|corresponden?) (a|con) la (realidad|verdad)|no (está|estaba|están) (previst|contemplad|planead)\\p{Alpha}+|(otro|vaya|menudo|puro) bulo|está desmentid[oa]|(falso|mentira)[”"»]? que',
  },
  headline: {
    turned: "(no|ni) (\\p{Alpha}+ )?",
    denies:
      "desinformación|fals[oa]s? (rumor|alarma|noticia|información|mensaje|cadena|historia|audio|video|vídeo|imagen)(es|s)?|(noticias?|alarma|información|informaciones|mensaje) fals[oa]s?|bulos?|fake ?news|sátira|montaje|fals[oa]s?|falsedad|mentira|invento|infundad[oa]s?|engaños?|sin fundamento|trola|patraña|farsa|deep ?fake|invención|no (ha|han) (dicho|anunciado|publicado|declarado)|desm(iente|ienten|intió|intieron|entid[oa]s?|entir)|(negar|descartar|rechazar)|(ning[uú]na?|no (hay|existe|existen)) (contactos?|acuerdos?|negociaci(ón|ones)|ofertas?|conversaci(ón|ones)|planes|intención)|ni(ega|egan)|neg(ó|aron)|invent(ó|aron|ad[oa]s?)|descart(a|an|ó|aron)|rechaz(a|an|ó|aron)|exagerad[oa]s?|no (hay|existen?) (pruebas?|evidencias?|indicios?)|no es (cierto|verdad|así)|sal(e|en|ió) al paso|aclar(a|an|ó)|desmonta(n)?|zanja(n)?|se desmarca(n)?|nunca (existió|ocurrió|pasó|sucedió)|no son ciert[oa]s|no (ocurrió|sucedió|pasó)|no hubo tal",
    passes:
      "según|fuentes|report(an|ó|aron)|asegur(a|an)|dic(e|en)|denunci(a|an)|dudas?|incógnitas?|lo que (se )?sab(e|emos)|qué se sabe|guarda(n)? silencio|investig(a|an|ó)|indag(a|an)|versi(ón|ones)|polémica|trasciende|trascendió|no (lo )?confirma(n)?|(?!secretar)(?:habr|tendr|podr|vendr|\\p{Lower}{3,}[aei]r)ían?|evit(a|an|ó)|sin comentarios|sospech(a|as|an)|se habla de|medios?|diario|temor(es)?|miedo|posible(s|mente)?|preocupación|qué hay (detrás|de cierto)|incertidumbre|circula(n)?|viral|sin confirmar|no se pronuncia",
    confirms: "confirma(n|do|da)?|confirmó|confirmaron|oficial|admit(e|en|ió)|reconoc(e|en|ió)",
  },
  page: {
    desk: "(?:la )?redacción(?: (?:digital|deportes))?|equipo de redacción|(?:la )?dirección|agencias",
    menu: "inicio mundo deportes",
    by: "(?:(?:publicado|escrito) )?por",
    dateLine: "publicado|el|actualizado",
    published: "publicado|publicada",
    joined: "registrado|miembro desde|se unió|hora actual",
    updated: "actualizado",
    retraction:
      "retractación|retractamos|retiramos (?:esta|este|la|el) (?:noticia|artículo|información|texto|publicación)|(?:esta|este) (?:noticia|artículo|información|texto|publicación) ha sido (?:retirad[oa]|eliminad[oa])|nos retractamos",
    correction:
      "correcci(?:ón|ones)|corrección de errores|rectificaci(?:ón|ones)|rectificamos|fe de erratas?|fe de errores|errata|subsanaci(?:ón|ones)|una versión (?:anterior|previa) de (?:este|esta) (?:artículo|noticia|información|texto|nota|reportaje)|en una versión (?:anterior|previa)|(?:este|esta) (?:artículo|noticia|información|texto|nota|reportaje) (?:ha sido|fue) (?:corregid[oa]|rectificad[oa]|modificad[oa])|(?:este|esta) (?:artículo|noticia|información|texto|nota) (?:decía|afirmaba|indicaba|señalaba) (?:inicialmente|originalmente|por error|erróneamente)|por (?:un )?error(?: de (?:edición|redacción|traducción|transcripción))?,? (?:se )?(?:publicamos|publicó|dijimos|afirmamos|informamos|indicó|dijo)|donde (?:dice|decía)|hemos corregido|se ha corregido|lamentamos el error|pedimos disculpas por el error|aclaramos que|nota aclaratoria|en la primera versión",
    ownVoice:
      "nuestr[oa]s?|(?:lo|la|los|las|que) (?:dábamos|dimos|publicamos)|(?:rectificamos|corregimos|pedimos|lamentamos|retiramos|publicamos|hemos) |est[ea] (?:artículo|noticia|información|texto|nota)|(?:el|la) (?:artículo|noticia|texto|nota) (?:ha sido|fue)|la redacción",
    admission:
      "por error|erróneamente|equivocadamente|incorrectamente|(?:nos disculpamos|rectificamos|corregimos|retiramos|lamentamos)|pedimos (?:disculpas|perdón)|hemos (?:retirado|eliminado|borrado|corregido|rectificado)|(?:ha|han) sido (?:corregid|retirad|rectificad|eliminad)[oa]s?|no debi(?:mos|ó) (?:publicar|haber)",
    update:
      "actualizaci(?:ón|ones)|actualizado|nota (?:del editor|de la redacción|de redacción)|aclaración|(?:este|esta) (?:artículo|noticia|información) (?:ha sido|fue) actualizad[oa]",
    agency: "Agencia",
    notFound: "página no encontrada",
  },
  wall: {
    challenge: "(?:verifique|confirme|demuestra|demuestre) que (?:no )?(?:es|eres) (?:un |humano)",
    script: "(?:habilit[ea]|active|activa) (?:el )?java ?script",
    consent: "antes de (?:ir|continuar) a",
  },
  boilerplate: {
    affiliate: { inside: "enlaces? de afiliad" },
    credit: { start: "fotos?\\s?[:：©/]" },
    report: { start: "reportar un error" },
    neighbour: { line: "(?:artículo|entrada) (?:siguiente|anterior)" },
    comments: { line: "comentarios?(?: ?\\(?\\d{1,6}\\)?)?" },
    login: { whole: "iniciar sesión(?:$| .{0,40})" },
    share: { label: "compartir|imprimir|guardar" },
    newsletter: { start: "suscríbete" },
    cookies: { inside: "utiliza(?:mos)? cookies" },
    advert: { label: "publicidad" },
    related: { line: "te puede interesar|lee también" },
    "inline-teaser": { label: "lee también" },
    rights: { inside: "todos los derechos reservados" },
    navigation: { whole: "inicio", label: "inicio" },
    tags: { label: "etiquetas" },
    follow: { whole: "síguenos.{0,80}" },
    "reading-time": { whole: "\\d{1,3}[\\s-]?(?:min|minutos)\\.? de lectura" },
  },
  sourceCues: sourceCues({
    voiceMessage: "(?:notas?|mensajes?|grabaci(?:ón|ones)) de (?:voz|audio)|audios?(?: de (?:WhatsApp|Telegram))?",
    passedOn:
      "WhatsApp|Telegram|circul\\p{Alpha}*|viral\\p{Alpha}*|difund\\p{Alpha}*|propag\\p{Alpha}*|reenv\\p{Alpha}*|compart\\p{Alpha}*|redes(?: sociales)?|cadenas?",
    own: "(?:cuentan?|dij[oe](?:ron)?|(?:declar|cont|explic|asegur|afirm|confirm|relat)(?:ó|aron|an?)|reconoci(?:ó|eron)) (?:a|(?:[^.;]{0,50} )?(?:en|por)) (?:el |la )?§|(?:consult|contact)ad[oa]s? por (?:el |la )?§|(?:saber|supo) (?:el |la )?§|(?:habl(?:ó|aron)|convers(?:ó|aron)|entrevista|diálogo) con (?:el |la )?§|(?:a|por|con|saber|acced(?:ió|ido)|acceso|en poder de|copia) est[ea] (?:diario|medio|periódico|portal|emisora|redacción)|(?:acced(?:ió|ido)|acceso|copia) (?:el |la )?§|§ (?:tiene copia|tuvo acceso)",
    according:
      "según (?:ha podido|pudo) saber|según|segun|de acuerdo con|conforme a|a decir de|al decir de|a tenor de|a juicio de|si hacemos caso a|si se cree a",
    via: "vía|citando a?|citan? a|que citan?(?: a)?|con base en|basándose en|haciéndose eco de|(?:remitiéndose|se remite|alude|aludiendo) a|apoyándose en|reproduciendo|recogiendo|fuente|cortesía de|gracias a|en palabras de|a partir de",
    credit: "vía|fuentes?|fotos?|imagen|vídeo|video|crédito",
    reports: `(?:${publishingStems})(?:ó|a|an|aron|aba|aban)|(?:difund|recog|sub|escrib|transmit|reproduj|descubr|emit|compart|recib)(?:e|en|ió|ieron|ía|ían)|reprodujo|cuentan?|cont(?:ó|aron|aba)|muestran?|mostró|(?:da|dan|daba|daban|dio|dieron) (?:a conocer|cuenta|por (?:hech|segur|cerrad|ciert)[oa]|la (?:primicia|noticia|exclusiva))|sug(?:iere|ieren|irió|irieron|ería)|mant(?:iene|ienen|uvo|enía)|(?:pudo|ha podido) (?:saber|conocer|confirmar)|(?:fue|fueron) (?:el|la|los|las) primer[oa]s? en|que cita|(?:se hac|se hic|se hiz)(?:e|en|o|ieron) eco|(?:hizo|hicieron|hace) públic[oa]|sostienen?|sostuvo`,
    denies: "(?:neg|nieg|desm|rechaz|descart|refut)",
    says: `dijo|dicen?|dijeron|(?:${saidStems}|cont|precis|not)(?:ó|a|an|aron|aba)|(?:añad|respond|reconoc|admit|insist|advirt)(?:ió|e|en|ieron)|sostuvo|sostienen?|cuentan?|recuerdan?|advierten?`,
    published: `(?:${publishingStems})ad[oa]s?|vertid[oa]s?|expuest[oa]s?|sostenid[oa]s?|puest[oa]s? en circulación|(?:difund|recog|compart|emit|reproduc|recib|transmit|obten)id[oa]s?|subid[oa]|escrit[oa]s?|descubiert[oa]s?|dad[oa]s? a conocer|hech[oa]s? públic[oa]s?`,
    auxiliaries: "ha|han|había|habían|fue|fueron|ya",
    told: `(?:dij(?:o|eron)|dicen?|dicho|(?:${saidStems}|cont)(?:ó|aron|ado)|reconoci(?:ó|eron)|respondi(?:ó|eron)) a|declaraciones (?:a|en)|entrevista (?:con|en|a|de)|entrevistad[oa] (?:por|en)|habl(?:ó|aron) con|conversación con|en diálogo con`,
    nouns:
      "informes?|informaci[oó]n|informaciones|noticias?|artículos?|reportajes?|notas?|primicia|edici[oó]n|portada|filtraci(?:ón|ones)|investigaci(?:ón|ones)|publicaci[oó]n|publicaciones|posteos?|mensajes?|tuits?|vídeos?|videos?|audios?|entrevistas?|exclusiva|columna|relatos?|testimonios?|versi[oó]n|acusaci(?:ón|ones)|afirmaci(?:ón|ones)|revelaci(?:ón|ones)|titular(?:es)?|sueltos?|especulaci(?:ón|ones)|cuenta|página|perfil|canal|grupos?",
    media: `diarios?|periódicos?|revistas?|semanario|portal|portales|sitio|web|página|medios?|agencia${authority}|cadena(?: de (?:radio|televisión|noticias))|canal|emisora|radio|blog|cuenta|usuari[oa]|periodista|columnista|tabloide|boletín|digital|rotativo|noticiero|informativo|programa|televisora|reporter[oa]|corresponsal`,
    speakers:
      "portavoz|vocero|vocera|director|directora|ministro|ministra|presidente|presidenta|alcalde|alcaldesa|secretario|secretaria|jefe|jefa|abogado|abogada|responsable|consejero|consejera",
    articles: "el|la|los|las|un|una|al|del|lo|su|sus|este|esta|ese|esa|dicho|dicha",
    by: "por|de|del",
    on: "en|a través de|por",
    from: "de|del|desde",
    in: "en",
    to: "a|al",
    and: "y|e|o",
    relative: "(?:el |la |los |las )?que|quien(?:es)?|el cual|la cual",
    anonymous: "fuentes?|anónim[oa]s?|testigos?|no identificad[oa]s?",
    hoax: "bulos?|fals[oa]s?|falsedad|mentiras?|montaje|rumor|rumores|desmint\\p{Alpha}*|desmient\\p{Alpha}*|sátira|satíric[oa]",
    first:
      "primer[oa]?s?|original\\p{Alpha}*|inicialmente|apareció|surgió|nació|empezó|comenzó|circuló|circulado|circulaba|viralizó|origen|se difundió|se publicó",
    separately: "por separado",
    rumour: "rumor|rumores|noticia|información|versión|reporte|bulo|historia|mensaje",
    particles: "de la|del|de los|de las|de",
    noName:
      "según|pero|y|o|en|de|a|por|para|con|sin|sobre|desde|hasta|entre|cuando|mientras|aunque|porque|como|si|no|sí|ya|hoy|ayer|mañana|también|además|ahora|así|todo|todos|todas|nada|nadie|ni|más|muy|qué|quién|dónde|cómo|lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|fuentes?|foto|vídeo|video|última hora|hay|es|son|está|fue|se|le|les|me|nos|mi|tras|ante|esto|eso|aquí|allí|luego|después|antes|entonces|sin embargo|don|doña|señor|señora",
    groupBefore:
      "un|una|unos|unas|mi|mis|nuestr[oa]|diversos|diversas|varios|varias|distintos|distintas|algunos|algunas|otros|otras|numerosos|numerosas|múltiples",
    groups:
      "medios(?: de comunicación)?|diarios?|periódicos?|portal(?:es)?|páginas?|radios?|emisoras?|televisiones|canal(?:es)?|agencias?|prensa|sitios?|webs?|blogs?|foros?|redes sociales|cuentas?|perfil(?:es)?|grupos?|chats?|usuari[oa]s?|internautas|vecin[oa]s?|testigos?|seguidor(?:es|as)|autoridades|fuentes?|entorno|familiares|prim[oa]s?|cuñad[oa]s?|herman[oa]|amig[oa]s?|compañer[oa]s?|trabajador(?:es|as)|emplead[oa]s?|audios?|vídeos?|videos?|mensajes?|cadenas?|hilos?|tuits?|capturas?|publicaci(?:ón|ones)|posteos?|grabaci(?:ón|ones)|fotos?",
    finds:
      "tuvo acceso a|recog(?:e|ió)|detect(?:a|ó)|encontr(?:ó|aron)|encuentra|hall(?:a|ó)|confirm(?:a|ó|aron)|obtuvo|emit(?:e|ió)|difund(?:e|ió)|replic(?:a|ó)|capt(?:a|ó)|identific(?:a|ó)|localiz(?:a|ó)|descubr(?:e|ió)|especul(?:a|ó)|cree|sospecha",
    attributed:
      "(?:atribuid|acreditad|referid|dirigid|achacad)[oa]s? a|(?:atribu|acredit)(?:ye|yó|yen|yeron|a|ó)n? a|(?:gracias|debido|por boca) (?:a|de)|con informaci(?:ón|ones) del?|(?:rumor|noticia|información|bulo) (?:nació|surgió|partió|procede|proviene|viene|salió) (?:en|del?)|primer[oa] en \\p{Alpha}{3,14} (?:fue|es|ha sido)|(?:tras|al|de) (?:publicar|revelar|informar|adelantar|desvelar|difundir|asegurar|destapar)(?:lo|se)?|(?:querella|demanda)(?: por [\\p{Alpha} ]{4,30})? contra",
    groupAdjectives:
      "(?:de un|de una|de la|de los|de|del) \\p{Alpha}+|atribuid[oa]s? a \\p{Alpha}+ \\p{Alpha}+|\\p{Lower}{2,}(?:al|ales|ano|ana|anos|anas|és|esa|eses|esas|ino|ina|inos|inas|ico|ica|icos|icas|ero|era|eros|eras|ol|ola|oles|olas|ar|ares|able|ables|imo|ima|imos|imas|ado|ada|ados|adas)",
    capitalArticles: "El|La|Los|Las",
    adverbs:
      "horas (?:antes|después)|la semana pasada|por su parte|(?:este |el |la |esta )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|tarde|noche|semana)|hoy|ayer|anoche|ya|también|primero|después|luego|antes|en exclusiva|originalmente|inicialmente|recientemente|previamente|ahora|además",
    including: "como|entre ell[oa]s|incluid[oa]s?|tales como|llamad[oa]|denominad[oa]|en particular|por ejemplo",
  }),
  sources: {
    nameArticles: "el|la|los|las",
    ownArticles: "El|La",
    siteEndings: "es|mx",
    credit: "fuente|según|informó|publicó",
    creditBefore: "fuente|según|gracias a|vía",
    republished: "publicado originalmente (?:en|por)",
    screenshot: "screen(?:shot|grab| ?cap(?:ture)?)s? de|capturas? de pantalla|pantallazos?",
    translation: "traducción|traducido",
    translationOf: "traducido del?",
    named: [
      "\\b[Ss]egún\\s+(?:informó|informa|publicó|publica|reveló|un\\s+(?:informe|reportaje|artículo)\\s+de)\\s+NAME",
      "\\b(?:publicado|revelado|difundido)\\s+(?:originalmente\\s+|primero\\s+)?por\\s+NAME",
    ],
    outlet: `Diario|Periódico|Pa[ií]s|Mundo|Heraldo|Vanguardia|EFE|Europa Press|Correo|Gaceta|Noticias|Radio|Televisión|Tribuna|Prensa|Faro|Clarín|Nación|Agencia${authority}|Noticiero|Semanario|Revista|Confidencial|Comercio|Voz`,
    articles: "el|la",
    particles: "de|del",
  },
  comparison: {
    hedges:
      "supuestamente|presuntamente|al parecer|aparentemente|presunt[oa]s?|supuest[oa]s?|rumores?|sin confirmar|podrían?|habrían?(?= \\p{Alpha}+[dtsch]o(?!\\p{Alpha}))|quizás?|tal vez|posiblemente|probablemente",
    countries: { GB: "gran bretaña" },
    concord: true,
    noCue: "no sólo|no solo|no obstante|no (?:\\p{Alpha}+ ){1,3}hasta",
    negations: "no|nunca|jamás|ningún|ninguna|nadie|nada|tampoco|niega|niegan|negó|negaron|desmiente|desmintió",
    credits: "según|de acuerdo con|citando a",
  },
  wording: {
    untrue:
      "fals[oa]s?|bulo|mentiras?|rumor(?:es)?|niega\\w*|neg[óo]|desmient\\w*|desminti\\w*|inventad[oa]s?|sátira|verificad[oa]|hoax|rectific\\w*|corrig\\w*|correcci[óo]n|aclar\\w*|descart\\w*|rechaz\\w*|rebat\\w*|refut\\w*|zanj\\w*|bulos|ficci[óo]n|montaje|fake|circula|(?:está|sigue|están|siguen) viv[oa]s?|viv[oa] y coleando",
    sameReason:
      "por (?:la misma|esa|esta) razón|por (?:las mismas|esas|estas) razones|por (?:el mismo|ese|este) motivo|por (?:los mismos|esos|estos) motivos",
    dependent:
      "sin embargo|luego|después|no obstante|él|ella|ellos|ellas|su|sus|esto|eso|esta|este|estos|estas|ese|esa|nosotros|yo|tú|allí|aquí|pero|y|o|si|porque|aunque|mientras|quién|qué|por qué|cómo|cuándo|dónde|cuál|sí|no|ahora|entonces|además|también|lo|informaci[óo]n sobre|comunicado|nota (?:de prensa|informativa)|boletín|parte médico|aclaración|rectificación|desmentido",
    labels: "informe|última hora|exclusiva|actualización|vídeo|video|alerta|urgente",
    introduction: "(?:(?:(?:el|la|los|las|un) )?(?:rumor(?:es)?|informaci[óo]n(?:es)?|noticias?) (?:de )?)?que",
  },
  pronouns: {
    opening: "su|sus|ella|ellos",
    he: "él|ella|éste|ésta",
    it: "(la|dicha|esta) (empresa|compañía|firma|entidad|institución|cadena|universidad|organización)|el (fabricante|club|banco|hospital|grupo)",
    theCompany: "la empresa",
    self: "yo|nosotr[oa]s",
    we: "nuestr[oa]s?|nosotr[oa]s|\\p{Alpha}{1,12}[aei]mos",
    indefinite: "una?",
  },
  statements: {
    release: "nota de (?:prensa|aclaraci[oó]n)|comunicado",
    releaseTitle: "aclaración|carta abierta",
    releaseAnnounces: "aclarar lo siguiente",
  },
  negation: {
    denied: {
      clause:
        "(?:ni(?:ega|egan)|neg(?:ó|aron|ado|aba)|desm(?:iente|ienten|intió|intieron|entido)|descart(?:a|ó|an|aron|ado)|rechaz(?:a|ó|aron) (?:las? )?acusaci(?:ón|ones) de)(?= (?:\\p{Alpha}+mente )?(?:que|(?!cualquier|ayer)\\p{Alpha}+[aei]r(?:l[aoe]s?|se)?)(?!\\p{Alpha}))",
      confirming: "confirm\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:que|haber|de que)(?!\\p{Alpha}))",
      admitting: "(?:reconoc|reconoz|admit)\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:que|haber|de que)(?!\\p{Alpha}))",
      telling: "(?:ser|sea|soy|fuera) (?:el|la) autora?|(?:escribi|redact|filtr|difund|public|firm)\\p{Alpha}*",
      undone:
        "(?:retir|rectific)\\p{Alpha}* (?:su|el) desmentido|(?<!\\p{Alpha})no (?:lo |la |se )?(?:descart|nieg|neg[oó]|desm)\\p{Alpha}*",
      undecided: "(?:no hay|ninguna|sin) decisión|no (?:se )?han? decidido|demasiado pronto",
      suit: "demanda|querella|denuncia",
      sues: "demand(?:ado|ó|a a)|querell\\p{Alpha}+|denunci(?:ado|ó) a",
    },
    noSubject: "ningun[oa]|ningún|nadie",
    ifSo: "si",
    besides: "y|e|pero|mientras|tras",
    ofResponse:
      "(ni [^.;,]{2,60} (ha|han|había|habían)( confirmado)?( [ou])?|no|ni|sin|nunca|tampoco|evit\\p{Alpha}+|rehus\\p{Alpha}+|lejos de)( \\p{Alpha}+){0,2} ?",
    words: "nadie|nunca|jamás|ning[uú]n\\p{Alpha}*|no(?! sólo| solo)",
    ownNegative: "no es|nunca|carec|no h\\w*|ni",
    requested:
      "(?:pid|exig|reclam|inst[aóo]|solicit|demand)\\p{Alpha}*\\s[^.;]{1,60}(?:(?<!\\p{Alpha})(?:que|de|a)|,)\\s(?:se )?|(?:pid(?:e|en|ió|ieron)|exig(?:e|en|ió|ieron)|reclam(?:a|an|ó|aron)|solicit(?:a|an|ó|aron)|demand(?:a|an|ó|aron))\\s(?:que\\s(?:(?!y\\s|e\\s)\\p{Alpha}+\\s){1,4}|(?:una?|la)\\s(?:\\p{Alpha}+\\s)?)",
  },
  claims: {
    further: "(?:y|e|ni|o|pero) que",
    introductions: [
      [
        "rumour",
        `(rumor(es)?|bulos?)[^.,;:]{0,60}: |(${carriers})( [^.,;:]{1,60}?)?,? (de que|que (afirma|asegura|dice|sostiene)(n|ba|ban)? que|(afirma|asegura|dice|sostiene)(n|ba|ban)? que|donde se (afirma|asegura|dice) que|según (el|la|los|las) cual(es)?,?)|se (rumorea|comenta|dice) que|circula(n|ba|ban)?( (en|por) [^.,;:]{1,30}?)? que|(?<!\\p{Alpha} )((me|nos|les?) )?(dicen|cuentan|aseguran|contaron|dijeron) que|acus(ó|aron|an?|aban?|ando|ado) (a(l| ) ?[^.,;]{2,40}? )?de`,
      ],
    ],
    tail: "(\\p{Alpha}+ ){0,2}(después de|tras) (que|una?|las?|los)( [^,;]{0,40}?)? ?(mensa|publica|v[ií]deo|rumor|acusa|tu[ií]t|tweet|hilo)|(dijo|afirmó|aseguró)\\s|como (había|ha|han|afirm|denunci|dij|asegur)|según |una acusación ",
    verdict: "(son|es|eran|era) (\\p{Alpha}+ ){0,2}(fals[oa]s?|mentira|inventad|sin fundamento|infundad[oa]s?)",
    anaphor:
      "(?<!\\p{Alpha})(?:(?:est|es)[oa]s? (?:hechos?|asunto|extremos?|historia)|los hechos|así lo)(?!\\p{Alpha})|acusaci\\p{Alpha}+|rumor(?:es)?|bulos?|alegaci\\p{Alpha}+|informaci[oó]n(?:es)?|noticias?|versi[oó]n(?:es)?|situaci[oó]n|(?<!\\p{Alpha})reportes?(?!\\p{Alpha})|especulaci\\p{Alpha}+|señalamientos?|afirmaci\\p{Alpha}+|al respecto|nada de (?:eso|ello)|un desmentido|(?:es|son) (?:\\p{Alpha}+ )?(?:fals[oa]s?|mentira|verdad|cierto)",
    postNouns: "publica\\w+|mensa\\w+|cuenta|vídeo",
    breaking: "ÚLTIMA HORA|URGENTE",
  },
};
