/** Words of relative times by language: what they mean in days, and how "… ago", "last week" and the like are said. */

type Unit = "hour" | "day" | "week" | "month" | "year";

export interface TimeWords {
  /** Word to days from the day of writing. Words with a second meaning (`morgen`, `mañana`) are left out. */
  days: Record<string, number>;
  /** A count of units back: group 1 the number, group 2 the unit. */
  ago: (() => RegExp) | null;
  units: Record<string, Unit>;
  /** The calendar week, month or year before: group 1 the unit. */
  last: (() => RegExp) | null;
  numbers: Record<string, number>;
}

const WORD_START = "(?<![\\p{L}\\p{M}\\p{N}-])(?=[\\p{L}\\p{N}])";
const WORD_END = "(?![\\p{L}\\p{M}\\p{N}])";
/** Made when it is first asked for: those of all languages take 8 ms of a cold start, and a text is of one. */
function bound(source: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(`${WORD_START}(?:${source})${WORD_END}`, "giu");
    return made;
  };
}

/** Units by their words: of an hour, a day, a week, a month, a year. */
const units = (words: string): Record<string, Unit> =>
  Object.fromEntries(
    words
      .split("|")
      .flatMap((line, i) => line.split(" ").map((word) => [word, (["hour", "day", "week", "month", "year"] as const)[i] as Unit])),
  );

