/** English. */
import type { LanguagePack } from "./pack.ts";

/** Words for publishing and reporting, and for what was published. */
const telling = {
  verbs:
    "reports?|reported|reporting|repots|reveal(?:s|ed)?|published?|publishes|posted|posts|tweeted|tweets|claim(?:s|ed)?|alleg(?:es|ed)|broke|writes|wrote|announced|announces|aired|broadcast|learned|learnt|notes|noted|suggests?|suggested|quoted|quotes|citing|cited|cites|released|releases|uploaded|shared",
  says: "says|said|told|tells|adds|added|explained|explains|insist(?:s|ed)|stated|states|confirm(?:s|ed)",
  nouns:
    "reports?|articles?|stor(?:y|ies)|pieces?|posts?|interviews?|videos?|tweets?|exclusive|accounts?|blog|website|site|newspaper|paper|magazine|outlet|page|column|claims?|tape|footage|message|letter|statement|dispatch",
};
/**
 * Verbs of saying, thinking and showing, by the complements with which they attribute:
 * q quotation · t that-clause · w wh-clause · c bare clause or object · i to-infinitive · b after its content · then prepositions.
 */
const verbs: Record<string, string> = {
  "qtwcib about of": "say",
  qtb: "state observe continue maintain remark charge emphasise reiterate imply reaffirm concede assert allege boast testify counter muse post interject comment declare recount",
  "qcbt about": "write",
  qtbc: "add predict reply admit conclude insist indicate contend tweet joke warn caution quip note respond confess point urge quote reason stress emphasize lament assure",
  "qtcb for in against": "argue",
  qb: "put shoot fire go remember fume ask repeat yell shout laugh joke chant read answer add cry whisper",
  qtcwb: "suggest report question acknowledge explain announce disclose recall reveal predict confirm deny clarify",
  tc: "claim believe think fear suspect doubt affirm reckon",
  t: "know assume demonstrate signal realize realise recognize recognise estimate calculate forecast anticipate speculate determine decide worry underscore recommend demand order rule figure guess suppose imagine pray feel hold see",
  ctb: "find indicate",
  ct: "show",
  tw: "learn hear discover tell",
  w: "question ask wonder consider explain know",
  qtcbi: "tell",
  qcwt: "wonder",
  c: "call dub criticize criticise praise denounce slam blast mock condemn defend dismiss decry express order reference list estimate identify advocate applaud assail tout hail chide rebuke deride lambast welcome accuse blame endorse support reject thank congratulate remind credit compare liken cite mention highlight discuss echo downplay",
  "for into on upon": "call",
  "cw as": "describe portray characterize characterise label",
  "ic about of that": "promise vow swear threaten",
  "i to": "pledge",
  i: "decline refuse agree offer seek want wish prefer aim expect propose ask urge opt promise",
  "ct for in to": "hope agree urge propose",
  "t about of on": "complain brag boast warn speculate",
  with: "disagree agree plead side",
  to: "refer point allude respond object admit confess",
  "w about": "talk speak complain worry joke feel brag",
  "against of": "rail protest warn",
  "at on from": "hint comment",
  for: "apologize apologise push advocate vouch",
};

/**
 * Function words by class. `auxiliaries` includes the adverbs among them; no noun phrase extends beyond `boundaries`; `saidIn`: media in which
 * something is said; `noNames`: words that begin sentences as names do; `behindVerb`: words after a verb whose content precedes it. `opensX`:
 * words that begin an X; `beforeX`: words directly before an X.
 */
const words = {
  opensClause: "(?:there|it|that|he|she|they|we|i)['’]\\w+|there|no|nothing|nobody",
  opensContent: "that|to",
  opensAdded: "an?|the|which|who|.*ing",
  opensApposition: "the|an?|who|whose",
  opensAside: "\\w{2,}ing|who|which|whose",
  opensSpeaker:
    "the|an?|his|her|its|their|he|she|they|it|we|i|who|which|that|this|no|one|half|percent|\\w+one|another|each|every|former|others?|some|many",
  closesClause: "according|which",
  contrasts: "but|while|though|although",
  possessives: "his|her|their|its|my|our",
  afterOpener: "however|meanwhile|too|instead|together",
  helpers: "(?:will|would|could|might|may|must|can|should|shall|did|does|do|wo|ca)(?:n't|not)?|to",
  beforeTime: "on|last|in|early|late|this",
  beforeArticle: "of|for|at|with|from|and|all|both|half",
  adverbs: "(?!\\p{Upper}|(?:family|ally|rally|daily|weekly|monthly|assembly|bully|reply)$).*ly",
  openingAdverbs: "\\p{Alpha}{2,}(?:al|[aeou]?nt|ar|at|ate|b|ed|ful|ic|ing|iv|ous|rt|st|us)ly",
  participles: ".*(?:ed|ing)",
  behindParticiple: "in|on|at|by|for|to|with|from|about|if|whether|why|how|the|a|an|his|her|its|their",
  pastForms: ".*ed",
  plainPastForms: "\\p{Lower}+ed",
  gerundForms: "\\p{Lower}{2,}ing",
  contractedVerbs: "\\p{Alpha}+(?:n['’]t|['’](?:re|ve|ll))",
  contractedSubjects: "(?:it|he|she|there|that)['’]s|(?:we|you|they)['’](?:re|ve|ll)|i['’](?:m|ve|ll)",
  longAdverbs: "\\p{Alpha}{4,}ly",
  contracted: "\\w+'(?:s|re|m)",
  auxiliaries:
    "has|had|have|having|is|are|was|were|be|been|being|am|will|would|could|might|may|must|can|cannot|should|shall|did|does|do|also|however|meanwhile|nevertheless|nonetheless|therefore|never|not|n't|to|then|later|first|again|still|now|just|long|far|recently|since|even|once|often|always|only|ever|already|soon|itself|himself|herself|themselves|both|all|earlier",
  pronouns:
    "he|she|they|it|i|we|you|who|which|that|one|this|these|those|some|many|others|several|most|both|everyone|somebody|someone|nobody|anyone|all|few",
  personal: "he|she|they|it|i|we|you",
  objects: "him|her|me|us|them|you",
  articles: "the|a|an|his|her|its|their",
  relatives: "who|which|that",
  be: "is|are|was|were|be|been|being|am",
  boundaries:
    "that|because|when|while|if|although|though|but|where|whereas|since|unless|until|so|than|or|yet|and|as|after|before|how|why|what|whether|which|who|whom|whose|once|nor|not|n't|is|are|was|were|be|been|has|had|have|will|would|could|should|can|did|does|do|may|might|must|into|(?:here|there|where|what|that|let)'s",
  determiners:
    "the|a|an|his|her|their|its|our|my|your|this|that|these|those|some|any|no|every|each|another|one|two|three|several|many|most|few|both|all|other|such",
  prepositions:
    "in|on|at|during|after|before|for|from|with|by|of|about|to|under|over|against|amid|despite|through|among|between|within|behind|without|toward|towards|since|until|upon|per|via|around|across|near|outside|inside|alongside|beside|besides|beyond|beneath|below|above|past|as",
  times:
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight|january|february|march|april|june|july|august|september|october|november|december|jan\\.|feb\\.|aug\\.|sept\\.|oct\\.|nov\\.|dec\\.|\\d{1,2}(?:st|nd|rd|th)?|\\d{4}|morning|afternoon|evening|night|week|month|year|last|earlier|later|this|next|late|early",
  particles: "out|up|back|over|down|off|away",
  plurals:
    "i|we|you|they|who|some|many|several|most|both|all|few|people|men|women|staff|police|crew|percent|half|third|quarter|two|three|four|five|ten|\\d+",
  pluralForms: "(?!news$).*(?<!['’sui])s",
  questionWords: "what|whether|how|why|if|who|whom|when|where|which",
  subjects:
    "he|she|they|it|we|i|you|who|the|a|an|his|her|their|mr\\.|mrs\\.|ms\\.|dr\\.|president|officials|critics|some|others|one|former|spokes\\w+|senior|another",
  finite: "is|are|was|were|be|been|being|has|had|have|will|would|could|might|may|must|can|should|do|does|did",
  subordinators: "when|while|after|although|though|if|as|since|because|before|once",
  saidIn: "letter|interview|speech|email|e-mail",
  coordinators: "and|but|so|yet|or",
  addressing: "tell|ask|remind|assure|warn",
  noNames: "according|there|here|however|meanwhile|yes|following|critics|rumou?rs|reports|claims|users|people|four|five",
  leadsToName: "from|by|to|with|about|against|between|after|before",
  opensAlias: "name|handle|alias|nickname|pseudonym|username|as|called|named",
  opensParticiple: "by|in|while|when|after|before|without",
  seconds: "and|but|then|also|later",
  opensTime: "in|on|at|during|via|through|after|before|by|from|to|with",
  noClause: "in|on|at|by|for|from|with|of|after|before|during|about|as|to|and|or|but|because|than|when|into|under|over|against",
  behindVerb:
    "in|on|at|during|after|before|of|with|without|as|when|while|from|by|via|through|about|and|to|onstage|outside|inside|since|near|because|but",
  behindSpeaker: "who|whose|that|which|in|at|on|during|after|before|from|to|with|of|as|when|while",
  impersonal: "it's",
  infinitive: "to",
  beforeInfinitive: "on|out|up|forward|ahead|back",
  toMedium: "to|on|onto|via|through",
  negative: "no|none|nobody|neither",
  things: "it|they",
  officers: "spokes\\w+|advis[eo]r|aide|assistant|ambassador|envoy|secretary|deputy|counsel|lawyer|attorney|publicist",
  wroteTo: "written|writes|writing|spoken|speaks|speaking|turned",
  irregularPast: "took|went|gave|came|began|wrote|spoke|knew|fell|rose|grew|drew|chose",
  beginsName: "United|Federated|Confederate|Gulf|Baltic|Member",
  opensAdjunct:
    "here|hours|minutes|moments|days|weeks|months|years|however|instead|meanwhile|still|more|like|unlike|given|including|also|then|now|later|earlier",
};

const rumourNouns =
  "quotes?|rumou?rs?|allegations?|accusations?|claims?|speculation|gossip|whispers|conspiracy theor(?:y|ies)|theor(?:y|ies)|hoax(?:es)?|reports|suggestions|suspicions?|assertions?|complaints?|charges|misinformation|disinformation|chatter|talk|word|concerns|story|stories|posts?|videos?|tweets?|threads?|messages?|screenshots?|memo|leak|tip|notion|falsehood|lie";
const rumourPlurals = "rumou?rs?|allegations?|accusations?|reports|claims|complaints|suspicions|speculation";
/** Words for denying a statement, but not for refusing something: "denied bail", "denied him the seat", "was denied a seat". */
const denies =
  "den(y|ies|ied|ying)(?! (([A-Z]\\w+ ){1,3}an? (licen[cs]e|permit|visa|loan)|him|(her|them|us|me|you) (an?|the|any)|entry|bail|access|requests?|visas?|(planning )?permission|planning|service|coverage|parole|asylum|boarding|admission|treatment|benefits|the (motion|appeal|application|request|petition)|(a|an|his|her|its|their) (motion|appeal|application|request|petition|visa|licen[cs]e|permit|loan|bid))(?!\\p{Alpha})|(?<=(was|were|been|being|get|got) (\\w+ )?denied) (an?|any|his|her|their)(?!\\p{Alpha}))";
/** Words for shooting down a statement; other things are shot down as well. */
const shotDown = (shoots: string) => {
  const told =
    "(?:rumou?rs?|reports?|claims?|stor(?:y|ies)|speculation|suggestions?|assertions?|allegations?|accusations?|theor(?:y|ies)|hoax|notion|idea|talk)";
  return `${shoots} (?:(?:it|them|that|this) |(?:[\\w’'-]+ ){0,3}${told} )down|${shoots} down (?:[\\w’'-]+ ){0,4}${told}|${told} (?:was|were|been) (?:\\w+ )?shot down`;
};
const carriers =
  "reports?|articles?|text|texts|translations?|whispers|figure|figures|quote|notice|picture|pictures|graphic|meme|memes|leak|file|files|footage|audio|table|chart|hashtag|rumou?rs?|claims?|allegations?|accusations?|posts?|stor(?:y|ies)|videos?|screenshots?|messages?|threads?|theor(?:y|ies)|images?|photos?|clips?|news|speculation|it|they|which|hoax|warnings?|letter|document|memo|note|tale|assertion|gossip|recording|copies|versions?";
const places =
  "websites?|web site|sites?|forums?|message boards?|bulletin boards?|boards?|blogs?|newsletters?|podcasts?|chat groups?|group chats?|chat rooms?|messaging apps?|apps?|social media|social networks?|platforms?|subreddits?|channels?|mailing lists?|tabloids?|newspapers?|magazines?|outlets?|livestream|imageboards?|communit(?:y|ies)";
