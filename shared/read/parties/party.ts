/**
 * A party as a text describes it: name, role and affiliation from a noun phrase and its apposition. A name alone does not establish an
 * identity.
 */

import { chinese, english, sourcesOf } from "../../lang/index.ts";
import type { LanguagePack } from "../../lang/pack.ts";
import type { Party } from "../../model/party.ts";
import { verbForm } from "../attribution/phrases/verbs.ts";
import { isKnownOutlet } from "./known-outlets.ts";

/** A party of which nothing is known. */
export const NOBODY: Party = { kind: "unknown", name: null, description: null, role: null, affiliation: null };

const { naming, describing } = english.grammar;
const ROLE = new RegExp(`\\b(?:${english.parties.roles})\\b`, "i");
/** Capitalised words that belong to the role after them: "Deputy", "Prime". */
const OFFICE_TITLE = new RegExp(
  `(?<![\\p{Alpha}\\p{N}])(?:${describing.officeTitles}|${english.parties.roles})(?![\\p{Alpha}\\p{N}])`,
  "iu",
);
const ROLE_WORD = new RegExp(`^(?:${english.parties.roles})$`, "i");
const TITLE = new RegExp(`^(?:(?:${english.grammar.titles})\\s+)+`);
/** "Nigerian", "Chinese": the country that somebody is from, not a party that they speak for. */
export const DEMONYM = new RegExp(`^(?:${english.gates.rolePhrase.demonym})$`, "u");
const ANONYMOUS = new RegExp(`\\b(?:${english.parties.anonymous})\\b`, "i");
const ORGANISATION = new RegExp(`\\b(?:${english.parties.organisations})\\b`, "i");
/** Names that begin or end like those of places and organisations, or in the form of a company: "Islamic State", "Nusra Front", "Warner Bros.". */
const THING = new RegExp(`^(?:${naming.things}) |\\s(?:${naming.bodies})$|\\s(?:${english.companyForms})\\.?$`, "u");
const OUTLET = new RegExp(`\\b(?:${english.parties.outlets})\\b`);
const LINKERS = new RegExp(`(?<!${chinese.chinese.linkers})${chinese.chinese.linkers}+$`, "u");
const CHINESE_ROLE = new RegExp(chinese.parties.roles, "gu");
const CHINESE_ANONYMOUS = new RegExp(chinese.parties.anonymous, "u");
const CHINESE_ORGANISATION = new RegExp(chinese.parties.organisations, "u");
const elsewhere = (pick: (pack: LanguagePack) => string | undefined) =>
  sourcesOf((pack) => (pack.tag === "en" ? undefined : pick(pack))).spaced;
