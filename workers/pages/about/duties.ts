/** The pages that an instance owes to the public: who crawls and how to stop it, what is stored about whom, and where to report a security hole. */
import { DAY } from "../../../shared/durations.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { html, type Markup, type Page } from "../ui/html.ts";
import { shell } from "../ui/shell.ts";

/** How to reach who runs the instance. */
interface Contact {
  href: string;
  label: string;
}
/** The contact that the variable CONTACT names: a mail address or a page; null for anything else. */
export function contactOf(given: string | undefined): Contact | null {
  const label = given?.trim() ?? "";
  if (/^https?:\/\/[^\s"<>]{3,200}$/i.test(label)) return { href: label, label };
  const mail = label.replace(/^mailto:/i, "");
  return /^[^\s"<>@:/]{1,100}@[^\s"<>@:/]{3,100}$/.test(mail) ? { href: `mailto:${mail}`, label: mail } : null;
}
const reach = (contact: Contact | null): Markup =>
  contact ? html`<a href="${contact.href}">${contact.label}</a>` : html`the people who run this site (they have given no address here)`;

/** The page `/bot`, which tells owners of crawled sites what visits them. */
export function botPage(baseUrl: string, contact: Contact | null, userAgent: string | null): Page {
  const main = html`<h1>The crawler</h1><p class=lead>This instance of Whence visits pages and feeds that its editors chose, to see when a claim was published, changed or answered.</p>
<dl class=facts><dt>It calls itself</dt><dd>${userAgent ? html`<code>${userAgent}</code>` : "It does not crawl: no contact is set."}</dd>
<dt>robots.txt</dt><dd>is obeyed for <code>Whence</code>, else for <code>*</code> (RFC 9309), with <code>Crawl-delay</code></dd>
<dt>How often</dt><dd>one request at a time per host, with a pause between requests; each page at most every five minutes, and more seldom if it rarely changes; <code>Retry-After</code> is obeyed</dd>
<dt>What it asks for</dt><dd>the pages and feeds themselves, with <code>If-None-Match</code> where it has a copy: no pictures, no scripts, no forms</dd>
<dt>What it keeps</dt><dd>text, author, title, dates and links of documents that concern a claim; see <a href="${baseUrl}/privacy">privacy</a></dd></dl>
<h2>To stop it</h2><p>Put these two lines into your robots.txt, which the crawler reads again within a day:</p><pre>User-agent: Whence
Disallow: /</pre><p>Or write to ${reach(contact)}.</p>`;
  return shell({ baseUrl, title: "The crawler", main });
}

/** The page `/privacy`. */
export function privacyPage(baseUrl: string, contact: Contact | null): Page {
  const named =
    publishPolicy() === "all"
      ? "This site shows what a program has read, also sentences about named persons, before an editor has seen it."
      : "A sentence in which a program found a named person is shown to the public only after an editor has accepted it.";
  const main = html`<h1>Privacy</h1><p class=lead>What this site knows of the people who read it, and of the people whose words it shows.</p>
<h2>If you read this site or an embedded timeline</h2><ul><li>This site sets no cookies for readers, loads no scripts, fonts or pictures from other sites, and does not count its readers.</li><li>The server sees your IP address and browser, as every server does; it stores neither in its database. Cloudflare, which runs the servers, handles them under its own terms.</li><li>Signed-in editors have one cookie, which names their session. What they decide is logged under their name.</li></ul>
<h2>If you wrote something that is shown here</h2><ul><li>This site stores public posts and articles, or parts of them: text, address, author’s name and handle, time. They came from public pages or the platforms’ public interfaces, or an editor entered them.</li><li>They are stored to show where a public claim appeared first, how it travelled and who answered it. Nothing here says whether a claim is true.</li><li>${named}</li></ul>
<h2>To have something corrected or erased</h2><p>Write to ${reach(contact)} with the address of the page. What is wrong is corrected or taken off at once; that it stood there can be read among the page’s earlier versions, which search engines are asked to leave out. An erased document loses its words, its author and its address in the database at once, in earlier versions too; its place in the graph stays as an empty mark, and it is not stored again. Copies in backups are gone within 30 days.</p>`;
  return shell({ baseUrl, title: "Privacy", main });
}

/** For how long a security.txt is valid: RFC 9116 recommends less than a year. */
const GOOD_FOR_DAYS = 180;
/** `/.well-known/security.txt` (RFC 9116). */
export function securityText(baseUrl: string, contact: Contact, now: number): string {
  const expires = new Date(now + GOOD_FOR_DAYS * DAY).toISOString().replace(/\.\d+/, "");
  const canonical = `${baseUrl}/.well-known/security.txt`;
  return [`Contact: ${contact.href}`, `Expires: ${expires}`, "Preferred-Languages: en", `Canonical: ${canonical}`, ""].join("\n");
}
