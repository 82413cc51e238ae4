import { isObject } from "../../../shared/json-object.ts";
import { ownProperty } from "../../../shared/own-property.ts";
import { at } from "../../sources/wire/json.ts";
import type { ImportFormat, Read } from "./format.ts";
import { jsonLines } from "./ndjson.ts";
import { textAt } from "./zeeschuimer/fields.ts";
import { instagram, threads } from "./zeeschuimer/instagram.ts";
import { tiktok } from "./zeeschuimer/tiktok.ts";
import { truthsocial } from "./zeeschuimer/truthsocial.ts";
import { x } from "./zeeschuimer/x.ts";

/** By platform, what makes documents of an item's `data`: the post as the platform's page received it. It gives a string if it cannot, which says why. */
const PLATFORMS: Record<string, (data: unknown) => object[] | string> = {
  "twitter.com": x,
  "x.com": x,
  twitter: x,
  "tiktok.com": tiktok,
  tiktok,
  "instagram.com": instagram,
  instagram,
  "threads.net": threads,
  "threads.com": threads,
  "truthsocial.com": truthsocial,
};

function* read(body: string): Generator<Read> {
  for (const read of jsonLines(body)) {
    if ("detail" in read || read.value === undefined) {
      yield read;
      continue;
    }
    const { line, value } = read;
    const platform = textAt(value, "source_platform");
    const data = at(value, "data");
    const map = platform && ownProperty(PLATFORMS, platform.replace(/^www\./, "").toLowerCase());
    if (!platform || !isObject(data))
      yield { line, pointer: "/source_platform", detail: "is no item of Zeeschuimer: needs source_platform and data" };
    else if (!map) yield { line, pointer: "/source_platform", detail: `is not read; ${Object.keys(PLATFORMS).join(", ")} are` };
    else {
      const documents = map(data);
      if (typeof documents === "string") yield { line, pointer: "/data", detail: documents };
      else for (const document of documents) yield { line, value: { type: "document", ...document } };
    }
  }
}

export const zeeschuimer: ImportFormat = {
  label: "JSON lines of Zeeschuimer: items of X, TikTok, Instagram, Threads and Truth Social",
  types: [],
  read,
};
