import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { oembed } from "../../workers/pages/embed/oembed.ts";
import { noChromium, openSite, type Site, visit } from "./support/chrome.ts";
import { baseUrl, embed } from "./support/pages.ts";
import { sampleTimeline } from "./support/sample.ts";

interface Message {
  [key: string]: unknown;
}

describe("embed in other people's pages", { skip: noChromium }, () => {
  let site: Site;
  before(async () => {
    site = await openSite();
    site.pages.set("/embed", embed(sampleTimeline()));
    const listen = "<script>window.got=[];addEventListener('message',e=>got.push(e.data))</script>";
    const host = (frame: string) => ({ html: `<!doctype html><html lang=en><title>host</title>${listen}${frame}</html>`, csp: "" });
    site.pages.set("/plain", host(`<iframe src="/embed" width=600 height=150></iframe><script src=/embed.js></script>`));
    site.pages.set("/pym", host(`<iframe src="/embed?initialWidth=600&childId=box" width=600></iframe>`));
    site.pages.set("/wordpress", host(`<iframe sandbox="allow-scripts" src="/embed#?secret=AbC123" width=600></iframe>`));
  });
  after(() => site.close());

  /** What a host has heard, and the height of its frame, once it has heard a height and, if it `grows`, its frame has the last one. */
  async function messages(path: string, grows = false): Promise<{ got: unknown[]; frame: number }> {
    const tab = await site.tab({ viewport: { width: 800, height: 900 } });
    await visit(tab, site.origin + path);
    // The embed's first message may come before `embed.js` listens; it says its height again within two seconds.
    const heard = await tab.waitForFunction((mustGrow) => {
      const { got } = globalThis as unknown as { got: Message[] };
      const frame = document.querySelector("iframe")?.getBoundingClientRect().height ?? 0;
      const last = got.findLast((m) => m["type"] === "whence:height");
      return last && (!mustGrow || Math.abs(frame - Number(last["height"])) <= 4) ? { got: [...got], frame } : null;
    }, grows);
    const result = (await heard.jsonValue()) as { got: unknown[]; frame: number };
    await tab.context().close();
    return result;
  }
  const heightOf = (got: unknown[]) => Number((got as Message[]).findLast((m) => m["type"] === "whence:height")?.["height"]);

  test("a plain host gets the height with the claim's id, AMP its own form, and the frame grows", async () => {
    const { got, frame } = await messages("/plain", true);
    const height = heightOf(got);
    assert.ok(height > 300 && height <= 1600, String(height));
    assert.ok((got as Message[]).some((m) => m["sentinel"] === "amp" && m["type"] === "embed-size" && m["height"] === height));
    assert.ok((got as Message[]).every((m) => m["type"] !== "whence:height" || m["id"] === sampleTimeline().claim.id));
    assert.ok(Math.abs(frame - height) <= 4, `frame ${frame}, content ${height}`);
  });

  test("WordPress gets the height with its secret, from a sandboxed frame", async () => {
    const { got } = await messages("/wordpress");
    const found = (got as Message[]).findLast((m) => m["message"] === "height");
    assert.deepEqual(found, { message: "height", value: heightOf(got), secret: "AbC123" });
  });

  test("pym gets its string", async () => {
    const { got } = await messages("/pym");
    assert.ok(got.includes(`pymxPYMxboxxPYMxheightxPYMx${heightOf(got)}`), JSON.stringify(got));
  });

  test("oEmbed answers within the sizes asked for, as one frame that is as wide as there is room; low ones get the summary", () => {
    const of = (maxwidth: number | null, maxheight: number | null) =>
      oembed({ id: "c1", text: `“A” <b>claim</b>\u202E` }, { baseUrl, maxwidth, maxheight }) as Record<string, unknown>;
    const sizes = (maxwidth: number | null, maxheight: number | null) => {
      const { width, height, html } = of(maxwidth, maxheight);
      return [width, height, String(html).includes("compact=1")];
    };
    assert.deepEqual([of(null, null)["type"], of(null, null)["version"]], ["rich", "1.0"]);
    assert.deepEqual(sizes(null, null), [760, 1300, false]);
    assert.deepEqual(sizes(320, null), [320, 2000, false]);
    assert.deepEqual(sizes(600, 900), [600, 850, true]);
    assert.deepEqual(sizes(320, 300), [320, 300, true]);
    const html = String(of(null, null)["html"]);
    assert.match(html, /^<iframe [^<]* width="100%" [^<]*><\/iframe>$/);
    assert.ok(!html.includes("\u202E") && !html.includes("<b>"));
  });
});
