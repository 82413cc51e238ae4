/** By which rule a finding of reading was made, in plain words. */

import { adding as m } from "../../../shared/i18n/desk/pages.en.ts";
import { responseTypes } from "../../../shared/model/response.ts";
import { ownProperty } from "../../../shared/own-property.ts";

/** "told as a rumour", "words for a denial"; any other rule is a word of saying, such as a verb. */
export function ruleInWords(rule: string): string {
  const response = ownProperty(responseTypes, rule);
  return ownProperty(m.rules, rule) ?? (response ? m.wordsFor(response.label.toLowerCase()) : m.wordOfSaying(rule));
}
