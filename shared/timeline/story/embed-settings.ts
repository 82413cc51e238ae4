/** How a newsroom shows a claim's story: its own words, its look, and which events it picks. Kept with the claim. */
import * as z from "zod";
import { Id, Lang, text } from "../../model/fields.ts";

/** Maximum number of words of the newsroom's own sentence. */
const MAX_SENTENCE_WORDS = 45;
/** Maximum size in bytes of a logo and of a thumbnail, which are part of the embed itself. */
const MAX_LOGO_BYTES = 8_192;
const MAX_THUMB_BYTES = 4_096;
/** The backgrounds of the embed, light and dark, and the contrast that an accent needs on both (WCAG 1.4.11). */
const GROUNDS = ["#ffffff", "#131519"];
const MIN_CONTRAST = 3;

/** Relative luminance of a colour `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** The contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const image = (types: string, maxBytes: number) =>
  z
    .string()
    .max(Math.ceil((maxBytes * 4) / 3) + 40)
    .regex(new RegExp(`^data:image/(?:${types});base64,[A-Za-z0-9+/]+={0,2}$`), {
      error: `must be a data: address of type ${types.replaceAll("\\", "").replaceAll("|", " or ")}, in base64, of at most ${maxBytes} bytes`,
    });
const Accent = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #c8324f", abort: true })
  .refine((colour) => GROUNDS.every((ground) => contrast(colour, ground) >= MIN_CONTRAST), {
    error: `must have a contrast of at least ${MIN_CONTRAST}:1 to the paper, light (#ffffff) and dark (#131519)`,
  });

/** Sections of the claim page whose titles a newsroom may write itself. */
export const storySections = ["answers", "who", "where", "changes", "sources", "all"] as const;

/** Settings that the address of one embed may also give: they change the look, and put no words under our name. */
const look = {
  accent: Accent.describe("Colour of the rule on top and of the note's bar, #rrggbb"),
  lead: z.int().min(0).max(20).describe("Events that stand open besides the responses, which always do"),
  compact: z.boolean().describe("Ends after the picture"),
  order: z.enum(["oldest", "newest", "pins"]).describe("Which event the list begins with; pins: the pinned ones in their order"),
  font: z.enum(["serif", "sans"]).describe("Of headline and quotations"),
  theme: z.enum(["auto", "light", "dark"]),
  background: z.enum(["paper", "none"]).describe("none: the host page shows through"),
  lang: Lang.describe("Language of our words; without it the reader's own"),
  tz: z
    .string()
    .max(64)
    .regex(/^[A-Za-z][\w+/-]*$/, { error: "must be an IANA time zone" })
    .describe("Time zone in which times are shown"),
};
const words = {
  headline: text(120).min(1).describe("Instead of the claim, which then stands below it"),
  kicker: text(40).min(1).describe("Above the headline"),
  sentence: text(600)
    .min(1)
    .refine((said) => said.split(/\s+/).length <= MAX_SENTENCE_WORDS, { error: `must have at most ${MAX_SENTENCE_WORDS} words` })
    .describe("Instead of our sentence under the headline"),
  note: text(400).min(1).describe("A note of the editors; the first http(s) address in it becomes a link"),
  credit: text(80).min(1).describe("Who publishes it, in the footer"),
  logo: image("svg\\+xml|png", MAX_LOGO_BYTES).describe("An image of your own, shown in the footer"),
  short: z
    .record(text(200).min(1), text(18).min(1))
    .refine((names) => Object.keys(names).length <= 30, { error: "must have at most 30 names" })
    .describe("Short names of parties, by their name or affiliation, for flags and answers"),
  titles: z.partialRecord(z.enum(storySections), text(90).min(1)).describe("Titles of sections of the claim page"),
};
const picks = {
  pins: z.array(Id).max(20).describe("Events that always stand open, in their order: ids of sightings"),
  hide: z.array(Id).max(200).describe("Events that are left out of the list: ids of sightings. A response is never left out"),
  thumbs: z
    .array(z.strictObject({ event: Id, image: image("png|jpeg|webp", MAX_THUMB_BYTES), alt: text(200).min(1) }))
    .max(6)
    .describe("Small pictures beside events, 84 × 63 px, each with its words for those who do not see it"),
};

const EmbedLook = z.strictObject(look).partial();
export const EmbedSettings = z
  .strictObject({ ...words, ...picks, ...look })
  .partial()
  .meta({ id: "EmbedSettings" });
/** Given fields replace the stored ones; null removes one. */
export const EmbedPatch = z
  .strictObject(Object.fromEntries(Object.entries({ ...words, ...picks, ...look }).map(([name, field]) => [name, field.nullable()])))
  .partial()
  .meta({ id: "EmbedPatch" });

export type EmbedSettings = z.infer<typeof EmbedSettings>;
type EmbedLook = z.infer<typeof EmbedLook>;

/** The settings after a patch. */
export function patchedSettings(before: EmbedSettings, patch: Readonly<Record<string, unknown>>): EmbedSettings {
  const merged = Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null && value !== undefined);
  return EmbedSettings.parse(Object.fromEntries(merged));
}

/** Fields whose values are words, and where the words are. */
const TEXTS = ["headline", "kicker", "sentence", "note", "credit"] as const;

/** Settings without words and pictures, to show a moment before these were written. */
export function withoutWords(settings: EmbedSettings): EmbedSettings {
  const { hide } = settings;
  const own = Object.fromEntries(Object.entries(settings).filter(([name]) => name in look));
  return { ...own, ...(hide && { hide }) };
}

/** Settings without the texts that `mayStay` rejects, and without the pictures of the events given. */
export function clearedSettings(settings: EmbedSettings, events: ReadonlySet<string>, mayStay: (words: string) => boolean): EmbedSettings {
  const { thumbs, titles, short, ...rest } = settings;
  const kept = <T extends object>(of: T | undefined) =>
    of && Object.fromEntries(Object.entries(of).filter(([name, words]) => mayStay(`${name} ${words}`)));
  const gone = TEXTS.filter((name) => !mayStay(settings[name] ?? ""));
  return patchedSettings(rest, {
    ...Object.fromEntries(gone.map((name) => [name, null])),
    thumbs: thumbs?.filter(({ event, alt }) => !events.has(event) && mayStay(alt)),
    titles: kept(titles),
    short: kept(short),
  });
}

/** The look that an address asks for. Fields that are not valid are left out. */
export function lookAsked(query: Readonly<Record<string, string>>): EmbedLook {
  const wanted: Record<string, unknown> = { ...query };
  if (query["lead"] !== undefined) wanted["lead"] = Math.min(20, Math.max(0, Math.trunc(Number(query["lead"])) || 0));
  if (query["compact"] !== undefined) wanted["compact"] = query["compact"] === "1" || query["compact"] === "true";
  const found = Object.entries(look).flatMap(([name, field]) => {
    const parsed = field.safeParse(wanted[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return EmbedLook.parse(Object.fromEntries(found));
}
