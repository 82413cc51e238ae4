/**
 * Posts in other languages than English, by a model that was fitted on one half of our stories: on the other half, with the claims of all stories in
 * one index.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { queryTerms, score, terms } from "../../../shared/match/index.ts";
import { decideByPost } from "../../../shared/match/post.ts";
import { storiesOf } from "../../eval/rumours/data.ts";

const stories = storiesOf("measure");
const claims = stories.map(({ id, claim }, rank) => ({ claimId: id, ref: null, rank, text: claim, phrasings: [], lang: null }));
const termsOfClaims = claims.map(({ text }) => new Set(terms(text, null)));
/** The claims that share a word with a text, as the store's search gives them. */
function ask(text: string, lang: string, among = claims) {
  const asked = queryTerms(text, lang);
  const frequency = new Map(asked.map((term) => [term, termsOfClaims.filter((own) => own.has(term)).length]));
  const found = among.filter(({ text: claim }) => {
    const own = new Set(terms(claim, lang));
    return asked.some((term) => own.has(term));
  });
  return decideByPost({ title: null, text, lang }, score(text, lang, found, { claims: among.length, frequency }));
}
const linkedOf = (text: string, lang: string, among = claims) =>
  ask(text, lang, among).flatMap(({ decision, claimId }) => (decision === "linked" ? [claimId] : []));

const posts = stories.flatMap(({ id, documents }) =>
  documents.flatMap(({ kind, lang = "", text, about }) => (kind === "post" && about && lang !== "en" ? [{ story: id, lang, text }] : [])),
);

test("a third of the posts of stories that nothing was fitted on link to their claim, and hardly one to another", () => {
  const linked = posts.map(({ story, lang, text }) => ({ story, claims: linkedOf(text, lang) }));
  const right = linked.filter(({ story, claims: found }) => found.includes(story)).length;
  const wrong = linked.filter(({ story, claims: found }) => found.some((id) => id !== story)).length;
  assert.ok(posts.length >= 60 && right >= posts.length / 3, `${right} of ${posts.length}`);
  assert.ok(wrong <= 2, String(wrong));
});
test("one post in twenty at most links to another claim where that of its own is not held", () => {
  const wrong = posts.filter(
    ({ story, lang, text }) =>
      linkedOf(
        text,
        lang,
        claims.filter(({ claimId }) => claimId !== story),
      ).length,
  );
  assert.ok(wrong.length <= posts.length / 20, wrong.map(({ story }) => story).join(", "));
});
test("the likeliest candidate alone changes, and what is linked or differs stays as it was", () => {
  for (const { lang, text } of posts) {
    const before = score(text, lang, claims, { claims: claims.length, frequency: new Map() });
    const after = decideByPost({ title: null, text, lang }, before);
    const changed = after.filter((one, i) => one !== before[i]);
    assert.ok(changed.length <= 1, text);
    assert.ok(changed.every(({ decision, differs }) => decision === "linked" && !differs));
  }
  const differing = score(posts[0]?.text ?? "", posts[0]?.lang ?? "", claims, { claims: 1, frequency: new Map() }).map((one) => ({
    ...one,
    differs: true,
  }));
  assert.deepEqual(decideByPost({ title: null, text: posts[0]?.text ?? "", lang: posts[0]?.lang ?? "" }, differing), differing);
});
test("a post of a few words links to nothing", () => {
  const short = posts
    .filter(({ text }) => text.split(/\s+/).length > 5)
    .map((one) => ({ ...one, text: one.text.split(/\s+/).slice(0, 5).join(" ") }));
  for (const { lang, text } of short.filter((one) => !one.lang.startsWith("zh"))) assert.deepEqual(linkedOf(text, lang), [], text);
});
