/** Times as ISO 8601 writes them, in UTC. */

/** An instant (ms since 1970): "2025-04-08T09:30:00.000Z". */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
/** Its day: "2025-04-08". */
export const isoDate = (ms: number): string => isoTime(ms).slice(0, 10);
/** A number of one or two digits: "07". */
export const twoDigits = (value: number | string): string => String(value).padStart(2, "0");
