/** The ways to put a claim's timeline on another page, as text to copy. */
import { messagesOf, plain, quote } from "../../../shared/i18n/index.ts";
import { html, pathPart } from "../ui/html.ts";

interface Snippet {
  name: string;
  code: string;
}

/** A script that sets the height of the frame that sent the message, and of no other: 200 to 3,000 px. */
const HOST =
  'addEventListener("message",e=>{if(e.data&&e.data.type==="whence:height")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.style.height=Math.min(3000,Math.max(200,+e.data.height||0))+"px"})';

/** An address of the embed with its options; empty ones are left out. */
export function embedUrl(baseUrl: string, claimId: string, options: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value !== ""));
  return `${baseUrl}/embed/${pathPart(claimId)}${query.size ? `?${query}` : ""}`;
}

/** Four snippets for one claim. `options` are the embed's own parameters. The claim's words are escaped in them. */
export function snippets(claim: { id: string; text: string }, baseUrl: string, options: Readonly<Record<string, string>>): Snippet[] {
  const m = messagesOf(options["lang"] || "en");
  const query = options["lang"] ? `?lang=${encodeURIComponent(options["lang"])}` : "";
  const path = `${baseUrl}/c/${pathPart(claim.id)}`;
  const page = `${path}${query}`;
  const src = embedUrl(baseUrl, claim.id, options);
  const title = plain(m.page.title(quote(plain(claim.text, 160), m)), 200);
  const attributes = Object.entries(options)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => html` ${name}="${value}"`);
  const frame = html`<iframe src="${src}" title="${title}" width="100%" height="650" style="border:0" loading="lazy"></iframe>`;
  return [
    { name: "Address", code: page },
    {
      name: "Frame",
      code: `${frame}\n<script>${HOST}</script>`,
    },
    {
      name: "Element",
      code: `<script src="${baseUrl}/embed.js" async></script>\n${html`<whence-timeline claim="${claim.id}"${attributes}><a href="${page}">${title}</a></whence-timeline>`}`,
    },
    {
      name: "Picture",
      code: String(
        html`<a href="${page}"><img src="${path}/card.png${query}" alt="${title}" width="1200" height="630" style="max-width:100%;height:auto"></a>`,
      ),
    },
  ];
}
