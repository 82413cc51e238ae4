/**
 * How much of what real news pages say of a rumour readers see before anybody has read it: the share of titles, and of the sentences nearest to the
 * claim, that name nobody beside it.
 *   node test/eval/rumours/unread-words.ts [train|dev|lang …]
 */
import { ReadersView } from "../../../shared/review/readers.ts";
import { stemsOf } from "../../../shared/text/stem-overlap.ts";
import { rumoursOf } from "./data.ts";

const share = (of: readonly boolean[]) => (of.filter(Boolean).length / of.length).toFixed(3);
const titles: boolean[] = [];
const sentences: boolean[] = [];
for (const split of process.argv.length > 2 ? process.argv.slice(2) : ["train", "dev"])
  for (const { claim, documents } of rumoursOf(split)) {
    const view = new ReadersView(claim, []);
    const wanted = stemsOf(claim);
    const near = (sentence: string) => [...stemsOf(sentence)].filter((stem) => wanted.has(stem)).length / Math.sqrt(sentence.length + 50);
    for (const { title, text } of documents) {
      if (title) titles.push(view.words(title) !== null);
      const [nearest] = text
        .split(/(?<=[.!?。！？])\s*/u)
        .slice(0, 40)
        .sort((a, b) => near(b) - near(a));
      if (nearest) sentences.push(view.words(nearest) !== null);
    }
  }
console.log(`titles ${share(titles)} of ${titles.length}, sentences ${share(sentences)} of ${sentences.length}`);
