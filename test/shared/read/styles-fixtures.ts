/** Stories in six languages told in the styles of a wire, a ticker, a newsletter, a tabloid, an interview, a notice; written and judged before they were read. People and companies are invented. */
import type { Story } from "./story-fixtures.ts";

export const stories: Story[] = [
  {
    name: "en, a live ticker, the latest first",
    text: `Bridge closure rumours: live updates

18:42 The harbour bridge at Castle Quay is open, Transport North says in a statement. "There are no cracks and no plans to close it," a spokeswoman says.

17:55 Posts on Facebook and Nextdoor are claiming that the harbour bridge has cracks in two of its pillars. We have not been able to verify the pictures.

17:20 We have asked Transport North for comment. It has yet to reply.

16:58 A photo of a cracked pillar, captioned "Castle Quay bridge, this morning", is posted by the account @quaywatch on X.`,
    claims: ["the harbour bridge has cracks in two of its pillars"],
    reported: [{ platform: "facebook" }, { platform: "nextdoor" }, { platform: "x", kind: "account", name: "@quaywatch" }],
    responses: [
      { type: "denial", affiliation: "Transport North", quotes: ["There are no cracks and no plans to close it"] },
      { type: "no_comment", name: "Transport North" },
    ],
  },
  {
    name: "en, a newsletter that asked around",
    text: `Hello from the Tuesday briefing.

You may have seen the thread: last Thursday an account called @graincounter told its 40,000 followers on X that Millbrook Mills had been selling flour made from last year's rejected wheat. By Friday it was on TikTok, and a forum for home bakers had a 30-page topic about it.

We spent the weekend asking around. Millbrook's chief miller, Odette Crane, laughed when I read it to her. "Rejected wheat goes to the pig farms," she said. "It has never gone into a bag with our name on it."

The Grain Board, which inspects the mill every month, wouldn't be drawn: a press officer told me it does not comment on individual companies.

@graincounter didn't answer my messages. On Sunday evening the thread was gone.`,
    claims: ["Millbrook Mills had been selling flour made from last year's rejected wheat"],
    reported: [{ platform: "x", name: "@graincounter" }, { platform: "tiktok" }, { place: "a forum" }],
    responses: [
      {
        type: "denial",
        name: "Odette Crane",
        standing: "subject",
        quotes: ["Rejected wheat goes to the pig farms", "It has never gone into a bag with our name on it"],
      },
      { type: "no_comment", name: "Grain Board" },
      { type: "no_comment", name: "@graincounter", standing: "originator" },
    ],
  },
  {
    name: "en, a transcript with the names of who speaks",
    text: `Transcript: Mayor Lena Holt on Radio Eastbrook, 7 April

PRESENTER: There is a video going round on WhatsApp which says that the council has sold the swimming baths to a hotel group. Has it?

HOLT: No. That is simply not true. The baths belong to the town and they will stay with the town.

PRESENTER: So no talks with a hotel group at all?

HOLT: There were talks about parking, yes, two years ago. Nothing was signed and nobody discussed a sale.`,
    claims: ["the council has sold the swimming baths to a hotel group"],
    reported: [{ platform: "whatsapp" }],
    responses: [{ type: "denial", name: "Lena Holt" }],
  },
  {
    name: "en, a tabloid: a chef hits back, inspectors confirm a visit",
    text: `'ROT IN THE RAFTERS': Fury as star chef is accused of storing fish in a crypt

TV favourite Marco Dell has been accused of keeping fish in a church crypt before serving it at his £200-a-head restaurant.

A former waiter, who asked not to be named, made the stomach-churning claim in a video on TikTok that has been watched three million times.

But Dell, 51, hit back last night. "It's a load of rubbish," the chef fumed on Instagram. "That crypt is a wine cellar."

Health inspectors from Tolworth Council confirmed they had visited the restaurant twice this year.

A spokesman for the church declined to comment on the claim.`,
    claims: ["fish in a church crypt"],
    reported: [{ platform: "tiktok" }],
    responses: [
      { type: "denial", name: "Marco Dell", standing: "subject", quotes: ["It's a load of rubbish", "That crypt is a wine cellar"] },
      { type: "no_comment", role: "spokesman" },
    ],
  },
  {
    name: "en, a correction that a paper prints of its own",
    text: `Correction: Larch Valley dam was not drained

An article published on Saturday reported that the Larch Valley dam had been drained without notice. That was wrong. The dam was lowered by two metres, as announced in March, and has not been drained.

The report was based on a post in a local Facebook group which we did not check with the operator, Highland Power. Highland Power told us afterwards: "The reservoir was never empty."

We apologise to Highland Power and to our readers.`,
    claims: ["the Larch Valley dam had been drained without notice"],
    reported: [{ platform: "facebook" }],
    responses: [
      { type: "correction", standing: "publisher" },
      { type: "denial", name: "Highland Power", quotes: ["The reservoir was never empty"] },
    ],
  },
  {
    name: "fr, dépêche : une société dément, le parquet enquête",
    text: `Lyval (Agence) - L'entreprise de transport Ferrolia a démenti lundi soir avoir obtenu sans appel d'offres l'exploitation des bus de Lyval, comme l'affirme depuis vendredi un message anonyme diffusé dans une boucle Telegram.

"Aucun accord de cette nature n'a été signé ni même discuté", a assuré à l'Agence son directeur général, Bastien Roque. Sollicitée, la mairie n'avait pas donné suite mardi en milieu de journée.

Le parquet de Lyval a indiqué avoir ouvert une enquête préliminaire.`,
    claims: ["Ferrolia a obtenu sans appel d'offres l'exploitation des bus de Lyval"],
    reported: [{ platform: "telegram", role: "assert", kind: "anonymous" }],
    responses: [
      { type: "denial", name: "Ferrolia", standing: "subject" },
      {
        type: "denial",
        name: "Bastien Roque",
        role: "directeur général",
        quotes: ["Aucun accord de cette nature n'a été signé ni même discuté"],
      },
      { type: "no_comment", description: "mairie" },
      { type: "investigation", description: "parquet de Lyval", standing: "regulator" },
    ],
  },
  {
    name: "fr, un direct, le plus récent d'abord",
    text: `EN DIRECT - Panne géante : ce que l'on sait

14h10 - L'opérateur Voltane dément tout sabotage et évoque un défaut matériel sur un transformateur.

13h25 - Plusieurs comptes sur X affirment que la panne a été provoquée par un sabotage. Ces affirmations n'ont pas été confirmées.

12h40 - La préfecture n'a pas souhaité commenter ces rumeurs.`,
    claims: ["la panne a été provoquée par un sabotage"],
    reported: [{ platform: "x" }],
    responses: [
      { type: "denial", name: "Voltane" },
      { type: "no_comment", description: "préfecture", standing: "regulator" },
    ],
  },
  {
    name: "fr, vérification : une photo d'ailleurs",
    text: `Non, cette photo ne montre pas une file d'attente devant une banque de Saint-Arnoux

Une photo partagée plus de 2.000 fois sur Facebook montrerait des clients faisant la queue pour vider leurs comptes à la banque Crédit du Lac. En réalité, le cliché a été pris en 2016 devant un magasin de téléphones.

L'image a d'abord été publiée le 2 avril par le compte @alerte_epargne sur Telegram, avant d'être reprise sur Facebook. Contacté, le Crédit du Lac dément : "toutes les agences fonctionnent normalement". Facebook a apposé un avertissement sur la publication.`,
    claims: ["des clients faisant la queue pour vider leurs comptes à la banque Crédit du Lac"],
    reported: [{ platform: "facebook" }, { platform: "telegram", name: "@alerte_epargne" }],
    responses: [
      { type: "denial", name: "Crédit du Lac", standing: "subject", quotes: ["toutes les agences fonctionnent normalement"] },
      { type: "label", name: "Facebook", standing: "platform" },
    ],
  },
  {
    name: "fr, communiqué : nous démentons, plainte contre X",
    text: `COMMUNIQUÉ DE PRESSE

La Laiterie des Trois Vaux répond aux rumeurs

Depuis le week-end dernier, des messages circulant sur WhatsApp affirment que notre laiterie mélange du lait en poudre à son lait frais. Ces allégations sont fausses et nous les démentons fermement.

« Chaque bouteille vient de fermes situées à moins de trente kilomètres », rappelle notre présidente, Solange Ménard.

Nous avons déposé plainte contre X pour diffamation.

Contact presse : presse@troisvaux.example`,
    claims: ["notre laiterie mélange du lait en poudre à son lait frais"],
    reported: [{ platform: "whatsapp" }],
    responses: [{ type: "denial", standing: "subject" }],
  },
  {
    name: "fr, presse people : un fil supprimé d'un forum",
    text: `Clara Vidal enceinte d'un ministre ? La chanteuse met les choses au point

La rumeur enflait depuis mardi : Clara Vidal attendrait un enfant d'un ministre. Tout serait parti d'un fil aujourd'hui supprimé sur un forum de fans.

Invitée de Radio Torel, la chanteuse a coupé court : « C'est faux, je ne suis pas enceinte. » Son agent, lui, n'a pas voulu s'exprimer.`,
    claims: ["Clara Vidal attendrait un enfant d'un ministre"],
    reported: [{ platform: null, place: "un forum de fans" }],
    responses: [
      { type: "denial", name: "Clara Vidal", standing: "subject", quotes: ["C'est faux, je ne suis pas enceinte"] },
      { type: "no_comment", description: "agent" },
    ],
  },
  {
    name: "es, teletipo: un hilo de un foro, su autor lo borra",
    text: `Puerto Lindo, 8 abr (Agencia).- La Autoridad Portuaria de Puerto Lindo desmintió este martes que haya prohibido la entrada de buques con bandera de Norlandia, tal y como sostenía desde el domingo un hilo publicado en un foro de marinos.

"Ningún barco ha sido rechazado", declaró a la Agencia el presidente del organismo, Ramiro Cueto. El consulado de Norlandia rehusó hacer comentarios.

El autor del hilo, que firma como Contramaestre, lo borró el lunes por la noche y pidió perdón a los usuarios.`,
    claims: ["ha prohibido la entrada de buques con bandera de Norlandia"],
    reported: [{ platform: null, place: "un foro de marinos" }],
    responses: [
      { type: "denial", name: "Autoridad Portuaria de Puerto Lindo", standing: "subject" },
      { type: "denial", name: "Ramiro Cueto", quotes: ["Ningún barco ha sido rechazado"] },
      { type: "no_comment", description: "consulado de Norlandia" },
      { type: "retraction", standing: "originator" },
    ],
  },
  {
    name: "es, boletín: se reconoce una cosa y se niega otra",
    text: `Buenos días. Esto es lo que sabemos del supuesto robo de datos en la universidad.

El sábado, un usuario que se hace llamar "cobalto" escribió en un canal de Telegram que había entrado en los servidores de la Universidad de Villarroya. Adjuntó una captura de pantalla que no hemos podido comprobar.

La universidad reconoció ayer un "acceso no autorizado" a un servidor de pruebas, pero negó que se hubieran filtrado notas. "No se ha filtrado ni una sola nota", nos dijo la vicerrectora Pilar Oses.

La Agencia de Protección de Datos ha abierto diligencias. Telegram no contestó a nuestro correo.`,
    claims: ["había entrado en los servidores de la Universidad de Villarroya", "se hubieran filtrado notas"],
    reported: [{ platform: "telegram", role: "assert", kind: "anonymous" }],
    responses: [
      { type: "denial", claim: 1, name: "Universidad de Villarroya" },
      { type: "denial", claim: 1, name: "Pilar Oses", role: "vicerrectora", quotes: ["No se ha filtrado ni una sola nota"] },
      { type: "investigation", name: "Agencia de Protección de Datos" },
      { type: "no_comment", name: "Telegram", standing: "platform" },
    ],
  },
  {
    name: "es, una entrevista con preguntas y respuestas",
    text: `Entrevista a Julia Merino, directora del zoo de Altavista

Pregunta. En redes se dice que el zoo ha sacrificado a dos leones porque no podía pagar su comida. ¿Es cierto?

Respuesta. No, es mentira. Los leones están vivos y cualquiera puede venir a verlos.

P. ¿De dónde sale entonces la historia?

R. De un vídeo de TikTok que muestra otro zoo, en otro país. TikTok ya lo ha retirado.`,
    claims: ["el zoo ha sacrificado a dos leones porque no podía pagar su comida"],
    reported: [{ platform: "tiktok" }],
    responses: [
      { type: "denial", name: "Julia Merino" },
      { type: "takedown", name: "TikTok", standing: "platform" },
    ],
  },
  {
    name: "es, nota de un hospital, por puntos",
    text: `El Hospital San Telmo informa

Ante los audios que circulan por WhatsApp según los cuales el Hospital San Telmo habría cerrado sus urgencias por falta de médicos, la dirección del centro desea aclarar lo siguiente:

1. Las urgencias permanecen abiertas las 24 horas.

2. No se ha cancelado ninguna intervención.

3. La información difundida es falsa y ha sido denunciada ante la Policía Nacional.

Rogamos que no se compartan estos audios.`,
    claims: ["el Hospital San Telmo habría cerrado sus urgencias por falta de médicos"],
    reported: [{ platform: "whatsapp" }],
    responses: [{ type: "denial" }],
  },
  {
    name: "es, prensa rosa: una revista lo publica, el hermano lo niega",
    text: `¡Bombazo! Aseguran que Leo Santana deja el Atlético Ribera

El futbolista Leo Santana se marcha del Atlético Ribera a final de temporada, según publicó anoche la revista Área Chica. La noticia corrió como la pólvora en Instagram.

El club no ha querido pronunciarse. Su hermano, en cambio, fue tajante: "Es mentira, Leo no se va a ningún sitio".`,
    claims: ["El futbolista Leo Santana se marcha del Atlético Ribera a final de temporada"],
    reported: [{ kind: "outlet", name: "Área Chica" }, { platform: "instagram" }],
    responses: [
      { type: "no_comment", description: "club" },
      { type: "denial", description: "hermano", quotes: ["Es mentira, Leo no se va a ningún sitio"] },
    ],
  },
  {
    name: "de, ein Newsletter fragt nach",
    text: `Guten Morgen,

am Wochenende hat uns ein Gerücht beschäftigt: Die Supermarktkette Kornmarkt wolle alle Filialen in Sachsen schließen. In die Welt gesetzt hatte es ein Nutzer namens „Filialleiter77“ am Freitagabend in einem Forum für Einzelhändler; bis Sonntag war es auf Facebook und in Dutzenden WhatsApp-Gruppen.

Was ist dran? Wir haben nachgefragt. „Das ist Unsinn, wir schließen keine einzige Filiale“, versicherte uns Kornmarkt-Sprecher Timo Brandt. Die Gewerkschaft wollte sich dazu nicht äußern.

Der Beitrag ist inzwischen verschwunden. Filialleiter77 schrieb, er habe sich geirrt, und bat um Entschuldigung.`,
    claims: ["Die Supermarktkette Kornmarkt wolle alle Filialen in Sachsen schließen"],
    reported: [{ platform: null, place: "einem Forum für Einzelhändler" }, { platform: "facebook" }, { platform: "whatsapp" }],
    responses: [
      {
        type: "denial",
        name: "Timo Brandt",
        affiliation: "Kornmarkt",
        standing: "subject",
        quotes: ["Das ist Unsinn, wir schließen keine einzige Filiale"],
      },
      { type: "no_comment", description: "Gewerkschaft" },
      { type: "retraction", standing: "originator" },
    ],
  },
  {
    name: "de, ein Liveticker, das Neueste zuerst",
    text: `Liveticker zum Stromausfall in Bad Lohe

15.40 Uhr: Die Stadtwerke Bad Lohe weisen Berichte über einen Hackerangriff zurück. Ursache sei ein Kabelbrand gewesen, teilt das Unternehmen mit.

14.15 Uhr: Auf X und Telegram verbreitet sich die Behauptung, Hacker hätten das Umspannwerk lahmgelegt. Belege dafür gibt es bislang nicht.

13.50 Uhr: Die Polizei äußert sich bislang nicht zu den Gerüchten.`,
    claims: ["Hacker hätten das Umspannwerk lahmgelegt"],
    reported: [{ platform: "x" }, { platform: "telegram" }],
    responses: [
      { type: "denial", name: "Stadtwerke Bad Lohe" },
      { type: "no_comment", description: "Polizei", standing: "regulator" },
    ],
  },
  {
    name: "de, eine Gegendarstellung",
    text: `Gegendarstellung

In der Ausgabe vom 2. April 2025 schreibt der Kreisbote unter der Überschrift „Kassensturz im Freibad“, ich hätte als Vorsitzender des Fördervereins 12.000 Euro für eine Reise verwendet.

Hierzu stelle ich fest: Diese Behauptung ist unwahr. Ich habe keine Vereinsgelder für Reisen verwendet.

Bad Lohe, 7. April 2025
Henning Sauer

Anmerkung der Redaktion: Wir sind nach dem Landespressegesetz verpflichtet, Gegendarstellungen unabhängig von ihrem Wahrheitsgehalt abzudrucken.`,
    claims: ["ich hätte als Vorsitzender des Fördervereins 12.000 Euro für eine Reise verwendet"],
    reported: [{ kind: "outlet", name: "Kreisbote" }],
    responses: [{ type: "denial", standing: "subject" }],
  },
  {
    name: "de, die Polizei stellt klar",
    text: `POL-TOR: Falschmeldung über Messerangriff am Bahnhof

Torlau (ots) - In sozialen Medien, insbesondere auf TikTok, wird derzeit behauptet, am Bahnhof Torlau sei am Samstag ein Mädchen mit einem Messer angegriffen worden. Die Polizei Torlau stellt klar: Einen solchen Vorfall hat es nicht gegeben.

Das verbreitete Video stammt aus dem Jahr 2022 und wurde in einer anderen Stadt aufgenommen.`,
    claims: ["am Bahnhof Torlau sei am Samstag ein Mädchen mit einem Messer angegriffen worden"],
    reported: [{ platform: "tiktok" }],
    responses: [{ type: "denial", name: "Polizei Torlau", standing: "regulator" }],
  },
  {
    name: "pt, agência: pescadores acusam, a empresa nega",
    text: `Porto Claro, 08 abr 2025 (Agência) – A empresa de águas Ribágua negou hoje ter despejado esgoto no rio Alvo, uma acusação feita no sábado por uma associação de pescadores na sua página de Facebook.

"Não houve qualquer descarga", disse à Agência o administrador Duarte Lemos, acrescentando que a empresa vai apresentar queixa.

A Agência Portuguesa do Ambiente está a investigar as imagens divulgadas pela associação.`,
    claims: ["despejado esgoto no rio Alvo"],
    reported: [{ platform: "facebook" }],
    responses: [
      { type: "denial", name: "Ribágua", standing: "subject" },
      { type: "denial", name: "Duarte Lemos", role: "administrador", quotes: ["Não houve qualquer descarga"] },
      { type: "investigation", name: "Agência Portuguesa do Ambiente", standing: "regulator" },
    ],
  },
  {
    name: "pt, verificação do Brasil: o autor apaga",
    text: `É falso que vacina da gripe cause perda de memória, como diz vídeo no TikTok

Um vídeo que circula no TikTok e no WhatsApp afirma que a vacina da gripe provoca perda de memória em idosos. A alegação é falsa.

O autor do vídeo, que se apresenta como Doutor Beto, não é médico. Ele apagou a publicação na sexta-feira e pediu desculpas.

O Ministério da Saúde classificou o vídeo como "mentiroso".`,
    claims: ["a vacina da gripe provoca perda de memória em idosos"],
    reported: [{ platform: "tiktok" }, { platform: "whatsapp" }],
    responses: [
      { type: "retraction", standing: "originator" },
      { type: "denial", name: "Ministério da Saúde", standing: "regulator", quotes: ["mentiroso"] },
    ],
  },
  {
    name: "pt, nota de esclarecimento de uma padaria",
    text: `NOTA DE ESCLARECIMENTO

A Padaria Central de Vilar vem a público esclarecer que são falsas as mensagens que circulam em grupos de WhatsApp, segundo as quais um rato teria sido encontrado num dos nossos bolos.

A fotografia partilhada não foi tirada no nosso estabelecimento. A ASAE inspecionou a padaria na passada quinta-feira e não encontrou qualquer irregularidade.

Vilar, 7 de abril de 2025
A gerência`,
    claims: ["um rato teria sido encontrado num dos nossos bolos"],
    reported: [{ platform: "whatsapp" }],
    responses: [{ type: "denial", name: "Padaria Central de Vilar" }],
  },
  {
    name: "pt, ao minuto, o mais recente primeiro",
    text: `AO MINUTO: incêndio na refinaria de Sameira

16h30 — A Petrosul rejeita que o fogo tenha libertado gases tóxicos. "As medições estão dentro dos valores normais", diz o porta-voz Hugo Tavares.

15h05 — Há utilizadores do X a garantir que o fogo libertou gases tóxicos. Não foi possível confirmar esta informação.

14h20 — A Proteção Civil recusa comentar os rumores.`,
    claims: ["o fogo libertou gases tóxicos"],
    reported: [{ platform: "x" }],
    responses: [
      { type: "denial", name: "Petrosul" },
      { type: "no_comment", name: "Proteção Civil" },
    ],
  },
  {
    name: "zh，通稿：网友发帖，学校说明，监管介入",
    text: `本报讯（记者 林晓）4月6日晚，有网友在微博发文称，临江市第三小学食堂使用过期牛奶。该帖随后被多个抖音账号转发。

临江市第三小学7日发布情况说明，称网传内容不实，学校所用牛奶均在保质期内。

临江市市场监管局表示，已介入调查，结果将及时公布。发帖网友已删除该帖并公开道歉。`,
    claims: ["临江市第三小学食堂使用过期牛奶"],
    reported: [
      { platform: "weibo", role: "assert", kind: "anonymous" },
      { platform: "douyin", role: "report" },
    ],
    responses: [
      { type: "denial", name: "临江市第三小学", standing: "subject" },
      { type: "investigation", name: "临江市市场监管局", standing: "regulator" },
      { type: "retraction", standing: "originator" },
    ],
  },
  {
    name: "zh，查证：谣言与真相",
    text: `查证：“喝盐水可以防辐射”？

谣言：近日，微信群里流传一则消息，称喝盐水可以防辐射，沿海居民应尽快囤盐。

真相：中国疾控中心专家王敏告诉记者，食盐中的碘含量很低，喝盐水不能防辐射。

平台方面，微信已对相关文章作标记处理。`,
    claims: ["喝盐水可以防辐射"],
    reported: [{ platform: "wechat" }],
    responses: [
      { type: "denial", name: "王敏", standing: "third_party" },
      { type: "label", name: "微信", standing: "platform" },
    ],
  },
  {
    name: "zh，娱乐版：狗仔直播爆料，工作室发声",
    text: `顾一航被曝隐婚生子，工作室深夜发声

4日深夜，某狗仔在直播中爆料，称演员顾一航早已隐婚并育有一子。话题迅速登上热搜。

5日凌晨，顾一航工作室发布声明：“相关传言纯属捏造，已委托律师取证。”截至发稿，顾一航本人未作回应。

6日，该狗仔公开道歉，称“当时信息有误”。`,
    claims: ["演员顾一航早已隐婚并育有一子"],
    reported: [{ platform: null, kind: "anonymous" }],
    responses: [
      { type: "denial", name: "顾一航工作室", standing: "subject", quotes: ["相关传言纯属捏造，已委托律师取证"] },
      { type: "no_comment", name: "顾一航", standing: "subject" },
      { type: "apology", standing: "originator", quotes: ["当时信息有误"] },
    ],
  },
  {
    name: "zh，严正声明：要求下架不是下架",
    text: `严正声明

近日，我司关注到有自媒体账号在抖音平台发布视频，称“海豚牛奶含有抗生素”。对此，我司郑重声明如下：

一、上述内容严重失实，我司产品从未检出抗生素。

二、我司已向公安机关报案，并要求平台下架相关视频。

海豚乳业有限公司
2025年4月7日`,
    claims: ["海豚牛奶含有抗生素"],
    reported: [{ platform: "douyin" }],
    responses: [{ type: "denial", standing: "subject" }],
  },
];
