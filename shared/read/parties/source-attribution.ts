/** Finds who published something that a sentence reports. */
import { chinese, cueGrammarOf, english, patternsIn, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { ALIAS } from "../attribution/cue-patterns.ts";
import { partyOfPhrase, phraseAfter, phraseSpan, subjectBefore } from "../attribution/phrases/noun-phrases.ts";
import type { TokenSentence } from "../tokens.ts";
import { NOBODY } from "./party.ts";

const CHINESE_AUTHOR = new RegExp(chinese.chinese.postAuthor, "u");
const EXISTENTIAL = new RegExp(`^\\p{Script=Han}*?${chinese.chinese.existential}`, "u");
const { publishes: PUBLISHES, comesFrom: COMES_FROM, publisher: PUBLISHER } = patternsIn(english.grammar.acting);

/**
 * The publisher, by the words of the sentence: "by a supposed whistleblower", "an anonymous user posted". The agent of an act inside the
 * claim is another matter.
 */
export function postAuthorOf(analysis: TextAnalysis, sentence: TokenSentence, index: number, claim?: Span): Party {
  const { tokens } = sentence;
  const grammar = cueGrammarOf(analysis.lang);
  for (let at = 0; at < tokens.length; at++) {
    const lead = tokens[at]?.lower;
    const start = tokens[at]?.start ?? 0;
    if (claim && start >= claim.start && start < claim.end) continue;
    if (lead !== "by" && !(lead === "from" && COMES_FROM.test(tokens[at - 1]?.lower ?? ""))) continue;
    const phrase = phraseAfter(tokens, at + 1);
    // "made to leak by the board, according to a post": "by" names the agent of the act, not the publisher.
    if (!phrase || tokens[phrase.to + 1]?.lower === "according") continue;
    const { party } = partyOfSpan(analysis, phraseSpan(analysis.text, tokens, phrase));
    if (party.kind !== "unknown" && !(tokens[at]?.lower === "from" && party.kind !== "anonymous")) return party;
  }
  const verb = tokens.findIndex((token, i) => i > 0 && PUBLISHES.test(token.text) && token.kind === "word");
  const agent = verb > 0 ? subjectBefore(tokens, verb) : null;
  if (agent) {
    const { party } = partyOfPhrase(analysis, tokens, agent.antecedent ?? agent);
    if (party.kind === "anonymous" || party.kind === "account" || party.kind === "outlet" || (party.kind === "person" && party.name))
      return party;
  }
  const said = analysis.statements.find(
    (s) =>
      s.sentence === index &&
      s.speaker &&
      ((grammar !== null && s.type === null) || PUBLISHES.test(s.cue.text) || s.speaker.party.kind === "account"),
  );
  const speaker = said?.speaker?.party;
  if (speaker && (speaker.kind === "anonymous" || speaker.kind === "account" || (speaker.kind === "person" && speaker.name)))
    return speaker;
  const subject = PUBLISHER.exec(sentence.text)?.groups?.["who"];
  if (subject) {
    const party = analysis.partyAt(subject, "", sentence.start + 1);
    return party.kind === "unknown" || (party.kind === "person" && party.name === null) ? { ...party, kind: "anonymous" } : party;
  }
  return unnamedAuthor(analysis, sentence, claim);
}

/** An account by its handle, or somebody without a name: "le compte @alerte", "un message anonyme", 一名网友. */
function unnamedAuthor(analysis: TextAnalysis, sentence: TokenSentence, claim?: Span): Party {
  const { text } = analysis;
  const raw = claim ? `${text.slice(sentence.start, claim.start)}${text.slice(claim.end, sentence.end)}` : sentence.text;
  const grammar = cueGrammarOf(analysis.lang);
  if (grammar) {
    const handle = /(?<=^|\s)@[\p{Alpha}\p{N}_.]*[\p{Alpha}\p{N}_]/u.exec(raw)?.[0];
    if (handle) return { ...NOBODY, kind: "account", name: handle };
    const alias = ALIAS.exec(raw)?.[1];
    if (alias) return { ...NOBODY, kind: "anonymous", name: alias };
    const nameless = grammar.nameless && wholeWords(grammar.nameless, "iu").exec(raw)?.[0];
    return nameless ? { ...NOBODY, kind: "anonymous", description: nameless } : NOBODY;
  }
  const user = CHINESE_AUTHOR.exec(sentence.text);
  return user ? { ...NOBODY, kind: "anonymous", description: user[0].replace(EXISTENTIAL, "") } : NOBODY;
}
