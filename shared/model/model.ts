/**
 * The words of Whence as zod schemas: validation, row types, OpenAPI and the docs page come from here.
 * Input schemas are strict (an unknown field is an error); what we answer is described by plain objects.
 */
import * as z from "zod";
import { edgeTypes } from "../edges/index.ts";
import { responseTypes } from "../responses/index.ts";
import { canonicalUrl } from "../url.ts";
import { parseTime } from "./time.ts";
import { validationMessage } from "./validation-messages.ts";

/** Longest text that we store, in UTF-16 units: D1 refuses rows over 2,000,000 bytes, and a unit is up to 3 bytes. */
export const MAX_TEXT = 500_000;
/** Longest HTML that is read, in bytes of UTF-8: it is kept as one row. The slowest page measured took 1 s of CPU at 1.6 MB. */
export const MAX_HTML = 1_900_000;

z.config({ localeError: validationMessage });

/** Of one document. */
export const MAX_CATEGORIES = 20;

/** D1 gives lone surrogates back changed and cuts a text at NUL, so neither is taken. */
const wellFormed = (text: string) => text.isWellFormed() && !text.includes("\0");
const text = (max: number) => z.string().max(max).refine(wellFormed, { error: "must be well-formed Unicode without U+0000" });

export const Ref = text(200).min(1).describe("The caller's own name for a thing; sent again, it means the same thing");
export const Lang = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: "must be a BCP 47 language tag such as en or zh-CN" })
  .max(35);
export const Url = text(2048).refine((value) => canonicalUrl(value) !== null, {
  error: "must be an absolute http or https URL without credentials",
});
export const Id = z.string().regex(/^[dcstva][0-9a-z]{26}$/, { error: "is not an id of Whence" });

export const Kind = z.enum(["post", "comment", "article", "press_release", "fact_check", "transcript", "other"]);
export const Seen = z.enum(["observed", "reported"]);
export const Role = z.enum(["assert", "report", "respond", "evidence"]);
export const Stance = z.enum(["support", "deny", "query", "comment", "observe"]);
export const Certainty = z.enum(["certain", "somewhat", "uncertain", "unstated"]);
export const ClaimStatus = z.enum(["proposed", "open", "settled", "archived"]);
export const Visibility = z.enum(["private", "unlisted", "public"]);
export const State = z.enum(["suggested", "confirmed", "rejected"]);
export const Decision = z.enum(["linked", "suggested", "none"]);
export const Lane = z.enum(["first known", "spread", "responses"]);
export const ActorKind = z.enum(["person", "organisation", "outlet", "account", "anonymous", "unknown"]);
export const Standing = z.enum(["subject", "originator", "amplifier", "publisher", "third_party", "fact_checker", "regulator", "platform"]);
export const EdgeType = z.enum(edgeTypes);
export const Basis = z.enum(["platform", "link", "stated", "similarity", "time", "human"]);
export const ResponseType = z.enum(Object.keys(responseTypes) as [string, ...string[]]);
export const Scope = z.enum(["read", "ingest", "review", "admin"]);

export const TimePrecision = z.enum(["millisecond", "second", "minute", "hour", "day", "month", "year", "range", "unknown"]);
/** Kinds of evidence for a time, strongest first: law 1 of the design, "earliest known" ranks by this order. */
export const timeBases = ["id", "archive", "platform", "jsonld", "meta", "time", "url", "feed", "text", "human", "unknown"] as const;
export const TimeBasis = z.enum(timeBases);
/** When something was published, as far as it is known. `value` is EDTF; `earliest` and `latest` are ms since 1970, null = open. */
export const PublishedTime = z.object({
  value: z.string(),
  precision: TimePrecision,
  basis: TimeBasis,
  earliest: z.int().nullable(),
  latest: z.int().nullable(),
});

