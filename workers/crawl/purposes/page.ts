/** Visits once a page that a source points to: an item of which the feed has only a teaser, or a link of a list. */
import { once } from "./once.ts";

export const page = once("page");
