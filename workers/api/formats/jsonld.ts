import { claimReviewOf } from "../../../shared/html/claim-review.ts";
import { isNamedSource } from "../../../shared/model/id.ts";
import { unstated } from "../../../shared/model/time.ts";
import type { Format } from "./format.ts";
import { agentType, dateOf, type Event, instantOf, ofDocuments, urlOf, whoOf, wordsOf } from "./words.ts";

const TYPES: Record<string, string> = { post: "SocialMediaPosting", comment: "Comment", article: "NewsArticle", fact_check: "NewsArticle" };

/** The author of a document, if known: a person, or the publisher of an article without a name. Who is only named or described is a credit. */
function authorOf(e: Event): object {
  const type = agentType(e);
  if (type) return { author: { "@type": type, name: whoOf(e) } };
  return e.author || isNamedSource(e.document) ? { creditText: whoOf(e) } : {};
}
/** An appearance of the claim. It has no date if none is known well enough. */
function workOf(e: Event): object {
  const url = urlOf(e);
  const date = instantOf(e) ?? dateOf(e);
  const text = wordsOf(e);
  return {
    "@type": TYPES[e.kind] ?? "CreativeWork",
    url: url ?? undefined,
    headline: e.title || undefined,
    datePublished: date ?? undefined,
    ...authorOf(e),
    inLanguage: (!e.translated && e.lang) || undefined,
    text: text || undefined,
  };
}

/** Whether a document makes or reports the claim: what denies it, asks about it or rates it is no appearance of it. */
const makesClaim = ({ role, kind, stance }: Event): boolean =>
  role !== "respond" && kind !== "fact_check" && (stance === "support" || stance === "observe");

/** Maximum number of appearances in each review; the claim has all of them. */
const MAX_APPEARANCES = 10;

/** schema.org: a Claim with its appearances, and a ClaimReview for each rating that a third party published. Whence rates nothing. */
export const jsonld: Format = {
  label: "schema.org",
  suffix: "jsonld",
  type: "application/ld+json; charset=utf-8",
  write: ({ claim, firstKnown, events, verdicts }, { baseUrl }) => {
    const id = `${baseUrl}/c/${claim.id}`;
    const first = events.find((e) => e.id === firstKnown?.eventId);
    const appearances = ofDocuments(events).filter((e) => e.id !== first?.id && makesClaim(e));
    return JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        {
          "@type": "Claim",
          "@id": id,
          url: id,
          text: claim.text,
          inLanguage: claim.lang || undefined,
          firstAppearance: first && workOf(first),
          appearance: appearances.length ? appearances.map(workOf) : undefined,
        },
        ...verdicts.map(({ publishedAt, ...verdict }) =>
          claimReviewOf(
            id,
            claim.text,
            { ...verdict, published: unstated(publishedAt) },
            {
              ...(first && { firstAppearance: workOf(first), datePublished: dateOf(first) ?? undefined }),
              appearance: appearances.length ? appearances.slice(0, MAX_APPEARANCES).map(workOf) : undefined,
            },
          ),
        ),
      ],
    });
  },
};
