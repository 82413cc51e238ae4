/**
 * The types of response, one file each. To add one: write NAME.ts, which exports a ResponseKind called NAME, and its line here; the phrases that
 * express it are in lang/, by language.
 */
export { apology } from "./apology.ts";
export { clarification } from "./clarification.ts";
export { confirmation } from "./confirmation.ts";
export { correction } from "./correction.ts";
export { denial } from "./denial.ts";
export { explanation } from "./explanation.ts";
export { investigation } from "./investigation.ts";
export { label } from "./label.ts";
export { no_comment } from "./no_comment.ts";
export { not_reached } from "./not_reached.ts";
export { partial_confirmation } from "./partial_confirmation.ts";
export { retraction } from "./retraction.ts";
export { right_of_reply } from "./right_of_reply.ts";
export { takedown } from "./takedown.ts";
