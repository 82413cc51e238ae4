/** English cues: plain data. Frames were counted on PolNeAR's train split (a frame is kept where it shows an attribution at least half of the time). */
import type { Cues } from "./index.ts";

/**
 * Verbs of saying, thinking and showing, by the complements with which they attribute:
 * q quotation · t that-clause · w wh-clause · c bare clause or object · i to-infinitive · b after its content · then prepositions.
 */
const verbs: [string, string][] = [
  ["qtwcib about as at by for from in of on over with", "say"],
  ["qtb about as in of", "state"],
  ["qcbt about in of on", "write"],
  [
    "qtbc",
    "add predict reply admit conclude insist indicate contend tweet joke warn caution quip note respond confess point urge quote reason stress emphasize lament assure",
  ],
  ["qtcb for in against", "argue"],
  [
    "qtb",
    "observe continue maintain remark charge emphasise reiterate imply reaffirm concede assert allege boast testify counter muse post interject comment declare recount",
  ],
  ["qb", "put shoot fire go remember fume"],
  ["qtcwb", "suggest report question acknowledge explain announce disclose recall reveal predict confirm deny clarify"],
  ["tc", "claim believe think fear suspect doubt affirm reckon"],
  [
    "t",
    "know assume demonstrate signal realize realise recognize recognise estimate calculate forecast anticipate speculate determine decide worry underscore recommend demand order rule figure guess suppose imagine pray",
  ],
  ["qtb in on", "suggest"],
  ["qtb by", "report"],
  ["ctb", "find indicate"],
  ["ct", "show"],
  ["tw", "learn hear discover tell"],
  ["w", "question ask wonder consider explain know"],
  ["qb", "ask repeat yell shout laugh joke chant read answer add cry whisper"],
  ["qtcbi", "tell"],
  ["qcwt", "wonder"],
  ["c", "call dub"],
  ["for into on upon", "call"],
  ["cw as", "describe portray characterize characterise label"],
  [
    "c as for by of",
    "criticize criticise praise denounce slam blast mock condemn attack defend dismiss decry express order reference list estimate identify advocate applaud assail tout hail chide rebuke deride lambast welcome accuse blame endorse support reject thank congratulate remind credit compare liken cite mention highlight discuss echo downplay",
  ],
  ["ic about of that", "promise vow swear threaten"],
  ["i to", "pledge"],
  ["i", "decline refuse agree offer seek want wish prefer aim expect propose ask urge opt promise"],
  ["ct for in to", "hope agree urge propose"],
  ["t about of on", "complain brag boast warn speculate"],
  ["with", "disagree agree plead side"],
  ["to", "refer point allude respond object admit confess"],
  ["w about", "talk speak complain worry joke feel brag"],
  ["against of", "rail protest warn"],
  ["at on from", "hint comment"],
  ["for", "apologize apologise push advocate vouch"],
  ["t", "feel hold see"],
];

/** Forms that rules of spelling do not give. */
const irregular: Record<string, string> = {
  said: "say",
  read: "read",
  put: "put",
  shot: "shoot",
  went: "go",
  told: "tell",
  wrote: "write",
  written: "write",
  thought: "think",
  knew: "know",
  known: "know",
  found: "find",
  spoke: "speak",
  felt: "feel",
  heard: "hear",
  shown: "show",
  swore: "swear",
  sworn: "swear",
  held: "hold",
  sought: "seek",
  began: "begin",
  saw: "see",
  seen: "see",
  spoken: "speak",
};