/** Words in names of outlets in other languages, and endings of one-word names. */
const FOREIGN_OUTLET = new RegExp(
  `(?<!\\p{Alpha})(?:${elsewhere(({ sources }) => sources?.outlet)})(?!\\p{Alpha})|(?:${elsewhere(({ sources }) => sources?.outletEnding)})$`,
  "u",
);
const CHINESE_OUTLET = new RegExp(chinese.parties.outlets, "u");
const UNNAMED = new RegExp(
  `^(?:${describing.some})\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${english.parties.people})\\b(?!\\s+(?:(?:${describing.called})\\s+)?\\p{Upper}\\p{Alpha}+\\s+\\p{Upper})`,
  "u",
);
/** "Acme's Berlin office": a part of an organisation, or an office that speaks for a person. */
const OFFICE = new RegExp(`^(.{2,60}?)['’]s?\\s+(?:[\\w-]+\\s+){0,3}(?:${describing.offices})$`, "u");
/** The beginning of a word of a name, after short words and prefixes of names; and the word. */
const NAME_BEGIN = `(?:(?:${naming.beginName}) ){0,3}(?:${naming.prefixes})?\\p{Upper}`;
const NAME_WORD = `${NAME_BEGIN}[\\p{Alpha}.'’-]*`;
const FULL_NAME = new RegExp(`(?:^|\\s)\\p{Upper}[\\p{Alpha}.'’-]+\\s+(?:\\p{Upper}[\\p{Alpha}.'’-]*\\s+)?${NAME_WORD}$`, "u");
/** A full name after the field of an office. */
const OFFICE_HOLDER = new RegExp(`^${naming.of} (?:\\p{Upper}\\S+ ){1,4}?(\\p{Upper}\\S+ ${NAME_WORD})$`, "u");
const GENERIC = new RegExp(`^(?:${naming.ofSomebody})?\\s*(?:\\S+\\s+){0,3}(?:${english.grammar.companyWords})s?$`, "i");
/** The capitalised words at the end of a phrase. */
const NAME_RUN = new RegExp(
  `(?<![\\p{Alpha}\\p{N}-])${NAME_BEGIN}[\\p{Alpha}\\p{N}.'’&-]*(?:\\s+(?:(?:${naming.prefixes})?\\p{Upper}[\\p{Alpha}\\p{N}.'’&-]*|&|${naming.withinBodies}|${naming.beginName})){0,15}$`,
  "u",
);
/** A single person who speaks for somebody. */
const ONE_OF_OFFICE = new RegExp(`(?:${describing.oneOfOffice})$`);
/** "Senior Department of Homeland Security spokesman": the organisation precedes the role. */
const OWNER_BEFORE = new RegExp(
  `^(?:\\p{Lower}[\\p{Lower}-]*\\s+)?(\\p{Upper}[\\p{Alpha}\\p{N}.&’'-]*(?:\\s+(?:(?:${naming.withinBodies})\\s+(?:${naming.the}\\s+)?)?\\p{Upper}[\\p{Alpha}\\p{N}.&’'-]*){0,6})\\s+(\\p{Lower}[\\p{Lower} -]*)$`,
  "u",
);
/** "Detroit police spokesman" speaks for the police of Detroit, not for Detroit. */
const BODY_OF_ONE = new RegExp(`^(${describing.bodiesOfOne})\\s+(.+)$`, "u");
/** A person's name after the name of the person's organisation: "Acme's Jane Roe". */
const OWNED = /^(.+?)(?:['’]s|(?<=s)['’]) (\p{Upper}.*)$/u;
/** Longest phrase, in UTF-16 units. */
const MAX_PHRASE = 200;

/** "Thrown out of the chair after he": a clause is no role. */
const NO_ROLE = new RegExp(`^\\w+ (?:${english.grammar.words.particles})\\b|\\b(?:${english.pronouns.he}|${describing.noRole})\\b`);
/** Words before a verb or participle that describes the party: "who said", "a supposed". */
const NO_SUBJECT = new RegExp(`^(?:${describing.relatives}|${english.pronouns.definite})$`, "i");
/** Words after a name that do not belong to it: "Jane Roe MP", but "the Salby MP". */
const POSTNOMINAL = new RegExp(`(?<=\\p{Upper}\\p{Lower}+),? (?:${describing.postnominals})(?=,|$)`, "u");
const clean = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(DETERMINER.test(text) ? "" : POSTNOMINAL, "")
    .replace(/^[\s,;:—–-]+|(?<![\s,;:—–-])[\s,;:—–-]+$/g, "");
/** Words before a noun phrase that do not belong to it: a closing bracket, a place and a dash, a conjunction, a day. */
const LEAD = new RegExp(`^(?:[^()]{0,40}\\)|.{1,40} [-–—]|(?:${naming.lead}),?)\\s+`, "i");
const WEEKDAY = new RegExp(`^(?:${english.time.weekdays.replaceAll(";", "|")})\\s+(?=\\S)(?=.*\\s\\p{Lower}+$)`, "iu");
const TRAIL = new RegExp(`(?<!\\s)\\s+(?:${naming.trail})$`, "i");
const nounPhrase = (text: string) => clean(text).replace(LEAD, "").replace(WEEKDAY, "").replace(TRAIL, "");
const DETERMINER = new RegExp(`^(?:${naming.determiners})\\s+`, "i");
const bare = (text: string) => clean(text).replace(DETERMINER, "");

/** "VP at Meta", "head of Acme", "head of the company": a role and its organisation. */
const NAMED = `(?:${naming.the} )?(\\p{Upper}[\\p{Alpha}\\p{N}.&'’ -]{0,60})`;
const ROLE_AT = new RegExp(`^(.{2,80}?) (?:${naming.at}) ${NAMED}$`, "u");
const ROLE_OF = new RegExp(`^(.{2,80}?) ${naming.of} ${NAMED}$`, "u");
const ROLE_OF_ONE = new RegExp(`^(.{2,80}?) (?:${naming.atOne}) ((?:${naming.theirsOrThe}) \\p{Alpha}+)$`, "u");
const OFFICE_WORD = new RegExp(`^(?:${describing.officeTitles})$`);

