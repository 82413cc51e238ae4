/** The day from which "on Sunday" counts on a page that was corrected or updated after its publication. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTime } from "../../../../shared/model/time.ts";
import { writingTime } from "../../../../shared/read/dates/writing-time.ts";
import { readDocument } from "../../../../shared/read/index.ts";

const PUBLISHED = "2015-05-04";
const BODY = "The mill stands by the river, and posts claim that it grinds bones. Nobody has seen one there. ".repeat(4).trim();
const day = (value: string | null) => (value === null ? null : parseTime(value, "meta"));
const written = (text: string, at: string, lang = "en", modified: string | null = "2015-05-13") =>
  writingTime({ text, lang, publishedAt: day(PUBLISHED), modifiedAt: day(modified) })(text.indexOf(at))?.value;

test("a notice is written on the day that it gives, in each language, and the article before it on its own", () => {
  const notices: [string, string][] = [
    ["en", "Correction, May 9: The miller denied it on Sunday, after this story had gone online."],
    ["en", "Update (9 May 2015): The miller denied it on Sunday, after this story had gone online."],
    ["en", "This story was updated on May 9 to say that the miller denied it on Sunday."],
    ["de", "Aktualisierung vom 9. Mai: Der Müller hat das am Sonntag bestritten und verlangt eine Entschuldigung."],
    ["es", "Actualización, 9 de mayo: el molinero lo desmintió el domingo y pide una disculpa pública."],
    ["fr", "Mise à jour du 9 mai : le meunier a démenti dimanche et demande des excuses publiques."],
    ["it", "Aggiornamento del 9 maggio: il mugnaio ha smentito domenica e chiede delle scuse pubbliche."],
    ["pt", "Atualização, 9 de maio: o moleiro desmentiu no domingo e pede desculpas públicas."],
    ["zh", "更新（5月9日）：磨坊主周日否认了这一说法，并要求公开道歉。"],
  ];
  for (const [lang, notice] of notices) {
    const text = `${BODY}\n\n${notice}\n\nHis son said the same.`;
    assert.equal(written(text, notice.slice(20), lang), "2015-05-09", notice);
    assert.equal(written(text, "His son", lang), "2015-05-09", notice);
    assert.equal(written(text, "The mill", lang), PUBLISHED);
  }
});

test("a notice without a day has that of the page's last change, or none", () => {
  const text = `${BODY}\n\nUpdate: The miller denied on Sunday what the posts claim of him.`;
  assert.equal(written(text, "denied"), "2015-05-13");
  assert.equal(written(text, "denied", "en", PUBLISHED), PUBLISHED);
  assert.equal(written(text, "denied", "en", null), "2015-05-04/..");
  // A site that was built anew four years later.
  assert.equal(written(text, "denied", "en", "2019-02-01"), "2015-05-04/2019-02-01");
});

test("below a notice at the head of a page either day may be meant", () => {
  const text = `Correction: An earlier version of this article gave a wrong year.\n\n${BODY}`;
  assert.equal(written(text, "earlier"), "2015-05-13");
  assert.equal(written(text, "Nobody"), "2015-05-04/2015-05-13");
  assert.equal(written(text, "Nobody", "en", PUBLISHED), PUBLISHED);
});

test("a denial that came with an update is not dated before the article", () => {
  const html = (notice: string) =>
    `<html><head><meta property="article:published_time" content="${PUBLISHED}T10:00:00Z"><meta property="article:modified_time" content="2015-05-11T10:00:00Z"><title>The mill</title></head><body><article><h1>The mill</h1><p>${BODY}</p><p>${notice}</p></article></body></html>`;
  const read = (notice: string) =>
    readDocument({
      kind: "article",
      url: null,
      title: null,
      text: null,
      html: html(notice),
      lang: "en",
      publishedAt: null,
      author: null,
    }).responses.map((one) => `${one.type} ${one.publishedAt.value}`);
  assert.deepEqual(read("The miller denied the claim on Sunday."), ["denial 2015-05-03"]);
  const corrected = "An earlier version of this article said that the mill grinds bones by the river. It grinds rye.";
  assert.deepEqual(read(`Correction: ${corrected}`), ["correction 2015-05-04/.."]);
  assert.deepEqual(read(`Correction, May 9: ${corrected}`), ["correction 2015-05-09"]);
  assert.deepEqual(read("Update: The miller denied the claim on Sunday."), ["denial 2015-05-10"]);
  assert.deepEqual(read("Correction, May 18: The miller denied the claim on Sunday."), ["denial 2015-05-17"]);
});
