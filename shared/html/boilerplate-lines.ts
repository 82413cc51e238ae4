/** How the furniture of news sites words itself: lines of a saved page that are not the article. en zh de fr es it pt nl ru. */

/**
 * What kind of furniture a line is. `strong` kinds stand only on saved pages; `weak` ones also stand in plain articles (a byline, "Follow X on
 * Twitter") and count only beside others. `ends` closes the article; `teaser` takes the headlines after it along.
 */
export interface Cue {
  kind: string;
  /** Longest line that this can be, in UTF-16 units: an article's own sentence may hold the same words. */
  max: number;
  pattern: RegExp;
  strength: "strong" | "weak";
  ends?: "always" | "mostly";
  teaser?: boolean;
}

const line = (source: string, flags = "iu") => new RegExp(`^(?:${source})[\\s.!:：。！»›>→-]{0,4}$`, flags);

const NETWORK =
  "facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|flipboard|e-?mail|bluesky|threads|mastodon|messenger|line|tumblr|weibo|微博|微信|朋友圈|qq|qq空间|知乎|instagram|youtube|tiktok|rss|google news";
const SHARE =
  "share(?: this)?(?: article| story| post| page| on| via| with| to)?|tweet|print|copy(?: the)? link|link copied|save(?: article)?|bookmark|gift(?: this)? article|listen|send|post|teilen|drucken|merken|partager|imprimer|compartir|imprimir|guardar|condividi|stampa|compartilhar|delen|поделиться|分享|分享到|转发|收藏|点赞|打印|扫码分享|复制链接";