/** A passage: UTF-16 offsets into the text that it was found in. */
export const Span = z.object({ text: z.string(), start: z.int(), end: z.int() });
/** W3C Web Annotation TextQuoteSelector. */
export const Quote = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
/** A party as a text describes it; no identity is claimed by a name. */
export const Party = z.object({
  kind: ActorKind,
  name: z.string().nullable(),
  description: z.string().nullable(),
  role: z.string().nullable(),
  affiliation: z.string().nullable(),
});

/** Accepts `2025-04-08`, `2025-04-07T17:49:31Z` and other EDTF values that time.ts reads. */
const TimeInput = text(64).refine((value) => parseTime(value, "human") !== null, {
  error: "must be an RFC 3339 date-time with zone, a date (2025-04-08, 2025-04, 2025) or an EDTF interval, and not in the far future",
});

export const AuthorInput = z.strictObject({
  handle: text(256).min(1).optional(),
  name: text(256).optional(),
  id: text(256).min(1).optional().describe("The platform's own id of the account"),
  url: Url.optional(),
});
export const DocumentInput = z
  .strictObject({
    ref: Ref.optional(),
    kind: Kind.default("post"),
    platform: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, { error: "must be a lower-case name such as x, reddit or bluesky" })
      .optional(),
    platformId: text(256).min(1).optional().describe("The platform's own id, as text: such ids pass 2^53"),
    url: Url.optional(),
    author: AuthorInput.optional(),
    title: text(1000).optional(),
    text: text(MAX_TEXT).optional(),
    html: text(MAX_HTML)
      .refine((value) => value.length * 3 <= MAX_HTML || new TextEncoder().encode(value).length <= MAX_HTML, {
        error: `may have up to ${MAX_HTML} bytes of UTF-8`,
      })
      .optional(),
    lang: Lang.optional(),
    publishedAt: TimeInput.optional(),
    replyTo: text(2048).min(1).optional().describe("ref, id or URL of the document that this one answers"),
    repostOf: text(2048).min(1).optional(),
    quoteOf: text(2048).min(1).optional(),
    origin: z
      .strictObject({ name: text(256).min(1), url: Url.optional() })
      .optional()
      .describe("Who published it first, where a feed or an aggregator says so (the <source> of an RSS item)"),
    categories: z
      .array(text(100).min(1))
      .max(MAX_CATEGORIES)
      .optional()
      .describe("What its publisher files it under: Opinion, Press release"),
    wireCredit: text(256).min(1).optional().describe("The agency that it credits: AP, Reuters"),
  })
  .refine((d) => d.text !== undefined || d.html !== undefined || d.title !== undefined || d.repostOf !== undefined, {
    error: "needs text, html or title (or repostOf)",
  })
  .refine((d) => d.platformId === undefined || d.platform !== undefined, { error: "platformId needs platform", path: ["platform"] })
  .meta({ id: "DocumentInput" });

export const ClaimInput = z
  .strictObject({
    ref: Ref.optional(),
    text: text(2000).min(1),
    phrasings: z.array(text(2000).min(1)).max(50).default([]),
    lang: Lang.optional(),
    status: ClaimStatus.default("open"),
    visibility: Visibility.default("public"),
    subject: text(256).optional().describe("The party that the claim is about"),
  })
  .meta({ id: "ClaimInput" });
export const ClaimPatch = z
  .strictObject({
    text: text(2000).min(1).optional(),
    addPhrasings: z.array(text(2000).min(1)).max(50).optional(),
    status: ClaimStatus.optional(),
    visibility: Visibility.optional(),
    subject: text(256).optional(),
  })
  .meta({ id: "ClaimPatch" });
export const SightingInput = z
  .strictObject({
    claim: text(200).min(1).describe("id or ref of a claim"),
    document: text(2048).min(1).describe("id, ref or URL of a document"),
    role: Role.default("assert"),
    stance: Stance.default("support"),
    certainty: Certainty.default("unstated"),
    quote: text(5000).min(1).optional(),
    response: z
      .strictObject({
        type: ResponseType,
        standing: Standing,
        actor: z.strictObject({
          kind: ActorKind.default("person"),
          name: text(256).min(1),
          role: text(256).optional(),
          affiliation: text(256).optional(),
        }),
      })
      .optional()
      .describe("Set when the document is itself a party's response to the claim"),
  })
  .meta({ id: "SightingInput" });
