/** Stable ids of events and acts inside a page, for links to them. */
import { html, type Markup, nothing } from "../ui/html.ts";

/** The id of an element: the end of the event's own id, long enough to be the only one of its page. */
export const anchorOf = ({ id }: { id: string }): string => `${id.slice(0, 1)}${id.slice(-8)}`;
/** Attributes of a link from a picture to a place in this page ("#x"), or to another page. */
export const leads = (part: string, elsewhere = ""): Markup =>
  html`href="${elsewhere || part}"${elsewhere ? html` target=_blank rel=noopener` : nothing}`;
