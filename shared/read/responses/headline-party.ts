/** Who answers by the headline, where the text only describes them: "Ruiz desmiente su embarazo" above "La actriz lo negó". */
import { cueGrammarOf, packOf, wholeWords } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import type { ResponseType } from "../../model/response.ts";
import { oncePer, oncePerObject } from "../../text/once-per.ts";
import type { PartyAt, TextAnalysis } from "../analysis.ts";
import { analyseText } from "../attribution/statements.ts";
import { actorOf } from "../parties/actors.ts";
import { isSameParty } from "../parties/same-party.ts";
import { namesParty } from "./acting-party.ts";
import { responseCuesIn } from "./response-cues.ts";

/** The acts of named parties in the headline of a text. */
const headlineActs = oncePerObject((analysis: TextAnalysis): { type: ResponseType; party: Party }[] => {
  const { title, lang } = analysis;
  if (!title || !cueGrammarOf(lang)) return [];
  const headline = analyseText(title, lang);
  return headline.sentences.flatMap((sentence, index) =>
    responseCuesIn(sentence.text, lang).flatMap((cue) => {
      const found = actorOf(headline, sentence, index, cue);
      const isNamed = found !== null && found.party.name !== null && namesParty(found.party, lang);
      return isNamed ? [{ type: cue.type, party: found.party }] : [];
    }),
  );
});

const describers = oncePer((lang: string) => {
  const { roles = "(?!)", people = "(?!)", carriers = "(?!)" } = cueGrammarOf(lang) ?? {};
  const release = packOf(lang)?.statements?.release ?? "(?!)";
  return {
    /** Who may speak for another: a headline that names whom they speak for does not name them. */
    speaksFor: wholeWords(roles, "iu"),
    /** Somebody by what they do, or the words that they published. */
    describes: wholeWords(`${people}|${carriers}|${release}`, "iu"),
  };
});

/** The one party whose act of a type the headline tells, if the text only describes who acts, as somebody without an office; null else. */
export function headlineParty(analysis: TextAnalysis, type: ResponseType, found: PartyAt | null): PartyAt | null {
  if (!found) return null;
  const { kind, name, description, role } = found.party;
  if (name !== null || role !== null || kind === "organisation" || kind === "anonymous" || !description) return null;
  const { speaksFor, describes } = describers(analysis.lang);
  if (speaksFor.test(description) || !describes.test(description)) return null;
  const parties = headlineActs(analysis).filter((act) => act.type === type);
  const [first, ...others] = parties;
  if (!first || !others.every(({ party }) => isSameParty(party, first.party))) return null;
  return { party: analysis.partyAt(first.party.name ?? "", "", found.at + 1), at: found.at };
}
