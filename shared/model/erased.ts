/** What remains of a document that was erased here: its place in a timeline, with this in place of its words. */
export const REMOVED = "Its source was removed.";

/** Whether an appearance is what remains of a document that we held. */
export const isRemoved = ({ seen, excerpt }: { seen: string; excerpt: string | null }): boolean =>
  seen === "reported" && excerpt === REMOVED;
