/** Who a pronoun, a short name or "the company" stands for, from the parties named so far. */

import { en } from "../../lang/cues.en.ts";
import type { CueGrammar } from "../../lang/index.ts";
import type { Party } from "../../model/party.ts";
import { WITNESS } from "../../text/stem-overlap.ts";
import { cueGrammarParty } from "./cue-grammar-party.ts";
import { fullNameBefore, isMentionedUnnamed, personIn } from "./definite-descriptions.ts";
import { organisedIn } from "./organisation-names.ts";
import { kindOfName, NOBODY, partyOf } from "./party.ts";

/** The parties that a text names, in its order. */
export interface Coreference {
  /** Adds the party that a phrase describes, completed from earlier mentions. */
  addMention(phrase: string, apposition: string, start: number, spoke?: boolean, salient?: boolean): Party;
  /** The same without adding: who the phrase stands for at an offset. */
  resolve(phrase: string, apposition: string, start: number): Party;
}

const HE = /^(?:he|she|him|her|his|himself|herself|i|他|她|其本人)$/i;
const IT = /^(?:it|its|itself|they|we|our|their|them|其|它|该公司|公司方面|公司|官方|该机构|校方|该平台|平台方面|声明|公告|通报|该声明)$/i;
/** More parties than this are not remembered: the text is hostile or a list. */
const MAX = 400;
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** "Al-Dahle" is a short form of "Ahmad Al-Dahle". */
function isShortFor(short: string, full: string): boolean {
  const [a, b] = [short.toLowerCase(), full.toLowerCase()];
  return same(a, b) || b.endsWith(` ${a}`) || b.startsWith(`${a} `);
}
/** Where things are published is seldom "the company" of a story. */
const PLATFORM =
  /^(?:X|Twitter|Reddit|Facebook|Instagram|TikTok|YouTube|Telegram|WhatsApp|Weibo|Threads|Bluesky|Mastodon|LinkedIn|Discord|Nextdoor|WeChat|Zhihu|Tieba|Douyin|Bilibili|Hacker News|Truth Social|Quora|Tumblr|Substack|Medium|Snapchat|4chan|微博|知乎|微信|抖音)$/i;
/** "The company" alone means one named before; "the consumer protection agency" names another. */
const BARE = new RegExp(`^(?:the|this|that|its|his|her|their)\\s+(?:${en.companyWords})$`, "i");
const CORPORATE =
  /^(?:company|firm|manufacturer|maker|retailer|startup|start-up|club|studio|publisher|developer|carmaker|chipmaker|giant|operator|group|brand|platform|network|lab|team|organi[sz]ation|chain|charity|restaurant)$/;
const PAPER = /^(?:the|this|that)\s+(?:newspaper|paper|magazine|site|outlet|website|publication|broadcaster|tabloid|daily|weekly|blog)$/i;
const organised = (party: Party) => party.kind === "organisation" || party.kind === "outlet";

