/**
 * Pages that came with 200 but only block: a challenge for browsers, a consent wall, a login. Taken for the article, such a page would be
 * a "changed" text and hide that nothing was seen. Conservative: short, and nothing of an article in it.
 */

/** Scripts and marks of the services that put a challenge before a page. */
const MARKS =
  /\/cdn-cgi\/challenge-platform\/|window\._cf_chl_opt|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|challenge\.js\?.{0,40}awswaf|\.awswaf\.com\/|ddos-guard\/js-challenge|sucuri_cloudproxy_js|id="challenge-error-text"|geo\.captcha|arkoselabs\.com\/fc\/|hcaptcha\.com\/1\/api\.js|recaptcha\/api\.js|challenges\.cloudflare\.com\/turnstile/i;

/** What such pages say to people, by why. Whole sentences of theirs, not words that an article may have. */
const SAYINGS: [string, RegExp][] = [
  [
    "a challenge for browsers",
    /\b(?:just a moment|checking (?:if the site connection is secure|your browser)|(?:verify|confirm|prove) (?:that )?you(?: are|['’]re) (?:a |not a |an? actual )?(?:human|robot|bot)|are you a (?:robot|human)|press (?:&|&amp;|and) hold|unusual (?:traffic|activity) from your|security check to access|attention required|ddos protection by|pardon our interruption|access to this page has been denied|please complete the security check|whoa there, pardner|blocked by network security|request unsuccessful\. incapsula|bot or not)\b|sind sie ein (?:mensch|roboter)|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifi(?:ez|er) que vous (?:êtes|n['’]êtes pas) (?:un |humain)|êtes-vous un (?:robot|humain)|(?:verifique|confirme|demuestra|demuestre) que (?:no )?(?:es|eres) (?:un |humano)|não (?:é|sou) um robô|verifica di essere umano|non sono un robot|вы не робот|проверка (?:вашего )?браузера|(?:人机|安全|访问)验证|滑动验证|请完成(?:下方)?(?:安全)?验证|ロボットではない|로봇이 아닙니다|robot olmadığınızı|لست روبوت/i,
  ],
  [
    "JavaScript is asked for",
    /\b(?:please |you need to |must |to continue, )?(?:enable|turn on|activate) (?:java ?script|js)\b|java ?script is (?:disabled|required|not available|not enabled)|requires java ?script|java ?script (?:aktivieren|einschalten|ist deaktiviert)|aktivieren sie (?:bitte )?java ?script|activ(?:er|ez) (?:le )?java ?script|(?:habilit[ea]|active|activa|ative) (?:el |o )?java ?script|(?:abilita|attiva)(?:re)? java ?script|включите java ?script|(?:启用|开启|打开|啟用) ?java ?script|java ?script ?を有効|java ?script(?:를|을) (?:사용|활성화)|java ?script['’]i (?:etkinleştirin|açın)|تمكين جافا ?سكريبت/i,
  ],
  [
    "consent is asked for first",
    /\bbefore you continue to\b|bevor sie (?:zu .{1,40} )?(?:weitergehen|fortfahren)|avant d['’]accéder à|antes de (?:ir|continuar) (?:a|para)|prima di continuare su|we value your privacy.{0,600}(?:accept|agree)|(?:mit werbung|werbefrei) (?:weiter)?lesen.{0,600}zustimm|continuer sans accepter/is,
  ],
  [
    "the server refuses us",
    /\baccess denied\b.{0,300}(?:permission to access|reference #|error code|ray id)|you have been blocked|sorry, you have been blocked|error 10(?:06|07|08|15|20)\b.{0,200}(?:cloudflare|ray id)|your (?:ip|request) (?:address )?(?:has been|is|was) (?:blocked|banned)|not available in your (?:country|region)|unavailable (?:for legal reasons|in the (?:eu|european))|访问被拒绝|您的(?:ip|请求).{0,20}(?:被拦截|被阻止|封禁)|доступ (?:ограничен|запрещ[её]н).{0,200}(?:ip|ray id)/is,
  ],
  ["a login is asked for", /^.{0,200}\b(?:you must log in to continue|please log in to continue|log in to continue reading|请先登录)/is],
];

/** No wall says more than this, characters of visible text. */
const WALL = 1500;
/** How much of a page is looked at: walls are small, but for their scripts. */
const LOOKED_AT = 300_000;

/** Why a page of status 200 is only a wall; null when it is none, or when one cannot be sure. Linear in the page's length. */
export function blockPage(html: string): string | null {
  if (html.length > LOOKED_AT) return null;
  const seen = visible(html, WALL + 1);
  if (seen.length > WALL) return null;
  // What a wall lacks: a page's description of itself, as news sites give it to everybody, or an article.
  if (/<article\b|property=["']?og:title|"@type"\s*:\s*"(?:\w*Article|\w*Posting)"/i.test(html)) return null;
  const why = SAYINGS.find(([, sayings]) => sayings.test(seen))?.[0];
  if (why) return why;
  // A script's mark alone may be a form's captcha at the foot of a page.
  return seen.length < WALL / 5 && MARKS.test(html) ? "a challenge for browsers" : null;
}

/** Elements whose text nobody sees. What `noscript` says is seen by us, and it is what such pages say. */
const UNSEEN = /^<(script|style|template|svg|select)\b/i;

/** About what a reader sees, white space collapsed, up to `limit` characters. */
function visible(html: string, limit: number): string {
  let seen = "";
  let at = 0;
  while (at < html.length && seen.length < limit) {
    const open = html.indexOf("<", at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (text)
      seen = `${seen} ${text
        .slice(0, 10 * limit)
        .replace(/&nbsp;|\s+/g, " ")
        .trim()}`.trim();
    if (open < 0) break;
    const tag = html.startsWith("<!--", open) ? null : UNSEEN.exec(html.slice(open, open + 12))?.[1];
    const close = html.startsWith("<!--", open) ? "-->" : tag ? `</${tag}` : ">";
    const end = indexOfFolded(html, close, open + 1);
    if (end < 0) break;
    at = end + close.length;
    if (tag) at = html.indexOf(">", at) + 1 || html.length;
  }
  return seen.slice(0, limit);
}
/** The next place of a lower- or upper-case tag. */
function indexOfFolded(html: string, what: string, from: number): number {
  if (!what.startsWith("</")) return html.indexOf(what, from);
  const pattern = new RegExp(what, "gi");
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? -1;
}
