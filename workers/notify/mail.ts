/** Mail, by Cloudflare's e-mail binding where one is configured. */
import type { Env } from "../env.d.ts";

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Whether this instance can send mail: it has a binding MAIL and an address to send from. */
export function canMail(env: Env): boolean {
  return env.MAIL !== undefined && Boolean(env.MAIL_FROM);
}

/** Sends a mail in plain text. False when it was not taken; the reason is logged, without the address. */
export async function sendMail(env: Env, { to, subject, text }: Mail): Promise<boolean> {
  if (!env.MAIL || !env.MAIL_FROM) return false;
  try {
    await env.MAIL.send({ from: env.MAIL_FROM, to, subject, text });
    return true;
  } catch (error) {
    console.error(JSON.stringify({ event: "mail.refused", error: String(error).slice(0, 300) }));
    return false;
  }
}
