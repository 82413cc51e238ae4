/** The style sheets: one set of colours and sizes for embed, claim page and console. */
import { squeeze } from "./html.ts";

const DARK =
  "--bg:#14161a;--fg:#e9eaec;--soft:#a6abb3;--line:#33373e;--panel:#1b1e23;--one:#c4a5ff;--two:#7cb7ff;--three:#ffa561;--link:#9cc7ff;--warn:#ffd08a";

/** Colours of text hold 4.5:1 and marks 3:1 on both grounds (WCAG 1.4.3, 1.4.11). */
const base = squeeze(`
:root{--bg:#fff;--fg:#1b1d21;--soft:#585f69;--line:#dcdfe4;--panel:#f6f7f8;--one:#6f3fc8;--two:#0b62c4;--three:#a84a00;--link:#1f4f8f;--warn:#7a4b00;color-scheme:light}
@media (prefers-color-scheme:dark){:root:not(.light){${DARK};color-scheme:dark}}
:root.dark{${DARK};color-scheme:dark}
*,::before{box-sizing:border-box}
html{background:var(--bg);-webkit-text-size-adjust:100%}
body{margin:0;color:var(--fg);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1,p,ol,ul,dl,dd,figure{margin:0;padding:0}
ol,ul{list-style:none}
h1{font-size:20px;line-height:25px;letter-spacing:-.01em;text-wrap:balance}
a{color:var(--link);text-underline-offset:2px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
summary{cursor:pointer;padding:2px 0;color:var(--link)}
small,.soft,.k,.f{font-size:12.5px;color:var(--soft)}
.note{color:var(--warn);font-weight:600}
bdi{unicode-bidi:isolate}
.skip{position:absolute;clip-path:inset(50%)}
.skip:focus{position:static;clip-path:none}
`);

const timeline = squeeze(`
.top{text-wrap:pretty;margin:5px 0 7px;color:var(--soft);font-size:13px}
.chip small{font-weight:400;margin-inline-start:4px}
.chip{display:inline-block;color:var(--fg);font-weight:650;font-size:13px;line-height:18px;padding:0 9px;margin-inline-end:7px;border:1.5px solid;border-radius:99px;white-space:nowrap}
.rated{margin:-4px 0 8px}
.lanes div{margin-block-end:2px}
.lanes dt,.lanes dd{display:inline}
.lanes dt{font-weight:650;margin-inline-end:6px}
.lanes svg{width:11px;height:11px;margin-inline-end:6px;vertical-align:-1px}
@media (min-width:480px){.lanes{display:grid;grid-template-columns:auto 1fr;gap:2px 12px}.lanes div{display:contents}.lanes dt{white-space:nowrap;margin:0}}
.one{color:var(--one)}.two{color:var(--two)}.three{color:var(--three)}
.strip{margin:7px 0 9px;padding:5px 12px 3px;background:var(--panel);border-radius:8px;direction:ltr}
.strip svg{display:block;width:100%;overflow:visible}
.strip text{font-size:12px;fill:var(--soft)}
.g{stroke:var(--line);stroke-width:1}
.m{fill:currentColor;stroke:var(--panel);stroke-width:1.5}
.h,.x{fill:var(--panel);stroke:currentColor;stroke-width:1.75}
.h{stroke-dasharray:2.5 2}
.w{stroke:currentColor;stroke-width:1.75;stroke-dasharray:2 4;stroke-linecap:round;opacity:.75}
.b{fill:currentColor}
.e{position:relative;color:var(--fg);padding-block-end:8px;padding-inline-start:16px;border-inline-start:2px solid var(--line);margin-inline-start:5px}
.e:last-child{padding-block-end:2px}
.e::before{content:"";position:absolute;inset-inline-start:-7px;top:4px;width:12px;height:12px;background:var(--c);box-shadow:0 0 0 2px var(--bg)}
.e.one{--c:var(--one)}.e.two{--c:var(--two)}.e.three{--c:var(--three)}
.e.one::before{border-radius:50%}
.e.three::before{transform:rotate(45deg) scale(.84)}
.e.u::before,.e.x::before{background:var(--bg);border:2px solid var(--c)}
.e:target{background:var(--panel)}
.k b{color:var(--c);font-weight:650}
.s{text-wrap:pretty}
.s i{font-style:normal;color:var(--soft)}
.e a{padding-block:4px}
@media (max-width:479px){.k,.f{line-height:18px}.e{padding-block-end:6px}}
.e.x strong{text-decoration:line-through}
.i{text-decoration:underline dotted 2px}
.foot a{display:inline-block;min-width:24px}
.folds{display:flex;flex-wrap:wrap;gap:0 20px}
.folds details[open]{flex-basis:100%}
.more[open]>summary{margin-block-end:6px}
.how ul,.how p{font-size:13px}
.how li,.how p{margin-block-end:6px}
.how .key{display:flex;flex-wrap:wrap;gap:2px 16px}
.key svg{width:22px;height:12px;overflow:visible;vertical-align:-1px;margin-inline-end:4px}
.foot{display:flex;flex-wrap:wrap;gap:0 14px;font-size:12.5px;line-height:24px;color:var(--soft);border-block-start:1px solid var(--line);margin-block-start:4px;padding-block-start:3px}
@media (forced-colors:active){.m,.b,dt path{fill:CanvasText}.h,.w,.x{stroke:CanvasText}.e::before{background:CanvasText;forced-color-adjust:none}.e.u::before{background:Canvas;border-color:CanvasText}}
@media print{.folds{display:block}details::details-content{content-visibility:visible!important;block-size:auto!important;display:block}.e .o::after{content:" <" attr(href) ">"}.e{break-inside:avoid}}
`);

