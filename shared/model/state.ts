/** Review state of what links rows: sightings, edges and responses. */
import * as z from "zod";

export const State = z.enum(["suggested", "confirmed", "rejected"]);
export type State = z.infer<typeof State>;
