/** Visits an address that an editor gave, once, and stores the document there. */
import { once } from "./once.ts";

export const given = once("given");
