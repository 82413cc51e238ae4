/** Pages that only say that we may not see the page: no text of anybody, and never a revision of one. */
import { stripTags } from "../../shared/read/dom.ts";

/** What such pages are called, in the languages and by the services that send most of them. */
const TITLES =
  /^(?:just a moment|attention required|access (?:to this page has been )?denied|403|forbidden|security check|are you (?:a )?(?:human|robot)|robot check|please wait|checking your browser|ddos protection|pardon our interruption|request (?:blocked|rejected|unsuccessful)|you have been blocked|blocked|bot (?:check|verification)|human verification|verify(?:ing)? (?:you are|that you)|unusual traffic|too many requests|429|zugriff verweigert|accès refusé|acceso denegado|доступ ограничен|访问被拒绝|安全验证|请稍候)/iu;
const WORDS =
  /enable javascript and cookies to continue|verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:if the site connection is secure|your browser before)|cf-browser-verification|_cf_chl_opt|challenge-platform|px-captcha|datadome|unusual traffic from your (?:computer|network)|complete the security check|access to this page has been denied|you don(?:'|&#39;|’)t have permission to access|reference\s?#\d{1,3}\.[0-9a-f]{6,}|ray id/i;
/** A page longer than this without its scripts says more than no. */
const MAX_WORDS = 3_000;

/** Whether a page only blocks: called so, or short and saying so. Never throws; linear. */
export function blocks(html: string): boolean {
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html.slice(0, 20_000))?.[1]?.trim() ?? "";
  if (!TITLES.test(title) && !WORDS.test(html.slice(0, 40_000))) return false;
  if (html.length > 200_000) return false;
  return stripTags(html).replace(/\s+/g, " ").length <= MAX_WORDS;
}
