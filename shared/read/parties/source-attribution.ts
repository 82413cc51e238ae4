/** Finds the publisher of something that a sentence reports. */
import { chinese, cueGrammarOf, english, patternsIn } from "../../lang/index.ts";
import { NOBODY, type Party } from "../../model/party.ts";
import type { Span } from "../../model/quote.ts";
import { holds } from "../../text/span.ts";
import { type LocatedStatement, partyOfSpan, type TextAnalysis } from "../analysis.ts";
import { partyOfPhrase, phraseAfter, phraseSpan, subjectBefore } from "../attribution/phrases/noun-phrases.ts";
import type { TokenSentence } from "../tokens.ts";

const CHINESE_AUTHOR = new RegExp(chinese.chinese.postAuthor, "u");
/** The name of an author, directly behind the word for one: 网友“河边的鱼”. */
const QUOTED_NAME = new RegExp(`^${chinese.chinese.quotedName}`, "u");
const EXISTENTIAL = new RegExp(`^\\p{Script=Han}*?${chinese.chinese.existential}`, "u");
const { publishes: PUBLISHES, publisher: PUBLISHER } = patternsIn(english.grammar.acting);

/**
 * The publisher, by the words of the sentence: "by a supposed whistleblower", "an anonymous user posted". The agent of
 * an act within the claim is another party.
 */
export function postAuthorOf(analysis: TextAnalysis, sentence: TokenSentence, index: number, claim?: Span): Party {
  const { tokens } = sentence;
  const isByCue = cueGrammarOf(analysis.lang) !== null;
  for (const [at, { lower, start }] of tokens.entries()) {
    const phrase = lower === "by" && !(claim && holds(claim, start)) ? phraseAfter(tokens, at + 1) : null;
    // "Made to leak by the board, according to a post": the agent of the act did not publish it.
    const isAgent = phrase !== null && tokens[phrase.to + 1]?.lower === "according";
    const party = phrase && !isAgent ? partyOfSpan(analysis, phraseSpan(analysis.text, tokens, phrase)).party : null;
    if (party && party.kind !== "unknown") return party;
  }
  const verb = tokens.findIndex((token, i) => i > 0 && PUBLISHES.test(token.text) && token.kind === "word");
  const agent = verb > 0 ? subjectBefore(tokens, verb) : null;
  if (agent) {
    const { party } = partyOfPhrase(analysis, tokens, agent.antecedent ?? agent);
    if (party.kind === "anonymous" || party.kind === "account" || party.kind === "outlet" || (party.kind === "person" && party.name))
      return party;
  }
  const isPublished = ({ type, cue, speaker: by }: LocatedStatement) =>
    (isByCue && type === null) || PUBLISHES.test(cue.text) || by?.party.kind === "account";
  const speaker = analysis.statementsIn(index).find((said) => said.speaker && isPublished(said))?.speaker?.party;
  if (speaker && (speaker.kind === "anonymous" || speaker.kind === "account" || (speaker.kind === "person" && speaker.name)))
    return byHandle(speaker, sentence.text);
  const subject = PUBLISHER.exec(sentence.text)?.groups?.["who"];
  if (subject) {
    const party = analysis.partyAt(subject, "", sentence.start + 1);
    return party.kind === "unknown" || (party.kind === "person" && party.name === null) ? { ...party, kind: "anonymous" } : party;
  }
  const user = CHINESE_AUTHOR.exec(sentence.text);
  return user ? byHandle({ ...NOBODY, kind: "anonymous", description: user[0].replace(EXISTENTIAL, "") }, sentence.text) : NOBODY;
}

/** An author by the name that stands in quotation marks behind the description. */
function byHandle(author: Party, text: string): Party {
  const { kind, description } = author;
  const at = kind === "anonymous" && description && /\p{Script=Han}$/u.test(description) ? text.indexOf(description) : -1;
  const name = at < 0 ? null : QUOTED_NAME.exec(text.slice(at + (description?.length ?? 0)))?.[1];
  return name ? { ...NOBODY, kind: "account", name } : author;
}
