/** Builds documents as the API takes them. */

const TWITTER_EPOCH = 1288834974657n;
/** The address of a post on X whose id carries this instant. */
export const onX = (handle: string, at: string) => `https://x.com/${handle}/status/${(BigInt(Date.parse(at)) - TWITTER_EPOCH) << 22n}`;

/** A post on X; its id carries its time. */
export const xPost = (ref: string, handle: string, at: string, text: string, rest: object = {}) => ({
  ref,
  kind: "post",
  platform: "x",
  url: onX(handle, at),
  author: { handle },
  text,
  ...rest,
});
/** A page of a site that states its time of publication. */
export const page = (ref: string, site: string, at: string, title: string, paragraphs: string[], rest: object = {}) => ({
  ref,
  kind: "article",
  url: `https://${site}/${at.slice(0, 10).replaceAll("-", "/")}/${ref.replace(/\W+/g, "-")}`,
  html: `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${at}"></head><body><article><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}</article></body></html>`,
  ...rest,
});
