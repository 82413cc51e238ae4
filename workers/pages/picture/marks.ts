/** Marks of the lanes, and icons for kinds of places. Colour never stands alone: a shape and a word go with it. */
import type { StoryAnswer } from "../../../shared/i18n/index.ts";
import type { TimelineEvent } from "../../../shared/timeline/views.ts";
import { html, type Markup, nothing } from "../ui/html.ts";

export type LaneName = StoryAnswer["lane"];
export type MarkState = StoryAnswer["mark"];

const STATES: Record<MarkState, string> = { full: "", hollow: " o", range: " u" };
/** A lane's mark as a small box: circle, square or diamond; hollow if uncertain, dashed if its time is a range. */
export function mark(lane: LaneName, state: MarkState = "full"): Markup {
  return html`<span class="m ${lane}${STATES[state]}"></span>`;
}

/** Icons of 12 × 12 px, drawn for Whence: never a logo, and always beside the word. */
const GLYPHS = {
  post: "M1.5 2h9v6h-5l-2.5 2.5V8H1.5z",
  forum: "M1.5 2.5h7M3.5 6h7M3.5 9.5h5",
  video: "M1.5 2.5h9v7h-9zM5 4.5v3L7.5 6z",
  channel: "M1.5 5v2l7 3V2zM8.5 4.5a1.6 1.6 0 0 1 0 3M3 7.5V10h2V8.4",
  article: "M2.5 1.5h7v9h-7zM4.3 4h3.4M4.3 6h3.4M4.3 8h2",
  statement: "M2 10.5v-9h8L8 4l2 2.5H2",
  check: "M7.3 7.3l3.2 3.2M8.3 4.9A3.4 3.4 0 1 1 1.5 4.9a3.4 3.4 0 0 1 6.8 0z",
} as const;
type GlyphName = keyof typeof GLYPHS;

const FORUMS = new Set(["reddit", "hackernews", "lemmy", "4chan", "discord"]);
const VIDEOS = new Set(["youtube", "tiktok", "vimeo", "rumble", "bilibili"]);
const CHANNELS = new Set(["telegram", "whatsapp", "wechat"]);

/** The icon for a document: by its kind, for posts by their platform. */
export function glyphOf({ kind, platform, place }: Pick<TimelineEvent, "kind" | "platform" | "place">): GlyphName {
  if (kind === "fact_check") return "check";
  if (kind === "press_release") return "statement";
  if (kind === "article") return "article";
  if (platform && VIDEOS.has(platform)) return "video";
  if (platform && CHANNELS.has(platform)) return "channel";
  return kind === "comment" || (platform ? FORUMS.has(platform) : place !== null) ? "forum" : "post";
}

/**
 * Collects what the pictures of a page share: the icons that they use, and positions as style rules. No element then needs a style attribute, and
 * the page's policy can name the rules by their hash.
 */
export class GlyphSheet {
  readonly #used = new Set<GlyphName>();
  readonly #rules = new Map<string, string>();
  /** An icon, hidden from screen readers. */
  use(name: GlyphName): Markup {
    this.#used.add(name);
    return html`<svg class=g aria-hidden=true><use href="#g-${name}" /></svg>`;
  }
  /** A class for declarations such as "--x:12.5;top:22px". Only computed numbers, never text from outside. */
  place(declarations: string): string {
    const known = this.#rules.get(declarations);
    if (known) return known;
    const name = `p${this.#rules.size}`;
    this.#rules.set(declarations, name);
    return name;
  }
  /** The definitions of the icons, once per page. Call it after everything that uses them was rendered. */
  definitions(): Markup {
    if (this.#used.size === 0) return nothing;
    return html`<svg width=0 height=0 class=defs aria-hidden=true>${[...this.#used].map(
      (name) => html`<symbol id="g-${name}" viewBox="0 0 12 12"><path d="${GLYPHS[name]}" /></symbol>`,
    )}</svg>`;
  }
  /** The rules of style, for a style element in the page's head; "" for none. */
  rules(): string {
    return [...this.#rules].map(([declarations, name]) => `.${name}{${declarations}}`).join("");
  }
}
