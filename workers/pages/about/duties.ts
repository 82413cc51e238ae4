/** What an instance owes the public: how to reach its operator, and where to report a security hole. */

import { DAY } from "../../../shared/durations.ts";
import { isoTime } from "../../../shared/iso.ts";

/** How to reach the operator of the instance. */
interface Contact {
  href: string;
  label: string;
}
/** The contact that the variable CONTACT names: a mail address or a page; null for anything else. */
export function contactOf(given: string | undefined): Contact | null {
  const label = given?.trim() ?? "";
  if (/^https?:\/\/[^\s"<>]{3,200}$/i.test(label)) return { href: label, label };
  const mail = label.replace(/^mailto:/i, "");
  return /^[^\s"<>@:/]{1,100}@[^\s"<>@:/]{3,100}$/.test(mail) ? { href: `mailto:${mail}`, label: mail } : null;
}
/** For how long a security.txt is valid: RFC 9116 recommends less than a year. */
const GOOD_FOR_DAYS = 180;
/** `/.well-known/security.txt` (RFC 9116). */
export function securityText(baseUrl: string, contact: Contact, now: number): string {
  const expires = isoTime(now + GOOD_FOR_DAYS * DAY).replace(/\.\d+/, "");
  const canonical = `${baseUrl}/.well-known/security.txt`;
  return [`Contact: ${contact.href}`, `Expires: ${expires}`, "Preferred-Languages: en", `Canonical: ${canonical}`, ""].join("\n");
}
