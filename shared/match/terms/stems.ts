/**
 * Light stemming of languages other than English: the longest known ending is cut, and three letters stay. The endings are those
 * that agree best with Snowball's stemmers (snowballstem.org) over word lists, without those of literary tenses: of words
 * that Snowball conflates 0.75 to 0.95 are conflated here (fewer Italian and Portuguese verbs), and of those conflated here 0.8 to 0.98 by Snowball.
 */
const NORTH =
  "hetens hetene heter heten elserne erende elsens elsers ernes elsene elsen elser elses erens erna arna erne erede ades ande endes ende enes eren aren eres else eret erer ers ens ets ene ast lige elig het hed ede ade et er en es ar as ig s e a";
const ENDINGS: Record<string, string> = {
  de: "ischen ischem ischer isches enden endes ender endem ungen ische ende eren ener enen enes igem iger iges igen eres erer erem isch este est ung ern end ens ere ers ene ige en er es em ig e s",
  fr: "eraient issement assent aient erent erait eront ement ation atrice ateur erai asse ique eron able ance ante euse isse erie isme iste era ant ere ait ate ie ee ai er ir at eu it if ive al ale au e a i",
  es: "amiento imiento icacion amente emente osidad acione acion adora mente ativa ativo ancia arse eria idad ismo able ador ista ante ible eada eado iendo ando ieron aron aban aba ada ado ico ica ear ido ida iva ivo ara osa oso aran ione ion an en ar er ir ad io a o e i",
  pt: "amento imento mente idade acao acoe aram eram iram arao ariam ando endo indo ismo ista avel ador ada ado ava avam ico ica ida ido iva ivo ara era ira osa oso ei ia eu iu ou am em ar er ir ao oe a o e i",
  it: "amente mente amento imento azione azioni ando endo erebbe erono arono irono avano evano eranno iano atore atori ato ata ati ate ito ita iti ite ico ica ici iche ivo iva ivi ive ismo ista isti are ere ire ava eva ano ono ero era io ia ie hi he i o e a",
  nl: "igheid ingen heden iging ende heid baar igen ing ige end en ig e s",
  sv: "hetens ernas arnas andet ornas arens heten igast erna arna ades ande orna aste aren ligt liga erns ens ade are ast iga igt lig ern het en ar er at as ad es or ig s a e",
  da: NORTH,
  no: NORTH,
  nb: NORTH,
  ro: "atului atelor itului atele iilor ilor ului elor atei atul iile itul icii icul area ile ele ata ica ate ita iei ici ice and ite ii ul at ie ea ic it ia au ai im i e a",
  cs: "tovat ovat ovem ovou ovym ich imi ech iho eho ych emu ymi ove ach ami ovi emi ova ovy im ou mi os ym am at i e a u y m o",
  ru: "вшийся вшего вшему вшее ться вшая вшею вшие вший вшей вшем вших вшую вшим ами ому ого ыми ием ими ите ена ены ено ией ом ая ою ой ам ах ую ое ых ым ые ие ый ов ем ии ию ия им ен ий ей их ею ит ив ет ут ют ат ят ла ло ли е у а и ь ы о ю л т",
};
/** Languages whose plurals add s (x, z) to all other endings. */
const PLURAL = /^(?:es|fr|pt)$/;
/** The article before an apostrophe: "l'hôpital", "dell'acqua". */
const ELIDED_ARTICLE = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|(?:a|da|de|ne|su)?ll|un|gl|quest)'(?=..)/;
/** Agglutinative languages: the first letters of their words find as well as an analysis (Can et al. 2008, doi:10.1002/asi.20750). */
const AGGLUTINATIVE = /^(?:tr|fi|hu|et)$/;
const AGGLUTINATIVE_LETTERS = 6;
/** Arabic's articles and endings (light10; Larkey, Ballesteros and Connell 2002, doi:10.1145/564376.564425). */
const ARABIC = /^(?:و?(?:ال|بال|كال|فال|لل))(?=..)|(?<=..)(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/g;
/** Vowels and nasals in which Hindi's numbers and cases differ (after Ramanathan and Rao 2003). */
const HINDI = /(?<=..)[ािीुूेैोौंँ]{1,3}$|(?<=..)ियों$|(?<=..)ियाँ$/;

const known = new Map<string, ReadonlySet<string>>();
const MAX_ENDING = 8;
const MIN_STEM = 3;

/** A folded word without its elided article. */
export function unelided(word: string, lang: string): string {
  if (lang === "tr") return word.replace(/'.*$/, "");
  return /^(?:fr|it|ca)$/.test(lang) ? word.replace(ELIDED_ARTICLE, "") : word;
}

/** The stem of a folded word without accents, in a language other than English; the word itself where none is known. */
export function stemOf(word: string, lang: string): string {
  if (lang === "ar") return word.replace(ARABIC, "");
  if (lang === "hi") return word.replace(HINDI, "");
  if (AGGLUTINATIVE.test(lang)) return word.slice(0, AGGLUTINATIVE_LETTERS);
  let endings = known.get(lang);
  if (!endings) {
    endings = new Set(ENDINGS[lang]?.split(" "));
    known.set(lang, endings);
  }
  if (!endings.size) return word;
  const bare = lang === "ru" ? word.replaceAll("ё", "е") : PLURAL.test(lang) ? word.replace(/(?<=...)[sxz]$/, "") : word;
  let cut = Math.min(MAX_ENDING, bare.length - MIN_STEM);
  while (cut > 0 && !endings.has(bare.slice(-cut))) cut--;
  const stem = bare.slice(0, bare.length - Math.max(0, cut));
  // "school", "scholen": Dutch writes a long vowel once in an open syllable.
  return lang === "nl" ? stem.replace(/([aeou])\1(?=[^aeiou]$)/, "$1") : stem;
}
