import { nothing } from "../../../sources/wire/document.ts";
import { at } from "../../../sources/wire/json.ts";
import { addressOf, Status, takeStatus } from "../../../sources/wire/mastodon.ts";

/** A post on Truth Social, which gives statuses as Mastodon does, with those that it reposts and quotes, the inner ones first. */
export const truthsocial = (data: unknown): object[] | string => {
  const found = nothing();
  // The post that is answered stands in the answer.
  const parent = Status.safeParse(at(data, "in_reply_to")).data;
  takeStatus(found, data, new Map(parent ? [[parent.id, addressOf(parent) ?? ""]] : []));
  return found.documents.length ? found.documents.map(({ basis: _, ...document }) => document) : `${found.skipped[0]?.why}`;
};
