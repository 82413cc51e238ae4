import { postOnX } from "../../../../shared/platforms/x.ts";
import { at, objects } from "../../../sources/wire/json.ts";
import { present, textAt } from "./fields.ts";

/** The text with links in full. A long text stands beside its beginning, with links of its own. */
function textOf(tweet: unknown): string {
  const note = at(tweet, "note_tweet", "note_tweet_results", "result");
  let text = textAt(note, "text") ?? textAt(tweet, "legacy", "full_text") ?? "";
  for (const link of [...objects(at(note, "entity_set", "urls")), ...objects(at(tweet, "legacy", "entities", "urls"))].slice(0, 100)) {
    const short = textAt(link, "url");
    const full = textAt(link, "expanded_url");
    if (short && full) text = text.replaceAll(short, () => full);
  }
  return text;
}

/** A post on X with those that it reposts and quotes, the inner ones first. */
export const x = (data: unknown): object[] | string => {
  const documents: object[] = [];
  const url = take(data, documents, 0);
  return url === null ? "is no post of X as its page gets it: needs rest_id and legacy" : documents;
};

/** Adds the documents of a post. Returns its URL; null for a post that is not visible. */
function take(value: unknown, documents: object[], depth: number): string | null {
  // A post with limits on who may reply is one level deeper.
  const tweet = at(value, "tweet") ?? value;
  const legacy = at(tweet, "legacy");
  const id = textAt(tweet, "rest_id") ?? textAt(legacy, "id_str");
  if (!id || !/^\d{1,20}$/.test(id) || typeof at(legacy, "full_text") !== "string" || depth > 2) return null;
  // The account's names moved from one place to the other; answers of 2022 have the account beside the post.
  const user = at(tweet, "core", "user_results", "result") ?? at(tweet, "user");
  const named = (field: string) => textAt(user, "core", field) ?? textAt(user, "legacy", field) ?? textAt(user, field);
  const handle = named("screen_name");
  const url = postOnX(id, handle);
  const reposted = take(at(legacy, "retweeted_status_result", "result"), documents, depth + 1);
  const quoted = take(at(tweet, "quoted_status_result", "result"), documents, depth + 1);
  const answered = textAt(legacy, "in_reply_to_status_id_str");
  const quotedId = textAt(legacy, "quoted_status_id_str");
  const lang = textAt(legacy, "lang");
  const author = present({ handle, name: named("name"), id: textAt(user, "rest_id") ?? textAt(legacy, "user_id_str") });
  const fields = present({ platform: "x", platformId: id, url, author });
  const relations = present({
    lang: lang && !/^(und|zxx|q\w\w|art)$/.test(lang) ? lang : null,
    replyTo: answered && postOnX(answered, textAt(legacy, "in_reply_to_screen_name")),
    quoteOf: quoted ?? (quotedId && postOnX(quotedId, null)),
  });
  documents.push(reposted ? { ...fields, repostOf: reposted } : { ...fields, text: textOf(tweet), ...relations });
  return url;
}
