/** The network outside an instance under test: what the Worker fetches is answered by this process. */

export interface Seen {
  url: string;
  method: string;
  headers: Headers;
  at: number;
}
export interface Outside {
  /** Every request from the Worker, in order. */
  seen: Seen[];
  /** What answers at a host; nothing else can be reached. */
  hosts: Map<string, (request: Request) => Response | Promise<Response>>;
  /** Requests for a host since the last call. */
  taken(host: string): string[];
  close(): void;
}
/** Puts hosts of our own in the place of the internet, for requests that are not to this machine. */
export function openOutside(): Outside {
  const real = globalThis.fetch;
  const outside: Outside = {
    seen: [],
    hosts: new Map(),
    taken(host) {
      const mine = outside.seen.filter(({ url }) => new URL(url).host === host);
      outside.seen = outside.seen.filter((one) => !mine.includes(one));
      return mine.map(({ url }) => new URL(url).pathname);
    },
    close() {
      globalThis.fetch = real;
    },
  };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { hostname, host } = new URL(request.url);
    if (hostname === "127.0.0.1" || hostname === "localhost") return real(input, init);
    outside.seen.push({ url: request.url, method: request.method, headers: request.headers, at: Date.now() });
    const answer = outside.hosts.get(host);
    if (!answer) throw new TypeError(`nothing is at ${host}`);
    return answer(request);
  };
  return outside;
}

/** As long as a whole text: a page that a feed only teases is visited too. */
const WHOLE = "More of this is in the archive of the town. ".repeat(40);
/** A feed with these items. */
export const rss = (list: { title: string; link: string; text: string }[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Rimstad</title>${list
    .map(
      (i) =>
        `<item><title>${i.title}</title><link>${i.link}</link><description>${i.text} ${WHOLE}</description><pubDate>Mon, 07 Apr 2025 10:00:00 GMT</pubDate></item>`,
    )
    .join("")}</channel></rss>`;
