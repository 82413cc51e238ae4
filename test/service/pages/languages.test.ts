/** Pages in the reader's language, from workerd: its Intl must know the languages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { languages } from "../../../shared/i18n/index.ts";
import { startPage } from "../../../workers/pages/about/start.ts";
import { ANONYMOUS } from "../../../workers/pages/ui/viewer.ts";
import { startSample } from "../../browser/support/console-sample.ts";
import { openService } from "../support/harness.ts";

const service = await openService();
after(() => service.close());

test("embed, claim page, picture and oEmbed speak the language asked for, and caches keep them apart", async () => {
  const made = await service.call<{ id: string }>("POST", "/v1/claims", { text: "The mill of Osby was sold to a circus" });
  const { id } = made.body;
  await service.add({ text: "The mill of Osby was sold to a circus.", url: "https://a.example/1", publishedAt: "2025-09-05" });
  await service.call("POST", "/v1/sightings", { claim: id, document: "https://a.example/1" });
  const pages: Record<string, [string, string, RegExp]> = {
    en: ["en", "First known", /5 Sept? 2025/],
    de: ["de", "Zuerst bekannt", /5\. Sept?\. 2025/],
    es: ["es", "Primer registro", /5 sept? 2025/],
    zh: ["zh-Hans", "最早已知", /2025年9月5日/],
    fr: ["fr", "Première trace", /5 sept\.? 2025/],
    it: ["it", "Prima traccia", /5 set\.? 2025/],
    pt: ["pt", "Primeiro registo", /5 (?:de )?set\.?(?: de)? 2025/],
  };
  // The start page draws when its claims appeared.
  assert.match((await service.anonymous("GET", "/")).text, /<svg class=spark .*cx=[\d.]+ /);
  const etags = new Set<string | null>();
  for (const [lang, [tag, words, date]] of Object.entries(pages)) {
    for (const path of [`/embed/${id}`, `/c/${id}`, `/c/${id}/card.svg`]) {
      const asked = await service.anonymous("GET", `${path}?lang=${lang}`);
      const preferred = await service.anonymous("GET", path, undefined, { "accept-language": `nl, ${lang};q=0.9, en;q=0.1` });
      for (const { status, text, headers } of [asked, preferred]) {
        assert.equal(status, 200);
        assert.match(text, new RegExp(`lang="?${tag}\\b`));
        assert.ok(text.includes(words), `${path} in ${lang}`);
        assert.match(text, date);
        assert.match(headers.get("vary") ?? "", /accept-language/i);
        etags.add(`${path} ${headers.get("etag")}`);
      }
      const etag = preferred.headers.get("etag") ?? "";
      const again = (accept: string) => service.anonymous("GET", path, undefined, { "if-none-match": etag, "accept-language": accept });
      assert.equal((await again(lang)).status, 304);
      assert.equal((await again(lang === "de" ? "es" : "de")).status, 200);
    }
    const url = encodeURIComponent(`${service.origin()}/c/${id}?lang=${lang}`);
    const oembed = await service.anonymous<{ html: string; title: string }>("GET", `/oembed?url=${url}`);
    assert.ok(oembed.body.html.includes(`/embed/${id}?lang=${lang}"`), oembed.body.html);
  }
  // The API's words are English, whoever asks.
  const api = await service.get<{ answers: { firstKnown: string } }>(`/v1/claims/${id}/timeline`, { "accept-language": "de" });
  assert.match(api.body.answers.firstKnown, /5 Sept? 2025/);
  const code = await service.anonymous("GET", `/c/${id}/embed`);
  for (const name of ["English", "中文", "español", "Deutsch"]) assert.ok(code.text.includes(`>${name}</option>`), name);
});

test("a text whose tag names no language is told by its words, one with a region by its language", async () => {
  const text = "Die Hafenbrücke in Beispielstadt wurde gesperrt, weil 12 ihrer Schrauben aus Plastik sind";
  const post = "Die Hafenbrücke in Beispielstadt wurde am Montag gesperrt, weil ihre Schrauben angeblich aus Plastik sind, 12 davon";
  const { body: claim } = await service.call<{ id: string }>("POST", "/v1/claims", { text, lang: "und", ref: "hafen" });
  assert.equal((await service.call<{ lang: string }>("GET", `/v1/claims/${claim.id}`)).body.lang, "de");
  const found = async (lang?: string) => (await service.call("POST", "/v1/match", { text: post, ...(lang ? { lang } : {}) })).text;
  const own = await found("de");
  assert.match(own, /"decision":"linked"/);
  for (const lang of [undefined, "und", "mul", "zxx", "DE", "de-AT"]) assert.equal(await found(lang), own, lang);
  const tags = ["und", "zxx", "DE", "de-AT"];
  for (const [i, lang] of tags.entries())
    await service.add({
      text: `${post}, ${"sagt man überall am Hafen".split(" ").slice(i).join(" ")}`,
      lang,
      url: `https://t${i}.example/1`,
      publishedAt: "2025-05-01",
    });
  type Spread = { buckets: { languages: Record<string, number> }[] };
  assert.deepEqual((await service.call<Spread>("GET", `/v1/claims/${claim.id}/spread`)).body.buckets[0]?.languages, { de: tags.length });
});

test("where no claim is public, the page around an embed gets a sentence in its reader's language, and may show it", async () => {
  const said = new Set<string>();
  for (const lang of languages) {
    const { status, text, headers } = await service.anonymous("GET", `/embed/c${"0".repeat(26)}?lang=${lang}`);
    assert.equal(status, 404);
    assert.match(text, new RegExp(`^<!doctype html><html lang=${lang}>`));
    assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors \*$/);
    assert.match(text, /whence:height/, "the frame gets its height");
    said.add(/<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? "");
  }
  assert.equal(said.size, languages.length);
});

test("privacy, crawler, status and what is not there are told in each language, in the same parts and with the same links", async () => {
  const partsOf = (page: string) =>
    [...page.matchAll(/<(?:h[12]|li|p|dt|dd|pre|code)(?=[ >])|href="?(?:mailto:|\/privacy)[^?">]*/g)].join();
  for (const path of ["/privacy", "/bot", "/status", "/nothing-is-here"]) {
    const of = (lang: string, accept?: string) =>
      service.anonymous("GET", accept ? path : `${path}?lang=${lang}`, undefined, { accept: "text/html", "accept-language": accept ?? "" });
    const titles = new Set<string>();
    for (const lang of languages) {
      const { status, text } = await of(lang);
      assert.equal(status, path === "/nothing-is-here" ? 404 : 200);
      assert.match(text, new RegExp(`<html lang="?${lang}\\b`));
      assert.doesNotMatch(text, /<!--|[{}]|undefined/);
      assert.equal((await of(lang, `nl, ${lang};q=0.9`)).text, text, "the same by the browser's settings");
      if (status === 200) assert.equal(partsOf(text), partsOf((await of("en")).text), `${path} in ${lang}`);
      titles.add(/<h1>(?:<bdi[^>]*>)?([^<]*)/.exec(text)?.[1] ?? "");
    }
    // "Privacy" is Italian, too, and "Status" German.
    assert.equal(titles.size, path === "/nothing-is-here" || path === "/bot" ? languages.length : languages.length - 1);
    assert.ok(!titles.has(""));
  }
});

