/** Ratings that fact-checkers publish as ClaimReview: on a page, or many in a feed of data (DataFeed, a list, or one JSON object a line). */
import * as z from "zod";
import { Url } from "../../../shared/model/fields.ts";
import { type Answer, adapter, type Found } from "../adapter.ts";
import { claimReviewsIn, jsonLdIn, verdictsOf } from "../wire/claim-review.ts";
import { nothing, skip } from "../wire/document.ts";
import { readJson } from "../wire/json.ts";

const Config = z.strictObject({ url: Url });

const isPage = (text: string) => text.trimStart().startsWith("<");

/** The values of an answer: its JSON, its lines of JSON, or the JSON-LD of its page. */
function valuesOf(text: string): { values: unknown[]; cut: boolean } {
  if (isPage(text)) return { values: jsonLdIn(text), cut: false };
  const whole = readJson(text);
  if (whole && !whole.cut) return { values: [whole.value], cut: false };
  const lines = text.split("\n").filter((line) => line.trim());
  const read = lines.map((line) => readJson(line));
  const good = read.filter((one) => one && !one.cut);
  if (lines.length > 1 && good.length) return { values: good.map((one) => one?.value), cut: good.length < lines.length };
  return { values: whole ? [whole.value] : [], cut: whole?.cut ?? false };
}

function parse({ text, url }: Answer): Found {
  const into = nothing();
  const { values, cut } = valuesOf(text);
  if (!values.length) skip(into, url, text.trim() ? "holds no JSON-LD" : "is empty");
  else if (cut) skip(into, "the last review", "the answer ends inside it");
  const reviews = claimReviewsIn(values);
  if (values.length && !reviews.length && isPage(text)) skip(into, url, "holds no ClaimReview");
  into.verdicts = verdictsOf(reviews, url, isPage(text), (item, why) => skip(into, item, why));
  return into;
}

export const claimreview = adapter({
  kind: "claimreview",
  label: "ClaimReview feed or page",
  config: Config,
  requests: ({ url }) => [{ url, expects: "text" }],
  parse,
});