export const CUES: Cue[] = [
  {
    kind: "affiliate",
    max: 400,
    strength: "strong",
    pattern:
      /\baffiliate (?:commissions?|links?)\b|\b(?:earn|receive|get) (?:a |an |some )?(?:small |affiliate )?(?:commission|portion of (?:the )?sales?)\b|\bwenn sie .{0,60}affiliate|liens? d['’]affiliation|enlaces? de afiliad|本文.{0,12}(?:推广|佣金)/iu,
  },
  {
    // "Source: …" is kept: it tells where the article has it from.
    kind: "credit",
    max: 140,
    strength: "strong",
    pattern:
      /^(?:\(?(?:image|photo|photograph|picture|pic|screenshot|video|illustration|featured image|graphic|cover photo)s?(?:\s(?:credit|source|courtesy)s?)?(?:\s?[:：©|]|\s(?:via|by|courtesy(?: of)?|from|credit)\s.{1,60}$)|(?:credits?|bild|foto|fotos|crédit(?: photo)?|photo)\s?[:：©/]|(?:image|photo)s? ©|图片来源|圖片來源|图源|图片|图\s?[/|｜:：]|视频来源|фото\s?[:：])|\b(?:getty images|shutterstock|depositphotos|istock|unsplash|picture alliance|epa-efe)(?:\.com)?\)?$/iu,
  },
  {
    kind: "report",
    max: 120,
    strength: "strong",
    ends: "mostly",
    pattern:
      /^(?:report (?:a |an )?(?:problem|error|mistake|typo|correction|issue|bug)|(?:see|spotted|found|notice(?:d)?) (?:a |an )?(?:error|mistake|typo|problem)|suggest a correction|submit a correction|send (?:us )?(?:a )?correction|fehler (?:gefunden|melden)|signaler une erreur|reportar un error|сообщить об ошибке|нашли ошибку|举报|纠错|我要纠错|反馈)/iu,
  },
  {
    kind: "neighbour",
    max: 60,
    strength: "strong",
    ends: "mostly",
    teaser: true,
    pattern: line(
      "(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|up|entry|in .{1,30}))?|up next|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|article (?:suivant|précédent)|(?:artículo|entrada) (?:siguiente|anterior)|следующая (?:статья|новость)|предыдущая (?:статья|новость)|上一篇.{0,40}|下一篇.{0,40}",
    ),
  },
  {
    // Also a link in the share bar above or amid an article.
    kind: "comment-prompt",
    max: 140,
    strength: "strong",
    ends: "mostly",
    pattern: line(
      "join the (?:conversation|discussion)|(?:leave|add|post|write) (?:a |your )?(?:comment|reply)s?|发表评论|我要评论|写评论.{0,10}",
    ),
  },
  {
    kind: "comments",
    max: 140,
    strength: "strong",
    ends: "always",
    pattern: line(
      "(?:view|show|see|read|load)(?: all| more)?(?: \\d{1,6})? comments?|\\(?\\d{1,6}\\)? comments?(?: ?[-–—|·•] ?.{0,30})?|comments?(?: section)?(?: ?\\(?\\d{1,6}\\)?)?|no comments(?: yet)?|be the first to comment|comments (?:are|have been) (?:closed|disabled|off).{0,30}|kommentare?(?: ?\\(?\\d{1,6}\\)?)?|kommentar schreiben|\\d{1,6} kommentare|commentaires?(?: ?\\(?\\d{1,6}\\)?)?|\\d{1,6} commentaires?|comentarios?(?: ?\\(?\\d{1,6}\\)?)?|комментарии(?: ?\\(?\\d{1,6}\\)?)?|(?:网友|全部|最新|热门)?评论(?: ?[（(]?\\d{0,6}[)）]?)?|(?:共)?\\d{0,6} ?条评论",
    ),
  },
  {
    kind: "login",
    max: 140,
    strength: "strong",
    pattern:
      /^(?:(?:please )?(?:log ?in|sign ?in|sign ?up|register|create (?:a |an )?(?:free )?account)(?:$|,? (?:or|to|here|for free|\/|\|)).{0,110}|already (?:a |have )(?:subscriber|member|an account).{0,60}|you must be (?:logged|signed) in.{0,80}|(?:anmelden|einloggen|registrieren|se connecter|iniciar sesión|войти)(?:$| .{0,40})|(?:请)?(?:先)?(?:登录|登錄|注册|登入)(?:$|[后後/｜|].{0,30}))$/iu,
  },
  {
    kind: "share",
    max: 120,
    strength: "strong",
    pattern: new RegExp(`^(?:(?:${SHARE}|${NETWORK})(?:\\s?[|/·•,:：\\d]\\s?|\\s|$)(?:(?:on|via|to|by)\\s)?){1,14}$`, "iu"),
  },
  {
    kind: "newsletter",
    max: 320,
    strength: "strong",
    pattern:
      /^(?:(?:sign|signing) up (?:for|to|here)\b.{0,160}\b(?:newsletters?|alerts?|inbox|updates|email)|subscribe (?:to|for|now|here)\b.{0,160}\b(?:newsletters?|channel|podcast|inbox|updates|today|now|free|per (?:week|month))|(?:get|receive) (?:the |our |all |more )?.{0,100}\b(?:newsletters?|in your inbox|to your inbox|straight to|delivered)|(?:our |the |daily |weekly |free )?newsletters?$|enter your e-?mail|your e-?mail address|by (?:signing up|subscribing|clicking|submitting|entering)\b.{0,260}\b(?:agree|consent|terms|privacy)|download (?:our|the) .{0,40}\bapp\b|(?:jetzt )?newsletter (?:abonnieren|bestellen)|inscrivez-vous à .{0,60}newsletter|abonnez-vous|suscríbete|подпишитесь|подписаться|订阅|打开.{0,8}app|下载.{0,12}(?:app|客户端)|扫码.{0,20}|关注.{0,12}(?:公众号|微信).{0,20})/iu,
  },
  {
    kind: "cookies",
    max: 400,
    strength: "strong",
    pattern:
      /\b(?:we|this (?:web)?site|our (?:web)?site|our partners|(?:web)?sites?)(?: and our partners)? uses? cookies\b|^(?:accept|reject|allow|manage|decline)(?: all| cookies| preferences| settings| & continue| and continue){1,3}$|^(?:cookie (?:settings|policy|notice|preferences)|privacy (?:policy|settings|notice)|terms (?:of (?:use|service)|and conditions)|datenschutz|impressum|mentions légales|隐私政策|用户协议)$|diese (?:web)?seite verwendet cookies|ce site utilise des cookies|utiliza(?:mos)? cookies|использует (?:файлы )?cookie|使用\s?cookies?/iu,
  },
  {
    kind: "advert",
    max: 100,
    strength: "strong",
    pattern: line(
      "\\(?(?:advertisements?|advertising|ad|ads|sponsored(?: content| by .{1,40})?|paid content|promoted(?: content)?|(?:story|article) continues (?:below|after).{0,40}|(?:scroll|continue) (?:down )?(?:to|for|reading).{0,50}|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|реклама|广告|廣告)\\)?",
    ),
  },
  {
    kind: "related",
    max: 80,
    strength: "strong",
    ends: "mostly",
    teaser: true,
    pattern: line(
      "related(?: (?:articles?|stories|story|posts?|topics?|news|content|reading|coverage|links|tags))?|(?:more|latest|top|trending|popular|recommended|recent|most (?:read|popular|viewed|shared|commented))(?: (?:on this story|from .{1,40}|news|stories|articles?|posts?|in .{1,30}|for you|reading|videos?|now|headlines|like this|today))?|you (?:may|might) also (?:like|be interested in|enjoy)|(?:read|see|watch) (?:also|more|next|this next)|also (?:read|on .{1,30})|what to read next|editors?['’]?s? (?:picks|choice)|don['’]t miss|around the web|from the web|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|weitere (?:artikel|themen|meldungen)|à lire aussi|lire aussi|sur le même sujet|te puede interesar|lee también|leia também|leggi anche|lees ook|читайте также|相关(?:阅读|新闻|文章|推荐|链接|报道)|相關(?:閱讀|新聞|文章)|推荐阅读|延伸阅读|延伸閱讀|热门(?:文章|推荐|新闻|排行)|猜你喜欢|为您推荐|更多(?:新闻|精彩|内容)?|精彩推荐|大家都在看",
    ),
  },
  {
    kind: "inline-teaser",
    max: 200,
    strength: "weak",
    pattern:
      /^(?:read more|read next|read also|also read|see also|related|more|watch|recommended|lesen sie auch|lire aussi|à lire aussi|lee también|leia também|leggi anche|lees ook|читайте также|相关阅读|延伸阅读|推荐阅读)\s?(?:[:：|»›>→]|[-–—]\s)\s?\S/iu,
  },
  {
    kind: "rights",
    max: 400,
    strength: "strong",
    pattern:
      /^(?:©|\(c\) ?\d{4}|copyright\b.{0,20}(?:\d{4}|©)|版权所有|版權所有)|\ball rights reserved\b|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены|may not be (?:published, broadcast|reproduced)|未经.{0,12}(?:许可|授权).{0,20}(?:转载|使用)|本文.{0,30}不代表.{0,20}立场|^(?:特别)?声明[：:]|(?:免责|版权|特别)声明[：:]/iu,
  },
  {
    kind: "navigation",
    max: 120,
    strength: "weak",
    pattern:
      /^(?:skip to (?:main )?(?:content|navigation|search)|(?:main |toggle )?(?:menu|navigation)|(?:toggle )?search|home(?:page)?|back to (?:top|home|.{1,20}page)|close(?: menu)?|open menu|contact(?: us)?|about(?: us)?|advertise(?: with us)?|show more|load more|view all|see all|zum inhalt springen|startseite|accueil|inicio|首页|返回首页|返回顶部|返回.{1,6}[，,]查看更多|当前位置.{0,60}|您的位置.{0,60}|正文|导航|搜索)$|^(?:home|start|startseite|accueil|inicio|首页)\s?[>›»/|→].{1,90}$/iu,
  },
  {
    kind: "tags",
    max: 200,
    strength: "weak",
    pattern:
      /^(?:tags?|topics?|filed (?:under|to)|categories|category|keywords|in this article|schlagwörter|themen|mots-clés|etiquetas|теги|标签|標籤|关键词|關鍵詞|分类)\s?[:：].{0,180}$|^(?:tags|topics|in this article)$/iu,
  },
  {
    kind: "follow",
    max: 200,
    strength: "weak",
    pattern:
      /^(?:follow (?:us|me|him|her|them|@|[\p{Lu}].{1,60}? on\b|.{1,40} on (?:twitter|x|facebook|google|instagram|whatsapp)).{0,120}|like us on .{1,60}|(?:reach|contact|email|e-mail) (?:the (?:author|reporter|writer)|[\p{Lu}].{1,40}) (?:directly )?(?:at|on|via)\b.{1,80}|have (?:a|any) (?:tip|news tip|story)\b.{0,120}|got a (?:tip|story)\b.{0,120}|suivez-nous.{0,80}|folgen sie uns.{0,80}|síguenos.{0,80})$/iu,
  },
  {
    kind: "reading-time",
    max: 40,
    strength: "weak",
    pattern:
      /^(?:\d{1,3}[\s-]?(?:min(?:ute)?s?|minuten|minutos)\.?(?: (?:read|listen|watch|lesezeit|de lectura|de lecture))|(?:reading time|lesezeit|temps de lecture)\b.{0,20}|阅读\s?\d{1,7}|阅读量.{0,12}|浏览.{0,12}|\d{1,7}\s?(?:views|reads|shares|likes|阅读|次浏览))$/iu,
  },
  {
    kind: "byline",
    max: 120,
    strength: "weak",
    pattern:
      /^(?:(?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Rr]eported )?(?:[Bb]y|BY)[: ]\s?[\p{Lu}@](?:[^.!?]|(?<=\b\p{Lu})\.){1,100}|(?:[Aa]uthor|[Rr]eporter|[Aa]utor|[Aa]uteur|[Аа]втор)s?\s?[:：]\s?\S.{0,80}|[Vv]on \p{Lu}\p{L}{1,20} \p{Lu}\p{L}{1,25}|[Pp]ar \p{Lu}\p{L}{1,20} \p{Lu}\p{L}{1,25}|(?:作者|记者|記者|文|编辑|編輯|责任编辑|责编|审核|校对|来源|來源|稿源)\s?[/｜|：:]\s?\S.{0,80}|[（(](?:责任编辑|编辑|责编)[：:].{1,30}[)）])$/u,
  },
];

/** Words of menus: a line made mostly of these is a menu and no headline. */
export const MENU_WORDS = new Set(
  (
    "home news world politics business economy money markets sport sports tech technology science health culture entertainment lifestyle opinion " +
    "travel weather video videos photos podcasts arts style food games live latest local national international us uk europe asia africa more menu " +
    "search login subscribe register account shop jobs cars property events reviews deals forums about contact help newsletters education climate " +
    "environment magazine football cricket books music film tv radio gaming software hardware mobile ai startups security science startseite politik " +
    "wirtschaft kultur wissen gesundheit reise panorama accueil monde société économie inicio mundo deportes 首页 新闻 国际 国内 财经 体育 娱乐 科技 " +
    "社会 军事 汽车 房产 教育 健康 旅游 时尚 视频 图片 专题 滚动 登录 注册 论坛 博客"
  ).split(" "),
);
