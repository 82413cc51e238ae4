import assert from "node:assert/strict";
import { test } from "node:test";
import { identify, idOfUrl } from "../../../shared/model/identity.ts";
import type { Found } from "../../../workers/sources/adapter.ts";
import { telegram } from "../../../workers/sources/adapters/telegram.ts";
import { contract } from "../contract.ts";

const html = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
interface Parts {
  text?: string;
  forwarded?: string;
  reply?: string;
  edited?: boolean;
  preview?: string;
  name?: string;
}
/** A message as the preview page has it. */
const message = (n: number, { text, forwarded = "", reply = "", edited = false, preview = "", name = "City Desk" }: Parts) =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="CityDesk/${n}" data-view="eyJj">` +
  `<div class="tgme_widget_message_user"><a href="https://t.me/CityDesk"><i class="tgme_widget_message_user_photo bgcolor0"><img src="https://cdn.example/a.jpg"></i></a></div>` +
  `<div class="tgme_widget_message_bubble"><i class="tgme_widget_message_bubble_tail"></i>` +
  `<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/CityDesk"><span dir="auto">${name}</span></a></div>${forwarded}${reply}` +
  (text === undefined
    ? `<a class="tgme_widget_message_photo_wrap" href="https://t.me/CityDesk/${n}"></a>`
    : `<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div>`) +
  preview +
  `<div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info">` +
  `<span class="tgme_widget_message_views">1.2K</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta">${edited ? "edited &nbsp;" : ""}` +
  `<a class="tgme_widget_message_date" href="https://t.me/CityDesk/${n}"><time datetime="2026-02-01T1${n % 10}:15:00+00:00" class="time">1${n % 10}:15</time></a></span></div></div></div></div></div>\n`;
const page = (messages: string) =>
  `<!DOCTYPE html><html><head><title>City Desk – Telegram</title></head><body class="widget_frame_base"><div class="tgme_channel_info"><div class="tgme_channel_info_header">City Desk</div></div>` +
  `<section class="tgme_channel_history js-message_history">${messages}</section></body></html>`;

const FORWARD = `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="tgme_widget_message_forwarded_from_name" href="https://t.me/OtherDesk/55"><span dir="auto">Other</span></a></div>`;
const HIDDEN = `<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<span class="tgme_widget_message_forwarded_from_name" dir="auto">A reader</span></div>`;
const REPLY = `<a class="tgme_widget_message_reply user-color-default" href="https://t.me/CityDesk/1"><div class="tgme_widget_message_author accent_color"><span class="tgme_widget_message_author_name" dir="auto">City Desk</span></div><div class="tgme_widget_message_text js-message_reply_text" dir="auto">The bridge…</div></a>`;
const PREVIEW = `<a class="tgme_widget_message_link_preview" href="https://city.example/speech"><div class="link_preview_site_name accent_color" dir="auto">City</div><div class="link_preview_title" dir="auto">Speech</div></a>`;
const messages = [
  message(1, {
    text: 'The bridge stays open.<br/><br/>In full: <a href="https://city.example/note" target="_blank">the note</a> – <a href="?q=%23bridge">#bridge</a>',
    edited: true,
  }),
  message(2, { text: "Мост закрыт, пишут читатели", forwarded: FORWARD }),
  message(3, { text: "Said again", reply: REPLY, preview: PREVIEW }),
  message(4, { text: "From a reader", forwarded: HIDDEN }),
  message(5, {}),
  message(6, { reply: REPLY }),
];
const ok = page(messages.join(""));

