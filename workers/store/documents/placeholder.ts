import { idOfUrl } from "../../../shared/model/identity.ts";
import { timeOfId, UNKNOWN_TIME } from "../../../shared/model/time.ts";
import { hostOf, nativeId } from "../../../shared/url.ts";
import type { StoredDocument } from "./documents.ts";

/** A document that we know only because another names its URL. */
export function placeholder(id: string, url: string | null): StoredDocument {
  const native = nativeId(url);
  return {
    id,
    seen: "reported",
    kind: native ? "post" : "other",
    platform: native?.platform ?? null,
    nativeId: native?.id ?? null,
    url,
    accountId: null,
    handle: native?.handle?.toLowerCase() ?? null,
    author: native?.handle ? `@${native.handle}` : null,
    title: null,
    lang: null,
    published: (native && url && idOfUrl(url) === id ? timeOfId(native.platform, native.id) : null) ?? UNKNOWN_TIME,
    seenAt: null,
    parentId: null,
    parentType: null,
    rootId: null,
    depth: 0,
    family: native ? null : hostOf(url),
    wireCredit: null,
    categories: null,
    told: null,
    resolvedId: null,
    availability: null,
    corrections: null,
  };
}
