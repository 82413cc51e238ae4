/** The thread of a sighted post, once: what it answers, up to the first post, and the first replies. */
import { once } from "./once.ts";

export const thread = once("thread");
