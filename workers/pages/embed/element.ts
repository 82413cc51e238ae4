/** Attributes of the element `<whence-timeline>` (`workers/public/embed.js`) that become parameters of the embed's address. */
export const EMBED_PARAMETERS = ["theme", "lead", "compact", "order", "font", "accent", "background", "lang", "tz", "rev", "asOf"] as const;
