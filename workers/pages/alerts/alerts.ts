/** The alerts page: changes on watched claims, and the subscriptions with their state. */
import { deskList as m, deskAlerts as w } from "../../../shared/i18n/desk/pages.en.ts";
import { ENGLISH, instantInWords, plain } from "../../../shared/i18n/index.ts";
import type { Channel } from "../../../shared/notify/subscription.ts";
import type { Follow } from "../../store/desk/follows.ts";
import type { Subscription } from "../../store/notify/subscriptions.ts";
import { ago, faultAt, frame, hidden, onceField, options, type Strip, visibilityPill } from "../desk/frame.ts";
import { html, type Markup, nothing, type Page, source } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";

export interface AlertsData {
  baseUrl: string;
  viewer: Viewer;
  subscriptions: Subscription[];
  /** Watched claims, latest changes first, with the number of suggestions that wait for review. */
  follows: (Follow & { waiting: number })[];
  now: number;
  /** Numbers of messages that wait or could not be delivered, by subscription. */
  waiting: ReadonlyMap<string, { waiting: number; dead: number }>;
  /** Wordings of followed claims, by id. */
  claims: ReadonlyMap<string, string>;
  strip: Strip | null;
  /** Shown only once: the secret of a webhook, the addresses of a feed. */
  shown: { secret: string | null; feeds: string[] } | null;
  /** The input of a refused form, or the values that a link fills in. */
  typed: Readonly<Record<string, string>>;
}
const CHANNELS: Record<Channel, string> = w.kinds;
/** The types of events of each choice of the form. */
export const SUBJECTS: Record<keyof typeof w.subjects, string[]> = {
  all: [],
  answers: ["sighting.*", "verdict.*", "document.corrected", "document.changed"],
  seen: ["document.read"],
  claims: ["claim.*"],
  instance: ["verify.failed", "crawl.stalled"],
};
/** The subject of a filter, in words. */
function subjectOf({ types }: Subscription["filter"]): string {
  const known = (Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[]).find((name) => SUBJECTS[name].join() === types.join());
  return known ? w.subjects[known] : types.join(", ");
}

function row(subscription: Subscription, { baseUrl, waiting, claims }: AlertsData): Markup {
  const { waiting: waits, dead } = waiting.get(subscription.id) ?? { waiting: 0, dead: 0 };
  const followed = subscription.filter.claims.map((id) => claims.get(id) ?? id);
  const of = followed.length ? html`: ${followed.map((one, i) => html`${i > 0 && ", "}“${source(one, 120)}”`)}` : nothing;
  const { kind, delivered, deliveredAt } = subscription;
  const sent = deliveredAt === null ? w.nothingSent : w.sent(delivered, instantInWords(deliveredAt, ENGLISH));
  const went = kind === "feed" ? "" : sent;
  const held = [waits > 0 && w.wait(waits), dead > 0 && w.dead(dead)].filter(Boolean).join(" ");
  const act = (name: string, label: string, kind = "") =>
    html`<button class="btn small${kind}" name=do value=${name}>${label}<span class=sr>: ${plain(subscription.name, 60)}</span></button>`;
  return html`<li class=card><h2>${source(subscription.name, 100)} <span class="soft s">${CHANNELS[subscription.kind]}${
    subscription.enabled ? "" : ` · ${w.isOff}`
  }</span></h2><p>${subjectOf(subscription.filter)}${of}${subscription.filter.watched && `, ${w.onlyWatched}`}${
    subscription.filter.sure && `, ${w.onlyPublic}`
  }${subscription.pace === "daily" && `, ${w.daily}`}${
    subscription.kind !== "feed" && html` <span class=soft>→ ${source(subscription.target, 120)}</span>`
  }</p><p class="s soft">${went} ${held} ${
    subscription.why && html`<b>${source(subscription.why, 200)}</b>`
  }</p><form class="row tight" method=post action="${baseUrl}/alerts">${hidden({ id: subscription.id })}${
    subscription.kind !== "feed" && act("test", w.acts.test)
  }${dead > 0 && act("replay", w.acts.replay)}${subscription.kind === "webhook" && act("rotate", w.acts.rotate)}${
    subscription.enabled ? act("off", w.acts.off) : act("on", w.acts.on)
  }${act("end", w.acts.end, " bad")}</form></li>`;
}

