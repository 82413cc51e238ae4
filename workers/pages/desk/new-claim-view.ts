/** The page for a new claim: its wording, the document that makes it, and similar claims. Works without script. */

import { keyWords as k } from "../../../shared/i18n/desk/frame.en.ts";
import { newClaim as m } from "../../../shared/i18n/desk/pages.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import type { SimilarClaim as Similar } from "../../store/claims/find.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { faultAt, frame, hidden, options, type Strip } from "./frame.ts";

export interface NewClaimData {
  baseUrl: string;
  viewer: Viewer;
  /** What was typed: text, subject, document, quote, stance. */
  form: Record<string, string>;
  /** Claims similar to the wording `looked`; null before the search. */
  similar: Similar[] | null;
  strip: Strip | null;
}

function near({ similar, baseUrl }: NewClaimData): Markup {
  if (!similar) return nothing;
  if (!similar.length) return html`<p class="soft s">${m.none}</p>`;
  const item = (one: Similar) =>
    html`<li class=found><div><a class=claim-name href="${baseUrl}/c/${one.id}?as=editor">${source(one.text, 300)}</a><p class="s soft">${
      one.tracked ? m.followed : m.proposed
    } · ${one.same ? m.same : m.likeness(one.score)}</p></div><p>${
      one.tracked
        ? html`<a class="btn small" href="${baseUrl}/c/${one.id}?as=editor">${m.open}</a>`
        : html`<a class="btn small" href="${baseUrl}/review?kind=claim&claim=${one.id}">${m.follow}</a>`
    }</p></li>`;
  return html`<section aria-labelledby=near><h2 id=near>${m.near(similar.length)}</h2><p class="soft s">${
    m.nearHint
  }</p><ul class=plain role=list>${similar.map(item)}</ul></section>`;
}
/** The page with the form. */
export function newClaimPage(data: NewClaimData): Page {
  const { baseUrl, viewer, form, similar, strip } = data;
  const { text = "", subject = "", document = "", quote = "", stance = "support" } = form;
  const isLooked = similar !== null;
  const [inText, inSubject, inQuote] = ["text", "subject", "quote"].map((name) => faultAt(strip, name));
  const from =
    document &&
    html`<fieldset class="fields panel"><legend class=sr>${m.fromDocument}</legend><p class="w6 s"><a href="${baseUrl}/d/${document}">${
      m.fromDocument
    }</a>. ${m.fromDocumentHint}</p><div class=w6><label for=n-quote>${m.quote}</label>${
      inQuote?.said
    }<textarea id=n-quote name=quote maxlength=5000${inQuote?.mark}>${quote}</textarea></div><div class=w3><label for=n-stance>${
      m.stance
    }</label><select id=n-stance name=stance>${options(desk.stances, stance)}</select></div>${hidden({ document })}</fieldset>`;
  const wording = html`<div><label for=n-text>${m.wording}</label>${
    inText?.said
  }<textarea id=n-text name=text maxlength=2000 required autofocus${inText?.mark}>${text}</textarea></div>`;
  const about = html`<div><label for=n-subject>${m.subject}</label>${
    inSubject?.said
  }<input type=text id=n-subject name=subject maxlength=256 value="${subject}"${inSubject?.mark}></div>`;
  const acts = html`<p class=row><button class="btn primary" name=do value=make>${
    similar?.length ? m.makeAll : m.make
  }</button><button class=btn name=do value=look>${m.look}</button></p>`;
  const looked = hidden({ looked: isLooked ? text : "" });
  const main = html`<div class="wrap narrow"><h1 tabindex=-1>${m.title}</h1><p class=soft>${m.hint}</p><form class=grid method=post action="${
    baseUrl
  }/claims/new">${looked}${wording}${about}${from}${near(data)}<p class=soft>${m.effect}</p>${acts}</form></div>`;
  return frame({
    baseUrl,
    viewer,
    page: "claim",
    title: m.title,
    waiting: null,
    strip,
    main,
    keys: [["Ctrl Enter", isLooked ? k.makeIt : k.lookThenMake]],
  });
}
