/** A party as a text describes it: name, role and affiliation out of a noun phrase and its apposition. No identity is claimed by a name. */

import { en } from "../../lang/cues.en.ts";
import { zh } from "../../lang/cues.zh.ts";
import type { Party } from "../../model/party.ts";

export const NOBODY: Party = { kind: "unknown", name: null, description: null, role: null, affiliation: null };

const ROLE = new RegExp(`\\b(?:${en.roles})\\b`, "i");
const ROLE_WORD = new RegExp(`^(?:${en.roles})$`, "i");
const TITLE = new RegExp(`^(?:(?:${en.titles})\\s+)+`);
const ANONYMOUS = new RegExp(`\\b(?:${en.anonymous})\\b`, "i");
const ORGANISATION = new RegExp(`\\b(?:${en.organisations})\\b`, "i");
const OUTLET = new RegExp(`\\b(?:${en.outlets})\\b`);
const UNNAMED = new RegExp(
  `^(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome)\\s+(?:[\\w’'-]+\\s+){0,4}?(?:${en.people})\\b(?!\\s+(?:called\\s+|named\\s+)?\\p{Lu}\\p{L}+\\s+\\p{Lu})`,
  "u",
);
/** "Acme's Berlin office": part of an organisation, or speaking for a person. */
const OFFICE =
  /^(.{2,60}?)['’]s?\s+(?:[\w-]+\s+){0,3}(?:office|team|lawyers?|attorneys?|management|board|campaign|headquarters|unit|arm|division|department|representatives?|staff|publicist|agents?)$/u;
const FULL_NAME = /(?:^|\s)\p{Lu}[\p{L}.'’-]+\s+(?:\p{Lu}[\p{L}.'’-]*\s+)?\p{Lu}[\p{L}'’-]+$/u;
const GENERIC = new RegExp(`^(?:the|its|their|our)?\\s*(?:\\S+\\s+){0,3}(?:${en.companyWords})s?$`, "i");
const NAME_RUN =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.'’&-]*|of|and|&|de|van|von|bin|al|el|der|la|the|for)){0,15}$/u;
/** Departments, not organisations: "VP of AI". */
const TOPIC = /^(?:AI|IT|HR|PR|R&D|ML|Engineering|Product|Marketing|Sales|Operations|Research|State|Defense|Defence|Communications)$/;
const MAX = 200;

/** What stands after a name and is none of it. */
const POSTNOMINAL = /(?<=\p{Lu}\p{Ll}+),? (?:KC|QC|MP|MEP|MSP|PhD|OBE|MBE|Esq\.?)(?=,|$)/u;
const clean = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(POSTNOMINAL, "")
    .replace(/^[\s,;:—–-]+|(?<![\s,;:—–-])[\s,;:—–-]+$/g, "");
const bare = (text: string) => clean(text).replace(/^(?:the|a|an|its|their|his|her|our|this|that|one)\s+/i, "");

/** Role and affiliation out of words such as "VP of generative AI at Meta", "Meta spokeswoman", "Acme's chief executive"; null where no role word stands. */
export function roleOf(words: string): { role: string; affiliation: string | null } | null {
  const text = bare(words.slice(0, MAX));
  if (!ROLE.test(text)) return null;
  const owned = /^(\p{Lu}[^,]{0,60}?)(?:['’]s|s['’])\s+(.+)$/u.exec(text);
  if (owned && ROLE.test(owned[2] as string))
    return { role: (roleOf(owned[2] as string) ?? { role: owned[2] as string }).role, affiliation: owned[1] as string };
  const ours = /^(\p{Ll}[\p{L}-]{2,30})['’]s\s+(.+)$/u.exec(text);
  if (ours && ROLE.test(ours[2] as string)) return { role: ours[2] as string, affiliation: `the ${ours[1]}` };
  const at = /^(.{2,80}?) (?:at|for|from|with) (?:the )?(\p{Lu}[\p{L}\p{N}.&'’ -]{0,60})$/u.exec(text);
  if (at) return { role: at[1] as string, affiliation: clean(at[2] as string) };
  const of = /^(.{2,80}?) of (?:the )?(\p{Lu}[\p{L}\p{N}.&'’ -]{0,60})$/u.exec(text);
  if (of && !TOPIC.test(of[2] as string)) return { role: of[1] as string, affiliation: clean(of[2] as string) };
  const generic = /^(.{2,80}?) (?:at|for|of|from) ((?:the|his|her|its) \p{L}+)$/u.exec(text);
  if (generic && !TOPIC.test(generic[2] as string)) return { role: generic[1] as string, affiliation: generic[2] as string };
  const before = /^((?:\p{Lu}[\p{L}\p{N}.&'’-]*\s+){1,4})(.+)$/u.exec(text);
  if (before) {
    const parts = (before[1] as string).trim().split(/\s+/);
    const cut = parts.findIndex(
      (part) => ROLE_WORD.test(part) || /^(?:Vice|Deputy|Chief|Senior|Executive|Prime|Former|Co-founder)$/.test(part),
    );
    const owner = (cut < 0 ? parts : parts.slice(0, cut)).join(" ");
    const role = [...(cut < 0 ? [] : parts.slice(cut)), before[2]].join(" ");
    if (owner && ROLE.test(role) && !/^(?:The|A|An|Former|Senior)$/.test(owner)) return { role, affiliation: owner };
  }
  return { role: text, affiliation: null };
}

/** What kind of actor a name is, by its words alone. */
export function kindOfName(name: string): Party["kind"] {
  if (/^[@＠]/.test(name)) return "account";
  if (OUTLET.test(name) || zh.outlet.test(name)) return "outlet";
  if (ORGANISATION.test(name) || /^\p{Lu}{2,6}$/u.test(name) || zh.organisation.test(name)) return "organisation";
  if (/^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|van|von|bin|al|el|der)){1,3}$/u.test(name) && !/^The\s/.test(name))
    return "person";
  return "organisation";
}

/** An alias that the text gives: "a user known as Pellow". */
function aliasOf(text: string): string | null {
  return (
    /\b(?:known (?:only )?as|goes by|calling (?:himself|herself|themselves|itself)|using the (?:name|handle|alias|nickname)|under the (?:name|handle|pseudonym)|named|called)\s+[“"']?(@?[\p{L}\p{N}_]+)/u.exec(
      text,
    )?.[1] ?? null
  );
}

/** The party that a noun phrase names, helped by the apposition after it (", VP of generative AI at Meta,"). */
export function partyOf(phrase: string, apposition = ""): Party {
  // "18:40 The opera house …": the time of a live blog's entry is nobody's name.
  const text = clean(phrase.slice(0, MAX).replace(/^\d\d (?=The )/, ""));
  if (!text) return NOBODY;
  const [headPart = "", ...rest] = text.split(/,\s+/);
  const head = clean(headPart);
  const appended = clean([...rest, apposition].filter((part) => part && !/^\d+$/.test(part.trim())).join(", "));
  const said = appended ? roleOf(appended.replace(/,.*$/s, "")) : null;
  if (/[\p{Script=Han}]/u.test(text)) return chineseParty(text);
  const handle = /(?:^|\s)(@[\w.]+|u\/[\w-]+)$/.exec(head);
  if (handle) return { kind: "account", name: handle[1] as string, description: bare(head), role: null, affiliation: null };
  if (ANONYMOUS.test(head) && (!FULL_NAME.test(head) || /\b(?:anonymous|supposed|purported|pseudonymous)\b/i.test(head))) {
    const owner =
      /^(?:(?:supposed|alleged|former|self-described|purported|anonymous|unnamed|current|ex-)\s*)*(\p{Lu}[\p{L}\p{N}]*)\s/u.exec(
        bare(head),
      );
    return {
      kind: "anonymous",
      name: aliasOf(text),
      description: bare(head),
      role: null,
      affiliation: owner ? (owner[1] as string) : null,
    };
  }
  const paper =
    /^(?:the\s+)?(?:news)?(?:paper|magazine|website|broadcaster|daily|weekly|news site|tabloid|news agency)\s+(\p{Lu}.*)$/u.exec(head);
  if (paper?.[1]) return { kind: "outlet", name: paper[1], description: bare(head), role: null, affiliation: null };
  const unnamed = UNNAMED.test(head);
  if (unnamed) return { kind: "anonymous", name: aliasOf(text), description: bare(head), role: null, affiliation: null };
  const office = OFFICE.exec(head);
  if (office) return { kind: "organisation", name: null, description: head, role: null, affiliation: office[1] as string };
  // "Acme's chief executive, Jane Roe"
  const named = /^(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:,|$)/u.exec(appended);
  const own = ROLE.test(head) ? roleOf(head) : null;
  // "The dam's operator, Acme"
  const firm = GENERIC.test(head) && !said ? /^\p{Lu}[\p{L}\p{N}&.'’-]*(?: \p{Lu}[\p{L}\p{N}&.'’-]*){0,3}(?=,|$)/u.exec(appended) : null;
  if (firm) return { kind: "organisation", name: firm[0], description: bare(head), role: null, affiliation: null };
  // "The vet, Jane Roe"
  if (
    !own &&
    named &&
    !said &&
    /^(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s[\p{Ll}\s-]{3,40}$/u.test(head) &&
    !ORGANISATION.test(head) &&
    !GENERIC.test(head)
  )
    return { kind: "person", name: (named[1] as string).replace(TITLE, ""), description: bare(head), role: null, affiliation: null };
  // "A spokesperson for the shopping centre, Alder Mall"
  if (
    own &&
    named &&
    !said &&
    /\b(?:for|of|at) (?:the|its)\s[\p{Ll} -]{1,40}$/u.test(head) &&
    kindOfName(named[1] as string) === "organisation"
  )
    return { kind: "person", name: null, description: bare(head), role: own.role, affiliation: named[1] as string };
  if (own && named && !said) return { kind: "person", name: (named[1] as string).replace(TITLE, ""), description: head, ...own };
  const named0 = NAME_RUN.exec(head)?.[0].replace(/^(?:of|and|the|for)\s+/, "") ?? "";
  // "The Grain Board" is Grain Board, as it is in the middle of a sentence; The Verge is called so.
  const run = OUTLET.test(named0) ? named0 : named0.replace(/^The\s+(?=\p{Lu})/u, "");
  const lead = clean(head.slice(0, head.length - run.length));
  if (run) {
    const words = run.split(/\s+/);
    const cut = words.findLastIndex(
      (word) => ROLE_WORD.test(word) || /^(?:President|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.?|Gov\.?|Rep\.?)$/.test(word),
    );
    const name = (cut >= 0 ? words.slice(cut + 1).join(" ") : run).replace(TITLE, "");
    const before = clean(`${lead} ${cut >= 0 ? words.slice(0, cut + 1).join(" ") : ""}`);
    const role = said ?? (before && ROLE.test(before) && !/\b(?:for|of|at|from)$/.test(before) ? roleOf(before) : null);
    // "Police in Dunmore", "the mayor of Dunmore": the place is no name of theirs.
    if (name && !((own || ORGANISATION.test(lead)) && /\b(?:for|of|at|from|with|in)(?:\s+the)?$/.test(lead))) {
      const titled = TITLE.test(run) || cut >= 0;
      const kind = role || titled ? "person" : kindOfName(name);
      return {
        kind,
        name,
        description:
          clean(
            [
              /^(?:the|a|an)$/i.test(before) || /\b(?:from|by|to|with|for|of|at|in|on|about|against)$/i.test(before) ? "" : before,
              said || /^(?:an?|the|who)\s/.test(appended) ? appended : "",
            ]
              .filter(Boolean)
              .join(", "),
          ) || null,
        role: role?.role ?? null,
        affiliation: role?.affiliation ?? null,
      };
    }
  }
  if (own) return { kind: "person", name: null, description: bare(head), ...own };
  if (GENERIC.test(head)) return { kind: "organisation", name: null, description: bare(head), role: null, affiliation: null };
  if (run && !lead) return { kind: kindOfName(run), name: run, description: null, role: null, affiliation: null };
  return {
    kind: ORGANISATION.test(head) ? "organisation" : "unknown",
    name: null,
    description: bare(head) || null,
    role: null,
    affiliation: null,
  };
}

/** A Chinese noun phrase: "某公司发言人张三", "知情人士", "网友". */
function chineseParty(text: string): Party {
  if (zh.anonymous.test(text)) return { kind: "anonymous", name: null, description: text, role: null, affiliation: null };
  const role = zh.role.exec(text);
  if (role) {
    const owner = text.slice(0, role.index).replace(/(?<![的，、\s])[的，、\s]+$/u, "");
    const name = text.slice(role.index + role[0].length).trim();
    const isName = /^[\p{Script=Han}·]{2,5}$|^[\p{L}·. ]{2,30}$/u.test(name);
    return {
      kind: isName || !owner ? "person" : "person",
      name: isName ? name : null,
      description: isName ? null : text,
      role: role[0],
      affiliation: owner || null,
    };
  }
  return { kind: kindOfName(text), name: text, description: null, role: null, affiliation: null };
}
