/** Hostile strings of our own: escapes from text, attributes, addresses, styles and scripts, and text with deceptive direction marks. */
import { existsSync, readFileSync } from "node:fs";
import type { Page as Tab } from "playwright-core";
import type { Timeline } from "../../../shared/timeline/views.ts";
import type { Page } from "../../../workers/pages/ui/html.ts";
import { evaluation } from "../../support/evaluation.ts";
import { type Site, visit } from "./chrome.ts";
import { quote, sampleTimeline, when } from "./sample.ts";

const js = "window.__pwned=1";
const breakouts = ["", '"', "'", '">', "'>", "</bdi>", "</p>", "</title>", "</textarea>", "</style>", "</script>", "-->", "]]>", "\\", "`"];
const payloads = [
  `<script>${js}</script>`,
  `<img src=x onerror=${js}>`,
  `<svg onload=${js}>`,
  `<iframe srcdoc="<script>parent.${js}</script>">`,
  `<style>*{background:url(//evil.example/x)}</style>`,
];
const attributes = ['" onmouseover="', "' onfocus='", " autofocus onfocus=", '" style="position:fixed;inset:0" x="', '" srcdoc="'].map(
  (a) => `${a}${js}`,
);
const addresses = [
  `javascript:${js}`,
  `JaVaScRiPt:${js}`,
  `java\nscript:${js}`,
  ` javascript:${js}`,
  `data:text/html,<script>${js}</script>`,
  `vbscript:${js}`,
  "file:///etc/passwd",
  `https://a.example/"onclick="${js}`,
  `https://user:pass@a.example/<script>${js}</script>`,
  "//evil.example/x",
];
const lies = [
  "he said it is \u202Eeurt ton\u202C",
  "\u2067deny\u2066 it\u2069",
  "\u202Aopen",
  "\u05E9\u05DC\u05D5\u05DD 5 < 6",
  "a\u0000b\u0007c\u001B[31m",
  "\uFEFF\u200B\u200D",
  "x".repeat(5000),
  "Z\u0351\u036B".repeat(500),
  "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}".repeat(200),
  "lone \uD800 surrogate",
];
const templates = [
  `\${${js}}`,
  `{{constructor.constructor('${js}')()}}`,
  `<%= ${js} %>`,
  `&lt;script&gt;${js}`,
  `&#60;script&#62;${js}`,
  "<!--",
  "<![CDATA[",
  "<base href=//evil.example>",
  `<meta http-equiv=refresh content="0;url=//evil.example">`,
  "<link rel=stylesheet href=//evil.example/x.css>",
  `<form action=//evil.example><button autofocus>`,
  `<details open ontoggle=${js}>`,
  `<a href="javascript:${js}">x</a>`,
  "__proto__",
  "constructor",
  "hasOwnProperty",
];

export const hostileStrings: string[] = [
  ...breakouts.flatMap((out) => payloads.slice(0, 4).map((payload) => `${out}${payload}`)),
  ...payloads.slice(4),
  ...attributes,
  ...addresses,
  ...lies,
  ...templates,
];

/** The sample with one hostile string in every field that holds words, names, addresses or tags of a source. */
export function hostileTimeline(s: string): Timeline {
  const base = sampleTimeline();
  const party = { kind: "person" as const, name: s, description: s, role: s, affiliation: s };
  const told = { documentId: s, label: s };
  const events = base.events.map((e) => ({
    ...e,
    author: e.author === null ? null : s,
    title: s,
    excerpt: s,
    url: s,
    place: s,
    platform: e.platform === "reddit" ? s : e.platform,
    kind: e.kind === "comment" ? s : e.kind,
    lang: s,
    method: s,
    hedges: [s],
    quote: quote(s),
    attributedTo: party,
    toldBy: e.toldBy && told,
    parent: e.parent && { ...e.parent, label: s },
    response: e.response && { ...e.response, actor: party, quotes: [s, s], url: s, toldBy: told, type: e.response.type },
  }));
  return {
    ...base,
    events,
    claim: { ...base.claim, text: s, lang: s, phrasings: [s], subject: s, ref: s },
    verdicts: [{ id: "v", publisher: s, label: s, url: s, published: when("2025-04-09"), explanation: s }],
    independence: { min: 1, max: 2, of: 2, reasons: [{ documentIds: [s], more: 0, derived: 1, cause: { kind: "publisher", name: s } }] },
    coverage: { watched: [{ name: s, since: 0 }], unseen: [{ kind: "firstUnseen", reportedBy: s }] },
  };
}

