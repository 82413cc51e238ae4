/** Who answered a claim, and how: the acts that a text tells of, each pointed at the claim that it is about. */
import type { Party, PublishedTime, ReadClaim, ReadReported, ReadResponse, Span, Standing } from "../model.ts";
import { responseTypes } from "../responses/index.ts";
import { type CueFound, cuesIn, strongest } from "./answers.ts";
import type { Block } from "./blocks.ts";
import { en } from "./cues.en.ts";
import { zh } from "./cues.zh.ts";
import { hanSubject } from "./han.ts";
import { shared, stemsOf } from "./overlap.ts";
import { kindOfName, NOBODY } from "./party.ts";
import { firstSubject, phraseAfter, subjectBefore } from "./phrases.ts";
import { placesIn } from "./places.ts";
import { quotations } from "./quotations.ts";
import { appositionAfter, type Parts, type Said, spanOf } from "./statements.ts";
import type { TokenSentence } from "./tokens.ts";
import { timeTold } from "./told-time.ts";

/** Cues that judge rather than act stand inside what somebody says; the speaker is the actor. */
const JUDGING =
  /^(?:simply|just|absolutely|completely|entirely|categorically|totally|flatly|plainly|patently|not true|isn|aren|wasn|no |there |untrue|is |are |was |were |as |did|do |does|never|would|has |have |had |nothing|reports? |claims? |rumou?rs? |true|due|taken|misunder|misinter|misquot|the reason|不实|不属实|纯属|子虚|并非|不是|没有的事|谣言|假|虚假|无稽|从未|从来|绝不|并不|不存在|属实|情况属实|确有)/iu;
const CONTENT_KINDS = new Set(["denial", "confirmation", "apology", "explanation", "clarification", "partial_confirmation"]);
const NOMINAL =
  /^(?:denial|retraction|apolog(?:y|ies)|explanation|clarification|no comment|issued|community notes?|in (?:a|an|response|reply))/i;
const ANAPHOR = new RegExp(
  `\\b(?:(?:the|this|that|these|those|such|any|all|its?|his|her|their|both)\\s+(?:\\w+\\s+){0,3}?(?:${en.rumourNouns}|matter|issue|controversy|incident|affair|charge|question|questions)|it|this|that|them|claims|allegations|rumou?rs|accusations|speculation|comment|questions?|request)\\b|(?:该|此|这|上述|相关|有关)?(?:${zh.rumourNouns}|此事|一事|事件|情况)|对此|就此|不实|谣言`,
  "iu",
);
const POST =
  /\b(?:posts?|accounts?|videos?|tweets?|threads?|stor(?:y|ies)|articles?|images?|messages?|clips?|content|users?|poster|channels?|pages?|screenshots?)\b|帖|视频|账号|文章|截图/iu;

