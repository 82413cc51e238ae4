/** Rows for testing rules: a plain sighting to change, and arbitrary ones with every field that a rule reads. */
import fc from "fast-check";
import { Basis, edgeTypes } from "../../../shared/model/edge.ts";
import { ResponseType, Standing } from "../../../shared/model/response.ts";
import { Certainty, Role, Stance } from "../../../shared/model/sighting.ts";
import { State } from "../../../shared/model/state.ts";
import { type PublishedTime, parseTime, timeBases, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import type { ResponseView, SightingView, TimelineInput } from "../../../shared/timeline/views.ts";
import { plainSighting } from "../../fixtures/sighting.ts";
import { storyInput } from "../../fixtures/timeline.ts";

export const at = (value: string, basis: PublishedTime["basis"] = "platform"): PublishedTime => {
  const time = parseTime(value, basis);
  if (!time) throw new Error(`not a time: ${value}`);
  return time;
};

/** An observed post that asserts the claim; its document is `d-` and its name. */
export function row(name: string, given: Partial<SightingView> = {}): SightingView {
  const published = given.published ?? UNKNOWN_TIME;
  return plainSighting(name, `d-${name}`, { at: published.earliest ?? 0, published, platform: "x", ...given });
}
export const parent = (
  name: string,
  basis: Basis = "platform",
  type: (typeof edgeTypes)[number] = "repost",
): NonNullable<SightingView["parent"]> => ({ documentId: `d-${name}`, label: name, type, basis, confidence: 1 });
export const teller = (name: string) => ({ documentId: `d-${name}`, label: name });

export function response(name: string, given: Partial<ResponseView> = {}): ResponseView {
  const published = given.published ?? UNKNOWN_TIME;
  return {
    id: name,
    at: published.earliest ?? 0,
    type: "denial",
    actor: { kind: "organisation", name: "Example Works", description: null, role: null, affiliation: null },
    standing: "subject",
    quotes: [],
    seen: "observed",
    state: "confirmed",
    published,
    documentId: `d-${name}`,
    toldBy: null,
    url: null,
    ...given,
  };
}

const BASE = Date.UTC(2025, 0, 1);
const bound = fc.option(fc.integer({ min: 0, max: 30 }));
const published = fc.tuple(bound, bound, fc.constantFrom(...timeBases)).map(([a, b, basis]): PublishedTime => {
  const [low, high] = a !== null && b !== null && a > b ? [b, a] : [a, b];
  const ms = (days: number | null) => (days === null ? null : BASE + days * 86_400_000);
  return { value: `${low}/${high}`, precision: "range", basis, earliest: ms(low), latest: ms(high) };
});
const name = fc.integer({ min: 0, max: 12 }).map((n) => `d-s${n}`);
const sighting = (id: string) =>
  fc
    .record({
      role: fc.constantFrom(...Role.options),
      stance: fc.constantFrom(...Stance.options),
      certainty: fc.constantFrom(...Certainty.options),
      state: fc.constantFrom(...State.options),
      seen: fc.constantFrom("observed" as const, "reported" as const),
      seenAt: fc.option(fc.integer({ min: BASE, max: BASE + 4e9 })),
      published,
      kind: fc.constantFrom("post", "article", "fact_check"),
      toldBy: fc.option(name.map((documentId) => ({ documentId, label: documentId }))),
      parent: fc.option(
        fc.record({
          documentId: fc.option(name),
          label: fc.constant("someone"),
          type: fc.constantFrom(...edgeTypes),
          basis: fc.constantFrom(...Basis.options),
          confidence: fc.constant(0.5),
        }),
      ),
      otherParents: fc.array(
        fc.record({
          documentId: fc.option(name),
          label: fc.constant("someone else"),
          type: fc.constantFrom(...edgeTypes),
          basis: fc.constantFrom(...Basis.options),
          confidence: fc.constant(0.5),
        }),
        { maxLength: 2 },
      ),
      accountId: fc.option(fc.constantFrom("a1", "a2")),
      family: fc.option(fc.constantFrom("f1", "f2")),
      textId: fc.option(fc.constantFrom("r1", "r2")),
      wireCredit: fc.option(fc.constantFrom("AP", "Reuters"), { freq: 4 }),
      excerpt: fc.option(fc.constantFrom("short", "a text of many more words than eight in all of it")),
    })
    .map((given) => row(id, given));

/** A timeline's input of up to 12 sightings, with a response for each that responds. */
export const timelineInput: fc.Arbitrary<TimelineInput> = fc
  .integer({ min: 0, max: 12 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => sighting(`s${i}`))))
  .chain((sightings) =>
    fc
      .tuple(
        ...sightings.map(() =>
          fc.record({ type: fc.constantFrom(...ResponseType.options), standing: fc.constantFrom(...Standing.options) }),
        ),
      )
      .map((given) => ({
        ...storyInput,
        sightings,
        responses: sightings.flatMap((s, i) => {
          if (s.role !== "respond") return [];
          const { id, seen, state, documentId, toldBy, published: time } = s;
          return [response(id, { ...given[i], at: s.at, seen, state, documentId, toldBy, published: time })];
        }),
      })),
  );
