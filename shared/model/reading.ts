/** What reading finds in a document, as zod schemas: the answer of `POST /v1/read`, and what matching and relating work on. */
import * as z from "zod/mini";
import { Certainty, Party, PublishedTime, ResponseType, Role, Span, Stance, Standing } from "./model.ts";

/** What made a finding: the rule's name. The words that it went by are the finding's `cue`. */
const Rule = z.string();
export const StanceLabel = z.enum([...Stance.options, "unrelated"]);
/** Something said, who is said to have said it, and the words that show it. */
export const Statement = z.object({
  speaker: z.nullable(z.extend(Span, { party: Party })),
  cue: z.nullable(Span),
  content: Span,
  kind: z.enum(["direct", "indirect", "mixed"]),
  type: z.nullable(ResponseType),
  certainty: Certainty,
  hedges: z.array(z.string()),
  rule: Rule,
  /** Towards the claim that was asked about. */
  stance: z.optional(StanceLabel),
});
/** A proposition that a document puts forward, tells of or answers. */
export const ReadClaim = z.object({
  text: z.string(),
  quote: Span,
  stance: Stance,
  certainty: Certainty,
  hedges: z.array(z.string()),
  attributedTo: z.nullable(Party),
  cue: Span,
  rule: Rule,
});
/** An earlier appearance that a document only tells of. `claim` and `parent` are indices into the reading's lists. */
export const ReadReported = z.object({
  claim: z.int(),
  platform: z.nullable(z.string()),
  place: z.nullable(z.string()),
  url: z.nullable(z.string()),
  actor: Party,
  role: Role,
  stance: Stance,
  translated: z.boolean(),
  lang: z.nullable(z.string()),
  quote: z.nullable(Span),
  told: Span,
  cue: Span,
  rule: Rule,
  parent: z.nullable(z.int()),
  publishedAt: PublishedTime,
});
/** An act by a party towards a claim. `order` counts through reported documents and responses as the text tells them. */
export const ReadResponse = z.object({
  claim: z.int(),
  type: ResponseType,
  actor: Party,
  standing: Standing,
  quotes: z.array(Span),
  cue: Span,
  rule: Rule,
  told: Span,
  url: z.nullable(z.string()),
  publishedAt: PublishedTime,
});
export const Link = z.object({ url: z.string(), text: z.string(), start: z.nullable(z.int()) });
/** All that reading finds in one document. `order` lists reported documents and responses as the text tells them. */
export const Reading = z.object({
  document: z.object({
    title: z.nullable(z.string()),
    author: z.nullable(z.string()),
    site: z.nullable(z.string()),
    canonicalUrl: z.nullable(z.string()),
    original: z.nullable(z.string()).check(z.describe("The page of another site that this one names as the address of its original")),
    lang: z.string(),
    text: z.string(),
    publishedAt: z.nullable(PublishedTime),
    modifiedAt: z.nullable(PublishedTime),
    wireCredit: z.nullable(z.string()),
    links: z.array(Link),
  }),
  stance: z.optional(
    z.object({
      label: StanceLabel,
      scores: z.record(z.string(), z.number()),
      reasons: z.array(z.object({ name: z.string(), weight: z.number() })),
    }),
  ),
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
export type Reading = z.infer<typeof Reading>;
