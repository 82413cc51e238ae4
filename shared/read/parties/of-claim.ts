/** The party that "the company" or "a spokesman" means in a text that names no other: the organisation that the claim names. */
import { type CueGrammar, cueGrammarOf, NOTHING, packOf } from "../../lang/index.ts";
import { type Party, partyWith } from "../../model/party.ts";
import { oncePer } from "../../text/once-per.ts";
import { openingParty } from "../attribution/phrases/speakers.ts";
import { allNamesIn } from "../gates/names.ts";
import { partyOf } from "./party.ts";
import { rolePhrases, wordKinds } from "./role-phrases.ts";

const MAX_PHRASE = 60;
const patternsOf = oncePer((lang: string) => {
  const { it = NOTHING } = cueGrammarOf(lang) ?? {};
  const { parties } = packOf(lang) ?? {};
  return {
    it: new RegExp(`^(?:${it})(?!\\p{Alpha})`, "iu"),
    /** "Ein Sprecher", but not "ein Sprecher der Stadt". */
    speaker: new RegExp(
      `^(?:\\p{Alpha}{1,4}['’ ])?(?:${parties?.speaker ?? NOTHING})(?!\\p{Alpha}|-| (?:${parties?.ofOther ?? NOTHING}))`,
      "iu",
    ),
  };
});
const isBody = ({ kind, name }: Party) => name !== null && (kind === "organisation" || kind === "outlet");

/** The organisation of a claim that names nobody else; null for another claim. `key`: language and claim, a line each. */
const organisationOf = oncePer((key: string): Party | null => {
  const [lang = "", claim = ""] = key.split("\n");
  const grammar = cueGrammarOf(lang) as CueGrammar;
  const [name, other] = allNamesIn(claim).filter(({ name }) => !wordKinds(grammar).isSmall(name));
  if (!name || (other && !grammar.capitalNouns)) return null;
  // "La cadena Solmar": a name behind what "the company" may be called.
  if (patternsOf(lang).it.exec(claim)?.[0].length === name.start - 1) return partyWith("organisation", name.name, null);
  const subject = openingParty(claim, 0, claim.length, grammar);
  const phrases = [...(subject ? [subject] : []), ...rolePhrases(claim, lang)];
  const found = phrases.map(({ text }) => ({ text, party: partyOf(text, "", grammar) })).filter(({ party }) => isBody(party));
  const one = found[0]?.party ?? null;
  // "Le lait infantile Nutrilune" is a thing that is called so.
  const isKind = ({ text, party }: (typeof found)[number]) => {
    const lead = text.slice(0, text.indexOf(party.name ?? ""));
    const before = lead.match(WORD) ?? [];
    const { isArticle, isParty } = wordKinds(grammar);
    return before.every(isArticle) || before.some(isParty) || patternsOf(lang).it.test(lead);
  };
  return found.every((each) => each.party.name === one?.name && isKind(each)) && ` ${name.name}`.endsWith(` ${one?.name}`) ? one : null;
}, 50);
const WORD = /[\p{Alpha}\p{M}-]+/gu;

/** A party without a name, as the organisation of the claim if the words at its place mean no other; else as it is. */
export function ofClaim(party: Party, words: string, claim: string, lang: string): Party {
  if (party.name !== null || party.affiliation !== null || !cueGrammarOf(lang)) return party;
  const { it, speaker } = patternsOf(lang);
  const passage = words.slice(0, MAX_PHRASE);
  const isIt = it.test(passage);
  if (!isIt && !speaker.test(passage)) return party;
  const owner = organisationOf(`${lang}\n${claim}`);
  if (owner === null) return party;
  return isIt ? owner : { ...party, affiliation: owner.name };
}
