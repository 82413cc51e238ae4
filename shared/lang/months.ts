/** Names of months and weekdays as dates are written, lower case without accents: en de fr es pt it nl pl cs sv da no hu ro tr id vi el ru uk hi ar. */

/** One line a month, January first. Where languages disagree (listopad) the one with more readers is kept. */
const MONTH_NAMES = [
  "january jan januar janner jenner januari janvier janv enero ene janeiro gennaio gen ianuarie stycznia styczen leden ledna januara ocak ιανουαριου января январь янв січня січень जनवरी يناير",
  "february feb februar febr februari fevrier fevr fev febrero fevereiro febbraio februarie lutego luty unor unora subat φεβρουαριου февраля февраль фев лютого лютий फरवरी فبراير",
  "march mar marz maerz mrz maart mrt mars marzo março marco martie marca marzec brezen brezna marec mart maret marcius μαρτιου марта март мар березня березень मार्च مارس",
  "april apr avril avr abril abr aprile aprilie kwietnia kwiecien duben dubna nisan aprilis απριλιου апреля апрель апр квітня квітень अप्रैल أبريل ابريل",
  "may mai mayo maio maggio mag mei maj maja kveten kvetna majus mayis μαιου мая май травня травень मई مايو",
  "june jun juni juin junho junio giugno giu iunie czerwca czerwiec cerven cervna haziran junius ιουνιου июня июнь июн червня червень जून يونيو",
  "july jul juli juillet juil julho julio luglio lug iulie lipca lipiec cervenec cervence temmuz julius ιουλιου июля июль июл липня липень जुलाई يوليو",
  "august aug aout agosto ago augustus agustus augusti sierpnia sierpien srpen srpna agustos augusztus αυγουστου августа август авг серпня серпень अगस्त أغسطس",
  "september sep sept septembre septiembre setembro set settembre septembrie wrzesnia wrzesien zari eylul szeptember σεπτεμβριου сентября сентябрь сен вересня вересень सितंबर सितम्बर سبتمبر",
  "october oct oktober okt octobre octubre outubro out ottobre ott octombrie pazdziernika pazdziernik rijen rijna ekim οκτωβριου октября октябрь окт жовтня жовтень अक्टूबर أكتوبر",
  "november nov novembre noviembre novembro noiembrie listopada listopad listopadu kasim noyabr νοεμβριου ноября ноябрь ноя листопада листопад नवंबर नवम्बर نوفمبر",
  "december dec dezember dez decembre diciembre dic dezembro dicembre decembrie grudnia grudzien prosinec prosince aralik desember des decembra δεκεμβριου декабря декабрь дек грудня грудень दिसंबर दिसम्बर ديسمبر",
];
/** Monday first. */
export const WEEKDAY_NAMES = [
  "monday montag lundi lunes lunedì maandag poniedziałek måndag mandag понедельник понедельника понеділок pazartesi segunda-feira",
  "tuesday dienstag mardi martes martedì dinsdag wtorek tisdag tirsdag вторник вторника вівторок salı terça-feira",
  "wednesday mittwoch mercredi miércoles mercoledì woensdag środę środa onsdag среду среда середу çarşamba quarta-feira",
  "thursday donnerstag jeudi jueves giovedì donderdag czwartek torsdag четверг четверга четвер perşembe quinta-feira",
  "friday freitag vendredi viernes venerdì vrijdag piątek fredag пятницу пятница п'ятницю cuma sexta-feira",
  "saturday samstag sonnabend samedi sábado sabato zaterdag sobotę sobota lördag lørdag субботу суббота суботу cumartesi",
  "sunday sonntag dimanche domingo domenica zondag niedzielę niedziela söndag søndag воскресенье неділю pazar",
];

/** A word as the tables hold it: lower case, Latin accents off. */
export const bare = (word: string): string =>
  word
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();

const table = (lines: string[]) => new Map(lines.flatMap((line, i) => line.split(" ").map((name) => [bare(name), i] as const)));
const months = table(MONTH_NAMES);
const weekdays = table(WEEKDAY_NAMES);

/** The month that a word names, 1 to 12, or null. Vietnamese and East Asian months are numbers: see calendar.ts. */
export const monthNamed = (word: string): number | null => {
  const at = months.get(bare(word));
  return at === undefined ? null : at + 1;
};
/** The weekday that a word names, 0 = Monday, or null. */
export const weekdayNamed = (word: string): number | null => weekdays.get(bare(word)) ?? null;
