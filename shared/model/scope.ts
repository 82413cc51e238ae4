/** What an API key allows. */
import * as z from "zod";

export const Scope = z.enum(["read", "ingest", "review", "admin"]);
export type Scope = z.infer<typeof Scope>;
