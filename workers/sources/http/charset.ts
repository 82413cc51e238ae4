/** Decodes bytes to text as browsers do: by BOM, then the header, then a declaration in the first 1,024 bytes, then UTF-8, then a guess. */

/** How many bytes from the start a declaration in HTML may be (WHATWG HTML, "prescan a byte stream"). */
const PRESCAN = 1024;

/**
 * The text of a body. Only encodings of the WHATWG Encoding Standard are known, so UTF-7 and the like stay ASCII. An unknown or missing label means
 * UTF-8, with U+FFFD for invalid bytes. If the bytes clearly contradict the declaration, the bytes count. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const encoding = encodingOf(bytes, contentType);
  if (encoding !== "utf-8") return new TextDecoder(SINGLE_BYTE.test(encoding) && isUtf8(bytes) ? "utf-8" : encoding).decode(bytes);
  const text = new TextDecoder().decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  // If a text in UTF-8 was cut or patched, most of its non-ASCII characters are still valid.
  if (wrong < MIN_WRONG || wrong * 2 <= (text.match(/[^\0-\x7f]/g)?.length ?? 0)) return text;
  return new TextDecoder(likely(bytes)).decode(bytes);
}

/** Fewer invalid characters say nothing about the encoding. */
const MIN_WRONG = 3;
/** Encodings in which all bytes are valid. */
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm866)/;

/** Whether bytes are valid UTF-8 with characters beyond ASCII: text in another encoding is not so by chance. */
function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte >= 0x80)) return false;
  try {
    // A text that was cut may end within a character.
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** How far (bytes) into a page that is not UTF-8 a late declaration is searched for. */
const LATE = 20_000;
/** The usual encoding of old pages by language, as browsers have it. */
const LOCALES: [RegExp, string][] = [
  [/^zh-(?:tw|hk|mo|hant)/, "big5"],
  [/^zh/, "gb18030"],
  [/^ja/, "shift_jis"],
  [/^ko/, "euc-kr"],
  [/^(?:ru|uk|be|bg|mk|sr|kk)/, "windows-1251"],
  [/^(?:pl|cs|sk|hu|sl|hr|bs|ro|sq)/, "windows-1250"],
  [/^el/, "windows-1253"],
  [/^tr/, "windows-1254"],
  [/^he/, "windows-1255"],
  [/^(?:ar|fa|ur)/, "windows-1256"],
  [/^(?:lt|lv|et)/, "windows-1257"],
  [/^vi/, "windows-1258"],
  [/^th/, "windows-874"],
];

/** The likely encoding of a page that is declared as UTF-8, or as nothing, and is not. */
function likely(bytes: Uint8Array): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, LATE));
  const late = known(/<meta\s[^<>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null);
  if (late && !late.startsWith("utf-")) return late;
  const lang = /<html\b[^<>]{0,300}?\slang=["']?([\w-]{2,20})/i.exec(head)?.[1]?.toLowerCase() ?? "";
  return LOCALES.find(([tag]) => tag.test(lang))?.[1] ?? "windows-1252";
}

/** The encoding by which a body is read: its name in the Encoding Standard, lower case. */
export function encodingOf(bytes: Uint8Array, contentType: string | null): string {
  return bomOf(bytes) ?? known(headerCharset(contentType)) ?? declared(bytes) ?? "utf-8";
}

function bomOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

function headerCharset(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*(?:["']\s*)?([^\s"';,]{1,40})/i.exec((contentType ?? "").slice(0, 500))?.[1] ?? null;
}

/** The encoding of a label; null if there is none, or if the Standard replaces it by an error (ISO-2022-KR, HZ). */
function known(label: string | null): string | null {
  if (!label) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** The encoding that an XML declaration or a `<meta>` names; null if neither names a known one. */
function declared(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return "utf-16be";
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, PRESCAN));
  const xml = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([^\s"'>]{1,40})/i.exec(head);
  const label = known(xml?.[1] ?? null) ?? metaCharset(head);
  // It was read as ASCII, so it is not UTF-16; and x-user-defined in a meta is windows-1252 (both by the Standard).
  if (label?.startsWith("utf-16")) return "utf-8";
  return label === "x-user-defined" ? "windows-1252" : label;
}

/** The first `<meta>` with a known charset. Comments, other tags and their attribute values are skipped. */
function metaCharset(head: string): string | null {
  for (let at = head.indexOf("<"); at >= 0; at = head.indexOf("<", at)) {
    if (head.startsWith("<!--", at)) {
      // `<!-->` is a whole comment.
      const end = head.indexOf("-->", at + 2);
      if (end < 0) return null;
      at = end + 3;
    } else if (/^<[!/?]/.test(head.slice(at, at + 2)) && !/^<\/[a-z]/i.test(head.slice(at, at + 3))) {
      const end = head.indexOf(">", at);
      if (end < 0) return null;
      at = end + 1;
    } else {
      const name = /^<\/?([a-z][^\s/>]*)/i.exec(head.slice(at, at + 100));
      if (!name) {
        at++;
        continue;
      }
      const tag = attributes(head, at + name[0].length);
      if (!tag) return null;
      at = tag.end;
      if (/^meta$/i.test(name[1] ?? "") && head[at - 1] === ">" && !name[0].startsWith("</")) {
        const found = known(charsetOf(tag.values));
        if (found) return found;
      }
    }
  }
  return null;
}

function charsetOf(values: Map<string, string>): string | null {
  const charset = values.get("charset");
  if (charset !== undefined) return charset.trim();
  if (values.get("http-equiv")?.toLowerCase() !== "content-type") return null;
  const content = values.get("content") ?? "";
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(content);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? "").trim() || null;
}

/** A tag's attributes by lower-case name, the first of a name; null if the tag does not end within the text. */
function attributes(head: string, from: number): { values: Map<string, string>; end: number } | null {
  const values = new Map<string, string>();
  const one = /[\s/]*(?:(>)|([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*))?)?|[="'])/y;
  one.lastIndex = from;
  for (let match = one.exec(head); match; match = one.exec(head)) {
    if (match[1]) return { values, end: one.lastIndex };
    const name = match[2]?.toLowerCase();
    if (name && !values.has(name)) values.set(name, match[3] ?? match[4] ?? match[5] ?? "");
    if (one.lastIndex >= head.length) return null;
  }
  return null;
}
