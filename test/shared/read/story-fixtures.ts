/** Stories in our own words with what reading them must find; people and companies in them are invented. */

/** What must be found; fields that are left out are not compared. */
export interface Expected {
  claim?: number;
  type?: string;
  platform?: string | null;
  place?: string;
  kind?: string;
  name?: string;
  description?: string;
  role?: string;
  affiliation?: string;
  standing?: string;
  lang?: string;
  translated?: boolean;
  parent?: number;
  quote?: string;
  quotes?: string[];
}
export interface Story {
  name: string;
  /** What of it is not found yet. */
  todo?: string;
  text: string;
  /** Words that each allegation contains, in order; null where the article tells of none. */
  claims: string[] | null;
  reported?: Expected[];
  responses: Expected[];
}

export const stories: Story[] = [
  {
    name: "a company confirms a part of what an anonymous user wrote",
    text: `Brightwater admits its filters failed lab tests

Brightwater Appliances has been under fire since Monday, when an anonymous user on Reddit claimed that the company had hidden failed lab tests of its kitchen water filters. "Every cartridge from the March batch leaked lead," the user wrote.

Screenshots of the thread were shared on Facebook and Telegram within hours, and the hashtag trended in three countries.

In a statement on Wednesday, Brightwater spokeswoman Carla Mendes confirmed that two of the tests had failed, but said that no filter from the batch had been sold. "We should have told our customers sooner," Mendes said.

The consumer protection agency said it had opened an investigation into the filters.`,
    claims: ["hidden failed lab tests of its kitchen water filters"],
    reported: [
      { platform: "reddit", role: "assert", kind: "anonymous", quote: "Every cartridge from the March batch leaked lead" },
      { platform: "facebook", role: "report", parent: 0 },
      { platform: "telegram", role: "report", parent: 0 },
    ],
    responses: [
      {
        type: "confirmation",
        name: "Carla Mendes",
        affiliation: "Brightwater",
        standing: "subject",
        quotes: ["We should have told our customers sooner"],
      },
      { type: "investigation", description: "consumer protection agency", standing: "regulator" },
    ],
  },
  {
    name: "a blogger takes a story back",
    text: `Blogger takes back story about stadium sale

The claim began with a blog. On 3 May, sports blogger Tom Harker wrote that the Rovers had secretly agreed to sell their stadium to a property developer. His post was picked up by two local newspapers and copied across WhatsApp groups of supporters.

The club rejected the story as "pure fiction". Its chairman, Leo Strand, told reporters that there had been no talks with anybody.

Two days later Harker deleted the post and apologised, saying he had misread a planning document. "I got it wrong and I am sorry," he wrote on X.`,
    claims: ["the Rovers had secretly agreed to sell their stadium to a property developer"],
    reported: [
      { place: "a blog", role: "assert", name: "Tom Harker" },
      { place: "two local newspapers", role: "report", parent: 0 },
      { platform: "whatsapp", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Rovers", standing: "subject", quotes: ["pure fiction"] },
      { type: "denial", name: "Leo Strand" },
      { type: "retraction", name: "Tom Harker", standing: "originator", quotes: ["I got it wrong and I am sorry"] },
    ],
  },
  {
    name: "the subject declines to comment",
    text: `Questions over Velora's battery recall

Whispers that Velora is planning to recall 40,000 electric scooters because of burning batteries have been going round TikTok for a week. They seem to go back to a video by a former warehouse worker, who said in it that boxes of returned scooters were "stacked to the ceiling".

Velora declined to comment. The company's Berlin office did not respond to two emails by press time.

We could not verify the video.`,
    claims: ["Velora is planning to recall 40,000 electric scooters because of burning batteries"],
    reported: [{ platform: "tiktok" }],
    responses: [
      { type: "no_comment", name: "Velora", standing: "subject" },
      { type: "no_comment", affiliation: "Velora", standing: "subject" },
    ],
  },
  {
    name: "a plain article",
    text: `New library opens in Marlow

The new town library opened its doors on Saturday after two years of building. More than four hundred visitors came on the first day, the mayor said.

"It is the best room in town," said Ines Roth, the head librarian. She expects two thousand members by the summer.

The building cost six million euros, according to the council. It has a reading garden, a workshop and a café.

Readers can borrow up to ten books at a time.`,
    claims: null,
    reported: [],
    responses: [],
  },
  {
    name: "denials of bail and entry, and confirmed cases",
    text: `Man denied bail after harbour fire

A man who was arrested after a fire at the harbour has been denied bail. The judge denied a request by his lawyer to let him return home.

Police said that the man, 34, had been seen near the boats shortly before the fire. Two passengers were denied entry to the ferry and missed their connection.

The port confirmed 14 cases of smoke poisoning. The ferry will run again on Friday, the operator announced.`,
    claims: null,
    reported: [],
    responses: [],
  },
  {
    name: "a Chinese story",
    text: `星河科技回应“裁员一半”传闻

6月3日，有匿名网友在知乎发帖称，星河科技将在本月裁掉一半员工，并且不支付任何补偿。该帖随后被转发到微博，引发大量讨论。

对此，星河科技发言人李明表示，相关消息不属实，公司“没有任何裁员计划”。

据《晨光日报》报道，当地劳动部门已介入调查。`,
    claims: ["星河科技将在本月裁掉一半员工"],
    reported: [
      { platform: "zhihu", role: "assert", kind: "anonymous" },
      { platform: "weibo", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "李明", affiliation: "星河科技", standing: "subject", quotes: ["没有任何裁员计划"] },
      { type: "investigation", name: "当地劳动部门", standing: "regulator" },
    ],
  },
  {
    name: "an authority confirms that a notice was fake",
    text: `No, the bridge is not closing: how a doctored notice fooled a city

A picture of a notice saying the Old Bridge will close for a year has been shared thousands of times on Facebook. It first appeared in a neighbourhood group on Nextdoor on Sunday evening.

City officials confirmed that the notice was fake. "There are no plans to close the bridge," said deputy mayor Ruth Okafor.

Facebook added a label to the posts, and Nextdoor said it had suspended the account that published the notice.

The fact-checking site TrueLine rated the claim false.`,
    claims: ["the Old Bridge will close for a year"],
    reported: [
      { platform: "facebook", role: "report" },
      { platform: "nextdoor", role: "assert" },
    ],
    responses: [
      { type: "denial", description: "City officials" },
      { type: "denial", name: "Ruth Okafor", quotes: ["There are no plans to close the bridge"] },
      { type: "label", name: "Facebook", standing: "platform" },
      { type: "takedown", name: "Nextdoor", standing: "platform" },
      { type: "label", name: "TrueLine", standing: "fact_checker" },
    ],
  },
  {
    name: "accusations, a turn after a denial, a chain of places",
    text: `Game studio disputes claims that it copied fan art

Accusations that Larkspur Games lifted artwork from a fan for its new trailer surfaced over the weekend, after a pseudonymous illustrator known as Pellow posted side-by-side images on Bluesky. From there they jumped to X, where a streamer with two million followers repeated them, and to a Korean message board.

"They traced my painting," Pellow wrote.

Larkspur's art director, Hugo Tamm, insisted the studio had bought the background from a stock library and called the accusations baseless. He later conceded that one frame "looks far too close for comfort", and said the frame would be redrawn.

Pellow has since acknowledged that the library's picture is older.`,
    claims: ["Larkspur Games lifted artwork from a fan for its new trailer"],
    reported: [
      { platform: "bluesky", role: "assert", name: "Pellow" },
      { platform: "x", role: "report", parent: 0 },
      { place: "a Korean message board", lang: "ko", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Hugo Tamm", role: "art director", affiliation: "Larkspur", standing: "subject" },
      { type: "partial_confirmation", name: "Hugo Tamm", quotes: ["looks far too close for comfort"] },
      { type: "clarification", name: "Pellow", standing: "originator" },
    ],
  },
  {
    name: "a denial of one thing beside a denial of another",
    text: `Hospital chief: no patient was turned away

Did St Brigid's Hospital turn away a woman in labour? That is what a message forwarded on WhatsApp has been telling people in the valley since Thursday. The message alleges that nurses sent her home because the ward was full.

The hospital's director, Dr Amina Yusuf, called it a lie. "Nobody was turned away that night," she told Valley Radio.

Asked whether she would resign over waiting times, Yusuf denied that she was planning to leave.

The health ministry is looking into the matter. A spokesman for the ministry stopped short of confirming the hospital's account.`,
    claims: ["nurses sent her home because the ward was full", "was planning to leave"],
    reported: [{ platform: "whatsapp" }],
    responses: [
      { type: "denial", claim: 0, name: "Amina Yusuf", standing: "subject", quotes: ["Nobody was turned away that night"] },
      { type: "denial", claim: 1, name: "Amina Yusuf" },
      { type: "investigation", description: "health ministry", standing: "regulator" },
      { type: "no_comment", role: "spokesman", standing: "regulator" },
    ],
  },
  {
    name: "a newspaper corrects itself",
    text: `The Harbour Post corrects report on mayor's flights

On 12 June The Harbour Post reported that Mayor Dana Weil had spent 90,000 euros of public money on private flights. The figure travelled fast: an opposition councillor repeated it in the chamber, and it was shared widely on Instagram.

Weil's office said the allegation was untrue and that the flights had been paid for by the port authority.

On Friday the newspaper issued a correction, saying that it had misread an invoice. Its editor, Paul Lind, apologised to the mayor.`,
    claims: ["Mayor Dana Weil had spent 90,000 euros of public money on private flights"],
    reported: [
      { name: "The Harbour Post", kind: "outlet", role: "report" },
      { platform: "instagram", role: "report" },
    ],
    responses: [
      { type: "denial", affiliation: "Weil", standing: "subject" },
      { type: "correction", name: "The Harbour Post", standing: "publisher" },
      { type: "apology", name: "Paul Lind", role: "editor", standing: "publisher" },
    ],
  },
  {
    name: "a translated forum post by a self-described insider",
    text: `Tesoro's budget phone accused of spying on owners

A post on the Russian forum Kvant, since translated into English, says that Tesoro's cheapest phone sends every recorded call to a server in another country. The author, who described himself as an ex-employee of the firm, gave no proof.

The text was reposted on VK, then crossed over to Hacker News and Mastodon on Tuesday.

"This is complete nonsense," Tesoro chief executive Maya Lindqvist said in a video posted on LinkedIn. According to Lindqvist, calls never leave the device.

Security researcher Pavel Oh, who examined the phone's traffic for this article, found no sign of such a server.

Ireland's data protection regulator said it was aware of the reports and was looking into them.`,
    claims: ["phone sends every recorded call to a server in another country"],
    reported: [
      { place: "the Russian forum Kvant", lang: "ru", translated: true, role: "assert", kind: "anonymous" },
      { platform: "vk", role: "report", parent: 0 },
      { platform: "hackernews", role: "report", parent: 0 },
      { platform: "mastodon", role: "report", parent: 0 },
    ],
    responses: [
      {
        type: "denial",
        name: "Maya Lindqvist",
        role: "chief executive",
        affiliation: "Tesoro",
        standing: "subject",
        quotes: ["This is complete nonsense"],
      },
      { type: "investigation", standing: "regulator" },
    ],
  },
  {
    name: "an apology and a denial in one sentence",
    text: `Festival organisers apologise after food poisoning claims

More than 200 visitors of the Lakeside Festival fell ill at the weekend, according to posts in a local Facebook group. One woman wrote that a burger stand had sold raw meat: "The inside was ice cold."

The organisers acknowledged on Monday that eleven people had needed treatment. They apologised to everyone affected, but rejected suggestions that the stand had been warned twice.

The owner of the stand, Jim Castle, could not be reached for comment.`,
    claims: [
      "More than 200 visitors of the Lakeside Festival fell ill",
      "a burger stand had sold raw meat",
      "the stand had been warned twice",
    ],
    responses: [
      { type: "confirmation", description: "organisers" },
      { type: "apology", description: "organisers" },
      { type: "denial", claim: 2, description: "organisers" },
      { type: "no_comment", name: "Jim Castle" },
    ],
  },
  {
    name: "an account is suspended, its owner admits",
    text: `Did a bank freeze customers' accounts over a protest?

It is alleged that Norland Bank froze the accounts of 300 customers because they had donated to farmers' protests. The allegation seems to stem from a tweet by the account @FarmWatch on 2 February, which was viewed four million times before it was deleted.

Norland Bank told us: "We have never closed or frozen an account because of a customer's opinions."

Asked by reporters on Thursday, finance minister Per Holm would neither confirm nor deny the reports.

X has since suspended @FarmWatch. The person behind it admitted in an interview with Radio Nord that he had made the figure up.`,
    claims: ["Norland Bank froze the accounts of 300 customers because they had donated to farmers' protests"],
    reported: [{ platform: "x", role: "assert", kind: "account", name: "@FarmWatch" }],
    responses: [
      { type: "takedown", kind: "unknown" },
      {
        type: "denial",
        name: "Norland Bank",
        standing: "subject",
        quotes: ["We have never closed or frozen an account because of a customer's opinions"],
      },
      { type: "no_comment", name: "Per Holm", standing: "regulator" },
      { type: "takedown", name: "X", standing: "platform" },
      { type: "retraction", name: "@FarmWatch", standing: "originator" },
    ],
  },
  {
    name: "a Chinese story with a takedown",
    text: `网传“地铁票价翻倍”？官方：谣言

近日，一段视频在抖音和微信群流传，称“本市地铁票价7月1日起翻倍”。该视频最早由一名自称地铁员工的用户于6月20日发布。

6月22日，市地铁集团发布声明，否认了上述说法，称票价没有任何调整计划。“相关内容纯属捏造，”声明写道。

警方表示，已对视频发布者立案调查。目前，抖音平台已将该视频下架，发布者也已道歉。`,
    claims: ["本市地铁票价7月1日起翻倍"],
    reported: [{ platform: "douyin" }, { platform: "wechat" }],
    responses: [
      { type: "denial", name: "市地铁集团" },
      { type: "investigation", name: "警方", standing: "regulator" },
      { type: "takedown", name: "抖音平台", standing: "platform" },
      { type: "apology", description: "发布者", standing: "originator" },
    ],
  },
  {
    name: "politics as usual",
    text: `Senate passes budget after long debate

The Senate passed the budget on Thursday by 52 votes to 48. Senators debated for nine hours, and several amendments were rejected.

The finance minister said that the deficit would fall next year. "We are spending less than we did in 2019," she told reporters.

Opposition leader Ana Ruiz criticised the plan and called it a gift to the rich. The president is expected to sign the law next week, his spokesman confirmed.

Union leaders apologised to commuters for a strike planned for Monday.`,
    claims: null,
    reported: [],
    responses: [],
  },
];
