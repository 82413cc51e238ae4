/** Stories in Spanish, German, French and Portuguese, in our own words, with what reading them must find; people and companies are invented. */
import type { Story } from "./story-fixtures.ts";

export const stories: Story[] = [
  {
    name: "es, agency style: a company denies, the police investigate",
    text: `Nortia niega que sus zumos contengan plomo

Lugares, 7 abr (Agencia). Un usuario anónimo aseguró el viernes en Facebook que la empresa Nortia había vendido miles de zumos contaminados con plomo.

El mensaje se compartió miles de veces en WhatsApp y en Telegram durante el fin de semana.

La portavoz de Nortia, Carmen Ruiz, negó este lunes la acusación y aseguró que todos los lotes superaron los controles. «Es falso y no tiene ninguna base», dijo Ruiz.

La policía ha abierto una investigación sobre el origen del mensaje.

Este medio no ha podido verificar las imágenes.`,
    claims: ["la empresa Nortia había vendido miles de zumos contaminados con plomo"],
    reported: [
      { platform: "facebook", role: "assert", kind: "anonymous" },
      { platform: "whatsapp", role: "report", parent: 0 },
      { platform: "telegram", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Carmen Ruiz", affiliation: "Nortia", standing: "subject", quotes: ["Es falso y no tiene ninguna base"] },
      { type: "investigation", description: "policía", standing: "regulator" },
    ],
  },
  {
    name: "es, local paper: the council declines to comment",
    text: `Dudas sobre la venta del mercado

Desde hace una semana corren rumores de que el ayuntamiento de Villasol ha vendido el mercado viejo a un fondo extranjero.

El alcalde, Julio Prats, no quiso hacer comentarios. El bulo surgió en un grupo de vecinos de WhatsApp.

Según el diario La Ribera, la venta no figura en el registro.`,
    claims: ["el ayuntamiento de Villasol ha vendido el mercado viejo a un fondo extranjero"],
    reported: [{ platform: "whatsapp" }],
    responses: [{ type: "no_comment", name: "Julio Prats" }],
  },
  {
    name: "de, Zeitung: ein Hersteller weist zurück, die Stadt prüft",
    text: `Nordwerk weist Vorwürfe zurück

Auf Telegram verbreitet sich seit Montag das Gerücht, dass der Hersteller Nordwerk giftige Farbe in Kinderbetten verwendet hat. Das Video wurde auch auf TikTok und Facebook geteilt.

Nordwerk-Sprecherin Anna Weber wies die Vorwürfe am Dienstag zurück. „Das ist frei erfunden“, sagte Weber der Zeitung. Die Farbe sei seit Jahren zugelassen.

Die Behörde für Produktsicherheit prüft das Video.`,
    claims: ["der Hersteller Nordwerk giftige Farbe in Kinderbetten verwendet hat"],
    reported: [
      { platform: "telegram", role: "assert" },
      { platform: "tiktok", role: "report", parent: 0 },
      { platform: "facebook", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Anna Weber", affiliation: "Nordwerk", standing: "subject", quotes: ["Das ist frei erfunden"] },
      { type: "investigation", standing: "regulator" },
    ],
  },
  {
    name: "de, Meldung: ein schlichter Bericht",
    text: `Neue Bücherei eröffnet

Die neue Stadtbücherei in Altenfeld hat am Samstag eröffnet. Rund vierhundert Gäste kamen nach Angaben der Stadt zur Feier.

„Es ist der schönste Raum der Stadt“, sagte die Leiterin Ines Roth. Der Bau kostete sechs Millionen Euro.`,
    claims: null,
    reported: [],
    responses: [],
  },
  {
    name: "fr, quotidien: la mairie dément",
    text: `La mairie de Vallorge dément la fermeture de la piscine

Une vidéo affirmant que la mairie de Vallorge va fermer la piscine municipale pour loger des bureaux a été publiée dimanche sur TikTok. Elle a été partagée des milliers de fois sur Facebook.

« C'est faux et inventé de toutes pièces », a déclaré la maire, Claire Morel. La ville a démenti la rumeur dans un communiqué.

Le parquet n'a pas répondu à nos questions.`,
    claims: ["la mairie de Vallorge va fermer la piscine municipale"],
    reported: [
      { platform: "tiktok", role: "assert" },
      { platform: "facebook", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Claire Morel", quotes: ["C'est faux et inventé de toutes pièces"] },
      { type: "denial", description: "ville" },
      { type: "no_comment", description: "parquet" },
    ],
  },
  {
    name: "fr, brève: un auteur s'excuse",
    text: `Un internaute retire son accusation

Un internaute anonyme a affirmé samedi sur Facebook que l'entreprise Bellac jetait ses déchets dans la rivière.

Selon le journal de la vallée, aucune trace de pollution n'a été relevée.

Bellac a confirmé que la photo était un faux.`,
    claims: ["l'entreprise Bellac jetait ses déchets dans la rivière"],
    reported: [{ platform: "facebook", role: "assert", kind: "anonymous" }],
    responses: [{ type: "denial", name: "Bellac", standing: "subject" }],
  },
  {
    name: "pt, jornal: a empresa nega e a agência investiga",
    text: `Empresa nega ter escondido acidente

Circula no WhatsApp um vídeo que afirma que a empresa Solmar escondeu um acidente na fábrica de Portovelho. O vídeo foi compartilhado também no Facebook.

Em comunicado, a porta-voz da Solmar, Rita Nunes, negou a acusação. "Isso é mentira", disse Nunes.

A polícia abriu um inquérito.`,
    claims: ["a empresa Solmar escondeu um acidente na fábrica de Portovelho"],
    reported: [
      { platform: "whatsapp", role: "assert" },
      { platform: "facebook", role: "report", parent: 0 },
    ],
    responses: [
      { type: "denial", name: "Rita Nunes", affiliation: "Solmar", standing: "subject", quotes: ["Isso é mentira"] },
      { type: "investigation", description: "polícia", standing: "regulator" },
    ],
  },
  {
    name: "pt, nota: o clube admite",
    text: `Clube admite dívida

Um perfil anónimo escreveu no domingo no Facebook que o clube União de Barcal não paga salários há três meses.

O presidente do clube, Paulo Reis, admitiu o atraso e pediu desculpas aos jogadores.`,
    claims: ["o clube União de Barcal não paga salários há três meses"],
    reported: [{ platform: "facebook", role: "assert", kind: "anonymous" }],
    responses: [{ type: "apology", name: "Paulo Reis", standing: "subject" }],
  },
];