const ACCOUNT =
  /^(?:l[ea] |l['’]|el |[oa] |das |de[rm] |die )(?:compte|cuenta|conta|konto|kanal|canal|auteure?|autora?|urheber|verfasser|internaute|usuari[oa]|utilizador|nutzer)(?:in)?$/iu;

/** A cast that learns as a text is read from its start; in a language of `cueGrammars` by that language's words. */
export function newCoreference(grammar: CueGrammar | null = null, whole = ""): Coreference {
  const corporate = new Map<string, boolean>();
  const he = grammar ? new RegExp(`^(?:${grammar.he})$`, "iu") : HE;
  const it = grammar ? new RegExp(`^(?:${grammar.it})$`, "iu") : IT;
  const known: { start: number; party: Party; salient: boolean; spoke: boolean }[] = [];
  const resolve = (phrase: string, apposition: string, start: number): Party => {
    const last = (test: (party: Party) => boolean) =>
      known.findLast((mention) => mention.start < start && test(mention.party))?.party ?? null;
    const organisation = () =>
      known.findLast(
        (mention) =>
          mention.start < start &&
          mention.salient &&
          mention.party.kind === "organisation" &&
          mention.party.name !== null &&
          !PLATFORM.test(mention.party.name),
      )?.party ??
      known.findLast(
        (m) => !grammar && m.start < start && m.salient && organised(m.party) && m.party.name !== null && !PLATFORM.test(m.party.name),
      )?.party ??
      null;
    /** "The company" is the last organisation; "the ministry" one that was called a ministry. */
    const named = (words: string) => {
      const noun = words.trim().split(/\s+/).pop()?.toLowerCase() ?? "";
      if (/^(?:its|their|our)$/.test(noun)) {
        const speaker = known.findLast(
          (mention) =>
            mention.start < start &&
            start - mention.start < 300 &&
            mention.spoke &&
            organised(mention.party) &&
            mention.party.name !== null,
        );
        if (speaker) return speaker.party;
      }
      if (CORPORATE.test(noun) || IT.test(noun) || /^(?:his|her|its|their)$/.test(noun)) return organisation();
      return last((p) => (organised(p) || p.kind === "unknown") && `${p.name ?? ""} ${p.description ?? ""}`.toLowerCase().includes(noun));
    };
    /** Two capitalised words of which nothing says that they are a person: what is called "it" is none. */
    const unknownKind = () => last((p) => p.kind === "person" && p.role === null && p.description === null && /\s/.test(p.name ?? ""));
    const text = phrase.trim().replace(/['’]s$/, "");
    if (he.test(text))
      return (
        last((p) => p.kind === "person" && p.name !== null) ??
        (grammar ? fullNameBefore(whole, start, grammar) : null) ??
        last((p) => p.kind === "person" || p.kind === "anonymous" || p.kind === "account") ?? { ...NOBODY, description: text }
      );
    if (it.test(text)) {
      // "Nextdoor said it had suspended": the speaker just named, whatever it is.
      const speaker = known.findLast(
        (mention) =>
          mention.start < start &&
          start - mention.start < 200 &&
          mention.spoke &&
          (grammar
            ? mention.party.kind === "organisation"
            : mention.party.kind !== "person" &&
              (mention.party.kind !== "anonymous" || mention.party.name !== null || !/^its/i.test(text)) &&
              !PLATFORM.test((mention.party.description ?? "").split(" ")[0] ?? "")),
      );
      if (speaker) return speaker.party;
    }
    if (it.test(text))
      return (
        organisation() ??
        (grammar ? null : unknownKind()) ??
        (grammar ? cueGrammarParty(text, apposition, grammar) : last((p) => p.kind === "account" || p.kind === "anonymous")) ?? {
          ...NOBODY,
          description: text,
        }
      );
    const party = grammar ? cueGrammarParty(text, apposition, grammar) : partyOf(text, apposition);
    if (!grammar && party.kind === "person" && party.name?.includes(" ") && party.role === null && party.description === null) {
      const known = corporate.get(party.name) ?? organisedIn(whole, party.name);
      corporate.set(party.name, known);
      if (known) party.kind = "organisation";
    }
    if ((party.affiliation && IT.test(party.affiliation.replace(/^the /i, ""))) || /^(?:the|his|her|its) /i.test(party.affiliation ?? ""))
      party.affiliation = named(party.affiliation ?? "")?.name ?? party.affiliation;
    // "Chief executive Jane Roe said": of the organisation that the story is about.
    if (
      party.name &&
      party.role &&
      party.affiliation === null &&
      /^(?:chief|CEO|chair(?:man|woman)|founder|spokes|managing|general manager|executive)/i.test(party.role)
    )
      party.affiliation = organisation()?.name ?? null;
    if (party.role && party.affiliation === null && /^(?:its|their)\s/i.test(text)) party.affiliation = named("its")?.name ?? null;
    // "Posts on Facebook and Nextdoor are claiming": two places.
    if (party.name?.includes(" and ") && party.name.split(" and ").every((name) => PLATFORM.test(name)))
      return { ...NOBODY, description: text };
    // "A video on TikTok says": the place is not who speaks.
    if (party.name && PLATFORM.test(party.name) && new RegExp(`\\s(?:on|in|en|no|na|sur|auf|bei)\\s${party.name}$`, "i").test(text))
      return { ...NOBODY, description: text.replace(/^(?:the|an?)\s/i, "") };
    if (party.name) {
      const name = party.name;
      const earlier = last((p) => p.name !== null && isShortFor(name, p.name));
      if (!earlier) return party;
      return {
        ...earlier,
        role: earlier.role ?? party.role,
        affiliation: earlier.affiliation ?? party.affiliation,
        description: earlier.description ?? party.description,
        kind: party.kind === "person" ? "person" : earlier.kind,
      };
    }
    // "Her office": hers.
    if (party.affiliation === null && /^(?:his|her)\s/i.test(text) && party.kind !== "person")
      party.affiliation = last((p) => p.kind === "person" && p.name !== null)?.name ?? null;
    const definite = /^(?:the|this|that|its|his|her|their)\s/i.test(text) || /^(?:该|这名|这位|其)/.test(text);
    if (party.role && party.kind === "person") {
      const role = party.role.toLowerCase();
      if (definite) {
        const earlier = last(
          (p) =>
            p.role !== null &&
            p.name !== null &&
            (p.role.toLowerCase().endsWith(role) ||
              role.endsWith(p.role.toLowerCase()) ||
              (/^spokes/.test(role) && /spokes/i.test(p.role))),
        );
        if (earlier) return earlier;
      }
      return {
        ...party,
        affiliation:
          party.affiliation ??
          (/^(?:(?:the|its|an?|their)\s+)?(?:\w+\s+)?(?:spokes|press|CEO|chief|director|founder|chair|president|editor|owner|manager|head|executive|lawyer|boss)/i.test(
            text,
          )
            ? (organisation()?.name ?? null)
            : null),
      };
    }
    if (PAPER.test(text)) return last((p) => p.kind === "outlet") ?? party;
    if (BARE.test(text)) return named(text) ?? party;
    if (
      definite &&
      /^(?:the|this)\s+(?:\S+\s+)?(?:post(?:er)?|user|whistle-?blower|author|source|account|employee|insider|man|woman|leaker|blogger|person(?: behind \S+(?: \S+)?)?|(?:author|user|account|man|woman|people) behind \S+(?: \S+)?)$/i.test(
        text,
      )
    ) {
      return last((p) => p.kind === "anonymous" || p.kind === "account") ?? party;
    }
    if (grammar && ACCOUNT.test(text)) {
      const word =
        text
          .split(/[\s'’]/)
          .pop()
          ?.toLowerCase() ?? "";
      const nameless = (p: Party) => (p.kind === "account" || p.kind === "anonymous") && !WITNESS.test(p.description ?? "");
      return last((p) => nameless(p) && (p.description ?? "").toLowerCase().includes(word)) ?? last(nameless) ?? party;
    }
    // "The chef", "la chanteuse", 该主播: somebody named before, unless the text has told of such a one without a name.
    const noun = party.kind === "unknown" || party.kind === "anonymous" || party.role ? personIn(text, grammar) : null;
    if (noun) {
      const such = last(
        (p) => p.kind !== "organisation" && `${p.name ?? ""} ${p.description ?? ""} ${p.role ?? ""}`.toLowerCase().includes(noun),
      );
      if (such) return such;
      const persons = known.filter((m) => m.start < start && m.party.kind === "person" && m.party.name !== null);
      const one = persons.at(-1)?.party ?? (grammar ? fullNameBefore(whole, start, grammar) : null);
      if (
        one &&
        !isMentionedUnnamed(whole.slice(0, start), noun) &&
        persons.every((m) => m.party.name === one.name || start - m.start > 400)
      )
        return one;
    }
    return party;
  };
  return {
    resolve,
    addMention(phrase, apposition, start, spoke = false, salient = true) {
      const party = resolve(phrase, apposition, start);
      if (known.length >= MAX) return party;
      // "Acme spokeswoman Jane Roe": the text has named Acme with her.
      const { affiliation } = party;
      if (
        salient &&
        party.role &&
        affiliation &&
        /^\p{Lu}/u.test(affiliation) &&
        !known.some((mention) => mention.party.name === affiliation)
      )
        known.push({
          start,
          party: { ...NOBODY, kind: kindOfName(affiliation) === "outlet" ? "outlet" : "organisation", name: affiliation },
          salient,
          spoke: false,
        });
      if (party.kind !== "unknown" || spoke) known.push({ start, party, salient, spoke });
      return party;
    },
  };
}
