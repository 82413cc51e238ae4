/** Responses: acts by a party towards a claim. */
import * as z from "zod";
import type { ResponseKind } from "../responses/kind.ts";
import * as kinds from "../responses/registry.ts";

export type ResponseType = keyof typeof kinds;
/**
 * All types of responses by name. The enum, its type, the API, the docs and the pages follow from `responses/registry.ts`, which must import
 * nothing from this file.
 */
export const responseTypes: Readonly<Record<ResponseType, ResponseKind>> = kinds;
export const ResponseType = z.enum(Object.keys(kinds) as [ResponseType, ...ResponseType[]]);
/** Whether a response says nothing: the party declined to comment or could not be reached. */
export const saysNothing = (type: string) => type === "no_comment" || type === "not_reached";
/** The relation of a party to the claim. */
export const Standing = z.enum(["subject", "originator", "amplifier", "publisher", "third_party", "fact_checker", "regulator", "platform"]);

export type Standing = z.infer<typeof Standing>;
