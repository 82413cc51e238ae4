import * as z from "zod";
import { ownProperty } from "../../../shared/own-property.ts";
import type { ImportFormat, Read } from "./format.ts";
import { jsonLines } from "./ndjson.ts";
import { instagram } from "./zeeschuimer/instagram.ts";
import { tiktok } from "./zeeschuimer/tiktok.ts";
import { x } from "./zeeschuimer/x.ts";

/** Makes documents of an item's `data`, which is the post as the platform's page received it. Gives a string that says what is wrong if it cannot. */
export type Mapper = (data: unknown) => object[] | string;
const PLATFORMS: Record<string, Mapper> = {
  "twitter.com": x,
  "x.com": x,
  twitter: x,
  "tiktok.com": tiktok,
  tiktok,
  "instagram.com": instagram,
  instagram,
};
const Item = z.object({ source_platform: z.string(), data: z.record(z.string(), z.unknown()) });

function* read(body: string): Generator<Read> {
  for (const read of jsonLines(body)) {
    if ("detail" in read || read.value === undefined) {
      yield read;
      continue;
    }
    const { line } = read;
    const item = Item.safeParse(read.value).data;
    const map = item && ownProperty(PLATFORMS, item.source_platform.replace(/^www\./, "").toLowerCase());
    if (!item) yield { line, pointer: "/source_platform", detail: "is no item of Zeeschuimer: needs source_platform and data" };
    else if (!map) yield { line, pointer: "/source_platform", detail: `is not read; ${Object.keys(PLATFORMS).join(", ")} are` };
    else {
      const documents = map(item.data);
      if (typeof documents === "string") yield { line, pointer: "/data", detail: documents };
      else for (const document of documents) yield { line, value: { type: "document", ...document } };
    }
  }
}

export const zeeschuimer: ImportFormat = { label: "JSON lines of Zeeschuimer: items of X, TikTok and Instagram", types: [], read };
