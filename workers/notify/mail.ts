/** Mail, by Cloudflare's e-mail binding where one is configured. The binding builds and signs the MIME message, and keeps the list of bounces. */
import { HOUR } from "../../shared/durations.ts";
import type { Env } from "../env.d.ts";
import type { Posted } from "../sources/http/post.ts";

/** The binding, and the address of the sender. */
export type Mailbox = Pick<Env, "MAIL" | "MAIL_FROM">;
interface Mail {
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** The page where recurring mail can be cancelled. */
  endsAt?: string;
}
/** Errors that no later attempt changes: the address bounced or complained before, or must not be written to. */
const FINAL = ["E_RECIPIENT_SUPPRESSED", "E_RECIPIENT_NOT_ALLOWED"];
/** Wait, in ms, if the account has reached its limit of mails. */
const LIMITS: Record<string, number> = { E_RATE_LIMIT_EXCEEDED: HOUR / 60, E_DAILY_LIMIT_EXCEEDED: HOUR };

/** Why nothing is sent where no mail is set up. */
export const NO_MAIL = "this instance has no mail: bind MAIL and set MAIL_FROM";
/** Whether this instance can send mail: it has a binding MAIL and an address to send from. */
export function canMail({ MAIL, MAIL_FROM }: Mailbox): boolean {
  return MAIL !== undefined && Boolean(MAIL_FROM);
}

/** Sends a mail. Never throws: `why` gives the reason of a refusal, without the address; status 410 means that a retry is useless. */
export async function sendMail({ MAIL, MAIL_FROM }: Mailbox, { to, subject, text, endsAt }: Mail): Promise<Posted> {
  if (!MAIL || !MAIL_FROM) return { status: null, retryAfter: null, why: NO_MAIL };
  const headers: Record<string, string> = { "Auto-Submitted": "auto-generated" };
  if (endsAt?.startsWith("https:")) headers["List-Unsubscribe"] = `<${endsAt}>`;
  try {
    await MAIL.send({ from: MAIL_FROM, to, subject, text, headers });
    return { status: 200, retryAfter: null, why: null };
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? "");
    const why = `the mail was not taken: ${[code, String(error)].filter(Boolean).join(" ").replaceAll(to, "…").slice(0, 200)}`;
    console.error(JSON.stringify({ event: "mail.refused", why }));
    return { status: FINAL.includes(code) ? 410 : null, retryAfter: LIMITS[code] ?? null, why };
  }
}
