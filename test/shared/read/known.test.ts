import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../shared/model/time.ts";
import { readDocument } from "../../../shared/read/index.ts";
import { responsesToKnown } from "../../../shared/read/responses/known-claims.ts";

const answered = (text: string, claim: string, passage: string, lang = "en", day: string | null = null) => {
  const input = {
    kind: "article",
    url: "https://paper.example/a",
    title: "A town and its bread",
    text,
    html: null,
    lang,
    publishedAt: day === null ? null : parseTime(day, "human"),
    author: null,
  };
  const reading = readDocument(input);
  return responsesToKnown([{ text: claim, passage }], reading, reading.claims).map(({ type, actor, standing }) => [
    type,
    actor.name ?? actor.description,
    standing,
  ]);
};
const BREAD = "The bakery chain Kornblum puts sawdust into its dark bread";

test("who denies a claim that a text is known to make answers it, in whatever words the text makes it", () => {
  const plain = `Shoppers are worried because ${BREAD.toLowerCase().replace("kornblum", "Kornblum")}. The loaf costs four crowns.`;
  const denied = "Kornblum denies that it puts sawdust into its dark bread.";
  assert.deepEqual(answered(`${plain}\n\n${denied}`, BREAD, plain), [["denial", "Kornblum", "subject"]]);
  assert.deepEqual(answered(denied, BREAD, "it puts sawdust into its dark bread"), [["denial", "Kornblum", "subject"]]);
  assert.deepEqual(answered(plain, BREAD, plain), [], "nobody answers");
  assert.deepEqual(
    answered(`${plain}\n\nKornblum denies that it will close its shop in Velden.`, BREAD, plain),
    [],
    "something else is denied",
  );
  const live = "18:05 The opera house in Torrin was closed because of a gas leak.";
  const later = "18:40 The opera house denied that there was a gas leak.";
  assert.deepEqual(answered(`${live}\n\n${later}`, live.slice(6), live)[0]?.slice(0, 2), ["denial", "opera house"]);
  const elsewhere = "In other news, the baker confirmed that he will retire in May, and the school denied reports of mice.";
  assert.deepEqual(answered(`${plain} ${elsewhere}`, BREAD, plain), [], "other news");
  for (const pointing of [
    "“That is not true,” said managing director Ute Kranz.",
    "Managing director Ute Kranz denied the claim on Tuesday.",
  ])
    assert.deepEqual(answered(`${plain} ${pointing}`, BREAD, plain)[0]?.slice(0, 2), ["denial", "Ute Kranz"], pointing);
  assert.deepEqual(
    answered(
      "斯卡恩灯塔被人用偷来的油漆粉刷。港务局对此予以否认，称每一桶油漆都是购买的。",
      "斯卡恩灯塔用偷来的油漆粉刷",
      "斯卡恩灯塔被人用偷来的油漆粉刷。",
      "zh",
    )[0]?.slice(0, 2),
    ["denial", "港务局"],
  );
  assert.deepEqual(
    answered(
      "Die Stadt Ahlbeck weist den Vorwurf zurück, sie habe am Kanal 60 Linden ohne Genehmigung fällen lassen.",
      "Die Stadt Ahlbeck hat am Kanal 60 Linden ohne Genehmigung fällen lassen",
      "sie habe am Kanal 60 Linden ohne Genehmigung fällen lassen",
      "de",
    ),
    [["denial", "Stadt Ahlbeck", "subject"]],
  );
});

test('in a text that is about the claim, "the reports" are those of it; what was answered long before is not', () => {
  const claim = "Kornblum mischt Sägemehl in sein Brot";
  const german = (sentence: string, day: string | null = null) =>
    answered(`Im Ort redet man über das Brot.\n\n${sentence}`, claim, "", "de", day);
  assert.deepEqual(german("Das Gesundheitsamt hat die Berichte nun dementiert.")[0]?.slice(0, 2), ["denial", "Gesundheitsamt"]);
  assert.deepEqual(german("Das Gesundheitsamt hat den Umzug nach Velden dementiert."), []);
  assert.deepEqual(german("Das Gesundheitsamt hat die Berichte im März 2021 dementiert.", "2025-04-08"), []);
  const spanish = answered(
    "Se habla del pan.\n\nLa alcaldesa Julia Prats desmintió el rumor.",
    "Kornblum mezcla serrín con su pan",
    "",
    "es",
  );
  assert.deepEqual(spanish[0]?.slice(0, 2), ["denial", "Julia Prats"]);
});

test("a statement answers in its sender's own words, who is called as its site is", () => {
  const release = (text: string, claim: string, lang: string, url: string) => {
    const reading = readDocument({ kind: "press_release", url, title: null, text, html: null, lang, publishedAt: null, author: null });
    return responsesToKnown([{ text: claim, passage: "" }], reading, [], true).map(({ type, actor }) => `${type} ${actor.name}`);
  };
  assert.deepEqual(
    release(
      "El Teatro Municipal Roble no cerrará su sala principal en otoño. Las obras de la sala principal durarán dos semanas.",
      "El teatro municipal cierra su sala principal",
      "es",
      "https://teatromunicipalroble.example/nota",
    ),
    ["denial Teatro Municipal Roble"],
  );
});
