/** A page that a source points to: the item of a feed of which it gives a teaser only, a link of a list. Read once. */
import { once } from "./once.ts";

export const page = once("page");
