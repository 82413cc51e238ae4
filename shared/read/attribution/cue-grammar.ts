/** Languages that are read by their words of saying (cues.*.ts): who says what, by the words before and after such a word. */

import type { CueGrammar } from "../../lang/index.ts";
import type { Span } from "../../model/quote.ts";
import { spanOf } from "../../text/span.ts";
import { responseTypeOf } from "../responses/response-cues.ts";
import type { TokenSentence } from "../tokens.ts";
import type { Attribution } from "./attribution.ts";
import { aliasEnds, patternsOf, phraseEndingAt, phraseStartingAt } from "./cue-grammar-phrases.ts";

/** "negó la acusación y aseguró", "admitió el retraso, pero negó". */
const SECOND = /,?\s(?:y|e|und|et|sowie|pero|mas|mais|aber)(?: (?:se|a|ont|hat))?$/u;
/** A denied thing after its verb and at most a time: "el martes las acusaciones". */
const DIRECT =
  /^\s(?:(?:el |este |na |no |ce |am )?\p{L}+(?:-feira)? )?(?:las?|los?|el|les?|l['’]|des|a|as|o|os|ces?|cette|estas?|estes?|sus?|die|den|das) ?\p{Ll}/u;
const BARE = /(?<!\p{L})(?:haber|avoir|être|ter) \p{L}+ /iu;
const TITLE = "(?:überschrift|titel|título|titulad[oa]|titre|intitulée?|titular)\\s";
const TITLED = new RegExp(`${TITLE}$`, "iu");
const TITLES = new RegExp(`(?<=${TITLE})[„"«“][^“”"»]{1,120}[“”"»]`, "giu");
/** Longest statement in characters, and most of a sentence. */
const CONTENT = 600;
const MOST = 8;

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

/** The attributions of sentences in a language of cues.ts's `cueGrammars`, in order. */
export function cueGrammarAttributions(text: string, sentences: TokenSentence[], grammar: CueGrammar, lang: string): Attribution[] {
  const { say, inverted, according, that, open, as } = patternsOf(grammar);
  const out: Attribution[] = [];
  sentences.forEach((sentence, index) => {
    const limit = Math.min(sentence.end, sentence.start + 1500);
    const quotes = sentence.tokens.filter((token) => token.kind === "quote");
    const quoted = (at: number) => quotes.some((q) => q.start <= at && at < q.end);
    let last: Span | null = null;
    let count = 0;
    let covered = -1;
    const push = (speaker: Span | null, cue: Span, start: number, end: number) => {
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
      const source = after ? phraseEndingAt(text, sentence.start, at, grammar) : phraseStartingAt(text, cue.end, limit, grammar);
      if (!source) continue;
      const first = (after ? source.start : at) <= sentence.start + 2;
      // "Según fuentes cercanas al caso, …": what is said begins after the comma, where one is near.
      const end = after ? cue.end : source.end + (/^[^,.;:]{1,60},/u.exec(text.slice(source.end, limit))?.[0].length ?? 0);
      // "Er soll laut dpa 40.000 Euro überwiesen haben": the source stands within what is said.
      const within = !after && grammar.capitalNouns && /^\s+[\p{L}\p{N}]/u.test(text.slice(source.end, limit));
      if (first) push(source, cue, end, limit);
      else push(source, cue, sentence.start, after ? source.start : within ? limit : at);
      covered = first ? end : limit;
      break;
    }
    const cues = [...raw.matchAll(say)];
    for (const [i, match] of cues.entries()) {
      const at = sentence.start + match.index;
      // "Berichte", "Angaben": a German noun is no verb.
      if (quoted(at) || at < covered || (grammar.capitalNouns && match.index > 2 && /^\p{Lu}/u.test(match[0]))) continue;
      const cue = spanOf(text, at, at + match[0].trimEnd().length);
      const before = text.slice(sentence.start, at).trimEnd();
      // "la denuncia", "l'annonce": a noun; "se publicó en": nobody speaks.
      if (/[ae]$/i.test(cue.text) && open.test(`${/(?<!\p{L})\p{L}+['’]?$/u.exec(before)?.[0] ?? ""} `)) continue;
      if (/^\sworden/u.test(text.slice(cue.end, cue.end + 7))) continue;
      if (/^public/i.test(cue.text) && /\sse$/.test(before)) continue;
      const quote = quotes.findLast((q) => q.end <= at);
      // "unter der Überschrift „…“": a title is nothing said.
      const next = quotes.find((q) => q.start >= cue.end && !TITLED.test(text.slice(q.start - 24, q.start)));
      const closes =
        quote &&
        /^[\s,]*(?:(?:n[oui]s|nous|me|m['’]|le) ?)?$/i.test(text.slice(quote.end, at)) &&
        !aliasEnds.test(text.slice(sentence.start, quote.end));
      // «…», dijo Ana Ruiz. / „…“, sagte Weber. / Nobody was hurt, dijo Ana Ruiz.
      if (
        closes ||
        (before.endsWith(",") &&
          /\p{L}/u.test(before) &&
          !/^[\s]*(?:\p{L}+ ){0,3}(?:que|dass|ob)\b/u.test(text.slice(cue.end, limit)) &&
          !phraseIsApposition(before))
      ) {
        const speaker = inverted?.test(cue.text) ? pronounIn(text, cue) : phraseStartingAt(text, cue.end, limit, grammar);
        const from = closes ? (/^[\s]*$/.test(text.slice(sentence.start, quote.start)) ? quote.start : sentence.start) : sentence.start;
        if (speaker) push(speaker, cue, from, closes ? quote.end : sentence.start + before.length);
        covered = speaker?.end ?? cue.end;
        continue;
      }
      // "…, como aseguran mensajes difundidos en X", "wie der Verlag mitteilte": what is said stands before, else after the next comma.
      const how = as.exec(before) ?? (grammar.capitalNouns ? /(?<!\p{L})wie (?:[^,;:]{2,60})$/iu.exec(before) : null);
      if (how && /^wie/i.test(how[0]) === Boolean(grammar.capitalNouns)) {
        const speaker = grammar.capitalNouns
          ? phraseEndingAt(text, sentence.start + how.index + 4, at, grammar)
          : phraseStartingAt(text, cue.end, limit, grammar);
        const comma = /^[^;:]{0,90}?,\s/u.exec(text.slice(speaker && speaker.end > cue.end ? speaker.end : cue.end, limit))?.[0].length;
        const told = out.at(-1);
        if (told?.sentence === index && told.end > sentence.start + how.index) {
          // "negó que haya ocultado X, como aseguran Y": X is what Y say.
          told.end = trimmed(text, told.start, sentence.start + how.index)[1];
          push(speaker, cue, told.start, told.end);
        } else if (how.index > 3) push(speaker, cue, sentence.start, sentence.start + how.index);
        else if (comma) push(speaker, cue, (speaker && speaker.end > cue.end ? speaker.end : cue.end) + comma, limit);
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
        grammar.capitalNouns &&
        /^(?:(?:in|im|auf|bei|am|an|nach|vor|seit)\s[^,]+|.*,)$/iu.test(before.slice(Math.max(0, covered - sentence.start)).trim()) &&
        /^\s(?:ein|der|die|das|\p{Lu})/u.test(text.slice(cue.end, limit));
      const nobody = patternsOf(grammar).unnamed.test(before);
      const subject: Span | null = second
        ? last
        : ((turned
            ? phraseStartingAt(text, cue.end, limit, grammar)
            : phraseEndingAt(text, Math.max(sentence.start, covered), at, grammar)) ?? (nobody ? null : last));
      covered = cue.end;
      const rest = text
        .slice(cue.end, Math.min(limit, sentence.start + (cues[i + 1]?.index ?? raw.length)))
        .replace(TITLES, (words) => "x".repeat(words.length));
      const clause = that.exec(rest);
      // "desmintió haber vendido leche, después de que un mensaje …": what is denied needs no "que".
      const begins = clause && BARE.test(clause[0]) ? null : clause;
      // "Carmen Ruiz dijo el lunes: «…»", and German word order: "Am Montag sagte die Sprecherin, …".
      const comma = grammar.capitalNouns || !subject ? /^[^.;:«“„"]{0,90}?,\s/u.exec(rest) : null;
      // "rechazó el martes las acusaciones contra su rector, que circulan": a denied thing, not a clause.
      const thing =
        subject &&
        responseTypeOf(cue.text, "", lang) === "denial" &&
        DIRECT.test(rest) &&
        !/^[^,]{0,40}\b(?:que|qu['’]|dass)(?!\p{L})/iu.test(rest);
      const follows = subject ?? (nobody ? null : phraseStartingAt(text, cue.end, limit, grammar));
      if (next && next.start - cue.end < 90 && !(begins && cue.end + begins[0].length < next.start))
        push(follows, cue, next.start, next.end);
      else if (thing) push(follows, cue, cue.end, limit);
      else if (begins) push(follows, cue, cue.end + begins[0].length, limit);
      else if (comma) push(follows, cue, cue.end + comma[0].length, limit);
      else if (/\p{L}{3}/u.test(rest)) push(follows, cue, cue.end, limit);
    }
  });
  return out;
}

/** "Gerüchte, …, sind falsch,": a verb stands in no apposition. */
const CLAUSE = /(?<!\p{L})(?:ist|sind|sei|seien|war|waren|hat|habe|haben|es|son|era|eran|est|sont|é|são)(?!\p{L})/u;

/** "Ana Ruiz, portavoz de Nortia," — the comma before the verb closes an apposition, so the subject stands before it. */
const phraseIsApposition = (before: string) => {
  const parts = before.slice(-160).split(/,\s*/);
  return (
    parts.length >= 3 &&
    (parts.at(-2) ?? "").length < 80 &&
    !CLAUSE.test(parts.at(-2) ?? "") &&
    /^\p{Lu}|^(?:el|la|le|l['’]|o|a|der|die|das)\s/iu.test((parts.at(-3) ?? "").trim())
  );
};
