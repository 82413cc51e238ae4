/** Finds the URLs of reported documents to which the page links. */
import type { Link, ReadReported } from "../model/reading.ts";
import { timeOfId } from "../model/time.ts";
import { canonicalUrl, hostOf, nativeId } from "../url.ts";

/**
 * Gives a reported document the URL that its sentence links to, if that is unambiguous. The sentence must have one link to its platform (or, if
 * it has none, one link to no platform), and one reported document to which the link can belong. The anchor's words do not count.
 */
export function withAddresses(reported: readonly ReadReported[], links: readonly Link[]): ReadReported[] {
  const nativeOf = (url: string) => nativeId(canonicalUrl(url));
  const isOn = ({ url }: Link, platform: string | null) => {
    const native = nativeOf(url)?.platform ?? null;
    // Some platforms, such as "weibo.com", are known by their host only.
    return native === platform || (native === null && hostOf(url)?.split(".").at(-2) === platform);
  };
  return reported.map((item) => {
    const here = links.filter((link) => link.start !== null && link.start >= item.passage.start && link.start < item.passage.end);
    const own = here.filter((link) => isOn(link, item.platform) && canonicalUrl(link.url) !== null);
    const rivals = reported.filter((other) => other.passage.start === item.passage.start && other.platform === item.platform);
    const [url, ...more] = new Set(own.map((link) => link.url));
    if (rivals.length !== 1 || !url || more.length) return item;
    // An id that carries its time is more exact than the report's words.
    const native = nativeOf(url);
    return { ...item, url, publishedAt: (native && timeOfId(native.platform, native.id)) ?? item.publishedAt };
  });
}
