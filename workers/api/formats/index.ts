/** Output formats of a timeline, one file each. To add one: write the file, add it here. */
import type * as z from "zod";
import type { TimelineOut } from "../views/stored.ts";
import { atom } from "./atom.ts";
import { csv } from "./csv.ts";
import { graphml } from "./graphml.ts";
import { json } from "./json.ts";
import { jsonfeed } from "./jsonfeed.ts";
import { jsonld } from "./jsonld.ts";
import { markdown } from "./markdown.ts";
import { prov } from "./prov.ts";

export interface Format {
  /** Media type of the answer. */
  type: string;
  /** For those who follow a claim: the newest events first, instead of a page from the oldest on. */
  newest?: true;
  write(timeline: z.output<typeof TimelineOut>, about: About): string;
}
export interface About {
  /** Origin of this instance, without a slash at the end. */
  baseUrl: string;
  /** The address that was asked for. */
  self: string;
}
export const formats: Record<string, Format> = { json, csv, atom, jsonfeed, graphml, jsonld, markdown, prov };
