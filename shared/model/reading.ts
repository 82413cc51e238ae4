/** What reading finds in a document, as zod schemas: the answer of `POST /v1/read`, and the input of matching and relating. */
import * as z from "zod";
import { DocumentInput, MAX_TEXT } from "./document.ts";
import { text } from "./fields.ts";
import { Party } from "./party.ts";
import { Span } from "./quote.ts";
import { ResponseType, Standing } from "./response.ts";
import { Certainty, Role, Stance } from "./sighting.ts";
import { PublishedTime } from "./time.ts";

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

/** The name of the rule that made a finding. The words that the finding rests on are its `cue`. */
const Rule = z.string();
export const StanceLabel = z.enum([...Stance.options, "unrelated"]);
/** A statement, its speaker, and the words that attribute it. */
export const Statement = z.object({
  speaker: Span.extend({ party: Party }).nullable(),
  cue: Span.nullable(),
  content: Span,
  kind: z.enum(["direct", "indirect", "mixed"]),
  type: ResponseType.nullable(),
  certainty: Certainty,
  hedges: z.array(z.string()),
  rule: Rule,
  /** Towards the claim in `about`. */
  stance: StanceLabel.optional(),
});
/** A proposition that a document asserts, reports or answers. */
export const ReadClaim = z.object({
  text: z.string(),
  quote: Span,
  stance: Stance,
  certainty: Certainty,
  hedges: z.array(z.string()),
  attributedTo: Party.nullable(),
  cue: Span,
  rule: Rule,
});
/** An earlier appearance that a document reports. `claim` and `parent` are indices into the reading's lists. */
export const ReadReported = z.object({
  claim: z.int(),
  platform: z.string().nullable(),
  place: z.string().nullable(),
  url: z.string().nullable(),
  actor: Party,
  role: Role,
  stance: Stance,
  translated: z.boolean(),
  lang: z.string().nullable(),
  quote: Span.nullable(),
  passage: Span,
  cue: Span,
  rule: Rule,
  parent: z.int().nullable(),
  publishedAt: PublishedTime,
});
/** An act by a party towards a claim. */
export const ReadResponse = z.object({
  claim: z.int(),
  type: ResponseType,
  actor: Party,
  standing: Standing,
  quotes: z.array(Span),
  cue: Span,
  rule: Rule,
  passage: Span,
  url: z.string().nullable(),
  publishedAt: PublishedTime,
});
export const Link = z.object({ url: z.string(), text: z.string(), start: z.int().nullable() });
/** A claim that a page rates, with the rating in the page's words and the places where the claim appeared. */
export const Review = z.object({ claim: z.string(), label: z.string(), appearances: z.array(z.string()) });
/** All findings in one document. `order` lists reported documents and responses in the order of the text. */
export const Reading = z.object({
  document: z.object({
    title: z.string().nullable(),
    author: z.string().nullable(),
    site: z.string().nullable(),
    /** The name that the page states, never its own source. `site` is what the sender gives, else this. */
    siteName: z.string().nullish(),
    canonicalUrl: z.string().nullable(),
    original: z.string().nullable().describe("The page of another site that this one states as its canonical URL"),
    lang: z.string(),
    text: z.string(),
    publishedAt: PublishedTime.nullable(),
    modifiedAt: PublishedTime.nullable(),
    wireCredit: z.string().nullable(),
    links: z.array(Link),
    reviews: z.array(Review).optional().describe("What it rates, in its ClaimReview or in its text"),
  }),
  stance: z
    .object({
      label: StanceLabel,
      scores: z.record(z.string(), z.number()),
      sure: z.boolean().describe("It may be told of the author by name"),
      reasons: z.array(z.object({ name: z.string(), weight: z.number() })),
    })
    .optional(),
  statements: z.array(Statement),
  claims: z.array(ReadClaim),
  reported: z.array(ReadReported),
  responses: z.array(ReadResponse),
  order: z.array(z.object({ list: z.enum(["reported", "responses"]), index: z.int() })),
});

export type StanceLabel = z.infer<typeof StanceLabel>;
export type Statement = z.infer<typeof Statement>;
export type ReadClaim = z.infer<typeof ReadClaim>;
export type ReadReported = z.infer<typeof ReadReported>;
export type ReadResponse = z.infer<typeof ReadResponse>;
export type Link = z.infer<typeof Link>;
export type Review = z.infer<typeof Review>;
export type Reading = z.infer<typeof Reading>;
export type ReadInput = z.infer<typeof ReadInput>;
