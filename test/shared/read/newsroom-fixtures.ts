/** Stories in our own words as newsrooms tell them: wires, fact checks, press releases, sport, local papers; people and companies are invented. */
import type { Story } from "./story-fixtures.ts";

export const stories: Story[] = [
  {
    name: "eyewitnesses deny nothing; a company will not comment",
    text: `Rumours that Lindal Foods uses horse meat in its burgers spread on TikTok this week.

Eyewitness Karl Braun said he saw no horse meat at the plant on Friday. "I never saw anything like it," said a bystander.

Lindal Foods said it was aware of the video and would not be commenting further.`,
    claims: ["Lindal Foods uses horse meat in its burgers"],
    reported: [{ platform: "tiktok" }],
    responses: [{ type: "no_comment", claim: 0, name: "Lindal Foods", standing: "subject" }],
  },
  {
    name: "a denial of something else beside a fake account and a question left open",
    text: `A post on X claiming that the mayor of Dunmore, Ella Price, had been arrested was shared 9,000 times on Tuesday.

Price denied that she had ever met the developer. Her office confirmed that the account which posted it was fake.

Police in Dunmore stopped short of confirming that she had been questioned.`,
    claims: ["had been arrested", "Ella Price had ever met the developer"],
    reported: [{ platform: "x", role: "assert" }],
    responses: [
      { type: "denial", claim: 1, name: "Ella Price", standing: "subject" },
      { type: "denial", claim: 0, affiliation: "Ella Price", standing: "subject" },
      { type: "no_comment", claim: 0, description: "Police in Dunmore", standing: "regulator" },
    ],
  },
  {
    name: "deleted, apologised, suspended, no answer by press time",
    text: `The minister resigned, according to rumours that spread on Telegram late Saturday.

The man who had posted it, Jon Reed, deleted the post and apologised on Sunday. Reed later corrected himself, saying the minister had only gone on holiday.

Telegram suspended the account shortly after the release of the statement. The ministry did not respond by press time.`,
    claims: ["The minister resigned"],
    reported: [{ platform: "telegram" }],
    responses: [
      { type: "retraction", name: "Jon Reed" },
      { type: "takedown", name: "Telegram", standing: "platform" },
      { type: "no_comment", standing: "regulator" },
    ],
  },
  {
    name: "one told that another had said, and quotes over sentences",
    text: `An anonymous engineer wrote on Reddit that Orbis Robotics had faked its demo video.

Orbis spokeswoman Dana Kim told AFP that the engineer had said in an internal chat that the video was sped up. "We stand by the video," Kim told AFP.

"It is real," chief executive Lou Hart said. "Every second of it. Nobody touched it."

The regulator said the case was under review.`,
    claims: ["Orbis Robotics had faked its demo video"],
    reported: [{ platform: "reddit", role: "assert", kind: "anonymous" }],
    responses: [
      { type: "denial", name: "Lou Hart", standing: "subject", quotes: ["It is real", "Every second of it. Nobody touched it"] },
      { type: "investigation", standing: "regulator" },
    ],
  },
  {
    name: "a press release: we are who publishes it",
    text: `FOR IMMEDIATE RELEASE

Brightline statement on online claims

Brightline Water Ltd today responded to claims circulating on Facebook that its reservoirs contain pesticides.

"We have tested every reservoir and found nothing," said managing director Owen Pratt. "The claims are untrue."

We categorically deny the allegations. We will take legal action against those who spread them.

About Brightline: Brightline Water Ltd supplies 200,000 homes.`,
    claims: ["reservoirs contain pesticides"],
    reported: [{ platform: "facebook" }],
    responses: [
      {
        type: "denial",
        name: "Owen Pratt",
        role: "managing director",
        affiliation: "Brightline Water Ltd",
        quotes: ["We have tested every reservoir and found nothing", "The claims are untrue"],
      },
      { type: "denial", name: "Brightline Water Ltd" },
    ],
  },
  {
    name: "a fact check: a claim by its label; an intact dam confirms no collapse",
    text: `Did a storm knock out the Halden dam?

The claim: A viral video on WhatsApp shows the Halden dam collapsing after Sunday's storm.

The facts: The video was filmed in another country in 2019, the fact-checking group ClearView found. A reverse image search led to a YouTube upload from May 2019.

Residents said they had not seen any damage. "I was there all night and nothing happened," said neighbour Ruth Aspen.

The dam's operator, Nordkraft, confirmed that the dam was intact and denied that it had ever planned to close the road.

ClearView rated the claim false.`,
    claims: ["the Halden dam collapsing after Sunday's storm", "had ever planned to close the road"],
    responses: [
      { type: "denial", claim: 1, name: "Nordkraft" },
      { type: "label", claim: 0, name: "ClearView", standing: "fact_checker" },
    ],
  },
  {
    name: "a wire story: posts, a spokesperson, a source, a watchdog",
    text: `LONDON, March 4 (Wire) - Shares in Pelham Bank fell 8% on Tuesday after posts on X claimed that the lender was halting withdrawals.

The posts, which first appeared late on Monday, cited an internal memo. Within an hour they had been viewed more than a million times.

"There is no truth to these rumours," a Pelham spokesperson said in an emailed statement. The bank declined to say whether it had lost deposits.

A source close to the bank told the Wire that two branches had closed early. Britain's financial watchdog did not immediately respond to a request for comment.`,
    claims: ["the lender was halting withdrawals"],
    reported: [{ platform: "x", role: "assert" }],
    responses: [
      { type: "denial", role: "spokesperson", affiliation: "Pelham", quotes: ["There is no truth to these rumours"] },
      { type: "no_comment", name: "Pelham Bank" },
      { type: "no_comment", standing: "regulator" },
    ],
  },
  {
    name: "sport: taken back, an apology accepted is none made, a closed inquiry confirms nothing",
    text: `Ex-player: I was wrong about the coach

Former striker Dele Marsh has taken back his claim that coach Iain Rowe fixed matches.

Marsh had written on Instagram on Friday that Rowe "told us to lose". Two days later he deleted the post.

"I was wrong and I want to say sorry to Iain," Marsh said. Rowe told reporters: "I accept his apology. I have never fixed a match in my life. That is all I will say."

The league confirmed it had closed its inquiry. It would not comment further.`,
    claims: ["coach Iain Rowe fixed matches"],
    responses: [
      { type: "retraction", name: "Dele Marsh", quotes: ["told us to lose", "I was wrong and I want to say sorry to Iain"] },
      { type: "takedown", name: "Dele Marsh" },
      {
        type: "denial",
        name: "Iain Rowe",
        standing: "subject",
        quotes: ["I accept his apology. I have never fixed a match in my life. That is all I will say"],
      },
      { type: "no_comment", description: "league" },
    ],
  },
  {
    name: "de, Erklärstück: ein Nutzer behauptet, die Augenzeugin widerspricht nicht",
    text: `Gerücht um Klinik: Was wir wissen

In einer Facebook-Gruppe behauptete ein anonymer Nutzer am Samstagabend, dass die Klinik Waldau Patienten ohne Versicherung abgewiesen hat. Der Beitrag wurde tausendfach geteilt, auch auf Telegram.

Die Klinik Waldau dementierte die Behauptung am Sonntag. „Wir behandeln alle Menschen“, sagte Sprecher Jonas Beck. Eine Augenzeugin sagte, sie habe niemanden gesehen, der abgewiesen wurde.

Der Nutzer löschte den Beitrag und entschuldigte sich am Montag.

Das Gesundheitsamt wollte sich nicht äußern.`,
    claims: ["die Klinik Waldau Patienten ohne Versicherung abgewiesen hat"],
    reported: [
      { platform: "facebook", role: "assert", kind: "anonymous" },
      { platform: "telegram", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Klinik Waldau", standing: "subject" },
      { type: "retraction", kind: "anonymous", standing: "originator" },
      { type: "no_comment", description: "Gesundheitsamt", standing: "regulator" },
    ],
  },
  {
    name: "es, verificación: desmentido, retirada y disculpas",
    text: `Un bulo sobre el agua de Villarreal

Un vídeo difundido en TikTok asegura que el agua de Villarreal está envenenada. El vídeo fue publicado el sábado por la noche por una cuenta anónima.

El ayuntamiento desmintió la información y aseguró que el agua es potable. "Es un bulo", dijo la alcaldesa, Marta Soler.

TikTok eliminó el vídeo el domingo. La cuenta pidió disculpas.

La Guardia Civil investiga el origen del vídeo.`,
    claims: ["el agua de Villarreal está envenenada"],
    reported: [{ platform: "tiktok", role: "assert" }],
    responses: [
      { type: "denial", description: "ayuntamiento" },
      { type: "denial", name: "Marta Soler", quotes: ["Es un bulo"] },
      { type: "takedown", name: "TikTok", standing: "platform" },
      { type: "apology", description: "cuenta" },
      { type: "investigation", name: "Guardia Civil", standing: "regulator" },
    ],
  },
  {
    name: "fr, locale : un démenti, une photo truquée",
    text: `Rumeur à Lannec : la préfecture dément

Selon des messages partagés sur WhatsApp, l'usine de Lannec aurait rejeté de l'ammoniac dans la rivière. Les messages ont été relayés sur Facebook samedi soir.

La préfecture a démenti ces informations. L'exploitant, Agrial Nord, a confirmé que la photo était un montage.

Le maire, Yves Le Gall, a refusé de commenter.`,
    claims: ["l'usine de Lannec aurait rejeté de l'ammoniac dans la rivière"],
    reported: [
      { platform: "whatsapp", role: "assert" },
      { platform: "facebook", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", description: "préfecture" },
      { type: "denial", description: "exploitant" },
      { type: "no_comment", name: "Yves Le Gall", role: "maire" },
    ],
  },
  {
    name: "pt, boato: desmentido, apagado, sem resposta",
    text: `Boato sobre a ponte de Vila Nova

Uma mensagem no WhatsApp diz que a ponte de Vila Nova vai cair por causa de rachaduras. A mensagem circulou também no X e no Telegram no domingo à noite.

"A ponte é segura", afirmou o engenheiro Caio Braga, da prefeitura. A prefeitura desmentiu o boato.

O autor da mensagem apagou a publicação e pediu desculpas. A concessionária não respondeu até o fechamento desta reportagem.`,
    claims: ["a ponte de Vila Nova vai cair por causa de rachaduras"],
    reported: [
      { platform: "whatsapp", role: "assert" },
      { platform: "x", role: "report", parent: 0 },
      { platform: "telegram", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", description: "prefeitura" },
      { type: "retraction", description: "autor da mensagem" },
      { type: "no_comment", description: "concessionária" },
    ],
  },
  {
    name: "zh, 多方回应：标题不是说法，否认者不传谣",
    text: `网传“某品牌奶粉含毒”？多方回应

4月5日晚，有网友在微博发文称，绿源乳业的奶粉检出有毒物质。随后，该消息在抖音被大量转发。

绿源乳业在声明中否认了这一说法，称“检测结果全部合格”。公司发言人王芳对记者表示，网传报告系伪造。

一名自称员工的网友说，他没有见过这份报告。

市场监管局证实网传报告系伪造，并称已立案调查。发帖人随后删帖并道歉。`,
    claims: ["绿源乳业的奶粉检出有毒物质"],
    reported: [
      { platform: "weibo", role: "assert", kind: "anonymous" },
      { platform: "douyin", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "绿源乳业", standing: "subject", quotes: ["检测结果全部合格"] },
      { type: "denial", name: "王芳", role: "发言人", affiliation: "绿源乳业", standing: "subject" },
      { type: "denial", name: "市场监管局", standing: "regulator" },
      { type: "investigation", name: "市场监管局" },
      { type: "retraction", kind: "anonymous", description: "发帖人" },
    ],
  },
];