export const en: Cues = {
  verbs,
  irregular,
  /** Adjectives of mind: "is confident that". */
  adjectives:
    "confident|certain|sure|convinced|aware|concerned|worried|hopeful|optimistic|skeptical|sceptical|doubtful|adamant|clear|proud|afraid|unaware|wary|critical",
  /** Nouns that carry a that-clause: "his claim that". */
  nouns:
    "claim|assertion|allegation|accusation|suggestion|belief|view|opinion|conclusion|contention|statement|argument|remark|warning|prediction|promise|pledge|vow|fear|concern|hope|criticism|call|insistence|announcement|admission|denial|complaint|theory|speculation|rumou?r|report",
  /** Offices and jobs by which a text says who somebody is. */
  roles:
    "MPs?|MEPs?|councillor|VP|vice[- ]president|SVP|EVP|president|CEO|CTO|CFO|COO|CISO|chief|chief \\w+ officer|executive|exec|spokes(?:man|woman|person|people)|press secretary|secretary|director|head|lead|leader|chair(?:man|woman|person)?|founder|co-?founder|owner|manager|minister|mayor|governor|senator|congress(?:man|woman)|representative|commissioner|sheriff|officer|official|attorney|lawyer|prosecutor|judge|professor|researcher|scientist|engineer|developer|analyst|economist|editor|reporter|journalist|columnist|author|writer|coach|captain|trustee|member|ambassador|envoy|general counsel|counsel|superintendent|principal|dean|doctor|surgeon|curator|archivist|archaeologist|historian|blogger|chair|publisher|producer|presenter|vlogger|librarian|keeper|inspector|chancellor|treasurer|partner|adviser|advisor|aide|strategist|pollster|constable|solicitor|tenant|witness|bishop|imam|headteacher|teacher|nurse|driver|worker|employee|resident|steward|barrister|assistant|organi[sz]er|activist|physician|virologist|epidemiologist",
  titles:
    "Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.?|Professor|President|Sen\\.?|Senator|Rep\\.?|Gov\\.?|Governor|Mayor|Judge|Justice|Sir|Dame|Lord|Lady|Chief|Captain|Gen\\.?|General|Lt\\.?|Col\\.?|Sgt\\.?|Rev\\.?|Secretary|Minister|Chancellor|Prime|Former|Sheriff|Constable|Inspector|Officer|Detective|Superintendent|King|Queen|Prince|Princess|Pope",
  /** Words that say that the text does not know, or does not tell, who it was. */
  anonymous:
    "anonymous|anonymously|unnamed|unidentified|unknown|whistle-?blowers?|insiders?|leakers?|tipsters?|source|sources|users?|posters?|someone|somebody|pseudonymous|person familiar|people familiar|netizens?|commenters?|redditors?|account|accounts|throwaway|individual|self-described|self-proclaimed|supposed|purported|alleged|blogger",
  organisations:
    "Inc|Inc\\.|Corp|Corp\\.|Corporation|Co\\.|Ltd|LLC|PLC|Group|Company|University|College|School|Ministry|Department|Council|Police|Association|Bank|Agency|Institute|Court|Commission|Committee|Authority|Office|Foundation|Federation|Union|Party|Senate|Congress|House|Parliament|Government|Administration|Service|Bureau|Board|Hospital|Museum|Air|Airlines?|Airways|Motors|Labs?|Technologies|Systems|Industries|Holdings|Partners|Network|Society|Team|Club|League|Airport|Railways?|Energy|Foods?|Health|Pharma(?:ceuticals)?|Studios?|Games|Entertainment|Media|Software|Mall|Centre|Center|Hotel|Stores?|Supermarkets?|company|agency|regulator|watchdog|police|ministry|council|government|officials|authorities",
  outlets:
    "Times|Post|Journal|Guardian|Reuters|AP|Associated Press|AFP|BBC|CNN|CNBC|NBC|CBS|ABC|NPR|Fox News|Bloomberg|Herald|Tribune|Chronicle|Gazette|Telegraph|Independent|Economist|Politico|Axios|The Verge|TechCrunch|Wired|The Information|Engadget|Ars Technica|Neowin|Newsweek|Forbes|Vox|Observer|Courier|Daily|Weekly|Magazine|newspaper|(?<=[A-Z]\\w+ )(?:Ledger|Mail|Mirror|Standard|Press|News|Echo|Argus|Star|Sun|Globe|Inquirer|Examiner|Register|Sentinel|Bulletin|Review|Dispatch|Advertiser|Reporter|Argus)|Xinhua|Der Spiegel|Le Monde|El Pa[ií]s",
  companyWords:
    "regulator|watchdog|commission|company|firm|manufacturer|maker|retailer|airline|bank|agency|ministry|council|club|university|hospital|startup|start-up|platform|network|studio|lab|lender|insurer|utility|brand|carmaker|chipmaker|developer|publisher|operator|group|team|organi[sz]ation|charity|school|department|force|museum|restaurant|chain|giant|city|town|government",
  /** Hearsay and doubt. */
  hedges:
    "reportedly|supposed|supposedly|allegedly|alleged|purported|purportedly|rumou?rs?|rumou?red|unconfirmed|unverified|unsubstantiated|unproven|so-called|hearsay|speculation|speculated|apparently|ostensibly|(?:could|has|have|had|can)(?: not|n[o'’]t) (?:be |been |yet |independently )*(?:verif(?:y|ied)|confirm(?:ed)?|authenticated?)|not (?:been )?(?:independently )?(?:verified|confirmed|authenticated)|cannot (?:be )?(?:independently )?(?:verify|verified|confirm|confirmed)|unable to (?:independently )?(?:verify|confirm|authenticate)|heard that|said to (?:have|be)|believed to (?:have|be)|thought to (?:have|be)|is it true|if true|no evidence|without evidence|word is|what looks like|what appears to be|claims to be|claiming to be|claimed to be|presumably|whispers|gossip|hoax|unnamed sources?|anonymous sources?",
  weakHedges:
    "may|might|could|perhaps|maybe|possibly|probably|likely|seems?|seemed|appears?|appeared|suggests?|suggested|potentially|presumably|I think|I guess|not sure|unclear",
  certain:
    "definitely|certainly|undoubtedly|unquestionably|without (?:a )?doubt|no doubt|indisputable|proven|proof|100%|the fact (?:is|that)|confirmed|conclusively|categorically|absolutely",
  /** Nouns for something said of somebody without proof. */
  rumourNouns:
    "quotes?|rumou?rs?|allegations?|accusations?|claims?|speculation|gossip|whispers|conspiracy theor(?:y|ies)|theor(?:y|ies)|hoax(?:es)?|reports|suggestions|suspicions?|assertions?|complaints?|charges|misinformation|disinformation|chatter|talk|word|concerns|story|stories|posts?|videos?|tweets?|threads?|messages?|screenshots?|memo|leak|tip|notion|falsehood|lie",
  rumourPlurals: "rumou?rs?|allegations?|accusations?|reports|claims|complaints|suspicions|speculation",
  /** Patterns that name a platform, and the platform. */
  platforms: [
    [
      "(?<=\\b(?:on|to|across|over|from|via|and|or|in|onto|of|through|no|en|sur|auf|bei|em)\\s|, )X(?:\\s*\\(?(?:formerly\\s+)?(?:known as\\s+)?,?\\s*Twitter\\)?)?(?=[\\s.,;:!?)]|$)(?! (?:axis|factor|rays?))",
      "x",
    ],
    [
      "\\bX \\((?:formerly (?:known as )?)?Twitter\\)|\\bX, (?:formerly|previously) (?:known as )?Twitter|\\bTwitter\\b|\\bX (?:posts?|users?|account|thread)\\b|\\b[Tt]weet(?:s|ed)?\\b",
      "x",
    ],
    ["\\bReddit\\b|\\bsubreddit\\b|\\br/\\w+", "reddit"],
    ["\\bWeibo\\b", "weibo"],
    ["\\bWeChat\\b", "wechat"],
    ["\\bZhihu\\b", "zhihu"],
    ["\\bDouyin\\b", "douyin"],
    ["\\bTieba\\b", "tieba"],
    ["\\bBilibili\\b", "bilibili"],
    ["\\bXiaohongshu\\b|\\bRedNote\\b", "xiaohongshu"],
    ["\\bTelegram\\b(?! reported)", "telegram"],
    ["\\bWhatsApp\\b", "whatsapp"],
    ["\\bFacebook\\b", "facebook"],
    ["\\bInstagram\\b", "instagram"],
    ["\\bTikTok\\b", "tiktok"],
    ["\\bYouTube\\b", "youtube"],
    ["\\bMastodon\\b", "mastodon"],
    ["\\bBluesky\\b", "bluesky"],
    ["\\b(?:on|to|via) Threads\\b", "threads"],
    ["\\b4chan\\b", "4chan"],
    ["\\b8kun\\b|\\b8chan\\b", "8kun"],
    ["\\bLinkedIn\\b", "linkedin"],
    ["\\bDiscord\\b", "discord"],
    ["\\bHacker News\\b", "hackernews"],
    ["\\bTruth Social\\b", "truthsocial"],
    ["\\bVKontakte\\b|\\bVK\\b", "vk"],
    ["\\bSnapchat\\b", "snapchat"],
    ["\\bNextdoor\\b", "nextdoor"],
    ["\\bSubstack\\b", "substack"],
    ["\\bGlassdoor\\b", "glassdoor"],
    ["\\bTeamBlind\\b|\\bon Blind\\b", "blind"],
    ["\\bGab\\b", "gab"],
    ["\\bParler\\b", "parler"],
    ["\\bRumble\\b", "rumble"],
    ["\\bQuora\\b", "quora"],
    ["\\bTumblr\\b", "tumblr"],
  ] as [string, string][],
  /** What a place on the net is called when it has no known name. */
  places:
    "websites?|web site|sites?|forums?|message boards?|bulletin boards?|boards?|blogs?|newsletters?|podcasts?|chat groups?|group chats?|chat rooms?|messaging apps?|apps?|social media|social networks?|platforms?|subreddits?|channels?|mailing lists?|tabloids?|newspapers?|magazines?|outlets?|livestream|imageboards?|communit(?:y|ies)",
  /** Names of languages and peoples, and the language that they imply. */
  languages: [
    ["Chinese|Mandarin|Cantonese", "zh"],
    ["Japanese", "ja"],
    ["Korean", "ko"],
    ["Russian", "ru"],
    ["Spanish|Mexican", "es"],
    ["French", "fr"],
    ["German", "de"],
    ["Italian", "it"],
    ["Portuguese|Brazilian", "pt"],
    ["Arabic", "ar"],
    ["Turkish", "tr"],
    ["Polish", "pl"],
    ["Dutch", "nl"],
    ["Ukrainian", "uk"],
    ["Hindi", "hi"],
    ["Vietnamese", "vi"],
    ["Indonesian", "id"],
    ["Swedish", "sv"],
    ["Greek", "el"],
    ["Hebrew", "he"],
    ["Persian|Farsi", "fa"],
    ["Thai", "th"],
    ["Czech", "cs"],
    ["Finnish", "fi"],
    ["Norwegian", "no"],
    ["Danish", "da"],
    ["Hungarian", "hu"],
    ["Romanian", "ro"],
  ] as [string, string][],
  /** Verbs and nouns by which a text tells how a thing began, and how it spread. */
  began:
    "(?:was|were) based on|(?:was|were|been|is|are)?\\s*(?:\\w+ly )?(?:first |originally |initially )?(?:started|posted|published|shared|uploaded|made|appeared|surfaced|emerged|originated|began|begun|leaked|circulated|traced|popped up|cropped up|aired|dates?|seeded|came)|(?:start(?:s|ed)|beg[aiu]ns?|originate[sd]?|stem(?:s|med)?) (?:as|with|from|on|in|when|after)|(?:go|goes|went|going|dates?|dated|traces?|leads?|led) back to|comes? from|came from|first (?:post|appear|surface|emerge|share|report|spot|claim|publish)\\w*|origins?|posted|wrote|told|made the (?:[\\w-]+ ){0,3}(?:claims?|allegations?|accusations?)|claimed|alleged|uploaded|published|leaked|shared",
  spread:
    "all over|everywhere|(?:it|they) (?:was|were|is|are) (?:soon |already |also |now )?(?=on )|had an? (?:[\\w-]+ ){0,3}(?:topic|thread)|spread|spreads|spreading|(?:going|went|gone|go|doing|did|made|making) (?:round|around|the rounds)|on the rounds|spilled|jumped|migrated|made (?:its|their) way|moved|travell?ed|travelled fast|crossed over|crossed|hopped over|went viral|gone viral|going viral|circulat(?:e|es|ed|ing)|repost(?:ed|ing|s)?|re-?shared|shared|retweeted|amplified|picked up|picked it up|repeated|crossposted|cross-posted|reached|translated|took off|taken up|echoed|copied|carried|widely viewed|viewed|seen|swept|bounced|hopped|leapt|relayed|forwarded|ricocheted|rippled|trended|trending|found (?:its|their) way|landed",
  rumourCarriers:
    "reports?|articles?|text|texts|translations?|whispers|figure|figures|quote|notice|picture|pictures|graphic|meme|memes|leak|file|files|footage|audio|table|chart|hashtag|rumou?rs?|claims?|allegations?|accusations?|posts?|stor(?:y|ies)|videos?|screenshots?|messages?|threads?|theor(?:y|ies)|images?|photos?|clips?|news|speculation|it|they|which|hoax|warnings?|letter|document|memo|note|tale|assertion|gossip|recording|translation|copies|versions?",
  /** People by what they are, where a text gives no name. */
  labels: [
    "q|question|interviewer|presenter|host|moderator|reporter",
    "a|answer",
    "(the |what (is|was|['’]s) )?(claim|rumou?r|claimed|myth)",
    "(our |the )?(verdict|rating|facts?|truth|conclusion|ruling)",
    "(mostly )?false|fake|untrue|incorrect|wrong|misleading|not true|hoax|altered",
  ],
  people:
    "hacker|attacker|whistleblower|worker|employee|user|man|woman|student|resident|customer|blogger|teacher|contractor|engineer|nurse|driver|neighbou?r|visitor|tourist|passenger|illustrator|artist|streamer|youtuber|influencer|redditor|commenter|moderator|player|gamer|fan|follower|reader|viewer|trader|investor|staffer|technician|soldier|mother|father|parent|person|member|poster|reviewer|developer|programmer|subscriber|shopper|farmer|guard|cleaner|intern|colleague|friend|witness|bystander|patient|graduate|researcher|photographer|account|page|group|profile|channel",
};
