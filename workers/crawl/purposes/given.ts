/** An address that an editor gave: visited once, and what is there is taken. */
import { once } from "./once.ts";

export const given = once("given");
