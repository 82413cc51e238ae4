/** Short forms of post addresses for the store: most of an address is the same for all posts of a platform. */

/** The parts of an address before the name of the account, and between that name and the id. */
const FORMS = new Map([
  ["x", ["https://x.com/", "/status/"]],
  ["bluesky", ["https://bsky.app/profile/", "/post/"]],
] as const);
/** The facts about a post that are stored beside its address. */
interface Known {
  platform: string | null;
  /** Name of the account, as the address may have it. */
  name?: string | null;
  /** Its id on the platform; of a Bluesky post behind that of its account. */
  id?: string | null;
}
const formOf = (platform: string | null) => FORMS.get(platform as "x");
const ownId = ({ id }: Known) => id?.split("/").at(-1);

/** `~NAME/ID` for a post of these platforms, each left out where it is the known one; any other address as it is. */
export function shortAddress(url: string | null, known: Known): string | null {
  const [before, between] = formOf(known.platform) ?? [];
  if (!url || !before || !between || !url.startsWith(before)) return url;
  const [name = "", id = "", ...more] = url.slice(before.length).split(between);
  if (!name || !id || more.length || name.includes("/") || id.includes("/")) return url;
  return `~${name === known.name ? "" : name}/${id === ownId(known) ? "" : id}`;
}
/** The full address of a short one. */
export function wholeAddress(short: string | null, known: Known): string | null {
  const [before, between] = formOf(known.platform) ?? [];
  if (!short?.startsWith("~") || !before) return short;
  const [name, id] = short.slice(1).split("/");
  return `${before}${name || known.name}${between}${id || ownId(known)}`;
}
