/** Words by which a text names the source of its story: "first reported by the Guardian", "the Gazette reported that …", "a post on a Chinese website", 据…报道. */
import type { Reading } from "../../model/reading.ts";
import { fold } from "../../text/segment.ts";
import { hostOf } from "../../url.ts";

export interface Credit {
  /** UTF-16 offsets of the words that say it. */
  start: number;
  end: number;
  /** The outlet or place as named; null when the words name none. */
  name: string | null;
}

/** Looked at, in UTF-16 units: a story names its source in its first paragraphs, and outlets for details further on. */
const MAX_READ = 2_000;
const MAX_CREDITS = 8;
/** A proper name of up to five words, of letters of any script that has capitals. */
const PART = "[\\p{L}\\p{N}&'’-](?:[\\p{L}\\p{N}&'’-]|\\.(?=[\\p{L}\\p{N}])){0,30}";
const NAME = `(?:(?:the|der|die|das|dem|den|le|la|el|l['’])\\s*)?((?=\\p{Lu})${PART}(?:\\s(?:of|and|de|del|du|des|für|(?=[\\p{Lu}\\p{N}])${PART})){0,4})`;
const REPORT = "(?:report|story|article|investigation|scoop|dispatch|post|thread|leak)";
/** Group 1 is the name, where there is one. Verbs of publishing only: somebody quoted for an opinion is no source of the story. */
const NAMED = [
  `\\b(?:[Ff]irst|[Oo]riginally|previously|initially)\\s+(?:reported|revealed|published|disclosed|broken|spotted|shared|posted)\\s+(?:by|in|on)\\s+${NAME}`,
  `\\b[Aa]s\\s+(?:first\\s+)?(?:reported|revealed)\\s+by\\s+${NAME}`,
  `\\b(?:[Aa]s|[Ww]hat)\\s+${NAME}\\s+(?:first\\s+|has\\s+|have\\s+)?(?:reported|reports|revealed|calls|called)\\b`,
  `\\b(?:[Aa]ccording\\s+to|[Cc]iting|[Ii]n|cited)\\s+an?\\s+(?:\\w+\\s+)?${REPORT}\\s+(?:by|in|from|on|published\\s+(?:by|in|on))\\s+${NAME}`,
  `\\b${NAME}\\s+(?:was|were)\\s+(?:the\\s+)?first\\s+to\\s+(?:report|publish|reveal)\\b`,
  `\\b(?:[Vv]ia|[Hh]/[Tt]|[Hh]at\\s+tip(?:\\s+to)?|[Ss]ource:|[Cc]redit:|[Cc]ourtesy\\s+of)\\s+${NAME}`,
  `\\b[Ww]ie\\s+(?:zuerst\\s+)?${NAME}\\s+(?:zuerst\\s+)?(?:berichtet|meldet|berichtete|meldete)\\w*`,
  `\\b(?:[Ll]aut|[Nn]ach)\\s+(?:einem\\s+)?(?:Bericht|Informationen|Angaben|Recherchen)\\s+(?:des|der|von|im|in\\s+der)\\s+${NAME}`,
  `\\b(?:[Zz]uerst|[Zz]unächst)\\s+(?:berichtete|hatte|meldete)\\s+${NAME}`,
  `\\b(?:[Ss]elon|[Dd]['’]après)\\s+(?:un\\s+article|une\\s+enquête|un\\s+rapport|les\\s+informations)\\s+(?:de|du|d['’]|publiée?\\s+par)\\s*${NAME}`,
  `\\b(?:[Rr]évélée?|rapportée?|relayée?)\\s+(?:pour\\s+la\\s+première\\s+fois\\s+)?par\\s+${NAME}`,
  `\\b[Cc]omme\\s+(?:l['’]a\\s+(?:révélé|rapporté)|le\\s+rapporte|l['’]écrit)\\s+${NAME}`,
  `\\b[Ss]egún\\s+(?:informó|informa|publicó|publica|reveló|un\\s+(?:informe|reportaje|artículo)\\s+de)\\s+${NAME}`,
  `\\b(?:publicado|revelado|difundido)\\s+(?:originalmente\\s+|primero\\s+)?por\\s+${NAME}`,
];
let compiled: RegExp[] | null = null;
/** The patterns, compiled when the first text is read: together they take 20 ms, a tenth of a cold start. */
const named = (): RegExp[] => (compiled ??= NAMED.map((source) => new RegExp(source, "u")));
/** Chinese names of outlets have no capital: they are found by the words around them. */
const CHINESE: RegExp[] = [
  /(?:综合)?[据據](?!说|悉|了解|统计|此|報|报道)(?:外媒|媒体|媒體|美媒|英媒|日媒|网友|網友|知情人士)?[《“「]?([\p{sc=Han}A-Za-z0-9·]{2,20}?)[》”」]?(?:\d{1,2}日|今日|昨日)?(?:的)?(?:报道|報導|报导|爆料|消息|披露|报料)/u,
  /(?<![\p{sc=Han}》])《?([\p{sc=Han}A-Za-z0-9]{1,12}?(?:日报|晚报|时报|新闻|周刊|电视台|新华社|通讯社|日報|晚報|時報|新聞|週刊|電視台))》?(?:\d{1,2}日|今日|昨日)?(?:报道|報導|报导|披露)/u,
  /(?:转自|轉自|转载自|轉載自|引自|首发于|原载于?|来源[:：]|來源[:：]|出处[:：])\s*[《“「]?([\p{sc=Han}A-Za-z0-9·_]{2,20})/u,
];
/** Outlets recognised by their name alone. */
const OUTLET =
  /(?:^|\s)(?:News|Press|Gazette|Diario|Periódico|Pa[ií]s|Mundo|Heraldo|Vanguardia|dpa|EFE|AFP|Reuters|BBC|CNN)(?!\p{L})|(?:[Zz]eitung|[Bb]latt|[Kk]urier|[Nn]achrichten)$/u;
