/** Schemas of fields that several inputs share. Schemas of inputs are strict (an unknown field is an error), those of answers are not. */
import * as z from "zod";
import { canonicalUrl } from "../url.ts";
import { validationMessage } from "./validation-messages.ts";

z.config({ localeError: validationMessage });

/** D1 returns lone surrogates changed and cuts a text at NUL, so neither is accepted. */
const isWellFormed = (text: string) => text.isWellFormed() && !text.includes("\0");
/** The schema of a text of at most `max` UTF-16 units. */
export const text = (max: number) => z.string().max(max).refine(isWellFormed, { error: "must be well-formed Unicode without U+0000" });

export const Ref = text(200).min(1).describe("The caller's own name for a thing; sent again, it means the same thing");
export const Lang = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, { error: "must be a BCP 47 language tag such as en or zh-CN" })
  .max(35);
/** What is wrong with an address that has no canonical form. */
export const NO_ADDRESS = "must be a full http or https address, without a user name or password";
/** A web address that can be brought into canonical form. */
export const Url = text(2048).refine((value) => canonicalUrl(value) !== null, { error: NO_ADDRESS });
export const Id = z.string().regex(/^[dcstva][0-9a-z]{26}$/, { error: "is not an id of Whence" });
/** The id in the address of a page of an instance: /c/ID of a claim, /d/ID of a document. */
const PAGE = /^https?:\/\/[^/?#]+\/(?:c|d|embed)\/([cd][0-9a-z]{26})(?:[./?#]|$)/;
const name = (what: string) =>
  text(2048)
    .min(1)
    .transform((given) => PAGE.exec(given)?.[1] ?? given)
    .describe(what);
export const ClaimName = name("id, ref or page address of a claim");
export const DocumentName = name("id, ref, URL or page address of a document");
