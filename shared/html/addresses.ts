/** Addresses of the appearances that a page tells of, where it links to them. */
import type { Link, ReadReported } from "../model/reading.ts";
import { timeOfId } from "../model/time.ts";
import { canonicalUrl, hostOf, nativeId } from "../url.ts";

/**
 * Gives a reported document the address that its sentence links to. Only where there is no choice: one link of its platform (or to no
 * platform, when it has none) in the sentence, and one document told there that it can belong to. Never a guess by the anchor's words.
 */
export function withAddresses(reported: readonly ReadReported[], links: readonly Link[]): ReadReported[] {
  const nativeOf = (url: string) => nativeId(canonicalUrl(url));
  const isOn = ({ url }: Link, platform: string | null) => {
    const native = nativeOf(url)?.platform ?? null;
    // "weibo.com": of some platforms an address tells no more.
    return native === platform || (native === null && hostOf(url)?.split(".").at(-2) === platform);
  };
  return reported.map((told) => {
    const here = links.filter((link) => link.start !== null && link.start >= told.passage.start && link.start < told.passage.end);
    const own = here.filter((link) => isOn(link, told.platform) && canonicalUrl(link.url) !== null);
    const rivals = reported.filter((other) => other.passage.start === told.passage.start && other.platform === told.platform);
    const [url, ...more] = new Set(own.map((link) => link.url));
    if (rivals.length !== 1 || !url || more.length) return told;
    // An id that carries its time says more than the words that tell of it.
    const native = nativeOf(url);
    return { ...told, url, publishedAt: (native && timeOfId(native.platform, native.id)) ?? told.publishedAt };
  });
}
