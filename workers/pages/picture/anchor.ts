/** Stable ids of events and acts inside a page, for links to them. */

/** The id of an element: the end of the event's own id, long enough to be the only one of its page. */
export const anchorOf = ({ id }: { id: string }): string => `${id.slice(0, 1)}${id.slice(-8)}`;
