/** Spanish cues: plain data. */
import type { CueGrammar } from "./index.ts";

const carriers =
  "rumor(es)?|bulos?|acusaci(ón|ones)|informaci(ón|ones)|noticias?|mensajes?|v[ií]deos?|publicaci(ón|ones)|capturas?|audios?|grabaci(ón|ones)|cadenas?|tuits?|textos?|fotos?|hilos?";

export const es: CueGrammar = {
  say: "fue tajante|(desea|quiere) (aclarar|informar|desmentir)|(ha |han |había )?(dicho|(afirm|asegur|declar|explic|señal|neg|confirm|anunci|denunci|acus|public|inform)ado|(desment|admit|añad)ido|escrito|reconocido)|dijo|dijeron|dicen?|(afirm|asegur|declar|explic|señal|indic|agreg|neg|confirm|anunci|denunci|aclar|public|inform|rechaz|subray|insist|recalc|zanj|apunt|matiz|lament)(ó|aron|an?|aban?)|(desmint|admit|añad|escrib|respond|sostuv|reconoc)(ió|ieron|o|en?)|niegan?|desmienten?|sostienen?",
  according: "según|de acuerdo con|a juicio de",
  that: "que|si",
  adjunct:
    "en|el (lunes|martes|miércoles|jueves|viernes|sábado|domingo)|este|esta|ayer|hoy|tras|durante|ante|a|al|por|que|y|pero|mientras|cuando|no|ni|se|lo|ha|han|había|también|además|con|me|te|nos|os|les?|ya|desde|para|sobre|contra|hasta",
  as: "como|según|al contrario de lo que|en contra de lo que",
  nobody: "me|te|nos|os|les?|lo",
  article: "el|la|los|las|un|una|unos|unas|su|sus",
  of: "del?( la| los| las)?",
  by: "por( el| la| los| las)?",
  he: "él|ella|éste|ésta",
  it: "(la|dicha|esta) (empresa|compañía|firma|entidad|institución|cadena|universidad|organización)|el (fabricante|club|banco|hospital|grupo)",
  theCompany: "la empresa",
  roles:
    "(vicer?|ex)?(portavoz|vocer[oa]|concejal[a]?|consejer[oa]|rector[a]?|tesorer[oa]|editor[a]?|delegad[oa]|coordinador[a]?|ministr[oa]|president[ea]|director[a]?|alcalde(sa)?|jef[ea]|abogad[oa]|fiscal|juez[a]?|profesor[a]?|periodista|secretari[oa]( de Estado)?|gerente|médic[oa])",
  people: "\\p{L}{2,}((d|t|s)or[a]?|ista|antes?|triz|er[oa]|ic[oa])|cantante|chef|acusad[oa]|imputad[oa]|hombre|mujer|joven",
  anonymous:
    "anónim[oa]s?|usuari[oa]s?|internautas?|fuentes?|supuest[oa] (emplead[oa]|trabajador[a]?|testigo)|ex ?emplead[oa]|alguien|una persona|testigos?|denunciante|autor[a]? del (hilo|mensaje|vídeo)",
  organisations:
    "autoridad|consulado|embajada|organismo|zoo|empresa|compañía|entidad|constructora|grupo|consejería|consistorio|fiscalía|Guardia Civil|Cruz Roja|fundación|sindicato|federación|instituto|juzgado|diputación|editorial|colegio|clínica|aerolínea|universidad|ministerio|ayuntamiento|policía|gobierno|banco|hospital|asociación|agencia|tribunal|club|partido|fabricante|autoridades",
  outlets: "diario|periódico|EFE|El País|El Mundo|televisión|revista|Maldita|Newtral",
  hedges:
    "presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|al parecer|rumor(es)?|bulos?|sin confirmar|no confirmad[oa]s?|no verificad[oa]s?|(no (ha|han|hemos) podido|no pudo|no pudieron|no pudimos|sin poder) (verificar|confirmar|comprobar)|se rumorea|según se dice|habría(n)?|un tal|fuentes anónimas",
  weakHedges: "podrían?|quizás?|tal vez|posiblemente|probablemente|parece( ser)? que|acaso|aparentemente",
  rumour: `(rumor(es)?|bulos?)[^.,;:]{0,60}: |(${carriers})( [^.,;:]{1,60}?)?,? (de que|que (afirma|asegura|dice|sostiene)(n|ba|ban)? que|(afirma|asegura|dice|sostiene)(n|ba|ban)? que|donde se (afirma|asegura|dice) que|según (el|la|los|las) cual(es)?,?)|se (rumorea|comenta|dice) que|circula(n|ba|ban)?( (en|por) [^.,;:]{1,30}?)? que|(?<!\\p{L} )((me|nos|les?) )?(dicen|cuentan|aseguran|contaron|dijeron) que|acus(ó|aron|an?|aban?|ando|ado) (a(l| ) ?[^.,;]{2,40}? )?de`,
  carriers,
  alleging: "denunci|acus|aleg",
  moods: [
    [/^(?:haber|haya) (?=\p{L}+(?:[aií]d|[sch]t|ch)[oa]s? )/u, "ha "],
    [/^hayan (?=\p{L}+(?:[aií]d|[sch]t|ch)[oa]s? )/u, "han "],
    [/^(?:hubiera|hubiese) (?=\p{L}+(?:[aií]d|[sch]t|ch)[oa]s? )/u, "había "],
    [/^(?:ser|sea) /u, "es "],
    [/^(?!hay|hub|exist|una )(?=\p{Ll}{3,}(?:[ae]n?|ar|er|ir) )/u, ""],
    [/^(?=\p{Ll}{2,}(?:ar|er|ir)(?:se|l[aoe]s?)? )/u, ""],
  ],
  raised:
    "(ha|han|había) sido acusad[oa]s? de|(fue|fueron|es|son|está|están) acusad[oa]s? de|(admit|reconoc)(ió|ieron|e|en)|(ha|han) (admitido|reconocido)|confes(ó|aron)|pid(ió|ieron) (perdón|disculpas) por|se disculp(ó|aron) por|(rechaz|neg)(ó|aron|a|an) (las acusaciones|los rumores|la acusación) de",
  hearsay: "supuestamente|presuntamente|al parecer|habrían?",
  began: "public(ó|ado|ada|aron)|apareci(ó|eron)|surgi(ó|eron)|comenz(ó|aron)|empez(ó|aron)|originó|nació|subi(ó|da|do)|escribi(ó|eron)",
  spread: "difundi\\p{L}*|compart\\p{L}*|circul\\p{L}*|viral(izó|es)?|propag\\p{L}*|corri(ó|eron)|reenvi\\p{L}*|saltó|llegó|llegaron",
  first: "primero|por primera vez|inicialmente|originalmente",
  whence: "de dónde",
  translated: "traduc\\p{L}*",
  untrue:
    "(es|son|era|eran|sea|fuera) ((?!no )\\p{L}+ ){0,2}(fals[oa]s?|fake|mentiras?|bulos?|montajes?|inventos?)|no (es|son|era|eran|fue|sea) (cierto|verdad|así|real)|carecen? de (\\p{L}+ ){0,2}fundamento|(otro|vaya|menudo|puro) bulo|está desmentid[oa]|falso que|mentira que",
  not: "no|nunca|jamás|nadie|tampoco|sin|ning[uú]n\\p{L}*",
  asks: "alguien (sabe|puede|me)|(sabéis|saben|sabe) si|será (verdad|cierto)",
  negated: "(no|ni|sin|nunca|tampoco|evit\\p{L}+|rehus\\p{L}+|lejos de)( \\p{L}+){0,2} ?",
  labels: [
    "p|pregunta|periodista|(entrevist|moder|present)adora?",
    "r|respuesta",
    "(la |el )?(afirmación|bulo|rumor|qué (se dice|dicen)|lo que (se dice|circula))",
    "(la |el |nuestr[oa] )?(veredicto|calificación|realidad|verdad|conclusión|hechos)",
    "fals[oa]|engaños[oa]|bulo|mentira|incorrect[oa]",
  ],
  answers: {
    denial: [
      "neg(ó|aron|ado|ando)(?! (al? [^,.;]{2,40} )?(la entrada|(el|un) (acceso|permiso|visado)|la fianza|(la|una) licencia))",
      "niegan?",
      "desm(int|ient)\\p{L}+",
      "desmentid[oa]",
      "rechaz(ó|aron|a|an|ado|ando) (\\p{L}+ ){0,3}(acusaci(ón|ones)|rumor(es)?|afirmaci(ón|ones)|versi(ón|ones)|informaci(ón|ones)|señalamientos)",
      "confirm\\p{L}+ que [^.;]{2,60} (es|era|son|eran) (\\p{L}+ )?(fals[oa]s?|un montaje|un bulo)",
      "nunca (ha|han|hemos|he) \\p{L}+",
      "nunca (se )?(produjo|ocurrió|existió|tuvo lugar|hubo)",
    ],
    confirmation: ["confirm(ó|aron|a|an|ado|ando)", "admit(ió|ieron|e|en|ido)", "reconoc(ió|ieron|en?|ido)", "(es|era) (cierto|verdad)"],
    no_comment: [
      "(no (ha|han|quiso|quisieron|respondi\\p{L}+|contest\\p{L}+)|declin\\p{L}+|rehus\\p{L}+|se neg(ó|aron) a)( a)?( \\p{L}+){0,2}? ?(respond\\p{L}*|contest\\p{L}*|coment\\p{L}*|declaraciones|pronunciar\\p{L}*)",
      "no (respondi|contest)(ó|eron|aron)",
      "(evitó|sin|evitaron) confirmar",
    ],
    correction: ["rectific\\p{L}+", "corrigi(ó|eron)( (su|el|la|la información))?", "fe de erratas"],
    retraction: ["se retract\\p{L}+", "retir(ó|aron) (su|la|el) (acusación|denuncia|artículo|noticia|publicación)"],
    apology: ["se disculp\\p{L}+", "pidi(ó|eron) (disculpas|perdón)", "lament(ó|aron) (el|los) error(es)?"],
    investigation: [
      "investiga(n|rá|ndo|ron)?(?! ?ción)",
      "(abri(ó|eron)|abierto|inici(ó|aron|ado)) (una )?investigación",
      "está revisando",
      "en revisión",
    ],
    label: ["(añadi|puso|pusieron)\\p{L}* (\\p{L}+ ){0,3}(etiqueta|advertencia|aviso)", "etiquet(ó|aron)"],
    takedown: [
      "elimin(ó|aron|ado|ada) (\\p{L}+ ){0,2}(vídeo|video|publicación|mensaje|cuenta|tuit)",
      "suspendi(ó|eron) (la|las|su) cuentas?",
      "fue (eliminad|retirad|suspendid|borrad)[oa]",
    ],
  },
};
