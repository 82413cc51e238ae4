/** By which rule a finding of reading was made, in plain words. */

import { responseTypes } from "../../../shared/model/response.ts";
import { ownProperty } from "../../../shared/own-property.ts";

const RULES: Readonly<Record<string, string>> = {
  accused: "told as an accusation",
  began: "told as where it began",
  block: "a colon before a quotation",
  carrier: "told as what a post or a video says",
  denied: "told as what is denied",
  hearsay: "told as hearsay",
  label: "a label before it",
  notice: "the page’s own notice",
  observed: "told as going round",
  rumour: "told as a rumour",
  sentence: "the post’s own sentence",
  shown: "told as what a picture shows",
  spread: "told as where it went on",
  untrue: "told as untrue",
};

/** "told as a rumour", "words for a denial"; any other rule is a word of saying, such as a verb. */
export function ruleInWords(rule: string): string {
  const response = ownProperty(responseTypes, rule);
  return ownProperty(RULES, rule) ?? (response ? `words for: ${response.label.toLowerCase()}` : `the word of saying “${rule}”`);
}
