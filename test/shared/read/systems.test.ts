/** Pages as publishing systems make them, in our own words: text, title, author, site and day, without what the system adds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf } from "../../../shared/html/page.ts";

const A =
  "The harbour authority of Westmere said on Tuesday that no ship had been turned away, after a message about a closed port was shared by thousands.";
const B =
  "There was never such an order, a spokesperson told this newspaper, and the port was open all week to ships of every size and every flag.";
const C =
  "The message first appeared in a chat group of lorry drivers, carried an old logo, and gave a telephone number that does not exist.";
const Z1 = "临江市港务局周二表示，港口从未拒绝任何船只入港，网上流传的封港通知系伪造，市民请勿相信和转发。";
const Z2 = "该通知最早出现在一个货车司机聊天群中，使用的是多年前的旧标志，所留电话号码并不存在，警方已经介入调查。";
const Z3 = "港务局一名负责人介绍，整个星期港口都正常开放，各类船只均可按照预约时间进出，没有任何停航安排。";
interface Page {
  name: string;
  url: string;
  html: string;
  /** Fields that are compared. */
  want: Record<string, unknown>;
  must: string[];
  not: string[];
}
const pages: Page[] = [
  {
    name: "wordpress gutenberg",
    url: "https://blog.example.com/2025/04/port-open/",
    html: `<!DOCTYPE html><html lang="en-US"><head><title>Port was open &#8211; Harbour Blog</title><meta property="og:site_name" content="Harbour Blog"><meta property="article:published_time" content="2025-04-08T07:15:00+00:00"><meta property="article:modified_time" content="2025-04-09T10:00:00+00:00"><meta name="author" content="Ann Writer"><link rel="canonical" href="https://blog.example.com/2025/04/port-open/"></head><body class="single"><header class="wp-block-template-part"><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav></header><main><h1 class="wp-block-post-title">Port was open</h1><div class="wp-block-post-date"><time datetime="2025-04-08T08:15:00+01:00">April 8, 2025</time></div><div class="entry-content wp-block-post-content"><p>${A}</p><figure class="wp-block-image"><img src="a.jpg"><figcaption class="wp-element-caption">The port on Tuesday. Photo: B. Lens</figcaption></figure><p>${B}</p><blockquote class="wp-block-quote"><p>The port was never closed.</p><cite>Harbour master</cite></blockquote><p>${C}</p><p><em>Correction (9 April): An earlier version of this article said that the port had been closed on Monday. It had not.</em></p></div><div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Click to share on X</a></li></ul></div><div id="comments"><h2>2 thoughts on “Port was open”</h2><ol><li><p>I heard it was closed, my cousin works there and says so, honestly.</p></li></ol></div></main><footer>Proudly powered by WordPress</footer></body></html>`,
    want: { title: "Port was open", author: "Ann Writer", site: "Harbour Blog", pub: "2025-04-08" },
    must: [A, B, C, "never closed", "Correction (9 April)"],
    not: ["Share this", "my cousin", "Proudly"],
  },
  {
    name: "substack",
    url: "https://dockside.substack.example/p/the-port-was-open",
    html: `<!DOCTYPE html><html lang="en"><head><title>The port was open - by Ann Writer - Dockside</title><meta property="og:title" content="The port was open"><meta name="author" content="Ann Writer"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","url":"https://dockside.substack.example/p/the-port-was-open","mainEntityOfPage":"https://dockside.substack.example/p/the-port-was-open","headline":"The port was open","datePublished":"2025-04-08T05:02:11+00:00","dateModified":"2025-04-08T05:02:11+00:00","isAccessibleForFree":true,"author":[{"@type":"Person","name":"Ann Writer"}],"publisher":{"@type":"Organization","name":"Dockside"}}</script></head><body><div class="main-menu"><a>Dockside</a><button>Subscribe</button><button>Sign in</button></div><article class="newsletter-post post"><div class="post-header"><h1 class="post-title published">The port was open</h1><h3 class="subtitle">A message, and what was wrong with it</h3><div class="byline-wrapper"><a>Ann Writer</a><div>Apr 08, 2025</div><div>12</div><div>Share</div></div></div><div class="available-content"><div dir="auto" class="body markup"><p>${A}</p><div class="subscription-widget-wrap"><div class="preamble"><p>Dockside is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div><form><input><button>Subscribe</button></form></div><p>${B}</p><p>${C}</p></div></div><div class="post-footer"><button>Like</button></div></article><div class="comments-page"><h4>Discussion about this post</h4><p>Great piece, thank you for looking into all of this!</p></div></body></html>`,
    want: { title: "The port was open", author: "Ann Writer", site: "Dockside", pub: "2025-04-08" },
    must: [A, B, C],
    not: ["reader-supported publication", "Discussion about", "Great piece"],
  },
  {
    name: "ghost",
    url: "https://ghost.example.org/port-open/",
    html: `<!DOCTYPE html><html lang="en"><head><title>The port was open</title><meta property="og:site_name" content="Quayside Ghost"><meta property="article:published_time" content="2025-04-08T09:00:00.000Z"><link rel="canonical" href="https://ghost.example.org/port-open/"><script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","publisher":{"@type":"Organization","name":"Quayside Ghost"},"author":{"@type":"Person","name":"Ann Writer"},"headline":"The port was open","datePublished":"2025-04-08T09:00:00.000Z"}</script></head><body class="post-template"><div class="gh-viewport"><header class="gh-navigation"><a>Quayside Ghost</a></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><h1 class="gh-article-title">The port was open</h1><div class="gh-article-meta"><h4 class="gh-article-author-name"><a>Ann Writer</a></h4><time class="gh-article-meta-date" datetime="2025-04-08">08 Apr 2025</time> — 2 min read</div></header><section class="gh-content gh-canvas"><p>${A}</p><p>${B}</p><div class="kg-card kg-signup-card"><h2>Sign up for Quayside Ghost</h2><p>All the news of the quay, in your inbox every Friday.</p></div><p>${C}</p></section></article><section class="gh-container"><h2>Read more</h2><article class="gh-card"><h3>Another quay story about cranes</h3></article></section></main></div></body></html>`,
    want: { title: "The port was open", author: "Ann Writer", site: "Quayside Ghost", pub: "2025-04-08" },
    must: [A, B, C],
    not: ["Another quay story"],
  },
  {
    name: "drupal",
    url: "https://city.example.gov/news/port-open",
    html: `<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Port was open | City of Westmere</title><meta name="dcterms.date" content="2025-04-08"><link rel="canonical" href="https://city.example.gov/news/port-open"></head><body class="path-node page-node-type-article"><div class="region region-header"><a>City of Westmere</a></div><nav class="breadcrumb"><ol><li><a>Home</a></li><li><a>News</a></li></ol></nav><div class="region-content"><h1><span class="field field--name-title">Port was open</span></h1><article class="node node--type-article"><footer class="node__meta"><div class="node__submitted">Submitted by <span class="field field--name-uid"><span>press.office</span></span> on <span class="field field--name-created">Tue, 04/08/2025 - 14:30</span></div></footer><div class="node__content"><div class="field field--name-body"><p>${A}</p><p>${B}</p><p>${C}</p></div><div class="field field--name-field-tags"><h4>Tags</h4><ul><li>harbour</li></ul></div></div></article></div></body></html>`,
    want: { title: "Port was open", site: "City of Westmere", pub: "2025-04-08" },
    must: [A, B, C],
    not: ["Submitted by", "Home"],
  },
  {
    name: "mediawiki",
    url: "https://wiki.example.org/wiki/Port_rumour",
    html: `<!DOCTYPE html><html class="client-nojs" lang="en"><head><title>Port rumour - Westmere Wiki</title><link rel="canonical" href="https://wiki.example.org/wiki/Port_rumour"></head><body class="mediawiki ns-0"><div id="mw-head"><ul><li>Log in</li></ul></div><div id="content" class="mw-body"><h1 id="firstHeading" class="firstHeading">Port rumour</h1><div id="bodyContent"><div id="siteSub">From Westmere Wiki</div><div id="mw-content-text"><div class="mw-parser-output"><p>${A}<sup class="reference"><a href="#cite_note-1">[1]</a></sup></p><h2><span class="mw-headline">History</span><span class="mw-editsection">[<a>edit</a>]</span></h2><p>${B}</p><p>${C}</p></div></div><div class="printfooter">Retrieved from "https://wiki.example.org/"</div><div id="catlinks">Categories: Rumours</div></div></div><div id="footer"><ul id="footer-info"><li id="footer-info-lastmod"> This page was last edited on 9 April 2025, at 10:01 (UTC).</li></ul></div></body></html>`,
    want: { title: "Port rumour" },
    must: [A, B, C],
    not: ["Log in", "[edit]", "Retrieved from", "Categories"],
  },
  {
    name: "blogger",
    url: "https://quayblog.blogspot.example/2025/04/port-was-open.html",
    html: `<!DOCTYPE html><html dir='ltr' lang='es'><head><title>Diario del puerto: El puerto estaba abierto</title><link rel='canonical' href='https://quayblog.blogspot.example/2025/04/port-was-open.html'/></head><body><div class='header'><h1 class='title'><a>Diario del puerto</a></h1></div><div class='blog-posts hfeed'><div class="date-outer"><h2 class='date-header'><span>martes, 8 de abril de 2025</span></h2><div class='post hentry'><h3 class='post-title entry-title' itemprop='name'>El puerto estaba abierto</h3><div class='post-body entry-content' itemprop='description articleBody'>La autoridad portuaria de Ribera dijo el martes que ningún barco había sido rechazado, tras difundirse un mensaje sobre un supuesto cierre del puerto.<br /><br />Nunca hubo tal orden, dijo un portavoz a este diario, y el puerto estuvo abierto toda la semana para barcos de todo tamaño y toda bandera.<br /><br />El mensaje apareció primero en un grupo de camioneros, llevaba un logotipo antiguo y daba un teléfono que no existe.</div><div class='post-footer'><span class='post-author vcard'>Publicado por <span class='fn' itemprop='author'>Ana Prado</span></span> <span class='post-timestamp'>en <a class='timestamp-link'><abbr class='published' itemprop='datePublished' title='2025-04-08T09:12:00+02:00'>9:12</abbr></a></span></div></div></div></div><div class='comments'><h4>1 comentario:</h4><p>Pues yo vi la verja cerrada el lunes por la tarde.</p></div><div class='sidebar'><h2>Archivo del blog</h2></div></body></html>`,
    want: { title: "El puerto estaba abierto", author: "Ana Prado", pub: "2025-04-08" },
    must: ["ningún barco", "toda bandera", "teléfono que no existe"],
    not: ["verja cerrada", "Archivo del blog"],
  },
  {
    name: "squarespace",
    url: "https://dock.example.com/journal/port-open",
    html: `<!doctype html><html lang="en-GB"><head><title>Port was open — Dock Journal</title><meta property="og:site_name" content="Dock Journal"><meta property="og:title" content="Port was open — Dock Journal"><meta itemprop="datePublished" content="2025-04-08T10:00:00+0100"><meta itemprop="dateModified" content="2025-04-08T12:00:00+0100"><meta itemprop="author" content="Ann Writer"></head><body><main><article class="entry h-entry hentry"><h1 class="entry-title entry-title--large p-name" itemprop="headline">Port was open</h1><div class="blog-meta-item blog-meta-item--date"><time class="dt-published" datetime="Apr 8">8 Apr</time></div><div class="blog-item-content e-content"><div class="sqs-layout"><div class="sqs-block html-block"><div class="sqs-block-content"><p style="white-space:pre-wrap;">${A}</p><p style="white-space:pre-wrap;">${B}</p></div></div><div class="sqs-block newsletter-block"><p>Subscribe to our newsletter for harbour news each month.</p></div><div class="sqs-block html-block"><div class="sqs-block-content"><p>${C}</p></div></div></div></div></article></main></body></html>`,
    want: { title: "Port was open", author: "Ann Writer", site: "Dock Journal", pub: "2025-04-08" },
    must: [A, B, C],
    not: [],
  },
  {
    name: "wechat article",
    url: "https://mp.weixin.example/s/abcdef",
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title><meta property="og:title" content="港口从未封闭"><meta property="og:site_name" content="微信公众平台"><meta property="og:article:author" content="林晓"></head><body id="activity-detail"><div id="js_article" class="rich_media"><div class="rich_media_inner"><h1 class="rich_media_title" id="activity-name">港口从未封闭</h1><div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">林晓</span><span class="rich_media_meta rich_media_meta_nickname"><a id="js_name">临江发布</a></span><em id="publish_time" class="rich_media_meta rich_media_meta_text">2025年04月08日 18:30</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden;"><section><p>${Z1}</p><p>${Z2}</p><p>${Z3}</p></section></div></div></div><div id="js_pc_qr_code"><p>微信扫一扫关注该公众号</p></div></body></html>`,
    want: { title: "港口从未封闭", author: "林晓", pub: "2025-04-08" },
    must: [Z1, Z2, Z3],
    not: ["扫一扫"],
  },
  {
    name: "chinese portal",
    url: "https://news.example.cn/c/2025-04-08/doc-abc.shtml",
    html: `<!DOCTYPE html><html><head><meta charset="utf-8"><title>港务局：港口从未封闭_临江新闻网</title><meta name="keywords" content="港口"><meta name="publishdate" content="2025-04-08"></head><body><div class="nav"><a>首页</a><a>新闻</a><a>财经</a></div><div class="main-content"><h1 class="main-title">港务局：港口从未封闭</h1><div class="date-source"><span class="date">2025年04月08日 17:42</span> <span class="source">来源：临江日报</span></div><div class="article" id="article"><p>　　${Z1}</p><p>　　${Z2}</p><p>　　${Z3}</p><p class="show_author">责任编辑：王明</p></div><div class="tuijian"><h3>相关阅读</h3><a>另一条新闻</a></div></div></body></html>`,
    want: { title: "港务局：港口从未封闭", pub: "2025-04-08" },
    must: [Z1, Z2, Z3],
    not: ["首页", "相关阅读"],
  },
  {
    name: "arc fusion graph",
    url: "https://www.paper.example/local/port-open/",
    html: `<!DOCTYPE html><html lang="en"><head><title>Port was open, authority says - The Paper</title><script type="application/ld+json">{"@context":"http://schema.org","@graph":[{"@type":"NewsMediaOrganization","@id":"https://www.paper.example/#org","name":"The Paper"},{"@type":"Person","@id":"#a","name":"Ann Writer"},{"@type":"Person","@id":"#b","name":"Bo Scribe"},{"@type":"ReportageNewsArticle","headline":"Port was open, authority says","datePublished":"2025-04-08T13:00:00Z","dateModified":"2025-04-08T15:30:00Z","author":[{"@id":"#a"},{"@id":"#b"}],"publisher":{"@id":"https://www.paper.example/#org"}}]}</script><script>window.Fusion={"globalContent":{}}</script></head><body><div id="fusion-app"><header class="b-header"><nav>News Sports</nav></header><main><div class="b-headline"><h1>Port was open, authority says</h1></div><div class="b-byline"><span>By <a>Ann Writer</a> and <a>Bo Scribe</a></span></div><span class="b-date"><time datetime="2025-04-08T13:00:00Z">April 8, 2025 at 9:00 a.m. EDT</time></span><article class="b-article-body"><p class="c-paragraph">WESTMERE (AP) — ${A}</p><p class="c-paragraph">${B}</p><div class="b-ad">ADVERTISEMENT</div><p class="c-paragraph">${C}</p></article></main></div></body></html>`,
    want: { title: "Port was open, authority says", author: "Ann Writer, Bo Scribe", site: "The Paper", pub: "2025-04-08", wire: "AP" },
    must: [A, B, C],
    not: ["ADVERTISEMENT"],
  },
  {
    name: "old table",
    url: "http://old.example.ru/news/2005/03/17/port.html",
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>Порт был открыт :: Вести Приморья</title></head><body bgcolor="#ffffff"><table width="100%"><tr><td colspan="3"><b>Вести Приморья</b> | <a href="/">Главная</a> | <a href="/arc">Архив</a></td></tr><tr><td width="150"><a href="/1">Политика</a><br><a href="/2">Спорт</a></td><td><font size="5"><b>Порт был открыт</b></font><br><font size="1">17.03.2005 14:20</font><p>Администрация порта заявила в четверг, что ни одному судну не было отказано во входе, после того как распространилось сообщение о закрытии порта.</p><p>Такого приказа никогда не было, сказал представитель порта нашей газете, и порт всю неделю был открыт для судов любого размера и флага.</p><p>Сообщение впервые появилось в чате водителей грузовиков, имело старый логотип и номер телефона, которого не существует.</p><p align="right"><i>Анна Петрова</i></p></td><td width="150">Реклама</td></tr></table></body></html>`,
    want: { title: "Порт был открыт", pub: "2005-03-17" },
    must: ["ни одному судну", "любого размера", "не существует"],
    not: ["Политика", "Реклама"],
  },
  {
    name: "amp",
    url: "https://www.site.example/amp/port-open",
    html: `<!doctype html><html ⚡ lang="de"><head><meta charset="utf-8"><title>Hafen war offen - Küstenblatt</title><link rel="canonical" href="https://www.site.example/port-open"><script async src="https://cdn.ampproject.org/v0.js"></script><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","mainEntityOfPage":"https://www.site.example/port-open","headline":"Hafen war offen","datePublished":"2025-04-08T12:00:00+02:00","author":{"@type":"Person","name":"Anna Schreiber"},"publisher":{"@type":"Organization","name":"Küstenblatt"}}</script></head><body><amp-sidebar id="sb"><ul><li>Start</li><li>Sport</li></ul></amp-sidebar><amp-consent><div>Wir verwenden Cookies und ähnliche Technologien, um Ihnen Werbung zu zeigen, die zu Ihnen passt, und bitten um Ihre Zustimmung.</div></amp-consent><article><h1>Hafen war offen</h1><p class="byline">Von Anna Schreiber</p><p>Die Hafenbehörde von Westmeer erklärte am Dienstag, dass kein Schiff abgewiesen worden sei, nachdem eine Nachricht über einen geschlossenen Hafen geteilt worden war.</p><amp-ad width=300 height=250></amp-ad><p>Einen solchen Befehl habe es nie gegeben, sagte ein Sprecher dieser Zeitung, und der Hafen sei die ganze Woche für Schiffe jeder Größe offen gewesen.</p><p>Die Nachricht erschien zuerst in einer Gruppe von Lastwagenfahrern, trug ein altes Logo und nannte eine Telefonnummer, die es nicht gibt.</p></article></body></html>`,
    want: {
      title: "Hafen war offen",
      author: "Anna Schreiber",
      site: "Küstenblatt",
      pub: "2025-04-08",
      canonical: "https://www.site.example/port-open",
    },
    must: ["kein Schiff", "jeder Größe", "nicht gibt"],
    not: ["Cookies", "Sport"],
  },
];
for (const { name, url, html, want, must, not } of pages)
  test(`a page of ${name}`, () => {
    const { title, author, site, publishedAt, wireCredit, canonicalUrl, text } = pageOf({
      ...{ kind: "article", url, title: null, text: null, html, lang: null, publishedAt: null, author: null },
    });
    const found: Record<string, unknown> = {
      ...{ title, author, site, pub: publishedAt?.value.slice(0, 10), wire: wireCredit, canonical: canonicalUrl },
    };
    for (const [field, value] of Object.entries(want)) assert.equal(found[field], value, field);
    for (const words of must) assert.ok(text.includes(words), words);
    for (const words of not) assert.ok(!text.includes(words), words);
  });