const GERMAN_REPORTS = new RegExp(`\\b${NAME}\\s+(?:meldete?|berichtete?)\\b`, "u");
/** A source that is described, not named. */
const DESCRIBED: RegExp[] = [
  /\b(?:an?|one|this)\s+(?:(?:anonymous|unverified|viral|alleged|leaked|now[- ]deleted|recent|translated|since[- ]deleted)\s+){0,3}(?:post|thread|message|comment|video|leak)\s+(?:(?:posted|published|shared|written|found|circulating)\s+)?(?:on|in|from|by)\s+(?:an?|the)\s+(?:[\p{L}-]+\s){0,3}(?:website|site|forum|blog|board|platform|app|social network|group|channel|user|whistle-?blower|insider|employee|account)\b/iu,
  /(?:一(?:则|篇|个|條|条)|有|某)(?:[\p{sc=Han}A-Za-z]{0,8})(?:网站|論壇|论坛|网友|網友|贴吧|博主|知情人士|匿名用户|员工)(?:上)?(?:的)?(?:帖子|贴文|發文|发帖|爆料|发文|称|透露)/u,
];

/** The sources that a text credits for its story, in the order of the text; overlapping passages once. */
export function creditsOf(text: string): Credit[] {
  const head = text.slice(0, MAX_READ);
  const found: Credit[] = [];
  for (const patterns of [named(), CHINESE, DESCRIBED])
    for (const pattern of patterns) {
      const match = pattern.exec(head);
      if (match)
        found.push({
          start: match.index,
          end: match.index + match[0].length,
          name: patterns === DESCRIBED ? null : (match[1]?.replace(/(?<![.'’-])[.'’-]+$/u, "") ?? null),
        });
    }
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one, i, all) => !all.slice(0, i).some((other) => other.end > one.start))
    .slice(0, MAX_CREDITS);
}

/** The first outlet that the text reports as saying something, in its first paragraphs. */
export function outletIn(text: string, statements: Reading["statements"]): Credit | null {
  for (const { speaker, cue } of statements) {
    if (!speaker?.party.name || !cue || speaker.start >= MAX_READ) continue;
    const agency = OUTLET.exec(speaker.text);
    if (speaker.party.kind !== "outlet" && !agency) continue;
    const named = speaker.party.name.replace(/[《》“”「」]|报道$|報導$/gu, "");
    // Reading may take other words for the name of an agency; an article may be part of the name.
    const article =
      /(?:^|\s)((?:El|La|Le|Der|Die|Das) )$/u.exec(speaker.text.slice(0, Math.max(0, speaker.text.lastIndexOf(named))))?.[1] ?? "";
    const name = agency && !OUTLET.test(named) ? agency[0].trim() : article + named;
    return { start: Math.min(speaker.start, cue.start), end: Math.max(speaker.end, cue.end), name };
  }
  const match = GERMAN_REPORTS.exec(text.slice(0, MAX_READ));
  return match?.[1] && OUTLET.test(match[1]) ? { start: match.index, end: match.index + match[0].length, name: match[1] } : null;
}

/** A name as it stands in a host name: "Northern Wire" in northernwire.com, "Agence Rivière" in agence-riviere.fr. */
export const squeezed = (name: string) =>
  plain(name)
    .replace(/^the /, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
const plain = (name: string) => fold(name).normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a site is that of a named outlet, by its host name: "The New York Times" and nytimes.com, "Le Monde" and lemonde.fr, "Der Spiegel" and spiegel.de. */
export function isSiteOf(name: string, url: string | null): boolean {
  const bare = name.replace(/^(?:El|La|Le|Der|Die|Das) /u, "");
  if (bare !== name && isSiteOf(bare, url)) return true;
  const site = (hostOf(url)?.split(".") ?? []).slice(0, -1).filter((part) => part.length > 2);
  const parts = plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part && part !== "the");
  const whole = parts.join("");
  const initials = parts.map((part) => part[0]).join("");
  const last = parts.at(-1) ?? "";
  return site.some(
    (label) =>
      label === whole ||
      label === parts[0] ||
      label === `the${whole}` ||
      (whole.length > 3 &&
        label.length > 3 &&
        (label.startsWith(whole) || (whole.startsWith(label) && label.length * 3 > whole.length * 2))) ||
      (parts.length > 1 && (label === initials || label === `${initials.slice(0, -1)}${last}`)),
  );
}