export const en = {
  tag: "en",
  companyForms: "Inc|Corp|Co|Ltd|Bros",
  contractions: { behind: "s|re|ve|ll|d|m", before: "em|til|cause|bout|n" },
  leadsIn: "that ",
  abbreviations:
    "Mr|Mrs|Ms|Messrs|Drs?|Profs?|Sens?|Reps?|Govs?|Gens?|Adm|Maj|Col|Lt|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Pfc|Brig|Supt|Insp|Det|Amb|Atty|Asst|Pres|Sec|Revs?|Msgr|Fr|Hon|St|Jr|Sr|[Vv]s|v|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec",
  beforeNumber: "Nos?",
  commonWords:
    "the and is are was were of to that this with for not have has it be by from they you his her will says said who what why how just been about there their would could more than all out if we our your an or no so do did can get got new shown show shows i a in on at as he she my me but when which up its am dont im into because any some only over them then these those us him going go make made one like now people know think does",
  stopWords:
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing down during each few for from further had has have having he her here hers herself him himself his how i if in into is it its itself just ll me more most my myself now of off on once only or other our ours ourselves out over own re s same she should so some such than that the their theirs them themselves then there these they this those through to too under until up upon ve very was we were what when where which while who whom why will with would y'all you your yours yourself yourselves im ive id dont youre hes shes theyre thats rt via amp",

  irregularForms:
    "take took taken;wear wore worn;shoot shot;say said;tell told;give gave given;go went gone;get got gotten;make made;buy bought;sell sold;steal stole stolen;find found;leave left;lose lost;win won;meet met;lead led;flee fled;fight fought;catch caught;teach taught;think thought;bring brought;build built;send sent;spend spent;keep kept;sleep slept;hold held;stand stood;run ran;begin began begun;drink drank drunk;sing sang sung;sink sank sunk;swim swam swum;swear swore sworn;tear tore torn;break broke broken;speak spoke spoken;choose chose chosen;freeze froze frozen;write wrote written;ride rode ridden;drive drove driven;rise rose risen;fall fell fallen;eat ate eaten;see saw seen;know knew known;grow grew grown;throw threw thrown;fly flew flown flies;draw drew drawn;blow blew blown;show shown;pay paid;hear heard;lay laid;feed fed;bleed bled;breed bred;strike struck;hang hung;dig dug;stick stuck;bite bit bitten;hide hid hidden;forbid forbade forbidden;forget forgot forgotten;feel felt;deal dealt;mean meant;burn burnt;learn learnt;seek sought;shake shook shaken;wake woke woken;bear bore born borne;become became;come came;overthrow overthrew overthrown;withdraw withdrew withdrawn;die died dies dying dead death deaths;ban banned bans;child children kid kids;man men;woman women;foot feet;tooth teeth;mouse mice;goose geese;wife wives;knife knives;wolf wolves;leaf leaves;thief thieves;photo photos photograph photographs picture pictures pic pics image images;video videos footage clip vid;tv television;president potus pres;government govt;senator sen senators;representative rep reps congressman congresswoman;doctor dr doctors;percent pct;uk britain;read read;put put",
  opposites:
    "confirm deny;confirmed denied;true false;guilty innocent;accept reject;approve reject;allow ban;permit ban;rise fall;rose fell;increase decrease;increased decreased;gain lose;won lost;win lose;alive dead;legal illegal;safe dangerous;open closed;opened closed;support oppose;supported opposed;real fake;genuine fake;authentic fake;succeed fail;succeeded failed;arrest release;arrested released;agree disagree;agreed refused;hire fire;hired fired;admit deny;admitted denied;acquitted convicted;found missing;up down;raise cut;raised cut;start stop;started stopped;join leave;joined left;buy sell;bought sold;passed failed;before after",
  reportingWords: "not true false fake lie say said tell claim report deny rumour rumor alleged breaking news confirm accuse according",
  time: {
    months:
      "january jan;february feb;march mar;april apr;may;june jun;july jul;august aug;september sep sept;october oct;november nov;december dec",
    weekdays: "monday;tuesday;wednesday;thursday;friday;saturday;sunday",
    days: { "-2": "day before yesterday", "-1": "yesterday", 0: "today|tonight|this morning|this afternoon|this evening", 1: "tomorrow" },
    units: { hour: "hour|hours", day: "day|days", week: "week|weeks", month: "month|months", year: "year|years" },
    numbers: { a: 1, an: 1 },
    ago: "(?:about |around |some |nearly |almost |over |more than )?(\\d{1,3}|[a-z]{1,8}(?: of)?|a (?:few|couple(?: of)?)) (hours?|days?|weeks?|months?|years?) ago",
    last: "(?:last|the past|the previous) (week|month|year)",
    before: "by|until|till|before|no later than",
    after: "since|after",
    future: "will|'ll|’ll|shall|scheduled|deadline|upcoming|going to|expected|set to|due|plans? to",
    habit: "every|each|most|black|super|good|bloody|cyber|giving|casual|ash|the sunday",
    on: "on|by|until|till|before|since|after",
    next: "next",
    previous: "last|past",
    vague: "this",
    dayPart: "morning|afternoon|evening|night",
    of: "of",
    inMonth: "in|(?:the )?(?:end|start|beginning|middle) of|since|until|by|before|after|last|next|this|early|late|mid",
    inYear: "in|since|until|by|before|after|during",
    partOf: "of|early|late|mid|the (?:end|start|beginning) of",
    weekend: "(?:(?:over|during|at|on) )?(?:last|the|this past|past) weekend",
    thisPeriod: "(?:(?:early|earlier|late|later) )?this",
    inMonthYear: "in|since|by|until",
    vaguePast: "late|early",
    boundArticles: "the",
    namesWithDays: "Times|Mirror|Mail|Express|Telegraph|Post|Herald|Night Live|Night Football",
    behindCounts: "people|men|women|million|billion|percent|per",
    partsOfDay: "earlier|later|late|early",
    ordinal: "st|nd|rd|th",
  },
  numbers: {
    counts: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    tens: "- twenty thirty forty fifty sixty seventy eighty ninety",
    article: "a",
    joins: "and",
    half: "half",
    clock: "am|pm",
    afternoon: "pm|p",
    measured: "above|away|below|deep|from|high|long|off|pool|race|runner|sprint|swim|tall|thick|tower|wall|wide",
    scales: {
      12: "dozen",
      100: "hundred|hundreds",
      1e3: "thousand|thousands|k",
      1e5: "lakh",
      1e6: "million|millions|mn|mln|m",
      1e7: "crore",
      1e9: "billion|billions|bn|b",
      1e12: "trillion|tn|t",
    },
    units: {
      USD: "dollar|dollars",
      US$: "usd|us dollars",
      EUR: "euro|euros|eur",
      GBP: "pound sterling|pounds sterling|gbp|quid",
      CNY: "yuan|rmb|cny|renminbi",
      JPY: "yen|jpy",
      INR: "rupee|rupees|inr",
      RUB: "ruble|rubles|rouble|roubles",
      cent: "cent|cents",
      "%": "%|percent|pct|per cent",
      points: "percentage points|percentage point|points|point",
      km: "km|kilometre|kilometres|kilometer|kilometers",
      mile: "mile|miles",
      m: "m|metre|metres|meter|meters",
      "m²": "m²|square metres|square meters",
      "m³": "m³|cubic metres|cubic meters",
      "km²": "km²|square kilometres|square kilometers",
      foot: "foot|feet|ft",
      inch: "inch|inches",
      cm: "cm|centimetres|centimeters",
      kg: "kg|kilo|kilos|kilogram|kilograms",
      pound: "pound|pounds|lb|lbs",
      g: "gram|grams",
      t: "ton|tons|tonne|tonnes",
      litre: "litre|litres|liter|liters",
      gallon: "gallon|gallons",
      hectare: "hectare|hectares",
      acre: "acre|acres",
      second: "second|seconds",
      minute: "minute|minutes",
      hour: "hour|hours|hrs",
      day: "day|days",
      week: "week|weeks",
      month: "month|months",
      year: "year|years|yr|yrs",
      decade: "decade|decades",
      KB: "kb|kilobytes",
      MB: "mb|megabytes",
      GB: "gb|gigabytes",
      TB: "tb|terabytes",
      kW: "kw|kilowatts",
      MW: "mw|megawatts",
      GW: "gw|gigawatts",
      C: "degrees celsius|celsius",
      F: "degrees fahrenheit|fahrenheit",
    },
    approximately: "about|around|roughly|nearly|almost|over|approximately|approx\\.?|some|more than|less than|up to|at least",
  },
  hedging: {
    hedges:
      "reportedly|supposed|supposedly|allegedly|alleged|purported|purportedly|rumou?rs?|rumou?red|unconfirmed|unverified|unsubstantiated|unproven|so-called|hearsay|speculation|speculated|apparently|ostensibly|(?:could|has|have|had|can)(?: not|n[o'’]t) (?:be |been |yet |independently )*(?:verif(?:y|ied)|confirm(?:ed)?|authenticated?)|not (?:been )?(?:independently )?(?:verified|confirmed|authenticated)|unable to (?:independently )?(?:verify|confirm|authenticate)|heard that|said to (?:have|be)|believed to (?:have|be)|thought to (?:have|be)|is it true|if (?:(?:this|that|it) (?:is|turns out to be) )?(?:true|right|correct)|no evidence|without evidence|word is|what looks like|what appears to be|claims to be|claiming to be|claimed to be|presumably|whispers|gossip|hoax|unnamed sources?|anonymous sources?",
    weakHedges:
      "may|might|could|perhaps|maybe|possibly|probably|likely|seems?|seemed|appears?|appeared|suggests?|suggested|potentially|presumably|I think|I guess|not sure|unclear",
    scoffs:
      "yeah,? right|(?:lol|oh|aha|yeah),? sure|sure,? jan|what next|pull the other one|tell me another|i['’]?m the (?:queen|king|pope|tooth fairy)|pigs (?:might |can |will |do )?fly",
    laughs: "lo+l|lmf?ao|rofl|(?:ha){2,5}h?|sure",
    supposes:
      "(let['’]s|let us)? ?(suppose|imagine|assume|pretend)|say(,? for (a moment|argument['’]s sake),?)? that|what if|if|even if|unless|should|were|had|i (really |strongly |very much |highly |seriously )?doubt|i(['’]m| am)? wonder(ing)? (if|whether)|(i(['’]m| am) )?not sure (if|whether|that)|has anyone|(who|anyone) else (heard|hear|read|seen)|i find it hard to believe",
    peopleSay:
      "hearing (?:that|reports|rumou?rs)|(?:so )?i hear(?: that)?|(?:people|folks|they|some|many|everyone|everybody)(?: are| is)? (?:say|saying|says|claim|claiming)|(?:someone|somebody|a (?:friend|mate|colleague|guy|neighbou?r)|my (?:\\w+ )?(?:sister|brother|friend|cousin|neighbou?r|colleague|mate|boss|mum|mom|dad|wife|husband|uncle|aunt)) (?:says|said|told me|tells me|claims)|according to (?:a|some) (?:friend|mate|colleague|guy|neighbou?r)s?|(?:was|been|being) told that",
    certain:
      "definitely|certainly|undoubtedly|unquestionably|without (?:a )?doubt|no doubt|indisputable|proven|proof|100%|the fact (?:is|that)|confirmed|conclusively|categorically|absolutely",
  },
  parties: {
    nameParticles: "van der|van den|bin|ibn|al|el",
    roles:
      "MPs?|MEPs?|councillor|VP|vice[- ]president|SVP|EVP|president|CEO|CTO|CFO|COO|CISO|chief|chief \\w+ officer|executive|exec|spokes(?:man|woman|person|people)|press secretary|secretary|director|head|lead|leader|chair(?:man|woman|person)?|founder|co-?founder|owner|manager|minister|mayor|governor|senator|congress(?:man|woman)|representative|reps?(?!\\.)|publicist|commissioner|sheriff|officer|official(?! (?:web|news|page|site|account|statement|response|facebook|twitter|comment|announcement|word))|attorney|lawyer|prosecutor|judge|professor|researcher|scientist|engineer|developer|analyst|economist|editor|reporter|journalist|columnist|author|writer|coach|captain|trustee|member|ambassador|envoy|general counsel|counsel|superintendent|principal|dean|doctor|surgeon|curator|archivist|archaeologist|historian|blogger|publisher|producer|presenter|vlogger|librarian|keeper|inspector|chancellor|treasurer|partner|adviser|advisor|aide|strategist|pollster|constable|solicitor|tenant|witness|bishop|imam|headteacher|teacher|nurse|driver|worker|employee|resident|steward|barrister|assistant|organi[sz]er|activist|physician|virologist|epidemiologist",
    people:
      "hacker|attacker|whistleblower|worker|employee|user|man|woman|student|resident|customer|blogger|teacher|contractor|engineer|nurse|driver|neighbou?r|visitor|tourist|passenger|illustrator|artist|streamer|youtuber|influencer|redditor|commenter|moderator|player|gamer|fan|follower|reader|viewer|trader|investor|staffer|technician|soldier|mother|father|parent|person|member|poster|reviewer|developer|programmer|subscriber|shopper|farmer|guard|cleaner|intern|colleague|friend|witness|bystander|patient|graduate|researcher|photographer|account|page|group|profile|channel",
    alias:
      "known (?:only )?as|goes by|calling (?:himself|herself|themselves|itself)|using the (?:name|handle|alias|nickname)|under the (?:name|handle|pseudonym)|named|called",
    anonymous:
      "anonymous|anonymously|unnamed|unidentified|unknown|whistle-?blowers?|insiders?|leakers?|tipsters?|source|sources|users?|posters?|someone|somebody|pseudonymous|person familiar|people familiar|netizens?|commenters?|redditors?|account|accounts|throwaway|individual|self-described|self-proclaimed|supposed|purported|alleged|blogger",
    organisations:
      "Inc|Inc\\.|Corp|Corp\\.|Corporation|Co\\.|Ltd|LLC|PLC|Group|Company|University|College|School|Ministry|Department|Council|Police|Association|Bank|Agency|Institute|Court|Commission|Committee|Authority|Office|Foundation|Federation|Union|Party|Senate|Congress|House|Parliament|Government|Administration|Service|Bureau|Board|Hospital|Museum|Air|Airlines?|Airways|Motors|Labs?|Technologies|Systems|Industries|Holdings|Partners|Network|Society|Team|Club|League|Airport|Railways?|Energy|Foods?|Health|Pharma(?:ceuticals)?|Studios?|Games|Entertainment|Media|Software|Mall|Centre|Center|Hotel|Stores?|Supermarkets?|company|agency|regulator|watchdog|police|ministry|council|government|officials|authorities",
    outlets:
      "Times|Post|Journal|Guardian|Reuters|AP|Associated Press|AFP|BBC|CNN|CNBC|NBC|CBS|ABC|NPR|(?:Fox|Sky|Yahoo|Vice|BuzzFeed) News|Al Jazeera|Rolling Stone|Vanity Fair|Bloomberg|Herald|Tribune|Chronicle|Gazette|Telegraph|Independent|Economist|Politico|Axios|The Verge|TechCrunch|Wired|The Information|Engadget|Ars Technica|Neowin|Newsweek|Forbes|Vox|Observer|Courier|Daily|Weekly|Magazine|newspaper|(?<=[A-Z]\\w+ )(?:Ledger|Mail|Mirror|Standard|Press(?! (?:[Cc]ent|[Oo]ffice|[Ss]ecretary))|News|Echo|Argus|Star|Sun|Globe|Inquirer|Examiner|Register|Sentinel|Bulletin|Review|Dispatch|Advertiser|Reporter)|Xinhua|Der Spiegel|Le Monde|El Pa[ií]s",
    surnames:
      "Beach|Bishop|Black|Bloomberg|Cardinal|Chancellor|Constable|Day|Dean|Driver|Forbes|Head|Judge|Justice|King|Lord|Major|March|Marshal|North|Nurse|Park|Pope|Prince|Royal|Steward|Stewart|Street|Tower|West|White",
    authorOf: "author of the (?:post|message|video|thread|tweet|audio)",
    regulator:
      "police|ministry|minister|regulators?|commission|authority|authorities|agency|court|prosecutors?|attorney general|FTC|SEC|FDA|CDC|WHO|EPA|FAA|watchdog|ombudsman|government|council|department|public health|inspectorate|inspectors?|sheriff",
    factChecker: "fact[- ]?check\\p{Alpha}*|snopes|politifact|full fact|lead stories",
    amplifier:
      "who (?:had |has |have )?(?:earlier |first |also |previously )?(?:shared|reposted|repeated|retweeted|amplified|spread|tweeted|posted)(?!\\p{Alpha})",
    namedPlatforms:
      "X|Twitter|Reddit|Facebook|Instagram|TikTok|YouTube|Telegram|WhatsApp|Weibo|Threads|Bluesky|Mastodon|LinkedIn|Discord|Nextdoor|WeChat|Zhihu|Tieba|Douyin|Bilibili|Hacker News|Truth Social|Quora|Tumblr|Substack|Medium|Snapchat|4chan",
    platformWords: "Meta|moderators?",
  },
  mentions: {
    began:
      "(?:was|were) based on|(?:(?:was|were|been|is|are) )?(?:\\w+ly )?(?:first |originally |initially )?(?:started|posted|published|shared|uploaded|made|appeared|surfaced|emerged|originated|began|begun|leaked|circulated|traced|popped up|cropped up|aired|dates?|seeded|came)|(?:start(?:s|ed)|beg[aiu]ns?|originate[sd]?|stem(?:s|med)?) (?:as|with|from|on|in|when|after)|(?:go|goes|went|going|dates?|dated|traces?|leads?|led) back to|comes? from|came from|first (?:post|appear|surface|emerge|share|report|spot|claim|publish)\\w*|origins?|wrote|told|made the (?:[\\w-]+ ){0,3}(?:claims?|allegations?|accusations?)|claimed|alleged",
    spread:
      "all over|everywhere|(?:it|they) (?:was|were|is|are) (?:soon |already |also |now )?(?=on )|had an? (?:[\\w-]+ ){0,3}(?:topic|thread)|spread|spreads|spreading|(?:going|went|gone|go|doing|did|made|making) (?:round|around|the rounds)|on the rounds|spilled|jumped|migrated|made (?:its|their) way|moved|travell?ed|travelled fast|crossed over|crossed|hopped over|went viral|gone viral|going viral|circulat(?:e|es|ed|ing)|repost(?:ed|ing|s)?|re-?shared|shared|retweeted|amplified|picked up|picked it up|repeated|crossposted|cross-posted|reached|translated|took off|taken up|echoed|copied|carried|widely viewed|viewed|seen|swept|bounced|hopped|leapt|relayed|forwarded|ricocheted|rippled|trended|trending|found (?:its|their) way|landed",
    places,
    platformNames:
      "Weibo WeChat Zhihu Douyin Tieba Bilibili WhatsApp Facebook Instagram TikTok YouTube Mastodon Bluesky 4chan LinkedIn Discord Snapchat Nextdoor Substack Glassdoor Gab Parler Rumble Quora Tumblr",
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
      ["\\bXiaohongshu\\b|\\bRedNote\\b", "xiaohongshu"],
      ["\\bTelegram\\b(?! reported)", "telegram"],
      ["\\b(?:on|to|via) Threads\\b", "threads"],
      ["\\b8kun\\b|\\b8chan\\b", "8kun"],
      ["\\bHacker News\\b", "hackernews"],
      ["\\bTruth Social\\b", "truthsocial"],
      ["\\bVKontakte\\b|\\bVK\\b", "vk"],
      ["\\bTeamBlind\\b|\\bon Blind\\b", "blind"],
    ] as [string, string][],
    languages: { zh: "Mandarin|Cantonese", es: "Mexican", pt: "Brazilian" } as Record<string, string>,
    beginning:
      "first|originally|initially|started|began|begun|originat\\w+|traced|earliest|start|origins?|stem(?:s|med)?|(?:goes?|went|going|dates?|dated|traces?|leads?) back|c[ao]mes? from",
    translated: "translated|translation|translations|translating|translates|roughly translated|machine[- ]translat\\w+|rendered in English",
    join: "on |to |in ",
    carriers,
    related: `(?:the|this|that|these|those|such|its|his|her|their)\\s+(?:[\\w-]+\\s+){0,3}?(?:${carriers})|(?:posted|shared|reposted|uploaded|copied|published|spread|repeated) (?:it|them)`,
    published: "posted|wrote|tweeted|published|blogged|reported|claimed|alleged|shared|uploaded|leaked|writing|claiming|alleging|saying",
    spreader:
      "(?:posted|uploaded|published|spread|shared|repeated|amplified|picked up|reposted|retweeted|echoed|circulated|copied|translated|carried)\\s+(?:\\w+\\s+){0,2}?by",
    place: `\\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Aa]nother|[Ss]ome|[Ss]everal|[Oo]ne|[Vv]arious|[Tt]wo|[Tt]hree|[Mm]any|local|popular)\\s+(?:(?!(?:on|in|at|by|to|from|for|who|that|which|of|and|was|were|with|as|has|have|had|is|are)\\b)[\\w’'-]+\\s+){0,4}?(?:${places})\\b(?:\\s+(?:called|named|known as)\\s+\\w[\\w-]*(?:\\.[\\w-]+)*(?:\\s+\\p{Upper}[\\w-]*(?:\\.[\\w-]+)*){0,2}|\\s+(?![A-Z][a-z]+day\\b)\\p{Upper}[\\w-]*(?:\\.[\\w-]+)*(?:\\s+(?![A-Z][a-z]+day\\b)[\\p{Upper}\\d][\\w-]*(?:\\.[\\w-]+)*){0,3})?`,
    definiteDeterminers: "[Tt]he|its|his|her|their|our",
    placeLead:
      "(?:\\b(?:on|to|in|across|via|from|over|into|through|and|or|onto|around|round|at|as|with|of|where|reached|swept|flooded|including)|,)\\s+(?:(?:the|a|an|its|his|her|their|other|platforms?|like|such|as|both|sites?|apps?|networks?|[\\w-]+['’]s|local|popular|Chinese|social|media)\\s+)*",
    placeTail: "posts?|threads?|users?|videos?|accounts?|groups?|channels?|messages?",
    placeAnswers:
      "to (?:\\w+ to )?(?:respond|reply|answer|address|deny|debunk|dispel|clarify|refute|rebut|correct|explain|apologi[sz]e|quash|shoot)",
  },
  labels: {
    claim: "(the |what (is|was|['’]s) )?(claim|rumou?r|claimed|myth)",
    rating: "(our |the )?(verdict|rating|facts?|truth|conclusion|ruling|assessment)",
    untrue:
      "((mostly|largely|completely|totally|entirely) )?(false|fake|untrue|incorrect|wrong|misleading)|not true|hoax|altered|inaccurate|debunked|baseless|miscaptioned|pants on fire",
    rated:
      "((mostly|largely|partly|partially|half)[- ])?(true|correct|accurate)|(partly|partially) (false|misleading)|mixed|mixture|unproven|unverified|unsupported|no evidence|(missing|lacks|needs|out of) context|outdated|exaggerated|satire|scam|misattributed|verified|disputed",
    rates:
      "we (have )?(therefore |thus |also )?(rated?|judged?|f(ind|ound)|consider(ed)?) (this|that|the|it)( [\\w’'-]+){0,5}?( as| to be)?",
    check: "fact[- ]?check\\p{Alpha}*|debunk\\p{Alpha}*",
  },
  ownCorrections: {
    retraction:
      "I (?:was|got (?:it|this|that)) (?:all |completely |totally |dead )?wrong|I stand corrected|I(?:['’]ve| have)? (?:just |now |since )?(?:deleted?|removed?|pulled|retracted?|withdrew|withdrawn|t(?:ook|aken) down) (?:it|that|this|(?:my|the) (?:\\w+ ){0,2}(?:posts?|tweets?|threads?|video|photo|story|claim))|I (?:take|took|am taking) (?:it|that|this|(?:all|what) I \\w+) back|my (?:\\w+ )?(?:post|tweet|thread|video|photo|story) (?:was|is|turned out to be) (?:wrong|false|fake|untrue|not true|a mistake|incorrect|made up)|I made (?:it|this|that|the whole thing) up|I fell for (?:it|this|a \\w+)|I should(?:n['’]t| not| never) have (?:posted|shared)",
    correction: "I (?:mixed up|misread|misheard|misunderstood|confused)|I got the \\w+ wrong|I (?:need|have|want) to correct|my mistake",
    label: "corrections?|edit(?:ed)?|erratum|retraction",
    unless: "if|whether|unless|hope|wish|think|say|says|said|claim|claims|when|because",
  },
  responses: {
    denial: [
      denies,
      "denial",
      "(reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|dismissing|refute|refutes|refuted|refuting|rebut|rebuts|rebutted|rebutting|dispute|disputes|disputed|disputing|contradict|contradicts|contradicted|repudiate|repudiated|debunk|debunks|debunked|debunking|rubbish(es|ed|ing)|quash(es|ed|ing)) (the |these |those |any |all |such |this |that |its |his |her |their )?(\\w+[ -]){0,3}((allegations?|accusations?|claims?|rumou?rs?|reports?|charges?|suggestions?|speculation|assertions?|story|stories|post|posts|video)|it|them|that|this|as)",
      "(?<=(was|were|been|is|are|being) (\\w+ly )?)(rejected|dismissed|refuted|rebutted|disputed|contradicted|repudiated|debunked)(?= ((as|in) [\\w ]{2,40}? )?by)",
      "(push(es|ed|ing)?|hit(s|ting)?|fires?|fired|firing) back (on|at|against) (the |these |those |any |all |such |this |that |its |his |her |their )?(\\w+[ -]){0,3}(allegations?|accusations?|claims?|rumou?rs?|reports?|charges?|suggestions?|speculation|assertions?|story|stories|post|posts|video)",
      "(call|calls|called|calling|brand|brands|branded|branding|describe|describes|described|describing|label|labels|labelled|labeled|term(s|ed)|denounce|denounced|slammed|dismissed) (the |these |those |any |all |such |this |that |its |his |her |their )?(\\w+[ -]){0,3}((allegations?|accusations?|claims?|rumou?rs?|reports?|charges?|suggestions?|speculation|assertions?|story|stories|post|posts|video)|it|them|that|this)( as)? (an? )?(\\w+ ){0,3}(false|untrue|baseless|unfounded|fabricated|fake|nonsense|hoax|lie|lies|fabrication|rubbish|ridiculous|absurd|misinformation|disinformation|inaccurate|wrong|incorrect|misleading|defamatory|groundless|fiction)",
      "(simply|just|absolutely|completely|entirely|categorically|totally|flatly|plainly|patently) (not true|untrue|false|wrong|fabricated|made up|baseless|no truth)",
      "(it|that|this|they)['’](s|re) (\\w+ ){0,3}(fake|false|not true|untrue|a lie|lies|nonsense|rubbish|a hoax|wrong|made up|fabricated|bogus|not real|a fabrication|fiction)",
      "never (said|did|made|told|used|sold|wrote|posted|happened) (anything|any|such|it|that|this|so|those|these)",
      "not (genuine|authentic|ours|accurate|correct|real)",
      "not true",
      "isn['’]t true",
      "wasn['’]t true",
      "no truth (to|in|whatsoever)",
      "untrue",
      "(is|are|was|were|as) (?!not |n[o’']t )(\\w+ ){0,2}(false|baseless|unfounded|groundless|a hoax|a lie|fabricated|nonsense|a fabrication|made up|misinformation|disinformation|inaccurate|incorrect|bogus)",
      "(say|says|said|insist|insists|insisted|maintain|maintains|maintained) (that )?(it|he|she|they) (has |have |had )?never",
      "(did|do|does) not happen",
      "never happened",
      "would never",
      "(has|have|had) never (\\w+ ){0,2}\\w+(ed|en|wn|ne|de|ld|id|ht|ut|ad)",
      "no such (thing|plans?|deal|decision|incident|order|agreement|event|meeting|talks|report)",
      "(has|have|had) no (plans?|intention)",
      "there (is|was|were|are|has been|have been|had been) (absolutely |simply )?no (\\w+ ){0,2}(plans?|talks|deal|truth|evidence|basis|such|intention|agreement|contact|cover-up|leak|breach|incident|shortage|risk)",
      "(is|was|are|were) (in fact |actually )?(fake|doctored|photoshopped|staged)",
      "confirm(s|ed|ing)? (to \\w+ )?(that )?(\\w+ ){1,6}(is|was|were|are|had been|has been) (\\w+ )?(fake|false|fabricated|forged|premature|baseless|unfounded|not dead|alive|(an?|the (victim|subject|target) of an?) (\\w+ ){0,2}(forgery|hoax|fake|prank)|doctored|untrue|not (real|true|genuine|authentic|ours|theirs|its|his|hers)|altered|manipulated|an impost[eo]r|impersonat\\w+|staged)",
    ],
    confirmation: [
      "confirm(s|ed|ing)?(?! (cases?|deaths?|infections?|bookings?|reservations?|attendance)|[^.;,]{0,60} (received \\w+ (\\w+ )?(reports?|complaints?|confirmation|requests?|calls?)|aware of|investigating|looking into|under investigation))",
      "acknowledg(e|es|ed|ing)",
      "admit(s|ted|ting)?(?! (to (hospital|the hospital)|patients))",
      "conced(e|es|ed|ing)",
      "own(s|ed) up to",
      "verified (that|the)",
      "(is|are|was|were) (indeed |in fact )?(true|accurate|authentic|genuine)",
      "(reports?|claims?|rumou?rs?) (is|are|was|were) (true|correct|accurate)",
      "confess(es|ed|ing)?",
    ],
    partial_confirmation: [
      "(partly|partially|in part) (confirm(s|ed|ing)?|acknowledg(es|ed|ing)|admit(s|ted|ting)|true|correct|accurate)",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?) (that )?(some|parts?|a number|certain|several|a few|an? (small|limited|isolated))",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?)[^.;]{1,120}? but (\\w+ ){0,3}(den(y|ied|ies)|insist(s|ed)?|stress(es|ed)?|disput(es|ed)|reject(s|ed)?)",
      "(confirm(s|ed)?|acknowledge[sd]?|admit(s|ted)?|concede[sd]?)[^.;]{1,120} while (denying|insisting|rejecting|disputing)",
      "(denied|denies|rejected|rejects|disputed|disputes)[^.;]{1,80}? (but|while) (\\w+ )?(conced|acknowledg|admit)\\w+",
      "true in part",
      "half[- ]true",
    ],
    explanation: [
      "explain(s|ed|ing)?",
      "explanation",
      "attribut(e|es|ed|ing) (the|it|this|that|these|those|any)\\b",
      "blam(e|es|ed|ing)",
      "put(s|ting)? (it|this|the \\w+) down to",
      "due to an? (\\w+ ){0,3}(error|bug|glitch|fault|mistake|mix-up|misunderstanding)",
      "(stem(s|med)?|aros[e]|resulted|came) from an? (\\w+ ){0,3}(error|bug|glitch|fault|mistake|mix-up|misunderstanding)",
      "the reason (is|was|for)",
    ],
    clarification: [
      "clarif(y|ies|ied|ying)",
      "clarification",
      "set(s|ting)? the record straight",
      "(wants?|wanted) to make (it )?clear",
      "taken out of context",
      "misunderstood|misinterpreted|misquoted",
    ],
    correction: [
      "correct(s|ed|ing) (himself|herself|itself|themselves|the (record|post|story|article|report|claim|error|figure|headline)|its|his|her|their|an? (\\w+ )?(error|post|story|article))",
      "(issu(es|ed|ing)|publish(es|ed|ing)|post(s|ed|ing)|ran|append(s|ed)|add(s|ed)|made) an? (\\w+ ){0,2}correction",
      "(was|were|has been|have been) corrected",
      "walk(s|ed|ing) back (the|his|her|its|their|that)",
      "amend(s|ed) (the|its|his|her|their) (post|story|article|report|headline)",
      "updated (the|its|his|her|their) (post|story|article|report|headline)",
    ],
    retraction: [
      "retract(s|ed|ing)?",
      "retraction",
      "(withdr[ae]w|withdraws|withdrawn|withdrawing) (the|his|her|its|their|that|this) (\\w+ ){0,2}(claims?|allegations?|post|statement|story|article|report|accusations?|complaint|paper)",
      "t(ook|akes?|aken|aking) (it|that|them|(the|his|her|its|their) (\\w+ ){0,2}\\w+) back",
      "t(ook|akes?|aken|aking) back (the|his|her|its|their|that|this|what)",
      "(I|he|she|we|they) (was|were|had been) wrong",
      "deleted (the|his|her|its|their|that) (\\w+ ){0,2}(post|posts|tweet|thread|video|message|account) and (apologi[sz]ed|said sorry|admitted)",
      "deleted (it |them )?and apologi[sz]ed",
      "(admit(s|ted)?|conceded?) (that )?(it|this|that|the \\w+) (was|were|is|had been) (wrong|mistaken|false|untrue|made up|not true|a mistake)",
      "recant(s|ed|ing)?",
      "(admit(s|ted)?|confess(es|ed)?|acknowledge[sd]?|conceded?) (that )?((he|she|it|they|I) )?(had |having )?(made|making|invented|inventing|fabricated|fabricating|faked|faking) (it|the|this|up)",
      "(admit(s|ted)?|confess(es|ed)?|acknowledge[sd]?|conceded?)[^.;]{0,80} (made|invented|faked|fabricated) (it|that|this|(the|his|her|their) (\\w+ )?\\w+)( up)?",
      "(pulled|unpublished) (the|its|his|her|their) (\\w+ ){0,2}(story|article|report|post|video)",
    ],
    apology: [
      "apologi[sz](e|es|ed|ing)",
      "(?<!ow(e|es|ed|ing) [^.;]{1,60})(apology|apologies)",
      "say(ing)? sorry",
      "(is|was|are|were|am|I['’]m|we['’]re) (\\w+ )?sorry(?! (that )?(you|your|to (?!have\\b))\\b)",
    ],
    no_comment: [
      "declin(e|es|ed|ing) (\\w+ ){0,2}(to (\\w+ )?(comment|say|answer|discuss|elaborate|confirm|respond|provide|give|address|be interviewed|speak)|comment|interview)",
      "no (further )?comment",
      "(would|will)( not|n['’]t) be (\\w+ )?commenting",
      "(refus(e|es|ed|ing)) to (\\w+ )?(comment|say|answer|discuss|elaborate|confirm|respond|be drawn)",
      "(did|has|have|had|does|do)( not|n['’]t) (\\w+ ){0,2}(respond(ed)?|repl(y|ied)|return(ed)?|answer(ed)?|comment(ed)?)",
      "(stopped|stops|stopping|fell|falls) short of (confirming|denying|saying|admitting|acknowledging)",
      "neither confirm(s|ed)? n?or den(y|ied|ies)",
      "(would|could|did|does|can|will)( not|n['’]t) (confirm|comment|be drawn)( or deny| nor deny)?",
      "yet to (\\w+ )?(comment|respond|reply|answer)",
      "(contacted|approached|reached out to) [\\w’' &-]{2,60} for (an? )?(comment|response|reply|statement)(?=\\.?$|,? (but|and) (is|has|had|have|did|received|got|are|was) (\\w+ )?(not|no|never|awaiting|yet)|,? but (received|got|heard) )",
      "(has|have) been (contacted|approached|asked) for (an? )?(comment|response|reply|statement)(?=\\.?$)",
      "(remained|stayed|kept|has kept|has remained) (silent|quiet|mum)",
      "(has|have|had)( not|n['’]t) (yet |publicly |so far )*(addressed|commented|responded|confirmed|replied|answered)",
      "(without|not) (confirming|commenting)( or denying)?",
      "(were|was|went|been) (\\w+ )?(not (\\w+ )?|un)(returned|answered)",
    ],
    label: [
      "(labell?ed|flagged|marked|tagged) (\\w+ ){0,5}as (\\w+ )?(false|misleading|altered|manipulated|disputed|misinformation|fake)",
      '(add(s|ed)|attach(es|ed)|append(s|ed)|appl(ies|ied)|put|slapped|placed) (an? |the )?(\\w+["”’]?[ -]){0,4}(labels?|notes?|notice|tag|context|banner)',
      "community notes?",
      "(labell?ed|flagged|tagged|marked) (it|them|(the|this|that|these|those) (\\w+ ){0,2}(posts?|videos?|tweets?|claims?|images?|content))( as)?",
      "(was|were|has been|have been) (labell?ed|flagged|marked|rated|tagged) (as )?(\\w+ ){0,2}(misleading|false|manipulated|disputed|altered|misinformation|satire|partly|missing)",
      "rat(ed|es) (it|the|this|that) (\\w+ ){0,2}(as )?[\"“']?(false|true|misleading|mostly|partly|pants)",
    ],
    takedown: [
      "(remov(e|es|ed|ing)|delet(e|es|ed|ing)|t(ook|akes|aking|aken) down|pull(s|ed|ing)) (down )?((the|his|her|its|their|that|this|those|these|several|some|many|all) )?(\\w+[ -]){0,3}(posts?|tweets?|threads?|videos?|messages?|accounts?|articles?|pages?|images?|content|comments?|channels?|stor(y|ies)|it|them)",
      "t(ook|akes|aking) (the|his|her|its|their|that) (\\w+ ){1,3}down",
      "(suspend(s|ed|ing)?|bann?(ed|ing|s)|block(s|ed|ing)|lock(s|ed|ing)|disabl(es|ed|ing)|clos(es|ed|ing)|terminat(es|ed|ing)|shut(s|ting)? down) (down )?((the|his|her|its|their|that|this|those|several|some)|[\\w-]+['’]s?) (\\w+[ -]){0,3}(accounts?|users?|users['’]|poster|channels?|pages?|groups?|profiles?)",
      "(suspend(s|ed|ing)|bann?(ed|ing|s)|block(s|ed|ing)|remov(es|ed|ing)) (\\w+ )?@\\w+",
      "(was|were|has been|have been|had been) (since |later |quickly |subsequently |then |swiftly |soon )?(removed|deleted|taken down|wiped)",
      "(?<=(accounts?|users?|posters?|channels?|pages?|groups?|profiles?) )(was|were|has been|have been|had been) (\\w+ )?(suspended|banned)",
    ],
    investigation: [
      "(is|are|was|were|be|been|began|begun|started|start|starts) (\\w+ )?(investigating|looking into|reviewing|probing|examining|checking)",
      "investigat(es|ed|ing)(?! (journalist|reporter))",
      "(open(s|ed|ing)|launch(es|ed|ing)|order(s|ed|ing)|beg[ai]n(s|ning)?|start(s|ed|ing)?|announc(es|ed|ing)|commission(s|ed)?|set up) (\\w+ ){0,4}(investigation|inquiry|enquiry|probe|review|audit)",
      "under (\\w+ )?(review|investigation|examination)",
      "(?<=(investigation|inquiry|probe) ([^.,;]{1,60} )?)(was|were|has been|have been) (\\w+ )?(opened|launched|ordered|begun|started)(?=( on \\w+)? by )",
      "look(s|ed|ing)? into (the|these|those|this|it|that)",
      "(will|would|to) (investigate|look into|review|examine|probe)",
      "(is|are|was|were) (the subject of|subject to) an? (\\w+ )?(investigation|review|inquiry|probe)",
    ],
    not_reached: [
      "(could not|couldn['’]t|cannot|can['’]t) (\\w+ ){0,2}be (reached|contacted)",
      "not (immediately )?(available|reachable) (for|to) comment|unavailable for comment|not (immediately )?reachable",
    ],
    right_of_reply: [
      "in an? (\\w+ ){0,2}statement",
      "in (a |an )?(\\w+ )?(response|reply)( to| ?,| on| posted| published)",
      "(hit|hits|hitting|fires?|fired|firing) back",
      "(issu(es|ed|ing)|releas(es|ed|ing)|post(s|ed|ing)|publish(es|ed|ing)|put out) (a |an |the following )(\\w+ ){0,2}(statement|response|reply)",
    ],
  },
  grammar: {
    verbs,
    words,
    nouns:
      "claim|assertion|allegation|accusation|suggestion|belief|view|opinion|conclusion|contention|statement|argument|remark|warning|prediction|promise|pledge|vow|fear|concern|hope|criticism|call|insistence|announcement|admission|denial|complaint|theory|speculation|rumou?r|report",
    titles:
      "Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Prof\\.?|Professor|President|Sen\\.?|Senator|Rep\\.?|Gov\\.?|Governor|Mayor|Judge|Justice|Sir|Dame|Lord|Lady|Chief|Captain|Capt\\.?|Rear|Adm\\.?|Admiral|(?:Air )?(?:Chief )?Marshal|Gen\\.?|General|Brig\\.?|Brigadier|Maj\\.?|Major|Cmdr\\.?|Commander|Lt\\.?|Lieutenant|Col\\.?|Colonel|Sgt\\.?|Sergeant|Cpl\\.?|Hon\\.?|Rev\\.?|Secretary|Minister|Chancellor|Prime|Former|Sheriff|Constable|Inspector|Officer|Detective|Superintendent|King|Queen|Prince|Princess|Pope|First Lady|Archbishop|Cardinal|Father|Sheikh|Det\\.",
    companyWords:
      "regulator|watchdog|commission|company|firm|manufacturer|maker|retailer|airline|bank|agency|ministry|council|club|university|hospital|startup|start-up|platform|network|studio|lab|lender|insurer|utility|brand|carmaker|chipmaker|developer|publisher|operator|group|team|organi[sz]ation|charity|school|department|force|museum|restaurant|chain|giant|city|town|government",
    bodiesOfOneWord:
      "Amazon|Anadolu|Apple|Billboard|Breitbart|Congress|Consumerist|Deadline|Deadspin|Disney|Esquire|Facebook|Gawker|Gizmodo|Google|Haaretz|Inquisitr|Instagram|Interfax|Jezebel|Kommersant|Kremlin|Mashable|Mediaite|Metro|Microsoft|Mirror|Netflix|Onion|Parliament|Pentagon|Pravda|Quartz|Reddit|Salon|Samsung|Scotsman|Slate|Snapchat|Snopes|Sony|Storyful|Stratfor|Telegram|Tumblr|Twitter|Variety|Vice|Wikipedia",
    rumourNouns,
    saysBehindQuote: "said|says|asked|asks|wrote|writes|added|adds|told|tweeted|replied",
    beforePlatform: "on|to|from|via|and|across|over|or|in",
    according: "according to",
    particleVerbs: "point out;put it;shoot back;fire back;go on",
    afterApposition: "who|which|said|says|told|tells|has|had|was|is|also|denied|wrote|added",
    verbsOfSubject: "said|says|told|tells|has|had|have|was|is|were|are|will|would|denied|denies|wrote|added",
    beforeEs: "s|x|z|ch|sh|o",
    /** List of words of three letters or more that are no content of a claim: function words, and words of reporting. */
    noContent:
      "the and but then than that this these those its she they them his her their our you your are was were been being has have had does did will would could should can may might must for from with about into over after before under between against during without within through not nor such any all some each more most other another same very also just only even still now there here what which who whom whose when where why how said says say told tell claim claims claimed rumor rumors rumour rumours report reports reported reportedly allegation allegations allegedly alleged post posts posted denied deny denies confirmed confirm statement spokesperson spokesman spokeswoman company",
    /** Beginnings of a sentence after initials, which end the one before only then: "in the U.S. He". */
    opensSentence:
      "The|An?|He|She|It|They|We|I|You|His|Her|Its|Their|This|That|These|Those|There|In|On|At|As|By|For|From|To|With|But|And|Or|So|If|When|While|After|Before|Since|Some|Many|Most|No|Not|What|Who|How|Why",
    /** Short words within a name and its phrase, and words around one. */
    naming: {
      /** Words directly before and after the words for a party that are no part of them. */
      lead: "and|but|or|so|yet|while|meanwhile|except|then|(?:on|last|this|since) (?:mon|tues|wednes|thurs|fri|satur|sun)day",
      beforeDay: "on|last|this",
      trail: "all|both|neither|each|further|also|too",
      /** Beginnings of names of places and things, and endings of organisations that look like persons' names: "Acme Front". */
      things:
        "New|North|South|East|West|Northern|Southern|Eastern|Western|Central|San|Santa|Los|Las|St\\.?|United|Great|Saudi|Hong|White|Islamic|Middle|Sri|Puerto|Costa|Abu|Buenos|Rio|Cape|Fort|Mount|Silicon|Downing|Capitol|Supreme|Royal|National|International|Federal|American|British|Social|Red|Black|Super|World|Web|Air|City|County|Street|Road|Avenue|Islands?|River|Valley|Bay|Park|Bridge|Square|Beach|Airport|Station|Cent(?:er|re)|Tower|Act|Day|Games|Cup|League|Prize|Awards?|Show|States?|Kingdom|Republic|Coast|Sea|Ocean|Nations|War|Revolution|Music|Maps|Watch|Pro|Plus|Studios|Entertainment|Media|Online|Insider|Studio|Brothers|Bros\\.?|Pictures|Records|App|Store|Wars|Rights",
      bodies: "Front|Yard|Tour|Patrol|Command|Observatory|County|Archdiocese|Diocese|Church|Brigades?|Army|Navy",
      /** Names with a surname that are no person's. */
      noPersons:
        "North (?:Korea(?:ns?)?|America|Carolina|Dakota)|West (?:Bank|Virginia|Point|Coast|Wing|Africa)|White House|Black (?:Lives|Friday|Sea)|(?:Wall|Main|High|Sesame|Fleet|Bourbon) Street|(?:Election|Independence|Labou?r|Veterans|Memorial|Christmas|Thanksgiving|Boxing|Valentine|Inauguration) Day|(?:Hyde|Theme|Jurassic|South) Park|Burger King|Key West|Crown Prince|(?:District|Circuit|Trial|Appeals) Judge|(?:Long|Palm|Miami|Virginia|Daytona|Huntington) Beach|(?:Trump|Eiffel|Willis|Bell) Tower",
      /** Words before the last one in names of newspapers, beginnings of such names, and the ending that no person's name has. */
      dailies: "Daily|Weekly|Morning|Evening|Sunday|Free",
      dailiesBegin: "Daily|Weekly",
      newsEnd: "News",
      /** Short words after which a name has ended; titles besides roles that take an article before a name. */
      behindName: "and|or|but|that|which|on|in|at|to|by",
      articledTitles:
        "Reverend|Ayatollah|Prophet|Hono(?:u)?rable|Sheikh|Archbishop|Cardinal|Duke|Duchess|Earl|Count(?:ess)?|Baron(?:ess)?|Rabbi|Venerable|Blessed|Virgin|Marquess|Emir|Sultan|Tsar|Emperor|Empress|Pharaoh",
      of: "of",
      the: "the",
      /** Short words in names of organisations, and in names of any kind. */
      withinBodies: "of|and|the|for",
      withinName: "of|and|&|for|de(?: la| los)?|la|le|del|do|da|al|el|the|von(?: der)?|van(?: de[nr]?)?|bin",
      behindNumber: "The |TV |News ",
      /** After a station's number: "Fox 13 News". */
      station: "News|TV|Live|Now",
      /** Before a station's number: "Action News 5". */
      numbered: "(?:News|Channel|Radio|Fox|FOX|NBC|ABC|CBS)",
      betweenNumbers: "to",
      /** Words that distinguish fathers and sons of one name. */
      generations: "jr\\.?|sr\\.?|ii|iii|iv",
      /** Words that begin a name before a capital: "van der Berg". */
      beginName: "van|von|vom|der|den|ter|zu|bin|ibn|bint|al|el|de|da|del|della|di|du|la",
      /** Further words within a person's name. */
      withinPersons: "do|dos|das|le|ten|af|av|y|e",
      /** Prefixes joined to the name after them: "al-Dahle", "O’Hara". */
      prefixes: "(?:al|el|as|ad|an|ash|at|ar|az|d|o)[-’']",
      article: "the|an?",
      indefinite: "an?",
      capitalThe: "The",
      determiners: "the|a|an|its|their|his|her|our|this|that|one",
      theirs: "its|their",
      personal: "his|her",
      theirsOrThe: "the|his|her|its",
      at: "at|for|from|with|to",
      within: "in|inside|within|near",
      inPlace:
        "\\p{Lower} (?:in|inside|within|near|at|from)(?: the)?(?: (?:central|(?:north|south|east|west)\\p{Lower}*|rural|nearby|downtown|suburban|coastal|upstate|neighbou?ring))?$|ed by(?: the)?$",
      notOf: "of|in|for",
    },
    /** Words by which a phrase describes somebody. */
    describing: {
      /** Written statements, which speak for their owner. */
      statements: "statements?|(press|news) (release|statement)|announcement|(blog )?post|letter|e-?mail|tweet",
      officeTitles: "Vice|Deputy|Chief|Senior|Executive|Prime|Former|Co-founder",
      shortTitles: "President|Mrs?|Ms|Dr|Sen|Gov|Rep",
      some: "[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome",
      called: "called|named",
      /** Words before a party that was asked: the next "he" is the one who answers. */
      contacts: "contacted|contacts|approached|reached out to|got in touch with|spoke (?:to|with)|interviewed|asked|called",
      offices:
        "office|team|lawyers?|attorneys?|management|board|campaign|headquarters|unit|arm|division|department|representatives?|(?<!chief of )staff|publicist|agents?",
      oneOfOffice: "lawyer|attorney|representative|publicist|agent",
      /** Organisations of a place or an owner without capitals: "Detroit police spokesman". */
      bodiesOfOne:
        "(?:police|school)(?: (?:department|district|board|service|force))?|(?:fire|health|tourism) (?:department|board|service)|army|navy|military|council|court|zoo|airport|hospital|university",
      noRole: "according",
      relatives: "who|which|an?",
      postnominals: "KC|QC|MP|MEP|MSP|PhD|OBE|MBE|Esq\\.?",
      pretended: "anonymous|supposed|purported|pseudonymous",
      beforeAnonymous: "supposed|alleged|former|self-described|purported|anonymous|unnamed|current|ex-",
      papers: "(?:news)?(?:paper|magazine|website|broadcaster|daily|weekly|news site|tabloid|news agency)",
      papersAlone: "newspaper|paper|magazine|site|outlet|website|publication|broadcaster|tabloid|daily|weekly|blog",
      pointing: "the|this|that",
      anyCompany:
        "company|firm|manufacturer|maker|retailer|startup|start-up|club|studio|publisher|developer|carmaker|chipmaker|giant|operator|group|brand|platform|network|lab|team|organi[sz]ation|chain|charity|restaurant",
      officeHolders:
        "(?:(?:the|its|an?|their)\\s+)?(?:\\w+\\s+)?(?:spokes|press|CEO|chief|director|founder|chair|president|editor|owner|manager|head|executive|lawyer|boss)",
      heads: "chief|CEO|chair(?:man|woman)|founder|spokes|managing|general manager|executive",
      posters:
        "(?:the|this)\\s+(?:\\S+\\s+)?(?:post(?:er)?|user|whistle-?blower|author|source|account|employee|insider|man|woman|leaker|blogger|person(?: behind \\S+(?: \\S+)?)?|(?:author|user|account|man|woman|people) behind \\S+(?: \\S+)?)",
      aliases:
        "known (?:only )?as|who goes by(?: the name)?|calling (?:himself|herself|themselves)|(?:under|using) the (?:name|handle|pseudonym|alias|nickname)",
      listeners: "told|tells|telling|with|to",
      beforeListener: "the|a",
      contractions: "ll|re|ve|d|m|t",
      ofBody: "(?:spokes\\w+|executives?|employees|staff|customers|shares|director|head) (?:for|of|at|in)",
      bodysOwn: "spokes\\w+|chief|shares|customers|staff|employees|products?",
      thing:
        "(?:,? which\\b| (?:said|says|announced|confirmed|denied that) (?:that )?it (?:had|has|would|will)\\b|[^.!?\\n]{0,60}[.!?]\\s+It (?:has|had|did|declined|will)\\b)",
      acronyms: "US|UK|EU|UN|TV|AI|PM|DC|LA|NY",
      alsoNames: "will|may|don|long|can|an|so|do|see|my|art|june|april|august",
      namesInLy:
        "[bdhmpw]olly|[bdfjltw]illy|[bckltsw]ally|[bknps]elly|shelly|emily|lily|carly|marly|kimberly|beverly|everly|waverly|reilly|connolly|donnelly|gormly|italy|july|family|reply|ally|bully",
      adverb: "ly",
    },
    /** Who performs the act that the words name, and who published what a text is about. */
    acting: {
      nouns:
        "^(?:denial|retraction|apolog(?:y|ies)|explanation|clarification|no comment|issued|community notes?|in (?:a|an|response|reply))",
      verbalNoun: "^issued",
      owner: "the |its ",
      asked: "^(?:contacted|approached|reached out to) (?<who>.+?) for ",
      by: "^(?:by|from)$",
      verbsOfNoun: "(?:ed|es|s|gave|made|put|wrote|sent|took)$",
      passiveCue: "^(?:was|were|is|are|has been|have been|had been|been|be) ",
      participle: "^\\w+ed\\b",
      passiveBefore: "\\b(?:was|were|is|are|been|being) (?:(?:\\w+ly|later|also|since|then|first) )?$",
      byBehind: "^ by ",
      active: "(?:investigat|look|review|prob|examin|check)ing|sorry",
      publishes:
        "\\b(?:posted|wrote|claimed|alleged|shared|reported|uploaded|tweeted|leaked|published|started|made|originat\\w+|wrote in|said in|warned|asserted)\\b",
      publisher:
        "(?:^|[,;]\\s+)(?:in [^,]{3,60}, )?(?<who>(?:an?|one|someone|the)\\s+(?:[\\w’'-]+\\s+){0,5}?(?:user|account|whistle-?blower|insider|employee|worker|poster|source|engineer|blogger|person|member|resident|customer|influencer|student|teacher|contractor|commenter|leaker|redditor|moderator|streamer|youtuber)|u\\/[\\w-]+|@\\w+)\\b",
    },
    /** Things that are denied or admitted: no clause of its own; subjects of one; adverbs before a gerund, and gerunds that are none. */
    answered: {
      verbs: "deny|admit|acknowledge|concede|confess|confirm",
      noClause:
        "(?:the|this|these|those|any|all|an?) (?:\\p{Alpha}+ )?(?:claim|allegation|accusation|report|rumou?r|charge|stor|suggestion|post)",
      subjects: "it|its|he|she|his|her|they|their|the|an?|one|some|any|no|two",
      beforeGerund: "ever|having|personally|knowingly|deliberately",
      noGerund: "(?:any|some|every|no)thing",
    },
    /** How a sentence states a claim. */
    claiming: {
      opensClause: "that|but|and|while|after|because|who",
      added: "\\s(?:and|but)\\s",
      adds: "^(?:and|but)",
      leads: "^(?:that|of)\\s+",
      that: "that",
      standsForOther: "it|its|they|their|he|she|his|her",
    },
    /** How a sentence answers a claim. */
    answering: {
      opensSaid: "\\b(?:that|whether|if)\\b",
      thisTime: "this (?:year|month|week|morning|afternoon|evening|time)",
      confirms: "^confirm",
      confirmed: "^\\s(?:that\\b|(?:it|they|he|she|the \\w+) (?:had|has|have|was|is|were|are|would|will)\\b)",
      itOrThat: "it|that",
      rumourPlurals: "\\b(?:allegations|accusations|claims|rumou?rs?|reports)\\b",
    },
    /**
     * How a text says where a claim appeared: a post's own source; the first person; "it" for what appeared; places that
     * add nothing; words for reposting.
     */
    appearing: {
      source: "\\b(?:according to|claims?|sa(?:ys?|id|w)|seen|found|via|screenshot)\\b",
      firstPerson: "\\b(?:I|we|my|our|follow|join)\\b",
      it: "^\\W*(?:by \\w+ )?it\\b",
      published: "\\b(?:posts?|threads?|messages?|videos?|notices?|pictures?)\\s+(?:\\w+\\s+){0,3}?(?:on|in)\\s+$",
      articles: "^(?:an?|the|some|one|its)\\s+",
      intoLanguage: "(?:into|to) \\p{Upper}\\p{Alpha}+",
    },
    judging:
      "it|that|this|they|not |clearly|definitely|certainly|contain|full of|riddled|simply|just|absolutely|completely|entirely|categorically|totally|flatly|plainly|patently|not true|isn|aren|wasn|no |there |untrue|is |are |was |were |as |did|do |does|never|would|has |have |had |nothing|reports? |claims? |rumou?rs? |true|due|taken|misunder|misinter|misquot|the reason|stem|aros|result|came from",
  },
  page: {
    desk: "(?:the )?news ?(?:desk|room)|editorial (?:team|staff|board)|staff (?:writer|reporter)s?|staff and agenc(?:y|ies)|agencies|(?:\\p{Alpha}+ ){1,3}(?:reporters|newsroom)",
    ownVoice:
      "we (?:\\w+ ){0,2}(?:apologi[sz]e|retract|withdraw|regret|correct)|th(?:is|e) (?:article|story|post|report) (?:has been|was) (?:\\w+ )?(?:corrected|amended|retracted|removed)",
    menu: "home news world politics business economy money markets sport sports tech technology science health culture entertainment lifestyle opinion travel weather video videos photos podcasts arts style food games live latest local national international us uk europe asia africa more menu search login subscribe register account shop jobs cars property events reviews deals forums about contact help newsletters education climate environment magazine football cricket books music film tv radio gaming software hardware mobile ai startups security science",
    by: "(?:(?:posted|written|submitted) )?by",
    bylineStart: "(?:(?:written|posted|published|reported) )?by[: ]|authors?\\s?[:：]",
    dateLine:
      "published|posted|updated|last|modified|created|on|at|date|am|pm|a\\.m|p\\.m|utc|gmt|est|edt|et|pt|pst|pdt|bst|cet|cest|ist|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|local|time|eastern|and|h",
    published: "published|posted|created|written|released|first seen|date",
    joined: "joined|registered|member since|current time",
    updated: "updated|modified|last edited|revised",
    retraction:
      "retraction|retracted|this (?:story|article|report|post|paper) (?:has been|was|is) (?:retracted|withdrawn)|we (?:have )?(?:retract(?:ed)?|withdraw|withdrawn|withdrew) (?:this|the|our) (?:story|article|report|post|paper|claim)",
    correction:
      "corrections?|corrected|erratum|corrigendum|an? (?:earlier|previous) version of this (?:story|article|report|post|headline)|(?:this|the headline (?:of|on) this) (?:story|article|report|post|piece|headline) (?:has been|was) (?:corrected|amended|changed)|(?:due to|because of|owing to) an? (?:editing|reporting|production|translation|copy) (?:error|mistake)|for the record(?=\\s?[:：—–])|note to (?:our )?readers(?=\\s?[:：—–])|amendment|we regret the error|the (?:\\w+ ){1,3}regrets the error|this (?:story|article|report|post|piece) (?:originally|initially|incorrectly|wrongly|mistakenly) (?:said|stated|reported|claimed|gave)|we (?:originally|initially|incorrectly|wrongly|mistakenly) (?:said|stated|reported|wrote|published)",
    admission:
      "(?:we|we have|we've) (?:\\w+ ){0,2}(?:apologi[sz]ed?|retract(?:ed)?|withdr[ae]wn?|regret|corrected|removed|deleted)|no longer (?:stand by|have confidence in|vouch for)|(?:has|have) (?:since )?been (?:corrected|amended|retracted|removed|withdrawn|deleted)|(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|reported|claimed|named|identified)|should (?:not|never) have (?:been published|published|reported)|did not meet our standards",
    update: "updates?|updated|editor['’]?s['’]? note|clarification|this (?:story|article|report|post) (?:has been|was) updated",
    notFound:
      "(?:error )?404(?: error)?\\b|(?:(?:sorry|oops)[,!.]? )?(?:(?:this|the|that) )?(?:page|article|story|file) (?:(?:was )?not found|(?:could not|cannot|can['’]t) be found|does(?: not|n['’]t) exist)|not found\\b",
  },
  wall: {
    challenge:
      "\\b(?:just a moment|checking (?:if the site connection is secure|your browser)|(?:verify|confirm|prove) (?:that )?you(?: are|['’]re) (?:a |not a |an? actual )?(?:human|robot|bot)|are you a (?:robot|human)|press (?:&|&amp;|and) hold|unusual (?:traffic|activity) from your|security check to access|attention required|ddos protection by|pardon our interruption|access to this page has been denied|please complete the security check|whoa there, pardner|blocked by network security|request unsuccessful\\. incapsula|bot or not)\\b",
    script:
      "\\b(?:please |you need to |must |to continue, )?(?:enable|turn on|activate) (?:java ?script|js)\\b|java ?script is (?:disabled|required|not available|not enabled)|requires java ?script",
    consent: "\\bbefore you continue to\\b|we value your privacy.{0,600}(?:accept|agree)",
    refused:
      "\\baccess denied\\b.{0,300}(?:permission to access|reference #|error code|ray id)|you have been blocked|error 10(?:06|07|08|15|20)\\b.{0,200}(?:cloudflare|ray id)|your (?:ip|request) (?:address )?(?:has been|is|was) (?:blocked|banned)|not available in your (?:country|region)|unavailable (?:for legal reasons|in the (?:eu|european))",
    login: "^.{0,200}\\b(?:you must log in to continue|please log in to continue|log in to continue reading)",
  },
  boilerplate: {
    affiliate: {
      inside:
        "\\baffiliate (?:commissions?|links?)\\b|\\b(?:earn|receive|get) (?:a |an |some )?(?:small |affiliate )?(?:commission|portion of (?:the )?sales?)\\b",
    },
    credit: {
      start:
        "\\(?(?:image|photo|photograph|picture|pic|screenshot|video|illustration|featured image|graphic|cover photo)s?(?:\\s(?:credit|source|courtesy)s?)?(?:\\s?[:：©|]|\\s(?:via|by|courtesy(?: of)?|from|credit)\\s.{1,60}$)|(?:credits?|photo)\\s?[:：©/]",
    },
    report: {
      start:
        "report (?:a |an )?(?:problem|error|mistake|typo|correction|issue|bug)|(?:see|spotted|found|notice(?:d)?) (?:a |an )?(?:error|mistake|typo|problem)|suggest a correction|submit a correction|send (?:us )?(?:a )?correction",
    },
    neighbour: { line: "(?:next|previous|prev|older|newer)(?: (?:article|story|post|page|up|entry|in .{1,30}))?|up next" },
    "comment-prompt": { line: "join the (?:conversation|discussion)|(?:leave|add|post|write) (?:a |your )?(?:comment|reply)s?" },
    comments: {
      line: "(?:view|show|see|read|load)(?: all| more)?(?: \\d{1,6})? comments?|\\(?\\d{1,6}\\)? comments?(?: ?[-–—|·•] ?.{0,30})?|comments?(?: section)?(?: ?\\(?\\d{1,6}\\)?)?|no comments(?: yet)?|be the first to comment|comments (?:are|have been) (?:closed|disabled|off).{0,30}",
    },
    login: {
      whole:
        "(?:please )?(?:log ?in|sign ?in|sign ?up|register|create (?:a |an )?(?:free )?account)(?:$|,? (?:or|to|here|for free|\\/|\\|)).{0,110}|already (?:a |have )(?:subscriber|member|an account).{0,60}|you must be (?:logged|signed) in.{0,80}",
    },
    share: {
      label:
        "share(?: this)?(?: article| story| post| page| on| via| with| to)?|tweet|print|copy(?: the)? link|link copied|save(?: article)?|bookmark|gift(?: this)? article|listen|send|post",
    },
    newsletter: {
      start:
        "(?:sign|signing) up (?:for|to|here)\\b.{0,160}\\b(?:newsletters?|alerts?|inbox|updates|email)|subscribe (?:to|for|now|here)\\b.{0,160}\\b(?:newsletters?|channel|podcast|inbox|updates|today|now|free|per (?:week|month))|(?:get|receive) (?:the |our |all |more )?.{0,100}\\b(?:newsletters?|in your inbox|to your inbox|straight to|delivered)|(?:our |the |daily |weekly |free )?newsletters?$|enter your e-?mail|your e-?mail address|by (?:signing up|subscribing|clicking|submitting|entering)\\b.{0,260}\\b(?:agree|consent|terms|privacy)|download (?:our|the) .{0,40}\\bapp\\b",
    },
    cookies: {
      whole:
        "(?:accept|reject|allow|manage|decline)(?: all| cookies| preferences| settings| & continue| and continue){1,3}|(?:cookie (?:settings|policy|notice|preferences)|privacy (?:policy|settings|notice)|terms (?:of (?:use|service)|and conditions))",
      inside: "\\b(?:we|this (?:web)?site|our (?:web)?site|our partners|(?:web)?sites?)(?: and our partners)? uses? cookies\\b",
    },
    advert: {
      label:
        "advertisements?|advertising|ad|ads|sponsored(?: content| by .{1,40})?|paid content|promoted(?: content)?|(?:story|article) continues (?:below|after).{0,40}|(?:scroll|continue) (?:down )?(?:to|for|reading).{0,50}",
    },
    related: {
      line: "related(?: (?:articles?|stories|story|posts?|topics?|news|content|reading|coverage|links|tags))?|(?:more|latest|top|trending|popular|recommended|recent|most (?:read|popular|viewed|shared|commented))(?: (?:on this story|from .{1,40}|news|stories|articles?|posts?|in .{1,30}|for you|reading|videos?|now|headlines|like this|today))?|you (?:may|might) also (?:like|be interested in|enjoy)|(?:read|see|watch) (?:also|more|next|this next)|also (?:read|on .{1,30})|what to read next|editors?['’]?s? (?:picks|choice)|don['’]t miss|around the web|from the web",
    },
    "inline-teaser": { label: "read more|read next|read also|also read|see also|related|more|watch|recommended" },
    rights: {
      start: "copyright\\b.{0,20}(?:\\d{4}|©)",
      inside: "\\ball rights reserved\\b|may not be (?:published, broadcast|reproduced)",
    },
    navigation: {
      whole:
        "skip to (?:main )?(?:content|navigation|search)|(?:main |toggle )?(?:menu|navigation)|(?:toggle )?search|home(?:page)?|back to (?:top|home|.{1,20}page)|close(?: menu)?|open menu|contact(?: us)?|about(?: us)?|advertise(?: with us)?|show more|load more|view all|see all",
      label: "home|start",
    },
    tags: { label: "tags?|topics?|filed (?:under|to)|categories|category|keywords|in this article", whole: "tags|topics|in this article" },
    follow: {
      whole:
        "follow (?:us|me|him|her|them|@|[\\p{Upper}].{1,60}? on\\b|.{1,40} on (?:twitter|x|facebook|google|instagram|whatsapp)).{0,120}|like us on .{1,60}|(?:reach|contact|email|e-mail) (?:the (?:author|reporter|writer)|[\\p{Upper}].{1,40}) (?:directly )?(?:at|on|via)\\b.{1,80}|have (?:a|any) (?:tip|news tip|story)\\b.{0,120}|got a (?:tip|story)\\b.{0,120}",
    },
    "reading-time": {
      whole: "\\d{1,3}[\\s-]?min(?:ute)?s?\\.? (?:read|listen|watch)|reading time\\b.{0,20}|\\d{1,7}\\s?(?:views|reads|shares|likes)",
    },
    byline: {
      whole:
        "(?:[Ww]ritten |[Pp]osted |[Pp]ublished |[Rr]eported )?(?:[Bb]y|BY)[: ]\\s?[\\p{Upper}@](?:[^.!?]|(?<=\\b\\p{Upper})\\.){1,100}|(?:[Aa]uthor|[Rr]eporter)s?\\s?[:：]\\s?\\S.{0,80}",
    },
  },
  sources: {
    nameArticles: "the",
    particles: "of|and",
    leftOut: "of",
    siteEndings: "com|net|org|info|news|tv|co",
    credit: "via|source|h/t|hat tip|according to|reported|reports|first|original|translat\\w*|posted|wrote|thread",
    creditBefore:
      "via|h/t|hat[- ]?tip(?: to)?|ht|source|credits?(?: to)?|from|per|according to|(?:first )?(?:reported|spotted|posted|shared|found) by|thanks to|courtesy of",
    republished:
      "this (?:article|story|piece|report|post) (?:was )?(?:first|originally) (?:appeared|published|posted|ran)(?: (?:in|on|at|by|from)(?![\\p{Alpha}]))?|(?<=(?:^|[\\n.!?(*—–]) ?)(?:first|originally) (?:published|appeared) (?:in|on|at|by)|republished (?:from|with permission)|reprinted (?:from|with permission)",
    screenshot:
      "screen(?:shot|grab| ?cap(?:ture)?)s? (?:of|from|below|attached)|(?<=\\()(?:see )?screenshots?(?=\\))|(?<=\\[)screenshots?(?=\\])",
    translation: "my translation|(?:machine |google |deepl |auto-?)?translat(?:ed|ion|ing)(?: (?:of|from|by|below|with))?",
    translationOf: "(?:my|machine|google|deepl|auto-?) ?translat(?:ed|ion)|translat(?:ed|ion) (?:of|from|by|below)",
    translationNote: "translat(?:ed|ion)",
    named: [
      "\\b(?:[Ff]irst|[Oo]riginally|previously|initially)\\s+(?:reported|revealed|published|disclosed|broken|spotted|shared|posted)\\s+(?:by|in|on)\\s+NAME",
      "\\b[Aa]s\\s+(?:first\\s+)?(?:reported|revealed)\\s+by\\s+NAME",
      "\\b(?:[Aa]s|[Ww]hat)\\s+NAME\\s+(?:first\\s+|has\\s+|have\\s+)?(?:reported|reports|revealed|calls|called)\\b",
      "\\b(?:[Aa]ccording\\s+to|[Cc]iting|[Ii]n|cited)\\s+an?\\s+(?:\\w+\\s+)?(?:report|story|article|investigation|scoop|dispatch|post|thread|leak)\\s+(?:by|in|from|on|published\\s+(?:by|in|on))\\s+NAME",
      "\\bNAME\\s+(?:was|were)\\s+(?:the\\s+)?first\\s+to\\s+(?:report|publish|reveal)\\b",
      "\\b(?:[Vv]ia|[Hh]/[Tt]|[Hh]at\\s+tip(?:\\s+to)?|[Ss]ource:)\\s+NAME",
    ],
    described: [
      "\\b(?:[Aa]n?|[Oo]ne|[Tt]his)\\s+(?:(?:anonymous|unverified|viral|alleged|leaked|now[- ]deleted|recent|translated|since[- ]deleted)\\s+){0,3}(?:post|thread|message|comment|video|leak)\\s+(?:(?:posted|published|shared|written|found|circulating)\\s+)?(?:on|in|from|by)\\s+(?:an?|the)\\s+(?:[\\p{Alpha}-]+\\s){0,3}(?:website|site|forum|blog|board|platform|app|social network|group|channel|user|whistle-?blower|insider|employee|account)\\b",
    ],
    outlet: "News|Press|Gazette|AFP|Reuters|BBC|CNN",
    articles: "the",
  },
  comparison: {
    countries: {
      US: "usa|america|washington",
      GB: "britain|great britain|london",
      NL: "holland",
      CN: "beijing",
      RU: "moscow",
      UA: "kyiv|kiev",
      KR: "seoul",
      KP: "pyongyang",
      JP: "tokyo",
      IR: "tehran",
    },
    hedges:
      "it(?: is|'s) (?:claimed|possible|rumou?red)|according to (?:\\w+ )?reports|is said to|are said to|(?:about|around|roughly|approximately|nearly|almost|an estimated|up to|as many as)(?= [$€£]?\\d)",
    noCue:
      "(?-i:(?<=\\p{Lower},? )May(?= \\p{Lower}|[^ \\p{Alpha}]|$))|in May|May \\d+|\\d+ May|appear(?:s|ed)? (?:on|in|at|before|next)|not only|not just|not (?:\\w+ ){0,2}until|no doubt|no matter|no more than|no less than|no fewer than|not least|no\\. ?\\d|without (?:a )?doubt",
    negations:
      "declin(?:e|es|ed|ing) to|unable to|not|never|no|none|nobody|nothing|neither|nor|without|cannot|den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|fail(?:s|ed)? to|refus(?:e|es|ed|ing) to|(?:is|are|was|were|do|does|did|has|have|had|wo|would|could|should|ca)n't",
    credits: "according to|as reported by|as told by|citing|cited by|quoting|per",
    noHedge: "could(?:n'| no)t(?! be)",
    nobody: "i|we|you|that|this|which|who|it|there",
    pictures: "videos?|photo(?:graph)?s?|pictures?|images?|clips?|footage|screenshots?|recording",
    shows: "show|depict|document|portray|capture|picture",
    oppositePrefixes: "un|in|im|il|ir|dis|non",
    sentenceStarts:
      "officials?|authorities|sources?|experts?|scientists|residents|workers|people|watch|look|see|read|hey|remember|imagine|picture|wow|update|exclusive|live|photo|listen|share|stop|please|thank|thanks|hello|reminder|correction|many|former|statement|top|despite|wtf|nobody|everybody|everyone|anybody|somebody|\\w+(?:ly|ings?|ed)",
    titleEndings: "ed",
    namesLikeStarts:
      "Beijing|Boeing|Reading|Sterling|Ming|King|Kings|Bing|Nanjing|Chongqing|Ted|Fred|Ned|Red|Italy|Sally|Kelly|Emily|Molly|Lilly|Billy",
    dates: "january|february|march|april|may|june|july|august|september|october|november|december|\\p{Alpha}{3,6}day",
    clauseBreaks: "that",
    noNameEndings: "ing|[^s'’]s",
    unitedStates: "usa|america|unit state",
  },
  sourceCues: {
    voiceMessage: "(?:voice|audio) (?:message|note|memo|clip)s?|WhatsApp audios?",
    passedOn:
      "WhatsApp|Telegram|circulat\\w+|viral|forwarded|spread\\w*|doing the rounds|making the rounds|shared|social (?:media|networks?)",
    before: {
      according: "\\baccording to (?:[^,.;]{0,40} )?(?:the |its |a |an )?$",
      accordingNext:
        '\\baccording to (?:the |its |a |an |both |[\\w-]+ (?:site|website|newspaper|paper|magazine|outlet|blog|agency),? )?["“‘]?$',
      told: "\\b(?:told|tells|telling|inform(?:ed|s)|spoke (?:to|with)|speaking (?:to|with)|interview with|talk(?:ed|ing) to|confirmed to|said to)(?: the| media outlet| outlet| [\\w-]+ (?:newspaper|paper|outlet|site|website))? ?$",
      toldSoon:
        '\\b(?:told|tells|telling|interview with|spoke (?:to|with)|speaking (?:to|with)|talk(?:ed|ing) to|confirmed to)[^.;:"“]{0,45}? $',
      noun: `\\b(?:${telling.nouns}) (?:\\w+ )?(?:on|in|by|from|at|for|via|of|to)(?: the| its| a)?(?: \\w+){0,2} ?$`,
      by: `\\b(?:${telling.verbs}|obtained|first reported|picked up|carried|seen|made|spotted|found|started|begun|originated|given|leaked) (?:by|in|on|at|with|from|to)(?: the| its| an?)?(?: [a-z]+){0,2} ?$`,
      appeared:
        '\\b(?:appear(?:s|ed|ing)|originat(?:es|ed|ing)|surfac(?:es|ed|ing)|resurfaced|emerg(?:es|ed|ing)|start(?:s|ed|ing)|beg[au]n|ran|printed|published|posted|shared|broadcast|aired|uploaded|circulat(?:es|ed|ing)|seen|came|comes|coming)(?: \\w+){0,4}? (?:by|in|on|at|from|via|with)(?: the| its| an?)?(?: [\\w-]+){0,3}? ?["“‘]?$',
      attributed: "\\b(?:attributed|credited|relayed|reported|thanks|according|leaked) to(?: the| its)?(?: [\\w-]+){0,2} ?$",
      via: "(?:\\b(?:via|citing|cites|cited|quoting|quoted|per|source:|h\\/t|hat tip to|believe|credit(?:s|ed|ing)?|reads)(?: the)?|\\bvia @?|[([]) ?$",
      credit: "(?:\\b(?:via|source|sources|credit|h\\/t|hat tip|from)\\b ?(?:of|to|by)?:? ?(?:the |@)?|[([](?:via:? |h\\/t |source: )?)$",
      line: "^[\\[(]?(?:via|sources?|h\\/t|hat tip)(?: to)?:? (?:the )?@?$",
      media:
        '\\b(?:newspaper|paper|magazine|site|website|outlet|agency|network|channel|station|blog|daily|tabloid|publication|broadcaster|weekly|portal|forum|journal|press|media)s?(?: (?:called|named|known as|like|including))?,? ?["“‘(]?$',
      role: "\\b(?:newspaper|paper|magazine|site|website|outlet|agency|network|channel|station|blog|daily|tabloid|publication|broadcaster|user|blogger|reporter|correspondent|journalist|spokes\\w+|lawyer|attorney|mother|father|brother|sister|wife|friend|minister|official|chief|director|editor|analyst|author|owner)s?,? $",
      speaker:
        "\\b(?:spokes\\w+|lawyer|attorney|rep|representative|publicist|agent|manager|minister|official|chief|director|president|secretary|commissioner|mayor|executive|officer|sheriff|doctor|professor),? $",
      from: "\\bfrom (?:the |its )?$",
      in: "\\bin (?:the |its )?$",
      to: "\\bto (?:the )?$",
      start: "^[\"“'‘(]?(?:the |a |an |but |meanwhile, |and )?$",
    },
    after: {
      reports: `^(?:['’]s? (?:\\w+ ){0,3})?,?(?: (?!to\\b)\\w+){0,3}? (?:${telling.verbs})\\b`,
      reportsNext: `^(?:['’]s)?,?(?: (?:has|have|had|is|was|now|first|also|later|initially|originally|exclusively|recently|itself))* (?:${telling.verbs})\\b`,
      says: `^(?:['’]s? (?:\\w+ ){0,3})?,?(?: (?!to\\b)\\w+){0,2}? (?:${telling.says})\\b`,
      apposition: `^, [^,.;]{3,80}, (?:\\w+ )?(?:${telling.says}|${telling.verbs})\\b`,
      relative:
        "^,? (?:which|who|that) (?:\\w+ ){0,4}(?:broke|first|original\\w*|report\\w*|publish\\w*|ran|post\\w*|obtain\\w*|claim\\w*|said|says|spread\\w*|start\\w*)\\b",
      finds:
        "^(?:['’]s? (?:\\w+ ){0,3})?,?(?: (?:was|were|has|have|had|first|also|is))* (?:spotted|noticed|discover(?:s|ed)|found|finds|confirm(?:s|ed)|obtained|got|ran|carried|originated|started|spread|spreads|spreading|picked up|offers?|pointed out|points out|captured|made|identified|believes|hears|heard|understands|speculat\\w+|hint\\w+|predict\\w+)\\b",
      isMedia:
        "^(?:['’]s)?,? (?:(?:an?|the) )?(?:[\\w-]+ ){0,4}?(?:newspaper|paper|magazine|site|website|outlet|news agency|agency|network|channel|station|blog|daily|tabloid|publication|broadcaster|weekly|portal|forum|journal)s?\\b",
      colon: "^(?:['’]s [\\w ]{3,30})?(?: (?:added|reported|wrote|says|said|writes))?:",
      closes: '^["”’]?[)\\]]',
      handle: "^ ?\\(@|^\\) (?:January|February|March|April|May|June|July|August|September|October|November|December|\\d)",
      saidBefore: "^(?:[,.]|$)",
      own: `^['’]s? (?:\\w+ ){0,2}(?:${telling.nouns})\\b`,
      noun: `^ (?:\\w+ )?(?:${telling.nouns})\\b`,
      passive:
        "^ (?:was|were|has|had|have|is|are|will|would|could|may)\\b(?! (?:\\w+ )?(?:report|claim|say|publish|quot|suggest|reveal)\\w*)",
    },
    /** The same, case-sensitive. */
    inverted: `\\b(?:${telling.says}|${telling.verbs}) (?:the )?$`,
    first:
      "first|original\\w*|initially|broke|began|started|begun|origin\\w*|earliest|appeared|surfaced|emerged|came from|comes from|according",
    separately: "separately|in a separate (?:report|article|story)",
    rumour: "reports?|reported\\w*|claim\\w*|rumou?rs?|rumou?red|stor(?:y|ies)|news|alleg\\w*|hoax|speculat\\w*|article",
    particles: "della|dello|del|dei|degli|delle|di|du|des|da|dos|das|y|und|für|für die|de la",
    demonyms:
      "(?!(?:Guardian|Vatican|Meridian|Duncan)$)(?:Muslims?|Catholics?|Islamic|Islamists?|Christians?|(?:(?:North|South|East|West|Central|Latin|Saudi|Puerto|Costa|Former|U\\.S\\.|\\S*(?:ish|ese|ian|can|[aq]i)) )?\\S*(?:ish|ese|ench|[^aeiou]ian|[^h]ean|can|erman|[aq]i|utch|reek|wiss)|(?:Ro|Nor|Otto)man)",
    and: "and|or",
    media: "radio|tv|television|news|newspaper|magazine|gazette|online|blog|forum|journal|press|media|website",
    nameKinds: "magazine",
    creditLine: "(?:via|sources?|h\\/t|hat tip)\\b",
    placeBefore: "(?:city|town|village|province|region|district|suburb|outskirts|municipality|county) of(?: the)?",
    nameArticles: "al|el",
    countries:
      "U\\.?S\\.?A?|U\\.?K\\.?|E\\.?U\\.?|UAE|Britain|America|London|Seoul|Moscow|Beijing|Tehran|Baghdad|Washington|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|(?:West )?Virginia|Wisconsin|Wyoming|(?:North |South )?Korea|China|Japan|India|Russia|Ukraine|Iran|Iraq|Syria|Israel|Turkey|Egypt|Jordan|Lebanon|Libya|Yemen|Nigeria|Somalia|Mexico|Canada|Australia|England|Scotland|Ireland|France|Germany|Italy|Spain|Europe|Asia|Africa|Detroit|New York City|Los Angeles|Chicago|Boston|Paris|Berlin|Rome|Madrid",
    noSource:
      "websites?|tabloids?|pic\\.twitter\\.com|three|four|five|six|seven|eight|nine|ten|multiple|several|unconfirmed|anonymous|unnamed|footage|follow|watch|see|via|images?|digital|social|dear|breaking|exclusive|advertisement|related|share|read|click|next|previous|full|dr\\.?|mr\\.?|mrs\\.?|ms\\.?|citing|quoting|credit|courtesy|internet|online|such|like|including|using|based|well|let|get|according to|following|added|speaking|given|perhaps|maybe|indeed|instead|thus|hence|therefore|tweeted|posted|wrote|said|told",
    group:
      "(?:(?!An? )(?:[Ll]ocal|[Ss]enior|[Ss]tate|[Ff]ederal|[Gg]overnment|[Uu]nnamed|[Aa]nonymous|[Ss]ocial|[Ss]ecurity|[Mm]ilitary|[Aa]rmy|[Pp]olice|[Pp]ublic|[Hh]ealth|[Dd]efen[sc]e|[Ii]nternet|[Gg]ossip|[Jj]ihadi(?:st)?|[Ii]slamist|[Mm]ilitant|[\\p{Alpha}.]+-(?:affiliated|linked|language|run|based|aligned|backed|owned|controlled|American)|\\p{Upper}\\p{Alpha}*(?:n|sh|se|i|ch|w|S|K|US|UK)|U\\.S\\.|U\\.K\\.|Twitter|Facebook|Reddit|YouTube|Instagram|news|official) ){1,2}(?:(?:\\w+ )?officials?|activists?|authorities|residents|witnesses|forces|media(?: (?:outlets|sources|reports|sites))?|press|newspapers?|news (?:outlets|sources|sites|agencies|media)|sources|users?|bloggers?|blogs|forums|websites|sites|police|intelligence|militants|rebels|investigators|prosecutors)(?! (?:secretar|release|conference|briefing|officer|chief|spokes|department))",
    pictures:
      "Getty(?: Images)?|AFP-Getty|Shutterstock|iStock(?:photo)?|Alamy|Unsplash|Pixabay|Pexels|Adobe Stock|Depositphotos|Dreamstime|WireImage|FilmMagic|Corbis|Splash News|Wikimedia Commons",
    credited:
      "(?:^|[[(|])(?:via:?|sources?:) (?:the )?@?|\\b(?:h\\/t|hat tip)(?: to)?:? (?:the )?@?|\\b(?:(?:first|originally) (?:appeared|published|posted|ran|reported|revealed|broadcast|aired)|(?:article|story|post|report|piece) (?:was )?(?:appeared|published|posted)) (?:by|on|at|in) (?:the )?",
    oneOutlet: "newspaper|paper|magazine|tabloid|daily|weekly|broadcaster|channel|station|website|site|blog|agency|outlet",
    own: "(?:told|tells|telling|(?:confirmed|confirms|disclosed|revealed)(?: [^.,;]{0,40})? to|interview with|reached by|informed|spoke (?:to|with)|speaking (?:to|with)|said to|contacted by|consulted by|obtained by|seen by|reviewed by|shared with|provided to)(?: the)? §|§(?:['’]s [\\p{Alpha} .]{0,30})? (?:has|have|had) (?:exclusively )?(?:learned|learnt|confirmed|obtained|seen|reviewed)|§ (?:understands|can (?:exclusively )?reveal)|(?:told|tells) us|we(?: have|['’]ve)? learned|we(?:['’]re| are) told|our sources?",
    platform: "Facebook|Twitter|YouTube|Instagram|Reddit|Tumblr|Weibo|WhatsApp|Telegram|Vine|Imgur|Snapchat|Google|X|TikTok",
    platformKinds: "social (?:media|networks?)",
    anonymous: "sources?|officials?|insiders?|unnamed|anonymous|people familiar",
    hoax: "hoax|fake|satir\\w+|false|debunk\\w*|not true|untrue|rumou?rs?",
    nameEnds:
      "photos?|polls?|surveys?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
    noName:
      "the|a|an|did|does|was|were|could|would|should|per|neither|[rd]-\\w{2,6}|nor|fake|url|tv|ok|jan|feb|aug|sept?|oct|nov|dec|similar|various|elsewhere|yikes|that|these|those|it|he|she|they|we|i|you|his|her|their|its|our|my|in|on|at|by|for|from|of|to|with|as|and|but|or|so|if|when|while|after|before|since|although|though|because|there|here|what|who|how|why|where|which|according|however|meanwhile|also|now|then|yes|no|not|one|two|some|many|most|all|both|other|another|more|last|first|earlier|later|today|yesterday|still|yet|even|just|only|once|despite|during|until|over|under|about|among|between|through|asked|speaking|let|online|quoting|citing|reached|contacted|answering|apparently|importantly|either|reports?|sources?|officials?|police|residents|witnesses|activists|authorities|users|militants|rebels|investigators|experts|critics|fans|published|posted|photo|image|video|update|updated|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|news|origins?|examples?|collected",
  },
  gates: {
    /** Words in a sentence that answers a claim. */
    response: {
      denies: `${denies}|denials?`,
      rejects: `(reject|dismiss|refut|rebut|disput|repudiat|rubbish|slam|blast|debunk|quash|squash|squelch|rebuff|disavow|contradict|scoff|downplay)\\w*|(knock\\w*|bat\\w*) (it |them |\\w+ ){0,4}down|${shotDown("sho(?:t|ots?)")}|(laugh|brush|shrug)\\w* (it |them )?off|pour\\w* cold water|cast\\w* doubt|(put|lay|laid)\\w* (\\w+ ){0,4}to rest`,
      untrue:
        "((not|n['’]t|never|no) (\\w+ ){0,2}(true|real|accurate|correct|truth|basis|substance|case|factual))|false\\w*|untrue|fake\\w*|hoax\\w*|bogus|baseless|unfounded|groundless|nonsense|rubbish|a lie|lies|lying|fabricat\\w*|made[- ]up|inaccurate\\w*|incorrect\\w*|ridiculous|absurd|fictitious|(pure|sheer|utter|total|complete) (fiction|fantasy|speculation)|invent(ed|ion)|misleading|wrong|prank|satir\\w*|photoshop\\w*|doctored|premature|misinformation|propaganda|rul(ed|es|ing) out|alive and well|still alive",
      not: "\\w*n['’]t|not|never|no|none|nobody|nothing|neither|nor|cannot|without",
      declines:
        "declin\\w* (\\w+ ){0,3}(to|comment|interview|request)|refus\\w* (\\w+ ){0,2}to|(would|will|could|can|do|does|did)( not|n['’]t) (\\w+ )?(comment|discuss|say|speak|address|elaborate|speculate|confirm|provide|disclose|reveal)|no (\\w+ )?comment|not commenting|nothing to (say|add|confirm|announce)|not (have|had) (any )?comment|offered no|no (\\w+ )?(details|information|knowledge)|(keep|kept)\\w* mum|tight-lipped|not aware",
      silent:
        "(did|has|have|had|do|does)( not|n['’]t) (\\w+ ){0,2}(respond\\w*|repl\\w+|return\\w*|answer\\w*|comment\\w*|got|gotten)|not (immediately )?(responded|replied|returned)|yet to|went unanswered|unreturned|awaiting",
      comment: "comments?|commented|commenting",
      confirms: "confirm\\w*|verif\\w+|corroborat\\w*",
      unconfirmed:
        "((not|n['’]t|unable to|cannot|yet to|neither|no|never|without) (\\w+ ){0,3}(confirm\\w*|verif\\w*|corroborat\\w*))|unconfirmed|unverified",
      admits: "admit\\w*|acknowledg\\w*|conced\\w*|confess\\w*|owned? up|came clean",
      investigates:
        "investigat\\w*|look(ing|ed|s)? into|prob(e|es|ed|ing)|inquir\\w*|enquir\\w*|review\\w*|examin\\w*|authenticat\\w*|analy[sz]\\w*|tests?|testing|tested|determin\\w*|assess\\w*|gather\\w*|check(ing|ed|s)?|trying to|working (\\w+ )?(to|with)|seeking|search\\w*|pursu\\w+|scrambl\\w+|aware of|monitor\\w*",
      explains:
        "explain\\w*|explanation|because|due to|reason|misunderst\\w*|mistak\\w+|misinterp\\w*|misidentif\\w*|joke|joking|error|glitch|blam\\w+|confus\\w+",
      clarifies:
        "clarif\\w*|ma[dk]e (it )?(\\w+ )?clear|set the record|out of context|in fact|actually|rather|instead|clear(s|ed|ing)? (\\w+ ){0,4}up",
      corrects:
        "correct(s|ed|ing|ion|ions)|updat\\w+|amend\\w*|editor['’]?s? note|retract\\w*|withdr\\w+|t(ook|aken?|aking) (\\w+ ){0,3}down|pulled|delet\\w+|remov\\w+|an earlier version|revis(ed|es|ing)|walk\\w* (it |that |this )?back|t(ook|aken?|aking) (it |that |this |the \\w+ )?back|chang(ed|es) (the|its|our|their) (headline|story|title)",
      apologises: "apolog\\w*|sorry(?! (that )?(you|your|to (?!have\\b))\\b)|regret\\w*",
      says: "said|says?|saying|told|tells?|telling|stat(es|ed|ing)|wrote|writes?|tweet\\w*|post(ed|s)?|add(s|ed)|insist\\w*|maintain\\w*|stress\\w*|according to|respond(s|ed|ing)|repl(ies|ied|ying)|announc\\w+|assur\\w+|not(es|ed)|call(s|ed|ing)|describ\\w+",
      statement:
        "statements?|(press|news) (release|conference|briefing)|e-?mail\\w*|letter|interview\\w*|spoke|speaking|in (a |an )?(response|reply)|facebook|twitter|blog",
      speaksFor:
        "spokes\\w+|rep(resentative)?s?|publicists?|lawyers?|attorneys?|agents?|managers?|officials?|minister|ministry|secretary|chief|director|president|ceo|executive|police|authorities|department|council|company|government",
      rumour:
        "report(s|ed|edly|ing)?|rumou?r\\w*|claim\\w*|alleg\\w*|stor(y|ies)|speculat\\w*|articles?|accusations?|suggestions?|news|hearsay|gossip",
      maybe: "if|would|could|might|may|should|can|perhaps|possibl\\w+|likely",
      but: "but|however|though|although|despite|while|yet|meanwhile|instead",
      we: "we|our|us|i|my|me",
      points: "it|this|that|such|these|those|them",
      ago: "earlier|previous\\w*|before|ago|last (year|month|week)|in (19|20)\\d\\d|once|in the past|since|at the time|back in|had",
    },
    /** Words in the phrase that names a party by its role. */
    rolePhrase: {
      role: "reps?|representatives?|publicists?|agents?|camp|team|famil(?:y|ies)|authorit(?:y|ies)|spokes\\w+|sources?|insiders?|fighters?|supporters?|relatives?|friends?|residents?|witness(?:es)?|employees?|staff(?:ers)?|colleagues?",
      behind: "for|of|from|at|with",
      behindOne: "for|of",
      beside: "in|inside|within|close to|familiar with|\\w+ed (?:by|in|with|to|at)",
      between:
        "the|an?|his|her|its|their|to|out|of|in|on|at|for|by|with|from|that|who|which|and|or|but|as|while|when|is|was|are|were|has|had|have|sa(?:id|ys)|t(?:old|ells)|(?:report|claim|write|quote|cite)s|wrote|\\w+ed|\\w+ing",
      determiner: "[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]wo|[Ss]everal|[Ss]ome|[Oo]ne",
      demonym:
        "\\p{Upper}\\p{Lower}*(?:ish|ese|ench|[^aeiou]ian|[^h]ean|rican|xican|erman|[aq]i|utch|reek|wiss|mali|\\p{Lower}nian|ssian)|U\\.?S\\.?|U\\.?K\\.?|Muslims?|Catholics?|Islamic|Islamists?|Christians?",
    },
    /** What a party near an act is, and how it relates to it. */
    party: {
      nobody:
        "^(?:who|which|some|many|others|no one|nobody|everyone|people|reports?|claims?|rumou?rs?|it|he|she|they|we|i|that|this|what|there|one|nothing|none|no [a-z]+(?: [a-z]+){0,3}|(?:[\\w-]+ ){0,4}(?:evidence|articles?|issues?|tests?|videos?)|(?:(?:this|that|the) )?(?:web)?site)$",
      speaksFor: "spokes|\\breps?\\b|representative|publicist|\\bmanager|press (?:secretary|officer)|lawyer|attorney|agent",
      officials: "officials?|authorities|representatives",
      office: "official|authorit|police|minister|ministry|department|council|government|agency|sheriff|mayor|secretary|chief|director",
      by: "\\bby (?:the |an? |its |his |her )?$",
      apposed: "^\\s*(?:an?|the|its|his|her|former|\\p{Upper}|[\\p{Lower}-]+(?: [\\p{Lower}-]+){0,3} (?:of|at|for|with))\\s?",
      clause: "\\b(?:and|but|is|are|was|has|according)\\b",
      inPlace: "\\p{Lower} (?:in|inside|within|near|at)(?: the)?(?: \\p{Lower}+)?\\s$",
    },
  },
  /**
   * `turned` reverses a contradiction ("not a hoax"); `ownDenial` is the writer's own, `deniedByAnother` is a reported one; `afterNegation`
   * begins a phrase that is not negated.
   */
  stanceCues: {
    cues: {
      refute:
        "fake, faked, fakes, hoax, hoaxes, false, falsely, untrue, not true, isn't true, wasn't true, not real, isn't real, never happened, didn't happen, did not happen, debunk, debunks, debunked, debunking, bogus, fabricated, fabrication, made up, made it up, making it up, lie, lies, lied, liar, liars, lying, bullshit, bs, nonsense, rubbish, crap, myth, misinformation, disinformation, inaccurate, incorrect, wrong, misleading, mistaken, photoshopped, shopped, satire, satirical, parody, prank, discredited, disproven, disproved, disprove, busted, myths, inauthentic, staged, doctored, exaggerated, greatly exaggerated, spun out of control, never was, hogwash, poppycock, fantasy, fairy tale, groundless, erroneous, erroneously, mistakenly, concocted, invented, baseless, unfounded, no truth, no evidence, no proof, not the case, fiction, fictional, fictitious, pure fiction, propaganda, fearmongering, sensationalist, never said, didn't say, did not say, urban legend, not correct, not accurate, refuted, refutes, fake news, far from true, too good to be true, doesn't exist, does not exist, pseudoscience",
      contradict:
        "not true, isn't true, wasn't true, is false, are false, was false, is fake, are fake, was fake, it's fake, its fake, that's fake, is a hoax, was a hoax, a hoax, hoax alert, is untrue, simply not true, never happened, did not happen, didn't happen, fake news, debunked, is a lie, are lies, is bogus, is fabricated, was fabricated, is made up, was made up, no truth to, no truth in, completely false, totally false, entirely false, not the case, isn't real, is not real, not real, is misinformation, rumor is false, rumour is false, is wrong, baseless, is unfounded",
      denies:
        "deny, denies, denied, denying, denial, dispute, disputes, disputed, reject, rejects, rejected, dismiss, dismisses, dismissed, refute, contradicts, contradict, contradicted, doubts, doubt, doubted, skeptical, sceptical, skeptics, questions, questioned, retracted, retracts, retraction, denounced, insists, insisted, backtracked, debunked, rebuff, rebuffs, rebuffed, laughed off, laughs off, shoots down, shot down, shoot down, quash, quashes, quashed, dispel, dispels, dispelled, rubbishes, rubbished, pours cold water, poured cold water, throws cold water, hits back, slams, slammed, scoffs, scoffed, disavows, disavowed, repudiated, refuses to confirm, walks back, walked back, retract, withdrawn, withdraws",
      hedge:
        "reportedly, allegedly, alleged, alleges, allege, apparently, supposedly, purported, purportedly, unconfirmed, unverified, rumor, rumors, rumour, rumours, rumored, rumoured, claims, claim, claimed, claiming, may have, might have, may be, might be, could be, could have, appears to, appeared to, appear to, seems, seemed, suggests, suggested, suggest, believed to, thought to, said to be, suspected, speculation, speculate, speculated, possibly, possible, potentially, if true, not confirmed, yet to confirm, cannot be verified, could not be verified, couldn't verify, not been verified, independently verify, independently verified, yet to be confirmed, has not confirmed, have not confirmed, unclear, remains unclear, unknown, likely, probably, perhaps, maybe, sources, source, anonymous, unnamed",
      report:
        "said, says, say, told, tells, according, report, reports, reported, reporting, announced, announces, stated, states, added, wrote, writes, tweeted, posted, confirmed, confirms, revealed, reveals, spokesman, spokeswoman, spokesperson, official, officials, statement, witnesses, asked, quoted, cited, citing, interview, media, newspaper, website, the post, agency, police",
      affirm:
        "true, so true, agree, agreed, exactly, yes, yep, yeah, yup, right, correct, confirmed, confirms, indeed, absolutely, definitely, of course, this is true, it's true, it is true, it's real, is real, i saw, i heard, i was there, can confirm, proof, evidence, fact, facts, of course, good point, well said, spot on, me too, same here, totally, precisely, verified, as expected, makes sense, breaking, rip, so sad, condolences, heartbreaking, tragic, terrible, horrible, awful",
      ask: "source, any source, link, proof, any proof, is it true, is this true, is that true, are you sure, really, is this real, is it real, confirm, can you confirm, confirmed, any evidence, evidence, says who, where is, where did, who said, how do you know, how do we know, any news, any update, any word, have you, has anyone, does anyone, do we know, what's the, what is, what are, why is, why are, why would, why did, how is, how can, how did, is there, are there, was it, is it, is this, was there, do you, did you, are they, did they, do they, did he, was he, is he, or is, wonder, wondering, curious, anyone know, does this, could this, so what",
      negation:
        "not, no, never, none, nobody, nothing, neither, nor, cannot, can't, cant, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, won't, wont, wouldn't, shouldn't, couldn't, hasn't, haven't, hadn't, ain't, without, hardly",
      swear:
        "fuck, fucking, fucked, shit, bullshit, stupid, idiot, idiots, moron, morons, dumb, asshole, ass, bitch, damn, hell, crap, scum, disgusting, pathetic, shame, shameful, joke, disgrace, wtf, stfu, ridiculous",
    },
    posts: {
      agree:
        "agree, agreed, i agree, exactly, true, so true, very true, yes, yep, yup, yeah, indeed, absolutely, definitely, totally, correct, right, that's right, good point, well said, this, amen, precisely, spot on, 100, preach, same, facts, confirmed, can confirm",
      knew: "knew it, i knew, told you, of course, obviously, obvious, clearly, no surprise, not surprised, not surprising, not shocked, as expected, figures, we all know, everyone knows, no doubt, without a doubt, must be, makes sense, i believe, i saw, i heard, i can tell, you can tell",
      grief:
        "pray, prayers, praying, thoughts, rip, sad, so sad, tragic, tragedy, horrible, terrible, awful, omg, oh my god, god bless, heartbreaking, condolences, sorry, hope, stay safe, safe, bless, scary, shocking, wow, damn",
      laugh: "lol, lmao, haha, hahaha, lmfao, rofl, hilarious, funny, joke, joking, kidding",
      correct:
        "actually, in fact, correction, rather, however, but, instead, technically, not exactly, the fact is, truth is, the truth, according to, it was, it wasn't, there was no, there is no, there's no, there were no, no such, different, another, other than, just, only, merely, not necessarily, nothing to do with, nope, no",
      doubt:
        "doubt, doubtful, i doubt, don't believe, dont believe, do not believe, can't believe, hard to believe, unbelievable, not buying, don't buy, don't think, dont think, do not think, skeptical, sceptical, suspicious, unlikely, highly unlikely, no way, impossible, yeah right, sure, not sure, questionable, conspiracy, speculation, rumor, rumors, rumour, rumours",
      order:
        "stop, please stop, delete, take down, retract, apologize, apologise, shut up, stfu, shut, get your facts, check your facts, fact check, facts straight, get a life, be quiet, grow up, go away, shame on, should be ashamed, quit, don't, do your research, read the",
      hostile:
        "you're lying, liar, liars, troll, trolls, idiot, moron, stupid, dumb, ignorant, racist, biased, bias, clickbait, tabloid, propaganda, sensationalism, irresponsible, pathetic, disgusting, ridiculous, nonsense, bullshit, bs, delusional, crazy, insane, tin foil, conspiracy theory, conspiracy theories, agenda, trash, garbage, joke",
      thanks: "thanks, thank you, thx, ty, great, good, nice, love, awesome, congrats, well done, good job, great job",
      request:
        "source, any source, sources, link, proof, evidence, evidence of, any evidence, citation, what source, where did you, where are you getting, says who, according to who, who says, who said, how do you know, confirmed, verified, is it true, is this true, is that true, true or false, any truth, really, seriously, for real, is this real, is it real, legit, can anyone confirm, can you confirm, please confirm, can someone, could someone, debunk this, help me debunk, debunk, any info, any news, any update, update, updates, more info, do you have, does anyone, anyone know, anybody know, what do you think, thoughts, please explain, explain, elaborate",
      why: "why, how, why would, why did, why is, why are, how is, how did, how can, how come, what about, what if, so what, who cares, what kind, what does, what do",
      where:
        "what, where, when, who, which, how many, what happened, what's, where is, who is, who are, when did, what is, is there, are there, was it, is it, did he, did they, was he, is he, are they, have they, has he",
      hear: "breaking, update, just in, reports, report, reporting, confirm, confirms, police, via, live, latest, developing, watch, video, photo",
    },
    articles: {
      "report:":
        "report, reports, according to, reportedly, sources, source says, claims, claim, rumor, rumour, allegedly, alleged, apparently, may have, might",
      unverified:
        "unverified, unconfirmed, not been confirmed, not confirmed, could not be verified, cannot be verified, not independently, independently verify, independently confirm, yet to be, remains unclear, not clear, unclear, no official, has not commented, have not commented, did not respond, didn't respond, declined to comment, no comment, investigating, investigate, looking into, verify, verified, authenticity, authentic",
      social:
        "twitter, tweet, tweeted, tweets, facebook, instagram, reddit, youtube, viral, went viral, internet, social media, online, website, blog, post",
      official:
        "police, official, officials, spokesman, spokeswoman, ministry, government, minister, pentagon, department, authorities, president, military, army, white house, state department, court",
      confirmed:
        "confirmed, confirms, has confirmed, announced, officially, official, confirm, verified, identified, revealed, admits, admitted, acknowledged",
      hoax: "hoax, hoaxes, fake, satire, satirical, debunked, debunks, prank, photoshopped, fooled, duped, false, not real, made up, fabricated, snopes, urban legend, publicity stunt, viral marketing",
      disbelief:
        "however, but, although, despite, contrary, nevertheless, actually, in fact, turns out, turned out, it turns out, not so fast, sadly, unfortunately, skeptical, skeptics, doubt, doubts, experts, questions, suspicious, conspiracy",
      doubt:
        "doubt, doubts, doubted, doubtful, dubious, cast doubt, casts doubt, questionable, skeptical, sceptical, skepticism, scepticism, skeptics, might not be, may not be, may not have, might not have, not all it, unclear, not clear, unlikely, implausible, authenticity, is it real, is it true, real or fake, true or false, if true, if real, if confirmed, whether, or not, remains to be seen, yet to be verified, yet to be confirmed, not yet confirmed, no confirmation, hard to believe, hard to know, difficult to verify, impossible to confirm, impossible to verify, cannot confirm, could not confirm, not officially, debate, debated, mystery, suspicion, suspicious, fishy, red flags, who knows, do not know, don't know, jury is out, grain of salt",
      cancelled:
        "won't, will not, wouldn't, would not, no longer, no plans, not planning, quit, quits, dropped out, drops out, pulled out, pulls out, backs out, backed out, scrapped, called off, cancelled, canceled, postponed, delayed, abandoned, isn't, wasn't, aren't, didn't, did not, hasn't, has not, have not, haven't, never, nope, turns out, turned out, not so fast, sorry, actually",
      refusal:
        "denied, denies, deny, denying, dismissed, rejected, refuted, disputed, insisted, insists, no truth, untrue, not true, unfounded, baseless, nonsense, denial",
      told: "told, said in, in an interview, speaking to, wrote, explained, recalled, recounted, added",
      hearsay:
        "daily mail, mirror, the sun, tmz, new york post, tabloid, local media, local reports, media reports, media outlets, state media, blog, anonymous, unnamed, insider, people familiar, familiar with the matter, who asked not to be",
    },
    persons: { you: "you, your, you're, u", i: "i, i'm, my, me, we", third: "he, she, they, it, it's, that's" },
    questionWords:
      "who, what, when, where, why, how, which, whose, is, are, was, were, do, does, did, can, could, will, would, should, has, have, isn't, aren't, wasn't, don't, doesn't, didn't, any, anyone",
    opposites:
      "dead: alive, well, unharmed; died: alive, well; dies: alive; death: alive; killed: alive, survived, safe, unharmed; captured: safe, free, escaped; kidnapped: safe, free; abducted: safe, free; hostage: safe, free; stolen: safe, recovered, found, returned; missing: found, safe; lost: found; arrested: free, released; detained: free, released; sick: healthy; infected: negative, healthy; positive: negative; contracted: negative; tested: negative; real: fake, hoax; fake: real, genuine, authentic; staged: real, genuine; true: false; false: true; open: close; close: open, stay; closing: open; ban: allow; banned: allowed; banning: allow; buy: sell; hired: fired; fired: hired, resigned; quit: stay; leave: stay; leaving: staying; join: leave, quit; guilty: innocent; male: female; launch: delay; release: delay; cancel: renew; canceled: renewed; divorce: together; split: together",
    noTopic:
      "a, an, the, of, to, in, on, at, by, for, from, with, and, or, but, as, is, are, was, were, be, been, being, it, its, it's, this, that, these, those, he, she, they, them, his, her, their, him, i, you, we, us, our, my, your, me, not, no, so, if, than, then, there, here, has, have, had, do, does, did, will, would, can, could, may, might, should, about, into, over, after, before, up, down, out, off, just, also, who, what, when, where, why, how, which, all, any, more, most, some, such, own, same, too, very, s, t, u, amp, says, say, said, report, reports, reported, reportedly, claim, claims, claimed, new, video, via, rt, breaking, news, watch",
    turned:
      "not a hoax, not fake, isn't fake, no hoax, not false, isn't false, not a lie, isn't a hoax, not bogus, not a rumor, not a rumour, not debunked",
    ownDenial: "debunked",
    ironic: "/s(?:arcasm)?",
    fakery:
      "fak(?:e|ed|es|ing|ery)|falsif\\w+|fabricat\\w+|forg(?:e|ed|es|ing|ery|eries)|doctor(?:ed|ing)|bogus|counterfeit\\w*|invent(?:ed|ing)|made up|stag(?:ed|ing)|rigg(?:ed|ing)|manipulat\\w+|photoshopped|plagiari\\w+",
    deniedByAnother: "denies, denied, deny, denying, dismissed, dismisses, rejected, rejects, refuted, refutes, disputes, disputed",
    opening: "fact[- ]check|hoax(?: alert)?|fake(?: news)?|false|debunked|no,",
    untrue:
      "(?:a|outright|total|complete|big) lie|no (?:evidence|proof) that|(?:is|was|are|that's|it's|pure|utter|total|complete) (?:nonsense|rubbish|baloney|bullshit)",
    negated:
      "(?:never|not|didn't|hasn't|haven't|wasn't|weren't|isn't|aren't|doesn't|don't|won't)(?! (?:only|just|because) )(?: (?:ever|yet|been|be|even|once|have|had|get|got|\\S{2,20}ly)){0,2}",
    negates: "never|not|no|none|nobody|\\S+n't",
    afterNegation: "in, on, at, by, for, from, with, after, before, over, as, and, but, about, under",
    answers: {
      opens: "no, nope, nah, false, wrong, incorrect, untrue, lies, lie, bullshit, bs, fake, not, never",
      true: "true, real, confirmed, verified, correct, accurate, right, fact, factual, proven, proof, clear, possible, believable",
      untrue: "unconfirmed, untrue, inaccurate, incorrect, unverified",
      this: "this, that, it, these, those, that's, it's, thats, its",
      be: "is, was, are, were",
      not: "not, no, isn't, wasn't, aren't, weren't, never",
    },
    reporting: "facts?$|evidence|proof|misl|misinf|specul|rumou?r|propag|irrespons|clickb|linkb|journali|exagg|sensat",
    headline: {
      no: "no[,:;.!—–-]",
      opens: "no[,:;.!—–-]|(?:false|hoax|fake|not|debunked|sorry|nope)(?![\\p{Alpha}\\p{N}])",
      label: "(?:rumou?r|report|claim)s?",
      credit: "(?:report|rumou?r|source|claim|official|police|study)s?",
      denies: `(?:rumou?rs?|reports?|claims?|stor(?:y|ies)|talk)(?: .{0,80})? (?:exaggerated|put to rest|laid to rest|spun out of control|made up|a myth|unfounded|baseless)|(?:kill|quash|squash|dispel|debunk|scotche|squelche|end|dismisse|rubbishe)s .{0,60}(?:rumou?rs?|reports?|claims?|talk)|(?:knock|bat)(?:s|ed|ted)? down|${shotDown("(?:shoots?|shot)")}|(?:is|was|are|were) (?:not|n't) a thing|turn(?:s|ed) out not|(?:give|sound)s the all[- ]clear|sets the record straight`,
      confirms: "(?<!\\b(?:not|to|yet|can't|cannot|never) )(?:confirm(?:s|ed)|admit(?:s|ted)|acknowledge[sd]|it's official|it is official)",
    },
  },
  wording: {
    verbs:
      "abandon abort accept accuse acquire act add adopt advance affect agree aim air allege allow announce answer appeal appear appoint approve argue arrest arrive ask assault assemble attack attempt attend auction await award back bail ban bar bear become beg begin behead believe belong bite blame blast bleed bless block blow blur bomb book boost bow boycott break bring broadcast build bully burn burrow bury buy call cancel capture carry cast catch cause cease celebrate challenge change charge chase cheat check choose circulate claim clash clear climb close collapse collect collide come complete conduct confess confiscate confront consider contain continue contract control convert convict cook cost counter cover crash create criticise criticize cross crown cry cure cut damage date deal debut decide declare decline decrease defeat defecate defend delay delete deliver demand demolish demonstrate deport deserve design destroy detain detect develop devour die dig dine direct disappear discover dismiss divorce dodge donate double download draw drink drive drop drown dump earn eat eject elect embrace emerge employ encounter end endorse enforce engage enjoy enter erase escape escort evacuate evade evict examine execute exist expand expect expel experience explode explore expose extend extort eye face fail faint fake fall fear feature feed feel fight file film find fine finish fire fit fix flee flood fly foil follow forbid force forget found free freeze fund gain gather generate get give go grab graduate grant greet grow guarantee guard halt hammer handle hang happen harm hate head hear help hide hijack hire hit hold honor honour host house hunt hurt identify ignite ignore illustrate impersonate implode import impose impregnate improve include increase infect infest inflate inform injure insert inspire install insult intend intercept interrupt introduce invade invent invest investigate invite issue jail join joke jump keep kick kidnap kill kiss knock know lack land last laugh launch lead leak lean learn leave legalise legalize let license lie lift limit link list live lock look loot lose love lower maintain make manage march mark marry match mean meet mistake mock move mug murder name need notice obey obtain occupy occur offend offer open operate order organise organize oust overrun overtake overthrow owe own pack paint park participate pass patrol pause pay peak pee perform permit persist persuade phone pick place plan plant play pledge plot plunge poison pose post postpone pour praise pray predict prefer prepare prescribe present preserve press pretend prevent print probe proceed produce profit prohibit promise promote propose protect protest provide provoke publish pull pump punch punish purchase pursue push quarantine question quit raid rain raise ramble rank rape reach react realise reappear rebel recall receive recommend record recover recruit refund refuse reinforce relaunch release relieve rely remain remember remove rename rent reopen repair repay replace report reprimand request require rescue resign resist resolve respond restart restore restrict result resume retain retire retreat return reunite reveal reverse review revoke reward ride rip rise rob roll rule run rush sack sail sap save say scale scare schedule scrap scream screen seal search see seek seem seize select sell send separate serve set settle shake share ship shock shoot show shower shut sight sign signal silence sing sink skip slap slash sleep slip slow smash smuggle snap sneak snub sound spare spark speak speed spend spill split spot spray spread stab stage stand star stare start starve state stay steal step stick stop storm strand stream strike strip struggle study submit sue suffer suggest summon supply support suppose surface surge surprise surrender surround survive suspect suspend swallow swap swear sweep swim switch tackle take talk target taste taunt teach tear tease tell terminate test thank think threaten throw top torture touch tour track trade train transfer transform transport trap travel treat trick trigger turn tweet undergo unearth unite unload unveil update upgrade uphold upload upset urge urinate use vandalise vandalize vanish veto view violate visit volunteer vote vow wait wake walk want warn wash waste watch wear weigh welcome win wipe withdraw withhold witness work worry wound wrap wreck write yell",
    untrue:
      "hoax\\w*|fakes?|faked|false(?:ly)?|debunk\\w*|untrue|bogus|myth|satir\\w+|rumou?rs?|rumou?red|truth|no,|fact[- ]check|retract\\w*|den(?:y|ies|ied)|denial|refut\\w+|dismiss\\w*|reject(?:s|ed|ing)?|fabricat\\w+|fiction|baseless|unfounded|groundless|nonsense|rubbish|made up|quash\\w*|sets? the record straight|(?:is|was|are|were|be) (?:still |very much |indeed )*alive|alive and well",
    pointing: "the(?! (?:world|sun|moon|earth|internet)\\b)|both",
    sameReason: "(?:for|on) (?:the same|that|this|these|those) (?:reasons?|grounds)",
    dependent:
      "any(?:one|body|thing)?|(?:it|him|her)self|themselves|it|its|they|their|he|she|his|her|him|this|that|these|those|we|our|i|my|you|your|there|here|but|and|so|or|if|because|although|while|who|what|why|how|when|where|which|whether|yes|no|now|then|however|meanwhile|also|even|just|well|maybe|perhaps|see|meet|watch|look|read|listen|remember|holy|happy|statement (?:on|from|by|about)|information (?:on|about)|press release|clarification|correction:",
    labels: "reports?|rumou?rs?|breaking(?: news)?|update[ds]?|exclusive|watch|video|photos?|warning|just in|confirmed|unconfirmed",
    introduction:
      "(?:(?:(?:the|a|an|some|local|online|media|recent|earlier|widespread) )*(?:reports?|rumou?rs?|claims?|allegations?|speculation|suggestions?|accusations?)(?: (?:in|on) (?:\\p{Alpha}+ ){1,3})? ?)?that|claim(?:s|ed|ing)?:?(?= )",
  },
  pronouns: {
    he: "he|she|him|her|his|himself|herself|i",
    it: "it|its|itself|they|we|our|their|them",
    theCompany: "the company",
    self: "I|me|we|us",
    firstPerson: "I|My|Me|We|Our|Us|We['’](?:re|ve|ll)|I['’](?:m|ve|d|ll)|my|me|we|our|us|we['’](?:re|ve|ll)",
    we: "our|we",
    opening: "it|he|she|they|its|his|her|their",
    definite: "the|this|that|its|his|her|their",
    indefinite: "an?|one|another|former",
  },
  statements: {
    release: "for immediate release|press release",
    releaseTitle: "open letter|media statement",
  },
  negation: {
    denied: {
      clause:
        "(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|(?:reject|rubbish|refut|dismiss)(?:e?s|ed|ing)? (?:any |all |the )?(?:claim|suggestion|report|rumou?r|accusation|allegation)s?)(?= (?:in an? [^.;,]{1,30} )?(?:that|having|\\p{Alpha}{2,}ing|(?:\\p{Alpha}+ ){1,5}(?:is|are|was|were|has|had|have|been|will|would))(?!\\p{Alpha}))",
      confirming: "confirm(?:s|ed)? (?:(?:in an?|to) [^.;,]{1,30} )?that(?!\\p{Alpha})",
      admitting: "(?:admit(?:s|ted)?|acknowledged?) (?:in an? [^.;,]{1,30} )?that(?!\\p{Alpha})",
      telling:
        "(?:being|is|was|were|am|are|been|not) (?:behind|the (?:author|source|writer|leak))|(?:having|had|has|he|she|they|i|not) (?:written|wrote|write|leaked|posted|sent) (?:it|the|any|this|that)|(?:leaking|writing|posting|spreading) (?:it|the|any)",
      undone:
        "(?:withdr[ae]w[sn]?|retract(?:s|ed)?|t(?:ook|akes) back|rescind(?:s|ed)?) (?:its|his|her|their|the|an?) (?:\\p{Alpha}+ )?denial|no longer (?:rules?|ruled|den(?:y|ies|ied)|disput\\p{Alpha}+)|(?:not|n['’]t|cannot) (?:rule|ruled|deny|denied|dispute)|cannot be ruled out",
      undecided: "no (?:final )?decision|too early to|not (?:yet )?(?:been )?decided|undecided",
      withheld:
        "(?:(?:declin|refus)(?:e|es|ed|ing) to|(?:would|did|could)(?: not|n['’]t)) (?:name|identify|specify|(?:say|give|disclose|reveal) (?:(?:the |any )?(?:names?|details|figures|casualty figures)|who|when|where|why|how many|how much))(?! (?:[^.;]{0,60} )?or (?:to )?(?:comment|discuss|respond|answer))",
      suit: "(?:law)?suit|complaint|legal action",
      sues: "sue[sd]|is suing|filed (?:a )?(?:law)?suit|to court",
    },
    noSubject: "none of|neither|nobody|no one",
    ifSo: "if|whether|unless",
    besides: "and|but|while|as|after|then",
    words: "not|never|no|none|nothing|\\p{Alpha}+n['’]t",
    ofResponse:
      "(?:not|never|neither|nor|without|cannot|nothing to|unable to|(?:try|seek|work|hop|wait|attempt|struggl)ing to|(?:tri|wait)ed (?:\\w+ ){0,2}to|refus\\w+ to|declin\\w+ to|failed to|yet to|nobody|no one|asked \\w+ to|asked to|accept\\w*|demand\\w*|await\\w*|deserv\\w*|want\\w* an?|ow(?:e|es|ed|ing)|call(?:s|ed|ing)? for|urged \\w+ to|called on \\w+ to|short of|\\w*n['’]t)\\s+(?:\\w+\\s+){0,3}",
    ownNegative: "not|isn|wasn|aren|no|never|would never|did|has|have|had|do|does|untrue|simply|just",
    requested:
      "(?:ask|asks|asked|asking|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|upon|for)|want(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?|petition(?:s|ed)?|press(?:ed|es)?|begg?ed|told)\\s+(?:[\\w’'-]+\\s+){1,5}to\\s+|(?:(?:ask|call|push|press)(?:s|es|ed|ing)? for|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|seek(?:s|ing)?|sought|expect(?:s|ed|ing)?)\\s+(?:an?|the|any)\\s+(?:\\w+\\s+){0,2}|demand(?:s|ed|ing)?\\s+(?:that\\s+)?(?:[\\w’'-]+\\s+){1,4}|unless\\s+(?:[\\w’'-]+\\s+){1,4}|(?:should|must|ought to|needs? to|ha(?:s|ve) to)\\s+(?:\\w+ly\\s+)?",
  },
  claims: {
    further: "(?:and|or|nor|but) that",
    introductions: [
      [
        "hearsay",
        "(?:(?:I|we)(?:['’]ve| have)? (?:also |just |even )?(?:heard|been told|was told|were told)(?: from [\\w ]{2,40}?)?|word (?:is|has it)|rumou?r has it|(?:people|some|many|users|posters|they) (?:are |were )?(?:say|saying|claim|claiming|alleging)|(?:a |one |several |two |multiple )?(?:sources?|insiders?) (?:say|says|said|claim|claims|claimed|told [\\w ]{2,30}?))(?: that)?\\s+(?=[\\w“\"'‘])",
      ],
      [
        "rumour",
        `(?:${rumourNouns})\\b(?:,?\\s+(?!(?:who|which|said|says|told|\\w*stating|saying|adding|arguing|insisting|but|conced\\w+|admit\\w+|acknowledg\\w+|confirm\\w+|insist\\w+)\\b)[\\w’'&-]+){0,16}?(?<!\\band)[,:]?\\s+that\\s+(?!(?:\\w+ly|shows?|showed|appears?|appeared|seems?|was|were|is|are|has|have|had|claims?|claimed|says?|said|purports?|purported|went|began|spread|led|may|might|could|would|will)\\b)`,
      ],
      [
        "observed",
        "\\b(?:several|many|some|multiple|numerous|other|a number of)\\s+(?:[\\w-]+\\s+){0,2}?(?:users?|reviewers?|testers|developers|customers|owners|people|players|readers|researchers|observers|residents|parents|buyers|passengers|employees)\\s+(?:have |had )?(?:also |since |already |separately )?(?:report(?:ed)?|notic(?:e|ed)|complain(?:ed)?|claim(?:ed)?|observed|noted|alleged?|pointed out)\\s+that\\s+",
      ],
      [
        "hearsay",
        "\\bit (?:is|was|has been|had been|is being|was being) (?:\\w+ly )?(?:claimed|alleged|rumou?red|reported|said|suggested|whispered|speculated) that\\s+",
      ],
      [
        "shown",
        "\\b(?:videos?|clips?|images?|photos?|pictures?|footage|screenshots?|recordings?|documents?|audio|graphics?|posters?|maps?)\\s+(?:\\w+\\s+){0,6}?(?:(?:appear(?:s|ed|ing)?|purport(?:s|ed|ing|edly)?|claim(?:s|ed|ing)?|seem(?:s|ed|ing)?) to (?:show|depict|prove|capture)|(?:supposedly|allegedly|apparently|falsely|purportedly) (?:show|depict|prov)(?:s|ing|ed|es)?|said to (?:show|depict))\\s+(?:that\\s+)?",
      ],
      [
        "carrier",
        "\\b(?:posts?|threads?|videos?|tweets?|messages?|screenshots?|clips?|images?|photos?|pictures?|memes?|notices?|letters?|emails?|documents?|leaflets?|flyers?|audio|recordings?|graphics?|captions?|headlines?|articles?|stories|story|memo|voice notes?)\\s+(?:(?!(?:who|and|but|said|says)\\b)[\\w’'&-]+\\s+){0,5}?(?:saying|claiming|alleging|asserting|purporting|suggesting|warning|stating|insisting|which (?:says|claims|said|claimed|alleged|alleges)|that (?:says|claims|said|claimed|alleged|alleges)|falsely (?:claims?|claimed|says|said))(?:\\s+(?:\\w+\\s+){0,3}?that)?\\s+(?!to\\b)",
      ],
      ["topic", `\\b(?:${rumourPlurals})\\s+(?:(?:on|from|across|in)\\s+(?:[\\w-]+\\s+){1,4}?)?(?:of|about|over)\\s+`],
    ],
    labelled: "(?:an? (?:\\w+ ){0,3}(?:posts?|videos?|photos?|images?|message)\\b[^.]{0,60}? (?:shows?|says|claims)(?: that)? )",
    refuted: "(?:false|baseless|debunked|unfounded|fake|bogus|discredited|untrue|incorrect|hoax|misleading)\\s+(?:\\w+\\s+){0,3}",
    nextVerdict:
      "(?:that|this|it|they|(?:the|these) (?:claims?|posts?|rumou?rs?|reports?|stor(?:y|ies)|allegations?))(?:['’]s| is| was| are| were) (?:\\w+ ){0,2}?(?:false|wrong|untrue|not (?:true|correct|the case)|incorrect|inaccurate|a mistake|an error|misleading|baseless|fake|a hoax)\\b",
    accused:
      "\\b(?:accus(?:e|es|ed|ing)|suspect(?:s|ed)?)\\s+(?:(?:[\\w’'.&-]+\\s+){0,8}?of\\s+(?=(?:\\w+ly\\s)?\\w+ing\\b)|(?:(?!of\\b)[\\w’'.&-]+\\s+){0,8}?of\\s+)",
    hedge: "reportedly|allegedly|purportedly",
    anaphor: `(?:(?:the|this|that|these|those|such|any|all|its?|his|her|their|both)\\s+(?:\\w+\\s+){0,3}?(?:${rumourNouns}|report|account|matter|issue|controversy|incident|affair|charge|question|questions)|it|this|that|them|claims|allegations|rumou?rs|accusations|speculation|comment|questions?|request|of the (?:kind|sort)|any such|so)`,
    spreading:
      '(?<!\\s|\\band),?\\s+(?:(?:(?:has|have|had|is|are|was|were)\\s+(?:since\\s+|now\\s+|already\\s+|\\w+ly\\s+)?(?:been\\s+|being\\s+)?)(?:(?:going|gone|went) (?:round|around|viral)|doing the rounds|making the rounds|circulat\\w+|spread(?:ing)?|shared|reposted|forwarded|viewed|posted|copied|swirling|all over|everywhere|debunked|dismissed|denied|rejected|refuted|disputed|(?:(?:an?|all|not|just|simply|pure|sheer|utter(?:ly)?|complete(?:ly)?|total(?:ly)?|entirely|absolute(?:ly)?) ){0,3}(?:true|false|untrue|baseless|fake|bogus|unfounded|groundless|without (?:basis|foundation)|incorrect|inaccurate|wrong|misleading|made up|fabricat\\w+|fiction|nonsense|rubbish|lies?|hoax(?:es)?|speculation))|(?:re)?surfaced|emerged|spread (?:on|across|to|through|over|like|quickly|rapidly|widely|online)|circulated|began (?:to )?(?:spread|circulat)\\w*|went viral|(?:is|are|was|were) ["“](?:[^"”]{0,30} )?(?:true|false|untrue|fake|wrong|baseless|nonsense|rubbish|lies?|fabricat\\w+|fiction|hoax)\\b|first appeared|popped up|cropped up|swept|swirled|have swirled|prompted|sparked|triggered|drew|sent|caused a stir|took off|gained traction|made the rounds)\\b',
    origin:
      "(?<!\\s|\\band),?\\s+(?:(?:was|were|(?:has|have|had) been) (?:\\w+ly )?(?:started|traced|seeded|invented|fabricated)|(?:beg[au]n|start(?:ed|s)) (?:with|on|in|as)|originat(?:ed|es) (?:on|in|with|from|at)|stem(?:s|med) from|(?:goes?|went|dates?|dated|traces?) back to|c[ao]mes? from)\\b",
    tellers:
      "(?:articles?|posts?|threads?|videos?|tweets?|messages?|screenshots?|clips?|images?|photos?|memes?|leaks?|website|blog|users?|poster|rumou?rs?)",
    claiming:
      "according to|tell|claim|allege|accuse|speculate|assert|insinuate|suggest|say|write|post|tweet|warn|state|report|reveal|announce|show|find",
    alleging: "claim|allege|insinuate",
    publishing: "write|post|tweet|report",
    tail: `(?:(?:just |only )?(?:\\p{Alpha}+ )?(?:minutes|hours?|days?|weeks?|months?|years?) after|after|as|amid|following|despite|contrary to|in response to|unlike|whatever)\\s[^,;]{0,50}?\\b(?:${rumourNouns}|articles?|users?|accounts?|newspapers?|websites?|whistle-?blowers?)\\b|(?:but |and )?(?:says?|said|insists?|insisted|adds?|added|calls?|called)\\b|(?:an? |the |which is an? )(?:\\p{Alpha}+ )?(?:charge|claim|accusation|allegation|rumou?r|suggestion|story|assertion|theory|notion)s?\\b`,
    utterance:
      "(?:said|says|tells|told|adds|added|claims|claimed|states|stated|writes|wrote|announced|insists|insisted)(?: \\w+){0,8}? that",
    postNouns:
      "posts?|accounts?|videos?|tweets?|threads?|stor(?:y|ies)|articles?|images?|messages?|clips?|content|users?|poster|channels?|pages?|screenshots?",
    breaking: "BREAKING(?: NEWS)?|JUST IN|UPDATED?|THREAD|NEWS(?: ALERT)?|ALERT|DEVELOPING|CONFIRMED|MORE|LATEST|RECAP|WATCH",
    asksIfTrue:
      "(?:is|was) (?:this|that|it) (?:true|real|legit|confirmed|fake)|any (?:source|proof|evidence|confirmation)|source\\?|really\\?|can anyone confirm",
    calledFalse: "fake|hoax|debunked|misinformation|disinformation|false",
  },
} satisfies LanguagePack;