test("the readers' start page, the code of an embed and a moment that cannot be shown are told in each language, in a frame too", async () => {
  const claim = (
    await service.call<{ id: string }>("POST", "/v1/claims", { text: "The tram of Brodby runs at night", visibility: "public" })
  ).body;
  const partsOf = (page: string) => [...page.matchAll(/<(?:h[12]|li|p|code|form|input|button|label)(?=[ >])/g)].join();
  const start = { ...startSample(), viewer: ANONYMOUS };
  const titles = new Set<string>();
  for (const lang of languages) {
    const words = readFileSync(new URL(`../../../workers/public/about/start/${lang}.html`, import.meta.url), "utf8");
    for (const shown of [{}, { claims: [], next: null }, { claims: [], next: null, q: 'no "such" {thing}' }]) {
      const page = startPage({ ...start, ...shown, lang, words, query: `?lang=${lang}` }).html;
      assert.equal(partsOf(page), partsOf(startPage({ ...start, ...shown, query: "?lang=en" }).html), lang);
      assert.doesNotMatch(page.replaceAll("{thing}", ""), /<!--|[{}]|undefined/);
      const about = /<meta name=description property=og:description content="([^"]+)"/.exec(page)?.[1] ?? "";
      assert.ok(about && page.includes(`<p class="lead">${about}</p>`), `${lang}: what search engines and previews of links say of it`);
    }
    titles.add(/<h1>([^<]*)/.exec(words)?.[1] ?? "");
    const code = (asked: string) => service.anonymous("GET", `/c/${claim.id}/embed?${asked}`, undefined, { accept: "text/html" });
    const [own, other] = [(await code(`lang=${lang}`)).text, (await code(`lang=fr&in=${lang}&theme=dark`)).text];
    assert.equal(/<h1>([^<]*)/.exec(own)?.[1], /<h1>([^<]*)/.exec(other)?.[1], "the language of the embed is not that of the page");
    assert.match(other, /selected value="dark".*value="fr" selected/s);
    assert.match(own, new RegExp(`<html lang="?${lang}\\b`));
    assert.doesNotMatch(own.replaceAll(/<textarea.*?<\/textarea>/gs, ""), /<!--|[{}]|undefined/);
    assert.equal(partsOf(own), partsOf((await code("lang=en")).text), lang);
    titles.add(/<h1>([^<]*)/.exec(own)?.[1] ?? "");
    for (const why of ["asOf=yesterday", "asOf=2100-01-01", "rev=0", "rev=1&asOf=2025-01-01"]) {
      const [page, frame] = await Promise.all(
        ["c", "embed"].map((path) =>
          service.anonymous("GET", `/${path}/${claim.id}?${why}&lang=${lang}`, undefined, { accept: "text/html" }),
        ),
      );
      const said = /<h1>.*?<p class="lead">(.+?)<\/p>/s.exec(page?.text ?? "")?.[1] ?? "";
      assert.deepEqual([page?.status, frame?.status, frame?.text.includes(said)], [422, 422, true], why);
      assert.match(page?.text ?? "", new RegExp(`<html lang="?${lang}\\b.*href="[^"]*/c/${claim.id}\\?lang=${lang}"`, "s"));
      assert.match(frame?.headers.get("content-security-policy") ?? "", /frame-ancestors \*$/);
      titles.add(said);
    }
  }
  assert.equal(titles.size, languages.length * 6);
});
