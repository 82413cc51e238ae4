/** A bookmarklet that sends the open page to the form of /add. Sites that refuse crawlers still show the page to their readers. */

import { adding } from "../../../shared/i18n/desk/pages.en.ts";

/** If the HTML is longer, only the selection is sent: a form can have 6 MB, and a character can take nine bytes. */
const MAX_PAGE = 500_000;

/**
 * The address of a bookmark. On the visited page it opens a new tab and sends there, by a plain form, the address, the title, the selection and
 * the HTML without scripts, styles and drawings. A selection is filed as a post, unless the page says that it is an article. Nothing is added
 * before the editor has looked at it. It does not work on sites whose Content-Security-Policy forbids forms to other sites, and says so there.
 */
export function bookmarklet(baseUrl: string): string {
  const script = `(()=>{const d=document,c=d.documentElement.cloneNode(true),f=d.createElement("form"),s=String(getSelection()).trim();
c.querySelectorAll("script:not([type*='ld+json']),style,svg,noscript,iframe").forEach(e=>e.remove());
const h=c.outerHTML,v={url:location.href,title:d.title,text:s,kind:s&&!/"NewsArticle"|content="article"/.test(h)?"post":"",html:h.length>${MAX_PAGE}?"":h};
for(const k in v){const i=d.createElement("textarea");i.name=k;i.value=v[k];f.append(i)}
f.method="post";f.action=${JSON.stringify(`${baseUrl}/add`)};
f.target="_blank";f.acceptCharset="utf-8";f.hidden=true;d.body.append(f);
d.addEventListener("securitypolicyviolation",()=>alert(${JSON.stringify(adding.siteForbids)}),{once:true});
HTMLFormElement.prototype.submit.call(f);f.remove()})()`;
  return `javascript:${encodeURIComponent(script)}`;
}
