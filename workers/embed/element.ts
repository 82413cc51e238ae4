/** `/embed.js`: the element `<whence-timeline claim="…">`, and the right height for every embed of ours on the page around it. */
import { squeeze } from "./html.ts";

/** Attributes of the element that become parameters of the embed's address. */
export const EMBED_PARAMETERS = ["theme", "lead", "compact", "lang", "tz", "rev", "asOf"] as const;

/**
 * What `/embed.js` sends. Without it, or before it runs, the element shows what stands in it: a link. A frame is found by the window that
 * spoke, never by the id that it names; heights are kept to 200–3,000 px.
 */
export const embedScript = squeeze(`
(()=>{
const base=new URL(document.currentScript.src).origin;
const names=${JSON.stringify(EMBED_PARAMETERS)};
addEventListener("message",e=>{
if(!e.data||e.data.type!=="whence:height")return;
for(const f of document.querySelectorAll("iframe"))
if(f.contentWindow===e.source)f.style.height=Math.min(3000,Math.max(200,+e.data.height||0))+"px"
});
if(customElements.get("whence-timeline"))return;
customElements.define("whence-timeline",class extends HTMLElement{
static get observedAttributes(){return["claim"].concat(names.map(n=>n.toLowerCase()))}
connectedCallback(){this.draw()}
attributeChangedCallback(){if(this.isConnected)this.draw()}
draw(){
const id=this.getAttribute("claim")||"";
if(!/^c[0-9a-z]{26}$/.test(id))return;
const u=new URL("/embed/"+id,base);
for(const n of names)if(this.hasAttribute(n))u.searchParams.set(n,this.getAttribute(n));
let f=this.querySelector("iframe");
if(f&&f.src===u.href)return;
const title=this.textContent.trim()||"Timeline of a claim";
f=document.createElement("iframe");
f.title=title;
f.loading="lazy";
f.style.cssText="display:block;width:100%;height:650px;border:0";
f.setAttribute("sandbox","allow-scripts allow-popups allow-popups-to-escape-sandbox");
f.src=u.href;
this.replaceChildren(f);
this.style.display="block"
}
})
})()
`);