/** Changes on watched claims since the viewer last looked. */
function watched({ follows, baseUrl, now }: AlertsData): Markup {
  const item = (one: AlertsData["follows"][number]) => {
    const isNew = one.changedAt > one.seenAt;
    const name = html`<span class=sr>: ${plain(one.text, 80)}</span>`;
    return html`<li class=found><div><a class=claim-name href="${baseUrl}/c/${one.mergedInto ?? one.claimId}?as=editor">${source(
      one.text,
      240,
    )}</a><p class="row s soft under">${visibilityPill(one.visibility)}${
      isNew
        ? html`<b>${one.mergedInto ? m.changed.merged : m.changed.what(one.newSightings, one.newResponses)}</b> <span>${ago(one.changedAt, now)}</span>`
        : html`<span>${w.nothingNew}</span>`
    }${
      one.waiting > 0 && html`<a href="${baseUrl}/review?claim=${one.claimId}">${m.waits(one.waiting)}</a>`
    }</p></div><form class="row tight" method=post action="${baseUrl}/watch">${hidden({ claim: one.claimId, back: "/alerts" })}${
      isNew && html`<button class="btn small" name=do value=seen>${m.changed.seen}${name}</button>`
    }<a class="btn small" href="${baseUrl}/alerts?claim=${one.claimId}#new-alert">${w.alsoByMail}${
      name
    }</a><button class="btn small quiet" name=do value=unwatch>${m.ticked.unwatch}${name}</button></form></li>`;
  };
  return html`<section aria-labelledby=watched><h2 id=watched>${w.watched}</h2>${
    follows.length ? html`<ul class=plain role=list>${follows.map(item)}</ul>` : html`<p class="empty s">${w.watchNone}</p>`
  }</section>`;
}

function form({ baseUrl, typed, claims, strip }: AlertsData): Markup {
  const text = (name: string, label: string, hint: string, more: Markup = nothing) => {
    const fault = faultAt(strip, name);
    return html`<div class=w2><label for="a-${name}">${label}</label>${fault.said}<input type=text id="a-${
      name
    }" name=${name} value="${typed[name] ?? ""}" aria-describedby="a-${name}-hint"${more}${fault.mark}><p class="s soft" id="a-${name}-hint">${hint}</p></div>`;
  };
  const inKind = faultAt(strip, "kind");
  const claim = typed["claim"] ?? "";
  return html`<section class=panel aria-labelledby=new-alert><h2 id=new-alert>${
    w.make
  }</h2><form class=fields method=post action="${baseUrl}/alerts">${onceField()}<div class=w2><label for=a-kind>${
    w.fields.kind
  }</label>${inKind.said}<select id=a-kind name=kind${inKind.mark}>${options(CHANNELS, typed["kind"] ?? "mail")}</select></div>${text(
    "target",
    w.fields.target,
    w.hints.target,
  )}${text(
    "name",
    w.fields.name,
    w.hints.name,
    html` required maxlength=100`,
  )}<div class=w2><label for=a-subject>${w.fields.subject}</label><select id=a-subject name=subject>${options(
    w.subjects,
    typed["subject"] ?? "all",
  )}</select></div>${text(
    "claim",
    w.fields.claim,
    claims.get(claim) ? `“${plain(claims.get(claim) ?? "", 120)}”` : w.hints.claim,
  )}<p class=w2><label class=tick><input type=checkbox name=watched value=1${typed["watched"] === "1" && html` checked`}> ${
    w.fields.watched
  }</label> <label class=tick><input type=checkbox name=sure value=1${typed["sure"] === "1" && html` checked`}> ${
    w.fields.sure
  }</label> <label class=tick><input type=checkbox name=daily value=1${typed["daily"] === "1" && html` checked`}> ${
    w.fields.daily
  }</label></p><p><button class="btn primary" name=do value=make>${w.begin}</button></p></form></section>`;
}

function shownPart({ shown }: AlertsData): Markup {
  if (!shown || (shown.secret === null && !shown.feeds.length)) return nothing;
  const what = shown.secret
    ? html`<p>${w.secret}</p><p><code>${shown.secret}</code></p>`
    : html`<p>${w.feeds}</p><ul>${shown.feeds.map((one) => html`<li><a href="${one}">${one}</a></li>`)}</ul>`;
  return html`<section class="panel" aria-label="${w.once}">${what}<p class="s soft">${w.keepIt}</p></section>`;
}

/** The page `/alerts`; its forms are sent to it. */
export function alertsPage(data: AlertsData): Page {
  const { baseUrl, viewer, subscriptions, strip } = data;
  const list = subscriptions.length
    ? html`<ul class="plain cards" role=list>${subscriptions.map((one) => row(one, data))}</ul>`
    : html`<p class="empty s">${w.none}</p>`;
  const main = html`<div class=wrap><h1>${w.title}</h1>${watched(data)}<section aria-labelledby=channels><h2 id=channels>${
    w.channels
  }</h2><p class="soft s">${w.channelsHint}</p>${shownPart(data)}${list}</section>${form(data)}<p class="s soft">${
    w.everybody
  } <a href="${baseUrl}/feed.atom">Atom</a>, <a href="${baseUrl}/feed.rss">RSS</a>, <a href="${baseUrl}/feed.json">JSON Feed</a>. ${
    w.programs
  } <a href="${baseUrl}/docs#subscriptions">${w.api}</a>.</p></div>`;
  return frame({ baseUrl, title: w.title, viewer, main, page: "alerts", waiting: null, strip });
}