export const STRINGS = evaluation("hostile/strings.jsonl");

/**
 * Strings of the evaluation folder, none where it is missing: so many cross-site scripting payloads, evenly drawn; or all there are, of every kind.
 */
export function evalStrings(sample: number | null): string[] {
  if (!existsSync(STRINGS)) return [];
  const all = readFileSync(STRINGS, "utf8")
    .split("\n")
    .filter((line) => (sample === null ? line : line.includes('"patt-xss"')))
    .map((line) => (JSON.parse(line) as { s: string }).s);
  if (sample === null) return [...new Set(all)];
  const step = Math.max(1, Math.floor(all.length / sample));
  return all.filter((_, i) => i % step === 0).slice(0, sample);
}

/**
 * Harmless text of several lengths, where a name is cut may decide whether the place repeats it; and of both directions, as the marks of a quote stand
 * where its words begin.
 */
export const harmless = [
  ...[1, 5, 7, 12, 40, 400].flatMap((n) => ["plain words ", "מילים פשוטות "].map((words) => words.repeat(n).trim())),
  "!?",
  "words",
  "מילים",
  "y",
  "א",
];
/** A web address becomes a link, hidden marks get a note, and text that is blank or control characters alone leaves its line out. */
export const hasOtherShape = (s: string): boolean =>
  /^[\s/]*https?:|^\/|[\u202A-\u202E\u2066-\u2069]/i.test(s) || s.replace(/\p{Cc}/gu, "").trim() === "";

/** The elements of pages, each with its parent; attributes that run or style; links to anything but http(s) and our own pages. */
export function shapesOf(tab: Tab, pages: string[]): Promise<{ shape: string; bad: string[]; links: string[] }[]> {
  return tab.evaluate(
    (htmls) => {
      const parser = new DOMParser();
      return htmls.map((html) => {
        const doc = parser.parseFromString(html, "text/html");
        // Where a name may break (`breakable`) hangs on its length and its signs.
        const elements = [...doc.querySelectorAll("*")].filter((el) => !el.matches(".ans b > wbr") || el.attributes.length > 0);
        const bad = elements.flatMap((el) => [...el.attributes]).filter((a) => /^on|^style$|^srcdoc$/.test(a.name));
        const links = [...doc.querySelectorAll("a[href]")].map((a) => a.getAttribute("href") ?? "");
        return {
          shape: elements.map((el) => `${el.tagName}/${el.parentElement?.tagName}`).join(" "),
          bad: bad.map((a) => a.name),
          links: links.filter((href) => !/^(https?:\/\/|#|\/(?!\/))/.test(href)),
        };
      });
    },
    pages.map((html) => html.replace(/<style>[^<]*<\/style>/, "<style></style>")),
  );
}

/** What a page of ours asks for by itself: files of ours, and in the workspace the claim's own embed. */
const OWN =
  /^\/(?:favicon\.ico|(?:desk|story|reader|claim|pages|people)\.css|(?:add|claim|code|desk|embed|hosts)\.js|embed\/c[0-9a-z]{26}\?preview=1)$/;

/** A tab in which every alarm is heard: dialogs, requests beside the page itself, violations of its policy, scripts that ran (window.__pwned). */
export async function alarmed(site: Site): Promise<{ tab: Tab; alarmsOf(page: Page): Promise<string[]> }> {
  const tab = await site.tab({ viewport: { width: 640, height: 800 } });
  let alarms: string[] = [];
  tab.on("dialog", (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on("request", (request) => {
    if (!request.url().startsWith(`${site.origin}/page`) && !OWN.test(request.url().slice(site.origin.length)))
      alarms.push(`request ${request.url()}`);
  });
  await tab.addInitScript(() => {
    addEventListener("securitypolicyviolation", (e) => {
      (globalThis as { __csp?: string }).__csp = `${e.violatedDirective} ${e.blockedURI} ${e.sample}`;
    });
  });
  return {
    tab,
    async alarmsOf(page) {
      alarms = [];
      site.pages.set("/page", page);
      await visit(tab, `${site.origin}/page`);
      const found = await tab.evaluate(() => {
        const { __csp, __pwned } = globalThis as { __csp?: string; __pwned?: number };
        return [__csp && `violation ${__csp}`, __pwned && "a script ran"].filter((x) => typeof x === "string");
      });
      return [...alarms, ...found];
    },
  };
}
