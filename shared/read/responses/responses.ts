/** Who answered a claim, and how: the acts that a text tells of, each pointed at the claim that it is about. */
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import type { ReadClaim, ReadReported, ReadResponse } from "../../model/reading.ts";
import { type ResponseType, responseTypes, type Standing } from "../../model/response.ts";
import type { PublishedTime } from "../../model/time.ts";
import { quotations } from "../../text/quotations.ts";
import { spanOf } from "../../text/span.ts";
import { shared, stemsOf, WITNESS } from "../../text/stem-overlap.ts";
import { type LocatedStatement, MAX_SENTENCES, type TextAnalysis } from "../analysis.ts";
import type { Block } from "../attribution/block-quotes.ts";
import { issuerOf } from "../attribution/issuer.ts";
import { labelsOf } from "../attribution/speaker-labels.ts";
import { reportedTime } from "../dates/reported-time.ts";
import { actorOf } from "../parties/actors.ts";
import { sameAs, standingOf } from "../parties/standing.ts";
import type { TokenSentence } from "../tokens.ts";
import { contradicts, negates, saysNone, saysNot } from "./implicit-denials.ts";
import { responseCuesIn, unbeaten } from "./response-cues.ts";
import { targetOf } from "./targets.ts";

/** The words that the sentence quotes: each passage in quotation marks, without marks and closing comma or stop. */
function quotesOf(analysis: TextAnalysis, sentence: TokenSentence, said: LocatedStatement | null): Span[] {
  const end = said ? Math.max(sentence.end, Math.min(said.content.end, sentence.end + 1500)) : sentence.end;
  const start = said ? Math.min(sentence.start, said.content.start) : sentence.start;
  return quotations(analysis.text.slice(start, end)).flatMap((q) => {
    // French sets a space inside its marks.
    const from = start + q.innerStart + (/^\s/.test(analysis.text[start + q.innerStart] ?? "") ? 1 : 0);
    const words = analysis.text.slice(from, start + q.innerEnd).replace(/(?<![.,;!?。，；\s])[.,;!?。，；\s]+$/u, "");
    return words && q.innerEnd > q.innerStart && /\p{L}/u.test(words) && !/[《]/.test(analysis.text[start + q.start] ?? "")
      ? [spanOf(analysis.text, from, from + words.length)]
      : [];
  });
}

/** A Chinese subject cut too late repeats the shorter one: 网友, 网友删除了帖子. */
const longer = (a: Party, b: Party) => a.description && b.description?.startsWith(a.description);
const sameParty = (a: Party, b: Party) =>
  (a.name !== null && a.name === b.name) || (a.name === b.name && a.description === b.description && a.affiliation === b.affiliation);

/** Whoever began a claim confirms nothing by giving ground; whoever denied it and then concedes something confirms a part. */
function typeOf(type: ResponseType, standing: Standing, deniedBefore: boolean): ResponseType {
  if (type === "retraction" && standing === "platform") return "takedown";
  if (type !== "confirmation") return type;
  return standing === "originator" ? "clarification" : deniedBefore ? "partial_confirmation" : type;
}

const YOUR = /(?<!\p{L})(?:your|ihre?[nmrs]?|votre|vos|seus?|suas?|sus?)(?!\p{L})|你们?|您|贵/iu;
/** "Your hospital turned patients away, they say": it is said of who answers. */
const asksOf = ({ turns }: TextAnalysis, claim: ReadClaim, sentence: TokenSentence) =>
  YOUR.test(claim.text) &&
  turns.some((turn) => turn.asks && turn.start <= claim.quote.start && claim.quote.start < turn.end) &&
  turns.some((turn) => turn.answers && turn.start < sentence.end && sentence.start < turn.end);

