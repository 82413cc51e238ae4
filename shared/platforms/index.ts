/** Platforms by name and by host. */
import type { Platform } from "./platform.ts";
import * as registry from "./registry.ts";

const platforms: readonly Platform[] = Object.values(registry);
/** Platforms whose servers may have any name: they are tried if the host is unknown. */
const anywhere = platforms.filter(({ hosts }) => !hosts.length);
const byName = new Map(platforms.map((platform) => [platform.name, platform]));
const byHost = new Map(platforms.flatMap((platform) => platform.hosts.map((host) => [host, platform] as const)));
const aliases = new Map(platforms.flatMap((platform) => Object.entries(platform.aliases)));

/** The platform of a name; undefined if there is none. */
export const platformNamed = (name: string): Platform | undefined => byName.get(name);
/** The platforms to which an address with a canonical host may belong. */
export function platformsAt(host: string): readonly Platform[] {
  const own = byHost.get(host);
  return own ? [own] : anywhere;
}
/** The platform whose own host this is: `x` for x.com and www.twitter.com. */
export const platformOfHost = (host: string): Platform | undefined => {
  const bare = host.toLowerCase().replace(/^www\./, "");
  return byHost.get(aliases.get(bare) ?? bare);
};
/** The host under which addresses are stored: `x.com` for `twitter.com`; a host that is no alias as it is. */
export const canonicalHost = (host: string): string => aliases.get(host) ?? host;
/** The parameters that identify a page of a canonical host; null if the general rules hold. */
export function parametersAt(host: string): readonly string[] | null {
  const { parameters = null, comments = [] } = byHost.get(host) ?? {};
  return parameters && [...parameters, ...comments];
}