export const JudgeInput = z
  .strictObject({
    claim: z.string().regex(/^c[0-9a-z]{26}$/, { error: "must be the id of a claim" }),
    document: z.string().regex(/^d[0-9a-z]{26}$/, { error: "must be the id of a document" }),
    id: z
      .string()
      .regex(/^s[0-9a-z]{26}$/, { error: "must be the id of a sighting" })
      .optional()
      .describe("Which sighting, where the document has several of the claim: a response"),
  })
  .meta({ id: "JudgeInput" });
const DocumentName = text(2048).min(1).describe("id, ref or URL of a document");
/** An edge by its two ends and its type: there is one. */
export const JudgeEdgeInput = z
  .strictObject({
    child: DocumentName,
    parent: DocumentName.nullable().describe("null: an unknown source"),
    type: EdgeType,
  })
  .meta({ id: "JudgeEdgeInput" });
export const EdgeInput = z
  .strictObject({
    ...JudgeEdgeInput.shape,
    quote: text(5000).min(1).optional().describe("The words of the child that show it"),
    note: text(1000).min(1).optional().describe("Why you say so: how the source was found"),
  })
  .meta({ id: "EdgeInput" });
export const ResolveInput = z
  .strictObject({
    to: DocumentName.nullable().describe("The document that we hold: id, ref or URL; null: none, what was said before is taken back"),
  })
  .meta({ id: "ResolveInput" });
export const VerdictInput = z
  .strictObject({
    publisher: text(256).min(1),
    label: text(200).min(1),
    url: Url,
    publishedAt: TimeInput.optional(),
    explanation: text(5000).optional(),
  })
  .meta({ id: "VerdictInput" });
/** One line of an import. */
export const ImportLine = z.discriminatedUnion("type", [
  ClaimInput.extend({ type: z.literal("claim") }),
  z.strictObject({ type: z.literal("document") }).extend(DocumentInput.shape),
  SightingInput.extend({ type: z.literal("sighting") }),
]);

export const ReadInput = z
  .strictObject({
    document: z.strictObject(DocumentInput.shape),
    about: z.strictObject({ text: text(5000).min(1) }).optional(),
    context: z
      .strictObject({
        root: z.strictObject({ text: text(MAX_TEXT) }).optional(),
        parent: z.strictObject({ text: text(MAX_TEXT) }).optional(),
      })
      .optional(),
  })
  .meta({ id: "ReadInput" });
export const MatchInput = z
  .strictObject({
    text: text(20_000).min(1),
    lang: Lang.optional(),
    limit: z.int().min(1).max(60).default(20),
  })
  .meta({ id: "MatchInput" });

export type Kind = z.infer<typeof Kind>;
export type Role = z.infer<typeof Role>;
export type Stance = z.infer<typeof Stance>;
export type Certainty = z.infer<typeof Certainty>;
export type State = z.infer<typeof State>;
export type Decision = z.infer<typeof Decision>;
export type Lane = z.infer<typeof Lane>;
export type Standing = z.infer<typeof Standing>;
export type Basis = z.infer<typeof Basis>;
export type Scope = z.infer<typeof Scope>;
export type TimeBasis = z.infer<typeof TimeBasis>;
export type PublishedTime = z.infer<typeof PublishedTime>;
export type Span = z.infer<typeof Span>;
export type Quote = z.infer<typeof Quote>;
export type Party = z.infer<typeof Party>;
export type DocumentInput = z.infer<typeof DocumentInput>;
export type ClaimInput = z.infer<typeof ClaimInput>;
export type ClaimPatch = z.infer<typeof ClaimPatch>;
export type SightingInput = z.infer<typeof SightingInput>;
export type VerdictInput = z.infer<typeof VerdictInput>;
export type ImportLine = z.infer<typeof ImportLine>;
export type ReadInput = z.infer<typeof ReadInput>;
