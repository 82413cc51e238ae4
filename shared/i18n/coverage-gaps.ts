import { isoDate } from "../iso.ts";
import type { Cause, Gap } from "../timeline/views.ts";
import { claimWords } from "./claim-page/messages.ts";
import { messagesOf } from "./general/messages.ts";
import { isNameless } from "./name.ts";
import { storyMessages } from "./story/messages.ts";
import type { LocaleOptions } from "./time.ts";

/** ISO day in UTC; "" for what no calendar holds. */
const day = (ms: number) => (Math.abs(ms) <= 8.64e15 ? isoDate(ms) : "");

/** One thing that could not be seen, as a sentence. Plain text; labels are the sources' own words. */
export function gapInWords(gap: Gap, options: LocaleOptions): string {
  const { gaps, others, colon } = messagesOf(options.lang);
  const { lanes, answers } = storyMessages(options.lang);
  switch (gap.kind) {
    case "firstUnseen":
      return `${lanes.first}${colon}${answers.unseen(gap.reportedBy ?? others)}`;
    case "timeless":
    case "parentless":
    case "late":
      return gaps[gap.kind](gap.count);
    case "before":
      return gaps.before(day(gap.since));
    case "unwatched":
    case "older":
      return gaps[gap.kind];
  }
}

/**
 * Why several documents count as one origin: "one publisher (example.org)". Plain text; names are the sources' own words. `held`: the parent
 * as what and where it is, if we hold it.
 */
export function causeInWords(cause: Cause, options: LocaleOptions, held: string | null = null): string {
  const { reasons, bases, knownFrom } = messagesOf(options.lang);
  const { from, likelyFrom } = claimWords(options.lang).who;
  const { anAnonymous, aNamedSource } = storyMessages(options.lang);
  // What a text calls "anonymous post" has no name.
  const parentName = (name: string | null) =>
    name !== null && isNameless(name) ? anAnonymous[/comment/i.test(name) ? "comment" : "post"] : name;
  switch (cause.kind) {
    case "parent":
      // Nobody has read the name that the texts give; what they name may be a person.
      return reasons.parent(
        (cause.sure ? from : likelyFrom)(
          parentName(cause.name) ?? held ?? (cause.type === "attribution" ? aNamedSource : reasons.oneDocument),
        ),
        cause.type,
        bases[cause.basis],
      );
    case "reportingDocument":
      return knownFrom(cause.name);
    case "publisher":
    case "agency":
      return reasons[cause.kind](cause.name);
    case "credit":
      return reasons.credit(cause.name ?? "");
    case "account":
    case "text":
    case "shortText":
      return reasons[cause.kind];
  }
}
