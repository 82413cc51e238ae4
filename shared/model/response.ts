/** Responses: acts by a party towards a claim. */
import * as z from "zod";
import type { ResponseKind } from "../responses/kind.ts";
import * as kinds from "../responses/registry.ts";

export type ResponseType = keyof typeof kinds;
/** All types by name. The enum, its type, the API, the docs and the pages follow from the lines of `responses/registry.ts`, which imports nothing from here. */
export const responseTypes: Readonly<Record<ResponseType, ResponseKind>> = kinds;
export const ResponseType = z.enum(Object.keys(kinds) as [ResponseType, ...ResponseType[]]);
/** Whether a party said nothing: it would not, or nobody reached it. */
export const saysNothing = (type: string) => type === "no_comment" || type === "not_reached";
/** How a party stands to the claim. */
export const Standing = z.enum(["subject", "originator", "amplifier", "publisher", "third_party", "fact_checker", "regulator", "platform"]);

export type Standing = z.infer<typeof Standing>;
