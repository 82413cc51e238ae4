/** Languages that are read by their words of saying (cues.*.ts): who says what, by the words before and after such a word. */
import type { Span } from "../model.ts";
import { kindOfAnswer } from "./answers.ts";
import type { Attribution } from "./attributions.ts";
import type { Tongue } from "./cues.ts";
import { spanOf } from "./statements.ts";
import type { TokenSentence } from "./tokens.ts";

/** A source as a pattern that matches whole words of any script, everywhere in a text. */
export const wholeWords = (source: string, flags = "giu") => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);

interface Compiled {
  say: RegExp;
  inverted: RegExp | null;
  according: RegExp;
  that: RegExp;
  adjunct: RegExp;
  open: RegExp;
  verb: RegExp;
  /** What stands before a subject that follows its verb: "como aseguran mensajes". */
  as: RegExp;
  nobody: RegExp;
  no: RegExp;
}
/** "las cuales", "laquelle", "as quais": a relative word names no source. */
const RELATIVE = /^(?:l?[aoe]s? )?(?:cual|quais|qual|laquelle|lequel|lesquel)/iu;
/** German perfect: the subject stands before its auxiliary, else right after it ("Das hatten Nachrichten behauptet"). */
const AUXILIARY = /^(.*?)(?:^|\s)(?:hat|haben|hatten?|habe|ist|sind|war|waren|wurden?|wird|werden|ließ|lässt)\s+(.*)$/iu;
/** "negó la acusación y aseguró", "admitió el retraso, pero negó". */
const SECOND = /,?\s(?:y|e|und|et|sowie|pero|mas|mais|aber)(?: (?:se|a|ont|hat))?$/u;
/** A denied thing after its verb and at most a time: "el martes las acusaciones". */
const DIRECT =
  /^\s(?:(?:el |este |na |no |ce |am )?\p{L}+(?:-feira)? )?(?:las?|los?|el|les?|l['’]|des|a|as|o|os|ces?|cette|estas?|estes?|sus?|die|den|das) ?\p{Ll}/u;
/** A role with its name after a comma, and a German noun phrase, which ends where a small word follows a capital. */
const APPOSED = /^[\p{L}’'. -]{3,60}, (?:\p{Lu}[\p{L}'’-]+)(?: (?:de|del|da|do|von|van)? ?\p{Lu}[\p{L}'’-]+){1,3}/u;
const GERMAN_NOUN =
  /^(?:(?:der|die|das|dem|den|des|eine?[rmns]?|seine?[rmn]?|ihre?[rmn]?) )?(?:\p{Ll}+ ){0,3}?\p{Lu}[\p{L}\p{N}.-]*(?: (?:(?:der|des|für|vom?|von der|von|und|&) (?:\p{Ll}+ )?)?\p{Lu}[\p{L}\p{N}.-]*)*/u;
const compiled = new WeakMap<Tongue, Compiled>();
function patternsOf(tongue: Tongue): Compiled {
  let found = compiled.get(tongue);
  if (!found) {
    found = {
      say: wholeWords(tongue.inverted ? `${tongue.inverted}|${tongue.say}` : tongue.say),
      inverted: tongue.inverted ? wholeWords(`^(?:${tongue.inverted})$`, "iu") : null,
      according: wholeWords(tongue.according),
      // What is said begins after "que", ", dass" or a colon, at most a few words of time and place after the verb.
      that: new RegExp(`^[^.;:«“„"]{0,80}?(?:(?<![\\p{L}])(?:${tongue.that})(?:(?<=['’])|(?!\\p{L})) ?|:\\s*)`, "iu"),
      adjunct: wholeWords(tongue.adjunct, "iu"),
      open: new RegExp(`^(?:${tongue.article})(?:\\s|(?<=['’]))`, "iu"),
      verb: wholeWords(`^\\P{L}*(?:${tongue.spread}|${tongue.began})`, "iu"),
      as: wholeWords(`(?:${tongue.as})[\\s'’]*$`, "iu"),
      nobody: wholeWords(`^(?:${tongue.nobody})$`, "iu"),
      no: wholeWords(`^(?:${tongue.that}|${tongue.nobody})`, "iu"),
    };
    compiled.set(tongue, found);
  }
  return found;
}

/** Longest speaker and longest statement, in characters. */
const SPEAKER = 90;
const CONTENT = 600;
const MOST = 8;

/** The phrase that ends before `end`: back to a mark, over one apposition ("Ana Ruiz, portavoz de Nortia, dijo"). Null for none. */
export function phraseEndingAt(text: string, floor: number, end: number, tongue: Tongue): Span | null {
  let to = end;
  while (to > floor && /[\s,]/.test(text[to - 1] ?? "")) to--;
  const apposed = text.slice(to, end).includes(",");
  const window = text.slice(Math.max(floor, to - SPEAKER), to);
  let marks = window.split(/[,;:.!?()«»„“”"\n—–]\s*/u);
  if (to - SPEAKER <= floor || marks.length > 1) marks = marks.slice(apposed && marks.length > 1 ? -2 : -1);
  let from =
    Math.max(floor, to - SPEAKER) +
    window.lastIndexOf(marks[0] ?? "", apposed && marks.length > 1 ? window.length - (marks[1] ?? "").length - 1 : window.length);
  let words = text.slice(from, to);
  // Grammar at the end ("no ha", "también") is the verb's, grammar in the middle begins the phrase anew ("en un comunicado la empresa").
  const { adjunct } = patternsOf(tongue);
  for (let i = 0; i < 6; i++) {
    const tail = /(?:^|\s)(\S+)$/u.exec(words);
    if (!tail?.[1] || !new RegExp(`^(?:${adjunct.source})$`, "iu").test(tail[1])) break;
    words = words.slice(0, words.length - tail[0].length);
  }
  const conjunction =
    /^[\s\S]*(?<!\p{L})(?:y|e|und|et|pero|mas|mais|aber|que|dass|porque|mientras) (?=\p{L})/iu.exec(words)?.[0].length ?? 0;
  if (conjunction && !apposed && !/^\p{Lu}/u.test(words)) {
    from += conjunction;
    words = words.slice(conjunction);
  }
  const skip = (length: number) => {
    from += length;
    words = words.slice(length);
  };
  // "Der Kassenwart, Andreas Lux, ließ die Vorwürfe": the verb follows the apposition's comma.
  if (tongue.capitalNouns && /^(?:hat|haben|hatten?|ließ(?:en)?|lässt)\s/u.test(words) && /,\s*$/.test(text.slice(floor, from)))
    return phraseEndingAt(text, floor, from, tongue);
  const perfect = tongue.capitalNouns ? AUXILIARY.exec(words) : null;
  if (perfect && /(?<!\p{L})\p{Lu}\p{L}*$/u.test(perfect[1] ?? "") && !/^\s*(?:Das|Dies|Den|Zuvor)$/u.test(perfect[1] ?? ""))
    words = words.slice(0, perfect[1]?.length);
  else if (perfect) {
    skip(words.length - (perfect[2]?.length ?? 0));
    skip(/^(?:(?!der |die |das |ein)\p{Ll}+ )*/u.exec(words)?.[0].length ?? 0);
    words = GERMAN_NOUN.exec(words)?.[0] ?? words;
  }
  // "Circula un mensaje que asegura": the verb before is another's.
  skip(patternsOf(tongue).verb.exec(words)?.[0].length ?? 0);
  skip(/^\s*(?:desde )?/iu.exec(words)?.[0].length ?? 0);
  if (patternsOf(tongue).nobody.test(words)) return null;
  return /\p{L}{2}/u.test(words) ? spanOf(text, from, from + words.length) : null;
}

/** The phrase that starts at `start`, up to a mark or a word that begins a time, a place or a clause. Null for none. */
export function phraseStartingAt(text: string, start: number, limit: number, tongue: Tongue): Span | null {
  let from = start;
  while (from < limit && /\s/.test(text[from] ?? "")) from++;
  const raw =
    text
      .slice(from, Math.min(limit, from + SPEAKER))
      .split(/[;:.!?()«»„“”"\n—–]|,\s(?!\p{Ll}[^,]{2,60},|\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}'’-]+(?:[.,]|$))/u)[0] ?? "";
  if (patternsOf(tongue).no.test(raw) || RELATIVE.test(raw) || /^\P{L}/u.test(raw)) return null;
  const apposed = APPOSED.exec(text.slice(from, Math.min(limit, from + SPEAKER)))?.[0];
  if (apposed && patternsOf(tongue).open.test(apposed)) return spanOf(text, from, from + apposed.length);
  let words = (tongue.capitalNouns && GERMAN_NOUN.exec(raw)?.[0]) || raw.replace(/\s\d.*$/u, "");
  for (const match of words.matchAll(new RegExp(patternsOf(tongue).adjunct.source, "giu"))) {
    if (match.index === 0) continue;
    words = words.slice(0, match.index);
    break;
  }
  words = words.replace(/(?<![\s,])[\s,]+$/u, "");
  return /\p{L}{2}/u.test(words) ? spanOf(text, from, from + words.length) : null;
}

/** "a-t-elle ajouté", "dit-il": the pronoun of a turned verb. */
function pronounIn(text: string, cue: Span): Span {
  const at = cue.text.search(/(?<!\p{L})(?:ils?|elles?|on)(?!\p{L})/u);
  return spanOf(text, cue.start + at, cue.start + at + (/^\p{L}+/u.exec(cue.text.slice(at))?.[0].length ?? 1));
}

/** Without the marks that close it. */
function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, Math.min(end, start + CONTENT)];
  while (from < to && /[\s,:;]/.test(text[from] ?? "")) from++;
  while (to > from && /[\s.,;:!?]/.test(text[to - 1] ?? "")) to--;
  return [from, to];
}

/** The attributions of sentences in a language of cues.ts's `tongues`, in order. */
export function tongueAttributions(text: string, sentences: TokenSentence[], tongue: Tongue, lang: string): Attribution[] {
  const { say, inverted, according, that, open, as } = patternsOf(tongue);
  const out: Attribution[] = [];
  sentences.forEach((sentence, index) => {
    const limit = Math.min(sentence.end, sentence.start + 1500);
    const quotes = sentence.tokens.filter((token) => token.kind === "quote");
    const quoted = (at: number) => quotes.some((q) => q.start <= at && at < q.end);
    let last: Span | null = null;
    let count = 0;
    let covered = -1;
    const push = (speaker: Span | null, cue: Span, start: number, end: number, backward: boolean) => {
      const [from, to] = trimmed(text, start, end);
      if (to - from < 3 || ++count > MOST) return;
      const before = out.at(-1);
      // A statement ends where the next one's speaker begins: "dijo que no, y la empresa aseguró que…".
      if (before?.sentence === index && speaker && before.end > speaker.start && before.start < speaker.start)
        before.end = trimmed(text, before.start, speaker.start)[1];
      out.push({
        sentence: index,
        speaker: null,
        antecedent: null,
        cue: { from: 0, to: 0 },
        lemma: cue.text.toLowerCase(),
        start: from,
        end: to,
        backward,
        speakerSpan: speaker,
        cueSpan: cue,
      });
      last = speaker ?? last;
    };
    const raw = text.slice(sentence.start, limit);
    for (const match of raw.matchAll(according)) {
      const at = sentence.start + match.index;
      if (quoted(at)) continue;
      const cue = spanOf(text, at, at + match[0].length);
      // "Den Angaben zufolge", and "dem Bericht zufolge": the source stands before it.
      const after = /^zufolge/i.test(match[0]);
      const source = after ? phraseEndingAt(text, sentence.start, at, tongue) : phraseStartingAt(text, cue.end, limit, tongue);
      if (!source) continue;
      const first = (after ? source.start : at) <= sentence.start + 2;
      // "Según fuentes cercanas al caso, …": what is said begins after the comma, where one is near.
      const end = after ? cue.end : source.end + (/^[^,.;:]{1,60},/u.exec(text.slice(source.end, limit))?.[0].length ?? 0);
      // "Er soll laut dpa 40.000 Euro überwiesen haben": the source stands within what is said.
      const within = !after && tongue.capitalNouns && /^\s+[\p{L}\p{N}]/u.test(text.slice(source.end, limit));
      if (first) push(source, cue, end, limit, false);
      else push(source, cue, sentence.start, after ? source.start : within ? limit : at, true);
      covered = first ? end : limit;
      break;
    }
    const cues = [...raw.matchAll(say)];
    for (const [i, match] of cues.entries()) {
      const at = sentence.start + match.index;
      if (quoted(at) || at < covered) continue;
      const cue = spanOf(text, at, at + match[0].trimEnd().length);
      const before = text.slice(sentence.start, at).trimEnd();
      // "la denuncia", "l'annonce": a noun; "se publicó en": nobody speaks.
      if (/[ae]$/i.test(cue.text) && open.test(`${/(?<!\p{L})\p{L}+['’]?$/u.exec(before)?.[0] ?? ""} `)) continue;
      if (/^\sworden/u.test(text.slice(cue.end, cue.end + 7))) continue;
      if (/^public/i.test(cue.text) && /\sse$/.test(before)) continue;
      const quote = quotes.findLast((q) => q.end <= at);
      const next = quotes.find((q) => q.start >= cue.end);
      const closes = quote && /^[\s,]*$/.test(text.slice(quote.end, at));
      // «…», dijo Ana Ruiz. / „…“, sagte Weber. / Nobody was hurt, dijo Ana Ruiz.
      if (
        closes ||
        (before.endsWith(",") &&
          /\p{L}/u.test(before) &&
          !/^[\s]*(?:\p{L}+ ){0,3}(?:que|dass|ob)\b/u.test(text.slice(cue.end, limit)) &&
          !phraseIsApposition(before))
      ) {
        const speaker = inverted?.test(cue.text) ? pronounIn(text, cue) : phraseStartingAt(text, cue.end, limit, tongue);
        const from = closes ? (/^[\s]*$/.test(text.slice(sentence.start, quote.start)) ? quote.start : sentence.start) : sentence.start;
        if (speaker) push(speaker, cue, from, closes ? quote.end : sentence.start + before.length, true);
        covered = speaker?.end ?? cue.end;
        continue;
      }
      // "…, como aseguran mensajes difundidos en X", "wie der Verlag mitteilte": what is said stands before, else after the next comma.
      const how = as.exec(before) ?? (tongue.capitalNouns ? /(?<!\p{L})wie (?:[^,;:]{2,60})$/iu.exec(before) : null);
      if (how && /^wie/i.test(how[0]) === Boolean(tongue.capitalNouns)) {
        const speaker = tongue.capitalNouns
          ? phraseEndingAt(text, sentence.start + how.index + 4, at, tongue)
          : phraseStartingAt(text, cue.end, limit, tongue);
        const comma = /^[^;:]{0,90}?,\s/u.exec(text.slice(speaker && speaker.end > cue.end ? speaker.end : cue.end, limit))?.[0].length;
        const told = out.at(-1);
        if (told?.sentence === index && told.end > sentence.start + how.index) {
          // "negó que haya ocultado X, como aseguran Y": X is what Y say.
          told.end = trimmed(text, told.start, sentence.start + how.index)[1];
          push(speaker, cue, told.start, told.end, true);
        } else if (how.index > 3) push(speaker, cue, sentence.start, sentence.start + how.index, true);
        else if (comma) push(speaker, cue, (speaker && speaker.end > cue.end ? speaker.end : cue.end) + comma, limit, false);
        covered = Math.max(speaker?.end ?? 0, cue.end);
        continue;
      }
      // "negó la acusación y aseguró que": a second verb has the first one's subject.
      const second = last !== null && SECOND.test(before);
      const previous = out.at(-1);
      if (second && previous?.sentence === index)
        previous.end = Math.max(
          previous.start + 1,
          Math.min(previous.end, trimmed(text, previous.start, sentence.start + before.replace(SECOND, "").length)[1]),
        );
      // "In einer Gruppe behauptete ein Nutzer": what stands before is a place or a time.
      const turned =
        tongue.capitalNouns &&
        /^(?:(?:in|im|auf|bei|am|an|nach|vor|seit)\s[^,]+|.*,)$/iu.test(before.slice(Math.max(0, covered - sentence.start)).trim()) &&
        /^\s(?:ein|der|die|das|\p{Lu})/u.test(text.slice(cue.end, limit));
      const nobody = new RegExp(`(?:^|[.,;¡¿«"“]\\s*)(?:${tongue.nobody})(?: (?:${tongue.adjunct}))?$`, "iu").test(before);
      const subject: Span | null = second
        ? last
        : ((turned
            ? phraseStartingAt(text, cue.end, limit, tongue)
            : phraseEndingAt(text, Math.max(sentence.start, covered), at, tongue)) ?? (nobody ? null : last));
      covered = cue.end;
      const rest = text.slice(cue.end, Math.min(limit, sentence.start + (cues[i + 1]?.index ?? raw.length)));
      const begins = that.exec(rest);
      // "Carmen Ruiz dijo el lunes: «…»", and German word order: "Am Montag sagte die Sprecherin, …".
      const comma = tongue.capitalNouns || !subject ? /^[^.;:«“„"]{0,90}?,\s/u.exec(rest) : null;
      // "rechazó el martes las acusaciones contra su rector, que circulan": a denied thing, not a clause.
      const thing =
        subject &&
        kindOfAnswer(cue.text, "", lang) === "denial" &&
        DIRECT.test(rest) &&
        !/^[^,]{0,40}\b(?:que|qu['’]|dass)(?!\p{L})/iu.test(rest);
      const follows = subject ?? (nobody ? null : phraseStartingAt(text, cue.end, limit, tongue));
      if (next && next.start - cue.end < 90 && !(begins && cue.end + begins[0].length < next.start))
        push(follows, cue, next.start, next.end, false);
      else if (thing) push(follows, cue, cue.end, limit, false);
      else if (begins) push(follows, cue, cue.end + begins[0].length, limit, false);
      else if (comma) push(follows, cue, cue.end + comma[0].length, limit, false);
      else if (/\p{L}{3}/u.test(rest)) push(follows, cue, cue.end, limit, false);
    }
  });
  return out;
}

/** "Ana Ruiz, portavoz de Nortia," — the comma before the verb closes an apposition, so the subject stands before it. */
const phraseIsApposition = (before: string) => {
  const parts = before.slice(-160).split(/,\s*/);
  return (
    parts.length >= 3 &&
    (parts.at(-2) ?? "").length < 80 &&
    /^\p{Lu}|^(?:el|la|le|l['’]|o|a|der|die|das)\s/iu.test((parts.at(-3) ?? "").trim())
  );
};