export const embedCss = `${base}${timeline}${squeeze("body{padding:10px 14px 4px;max-width:760px;margin-inline:auto}")}`;

const site = squeeze(`
body{padding:0 20px 40px;max-width:960px;margin-inline:auto;font-size:16px;line-height:24px}
.k,.f,.soft,small{font-size:13.5px}
.top{font-size:15px;margin:10px 0 14px}
.strip{margin:14px 0 18px}
.e{padding-block-end:14px}
.e::before{top:6px}
main li>p+p{margin-block-start:2px}
@media (max-width:479px){body{padding-inline:14px}}
.site{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:center;padding:12px 0;margin-block-end:20px;border-block-end:1px solid var(--line)}
.site a{display:inline-block;padding-block:4px;min-width:24px}
.brand{font-weight:750;font-size:18px;letter-spacing:-.02em;color:var(--fg);text-decoration:none}
.site nav{display:flex;flex-wrap:wrap;gap:0 16px;overflow-wrap:normal;font-size:14px}
.snippet{margin-block:0 18px}
.snippet textarea{field-sizing:content;min-height:0;font:13px/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--panel)}
.snippet button{margin-block-start:6px}
iframe{display:block;max-width:100%;border:1px dashed var(--line)}
.last{align-self:end}
.session{margin-inline-start:auto;font-size:14px;color:var(--soft);display:block}
button.plain{background:none;border:0;color:var(--link);text-decoration:underline;font-weight:400;padding:4px 0;min-height:28px}
h1{font-size:28px;line-height:34px}
@media (max-width:479px){h1{font-size:23px;line-height:29px}}
h2,h3,blockquote{margin:0;padding:0}
h2{font-size:17px;line-height:1.3;margin:32px 0 10px}
h3{font-size:15px}
.lead{font-size:17px;color:var(--soft);margin-block:8px 20px;max-width:40em}
pre{white-space:pre-wrap;background:var(--panel);padding:12px;border-radius:8px;font-size:13px;line-height:1.5;margin:8px 0}
code{font:13px/1.5 ui-monospace,Menlo,Consolas,monospace}
table{border-collapse:collapse;table-layout:fixed;width:100%;font-size:14px;line-height:20px}
th:nth-child(3){width:27%}
th:nth-child(n+4){width:17%}
th:last-child{width:14%}
td{overflow-wrap:break-word}
caption{text-align:start;color:var(--soft);padding-block-end:6px}
th,td{text-align:start;vertical-align:top;padding:8px 12px 8px 0;padding-inline:0 12px;border-block-end:1px solid var(--line)}
th{font-weight:650}
td a{display:inline-block;padding-block:3px;min-width:24px}
@media (max-width:760px){thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}table,tbody,tr,td,caption{display:block}tr{border-block-end:1px solid var(--line);padding-block:8px}td{border:0;padding:1px 0}td[data-l]::before{content:attr(data-l);margin-inline-end:8px;color:var(--soft)}}
.ways li{margin-block-end:8px}
.ways a{display:inline-block;padding-block:2px;min-width:24px}
.even th:nth-child(n){width:auto}
.changes{margin-block-end:18px}
.changes th:nth-child(n){width:39%}
.changes th:first-child{width:22%}
.changes tbody th{font-weight:400}
@media (max-width:760px){.changes tbody th{display:block;border:0;padding:1px 0;font-weight:600;width:auto}}
.ledger th:nth-child(n){width:18%}
.ledger th:nth-child(4){width:30%}
.ledger small{display:block}
.ledger td p+p{margin-block-start:6px}
del{color:var(--three);text-decoration-thickness:1px}
ins{color:var(--two);text-decoration-thickness:2px}
.ways ins{color:inherit;text-decoration:none}
.graph{overflow-x:auto;background:var(--panel);border-radius:8px;direction:ltr;margin-block-end:8px;padding:4px}
.graph svg,.chart>svg{display:block;overflow:visible}
.graph text,.chart text{font-size:12px;fill:var(--fg)}
.graph a text{paint-order:stroke;stroke:var(--panel);stroke-width:4px;stroke-linejoin:round}
.graph .gn,.chart text{fill:var(--soft)}
.graph .gq{font-weight:650;fill:var(--soft)}
.graph a{text-decoration:none}
.hit{fill:transparent;stroke:none}
.graph a:hover text{text-decoration:underline}
.graph a:focus-visible{outline:0}
.graph a:focus-visible .hit{stroke:var(--link);stroke-width:2.5}
.gb{fill:var(--bg);opacity:.6}
.gu{fill:var(--panel);stroke:var(--soft);stroke-width:1.5}
.ge{fill:none;stroke:var(--soft);stroke-width:1.5}
.ge.gi{stroke-dasharray:1.5 3.5;stroke-linecap:round;stroke-width:2}
.ge.gr{stroke-dasharray:7 4}
.ge.gc{opacity:.5;stroke-width:1}
#ga path{fill:var(--soft)}
.key{display:flex;flex-wrap:wrap;gap:2px 16px;font-size:13.5px;color:var(--soft);margin-block-end:6px}
main>.key{max-width:none}
.charts{display:grid;gap:12px 28px;grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr));margin-block-end:8px}
.chart figcaption{font-size:13.5px;line-height:20px;color:var(--soft);margin-block-end:4px}
.chart figcaption b{color:var(--fg);margin-inline-end:6px}
.chart figcaption span{margin-inline-end:10px;white-space:nowrap}
.chart figcaption svg{width:11px;height:11px;margin-inline-end:5px;vertical-align:-1px}
.chart>svg{width:100%;direction:ltr}
.defs{position:absolute}
.tb{fill:var(--bg)}
.p0{fill:var(--two)}.p1{fill:url(#t2)}.p2{fill:var(--one)}.p3{fill:url(#t1)}.p4{fill:var(--three)}.p5{fill:url(#t0)}
.list li{border-block-end:1px solid var(--line);padding-block:12px}
.list a{font-weight:600;font-size:17px;display:inline-block;padding-block:1px;min-height:24px}
.meta{font-size:14px;color:var(--soft)}
.next{margin-block:10px}
.next a{display:inline-block;padding-block:2px}
.empty{background:var(--panel);border-radius:8px;padding:20px;color:var(--soft)}
form{display:grid;gap:12px}
.acts{display:flex;flex-wrap:wrap;gap:0 16px}
.search{grid-template-columns:1fr auto;align-items:end}
label{display:block;font-size:14px;font-weight:600;margin-block-end:4px}
.hint{font-weight:400;color:var(--soft)}
input,textarea,select,button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:6px;padding:8px 10px;min-height:42px;width:100%}
textarea{min-height:120px;resize:vertical}
button{width:auto;background:var(--fg);color:var(--bg);border-color:var(--fg);font-weight:600;padding-inline:18px;cursor:pointer;justify-self:start}
.pair{display:grid;align-items:end;gap:12px;grid-template-columns:repeat(auto-fit,minmax(min(200px,100%),1fr))}
.msg{border-inline-start:4px solid var(--two);background:var(--panel);padding:10px 14px;border-radius:0 8px 8px 0;margin-block-end:20px}
.msg.problem{border-color:var(--three)}
button.other{background:var(--bg);color:var(--fg)}
.acts{align-items:center}
.acts button:not(.plain){margin-block:4px}
.undo{display:flex;flex-wrap:wrap;gap:0 16px;align-items:center}
.card{border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin-block:14px 10px;min-width:0}
.card h2{margin:0 0 12px}
.card h3{margin:14px 0 6px}
.card:focus-visible{outline-offset:4px;border-radius:10px}
.sides{display:grid;gap:0 18px;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr))}
.sides>div{min-width:0}
.sides h3{font-weight:600;min-height:24px}
.sides .paper{padding:12px 14px}
.why{list-style:disc;padding-inline-start:20px}
.card .list a{font-size:15px}
.card .list li{padding-block:6px}
.card form{margin-block-start:16px}
.card form:empty,#skip{margin:0}
mark{background:#ffe7a3;color:#1b1d21;border-radius:2px;box-shadow:0 0 0 1px #ffe7a3}
kbd{font:600 12px/1 ui-monospace,Menlo,Consolas,monospace;border:1px solid;border-radius:4px;padding:1px 5px;margin-inline-start:6px;opacity:.85}
.row{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:center;justify-content:space-between}
.row>div{flex:1 1 320px;min-width:0}
.spark{flex:none;color:var(--soft)}
.filters{grid-template-columns:repeat(auto-fit,minmax(min(150px,100%),1fr));margin-block-end:8px}
.steps{list-style:decimal;padding-inline-start:22px;margin-block-start:6px}
.list a.small{font-size:inherit;font-weight:400}
.tabs{display:flex;flex-wrap:wrap;gap:4px 20px;margin-block:12px 16px}
.tabs a{display:inline-block;padding:6px 0;min-height:24px}
.tabs a[aria-current]{color:var(--fg);font-weight:650;text-decoration:none;box-shadow:0 2px 0 var(--fg)}
.pick{display:flex;gap:12px;align-items:flex-start}
.pick input{flex:none;width:24px;min-height:24px;margin:0}
.pick label{font-weight:400;font-size:15px}
.plainlist li{display:flex;gap:10px;margin-block-end:8px}
.plainlist svg{flex:none;width:14px;height:14px;margin-block-start:5px}
main>p{max-width:44em}
.paper{background:var(--panel);border-radius:8px;padding:16px 18px;white-space:pre-wrap}
dl+p{margin-block-start:12px}
.facts{display:grid;gap:4px 16px;margin-block:14px}
@media (min-width:560px){.facts{grid-template-columns:max-content 1fr}}
.facts dt{color:var(--soft);font-size:14px}
`);

export const siteCss = `${base}${timeline}${site}`;
