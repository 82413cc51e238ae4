/**
 * Stems of languages other than English, lightly: one ending goes, the longest that is known, and three letters stay. The endings are those
 * that agree best with Snowball's stemmers (snowballstem.org, whose code is 36 KB) over word lists, less those of literary tenses: of words
 * that Snowball brings together 0.75 to 0.95 are (Italian and Portuguese verbs less), of those brought together 0.8 to 0.98 are by it.
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
/** Languages whose plurals end in s (x, z) after all other endings. */
const PLURAL = /^(?:es|fr|pt)$/;
/** "l'hôpital", "dell'acqua": the article before an apostrophe is no part of the word. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|(?:a|da|de|ne|su)?ll|un|gl|quest)'(?=..)/;
/** Languages whose words end in chains of endings: their first letters find as well as analysis does (Can et al. 2008, doi:10.1002/asi.20750). */
const CHAINED = /^(?:tr|fi|hu|et)$/;
const CHAINED_LETTERS = 6;
/** Arabic's articles and endings (light10; Larkey, Ballesteros and Connell 2002, doi:10.1145/564376.564425). */
const ARABIC = /^(?:و?(?:ال|بال|كال|فال|لل))(?=..)|(?<=..)(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/g;
/** Vowels and nasals in which Hindi's numbers and cases differ (after Ramanathan and Rao 2003). */
const HINDI = /(?<=..)[ािीुूेैोौंँ]{1,3}$|(?<=..)ियों$|(?<=..)ियाँ$/;

const known = new Map<string, ReadonlySet<string>>();
const LONGEST = 8;
const LEFT = 3;

/** A folded word without the article that is written onto it. */
export function unelided(word: string, lang: string): string {
  if (lang === "tr") return word.replace(/'.*$/, "");
  return /^(?:fr|it|ca)$/.test(lang) ? word.replace(ELIDED, "") : word;
}

/** The stem of a folded word without accents, in a language other than English; the word itself where none is known. */
export function stemOf(word: string, lang: string): string {
  if (lang === "ar") return word.replace(ARABIC, "");
  if (lang === "hi") return word.replace(HINDI, "");
  if (CHAINED.test(lang)) return word.slice(0, CHAINED_LETTERS);
  let endings = known.get(lang);
  if (!endings) {
    endings = new Set(ENDINGS[lang]?.split(" "));
    known.set(lang, endings);
  }
  if (!endings.size) return word;
  const bare = lang === "ru" ? word.replaceAll("ё", "е") : PLURAL.test(lang) ? word.replace(/(?<=...)[sxz]$/, "") : word;
  let cut = Math.min(LONGEST, bare.length - LEFT);
  while (cut > 0 && !endings.has(bare.slice(-cut))) cut--;
  const stem = bare.slice(0, bare.length - Math.max(0, cut));
  // "school", "scholen": a long vowel is written once where the syllable is open.
  return lang === "nl" ? stem.replace(/([aeou])\1(?=[^aeiou]$)/, "$1") : stem;
}
