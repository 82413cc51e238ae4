import { squeeze } from "./html.ts";

/**
 * Tells the page around an embed how high it is: our own message, AMP's embed-size, WordPress's (with the `#?secret=`
 * that it gave) and pym's (with its `childId`). Said again a little later, for a host that was not listening yet. Works in an opaque origin; reads nothing else.
 */
export const resizeScript = squeeze(`
(()=>{
let last=0;
const p=parent,d=document,q=new URLSearchParams(location.search).get("childId"),s=/secret=([\\w-]+)/.exec(location.hash);
const tell=()=>{
const h=Math.ceil(d.body.getBoundingClientRect().height);
if(h===last)return;
last=h;
const post=m=>p.postMessage(m,"*");
post({type:"whence:height",id:d.documentElement.dataset.id,height:h});
post({sentinel:"amp",type:"embed-size",height:h});
if(s)post({message:"height",value:h,secret:s[1]});
if(q)post("pymxPYMx"+q+"xPYMxheightxPYMx"+h)
};
if(p!==self){
new ResizeObserver(tell).observe(d.body);
for(const t of[200,1500])setTimeout(()=>{last=0;tell()},t);
addEventListener("message",e=>{if(e.source===p&&e.data&&e.data.message==="ready"){last=0;tell()}})
}
})()
`);

/** For the page around an embed: sets the height of the frame that spoke, and of no other; 200 to 3,000 px. */
export const hostScript = squeeze(`
addEventListener("message",e=>{
if(e.data&&e.data.type==="whence:height")
for(const f of document.querySelectorAll("iframe"))
if(f.contentWindow===e.source)f.style.height=Math.min(3000,Math.max(200,+e.data.height||0))+"px"
})
`);

/** For `tz=local`: the same page in the zone of the reader, which goes into the address in place of "local". */
export const zoneScript = squeeze(`
(()=>{
const u=new URL(location.href),z=Intl.DateTimeFormat().resolvedOptions().timeZone;
if(z&&u.searchParams.get("tz")==="local"){u.searchParams.set("tz",z);location.replace(u)}
})()
`);