contract({
  adapter: telegram,
  config: { channel: "CityDesk" },
  refuses: [{}, { channel: "@CityDesk" }, { channel: "a" }, { channel: "CityDesk", query: "x", post: "1" }, { channel: "../../x" }],
  contentType: "text/html; charset=utf-8",
  ok,
  yields: { documents: 4, next: 0, gone: 0 },
  empty: page(""),
  broken: {
    text: page(messages.map((text, i) => (i === 1 ? text.replace(/<time[^>]*>/, '<time datetime="') : text)).join("")),
    yields: { documents: 3 },
  },
  hostile: (text) => page(message(1, { text: html(text), name: html(text), forwarded: HIDDEN.replace("A reader", html(text)) })),
  many: (count) => page(Array.from({ length: count }, (_, i) => message(i, { text: "Words that go on. ".repeat(40) })).join("")),
});

const context = { since: null, now: 0, secrets: {} };
const read = (text: string, config: object, since: number | null = null): Found => {
  const request = telegram.requests(config as never, context)[0] as never;
  return telegram.parse({ request, url: "https://t.me/s/CityDesk", contentType: null, headers: {}, text, at: 0 }, config as never, {
    ...context,
    since,
  });
};

test("forwards, replies and links of a channel are edges, whatever the case of its name", () => {
  const [first, second, third, fourth] = read(ok, { channel: "citydesk" }).documents;
  assert.equal(first?.text, "The bridge stays open.\n\nIn full: the note (https://city.example/note) – #bridge");
  assert.equal(first?.publishedAt, "2026-02-01T11:15:00+00:00");
  assert.ok(first);
  assert.equal(identify(first).id, idOfUrl("https://t.me/s/CityDesk/1"));
  assert.equal(second?.repostOf, "https://t.me/otherdesk/55");
  assert.equal(third?.replyTo, "https://t.me/citydesk/1");
  assert.match(third?.text ?? "", /https:\/\/city\.example\/speech$/);
  assert.deepEqual(fourth?.origin, { name: "A reader" });
});

test("a link that the preview escapes twice leads where it says", () => {
  const [found] = read(page(message(1, { text: 'See <a href="https://city.example/?a=1&amp;amp;b=2" onclick="x">the note</a>' })), {
    channel: "citydesk",
  }).documents;
  assert.equal(found?.text, "See the note (https://city.example/?a=1&b=2)");
});

test("in a group, a message is its member's and not the group's", () => {
  const owner = 'href="https://t.me/CityDesk"><span';
  const member = (change: string) => {
    const [found] = read(page(message(1, { text: "Who says so?", name: "Ann Example" }).replace(owner, change)), {
      channel: "citydesk",
    }).documents;
    assert.ok(found);
    return [found.author, identify(found).handle, identify(found).id === idOfUrl("https://t.me/citydesk/1")];
  };
  assert.deepEqual(member('href="https://t.me/annex"><span'), [
    { handle: "annex", name: "Ann Example", url: "https://t.me/annex" },
    "annex",
    true,
  ]);
  assert.deepEqual(member("><span"), [{ name: "Ann Example" }, null, true]);
});

test("a post by itself may be gone, a channel may have no preview, and a run goes back to the last", () => {
  assert.deepEqual(telegram.visits?.("https://t.me/CityDesk/7?single"), { channel: "citydesk", post: "7" });
  assert.equal(telegram.visits?.("https://t.me/CityDesk"), null);
  const error = '<!doctype html><body><div class="tgme_widget_message_error">Post not found</div></body>';
  assert.deepEqual(read(error, { channel: "citydesk", post: "7" }).gone, ["https://t.me/citydesk/7"]);
  assert.deepEqual(
    read(error.replace("Post not found", "Channel is private"), { channel: "citydesk", post: "7" }).gone,
    [],
    "not seen is not gone",
  );
  assert.equal(
    read("<!doctype html><title>Telegram: Contact</title><body>View in Telegram</body>", { channel: "citydesk" }).skipped[0]?.why,
    "is no preview of a channel",
  );
  assert.equal(read(ok, { channel: "citydesk" }, Date.UTC(2026, 0, 1)).next[0]?.url, "https://t.me/s/citydesk?before=1");
  assert.deepEqual(read(ok, { channel: "citydesk" }, Date.UTC(2026, 1, 2)).next, []);
});
