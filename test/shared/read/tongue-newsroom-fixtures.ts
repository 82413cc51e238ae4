/** More stories in Spanish, German, French and Portuguese, in our own words: led by a denial, a correction, an accusation, a hedge, a fact check. */
import type { Story } from "./story-fixtures.ts";

export const stories: Story[] = [
  {
    name: "es, a town hall denies and a utility is silent",
    text: `El ayuntamiento de Villamuestra niega haber ocultado plomo en el agua

El ayuntamiento de Villamuestra negó este domingo que haya ocultado la presencia de plomo en el agua del grifo, como aseguran mensajes difundidos en Telegram y X.

«Es rotundamente falso», afirmó la concejala de Salud, Marta Ejemplar. Según la portavoz, los análisis de abril dieron valores normales. La empresa Aguas Muestra no quiso hacer comentarios.`,
    claims: ["El ayuntamiento de Villamuestra ha ocultado la presencia de plomo en el agua del grifo"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "x", role: "assert" },
    ],
    responses: [
      { type: "denial", kind: "organisation", description: "ayuntamiento de Villamuestra", standing: "subject" },
      {
        type: "denial",
        kind: "person",
        name: "Marta Ejemplar",
        role: "concejala de Salud",
        standing: "third_party",
        quotes: ["Es rotundamente falso"],
      },
      { type: "no_comment", kind: "organisation", name: "Aguas Muestra", standing: "third_party" },
    ],
  },
  {
    name: "es, a paper corrects and a councillor takes it back",
    text: `Rectificación: el puente de Olmeda no se cerró por un atentado

El diario La Vega corrigió este jueves su información sobre el puente de Olmeda. El periódico había publicado el miércoles que el puente se cerró por un atentado, citando a un concejal. «Fue un error de la redacción y pedimos disculpas», escribió la directora, Elena Sanz.

El concejal Tomás Villar se retractó en un mensaje en X: «Me equivoqué, no hubo ningún atentado».`,
    claims: ["el puente se cerró por un atentado"],
    reported: [],
    responses: [
      { type: "correction", kind: "outlet", name: "La Vega", standing: "publisher" },
      {
        type: "retraction",
        kind: "person",
        name: "Tomás Villar",
        role: "concejal",
        standing: "third_party",
        quotes: ["Me equivoqué, no hubo ningún atentado"],
      },
    ],
  },
  {
    name: "es, residents accuse, nobody comments",
    text: `Acusan a una constructora de Peñalba de usar arena de playa

Vecinos de Peñalba denunciaron el viernes que la constructora Obrasol usa arena de playa en sus edificios. La acusación se publicó primero en el foro Peñalba Viva y más tarde en Instagram.

Obrasol declinó hacer declaraciones. El Ministerio de Vivienda no respondió a las preguntas de este diario al cierre de la edición.`,
    claims: ["la constructora Obrasol usa arena de playa en sus edificios"],
    reported: [
      { place: "el foro Peñalba Viva", role: "assert" },
      { platform: "instagram", role: "report", parent: 0 },
    ],
    responses: [
      { type: "no_comment", kind: "organisation", name: "Obrasol", standing: "subject" },
      { type: "no_comment", kind: "organisation", name: "Ministerio de Vivienda", standing: "regulator" },
    ],
  },
  {
    name: "es, nobody is named who says so",
    text: `Quejas por el agua

Nos dicen que el agua de Villamuestra sale turbia desde el martes. Les aseguran que es normal. Me contaron que nadie avisó a los vecinos.`,
    claims: ["el agua de Villamuestra sale turbia desde el martes", "nadie avisó a los vecinos"],
    reported: [],
    responses: [],
  },
  {
    name: "de, a town hall denies and a utility is silent",
    text: `Stadt Wiesenau bestreitet, Blei im Trinkwasser verschwiegen zu haben

Die Stadt Wiesenau hat am Sonntag bestritten, erhöhte Bleiwerte im Trinkwasser verschwiegen zu haben. Das hatten zuvor Nachrichten behauptet, die auf Telegram und X verbreitet wurden.

„Das ist schlicht falsch“, sagte die Gesundheitsdezernentin Martina Muster der dpa. Laut der Sprecherin lagen die Werte im April im Normalbereich. Die Wasserwerke Wiesenau GmbH wollte sich nicht äußern.`,
    claims: ["Die Stadt Wiesenau hat erhöhte Bleiwerte im Trinkwasser verschwiegen"],
    reported: [
      { platform: "telegram", role: "report" },
      { platform: "x", role: "report" },
    ],
    responses: [
      { type: "denial", kind: "organisation", name: "Stadt Wiesenau", standing: "subject" },
      {
        type: "denial",
        kind: "person",
        name: "Martina Muster",
        role: "Gesundheitsdezernentin",
        standing: "third_party",
        quotes: ["Das ist schlicht falsch"],
      },
      { type: "no_comment", kind: "organisation", name: "Wasserwerke Wiesenau GmbH" },
    ],
  },
  {
    name: "de, hedged by a wire, a lawyer speaks",
    text: `Schützenverein vermisst Geld

Der Kassenwart des Schützenvereins Marbeck soll laut dpa 40.000 Euro auf ein privates Konto überwiesen haben. Die Staatsanwaltschaft bestätigte am Freitag, dass sie ermittelt, nannte aber keine Einzelheiten.

Der Kassenwart, Andreas Lux, ließ die Vorwürfe über seine Anwältin zurückweisen. „Mein Mandant hat keinen Cent genommen“, so Anwältin Nora Pein am Montag.`,
    claims: ["Der Kassenwart des Schützenvereins Marbeck soll 40.000 Euro auf ein privates Konto überwiesen haben"],
    reported: [],
    responses: [
      { type: "investigation", kind: "organisation", description: "Staatsanwaltschaft", standing: "regulator" },
      { type: "denial", kind: "person", name: "Andreas Lux", role: "Kassenwart" },
    ],
  },
  {
    name: "de, a fact check in its own voice",
    text: `Faktencheck: Nein, die Nordkasse verlangt kein Geld für Abhebungen am Schalter

Auf Telegram heißt es, die Nordkasse verlange künftig fünf Euro für jede Abhebung am Schalter. Das stimmt nicht. Die Bank dementierte auf Anfrage: „Einen solchen Plan gibt es nicht.“

Die Nachricht erschien am 3. April in einer Telegram-Gruppe und wurde vom früheren Stadtrat Ralf Prager auf X geteilt. Prager löschte den Beitrag und entschuldigte sich.`,
    claims: ["die Nordkasse verlange künftig fünf Euro für jede Abhebung am Schalter"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "x", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", kind: "organisation", description: "Bank", standing: "third_party", quotes: ["Einen solchen Plan gibt es nicht"] },
      { type: "retraction", kind: "person", name: "Ralf Prager", standing: "third_party" },
    ],
  },
  {
    name: "fr, a town hall denies and a utility is silent",
    text: `La mairie de Valmont nie avoir caché la présence de plomb dans l'eau

La mairie de Valmont a nié dimanche avoir caché la présence de plomb dans l'eau du robinet, comme l'affirment des messages diffusés sur Telegram et X.

« C'est totalement faux », a déclaré l'adjointe à la santé, Marthe Exemple. Selon la porte-parole, les analyses d'avril étaient normales. La société Eaux Valmont n'a pas souhaité faire de commentaire.`,
    claims: ["La mairie de Valmont a caché la présence de plomb dans l'eau du robinet"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "x", role: "assert" },
    ],
    responses: [
      { type: "denial", kind: "organisation", description: "mairie de Valmont", standing: "subject" },
      {
        type: "denial",
        kind: "person",
        name: "Marthe Exemple",
        role: "adjointe à la santé",
        standing: "third_party",
        quotes: ["C'est totalement faux"],
      },
      { type: "no_comment", kind: "organisation", name: "Eaux Valmont" },
    ],
  },
  {
    name: "fr, a paper corrects and a councillor takes it back",
    text: `Rectificatif : le pont d'Olmède n'a pas été fermé à cause d'un attentat

Le journal La Vallée a corrigé jeudi son article sur le pont d'Olmède. Le quotidien avait écrit mercredi que le pont avait été fermé à cause d'un attentat, en citant un conseiller municipal. « C'est une erreur de la rédaction et nous présentons nos excuses », a écrit la directrice, Hélène Sanz.

Le conseiller Thomas Villard s'est rétracté dans un message publié sur X : « Je me suis trompé, il n'y a eu aucun attentat. »`,
    claims: ["le pont avait été fermé à cause d'un attentat"],
    reported: [],
    responses: [
      { type: "correction", kind: "outlet", name: "La Vallée", standing: "publisher" },
      {
        type: "retraction",
        kind: "person",
        name: "Thomas Villard",
        role: "conseiller",
        standing: "third_party",
        quotes: ["Je me suis trompé, il n'y a eu aucun attentat"],
      },
    ],
  },
  {
    name: "fr, a fact check in its own voice",
    text: `Non, la banque Caisse Nord ne va pas faire payer les retraits au guichet

Un message circule affirmant que la Caisse Nord va facturer cinq euros chaque retrait au guichet. C'est faux. La banque l'a démenti auprès de notre rédaction : « Il n'existe aucun projet de ce genre. »

Le message est apparu le 3 avril dans un groupe Telegram et a été partagé par l'ancien élu Raoul Prade sur X. Prade a supprimé le tweet et s'est excusé.`,
    claims: ["la Caisse Nord va facturer cinq euros chaque retrait au guichet"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "x", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", kind: "organisation", name: "Caisse Nord", standing: "subject", quotes: ["Il n'existe aucun projet de ce genre"] },
      { type: "retraction", kind: "person", name: "Raoul Prade", role: "élu", standing: "third_party" },
    ],
  },
  {
    name: "pt, a town hall denies and a utility is silent",
    text: `Câmara de Vila Amostra nega ter escondido chumbo na água

A Câmara Municipal de Vila Amostra negou este domingo ter escondido a presença de chumbo na água da torneira, como afirmam mensagens difundidas no Telegram e no X.

"É totalmente falso", disse a vereadora da Saúde, Marta Exemplo. Segundo a porta-voz, as análises de abril deram valores normais. A empresa Águas Amostra não quis comentar.`,
    claims: ["A Câmara Municipal de Vila Amostra teria escondido a presença de chumbo na água da torneira"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "x", role: "assert" },
    ],
    responses: [
      { type: "denial", kind: "organisation", name: "Câmara Municipal de Vila Amostra", standing: "subject" },
      {
        type: "denial",
        kind: "person",
        name: "Marta Exemplo",
        role: "vereadora da Saúde",
        standing: "third_party",
        quotes: ["É totalmente falso"],
      },
      { type: "no_comment", kind: "organisation", name: "Águas Amostra" },
    ],
  },
  {
    name: "pt, a paper corrects and a councillor takes it back",
    text: `Errata: ponte de Olmeda não foi fechada por causa de atentado

O jornal A Veiga corrigiu na quinta-feira a sua notícia sobre a ponte de Olmeda. O jornal tinha publicado na quarta-feira que a ponte foi fechada por causa de um atentado, citando um vereador. "Foi um erro da redação e pedimos desculpa", escreveu a diretora, Helena Sanches.

O vereador Tomás Vilar retratou-se numa mensagem no X: "Enganei-me, não houve nenhum atentado".`,
    claims: ["a ponte foi fechada por causa de um atentado"],
    reported: [],
    responses: [
      { type: "correction", kind: "outlet", name: "A Veiga", standing: "publisher" },
      {
        type: "retraction",
        kind: "person",
        name: "Tomás Vilar",
        role: "vereador",
        standing: "third_party",
        quotes: ["Enganei-me, não houve nenhum atentado"],
      },
    ],
  },
  {
    name: "pt, hedged, by the police, a lawyer speaks",
    text: `Desaparece dinheiro da irmandade de Marvela

O tesoureiro da irmandade de Marvela teria desviado 40 mil euros para uma conta pessoal, segundo a polícia. O Ministério Público confirmou que abriu um inquérito, mas não quis dar mais pormenores.

O tesoureiro, André Luque, negou as acusações através da sua advogada, Nádia Pena. "O meu cliente não tocou num euro", garantiu Pena ontem.`,
    claims: ["O tesoureiro da irmandade de Marvela teria desviado 40 mil euros para uma conta pessoal"],
    reported: [],
    responses: [
      { type: "investigation", kind: "organisation", name: "Ministério Público", standing: "regulator" },
      { type: "denial", kind: "person", name: "André Luque", role: "tesoureiro" },
    ],
  },
  {
    name: "es, a post is labelled, the town hall speaks",
    text: `La alcaldesa de Torrel, acusada de contratar a su cuñado

Una publicación en Facebook sostiene que la alcaldesa de Torrel contrató a su cuñado como asesor. El texto, compartido más de 4.000 veces, no aporta ninguna prueba.

Desde el Consistorio aseguran que la contratación nunca se produjo. "Ni es mi cuñado ni trabaja aquí", respondió la alcaldesa, Rosa Vidal, el martes por la noche en Radio Torrel.

Fuentes del PSO, en la oposición, confirmaron a EFE que han pedido el expediente. Facebook añadió el lunes una etiqueta de "información falsa" a la publicación.`,
    claims: ["la alcaldesa de Torrel contrató a su cuñado como asesor"],
    reported: [{ platform: "facebook", role: "assert" }],
    responses: [
      { type: "denial", kind: "organisation", description: "Consistorio" },
      { type: "label", kind: "organisation", name: "Facebook", standing: "platform", quotes: ["información falsa"] },
    ],
  },
  {
    name: "es, one thing admitted, another denied",
    text: `La cadena Supermar reconoce que retiró un lote de leche, pero niega que hubiera intoxicados

Supermar reconoció ayer que retiró un lote de leche por un fallo de etiquetado, pero negó que hubiera intoxicados, como afirmaba un hilo de X firmado por @lechefresca. "Nadie ha enfermado", subrayó la compañía en un comunicado. La Agencia de Seguridad Alimentaria investiga el caso.`,
    claims: ["hubiera intoxicados"],
    reported: [{ platform: "x", role: "assert" }],
    responses: [
      { type: "denial", kind: "organisation", name: "Supermar", standing: "subject", quotes: ["Nadie ha enfermado"] },
      { type: "investigation", kind: "organisation", name: "Agencia de Seguridad Alimentaria", standing: "regulator" },
    ],
  },
  {
    name: "de, a tabloid, an anonymous user",
    text: `Wirbel um Schulleiter in Torlau

„Er hat Prüfungen verkauft“, behauptet ein anonymer Nutzer in einem Beitrag auf Reddit, der am späten Samstag online ging. Demnach soll der Leiter des Gymnasiums Torlau Abituraufgaben für 500 Euro weitergegeben haben.

Das Schulamt widersprach am Sonntag. Es handele sich um eine „böswillige Erfindung“, teilte Behördensprecher Jan Brock mit. Der Schulleiter selbst war zunächst nicht zu erreichen. Reddit hat den Beitrag inzwischen gelöscht.`,
    claims: ["soll der Leiter des Gymnasiums Torlau Abituraufgaben für 500 Euro weitergegeben haben"],
    reported: [{ platform: "reddit", role: "assert" }],
    responses: [
      { type: "denial", kind: "organisation", description: "Schulamt", standing: "regulator" },
      { type: "no_comment", kind: "person", description: "Schulleiter selbst", role: "Schulleiter" },
      { type: "takedown", kind: "organisation", name: "Reddit", standing: "platform" },
    ],
  },
  {
    name: "de, told first by the police",
    text: `Nach Angaben der Polizei gibt es keine Hinweise auf eine Entführung in Torlau. In sozialen Netzwerken war behauptet worden, ein weißer Transporter habe vor der Grundschule ein Kind mitgenommen. „Daran ist nichts wahr“, sagte Polizeisprecherin Ute Lang am Montag dem Sender Radio Torlau.`,
    claims: ["ein weißer Transporter habe vor der Grundschule ein Kind mitgenommen"],
    reported: [],
    responses: [
      { type: "denial", kind: "organisation", description: "Polizei", standing: "regulator" },
      {
        type: "denial",
        kind: "person",
        name: "Ute Lang",
        role: "Polizeisprecherin",
        standing: "third_party",
        quotes: ["Daran ist nichts wahr"],
      },
    ],
  },
  {
    name: "fr, a rumour and a gendarmerie",
    text: `D'après une rumeur persistante sur TikTok, un van blanc aurait enlevé un enfant devant l'école de Torel. « Rien de tout cela n'est vrai », a martelé la gendarmerie dans un communiqué publié dimanche. « Nous appelons à ne pas relayer cette rumeur », a-t-elle ajouté.`,
    claims: ["un van blanc aurait enlevé un enfant devant l'école de Torel"],
    reported: [{ platform: "tiktok", role: "assert" }],
    responses: [
      { type: "denial", kind: "unknown", description: "gendarmerie", standing: "regulator", quotes: ["Rien de tout cela n'est vrai"] },
    ],
  },
  {
    name: "pt, a newspaper of Brazil",
    text: `Prefeito de Torel é acusado de contratar o cunhado

Uma publicação no Facebook afirma que o prefeito de Torel contratou o cunhado como assessor. O texto, compartilhado mais de 4 mil vezes, não traz provas.

A prefeitura negou a contratação em nota divulgada no sábado à noite. "Não é meu cunhado e não trabalha aqui", disse o prefeito Rogério Vidal ao G1. Procurado, o Ministério Público não respondeu até a publicação desta reportagem. O Facebook removeu a publicação.`,
    claims: ["o prefeito de Torel contratou o cunhado como assessor"],
    reported: [{ platform: "facebook", role: "assert" }],
    responses: [
      { type: "denial", kind: "organisation", description: "prefeitura" },
      { type: "denial", kind: "person", name: "Rogério Vidal", role: "prefeito", quotes: ["Não é meu cunhado e não trabalha aqui"] },
      { type: "no_comment", kind: "organisation", name: "Ministério Público", standing: "regulator" },
      { type: "takedown", kind: "organisation", name: "Facebook", standing: "platform" },
    ],
  },
  {
    name: "pt, one thing admitted, another denied",
    text: `Supermar admite recolha de leite mas nega intoxicações

A Supermar admitiu na quarta-feira que retirou um lote de leite por erro de rotulagem, mas negou que houvesse clientes intoxicados, ao contrário do que afirmava uma publicação no X. "Ninguém ficou doente", sublinhou a empresa em comunicado enviado à Lusa.`,
    claims: ["houvesse clientes intoxicados"],
    reported: [{ platform: "x", role: "assert" }],
    responses: [{ type: "denial", kind: "organisation", name: "Supermar", standing: "subject", quotes: ["Ninguém ficou doente"] }],
  },
  {
    name: "pt, a fact check of Brazil",
    text: `É #FAKE que uma van branca tenha levado uma criança em frente à escola de Torel

Circula nas redes sociais um áudio que diz que uma van branca levou uma criança em frente à escola de Torel. É mentira. A Polícia Militar desmentiu o boato: "Não houve nenhum registro desse tipo".`,
    claims: ["uma van branca levou uma criança em frente à escola de Torel"],
    reported: [],
    responses: [
      {
        type: "denial",
        kind: "organisation",
        name: "Polícia Militar",
        standing: "regulator",
        quotes: ["Não houve nenhum registro desse tipo"],
      },
    ],
  },
];
