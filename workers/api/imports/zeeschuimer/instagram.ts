import * as z from "zod";
import { writtenTime } from "../table.ts";
import type { Mapper } from "../zeeschuimer.ts";

const Code = z.string().regex(/^[\w-]{5,64}$/);
/** A post in the API's form; below, in the form of a graph node. Account ids exceed 2^53, so only those that are text are read. */
const Item = z.object({
  code: Code,
  taken_at: z.number(),
  caption: z.object({ text: z.string() }).nullish(),
  user: z.object({ username: z.string(), full_name: z.string().nullish(), pk: z.string().nullish().catch(null) }),
});
const Node = z.object({
  shortcode: Code,
  taken_at_timestamp: z.number(),
  edge_media_to_caption: z.object({ edges: z.array(z.object({ node: z.object({ text: z.string() }) })) }),
  owner: z.object({ username: z.string().nullish(), full_name: z.string().nullish(), id: z.string().nullish().catch(null) }),
});

/** A post on Instagram; its text is the caption. */
export const instagram: Mapper = (data) => {
  const item = Item.safeParse(data).data;
  const node = item ? undefined : Node.safeParse(data).data;
  const code = item?.code ?? node?.shortcode;
  if (!code) return "is no post of Instagram: needs code, taken_at and user, or a node of its graph";
  const author = item
    ? { handle: item.user.username, name: item.user.full_name, id: item.user.pk }
    : { handle: node?.owner.username, name: node?.owner.full_name, id: node?.owner.id };
  const time = writtenTime(String(item?.taken_at ?? node?.taken_at_timestamp));
  return [
    {
      platform: "instagram",
      platformId: code,
      url: `https://www.instagram.com/p/${code}/`,
      author: Object.fromEntries(Object.entries(author).filter(([, value]) => value)),
      text: item?.caption?.text ?? node?.edge_media_to_caption.edges[0]?.node.text ?? "",
      ...(time ? { publishedAt: time } : {}),
    },
  ];
};