export const TIME_WORDS: Record<string, TimeWords> = {
  en: {
    days: {
      today: 0,
      tonight: 0,
      yesterday: -1,
      tomorrow: 1,
      "this morning": 0,
      "this afternoon": 0,
      "this evening": 0,
      "day before yesterday": -2,
    },
    ago: bound(
      "(?:about |around |some |nearly |almost |over |more than )?(\\d{1,3}|[a-z]{1,8}(?: of)?|a (?:few|couple(?: of)?)) (hours?|days?|weeks?|months?|years?) ago",
    ),
    units: units("hour hours|day days|week weeks|month months|year years"),
    last: bound("(?:last|the past|the previous) (week|month|year)"),
    numbers: { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  },
  de: {
    days: { heute: 0, gestern: -1, vorgestern: -2, "gestern abend": -1, übermorgen: 2 },
    ago: bound("vor (\\d{1,3}|\\p{L}{2,8}) (stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)"),
    units: units("stunde stunden|tag tagen tage|woche wochen|monat monaten monate monats|jahr jahren jahre jahres"),
    last: bound("(?:letzte[nr]?|vergangene[nr]?|vorige[nr]?) (woche|monat|jahr)"),
    numbers: { einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10 },
  },
  fr: {
    days: { "aujourd'hui": 0, "aujourd’hui": 0, hier: -1, "avant-hier": -2, demain: 1 },
    ago: bound("il y a (\\d{1,3}|\\p{L}{2,8}) (heures?|jours?|semaines?|mois|ans?|années?)"),
    units: units("heure heures|jour jours|semaine semaines|mois|an ans année années"),
    last: bound("(?:la |le |l['’])(semaine|mois|année|an) (?:derni(?:er|ère)|passée?|précédente?)"),
    numbers: { un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10 },
  },
  es: {
    days: { hoy: 0, ayer: -1, anteayer: -2, "antes de ayer": -2, anoche: -1 },
    ago: bound("hace (\\d{1,3}|\\p{L}{2,8}) (horas?|días?|semanas?|mes(?:es)?|años?)"),
    units: units("hora horas|día días|semana semanas|mes meses|año años"),
    last: bound("(?:la|el) (semana|mes|año) (?:pasad[oa]|anterior)"),
    numbers: { un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10 },
  },
  pt: {
    days: { hoje: 0, ontem: -1, anteontem: -2, amanhã: 1 },
    ago: bound("há (\\d{1,3}|\\p{L}{2,8}) (horas?|dias?|semanas?|m[êe]s(?:es)?|anos?)"),
    units: units("hora horas|dia dias|semana semanas|mês meses|ano anos"),
    last: bound("(?:na |no )?(semana|mês|ano) passad[oa]"),
    numbers: { um: 1, uma: 1, dois: 2, duas: 2, três: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10 },
  },
  it: {
    days: { oggi: 0, ieri: -1, "l'altro ieri": -2, domani: 1, stasera: 0, stamattina: 0 },
    ago: bound("(\\d{1,3}|\\p{L}{2,8}) (or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa"),
    units: units("ora ore|giorno giorni|settimana settimane|mese mesi|anno anni"),
    last: bound("(?:la |lo |il )?(?:scors[oa] (settimana|mese|anno))"),
    numbers: { un: 1, una: 1, due: 2, tre: 3, quattro: 4, cinque: 5, sei: 6, sette: 7, otto: 8, nove: 9, dieci: 10 },
  },
  nl: {
    days: { vandaag: 0, gisteren: -1, eergisteren: -2, vanavond: 0 },
    ago: null,
    units: units("uur|dag|week|maand|jaar"),
    last: bound("(?:vorige|afgelopen) (week|maand|jaar)"),
    numbers: {},
  },
  pl: { days: { dziś: 0, dzisiaj: 0, wczoraj: -1, przedwczoraj: -2, jutro: 1 }, ago: null, units: {}, last: null, numbers: {} },
  sv: { days: { idag: 0, igår: -1, förrgår: -2, "i dag": 0, "i går": -1 }, ago: null, units: {}, last: null, numbers: {} },
  tr: { days: { bugün: 0, dün: -1, yarın: 1 }, ago: null, units: {}, last: null, numbers: {} },
  ru: {
    days: { сегодня: 0, вчера: -1, позавчера: -2, завтра: 1 },
    ago: bound("(\\d{1,3}|\\p{L}{2,8}) (час(?:а|ов)?|день|дня|дней|недел[юиь]|месяц(?:а|ев)?|год(?:а)?|лет) назад"),
    units: units("час часа часов|день дня дней|неделе неделю недели недель|месяце месяц месяца месяцев|году год года лет"),
    last: bound("(?:на )?прошл(?:ой|ом|ый|ую) (неделе|неделю|месяце|году)"),
    numbers: { один: 1, одну: 1, два: 2, две: 2, три: 3, четыре: 4, пять: 5, шесть: 6, семь: 7, восемь: 8, девять: 9, десять: 10 },
  },
  uk: { days: { сьогодні: 0, вчора: -1, учора: -1, позавчора: -2, завтра: 1 }, ago: null, units: {}, last: null, numbers: {} },
  ar: { days: { اليوم: 0, أمس: -1, غدا: 1 }, ago: null, units: {}, last: null, numbers: {} },
  ko: { days: { 오늘: 0, 어제: -1, 그저께: -2, 내일: 1 }, ago: null, units: {}, last: null, numbers: {} },
};

/** Chinese and Japanese, where no space parts words. */
export const CHINESE_DAYS: Record<string, number> = {
  今天: 0,
  今日: 0,
  今早: 0,
  今晨: 0,
  今晚: 0,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  前天: -2,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
  一昨日: -2,
};
export const CHINESE_NUMBERS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
export const CHINESE_UNITS = units("小时 小時 時間|天 日|周 週 星期 週間|个月 個月 か月 ヶ月|年");
export const CHINESE_WEEKDAYS: Record<string, number> = { 一: 0, 二: 1, 三: 2, 四: 3, 五: 4, 六: 5, 日: 6, 天: 6, 末: -1 };

/** Words before a weekday that put it ahead of the day of writing. */
export const FUTURE =
  /\b(?:will|'ll|’ll|shall|scheduled|deadline|upcoming|going to|expected|set to|due|plans? to|wird|werden|sera|será|sarà|zal|będzie|будет|d['’]ici)\b/iu;
export const HABIT =
  /(?:\b(?:every|each|most|jeden|chaque|cada|ogni|elke|black|super|good|bloody|cyber|giving|casual|ash|the sunday)\s|每(?:个|逢)?)$/iu;
const BEFORE =
  "by|until|till|before|bis|vor|avant|ici|jusqu|hasta|antes|até|tot|spätestens|no later than|au plus tard|a más tardar|mais tardar|截至|截止|到|直到";
const AFTER = "since|after|seit|nach|depuis|après|desde|después|tras|depois|após|dal|sinds|自|从";
/** What, before a day, month or year, makes it the end or the beginning of a range. */
export const BOUNDS: Record<string, "before" | "after"> = Object.fromEntries([
  ...BEFORE.split("|").map((word) => [word, "before"]),
  ...AFTER.split("|").map((word) => [word, "after"]),
]);
