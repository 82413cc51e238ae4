/** Secrets, which are shown once and stored only as hashes. */
import { digest } from "../../shared/model/id.ts";

/** Whether a text can be sent as a key: 4 to 200 printable ASCII characters without spaces. */
export const isKeyShaped = (key: string): boolean => /^[\x21-\x7e]{4,200}$/.test(key);
/** A secret of 256 bits, in hex. */
export function newToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
/** A public id for a secret, which reveals nothing about it. */
export function newId(): string {
  return digest(`id:${newToken()}`).slice(0, 16);
}

/** Crockford's base 32, without letters that look like digits. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** A code of 60 bits that people can type: `7KQ2-M0XD-4TRB`. */
export function newCode(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => ALPHABET[byte & 31]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}
/** The hash under which a code is stored, however it was typed; null if the text is no code. */
export function codeHash(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? digest(`code:${code}`) : null;
}
/** The hash under which an invitation is stored. */
export function invitationHash(token: string): string {
  return digest(`invitation:${token}`);
}
