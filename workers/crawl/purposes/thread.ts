/** Visits the thread of a sighted post once: the posts above it, up to the first, and the first replies. */
import { once } from "./once.ts";

export const thread = once("thread");