/** The party that does what the cue names, with the words that name it; null where the text names none. */
function actorOf(parts: Parts, sentence: TokenSentence, index: number, cue: CueFound): { party: Party; at: number } | null {
  const { text, lang } = parts;
  const start = sentence.start + cue.start;
  const inside = parts.said.filter((s) => s.content.start <= start && start < s.content.end && s.speaker);
  const here = parts.said.filter((s) => s.sentence === index && s.speaker);
  const speaker = (said: Said | undefined) => (said?.speaker ? { party: said.speaker.party, at: said.speaker.start } : null);
  if (lang.startsWith("zh")) {
    const own = here.find((s) => s.cue.start < start + cue.text.length && start < s.cue.end);
    const subject = JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type) ? null : subjectOfHan(parts, sentence, start);
    return speaker(own) ?? subject ?? speaker(inside.at(-1)) ?? speaker(here[0]) ?? null;
  }
  if (JUDGING.test(cue.text) && CONTENT_KINDS.has(cue.type)) return speaker(inside.at(-1)) ?? null;
  const own = here.find((s) => s.cue.start <= start && start < s.cue.end);
  if (own) return speaker(own);
  const { tokens } = sentence;
  let at = tokens.findIndex((token) => token.end > start && token.kind !== "quote");
  if (at < 0 || (tokens[at] as { start: number }).start > sentence.start + cue.end) return speaker(inside.at(-1));
  const phraseParty = (from: number, to: number) => {
    const [first, last] = [tokens[from], tokens[to - 1]];
    if (!first || !last) return null;
    const party = parts.partyAt(text.slice(first.start, last.end), appositionAfter(text, last.end), first.start + 1);
    return { party, at: first.start };
  };
  const by = (from: number) => {
    for (let i = from; i < Math.min(tokens.length - 1, from + 10); i++) {
      if (!/^(?:by|from)$/.test(tokens[i]?.lower ?? "")) continue;
      const phrase = phraseAfter(tokens, i + 1);
      if (phrase) return phraseParty(phrase.from, phrase.to);
    }
    return null;
  };
  if (NOMINAL.test(cue.text) && !/^issued/i.test(cue.text)) {
    const owner = tokens[at - 1];
    if (owner && /['’]s$|^(?:his|her|its|their)$/i.test(owner.text)) return phraseParty(at - 1, at);
    const agent = by(at + 1);
    if (agent && agent.party.kind !== "unknown") return agent;
    // "Roe provided an explanation": the verb before the noun's determiner has the subject.
    let verb = at - 1;
    while (verb > 0 && at - verb < 6 && !/(?:ed|es|s|gave|made|put|wrote|sent|took)$/.test(tokens[verb]?.lower ?? "")) verb--;
    at = verb;
  }
  const passive =
    /^(?:was|were|is|are|has been|have been|had been|been|be) /i.test(cue.text) &&
    !/(?:investigat|look|review|prob|examin|check)ing|sorry/i.test(cue.text);
  const agent = passive ? by(at) : null;
  if (agent) return agent;
  const subject =
    subjectBefore(tokens, at) ??
    (/ing$/.test(tokens[at]?.lower ?? "") || /^(?:and|but|,|then)$/.test(tokens[at - 1]?.lower ?? "")
      ? secondSubject(here, sentence, start, tokens, at)
      : null);
  if (subject) {
    const phrase = subject.antecedent ?? subject;
    const found = phraseParty(phrase.from, phrase.to);
    if (found && !(passive && POST.test(text.slice(tokens[phrase.from]?.start, tokens[phrase.to - 1]?.end)))) {
      // "Asked about it, a spokesman declined": the whole is fine; "requests for comment were not answered" names nobody.
      return found;
    }
    return passive ? { party: NOBODY, at: sentence.start } : found;
  }
  return speaker(inside.at(-1)) ?? speaker(here.findLast((s) => s.cue.start < start)) ?? null;
}

/** For a second verb or a participle: the speaker before it in the sentence, else the sentence's first noun phrase. */
function secondSubject(here: Said[], sentence: TokenSentence, start: number, tokens: TokenSentence["tokens"], at: number) {
  const before = here.findLast((s) => s.cue.start < start)?.speaker;
  const from = before ? tokens.findIndex((token) => token.start === before.start) : -1;
  const to = before ? tokens.findIndex((token) => token.end === before.end) + 1 : 0;
  void sentence;
  return from >= 0 && to > from ? { from, to, antecedent: null, reach: from } : withReach(firstSubject(tokens, at));
}
const withReach = (phrase: { from: number; to: number } | null) => phrase && { ...phrase, antecedent: null, reach: phrase.from };

function subjectOfHan(parts: Parts, sentence: TokenSentence, at: number): { party: Party; at: number } | null {
  const subject = hanSubject(parts.text, sentence.start, at);
  return subject ? { party: parts.partyAt(subject.text, "", subject.start + 1), at: subject.start } : null;
}

/** How the actor stands to the claim. */
function standingOf(party: Party, claim: ReadClaim, reported: ReadReported[], title: string | null): Standing {
  const words = [party.name, party.affiliation, party.description, party.role].filter(Boolean).join(" ");
  const claimStems = stemsOf(claim.text);
  const own = (name: string | null, stems = claimStems) => name !== null && shared(stemsOf(name), stems) > 0;
  if (
    party.kind === "anonymous" ||
    reported.some(
      (r) =>
        r.role === "assert" && r.actor.kind !== "unknown" && (r.actor.name ?? r.actor.description) === (party.name ?? party.description),
    )
  )
    return "originator";
  if (/\bfact[- ]?check|snopes|politifact|full fact|factcheck|lead stories|maldita|correctiv\b|核查|辟谣平台/i.test(words))
    return "fact_checker";
  if (own(party.affiliation) || own(party.name)) return "subject";
  if (party.name && placesIn(`on ${party.name}`).some((place) => place.platform !== null)) return "platform";
  if (
    /\b(?:X|Twitter|Reddit|Facebook|Meta|Instagram|TikTok|YouTube|Telegram|WhatsApp|Weibo|Threads|Bluesky|Mastodon|LinkedIn|Discord|moderators?)\b|微博|抖音|知乎|微信|平台/u.test(
      words,
    )
  )
    return "platform";
  if (
    /\b(?:police|ministry|minister|regulators?|commission|authority|authorities|agency|court|prosecutors?|attorney general|FTC|SEC|FDA|CDC|WHO|EPA|FAA|watchdog|ombudsman|government|council|department|inspectors?|sheriff)\b|警方|公安|监管|委员会|法院|政府|总局|部门|卫健委/iu.test(
      words,
    )
  )
    return "regulator";
  if (party.kind === "outlet" || (party.affiliation !== null && kindOfName(party.affiliation) === "outlet")) return "publisher";
  if (title && own(party.affiliation ?? party.name ?? party.description, stemsOf(title))) return "subject";
  return "third_party";
}

/** The claim that an answer is about, or -1: what the sentence shares with it, what "the allegation" points back to, or whose claim it is. */
function targetOf(parts: Parts, claims: ReadClaim[], party: Party, sentence: TokenSentence, cue: CueFound, said: Said | null): number {
  if (!claims.length) return -1;
  const words = parts.text.slice(sentence.start, sentence.end);
  const without = stemsOf([party.name, party.affiliation].filter(Boolean).join(" "));
  const stems = stemsOf(words);
  const own = (claim: ReadClaim) => shared(without, stemsOf(claim.text)) > 0;
  const inside = claims.findIndex((claim) => claim.quote.start >= sentence.start + cue.start && claim.quote.start < sentence.end);
  if (inside >= 0 && (cue.type === "denial" || cue.type === "confirmation" || cue.type === "partial_confirmation")) return inside;
  const scores = claims.map((claim) => shared(stemsOf(`${claim.text} ${claim.quote.text}`), stems, without));
  const best = Math.max(...scores);
  const anaphor = ANAPHOR.test(words.slice(Math.max(0, cue.start - 60)));
  const before = claims.map((claim) => claim.quote.start < sentence.start);
  const recent = before.lastIndexOf(true);
  if (best >= 2 || (best === 1 && (anaphor || cue.type === "explanation" || claims.length === 1))) {
    const tied = scores.flatMap((score, i) => (score === best ? [i] : []));
    if (tied.length === 1) return tied[0] as number;
    if (best >= 2) return tied.findLast((i) => before[i]) ?? (tied[0] as number);
  }
  if (recent < 0 && !own(claims[0] as ReadClaim) && !anaphor) return -1;
  const owned = claims.findIndex((claim, i) => before[i] && own(claim));
  const plural = /\b(?:allegations|accusations|claims|rumou?rs?|reports)\b/i.test(words);
  if (cue.type === "explanation" && recent >= 0) return recent;
  if (plural || anaphor || cue.type === "no_comment" || cue.type === "investigation") return Math.max(owned, 0);
  if (
    (cue.type === "takedown" || cue.type === "label" || cue.type === "retraction" || cue.type === "correction" || cue.type === "apology") &&
    (POST.test(words) || party.kind !== "unknown")
  )
    return 0;
  void said;
  return -1;
}

/** The words that the sentence quotes: each passage in quotation marks, without marks and closing comma or stop. */
function quotesOf(parts: Parts, sentence: TokenSentence, said: Said | null): Span[] {
  const end = said ? Math.max(sentence.end, Math.min(said.content.end, sentence.end + 1500)) : sentence.end;
  const start = said ? Math.min(sentence.start, said.content.start) : sentence.start;
  return quotations(parts.text.slice(start, end)).flatMap((q) => {
    const from = start + q.innerStart;
    const words = parts.text.slice(from, start + q.innerEnd).replace(/[.,;!?。，；\s]+$/u, "");
    return words && q.innerEnd > q.innerStart && /\p{L}/u.test(words) && !/[《]/.test(parts.text[start + q.start] ?? "")
      ? [spanOf(parts.text, from, from + words.length)]
      : [];
  });
}

const sameParty = (a: Party, b: Party) =>
  (a.name !== null && a.name === b.name) || (a.name === b.name && a.description === b.description && a.affiliation === b.affiliation);

/** Whoever began a claim confirms nothing by giving ground; whoever denied it and then concedes something confirms a part. */
function typeOf(type: string, standing: Standing, deniedBefore: boolean): string {
  if (type !== "confirmation") return type;
  return standing === "originator" ? "clarification" : deniedBefore ? "partial_confirmation" : type;
}

/** A sentence without a cue of its own that quotes the same party right after its answer belongs to the answer. */
function goOn(parts: Parts, last: ReadResponse | undefined, sentence: TokenSentence, index: number): void {
  if (!last || sentence.start - last.told.end > 3) return;
  const said = parts.said.find((s) => s.sentence === index && s.speaker && s.kind !== "indirect" && sameParty(s.speaker.party, last.actor));
  if (said)
    last.quotes.push(...quotesOf(parts, sentence, said).filter((quote) => !last.quotes.some((known) => known.start === quote.start)));
}

/** The responses that a text tells of, in the order told, each act once. */
export function responsesIn(
  parts: Parts,
  claims: ReadClaim[],
  reported: ReadReported[],
  blocks: Block[],
  headline: Set<number>,
  published: PublishedTime | null,
): ReadResponse[] {
  const out: ReadResponse[] = [];
  if (!claims.length) return out;
  parts.sentences.forEach((sentence, index) => {
    if (headline.has(index) || blocks.some((b) => index >= b.from && index < b.to)) return;
    const words = parts.text.slice(sentence.start, sentence.end);
    const found = cuesIn(words, parts.lang).flatMap((cue) => {
      const at = sentence.start + cue.start;
      // Words of the claim itself are no answer to it.
      if (claims.some((claim) => claim.quote.start <= at && at + cue.text.length <= claim.quote.end)) return [];
      const actor = actorOf(parts, sentence, index, cue);
      return actor ? [{ ...cue, ...actor }] : [];
    });
    const groups: (typeof found)[] = [];
    for (const cue of found) {
      const group = groups.find((g) => g[0] && sameParty(g[0].party, cue.party));
      if (group) group.push(cue);
      else groups.push([cue]);
    }
    if (!groups.length) goOn(parts, out.at(-1), sentence, index);
    for (const group of groups) {
      const weak = group.filter((cue) => cue.type !== "right_of_reply");
      const cue = strongest(weak.length ? weak : group);
      if (
        !cue ||
        (cue.party.kind === "unknown" &&
          cue.party.name === null &&
          cue.type !== "takedown" &&
          cue.type !== "label" &&
          cue.type !== "investigation" &&
          !cue.party.description)
      )
        continue;
      if (
        /^(?:who|which|some|many|others|no one|nobody|everyone|people|requests?|rumou?rs?|claims?|reports?|allegations?|there|what|questions?|posts?|none|neither|both)\b/i.test(
          cue.party.description ?? "",
        ) &&
        cue.party.name === null
      )
        continue;
      const said = parts.said.find((s) => s.sentence === index && s.speaker && sameParty(s.speaker.party, cue.party)) ?? null;
      const claim = targetOf(parts, claims, cue.party, sentence, cue, said);
      const target = claims[claim];
      if (!target) continue;
      const cueSpan = spanOf(parts.text, sentence.start + cue.start, sentence.start + cue.end);
      const quotes = quotesOf(parts, sentence, said).filter(
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
        last.told.end <= sentence.start &&
        sentence.start - last.told.end < 4 &&
        cue.type !== "confirmation" && cue.type !== "partial_confirmation" && responseTypes[last.type]?.outranks.includes(cue.type);
      if (weaker) {
        last.quotes.push(...quotes);
        continue;
      }
      if (earlier) {
        earlier.quotes.push(...quotes.filter((quote) => !earlier.quotes.some((known) => known.start === quote.start)));
        continue;
      }
      const standing = standingOf(cue.party, target, reported, parts.title);
      out.push({
        claim,
        type: typeOf(cue.type, standing, out.some((r) => r.type === "denial" && r.claim === claim && sameParty(r.actor, cue.party))),
        actor: cue.party,
        standing: standing,
        quotes,
        cue: cueSpan,
        told: spanOf(parts.text, sentence.start, sentence.end),
        url: null,
        publishedAt: timeTold(parts, spanOf(parts.text, sentence.start, sentence.end), published),
      });
    }
  });
  // One who answers with a statement, and denies in it, denies.
  return out.filter((r) => r.type !== "right_of_reply" || !out.some((o) => o !== r && o.claim === r.claim && sameParty(o.actor, r.actor)));
}