/** "lo ha retirado": what, is only told before. */
const ITS = /^(?:lo|la|los|las|l['’]|[oa]) ?(?:ha |han |a |ont )?\p{L}+$/iu;
/** How a sentence begins that says that something is not so. */
const NO =
  /^[\s"“„«「]*(?:no|not|none|never|nothing|nobody|ning[uú]n\p{L}*|nadie|nunca|aucune?|rien|personne|jamais|nenhum\p{L}*|não|ninguém|kein\p{L}{0,2}|nie|niemand|nichts|从未|没有)(?!\p{L})/iu;
/** Whether somebody with an office speaks for an organisation: where no other is named. */
const ours = (person: Party, { name, description }: Party) =>
  person.affiliation === null || person.affiliation === name || person.affiliation === description || /^\p{Ll}/u.test(person.affiliation);
/** Where the negation stands, in its sentence. */
const negation = (content: Span, sentence: TokenSentence) => {
  const text = NO.exec(content.text)?.[0] ?? "";
  const start = content.start - sentence.start;
  return { text, start, end: start + text.length };
};

/** A sentence without a cue of its own that quotes the same party right after its answer belongs to the answer. */
function goOn(
  analysis: TextAnalysis,
  last: ReadResponse | undefined,
  sentence: TokenSentence,
  index: number,
  published: PublishedTime | null,
): void {
  if (!last || sentence.start - last.passage.end > 3) return;
  const said = analysis.statementsIn(index).find((s) => s.speaker && s.kind !== "indirect" && sameParty(s.speaker.party, last.actor));
  // "It denies that. … he said on Tuesday": the day is that of the answer.
  if (said && last.publishedAt.earliest === null)
    last.publishedAt = reportedTime(analysis, spanOf(analysis.text, sentence.start, sentence.end), published);
  if (said)
    last.quotes.push(...quotesOf(analysis, sentence, said).filter((quote) => !last.quotes.some((known) => known.start === quote.start)));
}

/** The responses that a text tells of, in the order told, each act once. */
export function responsesIn(
  analysis: TextAnalysis,
  claims: ReadClaim[],
  reported: ReadReported[],
  blocks: Block[],
  headline: Set<number>,
  published: PublishedTime | null,
): ReadResponse[] {
  const out: ReadResponse[] = [];
  if (!claims.length) return out;
  analysis.sentences.forEach((sentence, index) => {
    if (index >= MAX_SENTENCES || headline.has(index)) return;
    // The words of whoever began a claim answer nothing; those of a company do.
    const block = blocks.find((b) => index >= b.from && index < b.to);
    const author = block && analysis.statements.find((s) => s.rule === "block" && s.content.start === block.start)?.speaker?.party;
    if (block && author?.kind !== "organisation") return;
    const words = analysis.text.slice(sentence.start, sentence.end);
    // "Verdict: False", "谣言：…": what a fact check calls its paragraphs is nobody's answer.
    const labels = labelsOf(analysis.lang);
    const label = (labels.claim.exec(words) ?? labels.fact.exec(words) ?? [""])[0].length;
    const asked = analysis.turns.some((turn) => turn.asks && sentence.start < turn.end && sentence.end > turn.start);
    const cues = asked ? [] : responseCuesIn(words, analysis.lang).filter((cue) => cue.start >= label);
    const found = cues.flatMap((cue) => {
      // "la borró y se disculpó": the apology is a part of taking it back.
      if (cues.some((o) => o.start <= cue.start && cue.start < o.end && responseTypes[o.type]?.outranks.includes(cue.type))) return [];
      // "would not confirm that it had opened an inquiry": what one will not say is not told.
      if (cues.some((o) => o.type === "no_comment" && o.end <= cue.start && /\b(?:that|whether|if)\b/.test(words.slice(o.end, cue.start))))
        return [];
      const at = sentence.start + cue.start;
      // Words of the claim itself are no answer to it.
      if (claims.some((claim) => claim.quote.start <= at && at + cue.text.length <= claim.quote.end)) return [];
      const named = actorOf(analysis, sentence, index, cue);
      const issuer = named ? null : issuerOf(analysis);
      const actor = named ?? (issuer && { party: issuer, at: sentence.start });
      return actor && !WITNESS.test(`${actor.party.description} ${actor.party.name}`) ? [{ ...cue, ...actor, claim: -1 }] : [];
    });
    // "It is real," says the accused.
    for (const { speaker, content, kind, rule } of analysis.statementsIn(index)) {
      if (!speaker || rule === "block" || found.some((cue) => cue.type !== "confirmation" && sameParty(cue.party, speaker.party))) continue;
      const teller = speaker.party.kind === "anonymous" || speaker.party.kind === "account";
      const denied = (c: ReadClaim) =>
        (!teller && !sameAs(c.attributedTo, speaker.party) ? negates(c.text, content.text) : null) ??
        (kind === "indirect" ? null : saysNone(c.text, content.text)) ??
        (kind !== "indirect" && c.stance === "deny" && claims.length === 1 && !teller ? saysNot(content.text) : null) ??
        ((kind === "indirect" ? /^regulator$/ : /^subject$/).test(standingOf(speaker.party, c, reported, analysis.title))
          ? contradicts(c.text, content.text)
          : null);
      const claim = WITNESS.test(speaker.text) ? -1 : claims.findIndex(denied);
      const at = claims[claim] && denied(claims[claim]);
      if (!at) continue;
      const start = content.start + at.start - sentence.start;
      const text = content.text.slice(at.start, at.end);
      found.push({ type: "denial", text, start, end: start + text.length, party: speaker.party, at: speaker.start, claim });
    }
    // "No ship was turned away," said its president, right after its denial.
    const before = out.at(-1);
    const follows = before && analysis.text.slice(before.passage.end, sentence.start).trim() === "";
    if (follows && before.type === "denial" && before.actor.kind !== "person" && !found.length)
      for (const { speaker, content, kind } of analysis.statementsIn(index))
        if (
          speaker &&
          kind === "direct" &&
          speaker.party.role &&
          NO.test(content.text) &&
          ours(speaker.party, before.actor) &&
          (before.standing === "subject" || shared(stemsOf(claims[before.claim]?.text ?? ""), stemsOf(content.text)) > 0)
        )
          found.push({ type: "denial", ...negation(content, sentence), party: speaker.party, at: speaker.start, claim: before.claim });
    const groups: (typeof found)[] = [];
    for (const cue of found) {
      const group = groups.find(
        (g) => g[0] && (sameParty(g[0].party, cue.party) || (!analysis.lang.startsWith("en") && longer(g[0].party, cue.party))),
      );
      if (group) group.push(cue);
      else groups.push([cue]);
    }
    if (!groups.length) goOn(analysis, out.at(-1), sentence, index, published);
    for (const group of groups) {
      const weak = group.filter((cue) => cue.type !== "right_of_reply");
      const kinds = unbeaten(weak.length ? weak : group);
      // "labelled it as false": a platform's or a checker's label, anybody else's denial.
      const labels = kinds.find(
        (cue) => cue.type === "label" && kinds.some((o) => o.type === "denial" && o.end > cue.start && o.start < cue.end),
      );
      for (const cue of kinds) {
        if (
          cue.party.kind === "unknown" &&
          cue.party.name === null &&
          cue.type !== "takedown" &&
          cue.type !== "label" &&
          cue.type !== "investigation" &&
          !cue.party.description
        )
          continue;
        if (
          /^(?:who|which|some|many|others|no one|nobody|everyone|people|requests?|rumou?rs?|claims?|reports?|allegations?|there|what|questions?|posts?|none|neither|both)\b/i.test(
            cue.party.description ?? "",
          ) &&
          cue.party.name === null
        )
          continue;
        const said =
          analysis.statementsIn(index).find((s) => s.speaker && sameParty(s.speaker.party, cue.party)) ??
          // "…," she said. "It has never …": the sentence before has the speaker.
          analysis
            .statementsIn(index - 1)
            .find((s) => s.speaker && s.content.end > sentence.start && sameParty(s.speaker.party, cue.party)) ??
          null;
        const claim = cue.claim >= 0 ? cue.claim : targetOf(analysis, claims, cue.party, sentence, cue);
        const target = claims[claim];
        if (!target) continue;
        const cueSpan = spanOf(analysis.text, sentence.start + cue.start, sentence.start + cue.end);
        const quotes = quotesOf(analysis, sentence, said).filter(
          (quote) =>
            groups.length === 1 ||
            (quote.start > cue.at && !groups.some((other) => other[0] && other[0].at > cue.at && quote.start > other[0].at)),
        );
        const earlier = out.find((r) => r.type === cue.type && r.claim === claim && sameParty(r.actor, cue.party));
        // "It is false," she said after her denial; "I am sorry" after taking it back: the next sentence goes on with the same act.
        const last = out.at(-1);
        const weaker =
          last &&
          last.claim === claim &&
          sameParty(last.actor, cue.party) &&
          last.passage.end <= sentence.start &&
          sentence.start - last.passage.end < 4 &&
          cue.type !== "confirmation" &&
          cue.type !== "partial_confirmation" &&
          responseTypes[last.type]?.outranks.includes(cue.type);
        if (weaker) {
          last.quotes.push(...quotes);
          continue;
        }
        if (earlier) {
          earlier.quotes.push(...quotes.filter((quote) => !earlier.quotes.some((known) => known.start === quote.start)));
          continue;
        }
        const known = standingOf(cue.party, target, reported, analysis.title, words);
        // Who issues a statement about what is said of it is whom it is said of.
        // "澄清如下：" only announces.
        const announced = out.at(-1);
        if (
          announced &&
          /[:：]$/.test(announced.passage.text) &&
          announced.claim === claim &&
          sameParty(announced.actor, cue.party) &&
          responseTypes[cue.type]?.outranks.includes(announced.type)
        )
          out.pop();
        const standing =
          known === "third_party" &&
          ((cue.party.name !== null && cue.party.name === issuerOf(analysis)?.name) || asksOf(analysis, target, sentence))
            ? "subject"
            : known;
        if (cue.type === "takedown" && standing !== "platform" && ITS.test(cue.text)) continue;
        // "I deleted it": who only passed it on answers nothing.
        if (cue.type === "takedown" && cue.party.kind === "unknown" && !cue.party.name && /\b(?:it|them)$/.test(cue.text)) continue;
        if (
          labels &&
          (cue.type === "denial" || cue === labels) &&
          (cue === labels) !== (standing === "platform" || standing === "fact_checker")
        )
          continue;
        out.push({
          claim,
          type: typeOf(
            cue.type,
            standing,
            out.some((r) => r.type === "denial" && r.claim === claim && sameParty(r.actor, cue.party)),
          ),
          actor: cue.party,
          standing: standing,
          quotes,
          cue: cueSpan,
          rule: cue.type,
          passage: spanOf(analysis.text, sentence.start, sentence.end),
          url: null,
          publishedAt: reportedTime(
            analysis,
            spanOf(analysis.text, sentence.start, sentence.end),
            published,
            claims.map((c) => c.quote),
          ),
        });
      }
    }
  });
  // One who answers with a statement, and denies in it, denies.
  return out.filter(
    (r) =>
      r.type !== "right_of_reply" ||
      !out.some(
        (o) =>
          o !== r &&
          o.claim === r.claim &&
          (sameParty(o.actor, r.actor) || (o.actor.affiliation !== null && o.actor.affiliation === r.actor.name)),
      ),
  );
}
