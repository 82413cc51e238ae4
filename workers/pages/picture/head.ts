/** The head of a story, the same in the embed and on the claim page: kicker, headline, one sentence, three answers. */
import { messagesOf, plain, type StoryOptions, storyAnswers, storyMessages, storySentence } from "../../../shared/i18n/index.ts";
import type { Story } from "../../../shared/timeline/story/story.ts";
import { around, breakable, html, type Markup, nothing, quoted } from "../ui/html.ts";
import { runsLeft } from "../ui/shaping.ts";
import { mark } from "./marks.ts";

/** Words that a newsroom writes itself; null or absent: the default words. */
interface HeadWords {
  kicker?: string | null;
  headline?: string | null;
  sentence?: string | null;
  /** A note of the editors, as trusted markup. */
  note?: Markup | null;
}
/** Longest headline in UTF-16 units: a longer claim is shortened here, and complete in the data. */
const MAX_CLAIM = 400;

/** Kicker, headline and sentence. If the newsroom has set no headline, it is the claim in quotation marks. */
function storyTitle(story: Story, words: HeadWords, options: StoryOptions): Markup {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const { claim } = story.timeline;
  const claimQuoted = quoted(claim.text, MAX_CLAIM, claim.lang, m);
  const headline = words.headline
    ? html`<h1 dir=auto>${plain(words.headline, 240)}</h1><p class=claim>${around(s.theClaim, claimQuoted)}</p>`
    : html`<h1 class=hang dir=${runsLeft(claim.text) ? "rtl" : "ltr"}>${claimQuoted}</h1>`;
  const sentence = words.sentence ? plain(words.sentence, 600) : storySentence(story, options, true);
  return html`<p class=kicker>${plain(words.kicker || s.kicker, 170)}</p>${headline}<p class=lead>${sentence}</p>${words.note ?? nothing}`;
}

/** The three answers as a description list: the lane with its mark, who or how many, and one note. */
function storyAnswerList(story: Story, options: StoryOptions): Markup {
  return html`<dl class=ans>${storyAnswers(story, options).map(
    ({ lane, word, mark: state, answer, note }) =>
      html`<div><dt class=${lane}>${mark(lane, state)}${word}</dt><dd><b>${breakable(answer)}</b>${note && html`<small>${note}</small>`}</dd></div>`,
  )}</dl>`;
}

/** The whole head. */
export function storyHead(story: Story, words: HeadWords, options: StoryOptions): Markup {
  return html`${storyTitle(story, words, options)}${storyAnswerList(story, options)}`;
}
