/** The rules of the reader in plain words. */

import { adding as m } from "../../../shared/i18n/desk/pages.en.ts";
import { responseTypes } from "../../../shared/model/response.ts";
import { ownProperty } from "../../../shared/own-property.ts";

/** "reported as a rumour", "words for: denial"; any other rule is a word of saying. */
export function ruleInWords(rule: string): string {
  const response = ownProperty(responseTypes, rule);
  return ownProperty(m.rules, rule) ?? (response ? m.wordsFor(response.label.toLowerCase()) : m.wordOfSaying(rule));
}
