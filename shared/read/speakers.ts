/** Who a pronoun, a short name or "the company" stands for, from the parties named so far. */
import type { Party } from "../model.ts";
import { en } from "./cues.en.ts";
import type { Tongue } from "./cues.ts";
import { capital } from "./names.ts";
import { organisedIn } from "./organised.ts";
import { kindOfName, NOBODY, partyOf } from "./party.ts";
import { isFunctionWord, phraseBefore } from "./phrases.ts";
import type { Token, TokenSentence } from "./tokens.ts";
import { tonguePartyOf } from "./tongue-party.ts";
import { verbForm } from "./verbs.ts";

/** The parties that a text names, in its order. */
export interface Cast {
  /** Adds the party that a phrase describes, completed from earlier mentions. */
  meet(phrase: string, apposition: string, start: number, spoke?: boolean, salient?: boolean): Party;
  /** The same without adding: who the phrase stands for at an offset. */
  meetAt(phrase: string, apposition: string, start: number): Party;
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

/** A cast that learns as a text is read from its start; in a language of `tongues` by that language's words. */
export function newCast(tongue: Tongue | null = null, whole = ""): Cast {
  const corporate = new Map<string, boolean>();
  const he = tongue ? new RegExp(`^(?:${tongue.he})$`, "iu") : HE;
  const it = tongue ? new RegExp(`^(?:${tongue.it})$`, "iu") : IT;
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
      known.findLast((m) => m.start < start && m.salient && organised(m.party) && m.party.name !== null && !PLATFORM.test(m.party.name))
        ?.party ??
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
        last((p) => p.kind === "person" || p.kind === "anonymous" || p.kind === "account") ?? { ...NOBODY, description: text }
      );
    if (it.test(text)) {
      // "Nextdoor said it had suspended": the speaker just named, whatever it is.
      const speaker = known.findLast(
        (mention) =>
          mention.start < start &&
          start - mention.start < 200 &&
          mention.spoke &&
          (tongue
            ? organised(mention.party)
            : mention.party.kind !== "person" && !PLATFORM.test((mention.party.description ?? "").split(" ")[0] ?? "")),
      );
      if (speaker) return speaker.party;
    }
    if (it.test(text))
      return (
        organisation() ??
        (tongue ? null : unknownKind()) ??
        (tongue ? tonguePartyOf(text, apposition, tongue) : last((p) => p.kind === "account" || p.kind === "anonymous")) ?? {
          ...NOBODY,
          description: text,
        }
      );
    const party = tongue ? tonguePartyOf(text, apposition, tongue) : partyOf(text, apposition);
    if (!tongue && party.kind === "person" && party.name?.includes(" ") && party.role === null && party.description === null) {
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
    return party;
  };
  return {
    meetAt: resolve,
    meet(phrase, apposition, start, spoke = false, salient = true) {
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

/** "A user known as Pellow": the alias is a name from here on. */
const ALIAS = new RegExp(
  `\\ban?\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${en.people})\\s+(?:known (?:only )?as|who goes by(?: the name)?|calling (?:himself|herself|themselves)|(?:under|using) the (?:name|handle|pseudonym|alias|nickname))\\s+[“"']?@?[\\p{L}\\p{N}_]+`,
  "giu",
);

const ROLE = new RegExp(`^(?:${en.roles})$`, "i");
/** "Bank of Kent": what goes on after "of". */
const HOUSE = new RegExp(`^(?:${en.organisations})$`);

/** Lets a cast meet the names of a sentence, with the roles that stand before and after them. */
export function introduce(
  cast: Cast,
  text: string,
  sentence: TokenSentence,
  names: ReadonlySet<string>,
  appositionAfter: (text: string, end: number) => string,
): void {
  const tokens = sentence.tokens.slice(0, 250);
  for (const match of text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000)).matchAll(ALIAS))
    cast.meet(match[0], "", sentence.start + match.index);
  for (let at = 0; at < tokens.length; at++) {
    const handle = tokens[at];
    if (handle && /^(?:@\w|u\/\w)/.test(handle.text)) cast.meet(handle.text, "", handle.start);
    if (!capital(tokens[at]) || (at === 0 && (isFunctionWord(tokens[at] as Token) || verbForm(tokens[at]?.lower ?? "") !== null))) continue;
    let to = at;
    while (
      (capital(tokens[to]) || (tokens[to]?.lower === "of" && HOUSE.test(tokens[to - 1]?.text ?? "") && capital(tokens[to + 1]))) &&
      to - at < 8
    )
      to++;
    // A lone word at the start of a sentence is a name only where the text has it as one elsewhere.
    if (at === 0 && to === 1 && !names.has(tokens[0]?.text ?? "") && !/^(?:\p{Lu}{2,}|\p{Lu}.*[\p{Lu}\p{N}])/u.test(tokens[0]?.text ?? ""))
      continue;
    // "Acme spokeswoman Jane Roe": small words between two runs of capitals may be a role.
    let small = to;
    while (small - to < 3 && tokens[small]?.kind === "word" && !isFunctionWord(tokens[small] as Token) && !capital(tokens[small])) small++;
    if (small > to && capital(tokens[small]) && tokens.slice(to, small).every((t) => !/ed$|ing$/.test(t.lower))) {
      const between = tokens
        .slice(to, small)
        .map((t) => t.text)
        .join(" ");
      if (partyOf(`${tokens[at]?.text} ${between}`).role) {
        to = small;
        while (capital(tokens[to]) && to - small < 5) to++;
      }
    }
    // "Acme's manager, Jane Roe", "Acme's chief miller, Jane Roe": the role stands before the comma.
    const role = tokens[at - 1]?.text === "," ? phraseBefore(tokens, at - 1) : null;
    const before = role && tokens.slice(role.from, at - 1).some((token) => ROLE.test(token.text)) ? role : null;
    const first = tokens[before?.from ?? at] as Token;
    const last = tokens[to - 1] as Token;
    // "She told AFP", "shared with the BBC": whom one talks to is not whom the story is about.
    const told = /^(?:told|tells|telling|with|to)$/.test(
      tokens[at - (/^(?:the|a)$/.test(tokens[at - 1]?.lower ?? "") ? 2 : 1)]?.lower ?? "",
    );
    cast.meet(text.slice(first.start, last.end), appositionAfter(text, last.end), first.start, false, !told);
    at = to - 1;
  }
}

const OWNED = new WeakMap<Tongue, RegExp>();
/** Lets a cast meet the organisations that a sentence calls so: "la empresa Nortia", "der Hersteller Nordwerk". */
export function introduceNamed(cast: Cast, text: string, sentence: TokenSentence, tongue: Tongue): void {
  let pattern = OWNED.get(tongue);
  if (!pattern) {
    pattern = new RegExp(
      `(?<![\\p{L}])(?:${tongue.organisations.replace(/(^|\|)(\p{Ll})/gu, (_, bar, letter) => `${bar}[${letter}${letter.toUpperCase()}]`)})\\s+(?:de )?\\p{Lu}[\\p{L}\\p{N}&-]*(?:\\s\\p{Lu}[\\p{L}\\p{N}&-]*){0,2}`,
      "gu",
    );
    OWNED.set(tongue, pattern);
  }
  for (const match of text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1500)).matchAll(pattern)) {
    const name = match[0].slice(match[0].search(/\s\p{Lu}/u) + 1);
    cast.meet(tongue.capitalNouns ? name : match[0], "", sentence.start + match.index);
  }
  const author = /(?<!\p{L})\p{L}{0,3} ?(?:autor\p{L}?|auteure?|Urheber\p{L}*|Verfasser\p{L}*) (?:del?|d[oaeu]|de la|des?) \p{L}+/iu.exec(
    text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)),
  );
  if (author) cast.meet(author[0].trim(), "", sentence.start + author.index, true);
  // "su abogada, Nuria Peña", "el exconcejal Raúl Prado": "Peña" and "Prado" are they.
  for (const match of text
    .slice(sentence.start, Math.min(sentence.end, sentence.start + 1500))
    .matchAll(/(?<!\p{L})(\p{L}{3,})(,? )(\p{Lu}\p{Ll}+ (?:(?:de|del|da|van|von) )?\p{Lu}\p{Ll}+)(?!\p{L})/gu)) {
    const [, noun = "", comma = "", name = ""] = match;
    if (new RegExp(`^(?:${tongue.roles})$`, "iu").test(noun) || (!tongue.capitalNouns && comma === ", " && /^\p{Ll}/u.test(noun)))
      cast.meet(`${noun} ${name}`, "", sentence.start + match.index);
  }
}
