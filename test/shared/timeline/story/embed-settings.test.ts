import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, EmbedPatch, EmbedSettings, lookAsked, patchedSettings } from "../../../../shared/timeline/story/embed-settings.ts";

test("an accent needs a contrast of 3:1 to the paper, light and dark", () => {
  assert.equal(Math.round(contrast("#000000", "#ffffff")), 21);
  assert.equal(EmbedSettings.safeParse({ accent: "#b3123d" }).success, false, "2.8:1 on dark");
  assert.equal(EmbedSettings.safeParse({ accent: "#d0355c" }).success, true);
  assert.equal(EmbedSettings.safeParse({ accent: "#ffd700" }).success, false, "1.4:1 on white");
});

test("what is too long, no image or no field is refused", () => {
  const refused = [
    { headline: "x".repeat(121) },
    { kicker: "x".repeat(41) },
    { sentence: "word ".repeat(46).trim() },
    { short: { "City of Larkhaven": "x".repeat(19) } },
    { logo: "https://example.org/logo.png" },
    { logo: "data:image/svg+xml;base64,<svg>" },
    { logo: `data:image/png;base64,${"A".repeat(12_000)}` },
    { thumbs: [{ event: `s${"0".repeat(26)}`, image: "data:image/png;base64,AAAA" }] },
    { lead: 21 },
    { verdict: "false" },
  ];
  for (const settings of refused) assert.equal(EmbedSettings.safeParse(settings).success, false, JSON.stringify(settings).slice(0, 80));
  assert.equal(EmbedSettings.safeParse({ sentence: "word ".repeat(45).trim(), logo: "data:image/png;base64,AAAA" }).success, true);
});

test("a patch replaces what it gives, and null takes a field away", () => {
  const patch = EmbedPatch.parse({ headline: null, lead: 5 });
  assert.deepEqual(patchedSettings({ headline: "A", kicker: "B", lead: 3 }, patch), { kicker: "B", lead: 5 });
});

test("an address may ask for a look, and puts no words under our name", () => {
  const asked = lookAsked({
    theme: "dark",
    lead: "99",
    compact: "1",
    font: "comic",
    headline: "Bought by a fund",
    lang: "de",
    accent: "#d0355c",
  });
  assert.deepEqual(asked, { theme: "dark", lead: 20, compact: true, lang: "de", accent: "#d0355c" });
});