/** Whether an office may belong to the name before it: "Nigerian" is an origin, but there is a Nigerian army. */
const isOwner = (name: string, office: string): boolean => !DEMONYM.test(name) || BODY_OF_ONE.test(office);
/** The office and its owner: "police spokesman" and "Detroit". */
function officeAt(owner: string, office: string): { role: string; affiliation: string } {
  const [, body = "", rest = ""] = BODY_OF_ONE.exec(office) ?? [];
  return ROLE.test(rest) ? { role: rest, affiliation: `${owner} ${body}` } : { role: office, affiliation: owner };
}
/**
 * Role and affiliation from words such as "VP of generative AI at Meta", "Meta spokeswoman", "Acme's chief executive"; null without a
 * role word.
 */
function roleOf(words: string): { role: string; affiliation: string | null } | null {
  const text = bare(beforeVerb(words.slice(0, MAX_PHRASE)));
  if (!ROLE.test(text) || NO_ROLE.test(text)) return null;
  const owned = /^(\p{Upper}[^,]{0,60}?)(?:['’]s|(?<=s)['’])\s+(.+)$/u.exec(text);
  if (owned && ROLE.test(owned[2] as string))
    return { role: (roleOf(owned[2] as string) ?? { role: owned[2] as string }).role, affiliation: owned[1] as string };
  const ours = /^(\p{Lower}[\p{Alpha}-]{2,30})['’]s\s+(.+)$/u.exec(text);
  if (ours) return { role: ours[2] as string, affiliation: `the ${ours[1]}` };
  const [, owner = "", office = ""] = OWNER_BEFORE.exec(text) ?? [];
  if (owner && ROLE.test(office) && !OFFICE_TITLE.test(owner) && isOwner(owner, office)) return officeAt(owner, office);
  const at = ROLE_AT.exec(text);
  if (at) return { role: at[1] as string, affiliation: clean(at[2] as string) };
  const of = ROLE_OF.exec(text);
  if (of) return { role: of[1] as string, affiliation: clean(of[2] as string) };
  const generic = ROLE_OF_ONE.exec(text);
  if (generic) return { role: generic[1] as string, affiliation: generic[2] as string };
  const before = /^((?:\p{Upper}[\p{Alpha}\p{N}.&'’-]*\s+){1,4})(.+)$/u.exec(text);
  if (before) {
    const parts = (before[1] as string).trim().split(/\s+/);
    const cut = parts.findIndex(
      (part, i) => ROLE_WORD.test(part) || ROLE_WORD.test(`${part} ${parts[i + 1] ?? before[2]}`) || OFFICE_WORD.test(part),
    );
    const owner = (cut < 0 ? parts : parts.slice(0, cut)).join(" ");
    const role = [...(cut < 0 ? [] : parts.slice(cut)), before[2]].join(" ");
    if (owner && ROLE.test(role) && isOwner(owner, role)) return officeAt(owner, role);
  }
  return { role: text, affiliation: null };
}

/** "U.S. Border Patrol", "PGA Tour": no person's first name is initials without full stops. */
const BODY_BEGIN = /^(?:\p{Upper}{3,}|U\.?S\.?(?:A\.?)?|U\.?K\.?)\s\p{Upper}[\p{Lower}'’]/u;
/** Whether the words of a name show an outlet or an organisation; null for other names. */
function bodyOfName(name: string): "outlet" | "organisation" | null {
  if (OUTLET.test(name) || FOREIGN_OUTLET.test(name) || CHINESE_OUTLET.test(name)) return "outlet";
  const isBody =
    ORGANISATION.test(name) ||
    /^\p{Upper}{2,6}$/u.test(name) ||
    BODY_BEGIN.test(name) ||
    CHINESE_ORGANISATION.test(name) ||
    THING.test(name);
  return isBody ? "organisation" : null;
}
const PERSON = new RegExp(`^(?!${naming.capitalThe}\\s)\\p{Upper}[\\p{Alpha}.'’-]*(?:\\s+${NAME_WORD}){1,3}$`, "u");
/** What kind of actor a name is, by its words alone. */
export function kindOfName(name: string): Party["kind"] {
  if (/^[@＠]/.test(name)) return "account";
  const body = bodyOfName(name);
  if (body) return body;
  // A known outlet whose words do not show it is no person ("Bleeding Cool"). It counts as an organisation, as one-word names do.
  if (isKnownOutlet(name)) return "organisation";
  return PERSON.test(name) ? "person" : "organisation";
}

const BODY_OF_ONE_WORD = new RegExp(`^(?:${english.grammar.bodiesOfOneWord})$`);
/** Whether a one-word name may be a person's ("Lana"): it has only its first capital, and is no known organisation. */
export const mayBePerson = (name: string): boolean =>
  /^\p{Upper}[\p{Lower}\p{M}’']+$/u.test(name) && bodyOfName(name) === null && !BODY_OF_ONE_WORD.test(name);

const ALIAS = new RegExp(`\\b(?:${english.parties.alias})\\s+[“"']?(@?[\\p{Alpha}\\p{N}_]+)`, "u");
/** An alias that the text gives: "a user known as Pellow". */
const aliasOf = (text: string): string | null => ALIAS.exec(text)?.[1] ?? null;

/** A party with a name or a description, and with the details that the text gives. */
export const partyWith = (kind: Party["kind"], name: string | null, description: string | null, more: Partial<Party> = {}): Party => ({
  kind,
  name,
  description,
  role: null,
  affiliation: null,
  ...more,
});

/** "The supposed employee Ann Roe": the name may be wrong. */
const PRETENDED = new RegExp(`\\b(?:${describing.pretended})\\b`, "i");
const ANONYMOUS_OF = new RegExp(`^(?:(?:${describing.beforeAnonymous})\\s*)*(\\p{Upper}[\\p{Alpha}\\p{N}]*)\\s`, "u");
const NAMED_PAPER = new RegExp(`^(?:${naming.the}\\s+)?(?:\\p{Alpha}+\\s+){0,2}?${describing.papers}\\s+(\\p{Upper}.*)$`, "u");
const SOMEONE = new RegExp(`^(?:${describing.someOne})\\s[\\p{Lower}\\s-]{3,40}$`, "u");
const FOR_ONE = new RegExp(`\\b${naming.forOne}\\s[\\p{Lower} -]{1,40}$`, "u");
const BEGINS_NONE = new RegExp(`^(?:${naming.withinBodies})\\s+`);
const CAPITAL_ARTICLE = new RegExp(`^(?:${naming.capitalArticle})\\s+(?=\\p{Upper})`, "u");
const SHORT_TITLE = new RegExp(`^(?:${describing.shortTitles})$`);
const ENDS_OFFICE = new RegExp(`\\b(?:${naming.atOne})$`);
const OFFICER_TO = new RegExp(`^(?:${naming.article} )?(?:${english.grammar.words.officers}) (?:${naming.toOne})$`, "i");
const BEFORE_PLACE = new RegExp(`\\b${naming.beforePlace}$`);
const IN_PLACE = new RegExp(naming.inPlace, "u");
/** An article alone, or words that end in a preposition. */
const NO_DESCRIPTION = new RegExp(`^(?:${naming.article})$|\\b(?:${naming.before})$`, "i");
const DESCRIBES = new RegExp(`^(?:${english.grammar.words.opensApposition})\\s`);

/** The party that a noun phrase names, helped by the apposition after it (", VP of generative AI at Meta,"). */
export function partyOf(phrase: string, apposition = ""): Party {
  // "18:40 The opera house …": the time of an entry in a live blog is not a name.
  const text = nounPhrase(phrase.slice(0, MAX_PHRASE).replace(/^\d\d (?=\p{Upper})/u, ""));
  if (!text) return NOBODY;
  if (/[\p{Script=Han}]/u.test(text)) return chineseParty(text);
  const [first = "", ...rest] = text.split(/,\s+/);
  const head = beforeVerb(clean(first));
  const behind = clean([...rest, apposition].filter((part) => part && !/^\d+$/.test(part.trim())).join(", "));
  // "To the East Room, a witness confirmed": a clause describes no party.
  const [nearest = ""] = behind.split(",");
  const appended = beforeVerb(nearest) === nearest ? behind : "";
  // "According to the Herald, police spokesman Jane Roe said": a newspaper holds no office.
  const role = appended && kindOfName(bare(head)) !== "outlet" ? roleOf(appended.replace(/,.*$/s, "")) : null;
  return (
    unnamedParty(text, head) ?? (role ? null : namedByApposition(head, appended)) ?? namedByHead(head, appended, role) ?? described(head)
  );
}

/** An account, an anonymous party, a newspaper by name, or a person's office: the head of the phrase alone decides. */
function unnamedParty(text: string, head: string): Party | null {
  const handle = /(?:^|\s)(@[\w.]+|u\/[\w-]+)$/.exec(head);
  if (handle?.[1]) return partyWith("account", handle[1], bare(head));
  if (ANONYMOUS.test(head) && (!FULL_NAME.test(head) || PRETENDED.test(head))) {
    const owner = ANONYMOUS_OF.exec(bare(head));
    return partyWith("anonymous", aliasOf(text), bare(head), { affiliation: owner?.[1] ?? null });
  }
  const paper = NAMED_PAPER.exec(head);
  if (paper?.[1]) return partyWith("outlet", paper[1], bare(head));
  if (UNNAMED.test(head)) return partyWith("anonymous", aliasOf(text), bare(head));
  const office = OFFICE.exec(head);
  return office?.[1] ? partyWith("organisation", null, head, { affiliation: office[1] }) : null;
}
/** "Roe's publicist": one person who speaks for another. */
function agentOf(office: string): { role: string; affiliation: string } | null {
  const owner = OFFICE.exec(office)?.[1];
  return owner && ONE_OF_OFFICE.test(office) ? { role: /\S+$/.exec(office)?.[0] ?? "", affiliation: owner } : null;
}
/** The capitalised words that begin an apposition. */
const APPOSED_NAME = new RegExp(`^(\\p{Upper}[\\p{Alpha}.'’-]*(?:\\s+${NAME_WORD}){1,3})(?:,|$)`, "u");

/** A description with the name in its apposition: "Acme's chief executive, Jane Roe". */
function namedByApposition(head: string, appended: string): Party | null {
  const name = APPOSED_NAME.exec(appended)?.[1];
  const own = roleOf(head);
  // "The dam's operator, Acme"
  const firm = GENERIC.test(head)
    ? /^\p{Upper}[\p{Alpha}\p{N}&.'’-]*(?: \p{Upper}[\p{Alpha}\p{N}&.'’-]*){0,3}(?=,|$)/u.exec(appended)
    : null;
  if (firm) return partyWith("organisation", firm[0], bare(head));
  if (!name) return null;
  // "The vet, Jane Roe"
  if (!own) return SOMEONE.test(head) && !ORGANISATION.test(head) ? partyWith("person", name.replace(TITLE, ""), bare(head)) : null;
  // "A spokesperson for the shopping centre, Alder Mall"
  if (FOR_ONE.test(head) && kindOfName(name) === "organisation")
    return partyWith("person", null, bare(head), { role: own.role, affiliation: name });
  return partyWith("person", name.replace(TITLE, ""), head, own);
}

/** The name at the end of a phrase, and the words before it. */
function nameAtEnd(head: string): { run: string; lead: string } {
  const capitals = NAME_RUN.exec(head)?.[0].replace(BEGINS_NONE, "") ?? "";
  // "The Grain Board" is Grain Board, as in the middle of a sentence; in "The Verge" the article belongs to the name.
  const run = OUTLET.test(capitals) ? capitals : capitals.replace(CAPITAL_ARTICLE, "");
  return { run, lead: clean(head.slice(0, head.length - run.length)) };
}

/** A phrase that ends in a name: "Acme spokeswoman Jane Roe", "The Verge". `said`: the role from the apposition. */
function namedByHead(head: string, appended: string, said: { role: string; affiliation: string | null } | null): Party | null {
  const { run, lead } = nameAtEnd(head);
  if (!run) return null;
  const words = run.split(/\s+/);
  const cut = words.findLastIndex(
    (word) => ROLE_WORD.test(word) || SHORT_TITLE.test(word) || (word.endsWith(".") && TITLE.test(`${word} `)),
  );
  const rest = words.slice(cut + 1).join(" ");
  // "Minister of Defense Jane Roe" has a name after the office; "the head of Acme" has no name.
  const name = rest.startsWith("of ") ? (OFFICE_HOLDER.exec(rest)?.[1] ?? "") : rest.replace(TITLE, "");
  // "Attorney General Jane Roe": a title between the role and the name belongs to the role.
  const title = cut >= 0 ? rest.slice(0, rest.length - name.length) : "";
  const before = clean(`${lead} ${words.slice(0, cut + 1).join(" ")} ${title}`);
  const role = said ?? (ROLE.test(before) && !ENDS_OFFICE.test(before) ? roleOf(before) : agentOf(before));
  // "Police in Dunmore", "the mayor of Dunmore": the place is not the name of the party.
  const place = ((roleOf(head) || ORGANISATION.test(lead)) && BEFORE_PLACE.test(lead)) || IN_PLACE.test(lead);
  // "Aide to the mayor Ann Roe": the aide has no name.
  if (!name || place || (ROLE.test(lead) && OFFICER_TO.test(lead))) return null;
  const describes = !NO_DESCRIPTION.test(before);
  const description = [describes ? before : "", said || DESCRIBES.test(appended) ? appended : ""].filter(Boolean).join(", ");
  const [, owner = "", member = ""] = OWNED.exec(name) ?? [];
  if (member && kindOfName(member) === "person")
    return partyWith("person", member, clean(description) || null, role ?? { affiliation: owner });
  const kind = role || TITLE.test(run) || cut >= 0 ? "person" : kindOfName(name);
  return partyWith(kind, name, clean(description) || null, role ?? {});
}

/**
 * The words before the first reporting verb in lower case ("the company says in a new blog"), or after one at the beginning ("says our insider").
 * Verbs after "who" describe the party.
 */
function beforeVerb(head: string): string {
  const words = head.split(" ");
  const verb = words.findIndex((word, i) => {
    const form = verbForm(word)?.form;
    return (form === "s" || form === "past") && !NO_SUBJECT.test(words[i - 1] ?? "") && !ALIAS.test(words.slice(i).join(" "));
  });
  if (verb < 0) return head;
  return verb > 0 ? words.slice(0, verb).join(" ").replace(TRAIL, "") : words.slice(1).join(" ");
}

/** A phrase without a name: a role, a word for a company, a single run of capitals, or anything else. */
function described(head: string): Party {
  const own = roleOf(head);
  // "The Hollywood Reporter" is a newspaper, but "The Washington Post Reporter" is a person of one.
  const { run: capitals, lead: before } = nameAtEnd(bare(head));
  if (own && !before && bodyOfName(capitals) === "outlet" && bodyOfName(own.affiliation ?? "") !== "outlet")
    return partyWith("outlet", bare(head), null);
  if (own) return partyWith("person", null, bare(head), own);
  if (GENERIC.test(head)) return partyWith("organisation", null, bare(head));
  const { run, lead } = nameAtEnd(head);
  if (run && !lead) return partyWith(kindOfName(run), run, null);
  return partyWith(ORGANISATION.test(head) ? "organisation" : "unknown", null, bare(head) || null);
}

/** A Chinese noun phrase: "某公司发言人张三", "知情人士", "网友". */
function chineseParty(text: string): Party {
  if (CHINESE_ANONYMOUS.test(text)) return partyWith("anonymous", null, text);
  // "某公司董事长、总经理张三": he belongs to the company, and has the last of these roles.
  const roles = [...text.matchAll(CHINESE_ROLE)];
  const role = roles.at(-1);
  if (role) {
    const owner = text.slice(0, roles[0]?.index).replace(LINKERS, "").split(chinese.chinese.of)[0];
    const name = text.slice(role.index + role[0].length).trim();
    const isName = /^[\p{Script=Han}·]{2,5}$|^[\p{Alpha}·. ]{2,30}$/u.test(name);
    return partyWith("person", isName ? name : null, isName ? null : text, { role: role[0], affiliation: owner || null });
  }
  return partyWith(kindOfName(text), text, null);
}
