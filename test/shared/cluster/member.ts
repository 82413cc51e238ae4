import type { Member } from "../../../shared/cluster/cluster.ts";
import { profileOf } from "../../../shared/cluster/profile.ts";

/** A text on its way into a cluster. */
export const member = (id: string, at: number, title: string, body: string, lang = "en"): Member => ({
  id,
  at,
  title,
  body,
  lang,
  profile: profileOf(title, body, lang),
});
